/** EAN codes of connections: 18 digits, the last one a check digit. */

/** Check digit of GS1 codes: weights 3, 1, 3, … from the right, complement to the next ten. `digits` without it. */
export function eanCheckDigit(digits: string): number {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) sum += Number(digits[digits.length - 1 - i]) * (i % 2 === 0 ? 3 : 1);
  return (10 - (sum % 10)) % 10;
}

/** What is wrong with an EAN of a connection; undefined if nothing is. */
export function eanProblem(ean: string): string | undefined {
  if (!/^\d{18}$/.test(ean)) return 'must be 18 digits';
  const wanted = eanCheckDigit(ean.slice(0, -1));
  return Number(ean[17]) === wanted ? undefined : `the last digit is a check digit and must be ${wanted}`;
}

/** Numbers and outcomes as a reader wants them. */
import type { Outcome } from '../criteria/criterion.js';

/** Three to four significant digits, no exponent: `268.3`, `1.84`, `0`, `12 340`. */
export function formatNumber(value: number | null | undefined): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return '–';
  const size = Math.abs(value);
  const digits = size >= 1000 ? 0 : size >= 100 ? 1 : size >= 1 ? 2 : 3;
  const text = String(Number(value.toFixed(digits)));
  const [whole = '', fraction] = text.replace('-', '\u2212').split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '\u202f');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** With its sign, for margins. */
export function formatSigned(value: number | null): string {
  return value !== null && value > 0 ? `+${formatNumber(value)}` : formatNumber(value);
}

export const formatPercent = (ratio: number | null): string =>
  ratio === null || !Number.isFinite(ratio) ? '–' : `${formatNumber(Number((100 * ratio).toFixed(2)))} %`;

export const OUTCOME_TEXT: Readonly<Record<Outcome, string>> = {
  pass: 'Pass',
  inconclusive: 'Inconclusive',
  fail: 'Fail',
  aborted: 'Aborted',
  error: 'Error',
};

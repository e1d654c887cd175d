/**
 * Cases worked by hand: `cases/<case>/` holds the derivation with its numbers (README.md), the dataset and the values to be found, "component id
 * attribute". Voltages to 1e-9 pu, all else to 1e-9 of the base (1 MVA, and the current that is at the lowest voltage), by every method.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { calculate } from '../../../../twin/core/grid/calculate.js';
import { readDataset } from '../../../../twin/core/grid/dataset.js';

const CASES = fileURLToPath(new URL('./cases', import.meta.url));
const TOLERANCE = 1e-9;

interface Expected {
  readonly symmetric: boolean;
  readonly values: Readonly<Record<string, number | readonly number[]>>;
}

/** What a tolerance of 1 is in the unit of an attribute: 1 pu at 400 V. */
const unit = (attribute: string) =>
  /^[pqs](_|$)/.test(attribute) ? 1e6 : /^i(_|$)/.test(attribute) ? 1443.4 : attribute === 'u' ? 400 : 1;

describe.each(readdirSync(CASES))('%s', (name) => {
  const read = (file: string) => readFileSync(`${CASES}/${name}/${file}`, 'utf8');
  const { symmetric, values } = JSON.parse(read('expected.json')) as Expected;

  it.each(['iterative-current', 'newton-raphson'] as const)('by %s', (method) => {
    const { dataset, problems } = readDataset(read('input.json'));
    expect(problems).toEqual([]);
    const [result] = calculate(dataset!, { symmetric, method, tolerancePu: 1e-13, maxIterations: 200 });
    expect(result!.failure).toBeUndefined();
    for (const [place, expected] of Object.entries(values)) {
      const [component, id, attribute] = place.split(' ') as [keyof typeof dataset & string, string, string];
      const rows = (result!.output as Readonly<Record<string, readonly Record<string, unknown>[]>>)[component]!;
      const found = [rows.find((row) => row.id === Number(id))![attribute]].flat() as number[];
      const wanted = [expected].flat();
      expect(found, place).toHaveLength(wanted.length);
      wanted.forEach((value, phase) => {
        const off = Math.abs(found[phase]! - value) / unit(attribute);
        expect(off, `${place}[${phase}]: ${found[phase]} found, ${value} by hand`).toBeLessThan(TOLERANCE);
      });
    }
    expect(read('README.md').length).toBeGreaterThan(200);
  });
});

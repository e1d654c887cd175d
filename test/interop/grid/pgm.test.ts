/**
 * Our numbers against those of power-grid-model itself, both solved to 1e-12, on generated grids by every method. A grid that
 * differs is shrunk to a small one and printed as a dataset. Required in CI; elsewhere a named skip when the Python
 * environment is missing (`node test/interop/grid/setup-pgm.mjs` makes it).
 */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { calculate } from '../../../twin/core/grid/calculate.js';
import { readDataset } from '../../../twin/core/grid/dataset.js';
import { readUpdate } from '../../../twin/core/grid/update.js';
import { datasetOf, type Rows } from '../../twin/core/grid/grids.js';
import { differences, unbalanced } from './compare.js';
import { generateGrid, generateUpdates } from './generate.js';
import { BALANCE, compare, explained, limits, updateOf } from './oracle.js';
import { Reference, referenceInstalled } from './reference.js';

const REQUIRED = process.env.CI === 'true';
const available = REQUIRED || referenceInstalled();
const suite = available ? describe : describe.skip;
const title = available
  ? 'power-grid-model agrees'
  : 'power-grid-model agrees (skipped: no Python environment; run node test/interop/grid/setup-pgm.mjs)';

suite(title, () => {
  let reference: Reference;
  /** In 1.12 a link had 10⁸ (1 + j) per unit, which is 7e-9 pu of voltage per MVA: those are compared without links. */
  let links: boolean;

  beforeAll(async () => {
    if (!referenceInstalled()) {
      execFileSync('node', [fileURLToPath(new URL('./setup-pgm.mjs', import.meta.url))], { stdio: 'inherit' });
    }
    reference = new Reference();
    const version = await reference.version();
    links = !version.includes(' 1.12.');
    console.log(`compared with ${version}${links ? '' : ', which gives links an impedance: grids without links'}`);
  }, 300_000);
  afterAll(() => reference?.close());

  it.each([
    ['iterative-current', 500, 0],
    ['newton-raphson', 200, 10_000],
    ['linear', 200, 20_000],
  ] as const)(
    'by %s on %i generated grids',
    async (method, count, first) => {
      for (let seed = first + 1; seed <= first + count; seed++) {
        const one = { ...generateGrid(seed, undefined, { links }), method };
        if ((await compare(reference, one)).length === 0) continue;
        expect.fail(`seed ${seed}, ${await explained(reference, one)}`);
      }
    },
    300_000,
  );

  it('on batches of updates, each a delta on the base', async () => {
    let compared = 0;
    for (let seed = 30_001; seed <= 30_120; seed++) {
      const { symmetric, data } = generateGrid(seed, undefined, { links });
      const method = 'iterative-current';
      const scenarios = generateUpdates(seed, data);
      const answer = await reference.solve({ symmetric, input: datasetOf(data), update: updateOf(scenarios) });
      const dataset = readDataset(datasetOf(data)).dataset!;
      const read = readUpdate(updateOf(scenarios), dataset);
      expect(read.problems).toEqual([]);
      const results = calculate(dataset, { symmetric, ...limits(method) }, read.scenarios!);
      for (const [index, { output }] of results.entries()) {
        const expected = (answer.output?.data as Rows[] | undefined)?.[index];
        const same =
          expected !== undefined &&
          output !== null &&
          differences(expected, output, data).length + unbalanced(output, data, BALANCE).length === 0;
        if (same) {
          compared++;
          continue;
        }
        // the reference's batch fails as a whole if one scenario does: alone it may be the same
        const one = { symmetric, method, data, update: scenarios[index]! } as const;
        if ((await compare(reference, one)).length === 0) compared++;
        else expect.fail(`seed ${seed}, scenario ${index}, ${await explained(reference, one)}`);
      }
    }
    expect(compared).toBe(600);
  }, 300_000);
});

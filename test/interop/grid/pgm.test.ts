/**
 * Our numbers against those of power-grid-model itself, both solved to 1e-12, on generated grids. A grid that differs is
 * shrunk to a small one and printed. Required in CI; elsewhere a named skip when the Python environment is missing
 * (`node test/interop/grid/setup-pgm.mjs` makes it).
 */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { calculate } from '../../../twin/core/grid/calculate.js';
import { readDataset } from '../../../twin/core/grid/dataset.js';
import { readUpdate } from '../../../twin/core/grid/update.js';
import { datasetOf, type Json, type Rows } from '../../twin/core/grid/grids.js';
import { type Difference, differences, shrink } from './compare.js';
import { generateGrid, generateUpdates } from './generate.js';
import { Reference, referenceInstalled } from './reference.js';

const REQUIRED = process.env.CI === 'true';
const available = REQUIRED || referenceInstalled();
const suite = available ? describe : describe.skip;
const title = available
  ? 'power-grid-model agrees'
  : 'power-grid-model agrees (skipped: no Python environment; run node test/interop/grid/setup-pgm.mjs)';
const SEEDS = 400;
const OPTIONS = { tolerancePu: 1e-12, maxIterations: 300 } as const;

suite(title, () => {
  let reference: Reference;

  beforeAll(() => {
    if (!referenceInstalled()) {
      execFileSync('node', [fileURLToPath(new URL('./setup-pgm.mjs', import.meta.url))], { stdio: 'inherit' });
    }
    reference = new Reference();
  }, 300_000);
  afterAll(() => reference?.close());

  async function compare(symmetric: boolean, data: Rows): Promise<Difference[]> {
    const answer = await reference.solve({ symmetric, input: datasetOf(data) });
    const read = readDataset(datasetOf(data));
    const result = read.dataset === null ? undefined : calculate(read.dataset, { symmetric, ...OPTIONS })[0]!;
    const output = result?.output ?? null;
    if (answer.output === undefined || output === null) {
      if (answer.output === undefined && output === null) return [];
      const ours = output === null ? (result?.failure ?? JSON.stringify(read.problems)) : 'solved';
      return [{ place: 'status', reference: answer.error ?? 'solved', ours, factor: Number.POSITIVE_INFINITY }];
    }
    return differences(answer.output.data as Rows, output, data);
  }

  it(`on ${SEEDS} generated grids`, async () => {
    for (let seed = 1; seed <= SEEDS; seed++) {
      const { symmetric, data } = generateGrid(seed);
      const found = await compare(symmetric, data);
      if (found.length === 0) continue;
      const small = await shrink(data, async (rows) => (await compare(symmetric, rows)).length > 0);
      const rest = await compare(symmetric, small);
      expect.fail(
        `seed ${seed}, ${symmetric ? 'symmetric' : 'asymmetric'}: ${JSON.stringify(rest.slice(0, 3))} in ${JSON.stringify(small)}`,
      );
    }
  }, 300_000);

  it('on batches of updates, each a delta on the base', async () => {
    let compared = 0;
    for (let seed = 1; seed <= 60; seed++) {
      const { symmetric, data } = generateGrid(seed);
      const update = {
        version: '1.0',
        type: 'update',
        is_batch: true,
        attributes: {},
        data: generateUpdates(seed, data),
      };
      const answer = await reference.solve({ symmetric, input: datasetOf(data), update });
      const dataset = readDataset(datasetOf(data)).dataset!;
      const read = readUpdate(update, dataset);
      expect(read.problems).toEqual([]);
      const results = calculate(dataset, { symmetric, ...OPTIONS }, read.scenarios!);
      if (answer.output === undefined) {
        expect(results.some(({ output }) => output === null)).toBe(true);
        continue;
      }
      (answer.output.data as Rows[]).forEach((scenario, index) => {
        const output = results[index]!.output;
        expect(output, `seed ${seed}, scenario ${index}: ${results[index]!.failure}`).not.toBeNull();
        const found = differences(scenario as Record<string, Json[]>, output!, data);
        expect(found.slice(0, 3), `seed ${seed}, scenario ${index}`).toEqual([]);
        compared++;
      });
    }
    expect(compared).toBeGreaterThan(150);
  }, 300_000);
});

/** The comparison can fail: a value that is off by more than the tolerance is found, wherever it is; and what fails is made small. */
import { expect, it } from 'vitest';
import { calculate } from '../../../twin/core/grid/calculate.js';
import { readDataset } from '../../../twin/core/grid/dataset.js';
import type { OutputScenario } from '../../../twin/core/grid/output.js';
import { datasetOf, type Json, type Rows } from '../../twin/core/grid/grids.js';
import { differences, unbalanced } from './compare.js';
import { generateGrid } from './generate.js';
import { BALANCE } from './oracle.js';
import { shrink } from './shrink.js';

function solved(seed: number): { data: Rows; output: OutputScenario } {
  const { data, symmetric } = generateGrid(seed);
  const { dataset } = readDataset(datasetOf(data));
  const [result] = calculate(dataset!, { symmetric, tolerancePu: 1e-12, maxIterations: 300 });
  return { data, output: result!.output! };
}

const copyOf = (output: OutputScenario) => structuredClone(output) as unknown as Rows;

it('finds nothing between a result and itself', () => {
  for (let seed = 1; seed <= 20; seed++) {
    const { data, output } = solved(seed);
    expect(differences(copyOf(output), output, data)).toEqual([]);
    expect(unbalanced(output, data, BALANCE)).toEqual([]);
  }
});

it('finds every voltage that is off by 1e-8 pu, and every other value that is off by 1e-5', () => {
  let broken = 0;
  for (let seed = 1; seed <= 20; seed++) {
    const { data, output } = solved(seed);
    for (const [component, rows] of Object.entries(copyOf(output))) {
      for (const attribute of Object.keys(rows[0]!)) {
        if (attribute === 'id' || (component === 'link' && /^[pqsi]_/.test(attribute))) continue;
        const changed = copyOf(output);
        const row = changed[component]![0]!;
        const values = [row[attribute]].flat();
        if (typeof values[0] !== 'number') continue;
        // a power factor is compared only where there is power
        if (attribute === 'pf' && [row.s].flat().some((s) => (s as number) < 1000)) continue;
        const off = /^u/.test(attribute)
          ? 1e-8 * (attribute === 'u' ? ratedOf(data, row.id) : 1)
          : 1e-5 * Math.abs(values[0]) + 1;
        values[0] += off;
        row[attribute] = Array.isArray(row[attribute]) ? values : values[0];
        const found = differences(changed, output, data);
        expect(found.length, `${component} ${attribute} of seed ${seed}`).toBe(1);
        expect(found[0]!.place).toContain(`${component} ${row.id} ${attribute}`);
        broken++;
      }
    }
  }
  expect(broken).toBeGreaterThan(500);
});

const ratedOf = (data: Rows, id: unknown) => data.node!.find((node) => node.id === id)!.u_rated as number;

it('finds a value where there should be none, none where there should be one, and a missing row', () => {
  const { data, output } = solved(3);
  const first = (change: (rows: Rows) => void) => {
    const changed = copyOf(output);
    change(changed);
    return differences(changed, output, data)[0]?.factor;
  };
  expect(first((rows) => Object.assign(rows.line![0]!, { loading: null }))).toBe(Number.POSITIVE_INFINITY);
  expect(first((rows) => rows.node!.push({ ...rows.node![0]! }))).toBe(Number.POSITIVE_INFINITY);
  expect(first((rows) => Object.assign(rows, { fault: [{ id: 1 }] }))).toBe(Number.POSITIVE_INFINITY);
});

it('finds a node where the flows of branches do not add up to what is injected', () => {
  const { data, output } = solved(3);
  const changed = copyOf(output);
  const line = changed.line!.find((row) => row.energized === 1)!;
  line.p_from = [line.p_from].flat().map((p) => (p as number) + 0.1);
  const from = data.line!.find(({ id }) => id === line.id)!.from_node;
  expect(unbalanced(changed as unknown as OutputScenario, data, BALANCE)[0]!.place).toBe(`node ${from}, balance of p`);
});

it('shrinks a failing grid to what it fails for', async () => {
  const { data } = generateGrid(1, 'asymmetric');
  const culprit = data.transformer![0]! as Json;
  const small = await shrink(data, async (rows) =>
    (rows.transformer ?? []).some((row) => row.id === culprit.id && row.winding_from === culprit.winding_from),
  );
  expect(
    Object.keys(small)
      .filter((name) => name !== 'shunt')
      .sort(),
  ).toEqual(['node', 'transformer']);
  expect(small.node).toHaveLength(2);
  expect(small.transformer).toHaveLength(1);
  expect(small.transformer![0]!.pk).toBe(0);
});

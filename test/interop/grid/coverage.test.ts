/** Nothing of the format is left out of the comparison: the generated grids and updates show every attribute and option. */
import { describe, expect, it } from 'vitest';
import { type Attribute, SCHEMA } from '../../../twin/core/grid/schema.js';
import type { Rows } from '../../twin/core/grid/grids.js';
import { generateGrid, generateUpdates } from './generate.js';

const SEEDS = 500;
const grids = Array.from({ length: SEEDS }, (_, n) => generateGrid(n + 1));
const kinds = { symmetric: grids.filter((g) => g.symmetric), asymmetric: grids.filter((g) => !g.symmetric) };

/** Not drawn on purpose: what an attribute would have to be absent for is no grid, or it has a default that is. */
const ALWAYS_GIVEN = new Set(['p_specified', 'q_specified']);
/** What an asymmetric calculation needs is absent in symmetric grids only; generic branches are symmetric. */
const NEEDED_ASYMMETRIC = new Set(['r0', 'x0', 'c0', 'tan0', 'g0', 'b0']);

/** Every value seen of an attribute, `undefined` where it was absent. */
function seen(from: readonly Rows[], component: string, name: string): Set<unknown> {
  return new Set(from.flatMap((data) => (data[component] ?? []).map((row) => row[name])));
}

describe.each(['symmetric', 'asymmetric'] as const)('%s grids', (kind) => {
  const rows = kinds[kind].map(({ data }) => data);
  const components = Object.keys(SCHEMA).filter((name) => kind === 'symmetric' || name !== 'generic_branch');

  it.each(components)('show %s with all its options', (component) => {
    const missing: string[] = [];
    for (const [name, attribute] of Object.entries((SCHEMA as Record<string, Record<string, Attribute>>)[component]!)) {
      const values = seen(rows, component, name);
      const given = [...values].filter((value) => value !== undefined);
      if (given.length === 0) missing.push(`${name} never given`);
      const mayBeAbsent =
        !attribute.required &&
        !ALWAYS_GIVEN.has(name) &&
        !(kind === 'asymmetric' && NEEDED_ASYMMETRIC.has(name) && component !== 'asym_line');
      if (mayBeAbsent && !values.has(undefined)) missing.push(`${name} never absent`);
      const all = attribute.rule === 'boolean' ? [0, 1] : Array.isArray(attribute.rule) ? attribute.rule : [];
      for (const value of all as number[]) if (!values.has(value)) missing.push(`${name} never ${value}`);
    }
    expect(missing).toEqual([]);
  });

  it('show every update', () => {
    const updates = kinds[kind].flatMap(({ data }, n) => generateUpdates(n, data));
    const missing = components.flatMap((component) =>
      Object.entries((SCHEMA as Record<string, Record<string, Attribute>>)[component]!)
        .filter(
          ([name, { update }]) => update === true && ![...seen(updates, component, name)].some((v) => v !== undefined),
        )
        .map(([name]) => `${component}.${name}`),
    );
    expect(missing).toEqual([]);
  });

  it('show every pair of windings, every clock and the tap changer on both sides and in both directions', () => {
    const transformers = rows.flatMap((data) => data.transformer ?? []);
    expect(new Set(transformers.map((t) => `${t.winding_from} ${t.winding_to}`)).size).toBe(25);
    expect([...new Set(transformers.map((t) => t.clock as number))].sort((a, b) => a - b)).toEqual(
      Array.from({ length: 25 }, (_, n) => n - 12),
    );
    const direction = (t: (typeof transformers)[number]) =>
      (t.tap_max as number) > (t.tap_min as number) ? 'up' : 'down';
    expect(new Set(transformers.map((t) => `${t.tap_side} ${direction(t)}`)).size).toBe(4);
    expect(transformers.some((t) => t.tap_pos !== undefined && t.tap_pos !== (t.tap_nom ?? 0))).toBe(true);
  });

  it('are radial and meshed, with islands, with several sources, open at either end', () => {
    const excess = (data: Rows) => {
      const branches = ['line', 'asym_line', 'link', 'generic_branch', 'transformer'].flatMap(
        (name) => data[name] ?? [],
      );
      return branches.length + 2 * (data.three_winding_transformer?.length ?? 0) - data.node!.length + 1;
    };
    expect(rows.filter((data) => excess(data) === 0).length).toBeGreaterThan(20);
    expect(rows.filter((data) => excess(data) > 1).length).toBeGreaterThan(20);
    expect(rows.filter((data) => (data.source ?? []).filter((s) => s.status === 1).length > 1).length).toBeGreaterThan(
      20,
    );
    const lines = rows.flatMap((data) => data.line ?? []);
    expect(new Set(lines.map((line) => `${line.from_status} ${line.to_status}`)).size).toBe(4);
  });
});

it('shows four-wire lines and capacitances in all three ways', () => {
  const lines = grids.flatMap(({ data }) => data.asym_line ?? []);
  const ways = lines.map((line) => `${line.r_nn !== undefined} ${line.c0 !== undefined} ${line.c_aa !== undefined}`);
  expect(new Set(ways).size).toBe(6);
});

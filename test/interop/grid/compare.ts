/**
 * Our output against that of another program, value by value, to the tolerances of issue 3: |Δu| ≤ 1e-9 pu; powers and currents ≤ 1e-6
 * relative with a floor of 1e-9 pu. Flows of links are differences of equal voltages times 10⁸ per unit, that is
 * rounding: they are judged by the balance of their nodes instead.
 */
import type { OutputScenario } from '../../../twin/core/grid/output.js';
import type { Json, Rows } from '../../twin/core/grid/grids.js';

export interface Difference {
  /** Component, id of the row, attribute and phase. */
  readonly place: string;
  readonly reference: unknown;
  readonly ours: unknown;
  /** How many times the tolerance. */
  readonly factor: number;
}

export interface Tolerances {
  /** Of voltages and angles, per unit and rad. */
  readonly voltage: number;
  /** Of powers and currents, relative to the value. */
  readonly relative: number;
  /** Of powers and currents, per unit of 1 MVA. */
  readonly floor: number;
}

export const ISSUE_3: Tolerances = { voltage: 1e-9, relative: 1e-6, floor: 1e-9 };

const BASE_VA = 1e6;
const END = ['node', 'from_node', 'to_node', 'node_1', 'node_2', 'node_3'] as const;

/** Every value of `reference` that ours misses by more than the tolerance, the worst first; missing rows included. */
export function differences(
  reference: Rows,
  ours: OutputScenario,
  input: Rows,
  tolerances: Tolerances = ISSUE_3,
): Difference[] {
  const found: Difference[] = [];
  const ratedOf = new Map((input.node ?? []).map((node) => [node.id, node.u_rated as number]));
  for (const [component, rows] of Object.entries(reference)) {
    const given = new Map((input[component] ?? []).map((row) => [row.id, row]));
    const own = (ours as Readonly<Record<string, readonly Json[]>>)[component] ?? [];
    if (own.length !== rows.length) {
      found.push({ place: component, reference: rows.length, ours: own.length, factor: Infinity });
    }
    rows.forEach((row, index) => {
      const source = given.get(row.id) ?? {};
      for (const [attribute, expected] of Object.entries(row)) {
        if (component === 'link' && /^[pqsi]_/.test(attribute)) continue;
        const values = [expected].flat();
        const mine = [own[index]?.[attribute]].flat();
        values.forEach((value, phase) => {
          const factor = excess(
            attribute,
            value,
            mine[phase],
            ratedAt(attribute, row, source, ratedOf),
            row,
            tolerances,
          );
          if (factor <= 1) return;
          const place = `${component} ${row.id} ${attribute}${values.length > 1 ? `[${phase}]` : ''}`;
          found.push({ place, reference: value, ours: mine[phase], factor });
        });
      }
    });
  }
  return found.sort((a, b) => b.factor - a.factor);
}

/** Rated voltage at the terminal that an attribute speaks of. */
function ratedAt(attribute: string, row: Json, source: Json, ratedOf: ReadonlyMap<unknown, number>): number {
  const end = /_(from|to|1|2|3)$/.exec(attribute)?.[1];
  const name = end === undefined ? 'node' : /\d/.test(end) ? `node_${end}` : `${end}_node`;
  return ratedOf.get(source[name]) ?? ratedOf.get(row.id) ?? Number.NaN;
}

/** Difference over tolerance. */
function excess(attribute: string, a: unknown, b: unknown, rated: number, row: Json, t: Tolerances): number {
  if (a === null || a === undefined) return b === null || b === undefined ? 0 : Infinity;
  if (a === 'inf' && b === 'inf') return 0;
  if (typeof a !== 'number' || typeof b !== 'number' || !Number.isFinite(b)) return Infinity;
  if (attribute === 'id' || attribute === 'energized' || attribute === 'tap_pos') return a === b ? 0 : Infinity;
  const difference = Math.abs(a - b);
  const floorVA = t.floor * BASE_VA;
  if (attribute === 'u_pu') return difference / t.voltage;
  if (attribute === 'u') return difference / (t.voltage * rated);
  if (attribute === 'u_angle') return Math.abs(2 * Math.sin(difference / 2)) / t.voltage;
  if (/^[pqs](_|$)/.test(attribute)) return difference / (t.relative * Math.abs(a) + floorVA);
  if (/^i(_|$)/.test(attribute)) return difference / (t.relative * Math.abs(a) + floorVA / rated);
  // a power factor of next to nothing is the quotient of two roundings
  if (attribute === 'pf')
    return [row.s].flat().every((s) => (s as number) > 1e6 * floorVA) ? difference / t.relative : 0;
  return difference / (t.relative * Math.abs(a) + 10 * t.floor);
}

/**
 * The nodes at which our powers do not balance: what sources, loads and generators inject is what branches and shunts
 * take. Flows of links carry rounding of 10⁸ per unit times 1e-16, so the measure is `floor` per unit of 1 MVA.
 */
export function unbalanced(ours: OutputScenario, input: Rows, floor: number): Difference[] {
  const own = ours as Readonly<Record<string, readonly Json[]>>;
  const phases = (value: unknown): number[] => [value].flat() as number[];
  const sums = new Map<unknown, { p: number[]; q: number[] }>();
  for (const row of own.node ?? [])
    sums.set(row.id, { p: phases(row.p).map((v) => -v), q: phases(row.q).map((v) => -v) });
  for (const component of Object.keys(input)) {
    if (['source', 'sym_load', 'sym_gen', 'asym_load', 'asym_gen'].includes(component)) continue;
    const given = new Map(input[component]!.map((row) => [row.id, row]));
    for (const row of own[component] ?? []) {
      for (const end of END) {
        const sum = sums.get(given.get(row.id)?.[end]);
        if (sum === undefined) continue;
        const suffix = end === 'node' ? '' : end.startsWith('node') ? end.slice(4) : `_${end.slice(0, -5)}`;
        for (const kind of ['p', 'q'] as const) {
          phases(row[`${kind}${suffix}`]).forEach((value, n) => {
            sum[kind][n]! += value;
          });
        }
      }
    }
  }
  const found: Difference[] = [];
  for (const [id, sum] of sums) {
    for (const kind of ['p', 'q'] as const) {
      const worst = Math.max(...sum[kind].map((value) => (Number.isFinite(value) ? Math.abs(value) : Infinity)));
      const factor = worst / (floor * BASE_VA);
      if (factor > 1) found.push({ place: `node ${id}, balance of ${kind}`, reference: 0, ours: worst, factor });
    }
  }
  return found.sort((a, b) => b.factor - a.factor);
}

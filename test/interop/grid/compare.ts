/** Compares our output with that of power-grid-model, value by value, and shrinks a dataset that differs. */
import type { OutputScenario } from '../../../twin/core/grid/output.js';
import type { Json, Rows } from '../../twin/core/grid/grids.js';

export interface Difference {
  /** Component, row and attribute. */
  readonly place: string;
  readonly reference: unknown;
  readonly ours: unknown;
  /** How many times the tolerance. */
  readonly factor: number;
}

/** 1e-9 per unit of 1 MVA, in W. */
const POWER_FLOOR = 1e-3;

/**
 * |Δu| ≤ 1e-9 pu; powers and currents ≤ 1e-6 relative with a floor of 1e-9 pu, and of ten times that where a link sits, since the
 * flow through 10⁸ per unit is rounding. Flows of links themselves are not compared, nor power factors of nothing.
 */
export function differences(reference: Record<string, Json[]>, ours: OutputScenario, input: Rows): Difference[] {
  const found: Difference[] = [];
  const ratedOf = new Map((input.node ?? []).map((node) => [node.id, node.u_rated as number]));
  const touched = new Set((input.link ?? []).flatMap((link) => [link.from_node, link.to_node]));
  for (const [component, rows] of Object.entries(reference)) {
    const given = new Map((input[component] ?? []).map((row) => [row.id, row]));
    rows.forEach((row, index) => {
      const own = (ours as Record<string, readonly Json[]>)[component]?.[index];
      const source = given.get(row.id) ?? {};
      const nodes = [
        source.node,
        source.from_node,
        source.to_node,
        source.node_1,
        component === 'node' ? row.id : undefined,
      ];
      const nearLink = nodes.some((node) => touched.has(node));
      const rated = Math.min(
        ...nodes.flatMap((node) => ratedOf.get(node) ?? []),
        ratedOf.get(source.node_3) ?? Infinity,
      );
      for (const [attribute, expected] of Object.entries(row)) {
        if (component === 'link' && attribute !== 'id' && attribute !== 'energized') continue;
        const values = [expected].flat();
        const mine = [own?.[attribute]].flat();
        values.forEach((value, phase) => {
          const factor = excess(attribute, value, mine[phase], rated, nearLink, row);
          if (factor <= 1) return;
          const place = `${component}[${index}].${attribute}${values.length > 1 ? `[${phase}]` : ''}`;
          found.push({ place, reference: value, ours: mine[phase], factor });
        });
      }
    });
  }
  return found.sort((a, b) => b.factor - a.factor);
}

/** Difference over tolerance. */
function excess(attribute: string, a: unknown, b: unknown, rated: number, nearLink: boolean, row: Json): number {
  const undefinedA = a === null || a === 'nan' || a === undefined;
  if (undefinedA) return b === null || b === undefined ? 0 : Infinity;
  if (typeof a !== 'number' || typeof b !== 'number') return Infinity;
  const difference = Math.abs(a - b);
  const floor = nearLink ? 100 * POWER_FLOOR : POWER_FLOOR;
  if (attribute === 'id' || attribute === 'energized' || attribute === 'tap_pos')
    return difference === 0 ? 0 : Infinity;
  if (attribute === 'u_pu') return difference / 1e-9;
  if (attribute === 'u') return difference / (1e-9 * rated);
  if (attribute === 'u_angle') return Math.abs(Math.sin(difference / 2)) / 1e-9;
  if (/^[pqs](_|$)/.test(attribute)) return difference / (1e-6 * Math.abs(a) + floor);
  if (/^i(_|$)/.test(attribute)) return difference / (1e-6 * Math.abs(a) + floor / rated);
  if (attribute === 'pf') return [row.s].flat().every((s) => (s as number) > 1e6 * floor) ? difference / 1e-6 : 0;
  return difference / (1e-6 * Math.abs(a) + 1e-8);
}

/**
 * Removes rows as long as `fails` still holds, nodes with all that hangs on them: the smallest dataset that this finds.
 */
export async function shrink(data: Rows, fails: (data: Rows) => Promise<boolean>): Promise<Rows> {
  let current = data;
  for (let progress = true; progress; ) {
    progress = false;
    for (const component of Object.keys(current).reverse()) {
      for (let row = current[component]!.length - 1; row >= 0; row--) {
        const candidate = without(current, component, row);
        if (!(await fails(candidate))) continue;
        current = candidate;
        progress = true;
        row = Math.min(row, current[component]?.length ?? 0);
      }
    }
  }
  return current;
}

function without(data: Rows, component: string, row: number): Rows {
  const gone = data[component]![row]!.id;
  const hangsOn = (r: Json) =>
    ['node', 'from_node', 'to_node', 'node_1', 'node_2', 'node_3', 'regulated_object'].some((name) => r[name] === gone);
  const result: Rows = {};
  for (const [name, rows] of Object.entries(data)) {
    const kept = rows.filter((r, index) => !(name === component && index === row) && !hangsOn(r));
    if (kept.length > 0) result[name] = kept;
  }
  return result;
}

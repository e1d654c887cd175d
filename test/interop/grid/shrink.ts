/**
 * Makes a failing dataset small enough to think about: removes rows (nodes with all that hangs on them), joins what remains,
 * then makes values plain, as long as it still fails.
 */

import { type Attribute, SCHEMA } from '../../../twin/core/grid/schema.js';
import type { Json, Rows } from '../../twin/core/grid/grids.js';

type Fails = (data: Rows) => Promise<boolean>;
const REFERENCES = ['node', 'from_node', 'to_node', 'node_1', 'node_2', 'node_3', 'regulated_object'];

/** The smallest dataset that this finds for which `fails` still holds. `fails(data)` must hold to begin with. */
export async function shrink(data: Rows, fails: Fails): Promise<Rows> {
  let current = data;
  for (let before = ''; before !== JSON.stringify(current); ) {
    before = JSON.stringify(current);
    current = await fewerRows(current, fails);
    current = await mergedNodes(current, fails);
    current = await plainerValues(current, fails);
  }
  return current;
}

/** Removes halves of a component, quarters and so on, then row after row. */
async function fewerRows(data: Rows, fails: Fails): Promise<Rows> {
  let current = data;
  // halves first: most of a grid has nothing to do with it
  for (const component of Object.keys(data)) {
    for (let count = Math.ceil((current[component]?.length ?? 0) / 2); count > 1; count = Math.floor(count / 2)) {
      for (let at = 0; at < (current[component]?.length ?? 0); ) {
        const candidate = without(current, component, at, count);
        const shorter = (candidate[component]?.length ?? 0) < current[component]!.length;
        if (shorter && (await fails(candidate))) current = candidate;
        else at += count;
      }
    }
  }
  for (const component of Object.keys(current).reverse()) {
    for (let at = (current[component]?.length ?? 0) - 1; at >= 0; at--) {
      if (at >= (current[component]?.length ?? 0)) continue;
      const candidate = without(current, component, at, 1);
      if (await fails(candidate)) current = candidate;
    }
  }
  return current;
}

/** Without some rows. An earth stays with its node: what floats fails by rounding, which is not what is looked for. */
function without(data: Rows, component: string, at: number, count: number): Rows {
  const isEarth = (row: Json) => component === 'shunt' && (row.g0 !== 0 || row.b0 !== 0);
  const chosen = data[component]!.slice(at, at + count);
  const gone = new Set(chosen.filter((row) => !isEarth(row)).map((row) => row.id));
  // a row that is removed takes with it what refers to it: appliances and branches of nodes, regulators of transformers
  for (let size = -1; size !== gone.size; ) {
    size = gone.size;
    for (const row of Object.values(data).flat()) {
      if (REFERENCES.some((name) => row[name] !== undefined && gone.has(row[name]))) gone.add(row.id);
    }
  }
  const result: Rows = {};
  for (const [name, rows] of Object.entries(data)) {
    const kept = rows.filter((row) => !gone.has(row.id));
    if (kept.length > 0) result[name] = kept;
  }
  return result;
}

/** Takes a branch away and makes its two nodes one. */
async function mergedNodes(data: Rows, fails: Fails): Promise<Rows> {
  let current = data;
  for (const component of ['line', 'asym_line', 'link']) {
    for (const branch of data[component] ?? []) {
      if (!current[component]?.includes(branch)) continue;
      const [stays, goes] = [branch.from_node, branch.to_node];
      const candidate: Rows = {};
      for (const [name, rows] of Object.entries(current)) {
        const kept = rows
          .filter((row) => row.id !== goes && row.id !== branch.id)
          .map((row) => {
            const moved = REFERENCES.filter((reference) => row[reference] === goes);
            return moved.length === 0
              ? row
              : { ...row, ...Object.fromEntries(moved.map((reference) => [reference, stays])) };
          })
          .filter((row) => row.from_node === undefined || row.from_node !== row.to_node);
        if (kept.length > 0) candidate[name] = kept;
      }
      if (await fails(candidate)) current = candidate;
    }
  }
  return current;
}

async function plainerValues(data: Rows, fails: Fails): Promise<Rows> {
  let current = data;
  for (const component of Object.keys(data)) {
    for (let at = 0; at < current[component]!.length; at++) {
      for (const name of Object.keys(current[component]![at]!)) {
        for (const plain of plainer(component, name, current[component]![at]![name])) {
          const candidate = replaced(current, component, at, name, plain);
          if (!(await fails(candidate))) continue;
          current = candidate;
          break;
        }
      }
    }
  }
  return current;
}

/** What may be nothing in a grid that still makes sense. */
const MAY_BE_ZERO = /^(p_specified|q_specified|tan\d|c\d|c_..|i0|p0|pk.*|tap_size|[gb]1)$/;

/** Simpler values for an attribute, the simplest first; undefined leaves it out. */
function plainer(component: string, name: string, value: unknown): unknown[] {
  const attribute = (SCHEMA as Record<string, Record<string, Attribute>>)[component]?.[name];
  if (attribute === undefined || ['id', 'node', 'branch'].includes(attribute.kind)) return [];
  const list: unknown[] = attribute.required || /^[rxcgb]0$|^tan0$|^u_ref$/.test(name) ? [] : [undefined];
  if (attribute.rule === 'boolean') list.push(1);
  else if (Array.isArray(value)) {
    list.push([0, 0, 0]);
    for (const phase of [0, 1, 2]) if (value[phase] !== 0) list.push(value.map((v, n) => (n === phase ? 0 : v)));
    list.push(value.map((v) => rounded(v as number)));
  } else if (typeof value === 'number' && attribute.kind === 'real' && name !== 'u_rated') {
    if (MAY_BE_ZERO.test(name)) list.push(0);
    list.push(rounded(value));
  }
  const now = JSON.stringify(value);
  const already = list.findIndex((plain) => JSON.stringify(plain) === now);
  return already < 0 ? list : list.slice(0, already);
}

/** To one figure. */
const rounded = (value: number): number => Number(value.toPrecision(1));

function replaced(data: Rows, component: string, at: number, name: string, value: unknown): Rows {
  const row: Json = { ...data[component]![at]! };
  if (value === undefined) delete row[name];
  else row[name] = value;
  return { ...data, [component]: data[component]!.map((old, n) => (n === at ? row : old)) };
}

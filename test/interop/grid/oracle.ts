/** One calculation done by both programs, and what to say where they differ. */
import { calculate, type ScenarioResult } from '../../../twin/core/grid/calculate.js';
import { readDataset } from '../../../twin/core/grid/dataset.js';
import type { Method } from '../../../twin/core/grid/methods.js';
import { readUpdate } from '../../../twin/core/grid/update.js';
import { datasetOf, type Json, type Rows } from '../../twin/core/grid/grids.js';
import { type Difference, differences, unbalanced } from './compare.js';
import type { Reference } from './reference.js';
import { shrink } from './shrink.js';

export interface Case {
  readonly symmetric: boolean;
  readonly method: Method;
  readonly data: Rows;
  /** One scenario of changes, if any. */
  readonly update?: Rows;
}

const REFERENCE_METHOD = {
  'iterative-current': 'iterative_current',
  'newton-raphson': 'newton_raphson',
  linear: 'linear',
} as const;

/** So well the powers at every node balance, per unit: what rounding of 10⁴ per unit of short lines leaves, with a margin. */
export const BALANCE = 1e-9;

export const updateOf = (scenarios: readonly Rows[]): Json => ({
  version: '1.0',
  type: 'update',
  is_batch: true,
  attributes: {},
  data: scenarios,
});

/** Both programs solve until a step is less than 1e-12 pu. */
export const limits = (method: Method) => ({
  tolerancePu: 1e-12,
  maxIterations: method === 'newton-raphson' ? 50 : 300,
});

/** Where the two programs differ: in whether there is an answer, or in its numbers. */
export async function compare(reference: Reference, one: Case): Promise<Difference[]> {
  // a batch of one scenario that changes nothing is no batch to the reference
  const changes = Object.keys(one.update ?? {}).length > 0;
  const update = changes ? updateOf([one.update!]) : undefined;
  const task = {
    symmetric: one.symmetric,
    method: REFERENCE_METHOD[one.method],
    input: datasetOf(one.data),
    ...(update === undefined ? {} : { update }),
  };
  let answer = await reference.solve(task);
  // its last steps may be rounding just above 1e-12; a step of 1e-11 leaves less than that
  if (answer.error?.includes('failed to converge')) answer = await reference.solve({ ...task, tolerance: 1e-11 });
  const result = ownAnswer(one, update);
  const expected = answer.output?.data;
  if (expected === undefined || result.output === null) {
    if (expected === undefined && result.output === null) return [];
    const ours = result.output === null ? (result.failure ?? JSON.stringify(result.problems)) : 'solved';
    return [{ place: 'status', reference: answer.error ?? 'solved', ours, factor: Number.POSITIVE_INFINITY }];
  }
  const rows = Array.isArray(expected) ? expected[0]! : expected;
  return [...differences(rows, result.output, one.data), ...unbalanced(result.output, one.data, BALANCE)];
}

function ownAnswer({ symmetric, method, data }: Case, update?: Json): ScenarioResult {
  const options = { symmetric, method, ...limits(method) };
  const { dataset, problems } = readDataset(datasetOf(data));
  if (dataset === null) return { output: null, problems, iterations: 0 };
  if (update === undefined) return calculate(dataset, options)[0]!;
  const read = readUpdate(update, dataset);
  if (read.scenarios === null) return { output: null, problems: read.problems, iterations: 0 };
  return calculate(dataset, options, read.scenarios)[0]!;
}

/** The same case on a small grid that still differs in the same way, as text with the dataset. */
export async function explained(reference: Reference, one: Case): Promise<string> {
  const inStatus = (found: readonly Difference[]) => found[0]?.place === 'status';
  const first = await compare(reference, one);
  const data = await shrink(one.data, async (candidate) => {
    const found = await compare(reference, withRows(one, candidate));
    return found.length > 0 && inStatus(found) === inStatus(first);
  });
  const small = withRows(one, data);
  const lines = (await compare(reference, small))
    .slice(0, 5)
    .map(
      (d) => `  ${d.place}: ${d.reference} expected, ${d.ours} found, ${d.factor.toPrecision(3)} times the tolerance`,
    );
  return [
    `${one.symmetric ? 'symmetric' : 'asymmetric'}, ${one.method}:`,
    ...lines,
    JSON.stringify(datasetOf(small.data)),
    ...(small.update === undefined ? [] : [`update: ${JSON.stringify(updateOf([small.update]))}`]),
  ].join('\n');
}

/** The case on other rows; of its changes those whose row is still there. */
function withRows(one: Case, data: Rows): Case {
  if (one.update === undefined) return { ...one, data };
  const update: Rows = {};
  for (const [component, rows] of Object.entries(one.update)) {
    const kept = rows.filter(({ id }) => data[component]?.some((row) => row.id === id));
    if (kept.length > 0) update[component] = kept;
  }
  return { ...one, data, update };
}

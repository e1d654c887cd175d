/**
 * One fuzzed input through all that a file goes through: reader, validator, update reader, preparation, solver, output. Nothing may
 * throw, hang or answer with what is no number; there is always a listed problem, a result, or a reason why there is none.
 */
import { calculate, type ScenarioResult } from '../../twin/core/grid/calculate.js';
import { type ReadDataset, readDataset } from '../../twin/core/grid/dataset.js';
import type { Change } from '../../twin/core/grid/update.js';
import { readUpdate } from '../../twin/core/grid/update.js';
import { generateGrid, generateUpdates } from '../interop/grid/generate.js';
import { datasetOf, type Json, type Rows } from '../twin/core/grid/grids.js';
import { mutated } from './mutate.js';

export type Outcome =
  | 'refused with problems'
  | 'update refused with problems'
  | 'read, cannot be prepared, with problems'
  | 'solved'
  | 'no solution, explained';

export interface Fuzzed {
  readonly outcomes: ReadonlyMap<Outcome, number>;
  readonly inputs: number;
  readonly seconds: number;
  readonly slowestMs: number;
  readonly heapMB: number;
}

/** No input may take longer; the grids have at most some hundred nodes. Generous for a machine that does other things too. */
const SLOW_MS = 10_000;
const PER_GRID = 200;

/** Runs inputs from `seed` on until `enough(inputs)`; throws at the first that fails, with the input. */
export function fuzz(seed: number, enough: (inputs: number) => boolean): Fuzzed {
  const outcomes = new Map<Outcome, number>();
  const start = performance.now();
  let inputs = 0;
  let slowestMs = 0;
  for (let grid = seed; !enough(inputs); grid++) {
    const { data, symmetric } = generateGrid(grid);
    const base = datasetOf(data);
    const update = updateOf(generateUpdates(grid, data));
    for (let n = 0; n < PER_GRID && !enough(inputs); n++) {
      const at = (grid * PER_GRID + n) >>> 0;
      const input = n % 4 === 3 ? { base, update: mutated(update, at) } : { base: mutated(base, at) };
      const before = performance.now();
      try {
        const outcome = run(input, symmetric, n % 3 === 0 ? 'newton-raphson' : 'iterative-current');
        outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
        const took = performance.now() - before;
        slowestMs = Math.max(slowestMs, took);
        if (took > SLOW_MS) throw new Error(`took ${took.toFixed(0)} ms`);
      } catch (error) {
        const text = error instanceof Error ? error.stack : String(error);
        throw new Error(
          `grid ${grid}, mutation ${n}, ${symmetric ? 'symmetric' : 'asymmetric'}: ${text}\n${JSON.stringify(input)}`,
        );
      }
      inputs++;
    }
  }
  const seconds = (performance.now() - start) / 1000;
  return { outcomes, inputs, seconds, slowestMs, heapMB: process.memoryUsage().heapUsed / 1e6 };
}

/** As one would say it. */
export function summary({ outcomes, inputs, seconds, slowestMs, heapMB }: Fuzzed): string {
  const kinds = [...outcomes].sort((a, b) => b[1] - a[1]).map(([kind, count]) => `${count} ${kind}`);
  return `${inputs} mutated inputs in ${seconds.toFixed(1)} s, slowest ${slowestMs.toFixed(0)} ms, heap ${heapMB.toFixed(0)} MB: ${kinds.join('; ')}`;
}

const updateOf = (scenarios: readonly Rows[]): Json => ({
  version: '1.0',
  type: 'update',
  is_batch: true,
  attributes: {},
  data: scenarios,
});

function run(
  input: { readonly base: unknown; readonly update?: unknown },
  symmetric: boolean,
  method: 'newton-raphson' | 'iterative-current',
): Outcome {
  const read: ReadDataset = readDataset(input.base);
  demand((read.dataset === null) === read.problems.length > 0, 'a dataset or problems, never both nor neither');
  if (read.dataset === null) return listed(read.problems, 'refused with problems');
  let scenarios: readonly (readonly Change[])[] | undefined;
  if (input.update !== undefined) {
    const update = readUpdate(input.update, read.dataset);
    demand((update.scenarios === null) === update.problems.length > 0, 'scenarios or problems, never both nor neither');
    if (update.scenarios === null) return listed(update.problems, 'update refused with problems');
    scenarios = update.scenarios.slice(0, 3);
  }
  const results = calculate(read.dataset, { symmetric, method, tolerancePu: 1e-8, maxIterations: 30 }, scenarios);
  const outcomes = results.map(outcomeOf);
  return outcomes.find((outcome) => outcome !== 'solved') ?? 'solved';
}

function outcomeOf({ output, problems, failure }: ScenarioResult): Outcome {
  if (output !== null) {
    for (const [component, rows] of Object.entries(output)) {
      for (const row of rows) {
        demand(Number.isInteger(row.id), `${component} without id`);
        for (const value of Object.values(row).flat()) {
          demand(value === null || value === 'inf' || Number.isFinite(value), `${component} ${row.id} is ${value}`);
        }
        if (component !== 'node') continue;
        demand(
          [row.u_pu].flat().every((u) => typeof u === 'number'),
          `node ${row.id} has no voltage in what is called solved`,
        );
      }
    }
    return 'solved';
  }
  if (problems.length > 0) return listed(problems, 'read, cannot be prepared, with problems');
  demand(typeof failure === 'string' && failure.length > 20, 'no solution and no reason');
  demand(!/undefined|NaN/.test(failure!), `the reason reads: ${failure}`);
  return 'no solution, explained';
}

function listed(problems: readonly { readonly path: string; readonly rule: string }[], outcome: Outcome): Outcome {
  for (const { path, rule } of problems)
    demand(typeof path === 'string' && rule.length > 5, `problem without words at ${path}`);
  return outcome;
}

function demand(holds: boolean, what: string): void {
  if (!holds) throw new Error(what);
}

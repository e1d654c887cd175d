/**
 * A whole power-flow calculation: a dataset and perhaps a batch of updates in, PGM output scenarios out. This is what the
 * command line and the interop tests use; the engine uses `prepare` and `createSolver` directly.
 */
import { explain } from './explain.js';
import type { Method } from './methods.js';
import { phasesOf } from './network.js';
import { solveNewton } from './newton.js';
import { type OutputScenario, outputScenario } from './output.js';
import { type Preparation, prepare } from './prepare.js';
import type { Problem } from './problem.js';
import { CONST_IMPEDANCE, type Dataset } from './schema.js';
import { createSolver, type GridSolver } from './solver.js';
import { regulateTaps, type TapChangingStrategy } from './taps.js';
import { applyChanges, type Change, changesLoadsOnly } from './update.js';

export interface CalculateOptions {
  readonly symmetric: boolean;
  /** Default iterative-current. */
  readonly method?: Method;
  readonly tolerancePu: number;
  readonly maxIterations: number;
  /** Default disabled: tap regulators do not act. */
  readonly tapChangingStrategy?: TapChangingStrategy;
}

/** What became of one scenario. */
export interface ScenarioResult {
  /** Null if it could not be prepared or did not converge. */
  readonly output: OutputScenario | null;
  /** The solver with the voltages of `output`, until the next scenario is calculated; for measures beyond PGM's. */
  readonly solver?: GridSolver;
  readonly problems: readonly Problem[];
  /** Why there is no solution, where that is the case. */
  readonly failure?: string;
  readonly iterations: number;
}

/** Calculates the base dataset, or every scenario of `batch` as a delta on it. */
export function calculate(
  base: Dataset,
  options: CalculateOptions,
  batch: readonly (readonly Change[])[] = [[]],
): ScenarioResult[] {
  return [...calculateEach(base, options, batch)];
}

/** As `calculate`, one scenario at a time, for batches whose results need not be in memory together. */
export function* calculateEach(
  base: Dataset,
  options: CalculateOptions,
  batch: readonly (readonly Change[])[] = [[]],
): Generator<ScenarioResult, void, undefined> {
  const strategy = options.tapChangingStrategy ?? 'disabled';
  let shared: { preparation: Preparation; solver: GridSolver | null } | undefined;
  for (const changes of batch) {
    if (strategy !== 'disabled') {
      yield withTaps(applyChanges(base, changes), options, strategy);
    } else if (!changesLoadsOnly(changes)) {
      const dataset = applyChanges(base, changes);
      const { preparation, solver } = start(dataset, options);
      yield finish(preparation, solver, dataset, options);
    } else {
      shared ??= start(base, options);
      if (shared.solver !== null) {
        writeLoads(shared.solver, base, changes, options.symmetric);
        shared.solver.restart();
      }
      yield finish(shared.preparation, shared.solver, base, options);
    }
  }
}

function withTaps(
  dataset: Dataset,
  options: CalculateOptions,
  strategy: Exclude<TapChangingStrategy, 'disabled'>,
): ScenarioResult {
  const attempt = (at: CalculateOptions) => (changed: Dataset) => {
    const { preparation, solver } = start(changed, at);
    return { preparation, solver, ...solveWith(solver, at) };
  };
  const linear = { ...options, method: 'linear' } as const;
  const result = regulateTaps(dataset, strategy, options.symmetric, attempt(options), attempt(linear));
  const { solver, solved, iterations, preparation } = result.attempt;
  const problems = [...preparation.problems, ...result.problems];
  if (problems.length > 0 || solver === null) return { output: null, problems, iterations };
  if (!solved) return { output: null, problems, failure: failureOf(solver, options, result.attempt), iterations };
  if (result.failure !== undefined) return { output: null, problems, failure: result.failure, iterations };
  return { output: outputScenario(solver, result.dataset, result.positions), solver, problems, iterations };
}

function start(dataset: Dataset, options: CalculateOptions) {
  const loads = options.method === 'linear' ? withImpedanceLoads(dataset) : dataset;
  const preparation = prepare(loads, { symmetric: options.symmetric });
  const { grid } = preparation;
  const solver =
    grid === null
      ? null
      : createSolver(grid, {
          tolerancePu: options.tolerancePu,
          maxIterations: options.maxIterations,
          branchResults: 'none',
        });
  return { preparation, solver };
}

interface Solution {
  readonly solved: boolean;
  readonly iterations: number;
  /** Largest voltage change of the last iteration, per unit. */
  readonly mismatchPu: number;
}

/** Solves by the method asked for. */
function solveWith(solver: GridSolver | null, options: CalculateOptions): Solution {
  if (solver === null) return { solved: false, iterations: 0, mismatchPu: Number.NaN };
  if (options.method === 'newton-raphson') {
    const { converged, iterations, mismatchPu } = solveNewton(solver, options.tolerancePu, options.maxIterations);
    return { solved: converged, iterations, mismatchPu };
  }
  const solved = solver.solve() >= 0;
  return { solved, iterations: solver.iterations, mismatchPu: solver.mismatchPu };
}

function failureOf(solver: GridSolver, options: CalculateOptions, { iterations, mismatchPu }: Solution): string {
  return explain(solver, { method: options.method ?? 'iterative-current', iterations, mismatchPu }).text;
}

function finish(
  preparation: Preparation,
  solver: GridSolver | null,
  dataset: Dataset,
  options: CalculateOptions,
): ScenarioResult {
  if (solver === null) return { output: null, problems: preparation.problems, iterations: 0 };
  const solution = solveWith(solver, options);
  const { iterations } = solution;
  if (!solution.solved)
    return { output: null, problems: [], failure: failureOf(solver, options, solution), iterations };
  return { output: outputScenario(solver, dataset), solver, problems: [], iterations };
}

/** Sets the base powers and then those of the changes. */
function writeLoads(solver: GridSolver, base: Dataset, changes: readonly Change[], symmetric: boolean): void {
  const { network } = solver.grid;
  solver.loadActivePowerW.set(network.loadActivePowerW);
  solver.loadReactivePowerVar.set(network.loadReactivePowerVar);
  if (changes.length === 0) return;
  const changed = applyChanges(base, changes);
  const place = new Map([...network.loadIds].map((id, l) => [id, l]));
  for (const { component, row } of changes) {
    if (component !== 'sym_load' && component !== 'sym_gen' && component !== 'asym_load' && component !== 'asym_gen') {
      continue;
    }
    const load = changed[component][row]!;
    const sign = component.endsWith('gen') ? -1 : 1;
    const l = place.get(load.id)!;
    solver.loadActivePowerW.set(phasesOf(load.p_specified, sign, symmetric), 3 * l);
    solver.loadReactivePowerVar.set(phasesOf(load.q_specified, sign, symmetric), 3 * l);
  }
}

/** The dataset with every load and generator as a constant impedance. */
function withImpedanceLoads(dataset: Dataset): Dataset {
  const impedance = <T extends { readonly type: number }>(rows: readonly T[]) =>
    rows.map((row) => ({ ...row, type: CONST_IMPEDANCE }));
  return {
    ...dataset,
    sym_load: impedance(dataset.sym_load),
    sym_gen: impedance(dataset.sym_gen),
    asym_load: impedance(dataset.asym_load),
    asym_gen: impedance(dataset.asym_gen),
  };
}

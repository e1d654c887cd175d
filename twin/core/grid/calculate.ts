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
import { applyChanges, type Change, changesLoadsOnly } from './update.js';

export interface CalculateOptions {
  readonly symmetric: boolean;
  /** Default iterative-current. */
  readonly method?: Method;
  readonly tolerancePu: number;
  readonly maxIterations: number;
}

/** What became of one scenario. */
export interface ScenarioResult {
  /** Null if it could not be prepared or did not converge. */
  readonly output: OutputScenario | null;
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
  let shared: { preparation: Preparation; solver: GridSolver | null } | undefined;
  return batch.map((changes) => {
    if (!changesLoadsOnly(changes)) {
      const dataset = applyChanges(base, changes);
      const fresh = start(dataset, options);
      return finish(fresh.preparation, fresh.solver, dataset, options);
    }
    shared ??= start(base, options);
    if (shared.solver !== null) {
      writeLoads(shared.solver, base, changes, options.symmetric);
      shared.solver.restart();
    }
    return finish(shared.preparation, shared.solver, base, options);
  });
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

function finish(
  preparation: Preparation,
  solver: GridSolver | null,
  dataset: Dataset,
  options: CalculateOptions,
): ScenarioResult {
  if (solver === null) return { output: null, problems: preparation.problems, iterations: 0 };
  if (options.method === 'newton-raphson') {
    const { converged, iterations, mismatchPu } = solveNewton(solver, options.tolerancePu, options.maxIterations);
    const failure = `Newton-Raphson found no solution in ${iterations} iterations (last step ${mismatchPu.toPrecision(3)} pu)`;
    if (!converged) return { output: null, problems: [], failure, iterations };
    return { output: outputScenario(solver, dataset), problems: [], iterations };
  }
  if (solver.solve() < 0) {
    return { output: null, problems: [], failure: explain(solver).text, iterations: solver.iterations };
  }
  return { output: outputScenario(solver, dataset), problems: [], iterations: solver.iterations };
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

/**
 * Phase 6, solve: the three-phase power flow. The solver writes voltages, currents and loading into their columns itself (see `state.ts`);
 * without a solution those of the last solved tick stay, marked.
 */
import { EVENT } from './events.js';
import type { State } from './state.js';

export function solve(state: State): void {
  const { solver, columns, events } = state;
  const iterations = solver.solve();
  const converged = iterations >= 0 ? 1 : 0;
  if (converged !== state.gridConverged) {
    events.push(converged === 1 ? EVENT.gridConverged : EVENT.gridNotConverged, 0, solver.iterations);
  }
  state.gridConverged = converged;
  columns.gridStatus[0] = 1 - converged;
  columns.solverIterations[0] = solver.iterations;
  if (converged === 0) {
    columns.solverMismatchPu[0] = solver.mismatchPu;
    return;
  }
  solver.readTotals(columns.gridLossesW, columns.solverMismatchPu);
  let sourceW = 0;
  for (let s = 0; s < solver.sourceActivePowerW.length; s++) sourceW += solver.sourceActivePowerW[s]!;
  columns.sourceActivePowerW[0] = sourceW;
}

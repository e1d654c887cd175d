import { readDataset } from '../../../../twin/core/grid/dataset.js';
import { type PrepareOptions, prepare } from '../../../../twin/core/grid/prepare.js';
import { createSolver, type GridSolver, type SolverOptions } from '../../../../twin/core/grid/solver.js';
import { datasetOf, type Rows } from './grids.js';

/** A solver for rows that must be right; throws with the problems otherwise. */
export function solverOf(data: Rows, options: SolverOptions & PrepareOptions = {}): GridSolver {
  const read = readDataset(datasetOf(data));
  if (read.dataset === null) throw new Error(JSON.stringify(read.problems));
  const { grid, problems } = prepare(read.dataset, options);
  if (grid === null) throw new Error(JSON.stringify(problems));
  return createSolver(grid, { tolerancePu: 1e-12, ...options });
}

/** Voltage of a phase of a node, per unit. */
export function voltage(solver: GridSolver, nodeId: number, phase: number): { re: number; im: number; abs: number } {
  const n = 3 * solver.nodeIds.indexOf(nodeId) + phase;
  const re = solver.voltageRe[n]!;
  const im = solver.voltageIm[n]!;
  return { re, im, abs: Math.hypot(re, im) };
}

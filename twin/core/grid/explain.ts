/**
 * Says why a power flow has no solution, in words of the grid: how much of the load the grid can carry, which node and
 * phase gives in first, and which load is most to blame.
 *
 * The explanation is itself computed: the largest share λ of all load powers that still converges is found by
 * bisection; at that share the voltages sag most near the cause.
 */
import type { PreparedGrid } from './prepare.js';
import { createSolver, type GridSolver } from './solver.js';

export interface Explanation {
  readonly iterations: number;
  /** Largest voltage change of the last iteration, per unit. */
  readonly mismatchPu: number;
  /** Largest share of all loads with which the grid has a solution. */
  readonly solvableShare: number;
  /** Where the voltage is lowest at that share, compared with the same grid without load. */
  readonly nodeId: number;
  readonly phase: 'a' | 'b' | 'c';
  readonly voltagePu: number;
  readonly noLoadPu: number;
  /** The load whose power times its own voltage drop is largest; absent in a grid without loads. */
  readonly loadId?: number;
  readonly loadPowerVA?: number;
  /** All of it in one sentence. */
  readonly text: string;
}

const STEPS = 12;

/** Explains why `solver` did not converge on its present load powers. For failures only: it solves many times. */
export function explain(solver: GridSolver): Explanation {
  const { grid } = solver;
  const trial = createSolver(grid, { tolerancePu: 1e-6, maxIterations: 500, branchResults: 'none' });
  const noLoad = solveShare(trial, solver, 0) ? magnitudes(trial, grid) : new Float64Array(3 * grid.network.nodeCount);

  let solvable = 0;
  let unsolvable = 1;
  let sagged: Float64Array = noLoad;
  for (let step = 0; step < STEPS; step++) {
    const share = (solvable + unsolvable) / 2;
    trial.restart();
    if (solveShare(trial, solver, share)) {
      solvable = share;
      sagged = magnitudes(trial, grid);
    } else unsolvable = share;
  }

  const worst = deepestSag(grid, sagged, noLoad);
  const nodeId = grid.network.nodeIds[Math.floor(worst / 3)]!;
  const phase = (['a', 'b', 'c'] as const)[worst % 3]!;
  const suspect = heaviestLoad(solver, sagged, noLoad);
  const percent = (100 * solvable).toPrecision(3);
  const blame =
    suspect === undefined
      ? ''
      : `; most suspicious is load ${suspect.id} of ${(suspect.powerVA / 1000).toPrecision(4)} kVA at node ${suspect.nodeId}`;
  const text =
    `no solution after ${solver.iterations} iterations (voltages still move by ${solver.mismatchPu.toPrecision(3)} pu): ` +
    `the grid can carry ${percent} % of these loads, and then phase ${phase} of node ${nodeId} is down to ` +
    `${sagged[worst]!.toPrecision(3)} pu from ${noLoad[worst]!.toPrecision(3)} pu without load${blame}`;
  return {
    iterations: solver.iterations,
    mismatchPu: solver.mismatchPu,
    solvableShare: solvable,
    nodeId,
    phase,
    voltagePu: sagged[worst]!,
    noLoadPu: noLoad[worst]!,
    ...(suspect === undefined ? {} : { loadId: suspect.id, loadPowerVA: suspect.powerVA }),
    text,
  };
}

function solveShare(trial: GridSolver, solver: GridSolver, share: number): boolean {
  solver.loadActivePowerW.forEach((value, n) => {
    trial.loadActivePowerW[n] = share * value;
  });
  solver.loadReactivePowerVar.forEach((value, n) => {
    trial.loadReactivePowerVar[n] = share * value;
  });
  return trial.solve() > 0;
}

function magnitudes(trial: GridSolver, grid: PreparedGrid): Float64Array {
  return Float64Array.from({ length: 3 * grid.network.nodeIds.length }, (_, n) =>
    Math.hypot(trial.voltageRe[n]!, trial.voltageIm[n]!),
  );
}

/** The node and phase (3 node + phase) that lost the largest part of its voltage. */
function deepestSag(grid: PreparedGrid, sagged: Float64Array, noLoad: Float64Array): number {
  let worst = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let n = 0; n < 3 * grid.network.nodeIds.length; n++) {
    if (grid.energized[Math.floor(n / 3)] === 0) continue;
    const left = sagged[n]! / noLoad[n]!;
    if (left < least) {
      worst = n;
      least = left;
    }
  }
  return worst;
}

function heaviestLoad(
  solver: GridSolver,
  sagged: Float64Array,
  noLoad: Float64Array,
): { id: number; nodeId: number; powerVA: number } | undefined {
  const { network, energized } = solver.grid;
  let suspect: { id: number; nodeId: number; powerVA: number } | undefined;
  let most = Number.NEGATIVE_INFINITY;
  network.loadNode.forEach((node, l) => {
    if (network.loadClosed[l] === 0 || energized[node] === 0) return;
    let blame = 0;
    let powerVA = 0;
    for (let phase = 0; phase < 3; phase++) {
      const power = Math.hypot(solver.loadActivePowerW[3 * l + phase]!, solver.loadReactivePowerVar[3 * l + phase]!);
      powerVA += power;
      blame += power * Math.abs(1 - sagged[3 * node + phase]! / noLoad[3 * node + phase]!);
    }
    if (blame <= most) return;
    most = blame;
    suspect = { id: network.loadIds[l]!, nodeId: network.nodeIds[node]!, powerVA };
  });
  return suspect;
}

/**
 * Says why a power flow has no solution, in words of the grid: which island, how much of the load it can carry, which node and
 * phase gives in first, which load and which branch are most to blame, and what to try.
 *
 * The explanation is itself computed: the largest share λ of all load powers that still has a solution is found by bisection;
 * at that share the voltages sag most near the cause. The sag of a phase is |U| / |U without load|; the branch to blame is the
 * one on the way from the source over which most of it is lost.
 */
import { BASE_POWER_VA } from './branch-model.js';
import { BLOCK } from './complex.js';
import type { Method } from './methods.js';
import { BRANCH_KIND } from './network.js';
import { solveNewton } from './newton.js';
import type { PreparedGrid } from './prepare.js';
import { createSolver, type GridSolver } from './solver.js';

/** What was tried, where it was not the solver's own iteration. */
export interface Attempt {
  readonly method: Method;
  readonly iterations: number;
  readonly mismatchPu: number;
}

export interface Explanation {
  readonly iterations: number;
  /** Largest voltage change of the last iteration, per unit. */
  readonly mismatchPu: number;
  /** Largest share of all loads with which the grid has a solution; 1 if another method finds one. */
  readonly solvableShare: number;
  /** Sources of the island that gives in, and how many nodes it has. */
  readonly islandSourceIds: readonly number[];
  readonly islandNodes: number;
  /** Where the voltage is lowest at that share, compared with the same grid without load. */
  readonly nodeId: number;
  readonly phase: 'a' | 'b' | 'c';
  readonly voltagePu: number;
  readonly noLoadPu: number;
  /** The load whose power times its own voltage drop is largest; absent in a grid without loads. */
  readonly loadId?: number;
  readonly loadPowerVA?: number;
  /** The branch on the way there over which most of the voltage is lost, and its part of all that is lost. */
  readonly branchId?: number;
  readonly branchShare?: number;
  /** All of it in one or two sentences. */
  readonly text: string;
}

const STEPS = 12;
/** Above this a single load at low voltage is more likely a slip of units: 3 x 250 A is 173 kVA. */
const LOW_VOLTAGE_LOAD_VA = 250e3;
const LOW_VOLTAGE_V = 1000;
/** A branch that takes this part of the whole drop is to blame rather than the length of the way. */
const MOST_OF_IT = 0.5;

/** Explains why `solver` did not converge on its present load powers. For failures only: it solves many times. */
export function explain(solver: GridSolver, attempt?: Attempt): Explanation {
  const { grid } = solver;
  const { network } = grid;
  const method = attempt?.method ?? 'iterative-current';
  const iterations = attempt?.iterations ?? solver.iterations;
  const mismatchPu = attempt?.mismatchPu ?? solver.mismatchPu;
  const trial = createSolver(grid, { tolerancePu: 1e-6, maxIterations: 500, branchResults: 'none' });
  const noLoad = solveShare(trial, solver, 0) ? magnitudes(trial, grid) : new Float64Array(3 * network.nodeCount);

  let solvable = 0;
  let sagged: Float64Array = noLoad;
  // all of it, by the method that can more
  trial.restart();
  if (solveShare(trial, solver, 1) || solveNewton(trial, 1e-6, 50).converged) {
    solvable = 1;
    sagged = magnitudes(trial, grid);
  }
  let unsolvable = 1;
  for (let step = 0; step < STEPS && solvable < 1; step++) {
    const share = (solvable + unsolvable) / 2;
    trial.restart();
    if (solveShare(trial, solver, share)) {
      solvable = share;
      sagged = magnitudes(trial, grid);
    } else unsolvable = share;
  }

  const worst = deepestSag(grid, sagged, noLoad);
  const worstNode = Math.floor(worst / 3);
  const nodeId = network.nodeIds[worstNode]!;
  const phase = (['a', 'b', 'c'] as const)[worst % 3]!;
  const { members, previous } = islandOf(grid, worstNode);
  const islandSourceIds = [...network.sourceIds].filter(
    (_, s) => network.sourceClosed[s] === 1 && members.has(network.sourceNode[s]!),
  );
  const islandNodes = [...members].filter((node) => node < network.nodeIds.length).length;
  const suspect = heaviestLoad(solver, sagged, noLoad, members);
  const branch = worstBranch(grid, sagged, noLoad, worst, previous);

  const start =
    `no solution by ${method} after ${iterations} iterations (voltages still move by ${mismatchPu.toPrecision(3)} pu) ` +
    `in the island of source ${islandSourceIds.slice(0, 3).join(', ')} with ${islandNodes} nodes`;
  const sag =
    `phase ${phase} of node ${nodeId} is down to ${sagged[worst]!.toPrecision(3)} pu ` +
    `from ${noLoad[worst]!.toPrecision(3)} pu without load`;
  const blame = [
    ...(suspect === undefined
      ? []
      : [`most suspicious is load ${suspect.id} of ${kilo(suspect.powerVA)} kVA at node ${suspect.nodeId}`]),
    ...(branch === undefined
      ? []
      : [
          `${Math.round(100 * branch.share)} % of the drop is over ${branch.kind} ${branch.id} ` +
            `(${branch.ohm.toPrecision(3)} ohm at ${network.uRatedV[branch.at]} V)`,
        ]),
  ];
  const text =
    solvable === 1
      ? `${start}, but there is one: ${sag}${blame.length > 0 ? `; ${blame.join('; ')}` : ''}. ${advice(1)}`
      : `${start}: the grid can carry ${Math.floor(1e4 * solvable) / 100} % of these loads, and then ${sag}; ` +
        `${blame.join('; ')}. ${advice(solvable)}`;
  return {
    iterations,
    mismatchPu,
    solvableShare: solvable,
    islandSourceIds,
    islandNodes,
    nodeId,
    phase,
    voltagePu: sagged[worst]!,
    noLoadPu: noLoad[worst]!,
    ...(suspect === undefined ? {} : { loadId: suspect.id, loadPowerVA: suspect.powerVA }),
    ...(branch === undefined ? {} : { branchId: branch.id, branchShare: branch.share }),
    text,
  };

  function advice(share: number): string {
    if (share === 1) {
      return method === 'newton-raphson'
        ? 'Try more iterations (--max-iterations)'
        : 'Try --method newton-raphson, or more iterations (--max-iterations)';
    }
    const tips: string[] = [];
    if (
      suspect !== undefined &&
      suspect.powerVA > LOW_VOLTAGE_LOAD_VA &&
      network.uRatedV[suspect.node]! <= LOW_VOLTAGE_V
    ) {
      tips.push(`check the power of load ${suspect.id}: it is in W and var, not kW`);
    }
    if (branch !== undefined && branch.share > MOST_OF_IT) {
      tips.push(
        branch.kind === 'line' || branch.kind === 'asym_line'
          ? `check ${branch.kind} ${branch.id}: r and x are totals in ohm, so are its length and type right?`
          : `check ${branch.kind} ${branch.id}: its rating and short-circuit voltage`,
      );
    }
    if (tips.length === 0) tips.push('share the load over more feeders, or check whether all loads peak together');
    return `Try: ${tips.join('; ')}`;
  }
}

const kilo = (va: number): string => Number((va / 1000).toPrecision(4)).toString();

/** The nodes that closed branches join to `node`, and for each the branch and node one comes from on the way from a source. */
function islandOf(grid: PreparedGrid, node: number) {
  const { network } = grid;
  const edges: { to: number; branch: number }[][] = Array.from({ length: network.nodeCount }, () => []);
  network.branchFrom.forEach((from, branch) => {
    if (network.fromClosed[branch] === 0 || network.toClosed[branch] === 0) return;
    const to = network.branchTo[branch]!;
    edges[from]!.push({ to, branch });
    edges[to]!.push({ to: from, branch });
  });
  const members = new Set([node]);
  for (const member of members) for (const { to } of edges[member]!) members.add(to);
  const previous = new Map<number, { node: number; branch: number }>();
  const reached = new Set([...network.sourceNode].filter((at, s) => network.sourceClosed[s] === 1 && members.has(at)));
  for (const at of reached) {
    for (const { to, branch } of edges[at]!) {
      if (reached.has(to)) continue;
      reached.add(to);
      previous.set(to, { node: at, branch });
    }
  }
  return { members, previous };
}

const KINDS = Object.keys(BRANCH_KIND) as (keyof typeof BRANCH_KIND)[];

/** The branch between a source and the worst phase over which most of the sag comes about. */
function worstBranch(
  grid: PreparedGrid,
  sagged: Float64Array,
  noLoad: Float64Array,
  worst: number,
  previous: ReadonlyMap<number, { node: number; branch: number }>,
): { id: number; kind: string; share: number; ohm: number; at: number } | undefined {
  const { network } = grid;
  const phase = worst % 3;
  // star points of three-winding transformers have no place in `sagged`
  const left = (node: number) =>
    node < network.nodeIds.length ? sagged[3 * node + phase]! / noLoad[3 * node + phase]! : undefined;
  let at = Math.floor(worst / 3);
  const lost = 1 - left(at)!;
  let found: { branch: number; drop: number } | undefined;
  let below = left(at)!;
  for (let step = previous.get(at); step !== undefined; step = previous.get(at)) {
    const here = left(step.node);
    if (here !== undefined) {
      if (found === undefined || here - below > found.drop) found = { branch: step.branch, drop: here - below };
      below = here;
    }
    at = step.node;
  }
  if (found === undefined || !(found.drop > 0) || !(lost > 0)) return undefined;
  const { branch, drop } = found;
  const to = network.branchTo[branch]!;
  // |1/S| of a phase with itself is the series impedance on the to side
  const y = BLOCK * branch + 8 * phase;
  const base = (network.uRatedV[to]! * network.uRatedV[to]!) / BASE_POWER_VA;
  const ohm = base / Math.hypot(network.transfer[y]!, network.transfer[y + 1]!);
  return {
    id: network.branchIds[branch]!,
    kind: KINDS[network.branchKinds[branch]!]!,
    share: drop / lost,
    ohm,
    at: to,
  };
}

function solveShare(trial: GridSolver, solver: GridSolver, share: number): boolean {
  solver.loadActivePowerW.forEach((value, n) => {
    trial.loadActivePowerW[n] = share * value;
  });
  solver.loadReactivePowerVar.forEach((value, n) => {
    trial.loadReactivePowerVar[n] = share * value;
  });
  return trial.solve() >= 0;
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
  island: ReadonlySet<number>,
): { id: number; node: number; nodeId: number; powerVA: number } | undefined {
  const { network } = solver.grid;
  let suspect: { id: number; node: number; nodeId: number; powerVA: number } | undefined;
  let most = Number.NEGATIVE_INFINITY;
  network.loadNode.forEach((node, l) => {
    if (network.loadClosed[l] === 0 || !island.has(node)) return;
    let blame = 0;
    let powerVA = 0;
    for (let phase = 0; phase < 3; phase++) {
      const power = Math.hypot(solver.loadActivePowerW[3 * l + phase]!, solver.loadReactivePowerVar[3 * l + phase]!);
      powerVA += power;
      blame += power * Math.abs(1 - sagged[3 * node + phase]! / noLoad[3 * node + phase]!);
    }
    if (blame <= most) return;
    most = blame;
    suspect = { id: network.loadIds[l]!, node, nodeId: network.nodeIds[node]!, powerVA };
  });
  return suspect;
}

/**
 * Asymmetric power flow by iterative current on a prepared grid: loads enter (`load-entry.ts`), gather and spread alternate
 * (`sweep.ts`) until no voltage moves by more than the tolerance, results leave (`node-results.ts`, `branch-results.ts`).
 *
 * `solve` allocates nothing. All per-unit values are of 1/3 MVA per phase and the node's rated line-to-neutral voltage.
 */
import { BranchResults } from './branch-results.js';
import { CableWalk } from './cable-walk.js';
import { BLOCK } from './complex.js';
import { LeafResults } from './leaf-results.js';
import { LoadEntry } from './load-entry.js';
import { BASE_POWER_PHASE_VA, BRANCH_KIND } from './network.js';
import { NodeResults } from './node-results.js';
import { type PreparedGrid, prepareNetwork } from './prepare.js';
import { CONST_IMPEDANCE, CONST_POWER } from './schema.js';
import { SourceBalance, sourceCurrents } from './sources.js';
import { LARGEST, PASS, Sweep } from './sweep.js';

export type SolveStatus = 'not solved' | 'converged' | 'iteration limit' | 'diverged';

/** Returned by `solve` when the iteration limit was reached first. */
export const ITERATION_LIMIT = -1;
/** Returned by `solve` when voltages left the range of numbers. */
export const DIVERGED = -2;

export interface SolverOptions {
  /** Largest voltage change of the last iteration, per unit. Default 1e-8. */
  readonly tolerancePu?: number;
  /** Default 100. */
  readonly maxIterations?: number;
  /** What `solve` computes of branches: currents and loading (default), loading alone, or nothing. */
  readonly branchResults?: 'all' | 'loading' | 'none';
  /**
   * Where these results go, instead of arrays of the solver's own: whoever publishes them needs no copy. They are then written
   * by solves that converge only, and otherwise stay those of the last one that did.
   */
  readonly results?: Pick<GridSolver, 'voltageV' | 'branchLoading' | 'branchCurrentA'>;
}

/** Load powers in, views on the results out. Views are valid after `solve` and never reallocated. */
export interface GridSolver {
  readonly grid: PreparedGrid;
  /** Index space of nodes: the dataset's order. */
  readonly nodeIds: Int32Array;
  /** Rated line-to-line voltage of each node, V. */
  readonly nodeRatedV: Float64Array;
  /** Lines, asym_lines, links, generic_branches, transformers, and three legs per three-winding transformer. */
  readonly branchIds: Int32Array;
  /** Values of `BRANCH_KIND`. */
  readonly branchKinds: Uint8Array;
  /** 1 for a transformer, also for a leg of one with three windings; 0 for other branches. */
  readonly branchIsTransformer: Uint8Array;
  /** Node indices; the far end of a three-winding transformer's leg is its star point, beyond `nodeIds`. */
  readonly branchFrom: Int32Array;
  readonly branchTo: Int32Array;
  /** sym_load, sym_gen, asym_load, asym_gen. */
  readonly loadIds: Int32Array;
  /** Three per load (a, b, c), + is consumption for loads and generators; the caller writes them. At 1 pu for ZIP types. */
  readonly loadActivePowerW: Float64Array;
  readonly loadReactivePowerVar: Float64Array;
  /** Three per node, line-to-neutral, V. 0 where no source reaches. */
  readonly voltageV: Float64Array;
  /** Three per node, per unit; star points of three-winding transformers follow the dataset's nodes. */
  readonly voltageRe: Float64Array;
  readonly voltageIm: Float64Array;
  /**
   * One per branch, as a fraction: lines by the largest current of any phase and end over i_n (NaN without i_n),
   * transformers by the larger total apparent power over sn; links 0.
   */
  readonly branchLoading: Float64Array;
  /** Three per branch, A, at the end where it is larger. */
  readonly branchCurrentA: Float64Array;
  readonly sourceIds: Int32Array;
  /** Per source, total of the phases, W, + is delivered into the grid. */
  readonly sourceActivePowerW: Float64Array;
  readonly sourceReactivePowerVar: Float64Array;
  /** Active power lost in branches, W; summed when it is read. */
  readonly lossesW: number;
  /**
   * Writes losses (W) and the largest voltage change of the last iteration (per unit) into the first element of each:
   * once a tick, a returned number would be boxed on the heap.
   */
  readTotals(lossesW: Float64Array, mismatchPu: Float64Array): void;
  readonly iterations: number;
  /** Largest voltage change of the last iteration, per unit. */
  readonly mismatchPu: number;
  readonly status: SolveStatus;
  /**
   * Solves for the present load powers, starting from the last solution. Returns the number of iterations (0 if no load
   * changed, and nothing was done), or `ITERATION_LIMIT` or `DIVERGED`; the next call then starts from the no-load voltages again.
   */
  solve(): number;
  /** Forgets the last solution: the next `solve` starts from the no-load voltages. */
  restart(): void;
}

export function createSolver(grid: PreparedGrid, options: SolverOptions = {}): GridSolver {
  const solver = new IterativeCurrent(grid, options);
  if (solver.contraction < CHARGING_IS_LIGHT) return solver;
  const exact = prepareNetwork(grid.network, { exactCharging: true }).grid;
  return exact === null ? solver : new IterativeCurrent(exact, options);
}

/** Above this ratio charging as a current would cost iterations, or convergence: it goes back into the network. */
const CHARGING_IS_LIGHT = 0.01;

class IterativeCurrent implements GridSolver {
  readonly grid: PreparedGrid;
  readonly nodeIds: Int32Array;
  readonly nodeRatedV: Float64Array;
  readonly branchIds: Int32Array;
  readonly branchKinds: Uint8Array;
  readonly branchIsTransformer: Uint8Array;
  readonly branchFrom: Int32Array;
  readonly branchTo: Int32Array;
  readonly loadIds: Int32Array;
  readonly loadActivePowerW: Float64Array;
  readonly loadReactivePowerVar: Float64Array;
  readonly voltageV: Float64Array;
  readonly voltageRe: Float64Array;
  readonly voltageIm: Float64Array;
  readonly branchLoading: Float64Array;
  readonly branchCurrentA: Float64Array;
  readonly sourceIds: Int32Array;
  readonly sourceActivePowerW: Float64Array;
  readonly sourceReactivePowerVar: Float64Array;
  iterations = 0;
  status: SolveStatus = 'not solved';

  private readonly tolerance: number;
  private readonly maxIterations: number;
  private readonly keepsLast: boolean;
  private readonly sweep: Sweep;
  private readonly entry: LoadEntry;
  private readonly balance: SourceBalance;
  private readonly sourceCurrent: Float64Array;
  private readonly nodeResults: NodeResults;
  private readonly branchResults: BranchResults | null;
  private readonly walk: CableWalk | null;
  private readonly leafResults: LeafResults | null;
  private readonly shuntNodes: Int32Array;
  /** Loads that have a voltage, by what their power depends on. */
  private readonly served: { readonly constantPower: Int32Array; readonly voltageDependent: Int32Array };
  /** State of the sweep without load. */
  private readonly noLoad: { u: Float64Array; leafU: Float64Array; j: Float64Array };
  /** Iterations of the last solve: passes well before that need not be compared. */
  private expected = 0;
  /** How fast the charging currents settle without load: the ratio of successive changes. */
  readonly contraction: number;

  constructor(grid: PreparedGrid, options: SolverOptions) {
    const { network } = grid;
    this.grid = grid;
    this.nodeIds = network.nodeIds;
    this.branchIds = network.branchIds;
    this.nodeRatedV = network.uRatedV.slice(0, network.nodeIds.length);
    this.branchKinds = network.branchKinds;
    this.branchIsTransformer = network.branchKinds.map((kind) => (kind >= BRANCH_KIND.transformer ? 1 : 0));
    this.branchFrom = network.branchFrom;
    this.branchTo = network.branchTo;
    this.loadIds = network.loadIds;
    this.sourceIds = network.sourceIds;
    this.loadActivePowerW = network.loadActivePowerW.slice();
    this.loadReactivePowerVar = network.loadReactivePowerVar.slice();
    const { results } = options;
    this.keepsLast = results !== undefined;
    this.voltageV = results?.voltageV ?? new Float64Array(3 * network.nodeIds.length);
    this.voltageRe = new Float64Array(3 * network.nodeCount);
    this.voltageIm = new Float64Array(3 * network.nodeCount);
    this.branchLoading = results?.branchLoading ?? new Float64Array(network.branchIds.length);
    this.branchCurrentA = results?.branchCurrentA ?? new Float64Array(3 * network.branchIds.length);
    this.sourceActivePowerW = new Float64Array(network.sourceIds.length);
    this.sourceReactivePowerVar = new Float64Array(network.sourceIds.length);
    this.tolerance = options.tolerancePu ?? 1e-8;
    this.maxIterations = options.maxIterations ?? 100;
    const wanted = options.branchResults ?? 'all';
    const walk = wanted === 'none' ? null : new CableWalk(grid, wanted === 'all');
    this.walk = walk;
    const leafResults = wanted === 'none' ? null : new LeafResults(grid, wanted === 'all');
    this.leafResults = leafResults;
    const others = walk === null || leafResults === null ? [] : [walk, leafResults];
    const branchesDone = others.map(({ branchDone }) => branchDone);
    this.branchResults = wanted === 'none' ? null : new BranchResults(network, wanted === 'all', branchesDone);
    this.nodeResults = new NodeResults(
      grid,
      others.map(({ nodeDone }) => nodeDone),
    );
    const sources = sourceCurrents(network);
    this.balance = new SourceBalance(network, sources);
    this.sourceCurrent = new Float64Array(6 * network.sourceIds.length);
    this.sweep = new Sweep(grid, sources);
    this.entry = new LoadEntry(grid, this.sweep);
    this.shuntNodes = Int32Array.from(
      [...grid.energized.keys()].filter(
        (n) =>
          grid.energized[n] === 1 && network.shunt.subarray(BLOCK * n, BLOCK * (n + 1)).some((value) => value !== 0),
      ),
    );
    const served = [...network.loadNode.keys()].filter(
      (l) => network.loadClosed[l] === 1 && grid.energized[network.loadNode[l]!] === 1,
    );
    this.served = {
      constantPower: Int32Array.from(served.filter((l) => network.loadTypes[l] === CONST_POWER)),
      voltageDependent: Int32Array.from(served.filter((l) => network.loadTypes[l] !== CONST_POWER)),
    };
    this.contraction = this.settleNoLoad();
    const { u, j, leaves } = this.sweep;
    this.noLoad = { u: u.slice(), leafU: leaves.u.slice(), j: j.slice() };
  }

  /** Iterates to the no-load voltages and returns the largest ratio of successive changes. */
  private settleNoLoad(): number {
    const { sweep } = this;
    let before = Number.POSITIVE_INFINITY;
    let worst = 0;
    sweep.startFlat();
    for (let iteration = 0; iteration < 30; iteration++) {
      sweep.gather();
      sweep.spread(PASS.compare);
      const change = Math.sqrt(sweep.state[LARGEST]!);
      if (change < 1e-14) break;
      if (iteration > 1) worst = Math.max(worst, change / before);
      before = change;
    }
    sweep.leaves.unpack();
    return worst;
  }

  restart(): void {
    this.status = 'not solved';
  }

  /** Forgets loads and voltages: as the sweep was without load. */
  private startCold(): void {
    const { sweep, noLoad } = this;
    sweep.forgetLoads();
    sweep.u.set(noLoad.u);
    sweep.leaves.u.set(noLoad.leafU);
    sweep.j.set(noLoad.j);
    this.expected = 0;
  }

  solve(): number {
    const { sweep } = this;
    const cold = this.status !== 'converged';
    if (cold) this.startCold();
    const changed = this.entry.enter(this.loadActivePowerW, this.loadReactivePowerVar);
    if (changed === 0 && !cold) {
      this.iterations = 0;
      return 0;
    }
    sweep.leaves.pack();
    const limit = this.tolerance * this.tolerance;
    // the pass before the first compared one must leave its voltages behind
    const compareFrom = Math.min(this.expected - 1, this.maxIterations);
    this.status = 'iteration limit';
    let iteration = 0;
    while (iteration < this.maxIterations) {
      iteration++;
      sweep.gather();
      sweep.spread(iteration >= compareFrom ? PASS.compare : iteration === compareFrom - 1 ? PASS.store : PASS.carry);
      if (iteration < compareFrom) continue;
      if (!sweep.finite()) {
        this.status = 'diverged';
        break;
      }
      if (sweep.state[LARGEST]! <= limit) {
        this.status = 'converged';
        break;
      }
    }
    this.iterations = iteration;
    this.expected = iteration;
    if (this.status === 'converged' || !this.keepsLast) this.writeResults();
    if (this.status === 'converged') return iteration;
    return this.status === 'diverged' ? DIVERGED : ITERATION_LIMIT;
  }

  private writeResults(): void {
    const { voltageRe: re, voltageIm: im, voltageV, branchLoading, branchCurrentA } = this;
    this.sweep.leaves.unpack();
    this.nodeResults.writeIterated(this.sweep, re, im, voltageV);
    this.leafResults?.write(this.sweep, re, im, voltageV, branchLoading, branchCurrentA);
    this.walk?.write(re, im, voltageV, branchLoading, branchCurrentA);
    this.nodeResults.restorePassive(re, im, voltageV);
    this.branchResults?.write(re, im, branchLoading, branchCurrentA);
    this.writeSources();
  }

  private writeSources(): void {
    const { voltageRe: re, voltageIm: im, sourceCurrent: i } = this;
    const { sourceNode } = this.grid.network;
    this.balance.write(i, re, im, this.loadActivePowerW, this.loadReactivePowerVar);
    for (let s = 0; s < sourceNode.length; s++) {
      const n = 3 * sourceNode[s]!;
      let p = 0;
      let q = 0;
      for (let phase = 0; phase < 3; phase++) {
        const x = 6 * s + 2 * phase;
        p += re[n + phase]! * i[x]! + im[n + phase]! * i[x + 1]!;
        q += im[n + phase]! * i[x]! - re[n + phase]! * i[x + 1]!;
      }
      this.sourceActivePowerW[s] = p * BASE_POWER_PHASE_VA;
      this.sourceReactivePowerVar[s] = q * BASE_POWER_PHASE_VA;
    }
  }

  get mismatchPu(): number {
    return Math.sqrt(this.sweep.state[LARGEST]!);
  }

  get lossesW(): number {
    const losses = new Float64Array(1);
    this.readTotals(losses, new Float64Array(1));
    return losses[0]!;
  }

  /** Losses are what the sources deliver less what loads consume and shunts draw. */
  readTotals(lossesW: Float64Array, mismatchPu: Float64Array): void {
    const { voltageRe: re, voltageIm: im } = this;
    const { network } = this.grid;
    const { loadNode, loadTypes } = network;
    let total = 0;
    for (let s = 0; s < this.sourceActivePowerW.length; s++) total += this.sourceActivePowerW[s]!;
    const p = this.loadActivePowerW;
    const { constantPower, voltageDependent } = this.served;
    for (let n = 0; n < constantPower.length; n++) {
      const l = 3 * constantPower[n]!;
      total -= p[l]! + p[l + 1]! + p[l + 2]!;
    }
    for (let k = 0; k < voltageDependent.length; k++) {
      const l = voltageDependent[k]!;
      const n = 3 * loadNode[l]!;
      for (let phase = 0; phase < 3; phase++) {
        const square = re[n + phase]! * re[n + phase]! + im[n + phase]! * im[n + phase]!;
        total -= p[3 * l + phase]! * (loadTypes[l] === CONST_IMPEDANCE ? square : Math.sqrt(square));
      }
    }
    const { shuntNodes } = this;
    for (let s = 0; s < shuntNodes.length; s++) {
      const n = 3 * shuntNodes[s]!;
      for (let row = 0; row < 3; row++) {
        for (let column = 0; column < 3; column++) {
          const at = BLOCK * shuntNodes[s]! + 6 * row + 2 * column;
          const yr = network.shunt[at]!;
          const yi = network.shunt[at + 1]!;
          const ir = yr * re[n + column]! - yi * im[n + column]!;
          const ii = yr * im[n + column]! + yi * re[n + column]!;
          total -= (re[n + row]! * ir + im[n + row]! * ii) * BASE_POWER_PHASE_VA;
        }
      }
    }
    lossesW[0] = total;
    mismatchPu[0] = Math.sqrt(this.sweep.state[LARGEST]!);
  }
}

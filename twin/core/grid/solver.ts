/**
 * Asymmetric power flow by iterative current on a prepared grid.
 *
 * With the nodes in elimination order (see `eliminate.ts`) one iteration is two passes:
 *
 *   gather   children before parents: J_p += W_kᵀ J_k for every node k with parent p: currents flow towards the sources
 *   spread   parents before children: U_k = Z_k J_k + W_k U_p. The same visit compares U_k with its last value and replaces J_k by
 *            the current that the loads inject at the new voltage, with one reciprocal per phase:
 *            J = -(P + I |U| + Z |U|²) U / |U|²   per phase, P, I, Z the conjugate powers of the three load types at 1 pu
 *
 * until no voltage moves by more than the tolerance. Leaves are part of `spread` only: their voltage needs the
 * parent's, and their new current goes to the parent's J at once. A leaf with one loaded phase costs that phase only.
 *
 * `solve` allocates nothing. All per-unit values are of 1/3 MVA per phase and the node's rated line-to-neutral voltage.
 */

import { BranchResults } from './branch-results.js';
import { BLOCK, type Complex } from './complex.js';
import {
  addProduct,
  addSelfMutual,
  addTransposed,
  addZipAt,
  giveToParent,
  injectPower,
  type ZipLoads,
  zipLoads,
} from './kernels.js';
import { BASE_POWER_PHASE_VA, BRANCH_KIND } from './network.js';
import { COMPACT, FULL, MESHED, type PreparedGrid, prepareNetwork, SERIES } from './prepare.js';
import { CONST_CURRENT, CONST_IMPEDANCE } from './schema.js';

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
   * Solves for the present load powers, starting from the last solution. Returns the number of iterations, or
   * `ITERATION_LIMIT` or `DIVERGED`; the next call then starts from the no-load voltages again.
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

/** How a leaf is visited: one loaded phase (0, 1, 2), all phases, or all phases with ZIP loads. */
const ALL_PHASES = 3;
const WITH_ZIP = 4;

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
  private readonly branchResults: BranchResults | null;
  private readonly currentsToo: boolean;

  // voltage and current of interior nodes and leaves: six numbers each (re, im of a, b, c)
  private readonly u: Float64Array;
  private readonly j: Float64Array;
  private readonly leafU: Float64Array;
  private readonly leafJ: Float64Array;
  // loads per interior node and leaf: p, q of a, b, c in per unit; ZIP parts only where such loads exist
  private readonly power: Float64Array;
  private readonly leafPower: Float64Array;
  private readonly zip: ZipLoads;
  private readonly leafZip: ZipLoads;
  private readonly leafClass: Uint8Array;
  /** Per load: position of its node (interior position, or -1 - leaf position), and whether it takes part. */
  private readonly loadPlace: Int32Array;
  private readonly sources: Sources;
  private readonly noLoadU: Float64Array;
  private readonly noLoadLeafU: Float64Array;
  private readonly shuntNodes: Int32Array;
  private readonly scratch = new Float64Array(6);
  private readonly pair = new Float64Array(6);
  /** Numbers that change per iteration: as fields, or passed to a method, they would be allocated anew each time. */
  private readonly state = new Float64Array(1);
  /** Per node of kind SERIES: the lowest position of the run of such nodes that it is in. */
  private readonly seriesEnd: Int32Array;
  /** Last node of each island. */
  private readonly roots: Int32Array;
  /** 1 for interior nodes that inject anything: load or charging. */
  private readonly loaded: Uint8Array;

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
    this.voltageV = new Float64Array(3 * network.nodeIds.length);
    this.voltageRe = new Float64Array(3 * network.nodeCount);
    this.voltageIm = new Float64Array(3 * network.nodeCount);
    this.branchLoading = new Float64Array(network.branchIds.length);
    this.branchCurrentA = new Float64Array(3 * network.branchIds.length);
    this.sourceActivePowerW = new Float64Array(network.sourceIds.length);
    this.sourceReactivePowerVar = new Float64Array(network.sourceIds.length);
    this.tolerance = options.tolerancePu ?? 1e-8;
    this.maxIterations = options.maxIterations ?? 100;
    const wanted = options.branchResults ?? 'all';
    this.branchResults = wanted === 'none' ? null : new BranchResults(network);
    this.currentsToo = wanted === 'all';

    const inside = grid.interior.length;
    const outside = grid.leaves.length;
    this.u = new Float64Array(6 * inside);
    this.j = new Float64Array(6 * inside);
    this.leafU = new Float64Array(6 * outside);
    this.leafJ = new Float64Array(6 * outside);
    this.power = new Float64Array(6 * inside);
    this.leafPower = new Float64Array(6 * outside);
    this.leafClass = new Uint8Array(outside).fill(ALL_PHASES);

    const place = new Int32Array(network.nodeCount);
    grid.interior.forEach((node, k) => {
      place[node] = k;
    });
    grid.leaves.forEach((node, l) => {
      place[node] = -1 - l;
    });
    this.loadPlace = network.loadNode.map((node) => place[node]!);
    this.zip = zipLoads(network, (l) => this.loadPlace[l]!, inside);
    this.leafZip = zipLoads(network, (l) => -1 - this.loadPlace[l]!, outside);
    this.sources = findSources(grid, place);
    this.shuntNodes = Int32Array.from(
      [...grid.energized.keys()].filter(
        (n) =>
          grid.energized[n] === 1 && network.shunt.subarray(BLOCK * n, BLOCK * (n + 1)).some((value) => value !== 0),
      ),
    );
    this.roots = Int32Array.from([...grid.parent.keys()].filter((k) => grid.parent[k]! < 0));
    this.loaded = new Uint8Array(inside);
    this.seriesEnd = new Int32Array(inside);
    for (let k = 0; k < inside; k++) {
      this.seriesEnd[k] = k > 0 && grid.kind[k] === SERIES && grid.kind[k - 1] === SERIES ? this.seriesEnd[k - 1]! : k;
    }
    network.loadNode.forEach((node, l) => {
      if (network.loadClosed[l] === 1 && place[node]! >= 0) this.loaded[place[node]!] = 1;
    });
    grid.charging.forEach((value, n) => {
      if (value !== 0) this.loaded[n >> 2] = 1;
    });

    this.contraction = this.findNoLoad();
    this.noLoadU = this.u.slice();
    this.noLoadLeafU = this.leafU.slice();
  }

  /** How fast the charging currents settle without load: the ratio of successive changes. */
  readonly contraction: number;

  /** Iterates to the no-load voltages and returns the largest ratio of successive changes. */
  private findNoLoad(): number {
    let before = Number.POSITIVE_INFINITY;
    let worst = 0;
    this.j.fill(0);
    this.addSourceCurrents();
    for (let iteration = 0; iteration < 30; iteration++) {
      this.gather();
      this.spread();
      const change = Math.sqrt(this.state[LARGEST]!);
      if (change < 1e-14) break;
      if (iteration > 1) worst = Math.max(worst, change / before);
      before = change;
    }
    return worst;
  }

  restart(): void {
    this.status = 'not solved';
  }

  solve(): number {
    if (this.status !== 'converged') {
      this.u.set(this.noLoadU);
      this.leafU.set(this.noLoadLeafU);
    }
    this.readLoads();
    this.inject();
    const limit = this.tolerance * this.tolerance;
    this.status = 'iteration limit';
    let iteration = 0;
    while (iteration < this.maxIterations) {
      iteration++;
      this.gather();
      this.spread();
      if (!this.finite()) {
        this.status = 'diverged';
        break;
      }
      if (this.state[LARGEST]! <= limit) {
        this.status = 'converged';
        break;
      }
    }
    this.iterations = iteration;
    this.writeVoltages();
    this.writeSources();
    this.branchResults?.write(
      this.voltageRe,
      this.voltageIm,
      this.branchLoading,
      this.currentsToo ? this.branchCurrentA : null,
    );
    if (this.status === 'converged') return iteration;
    return this.status === 'diverged' ? DIVERGED : ITERATION_LIMIT;
  }

  /** Whether all is still numbers: a NaN anywhere reaches its island's last node within the same iteration. */
  private finite(): boolean {
    const { roots, u } = this;
    for (let r = 0; r < roots.length; r++) {
      const o = 6 * roots[r]!;
      const sum = u[o]! + u[o + 1]! + u[o + 2]! + u[o + 3]! + u[o + 4]! + u[o + 5]!;
      if (!(sum - sum === 0)) return false;
    }
    return true;
  }

  /** Sums the load powers per node in per unit, and finds the leaves with one loaded phase. */
  private readLoads(): void {
    const { power, leafPower, leafClass, loadPlace, loadActivePowerW: p, loadReactivePowerVar: q } = this;
    const { loadClosed, loadTypes } = this.grid.network;
    const { energized, network } = this.grid;
    const perUnit = 1 / BASE_POWER_PHASE_VA;
    power.fill(0);
    leafPower.fill(0);
    this.zip.impedance.fill(0);
    this.zip.current.fill(0);
    this.leafZip.impedance.fill(0);
    this.leafZip.current.fill(0);
    for (let l = 0; l < loadPlace.length; l++) {
      if (loadClosed[l] === 0 || energized[network.loadNode[l]!] === 0) continue;
      const at = loadPlace[l]!;
      const onLeaf = at < 0;
      const type = loadTypes[l]!;
      const zip = onLeaf ? this.leafZip : this.zip;
      const into =
        type === CONST_IMPEDANCE ? zip.impedance : type === CONST_CURRENT ? zip.current : onLeaf ? leafPower : power;
      const o = 6 * (onLeaf ? -1 - at : at);
      const s = 3 * l;
      into[o] = into[o]! + p[s]! * perUnit;
      into[o + 1] = into[o + 1]! + q[s]! * perUnit;
      into[o + 2] = into[o + 2]! + p[s + 1]! * perUnit;
      into[o + 3] = into[o + 3]! + q[s + 1]! * perUnit;
      into[o + 4] = into[o + 4]! + p[s + 2]! * perUnit;
      into[o + 5] = into[o + 5]! + q[s + 2]! * perUnit;
    }
    const { full } = this.grid.leafFactors;
    for (let l = 0; l < leafClass.length; l++) {
      const o = 6 * l;
      const a = leafPower[o] !== 0 || leafPower[o + 1] !== 0;
      const b = leafPower[o + 2] !== 0 || leafPower[o + 3] !== 0;
      const c = leafPower[o + 4] !== 0 || leafPower[o + 5] !== 0;
      let kind = ALL_PHASES;
      if (this.leafZip.has[l] === 1) kind = WITH_ZIP;
      else if (full[l]! < 0) {
        if (a && !b && !c) kind = 0;
        else if (b && !a && !c) kind = 1;
        else if (c && !a && !b) kind = 2;
      }
      leafClass[l] = kind;
    }
  }

  /** Currents of all loads and sources at the present voltages. */
  private inject(): void {
    const { j, u, power, leafJ, leafU, leafPower, leafClass } = this;
    const { charging } = this.grid;
    j.fill(0);
    for (let k = 0; k < this.loaded.length; k++) {
      if (this.loaded[k] === 1) injectPower(j, 6 * k, u, power, charging, 4 * k);
    }
    this.addZip(this.zip, j, u);
    this.addSourceCurrents();
    const { leafParent, leafFactors } = this.grid;
    for (let l = 0; l < leafClass.length; l++) {
      injectPower(leafJ, 6 * l, leafU, leafPower, NO_CHARGING, 0);
      if (leafClass[l] === WITH_ZIP) addZipAt(leafJ, 6 * l, leafU, this.leafZip);
      giveToParent(j, 6 * leafParent[l]!, leafJ, 6 * l, leafFactors, l);
    }
  }

  private addZip(zip: ZipLoads, j: Float64Array, u: Float64Array): void {
    for (let n = 0; n < zip.list.length; n++) addZipAt(j, 6 * zip.list[n]!, u, zip);
  }

  private addSourceCurrents(): void {
    const { j } = this;
    const { place, current } = this.sources;
    for (let s = 0; s < place.length; s++) {
      const o = 6 * place[s]!;
      for (let n = 0; n < 6; n++) j[o + n] = j[o + n]! + current[6 * s + n]!;
    }
  }

  /** Currents flow from children to parents. */
  private gather(): void {
    const { j } = this;
    const { parent, kind, interiorFactors, extraStart, extraTo, extraW, extraFull } = this.grid;
    const { w, full, fullW } = interiorFactors;
    for (let k = 0; k < parent.length; k++) {
      const o = 6 * k;
      const t = 6 * parent[k]!;
      const form = kind[k]!;
      if (form === SERIES || form === MESHED) {
        let ar = j[o]!;
        let ai = j[o + 1]!;
        let br = j[o + 2]!;
        let bi = j[o + 3]!;
        let cr = j[o + 4]!;
        let ci = j[o + 5]!;
        if (form === MESHED) {
          // shares of the other neighbours; the parent gets the rest
          const sr = ar + br + cr;
          const si = ai + bi + ci;
          const xar = ar;
          const xai = ai;
          const xbr = br;
          const xbi = bi;
          const xcr = cr;
          const xci = ci;
          for (let e = extraStart[k]!; e < extraStart[k + 1]!; e++) {
            const f = 4 * e;
            const q = 6 * extraTo[e]!;
            const dr = extraW[f]!;
            const di = extraW[f + 1]!;
            const mr = extraW[f + 2]! * sr - extraW[f + 3]! * si;
            const mi = extraW[f + 2]! * si + extraW[f + 3]! * sr;
            const yar = dr * xar - di * xai + mr;
            const yai = dr * xai + di * xar + mi;
            const ybr = dr * xbr - di * xbi + mr;
            const ybi = dr * xbi + di * xbr + mi;
            const ycr = dr * xcr - di * xci + mr;
            const yci = dr * xci + di * xcr + mi;
            j[q] = j[q]! + yar;
            j[q + 1] = j[q + 1]! + yai;
            j[q + 2] = j[q + 2]! + ybr;
            j[q + 3] = j[q + 3]! + ybi;
            j[q + 4] = j[q + 4]! + ycr;
            j[q + 5] = j[q + 5]! + yci;
            ar -= yar;
            ai -= yai;
            br -= ybr;
            bi -= ybi;
            cr -= ycr;
            ci -= yci;
          }
        }
        j[t] = j[t]! + ar;
        j[t + 1] = j[t + 1]! + ai;
        j[t + 2] = j[t + 2]! + br;
        j[t + 3] = j[t + 3]! + bi;
        j[t + 4] = j[t + 4]! + cr;
        j[t + 5] = j[t + 5]! + ci;
      } else if (form === COMPACT) addSelfMutual(j, t, w, 4 * k, j, o);
      else if (t >= 0) {
        if (full[k]! < 0) addSelfMutual(j, t, w, 4 * k, j, o);
        else addTransposed(j, t, fullW, BLOCK * full[k]!, j, o);
        for (let e = extraStart[k]!; e < extraStart[k + 1]!; e++) {
          addTransposed(j, 6 * extraTo[e]!, extraFull, BLOCK * e, j, o);
        }
      }
    }
  }

  /** Voltages follow from parents to children; every visited node gets its new current. */
  private spread(): void {
    const { j, u, power, scratch, loaded, state } = this;
    const { parent, kind, interiorFactors, charging, extraStart, extraTo, extraW } = this.grid;
    const { z, w } = interiorFactors;
    let largest = 0;
    for (let k = parent.length - 1; k >= 0; k--) {
      if (kind[k] === SERIES) {
        const end = this.seriesEnd[k]!;
        state[LARGEST] = largest;
        this.spreadSeries(k, end);
        largest = state[LARGEST]!;
        k = end;
        continue;
      }
      const o = 6 * k;
      const f = 4 * k;
      const form = kind[k]!;
      let ar: number;
      let ai: number;
      let br: number;
      let bi: number;
      let cr: number;
      let ci: number;
      if (form < FULL) {
        const t = 6 * parent[k]!;
        const jar = j[o]!;
        const jai = j[o + 1]!;
        const jbr = j[o + 2]!;
        const jbi = j[o + 3]!;
        const jcr = j[o + 4]!;
        const jci = j[o + 5]!;
        const zr = z[f]!;
        const zi = z[f + 1]!;
        const xr = z[f + 2]!;
        const xi = z[f + 3]!;
        const js = jar + jbr + jcr;
        const jsi = jai + jbi + jci;
        const mr = xr * js - xi * jsi;
        const mi = xr * jsi + xi * js;
        ar = u[t]!;
        ai = u[t + 1]!;
        br = u[t + 2]!;
        bi = u[t + 3]!;
        cr = u[t + 4]!;
        ci = u[t + 5]!;
        if (form === COMPACT) {
          const wr = w[f]!;
          const wi = w[f + 1]!;
          const vr = w[f + 2]!;
          const vi = w[f + 3]!;
          const ps = ar + br + cr;
          const psi = ai + bi + ci;
          const nr = vr * ps - vi * psi;
          const ni = vr * psi + vi * ps;
          const pa = ar;
          const pb = br;
          const pc = cr;
          ar = wr * pa - wi * ai + nr;
          ai = wr * ai + wi * pa + ni;
          br = wr * pb - wi * bi + nr;
          bi = wr * bi + wi * pb + ni;
          cr = wr * pc - wi * ci + nr;
          ci = wr * ci + wi * pc + ni;
        }
        if (form === MESHED) {
          const par = ar;
          const pai = ai;
          const pbr = br;
          const pbi = bi;
          const pcr = cr;
          const pci = ci;
          for (let e = extraStart[k]!; e < extraStart[k + 1]!; e++) {
            const q = 6 * extraTo[e]!;
            const g = 4 * e;
            const xar = u[q]! - par;
            const xai = u[q + 1]! - pai;
            const xbr = u[q + 2]! - pbr;
            const xbi = u[q + 3]! - pbi;
            const xcr = u[q + 4]! - pcr;
            const xci = u[q + 5]! - pci;
            const sr = xar + xbr + xcr;
            const si = xai + xbi + xci;
            const wr = extraW[g]!;
            const wi = extraW[g + 1]!;
            const nr = extraW[g + 2]! * sr - extraW[g + 3]! * si;
            const ni = extraW[g + 2]! * si + extraW[g + 3]! * sr;
            ar += wr * xar - wi * xai + nr;
            ai += wr * xai + wi * xar + ni;
            br += wr * xbr - wi * xbi + nr;
            bi += wr * xbi + wi * xbr + ni;
            cr += wr * xcr - wi * xci + nr;
            ci += wr * xci + wi * xcr + ni;
          }
        }
        ar += zr * jar - zi * jai + mr;
        ai += zr * jai + zi * jar + mi;
        br += zr * jbr - zi * jbi + mr;
        bi += zr * jbi + zi * jbr + mi;
        cr += zr * jcr - zi * jci + mr;
        ci += zr * jci + zi * jcr + mi;
      } else {
        this.fullVoltage(k);
        ar = scratch[0]!;
        ai = scratch[1]!;
        br = scratch[2]!;
        bi = scratch[3]!;
        cr = scratch[4]!;
        ci = scratch[5]!;
      }
      const dar = ar - u[o]!;
      const dai = ai - u[o + 1]!;
      const dbr = br - u[o + 2]!;
      const dbi = bi - u[o + 3]!;
      const dcr = cr - u[o + 4]!;
      const dci = ci - u[o + 5]!;
      const da = dar * dar + dai * dai;
      const db = dbr * dbr + dbi * dbi;
      const dc = dcr * dcr + dci * dci;
      if (da > largest) largest = da;
      if (db > largest) largest = db;
      if (dc > largest) largest = dc;
      u[o] = ar;
      u[o + 1] = ai;
      u[o + 2] = br;
      u[o + 3] = bi;
      u[o + 4] = cr;
      u[o + 5] = ci;
      if (loaded[k] === 0) {
        j[o] = 0;
        j[o + 1] = 0;
        j[o + 2] = 0;
        j[o + 3] = 0;
        j[o + 4] = 0;
        j[o + 5] = 0;
        continue;
      }
      // as `injectPower`, with the voltages at hand; a call here would cost a third of the loop
      const ga = 1 / (ar * ar + ai * ai);
      const gb = 1 / (br * br + bi * bi);
      const gc = 1 / (cr * cr + ci * ci);
      const yr = charging[f]!;
      const yi = charging[f + 1]!;
      const qr = charging[f + 2]!;
      const qi = charging[f + 3]!;
      const us = ar + br + cr;
      const usi = ai + bi + ci;
      const sr = qr * us - qi * usi;
      const si = qr * usi + qi * us;
      const pa = ga * power[o]! + yr;
      const qa = ga * power[o + 1]! - yi;
      const pb = gb * power[o + 2]! + yr;
      const qb = gb * power[o + 3]! - yi;
      const pc = gc * power[o + 4]! + yr;
      const qc = gc * power[o + 5]! - yi;
      j[o] = -(pa * ar + qa * ai + sr);
      j[o + 1] = qa * ar - pa * ai - si;
      j[o + 2] = -(pb * br + qb * bi + sr);
      j[o + 3] = qb * br - pb * bi - si;
      j[o + 4] = -(pc * cr + qc * ci + sr);
      j[o + 5] = qc * cr - pc * ci - si;
    }
    this.state[LARGEST] = largest;
    this.addZip(this.zip, j, u);
    this.addSourceCurrents();
    this.spreadLeaves();
  }

  /**
   * `spread` for the run of nodes k down to `end` that hang on one series impedance each: by far the most nodes of a radial
   * grid, in a loop of their own because that is faster by a third.
   */
  private spreadSeries(first: number, end: number): void {
    const { j, u, power, loaded, state } = this;
    const { parent, interiorFactors, charging } = this.grid;
    const { z } = interiorFactors;
    let largest = state[LARGEST]!;
    for (let k = first; k >= end; k--) {
      const o = 6 * k;
      const f = 4 * k;
      const t = 6 * parent[k]!;
      const jar = j[o]!;
      const jai = j[o + 1]!;
      const jbr = j[o + 2]!;
      const jbi = j[o + 3]!;
      const jcr = j[o + 4]!;
      const jci = j[o + 5]!;
      const zr = z[f]!;
      const zi = z[f + 1]!;
      const xr = z[f + 2]!;
      const xi = z[f + 3]!;
      const js = jar + jbr + jcr;
      const jsi = jai + jbi + jci;
      const mr = xr * js - xi * jsi;
      const mi = xr * jsi + xi * js;
      const ar = u[t]! + (zr * jar - zi * jai + mr);
      const ai = u[t + 1]! + (zr * jai + zi * jar + mi);
      const br = u[t + 2]! + (zr * jbr - zi * jbi + mr);
      const bi = u[t + 3]! + (zr * jbi + zi * jbr + mi);
      const cr = u[t + 4]! + (zr * jcr - zi * jci + mr);
      const ci = u[t + 5]! + (zr * jci + zi * jcr + mi);
      const dar = ar - u[o]!;
      const dai = ai - u[o + 1]!;
      const dbr = br - u[o + 2]!;
      const dbi = bi - u[o + 3]!;
      const dcr = cr - u[o + 4]!;
      const dci = ci - u[o + 5]!;
      const da = dar * dar + dai * dai;
      const db = dbr * dbr + dbi * dbi;
      const dc = dcr * dcr + dci * dci;
      if (da > largest) largest = da;
      if (db > largest) largest = db;
      if (dc > largest) largest = dc;
      u[o] = ar;
      u[o + 1] = ai;
      u[o + 2] = br;
      u[o + 3] = bi;
      u[o + 4] = cr;
      u[o + 5] = ci;
      if (loaded[k] === 0) {
        j[o] = 0;
        j[o + 1] = 0;
        j[o + 2] = 0;
        j[o + 3] = 0;
        j[o + 4] = 0;
        j[o + 5] = 0;
        continue;
      }
      // as `injectPower`, with the voltages at hand; a call here would cost a third of the loop
      const ga = 1 / (ar * ar + ai * ai);
      const gb = 1 / (br * br + bi * bi);
      const gc = 1 / (cr * cr + ci * ci);
      const yr = charging[f]!;
      const yi = charging[f + 1]!;
      const qr = charging[f + 2]!;
      const qi = charging[f + 3]!;
      const us = ar + br + cr;
      const usi = ai + bi + ci;
      const sr = qr * us - qi * usi;
      const si = qr * usi + qi * us;
      const pa = ga * power[o]! + yr;
      const qa = ga * power[o + 1]! - yi;
      const pb = gb * power[o + 2]! + yr;
      const qb = gb * power[o + 3]! - yi;
      const pc = gc * power[o + 4]! + yr;
      const qc = gc * power[o + 5]! - yi;
      j[o] = -(pa * ar + qa * ai + sr);
      j[o + 1] = qa * ar - pa * ai - si;
      j[o + 2] = -(pb * br + qb * bi + sr);
      j[o + 3] = qb * br - pb * bi - si;
      j[o + 4] = -(pc * cr + qc * ci + sr);
      j[o + 5] = qc * cr - pc * ci - si;
    }
    state[LARGEST] = largest;
  }

  /** The voltage of a node with full blocks, or the last of an island, into `scratch`. */
  private fullVoltage(k: number): void {
    const { j, u, scratch } = this;
    const { parent, interiorFactors, extraStart, extraTo, extraFull } = this.grid;
    const { z, w, full, fullZ, fullW } = interiorFactors;
    const t = 6 * parent[k]!;
    for (let n = 0; n < 6; n++) scratch[n] = 0;
    if (full[k]! < 0) {
      addSelfMutual(scratch, 0, z, 4 * k, j, 6 * k);
      if (t >= 0) addSelfMutual(scratch, 0, w, 4 * k, u, t);
    } else {
      addProduct(scratch, 0, fullZ, BLOCK * full[k]!, j, 6 * k);
      if (t >= 0) addProduct(scratch, 0, fullW, BLOCK * full[k]!, u, t);
    }
    for (let e = extraStart[k]!; e < extraStart[k + 1]!; e++) {
      addProduct(scratch, 0, extraFull, BLOCK * e, u, 6 * extraTo[e]!);
    }
  }

  private spreadLeaves(): void {
    const { j, u, leafU, leafJ, leafPower, leafClass, scratch } = this;
    const { leafParent, leafFactors } = this.grid;
    const { z, w, full, fullZ, fullW } = leafFactors;
    let largest = this.state[LARGEST]!;
    for (let l = 0; l < leafClass.length; l++) {
      const kind = leafClass[l]!;
      const o = 6 * l;
      const t = 6 * leafParent[l]!;
      if (kind < ALL_PHASES) {
        const f = 4 * l;
        const x = o + 2 * kind;
        const y = t + 2 * kind;
        const wr = w[f]!;
        const wi = w[f + 1]!;
        const vr = w[f + 2]!;
        const vi = w[f + 3]!;
        const ps = u[t]! + u[t + 2]! + u[t + 4]!;
        const psi = u[t + 1]! + u[t + 3]! + u[t + 5]!;
        const zr = z[f]! + z[f + 2]!;
        const zi = z[f + 1]! + z[f + 3]!;
        const jr = leafJ[x]!;
        const ji = leafJ[x + 1]!;
        const re = zr * jr - zi * ji + wr * u[y]! - wi * u[y + 1]! + vr * ps - vi * psi;
        const im = zr * ji + zi * jr + wr * u[y + 1]! + wi * u[y]! + vr * psi + vi * ps;
        const dr = re - leafU[x]!;
        const di = im - leafU[x + 1]!;
        const d = dr * dr + di * di;
        if (d > largest) largest = d;
        leafU[x] = re;
        leafU[x + 1] = im;
        const g = -1 / (re * re + im * im);
        const pw = leafPower[x]!;
        const qw = leafPower[x + 1]!;
        const nr = g * (pw * re + qw * im);
        const ni = g * (pw * im - qw * re);
        leafJ[x] = nr;
        leafJ[x + 1] = ni;
        const mr = vr * nr - vi * ni;
        const mi = vr * ni + vi * nr;
        j[t] = j[t]! + mr;
        j[t + 1] = j[t + 1]! + mi;
        j[t + 2] = j[t + 2]! + mr;
        j[t + 3] = j[t + 3]! + mi;
        j[t + 4] = j[t + 4]! + mr;
        j[t + 5] = j[t + 5]! + mi;
        j[y] = j[y]! + (wr * nr - wi * ni);
        j[y + 1] = j[y + 1]! + (wr * ni + wi * nr);
        continue;
      }
      for (let n = 0; n < 6; n++) scratch[n] = 0;
      if (full[l]! < 0) {
        addSelfMutual(scratch, 0, z, 4 * l, leafJ, o);
        addSelfMutual(scratch, 0, w, 4 * l, u, t);
      } else {
        addProduct(scratch, 0, fullZ, BLOCK * full[l]!, leafJ, o);
        addProduct(scratch, 0, fullW, BLOCK * full[l]!, u, t);
      }
      for (let n = 0; n < 6; n += 2) {
        const re = scratch[n]! - leafU[o + n]!;
        const im = scratch[n + 1]! - leafU[o + n + 1]!;
        const d = re * re + im * im;
        if (d > largest) largest = d;
        leafU[o + n] = scratch[n]!;
        leafU[o + n + 1] = scratch[n + 1]!;
      }
      injectPower(leafJ, o, leafU, leafPower, NO_CHARGING, 0);
      if (kind === WITH_ZIP) addZipAt(leafJ, o, leafU, this.leafZip);
      giveToParent(j, t, leafJ, o, leafFactors, l);
    }
    this.state[LARGEST] = largest;
  }

  /** Voltages of all nodes in the dataset's order, those out of the iteration included. */
  private writeVoltages(): void {
    const { voltageRe: re, voltageIm: im, voltageV, u, leafU, leafJ, leafClass, scratch } = this;
    const { interior, leaves, leafParent, leafFactors, network } = this.grid;
    for (let k = 0; k < interior.length; k++) {
      const n = 3 * interior[k]!;
      const o = 6 * k;
      re[n] = u[o]!;
      im[n] = u[o + 1]!;
      re[n + 1] = u[o + 2]!;
      im[n + 1] = u[o + 3]!;
      re[n + 2] = u[o + 4]!;
      im[n + 2] = u[o + 5]!;
    }
    const { z, w } = leafFactors;
    for (let l = 0; l < leaves.length; l++) {
      const o = 6 * l;
      if (leafClass[l]! < ALL_PHASES) {
        // the unloaded phases were not followed
        for (let n = 0; n < 6; n++) scratch[n] = 0;
        addSelfMutual(scratch, 0, z, 4 * l, leafJ, o);
        addSelfMutual(scratch, 0, w, 4 * l, u, 6 * leafParent[l]!);
        for (let n = 0; n < 6; n++) leafU[o + n] = scratch[n]!;
      }
      const n = 3 * leaves[l]!;
      re[n] = leafU[o]!;
      im[n] = leafU[o + 1]!;
      re[n + 1] = leafU[o + 2]!;
      im[n + 1] = leafU[o + 3]!;
      re[n + 2] = leafU[o + 4]!;
      im[n + 2] = leafU[o + 5]!;
    }
    this.restorePassive();
    for (let n = 0; n < network.nodeIds.length; n++) {
      const base = network.uRatedV[n]! / SQRT3;
      for (let x = 3 * n; x < 3 * n + 3; x++) voltageV[x] = base * Math.sqrt(re[x]! * re[x]! + im[x]! * im[x]!);
    }
  }

  /** Voltages of the nodes that were eliminated before the iteration, the last eliminated first. */
  private restorePassive(): void {
    const { voltageRe: re, voltageIm: im } = this;
    const { passive, passiveTo, passiveCompact, passiveW, passiveFull } = this.grid;
    for (let p = passive.length - 1; p >= 0; p--) {
      const n = 3 * passive[p]!;
      let ar = 0;
      let ai = 0;
      let br = 0;
      let bi = 0;
      let cr = 0;
      let ci = 0;
      for (let side = 2 * p; side < 2 * p + 2; side++) {
        const t = 3 * passiveTo[side]!;
        if (t < 0) continue;
        const xr = re[t]!;
        const xi = im[t]!;
        const yr = re[t + 1]!;
        const yi = im[t + 1]!;
        const zr = re[t + 2]!;
        const zi = im[t + 2]!;
        if (passiveCompact[p] === 1) {
          const f = 4 * side;
          const dr = passiveW[f]!;
          const di = passiveW[f + 1]!;
          const sr = xr + yr + zr;
          const si = xi + yi + zi;
          const mr = passiveW[f + 2]! * sr - passiveW[f + 3]! * si;
          const mi = passiveW[f + 2]! * si + passiveW[f + 3]! * sr;
          ar += dr * xr - di * xi + mr;
          ai += dr * xi + di * xr + mi;
          br += dr * yr - di * yi + mr;
          bi += dr * yi + di * yr + mi;
          cr += dr * zr - di * zi + mr;
          ci += dr * zi + di * zr + mi;
        } else {
          const { scratch, pair } = this;
          pair[0] = xr;
          pair[1] = xi;
          pair[2] = yr;
          pair[3] = yi;
          pair[4] = zr;
          pair[5] = zi;
          for (let x = 0; x < 6; x++) scratch[x] = 0;
          addProduct(scratch, 0, passiveFull, BLOCK * side, pair, 0);
          ar += scratch[0]!;
          ai += scratch[1]!;
          br += scratch[2]!;
          bi += scratch[3]!;
          cr += scratch[4]!;
          ci += scratch[5]!;
        }
      }
      re[n] = ar;
      im[n] = ai;
      re[n + 1] = br;
      im[n + 1] = bi;
      re[n + 2] = cr;
      im[n + 2] = ci;
    }
  }

  /** Power that the sources deliver. */
  private writeSources(): void {
    const { voltageRe: re, voltageIm: im, sourceActivePowerW, sourceReactivePowerVar } = this;
    const { network } = this.grid;
    for (let s = 0; s < sourceActivePowerW.length; s++) {
      const n = 3 * network.sourceNode[s]!;
      const at = BLOCK * s;
      let p = 0;
      let q = 0;
      for (let row = 0; row < 3; row++) {
        let ir = this.sources.all[6 * s + 2 * row]!;
        let ii = this.sources.all[6 * s + 2 * row + 1]!;
        for (let column = 0; column < 3; column++) {
          const yr = network.sourceAdmittance[at + 6 * row + 2 * column]!;
          const yi = network.sourceAdmittance[at + 6 * row + 2 * column + 1]!;
          ir -= yr * re[n + column]! - yi * im[n + column]!;
          ii -= yr * im[n + column]! + yi * re[n + column]!;
        }
        p += re[n + row]! * ir + im[n + row]! * ii;
        q += im[n + row]! * ir - re[n + row]! * ii;
      }
      sourceActivePowerW[s] = p * BASE_POWER_PHASE_VA;
      sourceReactivePowerVar[s] = q * BASE_POWER_PHASE_VA;
    }
  }

  get mismatchPu(): number {
    return Math.sqrt(this.state[LARGEST]!);
  }

  get lossesW(): number {
    const losses = new Float64Array(1);
    this.readTotals(losses, new Float64Array(1));
    return losses[0]!;
  }

  /** Losses are what the sources deliver less what loads consume and shunts draw. */
  readTotals(lossesW: Float64Array, mismatchPu: Float64Array): void {
    const { voltageRe: re, voltageIm: im } = this;
    const { network, energized } = this.grid;
    const { loadClosed, loadNode, loadTypes } = network;
    let total = 0;
    for (let s = 0; s < this.sourceActivePowerW.length; s++) total += this.sourceActivePowerW[s]!;
    const p = this.loadActivePowerW;
    for (let l = 0; l < loadNode.length; l++) {
      if (loadClosed[l] === 0 || energized[loadNode[l]!] === 0) continue;
      const n = 3 * loadNode[l]!;
      const type = loadTypes[l]!;
      for (let phase = 0; phase < 3; phase++) {
        const square = re[n + phase]! * re[n + phase]! + im[n + phase]! * im[n + phase]!;
        const factor = type === CONST_IMPEDANCE ? square : type === CONST_CURRENT ? Math.sqrt(square) : 1;
        total -= p[3 * l + phase]! * factor;
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
    mismatchPu[0] = Math.sqrt(this.state[LARGEST]!);
  }
}

const SQRT3 = Math.sqrt(3);
const NO_CHARGING = new Float64Array(4);
/** Place in `state`: square of the largest voltage change of this iteration. */
const LARGEST = 0;

interface Sources {
  /** Interior positions of the energized sources, and their currents y u: six numbers each. */
  readonly place: Int32Array;
  readonly current: Float64Array;
  /** The same for every source of the network; 0 for open ones. */
  readonly all: Float64Array;
}

function findSources(grid: PreparedGrid, place: Int32Array): Sources {
  const { network } = grid;
  const all = new Float64Array(6 * network.sourceIds.length);
  const turn: readonly Complex[] = [
    [1, 0],
    [-0.5, -SQRT3 / 2],
    [-0.5, SQRT3 / 2],
  ];
  const closed: number[] = [];
  network.sourceVoltage.forEach(([re, im], s) => {
    if (network.sourceClosed[s] === 0) return;
    closed.push(s);
    const u = Float64Array.from(turn.flatMap(([c, d]) => [re * c - im * d, re * d + im * c]));
    addProduct(all, 6 * s, network.sourceAdmittance, BLOCK * s, u, 0);
  });
  return {
    place: Int32Array.from(closed, (s) => place[network.sourceNode[s]!]!),
    current: Float64Array.from(closed.flatMap((s) => [...all.subarray(6 * s, 6 * s + 6)])),
    all,
  };
}

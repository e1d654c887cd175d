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

import { BASE_POWER_VA } from './branch-model.js';
import { BLOCK, type Complex, selfMutual } from './complex.js';
import { BASE_POWER_PHASE_VA, BRANCH_KIND } from './network.js';
import type { Factors, PreparedGrid } from './prepare.js';
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
  /** Whether `solve` also computes branch currents and loading. Default true. */
  readonly branchResults?: boolean;
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
  /** Active power lost in branches, W. */
  readonly lossesW: number;
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
  return new IterativeCurrent(grid, options);
}

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
  lossesW = 0;
  iterations = 0;
  mismatchPu = 0;
  status: SolveStatus = 'not solved';

  private readonly tolerance: number;
  private readonly maxIterations: number;
  private readonly branchResults: boolean;

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
  private readonly branches: BranchBlocks;
  private readonly scratch = new Float64Array(6);
  private largestChange = 0;
  private changeSum = 0;

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
    this.branchResults = options.branchResults ?? true;

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
    this.branches = packBranches(grid);

    this.noLoadU = this.u.slice();
    this.noLoadLeafU = this.leafU.slice();
    this.addSourceCurrents();
    this.gather();
    this.spread();
    this.noLoadU.set(this.u);
    this.noLoadLeafU.set(this.leafU);
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
      // the sum catches what a comparison does not: NaN and infinity
      if (!(this.changeSum < Number.POSITIVE_INFINITY)) {
        this.status = 'diverged';
        break;
      }
      if (this.largestChange <= limit) {
        this.status = 'converged';
        break;
      }
    }
    this.iterations = iteration;
    this.mismatchPu = Math.sqrt(this.largestChange);
    this.writeVoltages();
    this.writeSources();
    if (this.branchResults) this.writeBranches();
    if (this.status === 'converged') return iteration;
    return this.status === 'diverged' ? DIVERGED : ITERATION_LIMIT;
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
    for (let o = 0; o < j.length; o += 6) injectPower(j, o, u, power);
    this.addZip(this.zip, j, u);
    this.addSourceCurrents();
    const { leafParent, leafFactors } = this.grid;
    for (let l = 0; l < leafClass.length; l++) {
      injectPower(leafJ, 6 * l, leafU, leafPower);
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
    const { parent, interiorFactors, extraStart, extraTo, extraW } = this.grid;
    const { w, full } = interiorFactors;
    for (let k = 0; k < parent.length; k++) {
      const p = parent[k]!;
      if (p < 0) continue;
      const o = 6 * k;
      const t = 6 * p;
      if (full[k]! < 0) {
        const f = 4 * k;
        const dr = w[f]!;
        const di = w[f + 1]!;
        const mr = w[f + 2]!;
        const mi = w[f + 3]!;
        const ar = j[o]!;
        const ai = j[o + 1]!;
        const br = j[o + 2]!;
        const bi = j[o + 3]!;
        const cr = j[o + 4]!;
        const ci = j[o + 5]!;
        const sr = ar + br + cr;
        const si = ai + bi + ci;
        const cmr = mr * sr - mi * si;
        const cmi = mr * si + mi * sr;
        j[t] = j[t]! + (dr * ar - di * ai + cmr);
        j[t + 1] = j[t + 1]! + (dr * ai + di * ar + cmi);
        j[t + 2] = j[t + 2]! + (dr * br - di * bi + cmr);
        j[t + 3] = j[t + 3]! + (dr * bi + di * br + cmi);
        j[t + 4] = j[t + 4]! + (dr * cr - di * ci + cmr);
        j[t + 5] = j[t + 5]! + (dr * ci + di * cr + cmi);
      } else {
        addTransposed(j, t, interiorFactors.fullW, BLOCK * full[k]!, j, o);
      }
      for (let e = extraStart[k]!; e < extraStart[k + 1]!; e++) {
        addTransposed(j, 6 * extraTo[e]!, extraW, BLOCK * e, j, o);
      }
    }
  }

  /** Voltages follow from parents to children; every visited node gets its new current. */
  private spread(): void {
    const { j, u, power, scratch } = this;
    const { parent, interiorFactors, extraStart, extraTo, extraW } = this.grid;
    const { z, w, full, fullZ, fullW } = interiorFactors;
    let largest = 0;
    let sum = 0;
    for (let k = parent.length - 1; k >= 0; k--) {
      const p = parent[k]!;
      const o = 6 * k;
      let ar: number;
      let ai: number;
      let br: number;
      let bi: number;
      let cr: number;
      let ci: number;
      if (full[k]! < 0 && p >= 0 && extraStart[k] === extraStart[k + 1]) {
        const f = 4 * k;
        const t = 6 * p;
        const jar = j[o]!;
        const jai = j[o + 1]!;
        const jbr = j[o + 2]!;
        const jbi = j[o + 3]!;
        const jcr = j[o + 4]!;
        const jci = j[o + 5]!;
        const par = u[t]!;
        const pai = u[t + 1]!;
        const pbr = u[t + 2]!;
        const pbi = u[t + 3]!;
        const pcr = u[t + 4]!;
        const pci = u[t + 5]!;
        const zr = z[f]!;
        const zi = z[f + 1]!;
        const wr = w[f]!;
        const wi = w[f + 1]!;
        const js = jar + jbr + jcr;
        const jsi = jai + jbi + jci;
        const ps = par + pbr + pcr;
        const psi = pai + pbi + pci;
        const mr = z[f + 2]! * js - z[f + 3]! * jsi + w[f + 2]! * ps - w[f + 3]! * psi;
        const mi = z[f + 2]! * jsi + z[f + 3]! * js + w[f + 2]! * psi + w[f + 3]! * ps;
        ar = zr * jar - zi * jai + wr * par - wi * pai + mr;
        ai = zr * jai + zi * jar + wr * pai + wi * par + mi;
        br = zr * jbr - zi * jbi + wr * pbr - wi * pbi + mr;
        bi = zr * jbi + zi * jbr + wr * pbi + wi * pbr + mi;
        cr = zr * jcr - zi * jci + wr * pcr - wi * pci + mr;
        ci = zr * jci + zi * jcr + wr * pci + wi * pcr + mi;
      } else {
        scratch.fill(0);
        if (full[k]! < 0) {
          addSelfMutual(scratch, 0, z, 4 * k, j, o);
          if (p >= 0) addSelfMutual(scratch, 0, w, 4 * k, u, 6 * p);
        } else {
          addProduct(scratch, 0, fullZ, BLOCK * full[k]!, j, o);
          if (p >= 0) addProduct(scratch, 0, fullW, BLOCK * full[k]!, u, 6 * p);
        }
        for (let e = extraStart[k]!; e < extraStart[k + 1]!; e++) {
          addProduct(scratch, 0, extraW, BLOCK * e, u, 6 * extraTo[e]!);
        }
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
      sum += da + db + dc;
      u[o] = ar;
      u[o + 1] = ai;
      u[o + 2] = br;
      u[o + 3] = bi;
      u[o + 4] = cr;
      u[o + 5] = ci;
      injectPower(j, o, u, power);
    }
    this.largestChange = largest;
    this.changeSum = sum;
    this.addZip(this.zip, j, u);
    this.addSourceCurrents();
    this.spreadLeaves();
  }

  private spreadLeaves(): void {
    const { j, u, leafU, leafJ, leafPower, leafClass, scratch } = this;
    const { leafParent, leafFactors } = this.grid;
    const { z, w, full, fullZ, fullW } = leafFactors;
    let largest = this.largestChange;
    let sum = this.changeSum;
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
        sum += d;
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
      scratch.fill(0);
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
        sum += d;
        leafU[o + n] = scratch[n]!;
        leafU[o + n + 1] = scratch[n + 1]!;
      }
      injectPower(leafJ, o, leafU, leafPower);
      if (kind === WITH_ZIP) addZipAt(leafJ, o, leafU, this.leafZip);
      giveToParent(j, t, leafJ, o, leafFactors, l);
    }
    this.largestChange = largest;
    this.changeSum = sum;
  }

  /** Voltages of all nodes in the dataset's order, those out of the iteration included. */
  private writeVoltages(): void {
    const { voltageRe: re, voltageIm: im, voltageV, u, leafU, leafJ, leafClass, scratch } = this;
    const { interior, leaves, leafParent, leafFactors, passive, passiveTo, passiveW, network } = this.grid;
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
    for (let p = passive.length - 1; p >= 0; p--) {
      const n = 3 * passive[p]!;
      re.fill(0, n, n + 3);
      im.fill(0, n, n + 3);
      for (let side = 0; side < 2; side++) {
        const to = passiveTo[2 * p + side]!;
        if (to < 0) continue;
        const at = BLOCK * (2 * p + side);
        for (let row = 0; row < 3; row++) {
          let x = 0;
          let y = 0;
          for (let column = 0; column < 3; column++) {
            const wr = passiveW[at + 6 * row + 2 * column]!;
            const wi = passiveW[at + 6 * row + 2 * column + 1]!;
            const ur = re[3 * to + column]!;
            const ui = im[3 * to + column]!;
            x += wr * ur - wi * ui;
            y += wr * ui + wi * ur;
          }
          re[n + row] = re[n + row]! + x;
          im[n + row] = im[n + row]! + y;
        }
      }
    }
    for (let n = 0; n < network.nodeIds.length; n++) {
      const base = network.uRatedV[n]! / SQRT3;
      for (let x = 3 * n; x < 3 * n + 3; x++) voltageV[x] = base * Math.sqrt(re[x]! * re[x]! + im[x]! * im[x]!);
    }
  }

  /** Power of the sources, and from it what the branches lose: delivered less consumed less drawn by shunts. */
  private writeSources(): void {
    const { voltageRe: re, voltageIm: im, sourceActivePowerW, sourceReactivePowerVar } = this;
    const { network, energized } = this.grid;
    let total = 0;
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
      total += sourceActivePowerW[s]!;
    }
    const { loadClosed, loadNode, loadTypes } = network;
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
    const { shuntNodes, shuntBlocks } = this.branches;
    for (let s = 0; s < shuntNodes.length; s++) {
      const n = 3 * shuntNodes[s]!;
      for (let row = 0; row < 3; row++) {
        for (let column = 0; column < 3; column++) {
          const yr = shuntBlocks[BLOCK * s + 6 * row + 2 * column]!;
          const yi = shuntBlocks[BLOCK * s + 6 * row + 2 * column + 1]!;
          const ir = yr * re[n + column]! - yi * im[n + column]!;
          const ii = yr * im[n + column]! + yi * re[n + column]!;
          total -= (re[n + row]! * ir + im[n + row]! * ii) * BASE_POWER_PHASE_VA;
        }
      }
    }
    this.lossesW = total;
  }

  /** Currents and loading of all branches from the voltages of their ends. */
  private writeBranches(): void {
    const { voltageRe: re, voltageIm: im, branchCurrentA, branchLoading, branchFrom, branchTo, branches } = this;
    const { compact, full, fullBlocks, baseFromA, baseToA, perCurrent, perPower } = branches;
    for (let b = 0; b < branchFrom.length; b++) {
      const f = 3 * branchFrom[b]!;
      const t = 3 * branchTo[b]!;
      const far = re[f]!;
      const fai = im[f]!;
      const fbr = re[f + 1]!;
      const fbi = im[f + 1]!;
      const fcr = re[f + 2]!;
      const fci = im[f + 2]!;
      const tar = re[t]!;
      const tai = im[t]!;
      const tbr = re[t + 1]!;
      const tbi = im[t + 1]!;
      const tcr = re[t + 2]!;
      const tci = im[t + 2]!;
      let iar: number;
      let iai: number;
      let ibr: number;
      let ibi: number;
      let icr: number;
      let ici: number;
      let oar: number;
      let oai: number;
      let obr: number;
      let obi: number;
      let ocr: number;
      let oci: number;
      if (full[b]! < 0) {
        const c = 12 * b;
        const xar = far - tar;
        const xai = fai - tai;
        const xbr = fbr - tbr;
        const xbi = fbi - tbi;
        const xcr = fcr - tcr;
        const xci = fci - tci;
        const sr = xar + xbr + xcr;
        const si = xai + xbi + xci;
        const dr = compact[c]!;
        const di = compact[c + 1]!;
        const mr = compact[c + 2]! * sr - compact[c + 3]! * si;
        const mi = compact[c + 2]! * si + compact[c + 3]! * sr;
        // the same series current leaves at the other end
        const ear = dr * xar - di * xai + mr;
        const eai = dr * xai + di * xar + mi;
        const ebr = dr * xbr - di * xbi + mr;
        const ebi = dr * xbi + di * xbr + mi;
        const ecr = dr * xcr - di * xci + mr;
        const eci = dr * xci + di * xcr + mi;
        const gr = compact[c + 4]!;
        const gi = compact[c + 5]!;
        const fsr = far + fbr + fcr;
        const fsi = fai + fbi + fci;
        const gmr = compact[c + 6]! * fsr - compact[c + 7]! * fsi;
        const gmi = compact[c + 6]! * fsi + compact[c + 7]! * fsr;
        iar = ear + gr * far - gi * fai + gmr;
        iai = eai + gr * fai + gi * far + gmi;
        ibr = ebr + gr * fbr - gi * fbi + gmr;
        ibi = ebi + gr * fbi + gi * fbr + gmi;
        icr = ecr + gr * fcr - gi * fci + gmr;
        ici = eci + gr * fci + gi * fcr + gmi;
        const hr = compact[c + 8]!;
        const hi = compact[c + 9]!;
        const tsr = tar + tbr + tcr;
        const tsi = tai + tbi + tci;
        const hmr = compact[c + 10]! * tsr - compact[c + 11]! * tsi;
        const hmi = compact[c + 10]! * tsi + compact[c + 11]! * tsr;
        oar = hr * tar - hi * tai + hmr - ear;
        oai = hr * tai + hi * tar + hmi - eai;
        obr = hr * tbr - hi * tbi + hmr - ebr;
        obi = hr * tbi + hi * tbr + hmi - ebi;
        ocr = hr * tcr - hi * tci + hmr - ecr;
        oci = hr * tci + hi * tcr + hmi - eci;
      } else {
        const out = this.fullCurrents(fullBlocks, 3 * BLOCK * full[b]!, f, t);
        iar = out[0]!;
        iai = out[1]!;
        ibr = out[2]!;
        ibi = out[3]!;
        icr = out[4]!;
        ici = out[5]!;
        oar = out[6]!;
        oai = out[7]!;
        obr = out[8]!;
        obi = out[9]!;
        ocr = out[10]!;
        oci = out[11]!;
      }
      const bf = baseFromA[b]!;
      const bt = baseToA[b]!;
      const ia = bf * Math.sqrt(iar * iar + iai * iai);
      const ib = bf * Math.sqrt(ibr * ibr + ibi * ibi);
      const ic = bf * Math.sqrt(icr * icr + ici * ici);
      const oa = bt * Math.sqrt(oar * oar + oai * oai);
      const ob = bt * Math.sqrt(obr * obr + obi * obi);
      const oc = bt * Math.sqrt(ocr * ocr + oci * oci);
      const inFrom = ia > ib ? (ia > ic ? ia : ic) : ib > ic ? ib : ic;
      const inTo = oa > ob ? (oa > oc ? oa : oc) : ob > oc ? ob : oc;
      const k = 3 * b;
      if (inFrom >= inTo) {
        branchCurrentA[k] = ia;
        branchCurrentA[k + 1] = ib;
        branchCurrentA[k + 2] = ic;
      } else {
        branchCurrentA[k] = oa;
        branchCurrentA[k + 1] = ob;
        branchCurrentA[k + 2] = oc;
      }
      if (perPower[b] === 0) {
        branchLoading[b] = (inFrom >= inTo ? inFrom : inTo) * perCurrent[b]!;
      } else {
        const sf =
          (ia * Math.sqrt(far * far + fai * fai) +
            ib * Math.sqrt(fbr * fbr + fbi * fbi) +
            ic * Math.sqrt(fcr * fcr + fci * fci)) /
          bf;
        const st =
          (oa * Math.sqrt(tar * tar + tai * tai) +
            ob * Math.sqrt(tbr * tbr + tbi * tbi) +
            oc * Math.sqrt(tcr * tcr + tci * tci)) /
          bt;
        // a leg of a three-winding transformer is judged at its winding, which is its from end
        const s = this.branchKinds[b] === BRANCH_KIND.three_winding_transformer || sf >= st ? sf : st;
        branchLoading[b] = s * perPower[b]!;
      }
    }
  }

  private readonly ends = new Float64Array(12);

  /** Currents into both ends of a branch with full blocks: re, im of a, b, c at from, then at to. */
  private fullCurrents(blocks: Float64Array, at: number, f: number, t: number): Float64Array {
    const { voltageRe: re, voltageIm: im, ends } = this;
    for (let row = 0; row < 3; row++) {
      let ir = 0;
      let ii = 0;
      let or = 0;
      let oi = 0;
      for (let column = 0; column < 3; column++) {
        const xr = re[f + column]! - re[t + column]!;
        const xi = im[f + column]! - im[t + column]!;
        const s = at + 6 * row + 2 * column;
        const back = at + 6 * column + 2 * row;
        ir += blocks[s]! * xr - blocks[s + 1]! * xi;
        ii += blocks[s]! * xi + blocks[s + 1]! * xr;
        or -= blocks[back]! * xr - blocks[back + 1]! * xi;
        oi -= blocks[back]! * xi + blocks[back + 1]! * xr;
        const g = s + BLOCK;
        ir += blocks[g]! * re[f + column]! - blocks[g + 1]! * im[f + column]!;
        ii += blocks[g]! * im[f + column]! + blocks[g + 1]! * re[f + column]!;
        const h = s + 2 * BLOCK;
        or += blocks[h]! * re[t + column]! - blocks[h + 1]! * im[t + column]!;
        oi += blocks[h]! * im[t + column]! + blocks[h + 1]! * re[t + column]!;
      }
      ends[2 * row] = ir;
      ends[2 * row + 1] = ii;
      ends[6 + 2 * row] = or;
      ends[6 + 2 * row + 1] = oi;
    }
    return ends;
  }
}

const SQRT3 = Math.sqrt(3);

/** Loads of constant current and impedance per node: p, q of a, b, c at 1 pu. Empty arrays if there are none. */
interface ZipLoads {
  /** Nodes (interior positions, or leaves) that have such loads. */
  readonly list: Int32Array;
  readonly has: Uint8Array;
  readonly impedance: Float64Array;
  readonly current: Float64Array;
}

function zipLoads(network: PreparedGrid['network'], placeOf: (load: number) => number, count: number): ZipLoads {
  const has = new Uint8Array(count);
  network.loadTypes.forEach((type, l) => {
    const place = placeOf(l);
    if (type !== 0 && network.loadClosed[l] === 1 && place >= 0) has[place] = 1;
  });
  const list = Int32Array.from([...has.keys()].filter((place) => has[place] === 1));
  const size = list.length === 0 ? 0 : 6 * count;
  return { list, has, impedance: new Float64Array(size), current: new Float64Array(size) };
}

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

interface BranchBlocks {
  /** d, m of transfer, excess from and excess to: twelve numbers per branch. */
  readonly compact: Float64Array;
  readonly full: Int32Array;
  /** Transfer, excess from, excess to of the branches with full blocks. */
  readonly fullBlocks: Float64Array;
  readonly baseFromA: Float64Array;
  readonly baseToA: Float64Array;
  /** Loading per A; and per pu of apparent power, 0 where the loading is by current. */
  readonly perCurrent: Float64Array;
  readonly perPower: Float64Array;
  readonly shuntNodes: Int32Array;
  readonly shuntBlocks: Float64Array;
}

function packBranches(grid: PreparedGrid): BranchBlocks {
  const { network } = grid;
  const count = network.branchIds.length;
  const compact = new Float64Array(12 * count);
  const full = new Int32Array(count).fill(-1);
  const fullBlocks: number[] = [];
  const perCurrent = new Float64Array(count);
  const perPower = new Float64Array(count);
  for (let b = 0; b < count; b++) {
    const parts = [network.transfer, network.excessFrom, network.excessTo];
    if (!parts.every((part, n) => selfMutual(compact, 12 * b + 4 * n, part, BLOCK * b))) {
      full[b] = fullBlocks.length / (3 * BLOCK);
      for (const part of parts) fullBlocks.push(...part.subarray(BLOCK * b, BLOCK * (b + 1)));
    }
    const kind = network.branchKinds[b];
    const sn = network.ratedPowerVA[b]!;
    if (kind === BRANCH_KIND.line || kind === BRANCH_KIND.asym_line) perCurrent[b] = 1 / network.ratedCurrentA[b]!;
    else if (kind !== BRANCH_KIND.link && sn > 0) perPower[b] = BASE_POWER_PHASE_VA / sn;
  }
  const shuntNodes: number[] = [];
  for (let n = 0; n < network.nodeCount; n++) {
    const block = network.shunt.subarray(BLOCK * n, BLOCK * (n + 1));
    if (grid.energized[n] === 1 && block.some((value) => value !== 0)) shuntNodes.push(n);
  }
  const base = (node: number) => BASE_POWER_VA / network.uRatedV[node]! / SQRT3;
  return {
    compact,
    full,
    fullBlocks: Float64Array.from(fullBlocks),
    baseFromA: Float64Array.from(network.branchFrom, base),
    baseToA: Float64Array.from(network.branchTo, base),
    perCurrent,
    perPower,
    shuntNodes: Int32Array.from(shuntNodes),
    shuntBlocks: Float64Array.from(shuntNodes.flatMap((n) => [...network.shunt.subarray(BLOCK * n, BLOCK * (n + 1))])),
  };
}

/** J = -conj(S / U) of constant-power loads, for the three phases of the node at offset `o`. */
function injectPower(j: Float64Array, o: number, u: Float64Array, power: Float64Array): void {
  const ar = u[o]!;
  const ai = u[o + 1]!;
  const br = u[o + 2]!;
  const bi = u[o + 3]!;
  const cr = u[o + 4]!;
  const ci = u[o + 5]!;
  const ap = power[o]!;
  const aq = power[o + 1]!;
  const bp = power[o + 2]!;
  const bq = power[o + 3]!;
  const cp = power[o + 4]!;
  const cq = power[o + 5]!;
  const a = -1 / (ar * ar + ai * ai);
  const b = -1 / (br * br + bi * bi);
  const c = -1 / (cr * cr + ci * ci);
  j[o] = a * (ap * ar + aq * ai);
  j[o + 1] = a * (ap * ai - aq * ar);
  j[o + 2] = b * (bp * br + bq * bi);
  j[o + 3] = b * (bp * bi - bq * br);
  j[o + 4] = c * (cp * cr + cq * ci);
  j[o + 5] = c * (cp * ci - cq * cr);
}

/** Adds the currents of constant-current and constant-impedance loads: J -= conj(S_I) U/|U| + conj(S_Z) U. */
function addZipAt(j: Float64Array, o: number, u: Float64Array, zip: ZipLoads): void {
  for (let n = o; n < o + 6; n += 2) {
    const re = u[n]!;
    const im = u[n + 1]!;
    const g = 1 / Math.sqrt(re * re + im * im);
    const p = g * zip.current[n]! + zip.impedance[n]!;
    const q = g * zip.current[n + 1]! + zip.impedance[n + 1]!;
    j[n] = j[n]! - (p * re + q * im);
    j[n + 1] = j[n + 1]! - (p * im - q * re);
  }
}

function giveToParent(
  j: Float64Array,
  parent: number,
  leafJ: Float64Array,
  leaf: number,
  factors: Factors,
  index: number,
): void {
  if (factors.full[index]! < 0) addSelfMutual(j, parent, factors.w, 4 * index, leafJ, leaf);
  else addTransposed(j, parent, factors.fullW, BLOCK * factors.full[index]!, leafJ, leaf);
}

/** y += (d I + m J) x */
function addSelfMutual(y: Float64Array, o: number, dm: Float64Array, f: number, x: Float64Array, i: number): void {
  const dr = dm[f]!;
  const di = dm[f + 1]!;
  const sr = x[i]! + x[i + 2]! + x[i + 4]!;
  const si = x[i + 1]! + x[i + 3]! + x[i + 5]!;
  const mr = dm[f + 2]! * sr - dm[f + 3]! * si;
  const mi = dm[f + 2]! * si + dm[f + 3]! * sr;
  for (let n = 0; n < 6; n += 2) {
    const re = x[i + n]!;
    const im = x[i + n + 1]!;
    y[o + n] = y[o + n]! + (dr * re - di * im + mr);
    y[o + n + 1] = y[o + n + 1]! + (dr * im + di * re + mi);
  }
}

/** y += M x */
function addProduct(y: Float64Array, o: number, m: Float64Array, f: number, x: Float64Array, i: number): void {
  for (let row = 0; row < 3; row++) {
    const at = f + 6 * row;
    let re = 0;
    let im = 0;
    for (let n = 0; n < 6; n += 2) {
      re += m[at + n]! * x[i + n]! - m[at + n + 1]! * x[i + n + 1]!;
      im += m[at + n]! * x[i + n + 1]! + m[at + n + 1]! * x[i + n]!;
    }
    y[o + 2 * row] = y[o + 2 * row]! + re;
    y[o + 2 * row + 1] = y[o + 2 * row + 1]! + im;
  }
}

/** y += Mᵀ x */
function addTransposed(y: Float64Array, o: number, m: Float64Array, f: number, x: Float64Array, i: number): void {
  for (let column = 0; column < 3; column++) {
    let re = 0;
    let im = 0;
    for (let row = 0; row < 3; row++) {
      const at = f + 6 * row + 2 * column;
      re += m[at]! * x[i + 2 * row]! - m[at + 1]! * x[i + 2 * row + 1]!;
      im += m[at]! * x[i + 2 * row + 1]! + m[at + 1]! * x[i + 2 * row]!;
    }
    y[o + 2 * column] = y[o + 2 * column]! + re;
    y[o + 2 * column + 1] = y[o + 2 * column + 1]! + im;
  }
}

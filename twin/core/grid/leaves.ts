/**
 * Leaves: nodes at the end of one branch, typically the homes. Their voltage needs the node's that they hang on,
 * U = Z J + W U_p, and their new current goes to it at once, J_p += Wᵀ J. A leaf with one loaded phase costs that phase only; the
 * others are brought up to date when results are read.
 */
import { BLOCK } from './complex.js';
import { addProduct, addSelfMutual, addTransposed, addZipAt, injectPower, type ZipLoads, zipLoads } from './kernels.js';
import type { PreparedGrid } from './prepare.js';

/** How a leaf is visited: one loaded phase (0, 1, 2), all phases, or all phases with full blocks or other types of load. */
export const ALL_PHASES = 3;
export const GENERAL = 4;

/** Numbers per record. */
const RECORD = 12;
const NO_CHARGING = new Float64Array(4);

export class Leaves {
  /** Voltage, current and constant-power load: six numbers per leaf. */
  readonly u: Float64Array;
  readonly j: Float64Array;
  readonly power: Float64Array;
  readonly zip: ZipLoads;
  readonly kind: Uint8Array;
  /** W of leaves in compact form: d and m, four numbers per leaf. */
  readonly w: Float64Array;
  /** Position of the node that each leaf hangs on. */
  readonly parent: Int32Array;

  private readonly factors: PreparedGrid['leafFactors'];
  private readonly nodeU: Float64Array;
  private readonly nodeJ: Float64Array;
  /** Leaves in three groups: one phase, all phases, general. The second and third begin at `groups[0]` and `groups[1]`. */
  private readonly order: Int32Array;
  private readonly groups = new Int32Array(2);
  /**
   * Of leaves with one loaded phase, in order of visit: d + m of Z, d of W, m of W, then power, current and voltage of that phase. One
   * stretch of memory each; spread over the other arrays, a pass over thousands of homes is bound by the cache.
   */
  private readonly records: Float64Array;
  /** Places of their node's voltage: of phase a, and of the loaded phase. */
  private readonly recordNode: Int32Array;
  private readonly recordPhase: Int32Array;
  private readonly scratch = new Float64Array(6);

  /** `nodeU` and `nodeJ`: six numbers per interior node. `leafOfLoad` is negative where a load is not on a leaf. */
  constructor(grid: PreparedGrid, nodeU: Float64Array, nodeJ: Float64Array, leafOfLoad: (load: number) => number) {
    const count = grid.leaves.length;
    this.u = new Float64Array(6 * count);
    this.j = new Float64Array(6 * count);
    this.power = new Float64Array(6 * count);
    this.zip = zipLoads(grid, leafOfLoad, count);
    this.kind = new Uint8Array(count);
    this.order = new Int32Array(count);
    this.records = new Float64Array(RECORD * count);
    this.recordNode = new Int32Array(count);
    this.recordPhase = new Int32Array(count);
    this.parent = grid.leafParent;
    this.factors = grid.leafFactors;
    this.nodeU = nodeU;
    this.nodeJ = nodeJ;
    this.w = grid.leafFactors.w;
  }

  /** No load, as it must be before loads enter anew. */
  forgetLoads(): void {
    this.power.fill(0);
    this.j.fill(0);
    this.zip.impedance.fill(0);
    this.zip.current.fill(0);
    for (let l = 0; l < this.kind.length; l++) this.kind[l] = this.kindOf(l);
    this.regroup();
  }

  /** How a leaf is to be visited for its present loads. */
  kindOf(leaf: number): number {
    const { power: s } = this;
    if (this.zip.has[leaf] === 1 || this.factors.full[leaf]! >= 0) return GENERAL;
    const o = 6 * leaf;
    const a = s[o] !== 0 || s[o + 1] !== 0;
    const b = s[o + 2] !== 0 || s[o + 3] !== 0;
    const c = s[o + 4] !== 0 || s[o + 5] !== 0;
    if (b) return a || c ? ALL_PHASES : 1;
    if (c) return a ? ALL_PHASES : 2;
    return 0;
  }

  /** To be called when kinds have changed. */
  regroup(): void {
    const { kind, order, groups } = this;
    let end = 0;
    for (let l = 0; l < kind.length; l++) if (kind[l]! < ALL_PHASES) order[end++] = l;
    groups[0] = end;
    for (let l = 0; l < kind.length; l++) if (kind[l] === ALL_PHASES) order[end++] = l;
    groups[1] = end;
    for (let l = 0; l < kind.length; l++) if (kind[l] === GENERAL) order[end++] = l;
    const { records, recordNode, recordPhase, parent } = this;
    const { z, w } = this.factors;
    for (let n = 0; n < groups[0]; n++) {
      const l = order[n]!;
      const f = RECORD * n;
      records[f] = z[4 * l]! + z[4 * l + 2]!;
      records[f + 1] = z[4 * l + 1]! + z[4 * l + 3]!;
      for (let x = 0; x < 4; x++) records[f + 2 + x] = w[4 * l + x]!;
      recordNode[n] = 6 * parent[l]!;
      recordPhase[n] = 6 * parent[l]! + 2 * kind[l]!;
    }
  }

  /** Adds what the current x (six numbers at `i`) of a leaf gives to its node: y += Wᵀ x. */
  toParent(leaf: number, y: Float64Array, o: number, x: Float64Array, i: number): void {
    const { full, w, fullW } = this.factors;
    if (full[leaf]! < 0) addSelfMutual(y, o, w, 4 * leaf, x, i);
    else addTransposed(y, o, fullW, BLOCK * full[leaf]!, x, i);
  }

  /** Follows the nodes' new voltages. `largest[0]` is the square of the largest voltage change so far, and after. */
  spread(compare: boolean, largest: Float64Array): void {
    this.spreadOnePhase(compare, largest);
    this.spreadAllPhases(largest);
    for (let n = this.groups[1]!; n < this.order.length; n++) this.visitGeneral(this.order[n]!, largest);
  }

  private spreadOnePhase(compare: boolean, change: Float64Array): void {
    const { records, recordNode, recordPhase, nodeU, nodeJ } = this;
    const end = this.groups[0]!;
    let largest = change[0]!;
    for (let n = 0; n < end; n++) {
      const f = RECORD * n;
      const o = recordNode[n]!;
      const y = recordPhase[n]!;
      const wr = records[f + 2]!;
      const wi = records[f + 3]!;
      const vr = records[f + 4]!;
      const vi = records[f + 5]!;
      const zr = records[f]!;
      const zi = records[f + 1]!;
      const jr = records[f + 8]!;
      const ji = records[f + 9]!;
      const s = nodeU[o]! + nodeU[o + 2]! + nodeU[o + 4]!;
      const si = nodeU[o + 1]! + nodeU[o + 3]! + nodeU[o + 5]!;
      const ur = nodeU[y]!;
      const ui = nodeU[y + 1]!;
      const re = zr * jr - zi * ji + wr * ur - wi * ui + vr * s - vi * si;
      const im = zr * ji + zi * jr + wr * ui + wi * ur + vr * si + vi * s;
      if (compare) {
        const dr = re - records[f + 10]!;
        const di = im - records[f + 11]!;
        const d = dr * dr + di * di;
        if (d > largest) largest = d;
      }
      records[f + 10] = re;
      records[f + 11] = im;
      const g = -1 / (re * re + im * im);
      const pw = records[f + 6]!;
      const qw = records[f + 7]!;
      const nr = g * (pw * re + qw * im);
      const ni = g * (pw * im - qw * re);
      records[f + 8] = nr;
      records[f + 9] = ni;
      const mr = vr * nr - vi * ni;
      const mi = vr * ni + vi * nr;
      nodeJ[o] = nodeJ[o]! + mr;
      nodeJ[o + 1] = nodeJ[o + 1]! + mi;
      nodeJ[o + 2] = nodeJ[o + 2]! + mr;
      nodeJ[o + 3] = nodeJ[o + 3]! + mi;
      nodeJ[o + 4] = nodeJ[o + 4]! + mr;
      nodeJ[o + 5] = nodeJ[o + 5]! + mi;
      nodeJ[y] = nodeJ[y]! + (wr * nr - wi * ni);
      nodeJ[y + 1] = nodeJ[y + 1]! + (wr * ni + wi * nr);
    }
    change[0] = largest;
  }

  private spreadAllPhases(change: Float64Array): void {
    const { u, j, power, nodeU, nodeJ, parent, order } = this;
    const { z, w } = this.factors;
    const end = this.groups[1]!;
    let largest = change[0]!;
    for (let n = this.groups[0]!; n < end; n++) {
      const l = order[n]!;
      const o = 6 * parent[l]!;
      const f = 4 * l;
      const x = 6 * l;
      const jar = j[x]!;
      const jai = j[x + 1]!;
      const jbr = j[x + 2]!;
      const jbi = j[x + 3]!;
      const jcr = j[x + 4]!;
      const jci = j[x + 5]!;
      const par = nodeU[o]!;
      const pai = nodeU[o + 1]!;
      const pbr = nodeU[o + 2]!;
      const pbi = nodeU[o + 3]!;
      const pcr = nodeU[o + 4]!;
      const pci = nodeU[o + 5]!;
      const zr = z[f]!;
      const zi = z[f + 1]!;
      const xr = z[f + 2]!;
      const xi = z[f + 3]!;
      const wr = w[f]!;
      const wi = w[f + 1]!;
      const vr = w[f + 2]!;
      const vi = w[f + 3]!;
      const js = jar + jbr + jcr;
      const jsi = jai + jbi + jci;
      const ps = par + pbr + pcr;
      const psi = pai + pbi + pci;
      const mr = xr * js - xi * jsi + vr * ps - vi * psi;
      const mi = xr * jsi + xi * js + vr * psi + vi * ps;
      const ar = zr * jar - zi * jai + wr * par - wi * pai + mr;
      const ai = zr * jai + zi * jar + wr * pai + wi * par + mi;
      const br = zr * jbr - zi * jbi + wr * pbr - wi * pbi + mr;
      const bi = zr * jbi + zi * jbr + wr * pbi + wi * pbr + mi;
      const cr = zr * jcr - zi * jci + wr * pcr - wi * pci + mr;
      const ci = zr * jci + zi * jcr + wr * pci + wi * pcr + mi;
      const dar = ar - u[x]!;
      const dai = ai - u[x + 1]!;
      const dbr = br - u[x + 2]!;
      const dbi = bi - u[x + 3]!;
      const dcr = cr - u[x + 4]!;
      const dci = ci - u[x + 5]!;
      const da = dar * dar + dai * dai;
      const db = dbr * dbr + dbi * dbi;
      const dc = dcr * dcr + dci * dci;
      if (da > largest) largest = da;
      if (db > largest) largest = db;
      if (dc > largest) largest = dc;
      u[x] = ar;
      u[x + 1] = ai;
      u[x + 2] = br;
      u[x + 3] = bi;
      u[x + 4] = cr;
      u[x + 5] = ci;
      const ga = -1 / (ar * ar + ai * ai);
      const gb = -1 / (br * br + bi * bi);
      const gc = -1 / (cr * cr + ci * ci);
      const pa = ga * power[x]!;
      const qa = ga * power[x + 1]!;
      const pb = gb * power[x + 2]!;
      const qb = gb * power[x + 3]!;
      const pc = gc * power[x + 4]!;
      const qc = gc * power[x + 5]!;
      const nar = pa * ar + qa * ai;
      const nai = pa * ai - qa * ar;
      const nbr = pb * br + qb * bi;
      const nbi = pb * bi - qb * br;
      const ncr = pc * cr + qc * ci;
      const nci = pc * ci - qc * cr;
      j[x] = nar;
      j[x + 1] = nai;
      j[x + 2] = nbr;
      j[x + 3] = nbi;
      j[x + 4] = ncr;
      j[x + 5] = nci;
      const ns = nar + nbr + ncr;
      const nsi = nai + nbi + nci;
      const gr = vr * ns - vi * nsi;
      const gi = vr * nsi + vi * ns;
      nodeJ[o] = nodeJ[o]! + (wr * nar - wi * nai + gr);
      nodeJ[o + 1] = nodeJ[o + 1]! + (wr * nai + wi * nar + gi);
      nodeJ[o + 2] = nodeJ[o + 2]! + (wr * nbr - wi * nbi + gr);
      nodeJ[o + 3] = nodeJ[o + 3]! + (wr * nbi + wi * nbr + gi);
      nodeJ[o + 4] = nodeJ[o + 4]! + (wr * ncr - wi * nci + gr);
      nodeJ[o + 5] = nodeJ[o + 5]! + (wr * nci + wi * ncr + gi);
    }
    change[0] = largest;
  }

  /** A leaf behind a branch without compact form, or with loads of other types. */
  private visitGeneral(l: number, largest: Float64Array): void {
    const { u, j, power, zip, nodeU, nodeJ, scratch } = this;
    const { z, w, full, fullZ, fullW } = this.factors;
    const o = 6 * this.parent[l]!;
    const x = 6 * l;
    scratch.fill(0);
    if (full[l]! < 0) {
      addSelfMutual(scratch, 0, z, 4 * l, j, x);
      addSelfMutual(scratch, 0, w, 4 * l, nodeU, o);
    } else {
      addProduct(scratch, 0, fullZ, BLOCK * full[l]!, j, x);
      addProduct(scratch, 0, fullW, BLOCK * full[l]!, nodeU, o);
    }
    for (let n = 0; n < 6; n += 2) {
      const dr = scratch[n]! - u[x + n]!;
      const di = scratch[n + 1]! - u[x + n + 1]!;
      const d = dr * dr + di * di;
      if (d > largest[0]!) largest[0] = d;
      u[x + n] = scratch[n]!;
      u[x + n + 1] = scratch[n + 1]!;
    }
    injectPower(j, x, u, power, NO_CHARGING, 0);
    if (zip.has[l] === 1) addZipAt(j, x, u, zip);
    this.toParent(l, nodeJ, o, j, x);
  }

  /** Copies power, current and voltage of the loaded phase into the records that the passes work on. */
  pack(): void {
    const { records, order, kind, power, j, u } = this;
    const end = this.groups[0]!;
    for (let n = 0; n < end; n++) {
      const l = order[n]!;
      const x = 6 * l + 2 * kind[l]!;
      const f = RECORD * n;
      records[f + 6] = power[x]!;
      records[f + 7] = power[x + 1]!;
      records[f + 8] = j[x]!;
      records[f + 9] = j[x + 1]!;
      records[f + 10] = u[x]!;
      records[f + 11] = u[x + 1]!;
    }
  }

  /** Copies the results back, with the phases that the passes did not follow because they carry no load. */
  unpack(): void {
    const { records, recordNode, order, kind, j, u, nodeU } = this;
    const { z } = this.factors;
    const end = this.groups[0]!;
    for (let n = 0; n < end; n++) {
      const l = order[n]!;
      const f = RECORD * n;
      const o = recordNode[n]!;
      const first = 6 * l;
      const x = first + 2 * kind[l]!;
      const wr = records[f + 2]!;
      const wi = records[f + 3]!;
      const vr = records[f + 4]!;
      const vi = records[f + 5]!;
      const jr = records[f + 8]!;
      const ji = records[f + 9]!;
      const mutualRe = z[4 * l + 2]!;
      const mutualIm = z[4 * l + 3]!;
      const ar = nodeU[o]!;
      const ai = nodeU[o + 1]!;
      const br = nodeU[o + 2]!;
      const bi = nodeU[o + 3]!;
      const cr = nodeU[o + 4]!;
      const ci = nodeU[o + 5]!;
      const s = ar + br + cr;
      const si = ai + bi + ci;
      const re = mutualRe * jr - mutualIm * ji + vr * s - vi * si;
      const im = mutualRe * ji + mutualIm * jr + vr * si + vi * s;
      u[first] = re + wr * ar - wi * ai;
      u[first + 1] = im + wr * ai + wi * ar;
      u[first + 2] = re + wr * br - wi * bi;
      u[first + 3] = im + wr * bi + wi * br;
      u[first + 4] = re + wr * cr - wi * ci;
      u[first + 5] = im + wr * ci + wi * cr;
      u[x] = records[f + 10]!;
      u[x + 1] = records[f + 11]!;
      j[x] = jr;
      j[x + 1] = ji;
    }
  }
}

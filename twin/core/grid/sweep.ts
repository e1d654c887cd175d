/**
 * The two passes of one iteration over a prepared grid.
 *
 *   gather   runs towards the sources: T = Σ J of each run is given to the node that its head hangs on,
 *            J_p += Wᵀ T  (for a stretch of ring see `order.ts`)
 *   spread   runs away from the sources: U of the head, U = Z T + W U_p; then along the run U_k = U_(k+1) + z_k I_k with the current
 *            I_k that is carried on, I_(k-1) = I_k - J_k. The same visit replaces J_k by what the node injects at its new
 *            voltage, with one reciprocal per phase:
 *            J = -(P + I |U| + Z |U|²) U / |U|² - Y U   per phase, P, I, Z the conjugate powers of the three load types at 1 pu
 *            Leaves follow: their voltage needs their node's, and their new current goes to its J at once. A leaf with one
 *            loaded phase costs that phase only.
 *
 * Along a run neither the parent's voltage nor the node's own is looked up. Voltages are stored, and compared with those before,
 * only in passes that may be the last one or two (`PASS`).
 *
 * What is carried from node to node must fit the processor's registers: more in one loop (sums of J, leaves) was slower by half.
 *
 * Nothing here allocates. Values are per unit of 1/3 MVA per phase and the node's rated line-to-neutral voltage.
 */
import { BLOCK } from './complex.js';
import { Heads } from './heads.js';
import { addProduct, addSelfMutual, addTransposed, addZipAt, injectPower, type ZipLoads, zipLoads } from './kernels.js';
import { type PreparedGrid, SERIES } from './prepare.js';
import type { SourceCurrents } from './sources.js';

/** What a pass does with the new voltages. */
export const PASS = { carry: 0, store: 1, compare: 2 } as const;
const { carry: CARRY, compare: COMPARE } = PASS;

/** What a node does, as bits: charging, constant power, and whether others look its voltage up: leaves, runs that hang on it. */
const CHARGED = 1;
const LOADED = 2;
const LOOKED_UP = 4;

/** How a leaf is visited: one loaded phase (0, 1, 2), all phases, or all phases with full blocks or other types of load. */
export const ALL_PHASES = 3;
export const GENERAL = 4;

/** Place in `state`: square of the largest voltage change of this pass. */
export const LARGEST = 0;
const NO_CHARGING = new Float64Array(4);

export class Sweep {
  /** Voltage and current of interior nodes and leaves: six numbers each (re, im of a, b, c). */
  readonly u: Float64Array;
  readonly j: Float64Array;
  readonly leafU: Float64Array;
  readonly leafJ: Float64Array;
  /** Sum of J along each run, from `gather`. */
  private readonly total: Float64Array;
  /** Constant-power loads per interior node and leaf: p, q of a, b, c; the other types where there are any. */
  readonly power: Float64Array;
  readonly leafPower: Float64Array;
  readonly zip: ZipLoads;
  readonly leafZip: ZipLoads;
  readonly leafClass: Uint8Array;
  /** Position or leaf of each node: -1 - leaf for leaves; nodes that are neither have no entry that counts. */
  readonly place: Int32Array;
  /** A number that changes per pass: as a field it would be allocated anew each time. */
  readonly state = new Float64Array(1);

  private readonly grid: PreparedGrid;
  private readonly sources: SourceCurrents;
  /** Series impedance and charging of each interior node: d and m each, eight numbers. */
  private readonly zy: Float64Array;
  private readonly form: Uint8Array;
  /** Per leaf: d + m of Z, d of W, m of W. */
  readonly leafOnePhase: Float64Array;
  private readonly heads: Heads;
  private readonly scratch = new Float64Array(6);

  constructor(grid: PreparedGrid, sources: SourceCurrents) {
    const { network, interior, leaves } = grid;
    this.grid = grid;
    this.sources = sources;
    const inside = interior.length;
    this.u = new Float64Array(6 * inside);
    this.j = new Float64Array(6 * inside);
    this.power = new Float64Array(6 * inside);
    this.leafU = new Float64Array(6 * leaves.length);
    this.leafJ = new Float64Array(6 * leaves.length);
    this.leafPower = new Float64Array(6 * leaves.length);
    this.leafClass = new Uint8Array(leaves.length);
    this.total = new Float64Array(6 * grid.runHead.length);
    this.place = new Int32Array(network.nodeCount);
    interior.forEach((node, k) => {
      this.place[node] = k;
    });
    leaves.forEach((node, l) => {
      this.place[node] = -1 - l;
    });
    const placeOfLoad = (load: number) => this.place[network.loadNode[load]!]!;
    this.zip = zipLoads(grid, placeOfLoad, inside);
    this.leafZip = zipLoads(grid, (load) => -1 - placeOfLoad(load), leaves.length);

    this.zy = new Float64Array(8 * inside);
    for (let k = 0; k < inside; k++) {
      this.zy.set(grid.interiorFactors.z.subarray(4 * k, 4 * k + 4), 8 * k);
      this.zy.set(grid.charging.subarray(4 * k, 4 * k + 4), 8 * k + 4);
    }
    const { z, w } = grid.leafFactors;
    this.leafOnePhase = new Float64Array(6 * leaves.length);
    for (let l = 0; l < leaves.length; l++) {
      const f = 4 * l;
      this.leafOnePhase.set([z[f]! + z[f + 2]!, z[f + 1]! + z[f + 3]!, w[f]!, w[f + 1]!, w[f + 2]!, w[f + 3]!], 6 * l);
    }
    this.form = this.forms();
    this.heads = new Heads(grid, this.u, this.j, this.total);
  }

  private forms(): Uint8Array {
    const { grid } = this;
    const { network } = grid;
    const form = new Uint8Array(grid.interior.length);
    const mark = (k: number, bit: number) => {
      form[k] = form[k]! | bit;
    };
    grid.charging.forEach((value, n) => {
      if (value !== 0) mark(n >> 2, CHARGED);
    });
    network.loadNode.forEach((node, l) => {
      const at = this.place[node]!;
      if (network.loadClosed[l] === 1 && grid.energized[node] === 1 && at >= 0) mark(at, LOADED);
    });
    for (const k of this.zip.list) mark(k, LOOKED_UP);
    for (const k of grid.leafParent) mark(k, LOOKED_UP);
    for (const head of grid.runHead) {
      const parent = grid.parent[head]!;
      mark(parent >= 0 ? parent : head, LOOKED_UP);
    }
    for (const k of grid.extraTo) mark(k, LOOKED_UP);
    for (const k of grid.loopTo) mark(k, LOOKED_UP);
    return form;
  }

  /** How a leaf is to be visited for its present loads. */
  classOf(leaf: number): number {
    const { leafPower: s } = this;
    if (this.leafZip.has[leaf] === 1 || this.grid.leafFactors.full[leaf]! >= 0) return GENERAL;
    const o = 6 * leaf;
    const a = s[o] !== 0 || s[o + 1] !== 0;
    const b = s[o + 2] !== 0 || s[o + 3] !== 0;
    const c = s[o + 4] !== 0 || s[o + 5] !== 0;
    if (b) return a || c ? ALL_PHASES : 1;
    if (c) return a ? ALL_PHASES : 2;
    return 0;
  }

  /** Nothing injected but by sources, all voltages 0. */
  startFlat(): void {
    this.forgetLoads();
    this.u.fill(0);
    this.leafU.fill(0);
    this.j.fill(0);
    this.addSourceCurrents();
  }

  /** No load, as it must be before loads enter anew. */
  forgetLoads(): void {
    for (const powers of [this.power, this.leafPower, this.leafJ]) powers.fill(0);
    for (const { impedance, current } of [this.zip, this.leafZip]) {
      impedance.fill(0);
      current.fill(0);
    }
    for (let l = 0; l < this.leafClass.length; l++) this.leafClass[l] = this.classOf(l);
  }

  /** Adds what the current x (six numbers at `i`) of a leaf gives to its node: y += Wᵀ x. */
  leafToParent(leaf: number, y: Float64Array, o: number, x: Float64Array, i: number): void {
    const { full, w, fullW } = this.grid.leafFactors;
    if (full[leaf]! < 0) addSelfMutual(y, o, w, 4 * leaf, x, i);
    else addTransposed(y, o, fullW, BLOCK * full[leaf]!, x, i);
  }

  private addSourceCurrents(): void {
    const { j, place } = this;
    const { node, current } = this.sources;
    for (let s = 0; s < node.length; s++) {
      const o = 6 * place[node[s]!]!;
      for (let n = 0; n < 6; n++) j[o + n] = j[o + n]! + current[6 * s + n]!;
    }
  }

  /** Currents flow from runs to the nodes that their heads hang on. */
  gather(): void {
    const { j, total } = this;
    const { parent, runHead, runEnd, runKind } = this.grid;
    for (let r = 0; r < runHead.length; r++) {
      const head = runHead[r]!;
      let ar = 0;
      let ai = 0;
      let br = 0;
      let bi = 0;
      let cr = 0;
      let ci = 0;
      for (let o = 6 * runEnd[r]!; o <= 6 * head; o += 6) {
        ar += j[o]!;
        ai += j[o + 1]!;
        br += j[o + 2]!;
        bi += j[o + 3]!;
        cr += j[o + 4]!;
        ci += j[o + 5]!;
      }
      const t = 6 * r;
      total[t] = ar;
      total[t + 1] = ai;
      total[t + 2] = br;
      total[t + 3] = bi;
      total[t + 4] = cr;
      total[t + 5] = ci;
      if (runKind[r] !== SERIES) {
        this.heads.give(r);
        continue;
      }
      const o = 6 * parent[head]!;
      j[o] = j[o]! + ar;
      j[o + 1] = j[o + 1]! + ai;
      j[o + 2] = j[o + 2]! + br;
      j[o + 3] = j[o + 3]! + bi;
      j[o + 4] = j[o + 4]! + cr;
      j[o + 5] = j[o + 5]! + ci;
    }
  }

  /** Voltages follow from the sources outwards; every visited node gets its new current. `pass` is one of `PASS`. */
  spread(pass: number): void {
    this.state[LARGEST] = 0;
    this.spreadRuns(pass);
    const { j, u, zip } = this;
    for (let n = 0; n < zip.list.length; n++) addZipAt(j, 6 * zip.list[n]!, u, zip);
    this.addSourceCurrents();
    this.spreadLeaves(pass);
  }

  private spreadRuns(pass: number): void {
    const { u, j, total, power, form, zy, state } = this;
    const { result: scratch } = this.heads;
    const { parent, runHead, runEnd, runKind } = this.grid;
    let largest = 0;
    for (let r = runHead.length - 1; r >= 0; r--) {
      const head = runHead[r]!;
      const low = runEnd[r]!;
      // voltage and current that are carried along the run
      let ar = 0;
      let ai = 0;
      let br = 0;
      let bi = 0;
      let cr = 0;
      let ci = 0;
      let far = 0;
      let fai = 0;
      let fbr = 0;
      let fbi = 0;
      let fcr = 0;
      let fci = 0;
      let first = head;
      if (runKind[r] === SERIES) {
        const p = 6 * parent[head]!;
        const t = 6 * r;
        ar = u[p]!;
        ai = u[p + 1]!;
        br = u[p + 2]!;
        bi = u[p + 3]!;
        cr = u[p + 4]!;
        ci = u[p + 5]!;
        far = total[t]!;
        fai = total[t + 1]!;
        fbr = total[t + 2]!;
        fbi = total[t + 3]!;
        fcr = total[t + 4]!;
        fci = total[t + 5]!;
      } else {
        this.heads.voltage(r);
        this.storeHead(head, pass);
        const o = 6 * head;
        ar = u[o]!;
        ai = u[o + 1]!;
        br = u[o + 2]!;
        bi = u[o + 3]!;
        cr = u[o + 4]!;
        ci = u[o + 5]!;
        far = scratch[6]!;
        fai = scratch[7]!;
        fbr = scratch[8]!;
        fbi = scratch[9]!;
        fcr = scratch[10]!;
        fci = scratch[11]!;
        first--;
      }
      for (let k = first; k >= low; k--) {
        const f = 8 * k;
        const o = 6 * k;
        const what = form[k]!;
        const zr = zy[f]!;
        const zi = zy[f + 1]!;
        const xr = zy[f + 2]!;
        const xi = zy[f + 3]!;
        const fs = far + fbr + fcr;
        const fsi = fai + fbi + fci;
        const zmr = xr * fs - xi * fsi;
        const zmi = xr * fsi + xi * fs;
        ar += zr * far - zi * fai + zmr;
        ai += zr * fai + zi * far + zmi;
        br += zr * fbr - zi * fbi + zmr;
        bi += zr * fbi + zi * fbr + zmi;
        cr += zr * fcr - zi * fci + zmr;
        ci += zr * fci + zi * fcr + zmi;
        far -= j[o]!;
        fai -= j[o + 1]!;
        fbr -= j[o + 2]!;
        fbi -= j[o + 3]!;
        fcr -= j[o + 4]!;
        fci -= j[o + 5]!;
        if (pass === COMPARE) {
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
        }
        if (pass !== CARRY || what >= LOOKED_UP) {
          u[o] = ar;
          u[o + 1] = ai;
          u[o + 2] = br;
          u[o + 3] = bi;
          u[o + 4] = cr;
          u[o + 5] = ci;
        }
        if ((what & (CHARGED | LOADED)) === 0) {
          j[o] = 0;
          j[o + 1] = 0;
          j[o + 2] = 0;
          j[o + 3] = 0;
          j[o + 4] = 0;
          j[o + 5] = 0;
          continue;
        }
        const yr = zy[f + 4]!;
        const yi = zy[f + 5]!;
        const qr = zy[f + 6]!;
        const qi = zy[f + 7]!;
        const us = ar + br + cr;
        const usi = ai + bi + ci;
        const mr = qr * us - qi * usi;
        const mi = qr * usi + qi * us;
        if ((what & LOADED) === 0) {
          j[o] = yi * ai - yr * ar - mr;
          j[o + 1] = -(yi * ar + yr * ai + mi);
          j[o + 2] = yi * bi - yr * br - mr;
          j[o + 3] = -(yi * br + yr * bi + mi);
          j[o + 4] = yi * ci - yr * cr - mr;
          j[o + 5] = -(yi * cr + yr * ci + mi);
          continue;
        }
        const ga = 1 / (ar * ar + ai * ai);
        const pa = ga * power[o]! + yr;
        const qa = ga * power[o + 1]! - yi;
        j[o] = -(pa * ar + qa * ai + mr);
        j[o + 1] = qa * ar - pa * ai - mi;
        const gb = 1 / (br * br + bi * bi);
        const pb = gb * power[o + 2]! + yr;
        const qb = gb * power[o + 3]! - yi;
        j[o + 2] = -(pb * br + qb * bi + mr);
        j[o + 3] = qb * br - pb * bi - mi;
        const gc = 1 / (cr * cr + ci * ci);
        const pc = gc * power[o + 4]! + yr;
        const qc = gc * power[o + 5]! - yi;
        j[o + 4] = -(pc * cr + qc * ci + mr);
        j[o + 5] = qc * cr - pc * ci - mi;
      }
    }
    if (largest > state[LARGEST]!) state[LARGEST] = largest;
  }

  /** Stores the voltage of a head that is not on a plain cable, from `heads.result`, and leaves there the current that flows on. */
  private storeHead(head: number, pass: number): void {
    const { u, j, power, form, state } = this;
    const { result: scratch } = this.heads;
    const o = 6 * head;
    for (let n = 0; n < 6; n += 2) {
      const re = scratch[n]!;
      const im = scratch[n + 1]!;
      const dr = re - u[o + n]!;
      const di = im - u[o + n + 1]!;
      const d = dr * dr + di * di;
      if (pass === COMPARE && d > state[LARGEST]!) state[LARGEST] = d;
      u[o + n] = re;
      u[o + n + 1] = im;
      scratch[6 + n] = scratch[6 + n]! - j[o + n]!;
      scratch[7 + n] = scratch[7 + n]! - j[o + n + 1]!;
      j[o + n] = 0;
      j[o + n + 1] = 0;
    }
    if ((form[head]! & (CHARGED | LOADED)) !== 0) injectPower(j, o, u, power, this.grid.charging, 4 * head);
  }

  private spreadLeaves(pass: number): void {
    const { u, j, leafU, leafJ, leafPower, leafClass, leafOnePhase, state } = this;
    const { leafParent } = this.grid;
    let largest = 0;
    for (let l = 0; l < leafClass.length; l++) {
      const phase = leafClass[l]!;
      const o = 6 * leafParent[l]!;
      if (phase >= ALL_PHASES) {
        if (phase === ALL_PHASES) this.visitLeaf(l, o);
        else this.visitGeneralLeaf(l, o);
        continue;
      }
      const f = 6 * l;
      const x = f + 2 * phase;
      const y = o + 2 * phase;
      const zr = leafOnePhase[f]!;
      const zi = leafOnePhase[f + 1]!;
      const wr = leafOnePhase[f + 2]!;
      const wi = leafOnePhase[f + 3]!;
      const vr = leafOnePhase[f + 4]!;
      const vi = leafOnePhase[f + 5]!;
      const s = u[o]! + u[o + 2]! + u[o + 4]!;
      const si = u[o + 1]! + u[o + 3]! + u[o + 5]!;
      const ur = u[y]!;
      const ui = u[y + 1]!;
      const jr = leafJ[x]!;
      const ji = leafJ[x + 1]!;
      const re = zr * jr - zi * ji + wr * ur - wi * ui + vr * s - vi * si;
      const im = zr * ji + zi * jr + wr * ui + wi * ur + vr * si + vi * s;
      if (pass === COMPARE) {
        const dr = re - leafU[x]!;
        const di = im - leafU[x + 1]!;
        const d = dr * dr + di * di;
        if (d > largest) largest = d;
      }
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
      j[o] = j[o]! + mr;
      j[o + 1] = j[o + 1]! + mi;
      j[o + 2] = j[o + 2]! + mr;
      j[o + 3] = j[o + 3]! + mi;
      j[o + 4] = j[o + 4]! + mr;
      j[o + 5] = j[o + 5]! + mi;
      j[y] = j[y]! + (wr * nr - wi * ni);
      j[y + 1] = j[y + 1]! + (wr * ni + wi * nr);
    }
    if (largest > state[LARGEST]!) state[LARGEST] = largest;
  }

  /** A leaf that is loaded on several phases, in compact form, at the node with offset `o`. */
  private visitLeaf(l: number, o: number): void {
    const { u, j, leafU, leafJ, leafPower, state } = this;
    const { z, w } = this.grid.leafFactors;
    const f = 4 * l;
    const x = 6 * l;
    const jar = leafJ[x]!;
    const jai = leafJ[x + 1]!;
    const jbr = leafJ[x + 2]!;
    const jbi = leafJ[x + 3]!;
    const jcr = leafJ[x + 4]!;
    const jci = leafJ[x + 5]!;
    const par = u[o]!;
    const pai = u[o + 1]!;
    const pbr = u[o + 2]!;
    const pbi = u[o + 3]!;
    const pcr = u[o + 4]!;
    const pci = u[o + 5]!;
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
    const dar = ar - leafU[x]!;
    const dai = ai - leafU[x + 1]!;
    const dbr = br - leafU[x + 2]!;
    const dbi = bi - leafU[x + 3]!;
    const dcr = cr - leafU[x + 4]!;
    const dci = ci - leafU[x + 5]!;
    const da = dar * dar + dai * dai;
    const db = dbr * dbr + dbi * dbi;
    const dc = dcr * dcr + dci * dci;
    if (da > state[LARGEST]!) state[LARGEST] = da;
    if (db > state[LARGEST]!) state[LARGEST] = db;
    if (dc > state[LARGEST]!) state[LARGEST] = dc;
    leafU[x] = ar;
    leafU[x + 1] = ai;
    leafU[x + 2] = br;
    leafU[x + 3] = bi;
    leafU[x + 4] = cr;
    leafU[x + 5] = ci;
    const ga = -1 / (ar * ar + ai * ai);
    const gb = -1 / (br * br + bi * bi);
    const gc = -1 / (cr * cr + ci * ci);
    const pa = ga * leafPower[x]!;
    const qa = ga * leafPower[x + 1]!;
    const pb = gb * leafPower[x + 2]!;
    const qb = gb * leafPower[x + 3]!;
    const pc = gc * leafPower[x + 4]!;
    const qc = gc * leafPower[x + 5]!;
    const nar = pa * ar + qa * ai;
    const nai = pa * ai - qa * ar;
    const nbr = pb * br + qb * bi;
    const nbi = pb * bi - qb * br;
    const ncr = pc * cr + qc * ci;
    const nci = pc * ci - qc * cr;
    leafJ[x] = nar;
    leafJ[x + 1] = nai;
    leafJ[x + 2] = nbr;
    leafJ[x + 3] = nbi;
    leafJ[x + 4] = ncr;
    leafJ[x + 5] = nci;
    const ns = nar + nbr + ncr;
    const nsi = nai + nbi + nci;
    const gr = vr * ns - vi * nsi;
    const gi = vr * nsi + vi * ns;
    j[o] = j[o]! + (wr * nar - wi * nai + gr);
    j[o + 1] = j[o + 1]! + (wr * nai + wi * nar + gi);
    j[o + 2] = j[o + 2]! + (wr * nbr - wi * nbi + gr);
    j[o + 3] = j[o + 3]! + (wr * nbi + wi * nbr + gi);
    j[o + 4] = j[o + 4]! + (wr * ncr - wi * nci + gr);
    j[o + 5] = j[o + 5]! + (wr * nci + wi * ncr + gi);
  }

  /** A leaf behind a branch without compact form, or with loads of other types. */
  private visitGeneralLeaf(l: number, o: number): void {
    const { j, leafU, leafJ, leafPower, leafZip, scratch, state } = this;
    const x = 6 * l;
    this.voltageOfLeaf(l, o);
    for (let n = 0; n < 6; n += 2) {
      const dr = scratch[n]! - leafU[x + n]!;
      const di = scratch[n + 1]! - leafU[x + n + 1]!;
      const d = dr * dr + di * di;
      if (d > state[LARGEST]!) state[LARGEST] = d;
      leafU[x + n] = scratch[n]!;
      leafU[x + n + 1] = scratch[n + 1]!;
    }
    injectPower(leafJ, x, leafU, leafPower, NO_CHARGING, 0);
    if (leafZip.has[l] === 1) addZipAt(leafJ, x, leafU, leafZip);
    this.leafToParent(l, j, o, leafJ, x);
  }

  /** Z J + W U of a leaf, all phases, into `scratch`. */
  private voltageOfLeaf(l: number, o: number): void {
    const { u, leafJ, scratch } = this;
    const { z, w, full, fullZ, fullW } = this.grid.leafFactors;
    scratch.fill(0, 0, 6);
    if (full[l]! < 0) {
      addSelfMutual(scratch, 0, z, 4 * l, leafJ, 6 * l);
      addSelfMutual(scratch, 0, w, 4 * l, u, o);
    } else {
      addProduct(scratch, 0, fullZ, BLOCK * full[l]!, leafJ, 6 * l);
      addProduct(scratch, 0, fullW, BLOCK * full[l]!, u, o);
    }
  }

  /** Brings the phases of leaves up to date that `spread` did not follow because they carry no load. */
  followUnloadedPhases(): void {
    const { u, leafClass, leafU, leafJ, leafOnePhase } = this;
    const { leafParent, leafFactors } = this.grid;
    const { z } = leafFactors;
    for (let l = 0; l < leafClass.length; l++) {
      const phase = leafClass[l]!;
      if (phase >= ALL_PHASES) continue;
      const o = 6 * leafParent[l]!;
      const f = 6 * l;
      const x = f + 2 * phase;
      const wr = leafOnePhase[f + 2]!;
      const wi = leafOnePhase[f + 3]!;
      const vr = leafOnePhase[f + 4]!;
      const vi = leafOnePhase[f + 5]!;
      const s = u[o]! + u[o + 2]! + u[o + 4]!;
      const si = u[o + 1]! + u[o + 3]! + u[o + 5]!;
      const mutualRe = z[4 * l + 2]!;
      const mutualIm = z[4 * l + 3]!;
      const re = mutualRe * leafJ[x]! - mutualIm * leafJ[x + 1]! + vr * s - vi * si;
      const im = mutualRe * leafJ[x + 1]! + mutualIm * leafJ[x]! + vr * si + vi * s;
      const ownRe = leafU[x]!;
      const ownIm = leafU[x + 1]!;
      for (let n = 0; n < 6; n += 2) {
        leafU[f + n] = re + wr * u[o + n]! - wi * u[o + n + 1]!;
        leafU[f + n + 1] = im + wr * u[o + n + 1]! + wi * u[o + n]!;
      }
      leafU[x] = ownRe;
      leafU[x + 1] = ownIm;
    }
  }

  /** Whether all is still numbers: a NaN anywhere reaches its island's last node within the same iteration. */
  finite(): boolean {
    const { u } = this;
    const { runHead, parent } = this.grid;
    for (let r = 0; r < runHead.length; r++) {
      if (parent[runHead[r]!]! >= 0) continue;
      const o = 6 * runHead[r]!;
      const sum = u[o]! + u[o + 1]! + u[o + 2]! + u[o + 3]! + u[o + 4]! + u[o + 5]!;
      if (!(sum - sum === 0)) return false;
    }
    return true;
  }
}

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
import { Heads } from './heads.js';
import { addZipAt, injectPower, type ZipLoads, zipLoads } from './kernels.js';
import { Leaves } from './leaves.js';
import { LOOP, type PreparedGrid, SERIES } from './prepare.js';
import type { SourceCurrents } from './sources.js';

/** What a pass does with the new voltages. */
export const PASS = { carry: 0, store: 1, compare: 2 } as const;
const { carry: CARRY, compare: COMPARE } = PASS;

/** What a node does, as bits: charging, constant power, and whether others look its voltage up: leaves, runs that hang on it. */
const CHARGED = 1;
const LOADED = 2;
const LOOKED_UP = 4;

/** Place in `state`: square of the largest voltage change of this pass. */
export const LARGEST = 0;

export class Sweep {
  /** Voltage and current of interior nodes: six numbers each (re, im of a, b, c). */
  readonly u: Float64Array;
  readonly j: Float64Array;
  /** Sum of J along each run, from `gather`. */
  private readonly total: Float64Array;
  /** Constant-power loads per interior node: p, q of a, b, c; the other types where there are any. */
  readonly power: Float64Array;
  readonly zip: ZipLoads;
  /** Position or leaf of each node: -1 - leaf for leaves; nodes that are neither have no entry that counts. */
  readonly place: Int32Array;
  /** A number that changes per pass: as a field it would be allocated anew each time. */
  readonly state = new Float64Array(1);

  private readonly grid: PreparedGrid;
  private readonly sources: SourceCurrents;
  /** Series impedance and charging of each interior node: d and m each, eight numbers. */
  private readonly zy: Float64Array;
  private readonly form: Uint8Array;
  readonly leaves: Leaves;
  private readonly heads: Heads;

  constructor(grid: PreparedGrid, sources: SourceCurrents) {
    const { network, interior, leaves } = grid;
    this.grid = grid;
    this.sources = sources;
    const inside = interior.length;
    this.u = new Float64Array(6 * inside);
    this.j = new Float64Array(6 * inside);
    this.power = new Float64Array(6 * inside);
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
    this.leaves = new Leaves(grid, this.u, this.j, (load) => -1 - placeOfLoad(load));

    this.zy = new Float64Array(8 * inside);
    for (let k = 0; k < inside; k++) {
      this.zy.set(grid.interiorFactors.z.subarray(4 * k, 4 * k + 4), 8 * k);
      this.zy.set(grid.charging.subarray(4 * k, 4 * k + 4), 8 * k + 4);
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

  /** Nothing injected but by sources, all voltages 0. */
  startFlat(): void {
    this.forgetLoads();
    this.u.fill(0);
    this.leaves.u.fill(0);
    this.j.fill(0);
    this.addSourceCurrents();
  }

  /** No load, as it must be before loads enter anew. */
  forgetLoads(): void {
    this.power.fill(0);
    this.zip.impedance.fill(0);
    this.zip.current.fill(0);
    this.leaves.forgetLoads();
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
      if (runKind[r] === LOOP) {
        this.heads.give(r);
        continue;
      }
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
    this.leaves.spread(pass === COMPARE, this.state);
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
      if (runKind[r] === SERIES || runKind[r] === LOOP) {
        const p = 6 * parent[head]!;
        const t = 6 * r;
        if (runKind[r] === LOOP) this.heads.enterLoop(r);
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

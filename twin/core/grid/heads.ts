/**
 * Heads of runs that do not hang on a plain cable: stretches of ring (`order.ts`), transformers, junctions of meshes, nodes with full
 * blocks, the last node of an island. What their run gives to other nodes, and what voltage they get from them.
 */
import { BLOCK } from './complex.js';
import { addProduct, addSelfMutual, addTransposed } from './kernels.js';
import { LOOP, MESHED, type PreparedGrid } from './prepare.js';

export class Heads {
  /** From `voltage`: that of the head, and behind it the current that flows from the head into its run. */
  readonly result = new Float64Array(12);

  private readonly grid: PreparedGrid;
  private readonly u: Float64Array;
  private readonly j: Float64Array;
  private readonly total: Float64Array;
  private readonly scratch = new Float64Array(6);

  /** `u` and `j` of all interior nodes, `total` current of each run: six numbers each. */
  constructor(grid: PreparedGrid, u: Float64Array, j: Float64Array, total: Float64Array) {
    this.grid = grid;
    this.u = u;
    this.j = j;
    this.total = total;
  }

  /** Adds what run r gives to the nodes that its head hangs on. */
  give(r: number): void {
    const kind = this.grid.runKind[r]!;
    if (kind === LOOP) this.giveOfLoop(r);
    else if (kind === MESHED) this.giveOfJunction(r);
    else this.giveOfBlocks(r);
  }

  /** Voltage of the head of run r into `result`; not for stretches of ring. */
  voltage(r: number): void {
    const kind = this.grid.runKind[r]!;
    if (kind === MESHED) this.voltageOfJunction(r);
    else this.voltageOfBlocks(r);
  }

  /** Σ Λ_i J_i of a stretch of ring to A, and into `total`; the rest of its current to B. */
  private giveOfLoop(r: number): void {
    const { j, total } = this;
    const { parent, runHead, runEnd, runLoop, loopTo, loopShare } = this.grid;
    const head = runHead[r]!;
    let sar = 0;
    let sai = 0;
    let sbr = 0;
    let sbi = 0;
    let scr = 0;
    let sci = 0;
    let ar = 0;
    let ai = 0;
    let br = 0;
    let bi = 0;
    let cr = 0;
    let ci = 0;
    for (let k = runEnd[r]!; k <= head; k++) {
      const o = 6 * k;
      const f = 4 * k;
      const dr = loopShare[f]!;
      const di = loopShare[f + 1]!;
      const vr = loopShare[f + 2]!;
      const vi = loopShare[f + 3]!;
      const jar = j[o]!;
      const jai = j[o + 1]!;
      const jbr = j[o + 2]!;
      const jbi = j[o + 3]!;
      const jcr = j[o + 4]!;
      const jci = j[o + 5]!;
      sar += jar;
      sai += jai;
      sbr += jbr;
      sbi += jbi;
      scr += jcr;
      sci += jci;
      const s = jar + jbr + jcr;
      const si = jai + jbi + jci;
      const mr = vr * s - vi * si;
      const mi = vr * si + vi * s;
      ar += dr * jar - di * jai + mr;
      ai += dr * jai + di * jar + mi;
      br += dr * jbr - di * jbi + mr;
      bi += dr * jbi + di * jbr + mi;
      cr += dr * jcr - di * jci + mr;
      ci += dr * jci + di * jcr + mi;
    }
    const t = 6 * r;
    total[t] = ar;
    total[t + 1] = ai;
    total[t + 2] = br;
    total[t + 3] = bi;
    total[t + 4] = cr;
    total[t + 5] = ci;
    const a = 6 * parent[head]!;
    j[a] = j[a]! + ar;
    j[a + 1] = j[a + 1]! + ai;
    j[a + 2] = j[a + 2]! + br;
    j[a + 3] = j[a + 3]! + bi;
    j[a + 4] = j[a + 4]! + cr;
    j[a + 5] = j[a + 5]! + ci;
    const b = 6 * loopTo[runLoop[r]!]!;
    j[b] = j[b]! + (sar - ar);
    j[b + 1] = j[b + 1]! + (sai - ai);
    j[b + 2] = j[b + 2]! + (sbr - br);
    j[b + 3] = j[b + 3]! + (sbi - bi);
    j[b + 4] = j[b + 4]! + (scr - cr);
    j[b + 5] = j[b + 5]! + (sci - ci);
  }

  /** Completes the current that flows into a stretch of ring at A: `total` of the run becomes I_A = S (U_B - U_A) + Σ Λ J. */
  enterLoop(r: number): void {
    const { u, total } = this;
    const { parent, runHead, runLoop, loopTo, loopS } = this.grid;
    const loop = runLoop[r]!;
    const a = 6 * parent[runHead[r]!]!;
    const b = 6 * loopTo[loop]!;
    const f = 4 * loop;
    const t = 6 * r;
    const ar = u[b]! - u[a]!;
    const ai = u[b + 1]! - u[a + 1]!;
    const br = u[b + 2]! - u[a + 2]!;
    const bi = u[b + 3]! - u[a + 3]!;
    const cr = u[b + 4]! - u[a + 4]!;
    const ci = u[b + 5]! - u[a + 5]!;
    const s = ar + br + cr;
    const si = ai + bi + ci;
    const dr = loopS[f]!;
    const di = loopS[f + 1]!;
    const vr = loopS[f + 2]!;
    const vi = loopS[f + 3]!;
    const mr = vr * s - vi * si;
    const mi = vr * si + vi * s;
    total[t] = total[t]! + (dr * ar - di * ai + mr);
    total[t + 1] = total[t + 1]! + (dr * ai + di * ar + mi);
    total[t + 2] = total[t + 2]! + (dr * br - di * bi + mr);
    total[t + 3] = total[t + 3]! + (dr * bi + di * br + mi);
    total[t + 4] = total[t + 4]! + (dr * cr - di * ci + mr);
    total[t + 5] = total[t + 5]! + (dr * ci + di * cr + mi);
  }

  /** Shares W of the current to the other neighbours; the parent gets the rest, because the W add up to the identity. */
  private giveOfJunction(r: number): void {
    const { j, total } = this;
    const { parent, runHead, extraStart, extraTo, extraW } = this.grid;
    const head = runHead[r]!;
    const t = 6 * r;
    const xar = total[t]!;
    const xai = total[t + 1]!;
    const xbr = total[t + 2]!;
    const xbi = total[t + 3]!;
    const xcr = total[t + 4]!;
    const xci = total[t + 5]!;
    const s = xar + xbr + xcr;
    const si = xai + xbi + xci;
    let ar = xar;
    let ai = xai;
    let br = xbr;
    let bi = xbi;
    let cr = xcr;
    let ci = xci;
    for (let e = extraStart[head]!; e < extraStart[head + 1]!; e++) {
      const f = 4 * e;
      const dr = extraW[f]!;
      const di = extraW[f + 1]!;
      const mr = extraW[f + 2]! * s - extraW[f + 3]! * si;
      const mi = extraW[f + 2]! * si + extraW[f + 3]! * s;
      const yar = dr * xar - di * xai + mr;
      const yai = dr * xai + di * xar + mi;
      const ybr = dr * xbr - di * xbi + mr;
      const ybi = dr * xbi + di * xbr + mi;
      const ycr = dr * xcr - di * xci + mr;
      const yci = dr * xci + di * xcr + mi;
      const q = 6 * extraTo[e]!;
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
    const p = 6 * parent[head]!;
    j[p] = j[p]! + ar;
    j[p + 1] = j[p + 1]! + ai;
    j[p + 2] = j[p + 2]! + br;
    j[p + 3] = j[p + 3]! + bi;
    j[p + 4] = j[p + 4]! + cr;
    j[p + 5] = j[p + 5]! + ci;
  }

  /** U = Z T + U_p + Σ W_q (U_q - U_p) over the other neighbours q. */
  private voltageOfJunction(r: number): void {
    const { u, total, result } = this;
    const { parent, runHead, extraStart, extraTo, extraW, interiorFactors } = this.grid;
    const { z } = interiorFactors;
    const head = runHead[r]!;
    const p = 6 * parent[head]!;
    const t = 6 * r;
    const g = 4 * head;
    const par = u[p]!;
    const pai = u[p + 1]!;
    const pbr = u[p + 2]!;
    const pbi = u[p + 3]!;
    const pcr = u[p + 4]!;
    const pci = u[p + 5]!;
    const far = total[t]!;
    const fai = total[t + 1]!;
    const fbr = total[t + 2]!;
    const fbi = total[t + 3]!;
    const fcr = total[t + 4]!;
    const fci = total[t + 5]!;
    const fs = far + fbr + fcr;
    const fsi = fai + fbi + fci;
    const zr = z[g]!;
    const zi = z[g + 1]!;
    const nr = z[g + 2]! * fs - z[g + 3]! * fsi;
    const ni = z[g + 2]! * fsi + z[g + 3]! * fs;
    let ar = par + (zr * far - zi * fai + nr);
    let ai = pai + (zr * fai + zi * far + ni);
    let br = pbr + (zr * fbr - zi * fbi + nr);
    let bi = pbi + (zr * fbi + zi * fbr + ni);
    let cr = pcr + (zr * fcr - zi * fci + nr);
    let ci = pci + (zr * fci + zi * fcr + ni);
    for (let e = extraStart[head]!; e < extraStart[head + 1]!; e++) {
      const q = 6 * extraTo[e]!;
      const f = 4 * e;
      const xar = u[q]! - par;
      const xai = u[q + 1]! - pai;
      const xbr = u[q + 2]! - pbr;
      const xbi = u[q + 3]! - pbi;
      const xcr = u[q + 4]! - pcr;
      const xci = u[q + 5]! - pci;
      const s = xar + xbr + xcr;
      const si = xai + xbi + xci;
      const dr = extraW[f]!;
      const di = extraW[f + 1]!;
      const mr = extraW[f + 2]! * s - extraW[f + 3]! * si;
      const mi = extraW[f + 2]! * si + extraW[f + 3]! * s;
      ar += dr * xar - di * xai + mr;
      ai += dr * xai + di * xar + mi;
      br += dr * xbr - di * xbi + mr;
      bi += dr * xbi + di * xbr + mi;
      cr += dr * xcr - di * xci + mr;
      ci += dr * xci + di * xcr + mi;
    }
    result[0] = ar;
    result[1] = ai;
    result[2] = br;
    result[3] = bi;
    result[4] = cr;
    result[5] = ci;
    result[6] = far;
    result[7] = fai;
    result[8] = fbr;
    result[9] = fbi;
    result[10] = fcr;
    result[11] = fci;
  }

  /** J_q += W_qᵀ T for every neighbour, in any form of blocks. */
  private giveOfBlocks(r: number): void {
    const { j, total } = this;
    const { parent, runHead, interiorFactors, extraStart, extraTo, extraFull } = this.grid;
    const { w, full, fullW } = interiorFactors;
    const head = runHead[r]!;
    const p = parent[head]!;
    if (p < 0) return;
    if (full[head]! < 0) addSelfMutual(j, 6 * p, w, 4 * head, total, 6 * r);
    else addTransposed(j, 6 * p, fullW, BLOCK * full[head]!, total, 6 * r);
    for (let e = extraStart[head]!; e < extraStart[head + 1]!; e++) {
      addTransposed(j, 6 * extraTo[e]!, extraFull, BLOCK * e, total, 6 * r);
    }
  }

  /** U = Z T + Σ W_q U_q */
  private voltageOfBlocks(r: number): void {
    const { u, total, scratch, result } = this;
    const { parent, runHead, interiorFactors, extraStart, extraTo, extraFull } = this.grid;
    const { z, w, full, fullZ, fullW } = interiorFactors;
    const head = runHead[r]!;
    const p = parent[head]!;
    scratch.fill(0);
    if (full[head]! < 0) {
      addSelfMutual(scratch, 0, z, 4 * head, total, 6 * r);
      if (p >= 0) addSelfMutual(scratch, 0, w, 4 * head, u, 6 * p);
    } else {
      addProduct(scratch, 0, fullZ, BLOCK * full[head]!, total, 6 * r);
      if (p >= 0) addProduct(scratch, 0, fullW, BLOCK * full[head]!, u, 6 * p);
    }
    for (let e = extraStart[head]!; e < extraStart[head + 1]!; e++) {
      addProduct(scratch, 0, extraFull, BLOCK * e, u, 6 * extraTo[e]!);
    }
    for (let n = 0; n < 6; n++) {
      result[n] = scratch[n]!;
      result[6 + n] = total[6 * r + n]!;
    }
  }
}

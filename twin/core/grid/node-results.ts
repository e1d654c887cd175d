/** Voltages of all nodes in the dataset's order, those out of the iteration included. */
import { BLOCK } from './complex.js';
import { addProduct } from './kernels.js';
import type { PreparedGrid } from './prepare.js';
import type { Sweep } from './sweep.js';

const SQRT3 = Math.sqrt(3);

export class NodeResults {
  private readonly grid: PreparedGrid;
  private readonly scratch = new Float64Array(6);
  private readonly pair = new Float64Array(6);

  constructor(grid: PreparedGrid) {
    this.grid = grid;
  }

  /** Writes the per-unit voltages and their magnitudes in V (line to neutral), three phases per node. */
  write(sweep: Sweep, re: Float64Array, im: Float64Array, voltageV: Float64Array): void {
    const { interior, leaves, network } = this.grid;
    spreadOut(interior, sweep.u, re, im);
    spreadOut(leaves, sweep.leafU, re, im);
    this.restorePassive(re, im);
    for (let n = 0; n < network.nodeIds.length; n++) {
      const base = network.uRatedV[n]! / SQRT3;
      for (let x = 3 * n; x < 3 * n + 3; x++) voltageV[x] = base * Math.sqrt(re[x]! * re[x]! + im[x]! * im[x]!);
    }
  }

  /** Voltages of the nodes that were eliminated before the iteration, the last eliminated first. */
  private restorePassive(re: Float64Array, im: Float64Array): void {
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
}

/** From six numbers per place to three per node. */
function spreadOut(nodes: Int32Array, u: Float64Array, re: Float64Array, im: Float64Array): void {
  for (let k = 0; k < nodes.length; k++) {
    const n = 3 * nodes[k]!;
    const o = 6 * k;
    re[n] = u[o]!;
    im[n] = u[o + 1]!;
    re[n + 1] = u[o + 2]!;
    im[n + 1] = u[o + 3]!;
    re[n + 2] = u[o + 4]!;
    im[n + 2] = u[o + 5]!;
  }
}

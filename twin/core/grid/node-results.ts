/** Voltages of all nodes in the dataset's order, those out of the iteration included. */
import { BLOCK } from './complex.js';
import { addProduct } from './kernels.js';
import type { Network } from './network.js';
import type { PreparedGrid } from './prepare.js';
import type { Sweep } from './sweep.js';

const SQRT3 = Math.sqrt(3);

export class NodeResults {
  private readonly grid: PreparedGrid;
  private readonly scratch = new Float64Array(6);
  private readonly pair = new Float64Array(6);

  /** Interior nodes, and leaves and passive nodes that nothing else writes: places in the grid's lists. */
  private readonly inside: Int32Array;
  private readonly leaves: Int32Array;
  private readonly passive: Int32Array;

  /** `done`: lists in which 1 marks the nodes that something else writes. */
  constructor(grid: PreparedGrid, done: readonly Uint8Array[]) {
    this.grid = grid;
    const isLeft = (node: number) => done.every((marks) => marks[node] === 0);
    this.inside = Int32Array.from(grid.interior.keys());
    this.leaves = Int32Array.from([...grid.leaves.keys()].filter((l) => isLeft(grid.leaves[l]!)));
    this.passive = Int32Array.from([...grid.passive.keys()].filter((p) => isLeft(grid.passive[p]!)));
  }

  /** Writes the voltages of the nodes that were iterated: per unit, and magnitudes in V (line to neutral), three phases each. */
  writeIterated(sweep: Sweep, re: Float64Array, im: Float64Array, voltageV: Float64Array): void {
    const { interior, leaves, network } = this.grid;
    spreadOut(network, interior, this.inside, sweep.u, re, im, voltageV);
    spreadOut(network, leaves, this.leaves, sweep.leaves.u, re, im, voltageV);
  }

  /** Voltages of the nodes that were eliminated before the iteration, the last eliminated first. */
  restorePassive(re: Float64Array, im: Float64Array, voltageV: Float64Array): void {
    const { network, passive, passiveTo, passiveCompact, passiveW, passiveFull } = this.grid;
    for (let place = this.passive.length - 1; place >= 0; place--) {
      const p = this.passive[place]!;
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
      // star points of three-winding transformers are no nodes of the dataset
      if (passive[p]! >= network.nodeIds.length) continue;
      const base = network.uRatedV[passive[p]!]! / SQRT3;
      voltageV[n] = base * Math.sqrt(ar * ar + ai * ai);
      voltageV[n + 1] = base * Math.sqrt(br * br + bi * bi);
      voltageV[n + 2] = base * Math.sqrt(cr * cr + ci * ci);
    }
  }
}

/** From six numbers per place to three per node, and their magnitudes: of the `places` among `nodes`. */
function spreadOut(
  network: Network,
  nodes: Int32Array,
  places: Int32Array,
  u: Float64Array,
  re: Float64Array,
  im: Float64Array,
  voltageV: Float64Array,
): void {
  const { uRatedV } = network;
  for (let p = 0; p < places.length; p++) {
    const k = places[p]!;
    const n = 3 * nodes[k]!;
    const o = 6 * k;
    const base = uRatedV[nodes[k]!]! / SQRT3;
    const ar = u[o]!;
    const ai = u[o + 1]!;
    const br = u[o + 2]!;
    const bi = u[o + 3]!;
    const cr = u[o + 4]!;
    const ci = u[o + 5]!;
    re[n] = ar;
    im[n] = ai;
    re[n + 1] = br;
    im[n + 1] = bi;
    re[n + 2] = cr;
    im[n + 2] = ci;
    if (n >= voltageV.length) continue;
    voltageV[n] = base * Math.sqrt(ar * ar + ai * ai);
    voltageV[n + 1] = base * Math.sqrt(br * br + bi * bi);
    voltageV[n + 2] = base * Math.sqrt(cr * cr + ci * ci);
  }
}

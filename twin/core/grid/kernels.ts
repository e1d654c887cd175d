/**
 * The small operations of the solver on three-phase quantities: six numbers each (re, im of a, b, c) at an offset of an array.
 * They allocate nothing. The passes over all nodes in `sweep.ts`, `heads.ts` and `leaves.ts` write the frequent cases out in place.
 */
import type { PreparedGrid } from './prepare.js';
import { CONST_POWER } from './schema.js';

/** Loads of constant current and impedance per node: p, q of a, b, c at 1 pu. Empty arrays if there are none. */
export interface ZipLoads {
  /** Nodes (interior positions, or leaves) that have such loads. */
  readonly list: Int32Array;
  readonly has: Uint8Array;
  readonly impedance: Float64Array;
  readonly current: Float64Array;
}

export function zipLoads(grid: PreparedGrid, placeOf: (load: number) => number, count: number): ZipLoads {
  const { network, energized } = grid;
  const has = new Uint8Array(count);
  network.loadTypes.forEach((type, l) => {
    const place = placeOf(l);
    if (type === CONST_POWER || network.loadClosed[l] === 0 || energized[network.loadNode[l]!] === 0) return;
    if (place >= 0) has[place] = 1;
  });
  const list = Int32Array.from([...has.keys()].filter((place) => has[place] === 1));
  const size = list.length === 0 ? 0 : 6 * count;
  return { list, has, impedance: new Float64Array(size), current: new Float64Array(size) };
}

/** J = -conj(S / U) - Y U of constant-power loads and charging Y = d I + m J at the node with offset `o`. */
export function injectPower(
  j: Float64Array,
  o: number,
  u: Float64Array,
  power: Float64Array,
  charging: Float64Array,
  f: number,
): void {
  const ar = u[o]!;
  const ai = u[o + 1]!;
  const br = u[o + 2]!;
  const bi = u[o + 3]!;
  const cr = u[o + 4]!;
  const ci = u[o + 5]!;
  const dr = charging[f]!;
  const di = charging[f + 1]!;
  const sr = ar + br + cr;
  const si = ai + bi + ci;
  const mr = charging[f + 2]! * sr - charging[f + 3]! * si;
  const mi = charging[f + 2]! * si + charging[f + 3]! * sr;
  const ga = 1 / (ar * ar + ai * ai);
  const gb = 1 / (br * br + bi * bi);
  const gc = 1 / (cr * cr + ci * ci);
  const pa = ga * power[o]! + dr;
  const qa = ga * power[o + 1]! - di;
  const pb = gb * power[o + 2]! + dr;
  const qb = gb * power[o + 3]! - di;
  const pc = gc * power[o + 4]! + dr;
  const qc = gc * power[o + 5]! - di;
  j[o] = -(pa * ar + qa * ai + mr);
  j[o + 1] = qa * ar - pa * ai - mi;
  j[o + 2] = -(pb * br + qb * bi + mr);
  j[o + 3] = qb * br - pb * bi - mi;
  j[o + 4] = -(pc * cr + qc * ci + mr);
  j[o + 5] = qc * cr - pc * ci - mi;
}

/** Adds the currents of constant-current and constant-impedance loads: J -= conj(S_I) U/|U| + conj(S_Z) U. */
export function addZipAt(j: Float64Array, o: number, u: Float64Array, zip: ZipLoads): void {
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

/** y += (d I + m J) x */
export function addSelfMutual(
  y: Float64Array,
  o: number,
  dm: Float64Array,
  f: number,
  x: Float64Array,
  i: number,
): void {
  const dr = dm[f]!;
  const di = dm[f + 1]!;
  const ar = x[i]!;
  const ai = x[i + 1]!;
  const br = x[i + 2]!;
  const bi = x[i + 3]!;
  const cr = x[i + 4]!;
  const ci = x[i + 5]!;
  const sr = ar + br + cr;
  const si = ai + bi + ci;
  const mr = dm[f + 2]! * sr - dm[f + 3]! * si;
  const mi = dm[f + 2]! * si + dm[f + 3]! * sr;
  y[o] = y[o]! + (dr * ar - di * ai + mr);
  y[o + 1] = y[o + 1]! + (dr * ai + di * ar + mi);
  y[o + 2] = y[o + 2]! + (dr * br - di * bi + mr);
  y[o + 3] = y[o + 3]! + (dr * bi + di * br + mi);
  y[o + 4] = y[o + 4]! + (dr * cr - di * ci + mr);
  y[o + 5] = y[o + 5]! + (dr * ci + di * cr + mi);
}

/** y += M x */
export function addProduct(y: Float64Array, o: number, m: Float64Array, f: number, x: Float64Array, i: number): void {
  const ar = x[i]!;
  const ai = x[i + 1]!;
  const br = x[i + 2]!;
  const bi = x[i + 3]!;
  const cr = x[i + 4]!;
  const ci = x[i + 5]!;
  for (let row = 0; row < 3; row++) {
    const p = f + 6 * row;
    const n = o + 2 * row;
    const re = m[p]! * ar - m[p + 1]! * ai + (m[p + 2]! * br - m[p + 3]! * bi) + (m[p + 4]! * cr - m[p + 5]! * ci);
    const im = m[p]! * ai + m[p + 1]! * ar + (m[p + 2]! * bi + m[p + 3]! * br) + (m[p + 4]! * ci + m[p + 5]! * cr);
    y[n] = y[n]! + re;
    y[n + 1] = y[n + 1]! + im;
  }
}

/** y += Mᵀ x */
export function addTransposed(
  y: Float64Array,
  o: number,
  m: Float64Array,
  f: number,
  x: Float64Array,
  i: number,
): void {
  const ar = x[i]!;
  const ai = x[i + 1]!;
  const br = x[i + 2]!;
  const bi = x[i + 3]!;
  const cr = x[i + 4]!;
  const ci = x[i + 5]!;
  for (let column = 0; column < 3; column++) {
    const p = f + 2 * column;
    const n = o + 2 * column;
    const re = m[p]! * ar - m[p + 1]! * ai + (m[p + 6]! * br - m[p + 7]! * bi) + (m[p + 12]! * cr - m[p + 13]! * ci);
    const im = m[p]! * ai + m[p + 1]! * ar + (m[p + 6]! * bi + m[p + 7]! * br) + (m[p + 12]! * ci + m[p + 13]! * cr);
    y[n] = y[n]! + re;
    y[n + 1] = y[n + 1]! + im;
  }
}

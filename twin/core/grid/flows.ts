/**
 * Currents of one branch from the voltages of its ends (the formulas at the head of `branch-model.ts`), for results that
 * are asked for now and then. The solver's own passes over all branches are `branch-results.ts` and `cable-walk.ts`.
 */

/**
 * Writes the currents into a branch, in per unit: re, im of phases a, b, c at its from end, then at its to end.
 * `re` and `im` hold three phases per node; `from` and `to` are node indices; the blocks start at `at`.
 */
export function branchCurrents(
  out: Float64Array,
  blocks: { readonly transfer: Float64Array; readonly excessFrom: Float64Array; readonly excessTo: Float64Array },
  at: number,
  re: Float64Array,
  im: Float64Array,
  from: number,
  to: number,
): void {
  const { transfer, excessFrom, excessTo } = blocks;
  const f = 3 * from;
  const t = 3 * to;
  for (let row = 0; row < 3; row++) {
    let inRe = 0;
    let inIm = 0;
    let outRe = 0;
    let outIm = 0;
    for (let column = 0; column < 3; column++) {
      const dRe = re[f + column]! - re[t + column]!;
      const dIm = im[f + column]! - im[t + column]!;
      const s = at + 6 * row + 2 * column;
      const transposed = at + 6 * column + 2 * row;
      inRe += transfer[s]! * dRe - transfer[s + 1]! * dIm;
      inIm += transfer[s]! * dIm + transfer[s + 1]! * dRe;
      outRe -= transfer[transposed]! * dRe - transfer[transposed + 1]! * dIm;
      outIm -= transfer[transposed]! * dIm + transfer[transposed + 1]! * dRe;
      inRe += excessFrom[s]! * re[f + column]! - excessFrom[s + 1]! * im[f + column]!;
      inIm += excessFrom[s]! * im[f + column]! + excessFrom[s + 1]! * re[f + column]!;
      outRe += excessTo[s]! * re[t + column]! - excessTo[s + 1]! * im[t + column]!;
      outIm += excessTo[s]! * im[t + column]! + excessTo[s + 1]! * re[t + column]!;
    }
    out[2 * row] = inRe;
    out[2 * row + 1] = inIm;
    out[6 + 2 * row] = outRe;
    out[6 + 2 * row + 1] = outIm;
  }
}

/** Writes M u, or adds `factor` times it: re, im of phases a, b, c; `u` of node `node`. */
export function addAdmittanceCurrent(
  out: Float64Array,
  block: Float64Array,
  at: number,
  re: Float64Array,
  im: Float64Array,
  node: number,
  factor: number,
): void {
  for (let row = 0; row < 3; row++) {
    for (let column = 0; column < 3; column++) {
      const yRe = block[at + 6 * row + 2 * column]!;
      const yIm = block[at + 6 * row + 2 * column + 1]!;
      const n = 3 * node + column;
      out[2 * row]! += factor * (yRe * re[n]! - yIm * im[n]!);
      out[2 * row + 1]! += factor * (yRe * im[n]! + yIm * re[n]!);
    }
  }
}

/** Number of values that `branchCurrents` writes. */
export const BRANCH_CURRENTS = 12;

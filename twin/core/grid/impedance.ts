/**
 * Impedances with equal self and mutual terms, M = d I + m J (J is all ones): four numbers. Balanced cables have that form, and it
 * is closed under sums and inverses: its eigenvalues are d (positive and negative sequence) and d + 3 m (zero sequence).
 */
import { type Complex, inverse, magnitude, mul } from './complex.js';

/** d and m, real and imaginary part each. */
export type Compact = Float64Array;

const compact = (positive: Complex, zero: Complex): Compact =>
  Float64Array.of(positive[0], positive[1], (zero[0] - positive[0]) / 3, (zero[1] - positive[1]) / 3);

/** Series impedance 1/S of a transfer in sequence components if it has equal self and mutual terms; null otherwise. */
export function seriesImpedance(block: Float64Array, at: number): Compact | null {
  for (let row = 0; row < 3; row++) {
    for (let column = 0; column < 3; column++) {
      const n = at + 6 * row + 2 * column;
      if (row !== column && (block[n] !== 0 || block[n + 1] !== 0)) return null;
    }
  }
  const zero: Complex = [block[at]!, block[at + 1]!];
  const positive: Complex = [block[at + 8]!, block[at + 9]!];
  const apart = Math.abs(block[at + 16]! - positive[0]) + Math.abs(block[at + 17]! - positive[1]);
  if (apart > 1e-13 * magnitude(positive)) return null;
  const [z0, z1] = [inverse(zero), inverse(positive)];
  if (!Number.isFinite(z0[0] + z0[1] + z1[0] + z1[1])) return null;
  return compact(z1, z0);
}

export function sumOf(blocks: readonly Compact[]): Compact {
  const sum = new Float64Array(4);
  for (const block of blocks) {
    for (let n = 0; n < 4; n++) sum[n]! += block[n]!;
  }
  return sum;
}

const positiveOf = (block: Compact): Complex => [block[0]!, block[1]!];
const zeroOf = (block: Compact): Complex => [block[0]! + 3 * block[2]!, block[1]! + 3 * block[3]!];

/** 1 / Σ blocks */
export function inverseOfSum(blocks: readonly Compact[]): Compact {
  const sum = sumOf(blocks);
  return compact(inverse(positiveOf(sum)), inverse(zeroOf(sum)));
}

export const product = (a: Compact, b: Compact): Compact =>
  compact(mul(positiveOf(a), positiveOf(b)), mul(zeroOf(a), zeroOf(b)));

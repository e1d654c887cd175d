/**
 * Impedances and admittances with equal self and mutual terms, M = d I + m J (J is all ones). Balanced cables have that form, and it
 * is closed under sums, products and inverses: its eigenvalues are d (positive and negative sequence) and d + 3 m (zero sequence).
 */
import { add, type Complex, inverse, magnitude, mul, ZERO } from './complex.js';

/** d and m, real and imaginary part each: four numbers. */
export type Compact = Float64Array;

/** The eigenvalues: what the positive (and negative) and what the zero sequence see. */
export type Pair = readonly [positive: Complex, zero: Complex];

export const NOTHING: Pair = [ZERO, ZERO];

export const compactOf = ([positive, zero]: Pair): Compact =>
  Float64Array.of(positive[0], positive[1], (zero[0] - positive[0]) / 3, (zero[1] - positive[1]) / 3);

export const pairOf = (block: Compact): Pair => [
  [block[0]!, block[1]!],
  [block[0]! + 3 * block[2]!, block[1]! + 3 * block[3]!],
];

export const addPairs = (a: Pair, b: Pair): Pair => [add(a[0], b[0]), add(a[1], b[1])];
export const inversePair = (a: Pair): Pair => [inverse(a[0]), inverse(a[1])];
export const isFinitePair = ([a, b]: Pair): boolean => Number.isFinite(a[0] + a[1] + b[0] + b[1]);

/** The pair of a block in sequence components, null if it has another form. */
export function sequencePair(block: Float64Array, at: number): Pair | null {
  for (let row = 0; row < 3; row++) {
    for (let column = 0; column < 3; column++) {
      const n = at + 6 * row + 2 * column;
      if (row !== column && (block[n] !== 0 || block[n + 1] !== 0)) return null;
    }
  }
  const zero: Complex = [block[at]!, block[at + 1]!];
  const positive: Complex = [block[at + 8]!, block[at + 9]!];
  const apart = Math.abs(block[at + 16]! - positive[0]) + Math.abs(block[at + 17]! - positive[1]);
  return apart <= 1e-13 * magnitude(positive) ? [positive, zero] : null;
}

/** Series impedance 1/S of a transfer in sequence components; null if it has another form or no inverse. */
export function seriesImpedance(block: Float64Array, at: number): Compact | null {
  const transfer = sequencePair(block, at);
  const z = transfer === null ? null : inversePair(transfer);
  return z !== null && isFinitePair(z) ? compactOf(z) : null;
}

export const sumOf = (blocks: readonly Compact[]): Compact =>
  compactOf(blocks.reduce<Pair>((sum, block) => addPairs(sum, pairOf(block)), NOTHING));

/** 1 / Σ blocks */
export const inverseOfSum = (blocks: readonly Compact[]): Compact => compactOf(inversePair(pairOf(sumOf(blocks))));

export function product(a: Compact, b: Compact): Compact {
  const [p, q] = [pairOf(a), pairOf(b)];
  return compactOf([mul(p[0], q[0]), mul(p[1], q[1])]);
}

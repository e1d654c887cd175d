/**
 * Complex numbers and 3×3 complex blocks for the preparation of a grid. The hot loops of the solver do not use these;
 * they work on the real and imaginary parts in place.
 *
 * A block is 18 numbers in row order, real and imaginary part side by side, at an offset of a Float64Array.
 */

export type Complex = readonly [re: number, im: number];

export const ZERO: Complex = [0, 0];
export const add = (a: Complex, b: Complex): Complex => [a[0] + b[0], a[1] + b[1]];
export const sub = (a: Complex, b: Complex): Complex => [a[0] - b[0], a[1] - b[1]];
export const mul = (a: Complex, b: Complex): Complex => [a[0] * b[0] - a[1] * b[1], a[0] * b[1] + a[1] * b[0]];
export const scale = (a: Complex, factor: number): Complex => [a[0] * factor, a[1] * factor];
export const magnitude = (a: Complex): number => Math.hypot(a[0], a[1]);
export const polar = (radius: number, angleRad: number): Complex => [
  radius * Math.cos(angleRad),
  radius * Math.sin(angleRad),
];
export function inverse(a: Complex): Complex {
  const square = a[0] * a[0] + a[1] * a[1];
  return [a[0] / square, -a[1] / square];
}

/** Numbers in a block. */
export const BLOCK = 18;

/** The values of a quantity in the zero, positive and negative sequence. */
export type Sequences = readonly [zero: Complex, positive: Complex, negative: Complex];

/**
 * Adds `factor` times the phase-domain block of a quantity that is diagonal in sequence components:
 * M = A diag(y0, y1, y2) A⁻¹, so M_ij = (y0 + y1 a^(j-i) + y2 a^(i-j)) / 3 with a = e^(j 120°).
 * Equal positive and negative sequence give equal self and equal mutual terms.
 */
export function addSequences(block: Float64Array, at: number, y: Sequences, factor = 1): void {
  for (let i = 0; i < 3; i++) {
    for (let j = 0; j < 3; j++) {
      const turn = A_POWERS[(j - i + 3) % 3]!;
      const back = A_POWERS[(i - j + 3) % 3]!;
      const [re, im] = add(y[0], add(mul(y[1], turn), mul(y[2], back)));
      block[at + 6 * i + 2 * j]! += (factor * re) / 3;
      block[at + 6 * i + 2 * j + 1]! += (factor * im) / 3;
    }
  }
}

/** Adds a quantity that is diagonal in sequence components to a block in that domain (order: zero, positive, negative). */
export function addDiagonal(block: Float64Array, at: number, y: Sequences): void {
  y.forEach(([re, im], n) => {
    block[at + 8 * n]! += re;
    block[at + 8 * n + 1]! += im;
  });
}

/** out = A M A⁻¹: a block from sequence components to phases. A diagonal one stays exactly of the circulant form. */
export function toPhases(out: Float64Array, o: number, block: Float64Array, at: number): void {
  const diagonal = [0, 1, 2].map((n): Complex => [block[at + 8 * n]!, block[at + 8 * n + 1]!]);
  out.fill(0, o, o + BLOCK);
  addSequences(out, o, diagonal as unknown as Sequences);
  for (let row = 0; row < 3; row++) {
    for (let column = 0; column < 3; column++) {
      const m: Complex = [block[at + 6 * row + 2 * column]!, block[at + 6 * row + 2 * column + 1]!];
      if (row === column || (m[0] === 0 && m[1] === 0)) continue;
      // A_i,row = a^(-i row), A⁻¹_column,j = a^(column j) / 3
      for (let i = 0; i < 3; i++) {
        for (let j = 0; j < 3; j++) {
          const [re, im] = mul(m, A_POWERS[(9 - i * row + column * j) % 3]!);
          out[o + 6 * i + 2 * j]! += re / 3;
          out[o + 6 * i + 2 * j + 1]! += im / 3;
        }
      }
    }
  }
}

/** out = A⁻¹ M A: a block from phases to sequence components. */
export function toSequences(out: Float64Array, o: number, block: Float64Array, at: number): void {
  out.fill(0, o, o + BLOCK);
  for (let row = 0; row < 3; row++) {
    for (let column = 0; column < 3; column++) {
      for (let i = 0; i < 3; i++) {
        for (let j = 0; j < 3; j++) {
          const m: Complex = [block[at + 6 * i + 2 * j]!, block[at + 6 * i + 2 * j + 1]!];
          const [re, im] = mul(m, A_POWERS[(9 + row * i - j * column) % 3]!);
          out[o + 6 * row + 2 * column]! += re / 3;
          out[o + 6 * row + 2 * column + 1]! += im / 3;
        }
      }
    }
  }
}

/** 1, a, a²: exact where cosines allow it. */
const A_POWERS: readonly Complex[] = [
  [1, 0],
  [-0.5, Math.sqrt(3) / 2],
  [-0.5, -Math.sqrt(3) / 2],
];

/** out += a */
export function addBlock(out: Float64Array, o: number, a: Float64Array, x: number): void {
  for (let n = 0; n < BLOCK; n++) out[o + n]! += a[x + n]!;
}

/** out = a b; `out` must be another array or place than `a` and `b`. */
export function multiply(out: Float64Array, o: number, a: Float64Array, x: number, b: Float64Array, y: number): void {
  out.fill(0, o, o + BLOCK);
  multiplyAdd(out, o, a, x, b, y);
}

/** out += a b; `out` must be another array or place than `a` and `b`. */
export function multiplyAdd(
  out: Float64Array,
  o: number,
  a: Float64Array,
  x: number,
  b: Float64Array,
  y: number,
): void {
  for (let i = 0; i < 3; i++) {
    for (let k = 0; k < 3; k++) {
      const re = a[x + 6 * i + 2 * k]!;
      const im = a[x + 6 * i + 2 * k + 1]!;
      if (re === 0 && im === 0) continue;
      for (let j = 0; j < 3; j++) {
        const bRe = b[y + 6 * k + 2 * j]!;
        const bIm = b[y + 6 * k + 2 * j + 1]!;
        out[o + 6 * i + 2 * j]! += re * bRe - im * bIm;
        out[o + 6 * i + 2 * j + 1]! += re * bIm + im * bRe;
      }
    }
  }
}

/**
 * out = a⁻¹ by Gauss-Jordan elimination with row pivoting. Returns false, and leaves `out` undefined, if `a` is singular
 * to working precision.
 */
export function invert(out: Float64Array, o: number, a: Float64Array, x: number): boolean {
  const m = WORK;
  let largest = 0;
  for (let n = 0; n < BLOCK; n++) {
    m[n] = a[x + n]!;
    largest = Math.max(largest, Math.abs(m[n]!));
  }
  out.fill(0, o, o + BLOCK);
  for (let i = 0; i < 3; i++) out[o + 8 * i] = 1;
  for (let column = 0; column < 3; column++) {
    let pivot = column;
    let size = -1;
    for (let row = column; row < 3; row++) {
      const candidate = Math.hypot(m[6 * row + 2 * column]!, m[6 * row + 2 * column + 1]!);
      if (candidate > size) {
        pivot = row;
        size = candidate;
      }
    }
    if (!(size > largest * 1e-30)) return false;
    swapRows(m, 0, column, pivot);
    swapRows(out, o, column, pivot);
    const [re, im] = inverse([m[6 * column + 2 * column]!, m[6 * column + 2 * column + 1]!]);
    scaleRow(m, 6 * column, re, im);
    scaleRow(out, o + 6 * column, re, im);
    for (let row = 0; row < 3; row++) {
      if (row === column) continue;
      const fRe = m[6 * row + 2 * column]!;
      const fIm = m[6 * row + 2 * column + 1]!;
      subtractRow(m, 6 * row, 6 * column, fRe, fIm);
      subtractRow(out, o + 6 * row, o + 6 * column, fRe, fIm);
    }
  }
  return true;
}

const WORK = new Float64Array(BLOCK);

function swapRows(m: Float64Array, at: number, one: number, other: number): void {
  if (one === other) return;
  for (let n = 0; n < 6; n++) {
    const keep = m[at + 6 * one + n]!;
    m[at + 6 * one + n] = m[at + 6 * other + n]!;
    m[at + 6 * other + n] = keep;
  }
}

function scaleRow(m: Float64Array, row: number, re: number, im: number): void {
  for (let n = row; n < row + 6; n += 2) {
    const x = m[n]!;
    const y = m[n + 1]!;
    m[n] = x * re - y * im;
    m[n + 1] = x * im + y * re;
  }
}

function subtractRow(m: Float64Array, row: number, pivot: number, re: number, im: number): void {
  for (let n = 0; n < 6; n += 2) {
    const x = m[pivot + n]!;
    const y = m[pivot + n + 1]!;
    m[row + n]! -= x * re - y * im;
    m[row + n + 1]! -= x * im + y * re;
  }
}

/**
 * Whether a block has equal self (diagonal) and equal mutual (off-diagonal) terms up to rounding. If so, `into` gets
 * the four numbers d and m of M = d I + m J, where J is all ones: self = d + m, mutual = m.
 */
export function selfMutual(into: Float64Array, o: number, block: Float64Array, at: number): boolean {
  let largest = 0;
  for (let n = 0; n < BLOCK; n++) largest = Math.max(largest, Math.abs(block[at + n]!));
  for (let part = 0; part < 2; part++) {
    let self = 0;
    let mutual = 0;
    for (let i = 0; i < 3; i++) {
      for (let j = 0; j < 3; j++) {
        const value = block[at + 6 * i + 2 * j + part]!;
        if (i === j) self += value / 3;
        else mutual += value / 6;
      }
    }
    for (let i = 0; i < 3; i++) {
      for (let j = 0; j < 3; j++) {
        const value = block[at + 6 * i + 2 * j + part]!;
        if (Math.abs(value - (i === j ? self : mutual)) > 1e-13 * largest) return false;
      }
    }
    into[o + part] = self - mutual;
    into[o + 2 + part] = mutual;
  }
  return true;
}

/**
 * An asymmetric line: series impedance and capacitance as 3×3 matrices, the former with the neutral reduced away where
 * it is given (Kron: Z_abc - Z_abc,n Z_n,abc / Z_nn, for a neutral that is earthed at both ends).
 */

import { baseAdmittance, type Ends, endsOf, FREQUENCY_HZ } from './branch-model.js';
import { addBlock, BLOCK, invert } from './complex.js';
import type { Row } from './schema.js';

/** Phase-domain blocks of an element, as `TwoPort` in `branch-model.ts`. */
export interface PhasePort {
  readonly transfer: Float64Array;
  readonly excessFrom: Float64Array;
  readonly excessTo: Float64Array;
}

const PHASES = ['a', 'b', 'c'] as const;

/** The element in phases; null if its impedance matrix cannot be inverted. */
export function asymLineModel(line: Row<'asym_line'>, uRatedV: number, symmetric: boolean): PhasePort | null {
  const base = baseAdmittance(uRatedV);
  const series = new Float64Array(BLOCK);
  if (!invert(series, 0, seriesImpedance(line), 0)) return null;
  for (let n = 0; n < BLOCK; n++) series[n]! /= base;
  const shunt = shuntMatrix(line, base);
  if (symmetric) {
    balance(series);
    balance(shunt);
  }
  return pi(series, shunt, endsOf(line), symmetric);
}

function seriesImpedance(line: Row<'asym_line'>): Float64Array {
  const z = new Float64Array(BLOCK);
  const neutral = !Number.isNaN(line.r_nn);
  const part = (kind: 'r' | 'x', one: string, other: string): number =>
    (line as unknown as Record<string, number>)[`${kind}_${one > other ? one : other}${one > other ? other : one}`]!;
  PHASES.forEach((i, row) => {
    PHASES.forEach((j, column) => {
      const at = 6 * row + 2 * column;
      z[at] = part('r', i, j);
      z[at + 1] = part('x', i, j);
      if (!neutral) return;
      const [ir, ix] = [part('r', 'n', i), part('x', 'n', i)];
      const [jr, jx] = [part('r', 'n', j), part('x', 'n', j)];
      const [re, im] = [ir * jr - ix * jx, ir * jx + ix * jr];
      const square = line.r_nn * line.r_nn + line.x_nn * line.x_nn;
      z[at]! -= (re * line.r_nn + im * line.x_nn) / square;
      z[at + 1]! -= (im * line.r_nn - re * line.x_nn) / square;
    });
  });
  return z;
}

function shuntMatrix(line: Row<'asym_line'>, base: number): Float64Array {
  const y = new Float64Array(BLOCK);
  const sequence = !Number.isNaN(line.c0) && !Number.isNaN(line.c1);
  const given = [
    [line.c_aa, line.c_ba, line.c_ca],
    [line.c_ba, line.c_bb, line.c_cb],
    [line.c_ca, line.c_cb, line.c_cc],
  ];
  for (let i = 0; i < 3; i++) {
    for (let j = 0; j < 3; j++) {
      const bySequence = i === j ? (2 * line.c1 + line.c0) / 3 : (line.c0 - line.c1) / 3;
      y[6 * i + 2 * j + 1] = (2 * Math.PI * FREQUENCY_HZ * (sequence ? bySequence : given[i]![j]!)) / base;
    }
  }
  return y;
}

/**
 * The mean of the diagonal less a mean of the off-diagonal terms, in all sequences. PGM 1.13 weighs the off-diagonal terms
 * ba, ca, cb as 2 : 1 : 3 instead of equally (measured); its numbers are the ones to reproduce.
 */
function balance(block: Float64Array): void {
  const value = [0, 0];
  for (let part = 0; part < 2; part++) {
    const term = (i: number, j: number) => block[6 * i + 2 * j + part]!;
    const self = (term(0, 0) + term(1, 1) + term(2, 2)) / 3;
    value[part] = self - (2 * term(1, 0) + term(2, 0) + 3 * term(2, 1)) / 6;
  }
  block.fill(0);
  for (let i = 0; i < 3; i++) block.set(value, 8 * i);
}

function pi(series: Float64Array, shunt: Float64Array, ends: Ends, symmetric: boolean): PhasePort {
  const none = new Float64Array(BLOCK);
  const half = shunt.map((value) => value / 2);
  if (ends.from && ends.to) return { transfer: series, excessFrom: half, excessTo: half };
  const open = new Float64Array(BLOCK);
  // b/2 + (1/y + 2/b)⁻¹; a capacitance that is 0 in any place leaves nothing to charge, as in PGM. Balanced, only the
  // diagonal is left to look at.
  const impedance = new Float64Array(BLOCK);
  const charging = new Float64Array(BLOCK);
  const magnitudes = Array.from({ length: symmetric ? 3 : 9 }, (_, n) => {
    const at = symmetric ? 8 * n : 2 * n;
    return Math.hypot(shunt[at]!, shunt[at + 1]!);
  });
  if (magnitudes.every((value) => value >= 1e-8) && invert(impedance, 0, series, 0) && invert(charging, 0, half, 0)) {
    addBlock(impedance, 0, charging, 0);
    if (invert(open, 0, impedance, 0)) addBlock(open, 0, half, 0);
  }
  return { transfer: none, excessFrom: ends.from ? open : none, excessTo: ends.to ? open : none };
}

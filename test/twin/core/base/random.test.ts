import { describe, expect, it } from 'vitest';
import { randomBits, randomNormal, randomUniform, STREAM } from '../../../../twin/core/base/random.js';

const draws = (n: number, draw: (k: number) => number): number[] => Array.from({ length: n }, (_, k) => draw(k));
const mean = (x: readonly number[]): number => x.reduce((a, b) => a + b, 0) / x.length;

describe('counter-based randomness', () => {
  it('is a pure function: the order of asking changes nothing', () => {
    const forward = draws(100, (k) => randomBits(1, 2, 3, k));
    const backward = draws(100, (k) => randomBits(1, 2, 3, 99 - k)).reverse();
    expect(backward).toEqual(forward);
  });

  it('gives other numbers for another seed, stream, slot or counter', () => {
    const seen = new Set<number>();
    for (let seed = 0; seed < 8; seed++)
      for (let stream = 0; stream < 8; stream++)
        for (let slot = 0; slot < 8; slot++) for (let k = 0; k < 8; k++) seen.add(randomBits(seed, stream, slot, k));
    // 4,096 draws of 32 bits collide with a chance of 0.2 %.
    expect(seen.size).toBe(4096);
  });

  it('is uniform: mean, and every tenth filled alike', () => {
    const x = draws(100_000, (k) => randomUniform(7, STREAM.householdNoise, 12, k));
    expect(mean(x)).toBeCloseTo(0.5, 2);
    const bins = new Array<number>(10).fill(0);
    for (const value of x) bins[Math.floor(value * 10)]!++;
    const chi2 = bins.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0);
    // 99.9 % quantile of chi-squared with 9 degrees of freedom.
    expect(chi2).toBeLessThan(27.9);
  });

  it('is normal: mean, spread, and neighbours that do not know each other', () => {
    const x = draws(100_000, (k) => randomNormal(7, STREAM.householdNoise, 12, k));
    expect(mean(x)).toBeCloseTo(0, 1);
    expect(Math.sqrt(mean(x.map((v) => v * v)))).toBeCloseTo(1, 1);
    expect(Math.abs(mean(x.slice(1).map((v, k) => v * x[k]!)))).toBeLessThan(0.02);
  });
});

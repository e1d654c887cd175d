import { describe, expect, it } from 'vitest';
import {
  chargeBuffer as charge,
  createStratified,
  drawBuffer as draw,
  fillBuffer,
  heatAbove,
  restBuffer as rest,
  type Stratified,
  type StratifiedParameters,
} from '../../../../twin/core/assets/stratified.js';
import fc from '../../../support/property.js';

const J_PER_M3_K = 1163 * 3600;
const BUFFER: StratifiedParameters = {
  capacityJPerK: 80 * J_PER_M3_K,
  layers: 10,
  heightM: 8,
  conductivityWPerMK: 0,
  lossPerS: 0,
  plantRoomC: 15,
  supplyC: 70,
  returnC: 40,
  initialRatio: 0,
};
const create = (change: Partial<StratifiedParameters> = {}): Stratified =>
  createStratified([{ slot: 0, parameters: { ...BUFFER, ...change } }]);
const profile = (b: Stratified): number[] => [...b.temperatureC.subarray(0, b.count[0])];
const capacity = (b: Stratified): number => b.capacityJPerK.subarray(0, b.count[0]).reduce((sum, c) => sum + c, 0);
const KWH = 3.6e6;
/** The operations with their arguments and answers as such. */
const withNumbers =
  (operation: (b: Stratified, k: number) => void) =>
  (b: Stratified, k: number, first: number, second = 0): number => {
    b.ask.set([first, second]);
    operation(b, k);
    return b.moved[0]!;
  };
const [chargeBuffer, drawBuffer, restBuffer] = [charge, draw, rest].map(withNumbers) as [
  ReturnType<typeof withNumbers>,
  ReturnType<typeof withNumbers>,
  ReturnType<typeof withNumbers>,
];
const chargeRatio = (b: Stratified, k: number): number => {
  restBuffer(b, k, 0);
  return b.chargeRatio[k]!;
};

describe('a stratified buffer', () => {
  it('holds m³ · 1.163 kWh/K between return and supply, and gives all of it at supply temperature', () => {
    const b = create({ initialRatio: 1 });
    expect(heatAbove(b, 0, 40) / KWH).toBeCloseTo(80 * 1.163 * 30, 6);
    expect(chargeRatio(b, 0)).toBeCloseTo(1, 12);
    let drawnJ = 0;
    for (let t = 0; t < 1e5; t++) {
      const one = drawBuffer(b, 0, 3.6e7, 69.999);
      drawnJ += one;
      if (one < 3.6e7) break;
      // The layer under way at the bottom never reaches the top as a mixture.
      expect(b.temperatureC[0]).toBe(70);
    }
    expect(drawnJ / KWH).toBeCloseTo(80 * 1.163 * 30, 6);
    expect(profile(b).every((c) => Math.abs(c - 40) < 1e-9)).toBe(true);
    // Where a mixed buffer would have begun to cool at once: after half of it the mean is half way, the top still hot.
    const half = create({ initialRatio: 1 });
    drawBuffer(half, 0, 0.5 * 80 * 30 * J_PER_M3_K, 40.1);
    expect(half.temperatureC[0]).toBe(70);
    expect(heatAbove(half, 0, 0) / half.parameters[0]!.capacityJPerK).toBeCloseTo(55, 9);
  });

  it('is charged from the top, and is full when the bottom is warm', () => {
    const b = create();
    const wholeJ = 80 * 30 * J_PER_M3_K;
    expect(chargeBuffer(b, 0, 0.25 * wholeJ, 2)).toBeCloseTo(0.25 * wholeJ, 0);
    expect(profile(b)[0]).toBe(70);
    expect(profile(b).at(-1)).toBe(40);
    expect(chargeBuffer(b, 0, wholeJ, 2)).toBeCloseTo(0.75 * wholeJ, 0);
    expect(chargeBuffer(b, 0, wholeJ, 2)).toBe(0);
    expect(chargeRatio(b, 0)).toBeCloseTo(1, 9);
  });

  it('moves by the same whatever the tick: one draw or ten thousand', () => {
    const [once, often] = [create({ initialRatio: 0.83 }), create({ initialRatio: 0.83 })];
    const heatJ = 0.31 * 80 * 30 * J_PER_M3_K;
    drawBuffer(once, 0, heatJ, 41);
    for (let t = 0; t < 10_000; t++) drawBuffer(often, 0, heatJ / 10_000, 41);
    expect(often.count[0]).toBe(once.count[0]);
    for (const [i, c] of profile(often).entries()) expect(c).toBeCloseTo(profile(once)[i]!, 6);
  });

  it('loses to the plant room by its closed form, and says what', () => {
    const lossPerS = -Math.log1p(-0.02) / 86_400;
    const b = create({ initialRatio: 0.5, lossPerS });
    const beforeJ = heatAbove(b, 0, 15);
    let lostJ = 0;
    for (let t = 0; t < 24 * 60; t++) lostJ += restBuffer(b, 0, 60);
    expect(heatAbove(b, 0, 15) / beforeJ).toBeCloseTo(0.98, 9);
    expect(lostJ / beforeJ).toBeCloseTo(0.02, 9);
  });

  it('conducts: two halves come together as their closed form says, and the heat stays', () => {
    const b = create({ layers: 2, initialRatio: 0.5, conductivityWPerMK: 50 });
    const beforeJ = heatAbove(b, 0, 0);
    for (let t = 0; t < 1000; t++) restBuffer(b, 0, 60);
    // G = λ A / d with A = 10 m², d = 4 m; both halves hold 40 m³.
    const rate = ((50 * 10) / 4) * (2 / (40 * J_PER_M3_K));
    expect(profile(b)[0]! - profile(b)[1]!).toBeCloseTo(30 * Math.exp(-rate * 60_000), 9);
    expect(heatAbove(b, 0, 0)).toBeCloseTo(beforeJ, 0);
  });

  it('mixes what lies upside down', () => {
    const b = create();
    b.temperatureC.set([50, 60, 70, 40, 40, 40, 40, 40, 41, 40]);
    restBuffer(b, 0, 1);
    expect(profile(b)).toEqual([
      60,
      60,
      60,
      ...Array(5).fill(expect.closeTo(40 + 1 / 6, 9)),
      expect.closeTo(40 + 1 / 6, 9),
      40,
    ]);
  });

  it('keeps its books and its order through any operations', () => {
    const step = fc.record({
      kind: fc.constantFrom('charge', 'draw', 'rest'),
      share: fc.double({ min: 0, max: 0.6, noNaN: true }),
      seconds: fc.constantFrom(1, 60, 300),
    });
    fc.assert(
      fc.property(
        fc.array(step, { minLength: 1, maxLength: 200 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (steps, initialRatio) => {
          const b = create({ initialRatio, conductivityWPerMK: 1.5, lossPerS: 2e-7 });
          const wholeJ = 80 * 30 * J_PER_M3_K;
          let bookJ = heatAbove(b, 0, 15);
          for (const { kind, share, seconds } of steps) {
            if (kind === 'charge') bookJ += chargeBuffer(b, 0, share * wholeJ, 2);
            else if (kind === 'draw') bookJ -= drawBuffer(b, 0, share * wholeJ, 45);
            else bookJ -= restBuffer(b, 0, seconds);
            expect(Math.abs(heatAbove(b, 0, 15) - bookJ)).toBeLessThan(1e-9 * wholeJ);
            expect(Math.abs(capacity(b) / BUFFER.capacityJPerK - 1)).toBeLessThan(1e-12);
            expect(b.count[0]).toBeLessThanOrEqual(b.stride);
            restBuffer(b, 0, 0);
            const layers = profile(b);
            for (let i = 1; i < layers.length; i++) expect(layers[i]!).toBeLessThanOrEqual(layers[i - 1]! + 1e-9);
            for (const c of layers) expect(c).toBeLessThanOrEqual(70 + 1e-9);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('can be set to a mean temperature', () => {
    const b = create();
    fillBuffer(b, 0, 0.37);
    expect(chargeRatio(b, 0)).toBeCloseTo(0.37, 12);
  });
});

import { describe, expect, it } from 'vitest';
import { type DailyFigures, dailyFromKnmi } from '../../../../twin/core/weather/daily.js';
import { clearSkyGlobalWPerM2, diffuseRatio, diffuseWPerM2 } from '../../../../twin/core/weather/irradiance.js';
import { dayMinutes, MINUTES_PER_DAY } from '../../../../twin/core/weather/reconstruct.js';
import { findStressWeek, STRESS_WEEKS } from '../../../../twin/core/weather/stress-weeks.js';
import fc from '../../../support/property.js';

const minutesOf = (days: readonly DailyFigures[], index: number) => {
  const flat = dayMinutes(days, index, 52.1, 5.18);
  const column = (c: number) => Float64Array.from({ length: MINUTES_PER_DAY }, (_, m) => flat[4 * m + c]!);
  return { temperature: column(0), global: column(1), diffuse: column(2), wind: column(3) };
};
const mean = (values: Float64Array) => values.reduce((sum, v) => sum + v, 0) / values.length;

/** What the method promises to keep, of any day. */
function expectKept(days: readonly DailyFigures[], index: number): void {
  const day = days[index]!;
  const { temperature, global, diffuse, wind } = minutesOf(days, index);
  expect(Math.min(...temperature)).toBeGreaterThan(day.minimumC - 1e-9);
  expect(Math.max(...temperature)).toBeLessThan(day.maximumC + 1e-9);
  const near = (second: number) => temperature[Math.min(1439, Math.floor(second / 60))]!;
  expect(near(day.minimumAtS)).toBeLessThan(day.minimumC + 0.15);
  expect(near(day.maximumAtS)).toBeGreaterThan(day.maximumC - 0.15);
  expect(mean(global) * 24).toBeCloseTo(day.globalWhPerM2, 6);
  expect(diffuse.every((light, m) => light >= 0 && light <= global[m]!)).toBe(true);
  expect(mean(wind)).toBeCloseTo(day.windMPerS, 9);
}

describe('minutes from daily figures', () => {
  it.each(STRESS_WEEKS.map((week) => [week.name, week] as const))(
    '%s: keeps extremes, mean and radiation',
    (_, week) => {
      week.days.forEach((day, d) => {
        expectKept(week.days, d);
        expect(mean(minutesOf(week.days, d).temperature)).toBeCloseTo(day.meanC, 2);
        if (d > 0) expect(day.day).toBe(week.days[d - 1]!.day + 1);
      });
    },
  );

  it('has no jump at midnight', () => {
    for (const { days } of STRESS_WEEKS) {
      for (let d = 1; d < days.length; d++) {
        const before = minutesOf(days, d - 1).temperature[1439]!;
        expect(Math.abs(minutesOf(days, d).temperature[0]! - before)).toBeLessThan(0.15);
      }
    }
  });

  it('the cold evening of 3 February 2012 falls from -5 at noon to -14 before midnight', () => {
    const { days } = findStressWeek('cold-2012-02')!;
    const { temperature, global } = minutesOf(days, 2);
    expect(temperature[10 * 60 + 30]).toBeCloseTo(-5.1, 1);
    const evening = temperature.subarray(15 * 60, 21 * 60);
    expect(evening[0]).toBeGreaterThan(-9);
    expect(evening[359]).toBeLessThan(-12);
    for (let m = 1; m < 360; m++) expect(evening[m]!).toBeLessThanOrEqual(evening[m - 1]!);
    expect(Math.max(...global)).toBeLessThan(120);
    expect(global[20 * 60]).toBe(0);
  });

  it('holds for days that no station has seen, with the extremes at any hour', () => {
    const day = fc.record({
      tn: fc.integer({ min: -30, max: 30 }),
      range: fc.integer({ min: 80, max: 200 }),
      share: fc.double({ min: 0.35, max: 0.65, noNaN: true }),
      tnh: fc.integer({ min: 1, max: 24 }),
      txh: fc.integer({ min: 1, max: 24 }),
      q: fc.integer({ min: -1, max: 3000 }),
    });
    fc.assert(
      fc.property(fc.array(day, { minLength: 1, maxLength: 3 }), (drawn) => {
        const days = drawn.map(({ tn, range, share, tnh, txh, q }, d) =>
          dailyFromKnmi(20120201 + d, tn + range * share, tn, tnh, tn + range, txh, q, 30),
        );
        days.forEach((day, d) => {
          expectKept(days, d);
          expect(mean(minutesOf(days, d).temperature)).toBeCloseTo(day.meanC, 3);
        });
      }),
      { numRuns: 40 },
    );
  });
});

describe('clear sky and diffuse light', () => {
  it('follows Haurwitz and Erbs', () => {
    expect(clearSkyGlobalWPerM2(Math.PI / 2)).toBeCloseTo(1098 * Math.exp(-0.057), 9);
    expect(clearSkyGlobalWPerM2(-0.1)).toBe(0);
    expect(diffuseRatio(0)).toBe(1);
    expect(diffuseRatio(0.22)).toBeCloseTo(0.9802, 4);
    expect(diffuseRatio(0.5)).toBeCloseTo(0.9511 - 0.0802 + 1.097 - 2.07975 + 0.771, 6);
    expect(diffuseRatio(0.9)).toBe(0.165);
    for (let k = 0.01; k < 1; k += 0.01) expect(Math.abs(diffuseRatio(k) - diffuseRatio(k - 0.01))).toBeLessThan(0.03);
    expect(diffuseWPerM2(0, 0.5, 100)).toBe(0);
    expect(diffuseWPerM2(3, 0.0001, 100)).toBe(3);
  });
});

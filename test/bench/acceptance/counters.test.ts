/** Counters of energy against power, and what stands still: samples in, figures out. */
import { describe, expect, it } from 'vitest';
import { counterFigures } from '../../../bench/acceptance/counters.js';
import type { Sample } from '../../../bench/acceptance/rig.js';
import { longestPhaseStand } from '../../../bench/acceptance/standing.js';
import type { DeviceReading } from '../../../bench/devices/driver.js';
import fc from '../../support/property.js';

type Triple = readonly [number, number, number];

const sample = (atS: number, activePowerW: Triple, more: Partial<DeviceReading> = {}): Sample => ({
  atMs: 1000 * atS,
  receivedMs: 1000 * atS,
  powerW: activePowerW[0] + activePowerW[1] + activePowerW[2],
  reading: { askedAtMs: 1000 * atS, quality: 'good', activePowerW, reactivePowerVar: 0, ...more },
});

/** A meter of steady powers for a minute, whose counters move by `stepWh`. */
function counted(powers: Triple, stepWh: number, ratio: number, byPhase: boolean): Sample[] {
  const whole = (wh: number): number => Math.floor(wh / stepWh) * stepWh;
  const total = powers[0] + powers[1] + powers[2];
  const of = (sign: number): number =>
    byPhase ? powers.reduce((sum, w) => sum + Math.max(0, sign * w), 0) : Math.max(0, sign * total);
  return Array.from({ length: 61 }, (_, s) =>
    sample(s, powers, {
      importEnergyWh: whole(7.3 + (ratio * of(1) * s) / 3600),
      exportEnergyWh: whole(3.1 + (ratio * of(-1) * s) / 3600),
    }),
  );
}

const judged = (samples: readonly Sample[], resolutionWh?: number) =>
  counterFigures({ samples, gapMs: 5000, resolutionWh, source: 'meter', atUs: 0 });

describe('counters of energy', () => {
  const watts = fc.integer({ min: -8000, max: 8000 });
  const meters = fc.record({
    powers: fc.tuple(watts, watts, watts),
    stepWh: fc.constantFrom(0.1, 1, 10, 100),
    byPhase: fc.boolean(),
  });

  it('never accuse an honest meter, whichever way it counts and however coarsely', () => {
    fc.assert(
      fc.property(meters, ({ powers, stepWh, byPhase }) => {
        for (const { verdict } of judged(counted(powers, stepWh, 1, byPhase), Math.max(10, stepWh)))
          expect(verdict).not.toBe('fail');
      }),
    );
  });

  it('show a factor of two either way, where the resolution lets them', () => {
    for (const ratio of [2, 0.5]) {
      const figures = judged(counted([3000, -1000, 1500], 0.1, ratio, true));
      expect(figures.some(({ verdict }) => verdict === 'fail')).toBe(true);
    }
  });

  it('tell nothing, and say so, where their step is as large as what flowed', () => {
    const [figure] = judged(counted([600, 0, 0], 100, 2, false), 100);
    expect(figure).toMatchObject({ id: 'counter-import', verdict: 'not-set' });
    expect(figure!.explanation).toMatch(/With a resolution of 100\.0 Wh that tells nothing\./);
  });

  it('are judged where a device counts import alone', () => {
    const alone = counted([4000, 0, 0], 1, 2, false).map(({ reading: { exportEnergyWh: _, ...reading }, ...rest }) => ({
      ...rest,
      reading,
    }));
    expect(judged(alone).map(({ id, verdict }) => [id, verdict])).toEqual([['counter-import', 'fail']]);
  });

  it('are not held to what flowed while nobody looked', () => {
    const samples = counted([4000, 0, 0], 1, 1, false);
    const later = samples.map((one) => ({ ...one, atMs: one.atMs + 3600_000 }));
    expect(judged([...samples, ...later]).map(({ verdict }) => verdict)).not.toContain('fail');
  });
});

describe('one phase that stands still', () => {
  const volts = (s: number, phase: number): number => 230 + Math.sin(s * (1 + phase)) + phase;
  const readings = (of: (s: number) => { readonly w: Triple; readonly v: Triple }): Sample[] =>
    Array.from({ length: 61 }, (_, s) => sample(s, of(s).w, { voltageV: of(s).v }));

  it('is found beside phases that move', () => {
    const found = longestPhaseStand(
      readings((s) => ({ w: [100, 200, 300], v: [volts(s, 0), 231.5, volts(s, 2)] })),
      5000,
    );
    expect(found).toEqual({ s: 60, phase: 'b' });
  });

  it('is none where its voltage moves, or where every voltage is coarse', () => {
    const moving = readings((s) => ({ w: [100, 100, 100], v: [volts(s, 0), volts(s, 1), volts(s, 2)] }));
    const coarse = readings((s) => ({ w: [100, 100, 100], v: [230 + (s % 2), 231, 230 + (s % 3)] }));
    const absent = readings((s) => ({ w: [100, 0, 0], v: [volts(s, 0), 0, 0] }));
    for (const told of [moving, coarse, absent]) expect(longestPhaseStand(told, 5000).s).toBe(0);
  });
});

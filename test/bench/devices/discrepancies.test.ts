/** What cannot be true of a device, by readings as they come; time is in the readings. */
import { describe, expect, it } from 'vitest';
import {
  believedCharge,
  isBelieved,
  READING_WATCH_START,
  type ReadingRule,
  type ReadingWatch,
  watchReading,
} from '../../../bench/devices/discrepancies.js';
import type { DeviceReading } from '../../../bench/devices/driver.js';

const RULE: ReadingRule = {
  stillMs: 20_000,
  inARow: 3,
  rating: { minimumW: -5000, maximumW: 5000 },
  uncertaintyW: (powerW) => 25 + 0.02 * Math.abs(powerW),
};

/** One reading a second; the grid's voltage is never the same twice. */
function reading(k: number, powerW: number, more: Partial<DeviceReading> = {}): DeviceReading {
  const voltageV = [230 + 0.1 * (k % 7), 230.5 - 0.1 * (k % 5), 231] as const;
  const currentA = voltageV.map((v) => Math.abs(powerW) / 3 / v) as unknown as [number, number, number];
  const third = powerW / 3;
  return {
    askedAtMs: 1000 * k,
    quality: 'good',
    activePowerW: [third, third, third],
    reactivePowerVar: 0,
    voltageV,
    currentA,
    ...more,
  };
}

const watched = (readings: readonly DeviceReading[], rule = RULE): ReadingWatch =>
  readings.reduce((watch, one) => watchReading(watch, rule, one), READING_WATCH_START);
const run = (count: number, at: (k: number) => DeviceReading): DeviceReading[] =>
  Array.from({ length: count }, (_, k) => at(k));
const kinds = (watch: ReadingWatch): string[] => [...watch.active.keys()];

describe('a reading that cannot be true', () => {
  it('of an honest device there is none, over an hour of changing powers', () => {
    const watch = watched(run(3600, (k) => reading(k, 2000 * Math.sin(k / 60), { stateOfChargeRatio: 0.5 + k / 1e5 })));
    expect(kinds(watch)).toEqual([]);
    expect(isBelieved(watch)).toBe(true);
  });

  it.each([
    ['more than voltage and current carry', { currentA: [0.2, 0.2, 0.2] as const }, 'impossible'],
    ['ten times the current', { currentA: [43, 43, 43] as const }, 'disagrees'],
    ['no power', { quality: 'invalid' as const, missing: ['W'] }, 'no-power'],
  ])('%s: after three in a row, not before', (_, more, kind) => {
    expect(kinds(watched(run(2, (k) => reading(k, 3000, more))))).toEqual([]);
    expect(kinds(watched(run(3, (k) => reading(k, 3000, more))))).toEqual([kind]);
    const broken = [0, 1, 2, 3, 4].map((k) => reading(k, 3000, k === 2 ? {} : more));
    expect(kinds(watched(broken))).toEqual([]);
  });

  it('terminals of a grid emulator: inside what was confirmed meanwhile and the tolerance, or three in a row', () => {
    const span = { low: 228, high: 231 };
    const terminalsAt = () => ({
      voltageV: [span, span, span],
      frequencyHz: { low: 49.85, high: 49.85 },
      toleranceV: 1.7,
      toleranceHz: 0.06,
    });
    const rule = { ...RULE, terminalsAt };
    const at = (b: number, frequencyHz: number) => (k: number) =>
      reading(k, 0, { voltageV: [230 + 0.01 * k, b, 229], frequencyHz });
    expect(kinds(watched(run(9, at(226.4, 49.9)), rule))).toEqual([]);
    expect(kinds(watched(run(2, at(226.2, 50)), rule))).toEqual([]);
    const watch = watched(run(3, at(226.2, 50)), rule);
    expect(watch.active.get('grid-not-played')).toBe(
      'phase b measures 226.2 V where 228.0 to 231.0 V was confirmed; measures 50.000 Hz where 49.850 Hz was confirmed',
    );
    // Its power is what it is: only the grid is another one.
    expect(isBelieved(watch)).toBe(true);
    expect(kinds(watched(run(9, at(226.2, 50)), { ...RULE, terminalsAt: () => undefined }))).toEqual([]);
  });

  it('more than its nameplate and a half: not on its way, not believed, and for good', () => {
    const no = { voltageV: undefined, currentA: undefined } as unknown as Partial<DeviceReading>;
    expect(kinds(watched(run(5, (k) => reading(k, 7000, no))))).toEqual([]);
    const scaled = run(5, (k) => reading(k, -30_000, no));
    expect(watched(scaled).active.get('impossible')).toMatch(/-30000 W where its nameplate says -5000 W to 5000 W/);
    const calm = run(60, (k) => reading(5 + k, -120, no));
    expect(isBelieved(watched([...scaled, ...calm]))).toBe(false);
  });

  it('a household of bad power factor, and whole amperes of P1, are true', () => {
    const rule = { ...RULE, rating: undefined } as unknown as ReadingRule;
    const lamps = run(30, (k) => reading(k, 400, { currentA: [1.2, 1.2, 1.2] }));
    expect(kinds(watched(lamps, rule))).toEqual([]);
    const floored = run(30, (k) => reading(k, 600, { currentA: [0, 0, 0] }));
    expect(kinds(watched(floored, rule))).toEqual([]);
  });
});

describe('a reading that stands still', () => {
  const frozen = (k: number): DeviceReading => ({ ...reading(3, 1000), askedAtMs: 1000 * k });

  it('is not believed after 20 s, and is again with the first value that moves', () => {
    expect(isBelieved(watched(run(20, frozen)))).toBe(true);
    const watch = watched(run(22, frozen));
    expect(kinds(watch)).toEqual(['standing-still']);
    expect(isBelieved(watch)).toBe(false);
    expect(isBelieved(watchReading(watch, RULE, reading(22, 1000)))).toBe(true);
  });

  it('of a device that tells no voltage, or none at night, is nothing', () => {
    const dark = run(100, (k) => ({ ...frozen(k), voltageV: [0, 0, 0] as const, activePowerW: [0, 0, 0] as const }));
    expect(kinds(watched(dark))).toEqual([]);
    const { voltageV: _, currentA: __, ...bare } = frozen(0);
    expect(kinds(watched(run(100, (k) => ({ ...bare, askedAtMs: 1000 * k }))))).toEqual([]);
  });
});

describe('a state of charge that stands still', () => {
  // 0.04 h at 5 kW are 200 Wh: 100 s at 4 kW are 111 Wh, 200 s are 222 Wh.
  const charging = (ratio: (k: number) => number) => (k: number) => reading(k, 4000, { stateOfChargeRatio: ratio(k) });

  it('shows after so much energy as moves any storage, and is not used any more', () => {
    const still = charging(() => 0.6);
    expect(kinds(watched(run(150, still)))).toEqual([]);
    const watch = watched(run(200, still));
    expect(watch.active.get('charge-stands-still')).toMatch(/^2\d\d Wh flowed and its state of charge moved by 0.00 %/);
    expect(isBelieved(watch)).toBe(true);
    expect(believedCharge(watch, 0.6)).toBeUndefined();
  });

  it('is believed again once it moves', () => {
    const thawed = charging((k) => 0.6 + (k > 250 ? 0.05 : 0));
    expect(believedCharge(watched(run(260, thawed)), 0.65)).toBe(0.65);
  });

  it.each([
    ['10 kWh in whole percent', (k: number) => Math.floor(100 * (0.6 + (k * 4000) / 3.6e6 / 10)) / 100],
    ['90 kWh in tenths', (k: number) => Math.floor(1000 * (0.6 + (k * 4000) / 3.6e6 / 90)) / 1000],
  ])('is none of a storage of %s', (_, ratio) => {
    for (const seconds of [200, 400, 1200]) expect(kinds(watched(run(seconds, charging(ratio))))).toEqual([]);
  });

  it('is none of a battery that rests for a day: what its inverter takes goes past the storage', () => {
    const resting = run(24 * 1200, (k) => ({ ...reading(k, 40, { stateOfChargeRatio: 0.5 }), askedAtMs: 3000 * k }));
    expect(kinds(watched(resting))).toEqual([]);
  });

  it('is none of a battery that only balances: energy goes in and out', () => {
    const balancing = run(3000, (k) => reading(k, k % 20 < 10 ? 4000 : -4000, { stateOfChargeRatio: 0.5 }));
    expect(kinds(watched(balancing))).toEqual([]);
  });
});

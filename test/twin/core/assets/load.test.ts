import { describe, expect, it } from 'vitest';
import { type Businesses, createBusinesses, stepBusinesses } from '../../../../twin/core/assets/business.js';
import { createHouseholds, type HouseholdParameters, stepHouseholds } from '../../../../twin/core/assets/household.js';
import { loadWijk } from '../../../../twin/wijk/load.js';
import { businessParameters } from '../../../../twin/wijk/parameters.js';
import { profileHome as home } from './profile-household.js';
import { columnsFor, tickAt, utc } from './support.js';

// The figures are those of the shipped example: what is tested here is the model together with its numbers.
const loaded = loadWijk('merwede-blok');
if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
const { types } = loaded.value.wijk;

/** Mean power of each tick of a group of equal homes, W per home. */
function groupPower(
  parameters: HouseholdParameters,
  homes: number,
  fromUs: number,
  ticks: number,
  tickS: number,
  seed = 1,
) {
  const households = createHouseholds(Array.from({ length: homes }, (_, slot) => ({ slot, parameters })));
  const columns = columnsFor(homes);
  const context = tickAt({ timeUs: fromUs });
  const power = new Float64Array(ticks);
  for (let t = 0; t < ticks; t++) {
    stepHouseholds(households, tickAt({ timeUs: fromUs + t * tickS * 1e6, tickS, seed }, context), columns);
    power[t] = columns.modelledPowerW.reduce((sum, w) => sum + w, 0) / homes;
  }
  return power;
}
const mean = (values: ArrayLike<number>) => Array.from(values).reduce((sum, v) => sum + v, 0) / values.length;

describe('household after a profile', () => {
  it('uses its annual energy, on average over homes and over a whole year', () => {
    for (const annualKwh of [1400, 3600]) {
      const power = groupPower(home(annualKwh), 10, utc('2010-01-01T00:00:00Z'), 365 * 72, 1200);
      expect((mean(power) * 8.766) / annualKwh).toBeGreaterThan(0.98);
      expect((mean(power) * 8.766) / annualKwh).toBeLessThan(1.02);
    }
  });

  it('has the shape of profile E1A: highest in a December evening, mean 0.45 and lowest 0.23 of it', () => {
    // Means over 240 homes per quarter of the local day, on working days of a month.
    const quarters = (month: string) => {
      const sums = new Float64Array(96);
      const days = ['07', '08', '09', '14', '15', '16'];
      for (const day of days) {
        const from = utc(`2010-${month}-${day}T00:00:00+01:00`);
        groupPower(home(2550), 240, from, 288, 300).forEach((w, t) => {
          sums[Math.floor(t / 3)]! += w / 3 / days.length;
        });
      }
      return sums;
    };
    const december = quarters('12');
    const highest = Math.max(...december);
    const at = december.indexOf(highest) / 4;
    expect(at).toBeGreaterThanOrEqual(17);
    expect(at).toBeLessThanOrEqual(19);
    // E1A: 2,550 kWh / 8,760 h / 0.452 = 0.64 kW.
    expect(highest / 640).toBeGreaterThan(0.93);
    expect(highest / 640).toBeLessThan(1.07);
    // The summer night is the lowest of the year.
    const july = quarters('07');
    expect(highest).toBeGreaterThan(1.2 * Math.max(...july));
    const lowest = Math.min(...july);
    expect(lowest / highest).toBeGreaterThan(0.2);
    expect(lowest / highest).toBeLessThan(0.27);
  });

  it('is a function of seed, slot and time: whoever begins later sees the same', () => {
    const from = utc('2012-02-03T22:00:00Z');
    const whole = groupPower(home(2800), 10, from, 4 * 3600, 1);
    const late = groupPower(home(2800), 10, from + 7000e6, 4 * 3600 - 7000, 1);
    expect([...late]).toEqual([...whole.subarray(7000)]);
    const coarse = groupPower(home(2800), 10, from, 4 * 60, 60);
    expect([...coarse]).toEqual(Array.from(coarse, (_, m) => whole[60 * m]));
    expect([...groupPower(home(2800), 10, from, 600, 1, 2)]).not.toEqual([...whole.subarray(0, 600)]);
    // A home in slot 3 is the same with other homes around it.
    const alone = createHouseholds([{ slot: 3, parameters: home(2800) }]);
    const group = createHouseholds(Array.from({ length: 6 }, (_, slot) => ({ slot, parameters: home(2800) })));
    const [a, g] = [columnsFor(6), columnsFor(6)];
    for (let t = 0; t < 3600; t += 60) {
      stepHouseholds(alone, tickAt({ timeUs: from + t * 1e6 }), a);
      stepHouseholds(group, tickAt({ timeUs: from + t * 1e6 }), g);
      expect(a.modelledPowerW[3]).toBe(g.modelledPowerW[3]);
    }
  });

  it('looks like a home: a base below 200 W, cooking above 1.5 kW, and never feeds in', () => {
    const power = groupPower(home(2800), 1, utc('2012-02-03T00:00:00+01:00'), 7 * 1440, 60);
    expect(Math.min(...power)).toBeGreaterThan(0);
    expect(Math.min(...power)).toBeLessThan(200);
    expect(Math.max(...power)).toBeGreaterThan(1500);
    expect(Math.max(...power)).toBeLessThan(17_250);
  });

  it('goes over midnight and both clock changes without a gap or a jump of the group', () => {
    for (const day of ['2012-03-24T20:00:00Z', '2012-10-27T20:00:00Z']) {
      const power = groupPower(home(2550), 300, utc(day), 8 * 60, 60);
      for (let t = 1; t < power.length; t++) expect(Math.abs(power[t]! - power[t - 1]!)).toBeLessThan(60);
    }
  });
});

describe('business', () => {
  const create = (type: 'school' | 'supermarket', annualKwh: number): Businesses =>
    createBusinesses([
      { slot: 0, parameters: businessParameters({ kind: 'business', type, annualKwh }, types.businesses[type]!) },
    ]);
  const powerAt = (business: Businesses, when: string, seed = 1): number => {
    const columns = columnsFor(1);
    stepBusinesses(business, tickAt({ timeUs: utc(when), seed }), columns);
    return columns.modelledPowerW[0]!;
  };

  it('uses its annual energy', () => {
    for (const [type, annualKwh] of [
      ['school', 45_000],
      ['supermarket', 400_000],
    ] as const) {
      const business = create(type, annualKwh);
      const columns = columnsFor(1);
      const context = tickAt({ timeUs: 0 });
      let wh = 0;
      for (let q = 0; q < 364 * 96; q++) {
        stepBusinesses(business, tickAt({ timeUs: utc('2010-01-04T00:00:00Z') + q * 900e6 }, context), columns);
        wh += columns.modelledPowerW[0]! / 4;
      }
      expect(wh / (annualKwh * 1000) / (364 / 365.25)).toBeGreaterThan(0.99);
      expect(wh / (annualKwh * 1000) / (364 / 365.25)).toBeLessThan(1.01);
    }
  });

  it('keeps its hours by the clock on the wall', () => {
    const shop = create('supermarket', 400_000);
    expect(powerAt(shop, '2012-02-03T12:00:00+01:00')).toBeGreaterThan(55_000);
    expect(powerAt(shop, '2012-02-03T12:00:00+01:00')).toBeLessThan(100_000);
    expect(powerAt(shop, '2012-02-03T03:00:00+01:00')).toBeLessThan(20_000);
    // Half an hour after closing it is half way down; in summer that is an hour earlier in UTC.
    const [open, closed] = [shop.openW[0]!, 0.25 * shop.openW[0]!];
    for (const when of ['2012-02-03T21:30:00Z', '2012-07-03T20:30:00Z']) {
      expect(Math.abs(powerAt(shop, when) / ((open + closed) / 2) - 1)).toBeLessThan(0.081);
    }
    const school = create('school', 45_000);
    expect(powerAt(school, '2012-02-04T12:00:00+01:00')).toBeLessThan(2000);
    expect(powerAt(school, '2012-02-03T12:00:00+01:00')).toBeGreaterThan(10_000);
  });
});

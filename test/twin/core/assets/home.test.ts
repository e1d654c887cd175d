import { describe, expect, it } from 'vitest';
import { createHomes, type HomeParameters, type HomeType, stepHomes } from '../../../../twin/core/assets/home.js';
import { HOUSEHOLD_TYPES, householdType } from '../../../../twin/wijk/catalogue/households.js';
import { loadWijk } from '../../../../twin/wijk/load.js';
import { type BottomUpHousehold, homeType } from '../../../../twin/wijk/parameters.js';
import { wijkSchema } from '../../../../twin/wijk/schema.js';
import { columnsFor, tickAt, utc } from './support.js';

const row = wijkSchema.shape.types.shape.households.parse({ rijwoning: householdType('rijwoning', 1) })['rijwoning']!;
const TYPE = homeType(row as BottomUpHousehold);
const home = (kwh: number, type: HomeType = TYPE, phaseShares = [0.5, 0.3, 0.2]): HomeParameters => ({
  annualEnergyWh: kwh * 1000,
  type,
  phaseShares,
});

function series(homes: readonly HomeParameters[], fromUs: number, ticks: number, tickS: number, light = 0, seed = 1) {
  const set = createHomes(homes.map((parameters, slot) => ({ slot, parameters })));
  const columns = columnsFor(homes.length);
  const context = tickAt({ timeUs: fromUs });
  const power = new Float64Array(ticks);
  for (let t = 0; t < ticks; t++) {
    const moment = { timeUs: fromUs + t * tickS * 1e6, tickS, seed, globalIrradianceWPerM2: light };
    stepHomes(set, tickAt(moment, context), columns);
    power[t] = columns.modelledPowerW.reduce((sum, w) => sum + w, 0) / homes.length;
  }
  return { power, columns, set };
}
const mean = (values: ArrayLike<number>) => Array.from(values).reduce((sum, v) => sum + v, 0) / values.length;
const only = (changes: Partial<HomeType>): HomeType => ({
  ...TYPE,
  standby: { powerW: 0, powerFactor: 1, seasonRatio: 0 },
  active: { powerW: 0, powerFactor: 1 },
  lighting: { ...TYPE.lighting, powerW: 0 },
  refrigerator: { powerW: 1e-6, powerFactor: 1, onS: 900, dutyRatio: 0.01 },
  appliances: [],
  commonDayRatio: 0,
  ...changes,
});

describe('home from the bottom up', () => {
  it('is a function of seed, slot and time: whoever asks later, coarser or backwards sees the same', () => {
    const homes = Array.from({ length: 12 }, () => home(2900));
    // Through the night in which home-days change.
    const from = utc('2012-02-03T22:00:00Z');
    const { power } = series(homes, from, 6 * 3600, 1);
    const late = series(homes, from + 17_000e6, 1000, 1).power;
    expect([...late]).toEqual([...power.subarray(17_000, 18_000)]);
    const coarse = series(homes, from, 6 * 60, 60).power;
    expect([...coarse]).toEqual(Array.from(coarse, (_, m) => power[60 * m]));
    expect([...series(homes, from, 600, 1, 0, 2).power]).not.toEqual([...power.subarray(0, 600)]);

    const set = createHomes(homes.map((parameters, slot) => ({ slot, parameters })));
    const columns = columnsFor(12);
    for (let t = 6 * 60 - 1; t >= 0; t -= 7) {
      stepHomes(set, tickAt({ timeUs: from + t * 60e6 }), columns);
      expect(columns.modelledPowerW.reduce((sum, w) => sum + w, 0) / 12).toBeCloseTo(coarse[t]!, 9);
    }
    // A home is the same with other homes around it.
    const alone = createHomes([{ slot: 7, parameters: home(2900) }]);
    const other = columnsFor(12);
    stepHomes(set, tickAt({ timeUs: from }), columns);
    stepHomes(alone, tickAt({ timeUs: from }), other);
    expect(other.modelledPowerW[7]).toBe(columns.modelledPowerW[7]);
  });

  it('splits its power over phases by circuits, which add up; a single-phase home has one', () => {
    const { set, columns } = series([home(2900), home(2900, TYPE, [0, 1, 0])], utc('2012-02-03T17:00:00Z'), 1, 1);
    const context = tickAt({ timeUs: 0 });
    const unlike = new Set<string>();
    const energy = new Float64Array(3);
    for (let t = 0; t < 14 * 1440; t++) {
      stepHomes(set, tickAt({ timeUs: utc('2012-02-01T00:00:00Z') + t * 60e6 }, context), columns);
      for (let slot = 0; slot < 2; slot++) {
        const phases = columns.modelledPhaseW.subarray(3 * slot, 3 * slot + 3);
        expect(phases[0]! + phases[1]! + phases[2]!).toBeCloseTo(columns.modelledPowerW[slot]!, 9);
        const vars = columns.modelledPhaseVar.subarray(3 * slot, 3 * slot + 3);
        expect(vars[0]! + vars[1]! + vars[2]!).toBeCloseTo(columns.modelledReactiveVar[slot]!, 9);
        if (slot === 1) expect([phases[0], phases[2], vars[0], vars[2]]).toEqual([0, 0, 0, 0]);
        else {
          unlike.add(`${Math.round(phases[0]! / 100)} ${Math.round(phases[1]! / 100)}`);
          for (let p = 0; p < 3; p++) energy[p]! += phases[p]!;
        }
      }
    }
    // Not one power spread thrice: phases move by themselves.
    expect(unlike.size).toBeGreaterThan(20);
    for (const e of energy) expect(e).toBeGreaterThan(0);
  });

  it('has the power factor of what is on: refrigerators lag, standby leads, a kettle does neither', () => {
    const at = (type: HomeType) => series([home(100, type)], utc('2012-02-03T12:00:00Z'), 1, 1).columns;
    const standby = at(only({ standby: { powerW: 50, powerFactor: -0.8, seasonRatio: 0 } }));
    expect(standby.modelledReactiveVar[0]! / standby.modelledPowerW[0]!).toBeCloseTo(-0.75, 6);
    const cooling = { powerW: 90, powerFactor: 0.6, onS: 900, dutyRatio: 0.4 };
    const { set, columns } = series([home(300, only({ refrigerator: cooling }))], utc('2012-02-03T12:00:00Z'), 1, 1);
    const powers = new Set<number>();
    for (let t = 0; t < 1440; t++) {
      stepHomes(set, tickAt({ timeUs: utc('2012-02-04T00:00:00Z') + t * 60e6 }), columns);
      powers.add(columns.modelledPowerW[0]!);
      expect(columns.modelledReactiveVar[0]!).toBeCloseTo((columns.modelledPowerW[0]! * 0.8) / 0.6, 6);
    }
    // On or off, and nothing between: the annual energy moves the duty, not the power.
    expect([...powers].sort((a, b) => a - b)).toEqual([0, 90]);
  });

  it('lights its lamps when it is dark and somebody is awake', () => {
    const type = only({ lighting: { powerW: 200, powerFactor: 1, wantedBelowWPerM2: [15, 110] } });
    const homes = Array.from({ length: 200 }, () => home(300, type));
    const evening = utc('2012-02-04T20:00:00+01:00');
    const dark = series(homes, evening, 1, 1, 0).power[0]!;
    const dusk = series(homes, evening, 1, 1, 60).power[0]!;
    const bright = series(homes, evening, 1, 1, 150).power[0]!;
    const night = series(homes, utc('2012-02-04T02:30:00+01:00'), 1, 1, 0).power[0]!;
    expect(bright).toBeLessThan(1e-6);
    expect(dusk / dark).toBeGreaterThan(0.3);
    expect(dusk / dark).toBeLessThan(0.7);
    expect(night).toBeLessThan(0.02 * dark);
  });

  it('waits for somebody to come home: what needs a hand moves behind the working day, its energy stays', () => {
    const appliance = {
      ...TYPE.appliances.find((a) => a.name === 'kettle')!,
      starts: [{ hour: 13, spreadH: 1, weight: 1 }],
    };
    const working = { ...TYPE.occupancy, awayHomesRatio: 1, awayDaysRatio: 0 };
    const types = [true, false].map((needsPerson) =>
      only({ occupancy: working, appliances: [{ ...appliance, needsPerson, seasonRatio: 0 }] }),
    );
    // A Tuesday, from 11 to 13 local, before anybody is back, and of the whole home-day.
    const noon = types.map((type) =>
      mean(
        series(
          Array.from({ length: 300 }, () => home(40, type)),
          utc('2012-02-07T11:00:00+01:00'),
          24,
          300,
        ).power,
      ),
    );
    const whole = types.map((type) =>
      mean(
        series(
          Array.from({ length: 300 }, () => home(40, type)),
          utc('2012-02-07T05:30:00+01:00'),
          1290,
          60,
        ).power,
      ),
    );
    expect(noon[0]! / noon[1]!).toBeLessThan(0.02);
    expect(noon[1]).toBeGreaterThan(5);
    expect(whole[0]! / whole[1]!).toBeGreaterThan(0.95);
    expect(whole[0]! / whole[1]!).toBeLessThan(1.05);
  });

  it('goes over both clock changes without a jump of the group', () => {
    const homes = Array.from({ length: 300 }, () => home(2550));
    for (const day of ['2012-03-24T20:00:00Z', '2012-10-27T20:00:00Z']) {
      const { power } = series(homes, utc(day), 8 * 60, 60);
      for (let t = 1; t < power.length; t++) expect(Math.abs(power[t]! - power[t - 1]!)).toBeLessThan(60);
    }
  });

  it('is asked for any annual energy without losing events', () => {
    for (const kwh of [600, 9000]) {
      const { power, set } = series(
        Array.from({ length: 4 }, () => home(kwh)),
        utc('2011-01-01T00:00:00Z'),
        365 * 96,
        900,
      );
      expect((mean(power) * 8.766) / kwh).toBeGreaterThan(0.9);
      expect((mean(power) * 8.766) / kwh).toBeLessThan(1.1);
      expect(Math.max(...set.eventCount)).toBeLessThan(set.capacity);
    }
  });

  it('120 homes of the example reach a maximum demand of 0.7 to 1.1 kW each in the evenings of December', () => {
    const loaded = loadWijk('merwede-blok');
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
    const { connections, types } = loaded.value.wijk;
    const spec = connections.flatMap(({ assets }) => assets.filter((asset) => asset.kind === 'household'));
    expect(spec).toHaveLength(120);
    const type = homeType(types.households['appartement'] as BottomUpHousehold);
    const homes = spec.map((asset) => home(asset.annualKwh, type));
    for (const seed of [1, 2]) {
      let highest = 0;
      for (const day of ['06', '08', '09', '13', '15', '18', '20', '21']) {
        const { power } = series(homes, utc(`2010-12-${day}T16:00:00+01:00`), 5 * 60, 60, 0, seed);
        for (let q = 0; q < 20; q++) highest = Math.max(highest, mean(power.subarray(15 * q, 15 * q + 15)));
      }
      expect(highest).toBeGreaterThan(700);
      expect(highest).toBeLessThan(1100);
    }
  });
});

describe('the catalogue of homes', () => {
  it('is a table of household types as the wijk file takes them', () => {
    const parsed = wijkSchema.shape.types.shape.households.safeParse(HOUSEHOLD_TYPES);
    expect(parsed.success ? [] : parsed.error.issues).toEqual([]);
  });

  it('is refused with every fault at once', () => {
    const { model: _, ...noModel } = householdType('rijwoning', 1);
    const bad = {
      ...householdType('rijwoning', 1),
      standby: { powerW: -5, powerFactor: 0.05 },
      lighting: { powerW: 10, powerFactor: 1, wantedBelowWPerM2: [100, 20] },
      refrigerator: { powerW: 90, powerFactor: 0.6, onMinutes: 15, dutyRatio: 0.95 },
      appliances: [{ name: 'hob', powerW: 1000, minutes: 10, perDay: 1, phases: 3, starts: [] }],
    };
    const parsed = wijkSchema.shape.types.shape.households.safeParse({ a: bad, b: { ...noModel, model: 'magic' } });
    const rules = parsed.success ? [] : parsed.error.issues.map((issue) => `${issue.path.join('/')}: ${issue.message}`);
    expect(rules).toEqual([
      'a/standby/powerW: must not be negative',
      'a/standby/powerFactor: must not lie between -0.1 and 0.1',
      'a/lighting/wantedBelowWPerM2: the first must be below the second',
      'a/refrigerator/dutyRatio: must be at most 0.9',
      'a/appliances/0/phases: must be 1 or 2',
      'a/appliances/0/starts: must hold at least one',
      "b/model: model must be 'bottom-up' or 'profile'",
    ]);
  });
});

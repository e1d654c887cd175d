import { describe, expect, it } from 'vitest';
import {
  capacityOf,
  createEvChargers,
  type EvChargerParameters,
  stepEvChargers,
} from '../../../../twin/core/assets/ev-charger.js';
import { CHARGER_TYPES } from '../../../../twin/wijk/catalogue/charging.js';
import { wijkSchema } from '../../../../twin/wijk/schema.js';
import fc from '../../../support/property.js';
import { columnsFor, tickAt, utc } from './support.js';

/** One car every day, from 18:00 to 07:00, that wants 22 kWh. */
const POINT: EvChargerParameters = {
  sockets: 1,
  powerMaxW: 11_040,
  minimumA: 6,
  maximumA: 16,
  stepA: 1,
  powerFactor: 1,
  standbyW: 0,
  dayFromHour: 12,
  cars: [{ shareRatio: 1, phases: 3, maximumA: 16 }],
  sessions: [
    {
      perDay: 1,
      arrival: { hour: 18, spreadH: 0 },
      departure: { hour: 31, spreadH: 0 },
      energyWh: 22_080,
      energySpreadWh: 0,
    },
  ],
  phaseShares: [1 / 3, 1 / 3, 1 / 3],
};
const EVENING = utc('2012-02-03T17:00:00+01:00');

function run(
  parameters: EvChargerParameters,
  hours: number,
  limit: (hour: number) => number = () => Number.NaN,
  tickS = 60,
) {
  const set = createEvChargers([{ slot: 0, parameters }]);
  const columns = columnsFor(1);
  const context = tickAt({ timeUs: EVENING });
  const powerW: number[] = [];
  for (let t = 0; t < (hours * 3600) / tickS; t++) {
    columns.setpointW[0] = limit((t * tickS) / 3600);
    stepEvChargers(set, tickAt({ timeUs: EVENING + t * tickS * 1e6, tickS }, context), columns);
    powerW.push(columns.modelledPowerW[0]!);
  }
  return { set, columns, powerW };
}
const steps = (powerW: readonly number[]) => [...new Set(powerW)].sort((a, b) => a - b);

describe('charge point', () => {
  it('charges a car at full power from its arrival until it has what it wants', () => {
    const { powerW, columns } = run(POINT, 16);
    expect(powerW[59]).toBe(0);
    expect(powerW[60]).toBe(11_040);
    expect(powerW[60 + 119]).toBe(11_040);
    expect(powerW[60 + 120]).toBe(0);
    expect(columns.energyThroughputWh[0]).toBeCloseTo(22_080, 6);
    expect(columns.energyDeficitWh[0]).toBe(0);
    for (const tickS of [1, 300]) {
      expect(run(POINT, 16, undefined, tickS).columns.energyThroughputWh[0]).toBeCloseTo(22_080, 6);
    }
  });

  it('follows a limit in whole ampères from six on, and pauses below', () => {
    const held = (limitW: number) => run(POINT, 1.5, () => limitW).powerW.at(-1);
    expect(held(11_040)).toBe(11_040);
    expect(held(11_039)).toBe(15 * 690);
    expect(held(5000)).toBe(7 * 690);
    expect(held(4140)).toBe(4140);
    expect(held(4139)).toBe(0);
    expect(held(-500)).toBe(0);
    const single = { ...POINT, cars: [{ shareRatio: 1, phases: 1 as const, maximumA: 32 }], maximumA: 32 };
    expect(run(single, 1.5).powerW.at(-1)).toBe(7360);
    expect(run(single, 1.5, () => 1500).powerW.at(-1)).toBe(1380);
  });

  it('counts what a car leaves without, and says when it can wait no longer', () => {
    const { columns, powerW } = run(POINT, 15, (hour) => (hour < 13 ? 0 : Number.NaN));
    // Free from 06:00 on, gone at 07:00: one hour of two.
    expect(columns.energyThroughputWh[0]).toBeCloseTo(11_040, 6);
    expect(columns.energyDeficitWh[0]).toBeCloseTo(11_040, 6);
    expect(powerW.at(-1)).toBe(0);

    const set = createEvChargers([{ slot: 0, parameters: POINT }]);
    const waiting = columnsFor(1);
    waiting.setpointW[0] = 0;
    let asked = Number.NaN;
    for (let t = 0; t < 14 * 60; t++) {
      stepEvChargers(set, tickAt({ timeUs: EVENING + t * 60e6, tickS: 60 }), waiting);
      if (Number.isNaN(asked) && waiting.availableMinW[0]! > 0) asked = t;
    }
    // Two hours before 07:00, with a tick in hand.
    expect(asked / 60).toBeCloseTo(12, 1);
  });

  it('shares one limit among sockets: equal parts, in turn where it does not reach for all', () => {
    const plaza = { ...POINT, sockets: 4, powerMaxW: 17_250 };
    const { set, powerW } = run(plaza, 1.5);
    expect(powerW.at(-1)).toBeLessThanOrEqual(17_250);
    expect(powerW.at(-1)).toBeGreaterThan(16_500);
    expect(Math.min(...set.powerW)).toBe(4140);
    // 9 kW carries two of four at six ampères: within an hour every car has had its turn.
    const turned = run(plaza, 3, () => 9000);
    expect(steps(turned.powerW.slice(70))).toEqual([8280]);
    for (const wh of turned.set.wantedWh) expect(wh).toBeLessThan(22_080);
    const two = run({ ...POINT, sockets: 2, powerMaxW: 17_250 }, 1.5);
    // 12.5 A each in whole steps: who comes second has what the first left.
    expect([...two.set.powerW].sort((a, b) => a - b)).toEqual([12 * 690, 13 * 690]);
  });

  it('follows the netbewust profile to the nearest step, and a limit never above', () => {
    const fractions = new Array<number>(24).fill(0);
    const profile = { ...POINT, netbewust: { baseW: 4000, mostW: 11_000, fractions } };
    expect(capacityOf(profile, 1, 18 * 3600)).toBe(4000);
    expect(capacityOf(profile, 2, 18 * 3600)).toBe(8000);
    // 4 kW are 5.8 A on three phases: 6 A.
    expect(run(profile, 1.5).powerW.at(-1)).toBe(4140);
    expect(run(profile, 1.5, () => 4000).powerW.at(-1)).toBe(0);
    const half = { ...profile, netbewust: { ...profile.netbewust, fractions: fractions.map(() => 0.5) } };
    expect(run(half, 1.5).powerW.at(-1)).toBe(11 * 690);
  });

  it('puts single-phase cars on one phase each, turned over the sockets; three-phase cars on all', () => {
    const cars = [{ shareRatio: 1, phases: 1 as const, maximumA: 16 }];
    const { columns } = run({ ...POINT, sockets: 3, powerMaxW: 40_000, cars }, 1.5);
    expect([...columns.modelledPhaseW]).toEqual([3680, 3680, 3680]);
    const one = run({ ...POINT, cars, phaseShares: [0, 1, 0] }, 1.5);
    expect([...one.columns.modelledPhaseW]).toEqual([0, 3680, 0]);
    const three = run(POINT, 1.5);
    expect(three.columns.modelledPhaseW[2]).toBeCloseTo(3680, 9);
    // A three-phase car at a single-phase point charges on one.
    expect(run({ ...POINT, phaseShares: [1, 0, 0] }, 1.5).powerW.at(-1)).toBe(3680);
  });

  it('keeps its books for any limits, tick and sessions', () => {
    const real = (min: number, max: number) => fc.double({ min, max, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constant(Number.NaN), real(-1000, 30_000)), { minLength: 5, maxLength: 40 }),
        fc.constantFrom(10, 60, 300),
        fc.integer({ min: 1, max: 5 }),
        real(1000, 60_000),
        (limits, tickS, sockets, energyWh) => {
          const sessions = [{ ...POINT.sessions[0]!, energyWh, energySpreadWh: 3000, perDay: 0.8 }];
          const parameters = { ...POINT, sockets, powerMaxW: 17_250, sessions };
          const { set, columns, powerW } = run(
            parameters,
            16,
            (hour) => limits[Math.floor(hour * 2.5) % limits.length]!,
            tickS,
          );
          let wh = 0;
          powerW.forEach((w, t) => {
            wh += (w * tickS) / 3600;
            const limit = limits[Math.floor(((t * tickS) / 3600) * 2.5) % limits.length]!;
            expect(w).toBeLessThanOrEqual((Number.isNaN(limit) ? 17_250 : Math.max(0, Math.min(limit, 17_250))) + 1e-6);
          });
          expect(columns.energyThroughputWh[0]).toBeCloseTo(wh, 4);
          expect(Math.min(...set.wantedWh)).toBeGreaterThanOrEqual(0);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('is refused with all its faults', () => {
    const bad = {
      ...CHARGER_TYPES['thuis']!,
      minimumA: 20,
      cars: [{ shareRatio: 0.5, phases: 2, maximumA: 16 }],
      sessions: [
        {
          perDay: 1.2,
          arrival: { hour: 18, spreadH: 1 },
          departure: { hour: 70, spreadH: 1 },
          energyKwh: 1,
          energySpreadKwh: 0,
        },
      ],
    };
    const parsed = wijkSchema.shape.types.shape.evChargers.safeParse({ bad });
    const found = parsed.success ? [] : parsed.error.issues.map((issue) => `${issue.path.join('/')}: ${issue.message}`);
    expect(found).toContain('bad/cars/0/phases: must be 1 or 3');
    expect(found).toContain('bad/sessions/0/perDay: must lie between 0 and 1');
    expect(found).toContain('bad/sessions/0/departure/hour: must lie in 0-60');
  });
});

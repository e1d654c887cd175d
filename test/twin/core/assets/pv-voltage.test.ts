import { describe, expect, it } from 'vitest';
import { createPvs, type OverVoltageParameters, type PvParameters, stepPvs } from '../../../../twin/core/assets/pv.js';
import { wijkSchema } from '../../../../twin/wijk/schema.js';
import { columnsFor, tickAt, utc } from './support.js';

const TRIP = {
  meanAboveV: 253,
  aboveV: 264.5,
  belowV: 184,
  reconnectBelowV: 253,
  reconnectAfterS: 60,
  rampRatioPerS: 0.1 / 60,
};
const ROOF: PvParameters = {
  peakPowerW: 5000,
  inverterPowerW: 4000,
  tiltRad: 0.6,
  azimuthRad: Math.PI,
  performanceRatio: 0.85,
  temperatureCoefficientPerK: -0.0037,
  cellRiseKm2PerW: 0.031,
  albedoRatio: 0.2,
};
const NOON = utc('2010-06-21T11:40:00Z');

/** Feed-in and reactive power per tick under a sunny sky, for a voltage per tick. */
function run(overVoltage: OverVoltageParameters, volts: readonly number[], tickS = 1, setpointW = Number.NaN) {
  const pvs = createPvs([{ slot: 0, parameters: { ...ROOF, overVoltage } }]);
  const columns = columnsFor(1);
  columns.setpointW[0] = setpointW;
  const context = tickAt({ timeUs: NOON });
  return volts.map((v, t) => {
    columns.voltageV[0] = v;
    const sky = { globalIrradianceWPerM2: 900, diffuseIrradianceWPerM2: 120, outdoorTemperatureC: 20 };
    // Only the voltage moves: the sun stands still.
    stepPvs(pvs, tickAt({ timeUs: NOON + ((t * tickS * 1e6) % 600e6), tickS, ...sky }, context), columns);
    return {
      feedInW: 0 - columns.modelledPowerW[0]!,
      reactiveVar: columns.modelledReactiveVar[0]!,
      deficitWh: columns.energyDeficitWh[0]!,
      availableW: 0 - columns.availableMinW[0]!,
    };
  });
}
const steady = (v: number, ticks: number): number[] => new Array<number>(ticks).fill(v);

describe('an inverter at too high a voltage', () => {
  it('P(U): gives way along a straight line, after its filter, and counts what it holds back', () => {
    const over = { filterS: 5, reduce: { fromV: 248, toV: 253 } };
    expect(run(over, steady(248, 40)).at(-1)!.feedInW).toBeCloseTo(
      run({ filterS: 5 }, steady(230, 2)).at(-1)!.feedInW,
      6,
    );
    const half = run(over, steady(250.5, 60));
    expect(half.at(-1)!.feedInW).toBeCloseTo(2000, 1);
    expect(half.at(-1)!.availableW).toBeCloseTo(2000, 1);
    expect(run(over, steady(254, 60)).at(-1)!.feedInW).toBe(0);
    // A step from 240 to 250.5 V comes through as the filter lets it: 63 % after one time constant.
    const step = run(over, [...steady(240, 5), ...steady(250.5, 60)]);
    const seenAfter5s = 250.5 - 10.5 * Math.exp(-1);
    expect(step[9]!.feedInW).toBeCloseTo(Math.min(step[0]!.feedInW, (4000 * (253 - seenAfter5s)) / 5), 6);
    const lost = half.reduce((sum, { feedInW }) => sum + (step[0]!.feedInW - feedInW) / 3600, 0);
    expect(half.at(-1)!.deficitWh).toBeCloseTo(lost, 6);
  });

  it('Q(U): takes reactive power, never more than its rating leaves beside the active power', () => {
    const over = { filterS: 1, absorb: { fromV: 241, toV: 248, ratio: 0.48 } };
    expect(run(over, steady(235, 10)).at(-1)!.reactiveVar).toBe(0);
    const { reactiveVar, feedInW } = run(over, steady(250, 30)).at(-1)!;
    expect(reactiveVar).toBeGreaterThan(0);
    expect(reactiveVar).toBeLessThanOrEqual(0.48 * 4000);
    expect(Math.hypot(reactiveVar, feedInW)).toBeLessThanOrEqual(4000 + 1e-9);
    // Together with P(U) there is room for all of it.
    const both = { ...over, reduce: { fromV: 246, toV: 250 } };
    expect(run(both, steady(249, 30)).at(-1)!.reactiveVar).toBeCloseTo(1920, 6);
  });

  it('trips at once far outside, and by the mean of ten minutes just above; comes back late and on a ramp', () => {
    const over = { filterS: 0.5, trip: TRIP };
    const far = run(over, [...steady(240, 10), ...steady(270, 5), ...steady(240, 400)]);
    expect(far[9]!.feedInW).toBeGreaterThan(3000);
    expect(far[11]!.feedInW).toBe(0);
    // 60 s in the band, then 10 % of the rating a minute.
    const back = far.findIndex(({ feedInW }, t) => t > 15 && feedInW > 0);
    expect(back - 15).toBeGreaterThanOrEqual(60);
    expect(back - 15).toBeLessThanOrEqual(64);
    expect(far[back + 60]!.feedInW).toBeCloseTo(0.1 * 4000, -2);
    expect(run(over, steady(170, 5)).at(-1)!.feedInW).toBe(0);

    for (const tickS of [1, 10, 60, 300]) {
      const ticks = 1500 / tickS;
      const slow = run(over, steady(254, ticks), tickS).findIndex(({ feedInW }) => feedInW === 0);
      // Not before nine minutes of it are there, and not after ten.
      expect(slow * tickS).toBeGreaterThanOrEqual(Math.min(530, 600 - 2 * tickS));
      expect(slow * tickS).toBeLessThanOrEqual(600);
      expect(run(over, steady(252.5, ticks), tickS).every(({ feedInW }) => feedInW > 0)).toBe(true);
    }
  });

  it('obeys a setpoint below what the voltage leaves, and without a configuration sees no voltage at all', () => {
    const over = { filterS: 1, reduce: { fromV: 248, toV: 253 } };
    expect(run(over, steady(250.5, 30), 1, -1000).at(-1)!.feedInW).toBe(1000);
    expect(run({ filterS: 1 }, steady(280, 30)).at(-1)!.feedInW).toBeGreaterThan(3000);
  });

  it('is configuration with its own rules', () => {
    const { rampRatioPerS: _, ...bounds } = TRIP;
    const roof = {
      performanceRatio: 0.8,
      temperatureCoefficientPerK: -0.0037,
      nominalCellC: 45,
      albedoRatio: 0.2,
      source: 'a data sheet',
      overVoltage: {
        reduce: { fromV: 253, toV: 248 },
        trip: { ...bounds, rampRatioPerMinute: 0.1, belowV: 260 },
        source: 'EN 50549-1',
      },
    };
    const parsed = wijkSchema.shape.types.shape.pv.safeParse({ roof });
    expect(
      parsed.success ? [] : parsed.error.issues.map((issue) => `${issue.path.join('/')}: ${issue.message}`),
    ).toEqual(['roof/overVoltage/reduce: fromV must be below toV', expect.stringContaining('roof/overVoltage/trip')]);
  });
});

import { describe, expect, it } from 'vitest';
import {
  createHeatSources,
  type HeatSourceParameters,
  type HeatSources,
  prepareSource,
  regenerate as regenerateFor,
  SOURCE_OF_HEAT,
  takeHeat as takeAsked,
  wellsHeatJ,
} from '../../../../twin/core/assets/heat-source.js';
import { tickAt, utc } from './support.js';

const WATER = {
  meanC: 12.5,
  amplitudeK: 9,
  warmestDay: 210,
  followS: 10 * 86_400,
  aboveAirK: 0,
  minimumC: 6,
  cooledK: 3,
  exchangerK: 1.5,
  pumpJPerM3: 0.05 * 3.6e6,
};
const ATES = {
  groundC: 11,
  warmC: 16,
  coldC: 8,
  warmM3: 1000,
  coldM3: 500,
  lossPerS: -Math.log1p(-0.2) / (365.25 * 86_400),
  cooledK: 6,
  exchangerK: 1.5,
  pumpJPerM3: 0.25 * 3.6e6,
  regeneration: { aboveC: 16, m3PerS: 30 / 3600 },
};
const J_PER_M3_K = 1163 * 3600;
const at = (when: string, outdoorTemperatureC: number, tickS = 60) =>
  tickAt({ timeUs: utc(when), outdoorTemperatureC, tickS });
const takeHeat = (s: HeatSources, k: number, heatJ: number): void => {
  s.ask[0] = heatJ;
  takeAsked(s, k);
};
const regenerate = (s: HeatSources, k: number, seconds: number, allowedW: number): void => {
  s.ask.set([seconds, allowedW]);
  regenerateFor(s, k);
};
const create = (parameters: HeatSourceParameters) => createHeatSources([parameters]);

describe('surface water', () => {
  it('begins at its year, follows the air by its lag, and gives nothing when it is too cold', () => {
    const s = create({ constantC: Number.NaN, surfaceWater: WATER });
    prepareSource(s, 0, at('2012-07-28T12:00:00Z', 21.5));
    expect(s.waterC[0]).toBeCloseTo(21.5, 1);
    expect(s.sourceC[0]).toBeCloseTo(20, 1);
    // Ten days of frost: the distance to freezing falls by e.
    const before = s.waterC[0]!;
    for (let t = 0; t < 10 * 288; t++) prepareSource(s, 0, at('2012-07-28T12:00:00Z', -8, 300));
    expect(s.waterC[0]).toBeCloseTo(before / Math.E, 6);
    expect(s.serving[0]).toBe(SOURCE_OF_HEAT.surfaceWater);
    for (let t = 0; t < 10 * 288; t++) prepareSource(s, 0, at('2012-07-28T12:00:00Z', -8, 300));
    expect(s.waterC[0]).toBeLessThan(6);
    expect(s.serving[0]).toBe(SOURCE_OF_HEAT.none);
  });
});

describe('wells', () => {
  it('give the water of the warm one, then that of the ground, and fill the cold one', () => {
    const s = create({ constantC: Number.NaN, ates: { ...ATES, lossPerS: 0 } });
    prepareSource(s, 0, at('2012-02-03T12:00:00Z', 0));
    expect([s.serving[0], s.sourceC[0]]).toEqual([SOURCE_OF_HEAT.ates, 14.5]);
    // 0.25 kWh per m³ that gives 6 K · 1.163 kWh/K.
    expect(s.pumpingRatio[0]).toBeCloseTo(0.25 / (6 * 1.163), 12);
    takeHeat(s, 0, 400 * 6 * J_PER_M3_K);
    expect([s.warmM3[0], s.coldM3[0]]).toEqual([expect.closeTo(600, 9), expect.closeTo(900, 9)]);
    expect(s.coldC[0]).toBeCloseTo((500 * 8 + 400 * 10) / 900, 9);
    takeHeat(s, 0, 700 * 6 * J_PER_M3_K);
    prepareSource(s, 0, at('2012-02-03T12:00:00Z', 0));
    expect([s.warmM3[0], s.sourceC[0]]).toEqual([0, 9.5]);
  });

  it('take turns with the surface water, whichever is warmer', () => {
    const s = create({ constantC: Number.NaN, surfaceWater: WATER, ates: ATES });
    prepareSource(s, 0, at('2012-02-03T12:00:00Z', 0));
    expect(s.serving[0]).toBe(SOURCE_OF_HEAT.ates);
    s.waterC[0] = 21;
    prepareSource(s, 0, at('2012-07-28T12:00:00Z', 21));
    expect([s.serving[0], s.sourceC[0]]).toEqual([SOURCE_OF_HEAT.surfaceWater, expect.closeTo(19.5, 6)]);
  });

  it('are filled from warm water with what was taken out, not more, and only with power for the pumps', () => {
    const s = create({ constantC: Number.NaN, surfaceWater: WATER, ates: ATES });
    const summer = at('2012-07-28T12:00:00Z', 21.5, 3600);
    prepareSource(s, 0, summer);
    regenerate(s, 0, 3600, 1e6);
    expect(s.intoWellsJ[0]).toBe(0);
    s.fromWellsJ[0] = 100 * 6 * J_PER_M3_K;
    regenerate(s, 0, 3600, 1000);
    expect(s.intoWellsJ[0]).toBe(0);
    regenerate(s, 0, 3600, 10_000);
    // 30 m³ in the hour at 0.05 and 0.25 kWh/m³.
    expect(s.regenerationW[0]).toBeCloseTo(9000, 6);
    expect(s.coldM3[0]).toBeCloseTo(470, 9);
    for (let t = 0; t < 100; t++) regenerate(s, 0, 3600, 10_000);
    expect(s.intoWellsJ[0]).toBeCloseTo(s.fromWellsJ[0]!, 0);
  });

  it('keep their books: out, in and lost to the ground', () => {
    const s = create({ constantC: Number.NaN, surfaceWater: WATER, ates: ATES });
    const beforeJ = wellsHeatJ(s, 0);
    let throughJ = 0;
    for (let t = 0; t < 365 * 24; t++) {
      const airC = 11 - 9 * Math.cos((2 * Math.PI * t) / (365 * 24));
      prepareSource(s, 0, at(new Date(Date.UTC(2011, 0, 1) + t * 3600e3).toISOString(), airC, 3600));
      const heatJ = Math.max(0, 20e3 - airC * 1200) * 3600;
      takeHeat(s, 0, heatJ);
      regenerate(s, 0, 3600, 1e6);
      throughJ += heatJ;
    }
    const bookJ = s.intoWellsJ[0]! - s.fromWellsJ[0]! - s.groundLossJ[0]!;
    expect(Math.abs(wellsHeatJ(s, 0) - beforeJ - bookJ) / throughJ).toBeLessThan(1e-9);
    expect(s.fromWaterJ[0]! + s.fromWellsJ[0]!).toBeCloseTo(throughJ, -3);
    expect(s.intoWellsJ[0]).toBeGreaterThan(0);
  });
});

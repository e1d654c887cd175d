import { describe, expect, it } from 'vitest';
import { COP_CURVES, coefficientOfPerformance } from '../../../../twin/core/assets/cop.js';
import {
  createHeatPumps,
  type HeatPumpParameters,
  reseedHeatPump,
  stepHeatPumps,
} from '../../../../twin/core/assets/heat-pump.js';
import { heatToReachW, massTemperatureC } from '../../../../twin/core/assets/thermal.js';
import fc from '../../../support/property.js';
import { columnsFor, tickAt, utc } from './support.js';

const START = utc('2012-02-03T15:00:00Z');

describe('coefficient of performance', () => {
  it('is that of When2Heat with its field factor', () => {
    // Air at -5 °C to floor heating of 30 - 0.5 · (-5) = 32.5 °C: lift 37.5 K, 3.41 on the curve, 2.9 in the field.
    expect(coefficientOfPerformance(COP_CURVES.air, 32.5, -5, 1)).toBeCloseTo(3.408, 3);
    expect(coefficientOfPerformance(COP_CURVES.air, 32.5, -5, 0.85)).toBeCloseTo(2.897, 3);
    expect(coefficientOfPerformance(COP_CURVES.ground, 35, 10, 1)).toBeCloseTo(10.29 - 5.25 + 0.75, 9);
    expect(coefficientOfPerformance(COP_CURVES.water, 50, 10, 1)).toBeCloseTo(9.97 - 8 + 1.92, 9);
  });

  it('has a floor of 15 K and never rises with the lift', () => {
    expect(coefficientOfPerformance(COP_CURVES.air, 30, 28, 1)).toBe(
      coefficientOfPerformance(COP_CURVES.air, 30, 15, 1),
    );
    for (const curve of Object.values(COP_CURVES)) {
      for (let lift = 0; lift < 150; lift++) {
        expect(coefficientOfPerformance(curve, lift + 1, 0, 1)).toBeLessThanOrEqual(
          coefficientOfPerformance(curve, lift, 0, 1),
        );
        expect(coefficientOfPerformance(curve, lift, 0, 1)).toBeGreaterThan(0);
      }
    }
  });
});

describe('one thermal mass', () => {
  it('follows its closed form whatever the tick', () => {
    const [lossWPerK, capacityJPerK] = [100, 36e6]; // 100 h
    const exact = -5 + 3000 / 100 + (20 - (-5 + 3000 / 100)) * Math.exp(-6 / 100);
    for (const tickS of [0.1 * 3600, 60, 1]) {
      let temperature = 20;
      for (let s = 0; s < 6 * 3600; s += tickS) {
        temperature = massTemperatureC(temperature, -5, 3000, lossWPerK, capacityJPerK, tickS);
      }
      expect(temperature).toBeCloseTo(exact, 8);
    }
  });

  it('is brought exactly to a temperature by the heat computed for it', () => {
    const real = (min: number, max: number) => fc.double({ min, max, noNaN: true });
    fc.assert(
      fc.property(
        real(0, 70),
        real(0, 70),
        real(-15, 35),
        fc.constantFrom(0, 50, 5000),
        real(1, 300),
        (from, to, out, ua, s) => {
          const heatW = heatToReachW(from, to, out, ua, 1e8, s);
          expect(massTemperatureC(from, out, heatW, ua, 1e8, s)).toBeCloseTo(to, 6);
        },
      ),
    );
  });
});

const SCHOOL: HeatPumpParameters = {
  powerMaxW: 12_000,
  powerMinW: 3000,
  standbyW: 60,
  powerFactor: 0.95,
  curve: COP_CURVES.air,
  fieldRatio: 0.85,
  sourceC: Number.NaN,
  sinkAtZeroC: 30,
  sinkPerK: -0.5,
  roomC: 20,
  hysteresisK: 0.5,
  comfortMinimumC: 18,
  minimumRunS: 600,
  minimumOffS: 600,
  sgReady: { recommended: { roomK: 0.5, tankK: 3 }, forced: { roomK: 1.5, tankK: 8, backup: false } },
  building: { lossWPerK: 900, capacityJPerK: 900 * 80 * 3600, gainsW: 3000, solarApertureM2: 25, initialC: 19.8 },
};

function runHeatPump(parameters: HeatPumpParameters, hours: number, outdoorC: number, limitW = Number.NaN) {
  const pumps = createHeatPumps([{ slot: 0, parameters }]);
  const columns = columnsFor(1);
  columns.setpointW[0] = limitW;
  const context = tickAt({ timeUs: START });
  const powerW: number[] = [];
  const roomC: number[] = [];
  for (let t = 0; t < hours * 360; t++) {
    const moment = { timeUs: START + t * 10e6, tickS: 10, outdoorTemperatureC: outdoorC };
    stepHeatPumps(pumps, tickAt(moment, context), columns);
    powerW.push(columns.modelledPowerW[0]!);
    roomC.push(columns.temperatureC[0]!);
  }
  return { pumps, columns, powerW, roomC };
}

describe('heat pump', () => {
  it('keeps the room within its hysteresis, with runs and stops of at least their minimum', () => {
    const { powerW, roomC } = runHeatPump(SCHOOL, 300, 2);
    const settled = roomC.slice(360 * 100);
    expect(Math.min(...settled)).toBeGreaterThan(19.4);
    expect(Math.max(...settled)).toBeLessThan(20.6);
    const runs = powerW
      .map((w) => (w > 60 ? 'run' : 'off'))
      .join(' ')
      .match(/(run ?)+|(off ?)+/g)!;
    expect(runs.length).toBeGreaterThan(3);
    for (const stretch of runs.slice(1, -1)) expect(stretch.trim().split(' ').length).toBeGreaterThanOrEqual(60);
  });

  it('uses in the long run what its building loses, divided by the coefficient of performance', () => {
    const { powerW, roomC } = runHeatPump({ ...SCHOOL, standbyW: 0 }, 600, 2);
    const mean = (values: readonly number[]) => values.reduce((sum, v) => sum + v, 0) / values.length;
    const cop = coefficientOfPerformance(COP_CURVES.air, 29, 2, 0.85);
    const stored = 900 * 80 * 3600 * (roomC.at(-1)! - 19.8);
    const lostW = 900 * (mean(roomC) - 2) - 3000;
    expect(mean(powerW) * cop).toBeCloseTo(lostW + stored / (600 * 3600), -1);
  });

  it('obeys an upper limit; below the lowest modulation it stops once its minimum run time is over', () => {
    const limited = runHeatPump(SCHOOL, 2, -5, 5000);
    expect(Math.max(...limited.powerW)).toBe(5000);

    const pumps = createHeatPumps([
      { slot: 0, parameters: { ...SCHOOL, building: { ...SCHOOL.building, initialC: 19.9 } } },
    ]);
    pumps.running[0] = 0;
    pumps.temperatureC[0] = 19.4;
    const columns = columnsFor(1);
    const powers: number[] = [];
    for (let t = 0; t < 1200; t++) {
      columns.setpointW[0] = t < 60 ? Number.NaN : 0;
      stepHeatPumps(pumps, tickAt({ timeUs: START + t * 1e6, outdoorTemperatureC: -5 }), columns);
      powers.push(columns.modelledPowerW[0]!);
    }
    expect(powers[59]).toBe(12_000);
    expect(powers.slice(60, 599).every((w) => w === 3000)).toBe(true);
    expect(powers.slice(601).every((w) => w === 60)).toBe(true);
  });

  it('asks for power before comfort is lost, and counts what is lost', () => {
    const { columns, roomC } = runHeatPump(SCHOOL, 20, -10, 0);
    const first = roomC.findIndex((c) => c < 18);
    expect(first).toBeGreaterThan(0);
    const deficit = roomC.reduce((sum, c) => sum + Math.max(0, 18 - c) / 360, 0);
    expect(columns.comfortDeficitKh[0]).toBeCloseTo(deficit, 6);
    expect(columns.comfortDeficitKh[0]).toBeGreaterThan(0.1);
    expect(columns.availableMinW[0]).toBe(12_000);

    const warm = runHeatPump(SCHOOL, 0.1, -10);
    expect(warm.columns.availableMinW[0]).toBeLessThanOrEqual(3000);
    const held = runHeatPump({ ...SCHOOL, building: { ...SCHOOL.building, initialC: 18.25 } }, 0.01, -2);
    expect(held.columns.availableMinW[0]).toBeGreaterThanOrEqual(3000);
  });

  it('takes over temperature and running from a lost device', () => {
    const pumps = createHeatPumps([{ slot: 0, parameters: SCHOOL }]);
    reseedHeatPump(pumps, 0, 18.7, 0);
    expect([pumps.temperatureC[0], pumps.running[0]]).toEqual([18.7, 0]);
    reseedHeatPump(pumps, 0, Number.NaN, 6000);
    expect([pumps.temperatureC[0], pumps.running[0]]).toEqual([18.7, 1]);
  });
});

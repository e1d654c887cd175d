import { describe, expect, it } from 'vitest';
import { COP_CURVES, coefficientOfPerformance } from '../../../../twin/core/assets/cop.js';
import {
  createHeatPlants,
  type HeatPlantParameters,
  reseedHeatPlant,
  stepHeatPlants,
} from '../../../../twin/core/assets/heat-plant.js';
import { heatAbove } from '../../../../twin/core/assets/stratified.js';
import { collectiveHeat } from '../../../../twin/wijk/catalogue/collective-heat.js';
import { heatPlantParameters } from '../../../../twin/wijk/parameters.js';
import { wijkSchema } from '../../../../twin/wijk/schema.js';
import fc from '../../../support/property.js';
import { columnsFor, tickAt, utc } from './support.js';

const START = utc('2012-02-03T15:00:00Z');
const HOMES = 120;
const types = wijkSchema.shape.types.shape.heatPlants.parse({ centrale: collectiveHeat(HOMES) });
const PLANT = heatPlantParameters({ kind: 'heat-plant', type: 'centrale', homes: HOMES }, types['centrale']!);

interface Run {
  readonly hours: number;
  readonly outdoorC: number;
  readonly limitW?: number;
  readonly sgReady?: number;
  readonly tickS?: number;
}

function run(parameters: HeatPlantParameters, { hours, outdoorC, limitW = Number.NaN, sgReady = 0, tickS = 60 }: Run) {
  const plants = createHeatPlants([{ slot: 0, parameters }]);
  const columns = columnsFor(1);
  columns.setpointW[0] = limitW;
  columns.sgReady[0] = sgReady;
  const context = tickAt({ timeUs: START });
  const rows: { powerW: number; charge: number; unservedW: number; needW: number; heatW: number }[] = [];
  for (let t = 0; t < (hours * 3600) / tickS; t++) {
    stepHeatPlants(
      plants,
      tickAt({ timeUs: START + t * tickS * 1e6, tickS, outdoorTemperatureC: outdoorC }, context),
      columns,
    );
    rows.push({
      powerW: columns.modelledPowerW[0]!,
      charge: plants.chargeRatio[0]!,
      unservedW: plants.unservedW[0]!,
      needW: columns.availableMinW[0]! - parameters.auxiliaryW,
      heatW: plants.heatW[0]!,
    });
  }
  return { plants, columns, rows };
}

describe('heat plant', () => {
  it('keeps the books of heat over buffer, network and homes, for any limits, states, source and tick', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.oneof(fc.constant(Number.NaN), fc.double({ min: 0, max: 220_000, noNaN: true })),
            fc.constantFrom(0, 1, 2, 3, 4),
          ),
          { minLength: 20, maxLength: 200 },
        ),
        fc.constantFrom(1, 60, 300),
        fc.double({ min: -15, max: 18, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (asks, tickS, outdoorC, initialRatio) => {
          const parameters = { ...PLANT, buffer: { ...PLANT.buffer, initialRatio } };
          const plants = createHeatPlants([{ slot: 0, parameters }]);
          const columns = columnsFor(1);
          const start = heatAbove(plants.buffers, 0, 15);
          const homesBefore = plants.homesC[0]!;
          let bookJ = 0;
          let throughJ = 1;
          let homesJ = 0;
          asks.forEach(([limitW, sgReady], t) => {
            columns.setpointW[0] = limitW;
            columns.sgReady[0] = sgReady;
            const moment = { timeUs: START + t * tickS * 1e6, tickS, outdoorTemperatureC: outdoorC };
            stepHeatPlants(plants, tickAt(moment), columns);
            const outW =
              plants.standingLossW[0]! + plants.networkLossW[0]! + plants.hotWaterServedW[0]! + plants.spaceServedW[0]!;
            bookJ += (plants.heatW[0]! - outW) * tickS;
            throughJ += (plants.heatW[0]! + outW) * tickS;
            homesJ += (plants.spaceServedW[0]! + HOMES * (plants.freeHeatW[0]! - plants.homeLossW[0]!)) * tickS;
            // Electricity and source make the heat; pumps and circulation are electricity beside it.
            expect(plants.heatW[0]! / plants.copRatio[0]!).toBeCloseTo(plants.compressorW[0]!, 6);
            expect(columns.modelledPowerW[0]).toBeCloseTo(
              plants.compressorW[0]! + plants.pumpingW[0]! + PLANT.auxiliaryW,
              6,
            );
            if (!Number.isNaN(limitW)) {
              expect(columns.modelledPowerW[0]).toBeLessThanOrEqual(Math.max(limitW, PLANT.auxiliaryW) + 1e-6);
            }
            if (sgReady === 1) expect(plants.compressorW[0]).toBe(0);
            expect(plants.unservedW[0]).toBeGreaterThan(-1e-6);
          });
          expect(Math.abs(heatAbove(plants.buffers, 0, 15) - start - bookJ) / throughJ).toBeLessThan(1e-9);
          const homesStoredJ = HOMES * PLANT.homes.capacityJPerK * (plants.homesC[0]! - homesBefore);
          expect(Math.abs(homesStoredJ - homesJ) / throughJ).toBeLessThan(1e-9);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('has the coefficient of When2Heat between its source and its supply', () => {
    const { plants } = run(PLANT, { hours: 0.1, outdoorC: -5 });
    // Wells of 16 °C less 1.5 K; supply of 65 °C and 3 K.
    expect(plants.copRatio[0]).toBeCloseTo(coefficientOfPerformance(COP_CURVES.water, 68, 14.5, 0.85), 5);
  });

  it('on water that is too cold from the first minute stands still, asks for nothing, and lives from its buffer', () => {
    const surfaceWater = {
      ...{ meanC: 2, amplitudeK: 0, warmestDay: 200, followS: 864_000, aboveAirK: 0, minimumC: 5 },
      ...{ cooledK: 3, exchangerK: 1, pumpJPerM3: 1e5 },
    };
    const { rows, columns, plants } = run(
      { ...PLANT, source: { constantC: Number.NaN, surfaceWater } },
      { hours: 24, outdoorC: -5 },
    );
    for (const { powerW, needW } of rows) expect([powerW, needW]).toEqual([PLANT.auxiliaryW, 0]);
    expect(columns.availableMaxW[0]).toBe(PLANT.auxiliaryW);
    expect(rows[0]!.unservedW).toBeCloseTo(0, 6);
    expect(rows.at(-1)!.unservedW).toBeGreaterThan(0);
    expect(plants.coldWaterWh[0]).toBeGreaterThan(0);
    // Once the river is warm enough it runs.
    const thawed = run(
      { ...PLANT, source: { constantC: Number.NaN, surfaceWater: { ...surfaceWater, minimumC: 1 } } },
      { hours: 1, outdoorC: 5 },
    );
    expect(Math.max(...thawed.rows.map(({ powerW }) => powerW))).toBeGreaterThan(PLANT.powerMinW);
  });

  it('running free keeps its buffer charged and the homes warm through a frost of -10 °C', () => {
    const { plants, columns, rows } = run(PLANT, { hours: 72, outdoorC: -10 });
    expect(Math.min(...rows.map((row) => row.charge))).toBeGreaterThan(0.45);
    expect(Math.max(...rows.map((row) => row.charge))).toBeLessThan(0.97);
    expect(columns.comfortDeficitKh[0]).toBe(0);
    expect(columns.coldShowers[0]).toBe(0);
    expect(plants.homesC[0]).toBeCloseTo(20.5, 6);
    // On and off by the hysteresis, at full power while on.
    const starts = rows.filter((row, t) => row.heatW > 0 && t > 0 && rows[t - 1]!.heatW === 0).length;
    expect(starts).toBeGreaterThan(2);
    expect(starts).toBeLessThan(40);
  });

  it.each([-10, 0])(
    'given no more than it says it needs at %d °C, it keeps homes above the minimum and water hot',
    (outdoorC) => {
      const plants = createHeatPlants([{ slot: 0, parameters: PLANT }]);
      const columns = columnsFor(1);
      const context = tickAt({ timeUs: START });
      const { roomC, comfortMinimumC } = PLANT.homes;
      let givenWh = 0;
      let lowestC = roomC;
      const minutes = 5 * 24 * 60;
      for (let t = 0; t < minutes; t++) {
        columns.setpointW[0] = t === 0 ? 0 : columns.availableMinW[0]!;
        stepHeatPlants(
          plants,
          tickAt({ timeUs: START + t * 60e6, tickS: 60, outdoorTemperatureC: outdoorC }, context),
          columns,
        );
        givenWh += columns.modelledPowerW[0]! / 60;
        lowestC = Math.min(lowestC, plants.homesC[0]!);
        expect(columns.urgencyRatio[0]).toBeGreaterThanOrEqual(0);
        expect(columns.urgencyRatio[0]).toBeLessThanOrEqual(1);
      }
      expect(columns.coldShowers[0]).toBe(0);
      expect(columns.comfortDeficitKh[0]).toBe(0);
      // And it lives on what is stored: buffer and homes are nearly spent, and it took less than one that runs free.
      expect(lowestC).toBeLessThan(comfortMinimumC + 0.5 * (roomC - comfortMinimumC));
      const freeWh = run(PLANT, { hours: minutes / 60, outdoorC }).rows.reduce((wh, { powerW }) => wh + powerW / 60, 0);
      expect(givenWh).toBeLessThan(freeWh);
    },
  );

  it('is less urgent with warm homes behind an empty buffer than with cold ones', () => {
    const parameters = { ...PLANT, buffer: { ...PLANT.buffer, initialRatio: 1 } };
    const full = run(parameters, { hours: 1 / 60, outdoorC: -5, limitW: 0 }).columns.urgencyRatio[0]!;
    const { columns, rows, plants } = run(parameters, { hours: 5, outdoorC: -5, limitW: 0 });
    expect(rows.at(-1)!.charge).toBeLessThan(0.05);
    expect(plants.homesC[0]).toBeGreaterThan(20);
    const warm = columns.urgencyRatio[0]!;
    const cold = run(parameters, { hours: 24, outdoorC: -5, limitW: 0 }).columns.urgencyRatio[0]!;
    expect(full).toBeLessThan(0.01);
    expect(warm).toBeGreaterThan(0.3);
    expect(warm).toBeLessThan(0.8);
    expect(cold).toBeGreaterThan(0.95);
  });

  it('switched off lives from its buffer for hours, then asks for power, then says what is missing', () => {
    const parameters = { ...PLANT, buffer: { ...PLANT.buffer, initialRatio: 1 } };
    const { plants, columns, rows } = run(parameters, { hours: 24, outdoorC: -5, limitW: 0 });
    const empty = rows.findIndex((row) => row.unservedW > 1);
    const asked = rows.findIndex((row) => row.needW > 0);
    expect(rows.every((row) => row.powerW === PLANT.auxiliaryW)).toBe(true);
    // 34.3 m³ at 30 K hold 1.2 MWh; 120 homes take some 270 kW.
    expect(empty / 60).toBeGreaterThan(3);
    expect(empty / 60).toBeLessThan(5);
    expect(asked).toBeLessThan(empty);
    expect(rows.at(-1)!.needW).toBeGreaterThan(80_000);
    expect(columns.comfortDeficitKh[0]).toBeGreaterThan(0.1);
    // Hot water that was not served, in Wh and in showers of 1.6 kWh.
    expect(columns.coldShowers[0]).toBeGreaterThan(100);
    expect(columns.energyDeficitWh[0]).toBeCloseTo(1600 * columns.coldShowers[0]!, 6);
    expect(plants.homesC[0]).toBeLessThan(19.5);
  });

  it('SG-Ready: stands still when blocked, charges early when recommended, and to the brim when forced', () => {
    const half = { ...PLANT, buffer: { ...PLANT.buffer, initialRatio: 0.8, onRatio: 0.3 } };
    const until = (sgReady: number) => {
      const plants = createHeatPlants([{ slot: 0, parameters: half }]);
      plants.heating[0] = 0;
      const columns = columnsFor(1);
      columns.sgReady[0] = sgReady;
      const context = tickAt({ timeUs: START });
      for (let t = 0; t < 3 * 60; t++) {
        stepHeatPlants(
          plants,
          tickAt({ timeUs: START + t * 60e6, tickS: 60, outdoorTemperatureC: 12 }, context),
          columns,
        );
      }
      return plants.chargeRatio[0]!;
    };
    const [blocked, normal, recommended, forced] = [1, 2, 3, 4].map(until) as [number, number, number, number];
    expect(blocked).toBeLessThan(0.8);
    expect(normal).toBe(blocked);
    expect(recommended).toBeGreaterThan(0.84);
    expect(recommended).toBeLessThan(0.96);
    expect(forced).toBeGreaterThan(0.97);
  });

  it('loses by its pipes, or a share of what it supplies', () => {
    const pipes = run(PLANT, { hours: 1, outdoorC: 5 }).plants;
    expect(pipes.networkLossW[0]).toBeCloseTo(0.22 * 960 * (65 + 35 - 20), -2);
    const share = { ...PLANT, network: { pipeWPerMK: 0, lengthM: 0, soilC: 0, lossShareRatio: 0.2 } };
    const { plants } = run(share, { hours: 1, outdoorC: 5 });
    const suppliedW = plants.networkLossW[0]! + plants.hotWaterServedW[0]! + plants.spaceServedW[0]!;
    expect(plants.networkLossW[0]! / suppliedW).toBeCloseTo(0.2, 9);
  });

  it('takes over the mean temperature of a lost device as hot above cold', () => {
    const plants = createHeatPlants([{ slot: 0, parameters: PLANT }]);
    reseedHeatPlant(plants, 0, 51, 0);
    expect([plants.bufferC[0], plants.heating[0]]).toEqual([expect.closeTo(51, 9), 0]);
    expect(plants.buffers.temperatureC[0]).toBe(65);
  });
});

import { describe, expect, it } from 'vitest';
import { judgeRulesBesideFaults } from '../../../../schema-problems.js';
import { COP_CURVES, coefficientOfPerformance } from '../../../../twin/core/assets/cop.js';
import {
  createHeatPumps,
  type HeatPumpParameters,
  reseedHeatPump,
  stepHeatPumps,
} from '../../../../twin/core/assets/heat-pump.js';
import { prepareTwoMasses, TWO_MASS_STEP, type TwoMasses } from '../../../../twin/core/assets/thermal.js';
import { BUILDING_TYPES, HEAT_PUMP_TYPES } from '../../../../twin/wijk/catalogue/heat.js';
import { heatPumpParameters } from '../../../../twin/wijk/parameters.js';
import { wijkSchema } from '../../../../twin/wijk/schema.js';
import fc from '../../../support/property.js';
import { columnsFor, tickAt, utc } from './support.js';

const START = utc('2012-02-03T00:00:00Z');
const { shape } = wijkSchema.shape.types;
const building = shape.buildings.parse(BUILDING_TYPES)['rijwoning-nieuw']!;
const pumps = shape.heatPumps.parse(HEAT_PUMP_TYPES);
const AIR = heatPumpParameters(pumps['lucht']!, building);
const { tank: _tank, defrost: _defrost, backup: _backup, ...BARE } = AIR;

describe('two thermal masses', () => {
  const step = (m: TwoMasses, x: readonly [number, number], q: readonly [number, number], seconds: number) => {
    const s = new Float64Array(TWO_MASS_STEP);
    prepareTwoMasses(m, seconds, s, 0);
    return [
      s[0]! * x[0] + s[1]! * x[1] + s[4]! * q[0] + s[5]! * q[1],
      s[2]! * x[0] + s[3]! * x[1] + s[6]! * q[0] + s[7]! * q[1],
    ] as const;
  };
  const MASSES: TwoMasses = {
    airJPerK: 3e6,
    fabricJPerK: 4e7,
    ventilationWPerK: 50,
    couplingWPerK: 900,
    fabricWPerK: 95,
  };

  it('follow what a fourth-order integration in small steps finds', () => {
    const f = (x: readonly number[], q: readonly number[]) => [
      q[0]! - (MASSES.ventilationWPerK * x[0]! + MASSES.couplingWPerK * (x[0]! - x[1]!)) / MASSES.airJPerK,
      q[1]! - (MASSES.fabricWPerK * x[1]! - MASSES.couplingWPerK * (x[0]! - x[1]!)) / MASSES.fabricJPerK,
    ];
    const q = [2000 / MASSES.airJPerK, 1000 / MASSES.fabricJPerK];
    let x = [22, 19];
    const h = 5;
    for (let t = 0; t < 3600; t += h) {
      const add = (k: readonly number[], s: number) => [x[0]! + s * k[0]!, x[1]! + s * k[1]!];
      const k1 = f(x, q);
      const k2 = f(add(k1, h / 2), q);
      const k3 = f(add(k2, h / 2), q);
      const k4 = f(add(k3, h), q);
      x = x.map((v, i) => v + (h / 6) * (k1[i]! + 2 * k2[i]! + 2 * k3[i]! + k4[i]!));
    }
    const exact = step(MASSES, [22, 19], [q[0]!, q[1]!], 3600);
    expect(exact[0]).toBeCloseTo(x[0]!, 9);
    expect(exact[1]).toBeCloseTo(x[1]!, 9);
  });

  it('get to the same place in one tick or in many', () => {
    const real = (min: number, max: number) => fc.double({ min, max, noNaN: true });
    fc.assert(
      fc.property(real(-30, 40), real(-30, 40), real(-1e-3, 1e-3), real(0, 400), real(0, 300), (a, f, q, vent, out) => {
        const masses = { ...MASSES, ventilationWPerK: vent, fabricWPerK: out };
        let x: readonly [number, number] = [a, f];
        for (let t = 0; t < 30; t++) x = step(masses, x, [q, 0], 10);
        const once = step(masses, [a, f], [q, 0], 300);
        expect(once[0]).toBeCloseTo(x[0], 9);
        expect(once[1]).toBeCloseTo(x[1], 9);
      }),
    );
  });
});

function run(parameters: HeatPumpParameters, hours: number, outdoorC: number, limitW = Number.NaN, tickS = 60) {
  const set = createHeatPumps([{ slot: 0, parameters }]);
  const columns = columnsFor(1);
  columns.setpointW[0] = limitW;
  const context = tickAt({ timeUs: START });
  const rows: {
    powerW: number;
    roomC: number;
    tankC: number;
    heatRoomW: number;
    heatTankW: number;
    backupW: number;
  }[] = [];
  for (let t = 0; t < (hours * 3600) / tickS; t++) {
    stepHeatPumps(
      set,
      tickAt({ timeUs: START + t * tickS * 1e6, tickS, outdoorTemperatureC: outdoorC }, context),
      columns,
    );
    rows.push({
      powerW: columns.modelledPowerW[0]!,
      roomC: columns.temperatureC[0]!,
      tankC: set.tankC[0]!,
      heatRoomW: set.heatRoomW[0]!,
      heatTankW: set.heatTankW[0]!,
      backupW: set.backupW[0]!,
    });
  }
  return { set, columns, rows };
}

describe('heat pump of a new home', () => {
  it('holds room and tank in their bands through a frost, with the losses of its building', () => {
    const { rows, set, columns } = run(AIR, 120, -8);
    const settled = rows.slice(24 * 60);
    expect(Math.min(...settled.map((r) => r.roomC))).toBeGreaterThan(19.5);
    expect(Math.max(...settled.map((r) => r.roomC))).toBeLessThan(21.5);
    expect(Math.min(...settled.map((r) => r.tankC))).toBeGreaterThan(40);
    expect(columns.energyDeficitWh[0]).toBe(0);
    // In the steady state the loss is UA times the difference, whatever the two masses do.
    expect(set.buildingLossW[0]! / (building.lossWPerK * (set.temperatureC[0]! + 8))).toBeGreaterThan(0.9);
    expect(set.buildingLossW[0]! / (building.lossWPerK * (set.temperatureC[0]! + 8))).toBeLessThan(1.1);
    // The tank takes turns with the room, never both.
    expect(settled.some((r) => r.heatTankW > 0)).toBe(true);
    for (const r of settled) expect(r.heatTankW > 0 && r.heatRoomW > 0 && r.backupW === 0).toBe(false);
  });

  it('defrosts by running time: heat goes back for the length of it, then an hour of rest from it', () => {
    const defrost = { aboveC: -8, belowC: 5, everyS: 3600, lengthS: 300, heatW: 4000 };
    const cold = { ...BARE, defrost, building: { ...BARE.building, initialC: 10 } };
    const at = (tickS: number, outdoorC: number) => run(cold, 4, outdoorC, Number.NaN, tickS).rows;
    const rows = at(60, 2);
    const iced = rows.map((r, t) => (r.heatRoomW < 0 ? t : -1)).filter((t) => t >= 0);
    expect(iced.slice(0, 5)).toEqual([60, 61, 62, 63, 64]);
    expect(rows[60]!.heatRoomW).toBe(-4000);
    expect(rows[60]!.powerW).toBe(BARE.powerMinW);
    expect(iced.length).toBeGreaterThanOrEqual(15);
    expect(at(60, 10).every((r) => r.heatRoomW >= 0)).toBe(true);
    // The same heat with long ticks.
    const heat = (list: typeof rows, tickS: number) => list.reduce((sum, r) => sum + r.heatRoomW * tickS, 0);
    expect(heat(at(300, 2), 300) / heat(rows, 60)).toBeCloseTo(1, 2);
  });

  it('has its element come on only beside a full compressor in a cold room, and within its limit', () => {
    const backup = { powerW: 2000, belowK: 0.5 };
    const cold = { ...BARE, backup, building: { ...BARE.building, initialC: 18 } };
    expect(run(cold, 0.1, -5).rows.at(-1)).toMatchObject({ backupW: 2000, powerW: 4200 });
    expect(run(cold, 0.1, -5, 4000).rows.at(-1)).toMatchObject({ backupW: 0, powerW: 2200 });
    expect(run(cold, 0.1, -5, 1500).rows.at(-1)).toMatchObject({ backupW: 0, powerW: 1500 });
    expect(run({ ...BARE, backup }, 0.1, -5).rows.every((r) => r.backupW === 0)).toBe(true);
    const { columns } = run(cold, 0.1, -5);
    // It says that it could: whoever limits it must know how much makes the element come on.
    expect(columns.availableMaxW[0]).toBe(4200);
    expect(run(cold, 0.1, -5, 4000).columns.availableMaxW[0]).toBe(4200);
    expect(run(cold, 0.1, -5, 1500).columns.availableMaxW[0]).toBe(4200);
    expect(run({ ...BARE, backup }, 0.1, -5).columns.availableMaxW[0]).toBe(2200);
    // An element has no reactive power.
    expect(columns.modelledReactiveVar[0]).toBeCloseTo(2200 * Math.tan(Math.acos(0.95)), 6);
  });

  it('heats its tank at the lift of the tank, and counts showers that are cold once it is kept off', () => {
    const { rows } = run({ ...AIR, tank: { ...AIR.tank!, initialC: 44 } }, 0.05, 5);
    const cop = coefficientOfPerformance(COP_CURVES.air, 44 + AIR.tank!.approachK, 5, 0.85);
    expect(rows[0]!.heatTankW / rows[0]!.powerW).toBeCloseTo(cop, 6);
    const off = run(AIR, 48, 5, 0);
    expect(off.rows.at(-1)!.tankC).toBeLessThan(AIR.tank!.usefulC);
    expect(off.rows.at(-1)!.tankC).toBeGreaterThanOrEqual(AIR.tank!.mainsC - 1e-9);
    expect(off.columns.energyDeficitWh[0]).toBeGreaterThan(3000);
  });

  describe('SG-Ready', () => {
    /** A pump in a warm home with a warm tank: nothing to do by itself. */
    const warm = {
      ...AIR,
      building: { ...AIR.building, initialC: 20.6 },
      tank: { ...AIR.tank!, initialC: 51, drawWhPerDay: 0 },
      sgReady: { recommended: { roomK: 0.5, tankK: 7 }, forced: { roomK: 1.5, tankK: 8, backup: true } },
    };
    const ran = (parameters: HeatPumpParameters, sgReady: number, hours: number, outdoorC = 2) => {
      const set = createHeatPumps([{ slot: 0, parameters }]);
      const columns = columnsFor(1);
      columns.sgReady[0] = sgReady;
      const powers: number[] = [];
      let backupWh = 0;
      for (let t = 0; t < hours * 60; t++) {
        const moment = { timeUs: START + t * 60e6, tickS: 60, outdoorTemperatureC: outdoorC };
        stepHeatPumps(set, tickAt(moment), columns);
        powers.push(columns.modelledPowerW[0]!);
        backupWh += set.backupW[0]! / 60;
        // Compressor, element and source make the heat, to rounding.
        const madeW = set.compressorW[0]! + set.backupW[0]! + set.sourceW[0]!;
        expect(Math.abs(madeW - set.heatRoomW[0]! - set.heatTankW[0]!)).toBeLessThan(1e-6);
      }
      return { set, columns, powers, backupWh };
    };

    it('1 stops it once its minimum run is over, though room and tank are cold, and the ledger says so', () => {
      const cold = { ...AIR, building: { ...AIR.building, initialC: 19 }, tank: { ...AIR.tank!, initialC: 42 } };
      const set = createHeatPumps([{ slot: 0, parameters: cold }]);
      set.running[0] = 0;
      const columns = columnsFor(1);
      const powers: number[] = [];
      for (let t = 0; t < 24 * 60; t++) {
        columns.sgReady[0] = t < 3 ? 2 : 1;
        stepHeatPumps(set, tickAt({ timeUs: START + t * 60e6, tickS: 60, outdoorTemperatureC: -5 }), columns);
        powers.push(columns.modelledPowerW[0]!);
      }
      expect(powers[2]).toBeGreaterThan(AIR.powerMinW);
      // Blocked within its minimum run it goes on at its lowest modulation.
      expect(powers.slice(3, 9).every((w) => w === AIR.powerMinW)).toBe(true);
      expect(powers.slice(11).every((w) => w === AIR.standbyW)).toBe(true);
      expect(columns.comfortDeficitKh[0]).toBeGreaterThan(1);
      expect(columns.coldShowers[0]).toBeGreaterThan(1);
      expect(columns.energyDeficitWh[0]).toBeCloseTo(1600 * columns.coldShowers[0]!, 6);
    });

    it('2 is what it does by itself', () => {
      expect(ran(warm, 2, 12).powers).toEqual(ran(warm, 0, 12).powers);
    });

    it('3 starts early and goes on to its raised temperatures, and no further', () => {
      const normal = ran(warm, 2, 0.5);
      expect(normal.powers.every((w) => w === AIR.standbyW)).toBe(true);
      const raised = ran(warm, 3, 0.5);
      expect(raised.powers[0]).toBeGreaterThan(1000);
      const long = ran(warm, 3, 48);
      expect(long.set.tankC[0]).toBeGreaterThan(51);
      expect(long.set.tankC[0]).toBeLessThan(52 + 7 + 0.5);
      expect(long.set.temperatureC[0]).toBeGreaterThan(20.4);
      expect(long.set.temperatureC[0]).toBeLessThan(20.5 + 0.5 + 0.3 + 0.2);
      expect(long.backupWh).toBe(0);
    });

    it('4 runs until room and tank are at their highest, with the element if its type says so', () => {
      const forced = ran(warm, 4, 0.5);
      expect(forced.powers[1]).toBe(4200);
      expect(forced.backupWh).toBeGreaterThan(500);
      const without = { ...warm, sgReady: { ...warm.sgReady, forced: { ...warm.sgReady.forced, backup: false } } };
      expect(ran(without, 4, 0.5).backupWh).toBe(0);
      const long = ran(warm, 4, 48);
      expect(long.set.temperatureC[0]).toBeGreaterThan(21.8);
      expect(long.set.temperatureC[0]).toBeLessThan(20.5 + 1.5 + 0.3 + 0.3);
      // A limit holds in every state.
      const limited = createHeatPumps([{ slot: 0, parameters: warm }]);
      const columns = columnsFor(1);
      columns.sgReady[0] = 4;
      columns.setpointW[0] = 1500;
      stepHeatPumps(limited, tickAt({ timeUs: START, tickS: 60, outdoorTemperatureC: 2 }), columns);
      expect(columns.modelledPowerW[0]).toBe(1500);
    });

    it('keeps the minimum rest: forced right after a stop it waits', () => {
      const set = createHeatPumps([{ slot: 0, parameters: warm }]);
      const columns = columnsFor(1);
      const step = (t: number, sgReady: number): number => {
        columns.sgReady[0] = sgReady;
        stepHeatPumps(set, tickAt({ timeUs: START + t * 60e6, tickS: 60, outdoorTemperatureC: 2 }), columns);
        return columns.modelledPowerW[0]!;
      };
      for (let t = 0; t < 20; t++) expect(step(t, 4)).toBeGreaterThan(600);
      expect(step(20, 1)).toBe(AIR.standbyW);
      for (let t = 21; t < 30; t++) expect(step(t, 4)).toBe(AIR.standbyW);
      expect(step(31, 4)).toBeGreaterThan(600);
    });
  });

  it('takes over the temperature of a lost device, with the fabric at its distance', () => {
    const set = createHeatPumps([{ slot: 0, parameters: AIR }]);
    set.fabricC[0] = set.temperatureC[0]! + 1;
    reseedHeatPump(set, 0, 18, Number.NaN);
    expect(set.temperatureC[0]).toBe(18);
    expect(set.fabricC[0]).toBeCloseTo(19, 9);
  });
});

describe('types of heat in a wijk file', () => {
  it('say all that is wrong with them', () => {
    // As they are when a wijk is read: a rule over several keys is judged once those keys are right.
    judgeRulesBesideFaults(shape.buildings);
    judgeRulesBesideFaults(shape.heatPumps);
    const fabric = { airCapacityRatio: 0.1, ventilationRatio: 0.2, couplingWPerK: 5, fabricHeatRatio: 0.5 };
    const home = {
      ...BUILDING_TYPES['rijwoning-nieuw']!,
      fabric: { ...fabric, airCapacityRatio: 1, fabricHeatRatio: 2 },
    };
    const thin = { ...BUILDING_TYPES['rijwoning-nieuw']!, fabric };
    const pump = {
      ...HEAT_PUMP_TYPES['lucht']!,
      tank: { ...HEAT_PUMP_TYPES['lucht']!.tank!, onC: 60 },
      backup: { powerKw: -1, belowK: 0 },
    };
    const found = [shape.buildings.safeParse({ home, thin }), shape.heatPumps.safeParse({ pump })].flatMap((parsed) =>
      parsed.success ? [] : parsed.error.issues.map((issue) => `${issue.path.join('/')}: ${issue.message}`),
    );
    expect(found).toEqual([
      'home/fabric/airCapacityRatio: must lie between 0 and 1',
      'home/fabric/fabricHeatRatio: must lie between 0 and 1',
      'thin: fabric/couplingWPerK must be above the loss that goes through the fabric',
      'pump/backup/powerKw: must be greater than 0',
      'pump/tank: mainsC < onC < offC must hold',
    ]);
  });
});

/** Heat pumps and collective heat: COP, a year of a new home, the buffer of the sizing example, and conserved energy. */
import { createBatteries, stepBatteries } from '../../twin/core/assets/battery.js';
import { COP_CURVES, coefficientOfPerformance } from '../../twin/core/assets/cop.js';
import { createHeatPlants, stepHeatPlants } from '../../twin/core/assets/heat-plant.js';
import { createHeatPumps, stepHeatPumps } from '../../twin/core/assets/heat-pump.js';
import { createTickContext } from '../../twin/core/assets/tick.js';
import { BUILDING_TYPES, HEAT_PUMP_TYPES } from '../../twin/wijk/catalogue/heat.js';
import { loadWijk } from '../../twin/wijk/load.js';
import { batteryParameters, heatPlantParameters, heatPumpParameters } from '../../twin/wijk/parameters.js';
import { wijkSchema } from '../../twin/wijk/schema.js';
import { type Figure, near, type Section, shown, within } from './figure.js';
import { columnsFor, generatedYear, runDays } from './years.js';

const WHEN2HEAT = 'When2Heat, Ruhnau et al. 2019';
const { shape } = wijkSchema.shape.types;
const buildings = shape.buildings.parse(BUILDING_TYPES);
const pumps = shape.heatPumps.parse(HEAT_PUMP_TYPES);
const loaded = loadWijk('merwede-blok');
if (!loaded.ok) throw new Error('merwede-blok must load');
const { types } = loaded.value.wijk;

/** Published coefficients at lifts of 15 (the floor), 25, 37.5 and 50 K. */
function copFigures(): Figure[] {
  const published = {
    air: (lift: number) => 6.08 - 0.09 * lift + 0.0005 * lift * lift,
    ground: (lift: number) => 10.29 - 0.21 * lift + 0.0012 * lift * lift,
    water: (lift: number) => 9.97 - 0.2 * lift + 0.0012 * lift * lift,
  };
  return (['air', 'ground', 'water'] as const).flatMap((medium) =>
    [10, 15, 25, 37.5, 50].map((lift) => {
      const ours = coefficientOfPerformance(COP_CURVES[medium], lift, 0, 1);
      const target = published[medium](Math.max(15, lift));
      const what = `COP ${medium}, lift ${lift} K`;
      return within(
        what,
        '',
        ours,
        target - 1e-12,
        target + 1e-12,
        `${target.toFixed(4)} exactly`,
        WHEN2HEAT,
        'sourced',
        4,
      );
    }),
  );
}

interface PumpYear {
  readonly name: string;
  electricWh: number;
  heatWh: number;
  peakElectricWh: number;
  peakHeatWh: number;
  imbalance: number;
  coldKh: number;
  coldWaterWh: number;
  readonly dayW: number[];
}

/** A year of a new home with each heat pump; the peak is the coldest day. */
function pumpYears(tickS: number): PumpYear[] {
  const names = Object.keys(pumps);
  const set = createHeatPumps(
    names.map((name, slot) => ({
      slot,
      parameters: heatPumpParameters(pumps[name]!, buildings['rijwoning-nieuw']!),
    })),
  );
  const columns = columnsFor(names.length);
  const days = generatedYear();
  const coldest = days.reduce((found, day, d) => (day.meanC < days[found]!.meanC ? d : found), 0);
  const years = names.map((name) => ({
    name,
    electricWh: 0,
    heatWh: 0,
    peakElectricWh: 0,
    peakHeatWh: 0,
    imbalance: 0,
    coldKh: 0,
    coldWaterWh: 0,
    dayW: new Array<number>(96).fill(0),
  }));
  const capacity = (k: number) => set.parameters[k]!.building.capacityJPerK;
  const air = (k: number) => set.parameters[k]!.building.fabric!.airCapacityRatio;
  const stored = (k: number) =>
    capacity(k) * (air(k) * set.temperatureC[k]! + (1 - air(k)) * set.fabricC[k]!) +
    set.parameters[k]!.tank!.capacityJPerK * set.tankC[k]!;
  const before = names.map((_, k) => stored(k));
  const balance = names.map(() => 0);
  const through = names.map(() => 0);
  runDays(days, 0, days.length, tickS, 1, (tick, index) => {
    stepHeatPumps(set, tick, columns);
    const day = Math.floor((index * tickS) / 86_400);
    years.forEach((year, k) => {
      const powerW = columns.modelledPowerW[k]!;
      const heatW = set.heatRoomW[k]! + set.heatTankW[k]!;
      const outW = set.buildingLossW[k]! + set.tankLossW[k]! + set.drawnW[k]!;
      balance[k]! += (heatW + set.freeHeatW[k]! - outW) * tickS;
      through[k]! += (Math.abs(heatW) + set.freeHeatW[k]!) * tickS;
      year.electricWh += (powerW * tickS) / 3600;
      year.heatWh += (heatW * tickS) / 3600;
      if (day !== coldest) return;
      year.peakElectricWh += (powerW * tickS) / 3600;
      year.peakHeatWh += (heatW * tickS) / 3600;
      year.dayW[Math.floor(((index * tickS) % 86_400) / 900)]! += (powerW * tickS) / 900;
    });
  });
  years.forEach((year, k) => {
    year.imbalance = Math.abs(stored(k) - before[k]! - balance[k]!) / through[k]!;
    year.coldKh = columns.comfortDeficitKh[k]!;
    year.coldWaterWh = columns.energyDeficitWh[k]!;
  });
  return years;
}

/** 560 homes that take 2 kW each from a buffer of 160 m³ across 30 K while the heat pumps are off: how long it carries. */
export function bufferHours(): number {
  const type = types.heatPlants['aquathermal']!;
  const base = heatPlantParameters({ kind: 'heat-plant', type: 'aquathermal', homes: 560 }, type);
  const parameters = {
    ...base,
    networkLossW: 0,
    buffer: {
      ...base.buffer,
      capacityJPerK: 160 * 1.163e3 * 3600,
      lossWPerK: 0,
      minimumC: 45,
      onC: 74,
      offC: 75,
      initialC: 75,
    },
    homes: { ...base.homes, lossWPerK: 100, gainsW: 0, roomC: 20, hotWaterWhPerDay: 0 },
  };
  const plants = createHeatPlants([{ slot: 0, parameters }]);
  const columns = columnsFor(1);
  columns.setpointW[0] = 0;
  const tick = Object.assign(createTickContext(), { tickS: 10, outdoorTemperatureC: 0 });
  let ticks = 0;
  do {
    stepHeatPlants(plants, tick, columns);
    ticks++;
  } while (plants.unservedW[0]! === 0 && ticks < 10_000);
  return ((ticks - 1) * 10) / 3600;
}

/** Relative imbalance of a battery that is driven hard for a year. */
function batteryImbalance(tickS: number): number {
  const type = types.batteries['battery-10']!;
  const parameters = batteryParameters({ kind: 'battery', type: 'battery-10' }, type);
  const set = createBatteries([{ slot: 0, parameters }]);
  const columns = columnsFor(1);
  const tick = Object.assign(createTickContext(), { tickS });
  let balanceWh = 0;
  const beforeWh = set.energyWh[0]!;
  for (let t = 0; t < (365 * 86_400) / tickS; t++) {
    columns.setpointW[0] = 6000 * Math.sin(t / 37) + 1000 * Math.sin(t / 5.3);
    stepBatteries(set, tick, columns);
    const powerW =
      columns.modelledPowerW[0] === parameters.standbyW && set.powerW[0] === 0 ? 0 : columns.modelledPowerW[0]!;
    const wh = (powerW * tickS) / 3600;
    balanceWh += powerW > 0 ? wh * parameters.chargeEfficiencyRatio : wh / parameters.dischargeEfficiencyRatio;
  }
  return Math.abs(set.energyWh[0]! - beforeWh - balanceWh) / columns.energyThroughputWh[0]!;
}

/** Relative imbalance of the buffer and homes of a heat plant over a year; and its comfort. */
function plantYear(tickS: number): { imbalance: number; coldKh: number; copRatio: number } {
  const type = types.heatPlants['aquathermal']!;
  const parameters = heatPlantParameters({ kind: 'heat-plant', type: 'aquathermal', homes: 120 }, type);
  const set = createHeatPlants([{ slot: 0, parameters }]);
  const columns = columnsFor(1);
  const { capacityJPerK, lossWPerK, plantRoomC } = parameters.buffer;
  const days = generatedYear();
  const before = set.bufferC[0]!;
  let balanceJ = 0;
  let throughJ = 0;
  let electricWh = 0;
  runDays(days, 0, days.length, tickS, 1, (tick) => {
    const was = set.bufferC[0]!;
    stepHeatPlants(set, tick, columns);
    const netW = set.heatW[0]! - set.drawnW[0]!;
    // The loss of the tick from the closed form of its mean.
    const x = (tickS * lossWPerK) / capacityJPerK;
    const finalC = plantRoomC + netW / lossWPerK;
    const meanC = finalC - ((was - finalC) * Math.expm1(-x)) / x;
    balanceJ += (netW - lossWPerK * (meanC - plantRoomC)) * tickS;
    throughJ += set.heatW[0]! * tickS;
    electricWh += ((columns.modelledPowerW[0]! - parameters.auxiliaryW) * tickS) / 3600;
  });
  return {
    imbalance: Math.abs(capacityJPerK * (set.bufferC[0]! - before) - balanceJ) / throughJ,
    coldKh: columns.comfortDeficitKh[0]!,
    copRatio: throughJ / 3600 / electricWh,
  };
}

const CONSERVED = 'first law';

export function heatSection(quick: boolean): Section {
  const tickS = quick ? 300 : 60;
  const years = pumpYears(tickS);
  const plant = plantYear(tickS);
  const figures: Figure[] = [
    ...copFigures(),
    near(
      'hours that 160 m³ carry 560 homes of 2 kW at 30 K',
      'h',
      bufferHours(),
      5,
      0.02,
      'buffer sizing: m³ · 1.163 kWh/K',
      'computed',
      3,
    ),
  ];
  const conserved = (what: string, value: number): Figure =>
    within(what, 'of throughput', value, 0, 1e-9, 'at most 1e-9', CONSERVED, 'computed', 12);
  for (const year of years) {
    figures.push(
      conserved(`energy of a year, ${year.name}, building and tank`, year.imbalance),
      shown(`seasonal COP, ${year.name}, with hot water and element`, '', year.heatWh / year.electricWh, 2),
      shown(`COP of the coldest day, ${year.name}`, '', year.peakHeatWh / year.peakElectricWh, 2),
      shown(`mean power of the coldest day, ${year.name}`, 'kW', year.peakElectricWh / 24_000, 2),
      shown(`electricity of the year, ${year.name}`, 'kWh', year.electricWh / 1000, 0),
      shown(
        `heat of the year, ${year.name}`,
        'kWh',
        year.heatWh / 1000,
        0,
        '',
        'printed only; 5-8 MWh with hot water',
        'general knowledge',
      ),
      shown(`cold of the year, ${year.name}`, 'K·h', year.coldKh, 2),
      shown(`hot water that was cold, ${year.name}`, 'kWh', year.coldWaterWh / 1000, 2),
    );
  }
  figures.push(
    conserved('energy of a year, buffer of a heat plant', plant.imbalance),
    shown('seasonal COP, heat plant', '', plant.copRatio, 2),
    shown('cold of the year, homes of the heat plant', 'K·h', plant.coldKh, 2),
    conserved('energy of a year, battery', batteryImbalance(quick ? 300 : 60)),
  );
  const hours = Array.from({ length: 96 }, (_, q) => (q + 0.5) / 4);
  return {
    title: 'Heat and storage',
    figures,
    charts: [
      {
        name: 'heat-pump-coldest-day',
        title: 'Heat pump of a new home on the coldest day of a generated year',
        xLabel: 'hour UT',
        yLabel: 'W',
        x: hours,
        lines: years.map((year) => ({ name: year.name, y: year.dayW })),
      },
    ],
  };
}

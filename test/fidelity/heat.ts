/** Heat pumps and collective heat: COP, a year of a new home, the buffer of the sizing example, and conserved energy. */
import { COP_CURVES, coefficientOfPerformance } from '../../twin/core/assets/cop.js';
import { createHeatPlants, type HeatPlantParameters, stepHeatPlants } from '../../twin/core/assets/heat-plant.js';
import { createHeatPumps, stepHeatPumps } from '../../twin/core/assets/heat-pump.js';
import { wellsHeatJ } from '../../twin/core/assets/heat-source.js';
import { heatAbove } from '../../twin/core/assets/stratified.js';
import { createTickContext } from '../../twin/core/assets/tick.js';
import { collectiveHeat } from '../../twin/wijk/catalogue/collective-heat.js';
import { BUILDING_TYPES, HEAT_PUMP_TYPES } from '../../twin/wijk/catalogue/heat.js';
import { heatPlantParameters, heatPumpParameters } from '../../twin/wijk/parameters.js';
import { wijkSchema } from '../../twin/wijk/schema.js';
import { type Figure, near, type Section, shown, within } from './figure.js';
import { columnsFor, generatedYear, runDays } from './years.js';

const WHEN2HEAT = 'When2Heat, Ruhnau et al. 2019';
const { shape } = wijkSchema.shape.types;
const buildings = shape.buildings.parse(BUILDING_TYPES);
const pumps = shape.heatPumps.parse(HEAT_PUMP_TYPES);

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
  coldShowers: number;
  /** Compressor, element and source to heat. */
  machine: number;
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
    coldShowers: 0,
    machine: 0,
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
  const made = names.map(() => 0);
  runDays(days, 0, days.length, tickS, 1, (tick, index) => {
    stepHeatPumps(set, tick, columns);
    const day = Math.floor((index * tickS) / 86_400);
    years.forEach((year, k) => {
      const powerW = columns.modelledPowerW[k]!;
      const heatW = set.heatRoomW[k]! + set.heatTankW[k]!;
      const outW = set.buildingLossW[k]! + set.tankLossW[k]! + set.drawnW[k]!;
      balance[k]! += (heatW + set.freeHeatW[k]! - outW) * tickS;
      made[k]! += (heatW - set.compressorW[k]! - set.backupW[k]! - set.sourceW[k]!) * tickS;
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
    year.coldShowers = columns.coldShowers[k]!;
    year.machine = Math.abs(made[k]!) / through[k]!;
  });
  return years;
}

/** The plant of the sizing example: 560 homes, 160 m³ between 65 and 35 °C, with wells, network and homes of the catalogue. */
const EXAMPLE_HOMES = 560;
const central = (homes: number): HeatPlantParameters =>
  heatPlantParameters(
    { kind: 'heat-plant', type: 'central', homes },
    shape.heatPlants.parse({ central: collectiveHeat(homes) })['central']!,
  );

/**
 * Homes that take 2 kW each from a stratified buffer of 160 m³ across 30 K while the heat pumps are off: hours that it
 * carries and what it gave, MWh. Standing loss and conduction are those of the catalogue; the network's loss is none, since
 * the example counts what homes take.
 */
export function bufferExample(): { readonly hours: number; readonly mwh: number; readonly lostMwh: number } {
  const base = central(EXAMPLE_HOMES);
  const parameters: HeatPlantParameters = {
    ...base,
    buffer: { ...base.buffer, initialRatio: 1 },
    network: { pipeWPerMK: 0, lengthM: 0, soilC: 0, lossShareRatio: 0 },
    homes: { ...base.homes, lossWPerK: 100, gainsW: 0, solarApertureM2: 0, roomC: 20, hotWaterWhPerDay: 0 },
  };
  const plants = createHeatPlants([{ slot: 0, parameters }]);
  const columns = columnsFor(1);
  columns.setpointW[0] = 0;
  const tick = Object.assign(createTickContext(), { tickS: 10, outdoorTemperatureC: 0 });
  let servedJ = 0;
  let lostJ = 0;
  let ticks = 0;
  do {
    stepHeatPlants(plants, tick, columns);
    servedJ += plants.spaceServedW[0]! * 10;
    lostJ += plants.standingLossW[0]! * 10;
    ticks++;
  } while (plants.unservedW[0]! < 1 && ticks < 10_000);
  return { hours: ((ticks - 1) * 10) / 3600, mwh: servedJ / 3.6e9, lostMwh: lostJ / 3.6e9 };
}

interface PlantYear {
  /** Relative imbalances over the year: heat pumps to buffer, network and homes; electricity and source to heat; homes; wells. */
  readonly heat: number;
  readonly machine: number;
  readonly homes: number;
  readonly wells: number;
  readonly coldKh: number;
  readonly coldShowers: number;
  readonly copRatio: number;
  readonly coldestCopRatio: number;
  readonly coldestShareRatio: number;
  readonly networkLossRatio: number;
  readonly standingLossRatioPerDay: number;
  readonly pumpingRatio: number;
  readonly electricKwhPerHome: number;
  readonly heatKwhPerHome: number;
  readonly fromWaterRatio: number;
  /** Heat put into the wells by heat taken out since New Year, when autumn begins to draw on them again. */
  readonly balanceRatio: number;
  readonly coldestDayW: number[];
  readonly charge: number[];
}

function plantYear(tickS: number): PlantYear {
  const homes = EXAMPLE_HOMES;
  const parameters = central(homes);
  const set = createHeatPlants([{ slot: 0, parameters }]);
  const columns = columnsFor(1);
  const { sources } = set;
  const days = generatedYear();
  const coldest = days.reduce((found, day, d) => (day.meanC < days[found]!.meanC ? d : found), 0);
  const before = heatAbove(set.buffers, 0, 15);
  const wellsBefore = wellsHeatJ(sources, 0);
  const homesBefore = set.homesC[0]!;
  const sum = { heat: 0, loss: 0, standing: 0, water: 0, space: 0, compressor: 0, pumping: 0, free: 0, homeLoss: 0 };
  const peak = { heat: 0, power: 0 };
  let balance = 0;
  const coldestDayW = new Array<number>(96).fill(0);
  const charge = new Array<number>(96).fill(0);
  runDays(days, 0, days.length, tickS, 1, (tick, index) => {
    stepHeatPlants(set, tick, columns);
    sum.heat += set.heatW[0]! * tickS;
    sum.loss += set.networkLossW[0]! * tickS;
    sum.standing += set.standingLossW[0]! * tickS;
    sum.water += set.hotWaterServedW[0]! * tickS;
    sum.space += set.spaceServedW[0]! * tickS;
    sum.compressor += set.compressorW[0]! * tickS;
    sum.pumping += set.pumpingW[0]! * tickS;
    sum.free += set.freeHeatW[0]! * homes * tickS;
    sum.homeLoss += set.homeLossW[0]! * homes * tickS;
    const day = Math.floor((index * tickS) / 86_400);
    if (day > 180) balance = Math.max(balance, sources.intoWellsJ[0]! / sources.fromWellsJ[0]!);
    if (day !== coldest) return;
    peak.heat += set.heatW[0]! * tickS;
    peak.power += (columns.modelledPowerW[0]! - parameters.auxiliaryW) * tickS;
    const quarter = Math.floor(((index * tickS) % 86_400) / 900);
    coldestDayW[quarter]! += (columns.modelledPowerW[0]! * tickS) / 900 / homes;
    charge[quarter]! += (set.chargeRatio[0]! * tickS) / 900;
  });
  const taken = sources.fromWaterJ[0]! + sources.fromWellsJ[0]!;
  const stored = heatAbove(set.buffers, 0, 15) - before;
  const homesStored = homes * parameters.homes.capacityJPerK * (set.homesC[0]! - homesBefore);
  const wellsBook = sources.intoWellsJ[0]! - sources.fromWellsJ[0]! - sources.groundLossJ[0]!;
  const supplied = sum.loss + sum.water + sum.space;
  const fullJ = parameters.buffer.capacityJPerK * (parameters.buffer.supplyC - parameters.buffer.plantRoomC);
  return {
    heat: Math.abs(sum.heat - stored - sum.standing - supplied) / sum.heat,
    machine: Math.abs(sum.heat - sum.compressor - taken) / sum.heat,
    homes: Math.abs(sum.space + sum.free - sum.homeLoss - homesStored) / (sum.space + sum.free),
    wells: Math.abs(wellsHeatJ(sources, 0) - wellsBefore - wellsBook) / sources.fromWellsJ[0]!,
    coldKh: columns.comfortDeficitKh[0]!,
    coldShowers: columns.coldShowers[0]!,
    copRatio: sum.heat / (sum.compressor + sum.pumping),
    coldestCopRatio: peak.heat / peak.power,
    coldestShareRatio: peak.power / 86_400 / (parameters.powerMaxW + parameters.auxiliaryW),
    networkLossRatio: sum.loss / supplied,
    standingLossRatioPerDay: sum.standing / days.length / fullJ,
    pumpingRatio: sum.pumping / (sum.compressor + sum.pumping),
    electricKwhPerHome: (sum.compressor + sum.pumping) / 3.6e6 / homes,
    heatKwhPerHome: (sum.space + sum.water) / 3.6e6 / homes,
    fromWaterRatio: sources.fromWaterJ[0]! / taken,
    balanceRatio: balance,
    coldestDayW,
    charge,
  };
}

const CONSERVED = 'first law';

export function heatSection(quick: boolean): Section {
  const tickS = quick ? 300 : 60;
  const years = pumpYears(tickS);
  const plant = plantYear(tickS);
  const example = bufferExample();
  const SIZING = 'buffer sizing: 560 homes · 2 kW · 5 h = 5.6 MWh in 160 m³ at 30 K';
  const figures: Figure[] = [
    ...copFigures(),
    near('heat of 160 m³ stratified at 30 K, to homes', 'MWh', example.mwh, 5.6, 0.02, SIZING, 'computed', 3),
    near('hours that it carries 560 homes of 2 kW', 'h', example.hours, 5, 0.02, SIZING, 'computed', 3),
    shown('  standing loss meanwhile', 'MWh', example.lostMwh, 3),
  ];
  const conserved = (what: string, value: number): Figure =>
    within(what, 'of throughput', value, 0, 1e-9, 'at most 1e-9', CONSERVED, 'computed', 12);
  for (const year of years) {
    figures.push(
      conserved(`energy of a year, ${year.name}, building and tank`, year.imbalance),
      conserved(`energy of a year, ${year.name}, electricity and source to heat`, year.machine),
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
      shown(`cold showers of the year, ${year.name}`, '', year.coldShowers, 2),
    );
  }
  figures.push(
    conserved('energy of a year, heat plant: pumps to buffer, network and homes', plant.heat),
    conserved('energy of a year, heat plant: electricity and source to heat', plant.machine),
    conserved('energy of a year, heat plant: homes', plant.homes),
    conserved('energy of a year, heat plant: wells', plant.wells),
    shown('cold of the year, homes of the heat plant', 'K·h', plant.coldKh, 2),
    shown('cold showers of the year, all homes of the heat plant', '', plant.coldShowers, 2),
    shown('seasonal COP, heat plant with source pumps', '', plant.copRatio, 2),
    shown('COP of the coldest day, heat plant', '', plant.coldestCopRatio, 2),
    shown('mean of the coldest day by installed power, heat plant', '', plant.coldestShareRatio, 2),
    shown('electricity of the year per home, heat plant', 'kWh', plant.electricKwhPerHome, 0),
    shown(
      'heat of the year per home, heat plant',
      'kWh',
      plant.heatKwhPerHome,
      0,
      'new homes',
      'printed only; 5-8 MWh with hot water',
      'general knowledge',
    ),
    shown('source pumps by all electricity', '', plant.pumpingRatio, 3),
    shown('surface water by all source heat', '', plant.fromWaterRatio, 2),
    shown('seasonal balance of the wells: put in by taken out, autumn', '', plant.balanceRatio, 2),
    shown(
      'network loss by heat supplied',
      '',
      plant.networkLossRatio,
      3,
      'heat networks',
      'printed only; 0.10-0.25, less at low temperature',
      'general knowledge',
    ),
    shown(
      'standing loss of the buffer by its full heat',
      '%/d',
      100 * plant.standingLossRatioPerDay,
      2,
      'large buffers',
      'printed only; 1-3',
      'general knowledge',
    ),
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
      {
        name: 'heat-plant-coldest-day',
        title: 'Heat plant of 560 homes on the coldest day of a generated year',
        xLabel: 'hour UT',
        yLabel: 'W per home; charge of the buffer in thousandths',
        x: hours,
        lines: [
          { name: 'electric power', y: plant.coldestDayW },
          { name: 'charge', y: plant.charge.map((ratio) => 1000 * ratio) },
        ],
      },
    ],
  };
}

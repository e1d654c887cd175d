/**
 * Energy kept over a year in the kinds that have no section of their own for it, each against a second account, and the
 * share of heat pumps in the winter peak of all-electric homes. Cars, heat pumps and heat plants stand in theirs.
 */
import { createBatteries, stepBatteries } from '../../twin/core/assets/battery.js';
import { createBusinesses, stepBusinesses } from '../../twin/core/assets/business.js';
import { createHeatPumps, stepHeatPumps } from '../../twin/core/assets/heat-pump.js';
import { createHomes, type HomeType, stepHomes } from '../../twin/core/assets/home.js';
import { createHouseholds, stepHouseholds } from '../../twin/core/assets/household.js';
import { createPvs, stepPvs } from '../../twin/core/assets/pv.js';
import { BUSINESS_TYPES, CALENDAR_TYPES } from '../../twin/wijk/catalogue/businesses.js';
import { BUILDING_TYPES, HEAT_PUMP_TYPES } from '../../twin/wijk/catalogue/heat.js';
import { HOUSEHOLD_TYPES } from '../../twin/wijk/catalogue/households.js';
import {
  type BottomUpHousehold,
  batteryParameters,
  businessParameters,
  heatPumpParameters,
  homeType,
  pvParameters,
} from '../../twin/wijk/parameters.js';
import { wijkSchema } from '../../twin/wijk/schema.js';
import { profileHome } from '../twin/core/assets/profile-household.js';
import { type Figure, type Section, shown, within } from './figure.js';
import { mixed } from './households.js';
import { columnsFor, generatedYear, runDays } from './years.js';

const { shape } = wijkSchema.shape.types;

/** The battery and roof of the books: usual figures, with over-voltage on, so that all of it is in the account. */
const BATTERY = batteryParameters(
  { kind: 'battery', type: 'books' },
  shape.batteries.parse({
    books: {
      capacityKwh: 10,
      chargeKw: 5,
      dischargeKw: 5,
      chargeEfficiencyRatio: 0.94,
      dischargeEfficiencyRatio: 0.94,
      standbyW: 15,
      rampKwPerS: 1,
      minimumRatio: 0.1,
      maximumRatio: 1,
      initialRatio: 0.5,
      source: 'of the books',
    },
  })['books']!,
);
const ROOF = pvParameters(
  { kind: 'pv', type: 'books', peakKw: 4, inverterKw: 3, tiltDeg: 35, azimuthDeg: 180 },
  shape.pv.parse({
    books: {
      performanceRatio: 0.8,
      temperatureCoefficientPerK: -0.0037,
      nominalCellC: 45,
      albedoRatio: 0.2,
      overVoltage: { reduce: { fromV: 248, toV: 253 }, source: 'of the books' },
      source: 'of the books',
    },
  })['books']!,
);

const HOMES = 10;

/**
 * Homes in which everything is an event: what the kernel metered, against the events it drew, each counted by itself for
 * as many ticks as begin within it. The kernel holds its power between switchings; this account looks at every tick.
 */
function homesImbalance(days: number, tickS: number): number {
  const [row] = Object.values(shape.households.parse(HOUSEHOLD_TYPES)) as BottomUpHousehold[];
  const full = homeType(row!);
  const type: HomeType = {
    ...full,
    standby: { ...full.standby, powerW: 0 },
    active: { ...full.active, powerW: 0 },
    lighting: { ...full.lighting, powerW: 0 },
    refrigerator: { ...full.refrigerator, powerW: 0 },
  };
  const set = createHomes(
    Array.from({ length: HOMES }, (_, slot) => ({
      slot,
      parameters: { annualEnergyWh: 2.5e6, type, phaseShares: [0.5, 0.3, 0.2] },
    })),
  );
  const columns = columnsFor(HOMES);
  let meteredWh = 0;
  let eventsWh = 0;
  runDays(generatedYear(), 0, days, tickS, 1, (tick) => {
    stepHomes(set, tick, columns);
    const nowS = tick.localDay * 86_400 + tick.localSecondOfDay;
    for (let k = 0; k < HOMES; k++) {
      meteredWh += (columns.modelledPowerW[k]! * tickS) / 3600;
      const first = k * set.capacity;
      for (let e = first; e < first + set.eventCount[k]!; e++) {
        if (nowS >= set.eventFromS[e]! && nowS < set.eventUntilS[e]!) eventsWh += (set.eventW[e]! * tickS) / 3600;
      }
    }
  });
  return Math.abs(meteredWh - eventsWh) / eventsWh;
}

/** A home metered on three phases and as a whole. */
function phasesImbalance(days: number, tickS: number): number {
  const set = createHomes(mixed(HOMES).map((parameters, slot) => ({ slot, parameters })));
  const columns = columnsFor(HOMES);
  const sums = [0, 0, 0, 0];
  runDays(generatedYear(), 0, days, tickS, 1, (tick) => {
    stepHomes(set, tick, columns);
    for (let k = 0; k < HOMES; k++) {
      sums[3]! += columns.modelledPowerW[k]!;
      for (let p = 0; p < 3; p++) sums[p]! += columns.modelledPhaseW[3 * k + p]!;
    }
  });
  return Math.abs(sums[0]! + sums[1]! + sums[2]! - sums[3]!) / sums[3]!;
}

/** A profile home that runs through, against one that is made anew every day: what it does is no matter of its past. */
function profileImbalance(days: number, tickS: number): number {
  const entry = { slot: 0, parameters: profileHome(2550) };
  const through = createHouseholds([entry]);
  let anew = createHouseholds([entry]);
  const [a, b] = [columnsFor(1), columnsFor(1)];
  let throughWh = 0;
  let anewWh = 0;
  let day = Number.NaN;
  runDays(generatedYear(), 0, days, tickS, 1, (tick) => {
    if (day !== tick.localDay) anew = createHouseholds([entry]);
    day = tick.localDay;
    stepHouseholds(through, tick, a);
    stepHouseholds(anew, tick, b);
    throughWh += (a.modelledPowerW[0]! * tickS) / 3600;
    anewWh += (b.modelledPowerW[0]! * tickS) / 3600;
  });
  return Math.abs(throughWh - anewWh) / anewWh;
}

/** A business with cooling, against one of the same base without any, and the cooling by its own formula. */
function businessImbalance(days: number, tickS: number): number {
  const types = shape.businesses.parse(BUSINESS_TYPES);
  const parameters = businessParameters(
    { kind: 'business', type: 'kantoor', annualKwh: 50_000 },
    types['kantoor']!,
    shape.calendars.parse(CALENDAR_TYPES),
  );
  const { cooling, ...bare } = parameters;
  const base = { ...bare, annualEnergyWh: parameters.annualEnergyWh * (1 - cooling!.shareRatio) };
  const [whole, part] = [
    createBusinesses([{ slot: 0, parameters }]),
    createBusinesses([{ slot: 0, parameters: base }]),
  ];
  const [a, b] = [columnsFor(1), columnsFor(1)];
  let meteredWh = 0;
  let partsWh = 0;
  let servedKh = 0;
  // From the first of May on, so that the short account of the suite has warm days in it.
  runDays(generatedYear(), 120, Math.min(days, 245), tickS, 1, (tick) => {
    stepBusinesses(whole, tick, a);
    stepBusinesses(part, tick, b);
    meteredWh += (a.modelledPowerW[0]! * tickS) / 3600;
    partsWh += (b.modelledPowerW[0]! * tickS) / 3600;
    servedKh += (whole.coolingW[0]! / whole.coolingWPerK[0]!) * (tickS / 3600);
  });
  return Math.abs(meteredWh - partsWh - servedKh * whole.coolingWPerK[0]!) / meteredWh;
}

/** A roof under curtailment and a voltage that rises at noon: modules = fed in + clipped by the inverter + held back. */
function roofBooks(days: number, tickS: number): { imbalance: number; clippedRatio: number; heldRatio: number } {
  const set = createPvs([{ slot: 0, parameters: ROOF }]);
  const columns = columnsFor(1);
  const sum = { modules: 0, fed: 0, clipped: 0 };
  runDays(generatedYear(), 0, days, tickS, 1, (tick, index) => {
    columns.voltageV[0] = 240 + tick.globalIrradianceWPerM2 / 75;
    columns.setpointW[0] = Math.floor(index / 97) % 3 === 0 ? -1500 : Number.NaN;
    stepPvs(set, tick, columns);
    const modulesW = set.modulesW[0]!;
    sum.modules += (modulesW * tickS) / 3600;
    sum.fed -= (columns.modelledPowerW[0]! * tickS) / 3600;
    sum.clipped += (Math.max(0, modulesW - ROOF.inverterPowerW) * tickS) / 3600;
  });
  const heldWh = columns.energyDeficitWh[0]!;
  return {
    imbalance: Math.abs(sum.modules - sum.fed - sum.clipped - heldWh) / sum.modules,
    clippedRatio: sum.clipped / sum.modules,
    heldRatio: heldWh / sum.modules,
  };
}

/** A battery that is driven hard: in - out - losses = what it holds more. */
function batteryBooks(days: number, tickS: number): { imbalance: number; roundTrip: number } {
  const set = createBatteries([{ slot: 0, parameters: BATTERY }]);
  const columns = columnsFor(1);
  const beforeWh = set.energyWh[0]!;
  let inWh = 0;
  let outWh = 0;
  let lostWh = 0;
  let t = 0;
  runDays(generatedYear(), 0, days, tickS, 1, (tick) => {
    columns.setpointW[0] = 6000 * Math.sin(t / 37) + 1000 * Math.sin(t / 5.3);
    t++;
    stepBatteries(set, tick, columns);
    const wh = (set.powerW[0]! * tickS) / 3600;
    if (wh > 0) {
      inWh += wh;
      lostWh += wh * (1 - BATTERY.chargeEfficiencyRatio);
    } else {
      outWh -= wh;
      lostWh -= wh / BATTERY.dischargeEfficiencyRatio - wh;
    }
  });
  const storedWh = set.energyWh[0]! - beforeWh;
  return {
    imbalance: Math.abs(inWh - outWh - lostWh - storedWh) / columns.energyThroughputWh[0]!,
    roundTrip: outWh / (inWh - storedWh / BATTERY.chargeEfficiencyRatio),
  };
}

/** What a roof and a battery that nobody steers go without, at a voltage of 230 V: ledgers at the end, kWh. */
function freeLedgers(days: number, tickS: number): { roofKwh: number; batteryKwh: number; throughputKwh: number } {
  const home = createHomes(mixed(1).map((parameters) => ({ slot: 0, parameters })));
  const roof = createPvs([{ slot: 1, parameters: ROOF }]);
  const battery = createBatteries([{ slot: 2, parameters: BATTERY }]);
  const columns = columnsFor(3);
  columns.voltageV.fill(230);
  runDays(generatedYear(), 0, days, tickS, 1, (tick) => {
    stepHomes(home, tick, columns);
    stepPvs(roof, tick, columns);
    columns.freeTargetW[2] = -columns.modelledPowerW[0]! - columns.modelledPowerW[1]!;
    stepBatteries(battery, tick, columns);
  });
  return {
    roofKwh: columns.energyDeficitWh[1]! / 1000,
    batteryKwh: columns.energyDeficitWh[2]! / 1000,
    throughputKwh: columns.energyThroughputWh[2]! / 1000,
  };
}

const PEAK_HOMES = 100;

/** All-electric homes in the week that ends with the coldest day: highest quarter-hour, and the heat pumps' part of it. */
function winterPeak(tickS: number): { peakKw: number; shareRatio: number; pumpKw: number; hour: number } {
  const pumps = shape.heatPumps.parse(HEAT_PUMP_TYPES);
  const building = shape.buildings.parse(BUILDING_TYPES)['rijwoning-nieuw']!;
  const homes = createHomes(mixed(PEAK_HOMES).map((parameters, slot) => ({ slot, parameters })));
  const heat = createHeatPumps(
    Array.from({ length: PEAK_HOMES }, (_, slot) => {
      const parameters = heatPumpParameters(pumps['lucht']!, building);
      // Homes are not all at the same point of their thermostat's band.
      const initialC = parameters.roomC + 0.6 * ((slot * 0.618_034) % 1) - 0.3;
      return { slot, parameters: { ...parameters, building: { ...parameters.building, initialC } } };
    }),
  );
  const [a, b] = [columnsFor(PEAK_HOMES), columnsFor(PEAK_HOMES)];
  const days = generatedYear();
  const coldest = days.reduce((found, day, d) => (day.meanC < days[found]!.meanC ? d : found), 0);
  const from = Math.max(0, coldest - 6);
  const found = { peakKw: 0, shareRatio: 0, pumpKw: 0, hour: 0 };
  let homesW = 0;
  let pumpsW = 0;
  const perQuarter = 900 / tickS;
  runDays(days, from, coldest - from + 1, tickS, 1, (tick, index) => {
    stepHomes(homes, tick, a);
    stepHeatPumps(heat, tick, b);
    for (let k = 0; k < PEAK_HOMES; k++) {
      homesW += a.modelledPowerW[k]! / perQuarter / PEAK_HOMES;
      pumpsW += b.modelledPowerW[k]! / perQuarter / PEAK_HOMES;
    }
    if ((index + 1) % perQuarter !== 0) return;
    if (index * tickS > 86_400 && homesW + pumpsW > found.peakKw * 1000) {
      found.peakKw = (homesW + pumpsW) / 1000;
      found.pumpKw = pumpsW / 1000;
      found.shareRatio = pumpsW / (homesW + pumpsW);
      found.hour = tick.localSecondOfDay / 3600;
    }
    homesW = 0;
    pumpsW = 0;
  });
  return found;
}

export function booksSection(quick: boolean): Section {
  const days = quick ? 60 : 365;
  const tickS = quick ? 300 : 60;
  const roof = roofBooks(days, tickS);
  const battery = batteryBooks(days, tickS);
  const peak = winterPeak(tickS);
  const free = freeLedgers(days, tickS);
  const conserved = (what: string, value: number): Figure =>
    within(what, 'of throughput', value, 0, 1e-9, 'at most 1e-9', 'first law', 'computed', 12);
  return {
    title: `Books of ${days} days, and the winter peak of ${PEAK_HOMES} all-electric homes`,
    figures: [
      conserved('household: events drawn to metered', homesImbalance(days, tickS)),
      conserved('household: three phases to the whole', phasesImbalance(days, tickS)),
      conserved('household after a profile: run through to made anew', profileImbalance(days, 300)),
      conserved('business: base and cooling to metered', businessImbalance(days, tickS)),
      conserved('roof: modules to fed in, clipped and held back', roof.imbalance),
      shown('  clipped by an inverter of 0.75 of the peak', 'of modules', roof.clippedRatio, 4),
      shown('  held back by limits and voltage of this account', 'of modules', roof.heldRatio, 4),
      conserved('battery: in, out and losses to stored', battery.imbalance),
      shown('  round trip', '', battery.roundTrip, 3, 'home batteries', 'printed only; 0.85-0.90', 'general knowledge'),
      shown('feed-in held back of a roof that nobody steers, at 230 V', 'kWh', free.roofKwh, 2),
      shown('setpoints not followed, battery that nobody steers', 'kWh', free.batteryKwh, 2),
      shown('  its throughput', 'kWh', free.throughputKwh, 0),
      shown('highest quarter-hour of the coldest week', 'kW/home', peak.peakKw, 2),
      shown('  its hour', 'h', peak.hour, 2),
      shown('  heat pumps with elements in it', 'kW/home', peak.pumpKw, 2),
      shown('  their share', '', peak.shareRatio, 2),
    ],
    charts: [],
  };
}

/** From rows of the wijk file to what the kernels take: kW to W, hours to seconds, degrees to radians. Once, here. */
import type { BatteryParameters } from '../core/assets/battery.js';
import { type BusinessParameters, openRatioAt } from '../core/assets/business.js';
import { COP_CURVES } from '../core/assets/cop.js';
import type { EvChargerParameters } from '../core/assets/ev-charger.js';
import type { HeatPlantParameters } from '../core/assets/heat-plant.js';
import type { DefrostParameters, HeatPumpParameters, TankParameters } from '../core/assets/heat-pump.js';
import type { HeatSourceParameters, SurfaceWaterParameters } from '../core/assets/heat-source.js';
import type { HomeType } from '../core/assets/home.js';
import type { Appliance, HouseholdParameters } from '../core/assets/household.js';
import type { OverVoltageParameters, PvParameters } from '../core/assets/pv.js';
import { daysFromCivil, localDay, localSecondOfDay } from '../core/base/civil.js';
import { type CivilCalendar, PUBLIC_HOLIDAYS } from '../core/base/holidays.js';
import { meanKAbove } from '../core/weather/degree-hours.js';
import type { AssetSpec, WijkTypes } from './schema.js';

type Row<T extends keyof WijkTypes> = WijkTypes[T][string];
type Spec<K extends AssetSpec['kind']> = Extract<AssetSpec, { kind: K }>;

const DEG = Math.PI / 180;
/** Heat capacity of water per volume: 1.163 kWh/(m³·K). */
const WATER_J_PER_M3_K = 1.163e3 * 3600;

export type ProfileHousehold = Extract<Row<'households'>, { workdayShape: unknown }>;
export type BottomUpHousehold = Extract<Row<'households'>, { occupancy: unknown }>;

/** What follows from a type alone is made once and shared by all who have the type: kernels then find it in the cache. */
function perType<T extends object, P>(make: (type: T) => P): (type: T) => P {
  const made = new WeakMap<T, P>();
  return (type) => {
    const before = made.get(type);
    if (before !== undefined) return before;
    const parameters = make(type);
    made.set(type, parameters);
    return parameters;
  };
}

/** Homes of one type share one object. */
export function homeType(type: BottomUpHousehold): HomeType {
  const { refrigerator } = type;
  return {
    occupancy: type.occupancy,
    standby: type.standby,
    active: type.active,
    lighting: type.lighting,
    refrigerator: {
      powerW: refrigerator.powerW,
      powerFactor: refrigerator.powerFactor,
      onS: refrigerator.onMinutes * 60,
      dutyRatio: refrigerator.dutyRatio,
    },
    appliances: type.appliances.map(({ minutes, minutesSpreadRatio, ...appliance }) => ({
      ...appliance,
      durationS: minutes * 60,
      durationSpreadRatio: minutesSpreadRatio,
    })),
    commonDayRatio: type.commonDayRatio,
  };
}

export function applianceParameters(type: ProfileHousehold): Appliance[] {
  return type.appliances.map((a) => ({
    name: a.name,
    powerW: a.powerW,
    durationS: a.minutes * 60,
    durationSpreadRatio: a.minutesSpreadRatio,
    perDay: a.perDay,
    starts: a.starts,
  }));
}

/** Homes of one type share one list; `appliances` is what `applianceParameters` made of the type. */
export function householdParameters(
  spec: Spec<'household'>,
  type: ProfileHousehold,
  appliances: readonly Appliance[],
): HouseholdParameters {
  return {
    annualEnergyWh: spec.annualKwh * 1000,
    workdayShape: type.workdayShape,
    weekendShape: type.weekendShape,
    seasonRatio: type.seasonRatio,
    noiseRatio: type.noiseRatio,
    dayNoiseRatio: type.dayNoiseRatio,
    refrigerator: {
      powerW: type.refrigerator.powerW,
      onS: type.refrigerator.onMinutes * 60,
      offS: type.refrigerator.offMinutes * 60,
    },
    appliances,
    powerFactor: type.powerFactor,
  };
}

function secondOfDay(clock: string): number {
  return Number(clock.slice(0, 2)) * 3600 + Number(clock.slice(3)) * 60;
}

/** Year whose days are averaged over: its holidays lie as usual. */
const MEAN_YEAR = 2015;

/** Businesses of one type share calendar and sizing; `calendars` are those of the same wijk file. */
export function businessParameters(
  spec: Spec<'business'>,
  type: Row<'businesses'>,
  calendars: WijkTypes['calendars'] = {},
): BusinessParameters {
  const parameters = { ...businessHours(type, calendars), annualEnergyWh: spec.annualKwh * 1000 };
  const { cooling } = type;
  if (cooling === undefined) return parameters;
  let meanYearKh = coolingKh.get(type);
  if (meanYearKh === undefined) {
    meanYearKh = 0;
    const first = daysFromCivil(MEAN_YEAR, 1, 1);
    for (let day = first; day < daysFromCivil(MEAN_YEAR + 1, 1, 1); day++) {
      for (let hour = 0; hour < 24; hour++) {
        const timeUs = (day * 86_400 + hour * 3600 + 1800) * 1e6;
        const open = openRatioAt(parameters, localDay(timeUs), localSecondOfDay(timeUs));
        const weight = cooling.closedRatio + (1 - cooling.closedRatio) * open;
        meanYearKh += weight * meanKAbove(cooling.aboveC, cooling.mostK, day, hour + 0.5);
      }
    }
    coolingKh.set(type, meanYearKh);
  }
  return { ...parameters, cooling: { ...cooling, meanYearKh } };
}

/** K·h per type: a sum over a year, the same for every business of the type. */
const coolingKh = new WeakMap<Row<'businesses'>, number>();

function civilCalendar(row: Row<'calendars'>): CivilCalendar {
  const schoolWeeks = new Uint8Array(54);
  for (const week of row.schoolWeeks) schoolWeeks[week] = 1;
  const dayOf = (date: string): number =>
    daysFromCivil(Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8)));
  return {
    publicMask: row.publicHolidays.reduce((mask, holiday) => mask | (1 << PUBLIC_HOLIDAYS.indexOf(holiday)), 0),
    schoolWeeks,
    schoolYears: Object.entries(row.schoolYears).map(([year, ranges]) => ({
      year: Number(year),
      ranges: ranges.map(({ from, until }) => [dayOf(from), dayOf(until)] as const),
    })),
  };
}

function businessHours(
  type: Row<'businesses'>,
  calendars: WijkTypes['calendars'],
): Omit<BusinessParameters, 'annualEnergyWh'> {
  const { holidays } = type;
  const row = holidays === undefined ? undefined : calendars[holidays.calendar];
  return {
    closedRatio: type.closedRatio,
    week: type.week.map((day) =>
      day === null ? { fromS: 0, untilS: 0 } : { fromS: secondOfDay(day.from), untilS: secondOfDay(day.until) },
    ),
    rampS: type.rampMinutes * 60,
    noiseRatio: type.noiseRatio,
    powerFactor: type.powerFactor,
    ...(holidays === undefined || row === undefined
      ? {}
      : {
          holidays: {
            calendar: civilCalendar(row),
            public: holidays.public,
            schoolClosed: holidays.schoolClosed,
          },
        }),
  };
}

export function pvParameters(spec: Spec<'pv'>, type: Row<'pv'>): PvParameters {
  return {
    peakPowerW: spec.peakKw * 1000,
    inverterPowerW: spec.inverterKw * 1000,
    tiltRad: spec.tiltDeg * DEG,
    azimuthRad: spec.azimuthDeg * DEG,
    performanceRatio: type.performanceRatio,
    temperatureCoefficientPerK: type.temperatureCoefficientPerK,
    cellRiseKm2PerW: (type.nominalCellC - 20) / 800,
    albedoRatio: type.albedoRatio,
    ...(type.overVoltage === undefined ? {} : { overVoltage: overVoltageParameters(type.overVoltage) }),
  };
}

const overVoltageParameters = perType((type: NonNullable<Row<'pv'>['overVoltage']>): OverVoltageParameters => {
  const { filterS, reduce, absorb, trip } = type;
  return {
    filterS,
    ...(reduce === undefined ? {} : { reduce }),
    ...(absorb === undefined ? {} : { absorb }),
    ...(trip === undefined ? {} : { trip: { ...trip, rampRatioPerS: trip.rampRatioPerMinute / 60 } }),
  };
});

export function batteryParameters(spec: Spec<'battery'>, type: Row<'batteries'>): BatteryParameters {
  return {
    capacityWh: type.capacityKwh * 1000,
    chargeMaxW: type.chargeKw * 1000,
    dischargeMaxW: type.dischargeKw * 1000,
    chargeEfficiencyRatio: type.chargeEfficiencyRatio,
    dischargeEfficiencyRatio: type.dischargeEfficiencyRatio,
    standbyW: type.standbyW,
    rampWPerS: type.rampKwPerS * 1000,
    minimumRatio: type.minimumRatio,
    maximumRatio: type.maximumRatio,
    initialRatio: spec.initialRatio ?? type.initialRatio,
  };
}

export function heatPumpParameters(type: Row<'heatPumps'>, building: Row<'buildings'>): HeatPumpParameters {
  return {
    powerMaxW: type.powerKw * 1000,
    powerMinW: type.minimumPowerKw * 1000,
    standbyW: type.standbyW,
    powerFactor: type.powerFactor,
    curve: COP_CURVES[type.heatSource.medium],
    fieldRatio: type.fieldRatio,
    sourceC: type.heatSource.temperatureC ?? Number.NaN,
    sinkAtZeroC: type.sinkAtZeroC,
    sinkPerK: type.sinkPerK,
    roomC: building.roomC,
    hysteresisK: type.hysteresisK,
    comfortMinimumC: building.comfortMinimumC,
    minimumRunS: type.minimumRunMinutes * 60,
    minimumOffS: type.minimumOffMinutes * 60,
    building: {
      lossWPerK: building.lossWPerK,
      capacityJPerK: building.lossWPerK * building.timeConstantH * 3600,
      gainsW: building.gainsW,
      solarApertureM2: building.solarApertureM2,
      initialC: building.initialC,
      ...(building.fabric === undefined ? {} : { fabric: building.fabric }),
    },
    ...(type.tank === undefined ? {} : { tank: tankParameters(type.tank) }),
    sgReady: type.sgReady,
    ...(type.defrost === undefined ? {} : { defrost: defrostParameters(type.defrost) }),
    ...(type.backup === undefined
      ? {}
      : { backup: { powerW: type.backup.powerKw * 1000, belowK: type.backup.belowK } }),
  };
}

function tankParameters({
  volumeL,
  drawKwhPerDay,
  showerKwh,
  ...tank
}: NonNullable<Row<'heatPumps'>['tank']>): TankParameters {
  return {
    ...tank,
    capacityJPerK: (volumeL / 1000) * WATER_J_PER_M3_K,
    drawWhPerDay: drawKwhPerDay * 1000,
    showerWh: showerKwh * 1000,
  };
}

function defrostParameters(defrost: NonNullable<Row<'heatPumps'>['defrost']>): DefrostParameters {
  const { aboveC, belowC, everyMinutes, minutes, heatKw } = defrost;
  return { aboveC, belowC, everyS: everyMinutes * 60, lengthS: minutes * 60, heatW: heatKw * 1000 };
}

export function evChargerParameters(
  spec: Spec<'ev-charger'>,
  type: Row<'evChargers'>,
  phaseShares: readonly number[],
): EvChargerParameters {
  const { sessions, netbewust } = charging(type);
  // One literal, so that points of all types have one or two shapes.
  const point = {
    sockets: spec.sockets,
    powerMaxW: type.powerKw * 1000,
    minimumA: type.minimumA,
    maximumA: type.maximumA,
    stepA: type.stepA,
    powerFactor: type.powerFactor,
    standbyW: type.standbyW,
    dayFromHour: type.dayFromHour,
    cars: type.cars,
    sessions,
    phaseShares,
  };
  return netbewust === undefined ? point : { ...point, netbewust };
}

const charging = perType((type: Row<'evChargers'>) => ({
  sessions: type.sessions.map(({ energyKwh, energySpreadKwh, ...session }) => ({
    ...session,
    energyWh: energyKwh * 1000,
    energySpreadWh: energySpreadKwh * 1000,
  })),
  netbewust: type.netbewust && {
    baseW: type.netbewust.baseKw * 1000,
    mostW: type.netbewust.mostKw * 1000,
    fractions: type.netbewust.fractions,
  },
}));

export function heatPlantParameters(spec: Spec<'heat-plant'>, type: Row<'heatPlants'>): HeatPlantParameters {
  const { buffer, homes, network } = type;
  return {
    powerMaxW: type.powerKw * 1000,
    powerMinW: type.minimumPowerKw * 1000,
    auxiliaryW: type.auxiliaryKw * 1000,
    powerFactor: type.powerFactor,
    curve: type.heatSource.medium === 'ground' ? COP_CURVES.ground : COP_CURVES.water,
    fieldRatio: type.fieldRatio,
    source: heatSourceParameters(type.heatSource),
    approachK: type.approachK,
    buffer: {
      capacityJPerK: buffer.volumeM3 * WATER_J_PER_M3_K,
      layers: buffer.layers,
      heightM: buffer.heightM,
      conductivityWPerMK: buffer.conductivityWPerMK,
      // A buffer left alone for a day has lost that part.
      lossPerS: -Math.log1p(-buffer.lossRatioPerDay) / 86_400,
      plantRoomC: buffer.plantRoomC,
      supplyC: buffer.supplyC,
      returnC: network.returnC,
      initialRatio: buffer.initialRatio,
      minimumC: buffer.minimumC,
      spaceMinimumC: buffer.spaceMinimumC,
      onRatio: buffer.onRatio,
      offRatio: buffer.offRatio,
      reserveRatio: buffer.reserveRatio,
    },
    network:
      'lossShareRatio' in network
        ? { pipeWPerMK: 0, lengthM: 0, soilC: 0, lossShareRatio: network.lossShareRatio }
        : { pipeWPerMK: network.pipeWPerMK, lengthM: network.lengthM, soilC: network.soilC, lossShareRatio: 0 },
    homes: {
      count: spec.homes,
      lossWPerK: homes.lossWPerK,
      capacityJPerK: homes.lossWPerK * homes.timeConstantH * 3600,
      gainsW: homes.gainsW,
      solarApertureM2: homes.solarApertureM2,
      emitterMaxW: homes.emitterKw * 1000,
      roomC: homes.roomC,
      comfortMinimumC: homes.comfortMinimumC,
      recoveryS: homes.recoveryH * 3600,
      hotWaterWhPerDay: homes.hotWaterKwhPerDay * 1000,
      showerWh: homes.showerKwh * 1000,
      hotWaterShape: homes.hotWaterShape,
    },
  };
}

type PlantSource = Row<'heatPlants'>['heatSource'];

function heatSourceParameters(source: PlantSource): HeatSourceParameters {
  switch (source.medium) {
    case 'ground':
    case 'water':
      return { constantC: source.temperatureC };
    case 'surface-water':
      return { constantC: Number.NaN, surfaceWater: surfaceWaterParameters(source) };
    case 'ates': {
      const { surfaceWater, regeneration } = source;
      return {
        constantC: Number.NaN,
        ates: {
          groundC: source.groundC,
          warmC: source.warmC,
          coldC: source.coldC,
          warmM3: source.warmM3,
          coldM3: source.coldM3,
          lossPerS: -Math.log1p(-source.lossRatioPerYear) / (365.25 * 86_400),
          cooledK: source.cooledK,
          exchangerK: source.exchangerK,
          pumpJPerM3: source.pumpKwhPerM3 * 3.6e6,
          ...(regeneration === undefined
            ? {}
            : { regeneration: { aboveC: regeneration.aboveC, m3PerS: regeneration.m3PerH / 3600 } }),
        },
        ...(surfaceWater === undefined ? {} : { surfaceWater: surfaceWaterParameters(surfaceWater) }),
      };
    }
  }
}

function surfaceWaterParameters(
  water: Omit<Extract<PlantSource, { medium: 'surface-water' }>, 'medium'>,
): SurfaceWaterParameters {
  return {
    meanC: water.meanC,
    amplitudeK: water.amplitudeK,
    warmestDay: water.warmestDay,
    followS: water.followDays * 86_400,
    aboveAirK: water.aboveAirK,
    minimumC: water.minimumC,
    cooledK: water.cooledK,
    exchangerK: water.exchangerK,
    pumpJPerM3: water.pumpKwhPerM3 * 3.6e6,
  };
}

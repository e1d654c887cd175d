/**
 * Collective heat for a number of homes as a type of the wijk file, in the manner of the Merwede plans: wells (WKO) and
 * surface water as sources, central heat pumps, a stratified buffer, a network. All sizes are per home and general
 * knowledge of the field unless the source says otherwise: 2.5-3 kW of heat at -10 °C, losses of the buffer 1-3 % a day
 * and of the network 10-25 %.
 */
import type { z } from 'zod';
import type { wijkSchema } from '../schema.js';
import { HOT_WATER_SHAPE } from './heat.js';

type Types = NonNullable<z.input<typeof wijkSchema>['types']>;
export type HeatPlantRow = NonNullable<Types['heatPlants']>[string];

/** Buffer of the published sizing example: 560 homes · 2 kW · 5 h = 5.6 MWh, which are 160 m³ at 30 K. */
export const BUFFER_M3_PER_HOME = 160 / 560;
/** Electric power of the heat pumps per home, kW. */
const POWER_KW_PER_HOME = 1.6;
/** Water that a home's heat moves through the wells in half a year, m³. */
const WELL_M3_PER_HOME = 350;

const round = (value: number, digits = 0): number => Number(value.toFixed(digits));

/** Two wells for so many homes, filled again each summer from surface water, which serves by itself while it is warmer. */
export function wellsAndSurfaceWater(homes: number): HeatPlantRow['heatSource'] {
  return {
    medium: 'ates',
    groundC: 11,
    warmC: 16,
    coldC: 8,
    warmM3: round(WELL_M3_PER_HOME * homes),
    coldM3: round(WELL_M3_PER_HOME * homes),
    lossRatioPerYear: 0.2,
    cooledK: 6,
    exchangerK: 1.5,
    pumpKwhPerM3: 0.25,
    surfaceWater: {
      meanC: 12.5,
      amplitudeK: 9,
      warmestDay: 210,
      followDays: 10,
      aboveAirK: 1.5,
      minimumC: 6,
      cooledK: 3,
      exchangerK: 1.5,
      pumpKwhPerM3: 0.05,
    },
    regeneration: { aboveC: 14, m3PerH: round(0.4 * homes, 1) },
  };
}

/** Heat plant of `homes` homes; the buffer by the sizing example unless it is given. */
export function collectiveHeat(homes: number, bufferM3 = BUFFER_M3_PER_HOME * homes): HeatPlantRow {
  return {
    source:
      'central heat pumps on wells (WKO) and surface water as in the Merwede plans; COP after When2Heat (water, field factor 0.85); buffer by the sizing example of 2 kW per home for 5 h at 30 K; wells, water, network and homes of 25-45 kWh/m² a year by general knowledge',
    powerKw: round(POWER_KW_PER_HOME * homes),
    minimumPowerKw: round((POWER_KW_PER_HOME * homes) / 10, 1),
    auxiliaryKw: round(0.03 * homes, 1),
    powerFactor: 0.95,
    heatSource: wellsAndSurfaceWater(homes),
    fieldRatio: 0.85,
    approachK: 3,
    buffer: {
      volumeM3: round(bufferM3, 1),
      heightM: 8,
      layers: 16,
      lossRatioPerDay: 0.02,
      plantRoomC: 15,
      supplyC: 65,
      minimumC: 55,
      spaceMinimumC: 42,
      onRatio: 0.5,
      offRatio: 0.95,
      initialRatio: 0.8,
      reserveRatio: 0.2,
    },
    network: { returnC: 35, pipeWPerMK: 0.22, lengthM: round(8 * homes), soilC: 10 },
    homes: {
      lossWPerK: 85,
      timeConstantH: 100,
      gainsW: 350,
      solarApertureM2: 1.5,
      emitterKw: 4,
      roomC: 20.5,
      comfortMinimumC: 19.5,
      recoveryH: 3,
      hotWaterKwhPerDay: 6.5,
      hotWaterShape: HOT_WATER_SHAPE,
    },
    // About what homes take on average on a winter day.
    safeSetpointKw: round(0.5 * homes),
  };
}

/**
 * Collective heat: energy centres with heat pumps on surface water and aquifer, and a buffer, sized for the homes they serve.
 * An amenity counts as the number of homes that take as much heat.
 */
import type { z } from 'zod';
import { COP_CURVES, coefficientOfPerformance } from '../../core/assets/cop.js';
import { wellsAndSurfaceWater } from '../catalogue/collective-heat.js';
import { BUILDING_TYPES, HOT_WATER_SHAPE } from '../catalogue/heat.js';
import type { wijkSchema } from '../schema.js';
import { AMENITIES, type AmenityKind } from './amenities.js';
import type { WijkDesign } from './design.js';
import { HOME_TRAITS } from './home-traits.js';
import type { PlannedHome } from './homes.js';

type Row = NonNullable<NonNullable<z.input<typeof wijkSchema>['types']>['heatPlants']>[string];

export interface EnergyCentres {
  /** Homes served by each, amenities counted in. */
  readonly homes: readonly number[];
  /** Electric, of the largest. */
  readonly powerKw: number;
  readonly fuseA: number;
  readonly type: Row;
  readonly amenityHomes: number;
}

/** An energy centre is what one cable of 4x240 Al carries: 315 A, a tenth kept free. */
const CENTRE_KW_MAX = 0.9 * 315 * 3 * 0.23 * 0.95;
/** Power of heat pumps above the heat of the design day, for warming up again; and pumps and controls beside it. */
const RESERVE_RATIO = 0.1;
const AUXILIARY_RATIO = 0.02;
const DESIGN_C = -10;
const ROOM_C = 20.5;
const GAINS_W = 300;
const HOT_WATER_KWH_PER_DAY = 6;
const NETWORK_LOSS_KW_PER_HOME = 0.1;
const PIPE_W_PER_M_K = 0.22;
const SOIL_C = 10;
/** Between a full warm well and ground water, less the exchanger. */
const SOURCE_C = 12;
const FIELD_RATIO = 0.85;
const APPROACH_K = 3;
const RETURN_C = 33;
const BUFFER = {
  heightM: 8,
  layers: 16,
  lossRatioPerDay: 0.02,
  plantRoomC: 15,
  supplyC: 55,
  minimumC: 50,
  spaceMinimumC: 40,
  onRatio: 0.5,
  offRatio: 0.95,
  initialRatio: 0.75,
  reserveRatio: 0.2,
} as const;
/** Hours of a design day that a full buffer carries. */
const BUFFER_HOURS = 4;
/** Heat of amenities, kWh/m² a year, and of a home with its hot water: general knowledge of new-build. */
const AMENITY_KWH_PER_M2 = 35;
const HOME_HEAT_KWH = 5000;
const KWH_PER_M3_K = 1.163;
const FUSES_A = [80, 100, 125, 160, 200, 250, 315, 400];

export function planEnergyCentres(design: WijkDesign, homes: readonly PlannedHome[]): EnergyCentres | null {
  if (design.heat !== 'collective') return null;
  const floorM2 = (Object.entries(design.amenities) as [AmenityKind, number][]).reduce(
    (sum, [kind, count]) => sum + count * AMENITIES[kind].floorM2,
    0,
  );
  const amenityHomes = Math.round((floorM2 * AMENITY_KWH_PER_M2) / HOME_HEAT_KWH);
  const served = homes.length + amenityHomes;
  const lossWPerK = Math.round(
    homes.reduce((sum, { kind }) => sum + BUILDING_TYPES[HOME_TRAITS[kind].building]!.lossWPerK, 0) / homes.length,
  );
  const perHomeKw =
    (lossWPerK * (ROOM_C - DESIGN_C) - GAINS_W) / 1000 + HOT_WATER_KWH_PER_DAY / 24 + NETWORK_LOSS_KW_PER_HOME;
  const cop = coefficientOfPerformance(COP_CURVES.water, BUFFER.supplyC + APPROACH_K, SOURCE_C, FIELD_RATIO);
  const powerKwPerHome = ((1 + RESERVE_RATIO) * perHomeKw) / cop;
  const count = Math.ceil((served * powerKwPerHome * (1 + AUXILIARY_RATIO)) / CENTRE_KW_MAX);
  const each = Array.from({ length: count }, (_, i) => Math.floor((served + i) / count));
  const most = Math.max(...each);
  const powerKw = Math.max(3, Math.ceil(most * powerKwPerHome));
  const auxiliaryKw = Math.round(powerKw * AUXILIARY_RATIO * 100) / 100;
  const volumeM3 = Math.max(
    1,
    Math.round((BUFFER_HOURS * perHomeKw * most) / (KWH_PER_M3_K * (BUFFER.supplyC - RETURN_C))),
  );
  const currentA = ((powerKw + auxiliaryKw) * 1000) / (3 * 230 * 0.95);
  return {
    homes: each,
    powerKw: powerKw + auxiliaryKw,
    fuseA: FUSES_A.find((a) => a >= 1.1 * currentA) ?? FUSES_A.at(-1)!,
    amenityHomes,
    type: {
      source: `heat pumps on surface water and aquifer, sized for ${most} homes at ${DESIGN_C} °C (${perHomeKw.toFixed(2)} kW of heat per home) with a COP of ${cop.toFixed(2)} (When2Heat, water, field factor 0.85); buffer for ${BUFFER_HOURS} h of that; ${amenityHomes} of all homes served stand for amenities; loss of the buffer 1-3 % a day, of the network 10-25 % (general knowledge)`,
      powerKw,
      minimumPowerKw: Math.max(1, Math.round(powerKw / 10)),
      auxiliaryKw,
      powerFactor: 0.95,
      heatSource: wellsAndSurfaceWater(most),
      fieldRatio: FIELD_RATIO,
      approachK: APPROACH_K,
      buffer: { volumeM3, ...BUFFER },
      network: {
        returnC: RETURN_C,
        pipeWPerMK: PIPE_W_PER_M_K,
        lengthM: Math.ceil(
          (1000 * NETWORK_LOSS_KW_PER_HOME * most) / (PIPE_W_PER_M_K * (BUFFER.supplyC + RETURN_C - 2 * SOIL_C)),
        ),
        soilC: SOIL_C,
      },
      homes: {
        lossWPerK,
        timeConstantH: 100,
        gainsW: GAINS_W,
        emitterKw: Math.round(lossWPerK * (ROOM_C - DESIGN_C) * 1.5) / 1000,
        roomC: ROOM_C,
        comfortMinimumC: 19.5,
        recoveryH: 3,
        hotWaterKwhPerDay: HOT_WATER_KWH_PER_DAY,
        hotWaterShape: HOT_WATER_SHAPE,
      },
      // About what is needed on an average winter day: comfort holds, and the grid is spared.
      safeSetpointKw: Math.round(powerKw / 3),
    },
  };
}

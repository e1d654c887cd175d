/**
 * What the heat pumps of homes are expected to take together in the cold: bottom-up from building, hot water and COP, and never less
 * than their compressors.
 */
import { COP_CURVES, coefficientOfPerformance } from '../../core/assets/cop.js';
import { BUILDING_TYPES, HEAT_PUMP_TYPES } from '../catalogue/heat.js';
import type { HomeKind } from '../catalogue/households.js';
import type { WijkDesign } from './design.js';
import { HOME_TRAITS } from './home-traits.js';

export const HEAT_PUMP_OF = { 'individual-air': 'lucht', 'individual-ground': 'bodem' } as const;

export interface HeatDemand {
  /** In the mean of many homes at the worst moment, kW electric. */
  readonly meanKw: number;
  /** Compressor and element together, kW. */
  readonly fullKw: number;
}

/** Near the means of the coldest days of February 2012 (-12 °C, at night -19 °C). */
const COLD_C = -15;
/** Highest hour of hot water by its mean. */
const HOT_WATER_PEAK = 3;

export function heatDemand(design: WijkDesign, kind: HomeKind): HeatDemand {
  if (design.heat === 'collective' || design.heat === 'none') return { meanKw: 0, fullKw: 0 };
  const pump = HEAT_PUMP_TYPES[HEAT_PUMP_OF[design.heat]]!;
  const building = BUILDING_TYPES[HOME_TRAITS[kind].building]!;
  const { heatSource, fieldRatio, sinkAtZeroC, sinkPerK, tank } = pump;
  const sourceC = heatSource.temperatureC ?? COLD_C;
  const cop = (sinkC: number): number =>
    coefficientOfPerformance(COP_CURVES[heatSource.medium], sinkC, sourceC, fieldRatio);
  const roomKw = (building.lossWPerK * (building.roomC - COLD_C) - building.gainsW) / 1000;
  const waterKw = tank === undefined ? 0 : (HOT_WATER_PEAK * tank.drawKwhPerDay) / 24;
  const wantedKw =
    roomKw / cop(sinkAtZeroC + sinkPerK * COLD_C) +
    (tank === undefined ? 0 : waterKw / cop(tank.offC + tank.approachK));
  // Compressors run at full together where hot water is made at the same hours, and after whatever held them back.
  const togetherKw = Math.max(pump.powerKw, wantedKw);
  const fullKw = pump.powerKw + (pump.backup?.powerKw ?? 0);
  return { meanKw: Math.min(togetherKw, fullKw), fullKw };
}

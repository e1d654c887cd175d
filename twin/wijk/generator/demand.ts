/**
 * What a part of the grid is laid for: the power that a number of homes, cars, heat pumps and others take at the same time when
 * nothing controls them, on a cold winter evening; and what their roofs feed in at noon in May.
 *
 * - Homes: Strand-Axelsson, P = α·W + β·√W with W the annual energy of all homes together, in the class "gemiddeld" of the public
 *   Gaia library (α 0.3e-3, β 0.03; kW and kWh). The constants are of before electric cooking; that stands in W.
 * - Cars: Rusck, g = g∞ + (1 - g∞)/√n of 11 kW each, with g∞ = 0.182 of the same library; never more than their points.
 * - Heat pumps: what building and hot water want at -15 °C, bottom-up, and at least their compressors; by chance, with 1/√n, their
 *   elements as well.
 * - A phase carries a third of the mean and 1/√3 of what is by chance: phases differ as homes do.
 */
export interface Behind {
  /** Annual energy of homes, kWh. */
  readonly homesKwh: number;
  readonly cars: number;
  /** Rated power of charge points, kW. */
  readonly chargersKw: number;
  readonly heatPumps: number;
  /** What they take together in the cold, and at most with their elements, kW. */
  readonly heatKw: number;
  readonly heatFullKw: number;
  /** What has a design power of its own, kW. */
  readonly otherKw: number;
  /** Rated power of PV inverters, kW, of all and of those on one phase. */
  readonly pvKw: number;
  readonly pvOnePhaseKw: number;
}

export const NOTHING: Behind = {
  homesKwh: 0,
  cars: 0,
  chargersKw: 0,
  heatPumps: 0,
  heatKw: 0,
  heatFullKw: 0,
  otherKw: 0,
  pvKw: 0,
  pvOnePhaseKw: 0,
};

const ALPHA_KW_PER_KWH = 0.3e-3;
const BETA_KW_PER_SQRT_KWH = 0.03;
const CAR_KW = 11;
const CAR_COINCIDENCE = 0.182;
/** Roofs at noon in May, by rated inverter power; an engineering estimate. */
const NOON_SHARE = 0.9;
/** Installers begin at L1: its share of what is on one phase. */
const FIRST_PHASE_SHARE = 0.42;
/** Of generated loads; cars and heat pumps are better, motors worse. */
export const DESIGN_POWER_FACTOR = 0.95;
export const PHASE_V = 230;

export function together(parts: readonly Behind[]): Behind {
  const sum = { ...NOTHING };
  for (const part of parts) {
    sum.homesKwh += part.homesKwh;
    sum.cars += part.cars;
    sum.chargersKw += part.chargersKw;
    sum.heatPumps += part.heatPumps;
    sum.heatKw += part.heatKw;
    sum.heatFullKw += part.heatFullKw;
    sum.otherKw += part.otherKw;
    sum.pvKw += part.pvKw;
    sum.pvOnePhaseKw += part.pvOnePhaseKw;
  }
  return sum;
}

function carsKw({ cars, chargersKw }: Behind): number {
  if (cars === 0) return 0;
  return Math.min(chargersKw, CAR_KW * cars * (CAR_COINCIDENCE + (1 - CAR_COINCIDENCE) / Math.sqrt(cars)));
}

function heatKw({ heatPumps, heatKw: wanted, heatFullKw }: Behind): number {
  return heatPumps === 0 ? 0 : wanted + (heatFullKw - wanted) / Math.sqrt(heatPumps);
}

/** All three phases together, kW. */
export function peakKw(behind: Behind): number {
  const homesKw = ALPHA_KW_PER_KWH * behind.homesKwh + BETA_KW_PER_SQRT_KWH * Math.sqrt(behind.homesKwh);
  return homesKw + carsKw(behind) + heatKw(behind) + behind.otherKw;
}

/** The phase that carries most, kW. */
export function phasePeakKw(behind: Behind): number {
  const byChance = BETA_KW_PER_SQRT_KWH * Math.sqrt(behind.homesKwh);
  const mean = ALPHA_KW_PER_KWH * behind.homesKwh + carsKw(behind) + behind.otherKw;
  // Heat pumps of homes are on one phase each, as installers chose.
  return mean / 3 + byChance / Math.sqrt(3) + FIRST_PHASE_SHARE * heatKw(behind);
}

export function feedInKw(behind: Behind): number {
  return NOON_SHARE * behind.pvKw;
}

export function phaseFeedInKw({ pvKw, pvOnePhaseKw }: Behind): number {
  return NOON_SHARE * ((pvKw - pvOnePhaseKw) / 3 + FIRST_PHASE_SHARE * pvOnePhaseKw);
}

/** Current of a phase, A. */
export function phaseCurrentA(phaseKw: number): number {
  return (1000 * phaseKw) / (PHASE_V * DESIGN_POWER_FACTOR);
}

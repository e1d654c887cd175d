/**
 * The climate of De Bilt, 2001-2020, as the generator of weather needs it: per month the means, and how days scatter
 * around them and hang together.
 *
 * Source: computed from KNMI's daily observations of station 260 (De Bilt), 1 January 2001 to 31 December 2020. A
 * 20-year mean, close to and not the same as the official normal. Anomalies are from a 31-day running climatology.
 */
import { daysFromCivil, monthOfDay, yearOfDay } from '../base/civil.js';

/** Twelve values, January first. */
type Months = readonly number[];

export const DE_BILT = {
  latitudeDeg: 52.1,
  longitudeDeg: 5.18,
  /** Daily mean temperature, °C, its standard deviation, K, and the skewness of its anomaly. */
  meanC: [3.78, 4.02, 6.37, 10.17, 13.52, 16.53, 18.39, 17.89, 14.77, 11.3, 7.39, 4.49],
  deviationK: [4.03, 3.82, 3.26, 3.31, 3.27, 2.88, 2.96, 2.62, 2.42, 3.07, 3.03, 4.0],
  skewness: [-0.34, -0.4, -0.41, 0.25, 0.44, 0.44, 0.74, 0.77, 0.48, -0.25, 0.02, -0.37],
  /** Global radiation on the horizontal, kWh/m² per month. */
  globalKwhPerM2: [20.3, 36.8, 77.4, 124.1, 153.7, 158.1, 156.5, 130.7, 90.8, 53.8, 23.9, 15.4],
  /** Darkest and brightest day in use, as part of the clear sky of Haurwitz (which is low when the sun is). */
  darkestRatio: [0.07, 0.08, 0.1, 0.15, 0.12, 0.14, 0.13, 0.14, 0.13, 0.1, 0.09, 0.06],
  brightestRatio: [1.15, 1.1, 1.05, 1.03, 1.0, 0.98, 0.96, 0.95, 0.99, 1.03, 1.03, 1.1],
  /** Daily maximum minus minimum, K, and its standard deviation. */
  rangeK: [5.2, 6.3, 8.4, 10.7, 10.6, 10.4, 10.2, 10.3, 9.8, 7.8, 6.1, 5.1],
  rangeDeviationK: [2.2, 3.0, 3.7, 3.7, 3.9, 3.6, 3.7, 3.4, 3.6, 3.0, 2.7, 2.2],
  /** Daily mean wind, m/s, and the standard deviation of its logarithm. */
  windMPerS: [4.03, 3.98, 3.8, 3.38, 3.29, 3.07, 2.96, 2.84, 2.81, 3.28, 3.4, 3.78],
  windLogDeviation: [0.41, 0.41, 0.38, 0.33, 0.3, 0.29, 0.3, 0.3, 0.38, 0.38, 0.39, 0.42],
  /** Correlations within a day: of the temperature's anomaly with sunshine and wind, of range with sunshine. */
  temperatureSun: [-0.45, -0.33, -0.08, 0.26, 0.34, 0.37, 0.5, 0.39, 0.1, -0.19, -0.27, -0.34],
  temperatureWind: [0.63, 0.44, 0.1, -0.02, 0.02, -0.16, -0.16, -0.05, 0.07, 0.25, 0.5, 0.48],
  rangeSun: [0.41, 0.63, 0.68, 0.66, 0.77, 0.74, 0.72, 0.72, 0.71, 0.63, 0.56, 0.39],
  /** From one day to the next. */
  temperatureMemory: 0.8,
  sunMemory: 0.25,
  windMemory: 0.5,
} as const;

/** Where a day stands among the middles of months: 0 is mid-January, 11.5 the end of December, -0.5 the start of January. */
function monthPosition(day: number): number {
  const year = yearOfDay(day);
  const month = monthOfDay(day);
  const first = daysFromCivil(year, month, 1);
  const next = month === 12 ? daysFromCivil(year + 1, 1, 1) : daysFromCivil(year, month + 1, 1);
  return month - 1 + (day - first + 0.5) / (next - first) - 0.5;
}

/** Value of a day on the straight lines between twelve nodes that stand in the middles of the months. */
export function alongMonths(nodes: Months | Float64Array, day: number): number {
  const at = monthPosition(day);
  const before = Math.floor(at);
  const share = at - before;
  return nodes[(before + 12) % 12]! * (1 - share) + nodes[(before + 13) % 12]! * share;
}

/**
 * Nodes for `alongMonths` whose mean over each month is the month's value: through the values themselves the peaks
 * would be cut off. A month's mean is 3/4 of its own node and 1/8 of each neighbour's, so a few corrections suffice.
 */
export function nodesWithMeans(means: Months | Float64Array): Float64Array {
  const nodes = Float64Array.from(means);
  for (let round = 0; round < 60; round++) {
    const before = nodes.slice();
    for (let m = 0; m < 12; m++) {
      const mean = 0.75 * before[m]! + 0.125 * (before[(m + 11) % 12]! + before[(m + 1) % 12]!);
      nodes[m]! += means[m]! - mean;
    }
  }
  return nodes;
}

/** How warm De Bilt's years are above a temperature, in closed form: what cooling is sized by. */
import { alongMonths, DE_BILT, nodesWithMeans } from './climate.js';

const nodes = nodesWithMeans(DE_BILT.meanC);
/** The day is warmest at 14:30 UT, as KNMI's hours of the maximum say on average. */
const WARMEST_HOUR_UT = 14.5;

/**
 * Mean over the years of max(0, T - base), capped at `mostK`, in one hour of one day, K.
 *
 * The daily mean is normal around its climatology; within the day the temperature is a cosine of the month's range. With
 * T normal of mean m and deviation s, E max(0, T - b) = (m - b) Φ(z) + s φ(z), z = (m - b) / s; the cap is the same
 * expression once more at b + most.
 */
export function meanKAbove(baseC: number, mostK: number, day: number, hourUt: number): number {
  const rangeK = alongMonths(DE_BILT.rangeK, day);
  const swing = Math.cos(((hourUt - WARMEST_HOUR_UT) / 12) * Math.PI) / 2;
  const meanC = alongMonths(nodes, day) + rangeK * swing;
  const deviationK = Math.hypot(
    alongMonths(DE_BILT.deviationK, day),
    alongMonths(DE_BILT.rangeDeviationK, day) * swing,
  );
  return expectedAbove(meanC - baseC, deviationK) - expectedAbove(meanC - baseC - mostK, deviationK);
}

function expectedAbove(distanceK: number, deviationK: number): number {
  const z = distanceK / deviationK;
  return distanceK * normalBelow(z) + (deviationK * Math.exp((-z * z) / 2)) / Math.sqrt(2 * Math.PI);
}

/** Standard normal distribution; Abramowitz and Stegun 26.2.17, error below 7.5e-8. */
function normalBelow(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const series = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  const above = (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * series;
  return z >= 0 ? 1 - above : above;
}

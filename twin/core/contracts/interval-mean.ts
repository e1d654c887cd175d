/**
 * Time-weighted means over clock intervals: the quarter-hour of contracts and the ten minutes of voltage.
 *
 * An interval is complete if every second of it was covered. A run that starts or stops inside an interval, or a tick
 * without a valid value, leaves it incomplete, and what is incomplete is never judged.
 */
export interface IntervalMean {
  readonly lengthS: number;
  /** Which interval runs: UTC seconds / lengthS; -1 before the first tick. */
  index: number;
  coveredS: number;
  /** One running integral per value. */
  readonly integral: Float64Array;
}

export function createIntervalMean(lengthS: number, values: number): IntervalMean {
  return { lengthS, index: -1, coveredS: 0, integral: new Float64Array(values) };
}

/** Opens the interval that holds `startS` (UTC seconds); forgets what an earlier one held. */
export function openInterval(mean: IntervalMean, startS: number): void {
  const index = Math.floor(startS / mean.lengthS);
  if (index === mean.index) return;
  mean.index = index;
  mean.coveredS = 0;
  mean.integral.fill(0);
}

/** Whether a tick that ends at `endS` (UTC seconds) is the last of the open interval. */
export function endsInterval(mean: IntervalMean, endS: number): boolean {
  return Math.floor(endS / mean.lengthS) !== mean.index;
}

/** Ticks are exact divisors of the interval; the half second only absorbs rounding. */
export function isComplete(mean: IntervalMean): boolean {
  return mean.coveredS > mean.lengthS - 0.5 * Math.min(1, mean.lengthS);
}

/** What every criterion answers, and which intervals it may judge. */
import { type Evidence, type Interval, QUARTER_S } from '../evidence.js';

/** From best to worst: the worst of all criteria is the outcome of the run. */
export const OUTCOMES = ['pass', 'inconclusive', 'fail', 'aborted', 'error'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export interface CriterionResult {
  readonly id: string;
  readonly title: string;
  readonly outcome: Outcome;
  /** The worst value, in `unit`; NaN if nothing could be judged. */
  readonly value: number;
  readonly unit: string;
  /** What the value is held against: at most, or at least. */
  readonly sense: 'at most' | 'at least';
  readonly limit: number;
  /** Distance to the limit in `unit`, positive is room. */
  readonly margin: number;
  /** `24 of 24 quarters`. */
  readonly coverage: string;
  /** When the worst value was, UTC microseconds; 0 where it concerns the whole run. */
  readonly worstUs: number;
  readonly explanation: string;
  readonly source: string;
}

export function worstOf(outcomes: readonly Outcome[]): Outcome | undefined {
  return outcomes.reduce<Outcome | undefined>(
    (worst, outcome) => (worst === undefined || OUTCOMES.indexOf(outcome) > OUTCOMES.indexOf(worst) ? outcome : worst),
    undefined,
  );
}

export interface Judgeable<T> {
  /** Complete, and not made of fallbacks. */
  readonly judged: readonly T[];
  /** Complete, but with a larger share of fallbacks than allowed: neither passes nor fails. */
  readonly substituted: readonly T[];
  /** `24 of 24 quarters`. */
  readonly coverage: string;
}

/**
 * Sorts intervals into those that may be judged and those that may not.
 *
 * An interval is as trustworthy as the quarter-hours it overlaps: the substituted share is recorded per quarter-hour.
 */
export function judgeable<T extends Interval>(
  evidence: Evidence,
  intervals: readonly T[],
  lengthS: number,
  maximumSubstitutedRatio: number,
  noun: string,
): Judgeable<T> {
  const complete = intervals.filter((interval) => interval.complete);
  const overlapsSubstituted = (interval: T): boolean =>
    evidence.quarters.some(
      (q) =>
        q.substitutedRatio > maximumSubstitutedRatio &&
        q.startUs < interval.startUs + lengthS * 1e6 &&
        interval.startUs < q.startUs + QUARTER_S * 1e6,
    );
  const judged = complete.filter((interval) => !overlapsSubstituted(interval));
  const substituted = complete.filter(overlapsSubstituted);
  return { judged, substituted, coverage: `${judged.length} of ${complete.length} ${noun}` };
}

/** A criterion found `failing`; `undecided` says why it cannot pass either. */
export function outcomeOf(failing: boolean, undecided: boolean): Outcome {
  if (failing) return 'fail';
  return undecided ? 'inconclusive' : 'pass';
}

/** `2 quarters are not judged: more than 5 % of their power came from fallbacks`; empty if there are none. */
export function substitutedText(count: number, noun: string, maximumSubstitutedRatio: number): string {
  if (count === 0) return '';
  const share = Number((100 * maximumSubstitutedRatio).toPrecision(3));
  return `${count} ${noun} not judged: more than ${share} % of the power came from fallbacks`;
}

/** Joins the sentences that are there. */
export const sentences = (...parts: readonly string[]): string =>
  parts
    .filter((part) => part !== '')
    .map((part) => (part.endsWith('.') ? part : `${part}.`))
    .join(' ');

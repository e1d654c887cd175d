/**
 * A figure: one number with everything that it is worth nothing without — unit, limit, margin, the uncertainty of what
 * measured it, where it was read, and when.
 */
import type { Verdict } from './verdict.js';

/**
 * How a value stands to its limit. `within`: its size may be at most the limit (a deviation). `reported`: no limit is
 * declared; the figure informs and decides nothing.
 */
export type Sense = 'at most' | 'at least' | 'within' | 'reported';

export interface Figure {
  readonly id: string;
  readonly title: string;
  readonly verdict: Verdict;
  /** NaN if nothing could be measured. */
  readonly value: number;
  readonly unit: string;
  readonly sense: Sense;
  /** NaN where the figure is only reported. */
  readonly limit: number;
  /** Where the limit comes from: the profile's key, a clause, or a default of the catalogue. */
  readonly limitSource: string;
  /** Distance to the limit in `unit`; positive is room, NaN without a limit. */
  readonly margin: number;
  /** Half-width of what the instrument may be wrong by, in `unit`; 0 for what is counted. */
  readonly uncertainty: number;
  /** Register, model and point, or instrument that told. */
  readonly source: string;
  /** UTC microseconds. */
  readonly atUs: number;
  readonly explanation: string;
}

export interface Measured {
  readonly id: string;
  readonly title: string;
  readonly value: number;
  readonly unit: string;
  readonly source: string;
  readonly atUs: number;
  readonly uncertainty?: number;
  readonly explanation?: string;
}

export interface Limit {
  readonly sense: Exclude<Sense, 'reported'>;
  readonly limit: number;
  readonly limitSource: string;
}

/**
 * Holds a value against its limit. A distance to the limit smaller than the uncertainty is inconclusive on either side
 * of it; a value that is not known is inconclusive.
 */
export function judge(measured: Measured, { sense, limit, limitSource }: Limit): Figure {
  const { value, uncertainty = 0, explanation = '' } = measured;
  const margin = sense === 'at least' ? value - limit : limit - (sense === 'within' ? Math.abs(value) : value);
  const verdict: Verdict = !Number.isFinite(margin)
    ? 'inconclusive'
    : uncertainty > 0 && Math.abs(margin) < uncertainty
      ? 'inconclusive'
      : margin >= 0
        ? 'pass'
        : 'fail';
  const doubt =
    verdict === 'inconclusive' && Number.isFinite(margin)
      ? 'The margin is smaller than the uncertainty of the instrument.'
      : '';
  return {
    ...measured,
    verdict,
    sense,
    limit,
    limitSource,
    margin,
    uncertainty,
    explanation: [explanation, doubt].filter((text) => text !== '').join(' '),
  };
}

/** A figure without a declared limit. */
export function report(measured: Measured): Figure {
  const { uncertainty = 0, explanation = '' } = measured;
  return {
    ...measured,
    verdict: 'not-set',
    sense: 'reported',
    limit: Number.NaN,
    limitSource: '',
    margin: Number.NaN,
    uncertainty,
    explanation,
  };
}

/** A finding that is either so or not so: value 1 against a limit of 1 reads as nothing, so it is counted as deviations. */
export function mustBeNone(measured: Omit<Measured, 'unit'> & { readonly unit?: string }, limitSource: string): Figure {
  return judge({ unit: 'times', ...measured }, { sense: 'at most', limit: 0, limitSource });
}

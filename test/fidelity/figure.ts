/** What a fidelity figure is: ours beside a published one, or printed alone where the facts give no number. */

/** `sourced`: published; `computed`: from published data, here; `general knowledge`: of the field, without a source. */
export type Mark = 'sourced' | 'computed' | 'general knowledge';

export interface Figure {
  readonly what: string;
  readonly unit: string;
  readonly ours: number;
  readonly digits?: number;
  /** Absent: only printed. */
  readonly low?: number;
  readonly high?: number;
  /** The published figure in words, with its tolerance. */
  readonly target: string;
  readonly source: string;
  readonly mark: Mark;
}

export interface Chart {
  readonly name: string;
  readonly title: string;
  readonly xLabel: string;
  readonly yLabel: string;
  readonly x: readonly number[];
  readonly lines: readonly { readonly name: string; readonly y: readonly number[] }[];
}

export interface Section {
  readonly title: string;
  readonly figures: readonly Figure[];
  readonly charts: readonly Chart[];
}

/** Within `tolerance` (a part of the target) of a target. */
export function near(
  what: string,
  unit: string,
  ours: number,
  target: number,
  tolerance: number,
  source: string,
  mark: Mark,
  digits = 1,
): Figure {
  return {
    what,
    unit,
    ours,
    digits,
    low: target - Math.abs(target) * tolerance,
    high: target + Math.abs(target) * tolerance,
    target: tolerance === 0 ? `${target} exactly` : `${target} ± ${(100 * tolerance).toFixed(0)} %`,
    source,
    mark,
  };
}

export function within(
  what: string,
  unit: string,
  ours: number,
  low: number,
  high: number,
  target: string,
  source: string,
  mark: Mark,
  digits = 1,
): Figure {
  return { what, unit, ours, low, high, target, source, mark, digits };
}

/** A figure without a published number to hold it against. */
export function shown(
  what: string,
  unit: string,
  ours: number,
  digits = 1,
  source = '',
  target = 'printed only',
  mark: Mark = 'computed',
): Figure {
  return { what, unit, ours, digits, target, source, mark };
}

export function holds(figure: Figure): boolean {
  const { low = Number.NEGATIVE_INFINITY, high = Number.POSITIVE_INFINITY } = figure;
  return figure.ours >= low && figure.ours <= high;
}

export const isJudged = (figure: Figure): boolean => figure.low !== undefined || figure.high !== undefined;

export const mean = (values: ArrayLike<number>): number => {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  return sum / values.length;
};

export const deviation = (values: ArrayLike<number>): number => {
  const centre = mean(values);
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += (values[i]! - centre) ** 2;
  return Math.sqrt(sum / (values.length - 1));
};

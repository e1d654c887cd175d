/** What a run adds to a wijk. */
import type { Problem } from '../../errors.js';
import { completeOptions } from '../core/strategies/registry.js';
import type { DailyFigures } from '../core/weather/daily.js';
import type { HourlyFigures } from '../core/weather/hourly.js';

export interface RunParameters {
  /** Start of the first tick, UTC microseconds, a multiple of the tick. */
  readonly startUs: number;
  /** 0 means until stopped. */
  readonly durationS: number;
  /** A divisor of 300 s. */
  readonly tickS: number;
  readonly seed: number;
  readonly strategy: { readonly name: string; readonly options: Readonly<Record<string, number>> };
  /** 0 means: the limit in the wijk file. */
  readonly groupLimitW: number;
  readonly weather: WeatherChoice;
}

/** At most one of them; none means the wijk's own stress week. */
export interface WeatherChoice {
  readonly stressWeek?: string;
  /** Path of a KNMI file, of days or of hours: its header says which. */
  readonly knmiDailyFile?: string;
  /** Figures as such, of days or of hours: those of a recording. */
  readonly days?: readonly DailyFigures[];
  readonly hours?: readonly HourlyFigures[];
}

/** The name of the place where run parameters come from, in problems. */
export const RUN = '<run parameters>';

/** Every problem of the run parameters that needs no wijk. */
export function runProblems(run: RunParameters): Problem[] {
  const problems: Problem[] = [];
  const wrong = (path: string, value: unknown, rule: string) => {
    problems.push({ file: RUN, path, value: String(value), rule });
  };
  const { tickS } = run;
  if (!(tickS > 0) || Math.abs(300 / tickS - Math.round(300 / tickS)) > 1e-9) {
    wrong('tickS', tickS, 'must divide 300 s, such as 0.1, 1, 10 or 60');
  } else {
    const tickUs = tickS * 1e6;
    if (!Number.isSafeInteger(run.startUs) || run.startUs % tickUs !== 0) {
      wrong('startUs', run.startUs, `must be a whole number of ticks of ${tickS} s since 1970`);
    }
    const ticks = run.durationS / tickS;
    if (!(run.durationS >= 0) || Math.abs(ticks - Math.round(ticks)) > 1e-6) {
      wrong('durationS', run.durationS, `must be a whole number of ticks of ${tickS} s, or 0 for no end`);
    }
  }
  if (!Number.isInteger(run.seed) || run.seed < 0 || run.seed > 0xffffffff) {
    wrong('seed', run.seed, 'must be a whole number from 0 to 4294967295');
  }
  if (!(run.groupLimitW >= 0)) wrong('groupLimitW', run.groupLimitW, 'must not be negative; 0 means as the wijk file');
  const { problems: ofStrategy } = completeOptions(run.strategy.name, run.strategy.options);
  problems.push(...ofStrategy.map((problem) => ({ file: RUN, ...problem })));
  return problems;
}

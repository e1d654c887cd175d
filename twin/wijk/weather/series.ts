/** The weather of a run: its daily figures, and from them the minutes, a day at a time. */
import type { Problem } from '../../../errors.js';
import type { Parsed } from '../../../problems.js';
import { US_PER_S } from '../../core/base/civil.js';
import type { DailyFigures } from '../../core/weather/daily.js';
import { dayMinutes, WEATHER_WIDTH, type WeatherMinutes } from '../../core/weather/reconstruct.js';
import { findStressWeek, STRESS_WEEKS } from '../../core/weather/stress-weeks.js';
import type { LoadedWijk } from '../load.js';
import { RUN, type RunParameters } from '../run.js';
import { readKnmiDaily } from './knmi-daily.js';

const DAY_US = 86_400 * US_PER_S;

/** Columns of a minute: outdoor temperature °C, global and diffuse irradiance W/m², wind m/s. */
export class WeatherSeries {
  #day = Number.NaN;
  #minutes: WeatherMinutes = new Float64Array(0);

  constructor(
    readonly days: readonly DailyFigures[],
    private readonly latitudeDeg: number,
    private readonly longitudeDeg: number,
  ) {}

  /** Number of the minute that holds an instant: minutes since 1970. Weather is constant within it. */
  minuteOf(timeUs: number): number {
    return Math.floor(timeUs / (60 * US_PER_S));
  }

  /** The minute that holds an instant, into `out`. Beyond the last day the last day repeats: only runs without end get there. */
  at(timeUs: number, out: Float64Array): void {
    const day = Math.floor(timeUs / DAY_US);
    if (day !== this.#day) {
      this.#day = day;
      const found = this.days.findIndex((figures) => figures.day === day);
      const index = found >= 0 ? found : this.days.length - 1;
      this.#minutes = dayMinutes(this.days, index, this.latitudeDeg, this.longitudeDeg);
    }
    const minute = Math.floor((timeUs - day * DAY_US) / (60 * US_PER_S));
    for (let c = 0; c < WEATHER_WIDTH; c++) out[c] = this.#minutes[WEATHER_WIDTH * minute + c]!;
  }
}

/** The daily figures of a run, one day more at both ends where there are such. Every day of the run must be there. */
export function weatherDays(loaded: LoadedWijk, run: RunParameters): Parsed<readonly DailyFigures[]> {
  const { stressWeek, knmiDailyFile, days } = run.weather;
  if ([stressWeek, knmiDailyFile, days].filter((choice) => choice !== undefined).length > 1) {
    const rule = 'name a stress week or a KNMI daily file, not both';
    return { ok: false, problems: [{ file: RUN, path: 'weather', rule }] };
  }
  const first = Math.floor(run.startUs / DAY_US);
  const last = Math.max(first, Math.ceil((run.startUs + run.durationS * US_PER_S) / DAY_US) - 1);
  if (days !== undefined) return covered(days, first, last, 'the daily figures given');
  if (knmiDailyFile !== undefined) {
    const read = readKnmiDaily(knmiDailyFile, first - 1, last + 1);
    return read.ok ? covered(read.value, first, last, knmiDailyFile) : read;
  }
  const name = stressWeek ?? loaded.wijk.weather.stressWeek;
  const week = findStressWeek(name);
  if (week === undefined) {
    const known = STRESS_WEEKS.map((other) => other.name).join(', ');
    const rule = `there is no such stress week; known: ${known}`;
    return { ok: false, problems: [{ file: RUN, path: 'weather/stressWeek', value: name, rule }] };
  }
  return covered(week.days, first, last, `stress week ${name}`);
}

function covered(
  days: readonly DailyFigures[],
  first: number,
  last: number,
  what: string,
): Parsed<readonly DailyFigures[]> {
  const present = new Set(days.map((figures) => figures.day));
  for (let day = first; day <= last; day++) {
    if (present.has(day)) continue;
    const holds = days.length === 0 ? 'none of them' : `${dateOf(days[0]!.day)} to ${dateOf(days.at(-1)!.day)}`;
    const rule = `the run takes ${dateOf(first)} to ${dateOf(last)} (UT), and ${what} holds ${holds}`;
    const problem: Problem = { file: RUN, path: 'weather', value: dateOf(day), rule };
    return { ok: false, problems: [problem] };
  }
  return { ok: true, value: days.filter(({ day }) => day >= first - 1 && day <= last + 1) };
}

export function weatherSeries(loaded: LoadedWijk, run: RunParameters): Parsed<WeatherSeries> {
  const days = weatherDays(loaded, run);
  if (!days.ok) return days;
  const { latitudeDeg, longitudeDeg } = loaded.wijk.location;
  return { ok: true, value: new WeatherSeries(days.value, latitudeDeg, longitudeDeg) };
}

/** `2012-02-03` of a day since 1970. */
export function dateOf(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

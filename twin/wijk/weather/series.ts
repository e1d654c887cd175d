/** The weather of a run: its daily or hourly figures, and from them the minutes, a day at a time. */
import type { Problem } from '../../../errors.js';
import { type Parsed, readText } from '../../../problems.js';
import { US_PER_S } from '../../core/base/civil.js';
import type { DailyFigures } from '../../core/weather/daily.js';
import { type HourlyFigures, hourlyDayMinutes } from '../../core/weather/hourly.js';
import { dayMinutes, WEATHER_WIDTH, type WeatherMinutes } from '../../core/weather/reconstruct.js';
import { findStressWeek, STRESS_WEEKS } from '../../core/weather/stress-weeks.js';
import type { LoadedWijk } from '../load.js';
import { RUN, type RunParameters } from '../run.js';
import { parseKnmiDaily } from './knmi-daily.js';
import { parseKnmiHourly } from './knmi-hourly.js';
import { isHourly, KNMI_BYTES_MAX } from './knmi-table.js';

const HOUR_US = 3600 * US_PER_S;
const DAY_US = 24 * HOUR_US;

/** What the minutes of a run are rebuilt from: figures of days or of hours, in order. One of the two. */
export type WeatherFigures = { readonly days: readonly DailyFigures[] } | { readonly hours: readonly HourlyFigures[] };

/** Columns of a minute: outdoor temperature °C, global and diffuse irradiance W/m², wind m/s. */
export class WeatherSeries {
  #day = Number.NaN;
  #minutes: WeatherMinutes = new Float64Array(0);
  readonly #minutesOf: (day: number) => WeatherMinutes;

  constructor(figures: WeatherFigures, latitudeDeg: number, longitudeDeg: number) {
    if ('days' in figures) {
      const { days } = figures;
      this.#minutesOf = (day) => {
        const found = days.findIndex((other) => other.day === day);
        return dayMinutes(days, found >= 0 ? found : days.length - 1, latitudeDeg, longitudeDeg);
      };
    } else {
      const byHour = new Map(figures.hours.map((hour) => [hour.hour, hour]));
      const first = figures.hours[0]!.hour;
      const last = figures.hours.at(-1)!.hour;
      this.#minutesOf = (day) => {
        // Beyond the last hour its day again, or the day before if that one is cut off.
        const whole = Math.floor((last + 1) / 24) - 1;
        const shown = day <= Math.floor(last / 24) ? day : Math.max(whole, Math.floor(first / 24));
        return hourlyDayMinutes((hour) => byHour.get(hour), shown, latitudeDeg, longitudeDeg);
      };
    }
  }

  /** Number of the minute that holds an instant: minutes since 1970. Weather is constant within it. */
  minuteOf(timeUs: number): number {
    return Math.floor(timeUs / (60 * US_PER_S));
  }

  /** The minute that holds an instant, into `out`. Beyond the last day the last day repeats: only runs without end get there. */
  at(timeUs: number, out: Float64Array): void {
    const day = Math.floor(timeUs / DAY_US);
    if (day !== this.#day) {
      this.#day = day;
      this.#minutes = this.#minutesOf(day);
    }
    const minute = Math.floor((timeUs - day * DAY_US) / (60 * US_PER_S));
    for (let c = 0; c < WEATHER_WIDTH; c++) out[c] = this.#minutes[WEATHER_WIDTH * minute + c]!;
  }
}

/** The figures of a run, a day more at both ends where there is one. Every day or hour of the run must be there. */
export function weatherFigures(loaded: LoadedWijk, run: RunParameters): Parsed<WeatherFigures> {
  const { stressWeek, knmiDailyFile, days, hours } = run.weather;
  if ([stressWeek, knmiDailyFile, days, hours].filter((choice) => choice !== undefined).length > 1) {
    const rule = 'name a stress week or a KNMI file, not both';
    return { ok: false, problems: [{ file: RUN, path: 'weather', rule }] };
  }
  const endUs = run.startUs + run.durationS * US_PER_S;
  if (days !== undefined) return coveredDays(days, run.startUs, endUs, 'the daily figures given');
  if (hours !== undefined) return coveredHours(hours, run.startUs, endUs, 'the hourly figures given');
  if (knmiDailyFile !== undefined) return fromFile(knmiDailyFile, run.startUs, endUs);
  const name = stressWeek ?? loaded.wijk.weather.stressWeek;
  const week = findStressWeek(name);
  if (week === undefined) {
    const known = STRESS_WEEKS.map((other) => other.name).join(', ');
    const rule = `there is no such stress week; known: ${known}`;
    return { ok: false, problems: [{ file: RUN, path: 'weather/stressWeek', value: name, rule }] };
  }
  return coveredDays(week.days, run.startUs, endUs, `stress week ${name}`);
}

/** A KNMI file of days or of hours: its header says which. */
function fromFile(file: string, startUs: number, endUs: number): Parsed<WeatherFigures> {
  const text = readText(file, KNMI_BYTES_MAX);
  if (!text.ok) return text;
  if (isHourly(text.value)) {
    const [first, last] = span(startUs, endUs, HOUR_US);
    const read = parseKnmiHourly(text.value, file, first, last);
    return read.ok ? coveredHours(read.value, startUs, endUs, file) : read;
  }
  const [first, last] = span(startUs, endUs, DAY_US);
  const read = parseKnmiDaily(text.value, file, first - 1, last + 1);
  return read.ok ? coveredDays(read.value, startUs, endUs, file) : read;
}

/** First and last day or hour that a run touches; at least one. */
function span(startUs: number, endUs: number, stepUs: number): readonly [number, number] {
  const first = Math.floor(startUs / stepUs);
  return [first, Math.max(first, Math.ceil(endUs / stepUs) - 1)];
}

function coveredDays(
  days: readonly DailyFigures[],
  startUs: number,
  endUs: number,
  what: string,
): Parsed<WeatherFigures> {
  const [first, last] = span(startUs, endUs, DAY_US);
  const present = new Set(days.map((figures) => figures.day));
  for (let day = first; day <= last; day++) {
    if (present.has(day)) continue;
    const holds = days.length === 0 ? 'none of them' : `${dateOf(days[0]!.day)} to ${dateOf(days.at(-1)!.day)}`;
    const rule = `the run takes ${dateOf(first)} to ${dateOf(last)} (UT), and ${what} holds ${holds}`;
    return { ok: false, problems: [problem(dateOf(day), rule)] };
  }
  return { ok: true, value: { days: days.filter(({ day }) => day >= first - 1 && day <= last + 1) } };
}

function coveredHours(
  hours: readonly HourlyFigures[],
  startUs: number,
  endUs: number,
  what: string,
): Parsed<WeatherFigures> {
  const [first, last] = span(startUs, endUs, HOUR_US);
  const present = new Set(hours.map((figures) => figures.hour));
  for (let hour = first; hour <= last; hour++) {
    if (present.has(hour)) continue;
    const holds = hours.length === 0 ? 'none of them' : `${hourOf(hours[0]!.hour)} to ${hourOf(hours.at(-1)!.hour)}`;
    const rule = `the run takes ${hourOf(first)} to ${hourOf(last)} (UT, begin of the hour), and ${what} holds ${holds}`;
    return { ok: false, problems: [problem(hourOf(hour), rule)] };
  }
  return { ok: true, value: { hours: hours.filter(({ hour }) => hour >= first - 24 && hour <= last + 24) } };
}

const problem = (value: string, rule: string): Problem => ({ file: RUN, path: 'weather', value, rule });

export function weatherSeries(loaded: LoadedWijk, run: RunParameters): Parsed<WeatherSeries> {
  const figures = weatherFigures(loaded, run);
  if (!figures.ok) return figures;
  const { latitudeDeg, longitudeDeg } = loaded.wijk.location;
  return { ok: true, value: new WeatherSeries(figures.value, latitudeDeg, longitudeDeg) };
}

/** `2012-02-03` of a day since 1970. */
export function dateOf(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

/** `2012-02-03T05:00Z` of an hour since 1970. */
export function hourOf(hour: number): string {
  return `${new Date(hour * 3_600_000).toISOString().slice(0, 16)}Z`;
}

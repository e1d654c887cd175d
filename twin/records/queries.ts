/** The questions of RecordService as SQL on the record's tables. */

import { badInput, type Problem } from '../../errors.js';
import { COLUMNS, type ColumnName } from '../core/base/columns.js';
import type {
  LedgerEntry,
  QuarterHour,
  RecordedEvent,
  SeriesAnswer,
  SeriesQuestion,
  TenMinuteMean,
} from './answers.js';
import type { Database } from './database.js';
import { NO_SAMPLES } from './options.js';
import { SLOT_COLUMN_NAMES, snake, WIJK_COLUMNS } from './tables.js';

export const SERIES_COLUMNS_MAX = 64;
export const SERIES_POINTS_MAX = 10_000;
const SERIES_POINTS_DEFAULT = 1000;

export async function quarterHours(database: Database): Promise<QuarterHour[]> {
  const rows = await database.rows(`
    SELECT start_us::DOUBLE AS "startUs", mean_active_power_w AS "meanActivePowerW", limit_w AS "limitW", complete,
      substituted_ratio AS "substitutedRatio", limit_from AS "limitFrom", number_in_day AS "numberInDay"
    FROM quarter_hours ORDER BY start_us`);
  return rows as unknown as QuarterHour[];
}

export async function tenMinuteMeans(database: Database, withValues: boolean): Promise<TenMinuteMean[]> {
  const values = withValues
    ? 'voltage_v AS "voltageV", branch_loading_ratio AS "branchLoadingRatio"'
    : 'CAST([] AS DOUBLE[]) AS "voltageV", CAST([] AS DOUBLE[]) AS "branchLoadingRatio"';
  const rows = await database.rows(`
    SELECT start_us::DOUBLE AS "startUs", complete, coalesce(voltage_min_v, 'NaN'::DOUBLE) AS "voltageMinV",
      coalesce(voltage_max_v, 'NaN'::DOUBLE) AS "voltageMaxV", voltage_min_node AS "voltageMinNode",
      voltage_max_node AS "voltageMaxNode", coalesce(loading_max_ratio, 'NaN'::DOUBLE) AS "loadingMaxRatio",
      loading_max_branch AS "loadingMaxBranch", ${values}
    FROM ten_minute_means ORDER BY start_us`);
  return rows as unknown as TenMinuteMean[];
}

export async function events(database: Database): Promise<RecordedEvent[]> {
  const rows = await database.rows(`
    SELECT tick::DOUBLE AS tick, time_us::DOUBLE AS "timeUs", kind, subject, text, actor
    FROM events ORDER BY events.tick, rowid`);
  return rows as unknown as RecordedEvent[];
}

/** Complete quarter-hours whose mean was above the limit. */
export async function ledger(database: Database): Promise<LedgerEntry[]> {
  const rows = await database.rows(`
    SELECT start_us::DOUBLE AS "startUs", limit_w AS "allowedW", mean_active_power_w AS "measuredW",
      mean_active_power_w - limit_w AS "excessW", (mean_active_power_w - limit_w) / 4 AS "excessWh",
      limit_from AS "limitFrom"
    FROM quarter_hours WHERE complete AND mean_active_power_w > limit_w ORDER BY start_us`);
  return rows as unknown as LedgerEntry[];
}

/** Where a session stands, for questions about "all of it". */
export interface Extent {
  readonly startUs: number;
  readonly endUs: number;
  readonly slotIds: readonly string[];
  /** Periods of the samples, s. */
  readonly wijkPeriodS: number;
  readonly slotPeriodS: number;
}

interface Wanted {
  readonly column: string;
  readonly name: ColumnName;
  readonly slot: number;
}

export async function series(database: Database, question: SeriesQuestion, extent: Extent): Promise<SeriesAnswer> {
  const wanted = resolve(question, extent);
  const whole = question.fromUs === 0 && question.untilUs === 0;
  const fromUs = whole ? extent.startUs : question.fromUs;
  const untilUs = whole ? extent.endUs : question.untilUs;
  if (untilUs <= fromUs) return { timeUs: [], series: wanted.map(({ column, name }) => empty(column, name)) };

  // Buckets narrower than a sample would be empty now and then.
  const periodS = wanted.some(({ slot }) => slot >= 0) ? extent.slotPeriodS : extent.wijkPeriodS;
  const finest = Math.max(1, Math.floor((untilUs - fromUs) / (periodS * 1e6)));
  const points = Math.min(question.pointsMax || SERIES_POINTS_DEFAULT, finest);
  const widthUs = (untilUs - fromUs) / points;
  const answered: SeriesAnswer['series'][number][] = [];
  for (const { column, name, slot } of wanted) {
    const c = snake(name);
    // A sample belongs to the bucket in which its period ends: (start, start + width].
    const rows = await database.rows(
      `SELECT ceil((time_us - $from) / $width)::DOUBLE - 1 AS bucket, avg(${c}) AS mean, min(${c}) AS min, max(${c}) AS max
       FROM ${slot >= 0 ? 'slot_samples' : 'wijk_samples'}
       WHERE time_us > $from AND time_us <= $until AND ${c} IS NOT NULL ${slot >= 0 ? `AND slot = ${slot}` : ''}
       GROUP BY bucket`,
      { from: fromUs, until: untilUs, width: widthUs },
    );
    const target = blank(points);
    for (const row of rows) {
      const bucket = Math.min(points - 1, row['bucket'] as number);
      target.mean[bucket] = row['mean'] as number;
      target.min[bucket] = row['min'] as number;
      target.max[bucket] = row['max'] as number;
    }
    answered.push({ ...empty(column, name), ...target });
  }
  return { timeUs: Array.from({ length: points }, (_, i) => Math.round(fromUs + i * widthUs)), series: answered };
}

function resolve(question: SeriesQuestion, extent: Extent): Wanted[] {
  const problems: Problem[] = [];
  const wrong = (path: string, value: string, rule: string): void => {
    problems.push({ file: '<request>', path, value, rule });
  };
  const { columns, pointsMax, fromUs, untilUs } = question;
  if (columns.length === 0 || columns.length > SERIES_COLUMNS_MAX) {
    wrong('columns', `${columns.length} names`, `name 1 to ${SERIES_COLUMNS_MAX} columns`);
  }
  if (pointsMax > SERIES_POINTS_MAX) wrong('pointsMax', String(pointsMax), `at most ${SERIES_POINTS_MAX}`);
  if (untilUs < fromUs) wrong('untilUs', String(untilUs), `must not be before from (${fromUs})`);
  const wanted = columns.slice(0, SERIES_COLUMNS_MAX).map((column, i): Wanted => {
    const [name, ...rest] = column.split('/') as [string, ...string[]];
    if (rest.length === 0) {
      if (!(WIJK_COLUMNS as readonly string[]).includes(name)) {
        wrong(`columns/${i}`, column, `kept of the wijk: ${WIJK_COLUMNS.join(', ')}`);
      }
      return { column, name: name as ColumnName, slot: -1 };
    }
    const slot = extent.slotIds.indexOf(rest.join('/'));
    if (!(SLOT_COLUMN_NAMES as readonly string[]).includes(name)) {
      wrong(`columns/${i}`, column, `kept of slots: ${SLOT_COLUMN_NAMES.join(', ')}`);
    } else if (extent.slotPeriodS === NO_SAMPLES) {
      wrong(`columns/${i}`, column, 'this record keeps no samples of slots (slotSamples: none)');
    } else if (slot < 0) wrong(`columns/${i}`, column, `there is no slot "${rest.join('/')}"`);
    return { column, name: name as ColumnName, slot };
  });
  if (problems.length > 0) throw badInput(problems);
  return wanted;
}

function empty(column: string, name: ColumnName): SeriesAnswer['series'][number] {
  return { column, unit: COLUMNS[name].unit, mean: [], min: [], max: [] };
}

function blank(points: number): { mean: number[]; min: number[]; max: number[] } {
  const fill = (): number[] => new Array<number>(points).fill(Number.NaN);
  return { mean: fill(), min: fill(), max: fill() };
}

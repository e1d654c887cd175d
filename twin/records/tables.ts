/** The tables of a record, once: what DuckDB creates, what the exporter writes and what the README explains. */
import { COLUMN_NAMES, COLUMNS, type ColumnName } from '../core/base/columns.js';

/** Columns of index space `wijk` that are samples, not memories of the last finished interval. */
export const WIJK_COLUMNS: readonly ColumnName[] = COLUMN_NAMES.filter(
  (name) => COLUMNS[name].space === 'wijk' && !name.startsWith('last'),
);

/** Columns of a slot that are kept, and whether a sample is the mean over its period or the value at its end. */
export const SLOT_COLUMNS = {
  slotActivePowerW: 'mean',
  slotModelledPowerW: 'mean',
  slotMeasuredPowerW: 'end',
  slotSetpointW: 'end',
  slotSetpointFrom: 'end',
  slotSource: 'end',
  slotAgeS: 'end',
  slotStateOfChargeRatio: 'end',
  slotTemperatureC: 'end',
} as const satisfies Partial<Record<ColumnName, 'mean' | 'end'>>;

export const SLOT_COLUMN_NAMES = Object.keys(SLOT_COLUMNS) as readonly (keyof typeof SLOT_COLUMNS)[];

export function snake(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

const samples = (names: readonly string[]): string => names.map((name) => `${snake(name)} DOUBLE`).join(', ');

/** `time_us` of a sample is the end of its period, UTC microseconds; NULL is a value that does not exist. */
export const TABLES = {
  session: 'key VARCHAR, value VARCHAR',
  columns: 'name VARCHAR, unit VARCHAR, sign VARCHAR, index_space VARCHAR, meaning VARCHAR',
  slots: 'slot INTEGER, id VARCHAR',
  wijk_samples: `tick BIGINT, time_us BIGINT, ${samples(WIJK_COLUMNS)}`,
  slot_samples: `tick BIGINT, time_us BIGINT, slot INTEGER, ${samples(SLOT_COLUMN_NAMES)}`,
  quarter_hours:
    'start_us BIGINT, mean_active_power_w DOUBLE, limit_w DOUBLE, complete BOOLEAN, substituted_ratio DOUBLE, limit_from VARCHAR, number_in_day INTEGER',
  ten_minute_means:
    'start_us BIGINT, complete BOOLEAN, voltage_min_v DOUBLE, voltage_max_v DOUBLE, voltage_min_node INTEGER, voltage_max_node INTEGER, loading_max_ratio DOUBLE, loading_max_branch INTEGER, voltage_v DOUBLE[], branch_loading_ratio DOUBLE[]',
  events: 'tick BIGINT, time_us BIGINT, kind VARCHAR, subject VARCHAR, text VARCHAR, actor VARCHAR',
  bench_timing:
    'bench VARCHAR, stream BIGINT, part VARCHAR, id VARCHAR, quantity VARCHAR, count DOUBLE, p50_us DOUBLE, p99_us DOUBLE, max_us DOUBLE, loss_ratio DOUBLE, crc_errors DOUBLE, upper_us DOUBLE[], counts DOUBLE[]',
  slot_summary:
    'slot INTEGER, energy_wh DOUBLE, power_max_w DOUBLE, power_min_w DOUBLE, comfort_deficit_kh DOUBLE, energy_deficit_wh DOUBLE, cold_showers DOUBLE, energy_throughput_wh DOUBLE, ticks_on_model DOUBLE, ticks_on_device DOUBLE, ticks_on_fallback DOUBLE',
} as const;

export type TableName = keyof typeof TABLES;
export const TABLE_NAMES = Object.keys(TABLES) as readonly TableName[];

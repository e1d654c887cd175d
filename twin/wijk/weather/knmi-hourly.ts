/**
 * Reader for KNMI's hourly observations of a station ("uurgegevens", files `uurgeg_*.txt`).
 *
 * Columns are found by their names in the header: files of different years differ in number and names (T10, T10N). The
 * hour slot HH runs from 1 to 24 in UT, and slot 5 is the hour that ends at 5: 24 is the last hour of its own day. T is
 * measured at the end of the slot, Q and FH cover it. A blank is a missing value, -1 in Q is below the resolution.
 */
import type { Problem } from '../../../errors.js';
import { type Parsed, readText } from '../../../problems.js';
import { WH_PER_M2_IN_J_PER_CM2 } from '../../core/weather/daily.js';
import type { HourlyFigures } from '../../core/weather/hourly.js';
import { dayOf, KNMI_BYTES_MAX, ProblemList } from './knmi-table.js';

const COLUMNS = ['HH', 'T', 'Q', 'FH'] as const;
type ColumnName = (typeof COLUMNS)[number];
/** Lowest and highest value that can be true; T in 0.1 °C, Q in J/cm² per hour, FH in 0.1 m/s. */
const RANGE: Readonly<Record<ColumnName, readonly [number, number]>> = {
  HH: [1, 24],
  T: [-400, 450],
  Q: [-1, 450],
  FH: [-1, 600],
};

export function readKnmiHourly(file: string, fromHour: number, untilHour: number): Parsed<HourlyFigures[]> {
  const text = readText(file, KNMI_BYTES_MAX);
  return text.ok ? parseKnmiHourly(text.value, file, fromHour, untilHour) : text;
}

/**
 * The hours that begin from `fromHour` to `untilHour` (hours since 1970, UT, both included), and up to a day more at both
 * ends as far as it is complete. Every row is held to the format.
 */
export function parseKnmiHourly(
  text: string,
  file: string,
  fromHour: number,
  untilHour: number,
): Parsed<HourlyFigures[]> {
  const list = new ProblemList(file);
  const hours: HourlyFigures[] = [];
  let header: string[] | undefined;
  let station: string | undefined;
  let lineNumber = 0;
  let previous = Number.NEGATIVE_INFINITY;
  for (const raw of text.split('\n')) {
    lineNumber++;
    const line = raw.trim();
    const cells = line
      .replace(/^#/, '')
      .split(',')
      .map((cell) => cell.trim());
    if (cells[0] === 'STN' && cells[1] === 'YYYYMMDD') {
      header = cells;
      const lacking = COLUMNS.filter((name) => !cells.includes(name));
      if (lacking.length > 0) list.add(lineNumber, 'header', `lacks the columns ${lacking.join(', ')}`);
      continue;
    }
    if (line === '' || line.startsWith('#')) continue;
    if (!/^\d+$/.test(cells[0]!)) {
      if (header !== undefined) list.add(lineNumber, 'STN', 'a row begins with the number of the station', cells[0]);
      continue;
    }
    if (header === undefined) {
      list.add(lineNumber, 'header', 'the line "# STN,YYYYMMDD,HH,…" must come before the first row');
      break;
    }
    if (cells.length !== header.length) {
      list.add(lineNumber, '', `must have ${header.length} columns like the header`, `${cells.length} columns`);
      continue;
    }
    station ??= cells[0]!;
    if (cells[0] !== station) {
      list.add(lineNumber, 'STN', `a file of one station is wanted, and this one began with ${station}`, cells[0]);
      continue;
    }
    const day = dayOf(cells[1]!);
    if (day === undefined) {
      list.add(lineNumber, 'YYYYMMDD', 'must be a date such as 20120203', cells[1]);
      continue;
    }
    const cell = (name: ColumnName): string => cells[header!.indexOf(name)] ?? '';
    const number = (name: ColumnName): number => (/^-?\d+$/.test(cell(name)) ? Number(cell(name)) : Number.NaN);
    const inRange = (name: ColumnName): boolean => number(name) >= RANGE[name][0] && number(name) <= RANGE[name][1];
    const refuse = (name: ColumnName) =>
      list.add(lineNumber, name, `must be a whole number from ${RANGE[name][0]} to ${RANGE[name][1]}`, cell(name));
    if (!inRange('HH')) {
      refuse('HH');
      continue;
    }
    const hour = 24 * day + number('HH') - 1;
    if (hour <= previous) list.add(lineNumber, 'HH', 'must come after the hour in the row before', cell('HH'));
    previous = hour;
    const wanted = hour >= fromHour && hour <= untilHour;
    let complete = true;
    for (const name of COLUMNS) {
      if (cell(name) === '') {
        complete = false;
        if (wanted && header.includes(name)) {
          list.add(lineNumber, name, `is blank, and the run needs ${cells[1]} hour ${cell('HH')}`);
        }
      } else if (!inRange(name)) {
        complete = false;
        refuse(name);
      }
    }
    if (!complete || hour < fromHour - 24 || hour > untilHour + 24) continue;
    hours.push({
      hour,
      temperatureC: number('T') / 10,
      globalWhPerM2: Math.max(0, number('Q')) * WH_PER_M2_IN_J_PER_CM2,
      windMPerS: Math.max(0, number('FH')) / 10,
    });
  }
  if (header === undefined && list.empty) {
    list.add(1, 'header', 'there is no line "# STN,YYYYMMDD,HH,…": this is no KNMI hourly file');
  }
  const problems: readonly Problem[] = list.problems();
  return problems.length > 0 ? { ok: false, problems: [...problems] } : { ok: true, value: hours };
}

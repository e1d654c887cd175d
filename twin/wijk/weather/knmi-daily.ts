/**
 * Reader for KNMI's daily observations of a station ("etmaalgegevens", files `etmgeg_*.txt`).
 *
 * Columns are found by their names in the header, so old (41 columns) and new or shortened forms both read. Times are
 * hour slots in UT. A blank is a missing value; -1 in Q or SQ means below the resolution. Rows that lack a figure are
 * problems only if the run needs their day: a station has not always measured everything.
 */
import { type Parsed, readText } from '../../../problems.js';
import { type DailyFigures, dailyFromKnmi } from '../../core/weather/daily.js';
import { dayOf, KNMI_BYTES_MAX, ProblemList } from './knmi-table.js';

const COLUMNS = ['TG', 'TN', 'TNH', 'TX', 'TXH', 'Q', 'FG'] as const;
type ColumnName = (typeof COLUMNS)[number];
/** Lowest and highest value that can be true; temperatures in 0.1 °C, Q in J/cm², FG in 0.1 m/s. */
const RANGE: Readonly<Record<ColumnName, readonly [number, number]>> = {
  TG: [-400, 450],
  TN: [-400, 450],
  TNH: [1, 24],
  TX: [-400, 450],
  TXH: [1, 24],
  Q: [-1, 4000],
  FG: [-1, 600],
};

export function readKnmiDaily(file: string, fromDay: number, untilDay: number): Parsed<DailyFigures[]> {
  const text = readText(file, KNMI_BYTES_MAX);
  return text.ok ? parseKnmiDaily(text.value, file, fromDay, untilDay) : text;
}

/** The days from `fromDay` to `untilDay` (days since 1970, UT, both included), in order; every row is held to the format. */
export function parseKnmiDaily(text: string, file: string, fromDay: number, untilDay: number): Parsed<DailyFigures[]> {
  const list = new ProblemList(file);
  const wrong = (line: number, path: string, rule: string, value?: string) => list.add(line, path, rule, value);

  const days = new Map<number, DailyFigures>();
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
      if (lacking.length > 0) wrong(lineNumber, 'header', `lacks the columns ${lacking.join(', ')}`);
      continue;
    }
    if (line === '' || line.startsWith('#')) continue;
    // The files begin with prose about the columns; rows begin with the station's number.
    if (!/^\d+$/.test(cells[0]!)) {
      if (header !== undefined) wrong(lineNumber, 'STN', 'a row begins with the number of the station', cells[0]);
      continue;
    }
    if (header === undefined) {
      wrong(lineNumber, 'header', 'the line "# STN,YYYYMMDD,…" must come before the first row');
      break;
    }
    if (cells.length !== header.length) {
      wrong(lineNumber, '', `must have ${header.length} columns like the header`, `${cells.length} columns`);
      continue;
    }
    station ??= cells[0]!;
    if (cells[0] !== station) {
      wrong(lineNumber, 'STN', `a file of one station is wanted, and this one began with ${station}`, cells[0]);
      continue;
    }
    const date = cells[1]!;
    const day = dayOf(date);
    if (day === undefined) {
      wrong(lineNumber, 'YYYYMMDD', 'must be a date such as 20120203', date);
      continue;
    }
    if (day <= previous) wrong(lineNumber, 'YYYYMMDD', 'must come after the date in the row before', date);
    previous = day;
    const wanted = day >= fromDay && day <= untilDay;
    const values = COLUMNS.map((name) => cells[header!.indexOf(name)] ?? '');
    const numbers = values.map((value, c) => {
      const name = COLUMNS[c]!;
      if (value === '') {
        if (wanted && header!.includes(name)) wrong(lineNumber, name, `is blank, and the run needs ${date}`);
        return Number.NaN;
      }
      const number = /^-?\d+$/.test(value) ? Number(value) : Number.NaN;
      const [low, high] = RANGE[name];
      if (!(number >= low && number <= high)) {
        wrong(lineNumber, name, `must be a whole number from ${low} to ${high}`, value);
      }
      return number;
    });
    if (!wanted) continue;
    const [tg, tn, tnh, tx, txh, q, fg] = numbers as [number, number, number, number, number, number, number];
    if (tn > tx) wrong(lineNumber, 'TN', `must not be above TX = ${tx}`, String(tn));
    else if (tg < tn || tg > tx) wrong(lineNumber, 'TG', `must lie between TN = ${tn} and TX = ${tx}`, String(tg));
    days.set(day, dailyFromKnmi(Number(date), tg, tn, tnh, tx, txh, q, fg));
  }
  if (header === undefined && list.empty) {
    wrong(1, 'header', 'there is no line "# STN,YYYYMMDD,…": this is no KNMI daily file');
  }
  const problems = list.problems();
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: [...days.values()] };
}

/** What KNMI's daily and hourly files have in common. */
import type { Problem } from '../../../errors.js';
import { daysFromCivil } from '../../core/base/civil.js';

/** A century of days of one station is about 8 MB, ten years of its hours 12 MB. */
export const KNMI_BYTES_MAX = 32 * 1024 * 1024;
/** More problems than this say nothing new. */
const PROBLEMS_MAX = 50;

/** The problems of one file; beyond fifty they are counted. */
export class ProblemList {
  readonly #problems: Problem[] = [];
  #suppressed = 0;

  constructor(private readonly file: string) {}

  get empty(): boolean {
    return this.#problems.length === 0;
  }

  add(line: number, path: string, rule: string, value?: string): void {
    if (this.#problems.length === PROBLEMS_MAX) this.#suppressed++;
    else this.#problems.push({ file: this.file, path, line, rule, ...(value === undefined ? {} : { value }) });
  }

  problems(): Problem[] {
    if (this.#suppressed === 0) return [...this.#problems];
    return [...this.#problems, { file: this.file, path: '', rule: `and ${this.#suppressed} more problems` }];
  }
}

/** Days since 1970 of a date such as 20120203; undefined if there is no such day. */
export function dayOf(date: string): number | undefined {
  if (!/^\d{8}$/.test(date)) return undefined;
  const year = Number(date.slice(0, 4));
  const month = Number(date.slice(4, 6));
  const dayOfMonth = Number(date.slice(6));
  if (month < 1 || month > 12 || dayOfMonth < 1) return undefined;
  const day = daysFromCivil(year, month, dayOfMonth);
  const nextMonth = month === 12 ? daysFromCivil(year + 1, 1, 1) : daysFromCivil(year, month + 1, 1);
  return day < nextMonth ? day : undefined;
}

/** Whether a text is a table of hours: its header has the column HH after the date. */
export function isHourly(text: string): boolean {
  const header = /^#?\s*STN\s*,\s*YYYYMMDD\s*,[^\n]*/m.exec(text);
  return header?.[0].split(',').some((cell) => cell.trim() === 'HH') ?? false;
}

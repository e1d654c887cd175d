/**
 * Days on which the Netherlands does not work: public holidays by rule, school holidays as configured. All of it is
 * arithmetic on day numbers (days since 1970-01-01), so a kernel may ask it at every midnight without allocating.
 */
import { daysFromCivil, weekdayOfDay, yearOfDay } from './civil.js';

/**
 * The days of article 3 of the Algemene termijnenwet with the two Sundays they follow, one bit each.
 * King's Day is 27 April, or the 26th if that is a Sunday; until 2013 Queen's Day was 30 April, or the 29th.
 */
export const PUBLIC_HOLIDAYS = [
  'nieuwjaarsdag',
  'eerste-paasdag',
  'tweede-paasdag',
  'koningsdag',
  'bevrijdingsdag',
  'hemelvaartsdag',
  'eerste-pinksterdag',
  'tweede-pinksterdag',
  'eerste-kerstdag',
  'tweede-kerstdag',
] as const;
export type PublicHoliday = (typeof PUBLIC_HOLIDAYS)[number];

export interface CivilCalendar {
  /** Bit i: `PUBLIC_HOLIDAYS[i]` is kept. */
  readonly publicMask: number;
  /** 1 at the ISO weeks (1-53) of school holidays, for years without dates of their own. */
  readonly schoolWeeks: Uint8Array;
  /** Years whose school holidays are known by date: first and last day of each, as day numbers. */
  readonly schoolYears: readonly { readonly year: number; readonly ranges: readonly (readonly [number, number])[] }[];
}

/** Easter Sunday of a Gregorian year, as a day number (the algorithm of Meeus, Jones and Butcher). */
export function easterSunday(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  return daysFromCivil(year, month, ((h + l - 7 * m + 114) % 31) + 1);
}

export function isPublicHoliday(calendar: CivilCalendar, day: number): boolean {
  const index = publicHolidayOf(day);
  return index >= 0 && (calendar.publicMask & (1 << index)) !== 0;
}

/** Place in `PUBLIC_HOLIDAYS`; -1 on any other day. */
export function publicHolidayOf(day: number): number {
  const year = yearOfDay(day);
  const sinceJanuary = day - daysFromCivil(year, 1, 1);
  if (sinceJanuary === 0) return 0;
  if (day === daysFromCivil(year, 12, 25)) return 8;
  if (day === daysFromCivil(year, 12, 26)) return 9;
  const sinceEaster = day - easterSunday(year);
  if (sinceEaster === 0) return 1;
  if (sinceEaster === 1) return 2;
  if (sinceEaster === 39) return 5;
  if (sinceEaster === 49) return 6;
  if (sinceEaster === 50) return 7;
  const royal = daysFromCivil(year, 4, year >= 2014 ? 27 : 30);
  if (day === (weekdayOfDay(royal) === 6 ? royal - 1 : royal)) return 3;
  return day === daysFromCivil(year, 5, 5) ? 4 : -1;
}

export function isSchoolHoliday(calendar: CivilCalendar, day: number): boolean {
  const year = yearOfDay(day);
  const { schoolYears, schoolWeeks } = calendar;
  for (let y = 0; y < schoolYears.length; y++) {
    if (schoolYears[y]!.year !== year) continue;
    const { ranges } = schoolYears[y]!;
    for (let r = 0; r < ranges.length; r++) if (day >= ranges[r]![0] && day <= ranges[r]![1]) return true;
    return false;
  }
  return schoolWeeks[isoWeek(day)] === 1;
}

/** ISO 8601 week, 1..53: that of the week's Thursday. */
export function isoWeek(day: number): number {
  const thursday = day - weekdayOfDay(day) + 3;
  return Math.floor((thursday - daysFromCivil(yearOfDay(thursday), 1, 1)) / 7) + 1;
}

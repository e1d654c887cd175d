/**
 * The civil day of Europe/Amsterdam without Date: offset from UTC, local time of day, and the numbering of the
 * quarter-hours (92, 96 or 100 a day) on which contracts are settled.
 *
 * Rule: directive 2000/84/EC, summer time from the last Sunday of March 01:00 UTC to the last Sunday of October
 * 01:00 UTC; CET is UTC+1. Valid for instants from 1996 on. The transitions of a year come from a table filled once.
 */

export const US_PER_S = 1_000_000;
const S_PER_DAY = 86_400;
const FIRST_YEAR = 1996;
const LAST_YEAR = 2199;

/** Days since 1970-01-01 of a civil date (proleptic Gregorian). Month 1..12. */
export function daysFromCivil(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** Year of a day number. */
export function yearOfDay(day: number): number {
  let year = 1970 + Math.floor(day / 365.2425);
  while (daysFromCivil(year + 1, 1, 1) <= day) year++;
  while (daysFromCivil(year, 1, 1) > day) year--;
  return year;
}

/** Day of the year, 1..366, of a day number. */
export function dayOfYear(day: number): number {
  return day - daysFromCivil(yearOfDay(day), 1, 1) + 1;
}

/** Month 1..12 of a day number. */
export function monthOfDay(day: number): number {
  const year = yearOfDay(day);
  let month = 12;
  while (daysFromCivil(year, month, 1) > day) month--;
  return month;
}

/** 0 is Monday, 6 is Sunday. */
export function weekdayOfDay(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

function lastSunday(year: number, month: number): number {
  const last = daysFromCivil(year, month, 31);
  return last - ((weekdayOfDay(last) + 1) % 7);
}

/** UTC seconds at which summer time begins and ends, per year from FIRST_YEAR. */
const TRANSITIONS_S = new Float64Array(2 * (LAST_YEAR - FIRST_YEAR + 1));
for (let year = FIRST_YEAR; year <= LAST_YEAR; year++) {
  TRANSITIONS_S[2 * (year - FIRST_YEAR)] = lastSunday(year, 3) * S_PER_DAY + 3600;
  TRANSITIONS_S[2 * (year - FIRST_YEAR) + 1] = lastSunday(year, 10) * S_PER_DAY + 3600;
}

/** Offset of local time from UTC, in seconds: 3600 in winter, 7200 in summer. */
export function utcOffsetS(timeUs: number): number {
  const timeS = timeUs / US_PER_S;
  const year = yearOfDay(Math.floor(timeS / S_PER_DAY));
  if (year < FIRST_YEAR || year > LAST_YEAR) return 3600;
  const at = 2 * (year - FIRST_YEAR);
  return timeS >= TRANSITIONS_S[at]! && timeS < TRANSITIONS_S[at + 1]! ? 7200 : 3600;
}

/** Local day number (days since 1970-01-01 of the local date). */
export function localDay(timeUs: number): number {
  return Math.floor((timeUs / US_PER_S + utcOffsetS(timeUs)) / S_PER_DAY);
}

/** Seconds since local midnight as the clock on the wall shows it, 0..86399. */
export function localSecondOfDay(timeUs: number): number {
  const local = timeUs / US_PER_S + utcOffsetS(timeUs);
  return local - Math.floor(local / S_PER_DAY) * S_PER_DAY;
}

/** The instant of local midnight at the start of a local day, in UTC microseconds. */
export function localMidnightUs(day: number): number {
  // Amsterdam changes at 02:00 or 03:00 local: midnight has the offset of the hour before it or the same.
  const winter = (day * S_PER_DAY - 3600) * US_PER_S;
  const summer = (day * S_PER_DAY - 7200) * US_PER_S;
  return utcOffsetS(summer) === 7200 ? summer : winter;
}

/** Quarter-hours in a local day: 92, 96 or 100. */
export function quartersInDay(day: number): number {
  return Math.round((localMidnightUs(day + 1) - localMidnightUs(day)) / US_PER_S / 900);
}

/** 1-based number of the quarter-hour in its local day (the ISP number of the market). */
export function quarterNumber(timeUs: number): number {
  return Math.floor((timeUs - localMidnightUs(localDay(timeUs))) / US_PER_S / 900) + 1;
}

/** Start of the quarter-hour that holds an instant, as UTC seconds / 900. Offsets are whole hours, so this is local too. */
export function quarterIndex(timeUs: number): number {
  return Math.floor(timeUs / US_PER_S / 900);
}

export function tenMinuteIndex(timeUs: number): number {
  return Math.floor(timeUs / US_PER_S / 600);
}

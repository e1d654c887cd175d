/**
 * Local wall-clock time of the Netherlands, for the people who write experiments and read reports.
 *
 * Instants are UTC microseconds since the epoch. A local hour that does not exist (spring) or exists twice (autumn) is
 * never guessed: both readings are named and the person chooses by writing the offset.
 */

export const ZONE = 'Europe/Amsterdam';

export type InstantResult = { readonly us: number } | { readonly rule: string };

const INSTANT = /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::(\d\d))?(Z|[+-]\d\d:\d\d)?$/;
const CLOCK = /^(\d\d):(\d\d)(?::(\d\d))?$/;
const DAY_MS = 86_400_000;

const FIELDS = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

interface Civil {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

function civilOf(ms: number): Civil {
  const part: Record<string, number> = {};
  for (const { type, value } of FIELDS.formatToParts(ms)) part[type] = Number(value);
  return part as unknown as Civil;
}

const asUtcMs = (c: Civil): number => Date.UTC(c.year, c.month - 1, c.day, c.hour, c.minute, c.second);

/** What local clocks are ahead of UTC at an instant, ms. */
const offsetMs = (ms: number): number => asUtcMs(civilOf(ms)) - Math.floor(ms / 1000) * 1000;

/** Instants at which local clocks show this: one, none (skipped hour) or two (repeated hour), earliest first. */
function readings(civil: Civil): number[] {
  const wanted = asUtcMs(civil);
  const offsets = new Set([offsetMs(wanted - DAY_MS), offsetMs(wanted + DAY_MS)]);
  return [...offsets]
    .map((offset) => wanted - offset)
    .filter((ms) => asUtcMs(civilOf(ms)) === wanted)
    .sort((a, b) => a - b);
}

/** `2012-02-03T16:00:00` as local time, or with its offset (`…+01:00`, `…Z`). */
export function parseInstant(text: string): InstantResult {
  const match = INSTANT.exec(text);
  if (match === null) {
    return { rule: 'an instant is written as 2012-02-03T16:00:00, local time, or with its offset' };
  }
  const [, year, month, day, hour, minute, second, zone] = match;
  const civil: Civil = {
    year: Number(year),
    month: Number(month),
    day: Number(day),
    hour: Number(hour),
    minute: Number(minute),
    second: Number(second ?? 0),
  };
  const wanted = asUtcMs(civil);
  if (new Date(wanted).toISOString().slice(0, 19) !== isoOf(civil)) {
    return { rule: 'there is no such date or time in the calendar' };
  }
  if (zone !== undefined) return { us: (wanted - zoneOffsetMs(zone)) * 1000 };
  return oneOf(civil);
}

/** The first instant at or after `fromUs` at which local clocks show `HH:MM`. */
export function parseClock(text: string, fromUs: number): InstantResult {
  const match = CLOCK.exec(text);
  const [hour, minute, second] = [Number(match?.[1]), Number(match?.[2]), Number(match?.[3] ?? 0)];
  if (match === null || hour > 23 || minute > 59 || second > 59) return { rule: 'a time of day is written as 18:30' };
  const today = civilOf(fromUs / 1000);
  for (const dayShift of [0, 1]) {
    const date = new Date(Date.UTC(today.year, today.month - 1, today.day + dayShift));
    const civil = {
      year: date.getUTCFullYear(),
      month: date.getUTCMonth() + 1,
      day: date.getUTCDate(),
      hour,
      minute,
      second,
    };
    const found = oneOf(civil);
    if ('rule' in found || found.us >= fromUs) return found;
  }
  return { rule: 'there is no such time of day after the start' };
}

function oneOf(civil: Civil): InstantResult {
  const found = readings(civil);
  const local = isoOf(civil);
  const [first, second] = found;
  if (first !== undefined && second === undefined) return { us: first * 1000 };
  if (first !== undefined && second !== undefined) {
    return {
      rule:
        `${local} happens twice in ${ZONE}: write ${isoWithOffset(first)} for the first or ` +
        `${isoWithOffset(second)} for the second`,
    };
  }
  // Read with the offset of before and of after the jump.
  const wanted = asUtcMs(civil);
  const [early, late] = [wanted - offsetMs(wanted + DAY_MS), wanted - offsetMs(wanted - DAY_MS)];
  return {
    rule:
      `${local} does not exist in ${ZONE}, clocks jump over it: write ${isoWithOffset(early)} or ` +
      `${isoWithOffset(late)}`,
  };
}

function zoneOffsetMs(zone: string): number {
  if (zone === 'Z') return 0;
  const sign = zone.startsWith('-') ? -1 : 1;
  return sign * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4, 6))) * 60_000;
}

const two = (n: number): string => String(n).padStart(2, '0');

function isoOf(c: Civil): string {
  return `${String(c.year).padStart(4, '0')}-${two(c.month)}-${two(c.day)}T${two(c.hour)}:${two(c.minute)}:${two(c.second)}`;
}

function isoWithOffset(ms: number): string {
  const minutes = Math.round(offsetMs(ms) / 60_000);
  const sign = minutes < 0 ? '-' : '+';
  const size = Math.abs(minutes);
  return `${isoOf(civilOf(ms))}${sign}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/** `2012-02-03T17:45:00+01:00`: local and unambiguous. */
export const formatInstant = (us: number): string => isoWithOffset(us / 1000);

/** `17:45`, local. */
export function formatClock(us: number): string {
  const c = civilOf(us / 1000);
  return `${two(c.hour)}:${two(c.minute)}`;
}

/** `2012-02-03 17:45`, local. */
export function formatDateClock(us: number): string {
  return isoOf(civilOf(us / 1000))
    .slice(0, 16)
    .replace('T', ' ');
}

/** `2012-02-03 17:45:10`, local. */
export const formatDateClockSeconds = (us: number): string => isoOf(civilOf(us / 1000)).replace('T', ' ');

const LONG_DATE = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});

/** `Friday 3 February 2012`, local. */
export const formatLongDate = (us: number): string => LONG_DATE.format(us / 1000).replace(',', '');

/** Time since local midnight, s; for ticks of a time axis. */
export function secondOfDay(us: number): number {
  const c = civilOf(us / 1000);
  return c.hour * 3600 + c.minute * 60 + c.second;
}

/** Hours that local clocks are ahead of UTC: 1 in winter, 2 in summer. */
export const offsetHoursAt = (us: number): number => offsetMs(us / 1000) / 3_600_000;

/** The meter's clock: Dutch and Belgian local time with a flag for summer time. */

/**
 * Whether summer time holds at an instant: from the last Sunday of March to the last Sunday of October, both at 01:00 UTC
 * (directive 2000/84/EC).
 */
export function isSummerTime(timeUs: number): boolean {
  const year = new Date(timeUs / 1000).getUTCFullYear();
  return timeUs >= changeUs(year, 2) && timeUs < changeUs(year, 9);
}

/** 01:00 UTC on the last Sunday of a month with 31 days. */
function changeUs(year: number, month: number): number {
  const last = new Date(Date.UTC(year, month, 31, 1));
  return (last.getTime() - last.getUTCDay() * 86_400_000) * 1000;
}

/**
 * `YYMMDDhhmmss` and S or W, to UTC microseconds. The flag decides, not a local clock: that is how the doubled hour in
 * October stays unambiguous. Meters before version 4 write no flag: then the calendar decides, and the doubled hour is its
 * first half. Undefined for a clock that is not set (such as 632525252525W).
 */
export function parseTimestamp(text: string): number | undefined {
  const match = /^(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})([SW])?$/.exec(text);
  if (match === null) return undefined;
  const numbers = match.slice(1, 7).map(Number) as [number, number, number, number, number, number];
  const [year, month, day, hour, minute, second] = numbers;
  const at = new Date(Date.UTC(2000 + year, month - 1, day, hour, minute, second));
  const written = [
    at.getUTCFullYear() - 2000,
    at.getUTCMonth() + 1,
    at.getUTCDate(),
    at.getUTCHours(),
    at.getUTCMinutes(),
  ];
  // 31 February is no day, and 25:61 no time.
  if (second > 59 || written.some((part, k) => part !== numbers[k])) return undefined;
  const asSummerUs = (at.getTime() - 2 * 3_600_000) * 1000;
  const summer = match[7] === undefined ? isSummerTime(asSummerUs) : match[7] === 'S';
  return summer ? asSummerUs : asSummerUs + 3_600_000_000;
}

/** The other way round; the calendar decides on the flag unless the caller does. */
export function formatTimestamp(timeUs: number, summer: boolean = isSummerTime(timeUs)): string {
  const local = new Date(timeUs / 1000 + (summer ? 2 : 1) * 3_600_000).toISOString();
  return `${local.slice(2, 19).replaceAll(/[-:T]/g, '')}${summer ? 'S' : 'W'}`;
}

/** Numbers as the page prints them: always with their unit, `–` where there is none. */
import type { MaybeNumber } from '../server/messages.js';

export const NONE = '–';
const MINUS = '−';

/** A number with a fixed count of decimals, thousands in groups, and a true minus sign. */
export function fixed(value: MaybeNumber | undefined, decimals: number): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return NONE;
  const text = Math.abs(value).toLocaleString('en-US', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  return value < 0 && /[1-9]/.test(text) ? MINUS + text : text;
}

// A number and its unit never stand on two lines.
const withUnit = (text: string, unit: string): string => (text === NONE ? NONE : `${text}\u00a0${unit}`);

/** Power of a slot or device: W below 1 kW, otherwise kW with two significant decimals at most. */
export function power(watts: MaybeNumber | undefined): string {
  if (watts === null || watts === undefined) return NONE;
  const size = Math.abs(watts);
  if (size < 999.5) return withUnit(fixed(watts, 0), 'W');
  return withUnit(fixed(watts / 1000, size < 9_995 ? 2 : 1), 'kW');
}

/** Power of the wijk, always in kW with one decimal, so that the eye compares like with like. */
export const wijkPower = (watts: MaybeNumber | undefined): string => withUnit(kilo(watts), 'kW');

export function kilo(watts: MaybeNumber | undefined): string {
  return watts === null || watts === undefined ? NONE : fixed(watts / 1000, 1);
}

/** With an explicit plus: for margins and differences. */
export function signed(text: string): string {
  return text === NONE || text.startsWith(MINUS) ? text : `+${text}`;
}

export const volts = (value: MaybeNumber | undefined): string => withUnit(fixed(value, 1), 'V');
export const celsius = (value: MaybeNumber | undefined): string => withUnit(fixed(value, 1), '°C');
export const percent = (ratio: MaybeNumber | undefined, decimals = 0): string =>
  ratio === null || ratio === undefined ? NONE : withUnit(fixed(ratio * 100, decimals), '%');

/** Microseconds as ms, with a decimal below 10 ms. */
export function milliseconds(us: MaybeNumber | undefined): string {
  if (us === null || us === undefined) return NONE;
  const ms = us / 1000;
  return withUnit(fixed(ms, ms < 9.95 ? 1 : 0), 'ms');
}

/** An age or duration a person reads at a glance: `0.4 s`, `12 s`, `3.1 min`, `2.2 h`. */
export function duration(seconds: MaybeNumber | undefined): string {
  if (seconds === null || seconds === undefined || !Number.isFinite(seconds)) return NONE;
  if (seconds < 9.95) return withUnit(fixed(seconds, 1), 's');
  if (seconds < 99.5) return withUnit(fixed(seconds, 0), 's');
  return seconds < 5_970 ? withUnit(fixed(seconds / 60, 1), 'min') : withUnit(fixed(seconds / 3600, 1), 'h');
}

const AMSTERDAM = { timeZone: 'Europe/Amsterdam', hourCycle: 'h23' } as const;
const CLOCK = new Intl.DateTimeFormat('en-GB', { ...AMSTERDAM, hour: '2-digit', minute: '2-digit', second: '2-digit' });
const MINUTE = new Intl.DateTimeFormat('en-GB', { ...AMSTERDAM, hour: '2-digit', minute: '2-digit' });
const DAY = new Intl.DateTimeFormat('en-GB', {
  ...AMSTERDAM,
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
});

/** Simulated local time, `18:03:12`. */
export const clockTime = (us: number): string => CLOCK.format(us / 1000);
export const minuteTime = (us: number): string => MINUTE.format(us / 1000);
export const day = (us: number): string => DAY.format(us / 1000);

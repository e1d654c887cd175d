import { describe, expect, it } from 'vitest';
import {
  dayOfYear,
  daysFromCivil,
  localDay,
  localMidnightUs,
  localSecondOfDay,
  monthOfDay,
  quarterNumber,
  quartersInDay,
  utcOffsetS,
  weekdayOfDay,
} from '../../../../twin/core/base/civil.js';
import fc from '../../../support/property.js';

const us = (iso: string): number => Date.parse(iso) * 1000;
const anyInstantUs = fc.integer({ min: Date.UTC(1997, 0, 1), max: Date.UTC(2090, 0, 1) }).map((ms) => ms * 1000);

/** The platform's own time zone data as the oracle. */
const amsterdam = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Amsterdam',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});

describe('the civil day of Amsterdam', () => {
  it('has the offset that the time zone database gives', () => {
    fc.assert(
      fc.property(anyInstantUs, (timeUs) => {
        const parts = Object.fromEntries(amsterdam.formatToParts(timeUs / 1000).map((p) => [p.type, Number(p.value)]));
        const local = Date.UTC(
          parts['year']!,
          parts['month']! - 1,
          parts['day']!,
          parts['hour']!,
          parts['minute']!,
          parts['second']!,
        );
        expect(utcOffsetS(timeUs)).toBe((local - Math.floor(timeUs / 1e6) * 1000) / 1000);
      }),
      { numRuns: 2000 },
    );
  });

  it('has 92 quarter-hours in March, 100 in October and 96 otherwise', () => {
    expect(quartersInDay(daysFromCivil(2026, 3, 29))).toBe(92);
    expect(quartersInDay(daysFromCivil(2026, 10, 25))).toBe(100);
    expect(quartersInDay(daysFromCivil(2026, 11, 24))).toBe(96);
  });

  it('numbers the quarters of the market day: the first, and the last of each kind of day', () => {
    expect(quarterNumber(us('2026-11-23T23:00:00Z'))).toBe(1);
    expect(quarterNumber(us('2026-11-24T22:59:59Z'))).toBe(96);
    expect(quarterNumber(us('2026-03-29T21:59:59Z'))).toBe(92);
    expect(quarterNumber(us('2026-10-25T22:59:59Z'))).toBe(100);
  });

  it('keeps both readings of the doubled hour apart', () => {
    const first = quarterNumber(us('2026-10-25T00:30:00Z'));
    const second = quarterNumber(us('2026-10-25T01:30:00Z'));
    expect(localSecondOfDay(us('2026-10-25T00:30:00Z'))).toBe(localSecondOfDay(us('2026-10-25T01:30:00Z')));
    expect(second - first).toBe(4);
  });

  it('finds midnight, day, month and weekday', () => {
    fc.assert(
      fc.property(anyInstantUs, (timeUs) => {
        const day = localDay(timeUs);
        expect(localMidnightUs(day)).toBeLessThanOrEqual(timeUs);
        expect(localMidnightUs(day + 1)).toBeGreaterThan(timeUs);
        const date = new Date(day * 86_400_000);
        expect(monthOfDay(day)).toBe(date.getUTCMonth() + 1);
        expect(weekdayOfDay(day)).toBe((date.getUTCDay() + 6) % 7);
        expect(dayOfYear(day)).toBe((day * 86_400_000 - Date.UTC(date.getUTCFullYear(), 0, 1)) / 86_400_000 + 1);
      }),
    );
  });
});

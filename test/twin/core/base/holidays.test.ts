import { describe, expect, it } from 'vitest';
import { daysFromCivil } from '../../../../twin/core/base/civil.js';
import {
  type CivilCalendar,
  easterSunday,
  isoWeek,
  isPublicHoliday,
  isSchoolHoliday,
  PUBLIC_HOLIDAYS,
  publicHolidayOf,
} from '../../../../twin/core/base/holidays.js';

const day = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 86_400e3;
const name = (date: string): string => PUBLIC_HOLIDAYS[publicHolidayOf(day(date))] ?? '';

describe('Dutch public holidays', () => {
  it.each(['2000-04-23', '2008-03-23', '2011-04-24', '2012-04-08', '2024-03-31', '2025-04-20', '2038-04-25'])(
    'Easter of the almanac: %s',
    (date) => {
      expect(easterSunday(Number(date.slice(0, 4)))).toBe(day(date));
    },
  );

  it.each([
    ['2012-01-01', 'nieuwjaarsdag'],
    ['2012-04-09', 'tweede-paasdag'],
    ['2012-04-30', 'koningsdag'],
    ['2006-04-29', 'koningsdag'],
    ['2006-04-30', ''],
    ['2014-04-26', 'koningsdag'],
    ['2014-04-27', ''],
    ['2023-04-27', 'koningsdag'],
    ['2012-05-05', 'bevrijdingsdag'],
    ['2012-05-17', 'hemelvaartsdag'],
    ['2012-05-28', 'tweede-pinksterdag'],
    ['2012-12-26', 'tweede-kerstdag'],
    ['2012-02-03', ''],
  ])('%s: %s', (date, expected) => {
    expect(name(date)).toBe(expected);
  });

  it('are at most ten a year, and none that a calendar does not keep', () => {
    const keep = (mask: number): CivilCalendar => ({
      publicMask: mask,
      schoolWeeks: new Uint8Array(54),
      schoolYears: [],
    });
    for (let year = 1996; year < 2100; year++) {
      let found = 0;
      for (let d = daysFromCivil(year, 1, 1); d < daysFromCivil(year + 1, 1, 1); d++) {
        if (isPublicHoliday(keep(0x3ff), d)) found++;
        expect(isPublicHoliday(keep(0), d)).toBe(false);
      }
      // Ascension and Liberation Day, or King's Day and Easter, may fall together.
      expect(found).toBeGreaterThanOrEqual(9);
      expect(found).toBeLessThanOrEqual(10);
    }
  });
});

describe('school holidays', () => {
  it.each([
    ['2012-01-01', 52],
    ['2012-01-02', 1],
    ['2012-12-31', 1],
    ['2015-12-31', 53],
    ['2016-01-03', 53],
    ['2012-02-20', 8],
  ])('ISO week of %s is %i', (date, week) => {
    expect(isoWeek(day(date))).toBe(week);
  });

  it('are those of the year by date, and by week in years without dates', () => {
    const schoolWeeks = new Uint8Array(54);
    schoolWeeks[8] = 1;
    const calendar: CivilCalendar = {
      publicMask: 0,
      schoolWeeks,
      schoolYears: [{ year: 2012, ranges: [[day('2012-02-25'), day('2012-03-04')]] }],
    };
    expect(isSchoolHoliday(calendar, day('2012-02-22'))).toBe(false);
    expect(isSchoolHoliday(calendar, day('2012-02-25'))).toBe(true);
    expect(isSchoolHoliday(calendar, day('2012-03-04'))).toBe(true);
    expect(isSchoolHoliday(calendar, day('2012-03-05'))).toBe(false);
    expect(isSchoolHoliday(calendar, day('2013-02-20'))).toBe(true);
  });
});

/** What is not a home, and when it is open: weeks, holidays, school weeks. */
import { z } from 'zod';
import { PUBLIC_HOLIDAYS } from '../../core/base/holidays.js';
import { name, positive, powerFactor, ratio, source, temperatureC } from './values.js';

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time of day such as 08:30');

const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'must be a date such as 2012-02-18');

export const calendar = z.strictObject({
  publicHolidays: z
    .array(z.enum(PUBLIC_HOLIDAYS))
    .default([...PUBLIC_HOLIDAYS])
    .meta({ description: 'of article 3 of the Algemene termijnenwet, those that are kept' }),
  schoolWeeks: z
    .array(z.number().int('must be a whole number').min(1, 'must lie in 1-53').max(53, 'must lie in 1-53'))
    .default([])
    .meta({ description: 'ISO weeks of school holidays, in years without dates of their own' }),
  schoolYears: z
    .record(
      z.string().regex(/^\d{4}$/, 'must be a year'),
      z.array(
        z
          .strictObject({ from: isoDate, until: isoDate })
          .refine((range) => range.from <= range.until, 'from must not be after until'),
      ),
    )
    .default({})
    .meta({ description: 'school holidays of a year by date, first and last day' }),
  source,
});

export const business = z.strictObject({
  closedRatio: ratio.meta({ description: 'power while closed as part of the power while open' }),
  week: z
    .array(
      z
        .strictObject({ from: clock, until: clock })
        .refine((day) => day.from < day.until, 'from must be before until')
        .nullable(),
    )
    .length(7, 'must hold seven days, Monday first; null is closed'),
  rampMinutes: positive,
  noiseRatio: ratio,
  powerFactor,
  holidays: z
    .strictObject({
      calendar: name,
      public: z
        .enum(['sunday', 'closed', 'open'])
        .meta({ description: 'hours on a public holiday: those of Sunday, none, or those of the weekday' }),
      schoolClosed: z.boolean().default(false).meta({ description: 'closed in school holidays' }),
    })
    .optional(),
  cooling: z
    .strictObject({
      aboveC: temperatureC.meta({ description: 'outdoor temperature above which it begins' }),
      mostK: positive.meta({ description: 'kelvin above that at which it is at its capacity' }),
      closedRatio: ratio.meta({ description: 'while closed, as part of what it is while open' }),
      shareRatio: ratio
        .positive('must be greater than 0')
        .max(0.9, 'must be at most 0.9')
        .meta({ description: 'of the annual energy, in a mean year' }),
      followsSetpoint: z.boolean().default(false).meta({ description: 'gives way to an upper limit' }),
    })
    .optional()
    .meta({ description: 'air conditioning and refrigeration that follow the weather' }),
  source,
});

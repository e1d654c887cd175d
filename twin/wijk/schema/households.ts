/** What people do at home: a published profile, or appliances and habits from the bottom up. */
import { z } from 'zod';
import { notNegative, positive, powerFactor, ratio, shape, source } from './values.js';

const appliance = z.strictObject({
  name: z.string().min(1, 'must not be empty'),
  powerW: positive,
  minutes: positive.max(600, 'must be at most 600'),
  minutesSpreadRatio: ratio,
  perDay: notNegative.max(15, 'must be at most 15'),
  starts: z
    .array(
      z
        .strictObject({
          hour: z.number().min(0, 'must lie in 0-24').max(24, 'must lie in 0-24'),
          spreadH: positive,
          weight: positive,
        })
        .refine((start) => start.hour - 3 * start.spreadH >= 0, 'hour - 3 · spreadH must not lie before midnight'),
    )
    .min(1, 'must hold at least one'),
});

const profileHousehold = z.strictObject({
  model: z.literal('profile').optional().meta({ description: 'a profile with events; the model if none is named' }),
  workdayShape: shape.meta({ description: 'relative power at each full hour of a working day' }),
  weekendShape: shape,
  seasonRatio: ratio.meta({ description: 'winter above, summer below the mean of the year' }),
  noiseRatio: ratio,
  dayNoiseRatio: ratio,
  refrigerator: z.strictObject({ powerW: notNegative, onMinutes: positive, offMinutes: notNegative }),
  appliances: z.array(appliance).max(60, 'must be at most 60'),
  powerFactor,
  source,
});

const signedPowerFactor = z
  .number()
  .min(-1, 'must lie between -1 and 1')
  .max(1, 'must lie between -1 and 1')
  .refine((value) => Math.abs(value) >= 0.1, 'must not lie between -0.1 and 0.1')
  .meta({ description: 'positive inductive, negative capacitive' });
const clockHour = z
  .strictObject({
    hour: z.number().min(0, 'must lie in 0-30').max(30, 'must lie in 0-30'),
    spreadH: positive.max(6, 'must be at most 6'),
  })
  .meta({ description: 'normal distribution of a clock hour; above 24 is past midnight' });

const homeAppliance = z.strictObject({
  name: z.string().min(1, 'must not be empty'),
  powerW: positive.max(25_000, 'must be at most 25000'),
  minutes: positive.max(600, 'must be at most 600'),
  minutesSpreadRatio: ratio.default(0),
  perDay: notNegative.max(20, 'must be at most 20').meta({ description: 'uses on a working day, where there is one' }),
  seasonRatio: ratio.default(0).meta({ description: 'winter above, summer below the mean of the year' }),
  weekendRatio: positive.max(5, 'must be at most 5').default(1),
  ownedRatio: ratio.default(1).meta({ description: 'share of homes that have one' }),
  powerFactor: signedPowerFactor.default(1),
  phases: z.union([z.literal(1), z.literal(2)], 'must be 1 or 2').default(1),
  needsPerson: z.boolean().default(true).meta({ description: 'waits until somebody is at home' }),
  starts: z
    .array(
      z.strictObject({
        hour: z.number().min(0, 'must lie in 0-30').max(30, 'must lie in 0-30'),
        spreadH: positive.max(6, 'must be at most 6'),
        weight: positive,
      }),
    )
    .min(1, 'must hold at least one'),
});

const bottomUpHousehold = z.strictObject({
  model: z.literal('bottom-up').meta({ description: 'people, lamps by daylight, and appliances as events' }),
  occupancy: z.strictObject({
    wake: clockHour,
    bed: clockHour,
    weekendLaterH: notNegative.max(4, 'must be at most 4'),
    awayHomesRatio: ratio.meta({ description: 'share of homes that are empty on working days' }),
    awayDaysRatio: ratio.meta({ description: 'share of other days on which a home is empty for some hours' }),
    leave: clockHour,
    back: clockHour,
  }),
  standby: z.strictObject({
    powerW: notNegative,
    powerFactor: signedPowerFactor,
    seasonRatio: ratio.default(0).meta({ description: 'of circulation pumps and ventilation: winter above the mean' }),
  }),
  active: z
    .strictObject({ powerW: notNegative, powerFactor: signedPowerFactor })
    .meta({ description: 'while somebody is awake at home' }),
  lighting: z.strictObject({
    powerW: notNegative.meta({ description: 'of all lamps' }),
    powerFactor: signedPowerFactor,
    wantedBelowWPerM2: z
      .tuple([notNegative, positive])
      .refine(([low, high]) => low < high, 'the first must be below the second')
      .meta({ description: 'global irradiance below which the first and the last lamp are wanted' }),
  }),
  refrigerator: z.strictObject({
    powerW: positive,
    powerFactor: signedPowerFactor,
    onMinutes: positive,
    dutyRatio: ratio.positive('must be greater than 0').max(0.9, 'must be at most 0.9'),
  }),
  appliances: z.array(homeAppliance).max(60, 'must be at most 60'),
  commonDayRatio: ratio.meta({ description: 'largest deviation of the level of a day that all homes share' }),
  source,
});

export const household = z.discriminatedUnion('model', [profileHousehold, bottomUpHousehold], {
  error: "model must be 'bottom-up' or 'profile'",
});

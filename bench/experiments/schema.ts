/**
 * The experiment file as it is written: every field with its range, default and rule.
 *
 * Rules that look at more than one field (an event within the run, a whole number of ticks) are in `load.ts`.
 */
import { z } from 'zod';
import { parseInstant } from './civil-time.js';
import { DURATION_RULE, parseDuration } from './duration.js';

const text = (what: string) =>
  z.string({ error: `${what} is wanted here, as text` }).min(1, `${what} is wanted here, not an empty text`);
const number = (what: string) => z.number({ error: `${what} is wanted here, as a number` });

/** Seconds. */
export const duration = z.string({ error: DURATION_RULE }).transform((written, context) => {
  const seconds = parseDuration(written);
  if (seconds === undefined || seconds <= 0) {
    context.addIssue({ code: 'custom', message: seconds === undefined ? DURATION_RULE : 'a duration is above zero' });
    return z.NEVER;
  }
  return seconds;
});

/** UTC microseconds. */
export const instant = z
  .string({ error: 'an instant such as 2012-02-03T16:00:00 is wanted here' })
  .transform((written, context) => {
    const result = parseInstant(written);
    if ('rule' in result) {
      context.addIssue({ code: 'custom', message: result.rule });
      return z.NEVER;
    }
    return result.us;
  });

const ratio = (what: string) => number(what).min(0, `${what} is at least 0`).max(1, `${what} is at most 1`);
const count = (what: string) => z.int({ error: `${what} is a whole number` }).min(0, `${what} is at least 0`);
const source = text('where the rule comes from').optional();

export const eventSchema = z.strictObject({
  at: text('a time such as 18:30, +2h30m or 2012-02-03T18:30:00'),
  until: text('a time such as 19:30, +3h30m or 2012-02-03T19:30:00').optional(),
  duration: duration.optional(),
  groupLimitKw: number('a limit in kW').min(0, 'a group limit is at least 0 kW').optional(),
  slot: text('a slot such as home-012/battery').optional(),
  setpointW: number('a power in W, + is consumption,').optional(),
  loadStepW: number('a power in W, + is consumption,').optional(),
});

const criteriaSchema = z.strictObject({
  groupLimit: z
    .strictObject({
      toleranceKw: number('a tolerance in kW').min(0, 'a tolerance is at least 0 kW').default(0),
      source,
    })
    .optional(),
  voltage: z
    .strictObject({
      nominalV: number('a voltage in V, line to neutral,').positive('a voltage is above 0 V').default(230),
      bandRatio: ratio('the half width of the band').default(0.1),
      bandShareRatio: ratio('the share of 10-minute means inside the band').default(0.95),
      lowestRatio: ratio('the depth below nominal that no mean may pass').default(0.15),
      highestRatio: ratio('the height above nominal that no mean may pass').default(0.1),
      source,
    })
    .optional(),
  transformerLoading: z
    .strictObject({ maximum: number('a ratio').positive('a loading limit is above 0').default(1), source })
    .optional(),
  cableLoading: z
    .strictObject({ maximum: number('a ratio').positive('a loading limit is above 0').default(1), source })
    .optional(),
  comfort: z
    .strictObject({
      maximumDeficitKh: number('the K·h that a slot may be below its comfort band').min(
        0,
        'a deficit is at least 0 K·h',
      ),
      source,
    })
    .optional(),
  charging: z
    .strictObject({
      maximumNotChargedKwh: number('the kWh that cars may leave without').min(0, 'an energy is at least 0 kWh'),
      source,
    })
    .optional(),
  hotWater: z
    .strictObject({
      maximumColdKwh: number('the kWh of hot water that may be drawn too cold').min(0, 'an energy is at least 0 kWh'),
      source,
    })
    .optional(),
  // Always judged: trouble on the bench must never look like a result of what is tested.
  benchHealth: z
    .strictObject({
      maximumSubstitutedRatio: ratio('the share of values from fallbacks').default(0.05),
      maximumReadingsLostRatio: ratio('the share of readings lost').default(0.02),
      maximumDecisionsMissed: count('the number of decisions missed').default(0),
      maximumLatenessRatio: number('the lateness of ticks in ticks').min(0, 'a lateness is at least 0').default(0.25),
      maximumSetpointsIgnored: count('the number of setpoints ignored').default(0),
      source,
    })
    .prefault({}),
});

const SPEED_RULE = 'speed is max or a number above 0: 1 is wall clock';

export const experimentSchema = z.strictObject({
  experiment: text('a name').regex(
    /^[a-z0-9][a-z0-9-]{0,63}$/,
    'a name has lower-case letters, digits and hyphens, at most 64',
  ),
  title: text('a title'),
  wijk: text('the name of a shipped wijk, or the path of a wijk file,'),
  start: instant,
  duration,
  tick: duration.default(1),
  // 0 is as fast as possible.
  speed: z
    .union([z.literal('max'), z.number().positive()], { error: SPEED_RULE })
    .transform((speed) => (speed === 'max' ? 0 : speed))
    .default(1),
  seed: z
    .int({ error: 'a seed is a whole number' })
    .min(0, 'a seed is at least 0')
    .max(0xffffffff, 'a seed is at most 4294967295')
    .default(1),
  strategy: z.strictObject({
    name: text('the name of a strategy'),
    options: z.record(z.string(), number('the value of a strategy option')).default({}),
  }),
  contract: z
    .strictObject({
      groupLimitKw: number('the limit of the group in kW').positive('a contract has a limit above 0 kW'),
      source: text('where the limit comes from'),
    })
    .optional(),
  weather: z
    .strictObject({
      stressWeek: text('the name of a stress week').optional(),
      knmiDailyFile: text('the path of a KNMI file, of days or of hours').optional(),
    })
    .refine((w) => (w.stressWeek === undefined) !== (w.knmiDailyFile === undefined), {
      error: 'weather has either stressWeek or knmiDailyFile',
    })
    .optional(),
  // What is left out suits the length of the run.
  record: z
    .strictObject({
      wijkSamples: duration.optional(),
      slotSamples: z.union([z.literal('none'), duration], { error: 'a duration such as 15m, or none' }).optional(),
      means: z.enum(['all', 'extremes'], { error: 'all (of every node and branch) or extremes' }).default('all'),
    })
    .prefault({}),
  bench: text('none, mocks, or the path of a bench file,').default('none'),
  waitForDevices: duration.default(60),
  events: z.array(eventSchema, { error: 'events is a list' }).default([]),
  budget: z
    .strictObject({
      inflexiblePeakKw: number('a power in kW').positive('a peak is above 0 kW'),
      passivePeakKw: number('a power in kW').positive('a peak is above 0 kW'),
      source: text('where the budget comes from').optional(),
    })
    .optional(),
  criteria: criteriaSchema,
});

export type ExperimentFile = z.output<typeof experimentSchema>;
export type EventEntry = z.output<typeof eventSchema>;
export type Criteria = ExperimentFile['criteria'];

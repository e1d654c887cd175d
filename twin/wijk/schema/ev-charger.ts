/** Charge points and the sessions of the cars at them. */
import { z } from 'zod';
import { notNegative, positive, powerFactor, ratio, safeSetpointKw, source } from './values.js';

const sessionHour = z.strictObject({
  hour: z.number().min(0, 'must lie in 0-60').max(60, 'must lie in 0-60'),
  spreadH: notNegative.max(8, 'must be at most 8'),
});

export const evCharger = z
  .strictObject({
    powerKw: positive.meta({ description: 'largest power of the whole point' }),
    minimumA: positive.default(6),
    maximumA: positive.max(80, 'must be at most 80'),
    stepA: positive.default(1),
    powerFactor,
    standbyW: notNegative.default(0),
    dayFromHour: z
      .number()
      .min(0, 'must lie in 0-23')
      .max(23, 'must lie in 0-23')
      .meta({ description: 'when the day of a socket begins: noon for cars that stay the night' }),
    cars: z
      .array(
        z.strictObject({
          shareRatio: ratio,
          phases: z.union([z.literal(1), z.literal(3)], 'must be 1 or 3'),
          maximumA: positive,
        }),
      )
      .min(1, 'must hold at least one')
      .refine(
        (cars) => Math.abs(cars.reduce((sum, car) => sum + car.shareRatio, 0) - 1) < 1e-6,
        'shareRatio must sum to 1',
      ),
    sessions: z
      .array(
        z
          .strictObject({
            perDay: ratio.meta({ description: 'chance per socket and day' }),
            arrival: sessionHour,
            departure: sessionHour.meta({
              description: 'counted from the midnight of the day: 31.5 is 07:30 on the next',
            }),
            energyKwh: positive,
            energySpreadKwh: notNegative,
          })
          .refine((s) => s.arrival.hour < s.departure.hour, 'arrival/hour must be before departure/hour'),
      )
      .min(1, 'must hold at least one')
      .refine(
        (list) => list.reduce((sum, session) => sum + session.perDay, 0) <= 1 + 1e-9,
        'perDay must sum to at most 1',
      ),
    netbewust: z
      .strictObject({
        baseKw: notNegative,
        mostKw: positive,
        fractions: z.array(ratio).length(24, 'must hold 24 values, one per full hour of the local day'),
        source,
      })
      .refine((n) => n.baseKw <= n.mostKw, 'baseKw must be at most mostKw')
      .optional()
      .meta({ description: 'capacity per car present: base + fraction of the hour · (most - base)' }),
    safeSetpointKw,
    source,
  })
  .refine((e) => e.minimumA <= e.maximumA, 'minimumA must be at most maximumA')
  .refine((e) => e.cars.every((car) => car.maximumA >= e.minimumA), {
    message: 'maximumA of every car must be at least minimumA: below it a car never charges',
    path: ['cars'],
  })
  .refine((e) => e.sessions.every((s) => s.arrival.hour >= e.dayFromHour && s.departure.hour <= e.dayFromHour + 24), {
    message: 'arrival and departure must lie within a day that begins at dayFromHour',
    path: ['sessions'],
  });

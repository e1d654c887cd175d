/** Numbers and words that every part of a wijk file knows, each with the rule that it breaks when it is wrong. */
import { z } from 'zod';

export const name = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case letters, digits and single hyphens, such as home-007');
/** Nothing in a wijk is larger, in any unit of this file: what is has one zero too many, or another unit. */
const LARGEST = 1e9;
export const positive = z.number().positive('must be greater than 0').max(LARGEST, 'must be at most 1e9');
export const notNegative = z.number().nonnegative('must not be negative').max(LARGEST, 'must be at most 1e9');
export const ratio = z.number().min(0, 'must lie between 0 and 1').max(1, 'must lie between 0 and 1');
export const efficiency = ratio.positive('must be greater than 0');
export const temperatureC = z
  .number()
  .min(-60, 'must lie between -60 and 120 °C')
  .max(120, 'must lie between -60 and 120 °C');
export const source = z.string().min(3, 'must name where the figures come from');
export const shape = z
  .array(notNegative)
  .length(24, 'must hold 24 values, one per hour of the local day')
  .refine((values) => values.some((value) => value > 0), 'must not be all zero');
export const powerFactor = z
  .number()
  .gt(0, 'must lie above 0')
  .max(1, 'must be at most 1')
  .meta({ description: 'inductive' });
export const safeSetpointKw = z
  .number()
  .optional()
  .meta({ description: 'where the slot goes on an emergency stop or the loss of its strategy; absent: it runs free' });

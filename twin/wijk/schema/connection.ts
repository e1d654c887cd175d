/** A connection to the grid, and the assets behind it. */
import { z } from 'zod';
import { name, notNegative, positive, ratio } from './values.js';

const PHASES = ['a', 'b', 'c', 'abc'] as const;
/** Where an asset sits within its connection. */
const place = {
  name: name.optional().meta({ description: "last part of the slot's id; its kind if absent" }),
  phases: z.enum(PHASES).optional().meta({ description: "the connection's if absent" }),
  phaseShares: z
    .array(notNegative)
    .length(3, 'must hold three values')
    .refine((shares) => Math.abs(shares[0]! + shares[1]! + shares[2]! - 1) < 1e-6, 'must sum to 1')
    .optional()
    .meta({ description: 'of the power on phases a, b, c; equal if absent' }),
};

const asset = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('household'), type: name, annualKwh: positive, ...place }),
  z.strictObject({ kind: z.literal('business'), type: name, annualKwh: positive, ...place }),
  z.strictObject({
    kind: z.literal('pv'),
    type: name,
    peakKw: positive,
    inverterKw: positive,
    tiltDeg: z.number().min(0, 'must lie in 0-90').max(90, 'must lie in 0-90'),
    azimuthDeg: z
      .number()
      .min(0, 'must lie in 0-360')
      .max(360, 'must lie in 0-360')
      .meta({ description: 'from north, clockwise; 180 is south' }),
    ...place,
  }),
  z.strictObject({
    kind: z.literal('battery'),
    type: name,
    initialRatio: ratio.optional().meta({ description: "the type's if absent" }),
    ...place,
  }),
  z.strictObject({ kind: z.literal('heat-pump'), type: name, building: name, ...place }),
  z.strictObject({
    kind: z.literal('heat-plant'),
    type: name,
    homes: z.number().int('must be a whole number').positive('must be greater than 0'),
    ...place,
  }),
  z.strictObject({
    kind: z.literal('ev-charger'),
    type: name,
    sockets: z.number().int('must be a whole number').min(1, 'must lie in 1-60').max(60, 'must lie in 1-60').default(1),
    ...place,
  }),
]);

export const connection = z.strictObject({
  id: name,
  ean: z.string({ error: 'must be 18 digits in quotation marks' }),
  load: z.number().int('must be the id of a load in the grid'),
  use: name.meta({ description: 'what it is, such as home, school, shop' }),
  phases: z.enum(PHASES),
  fuseA: positive,
  inGroup: z.boolean().default(true),
  floorM2: positive.optional().meta({ description: 'usable floor' }),
  assets: z.array(asset).min(1, 'must hold at least one'),
});

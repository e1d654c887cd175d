/**
 * The SunSpec family of profiles. Where a model lies is never in a profile: the driver walks the device's own chain. A
 * profile says which models must be there, in which the power is looked for, and by which one the device is commanded.
 */
import { z } from 'zod';
import { whole } from './behaviour.js';

/** Models that measure AC power, with and without floating point; meters are 201-204 and 211-214. */
export const MEASURING_MODELS = [101, 102, 103, 111, 112, 113, 201, 202, 203, 204, 211, 212, 213, 214, 701] as const;
/** Models that tell a battery's state of charge. */
export const STORAGE_MODELS = [124, 713, 802] as const;

const model = whole(1, 65_534);
const measuring = z.union(MEASURING_MODELS.map((id) => z.literal(id)));
const storing = z.union(STORAGE_MODELS.map((id) => z.literal(id)));

export const sunspecFields = {
  sunspec: z.strictObject({
    /** Models that must be in the chain. */
    models: z.array(model).min(1),
    /** The first of these that the device has is the one that is read. */
    measurement: z.array(measuring).min(1),
    /** The same for the state of charge; empty: no battery. */
    storage: z.array(storing).default([]),
    /** −1 where the device counts generation positive (inverters), 1 where it counts import positive (meters). */
    powerSign: z.union([z.literal(1), z.literal(-1)]),
    /** What must be in model 1, to tell one product from another; absent: any maker. */
    manufacturer: z.string().min(1).optional(),
    /** Points of the measuring model that this product must have; one that is not implemented makes a reading invalid. */
    mandatory: z.array(z.string().min(1)).default(['W']),
  }),
};

export const sunspecCommandFields = {
  /**
   * `storage`: model 124, both rates with StorCtl_Mod and InOutWRte_RvrtTms. `limit`: model 123, WMaxLimPct with its timer.
   * `der-setpoint`: model 704, WSet in W with its reversion value and timer. `der-limit`: model 704, WMaxLimPct with its own.
   * Where the profile declares a heartbeat, ControllerHb of model 715 is beaten.
   */
  command: z.enum(['storage', 'limit', 'der-setpoint', 'der-limit']),
};
export type SunspecCommand = z.output<(typeof sunspecCommandFields)['command']>;

/** Models without which a command of this kind cannot be given. */
export const MODELS_OF_COMMAND: Readonly<Record<SunspecCommand, readonly number[]>> = {
  storage: [124],
  limit: [123],
  'der-setpoint': [702, 704],
  'der-limit': [702, 704],
};

/** The bench file line by line: what each entry may say by itself. What they say together is in `check.ts`. */
import { z } from 'zod';
import { calibration } from '../devices/profile/behaviour.js';
import { emulationSchema } from '../emulation/config.js';
import { DURATION_RULE, parseDuration } from '../experiments/duration.js';
import { interlockSchema } from '../interlock-config.js';

/** The twin takes no freshness limit or revert time above these. */
const FRESHNESS_MAX_S = 3600;

const name = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/, 'a name is letters, digits, ".", "_" and "-", at most 64 characters');

const seconds = (minimumS: number, maximumS: number) =>
  z.union([z.string(), z.number()]).transform((text, context) => {
    const value = typeof text === 'number' ? Number.NaN : parseDuration(text);
    if (value === undefined || Number.isNaN(value)) context.addIssue({ code: 'custom', message: DURATION_RULE });
    else if (value < minimumS || value > maximumS) {
      context.addIssue({ code: 'custom', message: `must lie between ${minimumS} s and ${maximumS} s` });
    } else return value;
    return z.NEVER;
  });

export const linkSchema = z.strictObject({
  id: name,
  address: z.string(),
  protocol: z.enum(['modbus-rtu', 'modbus-tcp', 'p1', 'scpi']),
  minimumGapMs: z.int().min(0).max(10_000).optional(),
  timeoutMs: z.int().min(10).max(60_000).optional(),
});

const power = z.number().min(-1e7).max(1e7);
const ratio = z.number().min(0, 'a ratio is 0 to 1').max(1, 'a ratio is 0 to 1');
const celsius = z.number().min(-100).max(500);

export const deviceSchema = z.strictObject({
  id: name,
  profile: z.string(),
  link: z.string(),
  unit: z.int().min(1, 'a Modbus unit is 1 to 247').max(247, 'a Modbus unit is 1 to 247').optional(),
  slot: z.string().min(1),
  lease: z.enum(['actuator', 'meter']),
  phases: z
    .string()
    .regex(/^(a?b?c?)$/, 'phases are written as a, ab, abc and so on')
    .default(''),
  scale: z.number().positive().max(10_000).default(1),
  pollPeriod: seconds(0.1, 300).default(1),
  freshness: seconds(0.2, FRESHNESS_MAX_S).optional(),
  safeSetpointW: power.optional(),
  // Its limits are the profile's; 0 is refused there with a reason.
  revertTime: seconds(0, 86_400).optional(),
  deadMan: seconds(1, 3600).optional(),
  envelope: z
    .strictObject({
      minimumW: power,
      maximumW: power,
      rampWPerS: z.number().positive(),
      stateOfCharge: z.strictObject({ minimumRatio: ratio, maximumRatio: ratio }).optional(),
      temperatureC: z.strictObject({ minimum: celsius, maximum: celsius }).optional(),
      writesPerHour: z.number().positive().max(36_000).optional(),
    })
    .optional(),
  observeOnly: z.boolean().default(false),
  frequency: z.strictObject({ hz: z.number().positive(), source: z.string().min(1) }).optional(),
  calibration: calibration.optional(),
});

export const emulation = emulationSchema(name, seconds);
export const interlock = interlockSchema(name, seconds);

export const benchSchema = z.strictObject({
  bench: name,
  /** Folder with profiles of the user's own, from the folder of the bench file. */
  profiles: z.string().min(1).optional(),
  links: z.array(linkSchema).max(64).default([]),
  devices: z.array(deviceSchema).max(256).default([]),
  emulations: z.array(emulation).max(256).default([]),
  interlocks: z.array(interlock).max(16).default([]),
});
export type RawDevice = z.output<typeof deviceSchema>;

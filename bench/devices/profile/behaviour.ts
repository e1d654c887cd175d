/** How a device behaves and how well it measures: the part of a profile that is the same for every protocol. */
import { z } from 'zod';

export const whole = (minimum: number, maximum: number) => z.int().min(minimum).max(maximum);

const timing = z.strictObject({
  /** How long the device usually thinks before it answers, as its maker says; nothing waits for it. */
  latencyMs: whole(0, 60_000).optional(),
  /** One request. */
  replyTimeoutMs: whole(10, 60_000),
  /** Silence the device wants between its reply and the next request. */
  minimumGapMs: whole(0, 5000),
  /** The requests of one reading belong together: a command waits for its end. Otherwise it goes between two of them. */
  readTogether: z.boolean().optional(),
  /** One reading, or one setpoint with its read-back. Also what the emergency stop waits for this device. */
  budgetMs: whole(100, 60_000),
  identifyBudgetMs: whole(100, 120_000),
  /** So many readings lost in a row: the device is lost. */
  lostAfterReadings: whole(1, 100),
});

const revert = z
  .strictObject({
    /** `timer`: armed by each command. `heartbeat`: the device counts since the last beat of its controller. */
    kind: z.enum(['timer', 'heartbeat']),
    /** Times the product takes; 0 would mean never, and is not in any profile. */
    minimumS: whole(1, 86_400),
    maximumS: whole(1, 86_400),
    /** What a bench file gets that does not say. */
    defaultS: whole(1, 86_400).optional(),
    /** So much before and after the time that was armed a revert still is as declared. */
    toleranceS: z.number().positive().max(600),
    /** What the device does then: `free` as without a controller, `safe` the safe setpoint that it was given. */
    to: z.enum(['free', 'safe']),
  })
  .refine(({ minimumS, maximumS }) => minimumS <= maximumS, {
    path: ['minimumS'],
    error: 'must not be above maximumS',
  });

const control = z.strictObject({
  /**
   * `target`: the power is to be the setpoint. `ceiling`: it may be anything up to the setpoint. `floor`: anything from
   * the setpoint up (+ = consumption, so that −2000 W lets panels feed in 2000 W at most).
   */
  meaning: z.enum(['target', 'ceiling', 'floor']),
  /** A change of the setpoint smaller than this waits for the next refresh. */
  stepW: z.number().min(0),
  /** What a bench file gets that does not say, W, + = consumption. */
  safeSetpointW: z.number().min(-1e7).max(1e7).optional(),
  revert,
  /** The controller's counter must move at least so often. */
  heartbeat: z
    .strictObject({
      periodS: z.number().positive().max(3600),
      /** After so long without a beat the device does what `revert.to` says, also while its timer still runs. */
      timeoutS: z.number().positive().max(86_400).optional(),
    })
    .optional(),
  /** Where setpoints are kept. `flash` wears: such a device is commanded only when a setpoint changes. */
  memory: z.enum(['volatile', 'flash']),
  writes: z.strictObject({
    /** Two commands are at least so far apart, unless the second is the safe setpoint. */
    minimumIntervalMs: whole(0, 600_000),
    /** Writes that a flash-backed register stands, as the maker says. */
    enduranceWrites: whole(1, 100_000_000).optional(),
  }),
});

const effect = z.strictObject({
  /** Nothing need show before this. */
  delayS: z.number().min(0).optional(),
  /** The measured power must be inside the band around the setpoint within this time. */
  withinS: z.number().positive(),
  bandW: z.number().min(0),
  /** Of the setpoint, added to `bandW`. */
  bandRatio: z.number().min(0).max(1),
  /** Of the step, beyond the setpoint; not declared: not judged. */
  overshootRatio: z.number().min(0).max(10).optional(),
  /** So many ignored setpoints in a row: the device is refused. */
  refuseAfter: whole(1, 100),
});

export const meterBehaviour = z.strictObject({ timing });
export const actuatorBehaviour = z.strictObject({ timing, control, effect });

/** Of the reading (a ratio) plus a constant; both edges of an interval that holds the true value. */
const uncertainty = z.strictObject({
  ofReadingRatio: z.number().min(0).max(1),
  constant: z.number().min(0),
});
export type Uncertainty = z.output<typeof uncertainty>;

const date = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'a date is written as 2026-03-01');

/** Of one device, not of its kind; a bench file may give it for the device on the bench. */
export const calibration = z.strictObject({
  date,
  validUntil: date.optional(),
  certificate: z.string().min(1),
  laboratory: z.string().min(1).optional(),
});
export type Calibration = z.output<typeof calibration>;

export const measurement = z.strictObject({
  /**
   * `own-register`: the device tells of itself what it does. `meter`: an instrument that is there to measure, and may
   * witness what another device does.
   */
  instrument: z.enum(['own-register', 'meter']),
  /** As printed on the instrument, such as "B (EN 50470-3)". Absent: the maker declares none. */
  accuracyClass: z.string().min(1).optional(),
  /** What the bench counts with, in the unit of the quantity (W, V, A, Hz; SoC and energy as ratios of the reading). */
  uncertainty: z.strictObject({
    activePowerW: uncertainty,
    reactivePowerVar: uncertainty.optional(),
    voltageV: uncertainty.optional(),
    currentA: uncertainty.optional(),
    frequencyHz: uncertainty.optional(),
    stateOfChargeRatio: uncertainty.optional(),
    temperatureC: uncertainty.optional(),
    energyWh: uncertainty.optional(),
  }),
  /** How often the device itself measures anew: a value may be so old when it is read. */
  refreshS: z.number().positive().max(3600).optional(),
  /** All its values may be the same to the last digit for so long (default 20 s, and ten times `refreshS` at least). */
  standsStillS: z.number().positive().max(86_400).optional(),
  calibration: calibration.optional(),
  /** Where these figures come from. */
  source: z.string().min(1),
});
export type Measurement = z.output<typeof measurement>;

/** Half the width of the interval around a measured value, in its unit. */
export const uncertaintyAt = ({ ofReadingRatio, constant }: Uncertainty, value: number): number =>
  ofReadingRatio * Math.abs(value) + constant;

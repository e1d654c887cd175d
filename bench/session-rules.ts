/** What a device's configuration means to its session, in the units of the machines: milliseconds, watts, windows. */
import type { ActuatorConfig, DeviceConfig } from './config.js';
import type { ReadingRule } from './devices/discrepancies.js';
import type { EffectRule } from './devices/effect.js';
import type { PowerWindow } from './devices/power-window.js';
import { uncertaintyAt } from './devices/profile/behaviour.js';
import type { SafetyConfig } from './safety.js';

/** Two commands are at least so far apart, unless the profile wants more or the second is the safe setpoint. */
const COMMAND_PAUSE_MS = 250;
/** Ten years: a test bench must not use up the memory of a device that is not its own. */
const FLASH_LIFE_H = 10 * 8766;
/** Without a word of the profile, what does not move at all is doubted after so long, or so many refreshes of the device. */
const STANDS_STILL_S = 20;
const REFRESHES_STILL = 10;

/** What an actuator adds to a session, in the units of the machines. */
export interface ActuatorPart {
  readonly safety: SafetyConfig;
  readonly effect: EffectRule & { readonly withinMs: number };
  readonly stepW: number;
  readonly writesPerHour: number | undefined;
  /** Two commands are at least so far apart. */
  readonly pauseMs: number;
  /** The device's counter of its controller moves so often; infinite: it has none. */
  readonly beatMs: number;
  readonly refuseAfter: number;
  /** Without a new command, and without a beat, the device is back at its safe state after this, within the tolerance. */
  readonly revertMs: number;
  readonly beatTimeoutMs: number;
  readonly revertToleranceMs: number;
  /** A setpoint is written again after this time although it is the same: before half of the revert time is over. */
  readonly refreshMs: number;
}

export function actuatorPart(config: ActuatorConfig): ActuatorPart {
  const { control, effect } = config.profile.behaviour;
  return {
    safety: {
      envelope: config.envelope,
      safeSetpointW: config.safeSetpointW,
      deadManMs: config.deadManMs,
      meaning: control.meaning,
      rampStepMs: config.pollPeriodMs,
    },
    effect: { withinMs: effect.withinS * 1000, bandW: effect.bandW, bandRatio: effect.bandRatio },
    stepW: control.stepW,
    writesPerHour: config.envelope.writesPerHour ?? wearBudget(control),
    pauseMs: Math.max(COMMAND_PAUSE_MS, control.writes.minimumIntervalMs),
    beatMs: control.heartbeat === undefined ? Number.POSITIVE_INFINITY : control.heartbeat.periodS * 1000,
    refuseAfter: effect.refuseAfter,
    revertMs: config.revertTimeMs,
    beatTimeoutMs: (control.heartbeat?.timeoutS ?? Number.POSITIVE_INFINITY) * 1000,
    revertToleranceMs: control.revert.toleranceS * 1000,
    refreshMs: config.revertTimeMs / 2 - config.pollPeriodMs,
  };
}

/** What readings of a device are held against; `rating` is what it said of itself when it was identified. */
export function readingRule(
  { profile }: DeviceConfig,
  terminalsAt: ReadingRule['terminalsAt'],
  rating?: PowerWindow,
): ReadingRule {
  const { uncertainty, refreshS = 0, standsStillS } = profile.measurement;
  return {
    stillMs: 1000 * (standsStillS ?? Math.max(STANDS_STILL_S, REFRESHES_STILL * refreshS)),
    inARow: profile.behaviour.timing.lostAfterReadings,
    ...(rating === undefined ? {} : { rating }),
    ...(terminalsAt === undefined ? {} : { terminalsAt }),
    uncertaintyW: (powerW) => uncertaintyAt(uncertainty.activePowerW, powerW),
  };
}

/** What a flash-backed register stands, spread over the life of a device; undefined: nothing wears. */
function wearBudget({ memory, writes }: ActuatorConfig['profile']['behaviour']['control']): number | undefined {
  if (memory !== 'flash' || writes.enduranceWrites === undefined) return undefined;
  return writes.enduranceWrites / FLASH_LIFE_H;
}

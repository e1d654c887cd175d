/**
 * When did the device leave its setpoint by itself, and where did it go? Shared by the checks in which nobody commands it
 * any more: expiry of the revert time or of the heartbeat, a controller that was killed, a cable that was pulled.
 */
import { canCommand } from '../devices/driver.js';
import type { Bench } from './check.js';
import { bandAt, deviation } from './declared.js';
import { watts } from './evaluate-step.js';
import { type Figure, judge, mustBeNone, report } from './figure.js';
import { mean, type PowerSample } from './step-response.js';
import { BANDS_APART, control, limits, type Setpoint, targets, windowAt } from './test-powers.js';

/** The highest first: a machine that a low limit switches off may not start again for minutes. */
const SHARES = [0.85, 0.7, 0.55];

/** The setpoint farthest from where the device will go when it is let alone; the reason if none can be told from that. */
export function setpointToLeave(bench: Bench): Setpoint | { readonly reason: string } {
  const c = control(bench);
  // A device that runs free afterwards goes to what it did by itself at the start, as far as that was seen.
  const freeW = bench.memory.freePowerW;
  const endW = c.revertTo === 'safe' ? c.safeSetpointW : (freeW ?? c.safeSetpointW);
  const far = (powerW: number): boolean =>
    Math.abs(powerW - endW) >= BANDS_APART * Math.max(bandAt(c, powerW), bandAt(c, endW));
  if (c.meaning === 'target') {
    const { charge, discharge, notes } = targets(bench);
    const powerW = [charge, discharge]
      .filter((w) => w !== undefined)
      .sort((a, b) => Math.abs(b - endW) - Math.abs(a - endW))
      .find(far);
    if (powerW !== undefined) return { name: 'setpoint', window: windowAt(c, powerW), powerW };
    return { reason: `no setpoint can be told from the ${watts(endW)} that it goes to. ${notes.join(' ')}`.trim() };
  }
  const found = limits(bench, SHARES).find(({ powerW }) => far(powerW));
  return (
    found ?? {
      reason: `no limit within the ${watts(freeW ?? Number.NaN)} that it takes by itself can be told from ${watts(endW)}`,
    }
  );
}

/**
 * First instant from which the power stays outside the band around the setpoint; undefined while it is inside, and before
 * it has come there (unless it is known to have been there before the first of the samples).
 */
export function departureMs(
  bench: Bench,
  { powerW }: Setpoint,
  samples: readonly PowerSample[],
  wasThere = false,
): number | undefined {
  const bandW = bandAt(control(bench), powerW) + bench.instrument.uncertaintyW(powerW);
  const inside = (sample: PowerSample): boolean => Math.abs(sample.powerW - powerW) <= bandW;
  const arrived = wasThere ? 0 : samples.findIndex(inside);
  if (arrived < 0) return undefined;
  let from = samples.length;
  while (from > arrived && !inside(samples[from - 1]!)) from--;
  // One sample outside may be noise.
  return samples.length - from >= 2 ? samples[from]!.atMs : undefined;
}

/**
 * Where the device ended. One that reverts to the safe setpoint is held to it by its power; one that runs free afterwards
 * must show in its own registers that it is under no control any more.
 */
export async function figuresOfSafeState(bench: Bench, fromMs: number, title: string): Promise<Figure[]> {
  const { rig, instrument, declared, signal } = bench;
  const c = control(bench);
  const last = rig.powerSince(fromMs).slice(-3);
  const powerW = mean(last.map((sample) => sample.powerW));
  const atUs = bench.us(last.at(-1)?.atMs ?? rig.clock.nowMs());
  const common = { unit: 'W', uncertainty: instrument.uncertaintyW(powerW), source: instrument.title, atUs };
  if (c.revertTo === 'safe') {
    return [
      judge(
        {
          id: 'safe-state',
          title: `${title}: from the safe setpoint of ${watts(c.safeSetpointW)}`,
          value: deviation(c.meaning, powerW, c.safeSetpointW),
          ...common,
          explanation: `Measured ${watts(powerW)}.`,
        },
        {
          sense: 'within',
          limit: bandAt(c, c.safeSetpointW),
          limitSource: `profile ${declared.profile}, effect band around the safe setpoint`,
        },
      ),
    ];
  }
  const figures = [report({ id: 'free-power', title: `${title}: its own power`, value: powerW, ...common })];
  const { driver } = rig.station;
  if (!canCommand(driver)) return figures;
  const { window } = await driver.held(signal);
  figures.push(
    mustBeNone(
      {
        id: 'still-controlled',
        title: `${title}: still under control by its own registers`,
        value: window === undefined ? 0 : 1,
        source: `control registers of ${bench.own.id}`,
        atUs,
        ...(window === undefined
          ? {}
          : { explanation: `It holds ${watts(window.minimumW)} to ${watts(window.maximumW)}.` }),
      },
      `profile ${declared.profile}, control.revert.to = free`,
    ),
  );
  return figures;
}

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
import { BANDS_APART, control, edgeOf, limits, type Setpoint, targets, windowAt } from './test-powers.js';

/** How it is seen that a device has let go: its power leaves the setpoint, or its registers say so. */
export interface Leaving extends Setpoint {
  readonly seenBy: 'power' | 'registers';
}

/** The highest first: a machine that a low limit switches off may not start again for minutes. */
const SHARES = [0.85, 0.7, 0.55];

/**
 * The setpoint farthest from where the device will go when it is let alone. If none can be told from that by its power (a
 * heat pump in the frost wants by itself what it may), a device that runs free afterwards is asked whether it still is under
 * control. The reason if neither can be seen.
 */
export function setpointToLeave(bench: Bench): Leaving | { readonly reason: string } {
  const c = control(bench);
  // A device that runs free afterwards goes to what it did by itself at the start, as far as that was seen.
  const freeW = bench.memory.freePowerW;
  const ownW = bench.memory.ownPowerW ?? freeW ?? c.safeSetpointW;
  const endW = c.revertTo === 'safe' ? c.safeSetpointW : ownW;
  const far = (powerW: number): boolean =>
    Math.abs(powerW - endW) >= BANDS_APART * Math.max(bandAt(c, powerW), bandAt(c, endW));
  if (c.meaning === 'target') {
    const { charge, discharge, notes } = targets(bench);
    const powerW = [charge, discharge]
      .filter((w) => w !== undefined)
      .sort((a, b) => Math.abs(b - endW) - Math.abs(a - endW))
      .find(far);
    if (powerW !== undefined) return { name: 'setpoint', window: windowAt(c, powerW), powerW, seenBy: 'power' };
    return { reason: `no setpoint can be told from the ${watts(endW)} that it goes to. ${notes.join(' ')}`.trim() };
  }
  const possible = limits(bench, SHARES);
  const found = possible.find(({ powerW }) => far(powerW));
  if (found !== undefined) return { ...found, seenBy: 'power' };
  const [first] = possible;
  if (first !== undefined && c.revertTo === 'free' && !doesNotTell(bench)) return { ...first, seenBy: 'registers' };
  return {
    reason: `no limit within the ${watts(freeW ?? Number.NaN)} that it takes by itself can be told from ${watts(endW)}`,
  };
}

/** Only its power shows whether it is under control. */
export function doesNotTell({ rig }: Bench): boolean {
  const { driver } = rig.station;
  return canCommand(driver) && driver.untold === true;
}

const UNTOLD = 'Its registers do not tell whether a command is in force; its power is judged.';

/**
 * First instant from which the device stays away from the setpoint, of what was seen since `sinceMs`; undefined while it is
 * there, and before it has come there (unless it is known to have been there).
 */
export function departureMs(bench: Bench, leaving: Leaving, sinceMs: number, wasThere = false): number | undefined {
  const { rig } = bench;
  if (leaving.seenBy === 'registers') {
    const holds = rig.holds.filter(({ atMs }) => atMs >= sinceMs);
    return lastingAway(holds, ({ window }) => window !== undefined, wasThere, 1);
  }
  const { powerW } = leaving;
  const bandW = bandAt(control(bench), powerW) + bench.instrument.uncertaintyW(powerW);
  const inside = (sample: PowerSample): boolean => Math.abs(sample.powerW - powerW) <= bandW;
  // One sample outside may be noise.
  return lastingAway(rig.powerSince(sinceMs), inside, wasThere, 2);
}

/** What saw the departure, and how finely in time, s. */
export const sawDeparture = (bench: Bench, { seenBy }: Leaving): string =>
  seenBy === 'power' ? bench.instrument.title : `control registers of ${bench.own.id}, read back`;

function lastingAway<T extends { readonly atMs: number }>(
  seen: readonly T[],
  there: (sample: T) => boolean,
  wasThere: boolean,
  atLeast: number,
): number | undefined {
  const arrived = wasThere ? 0 : seen.findIndex(there);
  if (arrived < 0) return undefined;
  let from = seen.length;
  while (from > arrived && !there(seen[from - 1]!)) from--;
  return seen.length - from >= atLeast ? seen[from]!.atMs : undefined;
}

/** Whether it still holds a setpoint, by its own registers: a power may be the same by chance. */
export async function figureOfKept(bench: Bench, { window }: Setpoint, title: string): Promise<Figure> {
  const { rig, declared, signal } = bench;
  const c = control(bench);
  const common = {
    id: 'setpoint-dropped',
    title: `${title}: setpoint dropped, by its own registers`,
    source: `control registers of ${bench.own.id}`,
  };
  if (doesNotTell(bench)) {
    const atUs = bench.us(rig.clock.nowMs());
    return report({ ...common, value: Number.NaN, unit: 'times', atUs, explanation: UNTOLD });
  }
  const held = (await rig.askHeld(signal)).window;
  const kept = held !== undefined && Math.abs(edgeOf(c, held) - edgeOf(c, window)) <= Math.max(1, c.stepW);
  return mustBeNone(
    {
      ...common,
      value: kept ? 0 : 1,
      atUs: bench.us(rig.clock.nowMs()),
      ...(kept
        ? {}
        : {
            explanation:
              held === undefined
                ? 'It is under no control any more.'
                : `It holds ${watts(held.minimumW)} to ${watts(held.maximumW)}.`,
          }),
    },
    `profile ${declared.profile}, control.revert: it holds until its time is over`,
  );
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
  if (!canCommand(driver) || driver.untold === true) return figures;
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

/**
 * When did the device leave its setpoint by itself, and where did it go? Shared by the checks in which nobody commands it
 * any more: expiry of the revert time or of the heartbeat, a controller that was killed, a cable that was pulled.
 */
import { canCommand } from '../devices/driver.js';
import type { Bench, Finding } from './check.js';
import { bandAt, type DeclaredControl, deviation } from './declared.js';
import { watts } from './evaluate-step.js';
import { type Figure, judge, mustBeNone, report } from './figure.js';
import { freePower, lastPower } from './free-power.js';
import { mean, type PowerSample } from './step-response.js';
import { BANDS_APART, control, edgeOf, limits, type Setpoint, targets, windowAt } from './test-powers.js';

/** How it is seen that a device has let go: its power leaves the setpoint, or its registers say so. */
export interface Leaving extends Setpoint {
  readonly seenBy: 'power' | 'registers';
  /** Where it goes when it lets go, W. */
  readonly endW: number;
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
    if (powerW !== undefined) return { name: 'setpoint', window: windowAt(c, powerW), powerW, seenBy: 'power', endW };
    return { reason: `no setpoint can be told from the ${watts(endW)} that it goes to. ${notes.join(' ')}`.trim() };
  }
  const possible = limits(bench, SHARES);
  const found = possible.find(({ powerW }) => far(powerW));
  if (found !== undefined) return { ...found, seenBy: 'power', endW };
  const [first] = possible;
  if (first !== undefined && c.revertTo === 'free' && !doesNotTell(bench))
    return { ...first, seenBy: 'registers', endW };
  return {
    reason: `no limit within the ${watts(freeW ?? Number.NaN)} that it takes by itself can be told from ${watts(endW)}`,
  };
}

/** So many samples are the level from which a power left. */
const LEVEL_SAMPLES = 15;

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
  const samples = rig.powerSince(sinceMs);
  // One sample outside may be noise.
  const leftMs = lastingAway(samples, (sample) => holdsTo(bench, leaving, sample.powerW), wasThere, 2);
  const c = control(bench);
  const arrives = c.meaning !== 'target' && c.revertTo === 'safe' && !goesBeyond(c, leaving);
  return leftMs === undefined || !arrives ? leftMs : beganMs(samples, leftMs, bandAt(c, leaving.powerW));
}

/** Its way to a closer limit began where it left the level of before. */
function beganMs(samples: readonly PowerSample[], arrivedMs: number, bandW: number): number {
  const at = samples.findIndex(({ atMs }) => atMs >= arrivedMs);
  const before = samples.slice(Math.max(0, at - LEVEL_SAMPLES), at).map(({ powerW }) => powerW);
  const levelW = before.sort((a, b) => a - b)[before.length >> 1] ?? Number.NaN;
  let from = at;
  while (from > 0 && at - from < LEVEL_SAMPLES && Math.abs(samples[from - 1]!.powerW - levelW) > bandW) from--;
  return samples[from]!.atMs;
}

/** It goes beyond its limit when it lets go: below the limit it may be for want of sun or demand, and tells nothing. */
const goesBeyond = (c: DeclaredControl, { powerW, endW }: Leaving): boolean => deviation(c.meaning, endW, powerW) !== 0;

/** Whether a power may be that of a device that is still held to its setpoint. */
function holdsTo(bench: Bench, leaving: Leaving, seenW: number): boolean {
  const c = control(bench);
  const { powerW } = leaving;
  const clearOf = (edgeW: number): number => bandAt(c, edgeW) + bench.instrument.uncertaintyW(edgeW);
  if (c.meaning === 'target') return Math.abs(seenW - powerW) <= clearOf(powerW);
  const beyond = Math.abs(deviation(c.meaning, seenW, powerW)) > clearOf(powerW);
  if (beyond || goesBeyond(c, leaving)) return !beyond;
  // It goes to a closer limit: what is more than that has not got there.
  if (c.revertTo === 'safe') return Math.abs(deviation(c.meaning, seenW, c.safeSetpointW)) > clearOf(c.safeSetpointW);
  return Math.abs(seenW - powerW) <= clearOf(powerW);
}

/** Whether it still holds the setpoint by its own registers; undefined where they do not tell. */
export async function stillHolds(bench: Bench, { window }: Leaving): Promise<boolean | undefined> {
  if (doesNotTell(bench)) return undefined;
  const c = control(bench);
  const held = (await bench.rig.askHeld(bench.signal)).window;
  return held !== undefined && Math.abs(edgeOf(c, held) - edgeOf(c, window)) <= Math.max(1, c.stepW);
}

/** Of the samples after its time at which a power must have stood at its limit, to have been held there. */
const AT_LIMIT_RATIO = 0.8;

function atLimitRatio(bench: Bench, { powerW: limitW }: Leaving, fromMs: number, untilMs: number): number {
  const bandW = bandAt(control(bench), limitW);
  const between = bench.rig.powerSince(fromMs).filter(({ atMs }) => atMs < untilMs);
  return between.filter(({ powerW }) => Math.abs(powerW - limitW) <= bandW).length / between.length;
}

const STEADY = 'Give it a steady sun or demand and run again.';

/**
 * What it means that nobody saw a device let go: it did not, unless a limit was not what held its power. `overMs`: when its time
 * was over; `text` is what is then said. Nothing may have been written before; it is free afterwards.
 */
export async function neverLeft(bench: Bench, leaving: Leaving, overMs: number, text: string): Promise<Finding> {
  const c = control(bench);
  const failed: Finding = { verdict: 'fail', text };
  if (c.meaning === 'target' || leaving.seenBy === 'registers') return failed;
  if ((await stillHolds(bench, leaving)) === true) return failed;
  const seenW = lastPower(bench);
  const stood = atLimitRatio(bench, leaving, overMs, bench.rig.clock.nowMs()) >= AT_LIMIT_RATIO;
  const freeW = await freePower(bench, 'without a limit: what there is to see');
  const shows = goesBeyond(c, leaving)
    ? stood && !holdsTo(bench, leaving, freeW)
    : c.revertTo === 'safe' && holdsTo(bench, leaving, seenW);
  if (shows) return failed;
  return {
    verdict: 'inconclusive',
    text: `Whether it let go of its limit of ${watts(leaving.powerW)} was not seen: it did ${watts(seenW)}, and ${watts(freeW)} without any limit. ${STEADY}`,
  };
}

/**
 * Why a power that went beyond its limit too late is no proof that the device held on to it; undefined if it is one. `heldStill`:
 * what its registers said when its time was over, at `overMs`.
 */
export function cameLate(
  bench: Bench,
  leaving: Leaving,
  heldStill: boolean | undefined,
  overMs: number,
  leftMs: number,
): string | undefined {
  const c = control(bench);
  if (c.meaning === 'target' || leaving.seenBy === 'registers' || !goesBeyond(c, leaving)) return undefined;
  if (heldStill ?? atLimitRatio(bench, leaving, overMs, leftMs) >= AT_LIMIT_RATIO) return undefined;
  const by = heldStill === false ? 'Its registers had let go by then' : 'Its power was below the limit until then';
  return `${by}: there may have been no sun or demand to go beyond it. ${STEADY}`;
}

/** Why a power that left its limit too early is no proof that the device let go; undefined if it is one. */
export async function leftByItself(bench: Bench, leaving: Leaving): Promise<string | undefined> {
  const c = control(bench);
  if (c.meaning === 'target' || leaving.seenBy === 'registers' || goesBeyond(c, leaving)) return undefined;
  return (await stillHolds(bench, leaving)) === true
    ? `Its registers still hold the limit: its power fell for want of sun or demand. ${STEADY}`
    : undefined;
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

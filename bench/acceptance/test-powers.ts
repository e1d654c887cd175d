/**
 * Which setpoints a device is tested with: inside nameplate and envelope, no step higher than the envelope's ramp allows
 * within a second, and high enough above the band to be seen.
 */
import { type PowerWindow, target } from '../devices/power-window.js';
import type { Bench } from './check.js';
import { bandAt, type DeclaredControl } from './declared.js';

/** Share of the nameplate that a test asks for: near enough to it that a device that cannot reach it is seen. */
const SHARE = 0.9;
/** A setpoint nearer to another than so many bands cannot be told from it. */
export const BANDS_APART = 2;

/** A setpoint under a name, and the power that the device is held to. */
export interface Setpoint {
  readonly name: string;
  readonly window: PowerWindow;
  readonly powerW: number;
}

export function control({ declared }: Pick<Bench, 'declared'>): DeclaredControl {
  return declared.control!;
}

/** The whole envelope: the device is free inside it. */
export const freeWindow = ({ envelope: { minimumW, maximumW } }: DeclaredControl): PowerWindow => ({
  minimumW,
  maximumW,
});

/** What a setpoint is as a window: a target has no width, a ceiling is open below, a floor above. */
export function windowAt(c: DeclaredControl, powerW: number): PowerWindow {
  const { minimumW, maximumW } = c.envelope;
  if (c.meaning === 'ceiling') return { minimumW: Math.min(minimumW, powerW), maximumW: powerW };
  if (c.meaning === 'floor') return { minimumW: powerW, maximumW: Math.max(maximumW, powerW) };
  return target(powerW);
}

/** The edge of a window that a setpoint is about. */
export const edgeOf = (c: DeclaredControl, window: PowerWindow): number =>
  c.meaning === 'floor' ? window.minimumW : window.maximumW;

/** The safe setpoint as a window. */
export const safeWindow = (bench: Bench): PowerWindow => windowAt(control(bench), control(bench).safeSetpointW);

/** What may be commanded: the envelope within the nameplate. */
export function room(bench: Bench): PowerWindow {
  const { envelope } = control(bench);
  const rating = bench.rig.identity?.rating ?? envelope;
  return {
    minimumW: Math.max(envelope.minimumW, rating.minimumW),
    maximumW: Math.min(envelope.maximumW, rating.maximumW),
  };
}

/** Charging and discharging setpoints of a target device that it can follow now, W, and why one of them is missing. */
export function targets(bench: Bench): {
  readonly charge?: number;
  readonly discharge?: number;
  readonly notes: string[];
} {
  const { minimumW, maximumW } = room(bench);
  const c = control(bench);
  const reading = bench.rig.lastReading;
  const notes: string[] = [];
  const possible = (limitW: number, cannot: boolean | undefined, name: string, why: string): number | undefined => {
    if (limitW === 0) return undefined;
    const powerW = Math.sign(limitW) * Math.round(Math.min(SHARE * Math.abs(limitW), c.envelope.rampWPerS));
    const bandW = bandAt(c, powerW);
    if (cannot === true) notes.push(`${name} is not tested: ${why}.`);
    else if (Math.abs(powerW) < BANDS_APART * bandW) {
      notes.push(`${name} is not tested: ${powerW} W cannot be told from 0 W with a band of ${Math.round(bandW)} W.`);
    } else return powerW;
    return undefined;
  };
  const charge = possible(Math.max(0, maximumW), reading?.cannotConsume, 'Charging', 'the device says that it is full');
  const discharge = possible(
    Math.min(0, minimumW),
    reading?.cannotFeedIn,
    'Discharging',
    'the device says that it is empty',
  );
  return { ...(charge === undefined ? {} : { charge }), ...(discharge === undefined ? {} : { discharge }), notes };
}

/** Where no other limit can be told from what it does: a low one. It may switch a machine off that then rests for minutes. */
const LAST_SHARES = [0.3, 0];

/** Limits below what the device takes or gives, by itself if not said otherwise; none if that is too little to be limited. */
export function limits(
  bench: Bench,
  shares: readonly number[],
  freeW: number = bench.memory.freePowerW ?? Number.NaN,
): Setpoint[] {
  const c = control(bench);
  const fits = c.meaning === 'ceiling' ? freeW > 0 : freeW < 0;
  if (!fits) return [];
  const possible = (of: readonly number[]): Setpoint[] =>
    of
      .map((share) => ({ share, powerW: Math.round(share * freeW) }))
      .filter(({ powerW }) => Math.abs(freeW - powerW) >= BANDS_APART * bandAt(c, powerW))
      .filter(({ powerW }) => powerW >= c.envelope.minimumW && powerW <= c.envelope.maximumW)
      .map(({ share, powerW }) => ({
        name: `Limit to ${Math.round(100 * share)} %`,
        window: windowAt(c, powerW),
        powerW,
      }));
  const found = possible(shares);
  return found.length > 0 ? found : possible(LAST_SHARES).slice(0, 1);
}

/** What stands still to the last digit although it measures: everything at once, or one phase beside others that move. Pure. */
import type { DeviceReading } from '../devices/driver.js';

export interface Told {
  readonly atMs: number;
  readonly reading: DeviceReading;
}

/** Everything that it tells but the instant. */
export const valuesOf = (reading: DeviceReading | undefined): string => JSON.stringify({ ...reading, askedAtMs: 0 });

export const tellsVoltage = (told: readonly Told[]): boolean =>
  told.some(({ reading }) => reading.voltageV !== undefined);

/** Longest time in which what it tells was the same without a break, s. A gap longer than `gapMs` ends a stretch. */
export function longestStandS(told: readonly Told[], gapMs: number): number {
  // A voltage on a live grid does not stand.
  const tells = tellsVoltage(told);
  let [longestMs, sinceMs, before, lastMs] = [0, Number.NaN, '', Number.NaN];
  for (const { atMs, reading: r } of told) {
    const now = tells ? JSON.stringify([r.activePowerW, r.voltageV, r.currentA, r.frequencyHz]) : valuesOf(r);
    if (now !== before || atMs - lastMs > gapMs) sinceMs = atMs;
    longestMs = Math.max(longestMs, atMs - sinceMs);
    [before, lastMs] = [now, atMs];
  }
  return longestMs / 1000;
}

/** So many different voltages on another phase in the same time: its own is no coarse one then. */
const OTHERS_DIFFERENT = 6;

/**
 * Longest time in which one phase stood in power, voltage and current while the voltage of another took many values, s; and
 * which. A phase without a voltage of its own is no phase. 0 where nothing is told per phase.
 */
export function longestPhaseStand(
  told: readonly Told[],
  gapMs: number,
): { readonly s: number; readonly phase: string } {
  let longest = { s: 0, phase: '' };
  for (const phase of [0, 1, 2] as const) {
    let [sinceMs, before, lastMs] = [Number.NaN, '', Number.NaN];
    let others = [new Set<number>(), new Set<number>()];
    for (const { atMs, reading: r } of told) {
      const { voltageV } = r;
      if (voltageV === undefined || r.quality === 'invalid' || voltageV[phase] === 0) {
        before = '';
        continue;
      }
      const now = JSON.stringify([r.activePowerW[phase], voltageV[phase], r.currentA?.[phase]]);
      if (now !== before || atMs - lastMs > gapMs) {
        sinceMs = atMs;
        others = [new Set(), new Set()];
      }
      others[0]!.add(voltageV[((phase + 1) % 3) as 0 | 1 | 2]);
      others[1]!.add(voltageV[((phase + 2) % 3) as 0 | 1 | 2]);
      const s = (atMs - sinceMs) / 1000;
      if (s > longest.s && others.some(({ size }) => size >= OTHERS_DIFFERENT)) longest = { s, phase: 'abc'[phase]! };
      [before, lastMs] = [now, atMs];
    }
  }
  return longest;
}

/**
 * What a device says that cannot be true, or cannot be told from what it said before. The effect check (`effect.ts`) holds a
 * measured power against the setpoint; this holds measured values against each other, against the nameplate and against
 * time. Pure: readings in, state out.
 *
 * A reading that is not believed goes to the twin as invalid, so that its slot falls back, and the device is held at its
 * safe setpoint: nobody knows what it does.
 */

import { type DeviceReading, totalW } from './driver.js';
import type { PowerWindow } from './power-window.js';

export type DiscrepancyKind =
  /** Acknowledged and not followed. */
  | 'setpoint-ignored'
  /** Back after an absence, and still at the setpoint that its timer should have ended. */
  | 'not-reverted'
  /** Back after an absence with another serial number. */
  | 'another-device'
  /** The device of another unit on the same line answers here. */
  | 'same-device'
  /** The power is not there. */
  | 'no-power'
  /** All values the same to the last digit. */
  | 'standing-still'
  /** More power than its own voltage and current can carry, or than it is built for. */
  | 'impossible'
  /** Current and voltage make far more than the power that it tells. */
  | 'disagrees'
  /** Energy flows and the state of charge does not move. */
  | 'charge-stands-still'
  /** A grid emulator acknowledged a voltage or a frequency and holds another. */
  | 'grid-not-held'
  /** Its terminals carry another grid than the one it confirmed. */
  | 'grid-not-played'
  /** Its output was found on with what nobody here asked for. */
  | 'output-unasked';

/** Kinds that make a reading worth nothing while they hold. */
const UNBELIEVED: ReadonlySet<DiscrepancyKind> = new Set(['no-power', 'standing-still', 'impossible']);

export interface ReadingRule {
  /** All values may be the same to the last digit for so long. */
  readonly stillMs: number;
  /** So many readings in a row make a discrepancy: one may be a moment between two registers. */
  readonly inARow: number;
  /** What the device is built for; absent for a meter. */
  readonly rating?: PowerWindow;
  /** Half-width of a measured power, W. */
  uncertaintyW(powerW: number): number;
  /** A grid emulator: what its terminals may carry in a reading asked for at an instant; undefined while that is not known. */
  terminalsAt?(askedAtMs: number): Terminals | undefined;
}

export interface Span {
  readonly low: number;
  readonly high: number;
}

/** What was confirmed in the time of a reading, and how far the measured may be from it. */
export interface Terminals {
  /** One for each phase of the source. */
  readonly voltageV: readonly Span[];
  readonly frequencyHz: Span;
  readonly toleranceV: number;
  readonly toleranceHz: number;
}

interface Charge {
  readonly fromRatio: number;
  readonly energyWh: number;
}

export interface ReadingWatch {
  /** What holds now, in words. */
  readonly active: ReadonlyMap<DiscrepancyKind, string>;
  readonly values: string;
  readonly sameSinceMs: number;
  readonly lastMs: number;
  readonly lastW: number;
  readonly row: Readonly<Partial<Record<DiscrepancyKind, number>>>;
  readonly charge: Charge | undefined;
}

export const READING_WATCH_START: ReadingWatch = {
  active: new Map(),
  values: '',
  sameSinceMs: Number.NaN,
  lastMs: Number.NaN,
  lastW: Number.NaN,
  row: {},
  charge: undefined,
};

/** Of the apparent power: classes of measurement, and registers that are not of the same moment. */
const AGREEMENT_RATIO = 0.08;
/** Resolution of a current where nothing finer is known, A per phase: P1 and many meters give whole amperes. */
const CURRENT_STEP_A = 1;
/** Harmonics make V × I larger than P and Q of the fundamental; twice as large is no wave form of a home. */
const DISTORTION_MAX = 2;
/** A nameplate is not passed by so much, also not on the way to a setpoint. */
const BEYOND_RATING = 1.5;
/** Of an hour at nameplate: so much energy moves any state of charge by a step that it can show. */
const CHARGE_HOURS = 0.04;
/** Energy by energy: the largest storage has this many hours at its nameplate. */
const STORAGE_HOURS_MAX = 20;
/** Of the nameplate: below this a storage rests. */
const AT_REST_RATIO = 0.05;
/** Readings so far apart say nothing about the time between them. */
const GAP_MS = 5000;

/** Whether the newest reading may be used as a measurement. */
export const isBelieved = (watch: ReadingWatch): boolean =>
  [...watch.active.keys()].every((kind) => !UNBELIEVED.has(kind));

/** The state of charge that may be used; undefined while it stands still. */
export const believedCharge = (watch: ReadingWatch, ratio: number | undefined): number | undefined =>
  watch.active.has('charge-stands-still') ? undefined : ratio;

/** After a reading. `impossible` holds until the device is identified anew: once its scale was wrong, nothing it says is sure. */
export function watchReading(before: ReadingWatch, rule: ReadingRule, reading: DeviceReading): ReadingWatch {
  const nowMs = reading.askedAtMs;
  const powerW = totalW(reading);
  const invalid = reading.quality === 'invalid' || !Number.isFinite(powerW);
  const found = new Map<DiscrepancyKind, string>();
  const row: Partial<Record<DiscrepancyKind, number>> = {};
  const inARow = (kind: DiscrepancyKind, text: string | undefined): void => {
    if (text === undefined) return;
    row[kind] = (before.row[kind] ?? 0) + 1;
    if (row[kind]! >= rule.inARow) found.set(kind, text);
  };
  inARow('no-power', invalid ? `its power is not there${listed(reading.missing)}` : undefined);
  if (!invalid) {
    inARow('impossible', impossible(reading, rule));
    inARow('disagrees', disagrees(reading, rule));
    inARow('grid-not-played', notPlayed(reading, rule.terminalsAt?.(nowMs)));
  }
  const latched = before.active.get('impossible');
  if (latched !== undefined) found.set('impossible', latched);

  const values = JSON.stringify([reading.activePowerW, reading.voltageV, reading.currentA, reading.frequencyHz]);
  const same = values === before.values && nowMs - before.lastMs <= Math.max(GAP_MS, rule.stillMs);
  const sameSinceMs = same ? before.sameSinceMs : nowMs;
  // Power of coarse steps alone may well stand; the voltage of a live grid does not.
  const live = reading.voltageV?.some((v) => v > 0) === true;
  if (live && nowMs - sameSinceMs >= rule.stillMs) {
    const forS = (rule.stillMs / 1000).toFixed(0);
    found.set('standing-still', `power, voltage, current and frequency were the same to the last digit for ${forS} s`);
  }
  const { charge, still } = chargeAfter(before, rule, reading, powerW);
  if (still !== undefined) found.set('charge-stands-still', still);
  return { active: found, values, sameSinceMs, lastMs: nowMs, lastW: powerW, row, charge };
}

const listed = (names: readonly string[] = []): string => (names.length === 0 ? '' : ` (${names.join(', ')})`);

/** Apparent power by V × I, and the slack of its currents; undefined where they are not told. */
function apparentOf({
  voltageV,
  currentA,
}: DeviceReading): { readonly va: number; readonly slackVa: number } | undefined {
  if (voltageV === undefined || currentA === undefined) return undefined;
  const parts = voltageV.map((v, p) => v * Math.abs(currentA[p]!)).filter(Number.isFinite);
  const volts = voltageV.filter(Number.isFinite).reduce((a, b) => a + b, 0);
  if (parts.length === 0 || volts === 0) return undefined;
  return { va: parts.reduce((a, b) => a + b, 0), slackVa: CURRENT_STEP_A * volts };
}

function impossible(reading: DeviceReading, { rating, uncertaintyW }: ReadingRule): string | undefined {
  const powerW = totalW(reading);
  const active = reading.activePowerW.reduce((sum, w) => sum + Math.abs(w), 0);
  const apparent = apparentOf(reading);
  if (apparent !== undefined) {
    const mostW = (1 + AGREEMENT_RATIO) * apparent.va + apparent.slackVa + uncertaintyW(active);
    if (active > mostW) return `tells ${watt(active)} where its voltage and current carry ${watt(apparent.va)} at most`;
  }
  if (rating === undefined) return undefined;
  const [low, high] = [Math.min(0, rating.minimumW), Math.max(0, rating.maximumW)];
  const outside =
    powerW < BEYOND_RATING * low - uncertaintyW(low) || powerW > BEYOND_RATING * high + uncertaintyW(high);
  return outside ? `tells ${watt(powerW)} where its nameplate says ${watt(low)} to ${watt(high)}` : undefined;
}

function disagrees(reading: DeviceReading, { uncertaintyW }: ReadingRule): string | undefined {
  const apparent = apparentOf(reading);
  if (apparent === undefined) return undefined;
  const active = reading.activePowerW.reduce((sum, w) => sum + Math.abs(w), 0);
  const told = reading.apparentPowerVa ?? Math.hypot(active, reading.reactivePowerVar);
  if (apparent.va <= DISTORTION_MAX * Math.abs(told) + apparent.slackVa + uncertaintyW(active)) return undefined;
  return `its voltage and current make ${watt(apparent.va)} and it tells ${watt(told)}`;
}

function notPlayed(
  { voltageV, frequencyHz, missing = [] }: DeviceReading,
  terminals: Terminals | undefined,
): string | undefined {
  if (terminals === undefined) return undefined;
  const { toleranceV, toleranceHz } = terminals;
  const told = ({ low, high }: Span, digits: number): string =>
    high - low < 10 ** -digits ? high.toFixed(digits) : `${low.toFixed(digits)} to ${high.toFixed(digits)}`;
  const parts: string[] = [];
  if (voltageV !== undefined && !missing.includes('voltageV')) {
    for (const [p, span] of terminals.voltageV.entries()) {
      const v = voltageV[p]!;
      if (!(v < span.low - toleranceV || v > span.high + toleranceV)) continue;
      parts.push(`phase ${'abc'[p]} measures ${v.toFixed(1)} V where ${told(span, 1)} V was confirmed`);
    }
  }
  if (frequencyHz !== undefined && !missing.includes('frequencyHz')) {
    const { low, high } = terminals.frequencyHz;
    if (frequencyHz < low - toleranceHz || frequencyHz > high + toleranceHz) {
      parts.push(`measures ${frequencyHz.toFixed(3)} Hz where ${told({ low, high }, 3)} Hz was confirmed`);
    }
  }
  return parts.length === 0 ? undefined : parts.join('; ');
}

/** Energy since the state of charge last stood where it does now, and whether it should have moved by then. */
function chargeAfter(
  before: ReadingWatch,
  { rating }: ReadingRule,
  reading: DeviceReading,
  powerW: number,
): { readonly charge: Charge | undefined; readonly still: string | undefined } {
  const ratio = reading.stateOfChargeRatio;
  const nameplateW = rating === undefined ? 0 : Math.max(Math.abs(rating.minimumW), Math.abs(rating.maximumW));
  if (ratio === undefined || !(nameplateW > 0)) return { charge: undefined, still: undefined };
  const was = before.charge;
  const gapMs = reading.askedAtMs - before.lastMs;
  if (was === undefined || !(gapMs <= GAP_MS)) return { charge: { fromRatio: ratio, energyWh: 0 }, still: undefined };
  const meanW = (powerW + before.lastW) / 2;
  // What little flows at rest is the inverter's own, and goes past the storage.
  const stepWh = Math.abs(meanW) >= AT_REST_RATIO * nameplateW ? (meanW * gapMs) / 3.6e6 : 0;
  const energyWh = was.energyWh + stepWh;
  const neededWh = CHARGE_HOURS * nameplateW;
  const wantedRatio = Math.abs(energyWh) / (STORAGE_HOURS_MAX * nameplateW);
  const moved = (ratio - was.fromRatio) * Math.sign(energyWh);
  // Half of what the largest storage would show: its resolution is a step of its own.
  if (Math.abs(energyWh) >= neededWh && moved >= wantedRatio / 2) {
    return { charge: { fromRatio: ratio, energyWh: 0 }, still: undefined };
  }
  const still =
    Math.abs(energyWh) < neededWh
      ? before.active.get('charge-stands-still')
      : `${Math.abs(energyWh).toFixed(0)} Wh flowed and its state of charge moved by ${(100 * moved).toFixed(2)} %`;
  return { charge: { fromRatio: was.fromRatio, energyWh }, still };
}

/** What was counted of one kind, for the stream. */
export interface Discrepancy {
  readonly kind: DiscrepancyKind;
  readonly text: string;
  readonly count: number;
  readonly active: boolean;
}

/** Every kind that a device has shown, with its newest words. */
export class DiscrepancyLog {
  readonly #seen = new Map<DiscrepancyKind, Discrepancy>();

  get all(): readonly Discrepancy[] {
    return [...this.#seen.values()];
  }

  /** One more; `active` if it lasts until `ended`. */
  began(kind: DiscrepancyKind, text: string, active: boolean): void {
    this.#seen.set(kind, { kind, text, count: (this.#seen.get(kind)?.count ?? 0) + 1, active });
  }

  ended(kind: DiscrepancyKind): void {
    const seen = this.#seen.get(kind);
    if (seen !== undefined) this.#seen.set(kind, { ...seen, active: false });
  }
}

const watt = (powerW: number): string => `${Math.round(powerW)} W`;

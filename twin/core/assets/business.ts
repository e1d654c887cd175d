/**
 * A building whose electricity follows opening hours: school, shop. Closed it takes a fixed part of its open power;
 * between the two it ramps, before opening and after closing. A slow noise of mean one lies over it.
 */
import { randomWord, STREAM } from '../base/random.js';
import { type AssetColumns, type AssetEntry, column, slotsOf, type TickContext } from './tick.js';

/** Local time of day in seconds; equal means closed that day. */
export interface OpeningHours {
  readonly fromS: number;
  readonly untilS: number;
}

export interface BusinessParameters {
  readonly annualEnergyWh: number;
  /** Power while closed, as part of the power while open. */
  readonly closedRatio: number;
  /** Seven days, Monday first. */
  readonly week: readonly OpeningHours[];
  /** Length of the ramp before opening and after closing, s. */
  readonly rampS: number;
  /** Largest deviation of the noise. */
  readonly noiseRatio: number;
  readonly powerFactor: number;
}

export interface Businesses {
  readonly slots: Int32Array;
  readonly count: number;
  readonly parameters: readonly BusinessParameters[];
  /** Power while open, such that the year adds up, W. */
  readonly openW: Float64Array;
  readonly tangent: Float64Array;
}

const WEEK_S = 7 * 86_400;
/** Draws of the noise are half an hour apart. */
const NOISE_S = 1800;

export function createBusinesses(entries: readonly AssetEntry<BusinessParameters>[]): Businesses {
  return {
    slots: slotsOf(entries),
    count: entries.length,
    parameters: entries.map((entry) => entry.parameters),
    openW: column(entries, openPowerW),
    tangent: column(entries, (p) => Math.tan(Math.acos(p.powerFactor))),
  };
}

function openPowerW(p: BusinessParameters): number {
  // The two ramps of a day have the area of one ramp's length at full power.
  let openS = 0;
  for (const day of p.week) if (day.untilS > day.fromS) openS += day.untilS - day.fromS + p.rampS;
  const meanRatio = p.closedRatio + ((1 - p.closedRatio) * openS) / WEEK_S;
  return p.annualEnergyWh / 8766 / meanRatio;
}

export function stepBusinesses(b: Businesses, tick: TickContext, columns: AssetColumns): void {
  for (let k = 0; k < b.count; k++) {
    const p = b.parameters[k]!;
    const slot = b.slots[k]!;
    const open = openRatio(p.week[tick.weekday]!, p.rampS, tick.localSecondOfDay);
    const noise = 1 + p.noiseRatio * slowNoise(tick.seed, STREAM.businessNoise, slot, tick.timeUs / 1e6, NOISE_S);
    const powerW = b.openW[k]! * (p.closedRatio + (1 - p.closedRatio) * open) * noise;
    columns.modelledPowerW[slot] = powerW;
    columns.modelledReactiveVar[slot] = powerW * b.tangent[k]!;
    columns.availableMaxW[slot] = powerW;
    columns.availableMinW[slot] = powerW;
  }
}

function openRatio(day: OpeningHours, rampS: number, secondOfDay: number): number {
  if (day.untilS <= day.fromS) return 0;
  const before = (secondOfDay - (day.fromS - rampS)) / rampS;
  const after = (day.untilS + rampS - secondOfDay) / rampS;
  return Math.max(0, Math.min(1, before, after));
}

/** Noise between -1 and 1 with mean zero: uniform draws every `stepS`, joined by straight lines. */
export function slowNoise(seed: number, stream: number, slot: number, timeS: number, stepS: number): number {
  const at = timeS / stepS;
  const index = Math.floor(at);
  // Words are divided here: a ratio that crosses a call may be boxed on the heap, a 32-bit word never is.
  const before = randomWord(seed, stream, slot, index) / 2147483648;
  const after = randomWord(seed, stream, slot, index + 1) / 2147483648;
  return before + (after - before) * (at - index);
}

/** What every asset kernel gets: the moment, the weather, and the columns it reads and writes. */
import { dayOfYear, localDay, localSecondOfDay, weekdayOfDay } from '../base/civil.js';
import { sunPosition } from '../base/sun.js';

/** One object, refilled at the start of every tick. */
export interface TickContext {
  /** Number of finished ticks. */
  tick: number;
  tickS: number;
  /** Start of the tick, UTC microseconds. */
  timeUs: number;
  seed: number;
  /** Days since 1970-01-01 of the local date (Europe/Amsterdam), and what follows from it. */
  localDay: number;
  localSecondOfDay: number;
  /** 0 is Monday. */
  weekday: number;
  dayOfYear: number;
  outdoorTemperatureC: number;
  globalIrradianceWPerM2: number;
  diffuseIrradianceWPerM2: number;
  /** Above the horizon; negative at night. */
  altitudeRad: number;
  /** From north, clockwise. */
  azimuthRad: number;
}

export interface TickInputs {
  readonly tick: number;
  readonly tickS: number;
  readonly timeUs: number;
  readonly seed: number;
  readonly latitudeDeg: number;
  readonly longitudeDeg: number;
  readonly outdoorTemperatureC: number;
  readonly globalIrradianceWPerM2: number;
  readonly diffuseIrradianceWPerM2: number;
}

export function createTickContext(): TickContext {
  return {
    tick: 0,
    tickS: 1,
    timeUs: 0,
    seed: 0,
    localDay: Number.NaN,
    localSecondOfDay: 0,
    weekday: 0,
    dayOfYear: 1,
    outdoorTemperatureC: 0,
    globalIrradianceWPerM2: 0,
    diffuseIrradianceWPerM2: 0,
    altitudeRad: 0,
    azimuthRad: 0,
  };
}

export function fillTickContext(context: TickContext, inputs: TickInputs): void {
  const { timeUs } = inputs;
  context.tick = inputs.tick;
  context.tickS = inputs.tickS;
  context.timeUs = timeUs;
  context.seed = inputs.seed;
  const day = localDay(timeUs);
  if (day !== context.localDay) {
    context.localDay = day;
    context.weekday = weekdayOfDay(day);
    context.dayOfYear = dayOfYear(day);
  }
  context.localSecondOfDay = localSecondOfDay(timeUs);
  context.outdoorTemperatureC = inputs.outdoorTemperatureC;
  context.globalIrradianceWPerM2 = inputs.globalIrradianceWPerM2;
  context.diffuseIrradianceWPerM2 = inputs.diffuseIrradianceWPerM2;
  sunPosition(timeUs, inputs.latitudeDeg, inputs.longitudeDeg, context);
}

/** Columns by slot index; + is consumption. */
export interface AssetColumns {
  /** Output of every kernel. */
  readonly modelledPowerW: Float64Array;
  readonly modelledReactiveVar: Float64Array;
  /** Input: setpoint in force; NaN if the slot runs free. What it means is said by each kind. */
  readonly setpointW: Float64Array;
  /** Input for batteries that run free: minus what the rest of the connection took a tick ago. */
  readonly freeTargetW: Float64Array;
  /** Outputs; a kernel leaves alone what its kind does not have. */
  readonly stateOfChargeRatio: Float64Array;
  readonly temperatureC: Float64Array;
  readonly availableMaxW: Float64Array;
  readonly availableMinW: Float64Array;
  readonly comfortDeficitKh: Float64Array;
}

/** A place in the table of slots with what stands there. */
export interface AssetEntry<P> {
  readonly slot: number;
  readonly parameters: P;
}

export function slotsOf(entries: readonly AssetEntry<unknown>[]): Int32Array {
  return Int32Array.from(entries, (entry) => entry.slot);
}

/** One number per entry. */
export function column<P>(entries: readonly AssetEntry<P>[], value: (parameters: P) => number): Float64Array {
  return Float64Array.from(entries, (entry) => value(entry.parameters));
}

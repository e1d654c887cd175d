/** What every asset kernel gets: the moment, the weather, and the columns it reads and writes. */
import { dayOfYear, localDay, localSecondOfDay, weekdayOfDay } from '../base/civil.js';
import { sunPosition } from '../base/sun.js';

/** One object, refilled at the start of every tick. */
export interface TickContext {
  /** Degrees, north and east positive. */
  latitudeDeg: number;
  longitudeDeg: number;
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
  /** The minute for which calendar and sun were computed: UTC minutes since 1970, and its local second of the day. */
  minute: number;
  minuteSecondOfDay: number;
}

export function createTickContext(): TickContext {
  return {
    latitudeDeg: 0,
    longitudeDeg: 0,
    minute: Number.NaN,
    minuteSecondOfDay: 0,
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

/**
 * Brings calendar and sun up to `timeUs`. Both are computed once a minute, as the weather is: an offset from UTC changes
 * at a full hour, and the sun moves a quarter of a degree.
 */
export function advanceTickContext(context: TickContext): void {
  const minute = Math.floor(context.timeUs / 60e6);
  if (minute !== context.minute) {
    const minuteUs = minute * 60e6;
    context.minute = minute;
    context.localDay = localDay(minuteUs);
    context.weekday = weekdayOfDay(context.localDay);
    context.dayOfYear = dayOfYear(context.localDay);
    context.minuteSecondOfDay = localSecondOfDay(minuteUs);
    sunPosition(minuteUs, context.latitudeDeg, context.longitudeDeg, context);
  }
  context.localSecondOfDay = context.minuteSecondOfDay + (context.timeUs - minute * 60e6) / 1e6;
}

/** Columns by slot index; + is consumption. */
export interface AssetColumns {
  /** Output of every kernel. */
  readonly modelledPowerW: Float64Array;
  readonly modelledReactiveVar: Float64Array;
  /** The same per phase, three per slot, of kinds that know on which phase what stands; NaN: the slot's shares decide. */
  readonly modelledPhaseW: Float64Array;
  readonly modelledPhaseVar: Float64Array;
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
  readonly supplyTemperatureC: Float64Array;
  readonly energyDeficitWh: Float64Array;
  readonly energyThroughputWh: Float64Array;
  readonly wantedEnergyWh: Float64Array;
  readonly urgencyRatio: Float64Array;
  readonly minimumRunW: Float64Array;
  readonly coldShowers: Float64Array;
  /** Input: SG-Ready state in force, SG_*. */
  readonly sgReady: Float64Array;
  /** Input: highest voltage of the slot's phases a tick ago, V; NaN before the first solution. */
  readonly voltageV: Float64Array;
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

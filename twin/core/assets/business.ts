/**
 * A building whose electricity follows opening hours: school, shop, practice, stairs and lifts. Closed it takes a fixed
 * part of its open power; between the two it ramps, before opening and after closing. A slow noise of mean one lies over
 * it. Its calendar says on which days it keeps other hours.
 *
 * Cooling, if it has some, takes a power per kelvin of outdoor temperature above a base, up to its capacity:
 *   P = w · min(most, max(0, T - base)),   w open or closed, moving with the ramp
 * Both parts are sized so that they add up to the annual energy in a mean year of the climate.
 *
 * Setpoint, if it follows one: an upper limit, W; only cooling gives way. What cooling was wanted and not given, by a
 * limit or beyond its capacity, is the energy deficit, and the same in K·h the comfort deficit.
 */
import { weekdayOfDay } from '../base/civil.js';
import { type CivilCalendar, isPublicHoliday, isSchoolHoliday } from '../base/holidays.js';
import { randomWord, STREAM } from '../base/random.js';
import { type AssetColumns, type AssetEntry, column, slotsOf, type TickContext } from './tick.js';

/** Local time of day in seconds; equal means closed that day. */
export interface OpeningHours {
  readonly fromS: number;
  readonly untilS: number;
}

export interface CoolingParameters {
  /** Outdoor temperature above which it begins. */
  readonly aboveC: number;
  /** Kelvin above that at which it is at its capacity. */
  readonly mostK: number;
  /** While closed, as part of what it is while open. */
  readonly closedRatio: number;
  /** Of the annual energy. */
  readonly shareRatio: number;
  /** K·h above the base in a mean year, weighted with `closedRatio` and the opening hours. */
  readonly meanYearKh: number;
  readonly followsSetpoint: boolean;
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
  readonly holidays?: {
    readonly calendar: CivilCalendar;
    /** Public holidays have the hours of a Sunday, none, or those of their weekday. */
    readonly public: 'sunday' | 'closed' | 'open';
    readonly schoolClosed: boolean;
  };
  readonly cooling?: CoolingParameters;
}

export interface Businesses {
  readonly slots: Int32Array;
  readonly count: number;
  readonly parameters: readonly BusinessParameters[];
  /** Power while open without cooling, such that the year adds up, W. */
  readonly openW: Float64Array;
  /** Cooling while open, W/K. */
  readonly coolingWPerK: Float64Array;
  readonly tangent: Float64Array;
  /** Parameters that every tick needs: rows of many shapes would give their numbers boxed. */
  readonly closedRatio: Float64Array;
  readonly noiseRatio: Float64Array;
  readonly rampS: Float64Array;
  /** Hours of the local day, and the day they are of. */
  readonly fromS: Float64Array;
  readonly untilS: Float64Array;
  readonly day: Float64Array;
  /** How open it is in this tick, 0 to 1: a column, because a ratio that crosses a call may be boxed on the heap. */
  readonly open: Float64Array;
  /** The two draws of the noise between which this half hour lies, and its number. */
  readonly noiseFrom: Float64Array;
  readonly noiseTo: Float64Array;
  readonly noiseOf: Float64Array;
  /** Ledgers: cooling that was wanted and not given. */
  readonly missedKh: Float64Array;
  readonly missedWh: Float64Array;
  /** Of the last tick: cooling, W. */
  readonly coolingW: Float64Array;
  /** For which the draws were made. */
  seed: number;
}

/** Draws of the noise are half an hour apart. */
const NOISE_S = 1800;
/** Days over which hours are averaged: 28 years, in which dates and weekdays come round. */
const FIRST_DAY = 11_323; // 2001-01-01
const CYCLE_DAYS = 10_227;

export function createBusinesses(entries: readonly AssetEntry<BusinessParameters>[]): Businesses {
  const n = entries.length;
  return {
    slots: slotsOf(entries),
    count: n,
    parameters: entries.map((entry) => entry.parameters),
    openW: column(entries, openPowerW),
    coolingWPerK: column(entries, ({ annualEnergyWh, cooling }) =>
      cooling === undefined ? 0 : (annualEnergyWh * cooling.shareRatio) / cooling.meanYearKh,
    ),
    tangent: column(entries, (p) => Math.tan(Math.acos(p.powerFactor))),
    closedRatio: column(entries, (p) => p.closedRatio),
    noiseRatio: column(entries, (p) => p.noiseRatio),
    rampS: column(entries, (p) => p.rampS),
    fromS: new Float64Array(n),
    untilS: new Float64Array(n),
    day: new Float64Array(n).fill(Number.NaN),
    open: new Float64Array(n),
    noiseFrom: new Float64Array(n),
    noiseTo: new Float64Array(n),
    noiseOf: new Float64Array(n).fill(Number.NaN),
    missedKh: new Float64Array(n),
    missedWh: new Float64Array(n),
    coolingW: new Float64Array(n),
    seed: Number.NaN,
  };
}

function openPowerW(p: BusinessParameters): number {
  // The two ramps of a day have the area of one ramp's length at full power.
  let openS = 0;
  for (let day = FIRST_DAY; day < FIRST_DAY + CYCLE_DAYS; day++) {
    const index = hoursOf(p, day);
    if (index < 0) continue;
    const { fromS, untilS } = p.week[index]!;
    if (untilS > fromS) openS += untilS - fromS + p.rampS;
  }
  const meanRatio = p.closedRatio + ((1 - p.closedRatio) * openS) / (CYCLE_DAYS * 86_400);
  return (p.annualEnergyWh * (1 - (p.cooling?.shareRatio ?? 0))) / 8766 / meanRatio;
}

/** Which row of the week a local day follows; -1 if it is closed by the calendar. */
function hoursOf(p: BusinessParameters, day: number): number {
  const weekday = weekdayOfDay(day);
  const { holidays } = p;
  if (holidays === undefined) return weekday;
  if (holidays.schoolClosed && isSchoolHoliday(holidays.calendar, day)) return -1;
  if (holidays.public === 'open' || !isPublicHoliday(holidays.calendar, day)) return weekday;
  return holidays.public === 'sunday' ? 6 : -1;
}

export function stepBusinesses(b: Businesses, tick: TickContext, columns: AssetColumns): void {
  if (b.seed !== tick.seed) {
    b.seed = tick.seed;
    b.noiseOf.fill(Number.NaN);
  }
  const halfHours = tick.timeUs / 1e6 / NOISE_S;
  const halfHour = Math.floor(halfHours);
  for (let k = 0; k < b.count; k++) {
    const p = b.parameters[k]!;
    const slot = b.slots[k]!;
    if (b.day[k] !== tick.localDay) changeDay(b, k, p, tick.localDay);
    if (b.noiseOf[k] !== halfHour) drawNoise(b, k, tick.seed, halfHour);
    setOpen(b, k, tick);
    const open = b.open[k]!;
    const from = b.noiseFrom[k]!;
    const noise = 1 + b.noiseRatio[k]! * (from + (b.noiseTo[k]! - from) * (halfHours - halfHour));
    const closedRatio = b.closedRatio[k]!;
    const baseW = b.openW[k]! * (closedRatio + (1 - closedRatio) * open) * noise;
    let coolingW = 0;
    let wantedW = 0;
    const { cooling } = p;
    if (cooling !== undefined && tick.outdoorTemperatureC > cooling.aboveC) {
      const hours = tick.tickS / 3600;
      const aboveK = tick.outdoorTemperatureC - cooling.aboveC;
      const weight = cooling.closedRatio + (1 - cooling.closedRatio) * open;
      const perK = b.coolingWPerK[k]! * weight;
      wantedW = perK * Math.min(cooling.mostK, aboveK);
      coolingW = wantedW;
      const setpointW = columns.setpointW[slot]!;
      if (cooling.followsSetpoint && !Number.isNaN(setpointW)) {
        coolingW = Math.max(0, Math.min(wantedW, setpointW - baseW));
      }
      const missedW = perK * aboveK - coolingW;
      if (missedW > 0) {
        b.missedWh[k] = b.missedWh[k]! + missedW * hours;
        b.missedKh[k] = b.missedKh[k]! + (missedW / b.coolingWPerK[k]!) * hours;
      }
    }
    b.coolingW[k] = coolingW;
    const powerW = baseW + coolingW;
    columns.modelledPowerW[slot] = powerW;
    columns.modelledReactiveVar[slot] = powerW * b.tangent[k]!;
    columns.availableMaxW[slot] = baseW + wantedW;
    columns.availableMinW[slot] = baseW + wantedW;
    columns.energyDeficitWh[slot] = b.missedWh[k]!;
    columns.comfortDeficitKh[slot] = b.missedKh[k]!;
  }
}

function changeDay(b: Businesses, k: number, p: BusinessParameters, day: number): void {
  b.day[k] = day;
  const index = hoursOf(p, day);
  b.fromS[k] = index < 0 ? 0 : p.week[index]!.fromS;
  b.untilS[k] = index < 0 ? 0 : p.week[index]!.untilS;
}

/** Noise between -1 and 1 with mean zero: uniform draws at every half hour, joined by straight lines. */
function drawNoise(b: Businesses, k: number, seed: number, halfHour: number): void {
  b.noiseOf[k] = halfHour;
  b.noiseFrom[k] = randomWord(seed, STREAM.businessNoise, b.slots[k]!, halfHour) / 2147483648;
  b.noiseTo[k] = randomWord(seed, STREAM.businessNoise, b.slots[k]!, halfHour + 1) / 2147483648;
}

/** How open it is at a time of a local day, 0 to 1: what cooling is weighted with over a mean year. */
export function openRatioAt(p: BusinessParameters, day: number, secondOfDay: number): number {
  const index = hoursOf(p, day);
  if (index < 0) return 0;
  const { fromS, untilS } = p.week[index]!;
  const hours = { fromS: Float64Array.of(fromS), untilS: Float64Array.of(untilS), rampS: Float64Array.of(p.rampS) };
  const one = { ...hours, open: new Float64Array(1) };
  setOpen(one, 0, { localSecondOfDay: secondOfDay });
  return one.open[0]!;
}

/** Writes how open it is now; its numbers come and go in columns, because those that cross a call may be boxed. */
function setOpen(
  b: Pick<Businesses, 'fromS' | 'untilS' | 'rampS' | 'open'>,
  k: number,
  { localSecondOfDay }: Pick<TickContext, 'localSecondOfDay'>,
): void {
  const fromS = b.fromS[k]!;
  const untilS = b.untilS[k]!;
  const rampS = b.rampS[k]!;
  if (untilS <= fromS) {
    b.open[k] = 0;
    return;
  }
  const before = (localSecondOfDay - (fromS - rampS)) / rampS;
  const after = (untilS + rampS - localSecondOfDay) / rampS;
  b.open[k] = Math.max(0, Math.min(1, before, after));
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

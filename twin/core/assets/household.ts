/**
 * Electricity of a home without heating, car and roof.
 *
 * The expected power follows a standard profile (a season times the shape of a working day or weekend day). Part of it
 * is carved out and given back as events (cooking, kettle, washing) with the same expected energy and as the on/off
 * of a refrigerator; the rest carries a slow noise of mean one. So a single home looks like a home, a group has the
 * profile's peak, and the year adds up to the home's annual energy.
 *
 * Everything is a function of (seed, slot, time): what a home keeps is only today's events, drawn again for any day.
 * A home changes its power once a minute, each at its own second of the minute.
 */
import { randomBits, randomNormal, randomUniform, randomWord, STREAM } from '../base/random.js';
import { slowNoise } from './business.js';
import { type AssetColumns, type AssetEntry, column, slotsOf, type TickContext } from './tick.js';

export interface Appliance {
  readonly name: string;
  readonly powerW: number;
  readonly durationS: number;
  /** Largest deviation of the duration. */
  readonly durationSpreadRatio: number;
  /** Mean number of uses per day over the year. */
  readonly perDay: number;
  /** When it starts: a mixture of normal distributions over the local day, by weight. */
  readonly starts: readonly { readonly hour: number; readonly spreadH: number; readonly weight: number }[];
}

export interface HouseholdParameters {
  readonly annualEnergyWh: number;
  /** Relative power at each full hour of the local day, 24 values each, joined by straight lines. */
  readonly workdayShape: readonly number[];
  readonly weekendShape: readonly number[];
  /** Amplitude of the season: 1 + this at midwinter, 1 - this at midsummer. */
  readonly seasonRatio: number;
  /** Largest deviation of the slow noise, and of the level of a day. */
  readonly noiseRatio: number;
  readonly dayNoiseRatio: number;
  readonly refrigerator: { readonly powerW: number; readonly onS: number; readonly offS: number };
  readonly appliances: readonly Appliance[];
  readonly powerFactor: number;
}

export interface Households {
  readonly slots: Int32Array;
  readonly count: number;
  readonly parameters: readonly HouseholdParameters[];
  readonly tangent: Float64Array;
  /** Expected power without events, per quarter-hour of a working day then of a weekend day, season 1, W; 192 per home. */
  readonly restW: Float64Array;
  /** Events of the day and the day before: start and end in s of the local day, power in W; `capacity` per home. */
  readonly capacity: number;
  readonly eventFromS: Float64Array;
  readonly eventUntilS: Float64Array;
  readonly eventW: Float64Array;
  readonly eventCount: Int32Array;
  /** For which day, seed and minute the kept values hold. */
  readonly day: Float64Array;
  readonly seed: Float64Array;
  readonly minute: Float64Array;
  readonly phaseS: Float64Array;
  readonly powerW: Float64Array;
}

const QUARTERS = 96;
/** Working days take 5/7 of the year. */
const WORKDAYS = 5 / 7;
const MIDWINTER_DAY = 355;
const NOISE_S = 1800;

export function createHouseholds(entries: readonly AssetEntry<HouseholdParameters>[]): Households {
  const n = entries.length;
  let capacity = 0;
  for (const { parameters: p } of entries) {
    const perDay = p.appliances.reduce((sum, a) => sum + Math.ceil(a.perDay * (1 + p.seasonRatio)) + 1, 0);
    capacity = Math.max(capacity, 2 * perDay);
  }
  const restW = new Float64Array(2 * QUARTERS * n);
  // Homes of one type share their list of appliances, and folding it takes a while.
  const eventsOf = new Map<readonly Appliance[], Float64Array>();
  entries.forEach(({ parameters }, k) => {
    const eventsW = eventsOf.get(parameters.appliances) ?? expectedEventsW(parameters.appliances);
    eventsOf.set(parameters.appliances, eventsW);
    restW.set(expectedRestW(parameters, eventsW), 2 * QUARTERS * k);
  });
  const never = (): Float64Array => new Float64Array(n).fill(Number.NaN);
  return {
    slots: slotsOf(entries),
    count: n,
    parameters: entries.map((entry) => entry.parameters),
    tangent: column(entries, (p) => Math.tan(Math.acos(p.powerFactor))),
    restW,
    capacity,
    eventFromS: new Float64Array(n * capacity),
    eventUntilS: new Float64Array(n * capacity),
    eventW: new Float64Array(n * capacity),
    eventCount: new Int32Array(n),
    day: never(),
    seed: never(),
    minute: never(),
    phaseS: new Float64Array(n),
    powerW: new Float64Array(n),
  };
}

/** Season 1 on average; the same factor scales the rest and the number of events. */
export function seasonRatio(amplitude: number, dayOfYear: number): number {
  return 1 + amplitude * Math.cos((2 * Math.PI * (dayOfYear - MIDWINTER_DAY)) / 365.25);
}

/**
 * Expected power per quarter-hour of both kinds of day, minus that of the events, in W. Where events alone exceed the
 * profile the rest is zero, and the remainder is scaled so that the year still adds up.
 */
function expectedRestW(p: HouseholdParameters, events: Float64Array): Float64Array {
  const meanW = p.annualEnergyWh / 8766;
  const rest = new Float64Array(2 * QUARTERS);
  let shapeMean = 0;
  for (let q = 0; q < 2 * QUARTERS; q++) shapeMean += (dayWeight(q) * shapeAt(p, q)) / QUARTERS;
  let total = 0;
  for (let q = 0; q < 2 * QUARTERS; q++) {
    rest[q] = Math.max(0, (meanW * shapeAt(p, q)) / shapeMean - events[q % QUARTERS]!);
    total += (dayWeight(q) * rest[q]!) / QUARTERS;
  }
  const eventsMeanW = events.reduce((sum, w) => sum + w, 0) / QUARTERS;
  const factor = total > 0 ? Math.max(0, meanW - eventsMeanW) / total : 0;
  return rest.map((w) => w * factor);
}

const dayWeight = (q: number): number => (q < QUARTERS ? WORKDAYS : 1 - WORKDAYS);

function shapeAt(p: HouseholdParameters, q: number): number {
  const shape = q < QUARTERS ? p.workdayShape : p.weekendShape;
  const at = ((q % QUARTERS) + 0.5) / 4;
  const hour = Math.floor(at);
  const before = shape[hour]!;
  const after = shape[(hour + 1) % 24]!;
  return before + (after - before) * (at - hour);
}

/** Expected power of all events per quarter-hour, W: each mixture folded with its mean duration. */
function expectedEventsW(appliances: readonly Appliance[]): Float64Array {
  const expected = new Float64Array(QUARTERS);
  const steps = 48;
  for (const appliance of appliances) {
    const weights = appliance.starts.reduce((sum, start) => sum + start.weight, 0);
    for (const start of appliance.starts) {
      let normal = 0;
      for (let i = -steps; i <= steps; i++) normal += Math.exp(-0.5 * ((3 * i) / steps) ** 2);
      for (let i = -steps; i <= steps; i++) {
        const z = (3 * i) / steps;
        const uses = (appliance.perDay * start.weight * Math.exp(-0.5 * z * z)) / (weights * normal);
        const minutes = Math.max(1, Math.round(appliance.durationS / 60));
        for (let m = 0; m < minutes; m++) {
          const quarter = Math.floor((start.hour + z * start.spreadH) * 4 + (m + 0.5) / 15);
          const q = ((quarter % QUARTERS) + QUARTERS) % QUARTERS;
          expected[q] = expected[q]! + (uses * appliance.powerW * appliance.durationS) / minutes / 900;
        }
      }
    }
  }
  return expected;
}

export function stepHouseholds(h: Households, tick: TickContext, columns: AssetColumns): void {
  const timeS = tick.timeUs / 1e6;
  for (let k = 0; k < h.count; k++) {
    const slot = h.slots[k]!;
    if (h.day[k] !== tick.localDay || h.seed[k] !== tick.seed) drawDay(h, k, tick);
    const minute = Math.floor((timeS + h.phaseS[k]!) / 60);
    if (minute !== h.minute[k]) {
      h.minute[k] = minute;
      updatePower(h, k, tick);
    }
    const powerW = h.powerW[k]!;
    columns.modelledPowerW[slot] = powerW;
    columns.modelledReactiveVar[slot] = powerW * h.tangent[k]!;
    columns.availableMaxW[slot] = powerW;
    columns.availableMinW[slot] = powerW;
  }
}

/** Draws the events of this day and the day before, whose last ones may reach over midnight. */
function drawDay(h: Households, k: number, tick: TickContext): void {
  const slot = h.slots[k]!;
  h.day[k] = tick.localDay;
  h.seed[k] = tick.seed;
  h.minute[k] = Number.NaN;
  h.phaseS[k] = randomBits(tick.seed, STREAM.householdBase, slot, 0) % 60;
  h.eventCount[k] = 0;
  drawEvents(h, k, tick, -1);
  drawEvents(h, k, tick, 0);
}

function drawEvents(h: Households, k: number, tick: TickContext, dayOffset: number): void {
  const p = h.parameters[k]!;
  const slot = h.slots[k]!;
  const season = seasonRatio(p.seasonRatio, tick.dayOfYear + dayOffset);
  const day = tick.localDay + dayOffset;
  for (let a = 0; a < p.appliances.length; a++) {
    const appliance = p.appliances[a]!;
    // Counters: 64 appliances per day, 64 draws per appliance.
    const counter = (day * 64 + a) * 64;
    const uses = Math.floor(
      appliance.perDay * season + randomUniform(tick.seed, STREAM.householdAppliance, slot, counter),
    );
    for (let use = 0; use < uses; use++) {
      const draw = counter + 1 + 3 * use;
      const hour = startHour(appliance, tick.seed, slot, draw);
      const stretch = 2 * randomUniform(tick.seed, STREAM.householdAppliance, slot, draw + 2) - 1;
      const fromS = hour * 3600 + dayOffset * 86_400;
      const at = k * h.capacity + h.eventCount[k]!;
      h.eventFromS[at] = fromS;
      h.eventUntilS[at] = fromS + appliance.durationS * (1 + appliance.durationSpreadRatio * stretch);
      h.eventW[at] = appliance.powerW;
      h.eventCount[k] = h.eventCount[k]! + 1;
    }
  }
}

function startHour(appliance: Appliance, seed: number, slot: number, draw: number): number {
  let weights = 0;
  for (let i = 0; i < appliance.starts.length; i++) weights += appliance.starts[i]!.weight;
  let left = randomUniform(seed, STREAM.householdAppliance, slot, draw) * weights;
  let i = 0;
  while (i < appliance.starts.length - 1 && left >= appliance.starts[i]!.weight) {
    left -= appliance.starts[i]!.weight;
    i++;
  }
  const { hour, spreadH } = appliance.starts[i]!;
  const z = Math.max(-3, Math.min(3, randomNormal(seed, STREAM.householdAppliance, slot, draw + 1)));
  return hour + z * spreadH;
}

/** Power of the minute that begins at `timeS` (UTC seconds), W. */
function updatePower(h: Households, k: number, tick: TickContext): void {
  const timeS = h.minute[k]! * 60 - h.phaseS[k]!;
  const p = h.parameters[k]!;
  const slot = h.slots[k]!;
  const secondOfDay = tick.localSecondOfDay - (tick.timeUs / 1e6 - timeS);
  const quarter = Math.max(0, Math.min(QUARTERS - 1, Math.floor(secondOfDay / 900)));
  const weekend = tick.weekday >= 5 ? QUARTERS : 0;

  const { powerW: coolingW, onS, offS } = p.refrigerator;
  const cycleS = onS + offS;
  const inCycleS = (timeS + (randomWord(tick.seed, STREAM.householdBase, slot, 1) >>> 0)) % cycleS;
  const refrigeratorW = (inCycleS < onS ? coolingW : 0) - (coolingW * onS) / cycleS;

  const noise = 1 + p.noiseRatio * slowNoise(tick.seed, STREAM.householdNoise, slot, timeS, NOISE_S);
  const level = randomWord(tick.seed, STREAM.householdScale, slot, tick.localDay) / 2147483648;
  const restW =
    h.restW[2 * QUARTERS * k + weekend + quarter]! *
    seasonRatio(p.seasonRatio, tick.dayOfYear) *
    noise *
    (1 + p.dayNoiseRatio * level);

  let eventsW = 0;
  const first = k * h.capacity;
  for (let e = first; e < first + h.eventCount[k]!; e++) {
    if (secondOfDay >= h.eventFromS[e]! && secondOfDay < h.eventUntilS[e]!) eventsW += h.eventW[e]!;
  }
  h.powerW[k] = Math.max(0, restW + refrigeratorW + eventsW);
}

/**
 * Electricity of a home from the bottom up, without heating, car and roof: who is at home and awake, what is always on,
 * refrigerators, lamps by daylight, and every other appliance as an event with a beginning, an end, its own power
 * factor and its own phase.
 *
 * A home-day runs from a home's own minute between 3 and 5 at night to the same minute a day later, in local time. All that
 * happens in it is drawn at its beginning, and what still runs from the day before is kept. Everything is a function of
 * (seed, slot, time), so a home can be asked about any instant in any order; between two switchings its power stands.
 *
 * Annual energy. The type gives powers and uses per day; one factor per home, on what stands by, on lamps, on the duty of
 * the refrigerator and on uses per day, brings the expected energy of the year to the home's own. Powers of appliances and
 * the light of day stay as they are: a kettle of 2 kW is one in any home.
 *
 * Occupancy. On a day on which everybody is out, what needs a hand waits until somebody is back.
 */
import { daysFromCivil } from '../base/civil.js';
import { randomNormal, randomUniform, randomWord, STREAM } from '../base/random.js';
import { type SunPosition, sunPosition } from '../base/sun.js';
import { type AssetColumns, type AssetEntry, column, slotsOf, type TickContext } from './tick.js';

/** A normal distribution of clock hours; drawn within three spreads. */
export interface ClockHour {
  readonly hour: number;
  readonly spreadH: number;
}

export interface HomeAppliance {
  readonly name: string;
  readonly powerW: number;
  readonly durationS: number;
  /** Largest deviation of the duration. */
  readonly durationSpreadRatio: number;
  /** Mean number of uses per day over the year, in a home that has one. */
  readonly perDay: number;
  /** Winter above, summer below the mean: 1 + this at midwinter. */
  readonly seasonRatio: number;
  /** Uses on a weekend day by those on a working day. */
  readonly weekendRatio: number;
  /** Share of homes that have one. */
  readonly ownedRatio: number;
  /** Positive inductive, negative capacitive. */
  readonly powerFactor: number;
  /** On one phase, or spread over two (a hob). */
  readonly phases: 1 | 2;
  /** 1 if somebody must be at home to switch it on. */
  readonly needsPerson: boolean;
  readonly starts: readonly (ClockHour & { readonly weight: number })[];
}

export interface HomeType {
  readonly occupancy: {
    readonly wake: ClockHour;
    readonly bed: ClockHour;
    /** Later on weekend days, h. */
    readonly weekendLaterH: number;
    /** Share of homes that are empty on working days, and of days on which the others are. */
    readonly awayHomesRatio: number;
    readonly awayDaysRatio: number;
    readonly leave: ClockHour;
    readonly back: ClockHour;
  };
  /** Always on. Its season is that of circulation pumps and ventilation. */
  readonly standby: { readonly powerW: number; readonly powerFactor: number; readonly seasonRatio: number };
  /** While somebody is awake at home: screens, chargers, ventilation. */
  readonly active: { readonly powerW: number; readonly powerFactor: number };
  readonly lighting: {
    readonly powerW: number;
    readonly powerFactor: number;
    /** A lamp is wanted below this global irradiance: lowest and highest of a home's lamps, W/m². */
    readonly wantedBelowWPerM2: readonly [number, number];
  };
  readonly refrigerator: {
    readonly powerW: number;
    readonly powerFactor: number;
    readonly onS: number;
    readonly dutyRatio: number;
  };
  readonly appliances: readonly HomeAppliance[];
  /** Largest deviation of the level of a day that all homes share (weather, holidays, what is on television). */
  readonly commonDayRatio: number;
}

export interface HomeParameters {
  readonly annualEnergyWh: number;
  /** Homes of one type share this object. */
  readonly type: HomeType;
  /** How the home's circuits spread over phases a, b, c; they sum to 1. */
  readonly phaseShares: readonly number[];
}

export interface Homes {
  readonly slots: Int32Array;
  readonly count: number;
  readonly types: readonly HomeType[];
  readonly typeOf: Uint16Array;
  readonly shares: Float64Array;
  /** What the annual energy makes of the type, and the seed for which it was drawn: ownership is by chance. */
  readonly annualEnergyWh: Float64Array;
  readonly factor: Float64Array;
  /** Where in its cycle the refrigerator is at the zero of time, as part of the cycle, and its phase. */
  readonly coolingOffset: Float64Array;
  readonly coolingPhase: Uint8Array;
  /** Events of the home-day: local seconds since 1970, W, var, phases; `capacity` per home. */
  readonly capacity: number;
  readonly eventFromS: Float64Array;
  readonly eventUntilS: Float64Array;
  readonly eventW: Float64Array;
  readonly eventVar: Float64Array;
  /** 0, 1, 2: on a, b, c; 3, 4, 5: not on a, b, c but on the other two. */
  readonly eventPhase: Uint8Array;
  readonly eventCount: Int32Array;
  /** Places of the events that run, `capacity` per home, in the order of drawing; how many, and until when that is so. */
  readonly running: Int32Array;
  readonly runningCount: Int32Array;
  readonly runningUntilS: Float64Array;
  /** Home-day that the events are of, its beginning, and when people are awake, away and back; local seconds. */
  readonly dayFromS: Float64Array;
  /** The season of that day: 1 at midwinter, -1 at midsummer. */
  readonly winter: Float64Array;
  readonly wakeS: Float64Array;
  readonly bedS: Float64Array;
  readonly leaveS: Float64Array;
  readonly backS: Float64Array;
  /** What the columns say holds until this local second, and while as many lamps are wanted. */
  readonly heldUntilS: Float64Array;
  /** Lamps wanted when it was computed; `ANY` if none can be on. */
  readonly heldLamps: Uint8Array;
  /** Lamps wanted at this light, per type. */
  readonly lamps: Uint8Array;
  readonly expected: readonly TypeExpectation[];
  /** Scratch, so that no number crosses a call: the local second, the irradiance, that of `lamps`; one phase vector, W then var. */
  readonly now: Float64Array;
  readonly sum: Float64Array;
  seed: number;
}

interface TypeExpectation {
  /** Hours per year: awake at home, and of one lamp. */
  readonly activeH: number;
  readonly lampH: number;
  readonly applianceWh: Float64Array;
  /** Reactive by active power, per appliance. */
  readonly tangent: Float64Array;
  readonly standbyTangent: number;
  readonly activeTangent: number;
  readonly lightingTangent: number;
  readonly refrigeratorTangent: number;
}

const DAY_S = 86_400;
const YEAR_D = 365.25;
const MIDWINTER_DAY = 355;
const LAMPS = 6;
/** A lamp that would be wanted is on in this part of the half hours. */
const LAMP_ON_RATIO = 0.6;
const LAMP_S = 1800;
/** A number of wanted lamps that any number is. */
const ANY = 255;
/** Draws of a home, by purpose. */
const HOME = { boundary: 0, refrigerator: 2, away: 3, refrigeratorPhase: 5, owned: 100, phase: 200 } as const;
const DAY = { wake: 0, bed: 1, leave: 2, back: 3, away: 4, count: 8 } as const;
/** The slot of draws that all homes share. */
const COMMON = -1;

const word = (seed: number, stream: number, slot: number, counter: number): number =>
  (randomWord(seed, stream, slot, counter) >>> 0) / 4294967296;

export function createHomes(entries: readonly AssetEntry<HomeParameters>[]): Homes {
  const n = entries.length;
  const types = [...new Set(entries.map((entry) => entry.parameters.type))];
  const expected = types.map(expectation);
  let capacity = 1;
  for (const { parameters: p } of entries) {
    // The largest factor comes from owning nothing but what everybody has.
    const least = nominalWh(p.type, expected[types.indexOf(p.type)]!, (a) => p.type.appliances[a]!.ownedRatio >= 1);
    const factor = p.annualEnergyWh / Math.max(1, least);
    let events = 0;
    for (const a of p.type.appliances) {
      const most = a.perDay * factor * (1 + a.seasonRatio) * (1 + p.type.commonDayRatio) * Math.max(1, a.weekendRatio);
      events += Math.ceil(most) + 1;
    }
    capacity = Math.max(capacity, 2 * events);
  }
  const never = (): Float64Array => new Float64Array(n).fill(Number.NaN);
  return {
    slots: slotsOf(entries),
    count: n,
    types,
    typeOf: Uint16Array.from(entries, ({ parameters: p }) => types.indexOf(p.type)),
    shares: Float64Array.from(entries.flatMap(({ parameters: p }) => p.phaseShares)),
    annualEnergyWh: column(entries, (p) => p.annualEnergyWh),
    factor: never(),
    coolingOffset: new Float64Array(n),
    coolingPhase: new Uint8Array(n),
    capacity,
    eventFromS: new Float64Array(n * capacity),
    eventUntilS: new Float64Array(n * capacity),
    eventW: new Float64Array(n * capacity),
    eventVar: new Float64Array(n * capacity),
    eventPhase: new Uint8Array(n * capacity),
    eventCount: new Int32Array(n),
    running: new Int32Array(n * capacity),
    runningCount: new Int32Array(n),
    runningUntilS: never(),
    dayFromS: never(),
    winter: new Float64Array(n),
    wakeS: new Float64Array(n),
    bedS: new Float64Array(n),
    leaveS: new Float64Array(n),
    backS: new Float64Array(n),
    heldUntilS: never(),
    heldLamps: new Uint8Array(n),
    lamps: new Uint8Array(types.length),
    expected,
    now: new Float64Array(3).fill(Number.NaN),
    sum: new Float64Array(6),
    seed: Number.NaN,
  };
}

function nominalWh(type: HomeType, expected: TypeExpectation, has: (appliance: number) => boolean): number {
  const { standby, active, lighting, refrigerator } = type;
  let wh = (standby.powerW + refrigerator.powerW * refrigerator.dutyRatio) * 24 * YEAR_D;
  wh += active.powerW * expected.activeH + lighting.powerW * expected.lampH;
  for (let a = 0; a < type.appliances.length; a++) if (has(a)) wh += expected.applianceWh[a]!;
  return wh;
}

/**
 * What a year expects of a type at 52° north: the hours in which somebody is awake at home and lamps are wanted, under
 * the mean sky, whose irradiance is a power law between a tenth of the clear sky and all of it.
 */
function expectation(type: HomeType): TypeExpectation {
  const quarters = 96;
  const draws = 400;
  // Chance of somebody awake at home per quarter-hour, of working and weekend days.
  const awake = new Float64Array(2 * quarters);
  const day = new Float64Array(4);
  for (let i = 0; i < draws; i++) {
    for (let weekend = 0; weekend < 2; weekend++) {
      const away = word(0, STREAM.home, i, HOME.away) < type.occupancy.awayHomesRatio;
      drawPresence(type, 0, i, i, weekend === 1, away, day);
      for (let q = 0; q < quarters; q++) {
        // Between three at night and three the next day.
        const s = ((q * 900 + 450 + DAY_S - 3 * 3600) % DAY_S) + 3 * 3600;
        if (s >= day[0]! && s < day[1]! && !(s >= day[2]! && s < day[3]!)) {
          awake[weekend * quarters + q]! += 1 / draws;
        }
      }
    }
  }
  let activeH = 0;
  let lampH = 0;
  const sun: SunPosition = { altitudeRad: 0, azimuthRad: 0 };
  const first = daysFromCivil(2011, 1, 1);
  for (let d = 0; d < 365; d += 5) {
    // Summer time from the end of March to the end of October.
    const offsetS = d > 85 && d < 303 ? 7200 : 3600;
    for (let q = 0; q < quarters; q++) {
      const share = (5 * awake[q]! + 2 * awake[quarters + q]!) / 7;
      activeH += (share * 0.25 * YEAR_D) / 73;
      sunPosition(((first + d) * DAY_S + q * 900 + 450 - offsetS) * 1e6, 52.1, 5.18, sun);
      const sine = Math.sin(sun.altitudeRad);
      const clearWPerM2 = sine <= 0 ? 0 : 1098 * sine * Math.exp(-0.057 / sine);
      let wanted = 0;
      for (let lamp = 0; lamp < LAMPS; lamp++) {
        const below = wantedBelow(type.lighting.wantedBelowWPerM2, lamp);
        const x = clearWPerM2 <= 0 ? 1 : Math.max(0, Math.min(1, (below / clearWPerM2 - 0.1) / 0.9));
        wanted += x ** 1.4 / LAMPS;
      }
      lampH += (share * wanted * LAMP_ON_RATIO * 0.25 * YEAR_D) / 73;
    }
  }
  const applianceWh = Float64Array.from(type.appliances, (a) => {
    const perDay = (a.perDay * (5 + 2 * a.weekendRatio)) / 7;
    return (perDay * YEAR_D * a.powerW * a.durationS) / 3600;
  });
  return {
    activeH,
    lampH,
    applianceWh,
    tangent: Float64Array.from(type.appliances, (a) => tangentOf(a.powerFactor)),
    standbyTangent: tangentOf(type.standby.powerFactor),
    activeTangent: tangentOf(type.active.powerFactor),
    lightingTangent: tangentOf(type.lighting.powerFactor),
    refrigeratorTangent: tangentOf(type.refrigerator.powerFactor),
  };
}

/** Wake, bed, leave and back of a day into `out`, as seconds of the local day; leave = back if nobody goes. */
function drawPresence(
  type: HomeType,
  seed: number,
  slot: number,
  day: number,
  weekend: boolean,
  awayHome: boolean,
  out: Float64Array,
): void {
  const { wake, bed, weekendLaterH, awayDaysRatio, leave, back } = type.occupancy;
  const laterH = weekend ? weekendLaterH : 0;
  const at = (clock: ClockHour, purpose: number): number => {
    const z = randomNormal(seed, STREAM.homeDay, slot, DAY.count * day + purpose);
    return (clock.hour + Math.max(-3, Math.min(3, z)) * clock.spreadH) * 3600;
  };
  out[0] = at(wake, DAY.wake) + laterH * 3600;
  out[1] = Math.max(out[0]! + 3600, at(bed, DAY.bed) + laterH * 1800);
  const chance = weekend ? awayDaysRatio : awayHome ? 1 - awayDaysRatio : awayDaysRatio;
  const away = word(seed, STREAM.homeDay, slot, DAY.count * day + DAY.away) < chance;
  out[2] = away ? Math.max(out[0]! + 1800, at(leave, DAY.leave)) : 0;
  out[3] = away ? Math.max(out[2]! + 1800, at(back, DAY.back)) : 0;
}

export function stepHomes(h: Homes, tick: TickContext, columns: AssetColumns): void {
  if (h.seed !== tick.seed) {
    h.seed = tick.seed;
    h.dayFromS.fill(Number.NaN);
    h.heldUntilS.fill(Number.NaN);
    for (let k = 0; k < h.count; k++) drawHome(h, k);
  }
  const nowS = tick.localDay * DAY_S + tick.localSecondOfDay;
  if (!(nowS >= h.now[0]!)) {
    // Asked about an earlier moment, as at the end of summer time: what holds until later need not have held before.
    h.heldUntilS.fill(Number.NaN);
    h.runningUntilS.fill(Number.NaN);
  }
  h.now[0] = nowS;
  h.now[1] = tick.globalIrradianceWPerM2;
  const otherLamps = wantLamps(h);
  const { count, heldUntilS, heldLamps, typeOf, dayFromS } = h;
  for (let k = 0; k < count; k++) {
    if (nowS < heldUntilS[k]!) {
      if (!otherLamps) continue;
      const lamps = heldLamps[k]!;
      if (lamps === ANY || lamps === h.lamps[typeOf[k]!]!) continue;
    }
    const fromS = dayFromS[k]!;
    if (!(nowS >= fromS && nowS < fromS + DAY_S)) drawDay(h, k);
    updatePower(h, k, columns);
  }
}

/**
 * Counts per type the lamps that are wanted at this light: they are the last ones, for each is wanted below more light.
 * Returns whether the count of any type has changed.
 */
function wantLamps(h: Homes): boolean {
  const globalWPerM2 = h.now[1]!;
  if (h.now[2] === globalWPerM2) return false;
  h.now[2] = globalWPerM2;
  let changed = false;
  for (let t = 0; t < h.types.length; t++) {
    const range = h.types[t]!.lighting.wantedBelowWPerM2;
    let wanted = 0;
    for (let lamp = 0; lamp < LAMPS; lamp++) if (globalWPerM2 < wantedBelow(range, lamp)) wanted++;
    if (wanted !== h.lamps[t]!) changed = true;
    h.lamps[t] = wanted;
  }
  return changed;
}

/** Irradiance below which a lamp is wanted, W/m². */
function wantedBelow([low, high]: readonly [number, number], lamp: number): number {
  return low + ((high - low) * (lamp + 0.5)) / LAMPS;
}

function owns(h: Homes, k: number, a: number): boolean {
  return word(h.seed, STREAM.home, h.slots[k]!, HOME.owned + a) < h.types[h.typeOf[k]!]!.appliances[a]!.ownedRatio;
}

/** What follows from the seed for good. */
function drawHome(h: Homes, k: number): void {
  const t = h.typeOf[k]!;
  h.factor[k] = h.annualEnergyWh[k]! / nominalWh(h.types[t]!, h.expected[t]!, (a) => owns(h, k, a));
  h.coolingOffset[k] = word(h.seed, STREAM.home, h.slots[k]!, HOME.refrigerator);
  h.coolingPhase[k] = phaseOf(h, k, HOME.refrigeratorPhase);
}

const scratchDay = new Float64Array(4);

/** Draws the home-day that holds this instant, and what reaches into it from the day before. */
function drawDay(h: Homes, k: number): void {
  const nowS = h.now[0]!;
  const slot = h.slots[k]!;
  const boundaryS = 3 * 3600 + 60 * Math.floor(120 * word(h.seed, STREAM.home, slot, HOME.boundary));
  const day = Math.floor((nowS - boundaryS) / DAY_S);
  const fromS = day * DAY_S + boundaryS;
  const type = h.types[h.typeOf[k]!]!;
  const awayHome = word(h.seed, STREAM.home, slot, HOME.away) < type.occupancy.awayHomesRatio;
  h.dayFromS[k] = fromS;
  h.winter[k] = Math.cos((2 * Math.PI * (((fromS / DAY_S) % YEAR_D) - MIDWINTER_DAY)) / YEAR_D);
  h.eventCount[k] = 0;
  h.runningUntilS[k] = Number.NaN;
  for (let d = day - 1; d <= day; d++) {
    drawPresence(type, h.seed, slot, d, weekdayOf(d) >= 5, awayHome, scratchDay);
    drawEvents(h, k, type, d, boundaryS, fromS, scratchDay);
  }
  h.wakeS[k] = day * DAY_S + scratchDay[0]!;
  h.bedS[k] = day * DAY_S + scratchDay[1]!;
  h.leaveS[k] = day * DAY_S + scratchDay[2]!;
  h.backS[k] = day * DAY_S + scratchDay[3]!;
}

const weekdayOf = (day: number): number => (((day + 3) % 7) + 7) % 7;

function drawEvents(
  h: Homes,
  k: number,
  type: HomeType,
  day: number,
  boundaryS: number,
  keepAfterS: number,
  presence: Float64Array,
): void {
  const slot = h.slots[k]!;
  const winter = Math.cos((2 * Math.PI * ((day % YEAR_D) - MIDWINTER_DAY)) / YEAR_D);
  const common = 1 + type.commonDayRatio * (2 * word(h.seed, STREAM.homeDay, COMMON, day) - 1);
  const weekend = weekdayOf(day) >= 5;
  for (let a = 0; a < type.appliances.length; a++) {
    if (!owns(h, k, a)) continue;
    const appliance = type.appliances[a]!;
    // Counters: 64 appliances per day, 256 draws per appliance.
    const counter = (day * 64 + a) * 256;
    const level = h.factor[k]! * common * (1 + appliance.seasonRatio * winter) * (weekend ? appliance.weekendRatio : 1);
    const uses = Math.min(84, Math.floor(appliance.perDay * level + word(h.seed, STREAM.homeEvent, slot, counter)));
    for (let use = 0; use < uses; use++) {
      const draw = counter + 1 + 3 * use;
      let second = 3600 * startHour(appliance, h.seed, slot, draw);
      // The clock of a home-day runs from its boundary on.
      second = boundaryS + ((((second - boundaryS) % DAY_S) + DAY_S) % DAY_S);
      if (appliance.needsPerson && second >= presence[2]! && second < presence[3]!) {
        second = presence[3]! + 2700 * word(h.seed, STREAM.homeEvent, slot, draw + 1);
      }
      const stretch = 2 * word(h.seed, STREAM.homeEvent, slot, draw + 2) - 1;
      const fromS = day * DAY_S + second;
      const untilS = fromS + appliance.durationS * (1 + appliance.durationSpreadRatio * stretch);
      if (untilS <= keepAfterS || h.eventCount[k]! >= h.capacity) continue;
      const at = k * h.capacity + h.eventCount[k]!;
      h.eventFromS[at] = fromS;
      h.eventUntilS[at] = untilS;
      h.eventW[at] = appliance.powerW;
      h.eventVar[at] = appliance.powerW * h.expected[h.typeOf[k]!]!.tangent[a]!;
      h.eventPhase[at] = phaseOf(h, k, HOME.phase + a) + (appliance.phases === 2 ? 3 : 0);
      h.eventCount[k] = h.eventCount[k]! + 1;
    }
  }
}

function startHour(appliance: HomeAppliance, seed: number, slot: number, draw: number): number {
  const { starts } = appliance;
  let weights = 0;
  for (let i = 0; i < starts.length; i++) weights += starts[i]!.weight;
  let left = randomUniform(seed, STREAM.homeEvent, slot, draw) * weights;
  let i = 0;
  while (i < starts.length - 1 && left >= starts[i]!.weight) {
    left -= starts[i]!.weight;
    i++;
  }
  const z = Math.max(-3, Math.min(3, randomNormal(seed, STREAM.homeEvent, slot, draw + 1)));
  return starts[i]!.hour + z * starts[i]!.spreadH;
}

/** Reactive by active power; a capacitive load, with a negative factor, gives reactive power. */
const tangentOf = (powerFactor: number): number => Math.sign(powerFactor) * Math.tan(Math.acos(Math.abs(powerFactor)));

/** The phase of a circuit, drawn by the home's shares. On two phases: the one that has none of it is drawn. */
function phaseOf(h: Homes, k: number, purpose: number): number {
  const u = word(h.seed, STREAM.home, h.slots[k]!, purpose);
  if (u < h.shares[3 * k]!) return 0;
  return u < h.shares[3 * k]! + h.shares[3 * k + 1]! ? 1 : 2;
}

/** Power of the home now, and until when it holds. */
function updatePower(h: Homes, k: number, columns: AssetColumns): void {
  const nowS = h.now[0]!;
  const tangents = h.expected[h.typeOf[k]!]!;
  const type = h.types[h.typeOf[k]!]!;
  const slot = h.slots[k]!;
  const factor = h.factor[k]!;
  const { sum } = h;
  let untilS = h.dayFromS[k]! + DAY_S;
  let lamps = ANY;

  let spreadW = factor * type.standby.powerW * (1 + type.standby.seasonRatio * h.winter[k]!);
  let spreadVar = spreadW * tangents.standbyTangent;
  if (nowS < h.wakeS[k]!) untilS = Math.min(untilS, h.wakeS[k]!);
  else if (nowS < h.bedS[k]!) {
    untilS = Math.min(untilS, h.bedS[k]!);
    const out = nowS >= h.leaveS[k]! && nowS < h.backS[k]!;
    if (out) untilS = Math.min(untilS, h.backS[k]!);
    else {
      if (nowS < h.leaveS[k]!) untilS = Math.min(untilS, h.leaveS[k]!);
      lamps = h.lamps[h.typeOf[k]!]!;
      if (lamps > 0) untilS = Math.min(untilS, nowS - (nowS % LAMP_S) + LAMP_S);
      const activeW = factor * type.active.powerW;
      const lightsW = (factor * type.lighting.powerW * lampsOn(h, k)) / LAMPS;
      spreadW += activeW + lightsW;
      spreadVar += activeW * tangents.activeTangent + lightsW * tangents.lightingTangent;
    }
  }
  for (let p = 0; p < 3; p++) {
    sum[p] = spreadW * h.shares[3 * k + p]!;
    // Zero is added so that it is never a negative zero: frames are compared bit for bit.
    sum[3 + p] = spreadVar * h.shares[3 * k + p]! + 0;
  }

  const { powerW, onS, dutyRatio } = type.refrigerator;
  const cycleS = onS / Math.min(0.9, dutyRatio * factor);
  const inCycleS = (nowS + cycleS * h.coolingOffset[k]!) % cycleS;
  if (inCycleS < onS) {
    const p = h.coolingPhase[k]!;
    sum[p]! += powerW;
    sum[3 + p]! += powerW * tangents.refrigeratorTangent;
    untilS = Math.min(untilS, nowS + onS - inCycleS);
  } else untilS = Math.min(untilS, nowS + cycleS - inCycleS);

  if (!(nowS < h.runningUntilS[k]!)) findRunning(h, k);
  untilS = Math.min(untilS, h.runningUntilS[k]!);
  const first = k * h.capacity;
  const end = first + h.runningCount[k]!;
  for (let n = first; n < end; n++) addEvent(h, k, h.running[n]!);

  const totalW = sum[0]! + sum[1]! + sum[2]!;
  columns.modelledPowerW[slot] = totalW;
  columns.modelledReactiveVar[slot] = sum[3]! + sum[4]! + sum[5]!;
  columns.availableMaxW[slot] = totalW;
  columns.availableMinW[slot] = totalW;
  for (let p = 0; p < 3; p++) {
    columns.modelledPhaseW[3 * slot + p] = sum[p]!;
    columns.modelledPhaseVar[3 * slot + p] = sum[3 + p]!;
  }
  h.heldUntilS[k] = untilS;
  h.heldLamps[k] = lamps;
}

/** Events come and go some forty times a day; lamps, refrigerator and people change a home's power far more often. */
function findRunning(h: Homes, k: number): void {
  const nowS = h.now[0]!;
  const first = k * h.capacity;
  const end = first + h.eventCount[k]!;
  let untilS = Number.POSITIVE_INFINITY;
  let count = 0;
  for (let e = first; e < end; e++) {
    const fromS = h.eventFromS[e]!;
    const endS = h.eventUntilS[e]!;
    if (nowS < fromS) untilS = Math.min(untilS, fromS);
    else if (nowS < endS) {
      untilS = Math.min(untilS, endS);
      h.running[first + count++] = e;
    }
  }
  h.runningCount[k] = count;
  h.runningUntilS[k] = untilS;
}

function addEvent(h: Homes, k: number, e: number): void {
  const { sum, shares } = h;
  const at = 3 * k;
  const phase = h.eventPhase[e]!;
  const powerW = h.eventW[e]!;
  const reactive = h.eventVar[e]!;
  if (phase < 3) {
    sum[phase]! += powerW;
    sum[3 + phase]! += reactive;
    return;
  }
  // Two phases: its own and the next one that the home has; a single-phase home has no other.
  const own = phase - 3;
  let other = (own + 1) % 3;
  if (shares[at + other]! === 0) other = (own + 2) % 3;
  if (shares[at + other]! === 0) other = own;
  sum[own]! += powerW / 2;
  sum[3 + own]! += reactive / 2;
  sum[other]! += powerW / 2;
  sum[3 + other]! += reactive / 2;
}

/** Lamps that are on: those wanted at this light, each for some half hours. */
function lampsOn(h: Homes, k: number): number {
  const halfHour = Math.floor(h.now[0]! / LAMP_S);
  let on = 0;
  for (let lamp = LAMPS - h.lamps[h.typeOf[k]!]!; lamp < LAMPS; lamp++) {
    // Words are compared as they are: 32 signed bits are never boxed.
    const u = randomWord(h.seed, STREAM.homeDay, h.slots[k]!, halfHour * 8 + lamp + 0x40000000) >>> 0;
    if (u < LAMP_ON_RATIO * 4294967296) on++;
  }
  return on;
}

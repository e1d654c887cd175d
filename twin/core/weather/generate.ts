/**
 * Weather that has never been, true to the months of De Bilt: daily figures as KNMI would have written them.
 *
 * Letters, all for one day: t, s, w are standard normal and remember the day before (AR(1)); s and w share a part with t.
 *   temperature   T = climate + σ (t + k (t² - 1)) / norm,   k = skewness / 6
 *   sunshine      r = dark + (bright - dark) Φ(s)^p, the part of a clear sky's radiation that arrives; p gives r its mean
 *   range         of the day: its mean, more on bright days, and chance
 *   wind          log-normal in w
 *
 * Years come in blocks of twenty (2001-2020, 2021-2040, …), the length of the record behind the climate. A block is
 * centred: over its twenty years each month has the climate's mean temperature and radiation. So a study of some years
 * meets cold and mild ones, and a study of twenty meets the climate, not another one by chance. Everything is a function
 * of (seed, day).
 */
import { daysFromCivil, monthOfDay, yearOfDay } from '../base/civil.js';
import { randomNormal, randomUniform, STREAM } from '../base/random.js';
import { type SunPosition, sunPosition } from '../base/sun.js';
import { alongMonths, DE_BILT, nodesWithMeans } from './climate.js';
import { type DailyFigures, dailyFromKnmi, WH_PER_M2_IN_J_PER_CM2 } from './daily.js';
import { clearSkyGlobalWPerM2 } from './irradiance.js';

/** A row of KNMI's daily file, in its units: 0.1 °C, hour slots in UT, J/cm², 0.1 m/s. */
export interface GeneratedDay {
  /** Days since 1970-01-01, UT. */
  readonly day: number;
  readonly date: number;
  readonly tg: number;
  readonly tn: number;
  readonly tnh: number;
  readonly tx: number;
  readonly txh: number;
  readonly q: number;
  readonly fg: number;
}

const BLOCK_YEARS = 20;
const FIRST_BLOCK = 2001;
/** Days after which nothing is left of the beginning: 0.8 to the power of 200 is 4e-20. */
const LEAD_DAYS = 200;
/** Draws of one day, by purpose. */
const DRAW = {
  temperature: 0,
  sun: 1,
  wind: 2,
  range: 3,
  share: 4,
  minimum: 5,
  maximum: 6,
  slot: 7,
  width: 8,
} as const;

/** `count` days from `firstDay` (days since 1970, UT) on. */
export function generateRows(seed: number, firstDay: number, count: number): GeneratedDay[] {
  const rows: GeneratedDay[] = [];
  while (rows.length < count) {
    const block = blockOf(seed, firstDay + rows.length);
    const from = firstDay + rows.length - block.firstDay;
    rows.push(...block.rows.slice(from, from + count - rows.length));
  }
  return rows;
}

export function generateDays(seed: number, firstDay: number, count: number): DailyFigures[] {
  return generateRows(seed, firstDay, count).map((row) =>
    dailyFromKnmi(row.date, row.tg, row.tn, row.tnh, row.tx, row.txh, row.q, row.fg),
  );
}

interface Block {
  readonly firstDay: number;
  readonly rows: readonly GeneratedDay[];
}

function blockOf(seed: number, day: number): Block {
  const year = FIRST_BLOCK + BLOCK_YEARS * Math.floor((yearOfDay(day) - FIRST_BLOCK) / BLOCK_YEARS);
  const firstDay = daysFromCivil(year, 1, 1);
  const count = daysFromCivil(year + BLOCK_YEARS, 1, 1) - firstDay;
  const chance = memories(seed, firstDay, count);
  const clear = clearSkyWhPerM2();
  const meanC = nodesWithMeans(DE_BILT.meanC);

  const anomalyK = new Float64Array(count);
  const ratio = new Float64Array(count);
  const whPerM2 = new Float64Array(count);
  const month = Uint8Array.from({ length: count }, (_, d) => monthOfDay(firstDay + d) - 1);
  const meanRatio = DE_BILT.globalKwhPerM2.map((kwh, m) => (kwh * 1000) / clear.month[m]!);
  for (let d = 0; d < count; d++) {
    const on = firstDay + d;
    const k = alongMonths(DE_BILT.skewness, on) / 6;
    const t = chance.temperature[d]!;
    anomalyK[d] = (alongMonths(DE_BILT.deviationK, on) * (t + k * (t * t - 1))) / Math.sqrt(1 + 2 * k * k);
    const dark = alongMonths(DE_BILT.darkestRatio, on);
    const bright = alongMonths(DE_BILT.brightestRatio, on);
    // The mean of u^p over uniform u is 1 / (1 + p).
    const p = (bright - dark) / (alongMonths(meanRatio, on) - dark) - 1;
    ratio[d] = dark + (bright - dark) * normalShare(chance.sun[d]!) ** p;
    whPerM2[d] = ratio[d]! * clear.day[dayOfClearYear(on)]!;
  }

  const days = new Float64Array(12);
  const sumK = new Float64Array(12);
  const sumWh = new Float64Array(12);
  for (let d = 0; d < count; d++) {
    const m = month[d]!;
    days[m]! += 1;
    sumK[m]! += anomalyK[d]!;
    sumWh[m]! += whPerM2[d]!;
  }
  const centreK = nodesWithMeans(sumK.map((sum, m) => sum / days[m]!));
  const centreWh = sumWh.map((sum, m) => (DE_BILT.globalKwhPerM2[m]! * 1000 * BLOCK_YEARS) / sum);

  const rows: GeneratedDay[] = [];
  for (let d = 0; d < count; d++) {
    const on = firstDay + d;
    const temperatureC = alongMonths(meanC, on) + anomalyK[d]! - alongMonths(centreK, on);
    rows.push(
      row(
        seed,
        on,
        temperatureC,
        ratio[d]!,
        whPerM2[d]! * centreWh[month[d]!]!,
        chance.wind[d]!,
        meanRatio[month[d]!]!,
      ),
    );
  }
  return { firstDay, rows };
}

/** Three standard normal series with memory. */
function memories(seed: number, firstDay: number, count: number) {
  const temperature = new Float64Array(count);
  const sun = new Float64Array(count);
  const wind = new Float64Array(count);
  let t = 0;
  let s = 0;
  let w = 0;
  for (let d = -LEAD_DAYS; d < count; d++) {
    const on = firstDay + d;
    t = remember(DE_BILT.temperatureMemory, t, normal(seed, on, DRAW.temperature));
    s = remember(DE_BILT.sunMemory, s, normal(seed, on, DRAW.sun));
    w = remember(DE_BILT.windMemory, w, normal(seed, on, DRAW.wind));
    if (d < 0) continue;
    const withSun = alongMonths(DE_BILT.temperatureSun, on);
    const withWind = alongMonths(DE_BILT.temperatureWind, on);
    temperature[d] = t;
    sun[d] = withSun * t + Math.sqrt(1 - withSun * withSun) * s;
    wind[d] = withWind * t + Math.sqrt(1 - withWind * withWind) * w;
  }
  return { temperature, sun, wind };
}

const remember = (memory: number, before: number, fresh: number): number =>
  memory * before + Math.sqrt(1 - memory * memory) * fresh;

const normal = (seed: number, day: number, purpose: number): number => randomNormal(seed, STREAM.weather, purpose, day);
const uniform = (seed: number, day: number, purpose: number): number =>
  randomUniform(seed, STREAM.weather, purpose, day);

function row(
  seed: number,
  day: number,
  meanC: number,
  ratio: number,
  whPerM2: number,
  wind: number,
  meanRatio: number,
): GeneratedDay {
  const deviationK = alongMonths(DE_BILT.rangeDeviationK, day);
  const withSun = alongMonths(DE_BILT.rangeSun, day);
  // Sunshine scatters by about 0.25 of a clear sky; what it does not explain is chance.
  const sunny = (ratio - meanRatio) / 0.25;
  const chance = Math.sqrt(1 - withSun * withSun) * normal(seed, day, DRAW.range);
  const rangeK = Math.max(1.2, alongMonths(DE_BILT.rangeK, day) + deviationK * (withSun * sunny + chance));
  const share = Math.max(0.36, Math.min(0.64, 0.51 + 0.07 * normal(seed, day, DRAW.share)));
  const deviation = alongMonths(DE_BILT.windLogDeviation, day);
  const windMPerS = alongMonths(DE_BILT.windMPerS, day) * Math.exp(deviation * wind - (deviation * deviation) / 2);
  const year = yearOfDay(day);
  const month = monthOfDay(day);
  return {
    day,
    date: year * 10_000 + month * 100 + (day - daysFromCivil(year, month, 1) + 1),
    tg: Math.round(10 * meanC),
    tn: Math.round(10 * (meanC - share * rangeK)),
    tnh: minimumSlot(seed, day),
    tx: Math.round(10 * (meanC + (1 - share) * rangeK)),
    txh: maximumSlot(seed, day),
    q: Math.round(whPerM2 / WH_PER_M2_IN_J_PER_CM2),
    fg: Math.round(10 * windMPerS),
  };
}

/**
 * Hour slots of the extremes, with the shares counted in the record: the minimum lies around sunrise in seven days of
 * ten and in the last hour in two; the maximum in the early afternoon in nine of ten, and else at an end of the day.
 */
function minimumSlot(seed: number, day: number): number {
  if (uniform(seed, day, DRAW.minimum) >= 0.72) return 24;
  // Sunrise between 4 UT in June and 8 UT in December.
  const sunriseH = 6 + 2.1 * Math.cos((2 * Math.PI * (dayOfClearYear(day) + 10)) / 365);
  return Math.max(1, Math.min(9, Math.round(sunriseH + 1.2 * normal(seed, day, DRAW.slot))));
}

function maximumSlot(seed: number, day: number): number {
  const kind = uniform(seed, day, DRAW.maximum);
  if (kind < 0.04) return 1;
  if (kind > 0.97) return 23;
  return Math.max(10, Math.min(18, Math.round(13.7 + 1.4 * normal(seed, day, DRAW.width))));
}

/** Share of a standard normal below z (Abramowitz & Stegun 26.2.17, within 7.5e-8). */
function normalShare(z: number): number {
  const k = 1 / (1 + 0.2316419 * Math.abs(z));
  const tail =
    0.3989422804014327 *
    Math.exp((-z * z) / 2) *
    k *
    (0.31938153 + k * (-0.356563782 + k * (1.781477937 + k * (-1.821255978 + k * 1.330274429))));
  return z < 0 ? tail : 1 - tail;
}

/** Place of a day in the year of clear days; 29 February takes that of 1 March. */
function dayOfClearYear(day: number): number {
  return day - daysFromCivil(yearOfDay(day), 1, 1);
}

interface ClearSky {
  /** Radiation of a clear day, Wh/m², for 366 days of a year, and its sum per month of 2011. */
  readonly day: Float64Array;
  readonly month: Float64Array;
}

let clearSky: ClearSky | undefined;

function clearSkyWhPerM2(): ClearSky {
  if (clearSky !== undefined) return clearSky;
  const first = daysFromCivil(2011, 1, 1);
  const stepS = 300;
  const day = new Float64Array(366);
  const month = new Float64Array(12);
  const sun: SunPosition = { altitudeRad: 0, azimuthRad: 0 };
  for (let d = 0; d < 366; d++) {
    for (let s = stepS / 2; s < 86_400; s += stepS) {
      sunPosition(((first + d) * 86_400 + s) * 1e6, DE_BILT.latitudeDeg, DE_BILT.longitudeDeg, sun);
      day[d]! += (clearSkyGlobalWPerM2(sun.altitudeRad) * stepS) / 3600;
    }
    if (d < 365) month[monthOfDay(first + d) - 1]! += day[d]!;
  }
  clearSky = { day, month };
  return clearSky;
}

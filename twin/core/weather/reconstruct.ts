/**
 * Minutes from daily figures. The method and what it keeps stand in README.md beside this file.
 */
import { dayOfYear } from '../base/civil.js';
import { type SunPosition, sunPosition } from '../base/sun.js';
import type { DailyFigures } from './daily.js';
import { clearSkyGlobalWPerM2, diffuseWPerM2 } from './irradiance.js';

export const MINUTES_PER_DAY = 1440;
const DAY_S = 86_400;
/** Numbers per minute in a series. */
export const WEATHER_WIDTH = 4;

/** Minutes of one day in UT: outdoor temperature °C, global and diffuse irradiance W/m², wind m/s; four per minute. */
export type WeatherMinutes = Float64Array;

/**
 * Rebuilds the minutes of `days[index]`. Neighbours are used if they are the days before and after in the calendar;
 * otherwise the day is taken as its own neighbour.
 */
export function dayMinutes(
  days: readonly DailyFigures[],
  index: number,
  latitudeDeg: number,
  longitudeDeg: number,
): WeatherMinutes {
  const day = days[index]!;
  const minutes = new Float64Array(WEATHER_WIDTH * MINUTES_PER_DAY);
  fillTemperature(minutes, neighbour(days, index, -1), day, neighbour(days, index, 1));
  for (let m = 0; m < MINUTES_PER_DAY; m++) minutes[WEATHER_WIDTH * m + 3] = day.windMPerS;
  fillRadiation(minutes, day, latitudeDeg, longitudeDeg);
  return minutes;
}

function neighbour(days: readonly DailyFigures[], index: number, step: number): DailyFigures {
  const day = days[index]!;
  const other = days[index + step];
  return other?.day === day.day + step ? other : day;
}

interface Anchor {
  readonly atS: number;
  readonly valueC: number;
}

function extremes(day: DailyFigures): readonly [Anchor, Anchor] {
  const minimum = { atS: day.minimumAtS, valueC: day.minimumC };
  const maximum = { atS: day.maximumAtS, valueC: day.maximumC };
  return minimum.atS < maximum.atS ? [minimum, maximum] : [maximum, minimum];
}

/** 0 to 1 along half a cosine. */
const ease = (share: number): number => (1 - Math.cos(Math.PI * share)) / 2;

/** Two maxima further apart than this have a night between them. */
const NIGHT_GAP_S = 6 * 3600;

/**
 * Temperature at a midnight: on the cosine between the extremes around it, within the range of both days. Between the
 * maxima of two days, whose minima lie elsewhere, a night has still been cold: the lowest value that both days had.
 */
function midnightC(before: DailyFigures, after: DailyFigures): number {
  const last = extremes(before)[1];
  const next = extremes(after)[0];
  const gapS = DAY_S - last.atS + next.atS;
  const low = Math.max(before.minimumC, after.minimumC);
  const high = Math.min(before.maximumC, after.maximumC);
  if (low > high) return (low + high) / 2;
  if (last.valueC === before.maximumC && next.valueC === after.maximumC && gapS > NIGHT_GAP_S) return low;
  const valueC = last.valueC + (next.valueC - last.valueC) * ease((DAY_S - last.atS) / gapS);
  return Math.max(low, Math.min(high, valueC));
}

/**
 * Temperatures of the minutes of a day: half cosines between midnight, the extremes and midnight, bent up or down between
 * them until the day's mean comes out. The bend is a squared sine per stretch, the higher the longer the stretch; what it
 * would lift out of the day's range is cut there.
 */
function fillTemperature(minutes: WeatherMinutes, before: DailyFigures, day: DailyFigures, after: DailyFigures): void {
  const anchors: readonly Anchor[] = [
    { atS: 0, valueC: midnightC(before, day) },
    ...extremes(day),
    { atS: DAY_S, valueC: midnightC(day, after) },
  ];
  const straight = new Float64Array(MINUTES_PER_DAY);
  const bend = new Float64Array(MINUTES_PER_DAY);
  for (let m = 0, i = 0; m < MINUTES_PER_DAY; m++) {
    const second = m * 60 + 30;
    while (second >= anchors[i + 1]!.atS) i++;
    const from = anchors[i]!;
    const to = anchors[i + 1]!;
    const lengthS = to.atS - from.atS;
    const along = (second - from.atS) / lengthS;
    straight[m] = from.valueC + (to.valueC - from.valueC) * ease(along);
    bend[m] = (Math.sin(Math.PI * along) ** 2 * lengthS) / DAY_S;
  }
  const low = Math.min(day.minimumC, anchors[0]!.valueC, anchors[3]!.valueC);
  const high = Math.max(day.maximumC, anchors[0]!.valueC, anchors[3]!.valueC);
  const bent = (m: number, heightC: number): number => Math.max(low, Math.min(high, straight[m]! + heightC * bend[m]!));
  const mean = (heightC: number): number => {
    let sum = 0;
    for (let m = 0; m < MINUTES_PER_DAY; m++) sum += bent(m, heightC);
    return sum / MINUTES_PER_DAY;
  };
  // The mean rises with the height: bisection. Beyond 50 ranges every stretch is at a limit already.
  let below = -50 * (high - low);
  let above = -below;
  for (let i = 0; i < 40; i++) {
    const middle = (below + above) / 2;
    if (mean(middle) > day.meanC) above = middle;
    else below = middle;
  }
  for (let m = 0; m < MINUTES_PER_DAY; m++) minutes[WEATHER_WIDTH * m] = bent(m, (below + above) / 2);
}

/** Clear-sky shape, scaled so that the day's radiation comes out exactly. */
function fillRadiation(minutes: WeatherMinutes, day: DailyFigures, latitudeDeg: number, longitudeDeg: number): void {
  const sun: SunPosition = { altitudeRad: 0, azimuthRad: 0 };
  const altitude = new Float64Array(MINUTES_PER_DAY);
  const shape = new Float64Array(MINUTES_PER_DAY);
  let shapeWhPerM2 = 0;
  for (let m = 0; m < MINUTES_PER_DAY; m++) {
    sunPosition((day.day * DAY_S + m * 60 + 30) * 1e6, latitudeDeg, longitudeDeg, sun);
    altitude[m] = sun.altitudeRad;
    shape[m] = clearSkyGlobalWPerM2(sun.altitudeRad);
    shapeWhPerM2 += shape[m]! / 60;
  }
  const scale = shapeWhPerM2 > 0 ? day.globalWhPerM2 / shapeWhPerM2 : 0;
  for (let m = 0; m < MINUTES_PER_DAY; m++) {
    const globalWPerM2 = scale * shape[m]!;
    minutes[WEATHER_WIDTH * m + 1] = globalWPerM2;
    minutes[WEATHER_WIDTH * m + 2] = diffuseWPerM2(globalWPerM2, altitude[m]!, dayOfYear(day.day));
  }
}

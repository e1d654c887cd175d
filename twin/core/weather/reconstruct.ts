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
  const curve = temperatureCurve(neighbour(days, index, -1), day, neighbour(days, index, 1));
  for (let m = 0; m < MINUTES_PER_DAY; m++) {
    minutes[WEATHER_WIDTH * m] = curve(m * 60 + 30);
    minutes[WEATHER_WIDTH * m + 3] = day.windMPerS;
  }
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

/** Temperature at a midnight: on the cosine between the extremes around it, within the range of both days. */
function midnightC(before: DailyFigures, after: DailyFigures): number {
  const last = extremes(before)[1];
  const next = extremes(after)[0];
  const gapS = DAY_S - last.atS + next.atS;
  const valueC = last.valueC + (next.valueC - last.valueC) * ease((DAY_S - last.atS) / gapS);
  const low = Math.max(before.minimumC, after.minimumC);
  const high = Math.min(before.maximumC, after.maximumC);
  return low <= high ? Math.max(low, Math.min(high, valueC)) : (low + high) / 2;
}

/**
 * Temperature over one day as a function of the second of the day: monotone between midnight, extremes and midnight,
 * bent such that the day's mean comes out.
 */
function temperatureCurve(before: DailyFigures, day: DailyFigures, after: DailyFigures): (second: number) => number {
  const anchors: Anchor[] = [
    { atS: 0, valueC: midnightC(before, day) },
    ...extremes(day),
    { atS: DAY_S, valueC: midnightC(day, after) },
  ];
  // Share of the warm end, raised to a power: below 1 the day is warmer, above 1 colder, and it stays in its range.
  const at = (second: number, power: number): number => {
    let i = 0;
    while (i < anchors.length - 2 && second >= anchors[i + 1]!.atS) i++;
    const from = anchors[i]!;
    const to = anchors[i + 1]!;
    const along = ease((second - from.atS) / (to.atS - from.atS));
    const rising = to.valueC > from.valueC;
    const cold = rising ? from.valueC : to.valueC;
    const warm = rising ? to.valueC : from.valueC;
    return cold + (warm - cold) * (rising ? along : 1 - along) ** power;
  };
  const mean = (power: number): number => {
    let sum = 0;
    for (let m = 0; m < MINUTES_PER_DAY; m++) sum += at(m * 60 + 30, power);
    return sum / MINUTES_PER_DAY;
  };
  // The mean falls with the power: bisection on its logarithm. Beyond these powers a curve is a step.
  let low = Math.log(0.1);
  let high = Math.log(10);
  for (let i = 0; i < 50; i++) {
    const middle = (low + high) / 2;
    if (mean(Math.exp(middle)) > day.meanC) low = middle;
    else high = middle;
  }
  const power = Math.exp((low + high) / 2);
  return (second) => at(second, power);
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

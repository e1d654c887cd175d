/**
 * Minutes from hourly observations: what an hour measured is kept exactly, and only the course within the hour is filled in.
 *
 *   temperature   measured at the end of each hour; straight lines between
 *   radiation     the sum of each hour, spread over it like a clear sky with twilight
 *   wind          the mean of each hour, constant within it
 */
import { dayOfYear } from '../base/civil.js';
import { type SunPosition, sunPosition } from '../base/sun.js';
import { clearSkyGlobalWPerM2, diffuseWPerM2 } from './irradiance.js';
import { MINUTES_PER_DAY, WEATHER_WIDTH, type WeatherMinutes } from './reconstruct.js';

export interface HourlyFigures {
  /** Start of the hour: hours since 1970-01-01T00Z. */
  readonly hour: number;
  /** At the end of the hour. */
  readonly temperatureC: number;
  /** Over the hour, on the horizontal. */
  readonly globalWhPerM2: number;
  readonly windMPerS: number;
}

const DAY_S = 86_400;
/** Light of a sun at the horizon, W/m², and how far below it there is none: it bounds what an hour's few bright minutes get. */
const TWILIGHT_W_PER_M2 = 8;
const TWILIGHT_RAD = (6 * Math.PI) / 180;

/**
 * The minutes of a UT day (days since 1970). `at` gives the figures of an hour, or undefined where there are none: such
 * an hour has the temperature of the last one that has figures (before the first: of the first), no light and no wind.
 * The caller sees to it that a run needs none.
 */
export function hourlyDayMinutes(
  at: (hour: number) => HourlyFigures | undefined,
  day: number,
  latitudeDeg: number,
  longitudeDeg: number,
): WeatherMinutes {
  const minutes = new Float64Array(WEATHER_WIDTH * MINUTES_PER_DAY);
  const sun: SunPosition = { altitudeRad: 0, azimuthRad: 0 };
  const altitude = new Float64Array(60);
  const shape = new Float64Array(60);
  const ofYear = dayOfYear(day);
  let lastC = Number.NaN;
  for (let h = 0; h < 24 && Number.isNaN(lastC); h++) lastC = at(24 * day + h)?.temperatureC ?? Number.NaN;
  for (let h = 0; h < 24; h++) {
    const hour = 24 * day + h;
    const figures = at(hour);
    const endC = figures?.temperatureC ?? lastC;
    const startC = at(hour - 1)?.temperatureC ?? lastC;
    lastC = endC;
    let shapeSum = 0;
    for (let m = 0; m < 60; m++) {
      sunPosition((day * DAY_S + (60 * h + m) * 60 + 30) * 1e6, latitudeDeg, longitudeDeg, sun);
      altitude[m] = sun.altitudeRad;
      const twilight = Math.max(0, Math.min(1, 1 + sun.altitudeRad / TWILIGHT_RAD));
      shape[m] = clearSkyGlobalWPerM2(sun.altitudeRad) + TWILIGHT_W_PER_M2 * twilight;
      shapeSum += shape[m]!;
    }
    const wh = figures?.globalWhPerM2 ?? 0;
    for (let m = 0; m < 60; m++) {
      const out = WEATHER_WIDTH * (60 * h + m);
      // Light in an hour without sun or twilight is the instrument's; it is kept, evenly.
      const globalWPerM2 = shapeSum > 0 ? (wh * 60 * shape[m]!) / shapeSum : wh;
      minutes[out] = startC + ((endC - startC) * (m + 0.5)) / 60;
      minutes[out + 1] = globalWPerM2;
      minutes[out + 2] = diffuseWPerM2(globalWPerM2, altitude[m]!, ofYear);
      minutes[out + 3] = figures?.windMPerS ?? 0;
    }
  }
  return minutes;
}

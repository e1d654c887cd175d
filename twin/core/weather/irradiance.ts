/** The shape of a day's radiation, and its split into beam and diffuse light. */
import { extraterrestrialWPerM2 } from '../base/sun.js';

/** Global irradiance under a clear sky, W/m² (Haurwitz 1945): from the sun's altitude alone. */
export function clearSkyGlobalWPerM2(sunAltitudeRad: number): number {
  const sine = Math.sin(sunAltitudeRad);
  return sine <= 0 ? 0 : 1098 * sine * Math.exp(-0.057 / sine);
}

/**
 * Diffuse part of the global irradiance (Erbs, Klein, Duffie, Solar Energy 28, 1982), a function of the clearness index
 * kt = global / what arrives outside the atmosphere on the horizontal.
 */
export function diffuseRatio(clearness: number): number {
  if (clearness <= 0.22) return 1 - 0.09 * clearness;
  if (clearness > 0.8) return 0.165;
  const k = clearness;
  return 0.9511 - 0.1604 * k + 4.388 * k ** 2 - 16.638 * k ** 3 + 12.336 * k ** 4;
}

/** Diffuse irradiance on the horizontal, W/m², at most the global one. */
export function diffuseWPerM2(globalWPerM2: number, sunAltitudeRad: number, dayOfYear: number): number {
  if (globalWPerM2 <= 0) return 0;
  const horizontal = extraterrestrialWPerM2(dayOfYear) * Math.sin(sunAltitudeRad);
  // At the horizon the index has no meaning; there is no beam either.
  if (horizontal < 1) return globalWPerM2;
  return globalWPerM2 * diffuseRatio(globalWPerM2 / horizontal);
}

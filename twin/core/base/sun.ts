/**
 * Where the sun stands, and what a tilted plane sees of it. A function of the instant like the civil calendar: the
 * weather needs it to spread a day's radiation, the assets to turn radiation into power.
 */

/** Irradiance outside the atmosphere at the mean distance, W/m² (WMO 2014 / Kopp & Lean 2011). */
export const SOLAR_CONSTANT_W_PER_M2 = 1361;

const DEG = Math.PI / 180;
const J2000_S = 946_728_000; // 2000-01-01T12:00Z

/** Filled by `sunPosition`; one object is reused so that a tick allocates nothing. */
export interface SunPosition {
  /** Angle above the horizon, rad; negative at night. No refraction. */
  altitudeRad: number;
  /** From north, clockwise, 0 to 2π. */
  azimuthRad: number;
}

/**
 * Low-precision formulas of the Astronomical Almanac (Michalsky, Solar Energy 40, 1988): within 0.01° for 1950-2050.
 * North and east are positive.
 */
export function sunPosition(timeUs: number, latitudeDeg: number, longitudeDeg: number, out: SunPosition): void {
  const days = (timeUs / 1e6 - J2000_S) / 86_400;
  const meanLongitude = (280.46 + 0.9856474 * days) * DEG;
  const anomaly = (357.528 + 0.9856003 * days) * DEG;
  const eclipticLongitude = meanLongitude + (1.915 * Math.sin(anomaly) + 0.02 * Math.sin(2 * anomaly)) * DEG;
  const obliquity = (23.439 - 4e-7 * days) * DEG;
  const rightAscension = Math.atan2(Math.cos(obliquity) * Math.sin(eclipticLongitude), Math.cos(eclipticLongitude));
  const declination = Math.asin(Math.sin(obliquity) * Math.sin(eclipticLongitude));
  // Greenwich mean sidereal time: 280.46062° at J2000, 360.98564737° a day.
  const hourAngle = (280.46062 + 360.98564737 * days + longitudeDeg) * DEG - rightAscension;

  const latitude = latitudeDeg * DEG;
  const sinAltitude =
    Math.sin(latitude) * Math.sin(declination) + Math.cos(latitude) * Math.cos(declination) * Math.cos(hourAngle);
  out.altitudeRad = Math.asin(Math.max(-1, Math.min(1, sinAltitude)));
  const fromSouth = Math.atan2(
    Math.sin(hourAngle),
    Math.cos(hourAngle) * Math.sin(latitude) - Math.tan(declination) * Math.cos(latitude),
  );
  out.azimuthRad = (((fromSouth + Math.PI) % (2 * Math.PI)) + 2 * Math.PI) % (2 * Math.PI);
}

/** Irradiance outside the atmosphere on a plane that faces the sun, W/m²: the distance varies over the year by 3.3 %. */
export function extraterrestrialWPerM2(dayOfYear: number): number {
  return SOLAR_CONSTANT_W_PER_M2 * (1 + 0.033 * Math.cos((2 * Math.PI * dayOfYear) / 365.25));
}

/**
 * Light of the sky by where it comes from (Hay & Davies 1980), into `out`: 0 beam, 1 diffuse light that comes from
 * everywhere, 2 diffuse light from around the sun (both 0 and 2 as on a plane that faces the sun, W/m²), 3-5 the direction
 * of the sun: up, north, east. A plane whose normal is n gets (0 + 2) · max(0, n · sun) + 1 · (1 + cos tilt)/2 and light from
 * the ground. Angles in rad.
 */
export function splitSky(
  globalWPerM2: number,
  diffuseWPerM2: number,
  sunAltitudeRad: number,
  sunAzimuthRad: number,
  out: Float64Array,
): void {
  const sinAltitude = Math.sin(sunAltitudeRad);
  const cosAltitude = Math.cos(sunAltitudeRad);
  out[3] = sinAltitude;
  out[4] = cosAltitude * Math.cos(sunAzimuthRad);
  out[5] = cosAltitude * Math.sin(sunAzimuthRad);
  // Below 1° the quotient of two small numbers says nothing about a beam: all light is taken as diffuse.
  if (globalWPerM2 <= 0 || sinAltitude < 0.0175) {
    out[0] = 0;
    out[1] = Math.max(0, globalWPerM2);
    out[2] = 0;
    return;
  }
  const beam = Math.min(Math.max(0, globalWPerM2 - diffuseWPerM2) / sinAltitude, SOLAR_CONSTANT_W_PER_M2);
  const anisotropy = beam / SOLAR_CONSTANT_W_PER_M2;
  out[0] = beam;
  out[1] = diffuseWPerM2 * (1 - anisotropy);
  out[2] = (diffuseWPerM2 * anisotropy) / sinAltitude;
}

/**
 * Irradiance on a tilted plane, W/m² (Hay & Davies 1980): beam, diffuse light of which a part comes from around the
 * sun, and light from the ground. Angles in rad; `azimuthRad` is where the plane faces, from north, clockwise.
 */
export function planeIrradianceWPerM2(
  globalWPerM2: number,
  diffuseWPerM2: number,
  sunAltitudeRad: number,
  sunAzimuthRad: number,
  tiltRad: number,
  azimuthRad: number,
  albedoRatio: number,
): number {
  if (globalWPerM2 <= 0) return 0;
  const light = new Float64Array(6);
  splitSky(globalWPerM2, diffuseWPerM2, sunAltitudeRad, sunAzimuthRad, light);
  const cosTilt = Math.cos(tiltRad);
  const sinTilt = Math.sin(tiltRad);
  const alongSun =
    light[3]! * cosTilt + sinTilt * (light[4]! * Math.cos(azimuthRad) + light[5]! * Math.sin(azimuthRad));
  const ground = (globalWPerM2 * albedoRatio * (1 - cosTilt)) / 2;
  return (light[0]! + light[2]!) * Math.max(0, alongSun) + (light[1]! * (1 + cosTilt)) / 2 + ground;
}

import { describe, expect, it } from 'vitest';
import { planeIrradianceWPerM2, type SunPosition, sunPosition } from '../../../../twin/core/base/sun.js';

const DEG = Math.PI / 180;
const sun: SunPosition = { altitudeRad: 0, azimuthRad: 0 };
const at = (when: string, latitude = 52.1, longitude = 5.18): SunPosition => {
  sunPosition(Date.parse(when) * 1000, latitude, longitude, sun);
  return { altitudeRad: sun.altitudeRad / DEG, azimuthRad: sun.azimuthRad / DEG };
};

describe('position of the sun', () => {
  it('stands at noon at 90° - latitude ± obliquity, in the south', () => {
    for (const [when, altitude] of [
      ['2012-06-20', 61.34],
      ['2012-12-21', 14.46],
    ] as const) {
      let highest = { altitudeRad: -90, azimuthRad: 0 };
      for (let m = 600; m < 840; m++) {
        const position = at(new Date(Date.parse(when) + m * 60_000).toISOString());
        if (position.altitudeRad > highest.altitudeRad) highest = position;
      }
      expect(highest.altitudeRad).toBeCloseTo(altitude, 1);
      expect(Math.abs(highest.azimuthRad - 180)).toBeLessThan(0.6);
    }
  });

  it('rises and sets at De Bilt when almanacs say (centre at -0.83°), in the east and the west', () => {
    // 21 June 2024: 05:18 and 22:03 CEST; 21 December 2024: 08:44 and 16:30 CET, to a minute or so.
    for (const [when, side] of [
      ['2024-06-21T03:18:30Z', 'east'],
      ['2024-06-21T20:03:30Z', 'west'],
      ['2024-12-21T07:45:00Z', 'east'],
      ['2024-12-21T15:30:30Z', 'west'],
    ] as const) {
      const { altitudeRad, azimuthRad } = at(when);
      expect(Math.abs(altitudeRad + 0.83)).toBeLessThan(0.35);
      expect(side === 'east' ? azimuthRad < 180 : azimuthRad > 180).toBe(true);
    }
  });

  it('is overhead on the equator at an equinox noon, and mirrored in the south', () => {
    expect(at('2024-03-20T12:07:30Z', 0, 0).altitudeRad).toBeGreaterThan(89);
    const south = at('2024-12-21T12:00:00Z', -35, 0);
    expect(Math.min(south.azimuthRad, 360 - south.azimuthRad)).toBeLessThan(10);
  });
});

describe('irradiance on a plane', () => {
  it('is the global one on the horizontal', () => {
    expect(planeIrradianceWPerM2(600, 200, 40 * DEG, 180 * DEG, 0, 0, 0.2)).toBeCloseTo(600, 9);
    expect(planeIrradianceWPerM2(100, 100, 5 * DEG, 100 * DEG, 0, 0, 0.2)).toBeCloseTo(100, 9);
  });

  it('is beam, sky and ground by hand for a plane that faces the sun', () => {
    // Altitude 30°, plane tilted 60° to it: beam normal 300 / sin 30° = 600, all of it; anisotropy 600 / 1361.
    const a = 600 / 1361;
    const byHand = 600 + 100 * ((1 - a) * 0.75 + a / 0.5) + (400 * 0.2 * 0.5) / 2;
    expect(planeIrradianceWPerM2(400, 100, 30 * DEG, 120 * DEG, 60 * DEG, 120 * DEG, 0.2)).toBeCloseTo(byHand, 9);
  });

  it('sees no beam from behind and stays bounded at the horizon', () => {
    const behind = planeIrradianceWPerM2(400, 100, 30 * DEG, 0, 90 * DEG, Math.PI, 0);
    expect(behind).toBeCloseTo(100 * (1 - 600 / 1361) * 0.5, 9);
    for (let altitude = -2; altitude < 5; altitude += 0.05) {
      const plane = planeIrradianceWPerM2(30, 10, altitude * DEG, Math.PI, Math.PI / 2, Math.PI, 0.2);
      expect(plane).toBeGreaterThanOrEqual(0);
      expect(plane).toBeLessThan(1600);
    }
    expect(planeIrradianceWPerM2(0, 0, 1, 1, 1, 1, 0.2)).toBe(0);
  });
});

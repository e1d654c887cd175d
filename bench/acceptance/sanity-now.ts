/** Whether readings can still be believed after something happened to the device, or to the line: held against themselves. */
import { type DeviceReading, totalW } from '../devices/driver.js';
import type { Bench } from './check.js';
import type { Figure } from './figure.js';
import { nameplateFigures } from './nameplate.js';
import { sanityFigures } from './sanity.js';

const READINGS = 5;

/** Of readings that are taken now; `when` ends the titles of the figures. */
export async function sanityNow(bench: Bench, when: string): Promise<Figure[]> {
  const readings = [];
  for (let k = 0; k < READINGS; k++) readings.push((await bench.rig.sample(bench.signal)).reading);
  return sanityOf(bench, readings, when);
}

/** Of the first readings from an instant on; none if there are none. */
export function sanitySince(bench: Bench, fromMs: number, when: string): Figure[] {
  const samples = bench.rig.own.filter(({ atMs }) => atMs >= fromMs).slice(0, READINGS);
  return samples.length === 0
    ? []
    : sanityOf(
        bench,
        samples.map(({ reading }) => reading),
        when,
      );
}

function sanityOf(bench: Bench, readings: readonly DeviceReading[], when: string): Figure[] {
  const { rig, own, us } = bench;
  const atUs = us(rig.clock.nowMs());
  const uncertaintyW = (powerW: number): number => own.uncertaintyW(powerW);
  const largestW = readings.map(totalW).reduce((most, powerW) => (Math.abs(powerW) > Math.abs(most) ? powerW : most));
  return [
    ...sanityFigures({ readings, source: own.title, atUs, uncertaintyW }),
    ...nameplateFigures(bench, largestW),
  ].map((figure) => ({
    ...figure,
    id: `${figure.id}.${when.replaceAll(/[^a-z0-9]+/gi, '-')}`,
    title: `${figure.title}, ${when}`,
  }));
}

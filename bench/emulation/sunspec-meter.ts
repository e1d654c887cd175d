/**
 * A connection's meter as SunSpec model 203: three-phase wye, integers with scale factors. W is + for consumption from the
 * grid, TotWhImp counts it; currents are magnitudes. Frequency is the 50 Hz for which the twin solves its grid.
 */
import type { EnergyMeter } from './energy.js';
import { exponentFor, RegisterImage } from './image.js';
import { type CreateModel, EXCEPTION, type RegisterModel } from './register-model.js';
import { currentA, each, type Shown, sum } from './shown.js';
import { AFTER_COMMON, sf, writeCommon, writeEmpty, writeEnd } from './sunspec-layout.js';

const METER = AFTER_COMMON;
const LENGTH = 105;
const A_SF = -2;
const V_SF = -1;
const HZ_SF = -2;
const PF_SF = -2;
const NOMINAL_HZ = 50;
/** Offsets of signed points and scale factors; all others of the model are counters, flags or unsigned. */
const SIGNED = Array.from({ length: 36 }, (_, k) => k + 2);

/** `energy` is counted by the emulation, because it goes on while no controller asks. */
export const sunspecMeter =
  (energy: EnergyMeter): CreateModel =>
  (place, identity): RegisterModel => {
    const image = new RegisterImage();
    // What the fuse lets through, with room: power that does not fit reads as not implemented.
    const wSf = exponentFor(3 * 230 * Math.max(place.fuseA, 25) * 1.25);
    const aSf = exponentFor(3 * Math.max(place.fuseA, 25) * 1.25, A_SF);
    writeCommon(image, 'SunSpec meter 203', '', identity);
    writeEmpty(image, METER, 203, LENGTH, SIGNED);
    // Counters have no mark of their own: 0 is both "zero" and "not implemented".
    image.fill(METER + 38, 66, 0);
    image.words(METER + 6, sf(aSf));
    image.words(METER + 15, sf(V_SF));
    image.words(METER + 17, sf(HZ_SF));
    for (const offset of [22, 27, 32]) image.words(METER + offset, sf(wSf));
    image.words(METER + 37, sf(PF_SF));
    image.words(METER + 54, 0);
    // Apparent and reactive energy are not counted.
    image.words(METER + 71, 0x8000);
    image.words(METER + 104, 0x8000);
    image.words(METER + 105, 0, 0);
    writeEnd(image, METER + 2 + LENGTH);

    const measured = [
      2, 3, 4, 5, 7, 8, 9, 10, 11, 12, 13, 14, 16, 18, 19, 20, 21, 23, 24, 25, 26, 28, 29, 30, 31, 33, 34, 35, 36,
    ];
    const show = (shown: Shown | undefined): void => {
      if (shown === undefined) {
        for (const offset of measured) image.words(METER + offset, 0x8000);
        return;
      }
      const { connectionW: w, connectionVar: q, voltageV: u } = shown;
      const a = each((p) => currentA(w[p], q[p], u[p]));
      const va = each((p) => Math.hypot(w[p], q[p]));
      const totalVa = Math.hypot(sum(w), sum(q));
      // 120° apart: the twin publishes magnitudes to neutral.
      const pp = each((p) => {
        const [x, y] = [u[p], u[((p + 1) % 3) as 0 | 1 | 2]];
        return Math.sqrt(x * x + y * y + x * y);
      });
      const pf = (powerW: number, apparentVa: number): number =>
        apparentVa === 0 ? Number.NaN : (100 * powerW) / apparentVa;
      image.int16(METER + 2, sum(a), aSf);
      image.int16(METER + 7, sum(u) / 3, V_SF);
      image.int16(METER + 11, sum(pp) / 3, V_SF);
      image.int16(METER + 16, NOMINAL_HZ, HZ_SF);
      image.int16(METER + 18, sum(w), wSf);
      image.int16(METER + 23, totalVa, wSf);
      image.int16(METER + 28, sum(q), wSf);
      image.int16(METER + 33, pf(sum(w), totalVa), PF_SF);
      for (const p of [0, 1, 2] as const) {
        image.int16(METER + 3 + p, a[p], aSf);
        image.int16(METER + 8 + p, u[p], V_SF);
        image.int16(METER + 12 + p, pp[p], V_SF);
        image.int16(METER + 19 + p, w[p], wSf);
        image.int16(METER + 24 + p, va[p], wSf);
        image.int16(METER + 29 + p, q[p], wSf);
        image.int16(METER + 34 + p, pf(w[p], va[p]), PF_SF);
        image.acc32(METER + 40 + 2 * p, energy.phaseExportWh[p]!);
        image.acc32(METER + 48 + 2 * p, energy.phaseImportWh[p]!);
      }
      image.acc32(METER + 38, energy.totalExportWh);
      image.acc32(METER + 46, energy.totalImportWh);
    };
    show(undefined);
    return {
      tables: [3],
      read: (_, address, count) => image.read(address, count) ?? EXCEPTION.address,
      show,
    };
  };

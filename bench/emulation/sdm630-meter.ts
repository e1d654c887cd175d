/**
 * A connection's meter as an Eastron SDM630: input registers (function 4), IEEE 754 floats, high word first, 3-phase
 * 4-wire. Power is + for import. Parameters that the twin has no value for (harmonics, demands, neutral current) are
 * NaN; addresses without a parameter inside the table read 0, because masters read it in blocks.
 *
 * Source of the addresses: Eastron, SDM630Modbus protocol document, as known; not checked against the device.
 */
import type { EnergyMeter } from './energy.js';
import { RegisterImage } from './image.js';
import { type CreateModel, EXCEPTION, type RegisterModel } from './register-model.js';
import { currentA, each, type Shown, sum } from './shown.js';

const INPUT_END = 0x0182;
const NOMINAL_HZ = 50;
/** One request reads at most 40 parameters, and never half of one. */
const READ_MAX = 80;
/** Every parameter that the meter has and that changes. */
const PARAMETERS: readonly number[] = [
  ...evens(0x00, 0x34),
  0x38,
  0x3c,
  0x3e,
  0x42,
  ...evens(0x46, 0x56),
  0x64,
  0x66,
  0x68,
  0x6a,
  ...evens(0xc8, 0xce),
  0xe0,
  ...evens(0xea, 0xfa),
  ...evens(0x102, 0x10c),
  ...evens(0x14e, 0x180),
];

function evens(from: number, until: number): number[] {
  return Array.from({ length: (until - from) / 2 + 1 }, (_, k) => from + 2 * k);
}

export const sdm630Meter =
  (energy: EnergyMeter): CreateModel =>
  (_place, identity): RegisterModel => {
    const input = new RegisterImage();
    const holding = new RegisterImage();
    input.fill(0, INPUT_END, 0);
    holding.float32(0x000a, 3); // 3-phase 4-wire
    holding.float32(0x0012, 0); // one stop bit, no parity
    holding.float32(0x0014, identity.unit);
    holding.uint32(0xfc00, serialOf(identity.serialNumber));
    holding.words(0xfc02, 0x0070); // SDM630 Modbus V2
    let fresh = false;

    const show = (shown: Shown | undefined): void => {
      for (const address of PARAMETERS) input.float32(address, Number.NaN);
      fresh = shown !== undefined;
      if (shown === undefined) return;
      const { connectionW: w, connectionVar: q, voltageV: u } = shown;
      const a = each((p) => currentA(w[p], q[p], u[p]));
      const va = each((p) => Math.hypot(w[p], q[p]));
      const totalVa = Math.hypot(sum(w), sum(q));
      const pf = (powerW: number, apparentVa: number): number => (apparentVa === 0 ? 1 : powerW / apparentVa);
      const degrees = (powerW: number, reactiveVar: number): number =>
        (Math.atan2(reactiveVar, powerW) * 180) / Math.PI;
      const pp = each((p) => {
        const [x, y] = [u[p], u[((p + 1) % 3) as 0 | 1 | 2]];
        return Math.sqrt(x * x + y * y + x * y);
      });
      for (const p of [0, 1, 2] as const) {
        input.float32(0x00 + 2 * p, u[p]);
        input.float32(0x06 + 2 * p, a[p]);
        input.float32(0x0c + 2 * p, w[p]);
        input.float32(0x12 + 2 * p, va[p]);
        input.float32(0x18 + 2 * p, q[p]);
        input.float32(0x1e + 2 * p, pf(w[p], va[p]));
        input.float32(0x24 + 2 * p, degrees(w[p], q[p]));
        input.float32(0xc8 + 2 * p, pp[p]);
        input.float32(0x15a + 2 * p, energy.phaseImportWh[p]! / 1000);
        input.float32(0x160 + 2 * p, energy.phaseExportWh[p]! / 1000);
        input.float32(0x166 + 2 * p, (energy.phaseImportWh[p]! + energy.phaseExportWh[p]!) / 1000);
      }
      input.float32(0x2a, sum(u) / 3);
      input.float32(0x2e, sum(a) / 3);
      input.float32(0x30, sum(a));
      input.float32(0x34, sum(w));
      input.float32(0x38, totalVa);
      input.float32(0x3c, sum(q));
      input.float32(0x3e, pf(sum(w), totalVa));
      input.float32(0x42, degrees(sum(w), sum(q)));
      input.float32(0x46, NOMINAL_HZ);
      input.float32(0x48, energy.totalImportWh / 1000);
      input.float32(0x4a, energy.totalExportWh / 1000);
      input.float32(0xce, sum(pp) / 3);
      input.float32(0x156, (energy.totalImportWh + energy.totalExportWh) / 1000);
    };
    show(undefined);
    return {
      tables: [3, 4],
      read: (table, address, count) => {
        if (count > READ_MAX) return EXCEPTION.value;
        const image = table === 4 ? input : holding;
        if (table === 4 && (address % 2 !== 0 || count % 2 !== 0)) return EXCEPTION.address;
        // The meter itself answers for its settings whatever it measures.
        if (table === 4 && !fresh) return EXCEPTION.failure;
        return image.read(address, count) ?? EXCEPTION.address;
      },
      show,
    };
  };

/** The digits of a serial number, as the 32-bit number that the meter has. */
function serialOf(text: string): number {
  let hash = 0;
  for (const c of text) hash = (Math.imul(hash, 31) + c.charCodeAt(0)) >>> 0;
  return hash % 100_000_000;
}

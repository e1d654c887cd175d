/**
 * A three-phase meter as Eastron describes its SDM630: input registers (function 4) with IEEE 754 floats, high word first,
 * at even addresses; settings in holding registers, two words each; serial number and code at the end. At most 40
 * parameters in one request, never half of one, and 100 ms of silence between requests, or it does not answer.
 *
 * What it measures is given to it (`loadW`), as by a current transformer around somebody's cable: a household of its own, or
 * another mock. Its energies count what its powers say.
 */
import { inCable, type Phases } from '../cable.js';
import type { ModbusDevice } from '../device.js';
import { noise } from '../noise.js';
import { Registers } from '../registers.js';
import { repeats } from '../setpoint.js';
import { honest } from '../sins.js';

export interface Sdm630Options {
  readonly seed: number;
  /** Phases a, b, c at an instant of the meter's clock, W, + = import. */
  readonly loadW: (nowS: number) => readonly [number, number, number];
}

const INPUT_END = 0x0182;
const READ_MAX = 80;
/** The firmware computes its values anew so often, s. */
const REFRESH_S = 0.2;

export function createSdm630({ seed, loadW }: Sdm630Options): ModbusDevice {
  const random = noise(seed);
  const input = new Registers();
  const holding = new Registers();
  const quirks = honest();
  let nowS = Number.NaN;
  let computedS = Number.NEGATIVE_INFINITY;
  let starts = 0;
  let clients = 0;
  /** Since it was powered up. */
  let computed = 0;
  let shownFactor = 1;
  const importWh = [812_345, 765_432, 698_765];
  const exportWh = [23_456, 1_234_567, 12_345];
  let flowingW: Phases = [0, 0, 0];
  /** As it sees it: the wrong way round for one that was installed so. */
  let w: Phases = [0, 0, 0];

  const compute = (): void => {
    computed++;
    const sign = quirks.powerFactor * (quirks.scaleAfterReboot && starts > 1 ? 10 : 1) * shownFactor;
    const shown = w.map((p) => (quirks.sentinelPower ? Number.NaN : sign * p + 0.3 * (random() - 0.5)));
    const voltages = [0, 1, 2].map((p) => 231.2 - w[p]! / 2000 + 0.3 * (random() - 0.5));
    const reactive = w.map((p) => Math.abs(p) * 0.08);
    const apparent = w.map((p, k) => Math.hypot(p, reactive[k]!));
    const currents = apparent.map((va, p) => (va / voltages[p]!) * quirks.currentFactor);
    const sum = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0);
    for (let p = 0; p < 3; p++) {
      if (quirks.frozenPhase && p === 1 && computed > 2) continue;
      input.float32(0x00 + 2 * p, voltages[p]!);
      input.float32(0x06 + 2 * p, currents[p]!);
      input.float32(0x0c + 2 * p, shown[p]!);
      input.float32(0x12 + 2 * p, apparent[p]!);
      input.float32(0x18 + 2 * p, reactive[p]!);
      input.float32(0x1e + 2 * p, apparent[p] === 0 ? 1 : w[p]! / apparent[p]!);
      input.float32(0xc8 + 2 * p, voltages[p]! * Math.sqrt(3));
      input.float32(0x15a + 2 * p, importWh[p]! / 1000);
      input.float32(0x160 + 2 * p, exportWh[p]! / 1000);
    }
    input.float32(0x2a, sum(voltages) / 3);
    input.float32(0x2e, sum(currents) / 3);
    input.float32(0x30, sum(currents));
    input.float32(0x34, sum(shown));
    input.float32(0x38, Math.hypot(sum(w), sum(reactive)));
    input.float32(0x3c, sum(reactive));
    input.float32(0x3e, 1);
    input.float32(0x46, 50 + 0.02 * (random() - 0.5));
    input.float32(0x48, sum(importWh) / 1000);
    input.float32(0x4a, sum(exportWh) / 1000);
    input.float32(0x156, (sum(importWh) + sum(exportWh)) / 1000);
  };

  const powerUp = (): void => {
    input.fill(0, INPUT_END, 0);
    holding.float32(0x0a, 3);
    holding.float32(0x12, 0);
    holding.float32(0x14, 1);
    holding.float32(0x1c, 2);
    holding.uint32(0xfc00, (quirks.serialAfterReboot && starts > 0 ? 99_000_000 : 21_000_000) + seed);
    holding.uint16(0xfc02, 0x0070);
    starts++;
    // A phase that stands still stands with the first measurement after this.
    computed = 0;
    compute();
  };

  powerUp();
  return {
    kind: 'modbus',
    name: 'sdm630',
    traits: ['modbus', 'power', 'sentinel', 'meter', 'current', 'serial'],
    quirks,
    functions: [3, 4, 16],
    gapS: 0.1,
    replyDelayS: 0.02,
    powerUp,
    reconnected() {
      if (quirks.scaleAfterReconnect && clients++ > 0) shownFactor = 10;
    },
    advance(toS) {
      const stepS = Number.isNaN(nowS) ? 0 : Math.max(0, toS - nowS);
      nowS = toS;
      flowingW = loadW(nowS);
      w = quirks.swapsDirections ? [-flowingW[0], -flowingW[1], -flowingW[2]] : flowingW;
      for (let p = 0; p < 3; p++) {
        importWh[p]! += (quirks.energyRatio * Math.max(0, w[p]!) * stepS) / 3600;
        exportWh[p]! += (quirks.energyRatio * Math.max(0, -w[p]!) * stepS) / 3600;
      }
      if (quirks.frozenReading || repeats(quirks, nowS) || nowS - computedS < REFRESH_S) return;
      computedS = nowS;
      compute();
    },
    read(address, count, readFunction = 3) {
      if (count > READ_MAX) return undefined;
      if (readFunction === 3) return holding.read(address, count);
      return address % 2 === 0 && count % 2 === 0 ? input.read(address, count) : undefined;
    },
    // Settings need the password and a key on the meter: none can be written from here.
    write: () => 2,
    supplyPowerW: () => inCable(quirks, flowingW),
    status: () => ({
      totalW: Math.round(w[0] + w[1] + w[2]),
      importWh: Math.round(importWh.reduce((a, b) => a + b, 0)),
    }),
  };
}

/** A household of the mock's own: standby, a refrigerator, a hob that keeps its mean by switching, and panels. */
export function householdLoad(seed: number, pvW: number): (nowS: number) => [number, number, number] {
  const random = noise(seed + 17);
  const baseW = 110 + 90 * random();
  const fridgeS = 2000 + 1500 * random();
  const hobS = 120 + 240 * random();
  let startS: number | undefined;
  return (nowS) => {
    startS ??= nowS;
    const t = nowS - startS;
    const fridgeW = (t % fridgeS) / fridgeS < 0.3 ? 80 : 0;
    const hobW = t > hobS && t < hobS + 1500 && t % 24 < 13 ? 1800 : 0;
    return [baseW + fridgeW, 20 + hobW - pvW / 2, 35];
  };
}

/**
 * A three-phase meter in wye connection that speaks SunSpec, as its maker describes it in `docs/meetlint-ml3.md`: models 1
 * and 203 (whole numbers with scale factors) from holding register 40000 on. The table below is typed in from that document.
 *
 * What it measures is its own: a workshop with lights, a compressor on three phases that starts and stops by its pressure,
 * a welder on one phase, and panels. Motors take reactive power. Its energies count what its powers say, per phase, so a
 * quarter-hour with import on one phase and export on another moves both counters.
 */
import { inCable, type Phases } from '../cable.js';
import type { ModbusDevice } from '../device.js';
import { noise } from '../noise.js';
import { Registers } from '../registers.js';
import { repeats } from '../setpoint.js';
import { honest } from '../sins.js';

export interface SunspecMeterOptions {
  readonly seed: number;
  /** Peak power of the panels on phases b and c, W; they shine at 60 % of it. */
  readonly pvW: number;
}

const BASE = 40_000;
const COMMON = BASE + 2;
const METER = COMMON + 68;
const END = METER + 107;

const ABSENT_SIGNED = 0x8000;
const MINUS_1 = 0xffff;
const MINUS_2 = 0xfffe;
/** It computes its values anew so often, s. */
const REFRESH_S = 0.25;
/** Of the compressor: takes as much reactive power as an induction motor at cos φ 0.8. */
const TAN_PHI = 0.75;
const COMPRESSOR_W = 4000;
const READ_MAX = 125;

export function createAcMeter({ seed, pvW }: SunspecMeterOptions): ModbusDevice {
  const random = noise(seed);
  const r = new Registers();
  const quirks = honest();
  const workshop = workshopOf(seed, pvW);
  const importWh = [1_204_331, 988_412, 1_011_902];
  const exportWh = [2_411, 604_213, 588_120];
  let nowS = Number.NaN;
  let computedS = Number.NEGATIVE_INFINITY;
  let starts = 0;
  let clients = 0;
  /** Since it was powered up. */
  let computed = 0;
  let flowing: Load = { activeW: [0, 0, 0], reactiveVar: [0, 0, 0] };

  /** As it sees it: the wrong way round for one that was installed so. */
  const seenW = (): Phases => {
    const [a, b, c] = flowing.activeW;
    return quirks.swapsDirections ? [-a, -b, -c] : [a, b, c];
  };

  const powerUp = (): void => {
    r.text(BASE, 2, 'SunS');
    r.uint16(COMMON, 1);
    r.uint16(COMMON + 1, 66);
    r.text(COMMON + 2, 16, 'Meetlint');
    r.text(COMMON + 18, 16, 'ML-3');
    r.text(COMMON + 34, 8, '80A');
    r.text(COMMON + 42, 8, '2.06');
    r.text(COMMON + 50, 16, `ML3-${String((quirks.serialAfterReboot && starts > 0 ? 90_000 : 40_000) + seed)}`);
    r.uint16(COMMON + 66, 1);
    r.uint16(COMMON + 67, ABSENT_SIGNED);
    r.uint16(METER, 203);
    r.uint16(METER + 1, 105);
    r.fill(METER + 2, 105, ABSENT_SIGNED);
    // Counters: "not implemented" is 0, and so are those of apparent and reactive energy, which it does not have.
    for (let at = 38; at < 54; at += 2) r.uint32(METER + at, 0);
    for (let at = 55; at < 71; at += 2) r.uint32(METER + at, 0);
    for (let at = 72; at < 104; at += 2) r.uint32(METER + at, 0);
    r.uint16(METER + 6, MINUS_2);
    r.uint16(METER + 15, MINUS_1);
    r.uint16(METER + 17, MINUS_2);
    // A start that forgets a factor: the same numbers now mean ten times as much.
    r.uint16(METER + 22, quirks.scaleAfterReboot && starts > 0 ? 1 : 0);
    r.uint16(METER + 27, 0);
    r.uint16(METER + 32, 0);
    r.uint16(METER + 37, MINUS_1);
    r.uint16(METER + 54, 0);
    r.uint32(METER + 105, 0);
    r.uint16(END, 0xffff);
    r.uint16(END + 1, 0);
    starts++;
    // A phase that stands still stands with the first measurement after this.
    computed = 0;
    compute();
  };

  const compute = (): void => {
    computed++;
    const w = seenW();
    const sum = (list: readonly number[]): number => list[0]! + list[1]! + list[2]!;
    const volts = [0, 1, 2].map((k) => 232.4 - flowing.activeW[k]! / 1800 + 0.5 * (random() - 0.5));
    const apparent = w.map((p, k) => Math.hypot(p, flowing.reactiveVar[k]!));
    const amperes = apparent.map((va, k) => (quirks.currentFactor * va) / volts[k]!);
    const shown = w.map((p) => quirks.powerFactor * p + 2 * (random() - 0.5));
    r.int16(METER + 2, sum(amperes) * 100);
    r.int16(METER + 7, (sum(volts) / 3) * 10);
    r.int16(METER + 11, (sum(volts) / 3) * Math.sqrt(3) * 10);
    r.int16(METER + 16, 5000 + 3 * (random() - 0.5));
    r.int16(METER + 18, quirks.sentinelPower ? ABSENT_SIGNED - 65_536 : sum(shown));
    r.int16(METER + 23, sum(apparent));
    r.int16(METER + 28, sum(flowing.reactiveVar));
    r.int16(METER + 33, (sum(w) / Math.max(1, sum(apparent))) * 1000);
    for (let p = 0; p < 3; p++) {
      if (quirks.frozenPhase && p === 1 && computed > 2) continue;
      r.int16(METER + 3 + p, amperes[p]! * 100);
      r.int16(METER + 8 + p, volts[p]! * 10);
      r.int16(METER + 12 + p, volts[p]! * Math.sqrt(3) * 10);
      r.int16(METER + 19 + p, quirks.sentinelPower ? ABSENT_SIGNED - 65_536 : shown[p]!);
      r.int16(METER + 24 + p, apparent[p]!);
      r.int16(METER + 29 + p, flowing.reactiveVar[p]!);
      r.int16(METER + 34 + p, (w[p]! / Math.max(1, apparent[p]!)) * 1000);
      r.uint32(METER + 40 + 2 * p, exportWh[p]!);
      r.uint32(METER + 48 + 2 * p, importWh[p]!);
    }
    r.uint32(METER + 38, sum(exportWh));
    r.uint32(METER + 46, sum(importWh));
  };

  powerUp();
  return {
    kind: 'modbus',
    name: 'sunspec-meter',
    traits: ['modbus', 'sunspec', 'power', 'sentinel', 'meter', 'current', 'serial'],
    quirks,
    functions: [3],
    gapS: 0,
    replyDelayS: 0.03,
    powerUp,
    reconnected() {
      if (quirks.scaleAfterReconnect && clients++ > 0) r.uint16(METER + 22, 1);
    },
    advance(toS) {
      const stepS = Number.isNaN(nowS) ? 0 : Math.max(0, toS - nowS);
      nowS = toS;
      flowing = workshop(nowS);
      seenW().forEach((w, p) => {
        importWh[p]! += (quirks.energyRatio * Math.max(0, w) * stepS) / 3600;
        exportWh[p]! += (quirks.energyRatio * Math.max(0, -w) * stepS) / 3600;
      });
      if (quirks.frozenReading || repeats(quirks, nowS) || nowS - computedS < REFRESH_S) return;
      computedS = nowS;
      compute();
    },
    read: (address, count) =>
      count > READ_MAX || (quirks.chainException && address + count > METER) ? undefined : r.read(address, count),
    // It is read only: whoever writes is told that there is no such address.
    write: () => 2,
    supplyPowerW: () => inCable(quirks, flowing.activeW),
    status: () => ({
      totalW: Math.round(flowing.activeW[0] + flowing.activeW[1] + flowing.activeW[2]),
      importWh: Math.round(importWh[0]! + importWh[1]! + importWh[2]!),
      exportWh: Math.round(exportWh[0]! + exportWh[1]! + exportWh[2]!),
    }),
  };
}

interface Load {
  readonly activeW: Phases;
  readonly reactiveVar: Phases;
}

/** The workshop behind it at an instant of its clock; lights burn, the compressor runs from 6 to 8 bar. */
function workshopOf(seed: number, pvW: number): (nowS: number) => Load {
  const random = noise(seed + 101);
  const lightsW = 260 + 120 * random();
  const fillsS = 70 + 40 * random();
  const emptiesS = 150 + 90 * random();
  const weldsAtS = 200 + 300 * random();
  let startS: number | undefined;
  return (nowS) => {
    startS ??= nowS;
    const t = nowS - startS;
    const motorW = t % (fillsS + emptiesS) < fillsS ? COMPRESSOR_W / 3 : 0;
    const weldingW = t > weldsAtS && t < weldsAtS + 240 && t % 11 < 4 ? 3200 : 0;
    const panelsW = 0.3 * pvW;
    const motorVar = TAN_PHI * motorW;
    return {
      activeW: [lightsW + motorW + weldingW, motorW + 40 - panelsW, motorW + 25 - panelsW],
      reactiveVar: [motorVar + 0.6 * weldingW, motorVar, motorVar],
    };
  };
}

/**
 * Inverters of the second generation of SunSpec, as their maker describes them: models 1, 701, 702, 704, and with a
 * battery 713 and 715, from holding register 40000 on. The table below is typed in from that description.
 *
 * Physics (inside: + = generation, as the inverter's own W). With a battery WSet in watts is followed while WSetEna is 1;
 * panels are limited to WMaxLimPct of WMax while WMaxLimPctEna is 1. Each control has a timer that any write to its group
 * starts anew; when it ends, the control takes its Rvrt value if its EnaRvrt is 1 and is switched off otherwise. With a
 * battery, ControllerHb must change at least every 10 s once it was written; otherwise the setpoint ends at once, as if its timer had.
 */
import { inCable } from '../cable.js';
import type { ModbusDevice } from '../device.js';
import { noise } from '../noise.js';
import { Registers } from '../registers.js';
import { follower, repeats } from '../setpoint.js';
import { settling } from '../settle.js';
import { honest } from '../sins.js';

export interface DerOptions {
  readonly seed: number;
  readonly ratedPowerW: number;
  /** 0: panels and no battery. */
  readonly capacityWh: number;
  readonly initialStateOfChargeRatio: number;
  /** What it does by itself, W, + = generation; of panels what the sun gives. */
  readonly freePowerW: number;
}

const BASE = 40_000;
const COMMON = BASE + 2;
const MEASURE = COMMON + 68;
const CAPACITY = MEASURE + 155;
const CONTROLS = CAPACITY + 52;
const STORAGE = CONTROLS + 67;
const CONTROL = STORAGE + 9;
const BATTERY_END = CONTROL + 9;

const ABSENT = 0xffff;
const ABSENT_SIGNED = 0x8000;
const MINUS_1 = 0xffff;
const MINUS_2 = 0xfffe;
const ONE_WAY_EFFICIENCY = 0.96;
const STANDBY_W = 8;
/** Full power in 1.5 s. */
const RAMP_S = 1.5;
const HEARTBEAT_S = 10;
/** Limits of the percentage are written with two decimals. */
const PERCENT = 100;

export function createDer(name: 'sunspec-der-battery' | 'sunspec-der-pv', options: DerOptions): ModbusDevice {
  const { ratedPowerW, capacityWh } = options;
  const battery = capacityWh > 0;
  const end = battery ? BATTERY_END : STORAGE;
  const random = noise(options.seed);
  const r = new Registers();
  const quirks = honest();
  const power = settling(ratedPowerW / RAMP_S, ratedPowerW, quirks);
  const followSet = follower(quirks);
  const followLimit = follower(quirks);
  let powerW = 0;
  let energyWh = capacityWh * options.initialStateOfChargeRatio;
  let injectedWh = 0;
  let absorbedWh = 0;
  let nowS = Number.NaN;
  let startS = 0;
  let starts = 0;
  let clients = 0;
  let setWrittenS = Number.NEGATIVE_INFINITY;
  let limitWrittenS = Number.NEGATIVE_INFINITY;
  let beatenS: number | undefined;
  let flashWrites = 0;
  let kept: readonly number[] | undefined;

  const model = (at: number, id: number, length: number): void => {
    r.uint16(at, id);
    r.uint16(at + 1, length);
    r.fill(at + 2, length, ABSENT);
  };
  const signed = (at: number, offsets: readonly number[], registers = 1): void => {
    for (const offset of offsets) {
      r.uint16(at + offset, ABSENT_SIGNED);
      for (let k = 1; k < registers; k++) r.uint16(at + offset + k, 0);
    }
  };
  const uint64 = (at: number, value: number): void => {
    r.uint32(at, 0);
    r.uint32(at + 2, value);
  };

  const powerUp = (): void => {
    r.text(BASE, 2, 'SunS');
    model(COMMON, 1, 66);
    r.text(COMMON + 2, 16, 'Polder Power');
    r.text(COMMON + 18, 16, `${battery ? 'PP-Accu' : 'PP-Dak'} ${ratedPowerW / 1000}`);
    r.text(COMMON + 34, 8, 'NL');
    r.text(COMMON + 42, 8, '1.8.0');
    r.text(COMMON + 50, 16, `PP${String((quirks.serialAfterReboot && starts > 0 ? 700_000 : 200_000) + options.seed)}`);
    r.uint16(COMMON + 66, 1);
    r.uint16(COMMON + 67, ABSENT_SIGNED);

    model(MEASURE, 701, 153);
    r.uint16(MEASURE + 2, 3);
    r.uint32(MEASURE + 6, 0);
    signed(MEASURE, [13, 35, 36, 37, 38, 39, 40, 44, 67, 90]);
    for (const at of [27, 31, 48, 52, 56, 60, 71, 75, 79, 83, 94, 98, 102, 106]) r.fill(MEASURE + at, 4, ABSENT);
    r.uint32(MEASURE + 111, 0);
    const factors = [MINUS_2, MINUS_1, MINUS_2, 0, MINUS_2, 0, 0, 0, 0, 0];
    factors.forEach((factor, k) => void r.uint16(MEASURE + 113 + k, factor));
    // A start that forgets a factor: the same numbers now mean ten times as much.
    if (quirks.scaleAfterReboot && starts > 0) r.uint16(MEASURE + 116, 1);
    r.text(MEASURE + 123, 32, '');

    model(CAPACITY, 702, 50);
    r.uint16(CAPACITY + 2, ratedPowerW);
    r.uint16(CAPACITY + 7, ratedPowerW);
    r.uint16(CAPACITY + 14, 230);
    r.uint16(CAPACITY + 26, ratedPowerW);
    r.uint16(CAPACITY + 31, ratedPowerW);
    if (battery) for (const at of [10, 11, 34, 35]) r.uint16(CAPACITY + at, ratedPowerW);
    [0, MINUS_2, 0, 0, 0, MINUS_1, 0].forEach((factor, k) => void r.uint16(CAPACITY + 45 + k, factor));

    model(CONTROLS, 704, 65);
    signed(CONTROLS, [28, 29, 42, 43]);
    signed(CONTROLS, [38, 40], 2);
    r.uint16(CONTROLS + 14, 0);
    r.uint16(CONTROLS + 15, 100 * PERCENT);
    r.uint16(CONTROLS + 16, 100 * PERCENT);
    r.uint16(CONTROLS + 17, 0);
    r.uint32(CONTROLS + 18, 0);
    r.uint32(CONTROLS + 20, 0);
    if (battery) {
      r.uint16(CONTROLS + 22, 0);
      r.uint16(CONTROLS + 23, 1);
      r.int32(CONTROLS + 24, 0);
      r.int32(CONTROLS + 26, 0);
      r.uint16(CONTROLS + 30, 0);
      r.uint32(CONTROLS + 31, 0);
      r.uint32(CONTROLS + 33, 0);
    } else signed(CONTROLS, [24, 26], 2);
    [MINUS_2, MINUS_2, 0, MINUS_1, 0, MINUS_1].forEach((factor, k) => void r.uint16(CONTROLS + 53 + k, factor));

    if (battery) {
      model(STORAGE, 713, 7);
      r.uint16(STORAGE + 2, capacityWh / 10);
      r.uint16(STORAGE + 5, 1000);
      r.uint16(STORAGE + 6, 0);
      r.uint16(STORAGE + 7, 1);
      r.uint16(STORAGE + 8, MINUS_1);
      model(CONTROL, 715, 7);
      r.uint16(CONTROL + 2, 0);
      r.uint32(CONTROL + 3, 0);
      r.uint32(CONTROL + 5, 0);
      r.uint16(CONTROL + 7, 0);
      r.uint16(CONTROL + 8, 1);
    }
    r.uint16(end, 0xffff);
    r.uint16(end + 1, 0);
    setWrittenS = Number.NEGATIVE_INFINITY;
    limitWrittenS = Number.NEGATIVE_INFINITY;
    beatenS = undefined;
    if (quirks.flashSetpoints && kept !== undefined) {
      kept.forEach((word, k) => void r.uint16(CONTROLS + 14 + k, word));
      setWrittenS = nowS;
      limitWrittenS = nowS;
    }
    powerW = 0;
    power.reset(0);
    startS = Number.isNaN(nowS) ? 0 : nowS;
    starts++;
    measure(true);
  };

  /** One control: where its Ena, value, Rvrt value, EnaRvrt, timer and rest stand, and how wide its value is. */
  const lapse = (ena: number, value: number, wide: boolean, enaRvrt: number, timer: number, writtenS: number): void => {
    const timerS = r.get(timer) * 65_536 + r.get(timer + 1);
    const runs = timerS > 0 && r.get(ena) === 1;
    const passedS = nowS - writtenS;
    const ended = runs && passedS >= timerS * quirks.revertFactor;
    r.uint32(timer + 2, runs && !ended ? Math.ceil(Math.max(0, timerS - passedS)) : 0);
    if (!ended) return;
    endControl(ena, value, wide, enaRvrt, timer);
  };
  const endControl = (ena: number, value: number, wide: boolean, enaRvrt: number, timer: number): void => {
    if (r.get(enaRvrt) === 1) {
      const from = value + (wide ? 2 : 1);
      for (let k = 0; k < (wide ? 2 : 1); k++) r.uint16(value + k, r.get(from + k));
      // Reverted once and for all: only a new write arms the timer again.
      r.uint32(timer, 0);
    } else r.uint16(ena, 0);
    r.uint32(timer + 2, 0);
  };

  const revert = (): void => {
    lapse(CONTROLS + 14, CONTROLS + 15, false, CONTROLS + 17, CONTROLS + 18, limitWrittenS);
    if (!battery) return;
    lapse(CONTROLS + 22, CONTROLS + 24, true, CONTROLS + 30, CONTROLS + 31, setWrittenS);
    if (beatenS !== undefined && nowS - beatenS >= HEARTBEAT_S * quirks.heartbeatFactor) {
      beatenS = undefined;
      if (r.get(CONTROLS + 22) === 1) endControl(CONTROLS + 22, CONTROLS + 24, true, CONTROLS + 30, CONTROLS + 31);
    }
  };

  const int32 = (at: number): number => (r.get(at) << 16) | r.get(at + 1);

  /** The power that controls, battery and sun allow, + = generation. */
  const wanted = (): number => {
    let targetW = options.freePowerW;
    const set = !quirks.noEffect && battery && r.get(CONTROLS + 22) === 1 && r.get(CONTROLS + 23) === 1;
    targetW = followSet(set ? int32(CONTROLS + 24) : undefined, nowS) ?? targetW;
    const limited = !quirks.noEffect && r.get(CONTROLS + 14) === 1;
    const limitW = limited ? (r.get(CONTROLS + 15) / PERCENT / 100) * r.get(CAPACITY + 26) : undefined;
    targetW = Math.min(targetW, followLimit(limitW, nowS) ?? Number.POSITIVE_INFINITY);
    if (battery && targetW > 0 && energyWh <= 0.05 * capacityWh) targetW = 0;
    if (battery && targetW < 0 && energyWh >= capacityWh) targetW = 0;
    const reachW = ratedPowerW * quirks.reachRatio;
    return Math.max(battery ? -reachW : 0, Math.min(reachW, targetW));
  };

  const acPowerW = (): number => (powerW === 0 ? -STANDBY_W : powerW);

  const measure = (starting = false): void => {
    if (battery) r.uint32(CONTROL + 3, Math.max(0, Math.floor(nowS - startS) || 0));
    if ((quirks.frozenReading || repeats(quirks, nowS)) && !starting) return;
    const acW = acPowerW();
    const shownW = quirks.powerFactor * acW;
    r.uint16(MEASURE + 3, 1);
    r.uint16(MEASURE + 4, Math.abs(powerW) < 1 ? 7 : 3);
    r.uint16(MEASURE + 5, 1);
    r.uint32(MEASURE + 8, 1);
    r.int16(MEASURE + 10, shownW);
    r.int16(MEASURE + 11, Math.abs(acW));
    r.int16(MEASURE + 12, 0);
    let sumA = 0;
    [41, 64, 87].forEach((at, phase) => {
      const voltageV = 230.5 + 1.5 * (random() - 0.5) + phase * 0.3;
      const currentA = (Math.abs(acW) / 3 / voltageV) * quirks.currentFactor;
      sumA += currentA;
      r.int16(MEASURE + at, shownW / 3 + (random() - 0.5));
      r.int16(MEASURE + at + 1, Math.abs(acW) / 3);
      r.int16(MEASURE + at + 2, 0);
      r.int16(MEASURE + at + 4, currentA * 100);
      r.uint16(MEASURE + at + 5, voltageV * Math.sqrt(3) * 10);
      r.uint16(MEASURE + at + 6, voltageV * 10);
      if (phase === 0) {
        r.uint16(MEASURE + 15, voltageV * Math.sqrt(3) * 10);
        r.uint16(MEASURE + 16, voltageV * 10);
      }
    });
    r.int16(MEASURE + 14, sumA * 100);
    r.uint32(MEASURE + 17, 5000 + 4 * (random() - 0.5));
    uint64(MEASURE + 19, injectedWh);
    uint64(MEASURE + 23, absorbedWh);
    if (quirks.sentinelPower) for (const at of [10, 41, 64, 87]) r.uint16(MEASURE + at, ABSENT_SIGNED);
    if (!battery) return;
    const charge = quirks.frozenCharge ? options.initialStateOfChargeRatio : energyWh / capacityWh;
    r.uint16(STORAGE + 3, (charge * capacityWh) / 10);
    r.uint16(STORAGE + 4, charge * 1000);
  };

  const advance = (toS: number): void => {
    const stepS = Number.isNaN(nowS) ? 0 : Math.max(0, toS - nowS);
    nowS = toS;
    revert();
    powerW = power.advance(wanted(), stepS);
    if (battery) {
      const dcW = powerW > 0 ? powerW / ONE_WAY_EFFICIENCY : powerW * ONE_WAY_EFFICIENCY;
      energyWh = Math.max(0, Math.min(capacityWh, energyWh - (dcW * stepS) / 3600));
    }
    injectedWh += (quirks.energyRatio * Math.max(0, powerW) * stepS) / 3600;
    absorbedWh += (quirks.energyRatio * Math.max(0, -powerW) * stepS) / 3600;
    measure();
  };

  const any = [0, 0xffff] as const;
  const writable = new Map<number, readonly [number, number]>([
    [CAPACITY + 26, [0, ratedPowerW]],
    [CONTROLS + 14, [0, 1]],
    [CONTROLS + 15, [0, 100 * PERCENT]],
    [CONTROLS + 16, [0, 100 * PERCENT]],
    [CONTROLS + 17, [0, 1]],
    [CONTROLS + 18, any],
    [CONTROLS + 19, any],
    ...(battery
      ? ([
          [CONTROLS + 22, [0, 1]],
          [CONTROLS + 23, [1, 1]],
          ...[24, 25, 26, 27].map((at) => [CONTROLS + at, any] as const),
          [CONTROLS + 30, [0, 1]],
          [CONTROLS + 31, any],
          [CONTROLS + 32, any],
          [CONTROL + 5, any],
          [CONTROL + 6, any],
          [CONTROL + 7, [0, 1]],
          [CONTROL + 8, [0, 3]],
        ] as const)
      : []),
  ]);

  powerUp();
  return {
    kind: 'modbus',
    name,
    traits: [
      'modbus',
      'sunspec',
      'control',
      'revert',
      'power',
      'sentinel',
      'current',
      'serial',
      ...(battery ? (['battery', 'heartbeat'] as const) : []),
    ],
    quirks,
    gapS: 0,
    replyDelayS: 0.015,
    powerUp,
    advance,
    read: (address, count) =>
      quirks.chainException && address + count > CAPACITY ? undefined : r.read(address, count),
    reconnected() {
      // The same numbers now mean ten times as much.
      if (quirks.scaleAfterReconnect && clients++ > 0) r.uint16(MEASURE + 116, 1);
      if (!quirks.forgetsOnReconnect) return;
      r.uint16(CONTROLS + 14, 0);
      if (battery) r.uint16(CONTROLS + 22, 0);
    },
    supplyPowerW: () => inCable(quirks, [-acPowerW() / 3, -acPowerW() / 3, -acPowerW() / 3]),
    write(address, values, ignored) {
      for (let k = 0; k < values.length; k++) {
        const range = writable.get(address + k);
        if (range === undefined) return 2;
        if (values[k]! < range[0] || values[k]! > range[1]) return 3;
      }
      if (ignored) return undefined;
      for (let k = 0; k < values.length; k++) r.uint16(address + k, values[k]!);
      const touches = (from: number, until: number): boolean => address <= until && address + values.length > from;
      if (touches(CONTROLS + 14, CONTROLS + 19)) limitWrittenS = nowS;
      if (touches(CONTROLS + 22, CONTROLS + 32)) setWrittenS = nowS;
      if (battery && touches(CONTROL + 5, CONTROL + 6)) beatenS = nowS;
      if (quirks.flashSetpoints && touches(CONTROLS + 14, CONTROLS + 32)) {
        flashWrites++;
        kept = Array.from(r.read(CONTROLS + 14, 19)!);
      }
      return undefined;
    },
    status: () => ({
      powerW: Math.round(powerW),
      ...(battery
        ? {
            stateOfCharge: Number((energyWh / capacityWh).toFixed(4)),
            setEnabled: r.get(CONTROLS + 22),
            setW: int32(CONTROLS + 24),
            revertLeftS: r.get(CONTROLS + 34),
            controllerHeartbeat: r.get(CONTROL + 5) * 65_536 + r.get(CONTROL + 6),
          }
        : {}),
      limitEnabled: r.get(CONTROLS + 14),
      limitPercent: r.get(CONTROLS + 15) / PERCENT,
      flashWrites,
    }),
  };
}

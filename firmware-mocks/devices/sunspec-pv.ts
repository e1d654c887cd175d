/**
 * A three-phase PV inverter that measures in floating point, as its maker describes it: SunSpec models 1, 113, 120, 121
 * and 123 from holding register 50000 on. The table below is typed in from that description.
 *
 * Physics: what the sun gives (`sunPowerW`, with slow clouds), at most WMaxLimPct of WMax while WMaxLim_Ena is 1. When
 * WMaxLimPct_RvrtTms has passed since the last write to the controls the limit ends; with 0 s it never does.
 */
import { inCable } from '../cable.js';
import type { ModbusDevice } from '../device.js';
import { noise } from '../noise.js';
import { Registers } from '../registers.js';
import { follower, repeats } from '../setpoint.js';
import { settling } from '../settle.js';
import { honest } from '../sins.js';

export interface PvOptions {
  readonly seed: number;
  readonly ratedPowerW: number;
  /** What the panels could give, W. */
  readonly sunPowerW: number;
}

const BASE = 50_000;
const COMMON = BASE + 2;
const INVERTER = COMMON + 68;
const NAMEPLATE = INVERTER + 62;
const SETTINGS = NAMEPLATE + 28;
const CONTROLS = SETTINGS + 32;
const END = CONTROLS + 26;

const ABSENT = 0xffff;
const ABSENT_SIGNED = 0x8000;
const MINUS_1 = 0xffff;
const STANDBY_W = 5;
/** Full power in 4 s. */
const RAMP_S = 4;

export function createPv(options: PvOptions): ModbusDevice {
  const { ratedPowerW } = options;
  const random = noise(options.seed);
  const r = new Registers();
  const quirks = honest();
  const power = settling(ratedPowerW / RAMP_S, ratedPowerW, quirks);
  const follow = follower(quirks);
  let shownFactor = 1;
  let powerW = 0;
  let cloud = 1;
  let feedWh = 0;
  let nowS = Number.NaN;
  let writtenS = Number.NEGATIVE_INFINITY;
  let starts = 0;
  let clients = 0;
  let flashWrites = 0;
  let kept: readonly number[] | undefined;

  const powerUp = (): void => {
    r.text(BASE, 2, 'SunS');
    r.uint16(COMMON, 1);
    r.uint16(COMMON + 1, 66);
    r.text(COMMON + 2, 16, 'Zonneveld');
    r.text(COMMON + 18, 16, `ZV-${ratedPowerW / 1000}T`);
    r.text(COMMON + 34, 8, '');
    r.text(COMMON + 42, 8, '5.02');
    r.text(COMMON + 50, 16, `ZV${String((quirks.serialAfterReboot && starts > 0 ? 800_000 : 300_000) + options.seed)}`);
    r.uint16(COMMON + 66, 1);
    r.uint16(COMMON + 67, ABSENT_SIGNED);

    r.uint16(INVERTER, 113);
    r.uint16(INVERTER + 1, 60);
    for (let at = 2; at < 48; at += 2) r.float32(INVERTER + at, Number.NaN);
    r.fill(INVERTER + 48, 14, ABSENT);
    r.uint32(INVERTER + 50, 0);

    r.uint16(NAMEPLATE, 120);
    r.uint16(NAMEPLATE + 1, 26);
    r.fill(NAMEPLATE + 2, 26, ABSENT);
    for (const at of [6, 7, 8, 9, 10, 11, 13, 14, 15, 16, 17, 18, 20, 22, 24, 26, 27]) {
      r.uint16(NAMEPLATE + at, ABSENT_SIGNED);
    }
    r.uint16(NAMEPLATE + 2, 4);
    r.uint16(NAMEPLATE + 3, ratedPowerW / 10);
    r.uint16(NAMEPLATE + 4, 1);

    r.uint16(SETTINGS, 121);
    r.uint16(SETTINGS + 1, 30);
    r.fill(SETTINGS + 2, 30, ABSENT);
    for (const at of [4, 8, 9, 10, 11, 13, 14, 15, 16, 23, 24, 25, 26, 27, 28, 29, 30, 31]) {
      r.uint16(SETTINGS + at, ABSENT_SIGNED);
    }
    r.uint16(SETTINGS + 2, ratedPowerW / 10);
    r.uint16(SETTINGS + 22, 1);

    r.uint16(CONTROLS, 123);
    r.uint16(CONTROLS + 1, 24);
    r.fill(CONTROLS + 2, 24, ABSENT);
    for (const at of [10, 15, 16, 17, 24, 25]) r.uint16(CONTROLS + at, ABSENT_SIGNED);
    r.uint16(CONTROLS + 4, 1);
    // Tenths of a percent; it has no ramp time.
    r.uint16(CONTROLS + 5, 1000);
    r.uint16(CONTROLS + 6, 0);
    r.uint16(CONTROLS + 7, 0);
    r.uint16(CONTROLS + 9, 0);
    r.uint16(CONTROLS + 23, MINUS_1);

    r.uint16(END, 0xffff);
    r.uint16(END + 1, 0);
    writtenS = Number.NEGATIVE_INFINITY;
    if (quirks.flashSetpoints && kept !== undefined) {
      kept.forEach((word, k) => void r.uint16(CONTROLS + 4 + k, word));
      writtenS = nowS;
    }
    powerW = 0;
    power.reset(0);
    starts++;
    measure(true);
  };

  const wanted = (): number => {
    let targetW = Math.min(ratedPowerW * quirks.reachRatio, options.sunPowerW * cloud);
    const limited = !quirks.noEffect && r.get(CONTROLS + 9) === 1;
    const limitW = follow(limited ? (r.get(CONTROLS + 5) / 1000) * r.get(SETTINGS + 2) * 10 : undefined, nowS);
    if (limitW !== undefined) targetW = Math.min(targetW, limitW);
    return r.get(CONTROLS + 4) === 0 ? 0 : Math.max(0, targetW);
  };

  const acPowerW = (): number => (powerW === 0 ? -STANDBY_W : powerW);

  const measure = (starting = false): void => {
    if ((quirks.frozenReading || repeats(quirks, nowS)) && !starting) return;
    const acW = acPowerW();
    let sumA = 0;
    for (let phase = 0; phase < 3; phase++) {
      const voltageV = 232 + 1.4 * (random() - 0.5) - phase * 0.5;
      const currentA = (Math.abs(acW) / 3 / voltageV) * quirks.currentFactor;
      sumA += currentA;
      r.float32(INVERTER + 4 + 2 * phase, currentA);
      r.float32(INVERTER + 10 + 2 * phase, voltageV * Math.sqrt(3));
      r.float32(INVERTER + 16 + 2 * phase, voltageV);
    }
    r.float32(INVERTER + 2, sumA);
    const decimals = (quirks.scaleAfterReboot && starts > 1 ? 10 : 1) * shownFactor;
    r.float32(
      INVERTER + 22,
      quirks.sentinelPower ? Number.NaN : quirks.powerFactor * decimals * (acW + 3 * (random() - 0.5)),
    );
    r.float32(INVERTER + 24, 50 + 0.04 * (random() - 0.5));
    r.float32(INVERTER + 26, Math.abs(acW));
    r.float32(INVERTER + 28, 0);
    r.float32(INVERTER + 30, 100);
    r.float32(INVERTER + 32, feedWh);
    r.float32(INVERTER + 38, powerW / 0.97);
    r.float32(INVERTER + 40, 29 + powerW / 300);
    const limited = r.get(CONTROLS + 9) === 1 && powerW < options.sunPowerW * cloud - 1;
    r.uint16(INVERTER + 48, powerW < 1 ? 8 : limited ? 5 : 4);
  };

  const advance = (toS: number): void => {
    const stepS = Number.isNaN(nowS) ? 0 : Math.max(0, toS - nowS);
    nowS = toS;
    const timerS = r.get(CONTROLS + 7);
    if (timerS > 0 && r.get(CONTROLS + 9) === 1 && nowS - writtenS >= timerS * quirks.revertFactor) {
      r.uint16(CONTROLS + 9, 0);
    }
    // A cloud takes minutes and some percent: slow against every setpoint.
    cloud = Math.max(0.9, Math.min(1, cloud + 0.002 * Math.sqrt(stepS) * (random() - 0.5)));
    powerW = power.advance(wanted(), stepS);
    feedWh += (quirks.energyRatio * powerW * stepS) / 3600;
    measure();
  };

  const writable = new Map<number, readonly [number, number]>([
    [SETTINGS + 2, [0, ratedPowerW / 10]],
    [CONTROLS + 4, [0, 1]],
    [CONTROLS + 5, [0, 1000]],
    [CONTROLS + 6, [0, 300]],
    [CONTROLS + 7, [0, 3600]],
    [CONTROLS + 9, [0, 1]],
  ]);

  powerUp();
  return {
    kind: 'modbus',
    name: 'sunspec-pv',
    traits: ['modbus', 'sunspec', 'control', 'revert', 'power', 'sentinel', 'current', 'serial'],
    quirks,
    gapS: 0,
    replyDelayS: 0.025,
    powerUp,
    advance,
    read: (address, count) =>
      quirks.chainException && address + count > NAMEPLATE ? undefined : r.read(address, count),
    reconnected() {
      if (quirks.scaleAfterReconnect && clients++ > 0) shownFactor = 10;
      if (quirks.forgetsOnReconnect) r.uint16(CONTROLS + 9, 0);
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
      if (address >= CONTROLS) writtenS = nowS;
      if (quirks.flashSetpoints && address >= CONTROLS) {
        flashWrites++;
        kept = Array.from(r.read(CONTROLS + 4, 6)!);
      }
      return undefined;
    },
    status: () => ({
      powerW: Math.round(powerW),
      limitEnabled: r.get(CONTROLS + 9),
      limitPercent: r.get(CONTROLS + 5) / 10,
      revertS: r.get(CONTROLS + 7),
      flashWrites,
    }),
  };
}

/**
 * A three-phase hybrid inverter with a battery, as its maker describes it: SunSpec models 1, 103, 120, 121, 123 and
 * 124 from holding register 40000 on. The table below is typed in from that description and knows nothing of the
 * bench's.
 *
 * Physics (inside: + = discharge, as the inverter's own W): state of charge with one-way efficiency, a ramp, a standby
 * loss, limits of charge and of power. With StorCtl_Mod bit 1 the discharge is at most OutWRte % of MaxDisChaRte, with
 * bit 0 the charge at most InWRte % of WChaMax; a negative rate turns the limit into a demand for the other direction.
 * Without control it follows its own wish (`freePowerW`). When InOutWRte_RvrtTms has passed since the last write to
 * the storage controls, StorCtl_Mod falls back to 0; with 0 s it never does.
 */
import { inCable } from '../cable.js';
import type { ModbusDevice } from '../device.js';
import { noise } from '../noise.js';
import { Registers } from '../registers.js';
import { follower, repeats } from '../setpoint.js';
import { settling } from '../settle.js';
import { honest } from '../sins.js';

export interface InverterOptions {
  readonly seed: number;
  readonly ratedPowerW: number;
  readonly capacityWh: number;
  readonly initialStateOfChargeRatio: number;
  /** What it does by itself, W, + = discharge. */
  readonly freePowerW: number;
}

const BASE = 40_000;
const COMMON = BASE + 2;
const INVERTER = COMMON + 68;
const NAMEPLATE = INVERTER + 52;
const SETTINGS = NAMEPLATE + 28;
const CONTROLS = SETTINGS + 32;
const STORAGE = CONTROLS + 26;
const END = STORAGE + 26;

const NOT_IMPLEMENTED = 0xffff;
const MINUS_1 = 0xffff;
const MINUS_2 = 0xfffe;
const ONE_WAY_EFFICIENCY = 0.95;
const STANDBY_W = 12;
const RESERVE_RATIO = 0.05;
/** Full power in 2 s. */
const RAMP_S = 2;

export function createInverter(options: InverterOptions): ModbusDevice {
  const { ratedPowerW, capacityWh } = options;
  const random = noise(options.seed);
  const r = new Registers();
  let energyWh = capacityWh * options.initialStateOfChargeRatio;
  let powerW = 0;
  let dischargedWh = 0;
  let nowS = Number.NaN;
  let stepS = 0;
  const quirks = honest();
  const power = settling(ratedPowerW / RAMP_S, ratedPowerW, quirks);
  const follow = follower(quirks);
  let starts = 0;
  let clients = 0;
  /** Setpoints that were written to flash, with what survives a power-up. */
  let flashWrites = 0;
  let kept: readonly number[] | undefined;
  let storageWrittenS = Number.NEGATIVE_INFINITY;
  let limitWrittenS = Number.NEGATIVE_INFINITY;

  /** Signed points without a value, and scale factors without a point, carry a mark of their own. */
  const absentSigned = (model: number, offsets: readonly number[]): void => {
    for (const offset of offsets) r.uint16(model + offset, 0x8000);
  };

  const powerUp = (): void => {
    r.text(BASE, 2, 'SunS');
    r.uint16(COMMON, 1);
    r.uint16(COMMON + 1, 66);
    r.text(COMMON + 2, 16, 'Zonnestroom Techniek');
    r.text(COMMON + 18, 16, `ZT-Hybride ${ratedPowerW / 1000}K`);
    r.text(COMMON + 34, 8, 'EU-NL');
    r.text(COMMON + 42, 8, '3.2.1');
    const other = quirks.serialAfterReboot && starts > 0 ? 500_000 : 100_000;
    r.text(COMMON + 50, 16, `ZT${String(other + options.seed)}`);
    r.uint16(COMMON + 66, 1);
    r.uint16(COMMON + 67, 0x8000);

    r.uint16(INVERTER, 103);
    r.uint16(INVERTER + 1, 50);
    r.fill(INVERTER + 2, 50, NOT_IMPLEMENTED);
    r.uint16(INVERTER + 6, MINUS_2);
    r.uint16(INVERTER + 13, MINUS_1);
    for (const factor of [15, 19, 21, 26, 32]) r.uint16(INVERTER + factor, 0);
    // The sin of a start that forgets to set the factor: the same numbers now mean ten times as much.
    if (quirks.scaleAfterReboot && starts > 0) r.uint16(INVERTER + 15, 1);
    r.uint16(INVERTER + 17, MINUS_2);
    r.uint16(INVERTER + 23, MINUS_1);
    r.uint16(INVERTER + 37, MINUS_1);
    absentSigned(INVERTER, [28, 30, 34, 35, 36]);
    r.uint32(INVERTER + 40, 0);

    r.uint16(NAMEPLATE, 120);
    r.uint16(NAMEPLATE + 1, 26);
    r.fill(NAMEPLATE + 2, 26, NOT_IMPLEMENTED);
    absentSigned(NAMEPLATE, [7, 8, 9, 10, 11, 14, 15, 16, 17, 18, 22, 27]);
    r.uint16(NAMEPLATE + 2, 82);
    r.uint16(NAMEPLATE + 3, ratedPowerW);
    r.uint16(NAMEPLATE + 4, 0);
    r.uint16(NAMEPLATE + 5, ratedPowerW);
    r.uint16(NAMEPLATE + 6, 0);
    r.uint16(NAMEPLATE + 12, (ratedPowerW / 690) * 10);
    r.uint16(NAMEPLATE + 13, MINUS_1);
    r.uint16(NAMEPLATE + 19, capacityWh);
    r.uint16(NAMEPLATE + 20, 0);
    r.uint16(NAMEPLATE + 23, ratedPowerW);
    r.uint16(NAMEPLATE + 24, 0);
    r.uint16(NAMEPLATE + 25, ratedPowerW);
    r.uint16(NAMEPLATE + 26, 0);

    r.uint16(SETTINGS, 121);
    r.uint16(SETTINGS + 1, 30);
    r.fill(SETTINGS + 2, 30, NOT_IMPLEMENTED);
    absentSigned(SETTINGS, [8, 9, 10, 11, 13, 14, 15, 16, 25, 27, 28, 29, 30, 31]);
    r.uint16(SETTINGS + 2, ratedPowerW);
    r.uint16(SETTINGS + 3, 230);
    r.uint16(SETTINGS + 4, 0);
    r.uint16(SETTINGS + 7, ratedPowerW);
    for (const factor of [22, 23, 24, 26]) r.uint16(SETTINGS + factor, 0);

    r.uint16(CONTROLS, 123);
    r.uint16(CONTROLS + 1, 24);
    r.fill(CONTROLS + 2, 24, NOT_IMPLEMENTED);
    absentSigned(CONTROLS, [10, 15, 16, 17, 24, 25]);
    r.uint16(CONTROLS + 4, 1);
    r.uint16(CONTROLS + 5, 10_000);
    r.uint16(CONTROLS + 6, 0);
    r.uint16(CONTROLS + 7, 0);
    r.uint16(CONTROLS + 8, 0);
    r.uint16(CONTROLS + 9, 0);
    r.uint16(CONTROLS + 23, MINUS_2);

    r.uint16(STORAGE, 124);
    r.uint16(STORAGE + 1, 24);
    r.fill(STORAGE + 2, 24, NOT_IMPLEMENTED);
    r.uint16(STORAGE + 2, ratedPowerW);
    r.uint16(STORAGE + 3, 100);
    r.uint16(STORAGE + 4, 100);
    r.uint16(STORAGE + 5, 0);
    r.uint16(STORAGE + 7, RESERVE_RATIO * 10_000);
    r.int16(STORAGE + 12, 10_000);
    r.int16(STORAGE + 13, 10_000);
    r.uint16(STORAGE + 14, 0);
    r.uint16(STORAGE + 15, 0);
    r.uint16(STORAGE + 16, 0);
    r.uint16(STORAGE + 17, 1);
    for (const factor of [18, 19]) r.uint16(STORAGE + factor, 0);
    for (const factor of [21, 22, 25]) r.uint16(STORAGE + factor, MINUS_2);
    absentSigned(STORAGE, [20, 23, 24]);

    r.uint16(END, 0xffff);
    r.uint16(END + 1, 0);
    storageWrittenS = Number.NEGATIVE_INFINITY;
    limitWrittenS = Number.NEGATIVE_INFINITY;
    if (quirks.flashSetpoints && kept !== undefined) {
      kept.forEach((word, k) => void r.uint16(STORAGE + 2 + k, word));
      storageWrittenS = nowS;
    }
    powerW = 0;
    power.reset(0);
    starts++;
    measure(true);
  };

  const revert = (): void => {
    const storageS = r.get(STORAGE + 15);
    if (storageS > 0 && r.get(STORAGE + 5) !== 0 && nowS - storageWrittenS >= storageS * quirks.revertFactor)
      r.uint16(STORAGE + 5, 0);
    const limitS = r.get(CONTROLS + 7);
    if (limitS > 0 && r.get(CONTROLS + 9) === 1 && nowS - limitWrittenS >= limitS * quirks.revertFactor)
      r.uint16(CONTROLS + 9, 0);
  };

  /** The power the controls and the battery allow, + = discharge. */
  const wanted = (): number => {
    const mode = r.get(STORAGE + 5);
    const dischargeMaxW = mode & 2 ? (r.getInt16(STORAGE + 12) / 10_000) * ratedPowerW : ratedPowerW;
    const chargeMaxW = mode & 1 ? (r.getInt16(STORAGE + 13) / 10_000) * r.get(STORAGE + 2) : r.get(STORAGE + 2);
    const controlledW = Math.min(dischargeMaxW, Math.max(-chargeMaxW, options.freePowerW));
    const controlled = mode !== 0 && !quirks.noEffect;
    let targetW = follow(controlled ? controlledW : undefined, nowS) ?? options.freePowerW;
    if (r.get(CONTROLS + 9) === 1) targetW = Math.min(targetW, (r.get(CONTROLS + 5) / 10_000) * ratedPowerW);
    if (r.get(CONTROLS + 4) === 0) targetW = 0;
    if (targetW > 0 && energyWh <= capacityWh * RESERVE_RATIO) targetW = 0;
    if (targetW < 0 && energyWh >= capacityWh) targetW = 0;
    const reachW = ratedPowerW * quirks.reachRatio;
    return Math.max(-reachW, Math.min(reachW, targetW));
  };

  const acPowerW = (): number => (powerW === 0 ? -STANDBY_W : powerW);

  const measure = (starting = false): void => {
    if ((quirks.frozenReading || repeats(quirks, nowS)) && !starting) return;
    const acW = acPowerW();
    let apparentA = 0;
    for (let phase = 0; phase < 3; phase++) {
      const voltageV = 230 + 2 * (random() - 0.5) + phase * 0.4;
      const currentA = Math.abs(acW) / 3 / voltageV;
      apparentA += currentA;
      r.uint16(INVERTER + 3 + phase, currentA * 100 * quirks.currentFactor);
      r.uint16(INVERTER + 7 + phase, voltageV * Math.sqrt(3) * 10);
      r.uint16(INVERTER + 10 + phase, voltageV * 10);
    }
    r.uint16(INVERTER + 2, apparentA * 100 * quirks.currentFactor);
    r.int16(INVERTER + 14, quirks.powerFactor * acW + 4 * (random() - 0.5));
    if (quirks.sentinelPower) r.uint16(INVERTER + 14, 0x8000);
    r.uint16(INVERTER + 16, 5000 + 4 * (random() - 0.5));
    r.int16(INVERTER + 18, Math.abs(acW));
    r.int16(INVERTER + 20, 0);
    r.int16(INVERTER + 22, 1000);
    r.uint32(INVERTER + 24, dischargedWh);
    r.int16(INVERTER + 31, powerW > 0 ? powerW / ONE_WAY_EFFICIENCY : powerW * ONE_WAY_EFFICIENCY);
    r.int16(INVERTER + 33, 310 + Math.abs(powerW) / 100);
    r.uint16(INVERTER + 38, Math.abs(powerW) < 1 ? 8 : 4);
    r.uint16(INVERTER + 39, 0);
    const charge = quirks.frozenCharge ? options.initialStateOfChargeRatio : energyWh / capacityWh;
    r.uint16(STORAGE + 8, charge * 10_000);
    r.uint16(STORAGE + 11, charge >= 1 ? 5 : charge <= RESERVE_RATIO ? 2 : powerW > 1 ? 3 : powerW < -1 ? 4 : 6);
  };

  const advance = (toS: number): void => {
    stepS = Number.isNaN(nowS) ? 0 : Math.max(0, toS - nowS);
    nowS = toS;
    revert();
    powerW = power.advance(wanted(), stepS);
    const dcW = powerW > 0 ? powerW / ONE_WAY_EFFICIENCY : powerW * ONE_WAY_EFFICIENCY;
    energyWh = Math.max(0, Math.min(capacityWh, energyWh - (dcW * stepS) / 3600));
    dischargedWh += (quirks.energyRatio * Math.max(0, powerW) * stepS) / 3600;
    measure();
  };

  /** Writable registers with their allowed raw range (signed where the point is). */
  const writable = new Map<number, readonly [number, number]>([
    [SETTINGS + 2, [0, ratedPowerW]],
    [CONTROLS + 2, [0, 0xfffe]],
    [CONTROLS + 3, [0, 0xfffe]],
    [CONTROLS + 4, [0, 1]],
    [CONTROLS + 5, [0, 10_000]],
    [CONTROLS + 6, [0, 300]],
    [CONTROLS + 7, [0, 3600]],
    [CONTROLS + 8, [0, 0xfffe]],
    [CONTROLS + 9, [0, 1]],
    [STORAGE + 2, [0, ratedPowerW]],
    [STORAGE + 5, [0, 3]],
    [STORAGE + 7, [0, 10_000]],
    [STORAGE + 12, [-10_000, 10_000]],
    [STORAGE + 13, [-10_000, 10_000]],
    [STORAGE + 14, [0, 300]],
    [STORAGE + 15, [0, 3600]],
    [STORAGE + 16, [0, 0xfffe]],
    [STORAGE + 17, [0, 1]],
  ]);

  powerUp();
  return {
    kind: 'modbus',
    name: 'sunspec-inverter',
    traits: ['modbus', 'sunspec', 'control', 'revert', 'battery', 'power', 'sentinel', 'current', 'serial'],
    quirks,
    gapS: 0,
    replyDelayS: 0.02,
    powerUp,
    advance,
    read: (address, count) =>
      quirks.chainException && address + count > NAMEPLATE ? undefined : r.read(address, count),
    reconnected() {
      // The same numbers now mean ten times as much.
      if (quirks.scaleAfterReconnect && clients++ > 0) r.uint16(INVERTER + 15, 1);
      if (quirks.forgetsOnReconnect) r.uint16(STORAGE + 5, 0);
    },
    supplyPowerW: () => inCable(quirks, [-acPowerW() / 3, -acPowerW() / 3, -acPowerW() / 3]),
    write(address, values, ignored) {
      for (let k = 0; k < values.length; k++) {
        const range = writable.get(address + k);
        if (range === undefined) return 2;
        const value = range[0] < 0 ? (values[k]! << 16) >> 16 : values[k]!;
        if (value < range[0] || value > range[1]) return 3;
      }
      if (ignored) return undefined;
      for (let k = 0; k < values.length; k++) {
        r.uint16(address + k, values[k]!);
        if (address + k >= STORAGE) storageWrittenS = nowS;
        else if (address + k >= CONTROLS) limitWrittenS = nowS;
      }
      if (quirks.flashSetpoints && address >= STORAGE) {
        flashWrites++;
        kept = Array.from(r.read(STORAGE + 2, 24)!);
      }
      return undefined;
    },
    status: () => ({
      powerW: Math.round(powerW),
      stateOfCharge: Number((energyWh / capacityWh).toFixed(4)),
      storageControl: r.get(STORAGE + 5),
      outRate: r.getInt16(STORAGE + 12) / 100,
      inRate: r.getInt16(STORAGE + 13) / 100,
      revertS: r.get(STORAGE + 15),
      flashWrites,
    }),
  };
}

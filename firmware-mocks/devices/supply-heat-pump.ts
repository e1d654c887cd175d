/**
 * A heat pump that is steered by its supply temperature, after its maker's document `docs/noordwarmte-nw8.md`.
 *
 * Physics, all its own: a buffer with one capacity, emitters that take heat in proportion to its excess over the room, a
 * compressor whose power follows a proportional controller of the supply temperature within its range, and a coefficient of
 * performance that falls with the lift.
 */
import { inCable } from '../cable.js';
import type { ModbusDevice } from '../device.js';
import { noise } from '../noise.js';
import { Registers } from '../registers.js';
import { follower, repeats } from '../setpoint.js';
import { settling } from '../settle.js';
import { honest } from '../sins.js';

export interface SupplyHeatPumpOptions {
  readonly seed: number;
  readonly ratedPowerW: number;
  readonly outdoorTemperatureC: number;
}

const ROOM_C = 20;
const OFF_BELOW_C = 22;
const SUPPLY_MIN_C = 20;
const SUPPLY_MAX_C = 55;
const PUMPS_W = 45;
/** Power and back in 40 s: an inverter compressor. */
const RAMP_S = 40;

export function createSupplyHeatPump(options: SupplyHeatPumpOptions): ModbusDevice {
  const { outdoorTemperatureC } = options;
  const random = noise(options.seed);
  const input = new Registers();
  const holding = new Registers();
  const quirks = honest();
  let ratedW = options.ratedPowerW;
  const power = settling(ratedW / RAMP_S, ratedW, quirks);
  const follow = follower(quirks);
  let shownFactor = 1;
  let compressorW = 0;
  let bufferC = 32;
  let energyWh = 0;
  let nowS = Number.NaN;
  let writtenS = Number.NEGATIVE_INFINITY;
  let starts = 0;
  let clients = 0;
  let flashWrites = 0;
  let kept: readonly number[] | undefined;

  const lowFirst = (at: number, value: number): void => {
    const whole = Math.round(value);
    input.uint16(at, whole % 65_536);
    input.uint16(at + 1, Math.floor(whole / 65_536));
  };

  const powerUp = (): void => {
    input.uint16(0, 0x4e38);
    input.uint16(1, 302);
    lowFirst(2, (quirks.serialAfterReboot && starts > 0 ? 9_000_000 : 3_000_000) + options.seed);
    holding.uint16(100, 0);
    holding.int16(101, 300);
    holding.uint16(102, 60);
    holding.uint16(103, ratedW);
    if (quirks.flashSetpoints && kept !== undefined) {
      kept.forEach((word, k) => void holding.uint16(100 + k, word));
      writtenS = nowS;
    }
    compressorW = 0;
    power.reset(0);
    starts++;
    measure(true);
  };

  /** Its own heating curve: 35 °C at freezing, warmer when it is colder. */
  const curveC = (): number => Math.max(24, Math.min(50, 35 - 0.8 * outdoorTemperatureC));

  /**
   * A supply temperature is held by so much power in the long run: the emitters take what the compressor gives. The
   * document's controller goes there at once and corrects slowly.
   */
  const wanted = (): number => {
    const remote = holding.get(100) === 1 && !quirks.noEffect;
    const powerOf = (setC: number): number =>
      setC <= OFF_BELOW_C ? 0 : ((setC - OFF_BELOW_C) / (SUPPLY_MAX_C - OFF_BELOW_C)) * ratedW;
    const followedW = follow(remote ? powerOf(holding.getInt16(101) / 10) : undefined, nowS);
    return Math.min(ratedW * quirks.reachRatio, followedW ?? powerOf(curveC()));
  };

  const drawW = (): number => compressorW + (compressorW > 0 ? PUMPS_W : 6);

  const measure = (starting = false): void => {
    const leftS = holding.get(102) - (nowS - writtenS);
    input.uint16(18, holding.get(100) === 1 && holding.get(102) > 0 ? Math.ceil(Math.max(0, leftS)) : 0);
    if ((quirks.frozenReading || repeats(quirks, nowS)) && !starting) return;
    const decimals = (quirks.scaleAfterReboot && starts > 1 ? 10 : 1) * shownFactor;
    const shownKw = (Math.abs(drawW()) * decimals) / 1000 + 0.004 * (random() - 0.5);
    // Its power has no sign: the sin shows 16 bits of a negative number.
    const raw = Math.round(shownKw * 100);
    input.uint16(10, quirks.sentinelPower ? 0xffff : quirks.powerFactor < 0 ? (0x10000 - raw) & 0xffff : raw);
    const supplyC = bufferC + compressorW / 1500;
    input.int16(11, supplyC * 10);
    input.int16(12, (supplyC - 5) * 10);
    input.int16(13, outdoorTemperatureC * 10);
    input.int16(14, bufferC * 10);
    input.uint16(15, compressorW > 0 ? 1 : 0);
    lowFirst(16, energyWh / 100);
  };

  powerUp();
  return {
    kind: 'modbus',
    name: 'supply-heat-pump',
    traits: ['modbus', 'control', 'revert', 'power', 'sentinel', 'serial'],
    quirks,
    functions: [3, 4, 6],
    gapS: 0.03,
    replyDelayS: 0.05,
    powerUp,
    advance(toS) {
      const stepS = Number.isNaN(nowS) ? 0 : Math.max(0, toS - nowS);
      nowS = toS;
      const timeS = holding.get(102);
      const ended = timeS > 0 && nowS - writtenS >= timeS * quirks.revertFactor;
      if (holding.get(100) === 1 && ended) holding.uint16(100, 0);
      compressorW = Math.max(0, power.advance(wanted(), stepS));
      const cop = (0.42 * 310) / Math.max(12, bufferC + 3 - outdoorTemperatureC);
      const takenW = 260 * Math.max(0, bufferC - ROOM_C);
      // 300 l of water: 350 Wh per kelvin.
      bufferC += ((compressorW * cop - takenW) * stepS) / 3600 / 350;
      energyWh += (quirks.energyRatio * drawW() * stepS) / 3600;
      measure();
    },
    read: (address, count, readFunction = 3) => (readFunction === 4 ? input : holding).read(address, count),
    reconnected() {
      if (quirks.scaleAfterReconnect && clients++ > 0) shownFactor = 10;
      if (quirks.forgetsOnReconnect) holding.uint16(100, 0);
    },
    supplyPowerW: () => inCable(quirks, [drawW() / 3, drawW() / 3, drawW() / 3]),
    write(address, values, ignored) {
      const ranges = new Map<number, readonly [number, number]>([
        [100, [0, 1]],
        [101, [SUPPLY_MIN_C * 10, SUPPLY_MAX_C * 10]],
        [102, [0, 3600]],
        [103, [500, 12_000]],
      ]);
      const range = ranges.get(address);
      const value = values[0]!;
      if (range === undefined) return 2;
      if (value < range[0] || value > range[1]) return 3;
      if (ignored) return undefined;
      holding.uint16(address, value);
      if (address <= 101) writtenS = nowS;
      if (address === 103) ratedW = value;
      if (address === 103 || quirks.flashSetpoints) flashWrites++;
      if (quirks.flashSetpoints) kept = [100, 101, 102].map((at) => holding.get(at));
      return undefined;
    },
    status: () => ({
      powerW: Math.round(drawW()),
      bufferC: Number(bufferC.toFixed(1)),
      remote: holding.get(100),
      setC: holding.getInt16(101) / 10,
      timeLeftS: input.get(18),
      flashWrites,
    }),
  };
}

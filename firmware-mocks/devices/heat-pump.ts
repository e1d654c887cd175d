/**
 * A modulating heat pump with an SG-Ready controller, after its maker's document `docs/warmtebron-wb12.md`.
 *
 * Physics, all its own: one building zone with one time constant, a thermostat that asks for power in proportion to
 * the lack of temperature, a compressor with smallest power, minimum run and off times and a ramp of 2 kW/s, and a
 * coefficient of performance that falls with the temperature lift.
 */
import { inCable } from '../cable.js';
import type { ModbusDevice } from '../device.js';
import { noise } from '../noise.js';
import { Registers } from '../registers.js';
import { follower, repeats } from '../setpoint.js';
import { settling } from '../settle.js';
import { honest } from '../sins.js';

export interface HeatPumpOptions {
  readonly seed: number;
  readonly ratedPowerW: number;
  readonly outdoorTemperatureC: number;
  readonly initialTemperatureC: number;
}

const SG = { locked: 1, normal: 2, recommended: 3, forced: 4 } as const;
const SMALLEST_RATIO = 0.25;
const RAMP_W_PER_S = 2000;
const MINIMUM_RUN_S = 300;
const MINIMUM_OFF_S = 180;
/** A school: 1.1 kW of heat per kelvin, 30 kWh per kelvin. */
const LOSS_W_PER_K = 1100;
const CAPACITY_WH_PER_K = 30_000;
const SET_C = 20;
/** Full power at 1.5 K below the set temperature. */
const BAND_K = 1.5;
const CIRCULATION_W = 60;

export function createHeatPump(options: HeatPumpOptions): ModbusDevice {
  const { ratedPowerW, outdoorTemperatureC } = options;
  const smallestW = Math.round(ratedPowerW * SMALLEST_RATIO);
  const random = noise(options.seed);
  const r = new Registers();
  let zoneC = options.initialTemperatureC;
  let compressorW = 0;
  let sinceSwitchS = Number.POSITIVE_INFINITY;
  let nowS = Number.NaN;
  let armedAtS = Number.NEGATIVE_INFINITY;
  let armed = false;
  let fallbackW = ratedPowerW;
  const quirks = honest();
  const swing = settling(RAMP_W_PER_S, ratedPowerW, quirks);
  const follow = follower(quirks);
  let shownFactor = 1;
  let starts = 0;
  let clients = 0;
  let flashWrites = 0;
  let kept: readonly number[] | undefined;

  const powerUp = (): void => {
    r.text(0, 8, 'Warmtebron');
    r.text(8, 8, 'WB-12');
    r.text(16, 4, '2.4.1');
    r.text(20, 8, `WB12-${String((quirks.serialAfterReboot && starts > 0 ? 9000 : 4000) + options.seed)}`);
    r.uint16(28, 0x4850);
    r.uint16(29, 1);
    r.uint16(30, ratedPowerW);
    r.uint16(31, smallestW);
    r.uint16(114, 0);
    r.uint16(200, SG.normal);
    r.uint16(201, 0);
    r.uint16(202, ratedPowerW);
    r.uint16(203, 60);
    r.uint16(204, 0);
    r.uint16(205, fallbackW);
    armed = false;
    compressorW = 0;
    sinceSwitchS = Number.POSITIVE_INFINITY;
    if (quirks.flashSetpoints && kept !== undefined) {
      kept.forEach((word, k) => void r.uint16(200 + k, word));
      armed = true;
      armedAtS = nowS;
    }
    starts++;
    measure(true);
  };

  const fallBack = (): void => {
    const timeoutS = r.get(203);
    if (armed && timeoutS > 0 && nowS - armedAtS >= timeoutS * quirks.revertFactor) {
      armed = false;
      r.uint16(200, SG.normal);
      r.uint16(201, 1);
      r.uint16(202, fallbackW);
    }
    r.uint16(204, armed && timeoutS > 0 ? Math.ceil(Math.max(0, timeoutS - (nowS - armedAtS))) : 0);
  };

  /** What the compressor should draw now, before ramps. */
  const wanted = (): number => {
    const state = r.get(200);
    const setC = state === SG.recommended ? SET_C + 1 : state === SG.forced ? SET_C + 2 : SET_C;
    let targetW = ((setC + BAND_K / 2 - zoneC) / BAND_K) * ratedPowerW;
    if (state === SG.forced) targetW = ratedPowerW;
    targetW = targetW < smallestW / 2 ? 0 : Math.max(smallestW, Math.min(ratedPowerW, targetW));
    const running = compressorW > 0;
    if (state === SG.locked) targetW = 0;
    // Minimum times protect the compressor against its own thermostat and against SG-Ready 1, not against a limit.
    if (running && targetW === 0 && sinceSwitchS < MINIMUM_RUN_S) targetW = smallestW;
    if (!running && targetW > 0 && sinceSwitchS < MINIMUM_OFF_S) targetW = 0;
    targetW = Math.min(targetW, ratedPowerW * quirks.reachRatio);
    const limitW = follow(r.get(201) === 1 && !quirks.noEffect ? r.get(202) : undefined, nowS);
    if (limitW !== undefined) targetW = limitW < smallestW ? 0 : Math.min(targetW, limitW);
    return targetW;
  };

  const drawW = (): number => compressorW + (compressorW > 0 ? CIRCULATION_W : CIRCULATION_W / 4);

  const measure = (starting = false): void => {
    if ((quirks.frozenReading || repeats(quirks, nowS)) && !starting) return;
    const decimals = (quirks.scaleAfterReboot && starts > 1 ? 10 : 1) * shownFactor;
    const totalW = quirks.powerFactor * decimals * (drawW() + 4 * (random() - 0.5));
    r.int32(100, totalW);
    for (let p = 0; p < 3; p++) {
      r.int16(102 + p, totalW / 3);
      if (quirks.sentinelPower) r.uint16(102 + p, 0x8000);
      r.uint16(105 + p, (230 + 2 * (random() - 0.5)) * 10);
    }
    r.int16(108, compressorW * 0.1);
    const flowC = 30 + (compressorW / ratedPowerW) * 12;
    r.int16(109, flowC * 10);
    r.int16(110, (flowC - 5) * 10);
    r.int16(111, zoneC * 10);
    r.int16(112, outdoorTemperatureC * 10);
    r.uint16(113, r.get(200) === SG.locked ? 5 : compressorW > 0 ? 2 : 1);
    const holdS = compressorW > 0 ? MINIMUM_RUN_S : MINIMUM_OFF_S;
    r.uint16(115, Math.max(0, Math.ceil(holdS - Math.min(holdS, sinceSwitchS))));
  };

  const advance = (toS: number): void => {
    const stepS = Number.isNaN(nowS) ? 0 : Math.max(0, toS - nowS);
    nowS = toS;
    fallBack();
    const targetW = wanted();
    const before = compressorW;
    const change = RAMP_W_PER_S * stepS;
    if (targetW === 0) compressorW = compressorW - change < smallestW ? 0 : compressorW - change;
    else if (stepS > 0) {
      const fromW = compressorW === 0 ? smallestW : compressorW;
      if (quirks.sluggishRamps > 0 || quirks.swingS > 0) {
        if (before === 0) swing.reset(smallestW);
        compressorW = Math.max(smallestW, swing.advance(targetW, stepS));
      } else {
        compressorW = fromW + Math.max(-change, Math.min(change, targetW - fromW));
        swing.reset(compressorW);
      }
    }
    sinceSwitchS = before > 0 === compressorW > 0 ? sinceSwitchS + stepS : 0;
    // Carnot times 0.45 between outdoor air and 40 °C water: about 3 at freezing.
    const cop = (0.45 * 313) / Math.max(15, 40 - outdoorTemperatureC);
    const heatW = compressorW * cop;
    // Exact solution of one time constant over the step.
    const equilibriumC = outdoorTemperatureC + heatW / LOSS_W_PER_K;
    const decay = Math.exp((-LOSS_W_PER_K * stepS) / (CAPACITY_WH_PER_K * 3600));
    zoneC = equilibriumC + (zoneC - equilibriumC) * decay;
    measure();
  };

  const writable = new Map<number, readonly [number, number]>([
    [200, [1, 4]],
    [201, [0, 1]],
    [202, [0, ratedPowerW]],
    [203, [0, 3600]],
    [205, [0, ratedPowerW]],
  ]);

  powerUp();
  return {
    kind: 'modbus',
    name: 'heat-pump',
    traits: ['modbus', 'control', 'revert', 'power', 'sentinel', 'serial'],
    quirks,
    reconnected() {
      if (quirks.scaleAfterReconnect && clients++ > 0) shownFactor = 10;
      if (quirks.forgetsOnReconnect) r.uint16(201, 0);
    },
    supplyPowerW: () => inCable(quirks, [drawW() / 3, drawW() / 3, drawW() / 3]),
    gapS: 0.05,
    replyDelayS: 0.03,
    powerUp,
    advance,
    read: (address, count) => (count > 40 ? undefined : r.read(address, count)),
    write(address, values, ignored) {
      for (let k = 0; k < values.length; k++) {
        const range = writable.get(address + k);
        if (range === undefined) return 2;
        if (values[k]! < range[0] || values[k]! > range[1]) return 3;
      }
      if (ignored) return undefined;
      for (let k = 0; k < values.length; k++) {
        r.uint16(address + k, values[k]!);
        if (address + k <= 202) {
          armed = true;
          armedAtS = nowS;
        }
        if (address + k === 205) fallbackW = values[k]!;
        if (address + k === 205) flashWrites++;
      }
      if (quirks.flashSetpoints && address < 205) {
        flashWrites++;
        kept = [200, 201, 202, 203].map((at) => r.get(at));
      }
      return undefined;
    },
    status: () => ({
      powerW: Math.round(compressorW),
      zoneC: Number(zoneC.toFixed(2)),
      sgReady: r.get(200),
      limitEnabled: r.get(201),
      limitW: r.get(202),
      timeoutLeftS: r.get(204),
      flashWrites,
    }),
  };
}

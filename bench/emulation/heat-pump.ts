/**
 * A slot's heat pump as its controller: SG-Ready states, a power limit with a control timeout, temperatures. The table is
 * in README.md beside this file; 4xxxx is wire address number − 40001.
 *
 * The twin's heat pump follows an upper limit and the SG-Ready states: state 1 (locked) is also a limit of 0 W; 3 and 4
 * (recommended, forced) also lift any limit of others up to the rated power. The numbers are those of `SgReady` in proto.
 */
import { RegisterImage } from './image.js';
import { type Ask, type CreateModel, EXCEPTION, type RegisterModel } from './register-model.js';
import { each, type Shown } from './shown.js';

const wire = (number: number): number => number - 40_001;
const R = {
  manufacturer: wire(40_001),
  model: wire(40_009),
  firmware: wire(40_017),
  serialNumber: wire(40_021),
  deviceClass: wire(40_029),
  mapVersion: wire(40_030),
  ratedW: wire(40_031),
  smallestW: wire(40_032),
  powerW: wire(40_101),
  phaseW: wire(40_103),
  voltage: wire(40_106),
  reactiveVar: wire(40_109),
  flow: wire(40_110),
  return: wire(40_111),
  zone: wire(40_112),
  outdoor: wire(40_113),
  state: wire(40_114),
  fault: wire(40_115),
  compressorWaitS: wire(40_116),
  sgReady: wire(40_201),
  limitEnabled: wire(40_202),
  limitW: wire(40_203),
  timeoutS: wire(40_204),
  leftS: wire(40_205),
  fallbackW: wire(40_206),
} as const;
const SG = { locked: 1, normal: 2, recommended: 3, forced: 4 } as const;
const STATE = { standby: 1, heating: 2, locked: 5 } as const;
const DEVICE_CLASS = 0x4850;
const MAP_VERSION = 1;
const TIMEOUT_AT_POWER_UP_S = 60;
/** Watt in a 16-bit register. */
const REGISTER_MAX_W = 65_534;

export const heatPump: CreateModel = (place, identity): RegisterModel => {
  const ratedW = Math.min(REGISTER_MAX_W, Math.round(place.powerMaxW));
  const image = new RegisterImage();
  image.text(R.manufacturer, 8, 'wijktwin');
  image.text(R.model, 8, 'SG-Ready');
  image.text(R.firmware, 4, identity.version);
  image.text(R.serialNumber, 8, identity.serialNumber);
  image.words(R.deviceClass, DEVICE_CLASS, MAP_VERSION, ratedW);
  image.uint16(R.smallestW, place.smallestRunningPowerW);
  image.words(R.return, 0x8000);
  image.words(R.fault, 0);
  image.words(R.compressorWaitS, 0xffff);
  image.words(R.sgReady, SG.normal, 0, ratedW, TIMEOUT_AT_POWER_UP_S, 0, ratedW);

  /** Undefined: nothing that the timeout could end. */
  let writtenMs: number | undefined;
  const leftS = (nowMs: number): number =>
    writtenMs === undefined ? Number.NaN : image.get(R.timeoutS) - (nowMs - writtenMs) / 1000;

  const show = (shown: Shown | undefined): void => {
    if (shown === undefined) {
      image.words(R.powerW, 0x8000, 0, 0x8000, 0x8000, 0x8000, 0xffff, 0xffff, 0xffff, 0x8000, 0x8000);
      image.words(R.zone, 0x8000, 0x8000, 0xffff);
      return;
    }
    const { slotW, voltageV } = shown;
    const phases = each((p) => slotW * place.share[p]);
    image.int32(R.powerW, slotW);
    for (const p of [0, 1, 2] as const) {
      image.int16(R.phaseW + p, phases[p]);
      image.uint16(R.voltage + p, voltageV[p], -1);
    }
    // The frame has reactive power per connection, not per slot.
    image.words(R.reactiveVar, 0x8000);
    image.int16(R.flow, shown.supplyTemperatureC, -1);
    image.int16(R.zone, shown.temperatureC, -1);
    image.int16(R.outdoor, shown.outdoorTemperatureC, -1);
    const runs = slotW >= Math.max(50, 0.5 * place.smallestRunningPowerW);
    const locked = image.get(R.sgReady) === SG.locked;
    image.words(R.state, runs ? STATE.heating : locked ? STATE.locked : STATE.standby);
  };
  show(undefined);

  const ranges = new Map<number, readonly [number, number]>([
    [R.sgReady, [SG.locked, SG.forced]],
    [R.limitEnabled, [0, 1]],
    [R.limitW, [0, ratedW]],
    [R.timeoutS, [0, 3600]],
    [R.fallbackW, [0, ratedW]],
  ]);

  return {
    tables: [3],
    read: (_, address, count) => image.read(address, count) ?? EXCEPTION.address,
    show,
    write(address, values, nowMs) {
      for (let k = 0; k < values.length; k++) {
        const range = ranges.get(address + k);
        if (range === undefined) return EXCEPTION.address;
        if (values[k]! < range[0] || values[k]! > range[1]) return EXCEPTION.value;
      }
      for (let k = 0; k < values.length; k++) {
        image.words(address + k, values[k]!);
        if (address + k <= R.limitW) writtenMs = nowMs;
      }
      return undefined;
    },
    advance(nowMs) {
      const left = leftS(nowMs);
      image.words(R.leftS, Number.isNaN(left) || image.get(R.timeoutS) === 0 ? 0 : Math.max(0, Math.ceil(left)));
      if (writtenMs === undefined || image.get(R.timeoutS) === 0 || left > 0) return;
      writtenMs = undefined;
      image.words(R.sgReady, SG.normal, 1, image.get(R.fallbackW));
    },
    asked(): Ask | undefined {
      const limited = image.get(R.limitEnabled) === 1 && image.get(R.limitW) < ratedW;
      const limitW = limited ? image.get(R.limitW) : place.powerMaxW;
      switch (image.get(R.sgReady)) {
        case SG.locked:
          return { kind: 'target', activePowerW: Math.max(0, place.powerMinW), sgReady: SG.locked };
        case SG.normal:
          return limited ? { kind: 'window', minimumW: Math.max(0, place.powerMinW), maximumW: limitW } : undefined;
        default:
          return { kind: 'target', activePowerW: limitW, sgReady: image.get(R.sgReady) };
      }
    },
    release() {
      writtenMs = undefined;
      image.words(R.sgReady, SG.normal, 0);
    },
    revertsInS(nowMs) {
      if (writtenMs === undefined) return Number.NaN;
      return image.get(R.timeoutS) === 0 ? Number.POSITIVE_INFINITY : leftS(nowMs);
    },
  };
};

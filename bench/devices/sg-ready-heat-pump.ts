/**
 * A heat pump controller with SG-Ready states and a power limit. Which registers, is the profile's; what they mean
 * together, is here: the upper edge of the power window becomes the limit, with the control timeout armed.
 */
import { WijkError } from '../../errors.js';
import type { ActuatorDriver, DeviceReading, Identity } from './driver.js';
import { type RegisterPort, twice } from './ports.js';
import type { PowerWindow } from './power-window.js';
import type { HeatPumpProfile, HeatPumpRegister, Register } from './profile.js';

export interface HeatPumpOptions {
  readonly id: string;
  readonly profile: HeatPumpProfile;
  readonly port: RegisterPort;
  readonly nowMs: () => number;
  /** Armed with every command; never 0. */
  readonly revertTimeMs: number;
  /** What the controller falls back to by itself, W. */
  readonly safeSetpointW: number;
}

const FIRST_NUMBER = 40_001;
/** SG-Ready: 1 locked, 2 normal, 3 recommended, 4 forced. The limit does the work; the state stays normal. */
const SG_NORMAL = 2;
const LIMIT_ON = 1;

const IDENTITY = [
  'manufacturer',
  'model',
  'firmware',
  'serialNumber',
  'deviceClass',
  'mapVersion',
  'ratedPowerW',
  'smallestPowerW',
] as const;
const MEASUREMENT = [
  'activePowerW',
  'activePowerAW',
  'activePowerBW',
  'activePowerCW',
  'voltageAV',
  'voltageBV',
  'voltageCV',
  'reactivePowerVar',
  'flowTemperatureC',
  'returnTemperatureC',
  'zoneTemperatureC',
  'state',
  'faultCode',
] as const;
const COMMAND = ['sgReadyState', 'limitEnabled', 'powerLimitW', 'controlTimeoutS'] as const;
const CONTROL = [...COMMAND, 'controlRemainingS', 'fallbackLimitW'] as const;

export function createSgReadyHeatPump(options: HeatPumpOptions): ActuatorDriver {
  const { id, profile, port, nowMs } = options;
  const { registers } = profile;
  let ratedPowerW = Number.POSITIVE_INFINITY;

  /** Reads the block that spans the registers, which the vendor's map has without holes. */
  const readBlock = async <N extends HeatPumpRegister>(
    names: readonly N[],
    signal: AbortSignal,
  ): Promise<Record<N, number | string | undefined>> => {
    const first = Math.min(...names.map((name) => addressOf(registers[name])));
    const end = Math.max(...names.map((name) => addressOf(registers[name]) + wordsOf(registers[name])));
    const words = await port.read(first, end - first, signal);
    return Object.fromEntries(
      names.map((name) => [name, decode(registers[name], words, addressOf(registers[name]) - first)]),
    ) as Record<N, number | string | undefined>;
  };

  const numbered = (value: number | string | undefined): number => (typeof value === 'number' ? value : Number.NaN);

  const writeFallback = async (present: number, signal: AbortSignal): Promise<void> => {
    const limitW = Math.min(ratedPowerW, Math.max(0, Math.round(options.safeSetpointW)));
    // Flash: a periodic write would wear it out within months.
    if (present === limitW) return;
    await port.write(addressOf(registers.fallbackLimitW), [encode(registers.fallbackLimitW, limitW)], signal);
  };

  return {
    async identify(signal): Promise<Identity> {
      const wanted = `${profile.profile} wants device class ${hex(profile.identity.deviceClass)}, map version ${profile.identity.mapVersion}`;
      let block: Awaited<ReturnType<typeof readBlock<(typeof IDENTITY)[number]>>>;
      try {
        block = await twice(() => readBlock(IDENTITY, signal), signal);
      } catch (error) {
        if (!(error instanceof WijkError) || error.code !== 'DEVICE_EXCEPTION') throw error;
        throw new WijkError(
          'WRONG_DEVICE',
          `${id}: ${wanted}; found a device without these registers: ${error.message}`,
          {
            cause: error,
          },
        );
      }
      const { deviceClass, mapVersion } = block;
      const text = `${block.manufacturer} ${block.model} ${block.firmware} serial ${block.serialNumber}`;
      if (deviceClass !== profile.identity.deviceClass || mapVersion !== profile.identity.mapVersion) {
        const found = `class ${hex(numbered(deviceClass))}, map version ${mapVersion}`;
        throw new WijkError('WRONG_DEVICE', `${id}: ${wanted}; found "${text}" of ${found}`);
      }
      ratedPowerW = numbered(block.ratedPowerW);
      const rating = { minimumW: 0, maximumW: ratedPowerW };
      return { text, key: `${block.manufacturer}/${block.model}/${block.serialNumber}`, rating };
    },

    async read(signal): Promise<DeviceReading> {
      const askedAtMs = nowMs();
      const block = await readBlock(MEASUREMENT, signal);
      const phases = [block.activePowerAW, block.activePowerBW, block.activePowerCW].map(numbered);
      const voltages = [block.voltageAV, block.voltageBV, block.voltageCV].map(numbered);
      const zone = block.zoneTemperatureC;
      return {
        askedAtMs,
        quality: phases.every(Number.isFinite) ? 'good' : 'invalid',
        activePowerW: phases as [number, number, number],
        reactivePowerVar: numbered(block.reactivePowerVar),
        ...(typeof zone === 'number' ? { temperatureC: zone } : {}),
        voltageV: voltages as [number, number, number],
      };
    },

    async command(window, signal): Promise<PowerWindow> {
      const revertS = Math.round(options.revertTimeMs / 1000);
      if (revertS < 1) throw new WijkError('INTERNAL', `${id}: a command without a control timeout was asked for`);
      const limitW = Math.min(ratedPowerW, Math.max(0, Math.round(window.maximumW)));
      const values = { sgReadyState: SG_NORMAL, limitEnabled: LIMIT_ON, powerLimitW: limitW, controlTimeoutS: revertS };
      const first = Math.min(...COMMAND.map((name) => addressOf(registers[name])));
      const words = new Array<number>(COMMAND.length).fill(0);
      for (const name of COMMAND) words[addressOf(registers[name]) - first] = encode(registers[name], values[name]);
      await port.write(first, words, signal);
      signal.throwIfAborted();
      const held = await readBlock(CONTROL, signal);
      const wrong = COMMAND.filter((name) => held[name] !== values[name]);
      if (wrong.length > 0) {
        const list = wrong.map((name) => `${name} was written ${values[name]} and reads ${held[name]}`);
        throw new WijkError('SETPOINT_IGNORED', list.join(', '));
      }
      signal.throwIfAborted();
      await writeFallback(numbered(held.fallbackLimitW), signal);
      return { minimumW: window.minimumW, maximumW: numbered(held.powerLimitW) };
    },
  };
}

const addressOf = ({ number }: Register): number => number - FIRST_NUMBER;

function wordsOf({ type }: Register): number {
  if (type === 'string16') return 8;
  if (type === 'string8') return 4;
  return type === 'int32' || type === 'uint32' ? 2 : 1;
}

const hex = (value: number): string => `0x${value.toString(16).toUpperCase().padStart(4, '0')}`;

/** A register's value in its unit; undefined where the device says that there is none. */
function decode(register: Register, words: Uint16Array, at: number): number | string | undefined {
  const word = words[at]!;
  switch (register.type) {
    case 'string8':
    case 'string16': {
      const bytes = [...words.subarray(at, at + wordsOf(register))].flatMap((w) => [w >> 8, w & 0xff]);
      return String.fromCharCode(...bytes)
        .replace(/\0.*$/s, '')
        .trim();
    }
    case 'int32':
      return ((word << 16) | words[at + 1]!) * register.scale;
    case 'uint32':
      return (word * 65_536 + words[at + 1]!) * register.scale;
    default: {
      if (word === register.absent) return undefined;
      const raw = register.type === 'int16' ? (word << 16) >> 16 : word;
      // Dividing keeps decimals exact where × 0.1 would not.
      return register.scale < 1 ? raw / Math.round(1 / register.scale) : raw * register.scale;
    }
  }
}

const encode = (register: Register, value: number): number => Math.round(value / register.scale) & 0xffff;

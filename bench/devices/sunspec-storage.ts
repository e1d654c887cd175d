/**
 * A three-phase storage inverter over SunSpec: measured by model 103, controlled by model 124.
 *
 * The power window becomes the two rates of model 124 with both bits of StorCtl_Mod set: discharging at most OutWRte,
 * charging at most InWRte. A negative rate turns a limit into a floor, so that −x % for one and +x % for the other is
 * exactly one power (the way inverters are made to charge from the grid in the field).
 */
import { WijkError } from '../../errors.js';
import { type Discovery, discover, type FoundModel, type ReadRegisters } from '../sunspec/discover.js';
import { MODELS } from '../sunspec/models.js';
import { decodeModel, encodePoint, numberOf, type Values } from '../sunspec/points.js';
import type { ActuatorDriver, DeviceReading, HeldCommand, Identity } from './driver.js';
import { type RegisterPort, twice } from './ports.js';
import type { PowerWindow } from './power-window.js';
import type { SunspecActuatorProfile } from './profile.js';

export interface SunspecStorageOptions {
  readonly id: string;
  readonly profile: SunspecActuatorProfile;
  readonly port: RegisterPort;
  readonly nowMs: () => number;
  /** Armed with every command; never 0. */
  readonly revertTimeMs: number;
}

const STORAGE = MODELS[124]!;
/** ID and length of a model, then its points up to the energy counter (103) or the whole model (124). */
const MEASUREMENT_REGISTERS = 27;
const STORAGE_REGISTERS = 26;
/** StorCtl_Mod: bit 0 limits charging, bit 1 discharging. */
const BOTH_LIMITS = 3;
const CHARGE_FROM_GRID = 1;
const EMPTY = 2;
const FULL = 5;
/** So close to full or empty an inverter may hold back. */
const EDGE_RATIO = 0.005;

interface Found {
  readonly measurement: FoundModel;
  readonly storage: FoundModel;
  /** What 100 % of InWRte and OutWRte are, W. */
  readonly chargeBaseW: number;
  readonly dischargeBaseW: number;
}

export function createSunspecStorage(options: SunspecStorageOptions): ActuatorDriver {
  const { id, profile, port, nowMs } = options;
  const { powerSign } = profile.sunspec;
  let found: Found | undefined;

  const need = (): Found => {
    if (found === undefined) throw new WijkError('STATE', `${id} has not been identified`);
    return found;
  };

  const readModel = async (model: FoundModel, registers: number, signal: AbortSignal): Promise<Values> => {
    const count = Math.min(registers, model.length + 2);
    return decodeModel(MODELS[model.id]!, await port.read(model.address, count, signal));
  };

  return {
    async identify(signal): Promise<Identity> {
      const discovery = await discoverOrSay(id, port, signal);
      const common = modelOf(discovery, 1);
      const described = common === undefined ? {} : await readModel(common, common.length + 2, signal);
      const [maker, product, version, serial] = ['Mn', 'Md', 'Vr', 'SN'].map((name) => String(described[name] ?? ''));
      const text = [maker, product, version, serial === '' ? '' : `serial ${serial}`].filter((s) => s !== '').join(' ');
      const missing = profile.sunspec.models.filter((model) => modelOf(discovery, model) === undefined);
      if (missing.length > 0) {
        const has = discovery.models.map((model) => model.id).join(', ');
        const cut = discovery.truncated === undefined ? '' : `; the chain breaks off ${discovery.truncated}`;
        throw new WijkError(
          'WRONG_DEVICE',
          `${id}: ${profile.profile} needs SunSpec models ${missing.join(', ')}; found "${text}" with models ${has}${cut}`,
        );
      }
      const storage = modelOf(discovery, 124)!;
      const nameplateModel = modelOf(discovery, 120)!;
      const nameplate = await readModel(nameplateModel, nameplateModel.length + 2, signal);
      const chargeBaseW = numberOf(await readModel(storage, STORAGE_REGISTERS, signal), 'WChaMax');
      if (chargeBaseW === undefined || chargeBaseW <= 0) {
        throw new WijkError('WRONG_DEVICE', `${id}: "${text}" does not say its largest charging power (124 WChaMax)`);
      }
      const dischargeBaseW = positive(numberOf(nameplate, 'MaxDisChaRte')) ?? chargeBaseW;
      found = { measurement: modelOf(discovery, 103)!, storage, chargeBaseW, dischargeBaseW };
      return {
        text,
        key: `${maker}/${product}/${serial}`,
        ...(maker === '' ? {} : { manufacturer: maker! }),
        ...(product === '' ? {} : { model: product! }),
        ...(version === '' ? {} : { firmware: version! }),
        ...(serial === '' ? {} : { serialNumber: serial! }),
        rating: { minimumW: -dischargeBaseW, maximumW: chargeBaseW },
      };
    },

    async read(signal): Promise<DeviceReading> {
      const { measurement, storage } = need();
      const askedAtMs = nowMs();
      const inverter = await readModel(measurement, MEASUREMENT_REGISTERS, signal);
      signal.throwIfAborted();
      const battery = await readModel(storage, STORAGE_REGISTERS, signal);
      return readingOf(inverter, battery, powerSign, askedAtMs);
    },

    async command(window, signal): Promise<PowerWindow> {
      const { storage, chargeBaseW, dischargeBaseW } = need();
      const revertS = Math.round(options.revertTimeMs / 1000);
      if (revertS < 1) throw new WijkError('INTERNAL', `${id}: a command without a revert timer was asked for`);
      const before = await port.read(storage.address, STORAGE_REGISTERS, signal);
      const exponent = exponentOf(before, id);
      const rate = (powerW: number, baseW: number): number =>
        encodePoint(STORAGE['OutWRte']!, Math.max(-100, Math.min(100, (100 * powerW) / baseW)), exponent);
      const out = rate(-window.minimumW, dischargeBaseW);
      const into = rate(window.maximumW, chargeBaseW);
      const at = (point: string): number => storage.address + STORAGE[point]!.offset;
      const raw = (registers: Uint16Array, point: string): number => registers[STORAGE[point]!.offset]!;
      signal.throwIfAborted();
      // OutWRte, InWRte, InOutWRte_WinTms, InOutWRte_RvrtTms stand side by side: they change together.
      await port.write(at('OutWRte'), [out, into, 0, revertS], signal);
      if (window.maximumW > 0 && raw(before, 'ChaGriSet') === 0) {
        await port.write(at('ChaGriSet'), [CHARGE_FROM_GRID], signal);
      }
      if (raw(before, 'StorCtl_Mod') !== BOTH_LIMITS) await port.write(at('StorCtl_Mod'), [BOTH_LIMITS], signal);
      signal.throwIfAborted();
      const after = await port.read(storage.address, STORAGE_REGISTERS, signal);
      const expected = { OutWRte: out, InWRte: into, InOutWRte_RvrtTms: revertS, StorCtl_Mod: BOTH_LIMITS };
      const wrong = Object.entries(expected).filter(([point, value]) => raw(after, point) !== value);
      if (wrong.length > 0) {
        const list = wrong.map(([point, value]) => `${point} was written ${value} and reads ${raw(after, point)}`);
        throw new WijkError('SETPOINT_IGNORED', list.join(', '));
      }
      const values = decodeModel(STORAGE, after);
      return {
        minimumW: zeroed((-numberOf(values, 'OutWRte')! * dischargeBaseW) / 100),
        maximumW: zeroed((numberOf(values, 'InWRte')! * chargeBaseW) / 100),
      };
    },

    async held(signal): Promise<HeldCommand> {
      const { storage, chargeBaseW, dischargeBaseW } = need();
      const values = await readModel(storage, STORAGE_REGISTERS, signal);
      const mode = numberOf(values, 'StorCtl_Mod') ?? 0;
      const edge = (limited: boolean, point: string, baseW: number): number =>
        limited ? ((numberOf(values, point) ?? 100) * baseW) / 100 : baseW;
      if ((mode & BOTH_LIMITS) === 0) return {};
      return {
        window: {
          minimumW: zeroed(-edge((mode & 2) !== 0, 'OutWRte', dischargeBaseW)),
          maximumW: zeroed(edge((mode & 1) !== 0, 'InWRte', chargeBaseW)),
        },
      };
    },

    async release(signal): Promise<void> {
      const { storage } = need();
      await port.write(storage.address + STORAGE['StorCtl_Mod']!.offset, [0], signal);
      signal.throwIfAborted();
      const after = await port.read(storage.address, STORAGE_REGISTERS, signal);
      const mode = after[STORAGE['StorCtl_Mod']!.offset]!;
      if (mode !== 0) throw new WijkError('SETPOINT_IGNORED', `StorCtl_Mod was written 0 and reads ${mode}`);
    },
  };
}

/**
 * Walks the chain of models. A device that refuses the first address and then falls silent (many want more silence
 * between requests than an inverter) is there and is no SunSpec device: that must not read as a timeout.
 */
async function discoverOrSay(id: string, port: RegisterPort, signal: AbortSignal): Promise<Discovery> {
  let refusal = '';
  let answered = false;
  const read: ReadRegisters = async (address, count) => {
    signal.throwIfAborted();
    try {
      const words = await twice(() => port.read(address, count, signal), signal);
      answered = true;
      return words;
    } catch (error) {
      if (error instanceof WijkError && error.code === 'DEVICE_EXCEPTION') refusal = error.message;
      throw error;
    }
  };
  try {
    return await discover(read);
  } catch (error) {
    if (!(error instanceof WijkError)) throw error;
    const silent = error.code === 'DEVICE_TIMEOUT' && refusal !== '' && !answered;
    if (!silent && error.code !== 'WRONG_DEVICE') throw error;
    const what = silent
      ? `no SunSpec map; a device is there (${refusal}) and does not answer elsewhere`
      : error.message;
    throw new WijkError('WRONG_DEVICE', `${id}: ${what}`, { cause: error });
  }
}

const modelOf = (discovery: Discovery, id: number): FoundModel | undefined =>
  discovery.models.find((model) => model.id === id);

const positive = (value: number | undefined): number | undefined =>
  value !== undefined && value > 0 ? value : undefined;

const zeroed = (value: number): number => (value === 0 ? 0 : value);

/** InOutWRte_SF, read with every command because a device may change it. */
function exponentOf(storage: Uint16Array, id: string): number {
  const exponent = numberOf(decodeModel(STORAGE, storage), 'InOutWRte_SF');
  if (exponent === undefined) throw new WijkError('DEVICE_PROTOCOL', `${id}: 124 InOutWRte_SF is not implemented`);
  return exponent;
}

function readingOf(inverter: Values, battery: Values, powerSign: 1 | -1, askedAtMs: number): DeviceReading {
  const number = (name: string): number | undefined => numberOf(inverter, name);
  const totalW = number('W');
  const voltages = [number('PhVphA'), number('PhVphB'), number('PhVphC')];
  const currents = [number('AphA'), number('AphB'), number('AphC')];
  const percent = numberOf(battery, 'ChaState');
  const reserve = numberOf(battery, 'MinRsvPct') ?? 0;
  const status = numberOf(battery, 'ChaSt');
  const stateOfChargeRatio = percent === undefined ? undefined : percent / 100;
  const whole = voltages.every((v) => v !== undefined);
  return {
    askedAtMs,
    // Model 103 has one power for all phases; the phases are made up from it.
    quality: totalW === undefined ? 'invalid' : 'derived',
    activePowerW: split(totalW === undefined ? Number.NaN : powerSign * totalW, voltages, currents),
    reactivePowerVar: zeroed(powerSign * (number('VAr') ?? 0)),
    ...(stateOfChargeRatio === undefined ? {} : { stateOfChargeRatio }),
    ...(whole ? { voltageV: voltages as [number, number, number] } : {}),
    cannotConsume: status === FULL || (stateOfChargeRatio !== undefined && stateOfChargeRatio >= 1 - EDGE_RATIO),
    cannotFeedIn:
      status === EMPTY || (stateOfChargeRatio !== undefined && stateOfChargeRatio <= reserve / 100 + EDGE_RATIO),
  };
}

/** The total over the phases as their apparent powers, or in equal parts where these are not known. */
function split(
  totalW: number,
  voltages: readonly (number | undefined)[],
  currents: readonly (number | undefined)[],
): [number, number, number] {
  const shares = [0, 1, 2].map((p) => (voltages[p] ?? Number.NaN) * (currents[p] ?? Number.NaN));
  const sum = shares[0]! + shares[1]! + shares[2]!;
  if (!(sum > 0)) return [totalW / 3, totalW / 3, totalW / 3];
  return [(totalW * shares[0]!) / sum, (totalW * shares[1]!) / sum, (totalW * shares[2]!) / sum];
}

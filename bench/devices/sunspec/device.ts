/**
 * A device that speaks SunSpec, meter or actuator: found along its own chain of models, held against its profile, read in
 * the first measuring model that it has. How it is commanded, is in `commands.ts`.
 */
import { WijkError } from '../../../errors.js';
import { type Discovery, discover } from '../../sunspec/discover.js';
import { MODELS } from '../../sunspec/models.js';
import { encodeRegisters, type Values } from '../../sunspec/points.js';
import {
  type FoundModel,
  type PointPlan,
  planNamed,
  type ReadRegisters,
  readModel,
  readPlanned,
  readPoints,
} from '../../sunspec/read.js';
import type { ActuatorDriver, DeviceReading, Driver, Identity } from '../driver.js';
import { type RegisterPort, SharedPort, twice } from '../ports.js';
import type { SunspecActuatorProfile, SunspecMeterProfile } from '../profile.js';
import { CONTROLS, type Control } from './commands.js';
import { POINTS_OF, readingOf, STORAGE_POINTS } from './readings.js';

export interface SunspecOptions<P> {
  readonly id: string;
  readonly profile: P;
  readonly port: RegisterPort;
  readonly nowMs: () => number;
}

export interface SunspecActuatorOptions extends SunspecOptions<SunspecActuatorProfile> {
  /** Armed with every command; never 0. */
  readonly revertTimeMs: number;
  /** What the device is given to revert to, where it takes a value, W. */
  readonly safeSetpointW: number;
}

type AnyProfile = SunspecMeterProfile | SunspecActuatorProfile;

interface Found {
  readonly identity: Identity;
  readonly models: readonly FoundModel[];
  /** What a reading asks of the measuring model, and of the battery's if there is one. */
  readonly measurement: PointPlan;
  readonly storage: PointPlan | undefined;
}

export function createSunspecMeter(options: SunspecOptions<SunspecMeterProfile>): Driver {
  let found: Found | undefined;
  return {
    async identify(signal) {
      found = await identify(options, signal);
      return found.identity;
    },
    read: (signal) => read(options, new SharedPort(options.port), needed(options.id, found), signal),
  };
}

export function createSunspecActuator(options: SunspecActuatorOptions): ActuatorDriver {
  const { id, profile, nowMs } = options;
  const shared = new SharedPort(options.port);
  const port = shared.commands;
  let known: { readonly found: Found; readonly control: Control } | undefined;
  let beats = 0;
  const need = () => needed(id, known);
  return {
    async identify(signal) {
      const found = await identify(options, signal);
      const revertS = Math.round(options.revertTimeMs / 1000);
      if (revertS < 1) throw new WijkError('INTERNAL', `${id}: a device without a revert timer was asked for`);
      const control = await CONTROLS[profile.command]({
        id,
        name: found.identity.text,
        port,
        nowMs,
        model: (number) => modelOf(found.models, number),
        revertS,
        safeSetpointW: options.safeSetpointW,
        revertsTo: profile.behaviour.control.revert.to,
        signal,
      });
      known = { found, control };
      return { ...found.identity, rating: control.rating };
    },
    async read(signal) {
      const { found, control } = need();
      try {
        return await read(options, shared, found, signal);
      } catch (error) {
        // A device that did not answer may have restarted, and hold something else.
        control.forget();
        throw error;
      }
    },
    command: (window, signal) => need().control.command(window, signal),
    held: (signal) => need().control.held(signal),
    release: (signal) => need().control.release(signal),
    ...(profile.behaviour.control.heartbeat === undefined
      ? {}
      : {
          beat: async (signal: AbortSignal): Promise<void> => {
            const model = modelOf(need().found.models, 715)!;
            const point = MODELS[715]!['ControllerHb']!;
            // One below the mark "not implemented", then from the start again.
            beats = beats >= 0xfffffffe ? 0 : beats + 1;
            await port.write(model.address + point.offset, encodeRegisters(point, beats), signal);
          },
        }),
  };
}

function needed<T>(id: string, found: T | undefined): T {
  if (found === undefined) throw new WijkError('STATE', `${id} has not been identified`);
  return found;
}

const modelOf = (models: readonly FoundModel[], id: number): FoundModel | undefined =>
  models.find((model) => model.id === id);

async function identify({ id, profile, port }: SunspecOptions<AnyProfile>, signal: AbortSignal): Promise<Found> {
  const discovery = await discoverOrSay(id, port, signal);
  const { models } = discovery;
  const ask = reader(port, signal);
  const common = modelOf(models, 1);
  const about: Values = common === undefined ? {} : await readModel(ask, common);
  const said = (point: string): string | undefined => {
    const value = about[point];
    return value === undefined ? undefined : String(value);
  };
  const [manufacturer, model, firmware, serialNumber] = ['Mn', 'Md', 'Vr', 'SN'].map(said);
  const text = [manufacturer, model, firmware, serialNumber === undefined ? undefined : `serial ${serialNumber}`]
    .filter((part) => part !== undefined)
    .join(' ');
  const refuse = (wants: string, withWhat: string): WijkError => {
    const cut = discovery.truncated === undefined ? '' : `; the chain breaks off ${discovery.truncated}`;
    return new WijkError(
      'WRONG_DEVICE',
      `${id}: ${profile.profile} needs ${wants}; found "${text}" with ${withWhat}${cut}`,
    );
  };
  const has = `models ${models.map((found) => found.id).join(', ')}`;
  const missing = profile.sunspec.models.filter((number) => modelOf(models, number) === undefined);
  if (missing.length > 0) throw refuse(`SunSpec models ${missing.join(', ')}`, has);
  const first = (numbers: readonly number[]): FoundModel | undefined =>
    numbers.map((number) => modelOf(models, number)).find((found) => found !== undefined);
  const measurement = first(profile.sunspec.measurement);
  if (measurement === undefined) {
    throw refuse(`one of SunSpec models ${profile.sunspec.measurement.join(', ')}`, has);
  }
  const storage = first(profile.sunspec.storage);
  if (storage === undefined && profile.sunspec.storage.length > 0) {
    throw refuse(`one of SunSpec models ${profile.sunspec.storage.join(', ')}`, has);
  }
  const maker = profile.sunspec.manufacturer;
  if (maker !== undefined && maker !== manufacturer) throw refuse(`manufacturer "${maker}"`, `"${manufacturer ?? ''}"`);
  const identity: Identity = {
    text,
    key: `${manufacturer ?? ''}/${model ?? ''}/${serialNumber ?? ''}`,
    ...(manufacturer === undefined ? {} : { manufacturer }),
    ...(model === undefined ? {} : { model }),
    ...(firmware === undefined ? {} : { firmware }),
    ...(serialNumber === undefined ? {} : { serialNumber }),
    settings: await settingsOf(models, ask),
  };
  return {
    identity,
    models,
    measurement: planNamed(measurement, POINTS_OF(measurement.id)),
    storage: storage === undefined ? undefined : planNamed(storage, STORAGE_POINTS[storage.id]!),
  };
}

/** Limits and references that somebody set on the device: another value is another device to a test. */
const SETTINGS: Readonly<Record<number, readonly string[]>> = {
  121: ['WMax', 'VRef', 'VRefOfs', 'VMax', 'VMin', 'VAMax', 'WGra', 'ECPNomHz', 'ConnPh'],
  124: ['WChaMax', 'WChaGra', 'WDisChaGra', 'MinRsvPct'],
  702: ['WMax', 'VAMax', 'WChaRteMax', 'WDisChaRteMax', 'VNom', 'VMax', 'VMin'],
  704: ['WRmp', 'WRmpRef', 'AntiIslEna'],
};

async function settingsOf(
  models: readonly FoundModel[],
  ask: ReadRegisters,
): Promise<Readonly<Record<string, number | string>>> {
  const settings: Record<string, number | string> = {};
  for (const model of models) {
    const names = SETTINGS[model.id];
    if (names === undefined) continue;
    const values = await readPoints(ask, model, names);
    for (const name of names) {
      const value = values[name];
      if (value !== undefined) settings[`${model.id}.${name}`] = value;
    }
  }
  return settings;
}

async function read(
  { profile, nowMs }: SunspecOptions<AnyProfile>,
  shared: SharedPort,
  { measurement, storage }: Found,
  signal: AbortSignal,
): Promise<DeviceReading> {
  const askedAtMs = nowMs();
  const parts = shared.reading();
  const ask = reader(parts.port, signal);
  const power = await readPlanned(ask, measurement);
  const battery = storage === undefined ? undefined : await readPlanned(ask, storage);
  const { powerSign, mandatory } = profile.sunspec;
  const model = measurement.found.id;
  const measured = { askedAtMs, model, power, storage: storage?.found.id, battery, powerSign, mandatory };
  return { ...readingOf(measured), ...(parts.torn ? { torn: true } : {}) };
}

function reader(port: RegisterPort, signal: AbortSignal): ReadRegisters {
  return (address, count) => {
    signal.throwIfAborted();
    return port.read(address, count, signal);
  };
}

/**
 * Walks the chain of models. A device that refuses the first address and then falls silent (many want more silence
 * between requests than an inverter) is there and is no SunSpec device: that must not read as a timeout.
 */
async function discoverOrSay(id: string, port: RegisterPort, signal: AbortSignal): Promise<Discovery> {
  let refusal = '';
  let answered = false;
  const ask: ReadRegisters = async (address, count) => {
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
    return await discover(ask);
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

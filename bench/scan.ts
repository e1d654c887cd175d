/** `wijktwin scan LINK`: what is on a line. Reads only, so it may be run next to a device that is in use. */
import { badInput, messageOf, WijkError } from '../errors.js';
import { createModbusActuator, createModbusMeter } from './devices/modbus-device.js';
import { type ReadFunction, type RegisterPort, twice } from './devices/ports.js';
import {
  loadProfiles,
  type ModbusActuatorProfile,
  type ModbusMeterProfile,
  type Profile,
  readProfilesWith,
} from './devices/profile.js';
import { fittingProfile } from './devices/sunspec/fitting.js';
import { createBus } from './modbus/bus.js';
import { createP1Framer } from './p1/framer.js';
import { netPhasesW, type Telegram } from './p1/telegram.js';
import { type Finding, type Measured, nothing, type ScannedModel, wordsOf } from './scan-words.js';
import { type Discovery, discover, type FoundModel, readModel, readPoints } from './sunspec/discover.js';
import { MODEL_NAMES, REPEATS } from './sunspec/models.js';
import { numberOf } from './sunspec/points.js';
import { definedLength } from './sunspec/read.js';
import { addressOf, serialTiming } from './transport/address.js';
import { systemClock } from './transport/clock.js';
import { openTransport } from './transport/open.js';
import type { Transport } from './transport/transport.js';

export type { Finding } from './scan-words.js';

interface ScanOptions {
  readonly protocol: 'modbus-rtu' | 'modbus-tcp' | 'p1';
  readonly units: readonly number[];
  readonly timeout: number;
  /** Folder with device profiles of the user's own. */
  readonly profiles?: string;
  readonly json?: boolean;
}

/** Two telegrams of the slowest meters (one per 10 s) fit in this. */
const P1_WITHIN_MS = 22_000;
const SETTLE_MS = 100;

export async function scanCommand(address: string, given: unknown): Promise<void> {
  const options = given as ScanOptions;
  const known = readProfilesWith(options.profiles);
  if (!known.ok) throw badInput(known.problems);
  const profiles = [...known.value.values()];
  const progress = createProgress();
  const say = (text: string): void => {
    progress.clear();
    if (!options.json) process.stdout.write(`${text}\n`);
  };
  const stop = new AbortController();
  const interrupt = (): void => stop.abort(new WijkError('STATE', 'interrupted'));
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
  const transport = await openTransport(address, stop.signal);
  try {
    const found = (finding: Finding): void => say(wordsOf(finding));
    let heard = '';
    const findings =
      options.protocol === 'p1'
        ? await sniffP1(
            transport,
            P1_WITHIN_MS,
            stop.signal,
            (text) => {
              heard = text;
              progress.show(`listening on ${address}: ${text}`);
            },
            profiles,
          )
        : await scanModbus(transport, { ...options, known: profiles }, stop.signal, found, (text) =>
            progress.show(text),
          );
    if (options.protocol === 'p1') for (const finding of findings) found(finding);
    progress.clear();
    if (options.json) process.stdout.write(`${JSON.stringify({ address, protocol: options.protocol, findings })}\n`);
    else if (findings.length === 0) say(nothing(address, options, P1_WITHIN_MS, heard));
    process.exitCode = findings.length === 0 ? 1 : 0;
  } finally {
    progress.clear();
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
    await transport.close();
  }
}

/** One line on the terminal that the next one replaces; nothing where standard error is a file. */
function createProgress(): { show(text: string): void; clear(): void } {
  let shown = 0;
  const write = (text: string): void => {
    process.stderr.write(`\r${text.padEnd(shown)}${text === '' ? '\r' : ''}`);
    shown = text.length;
  };
  return {
    show: (text) => {
      if (process.stderr.isTTY) write(text.slice(0, (process.stderr.columns ?? 80) - 1));
    },
    clear: () => {
      if (shown > 0) write('');
    },
  };
}

/**
 * Asks every unit in turn. `found` hears of each as it is found, `progress` what is being asked; the transport stays open.
 */
export async function scanModbus(
  transport: Transport,
  options: Pick<ScanOptions, 'protocol' | 'units' | 'timeout'> & { readonly known?: readonly Profile[] },
  signal: AbortSignal,
  found: (finding: Finding) => void = () => undefined,
  progress: (text: string) => void = () => undefined,
): Promise<Finding[]> {
  const address = addressOf(transport.address);
  const known = options.known ?? [...loadProfiles().values()];
  const bus = createBus(transport, {
    framing: options.protocol === 'modbus-tcp' ? 'tcp' : 'rtu',
    ...serialTiming(address),
    // Unknown devices: the gap that the most careful known profile wants.
    minimumGapMs: Math.max(...known.map((profile) => profile.behaviour.timing.minimumGapMs)),
    timeoutMs: options.timeout,
  });
  const findings: Finding[] = [];
  // Opening a port may jolt the line (adapters, modem lines); devices want silence before the first question too.
  await new Promise<void>((resolve) => systemClock.schedule(SETTLE_MS, resolve));
  for (const [k, unit] of options.units.entries()) {
    signal.throwIfAborted();
    const where = `unit ${unit} (${k + 1} of ${options.units.length})`;
    progress(`${where}: is anybody there?`);
    const asked = { timeoutMs: options.timeout, insist: true, signal };
    // The first question to a unit decides whether anybody is there; what comes after may be asked twice.
    let answered = false;
    const ask = async (from: number, count: number, fc: ReadFunction): Promise<Uint16Array> => {
      const reply = await bus.request(unit, { fc, address: from, count }, asked);
      if ('values' in reply) return reply.values;
      if ('bits' in reply) return Uint16Array.from(reply.bits.slice(0, count), Number);
      throw new WijkError('INTERNAL', `function ${fc} was answered without values`);
    };
    const read: Read = async (from, count, fc = 3) => {
      try {
        const words = await (answered ? twice(() => ask(from, count, fc), signal) : ask(from, count, fc));
        answered = true;
        return words;
      } catch (error) {
        answered ||= error instanceof WijkError && error.code === 'DEVICE_EXCEPTION';
        throw error;
      }
    };
    const finding = await askUnit(unit, read, known, signal, (text) => progress(`${where}: ${text}`));
    if (finding === undefined) continue;
    findings.push(finding);
    found(finding);
  }
  return findings;
}

type Read = (address: number, count: number, fc?: ReadFunction) => Promise<Uint16Array>;

/** SunSpec first; a device that answers without it is held against the profiles of tables. Undefined: silence. */
async function askUnit(
  unit: number,
  read: Read,
  known: readonly Profile[],
  signal: AbortSignal,
  progress: (text: string) => void,
): Promise<Finding | undefined> {
  let discovery: Discovery;
  try {
    discovery = await discover(read, ({ id }) => progress(`SunSpec, model ${id}`));
  } catch (error) {
    if (!(error instanceof WijkError)) throw error;
    if (error.code === 'DEVICE_TIMEOUT') return undefined;
    if (error.code !== 'WRONG_DEVICE') {
      if (error.code === 'NO_SUCH_PORT' || error.code === 'STATE') throw error;
      return { kind: 'modbus', unit, note: error.message };
    }
    return askTables(unit, read, known, signal);
  }
  const models = discovery.models.map((model) => model.id);
  const common = discovery.models.find((model) => model.id === 1);
  const about = common === undefined ? {} : await orNothing(() => readModel(read, common));
  const identity = ['Mn', 'Md', 'Vr', 'SN']
    .map((name) => about[name] ?? '')
    .filter((s) => s !== '')
    .join(' ');
  const { truncated } = discovery;
  const fitting = fittingProfile(known, models);
  return {
    kind: 'sunspec',
    unit,
    identity,
    models,
    base: discovery.base,
    chain: discovery.models.map(described),
    now: await measuredOf(read, discovery.models),
    ...(truncated === undefined ? {} : { truncated }),
    ...(fitting === undefined ? {} : { profile: fitting.profile }),
  };
}

/** What a device refuses or garbles beside its chain is not worth the whole finding. */
async function orNothing<T extends object>(ask: () => Promise<T>): Promise<Partial<T>> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof WijkError && error.code.startsWith('DEVICE_')) return {};
    throw error;
  }
}

function described({ id, address, length }: FoundModel): ScannedModel {
  const name = MODEL_NAMES[id] ?? (id >= 64_000 ? 'of the maker' : 'not known here');
  const defined = definedLength(id);
  const repeat = REPEATS[id];
  const fits =
    defined === 0 ||
    length === defined ||
    (repeat !== undefined && length >= defined && (length - defined) % repeat.length === 0);
  return { id, name, address, length, ...(fits ? {} : { definedLength: defined }) };
}

/** The few points that tell a person at a glance whether this is the device in front of him, by model. */
const GLANCE: readonly (readonly [models: readonly number[], points: Readonly<Record<string, keyof Measured>>])[] = [
  [[101, 102, 103, 111, 112, 113], { W: 'generationW', Hz: 'frequencyHz', PhVphA: 'voltageV' }],
  [[701], { W: 'generationW', Hz: 'frequencyHz', LNV: 'voltageV' }],
  [[201, 202, 203, 204, 211, 212, 213, 214], { W: 'importW', Hz: 'frequencyHz', PhVphA: 'voltageV' }],
  [[124], { ChaState: 'stateOfChargePercent' }],
  [[713, 802], { SoC: 'stateOfChargePercent' }],
];

async function measuredOf(read: Read, models: readonly FoundModel[]): Promise<Measured> {
  const measured: { -readonly [K in keyof Measured]: number } = {};
  for (const model of models) {
    const points = GLANCE.find(([ids]) => ids.includes(model.id))?.[1];
    if (points === undefined) continue;
    const values = await orNothing(() => readPoints(read, model, Object.keys(points)));
    for (const [point, key] of Object.entries(points)) {
      const value = numberOf(values, point);
      if (value !== undefined) measured[key] ??= value;
    }
  }
  return measured;
}

type TableProfile = ModbusMeterProfile | ModbusActuatorProfile;

/**
 * Held against every profile of a table: first those that say how to tell their product. One that does not and whose registers
 * are all there is a guess, and is told as one.
 */
async function askTables(
  unit: number,
  readHolding: Read,
  known: readonly Profile[],
  signal: AbortSignal,
): Promise<Finding> {
  const tables = known.filter(
    (profile): profile is TableProfile => profile.driver === 'modbus-actuator' || profile.driver === 'modbus-meter',
  );
  const tells = ({ identity }: TableProfile): boolean => Object.keys(identity.expect).length > 0;
  const port: RegisterPort = {
    read: (from, count, _, fc = 3) => readHolding(from, count, fc),
    write: () => Promise.reject(new WijkError('INTERNAL', 'a scan only reads')),
  };
  const perhaps: { profile: string; identity: string }[] = [];
  const refused: { profile: string; why: string }[] = [];
  for (const profile of [...tables.filter(tells), ...tables.filter((table) => !tells(table))]) {
    const common = { id: `unit ${unit}`, port, nowMs: () => 0 };
    const driver =
      profile.lease === 'meter'
        ? createModbusMeter({ ...common, profile })
        : createModbusActuator({ ...common, profile, revertTimeMs: 60_000, safeSetpointW: 0 });
    try {
      const { text } = await driver.identify(signal);
      const kind = profile.lease === 'meter' ? 'meter' : kindOf(profile);
      if (tells(profile)) return { kind, unit, identity: text, profile: profile.profile };
      perhaps.push({ profile: profile.profile, identity: text });
    } catch (error) {
      if (!(error instanceof WijkError) || error.code === 'NO_SUCH_PORT' || error.code === 'STATE') throw error;
      refused.push({ profile: profile.profile, why: messageOf(error).replace(`unit ${unit}: `, '') });
    }
  }
  return { kind: 'modbus', unit, note: 'answers, is no SunSpec device', perhaps, refused };
}

/** What a table commands by a ceiling is a heat pump as far as anybody has seen. */
const kindOf = ({ behaviour }: ModbusActuatorProfile): 'heat-pump' | 'actuator' =>
  behaviour.control.meaning === 'ceiling' ? 'heat-pump' : 'actuator';

/** Listens for one whole telegram; `tell` hears what has come so far. */
export async function sniffP1(
  transport: Transport,
  withinMs: number,
  signal: AbortSignal,
  tell: (text: string) => void = () => undefined,
  known: readonly Profile[] = [...loadProfiles().values()],
): Promise<Finding[]> {
  const framer = createP1Framer();
  let received = 0;
  const telegram = await new Promise<Telegram | undefined>((resolve, reject) => {
    const finish = (whole: Telegram | undefined): void => {
      clearTimeout(timer);
      ignore();
      signal.removeEventListener('abort', aborted);
      resolve(whole);
    };
    const aborted = (): void => reject(signal.reason);
    const timer = setTimeout(() => finish(undefined), withinMs);
    signal.addEventListener('abort', aborted, { once: true });
    const ignore = transport.onData((bytes) => {
      received += bytes.length;
      const [whole] = framer.push(bytes);
      tell(`${received} bytes${framer.lastError === '' ? '' : `, ${framer.lastError}`}`);
      if (whole !== undefined) finish(whole);
    });
    transport.onClose(({ message }) => {
      clearTimeout(timer);
      reject(new WijkError('NO_SUCH_PORT', message));
    });
  });
  if (telegram === undefined) return [];
  const fitting = known.find(
    (profile) => profile.driver === 'dsmr-meter' && profile.dsmr.versions.includes(telegram.version),
  );
  const { importEnergyWh, exportEnergyWh, timeUs, mBus } = telegram;
  return [
    {
      kind: 'p1',
      identity: `${telegram.header} serial ${telegram.equipmentId}`,
      version: telegram.version,
      activePowerW: netPhasesW(telegram),
      importEnergyWh,
      exportEnergyWh,
      ...(timeUs === undefined ? {} : { meterTime: new Date(timeUs / 1000).toISOString() }),
      mBus: mBus.map(({ channel, deviceType, id, value, unit }) => ({ channel, deviceType, id, value, unit })),
      ...(fitting === undefined ? {} : { profile: fitting.profile }),
    },
  ];
}

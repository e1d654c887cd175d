/** `wijktwin scan LINK`: what is on a line. Reads only, so it may be run next to a device that is in use. */
import { messageOf, WijkError } from '../errors.js';
import { createModbusActuator, createModbusMeter } from './devices/modbus-device.js';
import { type ReadFunction, type RegisterPort, twice } from './devices/ports.js';
import type { ModbusActuatorProfile, ModbusMeterProfile } from './devices/profile.js';
import { loadProfiles } from './devices/profile.js';
import { fittingProfile } from './devices/sunspec/fitting.js';
import { createBus } from './modbus/bus.js';
import { createP1Framer } from './p1/framer.js';
import { netPhasesW, type Telegram } from './p1/telegram.js';
import { type Discovery, discover, readModel } from './sunspec/discover.js';
import { addressOf } from './transport/address.js';
import { systemClock } from './transport/clock.js';
import { openTransport } from './transport/open.js';
import type { Transport } from './transport/transport.js';

interface ScanOptions {
  readonly protocol: 'modbus-rtu' | 'modbus-tcp' | 'p1';
  readonly units: readonly number[];
  readonly timeout: number;
  readonly json?: boolean;
}

/** One thing that answered. */
export type Finding =
  | {
      readonly kind: 'sunspec';
      readonly unit: number;
      readonly identity: string;
      readonly models: readonly number[];
      readonly truncated?: string;
      /** The shipped profile that fits, for the bench file. */
      readonly profile?: string;
    }
  | { readonly kind: 'heat-pump' | 'meter'; readonly unit: number; readonly identity: string; readonly profile: string }
  | { readonly kind: 'modbus'; readonly unit: number; readonly note: string }
  | {
      readonly kind: 'p1';
      readonly identity: string;
      readonly version: string;
      readonly activePowerW: readonly number[];
      readonly profile?: string;
    };

/** Two telegrams of the slowest meters (one per 10 s) fit in this. */
const P1_WITHIN_MS = 22_000;
const SETTLE_MS = 100;

export async function scanCommand(address: string, given: unknown): Promise<void> {
  const options = given as ScanOptions;
  const say = (text: string): void => {
    if (!options.json) process.stdout.write(`${text}\n`);
  };
  const stop = new AbortController();
  const interrupt = (): void => stop.abort(new WijkError('STATE', 'interrupted'));
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
  const transport = await openTransport(address, stop.signal);
  try {
    const findings =
      options.protocol === 'p1'
        ? await sniffP1(transport, P1_WITHIN_MS, stop.signal)
        : await scanModbus(transport, options, stop.signal, (finding) => say(lineOf(finding)));
    if (options.protocol === 'p1') for (const finding of findings) say(lineOf(finding));
    if (options.json) process.stdout.write(`${JSON.stringify({ address, protocol: options.protocol, findings })}\n`);
    else if (findings.length === 0) say(nothing(address, options));
    process.exitCode = findings.length === 0 ? 1 : 0;
  } finally {
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
    await transport.close();
  }
}

/** Asks every unit in turn. `found` hears of each as it is found; the transport stays open. */
export async function scanModbus(
  transport: Transport,
  options: Pick<ScanOptions, 'protocol' | 'units' | 'timeout'>,
  signal: AbortSignal,
  found: (finding: Finding) => void = () => undefined,
): Promise<Finding[]> {
  const address = addressOf(transport.address);
  const bus = createBus(transport, {
    framing: options.protocol === 'modbus-tcp' ? 'tcp' : 'rtu',
    ...(address.kind === 'serial' ? { baud: address.baud } : {}),
    // Unknown devices: the gap that the most careful known profile wants.
    minimumGapMs: Math.max(...[...loadProfiles().values()].map((profile) => profile.behaviour.timing.minimumGapMs)),
    timeoutMs: options.timeout,
  });
  const findings: Finding[] = [];
  // Opening a port may jolt the line (adapters, modem lines); devices want silence before the first question too.
  await new Promise<void>((resolve) => systemClock.schedule(SETTLE_MS, resolve));
  for (const unit of options.units) {
    signal.throwIfAborted();
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
    const finding = await askUnit(unit, read, signal);
    if (finding === undefined) continue;
    findings.push(finding);
    found(finding);
  }
  return findings;
}

type Read = (address: number, count: number, fc?: ReadFunction) => Promise<Uint16Array>;

/** SunSpec first; a device that answers without it is held against the heat pump profiles. Undefined: silence. */
async function askUnit(unit: number, read: Read, signal: AbortSignal): Promise<Finding | undefined> {
  let discovery: Discovery;
  try {
    discovery = await discover(read);
  } catch (error) {
    if (!(error instanceof WijkError)) throw error;
    if (error.code === 'DEVICE_TIMEOUT') return undefined;
    if (error.code !== 'WRONG_DEVICE') {
      if (error.code === 'NO_SUCH_PORT' || error.code === 'STATE') throw error;
      return { kind: 'modbus', unit, note: error.message };
    }
    return askTables(unit, read, signal);
  }
  const models = discovery.models.map((model) => model.id);
  const common = discovery.models.find((model) => model.id === 1);
  const about = common === undefined ? {} : await readModel(read, common);
  const identity = ['Mn', 'Md', 'Vr', 'SN']
    .map((name) => about[name] ?? '')
    .filter((s) => s !== '')
    .join(' ');
  const { truncated } = discovery;
  const fitting = fittingProfile(loadProfiles().values(), models);
  return {
    kind: 'sunspec',
    unit,
    identity,
    models,
    ...(truncated === undefined ? {} : { truncated }),
    ...(fitting === undefined ? {} : { profile: fitting.profile }),
  };
}

type TableProfile = ModbusMeterProfile | ModbusActuatorProfile;

/** Held against every profile of a table that says how to tell its product. */
async function askTables(unit: number, readHolding: Read, signal: AbortSignal): Promise<Finding> {
  const profiles = [...loadProfiles().values()].filter(
    (profile): profile is TableProfile =>
      (profile.driver === 'modbus-actuator' || profile.driver === 'modbus-meter') &&
      Object.keys(profile.identity.expect).length > 0,
  );
  let note = 'answers, is no SunSpec device';
  const port: RegisterPort = {
    read: (from, count, _, fc = 3) => readHolding(from, count, fc),
    write: () => Promise.reject(new WijkError('INTERNAL', 'a scan only reads')),
  };
  for (const profile of profiles) {
    const common = { id: `unit ${unit}`, port, nowMs: () => 0 };
    const driver =
      profile.lease === 'meter'
        ? createModbusMeter({ ...common, profile })
        : createModbusActuator({ ...common, profile, revertTimeMs: 60_000, safeSetpointW: 0 });
    try {
      const { text } = await driver.identify(signal);
      const kind = profile.lease === 'meter' ? 'meter' : 'heat-pump';
      return { kind, unit, identity: text, profile: profile.profile };
    } catch (error) {
      if (!(error instanceof WijkError) || error.code === 'NO_SUCH_PORT' || error.code === 'STATE') throw error;
      note = `answers, is no SunSpec device; ${messageOf(error)}`;
    }
  }
  return { kind: 'modbus', unit, note };
}

/** Listens for one whole telegram. */
export async function sniffP1(transport: Transport, withinMs: number, signal: AbortSignal): Promise<Finding[]> {
  const framer = createP1Framer();
  let finish: (telegram: Telegram | undefined) => void = () => undefined;
  const telegram = await new Promise<Telegram | undefined>((resolve, reject) => {
    finish = resolve;
    const timer = setTimeout(() => resolve(undefined), withinMs);
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    const ignore = transport.onData((bytes) => {
      for (const whole of framer.push(bytes)) {
        clearTimeout(timer);
        ignore();
        finish(whole);
      }
    });
    transport.onClose(({ message }) => reject(new WijkError('NO_SUCH_PORT', message)));
  });
  if (telegram === undefined) return [];
  const fitting = [...loadProfiles().values()].find(
    (profile) => profile.driver === 'dsmr-meter' && profile.dsmr.versions.includes(telegram.version),
  );
  return [
    {
      kind: 'p1',
      identity: `${telegram.header} serial ${telegram.equipmentId}`,
      version: telegram.version,
      activePowerW: netPhasesW(telegram),
      ...(fitting === undefined ? {} : { profile: fitting.profile }),
    },
  ];
}

function lineOf(finding: Finding): string {
  const fits = 'profile' in finding && finding.profile !== undefined ? `; profile ${finding.profile}` : '';
  switch (finding.kind) {
    case 'sunspec': {
      const cut = finding.truncated === undefined ? '' : `; the chain breaks off ${finding.truncated}`;
      return `unit ${finding.unit}: SunSpec "${finding.identity}", models ${finding.models.join(', ')}${cut}${fits}`;
    }
    case 'heat-pump':
    case 'meter':
      return `unit ${finding.unit}: ${finding.kind === 'meter' ? 'meter' : 'heat pump controller'} "${finding.identity}"${fits}`;
    case 'modbus':
      return `unit ${finding.unit}: ${finding.note}`;
    case 'p1': {
      const phases = finding.activePowerW.map((w) => `${w} W`).join(', ');
      return `P1 meter "${finding.identity}", DSMR version ${finding.version || 'before 4'}, phases ${phases}${fits}`;
    }
  }
}

function nothing(address: string, { protocol, units }: ScanOptions): string {
  return protocol === 'p1'
    ? `${address}: no telegram within ${P1_WITHIN_MS / 1000} s; check baud rate and format (DSMR 5: 115200 8N1) and the data request line`
    : `${address}: no answer from unit ${units.join(', ')}; check baud rate, format, unit and the two data wires`;
}

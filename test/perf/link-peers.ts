/**
 * The two Modbus packages for Node beside ours, as clients: one function each that reads registers. They are installed into
 * `.cache/perf-link` with pinned versions, because nothing of the product depends on them.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createBus } from '../../bench/modbus/bus.js';
import { openTransport } from '../../bench/transport/open.js';

export const PEERS = { 'modbus-serial': '8.0.25', jsmodbus: '5.0.0', serialport: '13.0.0' } as const;
const TIMEOUT_MS = 2000;

export interface Client {
  readonly name: string;
  read(address: number, count: number): Promise<ArrayLike<number>>;
  close(): Promise<void>;
}
/** How a client is opened on a serial line (no gap of its own: the same for all three) or on TCP. */
export interface Maker {
  readonly name: string;
  serial(path: string, baud: number): Promise<Client>;
  tcp(port: number): Promise<Client>;
}

export function installPeers(root: string): NodeJS.Require {
  const folder = join(root, '.cache', 'perf-link');
  mkdirSync(folder, { recursive: true });
  const require = createRequire(join(folder, 'index.js'));
  const missing = Object.entries(PEERS).filter(([name, version]) => {
    const manifest = join(folder, 'node_modules', name, 'package.json');
    return !existsSync(manifest) || (require(manifest) as { version: string }).version !== version;
  });
  if (missing.length > 0) {
    const wanted = Object.entries(PEERS).map(([name, version]) => `${name}@${version}`);
    execFileSync('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--prefix', folder, ...wanted], {
      stdio: 'ignore',
    });
  }
  return require;
}

export const ours: Maker = {
  name: 'wijktwin',
  serial: (path, baud) => openOurs(`serial:${path}?baud=${baud}&format=8N1`, 'rtu'),
  tcp: (port) => openOurs(`tcp:127.0.0.1:${port}`, 'tcp'),
};

async function openOurs(address: string, framing: 'rtu' | 'tcp'): Promise<Client> {
  const bus = createBus(await openTransport(address), { framing, timeoutMs: TIMEOUT_MS });
  return {
    name: 'wijktwin',
    read: (from, count) => bus.readHoldingRegisters(1, from, count),
    close: () => bus.close(),
  };
}

interface ModbusSerial {
  connectRTU(path: string, options: object): Promise<void>;
  connectTCP(host: string, options: object): Promise<void>;
  setID(unit: number): void;
  setTimeout(ms: number): void;
  readHoldingRegisters(address: number, count: number): Promise<{ data: number[] }>;
  close(done: () => void): void;
}

export function modbusSerial(require: NodeJS.Require): Maker {
  const Constructor = require('modbus-serial') as new () => ModbusSerial;
  const client = async (connect: (made: ModbusSerial) => Promise<void>): Promise<Client> => {
    const made = new Constructor();
    await connect(made);
    made.setID(1);
    made.setTimeout(TIMEOUT_MS);
    return {
      name: 'modbus-serial',
      read: async (address, count) => (await made.readHoldingRegisters(address, count)).data,
      close: () => new Promise((resolve) => made.close(() => resolve())),
    };
  };
  return {
    name: 'modbus-serial',
    serial: (path, baud) => client((made) => made.connectRTU(path, { baudRate: baud })),
    tcp: (port) => client((made) => made.connectTCP('127.0.0.1', { port })),
  };
}

interface JsModbusClient {
  readHoldingRegisters(
    address: number,
    count: number,
  ): Promise<{ response: { body: { valuesAsArray: ArrayLike<number> } } }>;
}

export function jsModbus(require: NodeJS.Require): Maker {
  const modbus = require('jsmodbus') as {
    client: {
      RTU: new (port: unknown, unit: number, timeout: number) => JsModbusClient;
      TCP: new (socket: unknown, unit: number, timeout: number) => JsModbusClient;
    };
  };
  const { SerialPort } = require('serialport') as typeof import('serialport');
  const { Socket } = require('node:net') as typeof import('node:net');
  const of = (client: JsModbusClient, close: () => Promise<void>): Client => ({
    name: 'jsmodbus',
    read: async (address, count) => (await client.readHoldingRegisters(address, count)).response.body.valuesAsArray,
    close,
  });
  return {
    name: 'jsmodbus',
    serial: async (path, baud) => {
      const port = new SerialPort({ path, baudRate: baud, autoOpen: false });
      const client = new modbus.client.RTU(port, 1, TIMEOUT_MS);
      await new Promise<void>((resolve, reject) => port.open((error) => (error ? reject(error) : resolve())));
      return of(client, () => new Promise((resolve) => port.close(() => resolve())));
    },
    tcp: async (port) => {
      const socket = new Socket();
      socket.setNoDelay(true);
      const client = new modbus.client.TCP(socket, 1, TIMEOUT_MS);
      await new Promise<void>((resolve) => socket.connect({ host: '127.0.0.1', port }, () => resolve()));
      return of(client, () => new Promise((resolve) => socket.end(() => resolve())));
    },
  };
}

/**
 * What an interlock's contact can be: a modem line of a serial port, bytes that a small controller sends while it is
 * closed, or one bit or register of a Modbus device.
 */
import { SerialPort } from 'serialport';
import { messageOf } from '../errors.js';
import type { RegisterPort } from './devices/ports.js';
import type { InterlockConfig } from './interlock-config.js';
import { addressOf } from './transport/address.js';
import type { Clock } from './transport/clock.js';
import { openTransport } from './transport/open.js';
import type { Transport } from './transport/transport.js';

export type Sight =
  | { readonly kind: 'closed' }
  | { readonly kind: 'open'; readonly cause: string }
  /** Nobody could look. */
  | { readonly kind: 'unseen'; readonly cause: string };

export interface Contact {
  /** For people: where it is. */
  readonly text: string;
  /** Begins; what comes by itself goes to `tell`. */
  start(tell: (sight: Sight) => void): void;
  /** One look, where somebody must ask. */
  ask?(): Promise<Sight>;
  close(): Promise<void>;
}

type Config<K extends InterlockConfig['contact']> = Extract<InterlockConfig, { readonly contact: K }>;

const REOPEN_MS = 500;

/** `port` is the register port of the interlock's link. */
export function createContact(
  config: InterlockConfig,
  port: RegisterPort | undefined,
  clock: Clock,
  open: typeof openTransport = openTransport,
): Contact {
  switch (config.contact) {
    case 'register':
      return registerContact(config, port!);
    case 'byte':
      return byteContact(config, clock, open);
    case 'modem-line':
      return modemContact(config);
  }
}

const FUNCTION = { coil: 1, 'discrete-input': 2, holding: 3, input: 4 } as const;

function registerContact(config: Config<'register'>, port: RegisterPort): Contact {
  const { link, unit, table, register, closed, mask } = config;
  const stop = new AbortController();
  const text = `${table} ${register} of unit ${unit} on link ${link}`;
  return {
    text,
    start: () => undefined,
    async ask() {
      const signal = AbortSignal.any([stop.signal, AbortSignal.timeout(Math.max(50, config.withinMs))]);
      const [value = 0] = await port.read(register, 1, signal, FUNCTION[table]);
      const seen = mask === undefined ? value : value & mask;
      return seen === closed
        ? { kind: 'closed' }
        : { kind: 'open', cause: `${text} reads ${seen}, closed is ${closed}` };
    },
    close: async () => stop.abort(new Error('the bench is closing')),
  };
}

/** Every byte that means closed is a proof; any other byte opens at once; silence opens by time. */
function byteContact({ address, closed }: Config<'byte'>, clock: Clock, open: typeof openTransport): Contact {
  const stop = new AbortController();
  let transport: Transport | undefined;
  let cancel: () => void = () => undefined;
  const hex = (byte: number): string => `0x${byte.toString(16).padStart(2, '0')}`;
  const connect = (tell: (sight: Sight) => void): void => {
    const again = (cause: string): void => {
      if (stop.signal.aborted) return;
      tell({ kind: 'unseen', cause });
      cancel = clock.schedule(REOPEN_MS, () => connect(tell));
    };
    open(address, stop.signal).then(
      (line) => {
        transport = line;
        line.onData((bytes) => {
          for (const byte of bytes) {
            if (byte !== closed) {
              tell({ kind: 'open', cause: `${address} sent ${hex(byte)}, closed is ${hex(closed)}` });
              return;
            }
          }
          if (bytes.length > 0) tell({ kind: 'closed' });
        });
        line.onClose(({ message }) => again(message));
      },
      (error: unknown) => again(messageOf(error)),
    );
  };
  return {
    text: `bytes ${hex(closed)} on ${address}`,
    start: connect,
    close: async () => {
      stop.abort(new Error('the bench is closing'));
      cancel();
      await transport?.close();
    },
  };
}

/** A voltage-free contact between a modem line and DTR or RTS of the same port, which stand on while the port is open. */
function modemContact({ address, signal }: Config<'modem-line'>): Contact {
  const parsed = addressOf(address);
  const path = parsed.kind === 'serial' ? parsed.path : '';
  let port: SerialPort | undefined;
  const text = `${signal.toUpperCase()} of ${path}`;
  const opened = async (): Promise<SerialPort> => {
    if (port?.isOpen) return port;
    const made = new SerialPort({ path, baudRate: parsed.kind === 'serial' ? parsed.baud : 9600, autoOpen: false });
    // A port that fails later says so to whoever asks next.
    made.on('error', () => undefined);
    await new Promise<void>((resolve, reject) => {
      made.open((error) => (error ? reject(error) : resolve()));
    });
    port = made;
    return made;
  };
  return {
    text,
    start: () => undefined,
    async ask() {
      const line = await opened();
      return new Promise<Sight>((resolve) => {
        line.get((error, levels) => {
          if (error) {
            const advice = /inappropriate ioctl/i.test(error.message) ? ' (a pty has no modem lines)' : '';
            resolve({ kind: 'unseen', cause: `${text} cannot be read: ${error.message}${advice}` });
          } else if (levels?.[signal] === true) resolve({ kind: 'closed' });
          else resolve({ kind: 'open', cause: `${text} is off` });
        });
      });
    },
    close: async () => {
      const line = port;
      if (line?.isOpen) await new Promise<void>((resolve) => line.close(() => resolve()));
    },
  };
}

/** What a driver sees of its link: the registers of its own unit, or the telegrams of its meter. */
import { WijkError } from '../../errors.js';
import type { Telegram } from '../p1/telegram.js';

/** Coils, discrete inputs, holding registers, input registers. */
export type ReadFunction = 1 | 2 | 3 | 4;

export interface RegisterPort {
  /**
   * Registers by their address on the wire; coils and inputs as words 0 and 1. Default: holding registers. `ahead`: part of a
   * command, which does not wait behind what only wants to know.
   */
  read(
    address: number,
    count: number,
    signal: AbortSignal,
    readFunction?: ReadFunction,
    ahead?: boolean,
  ): Promise<Uint16Array>;
  /**
   * Writes one register (function 6) or several (function 16). `block` takes 16 also for one; `bits` writes coils
   * (functions 5 and 15).
   */
  write(
    address: number,
    values: readonly number[],
    signal: AbortSignal,
    how?: { readonly block?: boolean; readonly bits?: boolean },
  ): Promise<void>;
}

/**
 * A device's port, used by its readings and by its commands at the same time: a reading of several requests is not held together,
 * so that a command need not wait for its end. It is told instead.
 */
export class SharedPort {
  readonly #port: RegisterPort;
  #written = 0;

  constructor(port: RegisterPort) {
    this.#port = port;
  }

  /** For what belongs to a command: its reads go before others. */
  get commands(): RegisterPort {
    const port = this.#port;
    return {
      read: (address, count, signal, readFunction) => port.read(address, count, signal, readFunction, true),
      write: async (...args) => {
        try {
          await port.write(...args);
        } finally {
          this.#written++; // one that failed may have been done
        }
      },
    };
  }

  /** For one reading. `torn`: something was written between two of its requests. */
  reading(): { readonly port: RegisterPort; readonly torn: boolean } {
    const port = this.#port;
    let first: number | undefined;
    let last = 0;
    return {
      port: {
        write: (...args) => port.write(...args),
        read: async (...args) => {
          const words = await port.read(...args);
          last = this.#written;
          first ??= last;
          return words;
        },
      },
      get torn() {
        return first !== undefined && first !== last;
      },
    };
  }
}

/** An instrument that is spoken to in lines of text. */
export interface TextPort {
  /** Sends a line that has no answer. */
  send(line: string, signal: AbortSignal): Promise<void>;
  /** Sends a question and waits for its one line of answer. */
  ask(line: string, signal: AbortSignal): Promise<string>;
}

export interface TelegramPort {
  /** The next whole telegram, with the instant its first byte arrived. */
  next(signal: AbortSignal): Promise<{ readonly telegram: Telegram; readonly startedAtMs: number }>;
}

/**
 * Asks once more what was not answered: for questions of which one lost would spoil a whole row (walking a chain of
 * models), and for devices that want a longer silence than was known. After a timeout the line has been quiet for long.
 */
export async function twice<T>(ask: () => Promise<T>, signal: AbortSignal): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof WijkError) || error.code !== 'DEVICE_TIMEOUT') throw error;
    signal.throwIfAborted();
    return ask();
  }
}

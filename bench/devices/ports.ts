/** What a driver sees of its link: the registers of its own unit, or the telegrams of its meter. */
import { WijkError } from '../../errors.js';
import type { Telegram } from '../p1/telegram.js';

export interface RegisterPort {
  /** Holding registers by their address on the wire. */
  read(address: number, count: number, signal: AbortSignal): Promise<Uint16Array>;
  /** Writes one register (function 6) or a block (function 16). */
  write(address: number, values: readonly number[], signal: AbortSignal): Promise<void>;
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

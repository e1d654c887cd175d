/** What a driver sees of its link: the registers of its own unit, or the telegrams of its meter. */
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

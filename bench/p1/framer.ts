/**
 * Telegrams out of a stream of bytes: from `/` at the start of a line to `!`, its CRC and the end of the line. The
 * first telegram after opening is nearly always cut; noise and lost bytes cost one telegram, never the next.
 */
import { crc16Arc } from './crc.js';
import { parseTelegram, type Telegram } from './telegram.js';

/** The largest DSMR 5 telegram (text message of 1,024 characters, four M-Bus meters) stays well below this. */
const BUFFER_MAX = 8192;
const SLASH = 0x2f;
const NEWLINE = 0x0a;
/** `!`, before the CRC. */
const MARK = 0x21;
const VERSION_LINE = '1-3:0.2.8';

export interface P1Statistics {
  telegrams: number;
  crcErrors: number;
  malformed: number;
  discardedBytes: number;
}

export interface P1Framer {
  readonly statistics: P1Statistics;
  /** Takes bytes as they come; returns the telegrams that they complete, in order. */
  push(bytes: Uint8Array): Telegram[];
  /** Why the last frame was thrown away; empty if none was. */
  readonly lastError: string;
  /** What is kept of an incomplete telegram; bounded, whatever comes. */
  readonly bufferedBytes: number;
}

export function createP1Framer(): P1Framer {
  const statistics: P1Statistics = { telegrams: 0, crcErrors: 0, malformed: 0, discardedBytes: 0 };
  let buffer: Uint8Array<ArrayBufferLike> = new Uint8Array(0);
  let lastError = '';

  const drop = (count: number): void => {
    buffer = buffer.slice(count);
  };

  const take = (): Telegram | undefined | 'more' => {
    const start = startOf(buffer);
    if (start > 0) {
      statistics.discardedBytes += start;
      drop(start);
    }
    // A telegram without its end and without a second beginning is incomplete: most chunks end here.
    if (buffer.indexOf(MARK) < 0 && startOf(buffer, 1) >= buffer.length) return 'more';
    // A slash that begins a later line: the frame before it was cut.
    const again = startOf(buffer, 1);
    const text = Buffer.from(buffer.buffer, buffer.byteOffset, buffer.length).toString('latin1');
    // Some meters leave out leading zeros of the CRC, write it in lower case, or put NULs before the end of the line.
    const end = /!([0-9A-Fa-f]{0,4})\0*\r?\n/.exec(text);
    if (end === null || (again < buffer.length && again < end.index)) {
      if (again >= buffer.length) return 'more';
      statistics.discardedBytes += again;
      statistics.malformed++;
      lastError = 'a telegram was cut: the next one began before its end';
      drop(again);
      return undefined;
    }
    const frame = buffer.slice(0, end.index + 1);
    drop(end.index + end[0].length);
    // Versions 2.2 and 3 have no CRC, and no line that says the version either.
    const checked = end[1] !== '' || text.slice(0, end.index).includes(VERSION_LINE);
    if (checked && Number.parseInt(end[1]!, 16) !== crc16Arc(frame)) {
      statistics.crcErrors++;
      lastError = `CRC "${end[1]}" does not fit ${frame.length} bytes`;
      return undefined;
    }
    const parsed = parseTelegram(text.slice(0, end.index));
    if (!parsed.ok) {
      statistics.malformed++;
      lastError = parsed.rule;
      return undefined;
    }
    statistics.telegrams++;
    return parsed.telegram;
  };

  return {
    statistics,
    get lastError() {
      return lastError;
    },
    get bufferedBytes() {
      return buffer.length;
    },
    push(bytes) {
      const joined = new Uint8Array(buffer.length + bytes.length);
      joined.set(buffer);
      joined.set(bytes, buffer.length);
      buffer = joined;
      if (buffer.length > BUFFER_MAX) {
        statistics.discardedBytes += buffer.length - BUFFER_MAX;
        drop(buffer.length - BUFFER_MAX);
      }
      const telegrams: Telegram[] = [];
      while (buffer.length > 0) {
        const taken = take();
        if (taken === 'more') break;
        if (taken !== undefined) telegrams.push(taken);
      }
      return telegrams;
    },
  };
}

/** Index of the next slash that begins a line, from `from` on; the buffer's length if there is none. */
function startOf(buffer: Uint8Array, from = 0): number {
  for (let k = from; k < buffer.length; k++) {
    if (buffer[k] === SLASH && (k === 0 || buffer[k - 1] === NEWLINE)) return k;
  }
  return from === 0 ? looseStart(buffer) : buffer.length;
}

/** After opening, the slash may stand behind the rest of a line. */
function looseStart(buffer: Uint8Array): number {
  const k = buffer.indexOf(SLASH);
  return k < 0 ? buffer.length : k;
}

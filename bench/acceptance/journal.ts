/**
 * Everything sent and received during an acceptance, byte for byte with microsecond stamps, one JSON object per line:
 *
 *     {"us":1774353600123456,"link":"device","way":"tx","hex":"0103…"}
 *     {"us":1774353600151002,"link":"device","way":"rx","hex":"0103…"}
 *     {"us":1774353600151002,"note":"check effect begins"}
 *
 * `us` is UTC on this machine's clock, carried on by its monotonic clock: stamps never jump and never run back. For rx it
 * is when the operating system handed the bytes over; a USB adapter may have held them for up to 16 ms.
 */
import { closeSync, openSync, writeSync } from 'node:fs';
import type { Transport } from '../transport/transport.js';

export interface JournalLine {
  readonly us: number;
  readonly link?: string;
  readonly way?: 'tx' | 'rx';
  readonly hex?: string;
  readonly note?: string;
}

export interface Journal {
  readonly frames: number;
  readonly bytes: number;
  note(text: string): void;
  /** A transport whose bytes are written down. */
  tap(link: string, transport: Transport): Transport;
  close(): void;
}

/** Lines are gathered and written in blocks: a slow disk must not sit between two frames. */
const BLOCK_BYTES = 64 * 1024;

/**
 * `write` takes whole lines; `nowUs` is UTC microseconds that never run back. `blockBytes` 0 writes each line at once: for
 * a process that is going to be killed.
 */
export function createJournal(
  write: (lines: string) => void,
  nowUs: () => number,
  blockBytes: number = BLOCK_BYTES,
): Journal {
  let [frames, bytes, waiting] = [0, 0, ''];
  const flush = (): void => {
    if (waiting !== '') write(waiting);
    waiting = '';
  };
  const add = (line: JournalLine): void => {
    waiting += `${JSON.stringify(line)}\n`;
    if (waiting.length >= blockBytes) flush();
  };
  const frame = (link: string, way: 'tx' | 'rx', chunk: Uint8Array): void => {
    frames++;
    bytes += chunk.length;
    add({ us: Math.round(nowUs()), link, way, hex: Buffer.from(chunk).toString('hex') });
  };
  return {
    get frames() {
      return frames;
    },
    get bytes() {
      return bytes;
    },
    note: (text) => add({ us: Math.round(nowUs()), note: text }),
    tap: (link, transport) => ({
      address: transport.address,
      get closed() {
        return transport.closed;
      },
      write: (chunk) => {
        frame(link, 'tx', chunk);
        return transport.write(chunk);
      },
      onData: (listener) =>
        transport.onData((chunk) => {
          frame(link, 'rx', chunk);
          listener(chunk);
        }),
      onClose: (listener) => transport.onClose(listener),
      close: () => transport.close(),
    }),
    close: flush,
  };
}

export function fileJournal(path: string, nowUs: () => number, blockBytes?: number): Journal {
  const file = openSync(path, 'w');
  const journal = createJournal((lines) => void writeSync(file, lines), nowUs, blockBytes);
  return {
    ...journal,
    get frames() {
      return journal.frames;
    },
    get bytes() {
      return journal.bytes;
    },
    close: () => {
      journal.close();
      closeSync(file);
    },
  };
}

/** UTC microseconds that the monotonic clock carries on: they never jump and never run back. */
export const wallUs = (): number => (performance.timeOrigin + performance.now()) * 1000;

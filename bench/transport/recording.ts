/**
 * What went over a line, byte for byte, with microseconds: kept in a bounded ring, written to bounded files, read back for
 * a replay (`modbus/replay.ts`, `p1/replay.ts`).
 *
 * A file is JSON lines. The first is the header; every other is one event, `us` counted on the monotonic clock of the
 * recording process:
 *
 *     {"wijktwin":"frames","version":1,"link":"rs485","address":"serial:…","protocol":"modbus-rtu","startedAt":"2026-…Z",…}
 *     {"us":1204417,"tx":"010300640002c5d4","timeoutMs":500}
 *     {"us":1229020,"rx":"0103040064"}
 *     {"us":1731102,"timer":true}
 *     {"us":9000000,"end":"serial:…: closed by us"}
 *     {"us":9100000,"note":"cable back"}
 */
import { createWriteStream, mkdirSync, openSync, renameSync, rmSync, type WriteStream } from 'node:fs';
import { dirname } from 'node:path';
import { badInput, messageOf, WijkError } from '../../errors.js';

export type FrameEvent =
  /** Bytes we sent. `timeoutMs` with a request: how long the device may think; `probe`, `silent`: see `modbus/line.ts`. */
  | {
      readonly us: number;
      readonly kind: 'tx';
      readonly bytes: Uint8Array;
      readonly timeoutMs?: number;
      readonly probe?: boolean;
      readonly silent?: boolean;
    }
  | { readonly us: number; readonly kind: 'rx'; readonly bytes: Uint8Array }
  /** The line's timer ran off: a timeout, or the end of a silence. */
  | { readonly us: number; readonly kind: 'timer' }
  | { readonly us: number; readonly kind: 'end'; readonly reason: string }
  /** What whoever recorded it did, for a person. */
  | { readonly us: number; readonly kind: 'note'; readonly text: string }
  /** Events that could not be kept: the disk was slower than the line. */
  | { readonly us: number; readonly kind: 'lost'; readonly count: number };

export interface FrameSink {
  add(event: FrameEvent): void;
}

export interface RecordingHeader {
  readonly link: string;
  readonly address: string;
  readonly protocol: string;
  /** Wall clock at the first event, for people; ISO 8601. */
  readonly startedAt: string;
  /** What the protocol needs to be replayed, such as the rules of a Modbus line. */
  readonly rules?: Readonly<Record<string, unknown>>;
}

export interface Recording {
  readonly header: RecordingHeader;
  readonly events: readonly FrameEvent[];
}

/** What an event costs in memory beside its bytes, about. */
const EVENT_BYTES = 64;

/** The newest events, within `maxBytes` of memory. */
export class FrameRing implements FrameSink {
  readonly #maxBytes: number;
  #events: (FrameEvent | undefined)[] = [];
  #first = 0;
  #bytes = 0;

  constructor(maxBytes = 256 * 1024) {
    this.#maxBytes = maxBytes;
  }

  add(event: FrameEvent): void {
    this.#events.push(event);
    this.#bytes += sizeOf(event);
    while (this.#bytes > this.#maxBytes && this.#first < this.#events.length) {
      this.#bytes -= sizeOf(this.#events[this.#first]!);
      this.#events[this.#first++] = undefined;
    }
    if (this.#first > 1024 && this.#first * 2 > this.#events.length) {
      this.#events = this.#events.slice(this.#first);
      this.#first = 0;
    }
  }

  events(): FrameEvent[] {
    return this.#events.slice(this.#first) as FrameEvent[];
  }
}

const sizeOf = (event: FrameEvent): number => EVENT_BYTES + ('bytes' in event ? event.bytes.length : 0);

/** Hands every event to all of them. */
export const toAll = (...sinks: readonly FrameSink[]): FrameSink => ({
  add: (event) => {
    for (const sink of sinks) sink.add(event);
  },
});

export interface FrameFile extends FrameSink {
  /** Why nothing is written any more (disk full, no permission); undefined while all is well. */
  readonly failed: string | undefined;
  /** Resolves when the last event is on disk. */
  close(): Promise<void>;
}

/** More than this between us and the disk: events are dropped and counted, the line is not held up. */
const BACKLOG_BYTES = 4 * 1024 * 1024;

/**
 * Writes to `path`; when it has grown to `maxBytes` it becomes `path.1` (an older `path.1` goes), so that a bench that runs
 * for weeks keeps between one and two times `maxBytes`. Each file has the header and can be replayed by itself.
 * Throws BAD_INPUT if it cannot be made.
 */
export function openFrameFile(path: string, header: RecordingHeader, maxBytes = 64 * 1024 * 1024): FrameFile {
  let failed: string | undefined;
  let written = 0;
  let lost = 0;
  let closing = Promise.resolve();
  let stream: WriteStream;
  const start = (): void => {
    // Opened here and now, so that the file is there when it is to get its second name.
    stream = createWriteStream(path, { fd: openSync(path, 'w') });
    stream.on('error', (error) => {
      failed ??= `${path}: ${error.message}`;
    });
    written = 0;
    put(encodeHeader(header));
  };
  const put = (line: string): void => {
    written += line.length;
    stream.write(line);
  };
  const finish = (): Promise<void> => {
    const last = stream;
    if (last.closed || last.destroyed) return Promise.resolve();
    return new Promise((resolve) => {
      last.once('close', resolve);
      last.end();
    });
  };
  try {
    mkdirSync(dirname(path), { recursive: true });
    start();
  } catch (error) {
    const rule = `frames cannot be written there: ${messageOf(error)}`;
    throw badInput([{ file: '<command line>', path: '--frames', value: path, rule }]);
  }
  return {
    get failed() {
      return failed;
    },
    add(event) {
      if (failed !== undefined) return;
      if (stream.writableLength > BACKLOG_BYTES) {
        lost++;
        return;
      }
      if (lost > 0) {
        put(encodeEvent({ us: event.us, kind: 'lost', count: lost }));
        lost = 0;
      }
      put(encodeEvent(event));
      if (written < maxBytes) return;
      // The open file keeps its contents under its new name while its last lines are still on their way.
      closing = Promise.all([closing, finish()]).then(() => undefined);
      try {
        rmSync(`${path}.1`, { force: true });
        renameSync(path, `${path}.1`);
        start();
      } catch (error) {
        failed = messageOf(error);
      }
    },
    close: async () => {
      await Promise.all([closing, finish()]);
    },
  };
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('hex');

export const encodeHeader = (header: RecordingHeader): string =>
  `${JSON.stringify({ wijktwin: 'frames', version: 1, ...header })}\n`;

export function encodeEvent(event: FrameEvent): string {
  const { us } = event;
  const line = (rest: object): string => `${JSON.stringify({ us, ...rest })}\n`;
  switch (event.kind) {
    case 'tx': {
      const { timeoutMs, probe, silent } = event;
      return line({ tx: hex(event.bytes), timeoutMs, probe, silent });
    }
    case 'rx':
      // Half of all events: hexadecimal needs no escapes.
      return `{"us":${us},"rx":"${hex(event.bytes)}"}\n`;
    case 'timer':
      return line({ timer: true });
    case 'end':
      return line({ end: event.reason });
    case 'note':
      return line({ note: event.text });
    case 'lost':
      return line({ lost: event.count });
  }
}

/**
 * Reads the text of a recording. A last line that was cut (the program was killed) is left out; anything else that is no
 * event throws BAD_INPUT with every problem and its line.
 */
export function parseRecording(text: string, file = '<recording>'): Recording {
  const lines = text.split('\n');
  const whole = text.endsWith('\n');
  const problems: { file: string; path: string; line: number; value: string; rule: string }[] = [];
  const wrong = (line: number, value: string, rule: string): void => {
    problems.push({ file, path: '', line: line + 1, value: value.slice(0, 80), rule });
  };
  const header = headerOf(lines[0] ?? '');
  if (header === undefined) {
    wrong(0, lines[0] ?? '', 'a recording begins with {"wijktwin":"frames","version":1,"link":…,"address":…}');
  }
  const events: FrameEvent[] = [];
  for (let k = 1; k < lines.length && header !== undefined && problems.length < 20; k++) {
    const line = lines[k]!;
    if (line === '' || (k === lines.length - 1 && !whole)) continue;
    const event = decodeEvent(line);
    if (event === undefined) wrong(k, line, 'an event is {"us":…} with tx, rx, timer, end, note or lost');
    else events.push(event);
  }
  if (problems.length > 0 || header === undefined) {
    throw new WijkError('BAD_INPUT', `${file} is no recording of frames`, { problems });
  }
  return { header, events };
}

function objectOf(line: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined; // told to the person as a line that is no event
  }
}

function headerOf(line: string): RecordingHeader | undefined {
  const found = objectOf(line);
  if (found?.['wijktwin'] !== 'frames' || found['version'] !== 1) return undefined;
  const text = (name: string): string => (typeof found[name] === 'string' ? found[name] : '');
  const { rules } = found;
  return {
    link: text('link'),
    address: text('address'),
    protocol: text('protocol'),
    startedAt: text('startedAt'),
    ...(typeof rules === 'object' && rules !== null ? { rules: rules as Record<string, unknown> } : {}),
  };
}

function decodeEvent(line: string): FrameEvent | undefined {
  const found = objectOf(line);
  const us = found?.['us'];
  if (found === undefined || typeof us !== 'number') return undefined;
  const bytes = (name: string): Uint8Array | undefined => {
    const value = found[name];
    return typeof value === 'string' && /^([0-9a-f]{2})+$/.test(value) ? Buffer.from(value, 'hex') : undefined;
  };
  const tx = bytes('tx');
  if (tx !== undefined) {
    const { timeoutMs, probe, silent } = found;
    return {
      us,
      kind: 'tx',
      bytes: tx,
      ...(typeof timeoutMs === 'number' ? { timeoutMs } : {}),
      ...(probe === true ? { probe } : {}),
      ...(silent === true ? { silent } : {}),
    };
  }
  const rx = bytes('rx');
  if (rx !== undefined) return { us, kind: 'rx', bytes: rx };
  if (found['timer'] === true) return { us, kind: 'timer' };
  if (typeof found['end'] === 'string') return { us, kind: 'end', reason: found['end'] };
  if (typeof found['note'] === 'string') return { us, kind: 'note', text: found['note'] };
  if (typeof found['lost'] === 'number') return { us, kind: 'lost', count: found['lost'] };
  return undefined;
}

/** A transport whose bytes are recorded; for lines without a Modbus bus, which records by itself. */
export function recorded<T extends Pick<import('./transport.js').Transport, 'write' | 'onData'>>(
  transport: T,
  sink: FrameSink,
  nowMs: () => number,
): T {
  const us = (): number => Math.round(nowMs() * 1000);
  transport.onData((bytes) => sink.add({ us: us(), kind: 'rx', bytes }));
  return Object.create(transport, {
    write: {
      value: (bytes: Uint8Array) => {
        sink.add({ us: us(), kind: 'tx', bytes });
        return transport.write(bytes);
      },
    },
  }) as T;
}

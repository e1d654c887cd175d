/**
 * The recording: everything a run needs to be computed again without any device. One file, written as the run goes.
 *
 *   line 1     JSON, a `RecordingHeader`: the whole wijk, the run parameters, and what computed it
 *   then       records: u32 bytes of payload, u8 type, payload, u32 CRC-32 of type and payload; little-endian
 *     inputs      u32 tick, u32 count, count × (kind, index, ten values) as doubles; ticks without inputs are left out
 *     checkpoint  u32 tick, 32 bytes frame hash up to it, its frame as doubles; as often as `checkpointS` says
 *     note        JSON, a `RecordedNote`: a command with who gave it; a replay reads over it
 *     footer      JSON, a `RecordingFooter`; the last record. A file without one comes from a run that was killed
 */
import { closeSync, existsSync, mkdirSync, openSync, readSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { crc32 } from 'node:zlib';
import { messageOf, WijkError } from '../../errors.js';
import { INPUT_WIDTH, type InputBatch, type InputKind } from '../core/engine/inputs.js';
import type { Blueprint } from './blueprint.js';
import { INPUT_DOUBLES } from './ring.js';

export const RECORDING_FILE = 'recording.wtr';
export const FORMAT = 'wijktwin recording 1';
/** Simulated time between checkpoints, at least: a replay elsewhere compares these frames number by number. */
const CHECKPOINT_S = 900;
/** Checkpoints of a whole run take about this much: a year of quarter-hours of a wijk would take ten GB. */
const CHECKPOINT_BYTES_MAX = 256 * 1024 * 1024;

/** Time between the checkpoints of a run, whole quarter-hours; `durationS` 0 is without end. */
export function checkpointS(durationS: number, frameLength: number): number {
  const all = (durationS / CHECKPOINT_S) * 8 * frameLength;
  return CHECKPOINT_S * Math.max(1, Math.ceil(all / CHECKPOINT_BYTES_MAX));
}

export interface RecordingHeader {
  readonly format: string;
  readonly sessionId: string;
  readonly node: string;
  readonly arch: string;
  /** SHA-256 over the code that computes frames. */
  readonly engineHash: string;
  readonly modelHash: string;
  readonly frameLength: number;
  readonly startUs: number;
  readonly tickS: number;
  readonly labels: Readonly<Record<string, string>>;
  readonly blueprint: Blueprint;
}

export interface RecordingFooter {
  readonly ticks: number;
  readonly frameHash: string;
  readonly ended: 'finished' | 'stopped' | 'failed';
  /** Ticks whose inputs are missing because the recorder fell behind; a recording with lost ticks cannot be replayed. */
  readonly lostTicks: number;
}

/** The same words as in the record's events. */
export interface RecordedNote {
  readonly tick: number;
  readonly kind: string;
  readonly subject: string;
  readonly text: string;
  readonly actor: string;
}

export type RecordingItem =
  | { readonly type: 'inputs'; readonly tick: number; readonly count: number; readonly values: Float64Array }
  | { readonly type: 'checkpoint'; readonly tick: number; readonly frameHash: string; readonly frame: Float64Array }
  | { readonly type: 'note'; readonly tick: number; readonly note: RecordedNote }
  | { readonly type: 'footer'; readonly footer: RecordingFooter };

const TYPE = { inputs: 1, checkpoint: 2, footer: 3, note: 4 } as const;
const HEADER_BYTES_MAX = 256 * 1024 * 1024;
const PAYLOAD_BYTES_MAX = 256 * 1024 * 1024;
const CHUNK = 1024 * 1024;

export class RecordingWriter {
  readonly #fd: number;
  #pending: Buffer[] = [];
  #pendingBytes = 0;

  /** Creates the file; throws a `WijkError` if there already is one, since a recording is never written over. */
  constructor(
    readonly file: string,
    header: RecordingHeader,
  ) {
    mkdirSync(dirname(file), { recursive: true });
    if (existsSync(file)) {
      throw new WijkError('BAD_INPUT', `${file}: there is a recording already; name another folder`);
    }
    this.#fd = openSync(file, 'wx');
    this.#write(Buffer.from(`${JSON.stringify(header)}\n`));
    this.flush();
  }

  /** `values` holds `INPUT_DOUBLES` per input. */
  inputs(tick: number, count: number, values: Float64Array): void {
    if (count === 0) return;
    const head = Buffer.alloc(8);
    head.writeUInt32LE(tick, 0);
    head.writeUInt32LE(count, 4);
    this.#record(TYPE.inputs, Buffer.concat([head, bytesOf(values, count * INPUT_DOUBLES)]));
  }

  checkpoint(tick: number, frameHash: Buffer, frame: Float64Array): void {
    const head = Buffer.alloc(4);
    head.writeUInt32LE(tick, 0);
    this.#record(TYPE.checkpoint, Buffer.concat([head, frameHash, bytesOf(frame, frame.length)]));
  }

  note(note: RecordedNote): void {
    this.#record(TYPE.note, Buffer.from(JSON.stringify(note)));
  }

  /** Ends the file. */
  close(footer: RecordingFooter): void {
    this.#record(TYPE.footer, Buffer.from(JSON.stringify(footer)));
    this.flush();
    closeSync(this.#fd);
  }

  flush(): void {
    if (this.#pendingBytes === 0) return;
    const bytes = Buffer.concat(this.#pending);
    for (let at = 0; at < bytes.length; ) at += writeSync(this.#fd, bytes, at);
    this.#pending = [];
    this.#pendingBytes = 0;
  }

  #record(type: number, payload: Buffer): void {
    const record = Buffer.alloc(9 + payload.length);
    record.writeUInt32LE(payload.length, 0);
    record.writeUInt8(type, 4);
    payload.copy(record, 5);
    record.writeUInt32LE(crc32(record.subarray(4, 5 + payload.length)), 5 + payload.length);
    this.#write(record);
  }

  #write(bytes: Buffer): void {
    this.#pending.push(bytes);
    this.#pendingBytes += bytes.length;
    if (this.#pendingBytes >= CHUNK) this.flush();
  }
}

/** Reads a recording from its start. Every defect of the file is a `WijkError` BAD_INPUT that names the byte. */
export class RecordingReader {
  readonly header: RecordingHeader;
  readonly #fd: number;
  #buffer: Buffer = Buffer.alloc(0);
  /** Position in the file of the first byte in `#buffer`. */
  #at = 0;
  #tick = 0;
  #ended = false;

  constructor(readonly file: string) {
    try {
      this.#fd = openSync(file, 'r');
    } catch (error) {
      throw new WijkError('NOT_FOUND', `${file}: cannot be opened as a recording: ${messageOf(error)}`, {
        cause: error,
      });
    }
    try {
      this.header = this.#readHeader();
    } catch (error) {
      closeSync(this.#fd);
      throw error;
    }
  }

  close(): void {
    closeSync(this.#fd);
  }

  /** The next item; null after the footer. */
  next(): RecordingItem | null {
    if (this.#ended) return null;
    if (!this.#need(5)) {
      throw this.#broken(
        this.#buffer.length === 0 ? 'it has no footer' : 'it ends in the middle of a record',
        'the twin was killed or the disk was full while it was written',
      );
    }
    const length = this.#buffer.readUInt32LE(0);
    if (length > PAYLOAD_BYTES_MAX) throw this.#broken(`a record claims ${length} bytes`, 'the file is damaged');
    if (!this.#need(9 + length)) {
      throw this.#broken(
        'it ends in the middle of a record',
        'the twin was killed or the disk was full while it was written',
      );
    }
    const type = this.#buffer.readUInt8(4);
    // A copy, so that the doubles are aligned and stay when the buffer moves on.
    const payload = Buffer.from(new Uint8Array(this.#buffer.subarray(5, 5 + length)).buffer);
    if (this.#buffer.readUInt32LE(5 + length) !== crc32(this.#buffer.subarray(4, 5 + length))) {
      throw this.#broken('a record does not fit its checksum', 'the file is damaged');
    }
    const item = this.#decode(type, payload);
    this.#buffer = this.#buffer.subarray(9 + length);
    this.#at += 9 + length;
    if (item.type === 'footer') this.#ended = true;
    else if (item.type !== 'note') this.#tick = item.tick;
    return item;
  }

  #decode(type: number, payload: Buffer): RecordingItem {
    if (type === TYPE.inputs && payload.length >= 8) {
      const count = payload.readUInt32LE(4);
      const values = doubles(payload, 8);
      if (values.length === count * INPUT_DOUBLES) {
        return { type: 'inputs', tick: payload.readUInt32LE(0), count, values };
      }
    } else if (type === TYPE.checkpoint && payload.length === 36 + 8 * this.header.frameLength) {
      const frameHash = payload.toString('hex', 4, 36);
      return { type: 'checkpoint', tick: payload.readUInt32LE(0), frameHash, frame: doubles(payload, 36) };
    } else if (type === TYPE.note) {
      const note = JSON.parse(payload.toString()) as RecordedNote;
      return { type: 'note', tick: note.tick, note };
    } else if (type === TYPE.footer) {
      return { type: 'footer', footer: JSON.parse(payload.toString()) as RecordingFooter };
    }
    throw this.#broken(`a record of type ${type} with ${payload.length} bytes makes no sense`, 'the file is damaged');
  }

  #readHeader(): RecordingHeader {
    let end = this.#buffer.indexOf(10);
    while (end < 0) {
      const size = this.#buffer.length;
      if (size > HEADER_BYTES_MAX || !this.#need(size + 1)) break;
      end = this.#buffer.indexOf(10, size);
    }
    let header: RecordingHeader | undefined;
    try {
      header = JSON.parse(this.#buffer.toString('utf8', 0, Math.max(0, end))) as RecordingHeader;
    } catch {
      header = undefined;
    }
    if (header?.format !== FORMAT) {
      throw new WijkError('BAD_INPUT', `${this.file}: not a recording: line 1 is not the header of a "${FORMAT}"`);
    }
    this.#buffer = this.#buffer.subarray(end + 1);
    this.#at = end + 1;
    return header;
  }

  /** Makes at least `bytes` available; false if the file ends before. */
  #need(bytes: number): boolean {
    while (this.#buffer.length < bytes) {
      const chunk = Buffer.alloc(Math.max(CHUNK, bytes - this.#buffer.length));
      const read = readSync(this.#fd, chunk);
      if (read === 0) return false;
      this.#buffer = Buffer.concat([this.#buffer, chunk.subarray(0, read)]);
    }
    return true;
  }

  #broken(what: string, why: string): WijkError {
    return new WijkError('BAD_INPUT', `${this.file}: byte ${this.#at}, after tick ${this.#tick}: ${what}; ${why}`);
  }
}

/** Fills a batch with the inputs of a tick as they were recorded. */
export function fillBatch(batch: InputBatch, count: number, values: Float64Array): void {
  batch.clear();
  for (let i = 0; i < count; i++) {
    const at = i * INPUT_DOUBLES;
    batch.kind[i] = values[at]! as InputKind;
    batch.index[i] = values[at + 1]!;
    for (let k = 0; k < INPUT_WIDTH; k++) batch.value[i * INPUT_WIDTH + k] = values[at + 2 + k]!;
  }
  batch.count = count;
}

function bytesOf(values: Float64Array, count: number): Buffer {
  return Buffer.from(values.buffer, values.byteOffset, 8 * count);
}

function doubles(payload: Buffer, from: number): Float64Array {
  const length = Math.floor((payload.length - from) / 8);
  const values = new Float64Array(length);
  for (let i = 0; i < length; i++) values[i] = payload.readDoubleLE(from + 8 * i);
  return values;
}

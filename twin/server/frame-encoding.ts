/**
 * Writes frames as protobuf. A packed repeated double is, on a little-endian machine, the memory of a Float64Array, so
 * a column is one copy. Everything else of wijk.v1 goes through the generated code; a test decodes this with it.
 */
import { COLUMN_NAMES, COLUMNS, type ColumnName, type FrameLayout } from '../core/base/columns.js';
import type { RingEntry } from '../runtime/ring.js';

const VARINT = 0;
const FIXED64 = 1;
const BYTES = 2;
/** Field numbers of Frame, WatchResponse, DecideResponse and Observation. */
const FRAME = { tick: 1, timeUs: 2 } as const;
const WATCH = { frame: 1, dropped: 2 } as const;
const DECIDE_OBSERVATION = 1;
const OBSERVATION = { tick: 1, frame: 2, deadlineS: 3 } as const;

/** Encodes a choice of columns. */
export class FrameEncoder {
  readonly #columns: readonly { field: number; offset: number; length: number; packed: boolean }[];

  /** No names: all columns. */
  constructor(layout: FrameLayout, names: readonly ColumnName[]) {
    this.#columns = COLUMN_NAMES.filter((name) => names.length === 0 || names.includes(name)).map((name) => ({
      field: COLUMNS[name].field,
      offset: layout.offset[name],
      length: layout.length[name],
      packed: COLUMNS[name].space !== 'wijk',
    }));
  }

  /** The bytes of a `Frame`. */
  frame(entry: RingEntry): Buffer {
    const { frame } = entry;
    const parts: Buffer[] = [varintField(FRAME.tick, entry.tick), varintField(FRAME.timeUs, entry.timeUs)];
    for (const { field, offset, length, packed } of this.#columns) {
      const values = Buffer.from(frame.buffer, frame.byteOffset + 8 * offset, 8 * length);
      if (packed) parts.push(tag(field, BYTES), varint(values.length), values);
      else parts.push(tag(field, FIXED64), values);
    }
    return Buffer.concat(parts);
  }
}

/** A `WatchResponse` without drops: the same bytes for every watcher of the same columns. */
export function watchResponse(frame: Buffer): Buffer {
  return bytesField(WATCH.frame, frame);
}

/** Messages in protobuf may be joined: the count of drops is appended for the watcher whose it is. */
export function withDropped(response: Buffer, dropped: number): Buffer {
  return dropped === 0 ? response : Buffer.concat([response, varintField(WATCH.dropped, dropped)]);
}

/** A `DecideResponse` with an observation. */
export function observation(tick: number, frame: Buffer, deadlineS: number): Buffer {
  const deadline = Buffer.alloc(8);
  deadline.writeDoubleLE(deadlineS);
  const inner = Buffer.concat([
    varintField(OBSERVATION.tick, tick),
    bytesField(OBSERVATION.frame, frame),
    tag(OBSERVATION.deadlineS, FIXED64),
    deadline,
  ]);
  return bytesField(DECIDE_OBSERVATION, inner);
}

function tag(field: number, wire: number): Buffer {
  return varint(field * 8 + wire);
}

function varintField(field: number, value: number): Buffer {
  return Buffer.concat([tag(field, VARINT), varint(value)]);
}

function bytesField(field: number, bytes: Buffer): Buffer {
  return Buffer.concat([tag(field, BYTES), varint(bytes.length), bytes]);
}

/** Base 128, lowest seven bits first. Not negative and below 2^53, so division and not shifts. */
function varint(value: number): Buffer {
  const bytes: number[] = [];
  let rest = value;
  while (rest >= 128) {
    bytes.push((rest % 128) + 128);
    rest = Math.floor(rest / 128);
  }
  bytes.push(rest);
  return Buffer.from(bytes);
}

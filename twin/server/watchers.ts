/**
 * Watchers of frames. A frame is encoded once per choice of columns and its bytes are shared by all who chose it. Who
 * does not take its frames as fast as they come is skipped, and told how many it was not sent.
 */
import type * as grpc from '@grpc/grpc-js';
import type { wijk } from '#proto/wijk.js';
import { badInput } from '../../errors.js';
import { COLUMN_NAMES, type ColumnName, type FrameLayout } from '../core/base/columns.js';
import type { Recorder } from '../runtime/recorder.js';
import type { RingEntry } from '../runtime/ring.js';
import type { Session } from '../runtime/session.js';
import { FrameEncoder, watchResponse, withDropped } from './frame-encoding.js';

export const WATCHERS_MAX = 64;
/** Frames that may wait for one watcher: enough for a burst, some MB for a watcher that has stopped reading. */
const PENDING_MAX = 64;
const PENDING_BYTES_MAX = 16 * 1024 * 1024;
/** However large: one on its way and one behind it. */
const PENDING_MIN = 2;
const EVERY_TICKS_MAX = 1_000_000;
const NAME_MAX = 100;

type WatchCall = grpc.ServerWritableStream<wijk.v1.WatchRequest, wijk.v1.IWatchResponse | Buffer>;

export interface WatchChoice {
  readonly columns: readonly ColumnName[];
  readonly everyTicks: number;
  readonly name: string;
}

interface Watcher {
  readonly name: string;
  sent: number;
  dropped: number;
}

/** Throws BAD_INPUT with every problem. */
export function watchChoice({ columns, everyTicks, watcherName }: wijk.v1.WatchRequest): WatchChoice {
  const problems = columns
    .map((column, i) => ({ column, i }))
    .filter(({ column }) => !(COLUMN_NAMES as readonly string[]).includes(column))
    .slice(0, 20)
    .map(({ column, i }) => ({
      file: '<request>',
      path: `columns/${i}`,
      value: column.slice(0, 80),
      rule: 'there is no such column; Describe lists them',
    }));
  const wrong = (path: string, value: string, rule: string): void => {
    problems.push({ file: '<request>', path, value, rule });
  };
  if (columns.length > COLUMN_NAMES.length)
    wrong('columns', `${columns.length} names`, `at most ${COLUMN_NAMES.length}`);
  if (everyTicks > EVERY_TICKS_MAX) wrong('everyTicks', String(everyTicks), `at most ${EVERY_TICKS_MAX}`);
  if (watcherName.length > NAME_MAX) wrong('watcherName', `${watcherName.length} characters`, `at most ${NAME_MAX}`);
  if (problems.length > 0) throw badInput(problems);
  return { columns: columns as ColumnName[], everyTicks: Math.max(1, everyTicks), name: watcherName || 'watcher' };
}

export class Watchers {
  readonly #watchers = new Set<Watcher>();
  readonly #encoders = new Map<string, SharedEncoder>();

  get count(): number {
    return this.#watchers.size;
  }

  status(): wijk.v1.IWatcherStatus[] {
    return [...this.#watchers].map(({ name, sent, dropped }) => ({ name, framesSent: sent, framesDropped: dropped }));
  }

  /** Sends the frames of a session to a call until either ends. */
  add(call: WatchCall, choice: WatchChoice, session: Session<Recorder>): void {
    const watcher: Watcher = { name: choice.name, sent: 0, dropped: 0 };
    const encoder = this.#encoder(session.model.layout, choice.columns);
    let newest = 0;
    let frameBytes = 1;
    const send = (entry: RingEntry): void => {
      if (entry.tick <= newest) return;
      newest = entry.tick;
      // Frames of one choice of columns are all of one length.
      const most = Math.max(PENDING_MIN, Math.min(PENDING_MAX, PENDING_BYTES_MAX / frameBytes));
      if (call.writableLength >= most) {
        watcher.dropped++;
        return;
      }
      const bytes = encoder.encode(entry);
      frameBytes = bytes.length;
      call.write(withDropped(bytes, watcher.dropped));
      watcher.sent++;
    };
    const leave = (): void => {
      unsubscribe();
      this.#watchers.delete(watcher);
    };
    call.on('cancelled', leave);
    call.on('error', leave);
    this.#watchers.add(watcher);
    const unsubscribe = session.feed.subscribe({
      everyTicks: choice.everyTicks,
      frame: send,
      missed: (count) => {
        watcher.dropped += count;
      },
      ended: () => {
        leave();
        call.end();
      },
    });
    // Who comes while nothing moves sees where it stands.
    if (session.state !== 'running') {
      const entry = session.newest();
      if (entry !== null) send(entry);
    }
    if (session.feed.closed) {
      leave();
      call.end();
    }
  }

  #encoder(layout: FrameLayout, columns: readonly ColumnName[]): SharedEncoder {
    const wanted = COLUMN_NAMES.filter((name) => columns.includes(name));
    const key = `${JSON.stringify(layout.dimensions)} ${wanted.join(' ')}`;
    let encoder = this.#encoders.get(key);
    if (encoder === undefined) {
      // A bound against clients that try every choice: old ones are only memory, and are made again when needed.
      if (this.#encoders.size >= WATCHERS_MAX) this.#encoders.clear();
      encoder = new SharedEncoder(new FrameEncoder(layout, wanted));
      this.#encoders.set(key, encoder);
    }
    return encoder;
  }
}

/** Remembers the bytes of the newest frame. */
class SharedEncoder {
  #tick = 0;
  #publishedUs = 0;
  #bytes: Buffer = Buffer.alloc(0);

  constructor(private readonly encoder: FrameEncoder) {}

  encode(entry: RingEntry): Buffer {
    if (entry.tick !== this.#tick || entry.publishedUs !== this.#publishedUs) {
      this.#bytes = watchResponse(this.encoder.frame(entry));
      this.#tick = entry.tick;
      this.#publishedUs = entry.publishedUs;
    }
    return this.#bytes;
  }
}

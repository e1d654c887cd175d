/**
 * The frame ring: how frames leave the loop. One writer, any number of readers in other threads, no lock held by anyone.
 *
 * Each entry holds what belongs to one tick: its instant, the inputs that were applied in it, its events and its frame.
 * An entry is guarded by a sequence lock: its word is -tick while the entry is being written and tick when it is whole.
 * A reader looks at the word, copies, and looks again; if the word is not the tick both times, the copy is thrown away.
 *
 * Readers are of two kinds. One may be *lossless*: it tells how far it has come (`consume`), and the writer can wait for
 * it (`waitForRoom`) or, at wall clock, overwrite and raise `overrun`. All others are lossy: who is too slow misses
 * entries and can count them, because ticks are numbered without gaps.
 *
 * All values are doubles, inputs and events too: one array, one copy per part, no conversion.
 */
/// <reference lib="es2024.sharedmemory" />
import type { EventList } from '../core/engine/events.js';
import { INPUT_WIDTH, type InputBatch } from '../core/engine/inputs.js';

/** kind, index, values */
export const INPUT_DOUBLES = 2 + INPUT_WIDTH;
/** code, index, value */
export const EVENT_DOUBLES = 3;

const HEAD = {
  tick: 0,
  timeUs: 1,
  publishedUs: 2,
  inboxTaken: 3,
  inputCount: 4,
  eventCount: 5,
  eventsLost: 6,
} as const;
const HEAD_DOUBLES = 8;

const PUBLISHED = 0;
const CONSUMED = 1;
const OVERRUN = 2;
const LOSSLESS = 3;
const WAITING = 4;
const WORDS = 5;

/** Sizes of a ring; plain, so that it can cross to another thread together with the memory. */
export interface RingShape {
  /** Entries. */
  readonly capacity: number;
  readonly inputsMax: number;
  readonly eventsMax: number;
  /** Doubles per frame. */
  readonly frameLength: number;
}

export interface RingMemory {
  readonly shape: RingShape;
  readonly words: SharedArrayBuffer;
  readonly values: SharedArrayBuffer;
}

/** A reader's own copy of one entry. */
export interface RingEntry {
  tick: number;
  /** Instant at the end of the tick, UTC microseconds. */
  timeUs: number;
  /** When the entry was published, on the process-wide monotonic clock. */
  publishedUs: number;
  /** Records taken from the inbox since the start, this tick's included. */
  inboxTaken: number;
  inputCount: number;
  /** `INPUT_DOUBLES` per input. */
  readonly inputs: Float64Array;
  eventCount: number;
  eventsLost: number;
  /** `EVENT_DOUBLES` per event. */
  readonly events: Float64Array;
  frame: Float64Array;
}

export function createRingMemory(shape: RingShape): RingMemory {
  return {
    shape,
    words: new SharedArrayBuffer(4 * (WORDS + shape.capacity)),
    values: new SharedArrayBuffer(8 * shape.capacity * entryDoubles(shape)),
  };
}

export function createRingEntry(shape: RingShape): RingEntry {
  return {
    tick: 0,
    timeUs: 0,
    publishedUs: 0,
    inboxTaken: 0,
    inputCount: 0,
    inputs: new Float64Array(shape.inputsMax * INPUT_DOUBLES),
    eventCount: 0,
    eventsLost: 0,
    events: new Float64Array(shape.eventsMax * EVENT_DOUBLES),
    frame: new Float64Array(shape.frameLength),
  };
}

function entryDoubles(shape: RingShape): number {
  return HEAD_DOUBLES + shape.inputsMax * INPUT_DOUBLES + shape.eventsMax * EVENT_DOUBLES + shape.frameLength;
}

/** One thread's access to a ring. */
export class FrameRing {
  readonly shape: RingShape;
  readonly #words: Int32Array;
  readonly #values: Float64Array;
  readonly #frames: Float64Array[] = [];
  readonly #quarter: number;

  constructor(readonly memory: RingMemory) {
    this.shape = memory.shape;
    this.#words = new Int32Array(memory.words);
    this.#values = new Float64Array(memory.values);
    const { capacity, frameLength } = this.shape;
    this.#quarter = Math.max(1, Math.floor(capacity / 4));
    const size = entryDoubles(this.shape);
    for (let i = 0; i < capacity; i++) {
      this.#frames.push(this.#values.subarray((i + 1) * size - frameLength, (i + 1) * size));
    }
  }

  /** The newest published tick; 0 before the first. */
  get published(): number {
    return Atomics.load(this.#words, PUBLISHED);
  }

  /** Whether the lossless reader ever lost an entry. */
  get overrun(): boolean {
    return Atomics.load(this.#words, OVERRUN) === 1;
  }

  /** Resolves when a tick after `tick` has been announced, or after `timeoutMs`. */
  async afterTick(tick: number, timeoutMs: number): Promise<void> {
    const wait = Atomics.waitAsync(this.#words, PUBLISHED, tick, timeoutMs);
    if (wait.async) await wait.value;
  }

  /** Wakes everybody who waits for a tick; also so that they can see that none will come. */
  wakeReaders(): void {
    Atomics.notify(this.#words, PUBLISHED);
  }

  // The writer.

  /** Whether the writer waits for the lossless reader from now on; told before the first tick for which it is so. */
  set waiting(waits: boolean) {
    Atomics.store(this.#words, WAITING, waits ? 1 : 0);
  }

  /** Makes a tick there for readers. Who sleeps until there is one wakes by `wakeReaders`, which costs more than a small tick. */
  publish(
    tick: number,
    timeUs: number,
    nowUs: number,
    inboxTaken: number,
    inputs: InputBatch,
    events: EventList,
    frame: Float64Array,
  ): void {
    const words = this.#words;
    const values = this.#values;
    const { capacity, inputsMax, eventsMax } = this.shape;
    const slot = this.#slot(tick);
    if (Atomics.load(words, LOSSLESS) === 1 && tick - Atomics.load(words, CONSUMED) > capacity) {
      Atomics.store(words, OVERRUN, 1);
    }
    // An exchange, not a store: a read-modify-write keeps the plain writes below from moving above it on ARM as well.
    Atomics.exchange(words, WORDS + slot, -tick);
    let at = slot * entryDoubles(this.shape);
    values[at + HEAD.tick] = tick;
    values[at + HEAD.timeUs] = timeUs;
    values[at + HEAD.publishedUs] = nowUs;
    values[at + HEAD.inboxTaken] = inboxTaken;
    values[at + HEAD.inputCount] = inputs.count;
    const eventCount = Math.min(events.count, eventsMax);
    values[at + HEAD.eventCount] = eventCount;
    values[at + HEAD.eventsLost] = events.lost + events.count - eventCount;
    at += HEAD_DOUBLES;
    for (let i = 0; i < inputs.count; i++) {
      const to = at + i * INPUT_DOUBLES;
      values[to] = inputs.kind[i]!;
      values[to + 1] = inputs.index[i]!;
      for (let k = 0; k < INPUT_WIDTH; k++) values[to + 2 + k] = inputs.value[i * INPUT_WIDTH + k]!;
    }
    at += inputsMax * INPUT_DOUBLES;
    for (let i = 0; i < eventCount; i++) {
      values[at + i * EVENT_DOUBLES] = events.code[i]!;
      values[at + i * EVENT_DOUBLES + 1] = events.index[i]!;
      values[at + i * EVENT_DOUBLES + 2] = events.value[i]!;
    }
    this.#frames[slot]!.set(frame);
    Atomics.exchange(words, WORDS + slot, tick);
    Atomics.store(words, PUBLISHED, tick);
  }

  /** Whether tick `tick` would overwrite what the lossless reader has not read. */
  isFull(tick: number): boolean {
    return (
      Atomics.load(this.#words, LOSSLESS) === 1 && tick - Atomics.load(this.#words, CONSUMED) > this.shape.capacity
    );
  }

  /** Wakes the readers and blocks this thread until the lossless one moves on, or for `timeoutMs`. */
  waitForRoom(tick: number, timeoutMs: number): void {
    this.wakeReaders();
    const consumed = Atomics.load(this.#words, CONSUMED);
    if (tick - consumed > this.shape.capacity) Atomics.wait(this.#words, CONSUMED, consumed, timeoutMs);
  }

  // Readers.

  /** Makes the caller the lossless reader. Call it before the first tick. */
  attachLossless(): void {
    Atomics.store(this.#words, LOSSLESS, 1);
  }

  detachLossless(): void {
    Atomics.store(this.#words, LOSSLESS, 0);
    Atomics.notify(this.#words, CONSUMED);
  }

  /**
   * The lossless reader is done with everything up to `tick`. A writer that waits for room is woken for a quarter of the ring,
   * or for all there is: woken for every entry, both threads would do little but wake each other.
   */
  consume(tick: number): void {
    Atomics.store(this.#words, CONSUMED, tick);
    if (tick % this.#quarter === 0 || tick >= this.published) Atomics.notify(this.#words, CONSUMED);
  }

  /**
   * The entry of a tick for the lossless reader, until it consumes the tick: while the writer waits for it the frame is the
   * ring's own memory, which saves a copy, at wall clock it is copied to `copy`. False if it is not there.
   */
  take(tick: number, into: RingEntry, copy: Float64Array): boolean {
    if (Atomics.load(this.#words, WAITING) === 0) {
      into.frame = copy;
      return this.read(tick, into);
    }
    if (Atomics.load(this.#words, WORDS + this.#slot(tick)) !== tick) return false;
    this.#readHead(tick, into);
    into.frame = this.#frames[this.#slot(tick)]!;
    return true;
  }

  /** Copies the entry of a tick; false if it is not there (not yet, or overwritten, perhaps while it was copied). */
  read(tick: number, into: RingEntry): boolean {
    const words = this.#words;
    const slot = this.#slot(tick);
    if (Atomics.load(words, WORDS + slot) !== tick) return false;
    this.#readHead(tick, into);
    into.frame.set(this.#frames[slot]!);
    // Adding 0 is a read that also keeps the plain reads above from moving below it (a load alone would not, on ARM).
    return Atomics.add(words, WORDS + slot, 0) === tick;
  }

  #slot(tick: number): number {
    return (tick - 1) % this.shape.capacity;
  }

  /** Copies all of an entry but its frame. */
  #readHead(tick: number, into: RingEntry): void {
    const values = this.#values;
    const { inputsMax } = this.shape;
    let at = this.#slot(tick) * entryDoubles(this.shape);
    into.tick = tick;
    into.timeUs = values[at + HEAD.timeUs]!;
    into.publishedUs = values[at + HEAD.publishedUs]!;
    into.inboxTaken = values[at + HEAD.inboxTaken]!;
    // A torn count must not lead outside the arrays; the check at the end throws the copy away.
    into.inputCount = Math.min(values[at + HEAD.inputCount]!, inputsMax);
    into.eventCount = Math.min(values[at + HEAD.eventCount]!, this.shape.eventsMax);
    into.eventsLost = values[at + HEAD.eventsLost]!;
    at += HEAD_DOUBLES;
    copy(values, at, into.inputs, into.inputCount * INPUT_DOUBLES);
    at += inputsMax * INPUT_DOUBLES;
    copy(values, at, into.events, into.eventCount * EVENT_DOUBLES);
  }
}

function copy(from: Float64Array, start: number, to: Float64Array, count: number): void {
  for (let i = 0; i < count; i++) to[i] = from[start + i]!;
}

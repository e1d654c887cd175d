/**
 * The inbox: how inputs reach the loop. A bounded ring in shared memory with one producer (the main thread) and one
 * consumer (the loop). A full inbox refuses; nothing is overwritten.
 *
 * A record is an engine input with the tick from which it may be applied (0: the next). Measurements carry the instant
 * at which they were taken on the monotonic clock; the loop turns it into an age when it applies them.
 */
import { INPUT, INPUT_WIDTH, type InputBatch, type InputKind } from '../core/engine/inputs.js';

const TAIL = 0;
const HEAD = 1;
const DRAIN_BEGUN = 2;
const DRAIN_DONE = 3;
const WORDS = 4;
/** kind, index, tick, values */
const RECORD_DOUBLES = 3 + INPUT_WIDTH;
/** Where a measurement keeps its instant (inbox) or age (engine) among its values. */
const AGE = 6;

export interface InboxMemory {
  readonly capacity: number;
  readonly words: SharedArrayBuffer;
  readonly values: SharedArrayBuffer;
}

export function createInboxMemory(capacity: number): InboxMemory {
  return {
    capacity,
    words: new SharedArrayBuffer(4 * WORDS),
    values: new SharedArrayBuffer(8 * RECORD_DOUBLES * capacity),
  };
}

/** The main thread's end. */
export class InboxWriter {
  readonly #words: Int32Array;
  readonly #values: Float64Array;
  readonly #capacity: number;
  #pushed = 0;

  constructor(memory: InboxMemory) {
    this.#words = new Int32Array(memory.words);
    this.#values = new Float64Array(memory.values);
    this.#capacity = memory.capacity;
  }

  /** Records pushed so far; a record's own number is this count after its push. */
  get pushed(): number {
    return this.#pushed;
  }

  /** Records that can be pushed now. */
  get room(): number {
    return this.#capacity - (this.#pushed - Atomics.load(this.#words, HEAD));
  }

  /** False if the inbox is full. `atTick` 0 means the next tick. */
  push(kind: InputKind, index: number, values: readonly number[], atTick = 0): boolean {
    if (this.room <= 0) return false;
    const to = (this.#pushed % this.#capacity) * RECORD_DOUBLES;
    const memory = this.#values;
    memory[to] = kind;
    memory[to + 1] = index;
    memory[to + 2] = atTick;
    for (let i = 0; i < INPUT_WIDTH; i++) memory[to + 3 + i] = values[i] ?? 0;
    this.#pushed++;
    Atomics.store(this.#words, TAIL, this.#pushed);
    return true;
  }

  /** The tick that has taken or will take the record that was pushed last. Call it right after the push. */
  tickOfLast(): number {
    let begun = 0;
    // A drain takes microseconds; in its middle the answer is not known yet. The bound is for a loop that died in it.
    for (let attempt = 0; attempt < 1e6; attempt++) {
      begun = Atomics.load(this.#words, DRAIN_BEGUN);
      const taken = Atomics.load(this.#words, HEAD) >= this.#pushed;
      if (begun === Atomics.load(this.#words, DRAIN_DONE)) return taken ? Math.max(1, begun) : begun + 1;
    }
    return begun + 1;
  }
}

/** The loop's end. Keeps what is meant for a later tick. */
export class InboxReader {
  readonly #words: Int32Array;
  readonly #values: Float64Array;
  readonly #capacity: number;
  readonly #later: { atTick: number; kind: InputKind; index: number; values: number[] }[] = [];
  #taken = 0;

  constructor(memory: InboxMemory) {
    this.#words = new Int32Array(memory.words);
    this.#values = new Float64Array(memory.values);
    this.#capacity = memory.capacity;
  }

  /** Records taken so far, those that wait for a later tick included. */
  get taken(): number {
    return this.#taken;
  }

  /** Moves what is due at `tick` into the batch, in order, until the batch is full; the rest waits for the next tick. */
  drain(tick: number, nowUs: number, batch: InputBatch): void {
    Atomics.store(this.#words, DRAIN_BEGUN, tick);
    for (let i = 0; i < this.#later.length && batch.count < batch.capacity; ) {
      const record = this.#later[i]!;
      if (record.atTick > tick) {
        i++;
        continue;
      }
      push(batch, record.kind, record.index, record.values, 0);
      this.#later.splice(i, 1);
    }
    const tail = Atomics.load(this.#words, TAIL);
    while (this.#taken < tail && batch.count < batch.capacity) {
      const at = (this.#taken % this.#capacity) * RECORD_DOUBLES;
      const kind = this.#values[at] as InputKind;
      const index = this.#values[at + 1]!;
      const atTick = this.#values[at + 2]!;
      if (atTick > tick) {
        this.#later.push({ atTick, kind, index, values: [...this.#values.subarray(at + 3, at + RECORD_DOUBLES)] });
      } else {
        push(batch, kind, index, this.#values, at + 3);
        if (kind === INPUT.measurement) {
          const age = (batch.count - 1) * INPUT_WIDTH + AGE;
          batch.value[age] = Math.max(0, nowUs - batch.value[age]!) / 1e6;
        }
      }
      this.#taken++;
    }
    Atomics.store(this.#words, HEAD, this.#taken);
    Atomics.store(this.#words, DRAIN_DONE, tick);
  }
}

function push(batch: InputBatch, kind: InputKind, index: number, v: ArrayLike<number>, at: number): void {
  batch.push(
    kind,
    index,
    v[at],
    v[at + 1],
    v[at + 2],
    v[at + 3],
    v[at + 4],
    v[at + 5],
    v[at + 6],
    v[at + 7],
    v[at + 8],
    v[at + 9],
  );
}

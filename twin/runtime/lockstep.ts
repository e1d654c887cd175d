/**
 * Lock-step with a strategy outside the twin. The loop opens a question for a tick, sleeps, and takes the answer or
 * closes the question at the deadline; the main thread answers. One word decides who was first, so that a decision is
 * either used in its tick or dropped, never half of each.
 *
 *   CLOSED ──ask(tick)──► OPEN ──answer──► ANSWERING ──► ANSWERED ──close──► CLOSED
 *                           └──────────────expire (the deadline)─────────────► CLOSED
 */
import { SG_NONE } from '../core/base/status.js';

export const STATE_WORD = 0;
const STATE = STATE_WORD;
const TICK = 1;
const ATTACHED = 2;
const HOLD_TICKS = 3;
const WORDS = 4;

const CLOSED = 0;
export const OPEN_STATE = 1;
const OPEN = OPEN_STATE;
const ANSWERING = 2;
const ANSWERED = 3;

export interface LockstepMemory {
  readonly slots: number;
  readonly words: SharedArrayBuffer;
  /** Deadline in µs, then one setpoint per slot. */
  readonly values: SharedArrayBuffer;
  readonly named: SharedArrayBuffer;
}

export function createLockstepMemory(slots: number): LockstepMemory {
  return {
    slots,
    words: new SharedArrayBuffer(4 * WORDS),
    values: new SharedArrayBuffer(8 * (1 + slots)),
    named: new SharedArrayBuffer(slots),
  };
}

export class Lockstep {
  /** While the question is open, `words[STATE_WORD]` is `OPEN_STATE`: the loop sleeps on it. */
  readonly words: Int32Array;
  readonly #values: Float64Array;
  /** Per slot: 0 if the decision does not name it, else 1 more than its SG-Ready state. */
  readonly named: Uint8Array;
  /** Setpoint per slot, W; valid where `named`. */
  readonly setpointW: Float64Array;

  constructor(memory: LockstepMemory) {
    this.words = new Int32Array(memory.words);
    this.#values = new Float64Array(memory.values);
    this.named = new Uint8Array(memory.named);
    this.setpointW = this.#values.subarray(1);
  }

  get attached(): boolean {
    return Atomics.load(this.words, ATTACHED) === 1;
  }

  get deadlineUs(): number {
    return this.#values[0]!;
  }

  get holdTicks(): number {
    return Atomics.load(this.words, HOLD_TICKS);
  }

  // The main thread.

  attach(deadlineUs: number, holdTicks: number): void {
    this.#values[0] = deadlineUs;
    Atomics.store(this.words, HOLD_TICKS, holdTicks);
    Atomics.store(this.words, ATTACHED, 1);
    this.wake();
  }

  /** The client is gone: the loop waits no longer, every decision from now on is missed. */
  detach(): void {
    Atomics.store(this.words, ATTACHED, 0);
    this.wake();
  }

  /** Answers the question for `tick`; false if it is not open (any more). */
  answer(
    tick: number,
    decision: readonly { readonly slot: number; readonly powerW: number; readonly sgReady?: number }[],
  ): boolean {
    if (Atomics.compareExchange(this.words, STATE, OPEN, ANSWERING) !== OPEN) return false;
    if (Atomics.load(this.words, TICK) !== tick) {
      Atomics.store(this.words, STATE, OPEN);
      return false;
    }
    this.named.fill(0);
    for (const { slot, powerW, sgReady = SG_NONE } of decision) {
      this.named[slot] = 1 + sgReady;
      this.setpointW[slot] = powerW;
    }
    Atomics.store(this.words, STATE, ANSWERED);
    this.wake();
    return true;
  }

  /** Makes a sleeping loop look around. */
  wake(): void {
    Atomics.notify(this.words, STATE);
  }

  // The loop.

  ask(tick: number): void {
    Atomics.store(this.words, TICK, tick);
    Atomics.store(this.words, STATE, OPEN);
  }

  get isOpen(): boolean {
    return Atomics.load(this.words, STATE) === OPEN;
  }

  /** Closes the question if it is still open. */
  expire(): void {
    Atomics.compareExchange(this.words, STATE, OPEN, CLOSED);
  }

  /** Ends the question; true if there is an answer in `named` and `setpointW`. */
  close(): boolean {
    for (;;) {
      const was = Atomics.compareExchange(this.words, STATE, OPEN, CLOSED);
      if (was === OPEN || was === CLOSED) return false;
      if (was === ANSWERED) {
        Atomics.store(this.words, STATE, CLOSED);
        return true;
      }
      // ANSWERING: the main thread is writing, which takes microseconds.
    }
  }
}

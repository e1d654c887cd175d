/**
 * What the main thread asks of the loop and what the loop tells of itself, in shared memory. Whoever changes a wish
 * bumps the command word, on which the loop sleeps.
 */
import { LATENESS_BYTES, Lateness } from './lateness.js';

export const MODE = { hold: 0, run: 1, end: 2 } as const;
export type Mode = (typeof MODE)[keyof typeof MODE];

/** What the loop does now. `finished`: the duration is over; `ended`: it was told to. */
export const PHASE = { idle: 0, running: 1, paused: 2, finished: 3, ended: 4 } as const;
export type Phase = (typeof PHASE)[keyof typeof PHASE];

const COMMAND = 0;
const WISH = 1;
const NOW = 2;
const WORDS = 4;
const SPEED = 0;
const COST_SUM_US = 1;
const COST_TICKS = 2;
const DOUBLES = 4;

export interface ControlMemory {
  readonly words: SharedArrayBuffer;
  readonly values: SharedArrayBuffer;
  readonly lateness: SharedArrayBuffer;
}

export function createControlMemory(): ControlMemory {
  return {
    words: new SharedArrayBuffer(4 * WORDS),
    values: new SharedArrayBuffer(8 * DOUBLES),
    lateness: new SharedArrayBuffer(LATENESS_BYTES),
  };
}

export class Control {
  /** The word on which the loop sleeps is `words[COMMAND_WORD]`. */
  readonly words: Int32Array;
  readonly lateness: Lateness;
  readonly #values: Float64Array;

  constructor(memory: ControlMemory) {
    this.words = new Int32Array(memory.words);
    this.#values = new Float64Array(memory.values);
    this.lateness = new Lateness(memory.lateness);
  }

  get mode(): Mode {
    return Atomics.load(this.words, WISH) as Mode;
  }

  set mode(mode: Mode) {
    Atomics.store(this.words, WISH, mode);
    this.wake();
  }

  /** 1 is wall clock, 0 as fast as possible, other values multiples of wall clock. */
  get speed(): number {
    return this.#values[SPEED]!;
  }

  set speed(speed: number) {
    this.#values[SPEED] = speed;
    this.wake();
  }

  get phase(): Phase {
    return Atomics.load(this.words, NOW) as Phase;
  }

  set phase(phase: Phase) {
    Atomics.store(this.words, NOW, phase);
  }

  /** Counts the wishes; the loop sleeps while it does not change. */
  get command(): number {
    return Atomics.load(this.words, COMMAND);
  }

  wake(): void {
    Atomics.add(this.words, COMMAND, 1);
    Atomics.notify(this.words, COMMAND);
  }

  addCost(us: number): void {
    this.#values[COST_SUM_US]! += us;
    this.#values[COST_TICKS]! += 1;
  }

  /** Mean time spent in a tick, µs. */
  get costMeanUs(): number {
    const ticks = this.#values[COST_TICKS]!;
    return ticks === 0 ? 0 : this.#values[COST_SUM_US]! / ticks;
  }
}

export const COMMAND_WORD = COMMAND;

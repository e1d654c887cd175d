/**
 * Hands frames to subscribers in the main thread: watchers, setpoint streams, external strategies. A lossy reader of
 * the ring: what it could not read in time each subscriber is told as a number of missed frames.
 */
import { createRingEntry, type FrameRing, type RingEntry } from './ring.js';

export interface FrameSubscriber {
  /** Every n-th tick, from 1. */
  readonly everyTicks: number;
  /** The entry is valid during the call only. */
  frame(entry: RingEntry): void;
  /** Frames that this subscriber wanted and that are gone. */
  missed(count: number): void;
  /** No frame will come any more. */
  ended(): void;
}

/** Entries that the writer may take while one is copied. */
const MARGIN = 8;
const WAIT_MS = 500;

export class FrameFeed {
  readonly #subscribers = new Set<FrameSubscriber>();
  readonly #entry: RingEntry;
  readonly #running: Promise<void>;
  /** Ends the sleep of a feed that nobody wants anything of. */
  #rouse: (() => void) | null = null;
  #last = 0;
  #closing = false;
  #closed = false;

  constructor(private readonly ring: FrameRing) {
    this.#entry = createRingEntry(ring.shape);
    this.#running = this.#run();
  }

  /** Whether everything has been delivered and nothing will follow. */
  get closed(): boolean {
    return this.#closed;
  }

  /** Subscribes from the next frame on; returns how to end it. */
  subscribe(subscriber: FrameSubscriber): () => void {
    if (this.#subscribers.size === 0) this.#last = Math.max(this.#last, this.ring.published);
    this.#subscribers.add(subscriber);
    this.#rouse?.();
    return () => this.#subscribers.delete(subscriber);
  }

  /** Delivers what has been published, tells every subscriber that it was the last, and ends. */
  async close(): Promise<void> {
    this.#closing = true;
    this.#rouse?.();
    this.ring.wakeReaders();
    await this.#running;
  }

  async #run(): Promise<void> {
    for (;;) {
      const published = this.ring.published;
      if (this.#subscribers.size === 0 && !this.#closing) {
        // Woken by every tick for nobody, this thread would cost a tenth of a small wijk flat out.
        await new Promise<void>((resolve) => {
          this.#rouse = resolve;
        });
        this.#rouse = null;
      } else if (this.#last < published) {
        this.#skipLost(published);
        // One frame a turn: streams pass their bytes on between turns, and are not flooded when this thread catches up.
        this.#deliverOne(published);
        await new Promise((resolve) => setImmediate(resolve));
      } else if (this.#closing) {
        break;
      } else {
        await this.ring.afterTick(published, WAIT_MS);
      }
    }
    this.#closed = true;
    for (const subscriber of [...this.#subscribers]) subscriber.ended();
    this.#subscribers.clear();
  }

  /** What the writer is about to overwrite is given up now rather than found torn later. */
  #skipLost(published: number): void {
    const last = published - this.ring.shape.capacity + MARGIN;
    if (last <= this.#last) return;
    for (const subscriber of this.#subscribers) {
      const lost = wanted(subscriber, this.#last, last);
      if (lost > 0) subscriber.missed(lost);
    }
    this.#last = last;
  }

  /** Delivers the next frame that somebody wants. */
  #deliverOne(published: number): void {
    while (this.#last < published) {
      const tick = ++this.#last;
      const due = [...this.#subscribers].filter((subscriber) => tick % subscriber.everyTicks === 0);
      if (due.length === 0) continue;
      const whole = this.ring.read(tick, this.#entry);
      for (const subscriber of due) {
        if (whole) subscriber.frame(this.#entry);
        else subscriber.missed(1);
      }
      return;
    }
  }
}

/** How many ticks in (after, until] the subscriber wants. */
function wanted({ everyTicks }: FrameSubscriber, after: number, until: number): number {
  return Math.floor(until / everyTicks) - Math.floor(after / everyTicks);
}

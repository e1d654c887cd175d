/** A clock whose hands the test turns. Timers run in order of their instant, also those that timers start. */
import type { Clock } from '../../../bench/transport/clock.js';

interface Timer {
  readonly dueMs: number;
  readonly action: () => void;
}

export class VirtualClock implements Clock {
  private now = 0;
  private readonly timers = new Set<Timer>();

  /** `between`: how the rest of the test catches up between two timers. */
  constructor(private readonly between: () => Promise<void> = settle) {}

  nowMs(): number {
    return this.now;
  }

  schedule(afterMs: number, action: () => void): () => void {
    const timer: Timer = { dueMs: this.now + Math.max(0, afterMs), action };
    this.timers.add(timer);
    return () => void this.timers.delete(timer);
  }

  get pending(): number {
    return this.timers.size;
  }

  private first(): Timer | undefined {
    let first: Timer | undefined;
    // In the order in which they were set: of two at one instant the older goes first.
    for (const timer of this.timers) if (first === undefined || timer.dueMs < first.dueMs) first = timer;
    return first;
  }

  /** Moves on by `ms`, running what falls due, and lets promises settle between. */
  async advance(ms: number): Promise<void> {
    const untilMs = this.now + ms;
    for (;;) {
      await this.between();
      const first = this.first();
      if (first === undefined || first.dueMs > untilMs) break;
      this.timers.delete(first);
      this.now = first.dueMs;
      first.action();
    }
    this.now = untilMs;
    await this.between();
  }
}

/** Lets every promise that is ready run its continuations: a turn of the event loop, no waiting. */
export function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/**
 * The same where nothing but promises waits, and no stream, file or socket: the queue of promises runs dry before the next
 * tick of Node, and a turn of the event loop, four times as long, is not needed.
 */
export function settlePromises(): Promise<void> {
  return new Promise((resolve) => process.nextTick(resolve));
}

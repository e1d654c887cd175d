/** A clock whose hands the test turns. Timers run in order of their instant, also those that timers start. */
import type { Clock } from '../../../bench/transport/clock.js';

export class VirtualClock implements Clock {
  private now = 0;
  private order = 0;
  private readonly timers = new Set<{ dueMs: number; order: number; action: () => void }>();

  nowMs(): number {
    return this.now;
  }

  schedule(afterMs: number, action: () => void): () => void {
    const timer = { dueMs: this.now + Math.max(0, afterMs), order: this.order++, action };
    this.timers.add(timer);
    return () => void this.timers.delete(timer);
  }

  get pending(): number {
    return this.timers.size;
  }

  /** Moves on by `ms`, running what falls due, and lets promises settle between. */
  async advance(ms: number): Promise<void> {
    const untilMs = this.now + ms;
    for (;;) {
      await settle();
      const due = [...this.timers].filter((timer) => timer.dueMs <= untilMs);
      if (due.length === 0) break;
      const first = due.reduce((a, b) => (b.dueMs < a.dueMs || (b.dueMs === a.dueMs && b.order < a.order) ? b : a));
      this.timers.delete(first);
      this.now = first.dueMs;
      first.action();
    }
    this.now = untilMs;
    await settle();
  }
}

/** Lets every promise that is ready run its continuations: a turn of the event loop, no waiting. */
export function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

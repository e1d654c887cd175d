/**
 * The clock that the device lives on. Hardware lives on ours; a mock or a twin may be told to live `speed` times faster,
 * and then every declared time (revert, effect, heartbeat) is counted on its clock, not on the wall.
 */
import type { Clock } from '../transport/clock.js';

export function deviceClock(wall: Clock, speed: number): Clock {
  if (speed === 1) return wall;
  return {
    nowMs: () => wall.nowMs() * speed,
    schedule: (afterMs, action) => wall.schedule(afterMs / speed, action),
  };
}

/** Resolves after `ms` of the clock, or rejects with the signal's reason. */
export function pause(clock: Clock, ms: number, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  if (!(ms > 0)) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const abort = (): void => {
      cancel();
      reject(signal.reason);
    };
    const cancel = clock.schedule(ms, () => {
      signal.removeEventListener('abort', abort);
      resolve();
    });
    signal.addEventListener('abort', abort, { once: true });
  });
}

/** Runs an operation with a deadline of its own inside the signal of the run; whoever waits is free at the deadline. */
export async function within<T>(
  clock: Clock,
  budgetMs: number,
  signal: AbortSignal,
  late: () => Error,
  operation: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  signal.throwIfAborted();
  const own = new AbortController();
  let free: (reason: unknown) => void = () => undefined;
  const ended = new Promise<never>((_, reject) => {
    free = reject;
  });
  const end = (reason: unknown): void => {
    free(reason);
    own.abort(reason);
  };
  const abort = (): void => end(signal.reason);
  signal.addEventListener('abort', abort, { once: true });
  const cancel = clock.schedule(budgetMs, () => end(late()));
  try {
    return await Promise.race([operation(own.signal), ended]);
  } finally {
    cancel();
    signal.removeEventListener('abort', abort);
  }
}

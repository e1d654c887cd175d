/** The clock of this process: who schedules has the handle in hand before anything happens. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { systemClock } from '../../../bench/transport/clock.js';

afterEach(() => vi.restoreAllMocks());

describe('the system clock', () => {
  // A mock went silent once in some thousand frames: its line kept the handle of a timer that had run already.
  it.each([0, 1e-6, 0.001, 1])(
    'never runs an action before schedule returns, however late it is: %d ms',
    async (afterMs) => {
      let nowMs = 1000;
      // Each look at the clock finds it 5 ms later: every short wait is over at once.
      vi.spyOn(performance, 'now').mockImplementation(() => (nowMs += 5));
      let ran = false;
      const done = new Promise<void>((resolve) => {
        systemClock.schedule(afterMs, () => {
          ran = true;
          resolve();
        });
      });
      expect(ran).toBe(false);
      await done;
      expect(ran).toBe(true);
    },
  );

  it('runs nothing that was cancelled', async () => {
    let ran = false;
    const cancel = systemClock.schedule(0.001, () => {
      ran = true;
    });
    cancel();
    await new Promise<void>((resolve) => {
      systemClock.schedule(5, resolve);
    });
    expect(ran).toBe(false);
  });
});

/** Time as an argument: whoever needs a timer takes a `Clock`, so that a test can turn its hands. */
export interface Clock {
  /** Milliseconds on a clock that never jumps; only differences mean something. */
  nowMs(): number;
  /**
   * Runs `action` once, never earlier than `afterMs` from now and never before this returns. Returns the function that
   * cancels it.
   */
  schedule(afterMs: number, action: () => void): () => void;
}

/** Waits up to this long end within some 0.1 ms; longer ones within the 1 ms of the system's timers. */
const EXACT_MS = 20;
const TURNS_MS = 1.2;

/** The monotonic clock of this process. */
export const systemClock: Clock = {
  nowMs: () => performance.now(),
  schedule(afterMs, action) {
    const due = performance.now() + afterMs;
    const exact = afterMs <= EXACT_MS;
    let timer: NodeJS.Timeout | undefined;
    let turn: NodeJS.Immediate | undefined;
    // setTimeout drops the fraction of its argument and may fire up to 1 ms early, which would break the silence of
    // 3.5 characters between Modbus frames: look at the clock on waking and sleep again if it is too soon. It may as well
    // fire 1 ms late, which at 115200 baud is a sixth of a transaction: the last stretch of a short wait is spent in turns
    // of the event loop, which keeps every other line going.
    const sleep = (left: number): void => {
      if (exact && left <= TURNS_MS) turn = setImmediate(wait);
      else timer = setTimeout(wait, exact ? Math.max(1, Math.floor(left - TURNS_MS / 2)) : Math.ceil(left));
    };
    const wait = (): void => {
      const left = due - performance.now();
      if (left <= 0) action();
      else sleep(left);
    };
    // Not even if it is due by the next look at the clock: who schedules keeps what is returned as "a timer is running", and
    // would keep it for ever.
    if (afterMs <= 0) timer = setTimeout(wait, 0);
    else sleep(afterMs);
    return () => {
      clearTimeout(timer);
      clearImmediate(turn);
    };
  },
};

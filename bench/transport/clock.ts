/** Time as an argument: whoever needs a timer takes a `Clock`, so that a test can turn its hands. */
export interface Clock {
  /** Milliseconds on a clock that never jumps; only differences mean something. */
  nowMs(): number;
  /** Runs `action` once, never earlier than `afterMs` from now. Returns the function that cancels it. */
  schedule(afterMs: number, action: () => void): () => void;
}

/** The monotonic clock of this process. */
export const systemClock: Clock = {
  nowMs: () => performance.now(),
  schedule(afterMs, action) {
    const due = performance.now() + afterMs;
    let timer: NodeJS.Timeout;
    // setTimeout drops the fraction of its argument and may fire up to 1 ms early, which would break the silence of
    // 3.5 characters between Modbus frames: look at the clock on waking and sleep again if it is too soon.
    const wait = () => {
      const left = due - performance.now();
      if (left <= 0) action();
      else timer = setTimeout(wait, Math.ceil(left));
    };
    timer = setTimeout(wait, Math.max(0, Math.ceil(afterMs)));
    return () => clearTimeout(timer);
  },
};

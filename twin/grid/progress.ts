/** Progress of a batch on standard error: a bar on a terminal, a line every ten per cent elsewhere, nothing if it is short. */

const QUIET_MS = 1500;
const WIDTH = 30;

export interface Progress {
  /** `done` of `total` scenarios. */
  update(done: number): void;
  end(): void;
}

/** `nowMs` is a monotonic clock. */
export function batchProgress(
  total: number,
  stream: { readonly isTTY?: boolean; write(text: string): unknown },
  nowMs: () => number = () => performance.now(),
): Progress {
  const start = nowMs();
  let shown = false;
  let nextTenth = 1;
  let last = start;
  return {
    update: (done) => {
      const now = nowMs();
      if (total < 2 || now - start < QUIET_MS) return;
      const share = done / total;
      const left = Math.round(((now - start) / 1000) * (1 / share - 1));
      if (stream.isTTY === true) {
        if (now - last < 100 && done < total) return;
        last = now;
        shown = true;
        const full = Math.round(WIDTH * share);
        const bar = '█'.repeat(full) + '░'.repeat(WIDTH - full);
        stream.write(`\r${bar} ${done} of ${total} scenarios, ${left} s left `);
        return;
      }
      if (share * 10 < nextTenth) return;
      nextTenth = Math.floor(share * 10) + 1;
      stream.write(`${done} of ${total} scenarios (${Math.round(100 * share)} %), about ${left} s left\n`);
    },
    end: () => {
      if (shown) stream.write(`\r${' '.repeat(WIDTH + 50)}\r`);
    },
  };
}

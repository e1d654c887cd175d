/**
 * How late ticks begin: a histogram with ten buckets per decade from 10 µs to 10 s, in shared memory so that the main
 * thread reads it while the loop counts.
 */
const PER_DECADE = 10;
const DECADES = 6;
const LOWEST_US = 10;
/** Upper bounds in µs; the last bucket has none. */
export const LATENESS_BOUNDS_US: readonly number[] = Array.from(
  { length: PER_DECADE * DECADES + 1 },
  (_, i) => LOWEST_US * 10 ** (i / PER_DECADE),
);
const BUCKETS = LATENESS_BOUNDS_US.length + 1;

/** A tick counts as late from here on. What is less is the operating system's timer, not trouble. */
export const LATE_FROM_US = 1000;

export const LATENESS_BYTES = 4 * (BUCKETS + 1) + 4 + 8;

export interface LatenessSummary {
  readonly lateTicks: number;
  readonly counts: readonly number[];
  readonly p50Us: number;
  readonly p99Us: number;
  readonly maxUs: number;
}

export class Lateness {
  readonly #counts: Uint32Array;
  readonly #late: Uint32Array;
  readonly #maxUs: Float64Array;

  /** `memory` holds `LATENESS_BYTES`. */
  constructor(memory: SharedArrayBuffer) {
    this.#maxUs = new Float64Array(memory, 0, 1);
    this.#counts = new Uint32Array(memory, 8, BUCKETS);
    this.#late = new Uint32Array(memory, 8 + 4 * BUCKETS, 1);
  }

  /** Counts one tick that began `us` after its time; a tick that began early counts as on time. */
  add(us: number): void {
    const late = Math.max(0, us);
    const bucket =
      late <= LOWEST_US ? 0 : Math.min(BUCKETS - 1, Math.ceil(PER_DECADE * Math.log10(late / LOWEST_US) - 1e-9));
    this.#counts[bucket]!++;
    if (late > LATE_FROM_US) this.#late[0]!++;
    if (late > this.#maxUs[0]!) this.#maxUs[0] = late;
  }

  summary(): LatenessSummary {
    const counts = [...this.#counts];
    return {
      lateTicks: this.#late[0]!,
      counts,
      p50Us: this.#percentile(counts, 0.5),
      p99Us: this.#percentile(counts, 0.99),
      maxUs: this.#maxUs[0]!,
    };
  }

  /** Upper bound of the bucket that holds the percentile, at most the largest value seen. */
  #percentile(counts: readonly number[], share: number): number {
    const total = counts.reduce((sum, count) => sum + count, 0);
    let below = 0;
    for (let i = 0; i < BUCKETS; i++) {
      below += counts[i]!;
      if (total > 0 && below >= share * total) return Math.min(LATENESS_BOUNDS_US[i] ?? Infinity, this.#maxUs[0]!);
    }
    return 0;
  }
}

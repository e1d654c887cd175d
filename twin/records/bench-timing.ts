/** How the links and devices of benches kept their time: the newest of each histogram, written when the session ends. */
import type { BenchSpread } from '../runtime/recorder.js';
import type { Database } from './database.js';

/** Parts of a bench are bounded by its file; who sends more is not kept. */
const SPREADS_MAX = 20_000;

export class BenchTimings {
  readonly #newest = new Map<string, BenchSpread>();

  take(spreads: readonly BenchSpread[]): void {
    for (const spread of spreads) {
      const { bench, stream, part, id, quantity } = spread;
      const key = JSON.stringify([bench, stream, part, id, quantity]);
      if (this.#newest.has(key) || this.#newest.size < SPREADS_MAX) this.#newest.set(key, spread);
    }
  }

  /** Histograms without a value have no row. */
  write(database: Database): void {
    for (const spread of this.#newest.values()) {
      if (spread.count === 0) continue;
      const { bench, stream, part, id, quantity, count, p50Us, p99Us, maxUs, lossRatio, crcErrors } = spread;
      const figures = [count, p50Us, p99Us, maxUs, lossRatio, crcErrors];
      const buckets = [Float64Array.from(spread.upperUs), Float64Array.from(spread.counts)];
      database.appendWithLists('bench_timing', [bench, BigInt(stream), part, id, quantity, ...figures, ...buckets]);
    }
  }
}

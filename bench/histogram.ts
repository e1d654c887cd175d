/** Durations as a histogram with a factor of 1.2 between buckets: quantiles within 20 % at a fixed size. */
const BUCKETS = 96;
const FIRST_US = 10;
const FACTOR = 1.2;

/** Upper edge of a bucket, µs. */
const edgeUs = (bucket: number): number => FIRST_US * FACTOR ** bucket;

/** A histogram as values: non-empty buckets by their upper edge, and three figures. All µs; 0 without values. */
export interface HistogramFigures {
  readonly count: number;
  readonly p50Us: number;
  readonly p99Us: number;
  readonly maxUs: number;
  readonly upperUs: readonly number[];
  readonly counts: readonly number[];
}

export class Histogram {
  readonly #counts = new Float64Array(BUCKETS);
  #total = 0;
  maxUs = 0;

  get count(): number {
    return this.#total;
  }

  add(us: number): void {
    const bucket = us <= FIRST_US ? 0 : Math.ceil(Math.log(us / FIRST_US) / Math.log(FACTOR));
    this.#counts[Math.min(BUCKETS - 1, bucket)]! += 1;
    this.#total += 1;
    this.maxUs = Math.max(this.maxUs, us);
  }

  /** Takes in all that another has counted. */
  merge(other: Histogram): this {
    for (let k = 0; k < BUCKETS; k++) this.#counts[k]! += other.#counts[k]!;
    this.#total += other.#total;
    this.maxUs = Math.max(this.maxUs, other.maxUs);
    return this;
  }

  /** Upper bound of the bucket that holds the quantile, never above the largest value seen; 0 without values. */
  quantileUs(q: number): number {
    return quantileOf(this.#counts, edgeUs, q, this.maxUs);
  }

  figures(): HistogramFigures {
    const filled = Array.from({ length: BUCKETS }, (_, k) => k).filter((k) => this.#counts[k]! > 0);
    return {
      count: this.#total,
      p50Us: this.quantileUs(0.5),
      p99Us: this.quantileUs(0.99),
      maxUs: this.maxUs,
      upperUs: filled.map(edgeUs),
      counts: filled.map((k) => this.#counts[k]!),
    };
  }
}

/**
 * What was counted after `before` was taken. The largest value is known only if it fell in the topmost bucket of all;
 * otherwise the edge of its bucket stands for it.
 */
export function since(before: HistogramFigures | undefined, now: HistogramFigures): HistogramFigures {
  const old = new Map(before?.upperUs.map((upper, k) => [upper, before.counts[k]!]));
  const left = now.upperUs
    .map((upper, k) => ({ upper, count: now.counts[k]! - (old.get(upper) ?? 0) }))
    .filter(({ count }) => count > 0);
  const top = left.at(-1)?.upper ?? 0;
  const maxUs = top === now.upperUs.at(-1) ? now.maxUs : top;
  const counts = left.map(({ count }) => count);
  const at = (q: number): number => quantileOf(counts, (k) => left[k]!.upper, q, maxUs);
  return {
    count: counts.reduce((a, b) => a + b, 0),
    p50Us: at(0.5),
    p99Us: at(0.99),
    maxUs,
    upperUs: left.map(({ upper }) => upper),
    counts,
  };
}

function quantileOf(counts: ArrayLike<number>, edge: (k: number) => number, q: number, maxUs: number): number {
  let total = 0;
  for (let k = 0; k < counts.length; k++) total += counts[k]!;
  let seen = 0;
  for (let k = 0; k < counts.length; k++) {
    seen += counts[k]!;
    if (total > 0 && seen >= q * total) return Math.min(maxUs, edge(k));
  }
  return 0;
}

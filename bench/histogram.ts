/** Durations as a histogram with a factor of 1.2 between buckets: quantiles within 20 % at a fixed size. */
const BUCKETS = 96;
const FIRST_US = 10;
const FACTOR = 1.2;

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

  /** Upper bound of the bucket that holds the quantile, never above the largest value seen; 0 without values. */
  quantileUs(q: number): number {
    let seen = 0;
    for (let k = 0; k < BUCKETS; k++) {
      seen += this.#counts[k]!;
      if (this.#total > 0 && seen >= q * this.#total) return Math.min(this.maxUs, FIRST_US * FACTOR ** k);
    }
    return 0;
  }
}

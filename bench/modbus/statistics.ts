/** Counters of one bus, and its round trips as a histogram with a factor of about 1.2 between buckets. */
const BUCKETS = 96;
const FIRST_US = 10;
const FACTOR = 1.2;

export class Histogram {
  private readonly counts = new Float64Array(BUCKETS);
  private total = 0;
  maxUs = 0;

  add(us: number): void {
    const bucket = us <= FIRST_US ? 0 : Math.ceil(Math.log(us / FIRST_US) / Math.log(FACTOR));
    this.counts[Math.min(BUCKETS - 1, bucket)]!++;
    this.total++;
    if (us > this.maxUs) this.maxUs = us;
  }

  /** Upper bound of the bucket that holds the quantile, never above the largest value seen; 0 without values. */
  quantileUs(q: number): number {
    let seen = 0;
    for (let k = 0; k < BUCKETS; k++) {
      seen += this.counts[k]!;
      if (this.total > 0 && seen >= q * this.total) return Math.min(this.maxUs, FIRST_US * FACTOR ** k);
    }
    return 0;
  }
}

export interface BusStatistics {
  /** Requests put on the line, probes not counted. */
  requests: number;
  timeouts: number;
  /** Replies that came damaged. */
  crcErrors: number;
  /** Replies with a right check that do not answer the request. */
  protocolErrors: number;
  exceptions: number;
  /** Replies that came after their timeout and were kept from the next request. */
  lateRepliesDropped: number;
  /** Short reads sent to prove that no late reply is under way. */
  probes: number;
  /** Bytes that belong to no frame of ours. */
  strayBytes: number;
  /** Requests whose caller gave up or whose deadline passed. */
  givenUp: number;
  /** From the first byte of a request to its reply. */
  readonly roundTrip: Histogram;
  /** From the call to the first byte: how long requests wait for the line. */
  readonly waiting: Histogram;
}

export const createStatistics = (): BusStatistics => ({
  requests: 0,
  timeouts: 0,
  crcErrors: 0,
  protocolErrors: 0,
  exceptions: 0,
  lateRepliesDropped: 0,
  probes: 0,
  strayBytes: 0,
  givenUp: 0,
  roundTrip: new Histogram(),
  waiting: new Histogram(),
});

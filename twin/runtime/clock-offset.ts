/**
 * Estimates how far a bench's monotonic clock is from ours, from messages that carry its sending time.
 *
 * A message sent at b and received at t has t - b = offset + delay, delay >= 0. The smallest difference of the last
 * half to whole minute is taken as the offset: it holds the smallest delay, which a reading's age then lacks (some tens
 * of microseconds on one machine), and everything above it counts as age. Old minima are forgotten because clocks drift.
 */
const WINDOW_US = 30e6;

export class ClockOffset {
  #startedUs = 0;
  #now = Number.POSITIVE_INFINITY;
  #before = Number.POSITIVE_INFINITY;

  /** Takes note of a message; both instants in µs, each on its own clock. */
  observe(benchUs: number, receivedUs: number): void {
    if (receivedUs - this.#startedUs > WINDOW_US) {
      this.#before = this.#now;
      this.#now = Number.POSITIVE_INFINITY;
      this.#startedUs = receivedUs;
    }
    this.#now = Math.min(this.#now, receivedUs - benchUs);
  }

  /** An instant of the bench's clock on ours. Undefined behaviour before the first `observe`. */
  toOurs(benchUs: number): number {
    return benchUs + Math.min(this.#now, this.#before);
  }
}

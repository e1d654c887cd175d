/**
 * The twin's monotonic clock as seen from here, by heartbeats: what a heartbeat took is split in two, and the quickest of
 * the last ones is believed, because a queue only ever makes it slower. Two clocks drift by tens of µs a second at most.
 */
const REMEMBERED = 16;

export class TwinClock {
  readonly #beats: { readonly roundTripUs: number; readonly offsetUs: number }[] = [];

  /** A heartbeat sent at `sentUs` was answered by the twin at `twinUs` of its clock and is back at `nowUs`. */
  observe(sentUs: number, twinUs: number, nowUs: number): void {
    const roundTripUs = nowUs - sentUs;
    if (!(roundTripUs >= 0)) return;
    this.#beats.push({ roundTripUs, offsetUs: twinUs - (sentUs + roundTripUs / 2) });
    if (this.#beats.length > REMEMBERED) this.#beats.shift();
  }

  /** Another twin has another clock. */
  reset(): void {
    this.#beats.length = 0;
  }

  /** How long ago the twin's clock showed `twinUs`, µs; undefined before the first heartbeat. Never negative. */
  sinceUs(twinUs: number, nowUs: number): number | undefined {
    if (this.#beats.length === 0) return undefined;
    const best = this.#beats.reduce((a, b) => (b.roundTripUs < a.roundTripUs ? b : a));
    return Math.max(0, nowUs + best.offsetUs - twinUs);
  }
}

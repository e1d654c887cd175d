/** A session's sleep: until an instant, or until something happens that it should look at. */
import type { Clock } from './transport/clock.js';

export class Sleep {
  #wake: () => void = () => undefined;
  #woken = false;

  constructor(private readonly clock: Clock) {}

  /** Ends the sleep, or the next one if nobody sleeps. */
  rouse(): void {
    this.#woken = true;
    this.#wake();
  }

  /** Infinite: until roused. */
  async until(instantMs: number): Promise<void> {
    if (this.#woken) {
      this.#woken = false;
      return;
    }
    await new Promise<void>((resolve) => {
      const leftMs = instantMs - this.clock.nowMs();
      const cancel = Number.isFinite(leftMs) ? this.clock.schedule(Math.max(0, leftMs), resolve) : () => undefined;
      this.#wake = () => {
        cancel();
        resolve();
      };
    });
    this.#woken = false;
    this.#wake = () => undefined;
  }
}

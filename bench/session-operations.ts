/** What a session has on the wire: each operation has its budget, and all of them can be ended at once. */
import { WijkError } from '../errors.js';
import type { Clock } from './transport/clock.js';

export class Operations {
  readonly #running = new Set<AbortController>();

  constructor(
    private readonly device: string,
    private readonly clock: Clock,
  ) {}

  /** Runs one operation; throws DEVICE_TIMEOUT when its budget is spent, STATE when it was interrupted. */
  async within<T>(budgetMs: number, operation: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const controller = new AbortController();
    this.#running.add(controller);
    const cancel = this.clock.schedule(budgetMs, () =>
      controller.abort(
        new WijkError('DEVICE_TIMEOUT', `${this.device} was not done within its budget of ${budgetMs} ms`),
      ),
    );
    // The wire may still be busy with its last request; whoever waits for this operation is free at once.
    const aborted = new Promise<never>((_, reject) => {
      controller.signal.addEventListener('abort', () => reject(controller.signal.reason), { once: true });
    });
    try {
      return await Promise.race([operation(controller.signal), aborted]);
    } finally {
      cancel();
      this.#running.delete(controller);
    }
  }

  interrupt(why: string): void {
    for (const operation of [...this.#running]) operation.abort(new WijkError('STATE', why));
  }
}

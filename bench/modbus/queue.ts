/**
 * Who may speak next on a bus. Four lanes, the first that has something to send wins:
 *
 *   safety   the neutral setpoint of a stop, the interlock
 *   write    setpoints
 *   high     fast reads: what a control loop waits for
 *   low      slow reads: identity, energy counters
 *
 * Within a lane who came first goes first, except that
 * - a unit that wants a gap after its last reply is passed over until the gap is over, so that one slow meter does not
 *   hold up the others;
 * - a unit that has been silent goes behind those that answer: its next timeout costs the line a second or more;
 * - who has waited for two seconds is no longer held back: a slow read counts as a fast one, and a silent unit has its
 *   turn, so that a busy line delays them and never starves them;
 * - while a safety write waits for its unit's gap, only what is certain to be over by then is sent.
 *
 * Values only: no clock, no timer.
 */
export type Priority = 'safety' | 'write' | 'high' | 'low';
export const LANES: readonly Priority[] = ['safety', 'write', 'high', 'low'];

export interface Waiting {
  readonly unit: number;
  readonly priority: Priority;
  readonly queuedAtMs: number;
  /** Longest time this may hold the line, ms: its time on the wire and all that the device may think. */
  readonly worstCaseMs: number;
}

export interface UnitState {
  /** When the unit may be asked again, ms of the bus's clock. */
  readonly freeAtMs: number;
  /** Whether it left its last request without an answer. */
  readonly silent: boolean;
}

export type Choice<T> =
  | { readonly kind: 'send'; readonly job: T }
  /** Something waits, and may go at this instant. */
  | { readonly kind: 'wait'; readonly untilMs: number }
  | { readonly kind: 'empty' };

/** Who has waited this long is no longer held back within or below its lane. */
const PATIENCE_MS = 2000;

export class RequestQueue<T extends Waiting> {
  readonly #lanes: Record<Priority, T[]> = { safety: [], write: [], high: [], low: [] };

  get size(): number {
    const { safety, write, high, low } = this.#lanes;
    return safety.length + write.length + high.length + low.length;
  }

  has(job: T): boolean {
    return this.#lanes[job.priority].includes(job);
  }

  add(job: T): void {
    this.#lanes[job.priority].push(job);
  }

  /** Takes a job out; false if it is not (or no longer) waiting. */
  remove(job: T): boolean {
    const lane = this.#lanes[job.priority];
    const at = lane.indexOf(job);
    if (at >= 0) lane.splice(at, 1);
    return at >= 0;
  }

  /** Everything that waits, taken out. */
  drain(): T[] {
    return LANES.flatMap((lane) => this.#lanes[lane].splice(0));
  }

  /** Takes out the job that goes now, or says when one can. */
  take(nowMs: number, stateOf: (unit: number) => UnitState): Choice<T> {
    let earliestMs = Number.POSITIVE_INFINITY;
    /** The line must be free again by then, for a safety write. */
    let reservedMs = Number.POSITIVE_INFINITY;
    const { low } = this.#lanes;
    for (const lane of LANES) {
      if (this.#lanes[lane].length === 0 && (lane !== 'high' || low.length === 0)) continue;
      let fallback: T | undefined;
      for (const job of this.#candidates(lane, nowMs)) {
        const { freeAtMs, silent } = stateOf(job.unit);
        if (freeAtMs > nowMs) {
          earliestMs = Math.min(earliestMs, freeAtMs);
          if (lane === 'safety') reservedMs = Math.min(reservedMs, freeAtMs);
        } else if (lane !== 'safety' && nowMs + job.worstCaseMs > reservedMs) {
          earliestMs = Math.min(earliestMs, reservedMs);
        } else if (silent && nowMs - job.queuedAtMs < PATIENCE_MS) fallback ??= job;
        else return this.#send(job);
      }
      if (fallback !== undefined) return this.#send(fallback);
    }
    return earliestMs === Number.POSITIVE_INFINITY ? { kind: 'empty' } : { kind: 'wait', untilMs: earliestMs };
  }

  #send(job: T): Choice<T> {
    this.remove(job);
    return { kind: 'send', job };
  }

  #candidates(lane: Priority, nowMs: number): readonly T[] {
    const own = this.#lanes[lane];
    if (lane !== 'high') return own;
    const patient = this.#lanes.low.filter((job) => nowMs - job.queuedAtMs >= PATIENCE_MS);
    return patient.length === 0 ? own : [...own, ...patient].sort((a, b) => a.queuedAtMs - b.queuedAtMs);
  }
}

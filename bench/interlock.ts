/**
 * External interlocks: a contact in the lab that must be seen closed, again and again. Open, silent, or on a line that is
 * gone are all the same: everything stops, and stays stopped until a person releases it, which needs the contact closed.
 *
 * The rule is a machine of values (`look`); the watch around it owns the clock and the contact.
 */
import { messageOf } from '../errors.js';
import type { Contact, Sight } from './contacts.js';
import type { Log } from './log.js';
import type { Clock } from './transport/clock.js';

export interface InterlockState {
  /** When it was last seen closed; undefined: never, or not since it opened. */
  readonly closedAtMs: number | undefined;
  readonly cause: string;
}

export const INTERLOCK_START: InterlockState = { closedAtMs: undefined, cause: 'not seen closed yet' };

/** The state after a look, or after time alone (`sight` undefined). An unseen contact counts as closed for `withinMs`. */
export function look(state: InterlockState, sight: Sight | undefined, nowMs: number, withinMs: number): InterlockState {
  if (sight?.kind === 'closed') return { closedAtMs: nowMs, cause: '' };
  if (sight?.kind === 'open') return { closedAtMs: undefined, cause: sight.cause };
  const { closedAtMs } = state;
  const cause = sight?.cause ?? state.cause;
  if (closedAtMs === undefined) return { closedAtMs, cause: cause === '' ? state.cause : cause };
  if (nowMs - closedAtMs <= withinMs) return { closedAtMs, cause };
  const unseen = `not seen closed for more than ${withinMs} ms${cause === '' ? '' : `: ${cause}`}`;
  return { closedAtMs: undefined, cause: unseen };
}

export const isClosed = (state: InterlockState): boolean => state.closedAtMs !== undefined;

export interface InterlockWatchParts {
  readonly id: string;
  readonly contact: Contact;
  readonly periodMs: number;
  readonly withinMs: number;
  readonly clock: Clock;
  readonly log: Log;
  /** It was closed and is not any more. */
  readonly opened: (cause: string) => void;
  /** It is closed for the first time, or again. */
  readonly closed: () => void;
}

export class InterlockWatch {
  readonly id: string;
  /** How often it opened since the start. */
  trips = 0;
  /** When it became what it is; NaN before it was seen for the first time. */
  sinceMs = Number.NaN;
  readonly #parts: InterlockWatchParts;
  #state = INTERLOCK_START;
  #stopped = false;
  #asking = false;
  #cancel: () => void = () => undefined;

  constructor(parts: InterlockWatchParts) {
    this.#parts = parts;
    this.id = parts.id;
  }

  get isClosed(): boolean {
    return isClosed(this.#state);
  }

  /** Why it is not closed; empty if it is. */
  get cause(): string {
    return this.isClosed ? '' : this.#state.cause;
  }

  get contact(): string {
    return this.#parts.contact.text;
  }

  start(): void {
    const { contact, clock, periodMs } = this.#parts;
    contact.start((sight) => this.#take(sight));
    const turn = (): void => {
      if (this.#stopped) return;
      this.#ask();
      this.#take(undefined);
      this.#cancel = clock.schedule(periodMs, turn);
    };
    turn();
  }

  async close(): Promise<void> {
    this.#stopped = true;
    this.#cancel();
    await this.#parts.contact.close();
  }

  /** One question at a time: a line that is slow must not be asked faster. */
  #ask(): void {
    const { contact } = this.#parts;
    if (contact.ask === undefined || this.#asking) return;
    this.#asking = true;
    contact.ask().then(
      (sight) => {
        this.#asking = false;
        this.#take(sight);
      },
      (error: unknown) => {
        this.#asking = false;
        this.#take({ kind: 'unseen', cause: messageOf(error) });
      },
    );
  }

  #take(sight: Sight | undefined): void {
    if (this.#stopped) return;
    const { clock, withinMs, opened, closed, log } = this.#parts;
    const was = this.isClosed;
    this.#state = look(this.#state, sight, clock.nowMs(), withinMs);
    if (this.isClosed === was) return;
    this.sinceMs = clock.nowMs();
    if (was) {
      this.trips++;
      log.error({ interlock: this.id }, `interlock open: ${this.#state.cause}`);
      opened(this.#state.cause);
    } else {
      log.info({ interlock: this.id }, 'interlock closed');
      closed();
    }
  }
}

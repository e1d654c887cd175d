/**
 * What controllers ask, brought to the twin and kept there: a level, not an edge. Each slot has what is wanted and what
 * the twin has acknowledged; a difference is sent, a failure is sent again, and what stands is given again before it
 * lapses, so that nothing is left in force by a bench that died.
 */
import { wijk } from '#proto/wijk.js';
import { messageOf } from '../../errors.js';
import type { Log } from '../log.js';
import type { Clock } from '../transport/clock.js';
import { type Ask, sameAsk } from './register-model.js';

export interface DeskParts {
  readonly inject: (request: wijk.v1.IInjectRequest) => Promise<unknown>;
  readonly clock: Clock;
  readonly log: Log;
}

/** The twin forgets what is not given again within this simulated time. */
export const LAPSE_S = 60;
const REFRESH_MS = 20_000;
const RETRY_MS = 1000;

export interface Wish {
  /** Undefined: the slot is free of this controller. */
  wanted: Ask | undefined;
  /** What the twin has acknowledged; `known` false: nobody knows, send it. */
  given: Ask | undefined;
  known: boolean;
  by: string;
  givenAtMs: number;
  notBeforeMs: number;
  sending: boolean;
  failures: number;
  lastError: string;
}

export class SetpointDesk {
  readonly #parts: DeskParts;
  readonly #wishes = new Map<string, Wish>();

  constructor(parts: DeskParts) {
    this.#parts = parts;
  }

  wishFor(slotId: string): Readonly<Wish> | undefined {
    return this.#wishes.get(slotId);
  }

  /** What the controller `by` asks of a slot from now on. */
  want(slotId: string, ask: Ask | undefined, by: string): void {
    let wish = this.#wishes.get(slotId);
    if (wish === undefined) {
      // A slot of which nothing was ever asked needs no release.
      if (ask === undefined) return;
      wish = {
        wanted: undefined,
        given: undefined,
        known: true,
        by,
        givenAtMs: 0,
        notBeforeMs: 0,
        sending: false,
        failures: 0,
        lastError: '',
      };
      this.#wishes.set(slotId, wish);
    }
    if (sameAsk(wish.wanted, ask)) return;
    wish.wanted = ask;
    wish.by = by;
    wish.notBeforeMs = 0;
    this.#pump(slotId, wish);
  }

  /** Another session of the twin: it knows nothing of what was given before. */
  newSession(): void {
    for (const wish of this.#wishes.values()) {
      wish.given = undefined;
      wish.known = true;
      wish.notBeforeMs = 0;
    }
  }

  /** Sends what is due. Call it now and then. */
  turn(): void {
    for (const [slotId, wish] of this.#wishes) this.#pump(slotId, wish);
  }

  /** Takes back everything; resolves when the twin has answered or cannot be reached. */
  async close(by: string): Promise<void> {
    const held = [...this.#wishes].filter(([, wish]) => wish.given !== undefined || !wish.known || wish.sending);
    this.#wishes.clear();
    await Promise.all(
      held.map(([slotId]) => this.#parts.inject(requestOf(slotId, undefined, by)).catch(() => undefined)),
    );
  }

  #pump(slotId: string, wish: Wish): void {
    const { clock, log, inject } = this.#parts;
    const nowMs = clock.nowMs();
    if (wish.sending || nowMs < wish.notBeforeMs) return;
    const changed = !wish.known || !sameAsk(wish.wanted, wish.given);
    const lapses = wish.given !== undefined && nowMs - wish.givenAtMs >= REFRESH_MS;
    if (!changed && !lapses) return;
    const ask = wish.wanted;
    wish.sending = true;
    inject(requestOf(slotId, ask, wish.by)).then(
      () => {
        wish.sending = false;
        wish.given = ask;
        wish.known = true;
        wish.givenAtMs = nowMs;
        wish.lastError = '';
        // Asked anew while this was under way.
        this.#pump(slotId, wish);
      },
      (error: unknown) => {
        wish.sending = false;
        wish.known = false;
        wish.failures++;
        wish.notBeforeMs = clock.nowMs() + RETRY_MS;
        const text = messageOf(error);
        if (text !== wish.lastError)
          log.warn({ slot: slotId, by: wish.by }, `the twin did not take a setpoint: ${text}`);
        wish.lastError = text;
      },
    );
  }
}

function requestOf(slotId: string, ask: Ask | undefined, by: string): wijk.v1.IInjectRequest {
  const actor = { name: by, role: wijk.v1.Role.ROLE_EXTERNAL_CONTROLLER };
  if (ask === undefined) return { actor, setpoint: { slotId, release: true } };
  if (ask.kind === 'target') {
    const { activePowerW, sgReady = 0 } = ask;
    return { actor, setpoint: { slotId, activePowerW, durationS: LAPSE_S, sgReady } };
  }
  const { minimumW, maximumW } = ask;
  // One power and nothing else is a setpoint, and reads like one in the journal.
  const activePowerW = minimumW === maximumW ? minimumW : Number.NaN;
  const window = minimumW === maximumW ? {} : { minimumW, maximumW };
  return { actor, setpoint: { slotId, activePowerW, ...window, durationS: LAPSE_S } };
}

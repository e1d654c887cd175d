/**
 * A device's life as a union of states, and every way from one to the next. Pure: instants are arguments.
 *
 *     identifying ──► ready ◄──► bound ◄──► safe          (known: readings come in, commands go out)
 *        ▲  │           └─────────┴───────────┴──► lost ──► identifying again, by itself, less and less often
 *        └──┴─ refused ◄─ wrong kind of device, or it does not obey
 */
import type { Identity } from './devices/driver.js';

export type Life =
  | { readonly state: 'identifying'; readonly failures: number }
  /** Known; its slot is not ours. */
  | { readonly state: 'ready'; readonly identity: Identity }
  | { readonly state: 'bound'; readonly identity: Identity }
  /** Known and held at its safe setpoint, by the emergency stop or by the dead man. */
  | { readonly state: 'safe'; readonly identity: Identity; readonly bound: boolean }
  /** It does not answer. */
  | { readonly state: 'lost'; readonly cause: string; readonly failures: number; readonly retryAtMs: number }
  /** Another kind of device than the bench file says. Looked at again now and then: somebody may put the right one there. */
  | { readonly state: 'refused'; readonly reason: 'wrong-device'; readonly cause: string; readonly retryAtMs: number }
  /** It does not follow its setpoints; held at its safe setpoint until a person releases it. */
  | { readonly state: 'refused'; readonly reason: 'disobeys'; readonly cause: string; readonly identity: Identity };

export type LifeEvent =
  | { readonly kind: 'identified'; readonly identity: Identity; readonly leased: boolean }
  | { readonly kind: 'not-identified'; readonly wrongDevice: boolean; readonly cause: string; readonly nowMs: number }
  | { readonly kind: 'lease'; readonly held: boolean }
  /** Whether the safe setpoint is wanted for a reason that a person should see. */
  | { readonly kind: 'safe'; readonly active: boolean }
  | { readonly kind: 'readings-lost'; readonly cause: string; readonly nowMs: number }
  | { readonly kind: 'disobeyed'; readonly cause: string }
  /** The back-off is over, the link is open again, or somebody wants to try now. */
  | { readonly kind: 'retry' }
  /** A person releases the device. */
  | { readonly kind: 'released'; readonly leased: boolean };

const BACK_OFF_FIRST_MS = 500;
const BACK_OFF_MAX_MS = 10_000;
const WRONG_DEVICE_RETRY_MS = 30_000;

export const LIFE_START: Life = { state: 'identifying', failures: 0 };

/** Whether readings are taken and commands given in this state. */
export type Known = Extract<Life, { readonly identity: Identity }>;
export const isKnown = (life: Life): life is Known => 'identity' in life;

/** 0.5 s, doubled per failure, at most 10 s. */
export const backOffMs = (failures: number): number =>
  Math.min(BACK_OFF_MAX_MS, BACK_OFF_FIRST_MS * 2 ** Math.min(16, Math.max(0, failures - 1)));

/** The next state; an event that means nothing in a state leaves it as it is. */
export function next(life: Life, event: LifeEvent): Life {
  switch (event.kind) {
    case 'identified':
      if (life.state !== 'identifying') return life;
      return { state: event.leased ? 'bound' : 'ready', identity: event.identity };
    case 'not-identified': {
      if (life.state !== 'identifying') return life;
      const { cause, nowMs } = event;
      if (event.wrongDevice) {
        return { state: 'refused', reason: 'wrong-device', cause, retryAtMs: nowMs + WRONG_DEVICE_RETRY_MS };
      }
      const failures = life.failures + 1;
      return { state: 'lost', cause, failures, retryAtMs: nowMs + backOffMs(failures) };
    }
    case 'lease':
      if (life.state === 'ready' && event.held) return { state: 'bound', identity: life.identity };
      if (life.state === 'bound' && !event.held) return { state: 'ready', identity: life.identity };
      if (life.state === 'safe') return { ...life, bound: event.held };
      return life;
    case 'safe':
      if (event.active && (life.state === 'ready' || life.state === 'bound')) {
        return { state: 'safe', identity: life.identity, bound: life.state === 'bound' };
      }
      if (!event.active && life.state === 'safe') {
        return { state: life.bound ? 'bound' : 'ready', identity: life.identity };
      }
      return life;
    case 'readings-lost':
      if (!isKnown(life)) return life;
      return { state: 'lost', cause: event.cause, failures: 1, retryAtMs: event.nowMs + backOffMs(1) };
    case 'disobeyed':
      if (!isKnown(life)) return life;
      return { state: 'refused', reason: 'disobeys', cause: event.cause, identity: life.identity };
    case 'retry':
      if (life.state === 'lost') return { state: 'identifying', failures: life.failures };
      if (life.state === 'refused' && life.reason === 'wrong-device') return LIFE_START;
      return life;
    case 'released':
      if (life.state !== 'refused' || life.reason !== 'disobeys') return life;
      return { state: event.leased ? 'bound' : 'ready', identity: life.identity };
  }
}

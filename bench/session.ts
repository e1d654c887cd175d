/**
 * A device's life as a union of stages, and every way from one to the next. Pure: instants are arguments.
 *
 *     identifying ──► ready ◄──► bound ◄──► safe          (known: readings come in, commands go out)
 *        ▲  │           └─────────┴───────────┴──► lost ──► identifying again, by itself, less and less often
 *        └──┴─ refused ◄─ wrong kind of device, or it does not obey
 *
 * `STEPS` is the whole of it: a step that is not in the table does not type-check (`step`), and an event that comes at a
 * stage that has no step for it changes nothing (`next`).
 */
import type { Identity } from './devices/driver.js';

export interface Identifying {
  readonly state: 'identifying';
  readonly failures: number;
}
/** Known; its slot is not ours. */
export interface Ready {
  readonly state: 'ready';
  readonly identity: Identity;
}
export interface Bound {
  readonly state: 'bound';
  readonly identity: Identity;
}
/** Known and held at its safe setpoint, by the emergency stop or by the dead man. */
export interface Safe {
  readonly state: 'safe';
  readonly identity: Identity;
  readonly bound: boolean;
}
/** It does not answer. */
export interface Lost {
  readonly state: 'lost';
  readonly cause: string;
  readonly failures: number;
  readonly retryAtMs: number;
}
/** Another kind of device than the bench file says. Looked at again now and then: somebody may put the right one there. */
export interface WrongDevice {
  readonly state: 'refused';
  readonly reason: 'wrong-device';
  readonly cause: string;
  readonly retryAtMs: number;
}
/** It does not follow its setpoints; held at its safe setpoint until a person releases it. */
export interface Disobedient {
  readonly state: 'refused';
  readonly reason: 'disobeys';
  readonly cause: string;
  readonly identity: Identity;
}

export type Life = Identifying | Ready | Bound | Safe | Lost | WrongDevice | Disobedient;

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

type EventOf<K extends LifeEvent['kind']> = Extract<LifeEvent, { readonly kind: K }>;

const BACK_OFF_FIRST_MS = 500;
const BACK_OFF_MAX_MS = 10_000;
const WRONG_DEVICE_RETRY_MS = 30_000;

export const LIFE_START: Identifying = { state: 'identifying', failures: 0 };

/** Whether readings are taken and commands given at this stage. */
export type Known = Ready | Bound | Safe | Disobedient;
export const isKnown = (life: Life): life is Known => 'identity' in life;

/** 0.5 s, doubled per failure, at most 10 s. */
export const backOffMs = (failures: number): number =>
  Math.min(BACK_OFF_MAX_MS, BACK_OFF_FIRST_MS * 2 ** Math.min(16, Math.max(0, failures - 1)));

const inPlace = (identity: Identity, leased: boolean): Ready | Bound => ({
  state: leased ? 'bound' : 'ready',
  identity,
});

const lose = (_: Known, { cause, nowMs }: EventOf<'readings-lost'>): Lost => ({
  state: 'lost',
  cause,
  failures: 1,
  retryAtMs: nowMs + backOffMs(1),
});

const refuse = ({ identity }: Known, { cause }: EventOf<'disobeyed'>): Disobedient => ({
  state: 'refused',
  reason: 'disobeys',
  cause,
  identity,
});

function notIdentified(
  life: Identifying,
  { wrongDevice, cause, nowMs }: EventOf<'not-identified'>,
): Lost | WrongDevice {
  if (wrongDevice) return { state: 'refused', reason: 'wrong-device', cause, retryAtMs: nowMs + WRONG_DEVICE_RETRY_MS };
  const failures = life.failures + 1;
  return { state: 'lost', cause, failures, retryAtMs: nowMs + backOffMs(failures) };
}

/** Every legal step, by stage and event. */
export const STEPS = {
  identifying: {
    identified: (_: Identifying, { identity, leased }: EventOf<'identified'>) => inPlace(identity, leased),
    'not-identified': notIdentified,
  },
  ready: {
    lease: ({ identity }: Ready, { held }: EventOf<'lease'>) => inPlace(identity, held),
    safe: (life: Ready, { active }: EventOf<'safe'>): Ready | Safe =>
      active ? { state: 'safe', identity: life.identity, bound: false } : life,
    'readings-lost': lose,
    disobeyed: refuse,
  },
  bound: {
    lease: ({ identity }: Bound, { held }: EventOf<'lease'>) => inPlace(identity, held),
    safe: (life: Bound, { active }: EventOf<'safe'>): Bound | Safe =>
      active ? { state: 'safe', identity: life.identity, bound: true } : life,
    'readings-lost': lose,
    disobeyed: refuse,
  },
  safe: {
    lease: (life: Safe, { held }: EventOf<'lease'>): Safe => ({ ...life, bound: held }),
    safe: (life: Safe, { active }: EventOf<'safe'>): Safe | Ready | Bound =>
      active ? life : inPlace(life.identity, life.bound),
    'readings-lost': lose,
    disobeyed: refuse,
  },
  lost: {
    retry: ({ failures }: Lost, _: EventOf<'retry'>): Identifying => ({ state: 'identifying', failures }),
  },
  'wrong-device': {
    retry: (_life: WrongDevice, _: EventOf<'retry'>): Identifying => LIFE_START,
  },
  disobeys: {
    released: ({ identity }: Disobedient, { leased }: EventOf<'released'>) => inPlace(identity, leased),
    'readings-lost': lose,
    disobeyed: refuse,
  },
} as const;

type Steps = typeof STEPS;
type StageOf<L extends Life> = L extends { readonly reason: infer R extends keyof Steps }
  ? R
  : L extends { readonly state: infer S extends keyof Steps }
    ? S
    : never;

/** The events that have a step at this stage. */
export type LegalEvent<L extends Life> = EventOf<keyof Steps[StageOf<L>] & LifeEvent['kind']>;
/** Where a step leads. */
export type After<L extends Life, E extends LifeEvent> = E['kind'] extends keyof Steps[StageOf<L>]
  ? Steps[StageOf<L>][E['kind']] extends (...args: never) => infer R
    ? R
    : never
  : never;

/** One step that is known to be legal when it is written: an event without a step at this stage does not type-check. */
export function step<L extends Life, E extends LegalEvent<L>>(life: L, event: E): After<L, E> {
  return next(life, event) as After<L, E>;
}

/** The next stage; an event that means nothing at a stage leaves it as it is. */
export function next(life: Life, event: LifeEvent): Life {
  const stage = life.state === 'refused' ? life.reason : life.state;
  const steps = STEPS[stage] as Partial<Record<LifeEvent['kind'], (life: Life, event: LifeEvent) => Life>>;
  return steps[event.kind]?.(life, event) ?? life;
}

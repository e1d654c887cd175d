/**
 * What the page knows, and when it learned it. `apply` takes one message of the live stream; times are the page's own
 * clock in milliseconds, given as arguments.
 */
import { History } from '../server/history.js';
import type {
  DescribeMessage,
  EventMessage,
  ExperimentMessage,
  FrameMessage,
  HealthMessage,
  HistoryMessage,
  LinkMessage,
  QuarterMessage,
  StatusMessage,
  StreamEventName,
  StreamMessages,
} from '../server/messages.js';
import { duration } from './format.js';

/** Events kept in the page; the record has them all. */
const EVENTS_KEPT_MAX = 500;
/** The server says something every second; three missed mean that it does not answer. */
const SILENCE_MS = 3_500;

export interface Link {
  readonly address: string;
  readonly up: boolean;
  readonly sinceMs: number;
  readonly detail: string;
}

export interface State {
  readonly openedMs: number;
  /** When the last message came, of whatever kind. */
  readonly heardMs: number | undefined;
  readonly twin: Link | undefined;
  readonly bench: Link | undefined;
  readonly description: DescribeMessage | null;
  readonly frame: FrameMessage | undefined;
  readonly frameMs: number | undefined;
  readonly status: StatusMessage | undefined;
  readonly health: HealthMessage | undefined;
  readonly experiment: ExperimentMessage | null;
  readonly quarters: readonly QuarterMessage[];
  readonly events: readonly EventMessage[];
  readonly eventsTotal: number;
  readonly eventsUnavailable: string;
  readonly history: HistoryMessage;
  readonly framesDropped: number;
}

export function initialState(nowMs: number): State {
  return {
    openedMs: nowMs,
    heardMs: undefined,
    twin: undefined,
    bench: undefined,
    description: null,
    frame: undefined,
    frameMs: undefined,
    status: undefined,
    health: undefined,
    experiment: null,
    quarters: [],
    events: [],
    eventsTotal: 0,
    eventsUnavailable: '',
    history: { timeUs: [], powerW: [], limitW: [] },
    framesDropped: 0,
  };
}

/** Keeps the state and its bounded history together. */
export class Store {
  state: State;
  readonly #history = new History();

  constructor(nowMs: number) {
    this.state = initialState(nowMs);
  }

  apply<Name extends StreamEventName>(name: Name, data: StreamMessages[Name], nowMs: number): void {
    const change = this.#changes[name](data, nowMs);
    this.state = { ...this.state, ...change, heardMs: nowMs };
  }

  readonly #changes: { [Name in StreamEventName]: (data: StreamMessages[Name], nowMs: number) => Partial<State> } = {
    link: (link: LinkMessage, nowMs) => ({
      [link.server]: { address: link.address, up: link.up, sinceMs: nowMs - link.forS * 1000, detail: link.detail },
    }),
    describe: (description) =>
      description?.sessionId === this.state.description?.sessionId
        ? { description }
        : { description, frame: undefined, frameMs: undefined },
    history: (history) => {
      this.#history.clear();
      history.timeUs.forEach((timeUs, i) => {
        this.#history.add(timeUs, history.powerW[i]!, history.limitW[i]!);
      });
      return { history: this.#snapshot() };
    },
    quarters: (quarters) => ({ quarters }),
    events: ({ all, events, total, unavailable }) => ({
      events: (all ? events : [...this.state.events, ...events]).slice(-EVENTS_KEPT_MAX),
      eventsTotal: total,
      eventsUnavailable: unavailable,
    }),
    status: (status) => ({ status }),
    health: (health) => ({ health }),
    experiment: (experiment) => ({ experiment }),
    frame: (frame, nowMs) => {
      const { groupActivePowerW, groupLimitW } = frame.scalar;
      if (groupActivePowerW !== null) this.#history.add(frame.timeUs, groupActivePowerW, groupLimitW);
      return { frame, frameMs: nowMs, history: this.#snapshot() };
    },
    dropped: ({ frames }) => ({ framesDropped: frames }),
  };

  /** A new object on each change, so that panels see that it changed; the lists themselves are not copied. */
  #snapshot(): HistoryMessage {
    return { ...this.#history.values() };
  }
}

/** Why the numbers on the page are old, or `undefined` if they are not. */
export function staleness(state: State, nowMs: number): string | undefined {
  const ageMs = nowMs - (state.frameMs ?? state.openedMs);
  const age = duration(Math.max(0, ageMs) / 1000);
  const heardAgoMs = nowMs - (state.heardMs ?? state.openedMs);
  if (heardAgoMs > SILENCE_MS)
    return `No data for ${duration(heardAgoMs / 1000)}: the cockpit's server does not answer`;
  const { twin, status, description } = state;
  if (twin === undefined) return undefined;
  if (!twin.up) {
    return `No data for ${duration(Math.max(0, nowMs - twin.sinceMs) / 1000)}: the twin at ${twin.address} is not reachable`;
  }
  if (status?.state !== 'running' || description === null) return undefined;
  const frameIntervalMs = status.speed > 0 ? (description.tickS / status.speed) * 1000 : 0;
  return ageMs > SILENCE_MS + 2 * frameIntervalMs ? `No data for ${age}: the twin runs and sends no frames` : undefined;
}

/** Why what is shown of links and devices is old, or `undefined` if it is not. */
export function benchStaleness(state: State, nowMs: number): string | undefined {
  const { bench } = state;
  if (bench === undefined || bench.up) return undefined;
  return `No data for ${duration(Math.max(0, nowMs - bench.sinceMs) / 1000)}: the bench at ${bench.address} is not reachable`;
}

/** Whether the emergency stop is active, in the words of whoever says so. */
export function emergencyStopText(state: State): string | undefined {
  const onBench = state.health?.emergencyStop === true;
  const onTwin = state.frame?.scalar.emergencyStop === 1;
  if (!onBench && !onTwin) return undefined;
  const by = onBench && state.health?.emergencyStopBy ? ` by ${state.health.emergencyStopBy}` : '';
  const where = onBench && onTwin ? 'bench and twin' : onBench ? 'bench' : 'twin';
  return `Emergency stop active${by} (${where}): devices at their safe setpoint, no setpoint is passed on`;
}

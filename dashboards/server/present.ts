/**
 * What the cockpit knows now. The feeds write here; every change goes to the live stream, and a page that connects gets
 * all of it. Frames go out at most four times a second; the newest always gets out.
 */
import { History } from './history.js';
import { eventText, type LiveStream } from './live-stream.js';
import type {
  DescribeMessage,
  EventMessage,
  ExperimentMessage,
  FrameMessage,
  HealthMessage,
  LinkMessage,
  QuarterMessage,
  StatusMessage,
} from './messages.js';

/** Shortest time between two frames to the pages. */
export const FRAME_INTERVAL_MS = 250;
/** Events that a page gets when it connects; the record has them all. */
export const EVENTS_SENT_MAX = 500;

/** Label of a session that names the run of the experiment service it belongs to. */
const RUN_LABEL = 'run';

interface Link {
  readonly address: string;
  up: boolean;
  sinceMs: number;
  detail: string;
}

export class Present {
  readonly #stream: LiveStream;
  readonly #nowMs: () => number;
  readonly #links: Record<LinkMessage['server'], Link>;
  readonly #history = new History();
  #description: DescribeMessage | null = null;
  #frame: FrameMessage | undefined;
  #status: StatusMessage | undefined;
  #health: HealthMessage | undefined;
  #experiment: ExperimentMessage | null = null;
  #quarters: readonly QuarterMessage[] = [];
  #events: readonly EventMessage[] = [];
  #eventsUnavailable = '';
  #frameSentMs = Number.NEGATIVE_INFINITY;
  #frameTimer: NodeJS.Timeout | undefined;

  /** `nowMs`: a clock that only goes forward, in milliseconds. */
  constructor(stream: LiveStream, addresses: { twin: string; bench: string }, nowMs: () => number) {
    this.#stream = stream;
    this.#nowMs = nowMs;
    const link = (address: string): Link => ({ address, up: false, sinceMs: nowMs(), detail: 'connecting' });
    this.#links = { twin: link(addresses.twin), bench: link(addresses.bench) };
  }

  /** The run that the session belongs to; empty if it was loaded by hand. */
  get runId(): string {
    return this.#description?.labels[RUN_LABEL] ?? '';
  }

  setLink(server: LinkMessage['server'], up: boolean, detail: string): void {
    const link = this.#links[server];
    if (link.up === up && link.detail === detail) return;
    if (link.up !== up) link.sinceMs = this.#nowMs();
    link.up = up;
    link.detail = detail;
    this.#stream.publish('link', this.#linkMessage(server));
  }

  /** Another session, or none: everything of the former one goes. */
  setDescription(description: DescribeMessage | null, history: readonly [number, number, number | null][]): void {
    this.#stopFrameTimer();
    this.#description = description;
    this.#frame = undefined;
    this.#quarters = [];
    this.#events = [];
    this.#eventsUnavailable = '';
    this.#history.clear();
    for (const [timeUs, powerW, limitW] of history) this.#history.add(timeUs, powerW, limitW);
    this.#stream.publish('describe', description);
    this.#stream.publish('history', this.#history.values());
    this.#stream.publish('quarters', []);
    this.#stream.publish('events', this.#eventsMessage(true, []));
  }

  addFrame(frame: FrameMessage): void {
    this.#frame = frame;
    const { groupActivePowerW, groupLimitW } = frame.scalar;
    if (groupActivePowerW !== null) this.#history.add(frame.timeUs, groupActivePowerW, groupLimitW);
    if (this.#frameTimer !== undefined) return;
    const waitMs = this.#frameSentMs + FRAME_INTERVAL_MS - this.#nowMs();
    if (waitMs <= 0) this.#sendFrame();
    else this.#frameTimer = setTimeout(() => this.#sendFrame(), waitMs);
  }

  setStatus(status: StatusMessage): void {
    this.#status = status;
    this.#stream.publish('status', status);
  }

  setHealth(health: HealthMessage): void {
    this.#health = health;
    this.#stream.publish('health', health);
  }

  setExperiment(experiment: ExperimentMessage | null): void {
    this.#experiment = experiment;
    this.#stream.publish('experiment', experiment);
  }

  setQuarters(quarters: readonly QuarterMessage[]): void {
    this.#quarters = quarters;
    this.#stream.publish('quarters', quarters);
  }

  /** All events of the session so far; pages get the new ones only. */
  setEvents(events: readonly EventMessage[], unavailable: string): void {
    const before = this.#events.length;
    const replaced = events.length < before || unavailable !== this.#eventsUnavailable;
    if (!replaced && events.length === before) return;
    this.#events = events;
    this.#eventsUnavailable = unavailable;
    const fresh = replaced ? events : events.slice(before);
    this.#stream.publish('events', this.#eventsMessage(replaced, fresh));
  }

  /** The present state as events, for a page that connects. */
  *texts(): Generator<string> {
    yield eventText('link', this.#linkMessage('twin'));
    yield eventText('link', this.#linkMessage('bench'));
    yield eventText('describe', this.#description);
    yield eventText('history', this.#history.values());
    yield eventText('quarters', this.#quarters);
    yield eventText('events', this.#eventsMessage(true, this.#events));
    if (this.#status) yield eventText('status', this.#status);
    if (this.#health) yield eventText('health', this.#health);
    yield eventText('experiment', this.#experiment);
    if (this.#frame) yield eventText('frame', this.#frame);
  }

  close(): void {
    this.#stopFrameTimer();
  }

  #sendFrame(): void {
    this.#stopFrameTimer();
    this.#frameSentMs = this.#nowMs();
    if (this.#frame) this.#stream.publish('frame', this.#frame);
  }

  #stopFrameTimer(): void {
    clearTimeout(this.#frameTimer);
    this.#frameTimer = undefined;
  }

  #linkMessage(server: LinkMessage['server']): LinkMessage {
    const { address, up, sinceMs, detail } = this.#links[server];
    return { server, address, up, forS: (this.#nowMs() - sinceMs) / 1000, detail };
  }

  #eventsMessage(all: boolean, events: readonly EventMessage[]) {
    return {
      all,
      events: events.slice(-EVENTS_SENT_MAX),
      total: this.#events.length,
      unavailable: this.#eventsUnavailable,
    };
  }
}

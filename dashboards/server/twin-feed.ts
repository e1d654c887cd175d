/**
 * Keeps what the cockpit knows of the twin up to date. Once a second it asks for the status and puts right what does
 * not fit it: another session is described anew, a watch that ended is opened again, new events and quarter-hours are
 * fetched. A twin that is down is only a status that does not come.
 */
import type { ClientReadableStream } from '@grpc/grpc-js';
import {
  createRecordServiceClient,
  createTwinServiceClient,
  type RecordServiceClient,
  type TwinServiceClient,
} from '#proto/services.js';
import type { wijk } from '#proto/wijk.js';
import { messageOf, WijkError } from '../../errors.js';
import {
  describeMessage,
  eventMessage,
  frameMessage,
  quarterMessage,
  statusMessage,
  WATCHER_NAME,
} from './from-proto.js';
import { CHANNEL_OPTIONS, insecure, pause, unary } from './grpc.js';
import { ARRAY_COLUMNS, type MaybeNumber, type QuarterMessage, SCALAR_COLUMNS } from './messages.js';
import { FRAME_INTERVAL_MS, type Present } from './present.js';

export const POLL_MS = 1_000;
/** Points asked of the record for the plot of the time before the cockpit came. */
const HISTORY_POINTS = 1_800;

/**
 * Every how many ticks to watch, so that about as many frames come as the page shows. `ticksPerS`: how fast ticks are
 * computed now; `current` is kept while it is within a factor of two, because a change reopens the watch.
 */
export function watchEveryTicks(ticksPerS: number, current: number): number {
  const wanted = Math.max(1, Math.floor((ticksPerS * FRAME_INTERVAL_MS) / 1000));
  return wanted > 2 * current || wanted < current / 2 ? wanted : current;
}

interface Session {
  readonly id: string;
  /** Index of the last finished quarter-hour as frames tell it; the record is asked again when it changes. */
  quarterIndex: MaybeNumber;
  quartersOfIndex: MaybeNumber;
  /** Quarter-hours seen in frames, for a session that keeps no record. */
  readonly quarters: Map<number, QuarterMessage>;
}

export class TwinFeed {
  readonly twin: TwinServiceClient;
  readonly #record: RecordServiceClient;
  readonly #present: Present;
  readonly #nowMs: () => number;
  #session: Session | undefined;
  #watch: ClientReadableStream<wijk.v1.WatchResponse> | undefined;
  #everyTicks = 1;
  #lastTick: { tick: number; atMs: number } | undefined;

  constructor(address: string, present: Present, nowMs: () => number) {
    this.twin = createTwinServiceClient(address, insecure(), CHANNEL_OPTIONS);
    this.#record = createRecordServiceClient(address, insecure(), CHANNEL_OPTIONS);
    this.#present = present;
    this.#nowMs = nowMs;
  }

  /** Runs until the signal. Never rejects: what goes wrong is shown on the page and tried again. */
  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        await this.#poll(signal);
        this.#present.setLink('twin', true, '');
      } catch (error) {
        this.#closeWatch();
        this.#lastTick = undefined;
        if (!signal.aborted) this.#present.setLink('twin', false, messageOf(error));
      }
      await pause(POLL_MS, signal);
    }
    this.#closeWatch();
    this.twin.close();
    this.#record.close();
  }

  async #poll(signal: AbortSignal): Promise<void> {
    const status = await unary<wijk.v1.GetStatusResponse>('twin', signal, (options, done) =>
      this.twin.getStatus({}, options, done),
    );
    const message = statusMessage(status);
    if (message.state === 'empty' || status.sessionId === '') this.#forgetSession();
    else if (status.sessionId !== this.#session?.id) await this.#enterSession(status.sessionId, signal);
    this.#present.setStatus(message);
    if (this.#session === undefined) return;
    this.#adaptWatch(message.tick);
    await this.#fetchQuarters(this.#session, signal);
    await this.#fetchEvents(signal);
  }

  #forgetSession(): void {
    if (this.#session === undefined) return;
    this.#closeWatch();
    this.#session = undefined;
    this.#present.setDescription(null, []);
  }

  async #enterSession(id: string, signal: AbortSignal): Promise<void> {
    this.#closeWatch();
    this.#session = undefined;
    this.#lastTick = undefined;
    this.#everyTicks = 1;
    const description = await unary<wijk.v1.DescribeResponse>('twin', signal, (options, done) =>
      this.twin.describe({}, options, done),
    );
    const history = await this.#fetchHistory(signal);
    this.#present.setDescription(describeMessage(description), history);
    this.#session = { id, quarterIndex: null, quartersOfIndex: null, quarters: new Map() };
  }

  /** The plot before the cockpit came. A session without a record has none: the plot then starts now. */
  async #fetchHistory(signal: AbortSignal): Promise<[number, number, number | null][]> {
    const columns = ['groupActivePowerW', 'groupLimitW'];
    const response = await this.#fromRecord(() =>
      unary<wijk.v1.ReadSeriesResponse>('record', signal, (options, done) =>
        this.#record.readSeries({ columns, pointsMax: HISTORY_POINTS }, options, done),
      ),
    );
    if ('unavailable' in response) return [];
    const power = response.answer.series.find((series) => series.column === columns[0])?.mean ?? [];
    const limit = response.answer.series.find((series) => series.column === columns[1])?.min ?? [];
    const points: [number, number, number | null][] = [];
    response.answer.timeUs.forEach((timeUs, i) => {
      const powerW = power[i];
      const limitW = limit[i];
      if (powerW !== undefined && Number.isFinite(powerW))
        points.push([timeUs, powerW, limitW !== undefined && Number.isFinite(limitW) ? limitW : null]);
    });
    return points;
  }

  async #fetchQuarters(session: Session, signal: AbortSignal): Promise<void> {
    const index = session.quarterIndex;
    if (index === session.quartersOfIndex) return;
    const response = await this.#fromRecord(() =>
      unary<wijk.v1.ListQuarterHoursResponse>('record', signal, (options, done) =>
        this.#record.listQuarterHours({}, options, done),
      ),
    );
    const quarters =
      'answer' in response ? response.answer.quarters.map(quarterMessage) : [...session.quarters.values()];
    this.#present.setQuarters(quarters);
    session.quartersOfIndex = index;
  }

  async #fetchEvents(signal: AbortSignal): Promise<void> {
    const response = await this.#fromRecord(() =>
      unary<wijk.v1.ListEventsResponse>('record', signal, (options, done) =>
        this.#record.listEvents({}, options, done),
      ),
    );
    if ('answer' in response) this.#present.setEvents(response.answer.events.map(eventMessage), '');
    else this.#present.setEvents([], response.unavailable);
  }

  /** A record that is not kept is an answer too; a twin that cannot be reached is not. */
  async #fromRecord<Answer>(ask: () => Promise<Answer>): Promise<{ answer: Answer } | { unavailable: string }> {
    try {
      return { answer: await ask() };
    } catch (error) {
      if (error instanceof WijkError && error.code !== 'UNREACHABLE') return { unavailable: error.message };
      throw error;
    }
  }

  #adaptWatch(tick: number): void {
    const atMs = this.#nowMs();
    const last = this.#lastTick;
    this.#lastTick = { tick, atMs };
    if (last !== undefined && tick > last.tick) {
      const everyTicks = watchEveryTicks(((tick - last.tick) * 1000) / (atMs - last.atMs), this.#everyTicks);
      if (everyTicks !== this.#everyTicks) {
        this.#everyTicks = everyTicks;
        this.#closeWatch();
      }
    }
    if (this.#watch === undefined) this.#openWatch();
  }

  #openWatch(): void {
    const watch = this.twin.watch({
      columns: [...SCALAR_COLUMNS, ...ARRAY_COLUMNS],
      everyTicks: this.#everyTicks,
      watcherName: WATCHER_NAME,
    });
    this.#watch = watch;
    watch.on('data', (response: wijk.v1.WatchResponse) => {
      if (this.#watch === watch && response.frame) this.#takeFrame(response.frame as wijk.v1.Frame);
    });
    // The next poll opens another one; if the twin is gone, that poll says so.
    const ended = (): void => {
      if (this.#watch === watch) this.#watch = undefined;
    };
    watch.on('end', ended);
    watch.on('error', ended);
  }

  #closeWatch(): void {
    const watch = this.#watch;
    this.#watch = undefined;
    watch?.cancel();
  }

  #takeFrame(frame: wijk.v1.Frame): void {
    const message = frameMessage(frame);
    this.#present.addFrame(message);
    const session = this.#session;
    const { lastQuarterIndex, lastQuarterMeanActivePowerW, lastQuarterLimitW, lastQuarterComplete } = message.scalar;
    if (session === undefined || lastQuarterIndex === null || lastQuarterIndex < 0) return;
    session.quarterIndex = lastQuarterIndex;
    if (session.quarters.has(lastQuarterIndex)) return;
    session.quarters.set(lastQuarterIndex, {
      startUs: lastQuarterIndex * 900e6,
      meanW: lastQuarterMeanActivePowerW ?? 0,
      limitW: lastQuarterLimitW ?? 0,
      complete: lastQuarterComplete === 1,
      substitutedRatio: message.scalar.lastQuarterSubstitutedRatio ?? 0,
    });
  }
}

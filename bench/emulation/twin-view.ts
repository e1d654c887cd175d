/**
 * The twin as emulations see it: its places and its newest frame, over TwinService. Makes its stream again by itself, and
 * follows from one session to the next.
 *
 * A frame counts only if it is of now: the first one of a stream may be the last of a session that stands still, and at
 * another speed than the controller lives at it cannot take part. A real one lives at wall clock.
 */
import { createTwinServiceClient, type TwinServiceClient } from '#proto/services.js';
import type { wijk } from '#proto/wijk.js';
import { messageOf } from '../../errors.js';
import { CLIENT_OPTIONS, call, fromStatus } from '../experiments/grpc.js';
import type { Log } from '../log.js';
import type { Clock } from '../transport/clock.js';
import { COLUMNS, type Place, placesOf } from './shown.js';

export interface TwinViewParts {
  readonly address: string;
  readonly watcherName: string;
  readonly clock: Clock;
  readonly log: Log;
  /** How fast the controller lives; default 1, wall clock. */
  readonly speed?: number;
  /** A session is there; its slots by id. */
  readonly session: (sessionId: string, places: ReadonlyMap<string, Place>) => void;
  /** A frame of now, with the length of its tick. */
  readonly frame: (frame: wijk.v1.IFrame, tickS: number) => void;
}

const BACK_OFF_FIRST_MS = 250;
const BACK_OFF_MAX_MS = 2000;
const STATUS_EVERY_MS = 2000;
const DEADLINE_S = 5;
const SETPOINT_DEADLINE_S = 2;

export class TwinView {
  /** Frames that the twin did not send because this watcher was too slow. */
  framesDropped = 0;
  lastError = '';
  /** NaN until the twin has said it. */
  speed = Number.NaN;

  readonly #parts: TwinViewParts;
  readonly #peer: string;
  readonly #client: TwinServiceClient;
  #closed = false;
  #cancel: () => void = () => undefined;
  #wake: () => void = () => undefined;
  #running: Promise<void> | undefined;

  constructor(parts: TwinViewParts) {
    this.#parts = parts;
    this.#peer = `the twin at ${parts.address}`;
    this.#client = createTwinServiceClient(parts.address, undefined, {
      ...CLIENT_OPTIONS,
      'grpc.initial_reconnect_backoff_ms': BACK_OFF_FIRST_MS,
      'grpc.max_reconnect_backoff_ms': BACK_OFF_MAX_MS,
    });
  }

  start(): void {
    this.#running ??= this.#run();
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#cancel();
    this.#wake();
    await this.#running;
    this.#client.close();
  }

  /** Gives an event to the twin. Rejects with what the twin says. */
  inject(request: wijk.v1.IInjectRequest): Promise<wijk.v1.InjectResponse> {
    const { inject } = this.#client;
    return call(this.#client, inject, request, { peer: this.#peer, deadlineS: SETPOINT_DEADLINE_S });
  }

  async #run(): Promise<void> {
    const { clock, log, address } = this.#parts;
    let failures = 0;
    while (!this.#closed) {
      let cause = '';
      try {
        await this.#follow();
        failures = 0;
      } catch (error) {
        cause = messageOf(error);
        failures++;
      }
      this.speed = Number.NaN;
      if (this.#closed) return;
      if (cause !== '' && cause !== this.lastError) log.warn({ twin: address }, `emulations see no twin: ${cause}`);
      this.lastError = cause;
      await this.#sleep(clock, Math.min(BACK_OFF_MAX_MS, BACK_OFF_FIRST_MS * 2 ** Math.min(6, failures)));
    }
  }

  /** One session, from its description to the end of its stream. */
  async #follow(): Promise<void> {
    const { clock, session, frame, watcherName, speed = 1 } = this.#parts;
    const { describe } = this.#client;
    const described = await call(this.#client, describe, {}, { peer: this.#peer, deadlineS: DEADLINE_S });
    if (this.#closed) return;
    session(described.sessionId ?? '', placesOf(described));
    await this.#askSpeed();
    // Closed meanwhile: a stream that begins now would be ended by nobody.
    if (this.#closed) return;
    const stream = this.#client.watch({ columns: [...COLUMNS], everyTicks: 1, watcherName });
    this.#cancel = () => stream.cancel();
    let cancelStatus: () => void = () => undefined;
    const status = (): void => {
      cancelStatus = clock.schedule(STATUS_EVERY_MS, () => {
        this.#askSpeed().then(status, status);
      });
    };
    status();
    let firstTick = -1;
    let droppedBefore = 0;
    try {
      await new Promise<void>((resolve, reject) => {
        stream.on('data', (message: wijk.v1.WatchResponse) => {
          this.framesDropped += message.dropped - droppedBefore;
          droppedBefore = message.dropped;
          const tick = message.frame?.tick ?? 0;
          if (firstTick < 0) firstTick = tick;
          if (message.frame && tick > firstTick && this.speed === speed) frame(message.frame, described.tickS ?? 1);
        });
        stream.on('end', resolve);
        stream.on('error', (error) => {
          if (this.#closed) resolve();
          else reject(fromStatus(error as Parameters<typeof fromStatus>[0], this.#peer));
        });
      });
    } finally {
      cancelStatus();
      this.#cancel = () => undefined;
    }
  }

  async #askSpeed(): Promise<void> {
    const { getStatus } = this.#client;
    const status = await call(this.#client, getStatus, {}, { peer: this.#peer, deadlineS: DEADLINE_S });
    this.speed = status.speed ?? Number.NaN;
  }

  #sleep(clock: Clock, ms: number): Promise<void> {
    return new Promise((resolve) => {
      const cancel = clock.schedule(ms, resolve);
      this.#wake = () => {
        cancel();
        resolve();
      };
    });
  }
}

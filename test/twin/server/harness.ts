/** A twin with its server in this process (loop and recorder in their threads), and clients to it. */
import type { EventEmitter } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as grpc from '@grpc/grpc-js';
import { pino } from 'pino';
import {
  createRecordServiceClient,
  createSlotServiceClient,
  createStrategyServiceClient,
  createTwinServiceClient,
} from '#proto/services.js';
import { wijk } from '#proto/wijk.js';
import { RecordKeeper } from '../../../twin/records/recorder.js';
import { Twin } from '../../../twin/runtime/twin.js';
import { startServer } from '../../../twin/server/server.js';

export const ACTOR = { name: 'test', role: wijk.v1.Role.ROLE_OPERATOR };
/** Friday of the stress week, 16:00 in Amsterdam: the start of a quarter-hour. */
export const START_US = Date.UTC(2012, 1, 3, 15) * 1000;

export type House = Awaited<ReturnType<typeof startHouse>>;

export async function startHouse() {
  const twin = new Twin((plan, ring) => RecordKeeper.start(plan, ring));
  const server = await startServer(twin, '127.0.0.1:0', pino({ level: 'silent' }));
  const { address } = server;
  const clients = {
    twin: createTwinServiceClient(address),
    slots: createSlotServiceClient(address),
    strategy: createStrategyServiceClient(address),
    record: createRecordServiceClient(address),
  };
  const folder = mkdtempSync(join(tmpdir(), 'wijktwin-house-'));
  let folders = 0;
  const own: grpc.Client[] = [];
  const house = {
    ...clients,
    twinObject: twin,
    address,
    newFolder: () => join(folder, String(folders++)),
    /** A client with a connection of its own: who shares one shares its flow control as well. */
    ownTwinClient: () => {
      const client = createTwinServiceClient(address, grpc.credentials.createInsecure(), {
        'grpc.use_local_subchannel_pool': 1,
      });
      own.push(client);
      return client;
    },
    /** Loads merwede-blok for ten minutes as fast as possible unless told otherwise. */
    load: async (request: wijk.v1.ILoadRequest = {}) => {
      const loaded = await ask<wijk.v1.LoadResponse>((callback) =>
        clients.twin.load(
          { actor: ACTOR, wijk: 'merwede-blok', startUs: START_US, durationS: 600, speed: 0, seed: 1, ...request },
          callback,
        ),
      );
      return loaded;
    },
    start: () => ask((callback) => clients.twin.start({ actor: ACTOR }, callback)),
    stop: () => ask<wijk.v1.StopResponse>((callback) => clients.twin.stop({ actor: ACTOR }, callback)),
    status: () => ask<wijk.v1.GetStatusResponse>((callback) => clients.twin.getStatus({}, callback)),
    /** Settles when the session has ended and its record is complete. */
    ended: () => twin.need().session.ended,
    close: async () => {
      for (const client of [...Object.values(clients), ...own]) client.close();
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return house;
}

/** A unary call as a promise. */
export function ask<R = unknown>(call: (callback: grpc.requestCallback<R>) => unknown): Promise<R> {
  return new Promise((resolve, reject) => {
    call((error, value) => (error === null ? resolve(value!) : reject(error)));
  });
}

/** The error of a call that must fail. */
export async function refusal(promise: Promise<unknown>): Promise<grpc.ServiceError> {
  try {
    await promise;
  } catch (error) {
    return error as grpc.ServiceError;
  }
  throw new Error('the call did not fail');
}

/** What a stream brings, as a queue that can be waited on. */
export class Inbox<T> {
  readonly all: T[] = [];
  readonly ended: Promise<grpc.ServiceError | null>;
  #over: { error: grpc.ServiceError | null } | null = null;
  #wake: () => void = () => undefined;

  constructor(stream: EventEmitter) {
    stream.on('data', (value: T) => {
      this.all.push(value);
      this.#wake();
    });
    this.ended = new Promise((resolve) => {
      const end = (error: grpc.ServiceError | null) => {
        this.#over ??= { error };
        resolve(this.#over.error);
        this.#wake();
      };
      stream.on('end', () => end(null));
      stream.on('error', (error: grpc.ServiceError) => end(error));
    });
  }

  /** The first message, from `from` on, that fits; fails if the stream ends before. */
  async find(fits: (value: T) => boolean, from = 0): Promise<T> {
    for (let at = from; ; at++) {
      while (at >= this.all.length) {
        if (this.#over !== null) throw new Error(`the stream ended: ${this.#over.error?.message ?? 'by itself'}`);
        await new Promise<void>((resolve) => {
          this.#wake = resolve;
        });
      }
      if (fits(this.all[at]!)) return this.all[at]!;
    }
  }
}

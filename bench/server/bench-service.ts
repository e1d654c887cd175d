/** BenchService: health of the hardware side, and the emergency stop, which never depends on the twin. */
import type * as grpc from '@grpc/grpc-js';
import type { BenchServiceHandlers } from '#proto/services.js';
import type { wijk } from '#proto/wijk.js';
import { badInput } from '../../errors.js';
import type { Bench } from '../bench.js';
import { toStatus } from '../experiments/grpc.js';
import { healthOf } from './health.js';

const PERIOD_DEFAULT_S = 1;
const PERIOD_MIN_S = 0.1;
const PERIOD_MAX_S = 3600;
const NAME_MAX = 200;

type HealthStream = grpc.ServerWritableStream<wijk.v1.WatchHealthRequest, wijk.v1.IWatchHealthResponse | Buffer>;

export interface BenchServer {
  readonly handlers: BenchServiceHandlers;
  /** Ends every watcher. */
  close(): void;
}

export function createBenchService(bench: Bench): BenchServer {
  const streams = new Set<HealthStream>();
  const handlers: BenchServiceHandlers = {
    getHealth: unary(() => ({ health: healthOf(bench) })),
    emergencyStop: unary(async ({ actor, reason }) => {
      const { confirmed, unconfirmed, devices } = await bench.emergencyStop(nameOf(actor), reason ?? '');
      return {
        confirmedDeviceIds: [...confirmed],
        unconfirmedDeviceIds: [...unconfirmed],
        devices: devices.map(({ id, tookMs, revertTimeMs, ...rest }) => ({
          deviceId: id,
          ...rest,
          tookS: tookMs / 1000,
          revertTimeS: revertTimeMs / 1000,
        })),
      };
    }),
    releaseEmergencyStop: unary(({ actor }) => {
      bench.release(nameOf(actor));
      return {};
    }),
    watchHealth: (stream) => {
      const periodS = stream.request.periodS || PERIOD_DEFAULT_S;
      if (!(periodS >= PERIOD_MIN_S && periodS <= PERIOD_MAX_S)) {
        const rule = `must lie between ${PERIOD_MIN_S} and ${PERIOD_MAX_S}`;
        const status = toStatus(badInput([{ file: '<request>', path: 'period_s', value: String(periodS), rule }]));
        stream.emit('error', status);
        return;
      }
      watch(bench, stream, periodS * 1000);
      streams.add(stream);
      stream.on('close', () => streams.delete(stream));
    },
  };
  return {
    handlers,
    close: () => {
      for (const stream of streams) stream.end();
    },
  };
}

/** Health now and then every period; a watcher that does not read gets the next one when it reads again. */
function watch(bench: Bench, stream: HealthStream, periodMs: number): void {
  let cancel: () => void = () => undefined;
  let writable = true;
  let dueMs = bench.clock.nowMs();
  const beat = (): void => {
    if (stream.destroyed || stream.writableEnded) return;
    if (writable) writable = stream.write({ health: healthOf(bench) });
    dueMs = Math.max(dueMs + periodMs, bench.clock.nowMs());
    cancel = bench.clock.schedule(dueMs - bench.clock.nowMs(), beat);
  };
  stream.on('drain', () => {
    writable = true;
  });
  for (const event of ['cancelled', 'close', 'error'] as const) stream.on(event, () => cancel());
  beat();
}

/** Every command says who gives it. */
function nameOf(actor: wijk.v1.IActor | null | undefined): string {
  const name = actor?.name ?? '';
  if (name !== '' && name.length <= NAME_MAX) return name;
  const rule = `every command says who gives it, in 1 to ${NAME_MAX} characters`;
  throw badInput([{ file: '<request>', path: 'actor/name', rule }]);
}

function unary<Q, A>(answer: (request: Q) => A | Promise<A>): grpc.handleUnaryCall<Q, A> {
  return async (call, callback) => {
    let reply: A;
    try {
      reply = await answer(call.request);
    } catch (error) {
      callback(toStatus(error));
      return;
    }
    callback(null, reply);
  };
}

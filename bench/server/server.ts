/** The bench's gRPC server: its two services, health, reflection and bounds. */
import * as grpc from '@grpc/grpc-js';
import { HealthImplementation } from 'grpc-health-check';
import { BenchServiceDefinition, ExperimentServiceDefinition } from '#proto/services.js';
import { messageOf, WijkError } from '../../errors.js';
import type { Bench } from '../bench.js';
import { type BenchDevices, createExperimentService } from '../experiments/service.js';
import type { Log } from '../log.js';
import { createBenchService } from './bench-service.js';
import { healthOf } from './health.js';
import { addReflection } from './reflection.js';

const SERVICES = ['wijk.v1.BenchService', 'wijk.v1.ExperimentService'];

/** Reports hold plots; everything else is small. */
const OPTIONS: grpc.ServerOptions = {
  'grpc.max_receive_message_length': 1024 * 1024,
  'grpc.max_send_message_length': 64 * 1024 * 1024,
  'grpc.max_concurrent_streams': 128,
};
const SHUTDOWN_MS = 300;

export interface ServerParts {
  readonly bench: Bench;
  readonly twinAddress: string;
  readonly listen: string;
  readonly runsDirectory?: string;
  /** Devices of another bench process, for experiments; absent: this bench's own. */
  readonly devices?: BenchDevices;
  readonly log: Log;
}

export interface RunningServer {
  /** host:port, with the port that was chosen if 0 was asked for. */
  readonly address: string;
  /** Aborts a running experiment, ends the streams and lets go of the port. */
  close(): Promise<void>;
}

/** Starts to serve; throws PORT_IN_USE. */
export async function startServer({
  bench,
  twinAddress,
  listen,
  runsDirectory,
  devices,
  log,
}: ServerParts): Promise<RunningServer> {
  const experiments = createExperimentService({
    twinAddress,
    devices: devices ?? {
      health: () => healthOf(bench),
      setBinding: async (enabled) => bench.setBinding(enabled),
    },
    ...(runsDirectory === undefined ? {} : { runsDirectory }),
    log,
  });
  const benchService = createBenchService(bench);
  const server = new grpc.Server(OPTIONS);
  server.addService(BenchServiceDefinition, benchService.handlers);
  server.addService(ExperimentServiceDefinition, experiments.handlers);
  const health = new HealthImplementation(Object.fromEntries(['', ...SERVICES].map((name) => [name, 'SERVING'])));
  health.addToServer(server);
  addReflection(server, SERVICES);
  const port = await bind(server, listen);
  return {
    address: `${listen.slice(0, listen.lastIndexOf(':'))}:${port}`,
    close: async () => {
      for (const name of ['', ...SERVICES]) health.setStatus(name, 'NOT_SERVING');
      await experiments.close();
      benchService.close();
      await new Promise<void>((resolve) => {
        const cut = setTimeout(() => {
          server.forceShutdown();
          resolve();
        }, SHUTDOWN_MS);
        server.tryShutdown(() => {
          clearTimeout(cut);
          resolve();
        });
      });
    },
  };
}

function bind(server: grpc.Server, listen: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.bindAsync(listen, grpc.ServerCredentials.createInsecure(), (error, port) => {
      if (error === null) {
        resolve(port);
        return;
      }
      const text = messageOf(error);
      reject(
        /EADDRINUSE/.test(text)
          ? new WijkError(
              'PORT_IN_USE',
              `${listen} is in use by another program; stop it or choose another with --listen`,
            )
          : new WijkError('UNREACHABLE', `cannot listen on ${listen}: ${text}`, { cause: error }),
      );
    });
  });
}

/** The twin's gRPC server: its services, health, reflection and bounds. */
import * as grpc from '@grpc/grpc-js';
import { HealthImplementation } from 'grpc-health-check';
import type { Logger } from 'pino';
import {
  RecordServiceDefinition,
  SlotServiceDefinition,
  StrategyServiceDefinition,
  TwinServiceDefinition,
} from '#proto/services.js';
import { messageOf, WijkError } from '../../errors.js';
import type { RecordKeeper } from '../records/recorder.js';
import type { Twin } from '../runtime/twin.js';
import { recordService } from './record-service.js';
import { addReflection } from './reflection.js';
import { slotService } from './slot-service.js';
import { strategyService } from './strategy-service.js';
import { twinService } from './twin-service.js';

const SERVICES = ['TwinService', 'SlotService', 'StrategyService', 'RecordService'].map((name) => `wijk.v1.${name}`);

/** Requests are small; answers hold at most the 10-minute values of a long run. */
const OPTIONS: grpc.ServerOptions = {
  'grpc.max_receive_message_length': 1024 * 1024,
  'grpc.max_send_message_length': 256 * 1024 * 1024,
  'grpc.max_concurrent_streams': 256,
};

export interface TwinServer {
  /** host:port, with the port that was chosen if 0 was asked for. */
  readonly address: string;
  /** Ends the session, completes the record, and lets go of the port. */
  close(): Promise<void>;
}

const SHUTDOWN_MS = 500;

/** Starts to serve; throws PORT_IN_USE. */
export async function startServer(twin: Twin<RecordKeeper>, listen: string, log: Logger): Promise<TwinServer> {
  const server = new grpc.Server(OPTIONS);
  server.addService(TwinServiceDefinition, twinService(twin, log));
  server.addService(SlotServiceDefinition, slotService(twin, log));
  server.addService(StrategyServiceDefinition, strategyService(twin, log));
  server.addService(RecordServiceDefinition, recordService(twin, log));
  const health = new HealthImplementation(Object.fromEntries(['', ...SERVICES].map((name) => [name, 'SERVING'])));
  health.addToServer(server);
  addReflection(server, SERVICES);
  const port = await bind(server, listen);
  const host = listen.slice(0, listen.lastIndexOf(':'));
  return {
    address: `${host}:${port}`,
    close: async () => {
      for (const name of ['', ...SERVICES]) health.setStatus(name, 'NOT_SERVING');
      await twin.close();
      // Streams have ended with the session; whoever still holds on is cut off.
      await new Promise<void>((resolve) => {
        const timer = setTimeout(() => {
          server.forceShutdown();
          resolve();
        }, SHUTDOWN_MS);
        server.tryShutdown(() => {
          clearTimeout(timer);
          resolve();
        });
      });
    },
  };
}

function bind(server: grpc.Server, listen: string): Promise<number> {
  // What goes wrong reaches us as errors; the library's own lines on stderr would say it a second time.
  grpc.setLogVerbosity(grpc.logVerbosity.NONE);
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

/** Composition of the cockpit's server: two feeds write what is known, one live stream tells it, commands go back. */
import type { AddressInfo } from 'node:net';
import { performance } from 'node:perf_hooks';
import { fastify } from 'fastify';
import type { Logger } from 'pino';
import { WijkError } from '../../errors.js';
import { BenchFeed } from './bench-feed.js';
import { addCommands, BODY_BYTES_MAX, STRICT_SCHEMAS } from './commands.js';
import { addFiles } from './files.js';
import { addGuard } from './guard.js';
import { LiveStream, PAGES_MAX } from './live-stream.js';
import { Present } from './present.js';
import { addReport } from './report.js';
import { TwinFeed } from './twin-feed.js';

export interface CockpitOptions {
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  /** Addresses `host:port` of the two servers. */
  readonly twin: string;
  readonly bench: string;
  /** Where experiments run, if that is not the bench itself. */
  readonly experiments?: string;
  /** Host names, beside IP addresses and localhost, under which browsers may ask for the page. */
  readonly allowedHosts: readonly string[];
  /** Folder of the built page. */
  readonly page: string;
  readonly log: Logger;
}

export interface Cockpit {
  /** `host:port` with the port that was taken. */
  readonly address: string;
  readonly url: string;
  close(): Promise<void>;
}

/** Starts serving. Throws PORT_IN_USE, or COMPONENT_MISSING if the page is not built. The twin and the bench may come later. */
export async function startCockpit(options: CockpitOptions): Promise<Cockpit> {
  const nowMs = (): number => performance.now();
  const stream = new LiveStream();
  const present = new Present(stream, { twin: options.twin, bench: options.bench }, nowMs);
  const twinFeed = new TwinFeed(options.twin, present, nowMs);
  const benchFeed = new BenchFeed(options.bench, options.experiments ?? options.bench, present);

  const server = fastify({
    bodyLimit: BODY_BYTES_MAX,
    forceCloseConnections: true,
    ajv: STRICT_SCHEMAS,
  });
  // Commands are JSON and nothing else: a form on another page cannot send that without being asked about it.
  server.removeContentTypeParser('text/plain');
  addGuard(server, options.allowedHosts);
  addCommands(server, twinFeed.twin, benchFeed.bench);
  addReport(server, benchFeed.experiments);
  addFiles(server, options.page);
  server.get('/api/stream', (_request, reply) => {
    if (stream.pages >= PAGES_MAX) {
      return reply.code(503).send({ code: 'STATE', message: `${PAGES_MAX} pages are open already` });
    }
    const headers = reply.getHeaders() as Record<string, string>;
    reply.hijack();
    reply.raw.writeHead(200, {
      ...headers,
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    stream.add(reply.raw, present.texts());
    return reply;
  });
  server.addHook('onRequest', async (request) => {
    if (request.method === 'POST') options.log.info({ url: request.url, from: request.ip }, 'command');
  });

  try {
    await server.listen({ host: options.host, port: options.port });
  } catch (error) {
    throw listenError(error, options);
  }
  const stop = new AbortController();
  const feeds = Promise.all([twinFeed.run(stop.signal), benchFeed.run(stop.signal)]);
  const { port } = server.server.address() as AddressInfo;
  const host = options.host.includes(':') ? `[${options.host}]` : options.host;
  return {
    address: `${host}:${port}`,
    url: `http://${host}:${port}/`,
    async close() {
      stop.abort();
      present.close();
      stream.close();
      await server.close();
      await feeds;
    },
  };
}

function listenError(error: unknown, { host, port }: CockpitOptions): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') {
    return new WijkError('PORT_IN_USE', `${host}:${port} is in use by another program; choose another with --listen`);
  }
  if (code === 'EACCES' || code === 'EADDRNOTAVAIL') {
    const why = code === 'EACCES' ? 'may not be used by this user' : 'is no address of this machine';
    return new WijkError('NO_SUCH_PORT', `${host}:${port} ${why}; choose another with --listen`);
  }
  return error;
}

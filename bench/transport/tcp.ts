/** TCP as a byte stream, both sides. Nagle is off: a Modbus request is one small write that must leave at once. */
import { connect, createServer, type Server, type Socket } from 'node:net';
import { WijkError } from '../../errors.js';
import type { TcpAddress } from './address.js';
import { LineEnd } from './line-end.js';
import type { CloseReason, Listener, Transport } from './transport.js';

/** A device on a lab network answers a connection within milliseconds; the system's own limit is minutes. */
export const CONNECT_TIMEOUT_MS = 5_000;

export function connectTcp(address: string, { host, port }: TcpAddress, signal?: AbortSignal): Promise<Transport> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port, noDelay: true, keepAlive: true, keepAliveInitialDelay: 10_000 });
    const settle = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
      socket.off('error', fail);
      socket.off('connect', succeed);
    };
    const fail = (cause: NodeJS.ErrnoException) => {
      settle();
      socket.on('error', () => undefined); // a destroyed socket may still report; the caller has its answer
      socket.destroy();
      reject(connectError(address, cause));
    };
    const succeed = () => {
      settle();
      resolve(socketTransport(address, socket));
    };
    const abort = () => {
      settle();
      socket.on('error', () => undefined);
      socket.destroy();
      reject(signal!.reason);
    };
    const timer = setTimeout(
      () => fail(Object.assign(new Error(`no answer in ${CONNECT_TIMEOUT_MS} ms`), { code: 'ETIMEDOUT' })),
      CONNECT_TIMEOUT_MS,
    );
    socket.once('error', fail);
    socket.once('connect', succeed);
    signal?.addEventListener('abort', abort, { once: true });
  });
}

export function listenTcp({ host, port }: TcpAddress, accept: (transport: Transport) => void): Promise<Listener> {
  return new Promise((resolve, reject) => {
    const open = new Set<Transport>();
    const server = createServer({ noDelay: true, keepAlive: true }, (socket) => {
      const peer = formatTcp(socket.remoteAddress ?? 'unknown', socket.remotePort ?? 0);
      const transport = socketTransport(peer, socket);
      open.add(transport);
      transport.onClose(() => open.delete(transport));
      accept(transport);
    });
    const refuse = (cause: NodeJS.ErrnoException) => reject(listenError(host, port, cause));
    server.once('error', refuse);
    server.listen({ host, port }, () => {
      server.off('error', refuse);
      // A failed accept (no file descriptors left) loses that one client only; the client sees the refusal.
      server.on('error', () => undefined);
      resolve({ address: addressOfServer(server, host), close: () => closeServer(server, open) });
    });
  });
}

function socketTransport(address: string, socket: Socket): Transport {
  const end = new LineEnd();
  let fault: Error | undefined;
  let closing = false;
  socket.on('data', (bytes) => end.receive(bytes));
  socket.on('error', (error) => {
    fault = error;
  });
  socket.on('close', () => end.end(reasonOf(address, closing, fault)));
  return {
    address,
    get closed() {
      return end.closed;
    },
    onData: (listener) => end.onData(listener),
    onClose: (listener) => end.onClose(listener),
    write: (bytes) =>
      new Promise((resolve, reject) => {
        const refuse = (cause: unknown) =>
          reject(new WijkError('NO_SUCH_PORT', `${address}: the connection is closed; nothing was sent`, { cause }));
        if (!socket.writable) return refuse(undefined);
        socket.write(bytes, (error) => (error ? refuse(error) : resolve()));
      }),
    close: () =>
      new Promise((resolve) => {
        closing = true;
        if (socket.closed) return resolve();
        socket.once('close', () => resolve());
        socket.destroySoon();
        // A peer that never reads keeps the last bytes pending; do not wait for it.
        setTimeout(() => socket.destroy(), 200).unref();
      }),
  };
}

function reasonOf(address: string, closing: boolean, fault: Error | undefined): CloseReason {
  if (closing) return { kind: 'local', message: `${address}: closed` };
  if (fault) return { kind: 'fault', message: `${address}: the connection failed: ${fault.message}` };
  return { kind: 'peer', message: `${address}: the other side closed the connection` };
}

function connectError(address: string, cause: NodeJS.ErrnoException): WijkError {
  const what: Readonly<Record<string, string>> = {
    ECONNREFUSED: 'nothing listens there; start the device or check host and port',
    ENOTFOUND: 'the host name is not known; check its spelling or use the IP address',
    EAI_AGAIN: 'the host name cannot be looked up now; use the IP address',
    ETIMEDOUT: 'no answer; check that the device is on and in this network',
    EHOSTUNREACH: 'no route to the host; check the network and the address',
    ENETUNREACH: 'no route to the network; check the network and the address',
  };
  const advice = what[cause.code ?? ''] ?? `cannot connect: ${cause.message}`;
  return new WijkError('NO_SUCH_PORT', `${address}: ${advice}`, { cause, context: { errno: cause.code } });
}

function listenError(host: string, port: number, cause: NodeJS.ErrnoException): WijkError {
  const address = `listen:${hostInUrl(host)}:${port}`;
  if (cause.code === 'EADDRINUSE') {
    return new WijkError(
      'PORT_IN_USE',
      `${address}: another program listens there; choose another port, or 0 for any`,
      {
        cause,
      },
    );
  }
  const advice: Readonly<Record<string, string>> = {
    EACCES: 'this port needs more rights; choose one above 1023',
    EADDRNOTAVAIL: 'this machine has no such address; use 127.0.0.1',
    ENOTFOUND: 'the host name is not known; use 127.0.0.1',
  };
  return new WijkError('NO_SUCH_PORT', `${address}: ${advice[cause.code ?? ''] ?? cause.message}`, { cause });
}

function addressOfServer(server: Server, host: string): string {
  const bound = server.address();
  return formatTcp(host, typeof bound === 'object' && bound !== null ? bound.port : 0);
}

function formatTcp(host: string, port: number): string {
  return `tcp:${hostInUrl(host)}:${port}`;
}

function hostInUrl(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}

async function closeServer(server: Server, open: ReadonlySet<Transport>): Promise<void> {
  const stopped = new Promise<void>((resolve) => server.close(() => resolve()));
  await Promise.all([...open].map((transport) => transport.close()));
  await stopped;
}

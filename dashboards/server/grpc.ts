/** Calling the twin and the bench: bounded in time, ended by a signal, with errors as WijkError. */
import {
  type CallOptions,
  type ChannelCredentials,
  type ChannelOptions,
  type ClientUnaryCall,
  credentials,
  type requestCallback,
  type ServiceError,
  status,
} from '@grpc/grpc-js';
import { type ErrorCode, WijkError } from '../../errors.js';

/** Longest wait for an answer of a server on the same machine or lab network. */
export const CALL_DEADLINE_MS = 3_000;

/**
 * A server that comes back must be seen within about a second (grpc-js waits up to two minutes by default), one whose
 * machine vanished within fifteen; a frame of a wijk with 5,000 nodes is about 1 MB.
 */
export const CHANNEL_OPTIONS: ChannelOptions = {
  'grpc.initial_reconnect_backoff_ms': 200,
  'grpc.min_reconnect_backoff_ms': 200,
  'grpc.max_reconnect_backoff_ms': 1_000,
  'grpc.keepalive_time_ms': 10_000,
  'grpc.keepalive_timeout_ms': 5_000,
  'grpc.max_receive_message_length': 32 * 1024 * 1024,
};

const CODES: Readonly<Partial<Record<status, ErrorCode>>> = {
  [status.UNAVAILABLE]: 'UNREACHABLE',
  [status.DEADLINE_EXCEEDED]: 'UNREACHABLE',
  [status.CANCELLED]: 'UNREACHABLE',
  [status.INVALID_ARGUMENT]: 'BAD_INPUT',
  [status.OUT_OF_RANGE]: 'BAD_INPUT',
  [status.NOT_FOUND]: 'NOT_FOUND',
  [status.FAILED_PRECONDITION]: 'STATE',
  [status.UNIMPLEMENTED]: 'STATE',
  [status.ABORTED]: 'STATE',
  [status.ALREADY_EXISTS]: 'STATE',
};

/** The error of a gRPC call, in our own codes; `server` names who was asked. */
export function fromGrpc(server: string, error: ServiceError): WijkError {
  const code = CODES[error.code] ?? 'INTERNAL';
  const text =
    error.code === status.DEADLINE_EXCEEDED
      ? `no answer within ${CALL_DEADLINE_MS / 1000} s`
      : error.code === status.UNAVAILABLE
        ? `not reachable (${error.details})`
        : error.details;
  return new WijkError(code, `${server}: ${text}`, { cause: error });
}

/** One unary call: `unary('twin', signal, (options, done) => client.getStatus({}, options, done))`. */
export function unary<Response>(
  server: string,
  signal: AbortSignal | undefined,
  invoke: (options: CallOptions, done: requestCallback<Response>) => ClientUnaryCall,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    const call = invoke({ deadline: Date.now() + CALL_DEADLINE_MS }, (error, response) => {
      signal?.removeEventListener('abort', cancel);
      if (error) reject(fromGrpc(server, error));
      else resolve(response as Response);
    });
    const cancel = (): void => call.cancel();
    signal?.addEventListener('abort', cancel, { once: true });
    if (signal?.aborted) cancel();
  });
}

/** Twin and bench are reached on the same machine or a lab network of its own, without TLS. */
export function insecure(): ChannelCredentials {
  return credentials.createInsecure();
}

/** Waits `ms`, or until the signal. */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) {
      resolve();
      return;
    }
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done, { once: true });
  });
}

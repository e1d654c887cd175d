/** A WijkError as gRPC status: the code for programs, the sentence and every problem for people. */
import * as grpc from '@grpc/grpc-js';
import type { Logger } from 'pino';
import { type ErrorCode, formatProblem, messageOf, WijkError } from '../../errors.js';

const STATUS: Partial<Record<ErrorCode, grpc.status>> = {
  BAD_INPUT: grpc.status.INVALID_ARGUMENT,
  NOT_FOUND: grpc.status.NOT_FOUND,
  STATE: grpc.status.FAILED_PRECONDITION,
  LEASE_REFUSED: grpc.status.FAILED_PRECONDITION,
  OVERRUN: grpc.status.DATA_LOSS,
  UNREACHABLE: grpc.status.UNAVAILABLE,
};

/** Name of the trailing metadata that carries the WijkError code. */
export const CODE_METADATA = 'wijk-code';

export function grpcError(error: unknown, log: Logger): Partial<grpc.StatusObject> & { code: grpc.status } {
  const metadata = new grpc.Metadata();
  if (!(error instanceof WijkError)) {
    log.error({ err: error }, 'a call failed by a defect of ours');
    metadata.set(CODE_METADATA, 'INTERNAL');
    return { code: grpc.status.INTERNAL, details: `internal error: ${messageOf(error)}`, metadata };
  }
  metadata.set(CODE_METADATA, error.code);
  const details = [error.message, ...error.problems.map(formatProblem)].join('\n');
  return { code: STATUS[error.code] ?? grpc.status.INTERNAL, details, metadata };
}

/** Too many of something; `what` says of what and how many there may be. */
export function exhausted(what: string): Partial<grpc.StatusObject> & { code: grpc.status } {
  return { code: grpc.status.RESOURCE_EXHAUSTED, details: what };
}

/** A unary handler from a plain function. */
export function unary<Q, A>(
  log: Logger,
  answer: (request: Q, call: grpc.ServerUnaryCall<Q, A>) => A | Promise<A>,
): grpc.handleUnaryCall<Q, A> {
  return async (call, callback) => {
    let reply: A;
    try {
      reply = await answer(call.request, call);
    } catch (error) {
      callback(grpcError(error, log));
      return;
    }
    callback(null, reply);
  };
}

/** Ends a stream with an error. */
export function fail(stream: { emit(event: 'error', error: unknown): boolean }, error: unknown, log: Logger): void {
  const status = grpcError(error, log);
  stream.emit('error', Object.assign(new Error(status.details), status));
}

/** Calls to another wijktwin server as promises, and errors in both directions. */
import * as grpc from '@grpc/grpc-js';
import { type ErrorCode, messageOf, WijkError } from '../../errors.js';

/** A week of 10-minute means of a whole wijk is larger than gRPC's 4 MiB. */
export const CLIENT_OPTIONS: grpc.ClientOptions = { 'grpc.max_receive_message_length': 256 * 1024 * 1024 };

type UnaryMethod<Q, R> = (
  request: Q,
  options: grpc.CallOptions,
  callback: grpc.requestCallback<R>,
) => grpc.ClientUnaryCall;

/** One call with a deadline. `peer` names the server in errors: `the twin at 127.0.0.1:50051`. */
export function call<Q, R>(
  client: grpc.Client,
  method: UnaryMethod<Q, R>,
  request: Q,
  options: { readonly peer: string; readonly deadlineS: number },
): Promise<R> {
  return new Promise((resolve, reject) => {
    const deadline = Date.now() + options.deadlineS * 1000;
    method.call(client, request, { deadline }, (error, response) => {
      if (error !== null) reject(fromStatus(error, options.peer));
      else if (response === undefined) reject(new WijkError('INTERNAL', `${options.peer} sent an empty answer`));
      else resolve(response);
    });
  });
}

const CODE_OF_STATUS: ReadonlyMap<grpc.status, ErrorCode> = new Map([
  [grpc.status.UNAVAILABLE, 'UNREACHABLE'],
  [grpc.status.DEADLINE_EXCEEDED, 'UNREACHABLE'],
  [grpc.status.CANCELLED, 'UNREACHABLE'],
  [grpc.status.NOT_FOUND, 'NOT_FOUND'],
  [grpc.status.INVALID_ARGUMENT, 'BAD_INPUT'],
  [grpc.status.FAILED_PRECONDITION, 'STATE'],
  [grpc.status.UNIMPLEMENTED, 'COMPONENT_MISSING'],
]);

/** A gRPC status as the error a person can act on. */
export function fromStatus(error: grpc.ServiceError, peer: string): WijkError {
  const code = CODE_OF_STATUS.get(error.code) ?? 'INTERNAL';
  const sentence =
    error.code === grpc.status.UNAVAILABLE
      ? `${peer} cannot be reached`
      : error.code === grpc.status.DEADLINE_EXCEEDED
        ? `${peer} did not answer in time`
        : `${peer} says: ${error.details || grpc.status[error.code]}`;
  return new WijkError(code, sentence, { cause: error });
}

const STATUS_OF_CODE: ReadonlyMap<ErrorCode, grpc.status> = new Map([
  ['BAD_INPUT', grpc.status.INVALID_ARGUMENT],
  ['NOT_FOUND', grpc.status.NOT_FOUND],
  ['STATE', grpc.status.FAILED_PRECONDITION],
  ['UNREACHABLE', grpc.status.UNAVAILABLE],
]);

/** Anything thrown in a handler as the status its caller gets. */
export function toStatus(thrown: unknown): Partial<grpc.StatusObject> {
  const code = thrown instanceof WijkError ? STATUS_OF_CODE.get(thrown.code) : undefined;
  return { code: code ?? grpc.status.INTERNAL, details: messageOf(thrown) };
}

/**
 * The device side of a Modbus line: checks every frame's CRC, answers only its own unit, and keeps its place among
 * other units' traffic. What a register means is not its business.
 */
import { type Clock, systemClock } from '../transport/clock.js';
import type { Transport } from '../transport/transport.js';
import { ByteBuffer, rtuFrame, takeTcpFrame, tcpFrame } from './framing.js';
import { decodeRequest, encodeReply, type Reply, type Request } from './pdu.js';
import { type HeardRequest, RtuRequests } from './requests.js';

export interface ResponderOptions {
  readonly framing: 'rtu' | 'tcp';
  readonly unit: number;
  /**
   * The only device at its address: on TCP it is then meant by 0 and by 255 as well, which clients use that address no gateway
   * (MODBUS Messaging on TCP/IP, 4.4.2.2).
   */
  readonly alone?: boolean;
  /** The answer to a request; undefined keeps silent. Called for broadcasts (unit 0) too, whose answer is not sent. */
  readonly answer: (request: Request) => Reply | undefined;
  /** Puts a frame on the line. */
  readonly send: (frame: Uint8Array) => void;
  /** RTU: a line that was quiet for so long begins anew. Default: 1.75 ms, the least by the standard. */
  readonly silenceMs?: number;
  readonly clock?: Clock;
}

/** MODBUS over serial line 2.5.1.1: 3.5 characters, and never less than this. */
const SILENCE_MS = 1.75;
/** Parts of one request are at most this far apart: 16 ms latency timer of FTDI adapters, and what holds up a process. */
const APART_MAX_MS = 100;

/** Returns the function that stops answering. */
export function respond(transport: Pick<Transport, 'onData'>, options: ResponderOptions): () => void {
  const answer = (unit: number, pdu: Uint8Array): Reply | undefined => {
    const direct = options.alone === true && options.framing === 'tcp' && (unit === 0 || unit === 255);
    if (unit !== options.unit && unit !== 0 && !direct) return undefined;
    const decoded = decodeRequest(pdu);
    const reply = decoded.ok ? options.answer(decoded.request) : { fc: pdu[0]! & 0x7f, exception: decoded.exception };
    return unit === 0 && !direct ? undefined : reply;
  };
  return options.framing === 'rtu' ? respondRtu(transport, options, answer) : respondTcp(transport, options, answer);
}

type Answer = (unit: number, pdu: Uint8Array) => Reply | undefined;

function respondTcp(transport: Pick<Transport, 'onData'>, { send }: ResponderOptions, answer: Answer): () => void {
  const buffer = new ByteBuffer();
  return transport.onData((bytes) => {
    buffer.append(bytes);
    for (let frame = takeTcpFrame(buffer); frame !== undefined; frame = takeTcpFrame(buffer)) {
      const reply = answer(frame.unit, frame.pdu);
      if (reply !== undefined) send(tcpFrame(frame.transaction, frame.unit, encodeReply(reply)));
    }
  });
}

function respondRtu(transport: Pick<Transport, 'onData'>, options: ResponderOptions, answer: Answer): () => void {
  const { clock = systemClock, silenceMs = SILENCE_MS } = options;
  const requests = new RtuRequests();
  let heardMs = Number.NEGATIVE_INFINITY;
  let cancelRest: () => void = () => undefined;
  const serve = (found: readonly HeardRequest[]): void => {
    for (const { unit, pdu } of found) {
      const reply = answer(unit, pdu);
      if (reply !== undefined) options.send(rtuFrame(unit, encodeReply(reply)));
    }
  };
  const stopListening = transport.onData((bytes) => {
    cancelRest();
    const nowMs = clock.nowMs();
    const quietMs = nowMs - heardMs;
    heardMs = nowMs;
    if (quietMs > APART_MAX_MS) requests.clear();
    serve(requests.push(bytes, quietMs >= silenceMs));
    if (requests.holds) cancelRest = clock.schedule(silenceMs, () => serve(requests.rest()));
  });
  return () => {
    cancelRest();
    stopListening();
  };
}

/**
 * The device side of a Modbus line: checks every frame's CRC, answers only its own unit, and keeps its place among
 * other units' traffic. What a register means is not its business.
 */
import type { Transport } from '../transport/transport.js';
import { ByteBuffer, rtuFrame, takeRtuRequest, takeTcpFrame, tcpFrame } from './framing.js';
import { decodeRequest, encodeReply, type Reply, type Request } from './pdu.js';

export interface ResponderOptions {
  readonly framing: 'rtu' | 'tcp';
  readonly unit: number;
  /** The answer to a request; undefined keeps silent. Called for broadcasts (unit 0) too, whose answer is not sent. */
  readonly answer: (request: Request) => Reply | undefined;
  /** Puts a frame on the line. */
  readonly send: (frame: Uint8Array) => void;
}

/** Returns the function that stops answering. */
export function respond(transport: Pick<Transport, 'onData'>, options: ResponderOptions): () => void {
  const buffer = new ByteBuffer();
  const answer = (unit: number, pdu: Uint8Array): Reply | undefined => {
    if (unit !== options.unit && unit !== 0) return undefined;
    const decoded = decodeRequest(pdu);
    const reply = decoded.ok ? options.answer(decoded.request) : { fc: pdu[0]! & 0x7f, exception: decoded.exception };
    return unit === 0 ? undefined : reply;
  };
  return transport.onData((bytes) => {
    buffer.append(bytes);
    if (options.framing === 'rtu') {
      for (let found = takeRtuRequest(buffer); found !== undefined; found = takeRtuRequest(buffer)) {
        const reply = answer(found.unit, found.pdu);
        if (reply !== undefined) options.send(rtuFrame(found.unit, encodeReply(reply)));
      }
      return;
    }
    for (let frame = takeTcpFrame(buffer); frame !== undefined; frame = takeTcpFrame(buffer)) {
      const reply = answer(frame.unit, frame.pdu);
      if (reply !== undefined) options.send(tcpFrame(frame.transaction, frame.unit, encodeReply(reply)));
    }
  });
}

/**
 * Frames on the wire. RTU has no start mark, only CRC and silence, and user-space stacks see neither reliably: so a
 * frame is found by its predicted length and its CRC, sliding over whatever noise stands before it. TCP frames carry
 * their length and a transaction id.
 */
import { crc16, crcFits } from './crc.js';
import { requestLength } from './pdu.js';

/** Longest RTU frame (256 bytes), several times over: what does not become a frame within this is noise. */
const BUFFER_MAX = 1024;

export function rtuFrame(unit: number, pdu: Uint8Array): Uint8Array {
  const frame = new Uint8Array(pdu.length + 3);
  frame[0] = unit;
  frame.set(pdu, 1);
  const crc = crc16(frame, 0, frame.length - 2);
  frame[frame.length - 2] = crc & 0xff;
  frame[frame.length - 1] = crc >> 8;
  return frame;
}

export function tcpFrame(transaction: number, unit: number, pdu: Uint8Array): Uint8Array {
  const frame = new Uint8Array(pdu.length + 7);
  frame.set([transaction >> 8, transaction & 0xff, 0, 0, (pdu.length + 1) >> 8, (pdu.length + 1) & 0xff, unit]);
  frame.set(pdu, 7);
  return frame;
}

/** Bytes received and not yet understood. */
export class ByteBuffer {
  bytes: Uint8Array;

  constructor(bytes: Uint8Array = new Uint8Array(0)) {
    this.bytes = bytes;
  }

  append(chunk: Uint8Array): void {
    const joined = new Uint8Array(this.bytes.length + chunk.length);
    joined.set(this.bytes);
    joined.set(chunk, this.bytes.length);
    this.bytes = joined.length > BUFFER_MAX ? joined.slice(joined.length - BUFFER_MAX) : joined;
  }

  drop(count: number): void {
    this.bytes = this.bytes.slice(count);
  }

  clear(): void {
    this.bytes = new Uint8Array(0);
  }
}

/** The next whole request on an RTU line, to whichever unit; what cannot be the start of one is skipped. */
export function takeRtuRequest(buffer: ByteBuffer): { readonly unit: number; readonly pdu: Uint8Array } | undefined {
  const { bytes } = buffer;
  let waiting = -1;
  for (let k = 0; k + 2 <= bytes.length; k++) {
    const pduLength = requestLength(bytes.subarray(k + 1));
    if (pduLength === 0) continue;
    const length = pduLength === undefined ? undefined : pduLength + 3;
    if (length === undefined || k + length > bytes.length) {
      // Perhaps a request whose rest is still on the wire; a complete one further on shows that it was noise.
      if (waiting < 0) waiting = k;
      continue;
    }
    if (length > 256 || !crcFits(bytes, k, k + length)) continue;
    const found = { unit: bytes[k]!, pdu: bytes.slice(k + 1, k + length - 2) };
    buffer.drop(k + length);
    return found;
  }
  buffer.drop(waiting < 0 ? Math.max(0, bytes.length - 1) : waiting);
  return undefined;
}

export interface TcpFrame {
  readonly transaction: number;
  readonly unit: number;
  readonly pdu: Uint8Array;
}

/** The next TCP frame; a header that cannot be Modbus moves on by one byte. */
export function takeTcpFrame(buffer: ByteBuffer): TcpFrame | undefined {
  for (;;) {
    const { bytes } = buffer;
    if (bytes.length < 8) return undefined;
    const length = (bytes[4]! << 8) | bytes[5]!;
    if (bytes[2] !== 0 || bytes[3] !== 0 || length < 2 || length > 254) {
      buffer.drop(1);
      continue;
    }
    if (bytes.length < 6 + length) return undefined;
    const frame = { transaction: (bytes[0]! << 8) | bytes[1]!, unit: bytes[6]!, pdu: bytes.slice(7, 6 + length) };
    buffer.drop(6 + length);
    return frame;
  }
}

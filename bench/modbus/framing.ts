/**
 * Frames on the wire. RTU frames end with a check; where they begin, `requests.ts` finds on the device's side and `line.ts` on
 * the client's. TCP frames carry their length and a transaction id.
 */
import { crc16 } from './crc.js';

/** Longest TCP frame (260 bytes), several times over: what does not become a frame within this is noise. */
const BUFFER_MAX = 1024;

/** Silence between RTU frames (MODBUS over serial line 2.5.1.1): 3.5 characters, 1.75 ms above 19,200 baud. */
export function silenceMsOf(baud: number, bitsPerCharacter: number): number {
  return baud > 19_200 ? 1.75 : (3.5 * bitsPerCharacter * 1000) / baud;
}

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
  #bytes: Uint8Array;
  #from = 0;

  constructor(bytes: Uint8Array = new Uint8Array(0)) {
    this.#bytes = bytes;
  }

  get bytes(): Uint8Array {
    return this.#from === 0 ? this.#bytes : this.#bytes.subarray(this.#from);
  }

  append(chunk: Uint8Array): void {
    const held = Math.min(this.#bytes.length - this.#from, Math.max(0, BUFFER_MAX - chunk.length));
    const joined = new Uint8Array(held + chunk.length);
    joined.set(this.#bytes.subarray(this.#bytes.length - held));
    joined.set(chunk, held);
    this.#bytes = joined.length > BUFFER_MAX ? joined.slice(joined.length - BUFFER_MAX) : joined;
    this.#from = 0;
  }

  drop(count: number): void {
    this.#from += count;
  }
}

export interface TcpFrame {
  readonly transaction: number;
  readonly unit: number;
  readonly pdu: Uint8Array;
}

/** The next TCP frame; a header that cannot be Modbus moves on by one byte. */
export function takeTcpFrame(buffer: ByteBuffer): TcpFrame | undefined {
  const { bytes } = buffer;
  for (let at = 0; ; at++) {
    if (bytes.length - at < 8) {
      if (at > 0) buffer.drop(at);
      return undefined;
    }
    const length = (bytes[at + 4]! << 8) | bytes[at + 5]!;
    if (bytes[at + 2] !== 0 || bytes[at + 3] !== 0 || length < 2 || length > 254) continue;
    const end = at + 6 + length;
    if (bytes.length < end) {
      if (at > 0) buffer.drop(at);
      return undefined;
    }
    const transaction = (bytes[at]! << 8) | bytes[at + 1]!;
    const frame = { transaction, unit: bytes[at + 6]!, pdu: bytes.slice(at + 7, end) };
    buffer.drop(end);
    return frame;
  }
}

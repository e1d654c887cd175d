/**
 * The frame hash: h(0) = 32 zero bytes, h(k) = SHA-256(h(k-1), frame k as little-endian doubles). Two runs with equal
 * hashes published the same frames in the same order, bit for bit.
 */
import { createHash } from 'node:crypto';
import { endianness } from 'node:os';

if (endianness() !== 'LE') throw new Error('wijktwin needs a little-endian machine: frames are hashed as they lie');

export class FrameHash {
  #value: Buffer = Buffer.alloc(32);

  /** Adds a frame. The frame's NaNs get one bit pattern: which of the many a processor makes depends on the compiler. */
  add(frame: Float64Array): void {
    canonicalNaN(frame);
    this.#value = createHash('sha256')
      .update(this.#value)
      .update(new Uint8Array(frame.buffer, frame.byteOffset, frame.byteLength))
      .digest();
  }

  get bytes(): Buffer {
    return this.#value;
  }

  get hex(): string {
    return this.#value.toString('hex');
  }
}

const QUIET_NAN_HIGH = 0x7ff80000;

function canonicalNaN(frame: Float64Array): void {
  const words = new Uint32Array(frame.buffer, frame.byteOffset, 2 * frame.length);
  for (let i = 0; i < frame.length; i++) {
    if (Number.isNaN(frame[i]!)) {
      words[2 * i] = 0;
      words[2 * i + 1] = QUIET_NAN_HIGH;
    }
  }
}

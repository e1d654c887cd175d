/**
 * The frame hash: h(0) = 32 zero bytes, h(k) = SHA-256(h(k-1), GMAC(h(k-1), frame k)), the frame as its doubles, little-endian.
 * Of h(k-1) the first 16 bytes are the GMAC's AES key, the next 12 its nonce. Two runs with equal hashes published the same
 * frames in the same order, bit for bit.
 *
 * It tells runs apart that differ by an input, a defect or another machine. It is no seal: who may choose the numbers of a
 * frame freely can make two of one GMAC. In exchange it costs a quarter of SHA-256 over the same bytes, on processors that
 * multiply for GCM; a year at one-minute ticks hashes 146 GB.
 *
 * In columns that may hold NaN all NaNs are one: which of the many a processor makes depends on the compiler. Elsewhere a NaN
 * is a defect, which the engine names; a replay of such a run may differ in its bits and says so.
 */
import { createCipheriv, hash } from 'node:crypto';
import { endianness } from 'node:os';

if (endianness() !== 'LE') throw new Error('wijktwin needs a little-endian machine: frames are hashed as they lie');

const KEY_BYTES = 16;
const NONCE_BYTES = 12;

export class FrameHash {
  #value: Buffer = Buffer.alloc(32);

  /** `nullable`: the ranges of doubles, from and to, that may hold NaN. */
  constructor(private readonly nullable: readonly (readonly [number, number])[]) {}

  /** Adds a frame, whose NaNs are made one in place. */
  add(frame: Float64Array): void {
    unifyNaN(frame, this.nullable);
    const nonce = this.#value.subarray(KEY_BYTES, KEY_BYTES + NONCE_BYTES);
    const mac = createCipheriv('aes-128-gcm', this.#value.subarray(0, KEY_BYTES), nonce);
    mac.setAAD(new Uint8Array(frame.buffer, frame.byteOffset, frame.byteLength));
    mac.final();
    this.#value = hash('sha256', Buffer.concat([this.#value, mac.getAuthTag()]), 'buffer');
  }

  get bytes(): Buffer {
    return this.#value;
  }

  get hex(): string {
    return this.#value.toString('hex');
  }
}

const MAGNITUDE = 0x7fffffff;
const BELOW_INFINITY = 0x7fefffff;
const NAN_HIGH = 0x7ff80000;

/**
 * Gives every NaN the bits of `Number.NaN`. Nearly always they have them already, so that is what is looked at first: without
 * a branch, since which slots have a number and which have none is a pattern that no processor foresees.
 */
function unifyNaN(frame: Float64Array, ranges: readonly (readonly [number, number])[]): void {
  const words = new Int32Array(frame.buffer, frame.byteOffset, 2 * frame.length);
  for (const [from, end] of ranges) {
    let odd = 0;
    for (let w = 2 * from; w < 2 * end; w += 2) {
      const low = words[w]!;
      const high = words[w + 1]!;
      // All ones for infinities and NaNs, else zero.
      const special = (BELOW_INFINITY - (high & MAGNITUDE)) >> 31;
      odd |= special & ((high ^ NAN_HIGH) | low);
    }
    if (odd === 0) continue;
    for (let i = from; i < end; i++) if (Number.isNaN(frame[i]!)) frame[i] = Number.NaN;
  }
}

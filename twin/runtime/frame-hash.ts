/**
 * The frame hash: h(0) = 32 zero bytes, h(k) = SHA-256(h(k-1), what frame k changes in frame k-1), frame 0 being all zeros.
 * Frames are compared in blocks; of each that differs its number and its doubles go in, little-endian. Whoever knows frame
 * k-1 knows frame k from that, so two runs with equal hashes published the same frames in the same order, bit for bit; and
 * what stands still, which is most of a large wijk, costs nothing.
 *
 * All NaNs are one here: which of the many a processor makes depends on the compiler.
 */
import { createHash } from 'node:crypto';
import { endianness } from 'node:os';

if (endianness() !== 'LE') throw new Error('wijktwin needs a little-endian machine: frames are hashed as they lie');

/** Doubles per block: small beside a column, so that one slot that moves does not drag many along. */
const BLOCK = 16;
/** Blocks that are compared as memory first. */
const STRETCH = 64;

export class FrameHash {
  #value: Buffer = Buffer.alloc(32);
  #before = new Float64Array(0);
  #changes = new Float64Array(0);

  /** Adds a frame; all frames of a hash are of one length. */
  add(frame: Float64Array): void {
    if (this.#before.length !== frame.length) {
      this.#before = new Float64Array(frame.length);
      this.#changes = new Float64Array(Math.ceil(frame.length / BLOCK) * (BLOCK + 1));
    }
    const count = this.#collect(frame);
    this.#value = createHash('sha256')
      .update(this.#value)
      .update(new Uint8Array(this.#changes.buffer, 0, 8 * count))
      .digest();
    this.#before.set(frame);
  }

  /** Writes the blocks that changed into `#changes`; returns how many doubles that are. */
  #collect(frame: Float64Array): number {
    const before = this.#before;
    const changes = this.#changes;
    const now = Buffer.from(frame.buffer, frame.byteOffset, frame.byteLength);
    const old = Buffer.from(before.buffer, before.byteOffset, before.byteLength);
    let count = 0;
    for (let stretch = 0; stretch < frame.length; stretch += BLOCK * STRETCH) {
      const until = Math.min(frame.length, stretch + BLOCK * STRETCH);
      if (now.compare(old, 8 * stretch, 8 * until, 8 * stretch, 8 * until) === 0) continue;
      for (let from = stretch; from < until; from += BLOCK) {
        const end = Math.min(until, from + BLOCK);
        if (sameNumbers(frame, before, from, end)) continue;
        changes[count++] = from / BLOCK;
        for (let i = from; i < end; i++) {
          changes[count++] = frame[i]!;
        }
      }
    }
    canonicalNaN(changes, count);
    return count;
  }

  get bytes(): Buffer {
    return this.#value;
  }

  get hex(): string {
    return this.#value.toString('hex');
  }
}

/** Bit for bit, but for the bits of a NaN. */
function sameNumbers(a: Float64Array, b: Float64Array, from: number, end: number): boolean {
  for (let i = from; i < end; i++) {
    const x = a[i]!;
    const y = b[i]!;
    if (x === y) {
      // Zero has two signs, which are two numbers here.
      if (x === 0 && 1 / x !== 1 / y) return false;
    } else if (!(Number.isNaN(x) && Number.isNaN(y))) return false;
  }
  return true;
}

const QUIET_NAN_HIGH = 0x7ff80000;

function canonicalNaN(values: Float64Array, count: number): void {
  const words = new Uint32Array(values.buffer, values.byteOffset, 2 * count);
  for (let i = 0; i < count; i++) {
    if (Number.isNaN(values[i]!)) {
      words[2 * i] = 0;
      words[2 * i + 1] = QUIET_NAN_HIGH;
    }
  }
}

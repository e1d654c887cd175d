/**
 * The requests in what a device hears on an RTU line. RTU has no start mark: only silence and a check of 16 bits, which is
 * right by chance once in 65,536 tries.
 *
 * - Behind a silence a request must begin (MODBUS over serial line 2.5.1.1). What stands there goes before everything else:
 *   a whole request with a right check is taken whatever came before; a request whose rest is still on the wire is waited
 *   for, and nothing is looked for inside it until the line rests.
 * - Where no request stands, all alignments of the bytes are searched for the row of requests that explains most of them:
 *   the most right checks, then the most bytes. A row that was found by chance, and would hide the true one for as long as the
 *   same bytes come again and again, has fewer of either.
 * - A silence may be none: adapters hand over what they gathered, and a process can be held up. So nothing is thrown away at
 *   a silence: a request that goes on behind it is found by the search.
 *
 * What no listener can do: without a silence, bytes that can be read in two ways with as many right checks over as many bytes
 * are undecidable. Such is one request again and again of which a rotation is a request of the same length as well (once in
 * 65,536 for every place where it could begin). And a request that begins without a silence and carries two whole requests in
 * its values reads as these two.
 *
 * Values only: who calls says when the line was silent.
 */
import { crcFits } from './crc.js';
import { requestLengthAt } from './pdu.js';

export interface HeardRequest {
  readonly unit: number;
  readonly pdu: Uint8Array;
}

const FRAME_MAX = 256;
/** What is searched: the longest request and as much again on both sides of it. */
const WINDOW = 3 * FRAME_MAX;
const SLICE = FRAME_MAX;
const CAPACITY = WINDOW + 2 * SLICE;

/** Marks of a place in the bytes where no whole request begins. */
const UNDER_WAY = -1;
const NONE = 0;
/** One right check is worth more than any number of bytes. */
const CHECK = 4096;

export class RtuRequests {
  readonly #bytes = new Uint8Array(CAPACITY);
  /** By place: length of the whole request that begins there, NONE, or UNDER_WAY while bytes are missing. */
  readonly #lengths = new Int16Array(CAPACITY);
  /** By place: 1 where a request begins that was given out. */
  readonly #given = new Uint8Array(CAPACITY);
  /** By place: what the best row of requests explains of the bytes before it, where its last one ends, and how long that is. */
  readonly #scores = new Int32Array(CAPACITY + 1);
  readonly #ends = new Int16Array(CAPACITY + 1);
  readonly #lasts = new Int16Array(CAPACITY + 1);
  /** Up to here the rows are known. */
  #known = 0;
  #end = 0;
  /** Where a request must begin, because the line was silent; undefined where none began there, or it has been taken. */
  #begin: number | undefined = 0;

  /** Bytes that are kept. */
  get size(): number {
    return this.#end;
  }

  /** Takes what came, and gives the requests that it completes. `afterSilence`: the line had been silent before it. */
  push(chunk: Uint8Array, afterSilence: boolean): HeardRequest[] {
    // What was held back comes out first, also where nobody called `rest` in time.
    const found = afterSilence && this.#begin !== undefined ? this.rest() : [];
    if (afterSilence) this.#begin = this.#end;
    for (let at = 0; at < chunk.length; at += SLICE) this.#add(chunk.subarray(at, at + SLICE), found);
    return found;
  }

  /** Whether requests are held back because another may be under way: call `rest` after a silence. */
  get holds(): boolean {
    return this.#begin !== undefined && this.#search().length > 0;
  }

  /** The line fell silent: what was waited for does not come, and gives what it held back. */
  rest(): HeardRequest[] {
    this.#begin = undefined;
    return this.#give(this.#search(), []);
  }

  /** Nothing of what came belongs to what will come. */
  clear(): void {
    this.#end = 0;
    this.#known = 0;
    this.#begin = 0;
  }

  #add(chunk: Uint8Array, found: HeardRequest[]): void {
    if (this.#end + chunk.length > CAPACITY) this.#drop(this.#end + chunk.length - WINDOW);
    this.#bytes.set(chunk, this.#end);
    this.#lengths.fill(UNDER_WAY, this.#end, this.#end + chunk.length);
    this.#given.fill(0, this.#end, this.#end + chunk.length);
    this.#end += chunk.length;
    if (this.#begin !== undefined) {
      const length = this.#lengthAt(this.#begin);
      if (length > 0) {
        found.push(this.#request(this.#begin, length));
        this.#drop(this.#begin + length);
      }
      if (length !== UNDER_WAY) this.#begin = undefined;
    }
    if (this.#begin === undefined && this.#end > 0) this.#give(this.#search(), found);
  }

  #give(places: readonly number[], found: HeardRequest[]): HeardRequest[] {
    for (const at of places) {
      found.push(this.#request(at, this.#lengths[at]!));
      this.#given[at] = 1;
    }
    return found;
  }

  /** Where those requests of the best row begin that were not given out. */
  #search(): number[] {
    this.#extend();
    const places: number[] = [];
    for (let end = this.#ends[this.#end]!; end > 0; ) {
      const at = end - this.#lasts[end]!;
      // The row up to here was the best already when this one was given out.
      if (this.#given[at] === 1) break;
      places.push(at);
      end = this.#ends[at]!;
    }
    return places.reverse();
  }

  /** The best rows for the bytes that are new: each ends with a byte that is skipped, or with a request. */
  #extend(): void {
    const scores = this.#scores;
    const ends = this.#ends;
    // A row that ends at a new byte ends with a request that begins at most one longest request before it.
    const whole: number[] = [];
    for (let at = Math.max(0, this.#known - FRAME_MAX); at < this.#end; at++) {
      const length = this.#lengthAt(at);
      if (length > 0 && at + length > this.#known) whole.push(at);
    }
    for (let end = this.#known + 1; end <= this.#end; end++) {
      scores[end] = scores[end - 1]!;
      ends[end] = ends[end - 1]!;
      for (const at of whole) {
        const length = this.#lengths[at]!;
        if (at + length !== end) continue;
        const score = scores[at]! + CHECK + length;
        if (score <= scores[end]!) continue;
        scores[end] = score;
        ends[end] = end;
        this.#lasts[end] = length;
      }
    }
    this.#known = this.#end;
  }

  #lengthAt(at: number): number {
    if (at >= this.#end) return UNDER_WAY;
    const known = this.#lengths[at]!;
    if (known !== UNDER_WAY) return known;
    const pduLength = requestLengthAt(this.#bytes, at + 1, this.#end);
    if (pduLength === undefined) return UNDER_WAY;
    const length = pduLength + 3;
    if (pduLength > 0 && length <= FRAME_MAX && at + length > this.#end) return UNDER_WAY;
    const fits = pduLength > 0 && length <= FRAME_MAX && crcFits(this.#bytes, at, at + length);
    this.#lengths[at] = fits ? length : NONE;
    return this.#lengths[at]!;
  }

  #request(at: number, length: number): HeardRequest {
    return { unit: this.#bytes[at]!, pdu: this.#bytes.slice(at + 1, at + length - 2) };
  }

  /** Forgets the oldest bytes; a row that began among them begins with what is left of it. */
  #drop(count: number): void {
    this.#bytes.copyWithin(0, count, this.#end);
    this.#lengths.copyWithin(0, count, this.#end);
    this.#given.copyWithin(0, count, this.#end);
    this.#end -= count;
    if (this.#begin !== undefined) this.#begin = Math.max(0, this.#begin - count);
    // The rows are found anew: what they explained of the forgotten bytes counts no more.
    this.#known = 0;
  }
}

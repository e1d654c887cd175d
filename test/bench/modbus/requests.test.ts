import { describe, expect, it } from 'vitest';
import { crcFits } from '../../../bench/modbus/crc.js';
import { rtuFrame } from '../../../bench/modbus/framing.js';
import { encodeRequest, type Reply, type Request } from '../../../bench/modbus/pdu.js';
import { type HeardRequest, RtuRequests } from '../../../bench/modbus/requests.js';
import { respond } from '../../../bench/modbus/responder.js';
import fc from '../../support/property.js';
import { VirtualClock } from '../transport/virtual-clock.js';

const word = fc.nat(0xffff);
const words = (max: number) => fc.uint16Array({ minLength: 1, maxLength: max });
const request: fc.Arbitrary<Request> = fc.oneof(
  fc.record({
    fc: fc.constantFrom(3 as const, 4 as const),
    address: fc.nat(0xff00),
    count: fc.integer({ min: 1, max: 125 }),
  }),
  fc.record({ fc: fc.constant(6 as const), address: word, value: word }),
  fc.record({ fc: fc.constant(16 as const), address: fc.nat(0xff00), values: words(123) }),
);
const frame = fc
  .tuple(fc.integer({ min: 1, max: 247 }), request)
  .map(([unit, asked]) => rtuFrame(unit, encodeRequest(asked)));
const cuts = fc.array(fc.nat(2000), { maxLength: 8 });
/** Bytes that look like the beginning of requests, which is what confuses a listener. */
const noise = fc.oneof(
  fc.uint8Array({ minLength: 1, maxLength: 40 }),
  fc.uint8Array({ maxLength: 40 }).map((rest) => Uint8Array.of(1, 16, 0, 0, 0, 123, 246, ...rest)),
  fc.uint8Array({ maxLength: 40 }).map((rest) => Uint8Array.of(1, 23, 0, 0, 0, 1, 0, 0, 0, 1, 240, ...rest)),
);

function piecesOf(bytes: Uint8Array, at: readonly number[]): Uint8Array[] {
  const ends = [0, ...at.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
  return ends
    .slice(1)
    .map((end, k) => bytes.slice(ends[k]!, end))
    .filter((piece) => piece.length > 0);
}

/** Pieces that follow each other without a pause, the first one behind a silence or not. */
function heard(requests: RtuRequests, pieces: readonly Uint8Array[], afterSilence: boolean): HeardRequest[] {
  return pieces.flatMap((piece, k) => requests.push(piece, afterSilence && k === 0));
}
const bytesOf = ({ unit, pdu }: HeardRequest): string => Buffer.from(rtuFrame(unit, pdu)).toString('hex');
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

describe('a request behind a silence', () => {
  it('is always found, whatever noise came before it and however it is cut', () => {
    fc.assert(
      fc.property(fc.array(noise, { maxLength: 3 }), frame, cuts, (before, sent, at) => {
        const requests = new RtuRequests();
        for (const bytes of before) requests.push(bytes, false);
        expect(heard(requests, piecesOf(sent, at), true).map(bytesOf)).toContain(hex(sent));
        expect(requests.size).toBe(0);
      }),
      { numRuns: 2000 },
    );
  });

  it('is found also if its values hold whole requests, and these are not taken for requests', () => {
    const inner = rtuFrame(1, encodeRequest({ fc: 6, address: 7, value: 1 }));
    const values = Array.from({ length: 8 }, (_, k) => (inner[(2 * k) % 8]! << 8) | inner[(2 * k + 1) % 8]!);
    const outer = rtuFrame(1, encodeRequest({ fc: 16, address: 0, values }));
    const requests = new RtuRequests();
    const found = heard(requests, [outer.slice(0, 18), outer.slice(18)], true);
    expect(found.map(bytesOf)).toEqual([hex(outer)]);
  });

  it('goes on behind a silence that was none: the latency of an adapter', () => {
    fc.assert(
      fc.property(frame, cuts, (sent, at) => {
        const requests = new RtuRequests();
        const found = piecesOf(sent, at).flatMap((piece) => requests.push(piece, true));
        if (requests.holds) found.push(...requests.rest());
        expect(found.map(bytesOf)).toContain(hex(sent));
      }),
      { numRuns: 500 },
    );
  });
});

describe('requests without a pause', () => {
  it('in step: every one of them, cut anywhere', () => {
    fc.assert(
      fc.property(fc.array(frame, { minLength: 1, maxLength: 4 }), cuts, (sent, at) => {
        const stream = Buffer.concat(sent);
        const found = heard(new RtuRequests(), piecesOf(stream, at), true).map(bytesOf);
        // What lies inside one that is not whole yet may seem to be a request, once in 65,536 times.
        const wanted = sent.map(hex);
        expect(found.filter((bytes) => wanted.includes(bytes))).toEqual(wanted);
      }),
      { numRuns: 300 },
    );
  });

  it('behind noise: every one that begins two longest requests later', () => {
    fc.assert(
      fc.property(noise, fc.array(frame, { minLength: 40, maxLength: 40 }), cuts, (before, sent, at) => {
        const stream = Buffer.concat([before, ...sent]);
        const found = heard(new RtuRequests(), piecesOf(stream, at), true).map(bytesOf);
        let from = before.length;
        for (const one of sent) {
          if (from > 512) expect(found).toContain(hex(one));
          from += one.length;
        }
      }),
      { numRuns: 200 },
    );
  });

  /** A request of which another one begins `at` bytes behind its start if it is sent again and again. */
  function hiddenIn(at: number): Uint8Array {
    for (let seed = 0; ; seed++) {
      // Seven registers: 23 bytes; a read (8 bytes) that begins near its end and goes on in the next one.
      const values = Array.from({ length: 7 }, (_, k) => (seed * 7919 + k * 104_729) & 0xffff);
      values[5] = (values[5]! & 0xff00) | 0x01;
      values[6] = 0x0300 | (seed & 0xff);
      const sent = rtuFrame(1, encodeRequest({ fc: 16, address: seed & 0xff, values }));
      const twice = Buffer.concat([sent, sent]);
      if (crcFits(twice, at, at + 8)) return sent;
    }
  }

  it('the same one again and again is not hidden by one that seems to begin inside it', () => {
    const at = 18; // unit 01 and function 03 stand there
    const sent = hiddenIn(at);
    const requests = new RtuRequests();
    // Out of step from the first byte on: the stream begins where the false request begins.
    const stream = Buffer.concat(Array.from({ length: 12 }, () => sent)).subarray(at);
    const found = [...stream].flatMap((byte) => requests.push(Uint8Array.of(byte), false)).map(bytesOf);
    expect(found.filter((bytes) => bytes === hex(sent)).length).toBeGreaterThanOrEqual(10);
  });

  it('whose rotation is a request of the same length: both readings are right, and only a silence tells', () => {
    const sent = Uint8Array.from(Buffer.from('01032cfa0106ecf9', 'hex'));
    const turned = Uint8Array.of(...sent.slice(4), ...sent.slice(0, 4));
    expect([crcFits(sent, 0, 8), crcFits(turned, 0, 8)]).toEqual([true, true]);
    const stream = Buffer.concat(Array.from({ length: 20 }, () => sent)).subarray(4);
    const requests = new RtuRequests();
    expect(new Set(requests.push(stream, true).map(bytesOf))).toEqual(new Set([hex(turned)]));
    expect(requests.push(sent, true).map(bytesOf)).toEqual([hex(sent)]);
  });
});

describe('the device side on a line', () => {
  const read = (address: number): Uint8Array => rtuFrame(1, encodeRequest({ fc: 3, address, count: 1 }));
  function device(): { hear: (bytes: Uint8Array) => void; asked: number[]; clock: VirtualClock } {
    const clock = new VirtualClock();
    const asked: number[] = [];
    let hear: (bytes: Uint8Array) => void = () => undefined;
    const answer = (request: Request): Reply => {
      asked.push(request.address);
      return { fc: 3, values: Uint16Array.of(1) };
    };
    const onData = (on: (bytes: Uint8Array) => void): (() => void) => {
      hear = on;
      return () => undefined;
    };
    respond({ onData }, { framing: 'rtu', unit: 1, answer, send: () => undefined, clock, silenceMs: 4 });
    return { hear: (bytes) => hear(bytes), asked, clock };
  }

  it('a request right behind the head of a longer one is answered when the line has been silent', async () => {
    const { hear, asked, clock } = device();
    hear(Uint8Array.of(1, 16, 0, 0, 0, 100, 200, ...read(5)));
    expect(asked).toEqual([]);
    await clock.advance(4);
    expect(asked).toEqual([5]);
    await clock.advance(20);
    hear(read(6));
    expect(asked).toEqual([5, 6]);
  });

  it('half a request and then a whole one', async () => {
    const { hear, asked, clock } = device();
    hear(read(5).slice(0, 6));
    await clock.advance(50);
    hear(read(6));
    expect(asked).toEqual([6]);
  });

  it('one that comes in two halves 16 ms apart', async () => {
    const { hear, asked, clock } = device();
    hear(read(5).slice(0, 5));
    await clock.advance(16);
    hear(read(5).slice(5));
    expect(asked).toEqual([5]);
  });
});

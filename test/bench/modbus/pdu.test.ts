import { describe, expect, it } from 'vitest';
import { crc16 } from '../../../bench/modbus/crc.js';
import { ByteBuffer, takeTcpFrame, tcpFrame } from '../../../bench/modbus/framing.js';
import {
  decodeReply,
  decodeRequest,
  encodeReply,
  encodeRequest,
  LIMITS,
  type Reply,
  type Request,
  replyLength,
} from '../../../bench/modbus/pdu.js';
import fc from '../../support/property.js';

const hex = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text.replaceAll(' ', ''), 'hex'));
const toHex = (bytes: Uint8Array): string =>
  Buffer.from(bytes)
    .toString('hex')
    .replace(/(..)(?=.)/g, '$1 ')
    .toUpperCase();

const word = fc.nat(0xffff);
const registers = (max: number) => fc.uint16Array({ minLength: 1, maxLength: max });
const bits = fc.array(fc.boolean(), { minLength: 1, maxLength: LIMITS.writeBits });
/** An address from which `count` items still fit into the address space. */
const from = (count: number) => fc.nat(0x10000 - count);

const request: fc.Arbitrary<Request> = fc.oneof(
  fc
    .integer({ min: 1, max: LIMITS.readBits })
    .chain((count) =>
      fc.record({ fc: fc.constantFrom(1 as const, 2 as const), address: from(count), count: fc.constant(count) }),
    ),
  fc
    .integer({ min: 1, max: LIMITS.readRegisters })
    .chain((count) =>
      fc.record({ fc: fc.constantFrom(3 as const, 4 as const), address: from(count), count: fc.constant(count) }),
    ),
  fc.record({ fc: fc.constant(5 as const), address: word, on: fc.boolean() }),
  fc.record({ fc: fc.constant(6 as const), address: word, value: word }),
  bits.chain((b) => fc.record({ fc: fc.constant(15 as const), address: from(b.length), bits: fc.constant(b) })),
  registers(LIMITS.writeRegisters).chain((values) =>
    fc.record({ fc: fc.constant(16 as const), address: from(values.length), values: fc.constant(values) }),
  ),
  fc
    .tuple(fc.integer({ min: 1, max: LIMITS.readRegisters }), registers(LIMITS.readWriteWrites))
    .chain(([count, values]) =>
      fc.record({
        fc: fc.constant(23 as const),
        address: from(count),
        count: fc.constant(count),
        writeAddress: from(values.length),
        values: fc.constant(values),
      }),
    ),
);

/** A reply that a device could give to the request. */
function replyTo(asked: Request, seed: number): Reply {
  switch (asked.fc) {
    case 1:
    case 2:
      return { fc: asked.fc, bits: Array.from({ length: asked.count }, (_, k) => ((seed >> (k % 31)) & 1) === 1) };
    case 3:
    case 4:
    case 23:
      return { fc: asked.fc, values: Uint16Array.from({ length: asked.count }, (_, k) => (seed * (k + 1)) & 0xffff) };
    case 5:
      return { fc: 5, address: asked.address, value: asked.on ? 0xff00 : 0 };
    case 6:
      return { fc: 6, address: asked.address, value: asked.value };
    case 15:
      return { fc: 15, address: asked.address, value: asked.bits.length };
    case 16:
      return { fc: 16, address: asked.address, value: asked.values.length };
  }
}

describe('published vectors', () => {
  it.each([
    ['01 03 00 00 00 0A', 'C5 CD'],
    ['11 03 00 6B 00 03', '76 87'],
    ['11 06 00 01 00 03', '9A 9B'],
    ['01 04 02 FF FF', 'B8 80'],
    ['02 07', '41 12'],
  ])('the CRC of %s is %s', (bytes, crc) => {
    const value = crc16(hex(bytes));
    expect(toHex(Uint8Array.of(value & 0xff, value >> 8))).toBe(crc);
  });

  // The examples of the MODBUS application protocol specification V1.1b3, clauses 6.1 to 6.17.
  const examples: [string, Request, string, Reply, string][] = [
    [
      '6.1 read coils',
      { fc: 1, address: 0x13, count: 0x13 },
      '01 00 13 00 13',
      {
        fc: 1,
        bits: [...'1011001111010110101'].map((c) => c === '1'),
      },
      '01 03 CD 6B 05',
    ],
    [
      '6.3 read holding registers',
      { fc: 3, address: 0x6b, count: 3 },
      '03 00 6B 00 03',
      { fc: 3, values: Uint16Array.of(0x22b, 0, 0x64) },
      '03 06 02 2B 00 00 00 64',
    ],
    [
      '6.4 read input registers',
      { fc: 4, address: 8, count: 1 },
      '04 00 08 00 01',
      { fc: 4, values: Uint16Array.of(10) },
      '04 02 00 0A',
    ],
    [
      '6.5 write coil',
      { fc: 5, address: 0xac, on: true },
      '05 00 AC FF 00',
      { fc: 5, address: 0xac, value: 0xff00 },
      '05 00 AC FF 00',
    ],
    [
      '6.6 write register',
      { fc: 6, address: 1, value: 3 },
      '06 00 01 00 03',
      { fc: 6, address: 1, value: 3 },
      '06 00 01 00 03',
    ],
    [
      '6.11 write coils',
      { fc: 15, address: 0x13, bits: [...'1011001110'].map((c) => c === '1') },
      '0F 00 13 00 0A 02 CD 01',
      { fc: 15, address: 0x13, value: 10 },
      '0F 00 13 00 0A',
    ],
    [
      '6.12 write registers',
      { fc: 16, address: 1, values: Uint16Array.of(10, 0x102) },
      '10 00 01 00 02 04 00 0A 01 02',
      { fc: 16, address: 1, value: 2 },
      '10 00 01 00 02',
    ],
    [
      '6.17 read and write registers',
      { fc: 23, address: 3, count: 6, writeAddress: 14, values: Uint16Array.of(255, 255, 255) },
      '17 00 03 00 06 00 0E 00 03 06 00 FF 00 FF 00 FF',
      { fc: 23, values: Uint16Array.of(0xfe, 0xacd, 1, 3, 13, 0xff) },
      '17 0C 00 FE 0A CD 00 01 00 03 00 0D 00 FF',
    ],
  ];
  it.each(examples)('%s', (_, asked, requestHex, reply, replyHex) => {
    expect(toHex(encodeRequest(asked))).toBe(requestHex);
    expect(toHex(encodeReply(reply))).toBe(replyHex);
    expect(decodeReply(asked, hex(replyHex))).toEqual(reply);
  });
});

describe('round trips', () => {
  it('a request survives its bytes and fits a PDU', () => {
    fc.assert(
      fc.property(request, (asked) => {
        const bytes = encodeRequest(asked);
        expect(bytes.length).toBeLessThanOrEqual(253);
        expect(decodeRequest(bytes)).toEqual({ ok: true, request: asked });
      }),
    );
  });

  it('a reply survives its bytes and has the predicted length', () => {
    fc.assert(
      fc.property(request, word, (asked, seed) => {
        const reply = replyTo(asked, seed);
        const bytes = encodeReply(reply);
        expect(bytes.length).toBe(replyLength(asked));
        expect(decodeReply(asked, bytes)).toEqual(reply);
      }),
    );
  });

  it('a reply to another size, function or write is no reply', () => {
    const asked: Request = { fc: 3, address: 0, count: 2 };
    expect(decodeReply(asked, hex('03 02 00 01'))).toBeUndefined();
    expect(decodeReply(asked, hex('04 04 00 01 00 02'))).toBeUndefined();
    expect(decodeReply(asked, hex('03 06 00 01 00 02'))).toBeUndefined();
    expect(decodeReply({ fc: 6, address: 1, value: 3 }, hex('06 00 01 00 04'))).toBeUndefined();
    expect(decodeReply(asked, hex('83 02'))).toEqual({ fc: 3, exception: 2 });
  });
});

describe('limits', () => {
  it.each<[string, Request]>([
    ['0 registers', { fc: 3, address: 0, count: 0 }],
    ['126 registers', { fc: 3, address: 0, count: 126 }],
    ['124 written registers', { fc: 16, address: 0, values: new Uint16Array(124) }],
    ['2001 coils', { fc: 1, address: 0, count: 2001 }],
    ['a value above 65535', { fc: 6, address: 0, value: 65_536 }],
    ['an address that is no whole number', { fc: 6, address: 1.5, value: 0 }],
  ])('%s are refused before they are sent', (_, asked) => {
    expect(() => encodeRequest(asked)).toThrow(expect.objectContaining({ code: 'BAD_INPUT' }));
  });

  it.each([
    ['an unknown function', '2B 0E 01 00', 1],
    ['126 registers', '03 00 00 00 7E', 3],
    ['a range beyond 65535', '03 FF FF 00 02', 2],
    ['a coil that is neither on nor off', '05 00 00 12 34', 3],
    ['a byte count that does not fit', '10 00 00 00 02 03 00 01 00', 3],
  ])('a device answers %s with an exception', (_, bytes, exception) => {
    expect(decodeRequest(hex(bytes))).toEqual({ ok: false, exception });
  });
});

describe('framing', () => {
  const piecesOf = (bytes: Uint8Array, cuts: readonly number[]): Uint8Array[] => {
    const at = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
    return at.slice(1).map((end, k) => bytes.subarray(at[k]!, end));
  };

  it('TCP frames come out whole, one by one', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(word, request), { minLength: 1, maxLength: 4 }),
        fc.array(fc.nat(2000)),
        (sent, cuts) => {
          const stream = Buffer.concat(sent.map(([id, asked]) => tcpFrame(id, 1, encodeRequest(asked))));
          const buffer = new ByteBuffer();
          const found: unknown[] = [];
          for (const piece of piecesOf(stream, cuts)) {
            buffer.append(piece);
            for (let f = takeTcpFrame(buffer); f !== undefined; f = takeTcpFrame(buffer))
              found.push([f.transaction, f.pdu]);
          }
          expect(found).toEqual(sent.map(([id, asked]) => [id, encodeRequest(asked)]));
        },
      ),
      { numRuns: 200 },
    );
  });
});

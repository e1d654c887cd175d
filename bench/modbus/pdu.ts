/**
 * Modbus requests and replies as values, and their bytes (MODBUS application protocol V1.1b3, chapter 6). Registers are
 * big-endian words. Functions: 1 2 3 4 5 6 15 16 23.
 */
import { WijkError } from '../../errors.js';

export const FC = {
  readCoils: 1,
  readDiscreteInputs: 2,
  readHoldingRegisters: 3,
  readInputRegisters: 4,
  writeCoil: 5,
  writeRegister: 6,
  writeCoils: 15,
  writeRegisters: 16,
  readWriteRegisters: 23,
} as const;

/** Most that fits into a PDU of 253 bytes. */
export const LIMITS = {
  readRegisters: 125,
  writeRegisters: 123,
  readWriteWrites: 121,
  readBits: 2000,
  writeBits: 1968,
} as const;

export const EXCEPTIONS: Readonly<Record<number, string>> = {
  1: 'illegal function',
  2: 'illegal data address',
  3: 'illegal data value',
  4: 'device failure',
  5: 'acknowledge',
  6: 'device busy',
  7: 'negative acknowledge',
  8: 'memory parity error',
  10: 'gateway path unavailable',
  11: 'gateway target failed to respond',
};

export type Request =
  | { readonly fc: 1 | 2 | 3 | 4; readonly address: number; readonly count: number }
  | { readonly fc: 5; readonly address: number; readonly on: boolean }
  | { readonly fc: 6; readonly address: number; readonly value: number }
  | { readonly fc: 15; readonly address: number; readonly bits: readonly boolean[] }
  | { readonly fc: 16; readonly address: number; readonly values: ArrayLike<number> }
  | {
      readonly fc: 23;
      readonly address: number;
      readonly count: number;
      readonly writeAddress: number;
      readonly values: ArrayLike<number>;
    };

export type Reply =
  | { readonly fc: 1 | 2; readonly bits: readonly boolean[] }
  | { readonly fc: 3 | 4 | 23; readonly values: Uint16Array }
  | { readonly fc: 5 | 6 | 15 | 16; readonly address: number; readonly value: number }
  | { readonly fc: number; readonly exception: number };

export const isException = (reply: Reply): reply is { readonly fc: number; readonly exception: number } =>
  'exception' in reply;

function check(name: string, value: number, min: number, max: number): void {
  if (!Number.isInteger(value) || value < min || value > max) {
    throw new WijkError('BAD_INPUT', `Modbus ${name} is ${value}; it must be a whole number from ${min} to ${max}`);
  }
}

const word = (value: number): [number, number] => [(value >> 8) & 0xff, value & 0xff];

function words(values: ArrayLike<number>): number[] {
  const bytes: number[] = [];
  for (let k = 0; k < values.length; k++) {
    check('register value', values[k]!, 0, 0xffff);
    bytes.push(...word(values[k]!));
  }
  return bytes;
}

function packBits(bits: readonly boolean[]): number[] {
  const bytes = new Array<number>(Math.ceil(bits.length / 8)).fill(0);
  bits.forEach((on, k) => {
    if (on) bytes[k >> 3]! |= 1 << (k & 7);
  });
  return bytes;
}

/** Bytes of a request: function code and data, without unit and CRC. Throws BAD_INPUT above the limits of the protocol. */
export function encodeRequest(request: Request): Uint8Array {
  check('address', request.address, 0, 0xffff);
  if (request.fc <= 4) return encodeRead(request as Extract<Request, { readonly fc: 1 | 2 | 3 | 4 }>);
  return encodeOther(request as Exclude<Request, { readonly fc: 1 | 2 | 3 | 4 }>);
}

/** Nearly all that goes over a line; without a detour over lists. */
function encodeRead({ fc, address, count }: Extract<Request, { readonly fc: 1 | 2 | 3 | 4 }>): Uint8Array {
  check('count', count, 1, fc <= 2 ? LIMITS.readBits : LIMITS.readRegisters);
  const pdu = new Uint8Array(5);
  pdu[0] = fc;
  pdu[1] = address >> 8;
  pdu[2] = address;
  pdu[3] = count >> 8;
  pdu[4] = count;
  return pdu;
}

/** Bytes that `encodeRequest` gives. */
export function requestBytes(request: Request): number {
  switch (request.fc) {
    case 15:
      return 6 + Math.ceil(request.bits.length / 8);
    case 16:
      return 6 + 2 * request.values.length;
    case 23:
      return 10 + 2 * request.values.length;
    default:
      return 5;
  }
}

function encodeOther(request: Exclude<Request, { readonly fc: 1 | 2 | 3 | 4 }>): Uint8Array {
  const head = [request.fc, ...word(request.address)];
  switch (request.fc) {
    case 5:
      return Uint8Array.from([...head, request.on ? 0xff : 0, 0]);
    case 6:
      return Uint8Array.from([...head, ...words([request.value])]);
    case 15: {
      check('count', request.bits.length, 1, LIMITS.writeBits);
      const packed = packBits(request.bits);
      return Uint8Array.from([...head, ...word(request.bits.length), packed.length, ...packed]);
    }
    case 16:
      check('count', request.values.length, 1, LIMITS.writeRegisters);
      return Uint8Array.from([
        ...head,
        ...word(request.values.length),
        2 * request.values.length,
        ...words(request.values),
      ]);
    case 23:
      check('count', request.count, 1, LIMITS.readRegisters);
      check('write address', request.writeAddress, 0, 0xffff);
      check('write count', request.values.length, 1, LIMITS.readWriteWrites);
      return Uint8Array.from([
        ...head,
        ...word(request.count),
        ...word(request.writeAddress),
        ...word(request.values.length),
        2 * request.values.length,
        ...words(request.values),
      ]);
  }
}

export type DecodedRequest =
  | { readonly ok: true; readonly request: Request }
  | { readonly ok: false; readonly exception: number };

/** Reads a request as a device does: what it cannot be is the exception code to answer with. */
export function decodeRequest(pdu: Uint8Array): DecodedRequest {
  const fc = pdu[0]!;
  const at = (k: number): number => (pdu[k]! << 8) | pdu[k + 1]!;
  const bad = (exception: number): DecodedRequest => ({ ok: false, exception });
  const good = (request: Request): DecodedRequest => ({ ok: true, request });
  switch (fc) {
    case 1:
    case 2:
    case 3:
    case 4: {
      if (pdu.length !== 5) return bad(3);
      const count = at(3);
      const max = fc <= 2 ? LIMITS.readBits : LIMITS.readRegisters;
      if (count < 1 || count > max) return bad(3);
      return at(1) + count > 0x10000 ? bad(2) : good({ fc, address: at(1), count });
    }
    case 5:
      if (pdu.length !== 5 || (at(3) !== 0xff00 && at(3) !== 0)) return bad(3);
      return good({ fc, address: at(1), on: at(3) === 0xff00 });
    case 6:
      return pdu.length === 5 ? good({ fc, address: at(1), value: at(3) }) : bad(3);
    case 15: {
      const count = at(3);
      if (pdu.length !== 6 + pdu[5]! || count < 1 || count > LIMITS.writeBits || pdu[5] !== Math.ceil(count / 8))
        return bad(3);
      const bits = Array.from({ length: count }, (_, k) => ((pdu[6 + (k >> 3)]! >> (k & 7)) & 1) === 1);
      return at(1) + count > 0x10000 ? bad(2) : good({ fc, address: at(1), bits });
    }
    case 16: {
      const count = at(3);
      if (pdu.length !== 6 + pdu[5]! || count < 1 || count > LIMITS.writeRegisters || pdu[5] !== 2 * count)
        return bad(3);
      const values = Uint16Array.from({ length: count }, (_, k) => at(6 + 2 * k));
      return at(1) + count > 0x10000 ? bad(2) : good({ fc, address: at(1), values });
    }
    case 23: {
      if (pdu.length < 10) return bad(3);
      const count = at(3);
      const writes = at(7);
      if (count < 1 || count > LIMITS.readRegisters || writes < 1 || writes > LIMITS.readWriteWrites) return bad(3);
      if (pdu[9] !== 2 * writes || pdu.length !== 10 + 2 * writes) return bad(3);
      if (at(1) + count > 0x10000 || at(5) + writes > 0x10000) return bad(2);
      const values = Uint16Array.from({ length: writes }, (_, k) => at(10 + 2 * k));
      return good({ fc, address: at(1), count, writeAddress: at(5), values });
    }
    default:
      return bad(1);
  }
}

export function encodeReply(reply: Reply): Uint8Array {
  if (isException(reply)) return Uint8Array.from([reply.fc | 0x80, reply.exception]);
  if ('bits' in reply) {
    const packed = packBits(reply.bits);
    return Uint8Array.from([reply.fc, packed.length, ...packed]);
  }
  if ('values' in reply) return encodeValues(reply.fc, reply.values);
  return Uint8Array.from([reply.fc, ...word(reply.address), ...word(reply.value)]);
}

/** Nearly all that a device answers; without a detour over lists. */
function encodeValues(fc: number, values: Uint16Array): Uint8Array {
  const pdu = new Uint8Array(2 + 2 * values.length);
  pdu[0] = fc;
  pdu[1] = 2 * values.length;
  for (let k = 0; k < values.length; k++) {
    pdu[2 + 2 * k] = values[k]! >> 8;
    pdu[3 + 2 * k] = values[k]!;
  }
  return pdu;
}

/** Bytes that a good reply to this request has. An exception has 2. */
export function replyLength(request: Request): number {
  switch (request.fc) {
    case 1:
    case 2:
      return 2 + Math.ceil(request.count / 8);
    case 3:
    case 4:
    case 23:
      return 2 + 2 * request.count;
    default:
      return 5;
  }
}

function registersAt(pdu: Uint8Array, count: number): Uint16Array {
  const values = new Uint16Array(count);
  for (let k = 0; k < count; k++) values[k] = (pdu[2 + 2 * k]! << 8) | pdu[3 + 2 * k]!;
  return values;
}

/** Reads the reply to a request; undefined if these bytes do not answer it. */
export function decodeReply(request: Request, pdu: Uint8Array): Reply | undefined {
  if (pdu[0] === (request.fc | 0x80) && pdu.length === 2) return { fc: request.fc, exception: pdu[1]! };
  if (pdu[0] !== request.fc || pdu.length !== replyLength(request)) return undefined;
  const at = (k: number): number => (pdu[k]! << 8) | pdu[k + 1]!;
  switch (request.fc) {
    case 1:
    case 2:
      if (pdu[1] !== pdu.length - 2) return undefined;
      return {
        fc: request.fc,
        bits: Array.from({ length: request.count }, (_, k) => ((pdu[2 + (k >> 3)]! >> (k & 7)) & 1) === 1),
      };
    case 3:
    case 4:
    case 23:
      if (pdu[1] !== pdu.length - 2) return undefined;
      return { fc: request.fc, values: registersAt(pdu, request.count) };
    default: {
      // Writes echo their address and their value or count: anything else answers another request.
      const sent = encodeRequest(request);
      for (let k = 1; k < 5; k++) if (pdu[k] !== sent[k]) return undefined;
      return { fc: request.fc, address: at(1), value: at(3) };
    }
  }
}

/** Length of a request PDU by its first bytes, as a device must predict it; undefined if more bytes are needed, 0 if unknown. */
export function requestLength(pdu: Uint8Array): number | undefined {
  return requestLengthAt(pdu, 0, pdu.length);
}

/** The same of a PDU that begins at `at`, of which the bytes before `end` are there. */
export function requestLengthAt(bytes: Uint8Array, at: number, end: number): number | undefined {
  if (at >= end) return undefined;
  switch (bytes[at]) {
    case 1:
    case 2:
    case 3:
    case 4:
    case 5:
    case 6:
      return 5;
    case 15:
    case 16:
      return at + 6 > end ? undefined : 6 + bytes[at + 5]!;
    case 23:
      return at + 10 > end ? undefined : 10 + bytes[at + 9]!;
    default:
      return 0;
  }
}

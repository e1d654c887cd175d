/**
 * Registers to values and back. A value that the device does not implement is undefined, never a number.
 *
 * Accumulators are the exception that the specification makes: their mark for "not implemented" is 0, which is also what a
 * new counter reads. They read 0 here, and whoever needs the difference must know the device.
 */
import { WijkError } from '../../errors.js';
import { layoutOf, MODELS, type Model, type Point, REPEATS } from './models.js';
import { registersOfType } from './tables/table.js';

export type Value = number | string | undefined;
export type Values = Readonly<Record<string, Value>>;

/**
 * Decodes all points of a table that lie within what was read; `registers[0]` is the model's ID register. Scale factors
 * come from the same read, because a device may change them at run time. Counters beyond 2^53 lose their last digits.
 */
export function decodeModel(model: Model, registers: Uint16Array): Values {
  const values: Record<string, Value> = {};
  for (const [name, point] of Object.entries(model)) {
    if (point.type === 'pad' || point.offset + registersOf(point) > registers.length) continue;
    const raw = decodeRaw(point, registers);
    if (typeof raw !== 'number' || point.sf === undefined) {
      values[name] = raw;
      continue;
    }
    const sf = model[point.sf];
    const exponent = sf === undefined || sf.offset >= registers.length ? undefined : decodeRaw(sf, registers);
    values[name] = typeof exponent === 'number' ? scale(raw, exponent) : undefined;
  }
  return values;
}

/** Decodes a whole model by its number, repeated blocks included. */
export function decodeRegisters(id: number, registers: Uint16Array): Values {
  const repeat = REPEATS[id];
  const counter = repeat === undefined ? undefined : MODELS[id]?.[repeat.count];
  const blocks =
    counter === undefined || counter.offset >= registers.length ? undefined : decodeRaw(counter, registers);
  return decodeModel(layoutOf(id, registers.length, typeof blocks === 'number' ? blocks : undefined), registers);
}

/** A number of the decoded model, or undefined. */
export function numberOf(values: Values, name: string): number | undefined {
  const value = values[name];
  return typeof value === 'number' ? value : undefined;
}

export const registersOf = (point: Pick<Point, 'type'>): number => registersOfType(point.type);

/** Division keeps decimal values exact where multiplication by 0.1 would not. */
const scale = (raw: number, exponent: number): number => (exponent >= 0 ? raw * 10 ** exponent : raw / 10 ** -exponent);

function decodeRaw({ offset, type }: Point, registers: Uint16Array): Value {
  const word = registers[offset]!;
  switch (type) {
    case 'int16':
      return word === 0x8000 ? undefined : (word << 16) >> 16;
    case 'uint16':
    case 'enum16':
    case 'bitfield16':
    case 'count':
      return word === 0xffff ? undefined : word;
    case 'raw16':
    case 'acc16':
    case 'pad':
      return word;
    case 'sunssf': {
      const signed = (word << 16) >> 16;
      return word === 0x8000 || signed < -10 || signed > 10 ? undefined : signed;
    }
  }
  const bytes = bytesOf(registers, offset, registersOfType(type));
  const view = new DataView(bytes.buffer);
  switch (type) {
    case 'int32':
      return known(view.getInt32(0), -0x80000000);
    case 'uint32':
    case 'enum32':
    case 'bitfield32':
      return known(view.getUint32(0), 0xffffffff);
    case 'acc32':
      return view.getUint32(0);
    case 'float32':
      return finite(view.getFloat32(0));
    case 'float64':
      return finite(view.getFloat64(0));
    case 'int64': {
      const value = view.getBigInt64(0);
      return value === -(1n << 63n) ? undefined : Number(value);
    }
    case 'uint64':
    case 'bitfield64': {
      const value = view.getBigUint64(0);
      return value === (1n << 64n) - 1n ? undefined : Number(value);
    }
    case 'acc64':
      return Number(view.getBigUint64(0));
    case 'ipaddr':
      return view.getUint32(0) === 0 ? undefined : bytes.join('.');
    case 'ipv6addr': {
      if (bytes.every((byte) => byte === 0)) return undefined;
      return Array.from({ length: 8 }, (_, k) => view.getUint16(2 * k).toString(16)).join(':');
    }
    case 'eui48': {
      // The first two bytes are not used.
      const mac = bytes.subarray(2);
      if (mac.every((byte) => byte === 0xff)) return undefined;
      return Array.from(mac, (byte) => byte.toString(16).padStart(2, '0').toUpperCase()).join(':');
    }
    default: {
      const text = Buffer.from(bytes.buffer).toString('latin1').replace(/\0.*$/s, '').trim();
      return text === '' ? undefined : text;
    }
  }
}

const known = (value: number, mark: number): number | undefined => (value === mark ? undefined : value);
/** The mark of a float is a NaN; an infinity is no measurement either. */
const finite = (value: number): number | undefined => (Number.isFinite(value) ? value : undefined);

function bytesOf(registers: Uint16Array, offset: number, count: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(2 * count);
  for (let k = 0; k < count; k++) {
    bytes[2 * k] = registers[offset + k]! >> 8;
    bytes[2 * k + 1] = registers[offset + k]! & 0xff;
  }
  return bytes;
}

/** Smallest and largest raw value that is a value and not a mark. */
const RANGES: Readonly<Record<string, readonly [bigint, bigint]>> = {
  int16: [-0x7fffn, 0x7fffn],
  sunssf: [-10n, 10n],
  uint16: [0n, 0xfffen],
  enum16: [0n, 0xfffen],
  bitfield16: [0n, 0xfffen],
  count: [0n, 0xfffen],
  raw16: [0n, 0xffffn],
  acc16: [0n, 0xffffn],
  pad: [0n, 0xffffn],
  int32: [-0x7fffffffn, 0x7fffffffn],
  uint32: [0n, 0xfffffffen],
  enum32: [0n, 0xfffffffen],
  bitfield32: [0n, 0xfffffffen],
  acc32: [0n, 0xffffffffn],
  int64: [-(1n << 63n) + 1n, (1n << 63n) - 1n],
  uint64: [0n, (1n << 64n) - 2n],
  bitfield64: [0n, (1n << 64n) - 2n],
  acc64: [0n, (1n << 64n) - 1n],
};

/** The register value for a number: rounded to the point's resolution. Throws BAD_INPUT if it does not fit one register. */
export function encodePoint(point: Point, value: number, exponent = 0): number {
  const registers = encodeRegisters(point, value, exponent);
  if (registers.length !== 1) throw new WijkError('BAD_INPUT', `a ${point.type} takes ${registers.length} registers`);
  return registers[0]!;
}

/**
 * The registers for a value, rounded to the point's resolution; `undefined` gives the mark "not implemented". Throws BAD_INPUT
 * for what does not fit: nothing is wrapped, and no value becomes a mark.
 */
export function encodeRegisters(point: Point, value: Value, exponent = 0): number[] {
  const { type } = point;
  const count = registersOfType(type);
  if (value === undefined) return absentRegisters(type);
  if (typeof value === 'string') return encodeText(point, value, count);
  if (type === 'float32' || type === 'float64') {
    if (!Number.isFinite(value)) throw unfit(point, value, exponent, 'it is no finite number');
    const view = new DataView(new ArrayBuffer(2 * count));
    if (type === 'float32') view.setFloat32(0, value);
    else view.setFloat64(0, value);
    return Array.from({ length: count }, (_, k) => view.getUint16(2 * k));
  }
  const range = RANGES[type];
  if (range === undefined) throw unfit(point, value, exponent, 'it is written as text');
  const scaled = exponent >= 0 ? value / 10 ** exponent : value * 10 ** -exponent;
  if (!Number.isFinite(scaled)) throw unfit(point, value, exponent, 'it is no finite number');
  const raw = BigInt(Math.round(scaled));
  const [min, max] = range;
  if (raw < min || raw > max) throw unfit(point, value, exponent, `${raw} is outside ${min} to ${max}`);
  const bits = BigInt.asUintN(16 * count, raw);
  return Array.from({ length: count }, (_, k) => Number((bits >> BigInt(16 * (count - 1 - k))) & 0xffffn));
}

/** The registers that say "not implemented". */
export function absentRegisters(type: Point['type']): number[] {
  const count = registersOfType(type);
  const first = (word: number, rest: number): number[] => [word, ...new Array<number>(count - 1).fill(rest)];
  switch (type) {
    case 'int16':
    case 'int32':
    case 'int64':
    case 'sunssf':
    case 'pad':
      return first(0x8000, 0);
    case 'float32':
      return first(0x7fc0, 0);
    case 'float64':
      return first(0x7ff8, 0);
    case 'eui48':
      return first(0, 0xffff);
    case 'acc16':
    case 'acc32':
    case 'acc64':
    case 'ipaddr':
    case 'ipv6addr':
    case 'raw16':
      return first(0, 0);
    default:
      return type.startsWith('string') ? first(0, 0) : first(0xffff, 0xffff);
  }
}

function encodeText(point: Point, text: string, count: number): number[] {
  if (!point.type.startsWith('string')) throw unfit(point, text, 0, 'it is no text');
  const bytes = Buffer.from(text, 'latin1');
  if (bytes.length > 2 * count) throw unfit(point, text, 0, `it has ${bytes.length} characters, of ${2 * count}`);
  return Array.from({ length: count }, (_, k) => ((bytes[2 * k] ?? 0) << 8) | (bytes[2 * k + 1] ?? 0));
}

const unfit = ({ type }: Point, value: number | string, exponent: number, why: string): WijkError =>
  new WijkError(
    'BAD_INPUT',
    `${value} does not fit a ${type}${exponent === 0 ? '' : ` with scale factor ${exponent}`}: ${why}`,
  );

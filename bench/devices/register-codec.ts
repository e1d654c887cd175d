/** Between the words of a register and its value in SI, as the profile's table says. */
import { UNITS } from './profile/quantities.js';
import type { Register } from './profile/registers.js';

/**
 * A register's value in the unit of its dimension (SI), a text, or undefined where the device says that there is none. `by` is
 * what other registers say of it: a factor beside its own scale, and 1 or -1.
 */
export function decodeRegister(
  register: Register,
  words: ArrayLike<number>,
  at: number,
  by: { readonly factor: number; readonly sign: number } = PLAIN,
): number | string | undefined {
  if (register.type === 'string') return decodeText(register, words, at);
  const whole = rawNumber(register, words, at);
  if (register.absentValues.includes(whole) || Number.isNaN(whole)) return undefined;
  const raw = register.bits === undefined ? whole : bitsOf(whole, register.bits);
  const value = register.sign * by.sign * (times(times(raw, register.scale), by.factor) + register.offset);
  return zeroed(times(value, UNITS[register.unit].factor));
}

const PLAIN = { factor: 1, sign: 1 };

const bitsOf = (whole: number, [low, high]: readonly [number, number]): number =>
  Math.floor(whole / 2 ** low) % 2 ** (high - low + 1);

const swapped = (word: number): number => ((word & 0xff) << 8) | (word >> 8);

/**
 * The words that stand for a value in SI, rounded to the register's resolution and held inside what it takes
 * (`minimum`, `maximum`, and what its type can hold).
 */
export function encodeRegister(register: Register, value: number): number[] {
  const inUnit = times(value, 1 / UNITS[register.unit].factor);
  const { minimum = Number.NEGATIVE_INFINITY, maximum = Number.POSITIVE_INFINITY } = register;
  const bounded = Math.min(maximum, Math.max(minimum, inUnit));
  return encodeRaw(register, times(bounded * register.sign - register.offset, 1 / register.scale));
}

/** As `encodeRegister` without scale, offset, sign and unit: for numbers that are written as they stand. */
export function encodeRaw(register: Register, raw: number): number[] {
  const bytes = new DataView(new ArrayBuffer(Math.max(2, register.words * 2)));
  const bits = register.words * 16;
  switch (register.type) {
    case 'float32':
      bytes.setFloat32(0, raw);
      break;
    case 'float64':
      bytes.setFloat64(0, raw);
      break;
    case 'bit':
      return [raw === 0 ? 0 : 1];
    default: {
      const signed = register.type.startsWith('int');
      const high = 2 ** (signed ? bits - 1 : bits) - 1;
      const low = signed ? -(2 ** (bits - 1)) : 0;
      // Above 2^53 a number is not exact any more; no setpoint is so large.
      const whole = Math.min(Math.min(high, Number.MAX_SAFE_INTEGER), Math.max(low, Math.round(raw)));
      if (bits === 16) bytes.setUint16(0, whole & 0xffff);
      else if (bits === 32) bytes.setUint32(0, whole < 0 ? whole + 2 ** 32 : whole);
      else bytes.setBigInt64(0, BigInt(whole));
    }
  }
  const words = Array.from({ length: register.words }, (_, k) => {
    const word = bytes.getUint16(2 * k);
    return register.lowByteFirst ? swapped(word) : word;
  });
  return register.lowWordFirst ? words.reverse() : words;
}

/** Words on their way to a number; nobody keeps it. */
const SCRATCH = new DataView(new ArrayBuffer(8));

function rawNumber(register: Register, words: ArrayLike<number>, at: number): number {
  const { type, words: count, lowWordFirst, lowByteFirst } = register;
  if (type === 'bit') return words[at] === 0 ? 0 : 1;
  const bytes = SCRATCH;
  for (let k = 0; k < count; k++) {
    const word = words[at + (lowWordFirst ? count - 1 - k : k)]!;
    bytes.setUint16(2 * k, lowByteFirst ? swapped(word) : word);
  }
  switch (type) {
    case 'uint16':
      return bytes.getUint16(0);
    case 'int16':
      return bytes.getInt16(0);
    case 'uint32':
      return bytes.getUint32(0);
    case 'int32':
      return bytes.getInt32(0);
    case 'uint64':
      return Number(bytes.getBigUint64(0));
    case 'int64':
      return Number(bytes.getBigInt64(0));
    case 'float32':
      return bytes.getFloat32(0);
    default:
      return bytes.getFloat64(0);
  }
}

function decodeText({ words: count, lowByteFirst }: Register, words: ArrayLike<number>, at: number): string {
  const bytes: number[] = [];
  for (let k = 0; k < count; k++) {
    const word = lowByteFirst ? swapped(words[at + k]!) : words[at + k]!;
    bytes.push(word >> 8, word & 0xff);
  }
  return String.fromCharCode(...bytes)
    .replace(/\0.*$/s, '')
    .trim();
}

/** Dividing keeps decimals exact where × 0.1 would not. */
const times = (value: number, factor: number): number => {
  const inverse = Math.round(1 / factor);
  return factor < 1 && Math.abs(inverse * factor - 1) < 1e-12 ? value / inverse : value * factor;
};

const zeroed = (value: number): number => (value === 0 ? 0 : value);

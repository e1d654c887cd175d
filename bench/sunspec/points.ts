/** Registers to values and back. A value that the device does not implement is undefined, never a number. */
import { WijkError } from '../../errors.js';
import type { Model, Point } from './models.js';

export type Values = Readonly<Record<string, number | string | undefined>>;

/**
 * Decodes all points of a model that lie within what was read; `registers[0]` is the model's ID register. Scale factors
 * come from the same read, because a device may change them at run time.
 */
export function decodeModel(model: Model, registers: Uint16Array): Values {
  const values: Record<string, number | string | undefined> = {};
  for (const [name, point] of Object.entries(model)) {
    if (point.offset + registersOf(point) > registers.length) continue;
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

/** A number of the decoded model, or undefined. */
export function numberOf(values: Values, name: string): number | undefined {
  const value = values[name];
  return typeof value === 'number' ? value : undefined;
}

export function registersOf(point: Point): number {
  if (point.type.startsWith('string')) return Number(point.type.slice(6));
  return point.type === 'acc32' || point.type === 'bitfield32' ? 2 : 1;
}

/** Division keeps decimal values exact where multiplication by 0.1 would not. */
const scale = (raw: number, exponent: number): number => (exponent >= 0 ? raw * 10 ** exponent : raw / 10 ** -exponent);

function decodeRaw(point: Point, registers: Uint16Array): number | string | undefined {
  const word = registers[point.offset]!;
  switch (point.type) {
    case 'int16':
      return word === 0x8000 ? undefined : (word << 16) >> 16;
    case 'uint16':
    case 'enum16':
    case 'bitfield16':
      return word === 0xffff ? undefined : word;
    case 'sunssf': {
      const signed = (word << 16) >> 16;
      return word === 0x8000 || signed < -10 || signed > 10 ? undefined : signed;
    }
    case 'acc32':
      // 0 means both "zero" and "not implemented" (model definition): as an energy counter both read 0.
      return word * 65_536 + registers[point.offset + 1]!;
    case 'bitfield32': {
      const value = word * 65_536 + registers[point.offset + 1]!;
      return value === 0xffffffff ? undefined : value;
    }
    default: {
      const bytes: number[] = [];
      for (let k = 0; k < registersOf(point); k++)
        bytes.push(registers[point.offset + k]! >> 8, registers[point.offset + k]! & 0xff);
      const text = String.fromCharCode(...bytes)
        .replace(/\0.*$/s, '')
        .trim();
      return text === '' ? undefined : text;
    }
  }
}

/** The register value for a number: rounded to the point's resolution. Throws BAD_INPUT if it does not fit. */
export function encodePoint(point: Point, value: number, exponent = 0): number {
  const raw = Math.round(exponent >= 0 ? value / 10 ** exponent : value * 10 ** -exponent);
  const signed = point.type === 'int16' || point.type === 'sunssf';
  const min = signed ? -32_767 : 0;
  const max = signed ? 32_767 : 65_534;
  if (!(raw >= min && raw <= max)) {
    throw new WijkError(
      'BAD_INPUT',
      `${value} does not fit a ${point.type} with scale factor ${exponent}: ${raw} is outside ${min} to ${max}`,
    );
  }
  return raw & 0xffff;
}

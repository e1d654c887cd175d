/**
 * A table of 16-bit registers as a device's firmware has it. A number that is not known, or that does not fit, becomes
 * the type's not-implemented value: a register never shows a clipped number as if it were one.
 */
export class RegisterImage {
  readonly #words = new Map<number, number>();

  /** Bounds are those of SunSpec, where the lowest and the highest raw value mean "not implemented". */
  int16(address: number, value: number, exponent = 0): void {
    const raw = scaled(value, exponent);
    this.#words.set(address, raw >= -32_767 && raw <= 32_767 ? raw & 0xffff : 0x8000);
  }

  uint16(address: number, value: number, exponent = 0): void {
    const raw = scaled(value, exponent);
    this.#words.set(address, raw >= 0 && raw <= 0xfffe ? raw : 0xffff);
  }

  /** A counter: wraps at 2^32; one that is not known is 0, which SunSpec cannot tell from zero. */
  acc32(address: number, value: number, exponent = 0): void {
    const raw = scaled(value, exponent);
    this.#long(address, raw >= 0 ? raw % 4_294_967_296 : 0);
  }

  uint32(address: number, value: number): void {
    this.#long(address, value >= 0 && value <= 0xfffffffe ? Math.round(value) : 0xffffffff);
  }

  int32(address: number, value: number): void {
    const raw = Math.round(value);
    this.#long(address, Math.abs(raw) <= 0x7fffffff ? raw >>> 0 : 0x80000000);
  }

  /** IEEE 754, high word first; NaN stays the quiet NaN 0x7FC00000. */
  float32(address: number, value: number): void {
    const view = new DataView(new ArrayBuffer(4));
    view.setFloat32(0, value);
    this.#long(address, Number.isNaN(value) ? 0x7fc00000 : view.getUint32(0));
  }

  /** Raw words, for codes and marks. */
  words(address: number, ...values: readonly number[]): void {
    values.forEach((value, k) => {
      this.#words.set(address + k, value & 0xffff);
    });
  }

  fill(address: number, count: number, value: number): void {
    for (let k = 0; k < count; k++) this.#words.set(address + k, value);
  }

  text(address: number, registers: number, text: string): void {
    for (let k = 0; k < registers; k++) {
      this.#words.set(address + k, (code(text, 2 * k) << 8) | code(text, 2 * k + 1));
    }
  }

  has(address: number): boolean {
    return this.#words.has(address);
  }

  get(address: number): number {
    return this.#words.get(address) ?? 0;
  }

  getInt16(address: number): number {
    return (this.get(address) << 16) >> 16;
  }

  /** Undefined if the range touches an address without a register. */
  read(address: number, count: number): Uint16Array | undefined {
    const values = new Uint16Array(count);
    for (let k = 0; k < count; k++) {
      const word = this.#words.get(address + k);
      if (word === undefined) return undefined;
      values[k] = word;
    }
    return values;
  }

  #long(address: number, value: number): void {
    this.#words.set(address, Math.floor(value / 65_536) & 0xffff);
    this.#words.set(address + 1, value & 0xffff);
  }
}

/** Division keeps decimals exact where a product with 0.1 would not. */
const scaled = (value: number, exponent: number): number =>
  Math.round(exponent >= 0 ? value / 10 ** exponent : value * 10 ** -exponent);

/** Registers hold one byte a character. */
const code = (text: string, at: number): number => {
  const c = text.charCodeAt(at);
  return Number.isNaN(c) ? 0 : c > 0xff ? 0x3f : c;
};

/** The smallest exponent from `least` on with which a signed 16-bit register holds ± `largest`. */
export function exponentFor(largest: number, least = 0): number {
  let exponent = least;
  while (largest / 10 ** exponent > 32_000 && exponent < 10) exponent++;
  return exponent;
}

const SCRATCH = new DataView(new ArrayBuffer(4));

/** A table of 16-bit registers as a device's firmware has it. What a mock knows of its vendor's map is typed in there. */
export class Registers {
  private readonly words = new Map<number, number>();

  has(address: number): boolean {
    return this.words.has(address);
  }

  uint16(address: number, value: number): void {
    this.words.set(address, Math.max(0, Math.min(0xffff, Math.round(value))));
  }

  int16(address: number, value: number): void {
    this.words.set(address, Math.max(-32_768, Math.min(32_767, Math.round(value))) & 0xffff);
  }

  int32(address: number, value: number): void {
    const whole = Math.round(value) | 0;
    this.words.set(address, (whole >>> 16) & 0xffff);
    this.words.set(address + 1, whole & 0xffff);
  }

  uint32(address: number, value: number): void {
    const whole = Math.round(value) % 4294967296;
    this.words.set(address, Math.floor(whole / 65_536));
    this.words.set(address + 1, whole % 65_536);
  }

  /** IEEE 754 in two registers, the high word first. */
  float32(address: number, value: number): void {
    SCRATCH.setFloat32(0, value);
    this.words.set(address, SCRATCH.getUint16(0));
    this.words.set(address + 1, SCRATCH.getUint16(2));
  }

  text(address: number, registers: number, text: string): void {
    for (let k = 0; k < registers; k++) {
      this.words.set(address + k, ((text.charCodeAt(2 * k) || 0) << 8) | (text.charCodeAt(2 * k + 1) || 0));
    }
  }

  fill(address: number, registers: number, value: number): void {
    for (let k = 0; k < registers; k++) this.words.set(address + k, value);
  }

  get(address: number): number {
    return this.words.get(address) ?? 0;
  }

  getInt16(address: number): number {
    return (this.get(address) << 16) >> 16;
  }

  /** Undefined if the range touches an address without a register. */
  read(address: number, count: number): Uint16Array | undefined {
    const values = new Uint16Array(count);
    for (let k = 0; k < count; k++) {
      if (!this.has(address + k)) return undefined;
      values[k] = this.get(address + k);
    }
    return values;
  }
}

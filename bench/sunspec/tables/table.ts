/** How the register facts are written down: one line per point. */

export type PointType =
  | 'int16'
  | 'int32'
  | 'int64'
  | 'raw16'
  | 'uint16'
  | 'uint32'
  | 'uint64'
  | 'acc16'
  | 'acc32'
  | 'acc64'
  | 'enum16'
  | 'enum32'
  | 'bitfield16'
  | 'bitfield32'
  | 'bitfield64'
  | 'float32'
  | 'float64'
  | 'sunssf'
  | 'count'
  | 'pad'
  | 'ipaddr'
  | 'ipv6addr'
  | 'eui48'
  | `string${number}`;

export interface Point {
  /** Registers after the model's ID register; in a repeating block, after the block's first. */
  readonly offset: number;
  readonly type: PointType;
  /** Name of the scale factor point, in the fixed part of the model; absent: the raw value is the value. */
  readonly sf?: string;
  /** Unit of the scaled value; percentages say of what. */
  readonly unit?: string;
  readonly writable?: boolean;
  /** Does not change while the device runs. */
  readonly fixed?: boolean;
}
export type Model = Readonly<Record<string, Point>>;

const REGISTERS: Readonly<Record<string, number>> = {
  int16: 1,
  raw16: 1,
  uint16: 1,
  acc16: 1,
  enum16: 1,
  bitfield16: 1,
  sunssf: 1,
  count: 1,
  pad: 1,
  int32: 2,
  uint32: 2,
  acc32: 2,
  enum32: 2,
  bitfield32: 2,
  float32: 2,
  ipaddr: 2,
  int64: 4,
  uint64: 4,
  acc64: 4,
  bitfield64: 4,
  float64: 4,
  eui48: 4,
  ipv6addr: 8,
};

/** Registers that a type takes; 0 for a type that does not exist. */
export function registersOfType(type: string): number {
  return REGISTERS[type] ?? Number(/^string(\d{1,3})$/.exec(type)?.[1] ?? 0);
}

/**
 * Reads lines of `offset name type [scale factor] [unit] [flags]`, `-` for nothing; flags are `w` (the client may write) and
 * `s` (static). Throws RangeError at a line that does not follow the one before: a defect of the table.
 */
export function table(text: string): Model {
  const model: Record<string, Point> = {};
  let next: number | undefined;
  for (const line of text.split('\n').filter((l) => l.trim() !== '')) {
    const [at = '', name = '', type = '', sf = '-', unit = '-', flags = '-'] = line.trim().split(/\s+/);
    const offset = Number(at);
    const registers = registersOfType(type);
    if (registers === 0 || name in model || (next !== undefined && offset !== next)) {
      throw new RangeError(`SunSpec table: "${line.trim()}" does not follow the line before it`);
    }
    next = offset + registers;
    model[name] = {
      offset,
      type: type as PointType,
      ...(sf === '-' ? {} : { sf }),
      ...(unit === '-' ? {} : { unit }),
      ...(flags.includes('w') ? { writable: true } : {}),
      ...(flags.includes('s') ? { fixed: true } : {}),
    };
  }
  return model;
}

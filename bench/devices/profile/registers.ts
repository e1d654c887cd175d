/**
 * The Modbus family of profiles: a table of registers as a maker prints it, which of them measure what, and what is
 * written for a command. Everything a driver needs to know is here, so that a new product needs no code.
 */
import { z } from 'zod';
import { whole } from './behaviour.js';
import { QUANTITIES, QUANTITY_NAMES, UNIT_NAMES, UNITS } from './quantities.js';

const TYPES = ['uint16', 'int16', 'uint32', 'int32', 'uint64', 'int64', 'float32', 'float64', 'string', 'bit'] as const;
export type RegisterType = (typeof TYPES)[number];

/** Function codes that read: coils, discrete inputs, holding registers, input registers. */
const FUNCTIONS = [1, 2, 3, 4] as const;
export type ReadFunction = (typeof FUNCTIONS)[number];

const registerSchema = z.strictObject({
  /** The address on the wire, from 0. */
  address: whole(0, 0xffff).optional(),
  /**
   * Or the maker's number: 0xxxx coil, 1xxxx discrete input, 3xxxx input register, 4xxxx holding register, from 1; with six
   * digits (1xxxxx, 3xxxxx, 4xxxxx) where a table goes beyond 9999.
   */
  number: whole(1, 465_536).optional(),
  type: z.enum(TYPES),
  /** Registers of a text. */
  length: whole(1, 125).optional(),
  /** Function code that reads it; default: what the number says, otherwise the table's. */
  function: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]).optional(),
  wordOrder: z.enum(['high-first', 'low-first']).optional(),
  /** Of the two bytes in each word; Modbus itself has the high one first. */
  byteOrder: z.enum(['high-first', 'low-first']).optional(),
  /** The raw value is only these bits of it: lowest and highest, the least significant is 0. */
  bits: z.tuple([whole(0, 31), whole(0, 31)]).optional(),
  /** value = sign × (raw × scale + offset), in `unit`. */
  scale: z
    .number()
    .refine((n) => n > 0, 'must be above 0; a turned sign is sign: -1')
    .default(1),
  offset: z.number().default(0),
  sign: z.union([z.literal(1), z.literal(-1)]).default(1),
  unit: z.enum(UNIT_NAMES).default('none'),
  /** Another register by which the value counts: `factor` multiplies it (a transformer's ratio), `exponent` is a power of ten. */
  scaleBy: z.strictObject({ register: z.string(), as: z.enum(['factor', 'exponent']) }).optional(),
  /** Another register that tells the direction: at these values of it the sign turns. */
  signBy: z.strictObject({ register: z.string(), negative: z.array(z.number()).min(1).max(32) }).optional(),
  /** Raw value, or values, that mean: not there. */
  absent: z.union([z.number(), z.array(z.number()).min(1).max(16)]).optional(),
  /** Absent: read only. A flash-backed register is written only when its value differs. */
  write: z.enum(['volatile', 'flash']).optional(),
  /** The device takes it and does not tell what it holds: nothing is read back, and only the effect shows whether it follows. */
  writeOnly: z.boolean().optional(),
  /** Smallest and largest value that the device takes, in `unit`. */
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  /** What the values of a state mean, for people. */
  meanings: z.record(z.string().regex(/^-?\d+$/), z.string()).optional(),
});

/** What a command is about, from the power window and the bench's settings. */
export const COMMAND_SOURCES = {
  /** The power itself: the window's middle, W. */
  targetPowerW: 'power',
  /** The window's edges, W, + = consumption. */
  maximumPowerW: 'power',
  minimumPowerW: 'power',
  /** The same without sign, for registers that have a direction of their own. */
  consumptionW: 'power',
  feedInW: 'power',
  magnitudeW: 'power',
  /** Most that may be fed in: the lower edge with its sign turned, at least 0. */
  feedInLimitW: 'power',
  safeSetpointW: 'power',
  revertTimeS: 'time',
} as const;
export type CommandSource = keyof typeof COMMAND_SOURCES;
const SOURCE_NAMES = Object.keys(COMMAND_SOURCES) as [CommandSource, ...CommandSource[]];

const source = z.enum(SOURCE_NAMES);
/** A number, or the register that the device keeps it in. */
const rating = z.union([z.number(), z.string()]);

const value = z.union([
  z.number(),
  source,
  z.strictObject({
    of: source,
    /** Written as percent of this many W (a number or a register that was read at identification). */
    percentOf: rating.optional(),
    /** The power in equal parts, one for each register that it is written to: a setpoint per phase. */
    parts: whole(2, 3).optional(),
    /** The value is held inside these (W or s) before it is written. */
    atLeast: rating.optional(),
    atMost: rating.optional(),
  }),
  z.strictObject({
    of: source,
    /** By the sign of the value. */
    direction: z.strictObject({ consume: z.number(), feedIn: z.number(), idle: z.number() }),
  }),
  z.strictObject({
    /** States that the device can be in, each with the powers it then takes; the widest one that fits the window wins. */
    modes: z
      .array(
        z.strictObject({
          name: z.string().min(1),
          value: z.number(),
          minimumPowerW: rating,
          maximumPowerW: rating,
        }),
      )
      .min(1),
  }),
  z.strictObject({
    of: source,
    /** Points [W, value], rising in both; straight lines between them, the ends beyond. */
    curve: z.array(z.tuple([z.number(), z.number()])).min(2),
  }),
]);
export type CommandValue = z.output<typeof value>;

const write = z.strictObject({ register: z.string(), value });
export type CommandWrite = z.output<typeof write>;

export const modbusFields = {
  modbus: z
    .strictObject({
      function: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]).default(3),
      wordOrder: z.enum(['high-first', 'low-first']).default('high-first'),
      byteOrder: z.enum(['high-first', 'low-first']).default('high-first'),
      /** Most registers in one request that the device takes. */
      maximumRegisters: whole(1, 125).default(125),
      /** Registers without meaning that a read may span; devices that refuse such a range have 0. */
      holes: whole(0, 124).default(0),
      /** `single`: function 6 (5) only; `block`: 16 (15) only; `any`: 6 for one register, 16 for neighbours. */
      writes: z.enum(['any', 'single', 'block']).default('any'),
    })
    .prefault({}),
  identity: z.strictObject({
    /** Registers whose texts name the device for a person; a literal text is written in quotes with a leading =. */
    manufacturer: z.string().optional(),
    model: z.string().optional(),
    firmware: z.string().optional(),
    serialNumber: z.string().optional(),
    /** Registers and what they must hold: what tells this product from others on the line. */
    expect: z.record(z.string(), z.union([z.number(), z.string()])).default({}),
    /** Registers and the range that they lie in on any such device, for products that do not say what they are. */
    between: z.record(z.string(), z.tuple([z.number(), z.number()])).default({}),
    /** Registers that change how the device behaves; their values are part of its identity. */
    settings: z.array(z.string()).default([]),
  }),
  registers: z.record(
    z.string().regex(/^[A-Za-z][A-Za-z0-9_]*$/, 'a register name is letters, digits and _'),
    registerSchema,
  ),
  /** The register of a quantity, or several whose sum it is. */
  reads: z.partialRecord(z.enum(QUANTITY_NAMES), z.union([z.string(), z.array(z.string()).min(2).max(16)])),
  /** Values of `state`, and of the state of charge, at which a storage can not consume or not feed in any more. */
  edges: z
    .strictObject({
      fullRatio: z.number().min(0).max(1).optional(),
      emptyRatio: z.number().min(0).max(1).optional(),
      fullStates: z.array(z.number()).default([]),
      emptyStates: z.array(z.number()).default([]),
    })
    .optional(),
};

export const modbusCommandFields = {
  command: z.strictObject({
    /** Powers that the device can take, W, + = consumption: numbers or registers. */
    rating: z.strictObject({ minimumPowerW: rating, maximumPowerW: rating }),
    /** In this order; neighbours in the list that are neighbours on the wire go in one request. */
    writes: z.array(write).min(1).max(32),
    /** Gives control back: the device then runs as without a controller. */
    release: z
      .array(z.strictObject({ register: z.string(), value: z.number() }))
      .max(32)
      .default([]),
    /** A counter that the device watches: written with every beat, one more each time. */
    heartbeat: z.strictObject({ register: z.string(), wrapsAt: whole(1, 0xffffffff).default(0xffff) }).optional(),
    /**
     * How a device that takes a ceiling is made to take `rating.maximumPowerW` whatever it needs by itself, if its maker says
     * that it can be: what it can do is then measured.
     */
    fullLoad: z
      .strictObject({
        /** Registers of `writes` that then get another value; none: the widest window is all that it needs. */
        writes: z
          .array(z.strictObject({ register: z.string(), value: z.number() }))
          .max(8)
          .default([]),
        /** s; minimum times of a compressor and its way up are within it. */
        withinS: z.number().positive().max(3600),
        /** From this supply temperature on it may take less. */
        supplyBelowC: z.number().min(-50).max(200).optional(),
        /** Values of `state` in which it may take less, such as a defrost. */
        notInStates: z.array(z.number()).max(32).default([]),
      })
      .optional(),
    /** The register that tells how long a command still holds. */
    revertRemaining: z.string().optional(),
    /**
     * The registers keep the last command after it has reverted. Whether it is in force then stands in `revertRemaining` alone;
     * without that only the device's power shows it.
     */
    remembers: z.boolean().default(false),
  }),
};

export type Registers = Readonly<Record<string, z.output<typeof registerSchema>>>;
type RawRegister = z.output<typeof registerSchema>;
type ModbusPart = {
  readonly modbus: z.output<(typeof modbusFields)['modbus']>;
  readonly identity: z.output<(typeof modbusFields)['identity']>;
  readonly registers: Registers;
  readonly reads: z.output<(typeof modbusFields)['reads']>;
  readonly command?: z.output<(typeof modbusCommandFields)['command']>;
};
export type ModbusTable = ModbusPart;

/** A register with everything that its table says by default. */
export interface Register extends RawRegister {
  readonly name: string;
  readonly wireAddress: number;
  readonly readFunction: ReadFunction;
  readonly lowWordFirst: boolean;
  readonly lowByteFirst: boolean;
  /** Raw values that mean: not there. */
  readonly absentValues: readonly number[];
  /** Registers (or bits) that it takes. */
  readonly words: number;
}

const WORDS: Readonly<Record<RegisterType, number>> = {
  bit: 1,
  uint16: 1,
  int16: 1,
  uint32: 2,
  int32: 2,
  float32: 2,
  uint64: 4,
  int64: 4,
  float64: 4,
  string: 0,
};

export function resolveRegister(table: ModbusPart, name: string): Register {
  const raw = table.registers[name]!;
  const { address, number = 0, absent = [] } = raw;
  const perSpace = number > 99_999 ? 100_000 : 10_000;
  const space = Math.floor(number / perSpace);
  const byNumber = ({ 0: 1, 1: 2, 3: 4, 4: 3 } as const)[space as 0 | 1 | 3 | 4] ?? table.modbus.function;
  const wireAddress = address ?? number - space * perSpace - 1;
  const readFunction = raw.function ?? (address === undefined ? byNumber : table.modbus.function);
  return {
    ...raw,
    name,
    wireAddress,
    readFunction,
    lowWordFirst: (raw.wordOrder ?? table.modbus.wordOrder) === 'low-first',
    lowByteFirst: (raw.byteOrder ?? table.modbus.byteOrder) === 'low-first',
    absentValues: typeof absent === 'number' ? [absent] : absent,
    words: raw.type === 'string' ? raw.length! : WORDS[raw.type],
  };
}

/** What parts of a device add up to. */
const SUMMED: readonly string[] = ['power', 'reactive power', 'apparent power', 'energy', 'current'];

/** The register of a quantity, or those whose sum it is. */
export const namesOf = (given: string | readonly string[]): readonly string[] =>
  typeof given === 'string' ? [given] : given;

export type Complain = (path: readonly (string | number)[], rule: string) => void;

/** What a schema cannot see: names that lead nowhere, units that do not fit, a table that contradicts itself. */
export function checkModbus(profile: ModbusPart, complain: Complain): void {
  const { registers } = profile;
  const known = (path: readonly (string | number)[], name: string): boolean => {
    if (registers[name] !== undefined) return true;
    complain(path, `there is no register "${name}" in the table`);
    return false;
  };
  const readable = (path: readonly (string | number)[], name: string): boolean => {
    if (!known(path, name)) return false;
    if (registers[name]!.writeOnly === true) complain(path, `register "${name}" is writeOnly and cannot be read`);
    return true;
  };
  for (const [name, register] of Object.entries(registers)) checkRegister(profile, name, register, complain);
  for (const [quantity, given] of Object.entries(profile.reads)) {
    const wanted = QUANTITIES[quantity as keyof typeof QUANTITIES];
    if (typeof given !== 'string' && !SUMMED.includes(wanted)) {
      complain(['reads', quantity], `is ${wanted}; only ${SUMMED.join(', ')} can be the sum of several registers`);
    }
    for (const name of namesOf(given)) {
      if (!readable(['reads', quantity], name)) continue;
      const { unit, type } = registers[name]!;
      if (UNITS[unit].dimension !== wanted || type === 'string') {
        complain(
          ['reads', quantity],
          `is ${wanted}; register "${name}" is ${type === 'string' ? 'a text' : `in ${unit}`}`,
        );
      }
    }
  }
  checkPower(profile.reads, complain);
  const { identity, command } = profile;
  for (const key of ['manufacturer', 'model', 'firmware', 'serialNumber'] as const) {
    const name = identity[key];
    if (name !== undefined && !name.startsWith('=')) readable(['identity', key], name);
  }
  for (const key of ['expect', 'between'] as const) {
    for (const name of Object.keys(identity[key])) readable(['identity', key, name], name);
  }
  identity.settings.forEach((name, k) => void readable(['identity', 'settings', k], name));
  if (command !== undefined) checkCommand(profile, command, known, readable, complain);
}

function checkRegister(
  { modbus, registers }: ModbusPart,
  name: string,
  register: RawRegister,
  complain: Complain,
): void {
  const at = ['registers', name];
  const { address, number, type, length, write: written } = register;
  if ((address === undefined) === (number === undefined)) {
    complain(at, 'has either an address (on the wire, from 0) or a number (as 40001)');
    return;
  }
  if (number !== undefined && !isMakersNumber(number)) {
    complain(
      [...at, 'number'],
      'is 1-9999, 10001-19999, 30001-39999 or 40001-49999, or six digits such as 400001; otherwise give the address',
    );
  }
  if ((type === 'string') !== (length !== undefined)) {
    complain(at, type === 'string' ? 'a text needs its length in registers' : 'only a text has a length');
    return;
  }
  const resolved = resolveRegister({ modbus, registers } as ModbusPart, name);
  const bits = resolved.readFunction <= 2;
  if (bits !== (type === 'bit'))
    complain([...at, 'type'], `function ${resolved.readFunction} reads ${bits ? 'bits' : 'registers'}`);
  if (written !== undefined && (resolved.readFunction === 2 || resolved.readFunction === 4)) {
    complain([...at, 'write'], `function ${resolved.readFunction} reads what cannot be written`);
  }
  checkFrom(registers, name, register, complain);
  if (resolved.wireAddress + resolved.words > 0x10000) complain(at, 'ends beyond address 65535');
  if (resolved.words > modbus.maximumRegisters) {
    complain(at, `is longer than one request may be (maximumRegisters ${modbus.maximumRegisters})`);
  }
}

/** Five digits with a space of 9999 each, or six with one of 65536; there is no space 2. */
function isMakersNumber(number: number): boolean {
  const six = number > 99_999;
  const [space, within] = six
    ? [Math.floor(number / 100_000), number % 100_000]
    : [Math.floor(number / 10_000), number % 10_000];
  return within >= 1 && within <= (six ? 65_536 : 9999) && [0, 1, 3, 4].includes(space);
}

/** What is only a part of a register, or needs another one to be understood: numbers that are read, and never written. */
function checkFrom(registers: Registers, name: string, register: RawRegister, complain: Complain): void {
  const at = ['registers', name];
  const { bits, scaleBy, signBy, type } = register;
  if (bits !== undefined) {
    const width = { uint16: 16, uint32: 32 }[type as string] ?? 0;
    if (width === 0) complain([...at, 'bits'], 'are taken from a uint16 or a uint32');
    else if (bits[0] > bits[1] || bits[1] >= width) {
      complain([...at, 'bits'], `are the lowest and the highest, from 0 to ${width - 1}`);
    }
  }
  for (const [key, other] of [
    ['scaleBy', scaleBy?.register],
    ['signBy', signBy?.register],
  ] as const) {
    if (other === undefined) continue;
    const found = registers[other];
    if (found === undefined) complain([...at, key, 'register'], `there is no register "${other}" in the table`);
    else if (
      found.unit !== 'none' ||
      found.type === 'string' ||
      found.scaleBy !== undefined ||
      found.signBy !== undefined
    ) {
      complain(
        [...at, key, 'register'],
        `register "${other}" must be a number without unit that needs no other register`,
      );
    }
    if (type === 'string' || type === 'bit') complain([...at, key], `a ${type === 'bit' ? 'bit' : 'text'} has none`);
  }
  if (register.writeOnly === true && register.write !== 'volatile') {
    complain([...at, 'writeOnly'], 'wants write: volatile; what is kept in flash is compared before it is written');
  }
  if (register.write !== undefined && (bits ?? scaleBy ?? signBy) !== undefined) {
    complain([...at, 'write'], 'a register with bits, scaleBy or signBy is only read');
  }
}

function checkPower(reads: ModbusPart['reads'], complain: Complain): void {
  const has = (name: keyof typeof QUANTITIES): boolean => reads[name] !== undefined;
  const phases = has('activePowerAW') || has('activePowerBW') || has('activePowerCW');
  if (!phases && !has('activePowerW') && !(has('importPowerW') && has('exportPowerW'))) {
    complain(
      ['reads'],
      'must tell the active power: activePowerW, phases (activePowerAW …), or importPowerW and exportPowerW',
    );
  }
}

function checkCommand(
  { registers, reads }: ModbusPart,
  command: NonNullable<ModbusPart['command']>,
  known: (path: readonly (string | number)[], name: string) => boolean,
  readable: (path: readonly (string | number)[], name: string) => boolean,
  complain: Complain,
): void {
  const refers = (path: readonly (string | number)[], given: number | string | undefined): void => {
    if (typeof given !== 'string' || !readable(path, given)) return;
    if (UNITS[registers[given]!.unit].dimension !== 'power') complain(path, `register "${given}" is not a power`);
  };
  for (const edge of ['minimumPowerW', 'maximumPowerW'] as const)
    refers(['command', 'rating', edge], command.rating[edge]);
  let holds = false;
  command.writes.forEach(({ register: name, value: given }, k) => {
    const at = ['command', 'writes', k];
    if (!known([...at, 'register'], name)) return;
    const register = registers[name]!;
    if (register.write === undefined)
      complain([...at, 'register'], `register "${name}" is not writable; say write: volatile or flash`);
    const plain = typeof given === 'string' ? { of: given } : given;
    if (typeof plain === 'number') return;
    const dimension = UNITS[register.unit].dimension;
    if ('modes' in plain) {
      holds = true;
      plain.modes.forEach((mode, m) => {
        for (const edge of ['minimumPowerW', 'maximumPowerW'] as const)
          refers([...at, 'value', 'modes', m, edge], mode[edge]);
      });
      return;
    }
    holds ||= COMMAND_SOURCES[plain.of] === 'power' && plain.of !== 'safeSetpointW';
    if ('curve' in plain) {
      const rising = plain.curve.every(
        ([x, y], p) => p === 0 || (x > plain.curve[p - 1]![0] && y > plain.curve[p - 1]![1]),
      );
      if (!rising) complain([...at, 'value', 'curve'], 'must rise in both: power in W, then the value');
      return;
    }
    if ('direction' in plain) return;
    if ('percentOf' in plain && plain.percentOf !== undefined) {
      refers([...at, 'value', 'percentOf'], plain.percentOf);
      if (register.unit !== '%')
        complain([...at, 'value'], `writes percent; register "${name}" is in ${register.unit}`);
    } else if (dimension !== COMMAND_SOURCES[plain.of]) {
      complain(
        [...at, 'value'],
        `${plain.of} is ${COMMAND_SOURCES[plain.of]}; register "${name}" is in ${register.unit}`,
      );
    }
    if ('atLeast' in plain) {
      for (const edge of ['atLeast', 'atMost'] as const) refers([...at, 'value', edge], plain[edge]);
    }
  });
  if (!holds)
    complain(
      ['command', 'writes'],
      'must write something that follows from the power: a source such as targetPowerW, or modes',
    );
  command.release.forEach(({ register: name }, k) => void known(['command', 'release', k, 'register'], name));
  if (command.heartbeat !== undefined) known(['command', 'heartbeat', 'register'], command.heartbeat.register);
  if (command.fullLoad !== undefined) checkFullLoad(reads, command, command.fullLoad, complain);
  if (command.revertRemaining !== undefined) readable(['command', 'revertRemaining'], command.revertRemaining);
}

function checkFullLoad(
  reads: ModbusPart['reads'],
  { writes }: NonNullable<ModbusPart['command']>,
  { writes: others, supplyBelowC, notInStates }: NonNullable<NonNullable<ModbusPart['command']>['fullLoad']>,
  complain: Complain,
): void {
  const at = ['command', 'fullLoad'];
  others.forEach(({ register }, k) => {
    // Only what every command writes is sure to be put back by the next one.
    if (!writes.some((write) => write.register === register))
      complain([...at, 'writes', k, 'register'], `"${register}" is no register that the command itself writes`);
  });
  if (supplyBelowC !== undefined && reads.supplyTemperatureC === undefined)
    complain([...at, 'supplyBelowC'], 'needs supplyTemperatureC among the reads');
  if (notInStates.length > 0 && reads.state === undefined)
    complain([...at, 'notInStates'], 'needs state among the reads');
}

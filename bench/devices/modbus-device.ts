/**
 * A device whose whole knowledge is a table of registers: any meter, inverter, heat pump or controller of which a
 * profile says what to read and what to write. Nothing here knows a product.
 */
import { WijkError } from '../../errors.js';
import { type CommandContext, commandValue, heldWindow } from './command-values.js';
import type { ActuatorDriver, DeviceReading, Driver, HeldCommand, Identity } from './driver.js';
import { type RegisterPort, SharedPort, twice } from './ports.js';
import type { PowerWindow } from './power-window.js';
import { type Quantity, UNITS } from './profile/quantities.js';
import { type CommandValue, namesOf, type Register, resolveRegister } from './profile/registers.js';
import type { ModbusActuatorProfile, ModbusMeterProfile } from './profile.js';
import { decodeRegister, encodeRegister } from './register-codec.js';
import { type PlannedRead, planReads, readPlan } from './register-plan.js';

export interface ModbusDeviceOptions<P> {
  readonly id: string;
  readonly profile: P;
  readonly port: RegisterPort;
  readonly nowMs: () => number;
}

export interface ModbusActuatorOptions extends ModbusDeviceOptions<ModbusActuatorProfile> {
  /** Armed with every command; never 0. */
  readonly revertTimeMs: number;
  /** Written where the device keeps a fallback of its own, W. */
  readonly safeSetpointW: number;
}

type Value = number | string | undefined;

/** The registers of a profile behind one port: reads values in SI, by name. */
class Table {
  readonly #registers: ReadonlyMap<string, Register>;
  /** Function and address of every register that the table has. */
  readonly #known: ReadonlySet<string>;

  constructor(
    readonly profile: ModbusMeterProfile | ModbusActuatorProfile,
    readonly port: RegisterPort,
  ) {
    this.#registers = new Map(Object.keys(profile.registers).map((name) => [name, resolveRegister(profile, name)]));
    this.#known = new Set(
      [...this.#registers.values()].flatMap(({ readFunction, wireAddress, words }) =>
        Array.from({ length: words }, (_, k) => `${readFunction}/${wireAddress + k}`),
      ),
    );
  }

  /** The profile was checked: every name that it uses is in its table. */
  register(name: string): Register {
    const register = this.#registers.get(name);
    if (register === undefined) throw new WijkError('INTERNAL', `${this.profile.profile} has no register ${name}`);
    return register;
  }

  plan(names: Iterable<string>): PlannedRead[] {
    const exists = (readFunction: number, address: number): boolean => this.#known.has(`${readFunction}/${address}`);
    const wanted = new Set(names);
    // With a value comes what it takes to understand it.
    for (const name of [...wanted]) {
      const { scaleBy, signBy } = this.register(name);
      for (const other of [scaleBy?.register, signBy?.register]) if (other !== undefined) wanted.add(other);
    }
    return planReads(
      [...wanted].map((name) => this.register(name)),
      { ...this.profile.modbus, exists },
    );
  }

  async values(
    plan: readonly PlannedRead[],
    signal: AbortSignal,
    port: RegisterPort = this.port,
  ): Promise<ReadonlyMap<string, Value>> {
    const words = await readPlan(plan, port, signal);
    return new Map([...words].map(([name, w]) => [name, this.#decode(this.register(name), w, words)]));
  }

  /** Undefined also where what another register says of it is not there. */
  #decode(register: Register, own: Uint16Array, words: ReadonlyMap<string, Uint16Array>): Value {
    const { scaleBy, signBy } = register;
    if (scaleBy === undefined && signBy === undefined) return decodeRegister(register, own, 0);
    const said = (name: string): Value => decodeRegister(this.register(name), words.get(name)!, 0);
    const factor = scaleBy === undefined ? 1 : said(scaleBy.register);
    const direction = signBy === undefined ? 0 : said(signBy.register);
    if (typeof factor !== 'number' || typeof direction !== 'number') return undefined;
    return decodeRegister(register, own, 0, {
      factor: scaleBy?.as === 'exponent' ? 10 ** factor : factor,
      sign: signBy?.negative.includes(direction) === true ? -1 : 1,
    });
  }
}

export function createModbusMeter(options: ModbusDeviceOptions<ModbusMeterProfile>): Driver {
  const table = new Table(options.profile, options.port);
  return {
    identify: async (signal) => (await identify(options, table, [], signal)).identity,
    read: reader(options, table, new SharedPort(options.port)),
  };
}

export function createModbusActuator(options: ModbusActuatorOptions): ActuatorDriver {
  const { id, profile } = options;
  const { command } = profile;
  const shared = new SharedPort(options.port);
  const port = shared.commands;
  const table = new Table(profile, options.port);
  const ratingNames = [...ratingsOf(profile)].filter((given) => typeof given === 'string');
  const writes = command.writes.map((write) => ({ ...write, target: table.register(write.register) }));
  const told = writes.filter(({ target }) => target.writeOnly !== true);
  const heldPlan = table.plan(told.map(({ register }) => register));
  const writeOnly = writes.some(({ target, value }) => target.writeOnly === true && typeof value !== 'number');
  const untold = writeOnly || (command.remembers && command.revertRemaining === undefined);
  const flash = writes.filter(({ target }) => target.write === 'flash');
  const flashPlan = table.plan(flash.map(({ register }) => register));
  let ratings: ReadonlyMap<string, number> | undefined;
  /** What the flash-backed registers held when they were read last; undefined: ask first. */
  let flashHeld: ReadonlyMap<string, ArrayLike<number>> | undefined;
  let beats = 0;
  /** What its registers get instead while it is to run under full load. */
  let instead: ReadonlyMap<string, number> = new Map();

  const context = (window: PowerWindow): CommandContext => {
    const revertS = Math.round(options.revertTimeMs / 1000);
    if (revertS < 1) throw new WijkError('INTERNAL', `${id}: a command without a revert timer was asked for`);
    const known = ratings;
    if (known === undefined) throw new WijkError('STATE', `${id} has not been identified`);
    return {
      window,
      revertS,
      safeSetpointW: options.safeSetpointW,
      rating: (given) => (typeof given === 'number' ? given : known.get(given)!),
    };
  };

  /** In the order of the profile; neighbours in it that are neighbours on the wire go together. */
  const write = async (values: readonly (readonly [Register, number[]])[], signal: AbortSignal): Promise<void> => {
    const { writes: how } = profile.modbus;
    let pending: { address: number; words: number[]; bits: boolean } | undefined;
    const flush = async (): Promise<void> => {
      if (pending === undefined) return;
      const { address, words, bits } = pending;
      pending = undefined;
      signal.throwIfAborted();
      await port.write(address, words, signal, { block: how === 'block', bits });
    };
    for (const [register, words] of values) {
      const bits = register.readFunction === 1;
      const joins =
        how !== 'single' &&
        pending !== undefined &&
        pending.bits === bits &&
        pending.address + pending.words.length === register.wireAddress &&
        pending.words.length + words.length <= Math.min(123, profile.modbus.maximumRegisters);
      if (joins) pending!.words.push(...words);
      else {
        await flush();
        pending = { address: register.wireAddress, words: [...words], bits };
      }
    }
    await flush();
  };

  const clampToRating = ({ minimumW, maximumW }: PowerWindow, { rating }: CommandContext): PowerWindow => {
    const low = rating(command.rating.minimumPowerW);
    const high = rating(command.rating.maximumPowerW);
    const clamp = (powerW: number): number => Math.min(high, Math.max(low, powerW));
    return { minimumW: clamp(minimumW), maximumW: clamp(maximumW) };
  };

  return {
    ...(writeOnly ? { writeOnly } : {}),
    ...(untold ? { untold } : {}),

    async identify(signal): Promise<Identity> {
      const { identity, values } = await identify(options, table, ratingNames, signal);
      const read = new Map<string, number>();
      for (const name of ratingNames) {
        const value = values.get(name);
        if (typeof value !== 'number' || !Number.isFinite(value)) {
          throw new WijkError('WRONG_DEVICE', `${id}: "${identity.text}" does not say its ${name}`);
        }
        read.set(name, value);
      }
      ratings = read;
      flashHeld = await readPlan(flashPlan, port, signal);
      const { rating } = context({ minimumW: 0, maximumW: 0 });
      return {
        ...identity,
        rating: {
          minimumW: rating(command.rating.minimumPowerW),
          maximumW: rating(command.rating.maximumPowerW),
        },
      };
    },

    read: reader(options, table, shared),

    async command(asked, signal): Promise<PowerWindow> {
      const open = context(asked);
      const bounded = { ...open, window: clampToRating(asked, open) };
      const wanted = new Map(
        writes.map(({ register, value, target }) => [
          register,
          encodeRegister(target, commandValue(target, instead.get(register) ?? value, bounded)),
        ]),
      );
      // Flash first, because a fallback must be there before the setpoint that it is for; and only what differs, because
      // a periodic write would wear it out within months.
      const present = flashHeld ?? (await readPlan(flashPlan, port, signal));
      flashHeld = undefined;
      const due = [
        ...flash.filter(({ register }) => !same(wanted.get(register)!, present.get(register)!)),
        ...writes.filter(({ target }) => target.write !== 'flash'),
      ];
      await write(
        due.map(({ register, target }) => [target, wanted.get(register)!] as const),
        signal,
      );
      signal.throwIfAborted();
      const held = await readPlan(heldPlan, port, signal);
      flashHeld = held;
      const wrong = told.filter(({ register }) => !same(wanted.get(register)!, held.get(register)!));
      if (wrong.length > 0)
        throw ignored(wrong.map(({ target }) => [target, wanted.get(target.name)!, held.get(target.name)!]));
      // What cannot be read back counts as what was acknowledged.
      const value = (name: string): number =>
        Number(decodeRegister(table.register(name), held.get(name) ?? wanted.get(name)!, 0));
      const window = heldWindow(command.writes, (name) => table.register(name), value, bounded);
      // An edge that nothing is written for stays as it was asked.
      return {
        minimumW: Math.min(keeps(window.minimumW, bounded.window.minimumW, asked.minimumW), window.maximumW),
        maximumW: window.maximumW,
      };
    },

    async held(signal): Promise<HeldCommand> {
      const { release, revertRemaining } = command;
      const names = [...told.map(({ register }) => register), ...release.map(({ register }) => register)].filter(
        (name) => table.register(name).writeOnly !== true,
      );
      const plan = table.plan(revertRemaining === undefined ? names : [...names, revertRemaining]);
      const values = await table.values(plan, signal);
      const number = (name: string): number => Number(values.get(name));
      const remaining = revertRemaining === undefined ? {} : { remainingS: number(revertRemaining) };
      const released = ({ register, value }: (typeof release)[number]): boolean => {
        const target = table.register(register);
        if (target.writeOnly === true) return false;
        return same(encodeRegister(target, number(register)), literal(target, value));
      };
      // What a command switches on and a release switches off decides, whatever else was left behind.
      const switches = release.filter(({ register, value }) =>
        command.writes.some(
          (write) => write.register === register && typeof write.value === 'number' && write.value !== value,
        ),
      );
      const free = switches.length > 0 ? switches.some(released) : release.length > 0 && release.every(released);
      if (free || untold || (command.remembers && remaining.remainingS === 0)) return remaining;
      const { rating } = context({ minimumW: 0, maximumW: 0 });
      const whole = { minimumW: rating(command.rating.minimumPowerW), maximumW: rating(command.rating.maximumPowerW) };
      return {
        ...remaining,
        window: heldWindow(command.writes, (name) => table.register(name), number, context(whole)),
      };
    },

    async release(signal): Promise<void> {
      if (command.release.length === 0) {
        throw new WijkError('STATE', `${id}: ${profile.profile} has no way to give control back; it reverts by itself`);
      }
      const values = command.release.map(({ register, value }) => {
        const target = table.register(register);
        return [target, literal(target, value)] as const;
      });
      await write(values, signal);
      signal.throwIfAborted();
      const back = values.filter(([{ writeOnly }]) => writeOnly !== true);
      const held = await readPlan(table.plan(back.map(([{ name }]) => name)), port, signal);
      const wrong = back.filter(([{ name }, words]) => !same(words, held.get(name)!));
      if (wrong.length > 0) throw ignored(wrong.map(([target, words]) => [target, words, held.get(target.name)!]));
    },

    ...(command.fullLoad === undefined
      ? {}
      : {
          fullLoad: (on: boolean): void => {
            const others = on ? command.fullLoad!.writes : [];
            instead = new Map(others.map(({ register, value }) => [register, value]));
          },
        }),

    ...(command.heartbeat === undefined
      ? {}
      : {
          beat: async (signal: AbortSignal): Promise<void> => {
            const { register, wrapsAt } = command.heartbeat!;
            beats = beats >= wrapsAt ? 0 : beats + 1;
            const target = table.register(register);
            await write([[target, encodeRegister(target, beats)]], signal);
          },
        }),
  };
}

/** The names and numbers that a command's profile uses as ratings. */
function ratingsOf({ command }: ModbusActuatorProfile): Set<number | string> {
  const of = (value: CommandValue): (number | string | undefined)[] => {
    if (typeof value !== 'object') return [];
    if ('modes' in value) return value.modes.flatMap((mode) => [mode.minimumPowerW, mode.maximumPowerW]);
    return 'percentOf' in value || 'atLeast' in value || 'atMost' in value
      ? [value.percentOf, value.atLeast, value.atMost]
      : [];
  };
  const { minimumPowerW, maximumPowerW } = command.rating;
  const all = [minimumPowerW, maximumPowerW, ...command.writes.flatMap(({ value }) => of(value))];
  return new Set(all.filter((given) => given !== undefined));
}

/** Holds the device against its profile, and says who it is. */
async function identify(
  { id, profile }: ModbusDeviceOptions<ModbusMeterProfile | ModbusActuatorProfile>,
  table: Table,
  more: readonly string[],
  signal: AbortSignal,
): Promise<{ identity: Identity; values: ReadonlyMap<string, Value> }> {
  const { expect, between, settings, ...texts } = profile.identity;
  const checked = [...Object.keys(expect), ...Object.keys(between)];
  const named = Object.values(texts).filter((name): name is string => name !== undefined && !name.startsWith('='));
  const wanted = `${profile.profile} wants ${requirements(profile.identity)}`;
  // A device that says nothing of itself must at least have the registers that will be read.
  const names = [...checked, ...named, ...settings, ...more];
  const plan = table.plan(names.length > 0 ? names : Object.values(profile.reads).flatMap(namesOf));
  let values: ReadonlyMap<string, Value>;
  try {
    values = await twice(() => table.values(plan, signal), signal);
  } catch (error) {
    if (!(error instanceof WijkError) || error.code !== 'DEVICE_EXCEPTION') throw error;
    const message = `${id}: ${wanted}; found a device without these registers: ${error.message}`;
    throw new WijkError('WRONG_DEVICE', message, { cause: error });
  }
  const said = (name: string | undefined): string | undefined => {
    if (name === undefined) return undefined;
    const value = name.startsWith('=') ? name.slice(1) : values.get(name);
    return value === undefined || value === '' ? undefined : String(value);
  };
  const { manufacturer, model, firmware, serialNumber } = Object.fromEntries(
    Object.entries(texts).map(([key, name]) => [key, said(name)]),
  );
  const text = [manufacturer, model, firmware, serialNumber === undefined ? undefined : `serial ${serialNumber}`]
    .filter((part) => part !== undefined)
    .join(' ');
  const wrong = [
    ...Object.entries(expect).filter(([name, value]) => values.get(name) !== value),
    ...Object.entries(between).filter(([name, [low, high]]) => {
      const value = values.get(name);
      return typeof value !== 'number' || value < low || value > high;
    }),
  ].map(([name]) => `${name} ${shown(name, values.get(name))}`);
  if (wrong.length > 0) {
    throw new WijkError('WRONG_DEVICE', `${id}: ${wanted}; found "${text}" with ${wrong.join(', ')}`);
  }
  const identity: Identity = {
    text: text === '' ? profile.title : text,
    key: `${manufacturer ?? profile.profile}/${model ?? ''}/${serialNumber ?? ''}`,
    ...(manufacturer === undefined ? {} : { manufacturer }),
    ...(model === undefined ? {} : { model }),
    ...(firmware === undefined ? {} : { firmware }),
    ...(serialNumber === undefined ? {} : { serialNumber }),
    ...(settings.length === 0
      ? {}
      : { settings: Object.fromEntries(settings.map((name) => [name, values.get(name) ?? 'not there'])) }),
  };
  return { identity, values };
}

function requirements({ expect, between }: ModbusMeterProfile['identity']): string {
  const list = [
    ...Object.entries(expect).map(([name, value]) => `${name} ${shown(name, value)}`),
    ...Object.entries(between).map(([name, [low, high]]) => `${name} from ${low} to ${high}`),
  ];
  return list.length === 0 ? 'the registers of its table' : list.join(', ');
}

/** Classes and codes are printed in hexadecimal by makers. */
const shown = (name: string, value: Value): string =>
  typeof value === 'number' && Number.isInteger(value) && /class|code|id$/i.test(name)
    ? `0x${value.toString(16).toUpperCase().padStart(4, '0')}`
    : String(value ?? 'not there');

const PHASES = ['A', 'B', 'C'] as const;

function reader(
  { profile, nowMs }: ModbusDeviceOptions<ModbusMeterProfile | ModbusActuatorProfile>,
  table: Table,
  shared: SharedPort,
): (signal: AbortSignal) => Promise<DeviceReading> {
  const reads = (Object.entries(profile.reads) as [Quantity, string | string[]][]).map(
    ([quantity, given]) => [quantity, namesOf(given)] as const,
  );
  const plan = table.plan(reads.flatMap(([, names]) => names));
  return async (signal) => {
    const askedAtMs = nowMs();
    const parts = shared.reading();
    const values = await table.values(plan, signal, parts.port);
    const found = new Map<Quantity, number>();
    for (const [quantity, names] of reads) {
      // A sum with a part missing is no sum.
      const value = names.reduce((sum, name) => sum + Number(values.get(name)), 0);
      if (Number.isFinite(value)) found.set(quantity, value);
    }
    const missing = reads.filter(([quantity]) => !found.has(quantity)).map(([quantity]) => quantity);
    return { ...readingOf(profile, found, missing, askedAtMs), ...(parts.torn ? { torn: true } : {}) };
  };
}

function readingOf(
  { reads, edges }: ModbusMeterProfile | ModbusActuatorProfile,
  found: ReadonlyMap<Quantity, number>,
  missing: readonly Quantity[],
  askedAtMs: number,
): DeviceReading {
  const power = powerOf(reads, found);
  const three = (quantity: 'voltage' | 'current', unit: 'V' | 'A'): readonly [number, number, number] | undefined => {
    const list = PHASES.map((p) => found.get(`${quantity}${p}${unit}` as Quantity));
    return list.every((value) => value !== undefined) ? (list as [number, number, number]) : undefined;
  };
  const optional = {
    voltageV: three('voltage', 'V'),
    currentA: three('current', 'A'),
    stateOfChargeRatio: found.get('stateOfChargeRatio'),
    temperatureC: found.get('temperatureC'),
    frequencyHz: found.get('frequencyHz'),
    apparentPowerVa: found.get('apparentPowerVa'),
    supplyTemperatureC: found.get('supplyTemperatureC'),
    returnTemperatureC: found.get('returnTemperatureC'),
    outdoorTemperatureC: found.get('outdoorTemperatureC'),
    importEnergyWh: found.get('importEnergyWh'),
    exportEnergyWh: found.get('exportEnergyWh'),
    state: found.get('state'),
    faultCode: found.get('faultCode'),
  };
  const charge = optional.stateOfChargeRatio;
  const state = optional.state;
  const at = (states: readonly number[] = []): boolean => state !== undefined && states.includes(state);
  return {
    askedAtMs,
    ...power,
    reactivePowerVar: found.get('reactivePowerVar') ?? 0,
    ...(Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)) as typeof optional),
    ...(missing.length === 0 ? {} : { missing }),
    ...(edges === undefined
      ? {}
      : {
          cannotConsume: at(edges.fullStates) || (charge !== undefined && charge >= (edges.fullRatio ?? 2)),
          cannotFeedIn: at(edges.emptyStates) || (charge !== undefined && charge <= (edges.emptyRatio ?? -1)),
        }),
  } as DeviceReading;
}

/** Phases where the device has them; otherwise its sum in three equal parts, which are made up. */
function powerOf(
  reads: ModbusMeterProfile['reads'],
  found: ReadonlyMap<Quantity, number>,
): Pick<DeviceReading, 'activePowerW' | 'quality'> {
  const names = ['activePowerAW', 'activePowerBW', 'activePowerCW'] as const;
  const measured = names.filter((name) => reads[name] !== undefined);
  if (measured.length > 0) {
    // A phase that the table does not have is one that the device is not on.
    const phases = names.map((name) => (reads[name] === undefined ? 0 : (found.get(name) ?? Number.NaN)));
    return {
      activePowerW: phases as [number, number, number],
      quality: phases.every(Number.isFinite) ? 'good' : 'invalid',
    };
  }
  const net = (found.get('importPowerW') ?? Number.NaN) - (found.get('exportPowerW') ?? Number.NaN);
  const totalW = reads.activePowerW === undefined ? net : (found.get('activePowerW') ?? Number.NaN);
  return {
    activePowerW: [totalW / 3, totalW / 3, totalW / 3],
    quality: Number.isFinite(totalW) ? 'derived' : 'invalid',
  };
}

/** The words of a number that the profile gives in the register's own unit. */
const literal = (register: Register, value: number): number[] =>
  encodeRegister(register, value * UNITS[register.unit].factor);

const same = (a: ArrayLike<number>, b: ArrayLike<number>): boolean =>
  a.length === b.length && Array.from(a).every((word, k) => word === b[k]);

/** The edge as asked where the device's own range alone moved it: nothing was written for it. */
const keeps = (held: number, bounded: number, asked: number): number =>
  held === bounded && asked < bounded ? asked : held;

function ignored(wrong: readonly (readonly [Register, ArrayLike<number>, ArrayLike<number>])[]): WijkError {
  const list = wrong.map(([register, wanted, held]) => {
    const value = (words: ArrayLike<number>): string => String(decodeRegister(register, words, 0) ?? 'nothing');
    return `${register.name} was written ${value(wanted)} and reads ${value(held)}`;
  });
  return new WijkError('SETPOINT_IGNORED', list.join(', '));
}

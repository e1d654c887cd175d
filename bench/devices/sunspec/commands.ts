/**
 * The four ways in which SunSpec devices are commanded. Each arms the device's own revert timer together with or before
 * the setpoint, writes neighbours in one request, and believes only what it reads back.
 *
 * What a command builds on (scale factors, what is switched on already) was read back by the command before it, so that the
 * first thing on the wire is the setpoint. It is read first where nothing is remembered: after identification, after a failure, and
 * when the last command is long ago. If the read-back shows that the device holds something else meanwhile, the command is
 * given once more on what it holds now.
 */
import { WijkError } from '../../../errors.js';
import { MODELS } from '../../sunspec/models.js';
import { decodeModel, encodeRegisters, numberOf, registersOf, type Values } from '../../sunspec/points.js';
import { type FoundModel, readPoints } from '../../sunspec/read.js';
import type { HeldCommand } from '../driver.js';
import type { RegisterPort } from '../ports.js';
import type { PowerWindow } from '../power-window.js';
import type { SunspecCommand } from '../profile/sunspec.js';

export interface Control {
  /** What the nameplate allows, W, + = consumption. */
  readonly rating: PowerWindow;
  command(window: PowerWindow, signal: AbortSignal): Promise<PowerWindow>;
  held(signal: AbortSignal): Promise<HeldCommand>;
  release(signal: AbortSignal): Promise<void>;
  /** What was read may no longer hold. */
  forget(): void;
}

export interface ControlParts {
  readonly id: string;
  /** What the device says of itself, for a refusal. */
  readonly name: string;
  readonly port: RegisterPort;
  readonly nowMs: () => number;
  /** A model of the device's chain; those that the profile demands are there. */
  readonly model: (number: number) => FoundModel | undefined;
  readonly revertS: number;
  readonly safeSetpointW: number;
  readonly revertsTo: 'free' | 'safe';
  readonly signal: AbortSignal;
}

/** Reads what stays as it is (ratings, settings) and gives the control. */
export const CONTROLS: Readonly<Record<SunspecCommand, (parts: ControlParts) => Promise<Control>>> = {
  storage: storageControl,
  limit: limitControl,
  'der-setpoint': setpointControl,
  'der-limit': derLimitControl,
};

/** The registers of one model: read whole, written in blocks of neighbouring points, compared as they are on the wire. */
class Registers {
  /** What the last command read back. */
  #remembered: Snapshot | undefined;
  /** Points that the command under way has written. */
  readonly #written = new Set<string>();

  /** `builtOn`: what a command leaves as it is if it is as it should be. */
  constructor(
    private readonly parts: ControlParts,
    private readonly found: FoundModel,
    private readonly builtOn: readonly string[],
  ) {}

  get #points() {
    return MODELS[this.found.id]!;
  }

  forget(): void {
    this.#remembered = undefined;
  }

  /** Gives a command on what is remembered; once more if the device turns out to hold something else. */
  async command<T>(signal: AbortSignal, give: (before: Snapshot) => Promise<T>): Promise<T> {
    const remembered = this.#remembered;
    this.#remembered = undefined;
    this.#written.clear();
    if (remembered === undefined || this.parts.nowMs() - remembered.atMs > REMEMBERED_MS) {
      return give(await this.read(signal));
    }
    const given = await give(remembered).catch((error: unknown) => {
      if (this.#remembered === undefined || !this.#differs(remembered, this.#remembered)) throw error;
      return undefined;
    });
    const held = this.#remembered as Snapshot | undefined;
    if (given !== undefined && (held === undefined || !this.#differs(remembered, held))) return given;
    return give(held ?? (await this.read(signal)));
  }

  /** Whether something that the command built on, and did not write itself, is not as it was. */
  #differs(before: Snapshot, after: Snapshot): boolean {
    return Object.entries(this.#points).some(
      ([name, { type }]) =>
        (type === 'sunssf' || this.builtOn.includes(name)) &&
        !this.#written.has(name) &&
        before.values[name] !== after.values[name],
    );
  }

  async read(signal: AbortSignal): Promise<Snapshot> {
    const last = Math.max(...Object.values(this.#points).map((point) => point.offset + registersOf(point)));
    const count = Math.min(last, this.found.length + 2);
    const atMs = this.parts.nowMs();
    const words = await this.parts.port.read(this.found.address, count, signal);
    return { words, values: decodeModel(this.#points, words), atMs };
  }

  /** Writes points that stand side by side, in the order given. */
  async write(snapshot: Snapshot, points: Readonly<Record<string, number>>, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    const names = Object.keys(points);
    for (const name of names) this.#written.add(name);
    const words = names.flatMap((name) => this.words(snapshot, name, points[name]!));
    await this.parts.port.write(this.found.address + this.#points[names[0]!]!.offset, words, signal);
  }

  /** A value as the device holds it, with the scale factor that it has now. */
  words({ values }: Snapshot, name: string, value: number): number[] {
    const point = this.#points[name]!;
    if (point.sf === undefined) return encodeRegisters(point, value);
    const exponent = numberOf(values, point.sf);
    if (exponent === undefined) {
      const what = `${this.parts.id}: ${this.found.id} ${point.sf} is not implemented`;
      throw new WijkError('DEVICE_PROTOCOL', what);
    }
    return encodeRegisters(point, value, exponent);
  }

  /** Throws SETPOINT_IGNORED unless the device holds what was written. */
  async confirm(before: Snapshot, points: Readonly<Record<string, number>>, signal: AbortSignal): Promise<Values> {
    signal.throwIfAborted();
    const after = await this.read(signal);
    this.#remembered = after;
    const wrong = Object.entries(points).flatMap(([name, value]) => {
      const wanted = this.words(before, name, value);
      const { offset } = this.#points[name]!;
      const held = Array.from(after.words.subarray(offset, offset + wanted.length));
      if (wanted.every((word, k) => word === held[k])) return [];
      return [`${name} was written ${number(wanted)} and reads ${number(held)}`];
    });
    if (wrong.length > 0) throw new WijkError('SETPOINT_IGNORED', wrong.join(', '));
    return after.values;
  }
}

interface Snapshot {
  readonly words: Uint16Array;
  readonly values: Values;
  /** When it was asked for. */
  readonly atMs: number;
}

/** A command is repeated before half of its revert time is over: what is older was left alone by us for long. */
const REMEMBERED_MS = 60_000;

/** Raw words as one number, as a person finds them in a register dump. */
const number = (words: readonly number[]): number => words.reduce((value, word) => value * 65_536 + word, 0);

const positive = (value: number | undefined): number | undefined =>
  value !== undefined && value > 0 ? value : undefined;
const zeroed = (value: number): number => (value === 0 ? 0 : value);
const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

function demand(parts: ControlParts, value: number | undefined, what: string): number {
  const known = positive(value);
  if (known === undefined) throw new WijkError('WRONG_DEVICE', `${parts.id}: "${parts.name}" does not say its ${what}`);
  return known;
}

const points = async (parts: ControlParts, model: number, names: readonly string[]): Promise<Values> => {
  const found = parts.model(model);
  if (found === undefined) return {};
  return readPoints((address, count) => parts.port.read(address, count, parts.signal), found, names);
};

/**
 * Model 124. The window becomes both rates with both bits of StorCtl_Mod set: discharging at most OutWRte, charging at
 * most InWRte. A negative rate turns a limit into a floor, so that −x % for one and +x % for the other is exactly one power
 * (the way inverters are made to charge from the grid in the field).
 */
async function storageControl(parts: ControlParts): Promise<Control> {
  const nameplate = await points(parts, 120, ['MaxDisChaRte']);
  const registers = new Registers(parts, parts.model(124)!, ['StorCtl_Mod', 'ChaGriSet']);
  const { values: first } = await registers.read(parts.signal);
  const chargeBaseW = demand(parts, numberOf(first, 'WChaMax'), 'largest charging power (124 WChaMax)');
  const dischargeBaseW = positive(numberOf(nameplate, 'MaxDisChaRte')) ?? chargeBaseW;
  // StorCtl_Mod: bit 0 limits charging, bit 1 discharging.
  const both = 3;
  const rate = (powerW: number, baseW: number): number => clamp((100 * powerW) / baseW, -100, 100);
  const windowOf = (values: Values, mode: number): PowerWindow => ({
    minimumW: zeroed(-((mode & 2 ? (numberOf(values, 'OutWRte') ?? 100) : 100) * dischargeBaseW) / 100),
    maximumW: zeroed(((mode & 1 ? (numberOf(values, 'InWRte') ?? 100) : 100) * chargeBaseW) / 100),
  });
  return {
    rating: { minimumW: -dischargeBaseW, maximumW: chargeBaseW },
    forget: () => registers.forget(),
    command: (window, signal) =>
      registers.command(signal, async (before) => {
        const rates = {
          OutWRte: rate(-window.minimumW, dischargeBaseW),
          InWRte: rate(window.maximumW, chargeBaseW),
          InOutWRte_WinTms: 0,
          InOutWRte_RvrtTms: parts.revertS,
        };
        await registers.write(before, rates, signal);
        const fromGrid = window.maximumW > 0 && numberOf(before.values, 'ChaGriSet') === 0;
        if (fromGrid) await registers.write(before, { ChaGriSet: 1 }, signal);
        if (numberOf(before.values, 'StorCtl_Mod') !== both)
          await registers.write(before, { StorCtl_Mod: both }, signal);
        const { InOutWRte_WinTms: _, ...kept } = rates;
        return windowOf(await registers.confirm(before, { ...kept, StorCtl_Mod: both }, signal), both);
      }),
    async held(signal) {
      const { values } = await registers.read(signal);
      const mode = numberOf(values, 'StorCtl_Mod') ?? 0;
      return (mode & both) === 0 ? {} : { window: windowOf(values, mode) };
    },
    async release(signal) {
      const before = await registers.read(signal);
      await registers.write(before, { StorCtl_Mod: 0 }, signal);
      await registers.confirm(before, { StorCtl_Mod: 0 }, signal);
    },
  };
}

/** Model 123: the output at most WMaxLimPct of WMax, for WMaxLimPct_RvrtTms. */
async function limitControl(parts: ControlParts): Promise<Control> {
  const set = await points(parts, 121, ['WMax']);
  const rated = await points(parts, 120, ['WRtg']);
  const baseW = demand(
    parts,
    positive(numberOf(set, 'WMax')) ?? numberOf(rated, 'WRtg'),
    'largest power (121 WMax, 120 WRtg)',
  );
  const registers = new Registers(parts, parts.model(123)!, ['WMaxLim_Ena', 'WMaxLimPct_RmpTms']);
  const windowOf = (values: Values, maximumW: number): PowerWindow => ({
    minimumW: zeroed((-(numberOf(values, 'WMaxLimPct') ?? 100) * baseW) / 100),
    maximumW,
  });
  return {
    rating: { minimumW: -baseW, maximumW: 0 },
    forget: () => registers.forget(),
    command: (window, signal) =>
      registers.command(signal, async (before) => {
        const limit = { WMaxLimPct: clamp((-100 * window.minimumW) / baseW, 0, 100) };
        const timer = { WMaxLimPct_RvrtTms: parts.revertS };
        const ramp = numberOf(before.values, 'WMaxLimPct_RmpTms');
        // Percent, window, revert, ramp and enable stand side by side; a device without ramp time gets them in two parts.
        if (ramp === undefined) {
          await registers.write(before, { ...limit, WMaxLimPct_WinTms: 0, ...timer }, signal);
          await registers.write(before, { WMaxLim_Ena: 1 }, signal);
        } else {
          const all = { ...limit, WMaxLimPct_WinTms: 0, ...timer, WMaxLimPct_RmpTms: ramp, WMaxLim_Ena: 1 };
          await registers.write(before, all, signal);
        }
        const held = await registers.confirm(before, { ...limit, ...timer, WMaxLim_Ena: 1 }, signal);
        return windowOf(held, window.maximumW);
      }),
    async held(signal) {
      const { values } = await registers.read(signal);
      return numberOf(values, 'WMaxLim_Ena') === 1 ? { window: windowOf(values, 0) } : {};
    },
    async release(signal) {
      const before = await registers.read(signal);
      await registers.write(before, { WMaxLim_Ena: 0 }, signal);
      await registers.confirm(before, { WMaxLim_Ena: 0 }, signal);
    },
  };
}

/** Model 704: WSet in W, generation positive, with the value that it reverts to and the time until then. */
async function setpointControl(parts: ControlParts): Promise<Control> {
  const capacity = await points(parts, 702, CAPACITY);
  const largest = firstOf(capacity, 'WMax', 'WMaxRtg');
  const dischargeW = demand(
    parts,
    firstOf(capacity, 'WDisChaRteMax', 'WDisChaRteMaxRtg') ?? largest,
    'largest discharging power (702)',
  );
  const chargeW = demand(
    parts,
    firstOf(capacity, 'WChaRteMax', 'WChaRteMaxRtg') ?? largest,
    'largest charging power (702)',
  );
  const rating = { minimumW: -dischargeW, maximumW: chargeW };
  const registers = new Registers(parts, parts.model(704)!, ['WSetEna']);
  const WATTS = 1;
  const one = (powerW: number): PowerWindow => ({ minimumW: powerW, maximumW: powerW });
  const release = async (signal: AbortSignal): Promise<void> => {
    const before = await registers.read(signal);
    await registers.write(before, { WSetEna: 0 }, signal);
    await registers.confirm(before, { WSetEna: 0 }, signal);
  };
  return {
    rating,
    async command(window, signal) {
      // A setpoint is one power. All that it can do, is what it does without one; of a narrower window the power nearest to none.
      if (window.minimumW <= rating.minimumW && window.maximumW >= rating.maximumW) {
        await release(signal);
        return window;
      }
      const powerW = clamp(clamp(0, window.minimumW, window.maximumW), rating.minimumW, rating.maximumW);
      return registers.command(signal, async (before) => {
        const timer = { WSetEnaRvrt: parts.revertsTo === 'safe' ? 1 : 0, WSetRvrtTms: parts.revertS };
        const safeW = clamp(parts.safeSetpointW, rating.minimumW, rating.maximumW);
        const setpoint = { WSetMod: WATTS, WSet: zeroed(-powerW), WSetRvrt: zeroed(-safeW) };
        await registers.write(before, timer, signal);
        await registers.write(before, setpoint, signal);
        if (numberOf(before.values, 'WSetEna') !== 1) await registers.write(before, { WSetEna: 1 }, signal);
        const held = await registers.confirm(before, { ...timer, ...setpoint, WSetEna: 1 }, signal);
        return one(zeroed(-numberOf(held, 'WSet')!));
      });
    },
    forget: () => registers.forget(),
    async held(signal) {
      const { values } = await registers.read(signal);
      const remaining = remainingOf(values, 'WSetRvrtRem');
      if (numberOf(values, 'WSetEna') !== 1) return remaining;
      return { ...remaining, window: one(zeroed(-(numberOf(values, 'WSet') ?? Number.NaN))) };
    },
    release,
  };
}

/** Model 704: the output at most WMaxLimPct of WMax, with the percentage that it reverts to and the time until then. */
async function derLimitControl(parts: ControlParts): Promise<Control> {
  const capacity = await points(parts, 702, CAPACITY);
  const baseW = demand(parts, firstOf(capacity, 'WMax', 'WMaxRtg'), 'largest power (702 WMax, WMaxRtg)');
  const registers = new Registers(parts, parts.model(704)!, []);
  const percent = (powerW: number): number => clamp((-100 * powerW) / baseW, 0, 100);
  const windowOf = (values: Values, maximumW: number): PowerWindow => ({
    minimumW: zeroed((-(numberOf(values, 'WMaxLimPct') ?? 100) * baseW) / 100),
    maximumW,
  });
  return {
    rating: { minimumW: -baseW, maximumW: 0 },
    forget: () => registers.forget(),
    command: (window, signal) =>
      registers.command(signal, async (before) => {
        const all = {
          WMaxLimPctEna: 1,
          WMaxLimPct: percent(window.minimumW),
          WMaxLimPctRvrt: percent(parts.safeSetpointW),
          WMaxLimPctEnaRvrt: parts.revertsTo === 'safe' ? 1 : 0,
          WMaxLimPctRvrtTms: parts.revertS,
        };
        await registers.write(before, all, signal);
        return windowOf(await registers.confirm(before, all, signal), window.maximumW);
      }),
    async held(signal) {
      const { values } = await registers.read(signal);
      const remaining = remainingOf(values, 'WMaxLimPctRvrtRem');
      return numberOf(values, 'WMaxLimPctEna') === 1 ? { ...remaining, window: windowOf(values, 0) } : remaining;
    },
    async release(signal) {
      const before = await registers.read(signal);
      await registers.write(before, { WMaxLimPctEna: 0 }, signal);
      await registers.confirm(before, { WMaxLimPctEna: 0 }, signal);
    },
  };
}

const CAPACITY = ['WMax', 'WMaxRtg', 'WChaRteMax', 'WChaRteMaxRtg', 'WDisChaRteMax', 'WDisChaRteMaxRtg'];

/** The setting where there is one, otherwise the rating. */
const firstOf = (values: Values, ...names: readonly string[]): number | undefined =>
  names.map((name) => positive(numberOf(values, name))).find((value) => value !== undefined);

function remainingOf(values: Values, name: string): Pick<HeldCommand, 'remainingS'> {
  const remainingS = numberOf(values, name);
  return remainingS === undefined ? {} : { remainingS };
}

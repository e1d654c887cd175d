/**
 * From a power window to the values that a profile's command writes, and from what the device then holds back to a
 * window. Pure. W, + = consumption; values are SI.
 */
import type { PowerWindow } from './power-window.js';
import { UNITS } from './profile/quantities.js';
import type { CommandSource, CommandValue, CommandWrite, Register } from './profile/registers.js';

export interface CommandContext {
  readonly window: PowerWindow;
  readonly revertS: number;
  readonly safeSetpointW: number;
  /** W of a number, or of a register that was read at identification. */
  readonly rating: (given: number | string) => number;
}

/** What one write of a command puts into its register, SI. */
export function commandValue(register: Register, value: CommandValue, context: CommandContext): number {
  const inUnit = (given: number): number => given * UNITS[register.unit].factor;
  if (typeof value === 'number') return inUnit(value);
  if (typeof value === 'string') return sourceValue(value, context);
  if ('modes' in value) return inUnit(value.modes[fitting(value, context)]!.value);
  const given = sourceValue(value.of, context);
  if ('direction' in value) {
    const { consume, feedIn, idle } = value.direction;
    return inUnit(given > 0 ? consume : given < 0 ? feedIn : idle);
  }
  if ('curve' in value) return inUnit(along(value.curve, given));
  const low = value.atLeast === undefined ? Number.NEGATIVE_INFINITY : context.rating(value.atLeast);
  const high = value.atMost === undefined ? Number.POSITIVE_INFINITY : context.rating(value.atMost);
  const bounded = Math.min(high, Math.max(low, given)) / (value.parts ?? 1);
  return value.percentOf === undefined ? bounded : bounded / context.rating(value.percentOf);
}

/** The window that a device holds, from the values of all its command registers in SI. */
export function heldWindow(
  writes: readonly CommandWrite[],
  register: (name: string) => Register,
  held: (name: string) => number,
  context: CommandContext,
): PowerWindow {
  let { minimumW, maximumW } = context.window;
  let consumptionW: number | undefined;
  let feedInW: number | undefined;
  let direction = Math.sign(sourceValue('targetPowerW', context));
  for (const { register: name, value } of writes) {
    if (typeof value === 'object' && 'direction' in value) {
      const now = held(name) / UNITS[register(name).unit].factor;
      direction = now === value.direction.consume ? 1 : now === value.direction.feedIn ? -1 : 0;
    }
  }
  for (const { register: name, value } of writes) {
    if (typeof value === 'number') continue;
    const factor = UNITS[register(name).unit].factor;
    const now = held(name);
    if (typeof value === 'object' && 'modes' in value) {
      const mode = value.modes.find((candidate) => candidate.value === now / factor);
      if (mode !== undefined) {
        minimumW = context.rating(mode.minimumPowerW);
        maximumW = context.rating(mode.maximumPowerW);
      }
      continue;
    }
    if (typeof value === 'object' && 'direction' in value) continue;
    const source = typeof value === 'string' ? value : value.of;
    const powerW = heldPower(value, now, factor, context);
    switch (source) {
      case 'targetPowerW':
        minimumW = powerW;
        maximumW = powerW;
        break;
      case 'maximumPowerW':
        maximumW = powerW;
        break;
      case 'minimumPowerW':
        minimumW = powerW;
        break;
      case 'feedInLimitW':
        minimumW = zeroed(-powerW);
        break;
      case 'magnitudeW':
        minimumW = zeroed(direction * powerW);
        maximumW = minimumW;
        break;
      case 'consumptionW':
        consumptionW = powerW;
        break;
      case 'feedInW':
        feedInW = powerW;
        break;
      default:
    }
  }
  if (consumptionW !== undefined || feedInW !== undefined) {
    const heldW = (consumptionW ?? 0) - (feedInW ?? 0);
    return { minimumW: heldW, maximumW: heldW };
  }
  return { minimumW: Math.min(minimumW, maximumW), maximumW };
}

function heldPower(
  value: Exclude<CommandValue, number | { modes: unknown } | { direction: unknown }>,
  now: number,
  factor: number,
  context: CommandContext,
): number {
  if (typeof value === 'string') return now;
  if ('curve' in value) return back(value.curve, now / factor, context);
  const partW = value.percentOf === undefined ? now : now * context.rating(value.percentOf);
  return partW * (value.parts ?? 1);
}

function sourceValue(source: CommandSource, { window, revertS, safeSetpointW }: CommandContext): number {
  const targetW = (window.minimumW + window.maximumW) / 2;
  switch (source) {
    case 'targetPowerW':
      return targetW;
    case 'maximumPowerW':
      return window.maximumW;
    case 'minimumPowerW':
      return window.minimumW;
    case 'consumptionW':
      return Math.max(0, targetW);
    case 'feedInW':
      return Math.max(0, -targetW);
    case 'magnitudeW':
      return Math.abs(targetW);
    case 'feedInLimitW':
      return Math.max(0, -window.minimumW);
    case 'safeSetpointW':
      return safeSetpointW;
    case 'revertTimeS':
      return revertS;
  }
}

type Modes = Extract<CommandValue, { modes: unknown }>;

/**
 * The mode whose powers all lie inside the window, the one that leaves the device most freedom first. If none fits, the
 * one that oversteps the upper edge least: a limit of the grid goes before comfort.
 */
function fitting({ modes }: Modes, { window, rating }: CommandContext): number {
  const edges = modes.map((mode) => ({
    minimumW: rating(mode.minimumPowerW),
    maximumW: rating(mode.maximumPowerW),
  }));
  const over = ({ minimumW, maximumW }: PowerWindow): number =>
    Math.max(0, maximumW - window.maximumW) + Math.max(0, window.minimumW - minimumW) * 1e-6;
  const order = edges
    .map((edge, k) => ({ k, over: over(edge), width: edge.maximumW - edge.minimumW }))
    .sort((a, b) => a.over - b.over || b.width - a.width);
  return order[0]!.k;
}

type Curve = readonly (readonly [number, number])[];

function along(curve: Curve, x: number): number {
  if (x <= curve[0]![0]) return curve[0]![1];
  for (let k = 1; k < curve.length; k++) {
    const [x0, y0] = curve[k - 1]!;
    const [x1, y1] = curve[k]!;
    if (x <= x1) return y0 + ((x - x0) / (x1 - x0)) * (y1 - y0);
  }
  return curve.at(-1)![1];
}

/** The power that a value of the curve stands for. At its upper end the device is not held back any more. */
function back(curve: Curve, y: number, { window, rating }: CommandContext): number {
  const [endX, endY] = curve.at(-1)!;
  if (y >= endY) return Math.max(endX, rating(window.maximumW));
  if (y <= curve[0]![1]) return curve[0]![0];
  for (let k = 1; k < curve.length; k++) {
    const [x0, y0] = curve[k - 1]!;
    const [x1, y1] = curve[k]!;
    if (y <= y1) return x0 + ((y - y0) / (y1 - y0)) * (x1 - x0);
  }
  return endX;
}

const zeroed = (value: number): number => (value === 0 ? 0 : value);

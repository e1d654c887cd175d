/**
 * What a device may be commanded, as a machine of values: envelope of power, ramp, state of charge, temperature and
 * writes; dead man and emergency stop; and nothing but the safe setpoint until that has armed the device's own reversion.
 *
 * The session feeds it what happens and asks it what to command; clocks and wires stay outside. It needs no twin: the
 * emergency stop and the dead man hold while nobody else is there. It is no safety function in the sense of IEC 61508:
 * the device's own protection and an emergency switch remain what protects people.
 */
import type { PowerWindow } from './devices/power-window.js';

export interface Envelope {
  /** Smallest and largest power that may be commanded, W, + = consumption. */
  readonly minimumW: number;
  readonly maximumW: number;
  /** Steepest change of a commanded power, W/s. The way to the safe setpoint is not slowed down. */
  readonly rampWPerS: number;
  /** At the lower edge the device feeds in no more, at the upper edge it consumes no more. */
  readonly stateOfCharge?: { readonly minimumRatio: number; readonly maximumRatio: number };
  /** Outside the device is held at its safe setpoint, until it is 2 K inside again. */
  readonly temperatureC?: { readonly minimum: number; readonly maximum: number };
  /** Commands per hour that a change of the setpoint may cost; the safe setpoint and refreshes are never held back. */
  readonly writesPerHour?: number;
}

export interface SafetyConfig {
  readonly envelope: Envelope;
  readonly safeSetpointW: number;
  /** No fresh setpoint for so long: safe setpoint. */
  readonly deadManMs: number;
  readonly meaning: 'target' | 'ceiling' | 'floor';
  /** A pause between two commands counts as at most so much ramp time. */
  readonly rampStepMs: number;
}

/** Which edges of the envelope the device's own measurements have reached. */
export interface Edges {
  readonly empty: boolean;
  readonly full: boolean;
  readonly temperature: boolean;
  /** The envelope has an edge on something that the newest reading does not say. */
  readonly unmeasured: boolean;
}

const NO_EDGES: Edges = { empty: false, full: false, temperature: false, unmeasured: false };
/** So far inside again an edge lets go. */
const CHARGE_HYSTERESIS_RATIO = 0.01;
const TEMPERATURE_HYSTERESIS_K = 2;

/** The edges after a reading. */
export function edgesAfter(
  { stateOfCharge: charge, temperatureC: temperature }: Envelope,
  before: Edges,
  reading: { readonly stateOfChargeRatio?: number; readonly temperatureC?: number },
): Edges {
  const soc = reading.stateOfChargeRatio ?? Number.NaN;
  const heat = reading.temperatureC ?? Number.NaN;
  const room = (was: boolean, step: number): number => (was ? step : 0);
  const outside = (was: boolean): boolean =>
    temperature !== undefined &&
    (heat < temperature.minimum + room(was, TEMPERATURE_HYSTERESIS_K) ||
      heat > temperature.maximum - room(was, TEMPERATURE_HYSTERESIS_K));
  return {
    empty: charge !== undefined && soc <= charge.minimumRatio + room(before.empty, CHARGE_HYSTERESIS_RATIO),
    full: charge !== undefined && soc >= charge.maximumRatio - room(before.full, CHARGE_HYSTERESIS_RATIO),
    temperature: outside(before.temperature),
    unmeasured: (charge !== undefined && Number.isNaN(soc)) || (temperature !== undefined && Number.isNaN(heat)),
  };
}

/** How many commands a change may still cost: a bucket that fills evenly and holds what five minutes bring. */
export interface WriteBudget {
  readonly left: number;
  readonly atMs: number;
}

const BUDGET_SPAN_H = 1 / 12;
const bucket = (perHour: number): number => Math.max(1, perHour * BUDGET_SPAN_H);

export function budgetAt(perHour: number, budget: WriteBudget | undefined, nowMs: number): WriteBudget {
  if (budget === undefined) return { left: bucket(perHour), atMs: nowMs };
  const gained = (perHour * Math.max(0, nowMs - budget.atMs)) / 3_600_000;
  return { left: Math.min(bucket(perHour), budget.left + gained), atMs: nowMs };
}

export const spend = (budget: WriteBudget): WriteBudget => ({ ...budget, left: Math.max(0, budget.left - 1) });

export interface SafetyState {
  /** Set while the emergency stop holds. */
  readonly stop: { readonly by: string; readonly reason: string } | undefined;
  /** The bench holds the device back by itself: it is closing, or the device does not obey. */
  readonly held: boolean;
  readonly leased: boolean;
  /** The device has confirmed its safe setpoint, and with it its reversion timer, since it was identified. */
  readonly armed: boolean;
  readonly edges: Edges;
  /** Newest setpoint of this lease; NaN lets the device run free inside its envelope. */
  readonly asked: { readonly activePowerW: number; readonly atMs: number } | undefined;
  /** Newest command that the device confirmed. */
  readonly confirmed: { readonly window: PowerWindow; readonly atMs: number } | undefined;
}

export const SAFETY_START: SafetyState = {
  stop: undefined,
  held: false,
  leased: false,
  armed: false,
  edges: NO_EDGES,
  asked: undefined,
  confirmed: undefined,
};

export type SafetyEvent =
  | { readonly kind: 'leased' }
  | { readonly kind: 'lease-ended' }
  | { readonly kind: 'setpoint'; readonly activePowerW: number; readonly atMs: number }
  | { readonly kind: 'confirmed'; readonly window: PowerWindow; readonly atMs: number; readonly safe?: boolean }
  | { readonly kind: 'edges'; readonly edges: Edges }
  /** Nobody knows any more what the device does. */
  | { readonly kind: 'lost' }
  | { readonly kind: 'stop'; readonly by: string; readonly reason: string }
  | { readonly kind: 'release' }
  | { readonly kind: 'hold' };

export function advance(state: SafetyState, event: SafetyEvent): SafetyState {
  switch (event.kind) {
    case 'leased':
      return { ...state, leased: true, asked: undefined };
    case 'lease-ended':
      return { ...state, leased: false, asked: undefined };
    case 'setpoint': {
      // While stopped nothing is passed on, and nothing is kept for later: after the release a fresh one must come.
      const blocked = state.stop !== undefined || !state.leased || !(Math.abs(event.activePowerW) !== Infinity);
      return blocked ? state : { ...state, asked: { activePowerW: event.activePowerW, atMs: event.atMs } };
    }
    case 'confirmed':
      return {
        ...state,
        armed: state.armed || event.safe === true,
        confirmed: { window: event.window, atMs: event.atMs },
      };
    case 'edges':
      return { ...state, edges: event.edges };
    case 'lost':
      return { ...state, armed: false, edges: NO_EDGES, confirmed: undefined };
    case 'stop':
      return { ...state, stop: { by: event.by, reason: event.reason }, asked: undefined };
    case 'release':
      return { ...state, stop: undefined, held: false };
    case 'hold':
      return { ...state, held: true };
  }
}

/** Why the safe setpoint is wanted. `waiting`: the twin has not sent a setpoint yet. */
export type SafeReason =
  | 'emergency-stop'
  | 'held'
  | 'no-lease'
  | 'waiting'
  | 'dead-man'
  /** The device has not confirmed the safe setpoint with its reversion timer yet. */
  | 'arming'
  | 'temperature'
  | 'unmeasured';

export type Wanted =
  | { readonly kind: 'safe'; readonly reason: SafeReason; readonly window: PowerWindow }
  | {
      readonly kind: 'follow';
      readonly window: PowerWindow;
      readonly limitedBy: 'nothing' | 'envelope' | 'charge' | 'ramp';
    };

/** What the device is to be commanded now. `measuredW`: its newest measured power, the start of a ramp if none is confirmed. */
export function wanted(config: SafetyConfig, state: SafetyState, nowMs: number, measuredW: number): Wanted {
  const reason = safeReason(config, state, nowMs);
  if (reason !== undefined) return { kind: 'safe', reason, window: windowFor(config, config.safeSetpointW) };
  const { envelope } = config;
  const askedW = state.asked!.activePowerW;
  const { empty, full } = state.edges;
  // Where the envelope itself does not reach to 0 its own edge is the nearest.
  const minimumW = empty ? Math.min(Math.max(envelope.minimumW, 0), envelope.maximumW) : envelope.minimumW;
  const maximumW = full ? Math.max(Math.min(envelope.maximumW, 0), envelope.minimumW) : envelope.maximumW;
  if (Number.isNaN(askedW)) {
    return { kind: 'follow', window: { minimumW, maximumW }, limitedBy: empty || full ? 'charge' : 'nothing' };
  }
  const powerW = clamp(askedW, envelope.minimumW, envelope.maximumW);
  const boundedW = clamp(powerW, minimumW, maximumW);
  const rampedW = ramp(config, state, boundedW, nowMs, measuredW);
  // Away from a full or an empty battery at once: a ramp would go on through the edge.
  const steppedW = clamp(rampedW, minimumW, maximumW);
  const atEdge = boundedW !== powerW || steppedW !== rampedW;
  const limitedBy = atEdge ? 'charge' : powerW !== askedW ? 'envelope' : rampedW !== boundedW ? 'ramp' : 'nothing';
  return { kind: 'follow', window: windowFor(config, steppedW), limitedBy };
}

function safeReason(config: SafetyConfig, state: SafetyState, nowMs: number): SafeReason | undefined {
  if (state.stop !== undefined) return 'emergency-stop';
  if (state.held) return 'held';
  if (!state.leased) return 'no-lease';
  if (state.asked === undefined) return 'waiting';
  if (nowMs - state.asked.atMs > config.deadManMs) return 'dead-man';
  if (!state.armed) return 'arming';
  if (state.edges.temperature) return 'temperature';
  if (state.edges.unmeasured) return 'unmeasured';
  return undefined;
}

function windowFor({ meaning, envelope }: SafetyConfig, activePowerW: number): PowerWindow {
  switch (meaning) {
    case 'target':
      return { minimumW: activePowerW, maximumW: activePowerW };
    case 'ceiling':
      return { minimumW: Math.min(envelope.minimumW, activePowerW), maximumW: activePowerW };
    case 'floor':
      return { minimumW: activePowerW, maximumW: Math.max(envelope.maximumW, activePowerW) };
  }
}

/**
 * From the last command if that was one power, otherwise from where the device is. A limit is tightened at once: a
 * ceiling downwards, a floor (of feed-in) upwards.
 */
function ramp(config: SafetyConfig, state: SafetyState, goalW: number, nowMs: number, measuredW: number): number {
  const { envelope, meaning, rampStepMs } = config;
  const last = state.confirmed;
  const free = last !== undefined && meaning === 'target' && last.window.minimumW !== last.window.maximumW;
  const edge = meaning === 'floor' ? 'minimumW' : 'maximumW';
  const startW = last === undefined || free ? measuredW : last.window[edge];
  if (!Number.isFinite(startW)) return goalW;
  if (meaning === 'ceiling' && goalW <= startW) return goalW;
  if (meaning === 'floor' && goalW >= startW) return goalW;
  const elapsedMs = last === undefined ? rampStepMs : Math.min(rampStepMs, Math.max(0, nowMs - last.atMs));
  const reachW = (envelope.rampWPerS * elapsedMs) / 1000;
  return clamp(clamp(goalW, startW - reachW, startW + reachW), envelope.minimumW, envelope.maximumW);
}

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

/**
 * What a device may be commanded, as a machine of values: envelope, ramp, dead man and emergency stop.
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

export interface SafetyState {
  /** Set while the emergency stop holds. */
  readonly stop: { readonly by: string; readonly reason: string } | undefined;
  /** The bench holds the device back by itself: it is closing, or the device does not obey. */
  readonly held: boolean;
  readonly leased: boolean;
  /** Newest setpoint of this lease; NaN lets the device run free inside its envelope. */
  readonly asked: { readonly activePowerW: number; readonly atMs: number } | undefined;
  /** Newest command that the device confirmed. */
  readonly confirmed: { readonly window: PowerWindow; readonly atMs: number } | undefined;
}

export const SAFETY_START: SafetyState = {
  stop: undefined,
  held: false,
  leased: false,
  asked: undefined,
  confirmed: undefined,
};

export type SafetyEvent =
  | { readonly kind: 'leased' }
  | { readonly kind: 'lease-ended' }
  | { readonly kind: 'setpoint'; readonly activePowerW: number; readonly atMs: number }
  | { readonly kind: 'confirmed'; readonly window: PowerWindow; readonly atMs: number }
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
      return { ...state, confirmed: { window: event.window, atMs: event.atMs } };
    case 'lost':
      return { ...state, confirmed: undefined };
    case 'stop':
      return { ...state, stop: { by: event.by, reason: event.reason }, asked: undefined };
    case 'release':
      return { ...state, stop: undefined, held: false };
    case 'hold':
      return { ...state, held: true };
  }
}

/** Why the safe setpoint is wanted. `waiting`: the twin has not sent a setpoint yet. */
export type SafeReason = 'emergency-stop' | 'held' | 'no-lease' | 'waiting' | 'dead-man';

export type Wanted =
  | { readonly kind: 'safe'; readonly reason: SafeReason; readonly window: PowerWindow }
  | { readonly kind: 'follow'; readonly window: PowerWindow; readonly limitedBy: 'nothing' | 'envelope' | 'ramp' };

/** What the device is to be commanded now. `measuredW`: its newest measured power, the start of a ramp if none is confirmed. */
export function wanted(config: SafetyConfig, state: SafetyState, nowMs: number, measuredW: number): Wanted {
  const reason = safeReason(config, state, nowMs);
  if (reason !== undefined) return { kind: 'safe', reason, window: windowFor(config, config.safeSetpointW) };
  const { envelope } = config;
  const askedW = state.asked!.activePowerW;
  if (Number.isNaN(askedW)) {
    const { minimumW, maximumW } = envelope;
    return { kind: 'follow', window: { minimumW, maximumW }, limitedBy: 'nothing' };
  }
  const boundedW = clamp(askedW, envelope.minimumW, envelope.maximumW);
  const rampedW = ramp(config, state, boundedW, nowMs, measuredW);
  const limitedBy = boundedW !== askedW ? 'envelope' : rampedW !== boundedW ? 'ramp' : 'nothing';
  return { kind: 'follow', window: windowFor(config, rampedW), limitedBy };
}

function safeReason(config: SafetyConfig, state: SafetyState, nowMs: number): SafeReason | undefined {
  if (state.stop !== undefined) return 'emergency-stop';
  if (state.held) return 'held';
  if (!state.leased) return 'no-lease';
  if (state.asked === undefined) return 'waiting';
  if (nowMs - state.asked.atMs > config.deadManMs) return 'dead-man';
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

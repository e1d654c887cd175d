/**
 * Did the device obey? A device may acknowledge a setpoint, hold it in its register and go on as before; only its
 * measured power tells. Pure: values in, verdict out.
 */
import { hull, type PowerWindow } from './power-window.js';

export interface EffectRule {
  readonly withinMs: number;
  readonly bandW: number;
  readonly bandRatio: number;
}

/** The windows that were in force lately, oldest first. */
export interface EffectState {
  readonly windows: readonly { readonly window: PowerWindow; readonly fromMs: number }[];
  /** No second complaint before. */
  readonly quietUntilMs: number;
}

export const NO_EFFECT: EffectState = { windows: [], quietUntilMs: Number.NEGATIVE_INFINITY };

/** A confirmed window comes into force. */
export function inForce(state: EffectState, rule: EffectRule, window: PowerWindow, nowMs: number): EffectState {
  const last = state.windows.at(-1);
  if (last !== undefined && last.window.minimumW === window.minimumW && last.window.maximumW === window.maximumW) {
    return state;
  }
  // A window counts while any moment of it lies within the time that the device has.
  const kept = state.windows.filter((_, k) => {
    const untilMs = state.windows[k + 1]?.fromMs ?? nowMs;
    return untilMs > nowMs - rule.withinMs;
  });
  return { ...state, windows: [...kept, { window, fromMs: nowMs }] };
}

export type Effect =
  | { readonly kind: 'followed' }
  /** The device still has time, or is on its way. */
  | { readonly kind: 'pending' }
  /** It cannot: full or empty. */
  | { readonly kind: 'limited' }
  | { readonly kind: 'ignored'; readonly wanted: PowerWindow };

/**
 * Holds a measured power (W, + = consumption) against every window of the last `withinMs`: a device on its way from one
 * setpoint to the next is anywhere between them. Complains at most once per `withinMs`.
 */
export function judge(
  state: EffectState,
  rule: EffectRule,
  measured: { readonly powerW: number; readonly cannotConsume: boolean; readonly cannotFeedIn: boolean },
  nowMs: number,
): { readonly state: EffectState; readonly effect: Effect } {
  const first = state.windows[0];
  if (first === undefined || nowMs - first.fromMs < rule.withinMs) return { state, effect: { kind: 'pending' } };
  const recent = state.windows.filter((_, k) => {
    const untilMs = state.windows[k + 1]?.fromMs ?? Number.POSITIVE_INFINITY;
    return untilMs > nowMs - rule.withinMs;
  });
  const wanted = recent.map(({ window }) => window).reduce(hull);
  const { powerW } = measured;
  // Anywhere between the setpoints of late is still on its way; only the newest one is the goal.
  if (inside(recent.at(-1)!.window, rule, powerW)) return { state, effect: { kind: 'followed' } };
  if (inside(wanted, rule, powerW)) return { state, effect: { kind: 'pending' } };
  const possible = {
    minimumW: measured.cannotConsume ? Math.min(wanted.minimumW, 0) : wanted.minimumW,
    maximumW: measured.cannotFeedIn ? Math.max(wanted.maximumW, 0) : wanted.maximumW,
  };
  if (inside(possible, rule, powerW)) return { state, effect: { kind: 'limited' } };
  if (nowMs < state.quietUntilMs) return { state, effect: { kind: 'pending' } };
  return { state: { ...state, quietUntilMs: nowMs + rule.withinMs }, effect: { kind: 'ignored', wanted } };
}

/** Whether a power lies in the band around a window. */
export function inside({ minimumW, maximumW }: PowerWindow, { bandW, bandRatio }: EffectRule, powerW: number): boolean {
  return (
    powerW >= minimumW - bandW - bandRatio * Math.abs(minimumW) &&
    powerW <= maximumW + bandW + bandRatio * Math.abs(maximumW)
  );
}

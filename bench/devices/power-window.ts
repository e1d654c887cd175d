/**
 * The one command that every actuator takes: keep your power inside this window. W, + = consumption.
 *
 * A target is a window without width; a ceiling is open below down to the envelope; running free is the whole envelope.
 */
export interface PowerWindow {
  readonly minimumW: number;
  readonly maximumW: number;
}

export const target = (activePowerW: number): PowerWindow => ({ minimumW: activePowerW, maximumW: activePowerW });

/** The largest difference between the edges of two windows, W. */
export function difference(a: PowerWindow, b: PowerWindow): number {
  return Math.max(Math.abs(a.minimumW - b.minimumW), Math.abs(a.maximumW - b.maximumW));
}

/** The smallest window that holds both. */
export function hull(a: PowerWindow, b: PowerWindow): PowerWindow {
  return { minimumW: Math.min(a.minimumW, b.minimumW), maximumW: Math.max(a.maximumW, b.maximumW) };
}

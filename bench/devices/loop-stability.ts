/**
 * A grid emulator closes a loop: the twin's voltages follow from the power that the device under test takes, and that power
 * from the voltages it sees. A device whose droop is steeper than the grid is stiff makes it swing. This watch counts the
 * turns of each played voltage. Pure: values in, verdict out.
 */
export interface StabilityRule {
  readonly windowS: number;
  /** So many turns within the window are a swing ... */
  readonly turns: number;
  /** ... if the voltage went at least so far between them. */
  readonly swingV: number;
}

interface PhaseWatch {
  /** Where the voltage was furthest since its last turn, and where it went; undefined: not yet known. */
  readonly extremeV: number;
  readonly direction: 1 | -1 | 0;
  readonly turns: readonly { readonly atMs: number; readonly swingV: number }[];
  readonly lastTurnV: number;
}

export interface StabilityState {
  readonly phases: readonly PhaseWatch[];
}

export const STABILITY_START: StabilityState = { phases: [] };

export type Stability =
  | { readonly kind: 'stable' }
  | { readonly kind: 'swinging'; readonly phase: 0 | 1 | 2; readonly turns: number; readonly swingV: number };

/** A swing that dies away by this much from its first to its last turn in the window calms down by itself. */
const DYING_RATIO = 0.6;

export function watch(
  state: StabilityState,
  rule: StabilityRule,
  voltageV: readonly number[],
  nowMs: number,
): { readonly state: StabilityState; readonly stability: Stability } {
  const phases = voltageV.map((v, p) => follow(state.phases[p], rule, v, nowMs));
  for (const [p, { turns }] of phases.entries()) {
    if (turns.length < rule.turns) continue;
    const first = turns[0]!.swingV;
    const last = turns.at(-1)!.swingV;
    if (last < DYING_RATIO * first) continue;
    return {
      state: { phases },
      stability: { kind: 'swinging', phase: p as 0 | 1 | 2, turns: turns.length, swingV: last },
    };
  }
  return { state: { phases }, stability: { kind: 'stable' } };
}

function follow(before: PhaseWatch | undefined, rule: StabilityRule, v: number, nowMs: number): PhaseWatch {
  if (before === undefined) return { extremeV: v, direction: 0, turns: [], lastTurnV: v };
  const turns = before.turns.filter(({ atMs }) => nowMs - atMs <= rule.windowS * 1000);
  const { extremeV, direction, lastTurnV } = before;
  if (direction === 0) {
    const moved = Math.abs(v - extremeV) >= rule.swingV;
    return moved ? { ...before, turns, extremeV: v, direction: v > extremeV ? 1 : -1 } : { ...before, turns };
  }
  const further = direction === 1 ? v > extremeV : v < extremeV;
  if (further) return { ...before, turns, extremeV: v };
  if (Math.abs(v - extremeV) < rule.swingV) return { ...before, turns };
  const turn = { atMs: nowMs, swingV: Math.abs(extremeV - lastTurnV) || Math.abs(v - extremeV) };
  return { extremeV: v, direction: direction === 1 ? -1 : 1, turns: [...turns, turn], lastTurnV: extremeV };
}

/**
 * Shares a budget among slots that run at no power at all or at some least power: cars that charge from six ampères,
 * compressors from their lowest modulation.
 *
 *   1. who runs      by key, highest first: each takes what brings it to its least power, as long as the budget reaches
 *   2. how fast      what is left, in proportion to what each of those could still take
 *
 * The key is the slot's urgency, raised for who runs already: a slot changes its turn when another has become more
 * urgent by that much, and not with every watt. Instead of sorting, keys are counted in bins: three sweeps over the slots.
 */

const BINS = 128;

export interface Sharing {
  /** Per slot, W: what it has without the budget, the most it may have, its least power above standstill. */
  readonly lowW: Float64Array;
  readonly capW: Float64Array;
  readonly runW: Float64Array;
  /** Per slot, from 0 to `keyMax`. */
  readonly key: Float64Array;
  readonly keyMax: number;
  /** 1 if the slot runs now. */
  readonly runs: Uint8Array;
  /** Scratch: cost of starting per bin; [0] budget that is left. */
  readonly binW: Float64Array;
  readonly left: Float64Array;
}

export function createSharing(slotCount: number, keyMax: number): Sharing {
  return {
    lowW: new Float64Array(slotCount),
    capW: new Float64Array(slotCount),
    runW: new Float64Array(slotCount),
    key: new Float64Array(slotCount),
    keyMax,
    runs: new Uint8Array(slotCount),
    binW: new Float64Array(BINS),
    left: new Float64Array(1),
  };
}

/** What brings a slot to its least power; infinite if it cannot take any more, or not that much. */
function startW(s: Sharing, i: number): number {
  const lowW = s.lowW[i]!;
  const capW = s.capW[i]!;
  const runW = s.runW[i]!;
  if (capW <= lowW || capW < runW) return Number.POSITIVE_INFINITY;
  return runW > lowW ? runW - lowW : 0;
}

function binOf(s: Sharing, i: number): number {
  return Math.max(0, Math.min(BINS - 1, Math.floor((s.key[i]! / s.keyMax) * BINS)));
}

/** Writes the power of each of `slots` to `powerW`; `left[0]` holds the budget before and what is left of it after. */
export function shareOut(s: Sharing, slots: Int32Array, powerW: Float64Array): void {
  const { binW, lowW, capW, runW, runs, left } = s;
  binW.fill(0);
  for (let k = 0; k < slots.length; k++) {
    const i = slots[k]!;
    const costW = startW(s, i);
    if (costW !== Number.POSITIVE_INFINITY) binW[binOf(s, i)] = binW[binOf(s, i)]! + costW;
  }
  let leftW = left[0]!;
  let cut = BINS - 1;
  while (cut >= 0 && binW[cut]! <= leftW) leftW -= binW[cut--]!;

  // In the bin where the budget ends those that run come before those that wait.
  let rangeW = 0;
  for (let turn = 1; turn >= 0; turn--) {
    for (let k = 0; k < slots.length; k++) {
      const i = slots[k]!;
      if (runs[i] !== turn) continue;
      const costW = startW(s, i);
      const bin = binOf(s, i);
      let starts = costW !== Number.POSITIVE_INFINITY && bin >= cut;
      if (starts && bin === cut) {
        if (costW <= leftW) leftW -= costW;
        else starts = false;
      }
      powerW[i] = starts ? Math.max(lowW[i]!, runW[i]!) : lowW[i]!;
      if (starts) rangeW += capW[i]! - powerW[i]!;
    }
  }
  const ratio = rangeW > 0 ? Math.min(1, leftW / rangeW) : 0;
  for (let k = 0; k < slots.length; k++) {
    const i = slots[k]!;
    if (powerW[i]! < runW[i]! || capW[i]! <= powerW[i]!) continue;
    powerW[i] = powerW[i]! + ratio * (capW[i]! - powerW[i]!);
  }
  left[0] = leftW - ratio * rangeW;
}

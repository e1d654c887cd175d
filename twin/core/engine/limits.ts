/**
 * Phase 7, limits: the physical limits of this tick. Verdicts are on 10-minute means and live elsewhere; these are the
 * alarms a person sees at once. An alarm is told when it begins, not every tick.
 */
import { EVENT } from './events.js';
import type { Model } from './model.js';
import type { State } from './state.js';
import { HIGH_RATIO, LOW_RATIO } from './voltage-band.js';

export function limits(model: Model, state: State): void {
  if (state.gridConverged === 0) return;
  voltages(model, state);
  loadings(state);
}

function voltages(model: Model, state: State): void {
  const { voltageV } = state.columns;
  const { surelyAboveV, surelyBelowV } = state;
  const { node } = model.connections;
  const { nodeRatedV } = state.solver;
  let worst = -1;
  let worstOutside = 0;
  for (let c = 0; c < node.length; c++) {
    const n = node[c]!;
    const at = 3 * n;
    const low = surelyAboveV[c]!;
    const high = surelyBelowV[c]!;
    const a = voltageV[at]!;
    const b = voltageV[at + 1]!;
    const d = voltageV[at + 2]!;
    if (a > low && a < high && b > low && b < high && d > low && d < high) continue;
    const ratedV = nodeRatedV[n]! / Math.sqrt(3);
    for (let k = at; k < at + 3; k++) {
      const u = voltageV[k]! / ratedV;
      // Zero is a node without supply, not a voltage out of band.
      const outside = u === 0 ? 0 : Math.max(LOW_RATIO - u, u - HIGH_RATIO);
      if (outside > worstOutside) {
        worst = k;
        worstOutside = outside;
      }
    }
  }
  if (worst >= 0 && state.voltageAlarm === 0) state.events.push(EVENT.voltageOutOfBand, worst, voltageV[worst]!);
  state.voltageAlarm = worst >= 0 ? 1 : 0;
}

function loadings(state: State): void {
  const { branchLoadingRatio, transformerLoadingRatio } = state.columns;
  const { transformers } = state;
  let transformer = 0;
  for (let t = 0; t < transformers.length; t++) {
    const loading = branchLoadingRatio[transformers[t]!]!;
    if (loading > transformer) transformer = loading;
  }
  let worst = -1;
  let worstLoading = 1;
  for (let b = 0; b < branchLoadingRatio.length; b++) {
    const loading = branchLoadingRatio[b]!;
    if (loading > worstLoading) {
      worst = b;
      worstLoading = loading;
    }
  }
  transformerLoadingRatio[0] = transformer;
  if (worst >= 0 && state.overloadAlarm === 0) state.events.push(EVENT.overload, worst, worstLoading);
  state.overloadAlarm = worst >= 0 ? 1 : 0;
}

/**
 * Phase 7, limits: the physical limits of this tick. Verdicts are on 10-minute means and live elsewhere; these are the
 * alarms a person sees at once. An alarm is told when it begins, not every tick.
 */
import { EVENT } from './events.js';
import type { Model } from './model.js';
import type { State } from './state.js';

/** Un ± 10 % at 230 V: Netcode, NEN-EN 50160. */
const LOW_RATIO = 0.9;
const HIGH_RATIO = 1.1;

export function limits(model: Model, state: State): void {
  if (state.gridConverged === 0) return;
  voltages(model, state);
  loadings(state);
}

function voltages(model: Model, state: State): void {
  const { voltageV } = state.columns;
  const { node } = model.connections;
  const { nodeRatedV } = state.solver;
  let worst = -1;
  let worstOutside = 0;
  for (let c = 0; c < node.length; c++) {
    const ratedV = nodeRatedV[node[c]!]! / Math.sqrt(3);
    for (let p = 0; p < 3; p++) {
      const k = 3 * node[c]! + p;
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
  const { branchIsTransformer } = state.solver;
  let transformer = 0;
  let worst = -1;
  let worstLoading = 1;
  for (let b = 0; b < branchLoadingRatio.length; b++) {
    const loading = branchLoadingRatio[b]!;
    if (branchIsTransformer[b] === 1 && loading > transformer) transformer = loading;
    if (loading > worstLoading) {
      worst = b;
      worstLoading = loading;
    }
  }
  transformerLoadingRatio[0] = transformer;
  if (worst >= 0 && state.overloadAlarm === 0) state.events.push(EVENT.overload, worst, worstLoading);
  state.overloadAlarm = worst >= 0 ? 1 : 0;
}

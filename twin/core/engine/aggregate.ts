/** Phase 5, aggregate: slots to connections, connections to the loads of the grid and to the group. */
import { SOURCE_FALLBACK } from '../base/status.js';
import type { Model } from './model.js';
import type { State } from './state.js';

export function aggregate(model: Model, state: State): void {
  const { slotPhaseW, slotPhaseVar, slotStart, slotOrder, solver, columns, source } = state;
  const { load, inGroup } = model.connections;
  const { controllable } = model.slots;
  let groupW = 0;
  let inflexibleW = 0;
  let absoluteW = 0;
  let substitutedW = 0;
  for (let c = 0; c < model.dimensions.connections; c++) {
    const at = 3 * load[c]!;
    let totalW = 0;
    for (let p = 0; p < 3; p++) {
      let phaseW = 0;
      let phaseVar = 0;
      for (let k = slotStart[c]!; k < slotStart[c + 1]!; k++) {
        phaseW += slotPhaseW[3 * slotOrder[k]! + p]!;
        phaseVar += slotPhaseVar[3 * slotOrder[k]! + p]!;
      }
      columns.connectionPhaseActivePowerW[3 * c + p] = phaseW;
      columns.connectionPhaseReactivePowerVar[3 * c + p] = phaseVar;
      solver.loadActivePowerW[at + p] = phaseW;
      solver.loadReactivePowerVar[at + p] = phaseVar;
      totalW += phaseW;
    }
    columns.connectionActivePowerW[c] = totalW;
    if (inGroup[c] !== 1) continue;
    groupW += totalW;
    for (let k = slotStart[c]!; k < slotStart[c + 1]!; k++) {
      const i = slotOrder[k]!;
      const slotW = columns.slotActivePowerW[i]!;
      if (controllable[i] !== 1) inflexibleW += slotW;
      absoluteW += Math.abs(slotW);
      if (source[i] === SOURCE_FALLBACK) substitutedW += Math.abs(slotW);
    }
  }
  columns.groupActivePowerW[0] = groupW;
  columns.inflexibleActivePowerW[0] = inflexibleW;
  columns.substitutedShareRatio[0] = absoluteW > 0 ? substitutedW / absoluteW : 0;
}

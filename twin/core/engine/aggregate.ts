/** Phase 5, aggregate: slots to connections, connections to the loads of the grid and to the group. */
import { SOURCE_FALLBACK } from '../base/status.js';
import { EVENT } from './events.js';
import type { Model } from './model.js';
import type { State } from './state.js';

export function aggregate(model: Model, state: State): void {
  const { slotPhaseW, slotPhaseVar, slotStart, slotOrder, solver, columns, source } = state;
  const { load, inGroup } = model.connections;
  const { controllable } = model.slots;
  let allW = 0;
  let groupW = 0;
  let inflexibleW = 0;
  let absoluteW = 0;
  let substitutedW = 0;
  const { connectionActivePowerW, connectionPhaseActivePowerW, connectionPhaseReactivePowerVar } = columns;
  const { slotActivePowerW } = columns;
  const { loadActivePowerW, loadReactivePowerVar } = solver;
  const { connections } = model.dimensions;
  // without a device nothing can be a fallback
  const mayFallBack = state.device.slotCount > 0;
  let end = 0;
  for (let c = 0; c < connections; c++) {
    const first = end;
    end = slotStart[c + 1]!;
    let aW = 0;
    let bW = 0;
    let cW = 0;
    let aVar = 0;
    let bVar = 0;
    let cVar = 0;
    const counts = inGroup[c] === 1;
    for (let k = first; k < end; k++) {
      const i = slotOrder[k]!;
      const at = 3 * i;
      aW += slotPhaseW[at]!;
      bW += slotPhaseW[at + 1]!;
      cW += slotPhaseW[at + 2]!;
      aVar += slotPhaseVar[at]!;
      bVar += slotPhaseVar[at + 1]!;
      cVar += slotPhaseVar[at + 2]!;
      if (!counts) continue;
      const slotW = slotActivePowerW[i]!;
      if (controllable[i] !== 1) inflexibleW += slotW;
      absoluteW += Math.abs(slotW);
      if (mayFallBack && source[i] === SOURCE_FALLBACK) substitutedW += Math.abs(slotW);
    }
    const totalW = aW + bW + cW;
    const own = 3 * c;
    connectionActivePowerW[c] = totalW;
    connectionPhaseActivePowerW[own] = aW;
    connectionPhaseActivePowerW[own + 1] = bW;
    connectionPhaseActivePowerW[own + 2] = cW;
    connectionPhaseReactivePowerVar[own] = aVar;
    connectionPhaseReactivePowerVar[own + 1] = bVar;
    connectionPhaseReactivePowerVar[own + 2] = cVar;
    const at = 3 * load[c]!;
    loadActivePowerW[at] = aW;
    loadActivePowerW[at + 1] = bW;
    loadActivePowerW[at + 2] = cW;
    loadReactivePowerVar[at] = aVar;
    loadReactivePowerVar[at + 1] = bVar;
    loadReactivePowerVar[at + 2] = cVar;
    allW += totalW;
    if (counts) groupW += totalW;
  }
  if (!Number.isFinite(allW) || state.noNumberSlots > 0) nameWhatIsNoNumber(state);
  columns.groupActivePowerW[0] = groupW;
  columns.inflexibleActivePowerW[0] = inflexibleW;
  columns.substitutedShareRatio[0] = absoluteW > 0 ? substitutedW / absoluteW : 0;
}

/** One slot without a number takes the voltages from all: whoever looks for the cause must find it in the record. */
function nameWhatIsNoNumber(state: State): void {
  const { columns, noNumber, events } = state;
  const { slotActivePowerW } = columns;
  state.noNumberSlots = 0;
  for (let i = 0; i < noNumber.length; i++) {
    const powerW = slotActivePowerW[i]!;
    const none = Number.isFinite(powerW) ? 0 : 1;
    if (none > noNumber[i]!) events.push(EVENT.noNumber, i, powerW);
    noNumber[i] = none;
    state.noNumberSlots += none;
  }
}

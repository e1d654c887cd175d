/** Phase 3, simulate: the model of every slot runs, whether a device leads it or not. */
import { stepAssets } from '../assets/asset-set.js';
import { advanceTickContext } from '../assets/tick.js';
import type { Model } from './model.js';
import type { State } from './state.js';

export function simulate(model: Model, state: State): void {
  freeTargets(model, state);
  voltages(model, state);
  const { context } = state;
  context.tick = state.tick;
  context.timeUs = state.spanUs[0]!;
  context.outdoorTemperatureC = state.outdoorTemperatureC;
  context.globalIrradianceWPerM2 = state.globalIrradianceWPerM2;
  context.diffuseIrradianceWPerM2 = state.diffuseIrradianceWPerM2;
  advanceTickContext(context);
  stepAssets(model.assets, context, state.assetColumns);
}

/** What an inverter measures at its terminals: the highest of its phases in the frame of the tick before. */
function voltages(model: Model, state: State): void {
  const { voltageV } = state.columns;
  const { connection, share } = model.slots;
  const { slots } = model.assets.pvs;
  if (state.tick === 0) return;
  for (let k = 0; k < slots.length; k++) {
    const i = slots[k]!;
    const at = 3 * model.connections.node[connection[i]!]!;
    let highest = 0;
    for (let p = 0; p < 3; p++) if (share[3 * i + p]! > 0 && voltageV[at + p]! > highest) highest = voltageV[at + p]!;
    state.assetColumns.voltageV[i] = highest;
  }
}

/** A battery without a setpoint serves its own connection: it wants to cancel what the rest of it took a tick ago. */
function freeTargets(model: Model, state: State): void {
  const { slotActivePowerW, connectionActivePowerW } = state.columns;
  const { freeTargetW } = state.assetColumns;
  const { connection } = model.slots;
  const { slots } = model.assets.batteries;
  for (let k = 0; k < slots.length; k++) {
    const i = slots[k]!;
    freeTargetW[i] = slotActivePowerW[i]! - connectionActivePowerW[connection[i]!]!;
  }
}

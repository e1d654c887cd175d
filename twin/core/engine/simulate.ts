/** Phase 3, simulate: the model of every slot runs, whether a device leads it or not. */
import { stepAssets } from '../assets/asset-set.js';
import { advanceTickContext } from '../assets/tick.js';
import { ASSET_BATTERY } from '../base/status.js';
import type { Model } from './model.js';
import type { State } from './state.js';

export function simulate(model: Model, state: State): void {
  freeTargets(model, state);
  const { context } = state;
  context.tick = state.tick;
  context.timeUs = state.spanUs[0]!;
  context.outdoorTemperatureC = state.outdoorTemperatureC;
  context.globalIrradianceWPerM2 = state.globalIrradianceWPerM2;
  context.diffuseIrradianceWPerM2 = state.diffuseIrradianceWPerM2;
  advanceTickContext(context);
  stepAssets(model.assets, context, state.assetColumns);
}

/** A battery without a setpoint serves its own connection: it wants to cancel what the rest of it took a tick ago. */
function freeTargets(model: Model, state: State): void {
  const { slotActivePowerW, connectionActivePowerW } = state.columns;
  const { freeTargetW } = state.assetColumns;
  const { kind, connection } = model.slots;
  for (let i = 0; i < kind.length; i++) {
    if (kind[i] === ASSET_BATTERY) freeTargetW[i] = slotActivePowerW[i]! - connectionActivePowerW[connection[i]!]!;
  }
}

/** Phase 3, simulate: the model of every slot runs, whether a device leads it or not. */
import { stepAssets } from '../assets/asset-set.js';
import { fillTickContext } from '../assets/tick.js';
import { ASSET_BATTERY } from '../base/status.js';
import type { Model } from './model.js';
import type { State } from './state.js';
import { tickStartUs } from './time.js';

export function simulate(model: Model, state: State): void {
  freeTargets(model, state);
  fillTickContext(state.context, {
    tick: state.tick,
    tickS: model.tickS,
    timeUs: tickStartUs(model, state.tick),
    seed: model.seed,
    latitudeDeg: model.latitudeDeg,
    longitudeDeg: model.longitudeDeg,
    outdoorTemperatureC: state.outdoorTemperatureC,
    globalIrradianceWPerM2: state.globalIrradianceWPerM2,
    diffuseIrradianceWPerM2: state.diffuseIrradianceWPerM2,
  });
  stepAssets(model.assets, state.context, state.assetColumns);
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

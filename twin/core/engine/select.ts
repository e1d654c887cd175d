/**
 * Phase 4, select: for every slot the modelled, the measured or the fallback power, on its phases.
 *
 * A meter measures a whole connection: its household is the meter minus the connection's other slots, so meters come
 * second. The step in power at the switch to fallback is at most |measured - modelled| at the last fresh reading; what
 * the shadow model would jump beyond that becomes an offset that fades over the freshness limit.
 */
import { LEASE_METER, SOURCE_DEVICE, SOURCE_FALLBACK, SOURCE_MODEL } from '../base/status.js';
import { EVENT } from './events.js';
import type { Model } from './model.js';
import type { State } from './state.js';

export function select(model: Model, state: State): void {
  const { source, device } = state;
  if (state.tick < state.loadStepsUntilTick) {
    for (let i = 0; i < model.dimensions.slots; i++) if (source[i] === SOURCE_MODEL) selectModelled(model, state, i);
  } else selectModels(model, state);
  for (let n = 0; n < device.slotCount; n++) {
    const i = device.slots[n]!;
    if (source[i] === SOURCE_FALLBACK) selectModelled(model, state, i);
    else if (source[i] === SOURCE_DEVICE && device.lease[i] !== LEASE_METER) selectMeasured(state, i);
  }
  for (let n = 0; n < device.slotCount; n++) {
    const i = device.slots[n]!;
    if (source[i] === SOURCE_DEVICE && device.lease[i] === LEASE_METER) selectMetered(model, state, i);
  }
  publishSlots(model, state);
}

/** All slots by their models: what most of them are, with nothing added. Slots of devices are selected again. */
function selectModels(model: Model, state: State): void {
  const { slotPhaseW, slotPhaseVar } = state;
  const { modelledPowerW, modelledReactiveVar, modelledPhaseW, modelledPhaseVar } = state.assetColumns;
  const { share } = model.slots;
  const { slots } = model.dimensions;
  // Most models know their phases; of the others NaN is copied, and replaced.
  slotPhaseW.set(modelledPhaseW);
  slotPhaseVar.set(modelledPhaseVar);
  for (let i = 0; i < slots; i++) {
    const at = 3 * i;
    if (!Number.isNaN(modelledPhaseW[at]!)) continue;
    const powerW = modelledPowerW[i]!;
    const reactiveVar = modelledReactiveVar[i]!;
    slotPhaseW[at] = powerW * share[at]!;
    slotPhaseW[at + 1] = powerW * share[at + 1]!;
    slotPhaseW[at + 2] = powerW * share[at + 2]!;
    slotPhaseVar[at] = reactiveVar * share[at]!;
    slotPhaseVar[at + 1] = reactiveVar * share[at + 1]!;
    slotPhaseVar[at + 2] = reactiveVar * share[at + 2]!;
  }
}

function selectModelled(model: Model, state: State, i: number): void {
  const { device, slotPhaseW, slotPhaseVar, assetColumns } = state;
  let powerW = assetColumns.modelledPowerW[i]!;
  if (state.loadStepUntilTick[i]! > state.tick) powerW += state.loadStepW[i]!;
  let share = model.slots.share;
  if (state.source[i] === SOURCE_FALLBACK) {
    if (state.switched[i] === 1) beginFallback(state, i, powerW);
    const left = 1 - device.fallbackS[i]! / Math.max(device.freshnessS[i]!, model.tickS);
    if (left > 0) powerW += device.fallbackOffsetW[i]! * left;
    if (device.lease[i] !== LEASE_METER) share = device.share;
  }
  const { modelledPhaseW, modelledPhaseVar } = assetColumns;
  if (share === model.slots.share && !Number.isNaN(modelledPhaseW[3 * i]!)) {
    // The model knows its phases; what is not the model's (a load step, a fading offset) goes by the slot's shares.
    const otherW = powerW - assetColumns.modelledPowerW[i]!;
    for (let p = 0; p < 3; p++) {
      slotPhaseW[3 * i + p] = modelledPhaseW[3 * i + p]! + otherW * share[3 * i + p]!;
      slotPhaseVar[3 * i + p] = modelledPhaseVar[3 * i + p]!;
    }
    return;
  }
  for (let p = 0; p < 3; p++) {
    slotPhaseW[3 * i + p] = powerW * share[3 * i + p]!;
    slotPhaseVar[3 * i + p] = assetColumns.modelledReactiveVar[i]! * share[3 * i + p]!;
  }
}

function beginFallback(state: State, i: number, modelledW: number): void {
  const { device } = state;
  const usedW = device.usedAtFreshW[i]!;
  const boundW = Math.abs(usedW - device.modelledAtFreshW[i]!);
  const firstW = Math.max(usedW - boundW, Math.min(usedW + boundW, modelledW));
  device.fallbackOffsetW[i] = firstW - modelledW;
  state.events.push(EVENT.loss, i, firstW - usedW);
}

function selectMeasured(state: State, i: number): void {
  const { device, slotPhaseW, slotPhaseVar } = state;
  for (let p = 0; p < 3; p++) {
    slotPhaseW[3 * i + p] = device.activePowerW[3 * i + p]!;
    slotPhaseVar[3 * i + p] = device.reactivePowerVar[i]! * device.share[3 * i + p]!;
  }
  remember(state, i);
}

function selectMetered(model: Model, state: State, i: number): void {
  const { device, slotPhaseW, slotPhaseVar, slotStart, slotOrder } = state;
  const connection = model.slots.connection[i]!;
  for (let p = 0; p < 3; p++) {
    let othersW = 0;
    for (let k = slotStart[connection]!; k < slotStart[connection + 1]!; k++) {
      const other = slotOrder[k]!;
      if (other !== i) othersW += slotPhaseW[3 * other + p]!;
    }
    slotPhaseW[3 * i + p] = device.activePowerW[3 * i + p]! - othersW;
    slotPhaseVar[3 * i + p] = device.reactivePowerVar[i]! * device.share[3 * i + p]!;
  }
  remember(state, i);
}

/** What the switch to fallback must know of the last fresh tick. */
function remember(state: State, i: number): void {
  const { device, slotPhaseW, assetColumns } = state;
  device.modelledAtFreshW[i] = assetColumns.modelledPowerW[i]!;
  device.usedAtFreshW[i] = slotPhaseW[3 * i]! + slotPhaseW[3 * i + 1]! + slotPhaseW[3 * i + 2]!;
  device.setpointAtFreshW[i] = assetColumns.setpointW[i]!;
}

function publishSlots(model: Model, state: State): void {
  const { columns, device, source, slotPhaseW, assetColumns } = state;
  const { slotActivePowerW } = columns;
  const { slots } = model.dimensions;
  for (let i = 0; i < slots; i++) {
    const at = 3 * i;
    slotActivePowerW[i] = slotPhaseW[at]! + slotPhaseW[at + 1]! + slotPhaseW[at + 2]!;
  }
  columns.slotStateOfChargeRatio.set(assetColumns.stateOfChargeRatio);
  columns.slotTemperatureC.set(assetColumns.temperatureC);
  for (let n = 0; n < device.slotCount; n++) {
    const i = device.slots[n]!;
    columns.slotSource[i] = source[i]!;
    columns.slotAgeS[i] = device.ageS[i]!;
    columns.slotSequence[i] = device.sequence[i]!;
    if (device.hasReading[i] === 1) {
      columns.slotMeasuredPowerW[i] =
        device.activePowerW[3 * i]! + device.activePowerW[3 * i + 1]! + device.activePowerW[3 * i + 2]!;
    }
    if (source[i] !== SOURCE_DEVICE) continue;
    const measuredSoc = device.stateOfChargeRatio[i]!;
    const measuredC = device.temperatureC[i]!;
    if (!Number.isNaN(measuredSoc)) columns.slotStateOfChargeRatio[i] = measuredSoc;
    if (!Number.isNaN(measuredC)) columns.slotTemperatureC[i] = measuredC;
  }
}

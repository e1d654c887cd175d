/**
 * Phase 1, ingest: applies the journalled inputs in their order, lets readings age, and decides for every slot whether
 * its device still leads. A slot whose newest reading is older than its freshness limit switches to fallback here,
 * before anything is decided or simulated, so that the shadow model runs this tick from the last good state.
 */
import { reseed } from '../assets/asset-set.js';
import {
  ASSET_HOUSEHOLD,
  LEASE_ACTUATOR,
  LEASE_METER,
  LEASE_NONE,
  QUALITY_INVALID,
  ROLE_EMERGENCY_STOP,
  ROLE_STRATEGY,
  SG_NONE,
  SOURCE_DEVICE,
  SOURCE_FALLBACK,
  SOURCE_MODEL,
} from '../base/status.js';
import { addCallOff, limitAt } from '../contracts/group-limit.js';
import { EVENT } from './events.js';
import { INPUT, INPUT_WIDTH, type InputBatch } from './inputs.js';
import type { Model } from './model.js';
import { type DeviceState, ROLES, type State } from './state.js';
import { setSpan } from './time.js';

export function ingest(model: Model, state: State, inputs: InputBatch): void {
  state.events.clear();
  setSpan(model, state);
  ageReadings(model, state);
  if (state.lapsesGiven) lapse(model, state);
  for (let r = 0; r < inputs.count; r++) apply(model, state, inputs, r);
  chooseSources(model, state);
  const limitW = limitAt(state.groupLimit, state.spanUs[0]!);
  if (limitW !== state.limitW) state.events.push(EVENT.limitChanged, 0, limitW);
  state.limitW = limitW;
}

function ageReadings(model: Model, state: State): void {
  const { lease, ageS, slots, slotCount } = state.device;
  for (let n = 0; n < slotCount; n++) if (lease[slots[n]!] !== LEASE_NONE) ageS[slots[n]!]! += model.tickS;
}

function apply(model: Model, state: State, inputs: InputBatch, r: number): void {
  const { device, events } = state;
  const kind = inputs.kind[r]!;
  const i = inputs.index[r]!;
  const v = inputs.value;
  const at = r * INPUT_WIDTH;
  const slots = model.dimensions.slots;
  const perSlot =
    kind === INPUT.measurement ||
    kind === INPUT.bind ||
    kind === INPUT.unbind ||
    kind === INPUT.roleSetpoint ||
    kind === INPUT.loadStep;
  if (perSlot && (i < 0 || i >= slots)) {
    events.push(EVENT.inputRefused, i, kind);
    return;
  }
  switch (kind) {
    case INPUT.weather:
      state.outdoorTemperatureC = v[at]!;
      state.globalIrradianceWPerM2 = v[at + 1]!;
      state.diffuseIrradianceWPerM2 = v[at + 2]!;
      return;
    case INPUT.measurement:
      measure(state, v, at, i);
      return;
    case INPUT.bind:
      bind(model, state, v, at, i);
      return;
    case INPUT.unbind:
      device.lease[i] = LEASE_NONE;
      device.ageS[i] = Number.NaN;
      device.hasReading[i] = 0;
      state.source[i] = SOURCE_MODEL;
      events.push(EVENT.unbound, i, 0);
      return;
    case INPUT.roleSetpoint: {
      const role = v[at]!;
      if (role >= ROLE_STRATEGY && role < ROLES && model.slots.controllable[i] === 1) {
        ask(model, state, v, at, role * slots + i);
      } else events.push(EVENT.inputRefused, i, kind);
      return;
    }
    case INPUT.groupLimit:
      if (!addCallOff(state.groupLimit, v[at]!, v[at + 1]!, v[at + 2]!, state.spanUs[0]!)) {
        events.push(EVENT.inputRefused, i, kind);
      }
      return;
    case INPUT.loadStep:
      state.loadStepW[i] = v[at]!;
      state.loadStepUntilTick[i] = state.tick + v[at + 1]! / model.tickS;
      state.loadStepsUntilTick = Math.max(state.loadStepsUntilTick, state.loadStepUntilTick[i]!);
      return;
    case INPUT.emergencyStop:
      setEmergencyStop(model, state, v[at]!);
      return;
    case INPUT.decision:
      state.strategy.answeredTick = v[at]!;
      return;
    case INPUT.strategyLease:
      if (v[at] === 1) state.strategy.led = 1;
      if (v[at + 1]! > 0) state.strategy.holdTicks = v[at + 1]!;
      return;
    default:
      events.push(EVENT.inputRefused, i, kind);
  }
}

/** Takes over all that a role asks of a slot; `k` is their place in the rows. */
function ask(model: Model, state: State, v: Float64Array, at: number, k: number): void {
  const durationS = v[at + 2]!;
  const window = v[at + 3] === 1;
  state.highestRole = Math.max(state.highestRole, v[at]!);
  state.roleSetpointW[k] = v[at + 1]!;
  state.roleLapseTick[k] = durationS > 0 ? state.tick + durationS / model.tickS : Number.POSITIVE_INFINITY;
  state.roleMinimumW[k] = window ? v[at + 4]! : Number.NEGATIVE_INFINITY;
  state.roleMaximumW[k] = window ? v[at + 5]! : Number.POSITIVE_INFINITY;
  state.roleSgReady[k] = v[at + 6]!;
  if (v[at + 6] !== SG_NONE) state.sgReadyGiven = true;
  if (window) state.windowsGiven = true;
  if (durationS > 0) state.lapsesGiven = true;
}

/** What was given for a time and not given again ends. Given again in this very tick it goes on: inputs come after. */
function lapse(model: Model, state: State): void {
  const { roleLapseTick, roleSetpointW, roleMinimumW, roleMaximumW, events, tick } = state;
  const slots = model.dimensions.slots;
  for (let k = 0; k < roleLapseTick.length; k++) {
    if (roleLapseTick[k]! > tick) continue;
    roleLapseTick[k] = Number.POSITIVE_INFINITY;
    roleSetpointW[k] = Number.NaN;
    roleMinimumW[k] = Number.NEGATIVE_INFINITY;
    roleMaximumW[k] = Number.POSITIVE_INFINITY;
    state.roleSgReady[k] = SG_NONE;
    events.push(EVENT.setpointLapsed, k % slots, Math.floor(k / slots));
  }
}

function measure(state: State, v: Float64Array, at: number, i: number): void {
  const { device } = state;
  if (device.lease[i] === LEASE_NONE) {
    state.events.push(EVENT.inputRefused, i, INPUT.measurement);
    return;
  }
  // An invalid reading says nothing about power: the last good one goes on ageing.
  if (v[at + 8] === QUALITY_INVALID) return;
  const a = v[at]!;
  const b = v[at + 1]!;
  const c = v[at + 2]!;
  if (!Number.isFinite(a + b + c)) return;
  const scale = device.scale[i]!;
  device.activePowerW[3 * i] = a * scale;
  device.activePowerW[3 * i + 1] = b * scale;
  device.activePowerW[3 * i + 2] = c * scale;
  device.reactivePowerVar[i] = Number.isFinite(v[at + 3]) ? v[at + 3]! * scale : 0;
  if (Number.isFinite(v[at + 4])) device.stateOfChargeRatio[i] = v[at + 4]!;
  if (Number.isFinite(v[at + 5])) device.temperatureC[i] = v[at + 5]!;
  device.ageS[i] = Math.max(0, v[at + 6]!);
  device.sequence[i] = v[at + 7]!;
  device.hasReading[i] = 1;
}

function bind(model: Model, state: State, v: Float64Array, at: number, i: number): void {
  const { device } = state;
  const lease = v[at]!;
  const fits = lease === LEASE_METER ? model.slots.kind[i] === ASSET_HOUSEHOLD : lease === LEASE_ACTUATOR;
  if (!fits) {
    state.events.push(EVENT.inputRefused, i, INPUT.bind);
    return;
  }
  // A device that comes back to a slot on fallback does not lead before its first reading.
  remember(device, i);
  const returning = device.lease[i] !== LEASE_NONE && state.source[i] === SOURCE_FALLBACK;
  device.lease[i] = lease;
  device.scale[i] = v[at + 1]!;
  device.freshnessS[i] = v[at + 2]!;
  device.safeSetpointW[i] = v[at + 3]!;
  device.revertS[i] = v[at + 4]!;
  device.observeOnly[i] = v[at + 5]! === 1 ? 1 : 0;
  const mask = v[at + 6]!;
  const phases = (mask & 1) + ((mask >> 1) & 1) + ((mask >> 2) & 1);
  for (let p = 0; p < 3; p++) {
    device.share[3 * i + p] = phases === 0 ? model.slots.share[3 * i + p]! : ((mask >> p) & 1) / phases;
  }
  if (!returning) {
    device.hasReading[i] = 0;
    device.ageS[i] = 0;
    device.stateOfChargeRatio[i] = Number.NaN;
    device.temperatureC[i] = Number.NaN;
  }
  state.events.push(EVENT.bound, i, lease);
}

/** Takes a slot into the list of those that have a device; it stays there. */
function remember(device: DeviceState, slot: number): void {
  const { slots } = device;
  let place = device.slotCount;
  while (place > 0 && slots[place - 1]! > slot) place--;
  if (place > 0 && slots[place - 1] === slot) return;
  slots.copyWithin(place + 1, place, device.slotCount);
  slots[place] = slot;
  device.slotCount++;
}

function setEmergencyStop(model: Model, state: State, active: number): void {
  const slots = model.dimensions.slots;
  if (state.emergencyStop !== active) state.events.push(EVENT.emergencyStop, 0, active);
  state.emergencyStop = active;
  state.highestRole = ROLE_EMERGENCY_STOP;
  for (let i = 0; i < slots; i++) {
    if (model.slots.controllable[i] !== 1) continue;
    const safeW =
      state.device.lease[i] === LEASE_ACTUATOR ? state.device.safeSetpointW[i]! : model.slots.safeSetpointW[i]!;
    state.roleSetpointW[ROLE_EMERGENCY_STOP * slots + i] = active === 1 ? safeW : Number.NaN;
  }
}

function chooseSources(model: Model, state: State): void {
  const { device, source, switched, events } = state;
  for (let n = 0; n < device.slotCount; n++) {
    const i = device.slots[n]!;
    switched[i] = 0;
    if (device.lease[i] === LEASE_NONE || device.observeOnly[i] === 1) {
      source[i] = SOURCE_MODEL;
      continue;
    }
    const fresh = device.ageS[i]! <= device.freshnessS[i]!;
    if (fresh && device.hasReading[i] === 1) {
      if (source[i] !== SOURCE_DEVICE) events.push(EVENT.deviceBack, i, 0);
      source[i] = SOURCE_DEVICE;
    } else if (!fresh && source[i] !== SOURCE_FALLBACK) {
      if (source[i] === SOURCE_DEVICE) {
        switched[i] = 1;
        reseed(
          model.assets,
          model.slots.kind[i]!,
          state.position[i]!,
          device.stateOfChargeRatio[i]!,
          device.temperatureC[i]!,
          device.modelledAtFreshW[i]!,
        );
      } else {
        // Bound, and never heard of: the model goes on as it is, marked as what it is.
        device.setpointAtFreshW[i] = Number.NaN;
        device.fallbackOffsetW[i] = 0;
        events.push(EVENT.loss, i, 0);
      }
      source[i] = SOURCE_FALLBACK;
      device.fallbackS[i] = 0;
      device.hasReading[i] = 0;
    } else if (source[i] === SOURCE_FALLBACK) {
      device.fallbackS[i]! += model.tickS;
    }
  }
}

/**
 * Phase 2, decide: the strategy answers the frame of the tick before, then one setpoint per slot is chosen among all
 * who ask: emergency stop > safety envelope > call-off > external controller > strategy. A role may also put a window on
 * a slot: it bounds what the roles below ask and what the slot would do by itself.
 */
import {
  ASSET_BATTERY,
  ASSET_PV,
  ROLE_EMERGENCY_STOP,
  ROLE_NONE,
  ROLE_STRATEGY,
  SG_NONE,
  SOURCE_FALLBACK,
} from '../base/status.js';
import { EVENT } from './events.js';
import type { Model } from './model.js';
import { rehearse } from './rehearse.js';
import type { State } from './state.js';

export function decide(model: Model, state: State): void {
  if (state.strategy.external) {
    // Before the first frame there is nothing to answer.
    if (state.tick > 0) countMissedDecisions(model, state);
  } else if (state.tick > 0) decideWithin(model, state);
  else rehearse(model, state, () => decideWithin(model, state));
  arbitrate(model, state);
  if (state.sgReadyGiven) arbitrateSgReady(model, state);
}

/** The highest role that asks a state has it. An emergency stop asks none: then only its setpoint holds. */
function arbitrateSgReady(model: Model, state: State): void {
  const slots = model.dimensions.slots;
  const { slotSgReady, slotSetpointFrom } = state.columns;
  const { controllableSlots } = state;
  for (let n = 0; n < controllableSlots.length; n++) {
    const i = controllableSlots[n]!;
    let role = ROLE_EMERGENCY_STOP;
    while (role > ROLE_NONE && state.roleSgReady[role * slots + i] === SG_NONE) role--;
    const held = slotSetpointFrom[i] === ROLE_EMERGENCY_STOP || state.source[i] === SOURCE_FALLBACK;
    slotSgReady[i] = role === ROLE_NONE || held ? SG_NONE : state.roleSgReady[role * slots + i]!;
  }
}

function decideWithin(model: Model, state: State): void {
  const { strategy, quarter } = state;
  const startS = state.spanUs[0]! / 1e6;
  const inQuarterS = startS - Math.floor(startS / 900) * 900;
  const { view } = strategy;
  view.limitW = state.limitW;
  view.quarterElapsedS = inQuarterS === 0 ? 0 : quarter.coveredS;
  view.quarterMeanW = view.quarterElapsedS > 0 ? quarter.integral[0]! / quarter.coveredS : 0;
  view.quarterRemainingS = 900 - inQuarterS;
  const slots = model.dimensions.slots;
  strategy.decide!(view, state.assetColumns.setpointW, strategy.sgReady);
  state.roleSetpointW.set(state.assetColumns.setpointW, ROLE_STRATEGY * slots);
  state.highestRole = Math.max(state.highestRole, ROLE_STRATEGY);
}

function countMissedDecisions(model: Model, state: State): void {
  const { strategy, events } = state;
  if (strategy.led === 0) return;
  if (strategy.answeredTick === state.tick + 1) {
    strategy.missedInARow = 0;
    return;
  }
  strategy.missedInARow++;
  strategy.missedTotal++;
  events.push(EVENT.decisionMissed, 0, strategy.missedInARow);
  if (strategy.missedInARow <= strategy.holdTicks) return;
  if (strategy.missedInARow === strategy.holdTicks + 1) events.push(EVENT.strategySafe, 0, 0);
  const slots = model.dimensions.slots;
  state.highestRole = Math.max(state.highestRole, ROLE_STRATEGY);
  for (let i = 0; i < slots; i++) {
    if (model.slots.controllable[i] === 1) {
      state.roleSetpointW[ROLE_STRATEGY * slots + i] = model.slots.safeSetpointW[i]!;
      strategy.sgReady[i] = SG_NONE;
    }
  }
}

/** Slots that follow no setpoint are never asked for one; of them only those with a device have something to do here. */
function arbitrate(model: Model, state: State): void {
  const { controllableSlots, device } = state;
  if (state.windowsGiven) {
    for (let n = 0; n < controllableSlots.length; n++) arbitrateSlot(model, state, controllableSlots[n]!);
  } else arbitrateSetpoints(model, state);
  for (let n = 0; n < device.slotCount; n++) {
    const i = device.slots[n]!;
    if (state.source[i] === SOURCE_FALLBACK) followAlone(model, state, i);
  }
}

/** The highest role that asks a setpoint has it: what arbitration is where nobody has ever put a window on a slot. */
function arbitrateSetpoints(model: Model, state: State): void {
  const { controllableSlots, roleSetpointW, highestRole } = state;
  const { slotSetpointW, slotSetpointFrom } = state.columns;
  const given = state.assetColumns.setpointW;
  const { slots } = model.dimensions;
  for (let n = 0; n < controllableSlots.length; n++) {
    const i = controllableSlots[n]!;
    let role = highestRole;
    let setpointW = Number.NaN;
    while (role > ROLE_NONE) {
      setpointW = roleSetpointW[role * slots + i]!;
      if (!Number.isNaN(setpointW)) break;
      role--;
    }
    slotSetpointW[i] = setpointW;
    slotSetpointFrom[i] = role;
    given[i] = setpointW;
  }
}

function arbitrateSlot(model: Model, state: State, i: number): void {
  const { roleSetpointW, roleMinimumW, roleMaximumW, assetColumns, columns } = state;
  const slots = model.dimensions.slots;
  let role = state.highestRole;
  while (role > ROLE_NONE && Number.isNaN(roleSetpointW[role * slots + i]!)) role--;
  let setpointW = role === ROLE_NONE ? Number.NaN : roleSetpointW[role * slots + i]!;
  for (let above = Math.max(ROLE_STRATEGY, role); above <= ROLE_EMERGENCY_STOP; above++) {
    const lowW = roleMinimumW[above * slots + i]!;
    const highW = roleMaximumW[above * slots + i]!;
    if (lowW === Number.NEGATIVE_INFINITY && highW === Number.POSITIVE_INFINITY) continue;
    const askedW = Number.isNaN(setpointW) ? freeW(model, state, i) : setpointW;
    const boundedW = Math.max(lowW, Math.min(highW, askedW));
    // Also where the window leaves the slot alone now: a slot that ran free would leave it unseen.
    if (boundedW !== setpointW) role = above;
    setpointW = boundedW;
  }
  columns.slotSetpointW[i] = setpointW;
  columns.slotSetpointFrom[i] = role;
  assetColumns.setpointW[i] = setpointW;
}

/** The device hears nobody: it does what it last was told, then what it declared to do by itself. */
function followAlone(model: Model, state: State, i: number): void {
  const { device, assetColumns, events } = state;
  const revertS = device.revertS[i]!;
  const fallbackS = device.fallbackS[i]!;
  const reverted = fallbackS >= revertS;
  assetColumns.setpointW[i] = reverted ? device.safeSetpointW[i]! : device.setpointAtFreshW[i]!;
  if (reverted && fallbackS - model.tickS < revertS) events.push(EVENT.safeSetpoint, i, device.safeSetpointW[i]!);
}

/** The setpoint that leaves a slot as free as it is without one: for a battery what it would do, else its bound. */
function freeW(model: Model, state: State, i: number): number {
  const { kind, connection, powerMinW, powerMaxW } = model.slots;
  if (kind[i] === ASSET_BATTERY) {
    const { slotActivePowerW, connectionActivePowerW } = state.columns;
    return slotActivePowerW[i]! - connectionActivePowerW[connection[i]!]!;
  }
  return kind[i] === ASSET_PV ? powerMinW[i]! : powerMaxW[i]!;
}

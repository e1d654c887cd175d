/**
 * Phase 8, account: the quarter-hour of the contract and the ten minutes of the voltage accumulate inside the tick. An
 * interval is finished by the tick that ends it, so the last tick of a run still closes its quarter.
 */
import { endsInterval, isComplete, openInterval } from '../contracts/interval-mean.js';
import { EVENT } from './events.js';
import type { Model } from './model.js';
import type { State } from './state.js';

export function account(model: Model, state: State): void {
  const startS = state.spanUs[0]! / 1e6;
  const endS = state.spanUs[1]! / 1e6;
  accountQuarter(model, state, startS, endS);
  accountTenMinutes(model, state, startS, endS);
}

function accountQuarter(model: Model, state: State, startS: number, endS: number): void {
  const { quarter, columns } = state;
  const before = quarter.index;
  openInterval(quarter, startS);
  if (quarter.index !== before) state.quarterLimitW = Number.POSITIVE_INFINITY;
  state.quarterLimitW = Math.min(state.quarterLimitW, state.limitW);
  quarter.integral[0]! += columns.groupActivePowerW[0]! * model.tickS;
  quarter.integral[1]! += columns.substitutedShareRatio[0]! * model.tickS;
  quarter.coveredS += model.tickS;

  columns.quarterElapsedS[0] = quarter.coveredS;
  columns.quarterMeanActivePowerW[0] = quarter.integral[0]! / quarter.coveredS;
  columns.groupLimitW[0] = state.limitW;
  if (!endsInterval(quarter, endS)) return;
  const meanW = quarter.integral[0]! / quarter.coveredS;
  columns.lastQuarterIndex[0] = quarter.index;
  columns.lastQuarterMeanActivePowerW[0] = meanW;
  columns.lastQuarterLimitW[0] = state.quarterLimitW;
  columns.lastQuarterComplete[0] = isComplete(quarter) ? 1 : 0;
  columns.lastQuarterSubstitutedRatio[0] = quarter.integral[1]! / quarter.coveredS;
  if (isComplete(quarter) && meanW > state.quarterLimitW) state.events.push(EVENT.quarterBreach, 0, meanW);
}

function accountTenMinutes(model: Model, state: State, startS: number, endS: number): void {
  const { tenMinutes, columns } = state;
  const { voltageV, branchLoadingRatio } = columns;
  const volts = voltageV.length;
  openInterval(tenMinutes, startS);
  // A tick without a solution is not covered: its interval stays incomplete.
  if (state.gridConverged === 1) {
    const { integral } = tenMinutes;
    const { tickS } = model;
    for (let k = 0; k < volts; k++) {
      const v = voltageV[k]!;
      integral[k] = integral[k]! + v * v * tickS;
    }
    const branches = branchLoadingRatio.length;
    for (let b = 0; b < branches; b++) integral[volts + b] = integral[volts + b]! + branchLoadingRatio[b]! * tickS;
    tenMinutes.coveredS += model.tickS;
  }
  if (!endsInterval(tenMinutes, endS)) return;
  columns.lastTenMinuteIndex[0] = tenMinutes.index;
  columns.lastTenMinuteComplete[0] = isComplete(tenMinutes) ? 1 : 0;
  const coveredS = Math.max(tenMinutes.coveredS, model.tickS);
  for (let k = 0; k < volts; k++) columns.lastTenMinuteVoltageV[k] = Math.sqrt(tenMinutes.integral[k]! / coveredS);
  for (let b = 0; b < branchLoadingRatio.length; b++) {
    columns.lastTenMinuteLoadingRatio[b] = tenMinutes.integral[volts + b]! / coveredS;
  }
}

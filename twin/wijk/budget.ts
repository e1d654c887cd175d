/**
 * The power budget of a wijk in a run: highest quarter-hour means per kind of asset, of the whole group and of what
 * follows no setpoint, with the worst voltage and loading. Computed by the engine itself, flat out, without record.
 */
import type { Parsed } from '../../problems.js';
import { INPUT, InputBatch } from '../core/engine/inputs.js';
import { createState } from '../core/engine/state.js';
import { step } from '../core/engine/step.js';
import { tickStartUs } from '../core/engine/time.js';
import { WEATHER_WIDTH } from '../core/weather/reconstruct.js';
import { buildModel } from './build.js';
import type { LoadedWijk } from './load.js';
import type { RunParameters } from './run.js';
import type { AssetKindName } from './schema.js';
import { weatherSeries } from './weather/series.js';

export interface Peak {
  /** Highest mean of a complete quarter-hour, W, and its start in UTC microseconds; NaN if there was none. */
  readonly powerW: number;
  readonly quarterUs: number;
}

export interface Budget {
  readonly limitW: number;
  readonly quarters: number;
  readonly quartersAboveLimit: number;
  readonly group: Peak;
  readonly inflexible: Peak;
  readonly kinds: Readonly<Partial<Record<AssetKindName, Peak>>>;
  /** Over all ticks and the nodes of connections, V. */
  readonly voltageMinV: number;
  readonly voltageMaxV: number;
  readonly transformerLoadingMax: number;
  readonly cableLoadingMax: number;
  readonly comfortDeficitKh: number;
  /** Energy that cars could not get, and hot water drawn too cold. */
  readonly notChargedWh: number;
  readonly coldWaterWh: number;
  /** Ticks in which the power flow had no solution. */
  readonly notConverged: number;
}

export function powerBudget(loaded: LoadedWijk, run: RunParameters): Parsed<Budget> {
  if (run.durationS === 0) {
    const rule = 'a budget needs an end';
    return { ok: false, problems: [{ file: '<run parameters>', path: 'durationS', value: '0', rule }] };
  }
  const built = buildModel(loaded, run);
  if (!built.ok) return built;
  const weather = weatherSeries(loaded, run);
  if (!weather.ok) return weather;
  const { model } = built.value;
  const state = createState(model);
  const { columns, solver } = state;
  const kindOfSlot = loaded.wijk.connections.flatMap((c) => c.assets.map((asset) => asset.kind));
  const kinds = [...new Set(kindOfSlot)];
  const rowOfSlot = kindOfSlot.map((kind) => kinds.indexOf(kind));

  // Sums over the running quarter: one per kind, then the group, then the inflexible part.
  const sums = new Float64Array(kinds.length + 2);
  const peakW = new Float64Array(sums.length).fill(Number.NEGATIVE_INFINITY);
  const peakUs = new Float64Array(sums.length).fill(Number.NaN);
  let ticksInQuarter = 0;
  let quarters = 0;
  let quartersAboveLimit = 0;
  let voltageMinV = Number.POSITIVE_INFINITY;
  let voltageMaxV = 0;
  let transformerLoadingMax = 0;
  let cableLoadingMax = 0;
  let notConverged = 0;

  const inputs = new InputBatch(1);
  const minute = new Float64Array(WEATHER_WIDTH);
  let lastMinute = Number.NaN;
  const ticks = Math.round(run.durationS / run.tickS);
  const ticksPerQuarter = Math.round(900 / run.tickS);
  for (let t = 0; t < ticks; t++) {
    const timeUs = tickStartUs(model, t);
    inputs.clear();
    if (weather.value.minuteOf(timeUs) !== lastMinute) {
      lastMinute = weather.value.minuteOf(timeUs);
      weather.value.at(timeUs, minute);
      inputs.push(INPUT.weather, 0, minute[0], minute[1], minute[2], minute[3]);
    }
    step(model, state, inputs);

    for (let i = 0; i < rowOfSlot.length; i++) sums[rowOfSlot[i]!]! += columns.slotActivePowerW[i]!;
    sums[kinds.length]! += columns.groupActivePowerW[0]!;
    sums[kinds.length + 1]! += columns.inflexibleActivePowerW[0]!;
    ticksInQuarter++;
    const endUs = tickStartUs(model, t + 1);
    if (endUs % 900e6 === 0) {
      if (ticksInQuarter === ticksPerQuarter) {
        quarters++;
        if (sums[kinds.length]! / ticksInQuarter > columns.lastQuarterLimitW[0]!) quartersAboveLimit++;
        sums.forEach((sum, r) => {
          if (sum / ticksInQuarter <= peakW[r]!) return;
          peakW[r] = sum / ticksInQuarter;
          peakUs[r] = endUs - 900e6;
        });
      }
      sums.fill(0);
      ticksInQuarter = 0;
    }

    if (columns.gridStatus[0] !== 0) notConverged++;
    for (const node of model.connections.node) {
      for (let p = 0; p < 3; p++) {
        const v = columns.voltageV[3 * node + p]!;
        voltageMinV = Math.min(voltageMinV, v);
        voltageMaxV = Math.max(voltageMaxV, v);
      }
    }
    for (let b = 0; b < model.dimensions.branches; b++) {
      const loading = columns.branchLoadingRatio[b]!;
      if (solver.branchIsTransformer[b] === 1) transformerLoadingMax = Math.max(transformerLoadingMax, loading);
      else if (loading > cableLoadingMax) cableLoadingMax = loading;
    }
  }
  const peak = (r: number): Peak => ({ powerW: peakW[r]!, quarterUs: peakUs[r]! });
  const deficitOf = (kind: AssetKindName): number =>
    columns.slotEnergyDeficitWh.reduce((sum, wh, i) => sum + (kindOfSlot[i] === kind ? wh : 0), 0);
  const budget: Budget = {
    limitW: model.groupLimitW,
    quarters,
    quartersAboveLimit,
    group: peak(kinds.length),
    inflexible: peak(kinds.length + 1),
    kinds: Object.fromEntries(kinds.map((kind, r) => [kind, peak(r)])),
    voltageMinV,
    voltageMaxV,
    transformerLoadingMax,
    cableLoadingMax,
    comfortDeficitKh: columns.slotComfortDeficitKh.reduce((sum, kh) => sum + kh, 0),
    notChargedWh: deficitOf('ev-charger'),
    coldWaterWh: deficitOf('heat-pump'),
    notConverged,
  };
  return { ok: true, value: budget };
}

const kw = (powerW: number): string => `${(powerW / 1000).toFixed(1)} kW`;

/** The budget as lines for a person. */
export function budgetLines(budget: Budget): string[] {
  const local = new Intl.DateTimeFormat('nl-NL', {
    timeZone: 'Europe/Amsterdam',
    dateStyle: 'short',
    timeStyle: 'short',
  });
  const row = (name: string, { powerW, quarterUs }: Peak): string =>
    Number.isNaN(quarterUs)
      ? `  ${name.padEnd(12)} no complete quarter-hour`
      : `  ${name.padEnd(12)} ${kw(powerW).padStart(9)}  ${(powerW / budget.limitW).toFixed(2)} of the limit  ${local.format(quarterUs / 1000)}`;
  return [
    `highest quarter-hour means, limit ${kw(budget.limitW)}:`,
    ...Object.entries(budget.kinds).map(([kind, peak]) => row(kind, peak)),
    row('inflexible', budget.inflexible),
    row('group', budget.group),
    `quarter-hours above the limit: ${budget.quartersAboveLimit} of ${budget.quarters}`,
    `voltage ${budget.voltageMinV.toFixed(1)}-${budget.voltageMaxV.toFixed(1)} V, transformer at most ${budget.transformerLoadingMax.toFixed(2)}, cables at most ${budget.cableLoadingMax.toFixed(2)} of their rating`,
    `comfort deficit ${budget.comfortDeficitKh.toFixed(2)} K·h, cars without ${(budget.notChargedWh / 1000).toFixed(1)} kWh, cold water ${(budget.coldWaterWh / 1000).toFixed(1)} kWh; ticks without power flow: ${budget.notConverged}`,
  ];
}

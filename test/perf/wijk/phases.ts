/**
 * What each phase of a tick costs, the engine alone: no ring, no record, no thread beside it. One-minute ticks of days spread
 * over a generated year. Wall time, because a phase is too short for the processor's clock; a phase that took four times its median
 * was interrupted, and does not count.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ENTRY } from '../../../paths.js';
import { account } from '../../../twin/core/engine/account.js';
import { aggregate } from '../../../twin/core/engine/aggregate.js';
import { decide } from '../../../twin/core/engine/decide.js';
import { ingest } from '../../../twin/core/engine/ingest.js';
import { INPUT, InputBatch } from '../../../twin/core/engine/inputs.js';
import { limits } from '../../../twin/core/engine/limits.js';
import type { Model } from '../../../twin/core/engine/model.js';
import { publish } from '../../../twin/core/engine/publish.js';
import { select } from '../../../twin/core/engine/select.js';
import { simulate } from '../../../twin/core/engine/simulate.js';
import { solve } from '../../../twin/core/engine/solve.js';
import { createState, type State } from '../../../twin/core/engine/state.js';
import { tickStartUs } from '../../../twin/core/engine/time.js';
import { buildModel } from '../../../twin/wijk/build.js';
import type { LoadedWijk } from '../../../twin/wijk/load.js';
import { weatherSeries } from '../../../twin/wijk/weather/series.js';
import { blueprintOf } from './subjects.js';

/** The list of `step.ts`. */
const PHASES: Readonly<Record<string, (model: Model, state: State, inputs: InputBatch) => void>> = {
  ingest,
  decide,
  simulate,
  select,
  aggregate,
  solve: (_, state) => solve(state),
  limits,
  account,
  publish: (_, state) => publish(state),
};
const STARTS = ['2001-01-13', '2001-03-21', '2001-05-30', '2001-07-08', '2001-09-11', '2001-11-19'];
const TICKS_PER_DAY = 1440;
const WARM_UP = 400;

export interface PhaseCost {
  readonly phase: string;
  /** Mean per tick. */
  readonly us: number;
}

/** `days` in all, in equal parts from each of the starts. */
export function phaseCosts(loaded: LoadedWijk, days: number): PhaseCost[] {
  const folder = mkdtempSync(join(tmpdir(), 'wijktwin-perf-phases-'));
  try {
    const weather = join(folder, 'year.txt');
    const years = ['--from', '2001', '--years', '2'];
    execFileSync(process.execPath, [ENTRY, 'weather', 'generate', ...years, '--output', weather]);
    const ticks = Math.ceil((days * TICKS_PER_DAY) / STARTS.length);
    const runs = STARTS.map((day) => timePhases(loaded, weather, Date.parse(`${day}T00:00:00Z`) * 1000, ticks));
    return Object.keys(PHASES).map((phase, p) => ({
      phase,
      us: runs.reduce((sum, times) => sum + meanUs(times[p]!), 0) / runs.length,
    }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Milliseconds of each phase and tick. */
function timePhases(loaded: LoadedWijk, knmiDailyFile: string, startUs: number, ticks: number): Float64Array[] {
  const { run } = blueprintOf(loaded, { startUs, durationS: 0, tickS: 60, weather: { knmiDailyFile } });
  const built = buildModel(loaded, run);
  const series = weatherSeries(loaded, run);
  if (!built.ok || !series.ok) throw new Error('a wijk and weather that made a blueprint must make a model');
  const { model } = built.value;
  const state = createState(model);
  const batch = new InputBatch(16);
  const minute = new Float64Array(4);
  const phases = Object.values(PHASES);
  const times = phases.map(() => new Float64Array(ticks));
  for (let k = -WARM_UP; k < ticks; k++) {
    batch.clear();
    series.value.at(tickStartUs(model, state.tick), minute);
    batch.push(INPUT.weather, 0, minute[0]!, minute[1]!, minute[2]!, minute[3]!);
    let from = performance.now();
    for (let p = 0; p < phases.length; p++) {
      phases[p]!(model, state, batch);
      const until = performance.now();
      if (k >= 0) times[p]![k] = until - from;
      from = until;
    }
  }
  return times;
}

function meanUs(ms: Float64Array): number {
  const sorted = ms.slice().sort();
  const most = 4 * sorted[sorted.length >> 1]!;
  const counted = sorted.filter((time) => time <= most);
  return (1000 * counted.reduce((sum, time) => sum + time, 0)) / counted.length;
}

/**
 * A blueprint is the whole cause of a run apart from its journal, as plain data: the texts of wijk and grid, the run
 * parameters, and the figures of its weather. The loop's thread and a replay build the same engine from it.
 */
import { badInput } from '../../errors.js';
import type { Parsed } from '../../problems.js';
import { INPUT, type InputBatch } from '../core/engine/inputs.js';
import { createState } from '../core/engine/state.js';
import { step } from '../core/engine/step.js';
import { tickStartUs } from '../core/engine/time.js';
import { buildModel } from '../wijk/build.js';
import { type LoadedWijk, parseWijk, preparedAgain, type WijkSource } from '../wijk/load.js';
import type { RunParameters } from '../wijk/run.js';
import type { WijkFile } from '../wijk/schema.js';
import { weatherFigures, weatherSeries } from '../wijk/weather/series.js';
import type { Engine } from './engine.js';

export interface Blueprint {
  readonly source: WijkSource;
  readonly run: RunParameters;
}

/** The blueprint of a run: its weather becomes figures, so that no other file is needed again. */
export function makeBlueprint(loaded: LoadedWijk, run: RunParameters): Parsed<Blueprint> {
  const weather = weatherFigures(loaded, run);
  if (!weather.ok) return weather;
  return { ok: true, value: { source: loaded.source, run: { ...run, weather: weather.value } } };
}

/**
 * Builds a model and its engine. Throws BAD_INPUT: what loaded once can fail under another version of wijktwin. `wijk`: what the
 * blueprint's text says, where it has been read just now; a replay reads it itself.
 */
export function createEngine({ source, run }: Blueprint, wijk?: WijkFile): Engine {
  const loaded = need(wijk === undefined ? parseWijk(source) : preparedAgain(source, wijk));
  const { model } = need(buildModel(loaded, run));
  const series = need(weatherSeries(loaded, run));
  const state = createState(model);
  const minute = new Float64Array(4);
  let fedMinute = Number.NaN;
  return {
    layout: model.layout,
    tickS: model.tickS,
    get tick() {
      return state.tick;
    },
    get timeUs() {
      return tickStartUs(model, state.tick);
    },
    frame: state.frame,
    events: state.events,
    weather(tick: number, batch: InputBatch): void {
      const timeUs = tickStartUs(model, tick - 1);
      const now = series.minuteOf(timeUs);
      if (now === fedMinute) return;
      fedMinute = now;
      series.at(timeUs, minute);
      batch.push(INPUT.weather, 0, minute[0]!, minute[1]!, minute[2]!, minute[3]!);
    },
    step: (batch) => step(model, state, batch),
  };
}

function need<T>(parsed: Parsed<T>): T {
  if (!parsed.ok) throw badInput(parsed.problems);
  return parsed.value;
}

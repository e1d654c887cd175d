/** Instants of ticks. Tick k+1 covers [start + k·tick, start + (k+1)·tick); `state.tick` counts the finished ones. */
import type { Model } from './model.js';
import type { State } from './state.js';

/** Start of the tick that follows `done` finished ticks, UTC microseconds. */
export function tickStartUs(model: Model, done: number): number {
  return model.startUs + Math.round(done * model.tickS * 1e6);
}

/** Start and end of the tick under way, into `state.spanUs`. */
export function setSpan(model: Model, state: State): void {
  state.spanUs[0] = model.startUs + Math.round(state.tick * model.tickS * 1e6);
  state.spanUs[1] = model.startUs + Math.round((state.tick + 1) * model.tickS * 1e6);
}

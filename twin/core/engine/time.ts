/** Instants of ticks. Tick k+1 covers [start + k·tick, start + (k+1)·tick); `state.tick` counts the finished ones. */
import type { Model } from './model.js';

/** Start of the tick that follows `done` finished ticks, UTC microseconds. */
export function tickStartUs(model: Model, done: number): number {
  return model.startUs + Math.round(done * model.tickS * 1e6);
}

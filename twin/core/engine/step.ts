/**
 * One tick. `state.frame` holds the frame of tick `state.tick` afterwards, whose instant is the end of the tick.
 * A pure function of model, state and inputs: no clock, no chance, no allocation.
 */
import { account } from './account.js';
import { aggregate } from './aggregate.js';
import { decide } from './decide.js';
import { ingest } from './ingest.js';
import type { InputBatch } from './inputs.js';
import { limits } from './limits.js';
import type { Model } from './model.js';
import { publish } from './publish.js';
import { select } from './select.js';
import { simulate } from './simulate.js';
import { solve } from './solve.js';
import type { State } from './state.js';

export function step(model: Model, state: State, inputs: InputBatch): void {
  ingest(model, state, inputs);
  decide(model, state);
  simulate(model, state);
  select(model, state);
  aggregate(model, state);
  solve(state);
  limits(model, state);
  account(model, state);
  publish(state);
}

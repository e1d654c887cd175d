/**
 * The frame before the first tick. A strategy answers the frame of the tick before, and the first tick has none: it would
 * run without control, with every buffer and every car at full power at once. So the first tick is rehearsed: models run
 * as they would without a strategy, the strategy answers that frame, and then all state is put back as it was.
 *
 * The state of models is typed arrays and plain numbers, so it is saved without knowing what it means; a test runs every
 * wijk with and without rehearsal. Done once per run, so this may allocate.
 */
import { aggregate } from './aggregate.js';
import type { Model } from './model.js';
import { select } from './select.js';
import { simulate } from './simulate.js';
import type { State } from './state.js';

/** Runs `decideOn` while the columns hold the frame that the first tick would have without control. */
export function rehearse(model: Model, state: State, decideOn: () => void): void {
  const restore = [
    ...saved(model.assets),
    ...saved(state.context),
    ...saved(state.device),
    ...saved(state.events),
    ...saved({ frame: state.frame, phaseW: state.slotPhaseW, phaseVar: state.slotPhaseVar }),
  ];
  const { modelledPhaseW, modelledPhaseVar, modelledReactiveVar, freeTargetW, voltageV } = state.assetColumns;
  const { stateOfChargeRatio, temperatureC } = state.assetColumns;
  restore.push(
    ...saved({ modelledPhaseW, modelledPhaseVar, modelledReactiveVar, freeTargetW, voltageV }),
    ...saved({ stateOfChargeRatio, temperatureC }),
  );
  simulate(model, state);
  select(model, state);
  aggregate(model, state);
  decideOn();
  for (const put of restore) put();
}

/** What puts back every number and typed array of an object and of the objects in it; lists hold parameters, not state. */
function saved(root: object): (() => void)[] {
  const puts: (() => void)[] = [];
  const seen = new Set<object>();
  const visit = (object: object): void => {
    if (seen.has(object)) return;
    seen.add(object);
    for (const [key, value] of Object.entries(object)) {
      if (ArrayBuffer.isView(value)) {
        const array = value as Float64Array;
        const copy = array.slice();
        puts.push(() => array.set(copy));
      } else if (typeof value === 'number') {
        puts.push(() => {
          (object as Record<string, number>)[key] = value;
        });
      } else if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
        visit(value);
      }
    }
  };
  visit(root);
  return puts;
}

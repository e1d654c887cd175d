/** No control: every slot runs free. What the wijk does by itself, and what a strategy is compared with. */
import type { StrategyKind } from './strategy.js';

export const passive: StrategyKind = {
  name: 'passive',
  meaning: 'no control: every slot runs free',
  options: {},
  create: () => (_view, setpointW) => {
    setpointW.fill(Number.NaN);
  },
};

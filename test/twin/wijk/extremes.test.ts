/**
 * What a wijk file may legally say at its edges: nothing of it may make a power that is no number, or one beyond its rating.
 * One such number leaves the whole grid without voltages.
 */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatProblem } from '../../../errors.js';
import { PACKAGE_ROOT } from '../../../paths.js';
import { INPUT, InputBatch } from '../../../twin/core/engine/inputs.js';
import { createState } from '../../../twin/core/engine/state.js';
import { step } from '../../../twin/core/engine/step.js';
import { buildModel } from '../../../twin/wijk/build.js';
import { loadWijk } from '../../../twin/wijk/load.js';

const loaded = loadWijk(join(PACKAGE_ROOT, 'test', 'twin', 'wijk', 'extremes', 'extremes.wijk.yaml'));
if (!loaded.ok) throw new Error(loaded.problems.map(formatProblem).join('\n'));

const TICKS = 600;
const COLUMNS = [
  ...(['slotActivePowerW', 'slotAvailableMaxW', 'slotAvailableMinW', 'slotUrgencyRatio'] as const),
  ...(['slotMinimumRunW', 'slotComfortDeficitKh', 'slotEnergyDeficitWh', 'slotEnergyThroughputWh'] as const),
];

describe('a wijk at the edges of what is legal', () => {
  it.each([
    ['passive', 60],
    ['group-limit', 1],
    ['group-limit', 300],
  ] as const)('%s at ticks of %i s, from frost to heat: finite, within its ratings, and solved', (strategy, tickS) => {
    const built = buildModel(loaded.ok ? loaded.value : never(), {
      ...{ startUs: Date.UTC(2012, 1, 1) * 1000, durationS: 0, tickS, seed: 3, groupLimitW: 0, weather: {} },
      strategy: { name: strategy, options: {} },
    });
    if (!built.ok) throw new Error(built.problems.map(formatProblem).join('\n'));
    const { model } = built.value;
    const { id, powerMaxW, powerMinW } = model.slots;
    const state = createState(model);
    const { columns } = state;
    const inputs = new InputBatch(4);
    const wrong = new Set<string>();
    for (let t = 0; t < TICKS; t++) {
      inputs.push(INPUT.weather, 0, -20 + (60 * t) / TICKS, (t * 37) % 1100, (t * 13) % 500, 3);
      step(model, state, inputs);
      inputs.clear();
      if (columns.gridStatus[0] !== 0) wrong.add('no solution');
      for (let i = 0; i < id.length; i++) {
        for (const name of COLUMNS) if (!Number.isFinite(columns[name][i]!)) wrong.add(`${id[i]}: ${name}`);
        const powerW = columns.slotActivePowerW[i]!;
        if (powerW > powerMaxW[i]! + 1 || powerW < powerMinW[i]! - 1) wrong.add(`${id[i]}: ${powerW.toFixed(0)} W`);
        if (columns.slotAvailableMinW[i]! > columns.slotAvailableMaxW[i]!)
          wrong.add(`${id[i]}: needs what it cannot take`);
      }
    }
    expect([...wrong]).toEqual([]);
  });
});

function never(): never {
  throw new Error('unreachable');
}

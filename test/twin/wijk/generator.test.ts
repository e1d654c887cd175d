import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InputBatch } from '../../../twin/core/engine/inputs.js';
import { createState } from '../../../twin/core/engine/state.js';
import { step } from '../../../twin/core/engine/step.js';
import { validate } from '../../../twin/core/grid/validate.js';
import { buildModel } from '../../../twin/wijk/build.js';
import { DEFAULT_DESIGN, HEATS, type WijkDesign } from '../../../twin/wijk/generator/design.js';
import { GENERATORS, generatedWijk } from '../../../twin/wijk/generator/examples.js';
import { type GeneratedFile, generateWijk } from '../../../twin/wijk/generator/generate.js';
import { type LoadedWijk, loadWijk, parseWijk } from '../../../twin/wijk/load.js';

function load(files: readonly GeneratedFile[]): LoadedWijk {
  const [grid, wijk] = files;
  const loaded = parseWijk({ file: wijk!.name, text: wijk!.text, gridFile: grid!.name, gridText: grid!.text });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems.slice(0, 5)));
  return loaded.value;
}

const share = fc.integer({ min: 0, max: 20 }).map((n) => n / 20);
const designs: fc.Arbitrary<WijkDesign> = fc
  .record({
    homes: fc.integer({ min: 1, max: 260 }),
    kinds: fc.constantFrom<WijkDesign['kinds'][]>(
      DEFAULT_DESIGN.kinds,
      { appartement: 1 },
      { vrijstaand: 0.3, 'twee-onder-een-kap': 0.7 },
      { woongroep: 0.1, appartement: 0.5, rijwoning: 0.4 },
    ),
    heat: fc.constantFrom(...HEATS),
    evShare: share,
    pvShare: share,
    batteryShare: share,
    charging: fc.constantFrom('direct' as const, 'netbewust' as const),
    amenities: fc.constantFrom<WijkDesign['amenities'][]>(
      {},
      { school: 1, shop: 3 },
      { supermarket: 2, horeca: 4, office: 1 },
    ),
    seed: fc.integer({ min: 0, max: 0xffffffff }),
  })
  .map((some) => ({ ...DEFAULT_DESIGN, ...some }));

describe('a generated wijk of any figures', () => {
  it('is valid for the loader and for the rules of PGM, without a warning, with every home connected once', () => {
    fc.assert(
      fc.property(designs, (design) => {
        const { wijk, grid, dataset, warnings } = load(generateWijk(design));
        expect(warnings).toEqual([]);
        expect(validate(dataset)).toMatchObject({ problems: [], warnings: [] });
        const homes = wijk.connections.filter(({ use }) => use === 'home');
        expect(homes).toHaveLength(design.homes);
        expect(new Set(wijk.connections.map(({ load }) => load)).size).toBe(grid.network.loadIds.length);
      }),
      { numRuns: 40 },
    );
  });
});

describe('the ready-made wijken', () => {
  it.each(Object.keys(GENERATORS))('%s opens by name, and its power flow has a solution', (name) => {
    const loaded = loadWijk(name);
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
    const built = buildModel(loaded.value, {
      startUs: Date.parse('2012-02-03T17:30:00+01:00') * 1000,
      durationS: 60,
      tickS: 60,
      seed: 1,
      strategy: { name: 'passive', options: {} },
      groupLimitW: 0,
      weather: {},
    });
    if (!built.ok) throw new Error(JSON.stringify(built.problems));
    const state = createState(built.value.model);
    step(built.value.model, state, new InputBatch(1));
    expect(state.columns.gridStatus[0]).toBe(0);
    expect(state.columns.groupActivePowerW[0]).toBeGreaterThan(0);
  });

  it('have the same bytes every time', () => {
    expect(generatedWijk('ijsselstein-560', {})).toEqual(generatedWijk('ijsselstein-560', {}));
  });
});

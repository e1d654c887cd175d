/** The wijken that are timed, and how a run of one is set up: the evening peak of a cold week, all assets at work. */
import { type Blueprint, createEngine, makeBlueprint } from '../../../twin/runtime/blueprint.js';
import type { Engine } from '../../../twin/runtime/engine.js';
import { type LoadedWijk, loadWijk } from '../../../twin/wijk/load.js';
import type { RunParameters } from '../../../twin/wijk/run.js';

export const START_US = Date.parse('2012-02-03T15:00:00Z') * 1000;

/** Smallest first. Each may be replaced by the path of a wijk file: `--wijk merwede-4225=my.wijk.yaml`. */
export const WIJKEN = ['straat-24', 'merwede-blok', 'ijsselstein-560', 'merwede-4225'] as const;
export type WijkName = (typeof WIJKEN)[number];
export type Paths = Readonly<Record<WijkName, string>>;

export function need(nameOrPath: string): LoadedWijk {
  const loaded = loadWijk(nameOrPath);
  if (loaded.ok) return loaded.value;
  throw new Error(`${nameOrPath} does not load: ${loaded.problems.map((p) => `${p.path} ${p.rule}`).join('; ')}`);
}

export const homesOf = ({ wijk }: LoadedWijk): number => wijk.connections.filter(({ use }) => use === 'home').length;

export function blueprintOf(loaded: LoadedWijk, run: Partial<RunParameters> = {}): Blueprint {
  const blueprint = makeBlueprint(loaded, {
    startUs: START_US,
    durationS: 6 * 3600,
    tickS: 1,
    seed: 1,
    strategy: { name: 'group-limit', options: {} },
    groupLimitW: 0,
    weather: { stressWeek: 'cold-2012-02' },
    ...run,
  });
  if (!blueprint.ok) throw new Error(blueprint.problems.map((p) => p.rule).join('; '));
  return blueprint.value;
}

export const engineOf = (loaded: LoadedWijk): Engine => createEngine(blueprintOf(loaded));

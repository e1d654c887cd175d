/** The strategies that decide within a tick: an explicit list. `external` stands for a client of StrategyService. */
import type { CoreProblem } from '../base/status.js';
import { groupLimit } from './group-limit.js';
import { passive } from './passive.js';
import type { StrategyKind } from './strategy.js';

export const EXTERNAL = 'external';
export const STRATEGIES: readonly StrategyKind[] = [passive, groupLimit];

export function findStrategy(name: string): StrategyKind | undefined {
  return STRATEGIES.find((strategy) => strategy.name === name);
}

/** Every option of a strategy with its value: given or default. Problems name unknown options and values out of range. */
export function completeOptions(
  name: string,
  given: Readonly<Record<string, number>>,
): { readonly options: Record<string, number>; readonly problems: readonly CoreProblem[] } {
  const problems: CoreProblem[] = [];
  const options: Record<string, number> = {};
  const kind = findStrategy(name);
  if (kind === undefined && name !== EXTERNAL) {
    const known = [...STRATEGIES.map((s) => s.name), EXTERNAL].join(', ');
    return {
      options,
      problems: [{ path: 'strategy/name', value: name, rule: `there is no such strategy; known: ${known}` }],
    };
  }
  const specs = kind?.options ?? {};
  for (const [option, spec] of Object.entries(specs)) options[option] = spec.default;
  for (const [option, value] of Object.entries(given)) {
    const spec = specs[option];
    const path = `strategy/options/${option}`;
    if (spec === undefined) {
      const known = Object.keys(specs).join(', ') || 'none';
      problems.push({ path, value: String(value), rule: `strategy ${name} has no such option; known: ${known}` });
    } else if (!(value >= spec.min && value <= spec.max)) {
      problems.push({ path, value: String(value), rule: `must lie between ${spec.min} and ${spec.max} ${spec.unit}` });
    } else {
      options[option] = value;
    }
  }
  return { options, problems };
}

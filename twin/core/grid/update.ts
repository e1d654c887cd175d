/**
 * PGM update datasets: changes of statuses, powers, taps and source voltages, alone or as a batch of scenarios. Every
 * scenario is a delta on the base dataset, not on the scenario before it.
 */
import { readRow } from './dataset.js';
import { readEnvelope } from './envelope.js';
import type { Problem } from './problem.js';
import { type Attribute, COMPONENTS, type ComponentName, type Dataset, LOADS, SCHEMA } from './schema.js';

/** One change: component, place of its row in the base dataset, and the given values. */
export interface Change {
  readonly component: ComponentName;
  readonly row: number;
  readonly values: Readonly<Record<string, number | readonly number[]>>;
}

export interface ReadUpdate {
  /** Changes per scenario, or null if there is any problem. A dataset that is no batch has one scenario. */
  readonly scenarios: readonly (readonly Change[])[] | null;
  readonly isBatch: boolean;
  readonly problems: readonly Problem[];
  readonly warnings: readonly Problem[];
}

/** Reads JSON text, or an already parsed value, as updates on `base`. */
export function readUpdate(source: unknown, base: Dataset): ReadUpdate {
  const envelope = readEnvelope(source, 'update');
  const { problems, warnings, isBatch } = envelope;
  if (problems.length > 0) return { scenarios: null, isBatch, problems, warnings };
  const places = new Map<number, { component: ComponentName; row: number }>();
  for (const component of COMPONENTS) {
    base[component].forEach(({ id }, row) => {
      places.set(id, { component, row });
    });
  }
  const ignored = new Set<string>();
  const scenarios = envelope.scenarios.map((scenario) => {
    const changes: Change[] = [];
    for (const [component, rows] of scenario) {
      // without ids the rows are those of the input, in its order
      const positional = rows.length > 0 && rows.every((row) => (row.values.get('id') ?? null) === null);
      if (positional && rows.length !== base[component].length) {
        const rule = `rows without id must be as many as in the input, ${base[component].length}`;
        problems.push({ path: `${rows[0]!.path}/id`, rule });
        continue;
      }
      const allowed = new Set(['id', ...updatable(component)]);
      for (const [index, raw] of rows.entries()) {
        for (const name of raw.values.keys()) {
          // PGM passes over it in silence; said once per attribute
          if (allowed.has(name) || ignored.has(`${component}/${name}`)) continue;
          ignored.add(`${component}/${name}`);
          warnings.push({ path: `${raw.path}/${name}`, rule: 'an update cannot change this attribute; it is ignored' });
        }
        const known = positional ? base[component][index]!.id : raw.values.get('id');
        const place = typeof known === 'number' ? places.get(known) : undefined;
        if (place === undefined || place.component !== component) {
          const rule = `must be the id of a ${component} in the input`;
          problems.push({ path: `${raw.path}/id`, value: String(known), rule });
          continue;
        }
        const withId = { path: raw.path, values: new Map([...raw.values, ['id', known]]) };
        const read = readRow(component, withId, problems, true);
        const values: Record<string, number | number[]> = {};
        for (const name of updatable(component)) {
          const value = read[name]!;
          if (Array.isArray(value) ? value.some((v) => !Number.isNaN(v)) : !Number.isNaN(value)) values[name] = value;
        }
        changes.push({ component, row: place.row, values });
      }
    }
    return changes;
  });
  return { scenarios: problems.length === 0 ? scenarios : null, isBatch, problems, warnings };
}

const updatable = (component: ComponentName): string[] =>
  (Object.entries(SCHEMA[component]) as [string, Attribute][])
    .filter(([, attribute]) => attribute.update === true)
    .map(([name]) => name);

/** The dataset with the changes of one scenario. Rows that do not change are shared with `base`. */
export function applyChanges(base: Dataset, changes: readonly Change[]): Dataset {
  const result: Record<string, Record<string, unknown>[]> = { ...(base as unknown as Record<string, never>) };
  for (const { component, row, values } of changes) {
    if (result[component] === (base[component] as unknown)) result[component] = [...base[component]];
    const old = result[component]![row]!;
    const next: Record<string, unknown> = { ...old };
    for (const [name, value] of Object.entries(values)) {
      const before = old[name];
      next[name] =
        Array.isArray(value) && Array.isArray(before)
          ? value.map((v, phase) => (Number.isNaN(v) ? before[phase] : v))
          : value;
    }
    result[component]![row] = next;
  }
  return result as unknown as Dataset;
}

/** Whether changes leave the prepared grid valid: only powers of loads and generators. */
export const changesLoadsOnly = (changes: readonly Change[]): boolean =>
  changes.every(
    ({ component, values }) => (LOADS as readonly string[]).includes(component) && !Object.hasOwn(values, 'status'),
  );

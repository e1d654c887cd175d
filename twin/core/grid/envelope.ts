/**
 * The envelope of a PGM JSON dataset: five mandatory root keys around rows that are lists (positional, ordered by
 * `attributes`) or maps, freely mixed. This file knows the form; what the rows mean is `dataset.ts` and `update.ts`.
 *
 * Nothing here throws, whatever the input: each departure from the form is a problem at its position.
 */

import { closest, type Problem, show } from './problem.js';
import { COMPONENTS, type ComponentName, SCHEMA, UNUSED_COMPONENTS } from './schema.js';

/** A row with its position; values are still raw JSON. */
export interface RawRow {
  readonly path: string;
  readonly values: ReadonlyMap<string, unknown>;
}

export type Scenario = ReadonlyMap<ComponentName, readonly RawRow[]>;

export interface Envelope {
  readonly scenarios: readonly Scenario[];
  readonly isBatch: boolean;
  readonly problems: Problem[];
  readonly warnings: Problem[];
}

type Json = Record<string, unknown>;
/** Some editors put it before the text; JSON does not allow it. */
const BYTE_ORDER_MARK = '\ufeff';
const ROOT_KEYS = ['version', 'type', 'is_batch', 'attributes', 'data'] as const;

/** Reads JSON text, or an already parsed value, as a dataset of the wanted `type`. */
export function readEnvelope(source: unknown, type: 'input' | 'update'): Envelope {
  const problems: Problem[] = [];
  const warnings: Problem[] = [];
  const scenarios: Scenario[] = [];
  const result = { scenarios, isBatch: false, problems, warnings };

  let root = source;
  if (typeof source === 'string') {
    try {
      root = JSON.parse(source.startsWith(BYTE_ORDER_MARK) ? source.slice(1) : source);
    } catch (error) {
      problems.push({ path: '', rule: `not valid JSON: ${error instanceof Error ? error.message : String(error)}` });
      return result;
    }
  }
  if (!isObject(root)) {
    problems.push({ path: '', value: show(root), rule: 'a PGM dataset is a JSON object' });
    return result;
  }
  for (const key of ROOT_KEYS) {
    if (!Object.hasOwn(root, key)) problems.push({ path: key, rule: 'this root key must be present' });
  }
  for (const key of Object.keys(root)) {
    if ((ROOT_KEYS as readonly string[]).includes(key)) continue;
    warnings.push({ path: key, rule: `unknown root key, ignored${suggestion(key, ROOT_KEYS)}` });
  }
  if (problems.length > 0) return result;

  if (root.type !== type) {
    problems.push({ path: 'type', value: show(root.type), rule: `must be "${type}"` });
  }
  if (typeof root.version !== 'string') {
    problems.push({ path: 'version', value: show(root.version), rule: 'must be a text such as "1.0"' });
  }
  if (typeof root.is_batch !== 'boolean') {
    problems.push({ path: 'is_batch', value: show(root.is_batch), rule: 'must be true or false' });
    return result;
  }
  const attributes = readAttributes(root.attributes, problems);
  const isBatch = root.is_batch;
  const data = root.data;
  if (isBatch ? !Array.isArray(data) : !isObject(data)) {
    problems.push({
      path: 'data',
      rule: isBatch ? 'must be a list of scenarios, for is_batch is true' : 'must be an object, for is_batch is false',
    });
    return result;
  }
  (isBatch ? (data as unknown[]) : [data]).forEach((scenario, index) => {
    scenarios.push(readScenario(scenario, `data/${index}`, attributes, problems, warnings));
  });
  return { ...result, isBatch };
}

function readAttributes(value: unknown, problems: Problem[]): Map<string, readonly string[]> {
  const attributes = new Map<string, readonly string[]>();
  if (!isObject(value)) {
    problems.push({ path: 'attributes', rule: 'must be an object, and may be empty' });
    return attributes;
  }
  for (const [component, names] of Object.entries(value)) {
    const path = `attributes/${component}`;
    if (!isComponent(component) && !UNUSED_COMPONENTS.has(component)) {
      problems.push({ path, rule: `unknown component${suggestion(component, COMPONENTS)}` });
    } else if (!Array.isArray(names) || names.some((name) => typeof name !== 'string')) {
      problems.push({ path, rule: 'must be a list of attribute names' });
    } else {
      if (isComponent(component)) {
        for (const name of names.filter((name) => !Object.hasOwn(SCHEMA[component], name))) {
          const known = Object.keys(SCHEMA[component]);
          problems.push({
            path: `${path}/${name}`,
            rule: `${component} has no such attribute${suggestion(name, known)}`,
          });
        }
      }
      attributes.set(component, names);
    }
  }
  return attributes;
}

function readScenario(
  value: unknown,
  path: string,
  attributes: ReadonlyMap<string, readonly string[]>,
  problems: Problem[],
  warnings: Problem[],
): Scenario {
  const scenario = new Map<ComponentName, RawRow[]>();
  if (!isObject(value)) {
    problems.push({ path, rule: 'must be an object with a list per component' });
    return scenario;
  }
  for (const [component, rows] of Object.entries(value)) {
    const componentPath = `${path}/${component}`;
    if (!Array.isArray(rows)) {
      problems.push({ path: componentPath, rule: 'must be a list of rows' });
    } else if (UNUSED_COMPONENTS.has(component)) {
      const rule = `${rows.length} of ${component} read over: a power flow with these methods does not use them`;
      if (rows.length > 0) warnings.push({ path: componentPath, rule });
    } else if (!isComponent(component)) {
      problems.push({ path: componentPath, rule: `unknown component${suggestion(component, COMPONENTS)}` });
    } else {
      scenario.set(component, readRows(component, rows, componentPath, attributes.get(component), problems, warnings));
    }
  }
  return scenario;
}

function readRows(
  component: ComponentName,
  rows: readonly unknown[],
  path: string,
  order: readonly string[] | undefined,
  problems: Problem[],
  warnings: Problem[],
): RawRow[] {
  const known = SCHEMA[component];
  const unknown = new Map<string, { first: string; count: number }>();
  const result: RawRow[] = [];
  rows.forEach((row, index) => {
    const rowPath = `${path}/${index}`;
    const values = new Map<string, unknown>();
    if (Array.isArray(row)) {
      if (order === undefined) {
        problems.push({
          path: rowPath,
          rule: `a row as a list needs the order of its values in attributes/${component}`,
        });
        return;
      }
      if (row.length !== order.length) {
        const rule = `the row has ${row.length} values where attributes/${component} names ${order.length}`;
        problems.push({ path: rowPath, rule });
        return;
      }
      order.forEach((name, place) => {
        values.set(name, row[place]);
      });
    } else if (isObject(row)) {
      for (const [name, value] of Object.entries(row)) {
        if (Object.hasOwn(known, name)) values.set(name, value);
        else if (!unknown.has(name)) unknown.set(name, { first: `${rowPath}/${name}`, count: 1 });
        else unknown.get(name)!.count++;
      }
    } else {
      problems.push({ path: rowPath, value: show(row), rule: 'a row is a list or an object' });
      return;
    }
    result.push({ path: rowPath, values });
  });
  for (const [name, { first, count }] of unknown) {
    const more = count > 1 ? ` (and in ${count - 1} more rows)` : '';
    warnings.push({
      path: first,
      rule: `${component} has no such attribute, ignored${suggestion(name, Object.keys(known))}${more}`,
    });
  }
  return result;
}

function suggestion(name: string, known: Iterable<string>): string {
  const guess = closest(name, known);
  return guess === undefined ? '' : `; did you mean ${guess}?`;
}

function isComponent(name: string): name is ComponentName {
  return Object.hasOwn(SCHEMA, name);
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

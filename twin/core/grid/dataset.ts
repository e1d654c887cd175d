/**
 * Reads a PGM input dataset. All problems come at once, each with its position; nothing here throws.
 *
 * Absent values are `null`, a missing key, or PGM's markers (NaN, int32 -2147483648, int8 -128); they become NaN.
 * Reals may be the texts "inf", "+inf" and "-inf".
 */
import { type Envelope, type RawRow, readEnvelope } from './envelope.js';
import { implausible, implausibleSupply } from './plausibility.js';
import { type Problem, show } from './problem.js';
import { type Attribute, COMPONENTS, type ComponentName, type Dataset, SCHEMA } from './schema.js';
import { validate } from './validate.js';

export type { Problem } from './problem.js';
export type { Dataset } from './schema.js';

export interface ReadDataset {
  /** The dataset, or null if there is any problem. */
  readonly dataset: Dataset | null;
  /** What makes the dataset unusable. */
  readonly problems: readonly Problem[];
  /** What is suspicious, ignored or assumed. */
  readonly warnings: readonly Problem[];
}

/** Reads JSON text, or an already parsed value, as a PGM dataset of type `input`. */
export function readDataset(source: unknown): ReadDataset {
  const envelope: Envelope = readEnvelope(source, 'input');
  const { problems, warnings } = envelope;
  if (envelope.isBatch)
    problems.push({ path: 'is_batch', value: 'true', rule: 'an input dataset must not be a batch' });
  if (envelope.scenarios.length === 0) return { dataset: null, problems, warnings };
  /** Rows that cannot be read at all would make those that refer to them look wrong. */
  const readable = problems.length === 0;

  const scenario = envelope.scenarios[0]!;
  const dataset: Record<string, unknown[]> = {};
  for (const component of COMPONENTS) {
    dataset[component] = (scenario.get(component) ?? []).map((row) => readRow(component, row, problems));
  }
  const complete = dataset as unknown as Dataset;
  if (!readable) return { dataset: null, problems, warnings };
  const validation = validate(complete);
  problems.push(...validation.problems);
  warnings.push(...validation.warnings, ...implausible(complete));
  if (problems.length === 0) warnings.push(...implausibleSupply(complete));
  return { dataset: problems.length === 0 ? complete : null, problems, warnings };
}

/** The values of one row, NaN where absent; wrong ones go to `problems`. An update need not give what an input must. */
export function readRow(
  component: ComponentName,
  row: RawRow,
  problems: Problem[],
  partial = false,
): Record<string, number | number[]> {
  const result: Record<string, number | number[]> = {};
  for (const [name, attribute] of Object.entries(SCHEMA[component]) as [string, Attribute][]) {
    const raw = row.values.get(name);
    const path = `${row.path}/${name}`;
    const value =
      attribute.kind === 'phases' ? readPhases(raw, path, problems) : readNumber(raw, attribute, path, problems);
    result[name] = value;
    const mustBeGiven = attribute.required && (!partial || attribute.kind === 'id');
    if (mustBeGiven && raw === undefined) problems.push({ path, rule: 'must be given' });
    else if (mustBeGiven && Number.isNaN(value) && (raw === null || typeof raw === 'number')) {
      problems.push({ path, value: show(raw), rule: 'must be given' });
    }
  }
  return result;
}

function readPhases(raw: unknown, path: string, problems: Problem[]): number[] {
  if (raw === undefined || raw === null) return [Number.NaN, Number.NaN, Number.NaN];
  if (!Array.isArray(raw) || raw.length !== 3) {
    problems.push({ path, value: show(raw), rule: 'must be a list of three values, for phases a, b and c' });
    return [Number.NaN, Number.NaN, Number.NaN];
  }
  return raw.map((value, phase) => readNumber(value, { kind: 'real', required: false }, `${path}/${phase}`, problems));
}

function readNumber(raw: unknown, attribute: Attribute, path: string, problems: Problem[]): number {
  if (raw === undefined || raw === null) return Number.NaN;
  let value = Number.NaN;
  if (typeof raw === 'number') value = raw;
  else if (raw === 'inf' || raw === '+inf') value = Number.POSITIVE_INFINITY;
  else if (raw === '-inf') value = Number.NEGATIVE_INFINITY;
  else {
    problems.push({ path, value: show(raw), rule: 'must be a number' });
    return Number.NaN;
  }
  if (Number.isNaN(value)) return value;

  const { kind, rule } = attribute;
  let broken: string | undefined;
  if (kind !== 'real') {
    if (value === -2147483648 || (kind === 'int' && value === -128)) return Number.NaN;
    if (!Number.isInteger(value)) broken = 'must be a whole number';
    else if (Math.abs(value) > 2147483647) broken = 'must fit in 32 bits';
    else if (kind === 'int' && Math.abs(value) > 127) broken = 'must be between -127 and 127';
  }
  if (broken === undefined && rule !== undefined) {
    if (rule === 'positive') broken = value > 0 ? undefined : 'must be greater than 0';
    else if (rule === 'not negative') broken = value >= 0 ? undefined : 'must not be negative';
    else if (rule === 'boolean') broken = value === 0 || value === 1 ? undefined : 'must be 0 or 1';
    else broken = rule.includes(value) ? undefined : `must be one of ${rule.join(', ')}`;
  }
  if (broken !== undefined) problems.push({ path, value: show(raw), rule: broken });
  return value;
}

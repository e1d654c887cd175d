/**
 * From the issues of a zod schema to problems that a person can act on: each unknown key by itself with the key that was
 * probably meant, a missing key as missing, a text where a number is wanted as such.
 *
 * A rule over several keys of a row (`minimumRatio` below `maximumRatio`) is also judged when other keys of the row are wrong,
 * so that one fault does not hide another: `judgeRulesBesideFaults` finds which keys a rule reads by letting it read.
 */
import type { z } from 'zod';

type Path = readonly (string | number)[];
interface Finding {
  readonly path: Path;
  readonly value: unknown;
  readonly rule: string;
}

/** What is read of zod's description of a schema. */
interface Def {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly element?: z.ZodType;
  readonly valueType?: z.ZodType;
  readonly innerType?: z.ZodType;
  readonly in?: z.ZodType;
  readonly out?: z.ZodType;
  readonly items?: readonly z.ZodType[];
  readonly options?: readonly z.ZodType[];
  readonly discriminator?: string;
  readonly values?: readonly unknown[];
  readonly checks?: readonly { readonly _zod: { readonly def: CheckDef } }[];
}
interface CheckDef {
  readonly check: string;
  readonly fn?: (value: unknown) => unknown;
  when?: (payload: { readonly value: unknown; readonly issues: readonly { readonly path?: Path }[] }) => boolean;
}

const defOf = (schema: z.ZodType): Def => schema._zod.def as unknown as Def;

function childrenOf({ shape, element, valueType, innerType, in: before, out, items, options }: Def): z.ZodType[] {
  const one = [element, valueType, innerType, before, out].filter((child) => child !== undefined);
  return [...one, ...(shape === undefined ? [] : Object.values(shape)), ...(items ?? []), ...(options ?? [])];
}

const prepared = new WeakSet<z.ZodType>();

/** Lets every rule over several keys run as soon as the keys that it reads are right. Once per schema. */
export function judgeRulesBesideFaults(schema: z.ZodType): void {
  if (prepared.has(schema)) return;
  prepared.add(schema);
  const def = defOf(schema);
  if (def.type === 'object') {
    for (const check of def.checks ?? []) {
      const { def: rule } = check._zod;
      if (rule.check !== 'custom' || rule.fn === undefined || rule.when !== undefined) continue;
      const { fn } = rule;
      rule.when = ({ value, issues }) => {
        if (issues.length === 0) return true;
        if (value === null || typeof value !== 'object') return false;
        const read = new Set<PropertyKey>();
        const watched = new Proxy(value, {
          get: (target, key) => {
            read.add(key);
            return Reflect.get(target, key);
          },
        });
        try {
          fn(watched);
        } catch {
          // It reads what is not there: not to be judged before that is right.
          return false;
        }
        return !issues.some(({ path }) => path !== undefined && path.length > 0 && read.has(path[0]!));
      };
    }
  }
  for (const child of childrenOf(def)) judgeRulesBesideFaults(child);
}

/** One finding per fault, in the order of the issues. `root` is the value that was judged. */
export function findingsOf(issues: readonly z.core.$ZodIssue[], schema: z.ZodType, root: unknown): Finding[] {
  return issues.flatMap((issue): Finding[] => {
    const path = issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key));
    const value = valueAt(root, path);
    if (issue.code === 'unrecognized_keys') {
      const known = keysAt(schema, path, root);
      return issue.keys.map((key) => ({
        path: [...path, key],
        value: valueAt(root, [...path, key]),
        rule: unknownKey(key, known),
      }));
    }
    if (issue.code === 'invalid_key') {
      const why = issue.issues.map(({ message }) => message).join('; ');
      return [{ path, value: path.at(-1), rule: `this name ${why}` }];
    }
    if (issue.code === 'invalid_union') {
      const meant = branchMeant(issue.errors, value);
      if (meant !== undefined) {
        const inside = meant.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }));
        return findingsOf(inside, schema, root);
      }
    }
    return [{ path, value, rule: ruleOf(issue, schema, path, root, value) }];
  });
}

/**
 * The issues of the one form of a table that its keys are nearest to: the fewest unknown keys, then the fewest missing ones.
 * Undefined if the value is no table or its keys belong to several forms: then only the rule of the union itself can be told.
 */
function branchMeant(branches: readonly (readonly z.core.$ZodIssue[])[], value: unknown) {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return undefined;
  const forms = branches
    .filter((issues) => !issues.some(({ path, code }) => path.length === 0 && code === 'invalid_type'))
    .map((issues) => {
      const unknown = issues.map((i) => (i.code === 'unrecognized_keys' && i.path.length === 0 ? i.keys.length : 0));
      const missing = issues.filter(({ path }) => path.length === 1 && !Object.hasOwn(value, path[0]!));
      return { issues, unknown: unknown.reduce((sum, n) => sum + n, 0), missing: missing.length };
    })
    .sort((a, b) => a.unknown - b.unknown || a.missing - b.missing);
  const [first, second] = forms;
  if (first === undefined || second === undefined) return first?.issues;
  const told = first.unknown < second.unknown || (first.unknown > 0 && first.missing < second.missing);
  return told ? first.issues : undefined;
}

function ruleOf(issue: z.core.$ZodIssue, schema: z.ZodType, path: Path, root: unknown, value: unknown): string {
  const { message } = issue;
  if (issue.code === 'too_small' && message.startsWith('Too small')) return sizeRule(issue, issue.minimum, 'least');
  if (issue.code === 'too_big' && message.startsWith('Too big')) return sizeRule(issue, issue.maximum, 'most');
  // A message of the schema's own says it better.
  if (!message.startsWith('Invalid ')) return message;
  if (issue.code === 'invalid_type') {
    const wanted = WORDS[issue.expected] ?? issue.expected;
    if (value === undefined) return `is missing; ${wanted} is wanted here`;
    if (issue.expected === 'number' && typeof value === 'string' && /^\s*[-+]?[\d.,]+/.test(value)) {
      return 'must be a number without quotation marks, with a decimal point and without a unit: the unit is that of the key';
    }
    return `must be ${wanted}`;
  }
  if (issue.code === 'invalid_value') return `must be one of ${issue.values.map(String).join(', ')}`;
  if (issue.code === 'invalid_union') {
    const kinds = discriminatorsAt(schema, path, root);
    if (kinds.length > 0) return `must be one of ${kinds.join(', ')}`;
    const rules = [...new Set(issue.errors.flat().map((inner) => inner.message))];
    return rules.length > 0 ? rules.join(', or ') : message;
  }
  return message;
}

/** `must be above 0`, `must be at most 64 characters`. */
function sizeRule(
  { origin, inclusive }: { readonly origin: string; readonly inclusive?: boolean | undefined },
  bound: number | bigint,
  which: 'least' | 'most',
): string {
  const unit = { string: ' characters', array: ' entries', record: ' entries' }[origin] ?? '';
  if (which === 'least' && unit !== '' && bound === 1) return 'must not be empty';
  if (unit !== '' || inclusive !== false) return `must be at ${which} ${bound}${unit}`;
  return `must be ${which === 'least' ? 'above' : 'below'} ${bound}`;
}

const WORDS: Readonly<Record<string, string>> = {
  number: 'a number',
  int: 'a whole number',
  string: 'a text',
  boolean: 'true or false',
  object: 'a table of keys',
  record: 'a table of names',
  array: 'a list',
  tuple: 'a list',
};

function unknownKey(key: string, known: readonly string[]): string {
  const near = nearest(key, known);
  const hint =
    near === undefined ? (known.length > 0 ? `; known: ${known.join(', ')}` : '') : `; did you mean "${near}"?`;
  return `Unrecognized key: "${key}"${hint}`;
}

/** The name that differs least, if it differs by no more than a third of its letters; capitals do not count. */
export function nearest(name: string, known: readonly string[]): string | undefined {
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of known) {
    const distance = editDistance(name.slice(0, 40).toLowerCase(), candidate.slice(0, 40).toLowerCase());
    if (distance < least && distance <= Math.max(2, Math.floor(candidate.length / 3))) {
      best = candidate;
      least = distance;
    }
  }
  return best;
}

/** Letters to change, add, drop or swap with their neighbour. */
function editDistance(a: string, b: string): number {
  let [before, row] = [[] as number[], Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, before[j - 2]! + 1);
      next.push(least);
    }
    [before, row] = [row, next];
  }
  return row[b.length]!;
}

/** What a schema is made of, as far as it is made of others. */
export function schemaParts(schema: z.ZodType): {
  readonly inner?: z.ZodType | undefined;
  readonly shape?: Readonly<Record<string, z.ZodType>> | undefined;
  readonly element?: z.ZodType | undefined;
  readonly row?: z.ZodType | undefined;
  readonly options?: readonly z.ZodType[] | undefined;
} {
  const { innerType, in: before, shape, element, valueType, options } = defOf(schema);
  return { inner: innerType ?? before, shape, element, row: valueType, options };
}

/** The option of a union that a value's discriminator asks for. */
export function optionFor(schema: z.ZodType, value: unknown): z.ZodType | undefined {
  const { options, discriminator } = defOf(schema);
  if (options === undefined || discriminator === undefined) return undefined;
  return options.find((option) => isOption(option, discriminator, value));
}

/** The schemas that may stand at a path, as far as the value tells which of several it is. */
function schemasAt(schema: z.ZodType, path: Path, value: unknown): z.ZodType[] {
  const def = defOf(schema);
  if (def.innerType !== undefined) return schemasAt(def.innerType, path, value);
  if (def.in !== undefined) return schemasAt(def.in, path, value);
  if (def.options !== undefined) {
    // A path of nothing is the union itself: its options are told apart here only for what lies inside.
    const { discriminator } = def;
    const fitting =
      discriminator === undefined ? def.options : def.options.filter((o) => isOption(o, discriminator, value));
    if (path.length === 0 && fitting.length === 0) return [schema];
    return fitting.flatMap((option) => schemasAt(option, path, value));
  }
  const [key, ...rest] = path;
  if (key === undefined) return [schema];
  const inside = valueAt(value, [key]);
  if (def.shape !== undefined) {
    const child = Object.hasOwn(def.shape, key) ? def.shape[key] : undefined;
    return child === undefined ? [] : schemasAt(child, rest, inside);
  }
  const child = def.element ?? def.valueType ?? def.items?.[Number(key)];
  return child === undefined ? [] : schemasAt(child, rest, inside);
}

function isOption(option: z.ZodType, discriminator: string, value: unknown): boolean {
  const literals = literalsOf(option, discriminator);
  return literals.includes(valueAt(value, [discriminator]));
}

function literalsOf(option: z.ZodType, discriminator: string): readonly unknown[] {
  const key = defOf(option).shape?.[discriminator];
  if (key === undefined) return [];
  const { type, innerType, values } = defOf(key);
  if (type === 'optional' && innerType !== undefined) return [undefined, ...(defOf(innerType).values ?? [])];
  return values ?? [];
}

function keysAt(schema: z.ZodType, path: Path, root: unknown): string[] {
  return [...new Set(schemasAt(schema, path, root).flatMap((at) => Object.keys(defOf(at).shape ?? {})))];
}

/** What may stand at a path that is the discriminator of a union. */
function discriminatorsAt(schema: z.ZodType, path: Path, root: unknown): string[] {
  const key = path.at(-1);
  const unions = schemasAt(schema, path.slice(0, -1), root).filter((at) => defOf(at).discriminator === key);
  const literals = unions.flatMap((union) => (defOf(union).options ?? []).flatMap((o) => literalsOf(o, String(key))));
  return literals.filter((literal) => literal !== undefined).map(String);
}

export function valueAt(root: unknown, path: Path): unknown {
  let at: unknown = root;
  for (const key of path) {
    if (at === null || typeof at !== 'object' || !Object.hasOwn(at, key)) return undefined;
    at = (at as Record<string | number, unknown>)[key];
  }
  return at;
}

/** A value as a person would write it, of at most 80 letters, however large it is. */
export function brief(value: unknown): string {
  if (typeof value === 'string') return cut(value);
  const parts: string[] = [];
  let letters = 0;
  const add = (text: string): boolean => {
    parts.push(text);
    letters += text.length;
    return letters <= BRIEF;
  };
  const write = (part: unknown): boolean => {
    if (part === null || typeof part !== 'object') {
      return add(typeof part === 'string' ? JSON.stringify(part.slice(0, BRIEF)) : String(part));
    }
    const list = Array.isArray(part);
    if (!add(list ? '[' : '{')) return false;
    let first = true;
    for (const key in part) {
      if (!Object.hasOwn(part, key)) continue;
      if (!add(first ? '' : ',')) return false;
      if (!list && !add(`${JSON.stringify(key.slice(0, BRIEF))}:`)) return false;
      if (!write((part as Record<string, unknown>)[key])) return false;
      first = false;
    }
    return add(list ? ']' : '}');
  };
  write(value);
  return cut(parts.join(''));
}

const BRIEF = 80;
const cut = (text: string): string => (text.length > BRIEF ? `${text.slice(0, BRIEF - 3)}...` : text);

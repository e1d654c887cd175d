/**
 * Reads a YAML or JSON file against a schema and returns either its value or every problem in it, each with its line.
 */
import { readFileSync, statSync } from 'node:fs';
import { isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { messageOf, type Problem } from './errors.js';
import { readWithJsonRows } from './json-rows.js';
import { brief, findingsOf, judgeRulesBesideFaults } from './schema-problems.js';

export type Parsed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: Problem[] };

/** Larger files are refused before they are read: 16 MiB of YAML is far above any file a person writes. */
export const YAML_BYTES_MAX = 16 * 1024 * 1024;

/** Reads a file as text, or says in one problem why it cannot. `bytesMax` bounds what is read into memory. */
export function readText(file: string, bytesMax: number): Parsed<string> {
  try {
    const stat = statSync(file);
    const { size } = stat;
    // A pipe or a device has no size and may have no end.
    if (!stat.isFile() && !stat.isDirectory()) {
      return { ok: false, problems: [{ file, path: '', rule: 'this is no ordinary file' }] };
    }
    if (size > bytesMax) {
      return {
        ok: false,
        problems: [{ file, path: '', value: `${size} bytes`, rule: `a file is at most ${bytesMax} bytes` }],
      };
    }
    return { ok: true, value: readFileSync(file, 'utf8') };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    const rule =
      code === 'ENOENT'
        ? 'there is no such file'
        : code === 'EISDIR'
          ? 'this is a folder, a file is wanted'
          : `cannot be read: ${messageOf(error)}`;
    return { ok: false, problems: [{ file, path: '', rule }] };
  }
}

/** A larger text is read only where its rows are JSON, and its problems come without their lines: YAML of that size takes minutes. */
export const YAML_SLOW_BYTES_MAX = 4 * 1024 * 1024;
/** More than this nobody reads; the last one then says how many are left out. */
export const PROBLEMS_MAX = 1000;

/** What stands in a YAML text, and the line of each path in it, if the text is not too large for that. */
export interface YamlValue {
  readonly value: unknown;
  readonly lineOf: (path: readonly (string | number)[]) => number | undefined;
}

/** As `Parsed`; a text that is YAML and breaks the schema also gives what stands in it. */
export type ParsedYaml<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: Problem[]; readonly raw?: YamlValue };

/**
 * Parses YAML (JSON is a subset) and holds it against a schema; `file` only names the source in problems. `tooLarge` says why a
 * value is not to be judged at all, before it is.
 */
export function parseYaml<T>(
  text: string,
  file: string,
  schema: z.ZodType<T>,
  tooLarge: (value: unknown) => string | undefined = () => undefined,
): ParsedYaml<T> {
  const quick = quickValue(text);
  if (quick !== undefined && tooLarge(quick) === undefined) {
    const result = schema.safeParse(quick);
    if (result.success) return { ok: true, value: result.data };
    // Its problems want their lines: the text is read again, slowly.
  }
  const read = readYamlValue(text, file);
  if (!read.ok) return read;
  const rule = tooLarge(read.value.value);
  if (rule !== undefined) return { ok: false, problems: [{ file, path: '', rule }] };
  const held = holdAgainst(read.value, file, schema);
  return held.ok ? held : { ...held, raw: read.value };
}

/** Reads a YAML text, or says what in it is not YAML. */
export function readYamlValue(text: string, file: string): Parsed<YamlValue> {
  const problem = (rule: string): Parsed<YamlValue> => ({ ok: false, problems: [{ file, path: '', rule }] });
  if (text.length > YAML_SLOW_BYTES_MAX) {
    const value = quickValue(text);
    if (value !== undefined) return { ok: true, value: { value, lineOf: () => undefined } };
    return problem(`a text above ${YAML_SLOW_BYTES_MAX} bytes must have its rows as JSON, one per line`);
  }
  const lines = new LineCounter();
  try {
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
    if (document.errors.length > 0) {
      const problems = document.errors.map((error) => ({
        file,
        path: '',
        line: lines.linePos(error.pos[0]).line,
        rule: `not valid YAML: ${error.message}`,
      }));
      return { ok: false, problems: firstOf(problems, file) };
    }
    const value: unknown = document.toJS({ maxAliasCount: 100 });
    return { ok: true, value: { value, lineOf: (path) => lineAt(document, path, lines) } };
  } catch (error) {
    if (error instanceof RangeError) return problem('is nested too deeply');
    return problem(`not valid YAML: ${messageOf(error)}`);
  }
}

/** Holds what was read against a schema: its value, or every problem with path, line, value and rule. */
export function holdAgainst<T>({ value, lineOf }: YamlValue, file: string, schema: z.ZodType<T>): Parsed<T> {
  judgeRulesBesideFaults(schema);
  if (value === null || value === undefined) return { ok: false, problems: [{ file, path: '', rule: 'is empty' }] };
  const result = schema.safeParse(value);
  if (result.success) return { ok: true, value: result.data };
  const { issues } = result.error;
  const problems = findingsOf(issues.slice(0, PROBLEMS_MAX), schema, value).map((finding): Problem => {
    const line = lineOf(finding.path);
    return {
      file,
      path: finding.path.join('/'),
      ...(line === undefined ? {} : { line }),
      ...(finding.value === undefined ? {} : { value: brief(finding.value) }),
      rule: finding.rule,
    };
  });
  return { ok: false, problems: firstOf(problems, file, issues.length - PROBLEMS_MAX) };
}

/** At most `PROBLEMS_MAX` of them, and how many there are more; `more` are not in the list. */
export function firstOf(problems: readonly Problem[], file: string, more = 0): Problem[] {
  const left = Math.max(0, more) + Math.max(0, problems.length - PROBLEMS_MAX);
  if (left === 0) return [...problems];
  return [...problems.slice(0, PROBLEMS_MAX), { file, path: '', rule: `has ${left} problems more` }];
}

function quickValue(text: string): unknown {
  try {
    return readWithJsonRows(text);
  } catch {
    // Nested so deeply that even reading it fails: the ordinary way says so.
    return undefined;
  }
}

/** Reads and parses a YAML file against a schema. */
export function readYaml<T>(file: string, schema: z.ZodType<T>): Parsed<T> {
  const text = readText(file, YAML_BYTES_MAX);
  return text.ok ? parseYaml(text.value, file, schema) : text;
}

/**
 * The line of a path in a YAML text, for problems that a schema cannot find (a reference to nothing, a sum that is
 * wrong). Undefined if the path is not there.
 */
export function lineOfPath(text: string, path: readonly (string | number)[]): number | undefined {
  return lineFinder(text)(path);
}

/** `lineOfPath` for many paths of one text, which is parsed once, at the first question. */
export function lineFinder(text: string): (path: readonly (string | number)[]) => number | undefined {
  const lines = new LineCounter();
  let document: ReturnType<typeof parseDocument> | undefined;
  return (path) => {
    if (text.length > YAML_SLOW_BYTES_MAX) return undefined;
    document ??= parseDocument(text, { lineCounter: lines, prettyErrors: false });
    return lineAt(document, path, lines);
  };
}

function lineAt(
  document: ReturnType<typeof parseDocument>,
  path: readonly (string | number)[],
  lines: LineCounter,
): number | undefined {
  for (let depth = path.length; depth >= 0; depth--) {
    const node = depth === 0 ? document.contents : document.getIn(path.slice(0, depth), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return undefined;
}

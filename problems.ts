/**
 * Reads a YAML or JSON file against a schema and returns either its value or every problem in it, each with its line.
 */
import { readFileSync, statSync } from 'node:fs';
import { isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { messageOf, type Problem } from './errors.js';
import { readWithJsonRows } from './json-rows.js';

export type Parsed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: Problem[] };

/** Larger files are refused before they are read: 16 MiB of YAML is far above any file a person writes. */
export const YAML_BYTES_MAX = 16 * 1024 * 1024;

/** Reads a file as text, or says in one problem why it cannot. `bytesMax` bounds what is read into memory. */
export function readText(file: string, bytesMax: number): Parsed<string> {
  try {
    const { size } = statSync(file);
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

/** Parses YAML (JSON is a subset) and holds it against a schema; `file` only names the source in problems. */
export function parseYaml<T>(text: string, file: string, schema: z.ZodType<T>): Parsed<T> {
  const quick = readWithJsonRows(text);
  if (quick !== undefined) {
    const result = schema.safeParse(quick);
    if (result.success) return { ok: true, value: result.data };
    // Its problems want their lines: the text is read again, slowly.
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  if (document.errors.length > 0) {
    const problems = document.errors.map((error) => ({
      file,
      path: '',
      line: lines.linePos(error.pos[0]).line,
      rule: `not valid YAML: ${error.message}`,
    }));
    return { ok: false, problems };
  }
  let plain: unknown;
  try {
    plain = document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    return { ok: false, problems: [{ file, path: '', rule: `not valid YAML: ${messageOf(error)}` }] };
  }
  const result = schema.safeParse(plain);
  if (result.success) return { ok: true, value: result.data };
  const problems = result.error.issues.map((issue): Problem => {
    const path = issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key));
    const value = valueAt(plain, path);
    const line = lineAt(document, path, lines);
    return {
      file,
      path: path.join('/'),
      ...(line === undefined ? {} : { line }),
      ...(value === undefined ? {} : { value: brief(value) }),
      rule: issue.message,
    };
  });
  return { ok: false, problems };
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

function valueAt(root: unknown, path: readonly (string | number)[]): unknown {
  let at: unknown = root;
  for (const key of path) {
    if (at === null || typeof at !== 'object') return undefined;
    at = (at as Record<string | number, unknown>)[key];
  }
  return at;
}

function brief(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}

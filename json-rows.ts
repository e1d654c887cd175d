/**
 * A fast way through large YAML files: JSON is YAML, and rows written as JSON are read by the engine's own parser, a hundred times
 * faster. Two forms at the left margin are known, and everything else of the file stays YAML:
 *
 *     connections:                    lengths: {
 *       - {"id": "home-1", …}           "1050": 50, "1051": 12,
 *       - {"id": "home-2", …}           "1052": 9
 *                                       }
 */
import { parseDocument } from 'yaml';

/** The value of the text, the same as YAML gives; undefined if the text has no such rows, or is not plainly in this form. */
export function readWithJsonRows(text: string): unknown {
  const lines = text.split('\n');
  const rest: string[] = [];
  const found = new Map<string, unknown>();
  for (let at = 0; at < lines.length; ) {
    const block = jsonBlock(lines, at);
    if (block === undefined) {
      rest.push(lines[at++]!);
      continue;
    }
    // A key that is there twice is for the ordinary way to say.
    if (found.has(block.key)) return undefined;
    found.set(block.key, block.value);
    rest.push(`${block.key}: ${MARK}`);
    at = block.end;
  }
  if (found.size === 0) return undefined;
  const document = parseDocument(rest.join('\n'), { uniqueKeys: true, prettyErrors: false });
  if (document.errors.length > 0) return undefined;
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: 100 });
  } catch {
    // Too many aliases: the ordinary way says so.
    return undefined;
  }
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return undefined;
  const table = value as Record<string, unknown>;
  for (const [key, block] of found) {
    // Not at its place if the line stood within something else, such as a text of several lines.
    if (table[key] !== MARK) return undefined;
    table[key] = block;
  }
  return table;
}

/** Stands where a block was taken out. */
const MARK = 'rows-of-json';

interface Block {
  readonly key: string;
  readonly value: unknown;
  /** The first line behind it. */
  readonly end: number;
}

function jsonBlock(lines: readonly string[], at: number): Block | undefined {
  const head = /^([A-Za-z][A-Za-z0-9]*):( \{)?$/.exec(lines[at]!);
  if (head === null) return undefined;
  const key = head[1]!;
  let end = at + 1;
  const rows = head[2] === undefined;
  if (rows) {
    while (end < lines.length && lines[end]!.startsWith('  - {')) end++;
    if (end === at + 1) return undefined;
  } else {
    while (end < lines.length && !/^ +\}$/.test(lines[end]!)) end++;
    if (end === lines.length) return undefined;
    end++;
  }
  // What follows must begin anew at the margin; otherwise the block is not over.
  if (end < lines.length && lines[end] !== '' && !/^[A-Za-z#]/.test(lines[end]!)) return undefined;
  const inside = lines.slice(at + 1, end);
  try {
    const value = rows ? inside.map((line) => parsed(line.slice(4))) : parsed(`{${inside.join('\n')}`);
    return { key, value, end };
  } catch {
    // Not JSON, or a key twice: YAML may know it, or says what is wrong.
    return undefined;
  }
}

/** JSON drops the first of two equal keys without a word, and YAML refuses them: so they are counted. */
function parsed(json: string): unknown {
  const value: unknown = JSON.parse(json);
  if (keysInText(json) !== keysInValue(value)) throw new Error('a key is there twice');
  return value;
}

function keysInText(json: string): number {
  let keys = 0;
  for (const match of json.matchAll(/"(?:[^"\\]|\\.)*"(\s*:)?/g)) if (match[1] !== undefined) keys++;
  return keys;
}

function keysInValue(value: unknown): number {
  if (value === null || typeof value !== 'object') return 0;
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + keysInValue(item), 0);
  const entries = Object.values(value);
  return entries.length + entries.reduce<number>((sum, item) => sum + keysInValue(item), 0);
}

/** Damage to a JSON value and to its text, by seed: what a slip of an editor, a wrong export or a torn file does. */
import { type Draws, drawsOf } from '../interop/grid/random.js';

const ODD: readonly unknown[] = [
  null,
  0,
  -0,
  1,
  -1,
  1e308,
  -1e308,
  1e-308,
  5e-324,
  1.5,
  127,
  -128,
  2147483647,
  -2147483648,
  9007199254740992,
  'inf',
  '+inf',
  '-inf',
  'nan',
  '',
  '1',
  [],
  {},
  true,
  false,
  [1, 2, 3],
  [null, 'inf', 1e300],
  { id: 1 },
];
const NAMES = [
  'id',
  'node',
  'from_node',
  'status',
  'type',
  'p_specified',
  '__proto__',
  'constructor',
  'toString',
  'is_batch',
  '',
  'é',
];
const TEXTS = ['{', '}', '[', ']', '"', ',', ':', '1e999', '-', '\u0000', '\\u12', 'null', 'NaN', '\ufeff', ' '];

/** A value, changed in one place or more. */
export function mutated(value: unknown, seed: number): unknown {
  const draws = drawsOf(seed);
  let result = mutateValue(value, draws, 0);
  for (let more = 0; more < 4 && draws.chance(0.4); more++) result = mutateValue(result, draws, 0);
  if (draws.chance(0.12)) return mutateText(JSON.stringify(result), draws);
  return result;
}

function mutateValue(value: unknown, draws: Draws, depth: number): unknown {
  const { chance, pick, random } = draws;
  if (typeof value === 'number' && chance(0.8))
    return pick([-value, value * 1e6, value / 1e9, value + 1, 1 - value, 0.7 * value, Math.round(value), 1e12 * value]);
  if (typeof value !== 'object' || value === null || chance(depth === 0 ? 0.003 : 0.03)) return pick(ODD);
  const kind = random();
  if (Array.isArray(value)) {
    const copy: unknown[] = [...value];
    const at = Math.floor(random() * copy.length);
    if (copy.length === 0 || kind < 0.02) copy.push(pick(ODD));
    else if (kind < 0.05) copy.splice(at, 1);
    else if (kind < 0.07) copy.splice(at, 0, copy[Math.floor(random() * copy.length)]);
    // a row given as a list where rows are maps
    else if (kind < 0.08 && typeof copy[at] === 'object' && copy[at] !== null) copy[at] = Object.values(copy[at]);
    else copy[at] = mutateValue(copy[at], draws, depth + 1);
    return copy;
  }
  const entries = Object.entries(value);
  // most of a file is data: so is most of what goes wrong in it
  const data = depth === 0 && chance(0.95) ? entries.findIndex(([name]) => name === 'data') : -1;
  const at = data >= 0 ? data : Math.floor(random() * entries.length);
  if (entries.length === 0 || kind < 0.02) entries.push([pick(NAMES), pick(ODD)]);
  else if (kind < (depth === 0 ? 0.02 : 0.05)) entries.splice(at, 1);
  else if (kind < (depth === 0 ? 0.025 : 0.07)) entries[at] = [`${entries[at]![0]}x`, entries[at]![1]];
  else if (kind < (depth === 0 ? 0.03 : 0.1))
    entries[at] = [entries[at]![0], entries[Math.floor(random() * entries.length)]![1]];
  else entries[at] = [entries[at]![0], mutateValue(entries[at]![1], draws, depth + 1)];
  return Object.fromEntries(entries);
}

function mutateText(text: string, { chance, pick, random }: Draws): string {
  let result = text;
  for (let n = 0; n === 0 || (n < 5 && chance(0.5)); n++) {
    const at = Math.floor(random() * result.length);
    const kind = random();
    if (kind < 0.2) result = result.slice(0, at);
    else if (kind < 0.6) result = result.slice(0, at) + pick(TEXTS) + result.slice(at + 1);
    else if (kind < 0.7) result = result.slice(0, at) + result.slice(at, at + 50) + result.slice(at);
    else if (kind < 0.75) result = '['.repeat(20_000) + result;
    else result = result.slice(0, at) + String.fromCharCode(Math.floor(random() * 256)) + result.slice(at + 1);
  }
  return result;
}

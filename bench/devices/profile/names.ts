/**
 * Names of registers that lead nowhere, in a profile that has faults of its schema: every part is looked at as it was written,
 * and what is not as it should be is passed over, because the schema has told it.
 */
import type { Complain } from './registers.js';

type Path = readonly (string | number)[];

export function checkNames(profile: unknown, complain: Complain): void {
  const table = keysOf(at(profile, 'registers'));
  if (table.length === 0) return;
  const known = new Set(table);
  const name = (path: Path, given: unknown): void => {
    if (typeof given !== 'string' || known.has(given)) return;
    complain(path, `there is no register "${given}" in the table`);
  };
  for (const quantity of keysOf(at(profile, 'reads'))) {
    const given = at(profile, 'reads', quantity);
    for (const one of Array.isArray(given) ? given : [given]) name(['reads', quantity], one);
  }
  for (const key of ['manufacturer', 'model', 'firmware', 'serialNumber']) {
    const given = at(profile, 'identity', key);
    if (typeof given === 'string' && !given.startsWith('=')) name(['identity', key], given);
  }
  for (const key of ['expect', 'between']) {
    for (const register of keysOf(at(profile, 'identity', key))) name(['identity', key, register], register);
  }
  for (const [k, given] of listOf(at(profile, 'identity', 'settings')).entries()) {
    name(['identity', 'settings', k], given);
  }
  for (const key of ['writes', 'release']) {
    for (const [k, entry] of listOf(at(profile, 'command', key)).entries()) {
      name(['command', key, k, 'register'], at(entry, 'register'));
    }
  }
  name(['command', 'heartbeat', 'register'], at(profile, 'command', 'heartbeat', 'register'));
  name(['command', 'revertRemaining'], at(profile, 'command', 'revertRemaining'));
}

function at(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (found, key) =>
      found !== null && typeof found === 'object' && Object.hasOwn(found, key)
        ? (found as Record<string, unknown>)[key]
        : undefined,
    value,
  );
}

const keysOf = (value: unknown): string[] =>
  value !== null && typeof value === 'object' && !Array.isArray(value) ? Object.keys(value) : [];

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

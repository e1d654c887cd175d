/** The one table of columns against the .proto, and the small codes against the enums of the proto. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { wijk } from '#proto/wijk.js';
import { PACKAGE_ROOT } from '../../paths.js';
import { COLUMN_NAMES, COLUMNS } from '../../twin/core/base/columns.js';
import * as status from '../../twin/core/base/status.js';

const frame = /message Frame \{([\s\S]*?)\n\}/.exec(
  readFileSync(join(PACKAGE_ROOT, 'proto/wijk/v1/twin.proto'), 'utf8'),
)![1]!;
const fields = new Map(
  [...frame.matchAll(/^\s*(repeated )?(\w+) (\w+) = (\d+);/gm)].map((m) => [
    m[3]!,
    { repeated: m[1] !== undefined, type: m[2]!, number: Number(m[4]) },
  ]),
);
const snake = (name: string): string => name.replaceAll(/[A-Z]/g, (c) => `_${c.toLowerCase()}`);

describe('the table of columns', () => {
  it.each(COLUMN_NAMES)('%s has its field in Frame', (name) => {
    const column = COLUMNS[name];
    expect(fields.get(snake(name))).toEqual({
      repeated: column.space !== 'wijk',
      type: 'double',
      number: column.field,
    });
  });

  it('leaves no field of Frame without a column', () => {
    const own = new Set(['tick', 'time_us', ...COLUMN_NAMES.map(snake)]);
    expect([...fields.keys()].filter((field) => !own.has(field))).toEqual([]);
  });

  it('gives every column a unit and a meaning, and a sign to every power', () => {
    for (const name of COLUMN_NAMES) {
      const column = COLUMNS[name];
      expect(column.unit, name).not.toBe('');
      expect(column.meaning, name).not.toBe('');
      if (name.endsWith('ActivePowerW')) expect(column.sign, name).toMatch(/^\+ /);
      expect('nullable' in column, name).toBe(/\bNaN\b/.test(column.meaning));
    }
  });
});

describe('codes that cross rooms', () => {
  const upper = (name: string): string => name.replaceAll(/([a-z])([A-Z])/g, '$1_$2').toUpperCase();
  it.each([
    ['SOURCE', wijk.v1.SlotSource, 'SLOT_SOURCE'],
    ['QUALITY', wijk.v1.Quality, 'QUALITY'],
    ['ROLE', wijk.v1.Role, 'ROLE'],
    ['LEASE', wijk.v1.LeaseKind, 'LEASE_KIND'],
    ['SG', wijk.v1.SgReady, 'SG_READY'],
    ['ASSET', wijk.v1.AssetKind, 'ASSET_KIND'],
  ])('%s equals its enum', (prefix, numbers, enumPrefix) => {
    const ours = Object.entries(status)
      .filter(([name]) => name.startsWith(`${prefix}_`) && !name.endsWith('_NONE'))
      .map(([name, value]) => [upper(name).replace(prefix, enumPrefix), value]);
    const theirs = Object.entries(numbers as unknown as Record<string, unknown>).filter(
      ([name, value]) => typeof value === 'number' && !name.endsWith('_UNSPECIFIED'),
    );
    expect(Object.fromEntries(ours)).toEqual(Object.fromEntries(theirs));
  });
});

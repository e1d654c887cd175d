/** The table of error codes in the README is the one in the code. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ERROR_CODES } from '../../errors.js';
import { PACKAGE_ROOT } from '../../paths.js';

const readme = readFileSync(join(PACKAGE_ROOT, 'README.md'), 'utf8');

describe('README', () => {
  it('lists every error code with its meaning, and no other', () => {
    const table = readme.slice(readme.indexOf('## Error codes'));
    const rows = [...table.matchAll(/^\| `([A-Z_]+)` \| (.*) \|$/gm)].map((row) => [row[1], row[2]]);
    expect(Object.fromEntries(rows)).toEqual(ERROR_CODES);
  });

  it('names only files that exist', () => {
    const links = [...readme.matchAll(/\]\(([^)#]+)\)/g)].map((link) => link[1]!);
    expect(links.length).toBeGreaterThan(8);
    for (const link of links) expect(() => readFileSync(join(PACKAGE_ROOT, link)), link).not.toThrow(/ENOENT/);
  });
});

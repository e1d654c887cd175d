/** The generated code is what the .proto files give, and they are clean by buf's standard rules (the generator lints). */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { PACKAGE_ROOT, PROTO_GEN } from '../../paths.js';

it('proto/gen is what `npm run proto` writes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'wijktwin-proto-'));
  try {
    execFileSync(process.execPath, [join(PACKAGE_ROOT, 'proto', 'generate.mjs'), folder], { stdio: 'pipe' });
    const names = readdirSync(folder).sort();
    expect(names).toEqual(readdirSync(PROTO_GEN).sort());
    for (const name of names)
      expect(readFileSync(join(folder, name)).equals(readFileSync(join(PROTO_GEN, name))), name).toBe(true);
  } finally {
    rmSync(folder, { recursive: true });
  }
}, 60_000);

/**
 * Where the package keeps its things. Everything is found from the package root, so that the same code runs from
 * `dist/` (the built program) and from the sources (the tests).
 */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

function findRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error('package.json of wijktwin not found above its own code');
    folder = parent;
  }
  return folder;
}

export const PACKAGE_ROOT = findRoot();
/** Built JavaScript: workers and child processes always start from here. */
export const DIST = join(PACKAGE_ROOT, 'dist');
export const WIJK_EXAMPLES = join(PACKAGE_ROOT, 'twin', 'wijk', 'examples');
export const EXPERIMENT_EXAMPLES = join(PACKAGE_ROOT, 'bench', 'experiments', 'examples');
export const DEVICE_PROFILES = join(PACKAGE_ROOT, 'bench', 'devices', 'profiles');
export const PROTO_GEN = join(PACKAGE_ROOT, 'proto', 'gen');
export const COCKPIT = join(DIST, 'dashboards', 'cockpit');
/** The command line's entry, for child processes. */
export const ENTRY = join(DIST, 'wijktwin.js');

/** Puts the files of the cockpit that need no building beside the built ones. */
import { copyFileSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const target = join(here, '..', 'dist', 'dashboards', 'cockpit');
mkdirSync(target, { recursive: true });
for (const file of ['index.html', 'favicon.svg']) copyFileSync(join(here, 'cockpit', file), join(target, file));

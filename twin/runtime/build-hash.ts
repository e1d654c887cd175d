/** SHA-256 over the built code that computes frames: equal hashes mean that a replay runs the very same program. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { WijkError } from '../../errors.js';
import { DIST } from '../../paths.js';

/** Rooms whose code decides the numbers in a frame. */
const ROOMS = ['twin/core', 'twin/wijk'];
let known: string | undefined;

export function engineHash(): string {
  known ??= compute();
  return known;
}

function compute(): string {
  const hash = createHash('sha256');
  for (const room of ROOMS) {
    const folder = join(DIST, room);
    if (!existsSync(folder)) {
      throw new WijkError('COMPONENT_MISSING', `${folder} does not exist: build first (npm run build)`);
    }
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.js'))
      .map((name) => join(folder, name))
      .sort();
    for (const file of files)
      hash
        .update(`${relative(DIST, file)}\0`)
        .update(readFileSync(file))
        .update('\0');
  }
  return hash.digest('hex');
}

/** SHA-256 of everything that determines a run. */
export function modelHash(blueprint: unknown): string {
  return createHash('sha256').update(engineHash()).update(JSON.stringify(blueprint)).digest('hex');
}

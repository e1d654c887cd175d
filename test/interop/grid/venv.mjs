/** Python environments of the foreign programs, each made once from a file of pins below `.cache`. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = (name) => fileURLToPath(new URL(name, import.meta.url));

/** The first Python of at least `minor` (3.x) that can make environments, from the path or from pyenv; undefined if none. */
export function findPython(minor) {
  const pyenv = join(process.env.PYENV_ROOT ?? join(homedir(), '.pyenv'), 'versions');
  const candidates = [
    'python3',
    ...[14, 13, 12, 11].map((version) => `python3.${version}`),
    ...(existsSync(pyenv)
      ? readdirSync(pyenv)
          .sort()
          .reverse()
          .map((name) => join(pyenv, name, 'bin', 'python'))
      : []),
  ];
  return candidates.find((python) => suits(python, minor));
}

function suits(python, minor) {
  try {
    const script = `import sys, venv, ensurepip; sys.exit(sys.version_info < (3, ${minor}))`;
    execFileSync(python, ['-c', script], { stdio: 'ignore' });
    return true;
  } catch {
    return false; // not there, too old, or without venv: the next candidate may do
  }
}

/** Makes `.cache/<name>` as pinned in `requirements`, unless it is so already. */
export function makeEnvironment(name, requirements, python) {
  const venv = here(`../../../.cache/${name}`);
  const inside = join(venv, 'bin', 'python');
  const pins = readFileSync(here(requirements), 'utf8').trim().split('\n');
  if (asPinned(inside, pins)) return;
  execFileSync(python, ['-m', 'venv', '--clear', venv], { stdio: 'inherit' });
  execFileSync(inside, ['-m', 'pip', 'install', '--quiet', '-r', here(requirements)], { stdio: 'inherit' });
}

function asPinned(python, pins) {
  if (!existsSync(python)) return false;
  try {
    const freeze = execFileSync(python, ['-m', 'pip', 'freeze'], { encoding: 'utf8' }).split('\n');
    return pins.every((pin) => freeze.includes(pin));
  } catch {
    return false; // a broken environment is made again
  }
}

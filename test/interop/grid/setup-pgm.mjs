/**
 * Makes `.cache/venv-pgm` with the pinned power-grid-model. Needs Python ≥ 3.12, from the path or from pyenv; says what to
 * install if there is none. Does nothing if it is already there.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const venv = fileURLToPath(new URL('../../../.cache/venv-pgm', import.meta.url));
const requirements = fileURLToPath(new URL('./requirements.txt', import.meta.url));

/** Whether a command is a Python that power-grid-model supports. */
function suits(python) {
  try {
    execFileSync(python, ['-c', 'import sys, venv; sys.exit(sys.version_info < (3, 12))'], { stdio: 'ignore' });
    return true;
  } catch {
    return false; // not there, or too old: the next candidate may do
  }
}

function installed() {
  const python = join(venv, 'bin', 'python');
  if (!existsSync(python)) return false;
  try {
    const pins = execFileSync(python, ['-m', 'pip', 'freeze'], { encoding: 'utf8' });
    return pins.includes('power-grid-model==1.13.213');
  } catch {
    return false; // a broken environment is made again
  }
}

if (!installed()) {
  const pyenv = join(process.env.PYENV_ROOT ?? join(homedir(), '.pyenv'), 'versions');
  const candidates = [
    'python3',
    ...['3.14', '3.13', '3.12'].map((version) => `python${version}`),
    ...(existsSync(pyenv)
      ? readdirSync(pyenv)
          .sort()
          .reverse()
          .map((name) => join(pyenv, name, 'bin', 'python'))
      : []),
  ];
  const python = candidates.find(suits);
  if (python === undefined) {
    console.error('no Python >= 3.12 found; on Debian: apt-get install python3 python3-venv');
    process.exit(1);
  }
  execFileSync(python, ['-m', 'venv', '--clear', venv], { stdio: 'inherit' });
  execFileSync(join(venv, 'bin', 'python'), ['-m', 'pip', 'install', '--quiet', '-r', requirements], {
    stdio: 'inherit',
  });
}

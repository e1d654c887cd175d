/**
 * Makes `.cache/venv-bench` with the pinned foreign clients: pymodbus, pysunspec2, dsmr-parser. Needs Python ≥ 3.10 with
 * its venv module. Does nothing if the environment is already as pinned.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const venv = fileURLToPath(new URL('../../../.cache/venv-bench', import.meta.url));
const requirements = fileURLToPath(new URL('./requirements.txt', import.meta.url));
const python = join(venv, 'bin', 'python');

function installed() {
  if (!existsSync(python)) return false;
  try {
    const freeze = execFileSync(python, ['-m', 'pip', 'freeze'], { encoding: 'utf8' });
    return freeze.trim() === readFileSync(requirements, 'utf8').trim();
  } catch {
    return false; // a broken environment is made again
  }
}

if (!installed()) {
  execFileSync('python3', ['-m', 'venv', '--clear', venv], { stdio: 'inherit' });
  execFileSync(python, ['-m', 'pip', 'install', '--quiet', '-r', requirements], { stdio: 'inherit' });
}

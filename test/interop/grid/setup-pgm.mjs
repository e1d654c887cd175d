/**
 * Makes the Python environment of power-grid-model: the newest release, `.cache/venv-pgm`, where there is a Python ≥ 3.12, and else
 * the newest that Python 3.11 (Debian 12) can run, `.cache/venv-pgm-py311`. Does nothing if it is already there.
 */
import { findPython, makeEnvironment } from './venv.mjs';

const newer = findPython(12);
const older = newer === undefined ? findPython(11) : undefined;
if (newer !== undefined) makeEnvironment('venv-pgm', './requirements.txt', newer);
else if (older !== undefined) makeEnvironment('venv-pgm-py311', './requirements-py311.txt', older);
else {
  console.error('no Python >= 3.11 with its venv module found; on Debian: apt-get install python3 python3-venv');
  process.exit(1);
}

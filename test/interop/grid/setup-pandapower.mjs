/** Makes `.cache/venv-pandapower` with the pinned pandapower. Needs Python ≥ 3.11. Does nothing if it is already there. */
import { findPython, makeEnvironment } from './venv.mjs';

const python = findPython(11);
if (python === undefined) {
  console.error('no Python >= 3.11 with its venv module found; on Debian: apt-get install python3 python3-venv');
  process.exit(1);
}
makeEnvironment('venv-pandapower', './requirements-pandapower.txt', python);

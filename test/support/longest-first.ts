/**
 * The order of the suite. Two workers take one file after the other: a long file that begins last has the other worker wait
 * for it. vitest knows how long files took only where they ran before; on a fresh clone it goes by size, and a minute of
 * fuzzing is a short file. So the longest are named here, longest first, and the rest follows as vitest orders it.
 */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Those that calculate stand in pairs, so that those that measure time, behind them, have a core for their programs. */
const LONGEST = [
  'fuzz/grid.test.ts',
  'fuzz/link.test.ts',
  'bench/acceptance/sins.test.ts',
  'fidelity/fidelity.test.ts',
  'interop/grid/pgm.test.ts',
  'interop/grid/pandapower.test.ts',
  'e2e/accept.test.ts',
  'interop/bench/own-product.test.ts',
  'e2e/cockpit.test.ts',
  'interop/bench/emulation.test.ts',
  'bench/server/process.test.ts',
].map((path) => fileURLToPath(new URL(`../${path}`, import.meta.url)));

const missing = LONGEST.filter((path) => !existsSync(path));
if (missing.length > 0) throw new Error(`${missing.join(', ')}: named among the longest test files, and not there`);

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const at = LONGEST.indexOf(moduleId);
      return at < 0 ? LONGEST.length : at;
    };
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}

/**
 * Fuzzes all that reads and solves PGM files: `npm run fuzz:grid -- [inputs] [seed]`, a million by default. Prints what became of the
 * inputs; ends with 1 and the input at the first that throws, hangs or is answered with nothing.
 */
import { fuzz, summary } from './grid-run.js';

const [inputs = 1_000_000, seed = 1] = process.argv.slice(2).map(Number);
let told = 0;
try {
  const result = fuzz(seed, (done) => {
    if (done >= told + 100_000) {
      told = done;
      console.error(`${done} inputs`);
    }
    return done >= inputs;
  });
  console.log(summary(result));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

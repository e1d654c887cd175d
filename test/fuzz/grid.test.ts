/** A minute of fuzzing in CI, three seconds elsewhere; `npm run fuzz:grid` does the million. */
import { expect, it } from 'vitest';
import { fuzz, summary } from './grid-run.js';

const SECONDS = process.env.CI === 'true' ? 60 : 3;

it(
  `reads, solves or explains mutated grids for ${SECONDS} s`,
  () => {
    const end = performance.now() + 1000 * SECONDS;
    const result = fuzz(1, () => performance.now() > end);
    console.log(summary(result));
    expect(result.inputs).toBeGreaterThan(10);
    expect(result.heapMB).toBeLessThan(1500);
  },
  SECONDS * 1000 + 60_000,
);

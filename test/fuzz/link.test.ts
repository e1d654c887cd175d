import { expect, it } from 'vitest';
import { fuzz, SEED } from './link-run.js';

/** A minute in CI; elsewhere enough to notice that something broke. `npm run fuzz:link` runs ten million. */
const SECONDS = process.env['CI'] === 'true' ? 60 : 3;

it(`framers, machine, P1 and SunSpec chain hold against ${SECONDS} s of any bytes, seed ${SEED}`, async () => {
  expect(await fuzz({ seed: SEED, count: Number.MAX_SAFE_INTEGER, seconds: SECONDS })).toBeGreaterThan(1000);
}, 120_000);

import { expect, it } from 'vitest';
import { fuzz } from './link-run.js';

/** A minute in CI; elsewhere enough to notice that something broke. `npm run fuzz:link` runs ten million. */
const SECONDS = process.env['CI'] === 'true' ? 60 : 3;

it(`framers, machine, P1 and SunSpec chain hold against ${SECONDS} s of any bytes`, async () => {
  const seed = 1 + Math.floor(Date.now() / 86_400_000); // another one each day; a failure names it
  expect(await fuzz(seed, Number.MAX_SAFE_INTEGER, SECONDS)).toBeGreaterThan(1000);
}, 120_000);

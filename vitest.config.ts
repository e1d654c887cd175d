import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/support/longest-first.js';

export default defineConfig({
  test: {
    // Two cores: a browser, an engine worker and a set of mocks at once is what the slowest test needs.
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    include: ['test/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    reporters: ['default'],
  },
});

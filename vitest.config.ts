import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/support/longest-first.js';

/**
 * Rooms whose tests only calculate: no socket, no child that lives on, nothing that is set in the process. They share one
 * process and its loaded modules, which costs a third less than a process for each file. Everything else stays alone.
 */
const CALCULATIONS = [
  'test/architecture/**/*.test.ts',
  'test/bench/{acceptance,experiments,modbus,p1,scan,session,sunspec,timing}/**/*.test.ts',
  'test/fidelity/**/*.test.ts',
  'test/twin/{core,wijk}/**/*.test.ts',
];

export default defineConfig({
  test: {
    // Two cores: a browser, an engine worker and a set of mocks at once is what the slowest test needs.
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    testTimeout: 30_000,
    hookTimeout: 60_000,
    reporters: ['default'],
    projects: [
      { extends: true, test: { name: 'calculations', include: CALCULATIONS, isolate: false } },
      { extends: true, test: { name: 'programs', include: ['test/**/*.test.ts'], exclude: CALCULATIONS } },
    ],
  },
});

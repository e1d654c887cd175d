/**
 * `npm run fuzz:link`: ten million inputs.
 *
 *   node dist/test/fuzz/link.js [--inputs N] [--seconds S] [--seed N] [--first N]
 *
 * Seed and number of the first input tell every input: the same two run the same inputs again.
 */
import { parseArgs } from 'node:util';
import { fuzz, SEED } from './link-run.js';

const { values } = parseArgs({
  options: {
    inputs: { type: 'string', default: '10000000' },
    seconds: { type: 'string', default: '86400' },
    seed: { type: 'string', default: String(SEED) },
    first: { type: 'string', default: '0' },
  },
});
const [inputs, seconds, seed, first] = [values.inputs, values.seconds, values.seed, values.first].map(Number);
if (![inputs, seconds, seed, first].every((value) => Number.isSafeInteger(value) && value! >= 0)) {
  console.error('--inputs, --seconds, --seed and --first are whole numbers from 0');
  process.exit(2);
}
const startMs = performance.now();
const tell = (done: number): void => {
  if (process.stderr.isTTY) process.stderr.write(`\r${done} of ${inputs} inputs`);
};
console.log(`seed ${seed}, inputs from ${first}`);
try {
  const ran = await fuzz({ seed: seed!, first: first!, count: inputs!, seconds: seconds!, tell });
  const took = (performance.now() - startMs) / 1000;
  const cpu = process.cpuUsage();
  const cpuS = (cpu.user + cpu.system) / 1e6;
  const memory = Math.round(process.memoryUsage().rss / 1e6);
  console.log(
    `\r${ran} inputs of seed ${seed} in ${took.toFixed(0)} s (${cpuS.toFixed(0)} s of processor time), ${memory} MB: no crash, nothing that grows, every frame after noise found`,
  );
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

/** `npm run fuzz:link`: ten million inputs. `node dist/test/fuzz/link.js [--inputs N] [--seconds S] [--seed N]`. */
import { parseArgs } from 'node:util';
import { fuzz } from './link-run.js';

const { values } = parseArgs({
  options: {
    inputs: { type: 'string', default: '10000000' },
    seconds: { type: 'string', default: '86400' },
    seed: { type: 'string', default: '1' },
  },
});
const inputs = Number(values.inputs);
const startMs = performance.now();
const tell = (done: number): void => {
  if (process.stderr.isTTY) process.stderr.write(`\r${done} of ${inputs} inputs`);
};
try {
  const ran = await fuzz(Number(values.seed), inputs, Number(values.seconds), tell);
  const seconds = (performance.now() - startMs) / 1000;
  const memory = Math.round(process.memoryUsage().rss / 1e6);
  console.log(
    `\r${ran} inputs in ${seconds.toFixed(0)} s, ${memory} MB: no crash, nothing that grows, every frame after noise found`,
  );
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

/**
 * Clients that watch every frame of a twin with all its columns, in a process of their own: `watchers.js ADDRESS COUNT`.
 * At the end one JSON line: frames and drops over all, and how long after the fastest delivery frames came.
 */
import { createTwinServiceClient } from '#proto/services.js';

const [address = '', count = '20', tickS = '1'] = process.argv.slice(2);
const arrivals: { tick: number; atMs: number }[] = [];
let dropped = 0;
let open = Number(count);
for (let k = 0; k < Number(count); k++) {
  const stream = createTwinServiceClient(address).watch({ columns: [], everyTicks: 1, watcherName: `perf ${k + 1}` });
  let mine = 0;
  stream.on('data', (message) => {
    arrivals.push({ tick: Number(message.frame?.tick ?? 0), atMs: performance.now() });
    mine = Number(message.dropped);
  });
  // The streams end with the session's server; what ends them is not measured.
  stream.on('error', () => stream.destroy());
  stream.on('close', () => {
    dropped += mine;
    open--;
    if (open === 0) report();
  });
}

function report(): never {
  const dueMs = (tick: number): number => tick * Number(tickS) * 1000;
  const zero = Math.min(...arrivals.map(({ tick, atMs }) => atMs - dueMs(tick)));
  const delays = arrivals.map(({ tick, atMs }) => atMs - dueMs(tick) - zero).sort((a, b) => a - b);
  const at = (share: number): number => delays[Math.min(delays.length - 1, Math.floor(share * delays.length))] ?? 0;
  process.stdout.write(
    `${JSON.stringify({ frames: delays.length, dropped, p50: at(0.5), p99: at(0.99), max: at(1) })}\n`,
  );
  process.exit(0);
}

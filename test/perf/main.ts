/**
 * `npm run perf`: what the engine, the clock and the frames cost on this machine. Absolute times belong to this machine;
 * counts (garbage collections, bytes per step) and ratios hold anywhere.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { PerformanceObserver, performance } from 'node:perf_hooks';
import { createInterface } from 'node:readline';
import { createTwinServiceClient, type TwinServiceClient } from '#proto/services.js';
import type { wijk } from '#proto/wijk.js';
import { ENTRY } from '../../paths.js';
import { INPUT, InputBatch } from '../../twin/core/engine/inputs.js';
import { createState } from '../../twin/core/engine/state.js';
import { step } from '../../twin/core/engine/step.js';
import { FrameEncoder, watchResponse } from '../../twin/server/frame-encoding.js';
import { buildModel } from '../../twin/wijk/build.js';
import { loadWijk } from '../../twin/wijk/load.js';

// Kernels with one asset are called once a tick: the compiler needs this long to trust their rare branches.
const WARM_UP = 60_000;
const STEPS = 100_000;
const WATCHERS = 20;
const START_US = Date.parse('2012-02-03T15:00:00Z') * 1000;

const rows: (readonly [string, string])[] = [];
const row = (what: string, value: string): void => {
  rows.push([what, value]);
  process.stdout.write(`${what.padEnd(58)} ${value}\n`);
};
const number = (x: number, digits = 1): string => x.toFixed(digits);

function merwede(strategy: string) {
  const loaded = loadWijk('merwede-blok');
  if (!loaded.ok) throw new Error('the shipped wijk merwede-blok does not load');
  const built = buildModel(loaded.value, {
    startUs: START_US,
    durationS: 6 * 3600,
    tickS: 1,
    seed: 1,
    strategy: { name: strategy, options: {} },
    groupLimitW: 0,
    weather: { stressWeek: 'cold-2012-02' },
  });
  if (!built.ok) throw new Error('the shipped wijk merwede-blok does not build');
  return built.value.model;
}

async function engine(): Promise<void> {
  const model = merwede('group-limit');
  const state = createState(model);
  const inputs = new InputBatch(16);
  inputs.push(INPUT.weather, 0, -5, 0, 0, 3);
  step(model, state, inputs);
  inputs.clear();
  for (let k = 0; k < WARM_UP; k++) step(model, state, inputs);

  const collections: number[] = [];
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) collections.push(entry.startTime);
  });
  observer.observe({ entryTypes: ['gc'] });
  global.gc?.();
  await new Promise((resolve) => setImmediate(resolve));
  const heapBefore = process.memoryUsage().heapUsed;
  const fromMs = performance.now();
  for (let k = 0; k < STEPS; k++) step(model, state, inputs);
  const untilMs = performance.now();
  const heapAfter = process.memoryUsage().heapUsed;
  await new Promise((resolve) => setTimeout(resolve, 50));
  observer.disconnect();
  const during = collections.filter((t) => t >= fromMs && t <= untilMs).length;
  const { slots, connections, nodes, branches } = model.dimensions;
  row(
    'merwede-blok',
    `${slots} slots, ${connections} connections, ${nodes} nodes, ${branches} branches, ${model.layout.total} doubles a frame`,
  );
  row('µs per tick, group-limit, mean of 100,000', number(((untilMs - fromMs) * 1000) / STEPS));
  row(`garbage collections in 100,000 steps after ${WARM_UP.toLocaleString('en')} of warm-up`, String(during));
  row('heap growth per step', `${number((heapAfter - heapBefore) / STEPS, 2)} B`);

  const encoder = new FrameEncoder(model.layout, []);
  const entry = { tick: 1, timeUs: START_US, frame: state.frame } as Parameters<FrameEncoder['frame']>[0];
  let bytes = 0;
  for (let k = 0; k < 2000; k++) bytes = watchResponse(encoder.frame(entry)).length;
  const encodeFrom = performance.now();
  for (let k = 0; k < 5000; k++) bytes = watchResponse(encoder.frame(entry)).length;
  row('frame encode, all columns', `${number(((performance.now() - encodeFrom) * 1000) / 5000)} µs, ${bytes} B`);
}

interface Server {
  readonly client: TwinServiceClient;
  readonly address: string;
  stop(): Promise<void>;
}

async function server(): Promise<Server> {
  const child = spawn(
    process.execPath,
    [ENTRY, 'twin', '--listen', '127.0.0.1:0', '--stop-with-parent', '--log-level', 'error'],
    {
      stdio: ['pipe', 'pipe', 'inherit'],
    },
  );
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  const { address } = JSON.parse(line) as { address: string };
  const client = createTwinServiceClient(address);
  return {
    client,
    address,
    stop: async () => {
      client.close();
      child.stdin.end();
      await once(child, 'exit');
    },
  };
}

const call = <Q, R>(
  method: (request: Q, callback: (error: Error | null, response?: R) => void) => unknown,
  client: object,
  request: Q,
): Promise<R> =>
  new Promise((resolve, reject) => {
    method.call(client, request, (error, response) => (error ? reject(error) : resolve(response!)));
  });

const actor = { name: 'perf', role: 6 };

async function session(
  client: TwinServiceClient,
  tickS: number,
  durationS: number,
  speed: number,
  recordDirectory: string,
): Promise<void> {
  const answer = await call(client.load as never, client, {
    actor,
    wijk: 'merwede-blok',
    startUs: START_US,
    durationS,
    tickS,
    seed: 1,
    strategy: { name: 'group-limit', options: {} },
    weather: { stressWeek: 'cold-2012-02' },
    speed,
    recordDirectory,
  });
  const { problems } = answer as wijk.v1.LoadResponse;
  if (problems.length > 0) throw new Error(`load: ${problems.map((p) => p.rule).join('; ')}`);
}

async function finished(client: TwinServiceClient): Promise<wijk.v1.GetStatusResponse> {
  for (;;) {
    const status = (await call(client.getStatus as never, client, {})) as wijk.v1.GetStatusResponse;
    if (status.state >= 5) return status;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function wallClock(tickS: number, durationS: number): Promise<void> {
  const twin = await server();
  try {
    await session(twin.client, tickS, durationS, 1, '');
    const clients = Array.from({ length: WATCHERS }, () => createTwinServiceClient(twin.address));
    const arrivals: { tick: number; atMs: number }[] = [];
    let dropped = 0;
    for (const [k, client] of clients.entries()) {
      const stream = client.watch({ columns: [], everyTicks: 1, watcherName: `perf-${k}` });
      stream.on('data', (message: wijk.v1.WatchResponse) => {
        arrivals.push({ tick: Number(message.frame?.tick ?? 0), atMs: performance.now() });
        dropped = Math.max(dropped, Number(message.dropped));
      });
      // The streams end with the session's server; what ends them is not measured.
      stream.on('error', () => stream.destroy());
    }
    await call(twin.client.start as never, twin.client, { actor });
    const status = await finished(twin.client);
    const name = `${tickS} s ticks, ${WATCHERS} watchers`;
    const ms = (us: number): string => number(us / 1000, 2);
    row(
      `lateness, ${name}, ${durationS} s (p50 / p99 / max)`,
      `${ms(status.latenessP50Us)} / ${ms(status.latenessP99Us)} / ${ms(status.latenessMaxUs)} ms, ${status.tick} ticks, ${status.lateTicks} counted late`,
    );
    // Ticks are due at whole multiples: the earliest arrival of all, moved along, is the zero of delivery.
    const zero = Math.min(...arrivals.map((a) => a.atMs - a.tick * tickS * 1000));
    const delays = arrivals.map((a) => a.atMs - a.tick * tickS * 1000 - zero).sort((a, b) => a - b);
    const at = (q: number): string =>
      number(delays[Math.min(delays.length - 1, Math.floor(q * delays.length))] ?? Number.NaN, 2);
    row(
      `delivery after the fastest, ${name} (p50 / p99 / max)`,
      `${at(0.5)} / ${at(0.99)} / ${at(1)} ms, ${delays.length} frames, ${dropped} dropped`,
    );
    for (const client of clients) client.close();
  } finally {
    await twin.stop();
  }
}

async function flatOut(record: boolean): Promise<void> {
  const twin = await server();
  const folder = mkdtempSync(join(tmpdir(), 'wijktwin-perf-'));
  try {
    await session(twin.client, 1, 6 * 3600, 0, record ? join(folder, 'run') : '');
    const fromMs = performance.now();
    await call(twin.client.start as never, twin.client, { actor });
    const status = await finished(twin.client);
    const seconds = (performance.now() - fromMs) / 1000;
    row(
      `flat out, 6 h of 1 s ticks, ${record ? 'with' : 'without'} record`,
      `${number(Number(status.tick) / seconds, 0)} ticks/s (${number(seconds)} s)`,
    );
  } finally {
    await twin.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

process.stdout.write(`${cpus()[0]?.model ?? 'unknown CPU'}, ${cpus().length} cores, Node ${process.version}\n`);
await engine();
if (process.argv[2] === 'engine') process.exit(0);
await flatOut(false);
await flatOut(true);
await wallClock(0.1, 30);
await wallClock(1, 60);

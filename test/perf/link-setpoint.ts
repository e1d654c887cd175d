/**
 * From a setpoint that the twin publishes to the first byte of its write on the wire: a twin with ticks of 100 ms, an external
 * strategy that changes one battery's setpoint twice a second, the page in a browser, twenty watchers, and the bench with a
 * mock inverter. Twin, page, browser, watchers and mock are processes of their own; the bench runs in this one, so that its
 * bytes can be stamped.
 *
 * All stamps are CLOCK_MONOTONIC. Published is when the twin's SlotService sends the batch; arrived is when its message has been
 * decoded here; written is the first byte of the write that carries the setpoint, not of a read before it.
 *
 *     counted = (written − published) − (end of the transaction in flight − arrived)
 *
 * The transaction in flight is the one request that was on the wire when the setpoint arrived, with its reply and the silence
 * that the device's profile wants behind it; without one nothing is taken off. Whatever else the setpoint waits for counts.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import * as grpc from '@grpc/grpc-js';
import { pino } from 'pino';
import { createStrategyServiceClient, createTwinServiceClient } from '#proto/services.js';
import { wijk } from '#proto/wijk.js';
import { Bench } from '../../bench/bench.js';
import { loadBenchFile } from '../../bench/config.js';
import type { FrameEvent } from '../../bench/transport/recording.js';
import { launchChromium, noBrowser } from '../support/browser.js';

const SLOT = 'home-007/battery';
const WATCHERS = 20;
const TICKS_PER_CHANGE = 5;
/** No multiple of a tick: within half a minute setpoints meet every moment of a reading. */
const POLL = '970ms';
export const SETPOINT_TARGET_MS = 15;

/** Microseconds of CLOCK_MONOTONIC at the origin of this process's clock. */
const ORIGIN_US = Number(process.hrtime.bigint() / 1000n) - performance.now() * 1000;

export interface SetpointResult {
  /** Counted as above. */
  readonly samplesMs: readonly number[];
  /** From published to written, nothing taken off. */
  readonly wholeMs: readonly number[];
  /** From published to arrived. */
  readonly onTheWayMs: readonly number[];
  /** From arrived, or the end of the transaction in flight, to written. */
  readonly inBenchMs: readonly number[];
  /** How many of them met a transaction in flight. */
  readonly inFlight: number;
  /** Setpoints that changed and of which no write was seen. */
  readonly unseen: number;
  readonly page: string;
}

export async function measureSetpoints(root: string, seconds: number): Promise<SetpointResult> {
  const children: ChildProcess[] = [];
  const entry = join(root, 'dist', 'wijktwin.js');
  const folder = mkdtempSync(join(tmpdir(), 'perf-link-'));
  const open = async (args: readonly string[]): Promise<Record<string, string>> => {
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'ignore'] });
    children.push(child);
    return new Promise((resolve, reject) => {
      createInterface({ input: child.stdout! }).once('line', (line) => resolve(JSON.parse(line)));
      child.once('exit', (code) => reject(new Error(`${args.slice(1).join(' ')} ended with ${code}`)));
    });
  };
  const closers: (() => Promise<unknown>)[] = [];
  try {
    const twin = await open([entry, 'twin', '--listen', '127.0.0.1:0']);
    const mock = await open([entry, 'mock', 'sunspec-inverter', '--address', 'listen:127.0.0.1:0', '--baud', '0']);
    const cockpit = await open([
      entry,
      'cockpit',
      '--listen',
      '127.0.0.1:0',
      '--twin',
      twin['address']!,
      '--bench',
      '127.0.0.1:9',
    ]);
    const twinClient = createTwinServiceClient(twin['address']!, grpc.credentials.createInsecure());
    closers.push(async () => twinClient.close());
    const slot = await load(twinClient);

    const published: Published[] = [];
    const stopListening = hearSetpoints((setpoint) => published.push(setpoint));
    closers.push(async () => stopListening());
    const frames: FrameEvent[] = [];
    const bench = benchWith(folder, mock['address']!, twin['address']!, frames);
    closers.push(() => bench.close());
    bench.start();
    const strategy = decide(twin['address']!, slot);
    closers.push(async () => strategy.cancel());
    await strategy.attached;
    await ask<wijk.v1.StartResponse>((done) => twinClient.start({ actor: ACTOR }, done));
    await open([fileURLToPath(new URL('./link-watchers.js', import.meta.url)), twin['address']!, String(WATCHERS)]);
    const page = await openPage(cockpit, closers);
    await new Promise((resolve) => setTimeout(resolve, 5000)); // identified, bound, compiled
    published.length = 0;
    frames.length = 0;
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
    const gapUs = 1000 * bench.config.devices[0]!.profile.behaviour.timing.minimumGapMs;
    return { ...latencies([...published], [...frames], gapUs), page };
  } finally {
    for (const close of closers.reverse()) await close();
    for (const child of children.reverse()) child.kill('SIGTERM');
    rmSync(folder, { recursive: true, force: true });
  }
}

async function openPage(cockpit: Record<string, string>, closers: (() => Promise<unknown>)[]): Promise<string> {
  const reason = noBrowser();
  if (reason !== undefined) return `no page: ${reason}`;
  const browser = await launchChromium();
  closers.push(() => browser.close());
  const page = await browser.newPage();
  const address = cockpit['address']!;
  await page.goto(address.startsWith('http') ? address : `http://${address}`);
  return 'page open';
}

function benchWith(folder: string, mock: string, twinAddress: string, frames: FrameEvent[]): Bench {
  const file = join(folder, 'bench.yaml');
  writeFileSync(
    file,
    [
      'bench: perf',
      'links:',
      `  - {id: line, address: "${mock}", protocol: modbus-rtu}`,
      'devices:',
      `  - {id: inverter, profile: sunspec-storage, link: line, unit: 1, slot: ${SLOT}, lease: actuator, pollPeriod: ${POLL}, safeSetpointW: 0, revertTime: 60s, envelope: {minimumW: -5000, maximumW: 5000, rampWPerS: 1000000}}`,
      '',
    ].join('\n'),
  );
  const loaded = loadBenchFile(file);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  const log = pino({ level: 'silent' });
  return new Bench({
    config: loaded.value,
    twinAddress,
    log,
    record: () => ({ add: (event) => void frames.push(event) }),
  });
}

/** Calls back with every setpoint of the slot as it reaches this process, and when the twin sent it. */
function hearSetpoints(hear: (setpoint: Published) => void): () => void {
  const decode = wijk.v1.AttachResponse.decode;
  wijk.v1.AttachResponse.decode = (...args) => {
    const response = decode(...args);
    for (const { slotId, activePowerW } of response.setpoints?.setpoints ?? []) {
      if (slotId !== SLOT) continue;
      const arrivedUs = performance.now() * 1000 + ORIGIN_US;
      hear({ us: response.setpoints!.twinMonotonicUs ?? 0, arrivedUs, powerW: activePowerW ?? 0 });
    }
    return response;
  };
  return () => {
    wijk.v1.AttachResponse.decode = decode;
  };
}

const ACTOR = { name: 'perf', role: wijk.v1.Role.ROLE_OPERATOR };
const TICK_S = 0.1;

function ask<T>(call: (done: (error: grpc.ServiceError | null, response?: T) => void) => unknown): Promise<T> {
  return new Promise((resolve, reject) => {
    call((error, response) => (error || response === undefined ? reject(error) : resolve(response)));
  });
}

/** Loads the wijk at wall clock with ticks of 100 ms; the index of the slot. */
async function load(twin: ReturnType<typeof createTwinServiceClient>): Promise<number> {
  await ask<wijk.v1.LoadResponse>((done) =>
    twin.load(
      {
        actor: ACTOR,
        wijk: 'merwede-blok',
        startUs: Date.UTC(2012, 1, 3, 15) * 1000,
        tickS: TICK_S,
        seed: 1,
        speed: 1,
        strategy: { name: 'external' },
      },
      done,
    ),
  );
  const { slots } = await ask<wijk.v1.DescribeResponse>((done) => twin.describe({}, done));
  const found = slots.find(({ id }) => id === SLOT);
  if (found === undefined) throw new Error(`the wijk has no ${SLOT}`);
  return found.index ?? 0;
}

function decide(address: string, slot: number): { readonly attached: Promise<void>; cancel(): void } {
  const client = createStrategyServiceClient(address, grpc.credentials.createInsecure());
  const call = client.decide();
  call.on('error', () => undefined); // the twin ends with the measurement
  call.on('data', ({ observation }: wijk.v1.DecideResponse) => {
    if (!observation) return;
    const step = Math.floor((observation.tick ?? 0) / TICKS_PER_CHANGE) % 4;
    call.write({
      decision: { tick: observation.tick ?? 0, setpoints: [{ slotIndex: slot, activePowerW: 400 + 300 * step }] },
    });
  });
  const actor = { name: 'perf', role: wijk.v1.Role.ROLE_STRATEGY };
  // The twin takes the greeting when it answers its first message; a tick later nobody can start too early.
  const attached = new Promise<void>((resolve) => {
    call.write({ hello: { actor, columns: ['groupActivePowerW'] } }, () => setTimeout(resolve, 500));
  });
  return {
    attached,
    cancel: () => {
      call.cancel();
      client.close();
    },
  };
}

interface Published {
  readonly us: number;
  /** When it was decoded here. */
  readonly arrivedUs: number;
  readonly powerW: number;
}

function latencies(
  published: readonly Published[],
  frames: readonly FrameEvent[],
  gapUs: number,
): Omit<SetpointResult, 'page'> {
  const samplesMs: number[] = [];
  const wholeMs: number[] = [];
  const onTheWayMs: number[] = [];
  const inBenchMs: number[] = [];
  let inFlight = 0;
  let unseen = 0;
  let last: number | undefined;
  const at = (event: FrameEvent): number => event.us + ORIGIN_US;
  for (const [k, { us, arrivedUs, powerW }] of published.entries()) {
    const changed = last !== undefined && powerW !== last;
    last = powerW;
    if (!changed || k === published.length - 1) continue;
    const write = frames.find(
      (event) => event.kind === 'tx' && at(event) >= arrivedUs && (event.bytes[1] === 16 || event.bytes[1] === 6),
    );
    if (write === undefined || at(write) > us + 450_000) {
      unseen++;
      continue;
    }
    const sent = frames.findLastIndex((event) => event.kind === 'tx' && at(event) < arrivedUs);
    const next = frames.findIndex((event, n) => n > sent && event.kind === 'tx');
    const reply = frames.slice(Math.max(0, sent), next).findLast(({ kind }) => kind === 'rx');
    const endUs = sent < 0 || reply === undefined ? 0 : Math.min(at(reply) + gapUs, at(write));
    const waitedUs = Math.max(0, endUs - arrivedUs);
    if (waitedUs > 0) inFlight++;
    samplesMs.push((at(write) - us - waitedUs) / 1000);
    wholeMs.push((at(write) - us) / 1000);
    onTheWayMs.push((arrivedUs - us) / 1000);
    inBenchMs.push((at(write) - arrivedUs - waitedUs) / 1000);
  }
  return { samplesMs, wholeMs, onTheWayMs, inBenchMs, inFlight, unseen };
}

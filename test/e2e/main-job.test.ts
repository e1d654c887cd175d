/**
 * The main job as a person starts it: twin, bench, three mocks, page. A mock is killed: its slot falls back within the
 * freshness limit and within the bound on the step, the page shows it; the mock starts again and leads again, with
 * nothing restarted by hand. Then Ctrl-C.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTwinServiceClient, type TwinServiceClient } from '#proto/services.js';
import type { wijk } from '#proto/wijk.js';
import { ENTRY } from '../../paths.js';
import { launchChromium, noBrowser } from '../support/browser.js';

const SLOT = 'home-007/battery';
const MODEL = 1;
const DEVICE = 2;
const FALLBACK = 3;
/** Three polls of 1 s. */
const FRESHNESS_S = 3;
/** Declared budget of the inverter's profile for one setpoint with its read-back. */
const SLOWEST_DEVICE_MS = 3000;

interface Up {
  readonly process: ChildProcess;
  readonly lines: string[];
  /** The first line that matches, also if it has been printed already. */
  line(pattern: RegExp): Promise<RegExpExecArray>;
}

function start(args: readonly string[]): Up {
  const child = spawn(process.execPath, [ENTRY, ...args], { stdio: ['ignore', 'pipe', 'inherit'], detached: true });
  const lines: string[] = [];
  const waiting: { pattern: RegExp; resolve: (match: RegExpExecArray) => void }[] = [];
  createInterface({ input: child.stdout! }).on('line', (line) => {
    lines.push(line);
    for (const [k, one] of [...waiting.entries()].reverse()) {
      const match = one.pattern.exec(line);
      if (match === null) continue;
      waiting.splice(k, 1);
      one.resolve(match);
    }
  });
  return {
    process: child,
    lines,
    line: (pattern) =>
      new Promise((resolve, reject) => {
        for (const line of lines) {
          const match = pattern.exec(line);
          if (match !== null) return resolve(match);
        }
        waiting.push({ pattern, resolve });
        child.once('exit', (code) => reject(new Error(`ended with ${code} before ${pattern}: ${lines.join('\n')}`)));
      }),
  };
}

/** Frames as they come, until one of them is what is waited for. */
async function frameWhere(
  client: TwinServiceClient,
  columns: readonly string[],
  holds: (frame: wijk.v1.IFrame) => boolean,
): Promise<wijk.v1.IFrame[]> {
  const seen: wijk.v1.IFrame[] = [];
  const stream = client.watch({ columns: [...columns], everyTicks: 1, watcherName: 'test' });
  try {
    for await (const message of stream as AsyncIterable<wijk.v1.WatchResponse>) {
      seen.push(message.frame!);
      if (holds(message.frame!)) return seen;
    }
  } finally {
    stream.cancel();
  }
  throw new Error('the frames ended before');
}

describe('the main job', () => {
  const folder = mkdtempSync(join(tmpdir(), 'wijktwin-main-job-'));
  let up: Up;
  let client: TwinServiceClient;
  let slot = -1;
  let page = '';
  const again: ChildProcess[] = [];

  beforeAll(async () => {
    up = start(['up', '--duration', '10m', '--page-port', '0', '--output', folder]);
    const [, twin] = await up.line(/^twin:\s+(\S+)/);
    [, page] = (await up.line(/^live page:\s+(\S+)/)) as unknown as [string, string];
    client = createTwinServiceClient(twin!);
    await up.line(/^running: 0 %/);
    const description = await new Promise<wijk.v1.DescribeResponse>((resolve, reject) => {
      client.describe({}, (error, answer) => (error ? reject(error) : resolve(answer!)));
    });
    slot = description.slots.findIndex((s) => s.id === SLOT);
    expect(slot).toBeGreaterThanOrEqual(0);
  }, 60_000);

  afterAll(async () => {
    client?.close();
    if (process.env.WIJKTWIN_KEEP === '1') process.stderr.write(`${folder}\n${up.lines.join('\n')}\n`);
    if (up?.process.exitCode === null) {
      process.kill(-up.process.pid!, 'SIGKILL');
      await once(up.process, 'exit');
    }
    for (const child of again) child.kill('SIGTERM');
    if (process.env.WIJKTWIN_KEEP !== '1') rmSync(folder, { recursive: true, force: true });
  });

  const columns = ['slotSource', 'slotActivePowerW', 'slotModelledPowerW', 'slotMeasuredPowerW', 'slotAgeS'];
  const source = (frame: wijk.v1.IFrame): number => frame.slotSource![slot]!;

  it('has the device in its slot', async () => {
    const frames = await frameWhere(client, columns, (frame) => source(frame) === DEVICE && frame.slotAgeS![slot]! < 2);
    expect([MODEL, DEVICE]).toContain(source(frames[0]!));
  });

  it('falls back when the mock is killed, within the bound on the step, and the page shows it', async () => {
    const [, pid] = await up.line(/^mock:\s+battery-inverter .* pid (\d+)$/);
    const fallback = frameWhere(client, columns, (frame) => source(frame) === FALLBACK);
    process.kill(Number(pid), 'SIGKILL');
    const frames = await fallback;
    const first = frames.at(-1)!;
    const last = frames.at(-2)!;
    expect(source(last)).toBe(DEVICE);
    expect(first.slotAgeS![slot]!).toBeGreaterThan(FRESHNESS_S);
    expect(first.slotAgeS![slot]!).toBeLessThan(FRESHNESS_S + 1.5);
    const bound = Math.abs(last.slotMeasuredPowerW![slot]! - last.slotModelledPowerW![slot]!);
    const stepW = Math.abs(first.slotActivePowerW![slot]! - last.slotActivePowerW![slot]!);
    expect(stepW).toBeLessThanOrEqual(bound + 1e-6);
  }, 30_000);

  it.skipIf(noBrowser())(
    'shows the fallback on the page',
    async () => {
      const browser = await launchChromium();
      try {
        const tab = await browser.newPage();
        await tab.goto(page);
        await tab.locator(`[data-testid="slot-${SLOT}"][data-source="fallback"]`).first().waitFor({ timeout: 15_000 });
      } finally {
        await browser.close();
      }
    },
    40_000,
  );

  it('leads again when the mock is started again, without any restart', async () => {
    const hint = up.lines.find((line) => /start it again with: npx wijktwin mock sunspec-inverter/.test(line))!;
    const args = hint.split('npx wijktwin ')[1]!.split(' ');
    const mock = spawn(process.execPath, [ENTRY, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
    again.push(mock);
    await once(mock.stdout!, 'data');
    await frameWhere(client, columns, (frame) => source(frame) === DEVICE);
  }, 60_000);

  it('goes on when the bench is killed: it comes back by itself, and its devices lead again', async () => {
    const sequence = (frame: wijk.v1.IFrame): number => frame.slotSequence![slot]!;
    const [before] = await frameWhere(client, ['slotSequence'], () => true);
    // A new bench counts its readings from the start: a smaller number is a reading of the new one. Whether the slot
    // falls back in between depends on who is faster, the bench or the freshness limit.
    const back = frameWhere(
      client,
      [...columns, 'slotSequence'],
      (frame) => sequence(frame) < sequence(before!) && source(frame) === DEVICE,
    );
    process.kill(childOf(up.process.pid!, 'bench --file'), 'SIGKILL');
    await up.line(/bench ended with code 137; starting it again/);
    const ticks = (await back).map((frame) => Number(frame.tick));
    expect(ticks).toEqual(ticks.map((_, k) => ticks[0]! + k));
  }, 60_000);

  it('stops on Ctrl-C: devices safe, record flushed, a verdict on what there was', async () => {
    const fromMs = performance.now();
    process.kill(up.process.pid!, 'SIGINT');
    await once(up.process, 'exit');
    expect(performance.now() - fromMs).toBeLessThan(3000 + SLOWEST_DEVICE_MS);
    const verdict = JSON.parse(readFileSync(join(folder, 'verdict.json'), 'utf8')) as { outcome: string };
    expect(verdict.outcome).toBe('aborted');
    expect(readFileSync(join(folder, 'logs', 'bench.log'), 'utf8')).toMatch(/at their safe setpoint/);
  }, 40_000);
});

/** Process id of the child whose command line holds a text. */
function childOf(parent: number, text: string): number {
  const children = readFileSync(`/proc/${parent}/task/${parent}/children`, 'utf8').trim().split(' ').map(Number);
  const found = children.find((pid) =>
    readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').includes(text),
  );
  if (found === undefined) throw new Error(`no child with ${text}`);
  return found;
}

/** The wijk in real time: a twin, twenty watchers in a process of their own, the cockpit, and its page in a browser. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { createTwinServiceClient, type TwinServiceClient } from '#proto/services.js';
import { wijk as proto } from '#proto/wijk.js';
import { startChild } from '../../../launch.js';
import { launchChromium, noBrowser } from '../../support/browser.js';
import { call } from './calls.js';
import { cpuSeconds } from './processes.js';
import { START_US } from './subjects.js';

const WATCHERS = 20;
const ACTOR = { name: 'perf', role: 6 };
/** Every live twin has a record; a run that keeps none on disk keeps it in memory. */
const LOADED_WITHIN_MS = 120_000;

export interface Live {
  readonly status: proto.v1.GetStatusResponse;
  /** Seconds of processor time by wall time: twin, cockpit. 1 is one core. */
  readonly twinShare: number;
  readonly cockpitShare: number;
  readonly watchers: { frames: number; dropped: number; p50: number; p99: number; max: number };
  /** What the page showed at the end, or why there was none. */
  readonly page: string;
}

export async function live(wijk: string, minutes: number): Promise<Live> {
  const folder = mkdtempSync(join(tmpdir(), 'wijktwin-perf-live-'));
  const start = (name: string, args: readonly string[]) =>
    startChild(name, [...args, '--stop-with-parent'], { logFile: join(folder, `${name}.log`) });
  const twin = await start('twin', ['twin', '--listen', '127.0.0.1:0', '--log-level', 'error']);
  const client = createTwinServiceClient(twin.ready.address);
  try {
    const loaded = (await call(
      client.load,
      client,
      {
        actor: ACTOR,
        wijk,
        startUs: START_US,
        durationS: minutes * 60,
        tickS: 1,
        seed: 1,
        strategy: { name: 'group-limit', options: {} },
        weather: { stressWeek: 'cold-2012-02' },
        speed: 1,
        recordDirectory: join(folder, 'record'),
      },
      LOADED_WITHIN_MS,
    )) as proto.v1.LoadResponse;
    if (loaded.problems.length > 0) throw new Error(loaded.problems.map((p) => p.rule).join('; '));
    const cockpit = await start('cockpit', ['cockpit', '--listen', '127.0.0.1:0', '--twin', twin.ready.address]);
    const watchers = spawn(
      process.execPath,
      [fileURLToPath(new URL('./watchers.js', import.meta.url)), twin.ready.address, String(WATCHERS)],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    const report = once(createInterface({ input: watchers.stdout }), 'line') as Promise<[string]>;
    const reason = noBrowser();
    const browser = reason === undefined ? await launchChromium() : undefined;
    try {
      const page = await browser?.newPage({ viewport: { width: 1280, height: 800 } });
      await page?.goto(`http://${cockpit.ready.address}/`);
      await page?.getByTestId('link-twin').and(page.locator('.up')).waitFor();
      await call(client.start, client, { actor: ACTOR });
      const from = { ms: performance.now(), twin: cpuSeconds(twin.pid)!, cockpit: cpuSeconds(cockpit.pid)! };
      const status = await finished(client);
      const seconds = (performance.now() - from.ms) / 1000;
      const twinShare = (cpuSeconds(twin.pid)! - from.twin) / seconds;
      const cockpitShare = (cpuSeconds(cockpit.pid)! - from.cockpit) / seconds;
      const shown = page === undefined ? `no page: ${reason}` : await page.getByTestId('tick').textContent();
      const [line] = await report;
      return { status, twinShare, cockpitShare, watchers: JSON.parse(line), page: shown ?? 'nothing' };
    } finally {
      await browser?.close();
      await cockpit.stop(2000);
      if (watchers.exitCode === null) watchers.kill();
    }
  } finally {
    client.close();
    await twin.stop(10_000);
    rmSync(folder, { recursive: true, force: true });
  }
}

async function finished(client: TwinServiceClient): Promise<proto.v1.GetStatusResponse> {
  const { SESSION_STATE_FINISHED: done } = proto.v1.SessionState;
  for (;;) {
    const status = (await call(client.getStatus, client, {})) as proto.v1.GetStatusResponse;
    if (status.state >= done) return status;
    await wait(500);
  }
}

/**
 * A year of a wijk at one-minute ticks as a user runs it: weather of a generated year, the twin flat out with a record that
 * keeps quarter-hours. What counts is the processor time of the whole process, all threads: that is what one core needs.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createTwinServiceClient } from '#proto/services.js';
import { wijk as proto } from '#proto/wijk.js';
import { startChild } from '../../../launch.js';
import { ENTRY } from '../../../paths.js';
import { call } from './calls.js';
import { cpuSeconds } from './processes.js';

export interface Year {
  readonly ticks: number;
  readonly cpuS: number;
  readonly wallS: number;
  readonly frameHash: string;
  /** Bytes on disk by file. */
  readonly files: Readonly<Record<string, number>>;
}

export async function year(wijk: string, days: number): Promise<Year> {
  const folder = mkdtempSync(join(tmpdir(), 'wijktwin-perf-year-'));
  const weather = join(folder, 'year.txt');
  // The run begins at local midnight, an hour before the first day in UT.
  execFileSync(process.execPath, [ENTRY, 'weather', 'generate', '--from', '2001', '--years', '2', '--output', weather]);
  const record = join(folder, 'record');
  const from = performance.now();
  const twin = await startChild(
    'twin',
    [
      ...['twin', '--listen', '127.0.0.1:0', '--stop-with-parent', '--log-level', 'error'],
      ...['--wijk', wijk, '--knmi', weather, '--start', '2001-01-02T00:00', '--duration', `${days}d`, '--tick', '60s'],
      ...['--strategy', 'group-limit', '--speed', 'max', '--record', record],
      ...['--wijk-samples', '15m', '--slot-samples', 'none', '--means', 'extremes'],
    ],
    { logFile: join(folder, 'twin.log'), readyWithinMs: 120_000 },
  );
  const client = createTwinServiceClient(twin.ready.address);
  try {
    const { SESSION_STATE_FINISHED: done } = proto.v1.SessionState;
    let status: proto.v1.GetStatusResponse;
    do {
      await wait(200);
      status = (await call(client.getStatus, client, {})) as proto.v1.GetStatusResponse;
    } while (status.state < done);
    if (status.state !== done) throw new Error(`the year did not finish: ${status.failure}`);
    const wallS = (performance.now() - from) / 1000;
    const cpuS = cpuSeconds(twin.pid)!;
    const files = Object.fromEntries(readdirSync(record).map((name) => [name, statSync(join(record, name)).size]));
    return { ticks: status.tick, cpuS, wallS, frameHash: status.frameHash, files };
  } finally {
    client.close();
    await twin.stop(10_000);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** `wijktwin bench --frames`: what a bench recorded of a real line gives the same transactions when it is replayed. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Bench } from '../../../bench/bench.js';
import { loadBenchFile } from '../../../bench/config.js';
import { framesCommand } from '../../../bench/frames.js';
import { replayModbus } from '../../../bench/modbus/replay.js';
import { MODELS } from '../../../bench/sunspec/models.js';
import { decodeModel, numberOf } from '../../../bench/sunspec/points.js';
import { type FrameFile, openFrameFile, parseRecording } from '../../../bench/transport/recording.js';
import { createInverter } from '../../../firmware-mocks/devices/sunspec-inverter.js';
import { serveMock } from '../../../firmware-mocks/serve.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'frames-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('from identification to the confirmed safe setpoint', async () => {
  const inverter = createInverter({
    seed: 1,
    ratedPowerW: 5000,
    capacityWh: 10_000,
    initialStateOfChargeRatio: 0.6,
    freePowerW: 2000,
  });
  const disturbances = { interceptors: [], echo: false };
  const mock = await serveMock(inverter, {
    address: 'listen:127.0.0.1:0',
    framing: 'rtu',
    unit: 1,
    baud: 0,
    disturbances,
  });
  const path = join(folder, 'bench.yaml');
  writeFileSync(
    path,
    `bench: lab
links: [{id: rs485, address: '${mock.address}', protocol: modbus-rtu}]
devices:
  - {id: battery, profile: sunspec-storage, link: rs485, unit: 1, slot: home-007/battery, lease: actuator,
     safeSetpointW: 0, revertTime: 60s, envelope: {minimumW: -5000, maximumW: 5000, rampWPerS: 5000}}
`,
  );
  const loaded = loadBenchFile(path);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  let file: FrameFile | undefined;
  const bench = new Bench({
    config: loaded.value,
    twinAddress: '127.0.0.1:9',
    log: pino({ level: 'silent' }),
    record: (header) => {
      file = openFrameFile(join(folder, `${header.link}.frames.jsonl`), header);
      return file;
    },
  });
  bench.start();
  const identified = () => expect(bench.links[0]!.counters().requests).toBeGreaterThan(20);
  await vi.waitFor(identified, { timeout: 20_000, interval: 20 });
  const confirmation = await bench.close(); // the bench waits until the device is safe
  expect(confirmation.unconfirmed).toEqual([]);
  const [link] = bench.links;
  const counted = link!.counters();
  await file!.close();
  await mock.close();

  const recording = parseRecording(readFileSync(join(folder, 'rs485.frames.jsonl'), 'utf8'));
  expect(recording.header).toMatchObject({ link: 'rs485', protocol: 'modbus-rtu', rules: { framing: 'rtu' } });
  const { transactions, unfinished, strayBytes } = replayModbus(recording);
  expect(transactions).toHaveLength(counted.requests - unfinished);
  expect(strayBytes).toBe(0);
  expect(transactions.filter(({ outcome }) => outcome.kind !== 'reply')).toEqual([]);
  const writes = transactions.filter(({ request }) => request.fc === 16 || request.fc === 6);
  expect(writes.length).toBeGreaterThan(0);
  // The read-back behind the last write holds the safe setpoint: 0 W both ways, with its timer armed.
  const lastWrite = transactions.lastIndexOf(writes.at(-1)!);
  const back = transactions.slice(lastWrite).find(({ request }) => request.fc === 3 && request.address === 40_208);
  const reply = back?.outcome.kind === 'reply' ? back.outcome.reply : undefined;
  const values = decodeModel(MODELS[124]!, reply !== undefined && 'values' in reply ? reply.values : new Uint16Array());
  expect([numberOf(values, 'OutWRte'), numberOf(values, 'InWRte'), numberOf(values, 'InOutWRte_RvrtTms')]).toEqual([
    0, 0, 60,
  ]);
});

it('a file that is not there is told as everywhere', () => {
  const path = join(folder, 'nothing.jsonl');
  expect(() => framesCommand(path, {})).toThrow(
    expect.objectContaining({ code: 'BAD_INPUT', problems: [{ file: path, path: '', rule: 'there is no such file' }] }),
  );
  expect(() => framesCommand(folder, {})).toThrow(
    expect.objectContaining({ problems: [{ file: folder, path: '', rule: 'this is a folder, a file is wanted' }] }),
  );
});

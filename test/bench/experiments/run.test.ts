/**
 * Experiments from end to end over gRPC: a client asks the service, the service runs a scripted twin, and the verdict
 * comes back on the console, in a file and as a report.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as grpc from '@grpc/grpc-js';
import { afterEach, describe, expect, it } from 'vitest';
import { createExperimentServiceClient, ExperimentServiceDefinition } from '#proto/services.js';
import { wijk } from '#proto/wijk.js';
import type { TextStream } from '../../../bench/experiments/console.js';
import { call } from '../../../bench/experiments/grpc.js';
import { runExperimentOverGrpc } from '../../../bench/experiments/run-over-grpc.js';
import { createExperimentService } from '../../../bench/experiments/service.js';
import { readVerdict } from '../../../bench/experiments/verdict.js';
import type { WijkError } from '../../../errors.js';
import { ownFolder } from '../../support/folder.js';
import { FakeBench, inverter } from './fake-bench.js';
import { eveningW, type Script, ScriptedTwin } from './scripted-twin.js';

const { DeviceState } = wijk.v1;
const closers: (() => Promise<void> | void)[] = [];

afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

const EXPERIMENT = `experiment: evening
title: An evening <in> "Merwede" & more
wijk: merwede-blok
start: 2012-02-03T16:00:00
duration: 6h
speed: max
strategy: {name: group-limit}
contract: {groupLimitKw: 285, source: the <contract>}
budget: {inflexiblePeakKw: 190, passivePeakKw: 370}
events:
  - {at: 18:30, groupLimitKw: 275, until: 19:30}
  - {at: 17:00, slot: home-007/battery, setpointW: -3000, until: 17:30}
  - {at: 20:00, slot: home-001/household, loadStepW: 9000, duration: 10m}
criteria:
  groupLimit: {}
  transformerLoading: {}
  cableLoading: {}
  voltage: {}
  comfort: {maximumDeficitKh: 1}
`;
const CALM: Script = { groupW: eveningW(262_000), limitW: 285_000 };
const WITH_BENCH = EXPERIMENT.replace('speed: max', 'speed: 1\nbench: mocks\nwaitForDevices: 500ms');

class Text implements TextStream {
  all = '';
  write(text: string): void {
    this.all += text;
  }
}

async function lab(script: Script, options: { bench?: FakeBench; experiment?: string } = {}) {
  const { twin, address } = await ScriptedTwin.start(script);
  const folder = ownFolder();
  const experiment = join(folder, 'evening.yaml');
  writeFileSync(experiment, options.experiment ?? EXPERIMENT);
  const bench = options.bench ?? new FakeBench();
  const service = createExperimentService({
    twinAddress: address,
    devices: bench,
    runsDirectory: join(folder, 'runs'),
    nowUs: () => Date.UTC(2026, 1, 3, 12) * 1000,
  });
  const server = new grpc.Server();
  server.addService(ExperimentServiceDefinition, service.handlers);
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync('127.0.0.1:0', grpc.ServerCredentials.createInsecure(), (error, bound) =>
      error ? reject(error) : resolve(bound),
    );
  });
  const benchAddress = `127.0.0.1:${port}`;
  const client = createExperimentServiceClient(benchAddress);
  closers.push(() => twin.crash());
  closers.push(() => server.forceShutdown());
  closers.push(() => service.close());
  closers.push(() => client.close());
  const out = new Text();
  const run = (more: Partial<Parameters<typeof runExperimentOverGrpc>[0]> = {}) =>
    runExperimentOverGrpc({ benchAddress, experiment, stream: out, actorName: 'j.devries', ...more });
  const output = join(folder, 'out');
  return { twin, bench, service, client, run, out, folder, output, experiment };
}

const peer = { peer: 'the bench', deadlineS: 5 };

describe('a run', () => {
  it('that keeps everything passes: console, verdict.json, report and exit code agree', async () => {
    const { twin, run, out, bench, output, client } = await lab(CALM);
    expect(await run({ overrides: { outputDirectory: output } })).toBe(0);
    expect(out.all).toMatch(/evening: PASS \(model only\)/);
    expect(out.all).not.toContain('missing');
    expect(out.all).toMatch(
      /Group limit per quarter-hour\s+Pass\s+26\d(\.\d)? kW\s+≤ 285 kW\s+\+2\d\.?\d* kW\s+2012-02-03 18:\d\d\s+24 of 24 quarters/,
    );
    expect(out.all).toMatch(/running: 100 %/);

    const verdict = readVerdict(output);
    expect(verdict).toMatchObject({
      outcome: 'pass',
      bench: { mode: 'model only' },
      environment: { actor: 'j.devries', frameHash: 'f'.repeat(64), modelHash: 'a'.repeat(64), node: process.version },
      experiment: { name: 'evening', durationS: 21_600, simulatedS: 21_600, speed: 0 },
    });
    expect(verdict.criteria.map((c) => c.id)).toEqual([
      'group-limit',
      'transformer-loading',
      'cable-loading',
      'voltage-band',
      'voltage-always',
      'comfort',
      'bench-record',
    ]);
    expect(verdict.quarters).toHaveLength(24);
    expect(verdict.series.lines.map((line) => line.id)).toEqual(
      expect.arrayContaining([
        'groupActivePowerW',
        'power/household',
        'power/battery',
        'soc/battery',
        'buffer/heat-plant',
      ]),
    );
    expect(JSON.parse(readFileSync(join(output, 'verdict.schema.json'), 'utf8'))).toHaveProperty('properties.criteria');

    // No device may sit in a slot of a run that is faster than wall clock; afterwards the bench has its devices back.
    expect(bench.bindings).toEqual([false, true]);
    const [load] = twin.requests<wijk.v1.LoadRequest>('load');
    expect(load).toMatchObject({
      speed: 0,
      groupLimitW: 285_000,
      durationS: 21_600,
      recordDirectory: join(output, 'record'),
    });
    expect(load!.labels).toEqual({ experiment: 'evening', run: verdict.runId });

    const stored = await call(client, client.getVerdict, { runId: verdict.runId }, peer);
    expect(stored.verdict?.outcome).toBe(wijk.v1.Outcome.OUTCOME_PASS);
    const report = await call(client, client.getReport, { runId: verdict.runId }, peer);
    expect(report.html).toBe(readFileSync(join(output, 'report.html'), 'utf8'));
  });

  it('gives all its events before the start, with their instants', async () => {
    const { twin, run } = await lab(CALM);
    await run();
    const order = twin.calls
      .map((entry) => entry.method)
      .filter((m) => ['load', 'inject', 'start', 'stop'].includes(m));
    expect(order).toEqual(['load', 'inject', 'inject', 'inject', 'inject', 'start', 'stop']);
    const at = (hour: number, minute: number) => Date.UTC(2012, 1, 3, hour - 1, minute) * 1000;
    const injected = twin.requests<wijk.v1.InjectRequest>('inject');
    expect(injected).toMatchObject([
      { atUs: at(17, 0), setpoint: { slotId: 'home-007/battery', activePowerW: -3000 } },
      { atUs: at(17, 30), setpoint: { slotId: 'home-007/battery', release: true } },
      { groupLimit: { fromUs: at(18, 30), untilUs: at(19, 30), limitW: 275_000 } },
      { atUs: at(20, 0), loadStep: { slotId: 'home-001/household', activePowerW: 9000, durationS: 600 } },
    ]);
    expect(injected.map((r) => r.actor)).toMatchObject([
      { role: wijk.v1.Role.ROLE_EXTERNAL_CONTROLLER },
      { role: wijk.v1.Role.ROLE_EXTERNAL_CONTROLLER },
      { role: wijk.v1.Role.ROLE_CALL_OFF },
      { role: wijk.v1.Role.ROLE_EXTERNAL_CONTROLLER },
    ]);
  });

  it('above the limit fails with exit code 1, and says by how much and when', async () => {
    const { run, out } = await lab({ ...CALM, groupW: eveningW(360_000) });
    expect(await run()).toBe(1);
    expect(out.all).toMatch(/FAIL/);
    expect(out.all).toMatch(/Group limit per quarter-hour\s+Fail.*\u2212\d+\.\d+ kW\s+2012-02-03 18:\d\d/);
    expect(out.all).toMatch(/\d+ of 24 quarters above the limit, \d+\.\d kWh too much/);
  });

  it('without a whole quarter is inconclusive: 0 of 0 quarters, exit code 3', async () => {
    const { run, out } = await lab(CALM);
    expect(await run({ overrides: { durationS: 60 } })).toBe(3);
    expect(out.all).toMatch(/Group limit per quarter-hour\s+Inconclusive\s+–.*0 of 0 quarters/);
    expect(out.all).toMatch(/given 1 min instead of the 6 h in its file/);
  });

  it('prints one JSON object when asked', async () => {
    const { run, out } = await lab({ ...CALM, groupW: eveningW(360_000) });
    expect(await run({ json: true })).toBe(1);
    const printed = JSON.parse(out.all) as {
      outcome: string;
      exitCode: number;
      criteria: { id: string; outcome: string }[];
    };
    expect(printed).toMatchObject({ outcome: 'fail', exitCode: 1, benchMode: 'model only' });
    expect(printed.criteria[0]).toMatchObject({ id: 'group-limit', outcome: 'fail' });
  });

  it('with bad input does not start: every problem of the file, or of the twin', async () => {
    const own = await lab(CALM, {
      experiment: EXPERIMENT.replace('6h', 'six').replace('groupLimitKw: 285', 'groupLimitKw: no'),
    });
    const mine = (await own.run().catch((error: unknown) => error)) as WijkError;
    expect(mine.code).toBe('BAD_INPUT');
    expect(mine.problems.map((p) => p.path).sort()).toEqual(['contract/groupLimitKw', 'duration']);
    expect(own.twin.calls).toEqual([]);

    const problem = { file: 'wijk.yaml', path: 'homes/3', line: 12, value: 'x', rule: 'there is no such node' };
    const twins = await lab({ ...CALM, problems: [problem] });
    const theirs = (await twins
      .run({ overrides: { outputDirectory: twins.output } })
      .catch((error: unknown) => error)) as WijkError;
    expect(theirs.problems).toEqual([problem]);
    expect(existsSync(twins.output)).toBe(false);
    expect(twins.bench.bindings).toEqual([false, true]);
  });

  it('ended early is judged on the complete quarters so far and is aborted', async () => {
    const abort = new AbortController();
    const { twin, run, out, output } = await lab({ ...CALM, runsToS: 2000 });
    const watcher = { write: (text: string) => void (text.startsWith('running') && abort.abort()) };
    expect(await run({ signal: abort.signal, progressStream: watcher, overrides: { outputDirectory: output } })).toBe(
      2,
    );
    expect(out.all).toMatch(/ABORTED/);
    expect(out.all).toMatch(/2 of 2 quarters/);
    expect(out.all).toMatch(/Ended early by j\.devries after 33 min 20 s of 6 h/);
    expect(twin.calls.map((entry) => entry.method)).toEqual(expect.arrayContaining(['pause', 'stop']));
    expect(readVerdict(output).experiment.simulatedS).toBe(2000);
    expect(out.all).toMatch(/Plots per kind of asset and per slot are left out/);
  });

  it('refuses a second experiment while one is going on, and unknown runs', async () => {
    const { client, experiment } = await lab({ ...CALM, runsToS: 100 });
    const request = { actor: { name: 'a' }, experiment };
    const first = await call(client, client.run, request, peer);
    await expect(call(client, client.run, request, peer)).rejects.toMatchObject({
      code: 'STATE',
      message: expect.stringContaining(first.runId),
    });
    await expect(call(client, client.getVerdict, { runId: first.runId }, peer)).rejects.toMatchObject({
      code: 'STATE',
    });
    await expect(call(client, client.getVerdict, { runId: 'x' }, peer)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(call(client, client.run, { experiment }, peer)).rejects.toMatchObject({ code: 'BAD_INPUT' });
    await expect(call(client, client.abort, { runId: first.runId }, peer)).rejects.toMatchObject({ code: 'BAD_INPUT' });
  });

  it('whose bench stops is aborted and still has its verdict', async () => {
    const { client, service, experiment, output } = await lab({ ...CALM, runsToS: 1000 });
    await call(client, client.run, { actor: { name: 'a' }, experiment, outputDirectory: output }, peer);
    await service.close();
    expect(readVerdict(output)).toMatchObject({ outcome: 'aborted' });
  });
});

describe('trouble', () => {
  it('with a twin that dies is an error, never a fail, and there is a verdict', async () => {
    const { twin, run, out, output } = await lab({ ...CALM, groupW: eveningW(900_000), runsToS: 2000 });
    const watcher = { write: (text: string) => void (text.startsWith('running') && twin.crash()) };
    expect(await run({ progressStream: watcher, overrides: { outputDirectory: output } })).toBe(2);
    expect(out.all).toMatch(/ERROR/);
    expect(out.all).toMatch(/The run broke off: the twin at 127\.0\.0\.1:\d+ cannot be reached/);
    expect(readVerdict(output).criteria[0]).toMatchObject({ outcome: 'inconclusive', coverage: '0 of 0 quarters' });
    expect(existsSync(join(output, 'report.html'))).toBe(true);
  });

  it('with a twin that fails says why', async () => {
    const { run, out } = await lab({ ...CALM, failure: 'the power flow has no solution at tick 7' });
    expect(await run()).toBe(2);
    expect(out.all).toMatch(/The twin failed: the power flow has no solution at tick 7/);
  });

  it('with the plots leaves the verdict alone and says what is missing', async () => {
    const { run, out } = await lab({ ...CALM, refuseSeries: true });
    expect(await run()).toBe(0);
    expect(out.all).toMatch(
      /Plot data for the power of household slots are missing: the twin at .* says: no series here/,
    );
  });

  it('with a record that has holes is an error', async () => {
    const { run, out } = await lab({ ...CALM, groupW: eveningW(900_000), status: { overrun: true } });
    expect(await run()).toBe(2);
    expect(out.all).toMatch(/Bench: holes in the record\s+Error/);
  });
});

describe('hardware in the loop', () => {
  it('waits for its devices, runs at wall clock, and shows their health over the run', async () => {
    const bench = new FakeBench([inverter({ readings: 5000, readingsLost: 700, setpointsIgnored: 4 })]);
    // Counters from before the run do not count; these come while it runs.
    const onStart = () => bench.set('inverter-1', { readings: 6000, readingsLost: 705 });
    const script = { ...CALM, leasedSlots: ['home-007/battery'], fallbackTicks: 600, onStart };
    const { run, out, output } = await lab(script, { bench, experiment: WITH_BENCH });
    expect(await run({ overrides: { outputDirectory: output } })).toBe(0);
    expect(out.all).toMatch(/PASS \(1 device in its slot\)/);
    expect(bench.bindings).toEqual([true, true]);
    const verdict = readVerdict(output);
    expect(verdict.bench.devices).toMatchObject([
      { id: 'inverter-1', stateAtEnd: 'bound', setpointsIgnored: 0, readings: 1000, readingsLost: 5 },
    ]);
    expect(verdict.bench.devices[0]!.onFallbackRatio).toBeCloseTo(600 / 21_600, 6);
    expect(verdict.criteria.find((c) => c.id === 'bench-substituted')).toMatchObject({ outcome: 'pass' });
    expect(verdict.series.lines.map((line) => line.id)).toContain('source/home-007/battery');
  });

  it('keeps the histograms of the run alone: in the verdict, in a file of their own, and as pictures in the report', async () => {
    const histogram = (counts: number[]) => {
      const upperBounds = [1000, 5000];
      const count = counts.reduce((a, b) => a + b, 0);
      return { unit: 'us', count, p50: 1000, p99: 5000, max: 4800, upperBounds, counts };
    };
    const timing = (counts: number[], crcErrors: number) => ({ roundTrip: histogram(counts), crcErrors });
    const bench = new FakeBench([inverter({ readings: 10, readingsLost: 0, timing: timing([7, 1], 2) })]);
    const onStart = () => bench.set('inverter-1', { readings: 19, readingsLost: 1, timing: timing([7, 10], 3) });
    const script = { ...CALM, leasedSlots: ['home-007/battery'], onStart };
    const { run, output } = await lab(script, { bench, experiment: WITH_BENCH });
    await run({ overrides: { outputDirectory: output } });
    const expected = {
      roundTrip: { unit: 'us', count: 9, p50: 4800, p99: 4800, max: 4800, upperBounds: [5000], counts: [9] },
      lossRatio: 0.1,
      crcErrors: 1,
    };
    expect(readVerdict(output).bench.devices[0]!.timing).toMatchObject(expected);
    const file = JSON.parse(readFileSync(join(output, 'bench-timing.json'), 'utf8'));
    expect(file.devices).toMatchObject([{ id: 'inverter-1', timing: expected }]);
    const report = readFileSync(join(output, 'report.html'), 'utf8');
    expect(report).toContain('Timing over the run');
    expect(report).toContain('Device, loss 10 %, 1 damaged');
    expect(report).toContain('<td>Round trip</td><td class="n">9</td><td class="n">4.8 ms</td>');
    expect(report).toContain('aria-label="inverter-1: Round trip"');
  });

  it('takes the health from before the end, when the session still holds its leases', async () => {
    const bench = new FakeBench([inverter()]);
    const { run, output, twin } = await lab(
      { ...CALM, leasedSlots: ['home-007/battery'], runsToS: 3000 },
      { bench, experiment: WITH_BENCH },
    );
    let polls = 0;
    twin.onStatus = () => {
      if (++polls < 3) return;
      // The session ends, and with it the leases; the bench sees its device ready and no longer bound.
      bench.set('inverter-1', { state: DeviceState.DEVICE_STATE_READY, identity: '' });
      twin.finish();
    };
    await run({ overrides: { outputDirectory: output } });
    expect(readVerdict(output).bench.devices).toMatchObject([
      { stateAtEnd: 'bound', identity: expect.stringContaining('Wijklab') },
    ]);
  });

  it('whose device never comes is an error that names it, and nothing starts', async () => {
    const lost = inverter({ state: DeviceState.DEVICE_STATE_LOST, lastError: 'no reply in 1 s' });
    const { twin, run, out } = await lab(CALM, { bench: new FakeBench([lost]), experiment: WITH_BENCH });
    expect(await run()).toBe(2);
    expect(out.all).toMatch(
      /not in their slots after 0\.5 s: inverter-1 \(home-007\/battery\) is lost: no reply in 1 s/,
    );
    expect(twin.calls.map((entry) => entry.method)).not.toContain('start');
    expect(twin.calls.map((entry) => entry.method)).toContain('stop');
  });

  it.each([
    [
      'a stop that holds',
      { emergencyStop: true, emergencyStopBy: 'j.devries' },
      {},
      /the emergency stop holds, by j\.devries; release it first/,
    ],
    [
      'an interlock that opened',
      { interlocks: [{ id: 'door', contact: 'coil 1', closed: false, trips: 1, cause: 'reads 0' }] },
      {},
      /no test on hardware without an abort path: interlock door \(coil 1\) is open: reads 0/,
    ],
    [
      'an interlock that is never closed',
      { emergencyStop: true, interlocks: [{ id: 'door', contact: 'coil 1', closed: false, cause: 'no answer' }] },
      {},
      /not in their slots after 0\.5 s: interlock door \(coil 1\) is open: no answer/,
    ],
    [
      'a device without its way out',
      {},
      { armed: false },
      /inverter-1 has not confirmed its safe setpoint with its reversion timer/,
    ],
  ])('refuses to start on %s', async (_, more, change, text) => {
    const bench = new FakeBench([inverter(change)]);
    bench.more = more;
    const script = { ...CALM, leasedSlots: ['home-007/battery'] };
    const { twin, run, out } = await lab(script, { bench, experiment: WITH_BENCH });
    expect(await run()).toBe(2);
    expect(out.all).toMatch(text);
    expect(twin.calls.map((entry) => entry.method)).not.toContain('start');
  });

  it('whose twin has no lease for the device waits too', async () => {
    const { run, out } = await lab(CALM, { bench: new FakeBench([inverter()]), experiment: WITH_BENCH });
    expect(await run()).toBe(2);
    expect(out.all).toMatch(/inverter-1 has no lease at the twin yet/);
  });

  it('on a bench without devices is model only, and says so', async () => {
    const { run, out } = await lab(CALM, { experiment: WITH_BENCH });
    expect(await run()).toBe(0);
    expect(out.all).toMatch(/PASS \(model only\)/);
    expect(out.all).toMatch(/Model only: no device took part \(this bench has no devices\)/);
  });

  it('at another speed than wall clock is model only, and says so', async () => {
    const { run, out, bench } = await lab(CALM, { bench: new FakeBench([inverter()]), experiment: WITH_BENCH });
    expect(await run({ overrides: { speed: 'max' } })).toBe(0);
    expect(out.all).toMatch(/Model only: no device took part \(devices run at wall clock only\)/);
    expect(bench.bindings[0]).toBe(false);
  });
});

/**
 * Programs that are not ours as the controllers of a home in a running twin: pysunspec2, pymodbus, dsmr-parser and mbpoll
 * read our emulations over TCP and a pty, and write; the write is seen in the twin's frames, in its journal and in the
 * replay. Required in CI; elsewhere a named skip when a program is missing.
 */
import { type ChildProcess, execFile, execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wijk } from '#proto/wijk.js';
import { Bench } from '../../../bench/bench.js';
import { parseBench } from '../../../bench/config.js';
import { healthOf } from '../../../bench/server/health.js';
import { replay } from '../../../twin/runtime/replay.js';
import { Frames } from '../../twin/server/frames.js';
import { ask, type House, startHouse } from '../../twin/server/harness.js';

const PYTHON = fileURLToPath(new URL('../../../.cache/venv-bench/bin/python', import.meta.url));
const CLIENTS = fileURLToPath(new URL('./emulation_clients.py', import.meta.url));
const required = process.env['CI'] === 'true';
const has = (program: string): boolean => spawnSync('which', [program], { stdio: 'ignore' }).status === 0;
const missing = [
  ...(existsSync(PYTHON) ? [] : ['a Python environment (node test/interop/bench/setup-clients.mjs)']),
  ...['socat', 'mbpoll'].filter((program) => !has(program)),
];
const available = required || missing.length === 0;
const title = available ? 'foreign controllers' : `foreign controllers (skipped: no ${missing.join(', no ')})`;

// biome-ignore lint/suspicious/noExplicitAny: what a foreign program prints has no type of ours
function python(...args: readonly string[]): Promise<any> {
  return new Promise((resolve, reject) => {
    execFile(PYTHON, [CLIENTS, ...args], { timeout: 60_000 }, (error, stdout, stderr) => {
      if (error) reject(new Error(`${error.message}\n${stderr}`));
      else resolve(JSON.parse(stdout));
    });
  });
}

function mbpoll(...args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile('mbpoll', args, { timeout: 30_000 }, (error, stdout, stderr) => {
      if (error) reject(new Error(`${error.message}\n${stdout}${stderr}`));
      else resolve(stdout);
    });
  });
}

/** Two ends of a line without an adapter. */
async function ptyPair(folder: string, name: string): Promise<{ ours: string; theirs: string; maker: ChildProcess }> {
  const [ours, theirs] = [join(folder, `${name}-bench`), join(folder, `${name}-controller`)];
  const maker = spawn('socat', ['-d', '-d', `PTY,raw,echo=0,link=${ours}`, `PTY,raw,echo=0,link=${theirs}`], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  for await (const chunk of maker.stderr as AsyncIterable<Buffer>) {
    if (chunk.toString().includes('starting data transfer loop')) break;
  }
  return { ours, theirs, maker };
}

const HOME = 'home-007';
const BATTERY = `${HOME}/battery`;
const ROOF = `${HOME}/pv`;
const PUMP = 'school/heat-pump';
/** Noon in Amsterdam, on a Friday in winter time. */
const START_US = Date.UTC(2012, 1, 3, 11) * 1000;
const { ROLE_EXTERNAL_CONTROLLER } = wijk.v1.Role;

describe.skipIf(!available)(title, () => {
  const folder = mkdtempSync(join(tmpdir(), 'wijktwin-emulation-'));
  const makers: ChildProcess[] = [];
  let watched: Frames;
  let frames: readonly wijk.v1.IFrame[] = [];
  let house: House;
  let bench: Bench;
  let description: wijk.v1.DescribeResponse;
  let record = '';
  let ptys: { modbus: string; p1: string };

  const slot = (id: string): number => description.slots.findIndex((s) => s.id === id);
  const connection = (id: string): number => description.connections.findIndex((c) => c.id === id);
  const addressOf = (id: string): string => healthOf(bench).emulations!.find((e) => e.id === id)!.address!;
  const healthFor = (id: string) => healthOf(bench).emulations!.find((e) => e.id === id)!;
  /** The first frame from now on that fits. */
  const frameWhere = async (fits: (frame: wijk.v1.IFrame) => boolean, from?: number) =>
    frames[await watched.where(fits, from)]!;
  /** Frames that came while something ran, and the one before it. */
  const during = async <T>(what: Promise<T>): Promise<{ value: T; seen: readonly wijk.v1.IFrame[] }> => {
    const from = Math.max(0, frames.length - 1);
    const value = await what;
    return { value, seen: frames.slice(from) };
  };

  beforeAll(async () => {
    if (!existsSync(PYTHON)) {
      execFileSync('node', [fileURLToPath(new URL('./setup-clients.mjs', import.meta.url))], { stdio: 'inherit' });
    }
    house = await startHouse();
    record = house.newFolder();
    await house.load({ speed: 1, durationS: 0, tickS: 0.5, startUs: START_US, recordDirectory: record });
    description = await ask<wijk.v1.DescribeResponse>((done) => house.twin.describe({}, done));
    const [modbus, p1] = [await ptyPair(folder, 'modbus'), await ptyPair(folder, 'p1')];
    makers.push(modbus.maker, p1.maker);
    ptys = { modbus: modbus.theirs, p1: p1.theirs };
    const parsed = parseBench(
      `
bench: interop
emulations:
  - {id: meter-tcp, as: sunspec-meter, address: "listen:127.0.0.1:0", protocol: modbus-tcp, unit: 1, slot: ${HOME}/household, energyKwh: {import: 100, export: 7}}
  - {id: meter-rtu, as: sunspec-meter, address: "serial:${modbus.ours}?baud=115200", protocol: modbus-rtu, unit: 1, slot: ${HOME}/household}
  - {id: sdm-rtu, as: sdm630-meter, address: "serial:${modbus.ours}?baud=115200", protocol: modbus-rtu, unit: 2, slot: ${HOME}/household}
  - {id: battery, as: sunspec-inverter, address: "serial:${modbus.ours}?baud=115200", protocol: modbus-rtu, unit: 3, slot: ${BATTERY}}
  - {id: sdm-tcp, as: sdm630-meter, address: "listen:127.0.0.1:0", protocol: modbus-tcp, unit: 2, slot: ${HOME}/household}
  - {id: roof, as: sunspec-inverter, address: "listen:127.0.0.1:0", protocol: modbus-tcp, unit: 1, slot: ${ROOF}}
  - {id: pump, as: heat-pump, address: "listen:127.0.0.1:0", protocol: modbus-tcp, unit: 7, slot: ${PUMP}}
  - {id: cupboard, as: p1-meter, address: "serial:${p1.ours}?baud=115200", protocol: p1, slot: ${HOME}/household, energyKwh: {import: 1234.5, export: 99}}
  - {id: one-phase, as: p1-meter, address: "listen:127.0.0.1:0", protocol: p1, slot: home-002/household}
`,
      'bench.yaml',
      new Map(),
    );
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems, null, 1));
    bench = new Bench({ config: parsed.value, twinAddress: house.address, log: pino({ level: 'silent' }) });
    await bench.open();
    bench.start();
    await house.start();
    watched = new Frames(house, []);
    frames = watched.all;
    await frameWhere(() => healthOf(bench).emulations!.every((e) => e.fresh));
  }, 300_000);

  afterAll(async () => {
    await bench?.close();
    await house?.close();
    for (const maker of makers) {
      if (maker.exitCode !== null) continue;
      maker.kill('SIGTERM');
      await once(maker, 'exit');
    }
    rmSync(folder, { recursive: true, force: true });
  });

  const phases = (frame: wijk.v1.IFrame): number[] =>
    frame.connectionPhaseActivePowerW!.slice(3 * connection(HOME), 3 * connection(HOME) + 3);
  const volts = (frame: wijk.v1.IFrame): number[] => {
    const { nodeIndex } = description.connections[connection(HOME)]!;
    return frame.voltageV!.slice(3 * nodeIndex!, 3 * nodeIndex! + 3);
  };
  const close = (a: number, b: number, within: number): boolean => Math.abs(a - b) <= within;

  it.each([
    ['TCP', () => addressOf('meter-tcp')],
    ['a pty', () => ptys.modbus],
  ])('pysunspec2 reads the meter 203 over %s, as one of the frames has it', async (_, address) => {
    const { value, seen } = await during(python('sunspec', address(), '1'));
    expect(value.chain).toEqual([
      [1, 66],
      [203, 105],
    ]);
    expect(value.values['1']).toMatchObject({ Mn: 'wijktwin', Md: 'SunSpec meter 203', DA: 1 });
    const m = value.values['203'];
    const frame = seen.find(
      (f) =>
        phases(f).every((w, p) => close(m[`WphPh${'ABC'[p]}`] ?? m[`Wph${'ABC'[p]}`], w, 1)) &&
        close(m.PhVphA, volts(f)[0]!, 0.06),
    );
    expect(frame, JSON.stringify({ m, seen: seen.map(phases) })).toBeDefined();
    expect(
      close(
        m.W,
        phases(frame!).reduce((a, b) => a + b, 0),
        1,
      ),
    ).toBe(true);
    expect(close(m.AphA, m.VAphA / m.PhVphA, 0.02)).toBe(true);
    expect(close(m.PhVphAB, m.PhVphA * Math.sqrt(3), 8)).toBe(true);
    expect(m.Hz).toBe(50);
  });

  it('the energy registers of the meter count what its power says', async () => {
    const read = async () => (await python('sunspec', addressOf('meter-tcp'), '1')).values['203'];
    const before = await read();
    expect(before.TotWhExp).toBeGreaterThanOrEqual(7000);
    const from = frames.length;
    // Two hundred times the power for some ticks, so that whole watt-hours pass within a second.
    const household = `${HOME}/household`;
    await ask((done) =>
      house.twin.inject(
        { actor: { name: 'test', role: 6 }, loadStep: { slotId: household, activePowerW: 400_000, durationS: 2 } },
        done,
      ),
    );
    await frameWhere((f) => phases(f).reduce((a, b) => a + b, 0) < 100_000, from + 5);
    const after = await read();
    const tickS = 0.5;
    const wh = frames.reduce(
      (sum, f, k) =>
        k < from
          ? sum
          : sum +
            Math.max(
              0,
              phases(f).reduce((a, b) => a + b, 0),
            ) *
              (tickS / 3600),
      0,
    );
    expect(wh).toBeGreaterThan(200);
    expect(Math.abs(after.TotWhImp - before.TotWhImp - wh)).toBeLessThan(3);
    const perPhase = ['A', 'B', 'C'].map((p) => (after[`TotWhImpPh${p}`] ?? 0) - (before[`TotWhImpPh${p}`] ?? 0));
    expect(Math.abs(perPhase.reduce((a, b) => a + b, 0) - wh)).toBeLessThan(5);
  });

  it('pymodbus and mbpoll read the SDM630: floats of input registers, in blocks, over pty and TCP', async () => {
    const { value, seen } = await during(
      python(
        'modbus',
        'serial',
        ptys.modbus,
        '2',
        'float:0:40',
        'float:52:1',
        'float:70:1',
        '3:64514:1',
        '4:1:2',
        '4:600:2',
      ),
    );
    const [block, power, frequency, meterCode, half, outside] = value;
    const frame = seen.find((f) => phases(f).every((w, p) => close(block[6 + p], w, 1e-2)));
    expect(frame).toBeDefined();
    for (let p = 0; p < 3; p++) expect(block[p]).toBeCloseTo(volts(frame!)[p]!, 2);
    expect(power).toHaveLength(1);
    expect(frequency[0]).toBe(50);
    expect(meterCode).toEqual([0x0070]);
    expect([half, outside]).toEqual([{ exception: 2 }, { exception: 2 }]);
    const port = addressOf('sdm-tcp').split(':')[2]!;
    const text = await mbpoll(
      '-m',
      'tcp',
      '-p',
      port,
      '-a',
      '2',
      '-t',
      '3:float',
      '-B',
      '-0',
      '-r',
      '0',
      '-c',
      '3',
      '-1',
      '127.0.0.1',
    );
    const read = [...text.matchAll(/^\[\d+\]:\s+([\d.]+)/gm)].map((m) => Number(m[1]));
    expect(read).toHaveLength(3);
    for (const v of read) expect(close(v, 230, 15)).toBe(true);
  });

  it('dsmr-parser takes telegrams from the pty: one a second, three phases, registers that count', async () => {
    const { value, seen } = await during(python('p1', ptys.p1, '4'));
    const stamps = value.map((t: { P1_MESSAGE_TIMESTAMP: { value: string } }) =>
      Date.parse(t.P1_MESSAGE_TIMESTAMP.value),
    );
    for (let k = 1; k < stamps.length; k++) expect(stamps[k] - stamps[k - 1]).toBe(1000);
    const last = value.at(-1);
    const watt = (name: string): number => Math.round(last[name].value * 1000);
    const net = ['L1', 'L2', 'L3'].map(
      (p) => watt(`INSTANTANEOUS_ACTIVE_POWER_${p}_POSITIVE`) - watt(`INSTANTANEOUS_ACTIVE_POWER_${p}_NEGATIVE`),
    );
    const frame = seen.findLast((f) => phases(f).every((w, p) => close(net[p]!, w, 1)));
    expect(frame).toBeDefined();
    expect(close(stamps.at(-1)! * 1000, frame!.timeUs!, 1.1e6)).toBe(true);
    expect(last.INSTANTANEOUS_VOLTAGE_L2.value).toBeCloseTo(volts(frame!)[1]!, 0);
    // A Friday at noon is the normal tariff.
    expect(last.ELECTRICITY_ACTIVE_TARIFF.value).toBe('0002');
    expect(last.ELECTRICITY_USED_TARIFF_2.value).toBeGreaterThanOrEqual(1234.5);
    expect(last.ELECTRICITY_DELIVERED_TARIFF_2.value).toBeGreaterThanOrEqual(99);
    expect(last.ELECTRICITY_USED_TARIFF_1.value).toBe(0);
  });

  it('a connection with one phase has it as L1', async () => {
    const [telegram] = await python('p1', addressOf('one-phase'), '1');
    expect(telegram.INSTANTANEOUS_VOLTAGE_L1.value).toBeGreaterThan(200);
    expect(telegram.INSTANTANEOUS_VOLTAGE_L2).toBeUndefined();
    const net = telegram.CURRENT_ELECTRICITY_USAGE.value - telegram.CURRENT_ELECTRICITY_DELIVERY.value;
    const l1 =
      telegram.INSTANTANEOUS_ACTIVE_POWER_L1_POSITIVE.value - telegram.INSTANTANEOUS_ACTIVE_POWER_L1_NEGATIVE.value;
    expect(net).toBeCloseTo(l1, 6);
  });

  it('pysunspec2 commands the battery over a pty: a setpoint in the frames, read back, and reverted by its timer', async () => {
    const from = frames.length;
    const answer = await python(
      ...['sunspec', ptys.modbus, '3'],
      ...['124.OutWRte=-40', '124.InWRte=40', '124.InOutWRte_RvrtTms=6', '124.StorCtl_Mod=3'],
    );
    expect(answer.chain.map(([id]: [number]) => id)).toEqual([1, 103, 120, 121, 123, 124]);
    expect(answer.values['120']).toMatchObject({ DERTyp: 82, WRtg: 5000, MaxChaRte: 5000, MaxDisChaRte: 5000 });
    expect(answer.values['120'].WHRtg).toBeGreaterThan(1000);
    expect(answer.after['124']).toMatchObject({ OutWRte: -40, InWRte: 40, InOutWRte_RvrtTms: 6, StorCtl_Mod: 3 });
    const at = slot(BATTERY);
    const led = await frameWhere((f) => f.slotSetpointFrom![at] === ROLE_EXTERNAL_CONTROLLER, from);
    expect(led.slotSetpointW![at]).toBe(2000);
    // From the first frame with the setpoint on: a busy machine may look when it is over already.
    const charging = await frameWhere((f) => close(f.slotActivePowerW![at]!, 2000, 1), frames.indexOf(led));
    const reverted = await frameWhere((f) => Number.isNaN(f.slotSetpointW![at]!), frames.indexOf(charging));
    // Six seconds after the last write of a register, and the tick in which it is applied.
    expect((reverted.timeUs! - led.timeUs!) / 1e6).toBeGreaterThan(5);
    expect((reverted.timeUs! - led.timeUs!) / 1e6).toBeLessThan(9);
    const { values } = await python('sunspec', ptys.modbus, '3');
    expect(values['124']).toMatchObject({ StorCtl_Mod: 0 });
    expect(values['124'].ChaState).toBeCloseTo(100 * reverted.slotStateOfChargeRatio![at]!, 0);
  });

  it('pysunspec2 curtails the roof over TCP: the ceiling of 123, with its own timer', async () => {
    const at = slot(ROOF);
    const from = frames.length;
    const answer = await python(
      ...['sunspec', addressOf('roof'), '1'],
      ...['123.WMaxLimPct=5', '123.WMaxLimPct_RvrtTms=60', '123.WMaxLim_Ena=1'],
    );
    expect(answer.chain.map(([id]: [number]) => id)).toEqual([1, 103, 120, 121, 123]);
    expect(answer.values['103'].W).toBeGreaterThan(130);
    expect(answer.values['120']).toMatchObject({ DERTyp: 4, WRtg: 2600 });
    const led = await frameWhere((f) => close(f.slotActivePowerW![at]!, -130, 1e-6), from);
    expect(led.slotSetpointW![at]).toBe(-130);
    expect(led.slotSetpointFrom![at]).toBe(ROLE_EXTERNAL_CONTROLLER);
    expect(healthFor('roof')).toMatchObject({ askedMinimumW: -130, askedGiven: true, writesRefused: 0 });
    const { values } = await python('sunspec', addressOf('roof'), '1', '123.WMaxLim_Ena=0');
    expect(values['103']).toMatchObject({ W: 130, St: 5 });
    await frameWhere((f) => Number.isNaN(f.slotSetpointW![at]!));
  });

  it('pymodbus and mbpoll are the controller of the heat pump: SG-Ready, power limit, supply temperature', async () => {
    const at = slot(PUMP);
    const { value, seen } = await during(
      python(
        'modbus',
        'tcp',
        addressOf('pump'),
        '7',
        '3:28:3',
        '3:109:4',
        '16:200:2,1,4000,90',
        '3:200:6',
        '16:200:9',
        '3:300:1',
        '4:0:1',
      ),
    );
    const [identity, temperatures, written, back, range, hole, function_] = value;
    // Compressor of 12 kW and element of 9 kW.
    expect(identity).toEqual([0x4850, 1, 21_000]);
    const supplyC = seen.map((f) => f.slotSupplyTemperatureC![at]!);
    expect(supplyC.some((c) => close(temperatures[0] / 10, c, 0.051))).toBe(true);
    expect(temperatures[1]).toBe(0x8000);
    expect(seen.some((f) => close(temperatures[2] / 10, f.slotTemperatureC![at]!, 0.051))).toBe(true);
    expect(written).toBe('written');
    expect(back).toEqual([2, 1, 4000, 90, 90, 21_000]);
    expect([range, hole, function_]).toEqual([{ exception: 3 }, { exception: 2 }, { exception: 1 }]);
    await frameWhere((f) => f.slotSetpointW![at] === 4000 && f.slotSetpointFrom![at] === ROLE_EXTERNAL_CONTROLLER);
    const port = addressOf('pump').split(':')[2]!;
    const target = ['-m', 'tcp', '-p', port, '-a', '7', '-t', '4', '-0', '-r', '200', '-1', '127.0.0.1'];
    expect(await mbpoll(...target, '1')).toContain('Written 1 references');
    const locked = await frameWhere((f) => f.slotSetpointW![at] === 0);
    expect(locked.slotSetpointFrom![at]).toBe(ROLE_EXTERNAL_CONTROLLER);
  });

  it('an emergency stop takes every controller off and refuses its writes until it asks anew', async () => {
    const at = slot(PUMP);
    await bench.emergencyStop('test', 'interop');
    await frameWhere((f) => Number.isNaN(f.slotSetpointW![at]!));
    const write = () => python('modbus', 'tcp', addressOf('pump'), '7', '16:200:1');
    expect(await write()).toEqual([{ exception: 4 }]);
    bench.release('test');
    const from = frames.length;
    expect(await write()).toEqual(['written']);
    await frameWhere((f) => f.slotSetpointW![at] === 0, from);
    // The time-out of what was given before the stop does not reach into this.
    expect(frames.slice(from).every((f) => f.slotSetpointW![at] !== 4000)).toBe(true);
  });

  it('a twin that stands still is not shown as now: no telegrams, marks, exceptions, refused writes; all counted', async () => {
    await ask((done) => house.twin.pause({ actor: { name: 'test', role: 6 } }, done));
    const stale = async (): Promise<void> => {
      while (healthOf(bench).emulations!.some((e) => e.fresh))
        await new Promise((resolve) => bench.clock.schedule(50, () => resolve(0)));
    };
    await stale();
    const telegrams = healthFor('cupboard').telegrams;
    const meter = (await python('sunspec', addressOf('meter-tcp'), '1')).values['203'];
    expect(meter).not.toHaveProperty('W');
    expect(meter).not.toHaveProperty('PhVphA');
    expect(meter.TotWhImp).toBeGreaterThan(100_200);
    expect(await python('modbus', 'tcp', addressOf('sdm-tcp'), '2', 'float:0:3', '3:64514:1')).toEqual([
      { exception: 4 },
      [0x0070],
    ]);
    expect(await python('modbus', 'tcp', addressOf('pump'), '7', '16:200:2')).toEqual([{ exception: 4 }]);
    expect(healthFor('cupboard')).toMatchObject({ fresh: false, telegrams });
    expect(healthFor('pump').staleTimes).toBeGreaterThan(0);
    expect(healthFor('pump').staleS).toBeGreaterThan(0);
    await house.start();
    await frameWhere(() => healthOf(bench).emulations!.every((e) => e.fresh));
  });

  it('every command of a controller is in the journal with who gave it, and the replay has the same frames', async () => {
    const { events } = await ask<wijk.v1.ListEventsResponse>((done) => house.record.listEvents({}, done));
    const given = events.filter(({ kind }) => kind === 'setpoint');
    const by = (subject: string): wijk.v1.IRecordedEvent[] => given.filter((e) => e.subject === subject);
    expect(
      by(BATTERY).some(({ text, actor }) => text!.startsWith('setpoint 2000 W') && actor!.endsWith('on battery')),
    ).toBe(true);
    expect(by(BATTERY).at(-1)).toMatchObject({ text: 'setpoint released', actor: 'reversion of battery' });
    expect(by(ROOF)[0]!.actor).toMatch(/^controller tcp:127\.0\.0\.1:\d+ on roof$/);
    expect(by(PUMP).some(({ text }) => text!.startsWith('setpoints within 0 to 4000 W'))).toBe(true);
    const { frameHash, ticks } = await house.stop();
    expect(await replay(`${record}/recording.wtr`)).toMatchObject({
      equal: true,
      comparedBy: 'bits',
      ticks,
      frameHash,
    });
  }, 60_000);
});

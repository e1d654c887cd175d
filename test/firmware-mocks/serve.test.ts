/** Mocks on real lines, TCP and pty, seen through the bench's own bus and framer. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { type Bus, createBus } from '../../bench/modbus/bus.js';
import { rtuFrame } from '../../bench/modbus/framing.js';
import { encodeRequest } from '../../bench/modbus/pdu.js';
import { createP1Framer } from '../../bench/p1/framer.js';
import type { Telegram } from '../../bench/p1/telegram.js';
import { discover } from '../../bench/sunspec/discover.js';
import { MODELS } from '../../bench/sunspec/models.js';
import { decodeModel } from '../../bench/sunspec/points.js';
import { openTransport } from '../../bench/transport/open.js';
import { createHeatPump } from '../../firmware-mocks/devices/heat-pump.js';
import { createMeter } from '../../firmware-mocks/devices/p1-meter.js';
import { createInverter } from '../../firmware-mocks/devices/sunspec-inverter.js';
import type { Fault } from '../../firmware-mocks/faults.js';
import { ptyMaker } from '../../firmware-mocks/pty.js';
import { command, type MockServer, type ServeOptions, serveMock } from '../../firmware-mocks/serve.js';

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

const inverter = () =>
  createInverter({ seed: 1, ratedPowerW: 5000, capacityWh: 10_000, initialStateOfChargeRatio: 0.5, freePowerW: 0 });
const heatPump = () =>
  createHeatPump({ seed: 1, ratedPowerW: 12_000, outdoorTemperatureC: -5, initialTemperatureC: 18 });

async function serve(
  device: Parameters<typeof serveMock>[0],
  options: Partial<ServeOptions> = {},
): Promise<MockServer> {
  const server = await serveMock(device, {
    address: 'listen:127.0.0.1:0',
    framing: 'rtu',
    unit: 1,
    baud: 0,
    disturbances: { interceptors: [], echo: false },
    ...options,
  });
  closers.push(() => server.close());
  return server;
}

async function busTo(server: MockServer, options: Partial<Parameters<typeof createBus>[1]> = {}): Promise<Bus> {
  const bus = createBus(await openTransport(server.address), {
    framing: 'rtu',
    minimumGapMs: 2,
    timeoutMs: 1000,
    ...options,
  });
  closers.push(() => bus.close());
  return bus;
}

const maker = ptyMaker();
if (maker === undefined && process.env['CI'] === 'true')
  throw new Error('a pty needs python3 or socat; CI must have one');
const scratch = mkdtempSync(join(tmpdir(), 'wijktwin-mocks-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const lines: [string, boolean, Partial<ServeOptions>][] = [
  ['Modbus TCP', true, { framing: 'tcp' }],
  ['RTU over TCP', true, {}],
  [
    `RTU on a pty (${maker ?? 'no python3 and no socat here'})`,
    maker !== undefined,
    { address: `pty:${scratch}/line` },
  ],
];

describe.each(lines)('the inverter on %s', (_, available, options) => {
  it.skipIf(!available)('is found, read and commanded', async () => {
    const server = await serve(inverter(), options);
    const bus = await busTo(server, { framing: options.framing ?? 'rtu' });
    const found = await discover((address, count) => bus.readHoldingRegisters(1, address, count));
    expect(found).toMatchObject({ base: 40_000, truncated: undefined });
    expect(found.models.map(({ id, length }) => [id, length])).toEqual([
      [1, 66],
      [103, 50],
      [120, 26],
      [121, 30],
      [123, 24],
      [124, 24],
    ]);
    const storage = found.models.at(-1)!.address;
    await bus.writeRegisters(1, storage + 12, [5000, 0x10000 - 5000, 0, 60]);
    await bus.writeRegister(1, storage + 5, 3);
    const values = decodeModel(MODELS[124]!, await bus.readHoldingRegisters(1, storage, 26));
    expect(values).toMatchObject({ OutWRte: 50, InWRte: -50, InOutWRte_RvrtTms: 60, StorCtl_Mod: 3, ChaState: 50 });
    await expect(bus.readHoldingRegisters(1, 39_000, 1)).rejects.toMatchObject({ context: { exception: 2 } });
    await expect(bus.readInputRegisters(1, 40_000, 1)).rejects.toMatchObject({ context: { exception: 1 } });
    expect(bus.statistics).toMatchObject({ timeouts: 0, crcErrors: 0, protocolErrors: 0 });
  });
});

describe('faults as the bench sees them', () => {
  it.each<[Fault, string]>([
    ['silence', 'DEVICE_TIMEOUT'],
    ['bad-crc', 'DEVICE_PROTOCOL'],
    ['exception', 'DEVICE_EXCEPTION'],
    ['slow', 'DEVICE_TIMEOUT'],
    ['reboot', 'DEVICE_TIMEOUT'],
  ])('%s is %s, and none ends it', async (fault, code) => {
    const server = await serve(inverter());
    const bus = await busTo(server);
    await bus.readHoldingRegisters(1, 40_000, 2);
    server.fault.set({ fault, afterS: 0, forS: 0 });
    await expect(bus.readHoldingRegisters(1, 40_000, 2)).rejects.toMatchObject({ code });
    server.fault.set({ fault: 'none', afterS: 0, forS: 0 });
    // A device that is still busy with a slow reply hears nothing; whoever asks again is served, with the right values.
    const ask = () => bus.readHoldingRegisters(1, 40_000, 2, { timeoutMs: 1600, insist: true });
    expect([...(await ask().catch(ask))]).toEqual([0x5375, 0x6e53]);
  });

  it('ignore acknowledges and does not follow', async () => {
    const server = await serve(heatPump());
    const bus = await busTo(server, { minimumGapMs: 60 });
    server.fault.set({ fault: 'ignore', afterS: 0, forS: 0 });
    await bus.writeRegister(1, 200, 4);
    expect([...(await bus.readHoldingRegisters(1, 200, 1))]).toEqual([2]);
  });

  it('a noisy line gives right values or errors', async () => {
    const { parseDisturbances } = await import('../../firmware-mocks/line.js');
    const { noise } = await import('../../firmware-mocks/noise.js');
    const parsed = parseDisturbances('corrupt=0.2,truncate=0.1,noise=0.3,drop=0.1', noise(7));
    if ('rule' in parsed) throw new Error(parsed.rule);
    const server = await serve(inverter(), { disturbances: parsed });
    const bus = await busTo(server, { timeoutMs: 60 });
    let right = 0;
    for (let k = 0; k < 60; k++) {
      const count = 1 + (k % 3);
      try {
        const values = await bus.readHoldingRegisters(1, 40_000, count, { insist: true });
        expect([...values]).toEqual([0x5375, 0x6e53, 1].slice(0, count));
        right++;
      } catch (error) {
        expect((error as { code: string }).code).toMatch(/^DEVICE_(TIMEOUT|PROTOCOL)$/);
      }
    }
    expect(right).toBeGreaterThan(20);
    expect(bus.statistics.crcErrors).toBeGreaterThan(0);
  });

  it('an echoing adapter is served by a bus that knows of it', async () => {
    const server = await serve(inverter(), { disturbances: { interceptors: [], echo: true } });
    const bus = await busTo(server, { localEcho: true });
    await bus.writeRegister(1, 40_208 + 15, 45);
    expect([...(await bus.readHoldingRegisters(1, 40_208 + 15, 1))]).toEqual([45]);
  });
});

describe('on the line', () => {
  it('another unit is not answered', async () => {
    // Only the silence is short: an answer may take its time on a busy machine.
    const bus = await busTo(await serve(inverter(), { unit: 5 }), { timeoutMs: 5000 });
    await expect(bus.readHoldingRegisters(1, 40_000, 2, { timeoutMs: 100 })).rejects.toMatchObject({
      code: 'DEVICE_TIMEOUT',
    });
    expect(await bus.readHoldingRegisters(5, 40_000, 2)).toHaveLength(2);
  });

  it('the heat pump does not hear a request within 50 ms of its reply', async () => {
    const server = await serve(heatPump());
    const hasty = await openTransport(server.address);
    closers.push(() => hasty.close());
    const heard: Uint8Array[] = [];
    hasty.onData((bytes) => heard.push(bytes));
    const ask = rtuFrame(1, encodeRequest({ fc: 3, address: 28, count: 1 }));
    await hasty.write(Buffer.concat([ask, ask]));
    const patient = await busTo(server, { minimumGapMs: 60 });
    for (let k = 0; k < 3; k++) expect([...(await patient.readHoldingRegisters(1, 28, 1))]).toEqual([0x4850]);
    expect(Buffer.concat(heard)).toHaveLength(7);
  });

  it('two clients of one TCP mock do not disturb each other', async () => {
    const server = await serve(inverter());
    const buses = [await busTo(server), await busTo(server)];
    const all = await Promise.all(buses.flatMap((bus) => [1, 2, 3].map((n) => bus.readHoldingRegisters(1, 40_000, n))));
    expect(all.map((values) => values.length)).toEqual([1, 2, 3, 1, 2, 3]);
  });

  it('the meter sends telegrams by itself, each second', async () => {
    const server = await serve(createMeter({ seed: 1, phases: 3, pvW: 0 }), { baud: 115_200 });
    const transport = await openTransport(server.address);
    closers.push(() => transport.close());
    const framer = createP1Framer();
    const [first, second] = await new Promise<Telegram[]>((resolve) => {
      const got: Telegram[] = [];
      transport.onData((bytes) => {
        got.push(...framer.push(bytes));
        if (got.length >= 2) resolve(got);
      });
    });
    expect(second!.timeUs! - first!.timeUs!).toBe(1e6);
    expect(framer.statistics).toMatchObject({ crcErrors: 0, malformed: 0 });
  });
});

describe('commands of a person', () => {
  it('status, faults, and what is not understood', async () => {
    const device = inverter();
    const server = await serve(device);
    expect(JSON.parse(command('status', device, server))).toMatchObject({ device: 'sunspec-inverter', fault: 'none' });
    expect(command('fault silence 10s', device, server)).toBe('fault silence for 10 s');
    expect(server.fault.current).toBe('silence');
    expect(command('fault none', device, server)).toBe('fault none');
    expect(command('dance', device, server)).toMatch(/^unknown: dance/);
  });
});

describe.skipIf(maker === undefined)('the link to a pty', () => {
  it('never replaces a file of somebody else, and goes with the mock', async () => {
    const path = join(scratch, 'precious');
    writeFileSync(path, 'not a link');
    await expect(serve(inverter(), { address: `pty:${path}` })).rejects.toMatchObject({ code: 'BAD_INPUT' });
    expect(existsSync(path)).toBe(true);
    const server = await serveMock(inverter(), {
      address: `pty:${scratch}/own`,
      framing: 'rtu',
      unit: 1,
      baud: 9600,
      disturbances: { interceptors: [], echo: false },
    });
    expect(server.address).toBe(`serial:${scratch}/own?baud=9600&format=8N1`);
    await server.close();
    expect(existsSync(join(scratch, 'own'))).toBe(false);
  });
});

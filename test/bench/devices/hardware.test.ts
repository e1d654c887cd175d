/**
 * The bench on real lines: emulated devices over TCP, with their faults. No twin is there. Most of it is waiting for a device's
 * own time, each test on lines of its own: so they wait at once. Alone is who says that nothing was lost.
 */
import { afterAll, describe, expect, it, vi } from 'vitest';
import { wijk } from '#proto/wijk.js';
import { Bench } from '../../../bench/bench.js';
import { parseBench } from '../../../bench/config.js';
import { loadProfiles } from '../../../bench/devices/profile.js';
import { NO_LOG } from '../../../bench/log.js';
import { scanModbus, sniffP1 } from '../../../bench/scan.js';
import { wordsOf } from '../../../bench/scan-words.js';
import { healthOf } from '../../../bench/server/health.js';
import { openTransport } from '../../../bench/transport/open.js';
import type { MockDevice } from '../../../firmware-mocks/device.js';
import { createHeatPump } from '../../../firmware-mocks/devices/heat-pump.js';
import { createMeter } from '../../../firmware-mocks/devices/p1-meter.js';
import { createInverter } from '../../../firmware-mocks/devices/sunspec-inverter.js';
import type { Fault } from '../../../firmware-mocks/faults.js';
import { type MockServer, serveMock } from '../../../firmware-mocks/serve.js';

const { DeviceState } = wijk.v1;
const closers: (() => Promise<unknown>)[] = [];
afterAll(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

async function mock(device: MockDevice, unit: number, address = 'listen:127.0.0.1:0'): Promise<MockServer> {
  const server = await serveMock(device, {
    address,
    framing: 'rtu',
    unit,
    baud: 0,
    disturbances: { interceptors: [], echo: false },
  });
  closers.push(() => server.close());
  return server;
}

const fault = (server: MockServer, name: Fault): void => server.fault.set({ fault: name, afterS: 0, forS: 0 });

const inverter = () =>
  createInverter({ seed: 1, ratedPowerW: 5000, capacityWh: 10_000, initialStateOfChargeRatio: 0.6, freePowerW: -1500 });
const heatPump = () =>
  createHeatPump({ seed: 1, ratedPowerW: 12_000, outdoorTemperatureC: -5, initialTemperatureC: 19.5 });
const meter = () => createMeter({ seed: 3, phases: 3, pvW: 0 });

const BATTERY = `{id: battery, profile: sunspec-storage, unit: 1, slot: home-007/battery, lease: actuator, pollPeriod: 200ms,
      safeSetpointW: 0, revertTime: 10s, envelope: {minimumW: -5000, maximumW: 5000, rampWPerS: 5000}, link: `;
const HEAT_PUMP = `{id: heat-pump, profile: sg-ready-heat-pump, unit: 7, slot: school/heat-pump, lease: actuator,
      pollPeriod: 400ms, safeSetpointW: 6000, revertTime: 10s, envelope: {minimumW: 0, maximumW: 12000, rampWPerS: 4000}, link: `;
const METER = '{id: meter, profile: dsmr5-meter, slot: home-012/household, lease: meter, link: ';

function bench(links: Record<string, string>, devices: readonly string[]): Bench {
  const lines = Object.entries(links).map(
    ([id, address]) => `  - {id: ${id}, address: '${address}', protocol: ${id === 'p1' ? 'p1' : 'modbus-rtu'}}`,
  );
  const text = `bench: lab\nlinks:\n${lines.join('\n')}\ndevices:\n${devices.map((d) => `  - ${d}`).join('\n')}\n`;
  const parsed = parseBench(text, 'bench.yaml', loadProfiles());
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const made = new Bench({ config: parsed.value, twinAddress: '127.0.0.1:1', log: NO_LOG });
  closers.push(() => made.close());
  made.start();
  return made;
}

const until = (check: () => void): Promise<void> => vi.waitFor(check, { timeout: 20_000, interval: 20 });
const stateOf = (b: Bench, id: string) => healthOf(b).devices?.find((device) => device.id === id)?.state;
const known = (b: Bench, id: string) => until(() => expect(stateOf(b, id)).toBe(DeviceState.DEVICE_STATE_READY));

describe.concurrent('a bench without a twin', () => {
  it('knows its devices, reads them and holds the actuators at their safe setpoints', async () => {
    const battery = inverter();
    const b = bench(
      {
        a: (await mock(battery, 1)).address,
        b: (await mock(heatPump(), 7)).address,
        p1: (await mock(meter(), 0)).address,
      },
      [`${BATTERY}a}`, `${HEAT_PUMP}b}`, `${METER}p1}`],
    );
    await until(() => {
      const { devices } = healthOf(b);
      for (const device of devices!) {
        expect(device.state).toBe(DeviceState.DEVICE_STATE_READY);
        expect(device.readings).toBeGreaterThan(2);
        expect(device.ageS).toBeLessThan(2);
      }
      // Free it would charge with 1500 W.
      expect(Math.abs(devices![0]!.activePowerW!)).toBeLessThan(50);
      expect(devices!.map((device) => device.setpointConfirmedW)).toEqual([0, 6000, Number.NaN]);
    });
    expect(healthOf(b)).toMatchObject({ twinConnected: false, emergencyStop: false });
    expect(battery.status()).toMatchObject({ storageControl: 3, revertS: 10 });
  });

  it('an emergency stop needs no twin; it says who confirmed, and blocks until released', async () => {
    const inverterServer = await mock(inverter(), 1);
    const b = bench({ a: inverterServer.address, b: (await mock(heatPump(), 7)).address }, [
      `${BATTERY}a}`,
      `${HEAT_PUMP}b}`,
    ]);
    await known(b, 'battery');
    await known(b, 'heat-pump');
    expect(await b.emergencyStop('j.devries', 'smoke')).toMatchObject({
      confirmed: ['battery', 'heat-pump'],
      unconfirmed: [],
    });
    expect(healthOf(b)).toMatchObject({ emergencyStop: true, emergencyStopBy: 'j.devries' });
    await until(() => expect(stateOf(b, 'battery')).toBe(DeviceState.DEVICE_STATE_SAFE));
    b.release('j.devries');
    await known(b, 'battery');
    fault(inverterServer, 'silence');
    expect(await b.emergencyStop('j.devries', 'again')).toMatchObject({
      confirmed: ['heat-pump'],
      unconfirmed: ['battery'],
    });
  });

  it('counts damaged replies, and they are no readings', async () => {
    const server = await mock(inverter(), 1);
    const b = bench({ a: server.address }, [`${BATTERY}a}`]);
    await known(b, 'battery');
    fault(server, 'bad-crc');
    await until(() => {
      const { devices, links } = healthOf(b);
      expect(links![0]!.crcErrors).toBeGreaterThan(0);
      expect(devices![0]!.readingsLost).toBeGreaterThan(0);
    });
    fault(server, 'none');
    const before = healthOf(b).devices![0]!.readings!;
    await until(() => expect(healthOf(b).devices![0]!.readings).toBeGreaterThan(Number(before) + 2));
  });

  it('a device that refuses every request is lost and comes back by itself', async () => {
    const server = await mock(inverter(), 1);
    const b = bench({ a: server.address }, [`${BATTERY}a}`]);
    await known(b, 'battery');
    fault(server, 'exception');
    await until(() => expect(stateOf(b, 'battery')).toBe(DeviceState.DEVICE_STATE_LOST));
    expect(healthOf(b).links![0]!.exceptions).toBeGreaterThan(0);
    fault(server, 'none');
    await known(b, 'battery');
  });

  it('a killed device: lost; started again at the same place: known again, without any restart', async () => {
    const server = await mock(inverter(), 1);
    const b = bench({ a: server.address }, [`${BATTERY}a}`]);
    await known(b, 'battery');
    await server.close();
    await until(() => expect(stateOf(b, 'battery')).toBe(DeviceState.DEVICE_STATE_LOST));
    expect(healthOf(b).links![0]).toMatchObject({
      open: false,
      lastError: expect.stringMatching(/nothing listens there|closed/),
    });
    await mock(inverter(), 1, server.address.replace('tcp:', 'listen:'));
    await known(b, 'battery');
    expect(healthOf(b).links![0]!.reopened).toBe(1);
  });

  it('a device that acknowledges and does not keep what was written is counted and refused', async () => {
    const server = await mock(inverter(), 1);
    fault(server, 'ignore');
    const b = bench({ a: server.address }, [`${BATTERY}a}`]);
    await until(() => {
      const [device] = healthOf(b).devices!;
      expect(device!.state).toBe(DeviceState.DEVICE_STATE_REFUSED);
      expect(device!.setpointsIgnored).toBeGreaterThanOrEqual(3);
      expect(device!.lastError).toMatch(/was written/);
    });
  });

  it('another kind of device than the bench file says: refused with what was found', async () => {
    const b = bench({ a: (await mock(heatPump(), 1)).address }, [`${BATTERY}a}`]);
    await until(() => expect(stateOf(b, 'battery')).toBe(DeviceState.DEVICE_STATE_REFUSED));
    expect(healthOf(b).devices![0]!.lastError).toMatch(/no SunSpec map/);
  });

  it('closes with every device at its safe setpoint', async () => {
    const battery = inverter();
    const b = bench({ a: (await mock(battery, 1)).address }, [`${BATTERY}a}`]);
    await known(b, 'battery');
    expect(await b.close()).toMatchObject({ confirmed: ['battery'], unconfirmed: [] });
    expect(battery.status()).toMatchObject({ storageControl: 3, inRate: 0, outRate: 0 });
  });
});

describe('two lines of a bench', () => {
  it('a dead device on one line does not hold up another line', async () => {
    const silent = await mock(inverter(), 1);
    fault(silent, 'silence');
    const b = bench({ a: silent.address, b: (await mock(heatPump(), 7)).address }, [`${BATTERY}a}`, `${HEAT_PUMP}b}`]);
    await until(() => expect(healthOf(b).devices![1]!.readings).toBeGreaterThan(5));
    expect(healthOf(b).devices![1]!.readingsLost).toBe(0);
    expect(stateOf(b, 'battery')).not.toBe(DeviceState.DEVICE_STATE_READY);
  });
});

describe('a scan', () => {
  const signal = new AbortController().signal;

  it('finds what is on a line and the profile that fits', async () => {
    const transport = await openTransport((await mock(inverter(), 3)).address);
    closers.push(() => transport.close());
    const found = await scanModbus(transport, { protocol: 'modbus-rtu', units: [2, 3], timeout: 200 }, signal);
    expect(found).toMatchObject([
      { kind: 'sunspec', unit: 3, models: [1, 103, 120, 121, 123, 124], profile: 'sunspec-storage' },
    ]);
  });

  it('finds a heat pump controller', async () => {
    const transport = await openTransport((await mock(heatPump(), 7)).address);
    closers.push(() => transport.close());
    const found = await scanModbus(transport, { protocol: 'modbus-rtu', units: [7], timeout: 500 }, signal);
    expect(found).toMatchObject([{ kind: 'heat-pump', unit: 7, profile: 'sg-ready-heat-pump' }]);
  });

  it('tells a guess from a find, and where every other profile does not fit', async () => {
    const transport = await openTransport((await mock(heatPump(), 7)).address);
    closers.push(() => transport.close());
    const shipped = loadProfiles();
    const heatPumpProfile = shipped.get('sg-ready-heat-pump')!;
    if (heatPumpProfile.driver !== 'modbus-actuator') throw new Error('no table');
    const vague = { ...heatPumpProfile, profile: 'vague', identity: { ...heatPumpProfile.identity, expect: {} } };
    const known = [vague, shipped.get('eastron-sdm630')!, shipped.get('supply-temperature-heat-pump')!];
    const options = { protocol: 'modbus-rtu' as const, units: [7], timeout: 500, known };
    const [found] = await scanModbus(transport, options, signal);
    expect(found).toMatchObject({
      kind: 'modbus',
      perhaps: [{ profile: 'vague' }],
      refused: [{ profile: 'eastron-sdm630' }, { profile: 'supply-temperature-heat-pump' }],
    });
    const [head, perhaps, ...refused] = wordsOf(found!).split('\n');
    expect(head).toBe('unit 7: answers, is no SunSpec device');
    expect(perhaps).toMatch(/^ {4}perhaps vague: ".+", by a profile without identity: \{expect: …\}/);
    expect(refused).toEqual([
      expect.stringMatching(/^ {4}not eastron-sdm630 wants meterCode 0x0070/),
      expect.stringMatching(/^ {4}not supply-temperature-heat-pump wants productCode 0x4E38/),
    ]);
  });

  it('hears a meter', async () => {
    const transport = await openTransport((await mock(meter(), 0)).address);
    closers.push(() => transport.close());
    expect(await sniffP1(transport, 10_000, signal)).toMatchObject([
      { kind: 'p1', version: '50', profile: 'dsmr5-meter' },
    ]);
  });
});

/**
 * A grid emulator in the loop: a twin at wall clock, a bench, an AC source with an inverter on its terminals, and a second
 * source that only plays to an inverter which sits in its slot by itself. What the terminals carry is held against the twin's
 * own frames, seen by a watcher of the test.
 */
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { wijk } from '#proto/wijk.js';
import { Bench } from '../../bench/bench.js';
import { parseBench } from '../../bench/config.js';
import { loadProfiles, type Profile, type ScpiSourceProfile } from '../../bench/devices/profile.js';
import { NO_LOG } from '../../bench/log.js';
import { healthOf } from '../../bench/server/health.js';
import { formatProblem } from '../../errors.js';
import type { ModbusDevice, TextDevice } from '../../firmware-mocks/device.js';
import { createSource } from '../../firmware-mocks/devices/scpi-source.js';
import { createPv } from '../../firmware-mocks/devices/sunspec-pv.js';
import { type MockServer, serveMock } from '../../firmware-mocks/serve.js';
import { commit } from '../../firmware-mocks/sins.js';
import { ACTOR, ask, type House, startHouse } from '../twin/server/harness.js';

const shipped = loadProfiles();
const SOURCE = shipped.get('scpi-ac-source') as ScpiSourceProfile;
const { slewVPerS } = SOURCE.scpi.limits;
/** Of what a source reads back, and of a millisecond's share of a step. */
const SAME_V = 0.06;
const TICK_S = 0.2;
const FEED_IN_W = 1500;
/** Narrower than the voltages of any wijk: what the twin publishes always lies outside. */
const NARROW = { minimum: 224, maximum: 226 };

/** Every voltage that a source was told, with its time. */
interface Told {
  readonly atMs: number;
  readonly phase: number;
  readonly voltageV: number;
}

describe('a grid emulator in the loop', () => {
  const mocks: MockServer[] = [];
  const told = new Map<string, Told[]>();
  const devices = new Map<string, TextDevice>();
  let house: House;
  let bench: Bench;
  let newest: wijk.v1.IFrame = {};
  let description: wijk.v1.DescribeResponse;
  let roofs: wijk.v1.ISlotInfo[];
  let panels: ModbusDevice;
  let record = '';

  const player = (id: string) => bench.players.find((p) => p.id === id)!;
  const atNode = (slot: wijk.v1.ISlotInfo): number[] => {
    const node = description.connections[slot.connectionIndex!]!.nodeIndex!;
    return [0, 1, 2].map((p) => newest.voltageV![3 * node + p]!);
  };
  const terminals = (id: string): readonly number[] => devices.get(id)!.supplyVoltageV!();
  const soon = (check: () => void) => vi.waitFor(check, { timeout: 20_000, interval: 50 });
  const far = (id: string, wanted: readonly number[]): number =>
    Math.max(...terminals(id).map((v, p) => Math.abs(v - wanted[p]!)));

  async function source(id: string): Promise<string> {
    const device = createSource({ seed: mocks.length + 1, feedInW: FEED_IN_W, droopWPerV: 0 });
    devices.set(id, device);
    const heard: Told[] = [];
    told.set(id, heard);
    const listening: TextDevice = {
      ...device,
      line: (text) => {
        const match = /^SOURce:VOLTage([123]) (\S+)$/i.exec(text);
        if (match !== null)
          heard.push({ atMs: performance.now(), phase: Number(match[1]), voltageV: Number(match[2]) });
        return device.line(text);
      },
    };
    return serve(listening);
  }
  async function serve(device: TextDevice | ModbusDevice): Promise<string> {
    const server = await serveMock(device, {
      address: 'listen:127.0.0.1:0',
      framing: 'tcp',
      unit: 1,
      baud: 0,
      disturbances: { interceptors: [], echo: false },
    });
    mocks.push(server);
    return server.address;
  }

  beforeAll(async () => {
    house = await startHouse();
    record = house.newFolder();
    await house.load({ speed: 1, durationS: 0, tickS: TICK_S, recordDirectory: record });
    description = await ask<wijk.v1.DescribeResponse>((done) => house.twin.describe({}, done));
    const { ASSET_KIND_PV, ASSET_KIND_HOUSEHOLD } = wijk.v1.AssetKind;
    const homes = new Set(
      description.slots
        .filter(({ kind }) => kind === ASSET_KIND_HOUSEHOLD)
        .map(({ connectionIndex }) => connectionIndex),
    );
    roofs = description.slots
      .filter(({ kind, connectionIndex }) => kind === ASSET_KIND_PV && homes.has(connectionIndex))
      .slice(-3);
    panels = createPv({ seed: 9, ratedPowerW: 5000, sunPowerW: 3000 });
    const scpi = 'protocol: scpi';
    const text = `bench: rack
links:
  - { id: a, address: '${await source('alone')}', ${scpi} }
  - { id: b, address: '${await source('beside')}', ${scpi} }
  - { id: c, address: '${await source('narrow')}', ${scpi} }
  - { id: d, address: '${await serve(panels)}', protocol: modbus-tcp }
devices:
  - { id: alone, profile: scpi-ac-source, link: a, slot: ${roofs[0]!.id}, lease: meter, pollPeriod: 0.5s,
      frequency: { hz: 49.85, source: "test plan 4.2" } }
  - { id: beside, profile: scpi-ac-source, link: b, slot: ${roofs[1]!.id}, lease: meter, pollPeriod: 0.5s, observeOnly: true }
  - { id: narrow, profile: narrow-source, link: c, slot: ${roofs[2]!.id}, lease: meter, pollPeriod: 0.5s }
  - { id: inverter, profile: sunspec-pv, link: d, unit: 1, slot: ${roofs[1]!.id}, lease: actuator, pollPeriod: 0.5s,
      envelope: { minimumW: -5000, maximumW: 0, rampWPerS: 5000 } }
`;
    const { scpi: own, ...rest } = SOURCE;
    const nominal = { ...own.nominal, voltageV: 225 };
    const narrow = {
      ...rest,
      profile: 'narrow-source',
      scpi: { ...own, nominal, limits: { ...own.limits, voltageV: NARROW } },
    };
    const profiles = new Map<string, Profile>([...shipped, ['narrow-source', narrow as Profile]]);
    const parsed = parseBench(text, 'bench.yaml', profiles);
    if (!parsed.ok) throw new Error(parsed.problems.map(formatProblem).join('\n'));
    bench = new Bench({ config: parsed.value, twinAddress: house.address, log: NO_LOG });
    bench.start();
    const watch = house
      .ownTwinClient()
      .watch({ columns: ['voltageV', 'slotActivePowerW', 'slotSource'], everyTicks: 1, watcherName: 'test' });
    watch.on('error', () => undefined);
    watch.on('data', ({ frame }: wijk.v1.WatchResponse) => {
      newest = frame!;
    });
    await house.start();
  }, 90_000);

  afterAll(async () => {
    await bench?.close();
    for (const mock of mocks) await mock.close();
    await house?.close();
  });

  it('the terminals follow the voltages of the slot, phase by phase, and the slot takes what the inverter does', async () => {
    await soon(() => {
      expect(player('alone').playing.kind, player('alone').lastError).toBe('following');
      expect(far('alone', atNode(roofs[0]!))).toBeLessThan(0.5);
      expect(far('beside', atNode(roofs[1]!))).toBeLessThan(0.5);
    });
    // Phases of a wijk differ: three equal voltages would be the nominal grid.
    const [a, b, c] = terminals('alone');
    expect(Math.max(Math.abs(a! - b!), Math.abs(b! - c!))).toBeGreaterThan(0.05);
    const slot = description.slots.findIndex(({ id }) => id === roofs[0]!.id);
    await soon(() => {
      expect(newest.slotSource![slot]).toBe(wijk.v1.SlotSource.SLOT_SOURCE_DEVICE);
      expect(newest.slotActivePowerW![slot]!).toBeCloseTo(-3 * FEED_IN_W, -1);
    });
    expect(bench.sessions.find(({ config }) => config.id === 'alone')!.life.state).toBe('bound');
  }, 60_000);

  it('a source that only plays leaves the slot to the inverter, which follows setpoints there', async () => {
    const session = (id: string) => bench.sessions.find(({ config }) => config.id === id)!;
    await soon(() => expect(session('inverter').life.state, session('inverter').lastError).toBe('bound'));
    expect(session('beside').life.state).toBe('ready');
    const slotId = roofs[1]!.id!;
    await ask((done) => house.twin.inject({ actor: ACTOR, setpoint: { slotId, activePowerW: -1200 } }, done));
    const slot = description.slots.findIndex(({ id }) => id === slotId);
    await soon(() => expect(newest.slotActivePowerW![slot]!).toBeGreaterThan(-1350));
    expect(Number(panels.status()['powerW'])).toBeLessThan(1350);
  }, 60_000);

  it('a load beside the inverter pulls its terminals down, no faster than the slew', async () => {
    const before = terminals('alone');
    const home = description.slots.find(
      ({ connectionIndex, kind }) =>
        connectionIndex === roofs[0]!.connectionIndex && kind === wijk.v1.AssetKind.ASSET_KIND_HOUSEHOLD,
    )!;
    const loadStep = { slotId: home.id!, activePowerW: 20_000, durationS: 600 };
    await ask((done) => house.twin.inject({ actor: ACTOR, loadStep }, done));
    await soon(() => {
      const fallen = Math.max(...before.map((v, p) => v - terminals('alone')[p]!));
      expect(fallen).toBeGreaterThan(1);
      expect(far('alone', atNode(roofs[0]!))).toBeLessThan(0.5);
    });
    for (const phase of [1, 2, 3]) {
      const steps = told.get('alone')!.filter((one) => one.phase === phase);
      for (const [k, { atMs, voltageV }] of steps.slice(1).entries()) {
        const last = steps[k]!;
        // A step is reckoned by the clock of the bench, a moment before the line carries it.
        const reachV = slewVPerS * ((atMs - last.atMs) / 1000 + 0.25) + SAME_V;
        expect(Math.abs(voltageV - last.voltageV)).toBeLessThanOrEqual(reachV);
      }
    }
  }, 60_000);

  it('what the twin publishes outside the limits is cut to them, and counted', async () => {
    await soon(() => expect(player('narrow').playing.kind, player('narrow').lastError).toBe('following'));
    const wanted = atNode(roofs[2]!);
    expect(wanted.some((v) => v < NARROW.minimum || v > NARROW.maximum)).toBe(true);
    await soon(() => {
      const cut = atNode(roofs[2]!).map((v) => Math.min(NARROW.maximum, Math.max(NARROW.minimum, v)));
      expect(far('narrow', cut)).toBeLessThan(0.5);
    });
    for (const { voltageV } of told.get('narrow')!) {
      expect(voltageV).toBeGreaterThanOrEqual(NARROW.minimum);
      expect(voltageV).toBeLessThanOrEqual(NARROW.maximum);
    }
    expect(player('narrow').clamped).toBeGreaterThan(0);
  }, 60_000);

  it('the health says what is played, at which frequency, and whose it is', async () => {
    const of = (id: string) => healthOf(bench).sources!.find(({ deviceId }) => deviceId === id)!;
    const { devices: all } = healthOf(bench);
    expect(of('alone')).toMatchObject({ playing: 'following', frequencySource: 'test plan 4.2' });
    expect(of('alone').frequencyHz).toBeCloseTo(49.85, 2);
    expect(of('beside').frequencyHz).toBeCloseTo(50, 3);
    expect(of('beside').frequencySource).toMatch(/nominal frequency of profile scpi-ac-source/);
    await soon(() => expect(Math.abs(of('alone').playedAV! - of('alone').wantedAV!)).toBeLessThan(0.5));
    expect(all!.find(({ id }) => id === 'beside')!.leaseKind).toBe(wijk.v1.LeaseKind.LEASE_KIND_UNSPECIFIED);
  });

  it('a source that acknowledges a voltage and plays another is said to do so', async () => {
    commit(devices.get('beside')!, 'ignores-voltage');
    const slotId = description.slots.find(
      ({ connectionIndex, kind }) =>
        connectionIndex === roofs[1]!.connectionIndex && kind === wijk.v1.AssetKind.ASSET_KIND_HOUSEHOLD,
    )!.id!;
    const loadStep = { slotId, activePowerW: 15_000, durationS: 600 };
    await ask((done) => house.twin.inject({ actor: ACTOR, loadStep }, done));
    await soon(() => expect(player('beside').lastError).toMatch(/was set to [\d.]+ V and reads [\d.]+ V/));
    devices.get('beside')!.quirks.ignoresVoltage = false;
    await soon(() => expect(player('beside').lastError).toBe(''));
  }, 60_000);

  it('without the twin: the nominal grid; the end: open outputs, and one that sticks is named', async () => {
    await house.stop();
    expect(await timings(record)).toEqual(
      expect.arrayContaining([
        { part: 'link', id: 'd', quantity: 'round trip' },
        { part: 'device', id: 'inverter', quantity: 'age' },
        { part: 'device', id: 'inverter', quantity: 'command' },
        { part: 'device', id: 'alone', quantity: 'jitter' },
      ]),
    );
    await soon(() => {
      expect(player('alone').playing.kind).toBe('nominal');
      expect(far('alone', [230, 230, 230])).toBeLessThan(0.1);
      expect(far('narrow', [225, 225, 225])).toBeLessThan(0.1);
    });
    commit(devices.get('beside')!, 'output-sticks');
    const { confirmed, unconfirmed } = await bench.close();
    expect([...confirmed].sort()).toEqual(['alone', 'inverter', 'narrow']);
    expect(unconfirmed).toEqual(['beside']);
    expect(terminals('alone')).toEqual([0, 0, 0]);
  }, 60_000);
});

/** The histograms of the record whose buckets hold what they count, with figures in order. */
async function timings(folder: string): Promise<Record<string, unknown>[]> {
  const instance = await DuckDBInstance.create(join(folder, 'record.duckdb'), { access_mode: 'READ_ONLY' });
  const connection = await instance.connect();
  const read = await connection.runAndReadAll(
    `SELECT part, id, quantity FROM bench_timing WHERE bench = 'rack' AND stream = 1 AND list_sum(counts) = count
     AND len(upper_us) = len(counts) AND 0 < p50_us AND p50_us <= p99_us AND p99_us <= 1.2 * max_us AND loss_ratio < 0.5`,
  );
  const rows = read.getRowObjectsJS();
  connection.closeSync();
  instance.closeSync();
  return rows;
}

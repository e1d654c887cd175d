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
import type { DiscrepancyKind } from '../../bench/devices/discrepancies.js';
import { loadProfiles, type Profile, type ScpiSourceProfile } from '../../bench/devices/profile.js';
import { devicesOver } from '../../bench/experiments/bench-devices.js';
import { judgeBenchHealth } from '../../bench/experiments/criteria/bench-health.js';
import { emptyEvidence } from '../../bench/experiments/evidence.js';
import { NO_LOG } from '../../bench/log.js';
import { healthOf } from '../../bench/server/health.js';
import { formatProblem } from '../../errors.js';
import type { ModbusDevice, TextDevice } from '../../firmware-mocks/device.js';
import { createSource } from '../../firmware-mocks/devices/scpi-source.js';
import { createPv } from '../../firmware-mocks/devices/sunspec-pv.js';
import { type MockServer, serveMock } from '../../firmware-mocks/serve.js';
import { commit, type SinName } from '../../firmware-mocks/sins.js';
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

/** A sin of a source that plays beside others, and what the bench says of it while a run is going. */
interface Sinner {
  readonly sin: SinName | 'honest';
  /** What brings it out. */
  readonly by: 'nothing' | 'load' | { readonly unplugS: number } | 'reboot';
  readonly seen?: DiscrepancyKind;
  readonly says?: RegExp;
  /** Its output is opened before it plays again. */
  readonly opened?: true;
}
/** The shipped profile with less patience: its watchdog is set to three budgets. */
const BUDGET_MS = 1000;
const SINNERS: readonly Sinner[] = [
  { sin: 'honest', by: 'load' },
  { sin: 'honest', by: { unplugS: 1 } },
  { sin: 'honest', by: { unplugS: 6 } },
  { sin: 'honest', by: 'reboot' },
  { sin: 'ignores-voltage', by: 'load', seen: 'grid-not-held', says: /was set to [\d.]+ V and reads [\d.]+ V/ },
  { sin: 'plays-less', by: 'nothing', seen: 'grid-not-played', says: /phase a measures .* phase c measures/ },
  {
    sin: 'swapped-phases',
    by: 'nothing',
    seen: 'grid-not-played',
    says: /^phase b measures [^;]+; phase c measures [^;]+$/,
  },
  { sin: 'slow-voltage', by: 'load', seen: 'grid-not-played', says: /phase [abc] measures/ },
  {
    sin: 'frozen-frequency',
    by: 'nothing',
    seen: 'grid-not-played',
    says: /^measures 50\.\d+ Hz where 49\.850 Hz was confirmed/,
  },
  {
    sin: 'resets-on-reconnect',
    by: { unplugS: 1 },
    seen: 'output-unasked',
    says: /230\.0, 230\.0, 230\.0 V .* last told/,
    opened: true,
  },
  {
    sin: 'output-at-power-up',
    by: 'reboot',
    seen: 'output-unasked',
    says: /its supply was off, or somebody/,
    opened: true,
  },
  {
    sin: 'no-watchdog',
    by: { unplugS: 6 },
    seen: 'not-reverted',
    says: /its watchdog opens it after 3\.0 s/,
    opened: true,
  },
];

/** Every voltage that a source was told, with its time. */
interface Told {
  readonly atMs: number;
  readonly phase: number;
  readonly voltageV: number;
}

describe('a grid emulator in the loop', () => {
  const mocks: MockServer[] = [];
  const servers = new Map<string, MockServer>();
  /** Every line that a source was sent. */
  const lines = new Map<string, string[]>();
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
    const all: string[] = [];
    told.set(id, heard);
    lines.set(id, all);
    const listening: TextDevice = {
      ...device,
      line: (text) => {
        all.push(text);
        const match = /^SOURce:VOLTage([123]) (\S+)$/i.exec(text);
        if (match !== null)
          heard.push({ atMs: performance.now(), phase: Number(match[1]), voltageV: Number(match[2]) });
        return device.line(text);
      },
    };
    const address = await serve(listening);
    servers.set(id, mocks.at(-1)!);
    return address;
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

  it('sins of a source, all at once: seen in the stream, the record and the verdict; brought to the safe state', async () => {
    const name = ({ sin }: Sinner, k: number): string => `${sin}-${k}`;
    const homes = description.slots
      .filter(({ kind }) => kind === wijk.v1.AssetKind.ASSET_KIND_HOUSEHOLD)
      .map((slot) => ({ slot, volts: atNode(slot) }))
      // Changed places are seen where the phases differ most.
      .sort((x, y) => Math.abs(y.volts[1]! - y.volts[2]!) - Math.abs(x.volts[1]! - x.volts[2]!))
      .map(({ slot }) => slot);
    const swapped = SINNERS.findIndex(({ sin }) => sin === 'swapped-phases');
    const places = SINNERS.map((_, k) => homes[(k - swapped + SINNERS.length) % SINNERS.length]!);
    const links: string[] = [];
    const entries: string[] = [];
    for (const [k, sinner] of SINNERS.entries()) {
      const id = name(sinner, k);
      links.push(`  - { id: ${id}, address: '${await source(id)}', protocol: scpi }`);
      entries.push(`  - { id: ${id}, profile: quick-source, link: ${id}, slot: ${places[k]!.id}, lease: meter, pollPeriod: 0.5s,
      observeOnly: true, frequency: { hz: 49.85, source: "test plan 4.2" } }`);
    }
    const timing = { ...SOURCE.behaviour.timing, replyTimeoutMs: 300, budgetMs: BUDGET_MS };
    const quick = { ...SOURCE, profile: 'quick-source', behaviour: { ...SOURCE.behaviour, timing } };
    const parsed = parseBench(
      `bench: sinners\nlinks:\n${links.join('\n')}\ndevices:\n${entries.join('\n')}\n`,
      'sinners.yaml',
      new Map([['quick-source', quick as Profile]]),
    );
    if (!parsed.ok) throw new Error(parsed.problems.map(formatProblem).join('\n'));
    const sinners = new Bench({ config: parsed.value, twinAddress: house.address, log: NO_LOG });
    try {
      sinners.start();
      const each = <T>(f: (sinner: Sinner, k: number, id: string) => T): T[] =>
        SINNERS.map((sinner, k) => f(sinner, k, name(sinner, k)));
      const play = (k: number) => sinners.players[k]!;
      const shown = (id: string) => sinners.sessions.find(({ config }) => config.id === id)!.discrepancies;
      await soon(() =>
        each((_, k, id) => {
          expect(play(k).playing.kind, play(k).lastError).toBe('following');
          expect(far(id, atNode(places[k]!))).toBeLessThan(0.5);
          expect(play(k).terminalsAt(sinners.clock.nowMs())).toBeDefined();
        }),
      );
      const before = healthOf(sinners);
      expect(before.devices!.map(({ armed }) => armed)).toEqual(SINNERS.map(() => true));
      expect(before.devices!.flatMap(({ discrepancies }) => discrepancies)).toEqual([]);
      const from = new Map(each((_, __, id) => [id, lines.get(id)!.length]));
      for (const [k, sinner] of SINNERS.entries()) {
        const id = name(sinner, k);
        if (sinner.sin !== 'honest') commit(devices.get(id)!, sinner.sin);
        if (sinner.by === 'load') {
          const loadStep = { slotId: places[k]!.id!, activePowerW: 17_000, durationS: 600 };
          await ask((done) => house.twin.inject({ actor: ACTOR, loadStep }, done));
        } else if (sinner.by === 'reboot') servers.get(id)!.fault.set({ fault: 'reboot', afterS: 0, forS: 0 });
        else if (sinner.by !== 'nothing') servers.get(id)!.unplug(sinner.by.unplugS);
      }
      await soon(() =>
        each(({ seen, opened, sin }, k, id) => {
          expect(
            shown(id).map(({ kind }) => kind),
            `${id}: ${play(k).lastError}`,
          ).toEqual(seen === undefined ? [] : [seen]);
          if (opened === undefined && sin !== 'honest') return;
          expect(play(k).playing.kind, `${id}: ${play(k).lastError}`).toBe('following');
          // Only what was identified again after it was away counts as back.
          if (sin === 'honest' && SINNERS[k]!.by !== 'load')
            expect(lines.get(id)!.slice(from.get(id)!)).toContain('*IDN?');
        }),
      );
      const after = healthOf(sinners);
      print(
        each(({ sin, by }, _, id) => [
          sin,
          JSON.stringify(by),
          shown(id)
            .map((d) => `${d.kind} ×${d.count}: ${d.text}`)
            .join(),
        ]),
      );
      const { events } = await ask<wijk.v1.ListEventsResponse>((done) => house.record.listEvents({}, done));
      each(({ seen, says, opened, sin }, k, id) => {
        const own = after.devices!.find((device) => device.id === id)!;
        if (seen !== undefined) expect(own.discrepancies![0]!.text, id).toMatch(says!);
        // A watchdog that did not open the output is none.
        if (sin === 'no-watchdog') expect(own.armed).toBe(false);
        if (opened === true) {
          const sent = lines.get(id)!.slice(from.get(id)!);
          const [off, on] = [sent.indexOf('OUTPut OFF'), sent.indexOf('OUTPut ON')];
          expect(off, id).toBeGreaterThanOrEqual(0);
          expect(on, id).toBeGreaterThan(off);
          // Nothing is played to the device under test before the output was open.
          expect(
            sent.findIndex((text, at) => at > sent.lastIndexOf('*IDN?') && /^SOUR\S+ /.test(text)),
            id,
          ).toBeGreaterThan(off);
        }
        const noticed = events!.filter(({ subject, actor }) => subject === places[k]!.id && actor === 'sinners');
        expect(
          noticed.map(({ kind }) => kind),
          id,
        ).toEqual(seen === undefined ? [] : [`device-${seen}`]);
        expect(verdict(before, after, id), id).toBe(seen === undefined ? 'pass' : 'error');
      });
    } finally {
      await sinners.close();
    }
    // Open, all of them, also the one that holds no voltage.
    for (const [k, sinner] of SINNERS.entries()) expect(terminals(name(sinner, k))).toEqual([0, 0, 0]);
  }, 90_000);

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

/** The verdict on what a device did over a run, as an experiment gives it. */
function verdict(start: wijk.v1.IBenchHealth, end: wijk.v1.IBenchHealth, id: string): string {
  const own = devicesOver(start, end).filter((device) => device.id === id);
  const on = { modelOnly: false, name: 'sinners', devices: own, links: [] };
  const evidence = emptyEvidence({ startUs: 0, durationS: 60, tickS: TICK_S, speed: 1, bench: on });
  const limits = {
    maximumSubstitutedRatio: 1,
    maximumReadingsLostRatio: 1,
    maximumSetpointsIgnored: 0,
    maximumDecisionsMissed: 0,
    maximumLatenessRatio: 1,
  };
  const results = judgeBenchHealth(evidence, limits as Parameters<typeof judgeBenchHealth>[1]);
  return results.find((result) => result.id === 'bench-discrepancies')!.outcome;
}

function print(rows: readonly (readonly string[])[]): void {
  process.stdout.write(`\nsin | brought out by | seen\n${rows.map((row) => row.join(' | ')).join('\n')}\n`);
}

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

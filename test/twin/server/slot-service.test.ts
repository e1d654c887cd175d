import * as grpc from '@grpc/grpc-js';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { wijk } from '#proto/wijk.js';
import { SOURCE_DEVICE, SOURCE_FALLBACK } from '../../../twin/core/base/status.js';
import { replay } from '../../../twin/runtime/replay.js';
import { ACTOR, ask, type House, Inbox, refusal, startHouse } from './harness.js';

vi.setConfig({ testTimeout: 90_000 });

const BATTERY = 'home-007/battery';
const METER = 'home-012/household';
const { LEASE_KIND_ACTUATOR, LEASE_KIND_METER } = wijk.v1.LeaseKind;

let house: House;
beforeAll(async () => {
  house = await startHouse();
});
afterAll(() => house.close());
afterEach(async () => {
  await house.stop();
});

const bindBattery: wijk.v1.IBind = {
  slotId: BATTERY,
  kind: LEASE_KIND_ACTUATOR,
  deviceId: 'inverter-1',
  deviceIdentity: 'test inverter',
  freshnessLimitS: 0.5,
  safeSetpointW: 0,
  revertTimeS: 1,
};
const bindMeter: wijk.v1.IBind = { slotId: METER, kind: LEASE_KIND_METER, deviceId: 'p1-1', freshnessLimitS: 2 };

/** A bench that binds, and answers every batch of setpoints with readings. */
class TestBench {
  readonly call = house.slots.attach();
  readonly inbox = new Inbox<wijk.v1.AttachResponse>(this.call);
  readonly #sequence = new Map<string, number>();

  constructor(name = 'test bench') {
    this.call.write({ hello: { benchName: name, actor: ACTOR } });
  }

  async bind(bind: wijk.v1.IBind): Promise<wijk.v1.IBindResult> {
    const from = this.inbox.all.length;
    this.call.write({ bind });
    const answer = await this.inbox.find(({ bindResult }) => bindResult?.slotId === bind.slotId, from);
    return answer.bindResult!;
  }

  read(slotId: string, activePowerBW: number, more: wijk.v1.IReading = {}): void {
    const sequence = (this.#sequence.get(slotId) ?? 0) + 1;
    this.#sequence.set(slotId, sequence);
    const quality = wijk.v1.Quality.QUALITY_GOOD;
    const readings = [{ slotId, sequence, ageUs: 2000, quality, activePowerBW, ...more }];
    this.call.write({ readings: { readings, benchMonotonicUs: performance.now() * 1000 } });
  }
}

async function slotIndex(id: string): Promise<number> {
  const { slots } = await ask<wijk.v1.DescribeResponse>((done) => house.twin.describe({}, done));
  return slots.find((slot) => slot.id === id)!.index!;
}

function watch(...columns: string[]): Inbox<wijk.v1.WatchResponse> {
  return new Inbox<wijk.v1.WatchResponse>(house.twin.watch({ columns }));
}

it('runs slots on devices, and a replay without them gives the same frames', async () => {
  const recordDirectory = house.newFolder();
  await house.load({ durationS: 6, tickS: 0.1, speed: 1, strategy: { name: 'group-limit' }, recordDirectory });
  const battery = await slotIndex(BATTERY);
  const meter = await slotIndex(METER);
  const frames = watch('slotSource', 'slotActivePowerW', 'slotMeasuredPowerW', 'slotSetpointW', 'slotSequence');
  const bench = new TestBench();
  expect(await bench.bind({ ...bindBattery, scaleRatio: 2 })).toMatchObject({ accepted: true, slotIndex: battery });
  expect(await bench.bind(bindMeter)).toMatchObject({ accepted: true, slotIndex: meter });
  // Before the start: the first tick has these already.
  bench.read(BATTERY, 300, { stateOfChargeRatio: 0.4 });
  bench.read(METER, 700);
  bench.call.write({ heartbeat: { benchMonotonicUs: performance.now() * 1000 } });
  const beat = await bench.inbox.find(({ heartbeat }) => heartbeat !== null && heartbeat !== undefined);
  expect(beat.heartbeat!.twinMonotonicUs).toBeGreaterThan(0);
  await house.start();
  for (let tick = 1; tick <= 25; tick++) {
    const { setpoints } = await bench.inbox.find((response) => (response.setpoints?.tick ?? 0) >= tick);
    expect(setpoints!.setpoints).toHaveLength(1);
    bench.read(BATTERY, 300 + tick, { stateOfChargeRatio: 0.4 });
    if (tick % 3 === 0) bench.read(METER, 700 + tick);
  }
  bench.call.write({ unbind: { slotId: METER, reason: 'test' } });
  await house.ended();
  await frames.ended;

  const first = frames.all[0]!.frame!;
  expect(first.tick).toBe(1);
  expect(first.slotSource![battery]).toBe(SOURCE_DEVICE);
  expect(first.slotActivePowerW![battery]).toBe(600);
  expect(first.slotSource![meter]).toBe(SOURCE_DEVICE);
  const led = frames.all.filter(({ frame }) => frame!.slotSource![battery] === SOURCE_DEVICE);
  expect(led.length).toBeGreaterThan(20);
  for (const { frame } of led) expect(frame!.slotActivePowerW![battery]).toBe(frame!.slotMeasuredPowerW![battery]);
  // The device is told its own share of the slot's setpoint.
  const told = bench.inbox.all.find(({ setpoints }) => setpoints?.tick === 20)!.setpoints!;
  const then = frames.all.find(({ frame }) => frame!.tick === 20)!.frame!;
  expect(told.setpoints![0]!.activePowerW).toBe(then.slotSetpointW![battery]! / 2);
  expect(told.setpoints![0]!.from).toBe(wijk.v1.Role.ROLE_STRATEGY);

  const { frameHash, state } = await house.status();
  expect(state).toBe(wijk.v1.SessionState.SESSION_STATE_FINISHED);
  const result = await replay(`${recordDirectory}/recording.wtr`);
  expect(result).toMatchObject({ equal: true, comparedBy: 'bits', ticks: 60, frameHash, recordedHash: frameHash });
  const { events } = await ask<wijk.v1.ListEventsResponse>((done) => house.record.listEvents({}, done));
  expect(events.filter(({ kind }) => kind === 'bind').map(({ subject }) => subject)).toEqual([BATTERY, METER]);
  expect(events.find(({ kind }) => kind === 'unbind')).toMatchObject({
    subject: METER,
    text: 'test',
    actor: 'test bench',
  });
});

it('lets the slot of a killed bench fall back by age, and takes the bench again without a restart', async () => {
  await house.load({ durationS: 0, tickS: 0.1, speed: 1 });
  const battery = await slotIndex(BATTERY);
  const frames = watch('slotSource', 'slotAgeS');
  const source = async (wanted: number): Promise<wijk.v1.IFrame> =>
    (await frames.find(({ frame }) => frame!.slotSource![battery] === wanted, frames.all.length)).frame!;
  const bench = new TestBench();
  await bench.bind(bindBattery);
  bench.read(BATTERY, 1000);
  await house.start();
  await source(SOURCE_DEVICE);
  bench.read(BATTERY, 1000);
  bench.call.cancel();
  const lost = await source(SOURCE_FALLBACK);
  expect(lost.slotAgeS![battery]).toBeGreaterThan(0.5);
  // At the first tick at which the reading is too old, not later.
  expect(lost.slotAgeS![battery]).toBeLessThan(0.5 + 0.1 + 0.05);
  const listed = await ask<wijk.v1.ListLeasesResponse>((done) => house.slots.listLeases({}, done));
  expect(listed.leases).toMatchObject([{ slotId: BATTERY, connected: false, benchName: 'test bench' }]);

  const again = new TestBench('the same bench, started again');
  expect((await again.bind(bindBattery)).accepted).toBe(true);
  again.read(BATTERY, 1200);
  await source(SOURCE_DEVICE);
  const { tick } = await house.status();
  await frames.find(({ frame }) => frame!.tick! > tick + 2);
  again.call.end();
  expect(await again.inbox.ended).toBeNull();
});

it('refuses a lease with its reason, and goes on', async () => {
  await house.load({ durationS: 60, speed: 1 });
  const bench = new TestBench();
  const other = new TestBench('other');
  expect((await bench.bind(bindBattery)).accepted).toBe(true);
  const cases: [TestBench, wijk.v1.IBind, RegExp][] = [
    [other, bindBattery, /held by device "inverter-1" of bench "test bench"/],
    [bench, { ...bindMeter, slotId: BATTERY }, /takes no meter/],
    [bench, { ...bindBattery, slotId: METER }, /follows no setpoint/],
    [bench, { ...bindBattery, slotId: 'home-007/boiler' }, /does not exist; there are home-007\//],
    [bench, { ...bindMeter, freshnessLimitS: 0 }, /freshness_limit_s/],
  ];
  for (const [who, bind, why] of cases) {
    const result = await who.bind(bind);
    expect(result.accepted).toBe(false);
    expect(result.reason).toMatch(why);
  }
  expect((await bench.bind(bindMeter)).accepted).toBe(true);
  bench.call.cancel();
  other.call.cancel();
});

it('keeps devices at wall clock', async () => {
  await house.load({ durationS: 60, speed: 0 });
  const bench = new TestBench();
  expect(await bench.bind(bindBattery)).toMatchObject({ accepted: false });
  const setSpeed = (speed: number) => ask((done) => house.twin.setSpeed({ actor: ACTOR, speed }, done));
  await setSpeed(1);
  expect(await bench.bind(bindBattery)).toMatchObject({ accepted: true });
  const error = await refusal(setSpeed(0));
  expect(error.code).toBe(grpc.status.FAILED_PRECONDITION);
  expect(error.details).toMatch(/1 device\(s\) are bound \(home-007\/battery\)/);
  const from = bench.inbox.all.length;
  bench.call.write({ unbind: { slotId: BATTERY, reason: 'enough' } });
  bench.call.write({ heartbeat: { benchMonotonicUs: 1 } });
  await bench.inbox.find((response) => response.heartbeat !== undefined && response.heartbeat !== null, from);
  await setSpeed(0);
});

it('ends a stream that breaks the rules, and says which', async () => {
  await house.load({ durationS: 60, speed: 1 });
  const mute = house.slots.attach();
  const inbox = new Inbox(mute);
  mute.write({ bind: bindBattery });
  expect((await inbox.ended)?.details).toMatch(/the first message says who the bench is/);
  await house.stop();
  const late = new Inbox(house.slots.attach());
  expect((await late.ended)?.details).toMatch(/the session is stopped/);
});

it('ends the streams of benches when the session ends', async () => {
  await house.load({ durationS: 1, tickS: 0.1, speed: 1 });
  const bench = new TestBench();
  await bench.bind(bindBattery);
  await house.start();
  expect(await bench.inbox.ended).toBeNull();
});

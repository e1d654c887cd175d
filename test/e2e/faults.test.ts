/**
 * Every fault of the mocks against the main job, all at the same time: one twin at wall clock, one bench, and one device for
 * each fault in a slot of its own. The twin keeps ticking, each slot does what the table says, the devices end safe, and
 * the record says what happened.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wijk } from '#proto/wijk.js';
import type { Confirmation } from '../../bench/bench.js';
import { loadProfiles, type Profile } from '../../bench/devices/profile.js';
import { healthOf } from '../../bench/server/health.js';
import type { ModbusDevice } from '../../firmware-mocks/device.js';
import { createMeter } from '../../firmware-mocks/devices/p1-meter.js';
import { createInverter } from '../../firmware-mocks/devices/sunspec-inverter.js';
import { FAULTS, type Fault } from '../../firmware-mocks/faults.js';
import { SINS } from '../../firmware-mocks/sins.js';
import { replay } from '../../twin/runtime/replay.js';
import { ask } from '../twin/server/harness.js';
import { DevicesAtTwin } from './devices-at-twin.js';

const { SLOT_SOURCE_MODEL: MODEL, SLOT_SOURCE_DEVICE: DEVICE, SLOT_SOURCE_FALLBACK: FALLBACK } = wijk.v1.SlotSource;

/** What becomes of the slot: it goes on, it falls back and comes back, or its device is refused and its model leads. */
type Outcome = 'goes on' | 'falls back' | 'refused';

const INVERTER: Readonly<Record<Fault, Outcome>> = {
  none: 'goes on',
  silence: 'falls back',
  'bad-crc': 'falls back',
  exception: 'falls back',
  // Every reply comes after its timeout; none of them may be taken for the answer to the next question.
  slow: 'falls back',
  ignore: 'refused',
  reboot: 'falls back',
};
const METER: Readonly<Record<Fault, Outcome>> = {
  none: 'goes on',
  silence: 'falls back',
  'bad-crc': 'falls back',
  // A meter on P1 is not asked and takes no writes.
  exception: 'goes on',
  slow: 'goes on',
  ignore: 'goes on',
  reboot: 'falls back',
};
/** Sins of firmware that a bench meets while it runs, and not only in an acceptance test. */
const SINFUL = {
  'no-effect': 'refused',
  'ignore-writes': 'refused',
} as const satisfies Partial<Record<keyof typeof SINS, Outcome>>;

const TICK_S = 0.2;
/** Longer than any reading here is fresh. */
const FAULT_S = 5;
const BEFORE_W = 1000;
const AFTER_W = -800;
const HOMES_WITH_BATTERY = 9;

interface Case {
  readonly id: string;
  readonly slotId: string;
  readonly outcome: Outcome;
  readonly lease: 'actuator' | 'meter';
  readonly fault: Fault;
  readonly sin: keyof typeof SINFUL | undefined;
}

describe('every fault at once', () => {
  const cases: Case[] = [];
  const inverters = new Map<string, ModbusDevice>();
  let at: DevicesAtTwin;
  let fromMs = 0;
  let faultsFrom = 0;
  let confirmation: Confirmation;

  const only = (outcome: Outcome, lease?: Case['lease']): Case[] =>
    cases.filter((c) => c.outcome === outcome && (lease === undefined || c.lease === lease));
  const source = (frame: wijk.v1.IFrame, { slotId }: Case): number => frame.slotSource![at.place(slotId)]!;
  const powerW = (frame: wijk.v1.IFrame, { slotId }: Case): number => frame.slotActivePowerW![at.place(slotId)]!;
  const command = (activePowerW: number) =>
    at.command(
      cases.filter(({ lease }) => lease === 'actuator').map(({ slotId }) => slotId),
      activePowerW,
    );

  beforeAll(async () => {
    at = await DevicesAtTwin.load(TICK_S);
    const batteries = at.ofKind(wijk.v1.AssetKind.ASSET_KIND_BATTERY);
    const taken = new Set(batteries.slice(0, HOMES_WITH_BATTERY).map((s) => s.connectionIndex));
    const households = at
      .ofKind(wijk.v1.AssetKind.ASSET_KIND_HOUSEHOLD)
      .filter((slot) => !taken.has(slot.connectionIndex));
    const add = (
      kind: string,
      lease: Case['lease'],
      slots: typeof batteries,
      table: Readonly<Record<string, Outcome>>,
    ) => {
      for (const [name, outcome] of Object.entries(table)) {
        const sin = name in SINFUL ? (name as keyof typeof SINFUL) : undefined;
        const fault = sin === undefined ? (name as Fault) : 'none';
        const used = cases.filter((c) => c.lease === lease).length;
        cases.push({ id: `${kind}-${name}`, slotId: slots[used]!.id!, outcome, lease, fault, sin });
      }
    };
    add('inverter', 'actuator', batteries, { ...INVERTER, ...SINFUL });
    add('meter', 'meter', households, METER);

    const devices: string[] = [];
    for (const [k, { id, slotId, lease }] of cases.entries()) {
      const device =
        lease === 'meter'
          ? createMeter({ seed: k + 1, phases: 3, pvW: 0 })
          : createInverter({
              seed: k + 1,
              ratedPowerW: 5000,
              capacityWh: 10_000,
              initialStateOfChargeRatio: 0.6,
              freePowerW: 0,
            });
      if (device.kind === 'modbus') inverters.set(id, device);
      await at.serve(id, device);
      devices.push(
        lease === 'actuator'
          ? `  - {id: ${id}, profile: sunspec-storage, link: ${id}, unit: 1, slot: ${slotId}, lease: actuator, pollPeriod: 500ms,
     safeSetpointW: 0, revertTime: 10s, envelope: {minimumW: -2000, maximumW: 2000, rampWPerS: 5000}}`
          : `  - {id: ${id}, profile: dsmr5-meter, link: ${id}, slot: ${slotId}, lease: meter, freshness: 3500ms}`,
      );
    }
    await at.start('faults', devices, impatient(), ['slotSource', 'slotActivePowerW']);
    fromMs = performance.now();
    await at.frames.where((frame) => cases.every((c) => source(frame, c) === DEVICE));
    await command(BEFORE_W);
    await at.frames.where((frame) =>
      cases.every((c) => c.lease === 'meter' || Math.abs(powerW(frame, c) - BEFORE_W) < 100),
    );
    for (const { id, fault, sin } of cases) {
      if (sin !== undefined) Object.assign(inverters.get(id)!.quirks, SINS[sin].quirks);
      else at.mocks.get(id)!.fault.set({ fault, afterS: 0, forS: fault === 'ignore' ? 0 : FAULT_S });
    }
    faultsFrom = at.frames.all.length;
    await command(AFTER_W);
  }, 90_000);

  afterAll(() => at?.close());

  it('has a row for every fault that a mock has', () => {
    expect(Object.keys(INVERTER).sort()).toEqual([...FAULTS].sort());
    expect(Object.keys(METER).sort()).toEqual([...FAULTS].sort());
  });

  it('lets the slots of lost devices fall back, those of refused devices go to their model, and no other', async () => {
    const seen = new Map(cases.map((c) => [c.id, new Set<number>()]));
    await at.frames.where((frame) => {
      for (const c of cases) seen.get(c.id)!.add(source(frame, c));
      return (
        only('falls back').every((c) => seen.get(c.id)!.has(FALLBACK)) &&
        only('refused').every((c) => source(frame, c) === MODEL)
      );
    });
    // While faults hold and after they ended: whoever had none never left.
    await at.frames.where((frame) => only('falls back').every((c) => source(frame, c) === DEVICE));
    for (const c of only('goes on')) {
      expect(new Set(at.frames.all.slice(faultsFrom).map((frame) => source(frame, c))), c.id).toEqual(
        new Set([DEVICE]),
      );
    }
  }, 60_000);

  it('takes every device that came back to the setpoint of now, through its safe setpoint', async () => {
    const back = [...only('falls back', 'actuator'), ...only('goes on', 'actuator')];
    await at.frames.where((frame) => back.every((c) => Math.abs(powerW(frame, c) - AFTER_W) < 100));
    for (const c of back) expect(at.bench.sessions.find(({ config }) => config.id === c.id)!.safety.armed).toBe(true);
  }, 60_000);

  it('says in its health what was wrong with whom', () => {
    const { devices, links } = healthOf(at.bench);
    const device = (id: string) => devices!.find((d) => d.id === id)!;
    const link = (id: string) => links!.find((l) => l.id === id)!;
    expect(link('inverter-silence').timeouts).toBeGreaterThan(0);
    expect(link('inverter-bad-crc').crcErrors).toBeGreaterThan(0);
    expect(device('inverter-bad-crc').timing!.crcErrors).toBeGreaterThan(0);
    expect(link('meter-bad-crc').crcErrors).toBeGreaterThan(0);
    expect(link('inverter-exception').exceptions).toBeGreaterThan(0);
    expect(link('inverter-slow').timeouts).toBeGreaterThan(0);
    expect(device('inverter-ignore').setpointsIgnored).toBeGreaterThanOrEqual(3);
    expect(device('inverter-no-effect').setpointsIgnored).toBeGreaterThan(0);
    expect(device('inverter-none')).toMatchObject({ setpointsIgnored: 0, readingsLost: 0, armed: true });
    expect(device('inverter-silence').readingsLost).toBeGreaterThan(0);
    expect(device('inverter-none').timing!.oneWayDelay!.count).toBeGreaterThan(10);
    expect(device('inverter-none').timing!.roundTrip!.max).toBeGreaterThan(0);
  });

  it('the twin ticked on all the time: no tick is missing, and none was waited for', async () => {
    const ticks = at.frames.all.map(({ tick }) => tick!);
    const { late } = await at.house.status().then((s) => ({ late: s.tick }));
    expect(ticks).toEqual(Array.from({ length: ticks.length }, (_, k) => ticks[0]! + k));
    expect(late * TICK_S).toBeGreaterThan(0.95 * ((performance.now() - fromMs) / 1000) - 1);
  });

  it('ends with every device safe: confirmed, or by its own timer where it does not listen', async () => {
    confirmation = await at.bench.close();
    const deaf = ['inverter-ignore', 'inverter-ignore-writes'];
    expect([...confirmation.confirmed].sort()).toEqual(
      cases
        .filter(({ id, lease }) => lease === 'actuator' && !deaf.includes(id))
        .map(({ id }) => id)
        .sort(),
    );
    // What ignores every write was last written ten seconds ago: its own timer has brought it back.
    await expect
      .poll(() => [...inverters.values()].map((d) => Math.abs(Number(d.status()['powerW']))), { timeout: 15_000 })
      .toEqual([...inverters.values()].map(() => expect.toSatisfy((w: number) => w < 50)));
  }, 60_000);

  it('the record says what happened, and replays bit for bit', async () => {
    const { events } = await ask<wijk.v1.ListEventsResponse>((done) => at.house.record.listEvents({}, done));
    const kinds = ({ slotId }: Case): string[] => events.filter((e) => e.subject === slotId).map((e) => e.kind!);
    for (const c of only('falls back'))
      expect(kinds(c), c.id).toEqual(expect.arrayContaining(['bind', 'loss', 'return']));
    // A device in trouble is lost and not another device: it keeps its lease.
    for (const c of only('falls back')) expect(kinds(c), c.id).not.toContain('unbind');
    for (const c of only('goes on')) expect(kinds(c), c.id).not.toContain('loss');
    for (const c of only('refused')) {
      const unbind = events.find((e) => e.subject === c.slotId && e.kind === 'unbind');
      expect(unbind?.text, c.id).toMatch(/setpoints in a row were not followed/);
      expect(unbind?.actor).toBe('faults');
    }
    const { frameHash, ticks } = await at.house.stop();
    expect(await replay(`${at.record}/recording.wtr`)).toMatchObject({
      equal: true,
      comparedBy: 'bits',
      ticks,
      frameHash,
    });
  }, 60_000);
});

/** The shipped profiles with less patience, so that the test is quick; what they judge stays the same. */
function impatient(): ReadonlyMap<string, Profile> {
  const profiles = new Map(loadProfiles());
  const storage = profiles.get('sunspec-storage')!;
  if (storage.lease !== 'actuator') throw new Error('sunspec-storage is an actuator');
  const { behaviour } = storage;
  profiles.set('sunspec-storage', {
    ...storage,
    behaviour: {
      ...behaviour,
      timing: { ...behaviour.timing, replyTimeoutMs: 400, budgetMs: 2000 },
      effect: { ...behaviour.effect, withinS: 3, refuseAfter: 2 },
    },
  } as Profile);
  return profiles;
}

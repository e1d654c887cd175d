/**
 * Sins of firmware against the main job, all at the same time: one twin at wall clock, one bench, and one device for each
 * sin in a slot of its own. The twin keeps ticking, each slot does what the table says, what is seen stands in the stream,
 * in the record and in the verdict, and the devices end safe. The table sin × expected × seen is printed.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wijk } from '#proto/wijk.js';
import type { Discrepancy, DiscrepancyKind } from '../../bench/devices/discrepancies.js';
import { loadProfiles, type Profile } from '../../bench/devices/profile.js';
import { devicesOver } from '../../bench/experiments/bench-devices.js';
import { judgeBenchHealth } from '../../bench/experiments/criteria/bench-health.js';
import { emptyEvidence } from '../../bench/experiments/evidence.js';
import { healthOf } from '../../bench/server/health.js';
import type { MockDevice } from '../../firmware-mocks/device.js';
import { createMeter } from '../../firmware-mocks/devices/p1-meter.js';
import { createSdm630 } from '../../firmware-mocks/devices/sdm630.js';
import { createDer } from '../../firmware-mocks/devices/sunspec-der.js';
import { createInverter } from '../../firmware-mocks/devices/sunspec-inverter.js';
import { createAcMeter } from '../../firmware-mocks/devices/sunspec-meter.js';
import type { Fault } from '../../firmware-mocks/faults.js';
import { commit, SIN_NAMES, type SinName } from '../../firmware-mocks/sins.js';
import { ask } from '../twin/server/harness.js';
import { DevicesAtTwin } from './devices-at-twin.js';

const { SLOT_SOURCE_MODEL: MODEL, SLOT_SOURCE_DEVICE: DEVICE, SLOT_SOURCE_FALLBACK: FALLBACK } = wijk.v1.SlotSource;

/** What becomes of the slot. `away`: it falls back and stays so. `back`: it falls back, and its device leads again. */
type Outcome = 'goes on' | 'away' | 'back' | 'refused';
type Kind = 'storage' | 'der' | 'sdm630' | 'ac-meter' | 'p1';

interface Row {
  readonly sin: SinName | 'honest';
  readonly on: Kind;
  /** A fault of the line that brings the sin out. */
  readonly fault?: readonly [Fault, number];
  readonly outcome: Outcome;
  /** What the bench says of it; absent: nothing, and `unseen` says why. */
  readonly seen?: DiscrepancyKind | 'wrong-device';
  readonly unseen?: string;
  /** It cannot confirm its safe setpoint at the end; its own timer brings it there. */
  readonly deaf?: true;
  readonly ratedPowerW?: number;
  /** How many times faster than the clock the device lives. */
  readonly speed?: number;
  readonly more?: string;
}

const ROWS: readonly Row[] = [
  { sin: 'honest', on: 'der', speed: 2, fault: ['silence', 9], outcome: 'back', more: 'revertTime: 60s' },
  { sin: 'honest', on: 'storage', fault: ['silence', 7], outcome: 'back', more: 'revertTime: 3s' },
  { sin: 'ignore-writes', on: 'storage', outcome: 'refused', seen: 'setpoint-ignored', deaf: true },
  { sin: 'no-effect', on: 'storage', outcome: 'refused', seen: 'setpoint-ignored' },
  { sin: 'flipped-sign', on: 'storage', outcome: 'refused', seen: 'setpoint-ignored' },
  { sin: 'half-power', on: 'storage', outcome: 'refused', seen: 'setpoint-ignored', ratedPowerW: 1100 },
  {
    sin: 'sluggish',
    on: 'storage',
    outcome: 'refused',
    seen: 'setpoint-ignored',
    speed: 3,
    more: 'revertTime: 20s',
  },
  { sin: 'overshoot', on: 'storage', outcome: 'refused', seen: 'setpoint-ignored' },
  {
    sin: 'late-revert',
    on: 'storage',
    fault: ['silence', 7],
    outcome: 'back',
    more: 'revertTime: 3s',
    unseen: 'nobody sees it while it is away, and it has reverted when it is back',
  },
  { sin: 'early-revert', on: 'storage', outcome: 'goes on', unseen: 'a refresh comes before half of its time' },
  {
    sin: 'no-revert',
    on: 'storage',
    fault: ['silence', 7],
    outcome: 'back',
    more: 'revertTime: 3s',
    seen: 'not-reverted',
  },
  {
    sin: 'no-heartbeat-expiry',
    on: 'der',
    fault: ['silence', 9],
    speed: 2,
    outcome: 'back',
    more: 'revertTime: 60s',
    seen: 'not-reverted',
  },
  { sin: 'frozen-reading', on: 'storage', outcome: 'away', seen: 'standing-still' },
  { sin: 'frozen-reading', on: 'sdm630', outcome: 'away', seen: 'standing-still' },
  { sin: 'frozen-reading', on: 'p1', outcome: 'away', seen: 'standing-still' },
  {
    sin: 'frozen-soc',
    on: 'storage',
    outcome: 'goes on',
    unseen: 'takes 2.4 minutes at nameplate; discrepancies.test.ts turns the clock',
  },
  { sin: 'sentinel-power', on: 'storage', outcome: 'away', seen: 'no-power' },
  { sin: 'wrong-current', on: 'storage', outcome: 'goes on', seen: 'disagrees' },
  { sin: 'scale-after-reboot', on: 'storage', fault: ['reboot', 4], outcome: 'away', seen: 'impossible' },
  { sin: 'scale-after-reboot', on: 'sdm630', fault: ['reboot', 4], outcome: 'away', seen: 'impossible' },
  { sin: 'serial-after-reboot', on: 'storage', fault: ['reboot', 4], outcome: 'back', seen: 'another-device' },
  {
    sin: 'forgets-on-reconnect',
    on: 'storage',
    fault: ['silence', 5],
    outcome: 'back',
    unseen: 'whoever comes back is commanded anew at once',
  },
  {
    sin: 'flash-setpoints',
    on: 'storage',
    fault: ['reboot', 4],
    outcome: 'back',
    unseen: 'whoever comes back is commanded anew at once; wear shows in years',
  },
  { sin: 'chain-exception', on: 'storage', outcome: 'refused', seen: 'wrong-device', deaf: true },
  { sin: 'stale-reply', on: 'storage', outcome: 'goes on', unseen: 'quarantined: timeouts of the link count' },
  { sin: 'foreign-unit', on: 'storage', outcome: 'goes on', unseen: 'not taken: timeouts of the link count' },
  { sin: 'answers-for-another', on: 'storage', outcome: 'goes on', seen: 'same-device' },
  { sin: 'busy-after-write', on: 'storage', outcome: 'away', unseen: 'exceptions of the link count', deaf: true },
  { sin: 'honest', on: 'ac-meter', fault: ['silence', 5], outcome: 'back' },
  { sin: 'frozen-reading', on: 'ac-meter', outcome: 'away', seen: 'standing-still' },
  { sin: 'sentinel-power', on: 'ac-meter', outcome: 'away', seen: 'no-power' },
  { sin: 'wrong-current', on: 'ac-meter', outcome: 'goes on', seen: 'disagrees' },
  { sin: 'scale-after-reboot', on: 'ac-meter', fault: ['reboot', 4], outcome: 'away', seen: 'impossible' },
  { sin: 'serial-after-reboot', on: 'ac-meter', fault: ['reboot', 4], outcome: 'back', seen: 'another-device' },
  { sin: 'chain-exception', on: 'ac-meter', outcome: 'refused', seen: 'wrong-device' },
  {
    sin: 'wrong-transformer',
    on: 'ac-meter',
    outcome: 'goes on',
    unseen: 'agrees with itself: only another meter sees it',
  },
  { sin: 'gas-on-channel-2', on: 'p1', outcome: 'goes on', unseen: 'no gas is used' },
  { sin: 'unpadded-crc', on: 'p1', outcome: 'goes on', unseen: 'taken as it is meant' },
  { sin: 'swapped-directions', on: 'p1', outcome: 'goes on', unseen: 'only measured against modelled shows it' },
];
/** On a grid emulator, which has a table of its own (grid-emulator.test.ts); the last one at the end of it. */
const ELSEWHERE: readonly SinName[] = [
  'ignores-voltage',
  'plays-less',
  'swapped-phases',
  'slow-voltage',
  'frozen-frequency',
  'resets-on-reconnect',
  'no-watchdog',
  'output-at-power-up',
  'output-sticks',
];

const TICK_S = 0.2;
const BEFORE_W = 1000;
const AFTER_W = -800;
/** `effect.bandW` of both storage profiles. */
const SAFE_BAND_W = 150;

interface Case extends Row {
  readonly id: string;
  readonly slotId: string;
  readonly actuator: boolean;
}

describe('sins of firmware, all at once', () => {
  const cases: Case[] = [];
  const devices = new Map<string, MockDevice>();
  let at: DevicesAtTwin;
  let sinsFrom = 0;
  let started: wijk.v1.IBenchHealth;
  let ended: wijk.v1.IBenchHealth;
  let events: readonly wijk.v1.IRecordedEvent[] = [];

  const source = (frame: wijk.v1.IFrame, { slotId }: Case): number => frame.slotSource![at.place(slotId)]!;
  const powerW = (frame: wijk.v1.IFrame, { slotId }: Case): number => frame.slotActivePowerW![at.place(slotId)]!;
  const shownBy = ({ id }: Case): readonly Discrepancy[] =>
    at.bench.sessions.find(({ config }) => config.id === id)!.discrepancies;
  const command = (activePowerW: number) =>
    at.command(
      cases.filter(({ actuator }) => actuator).map(({ slotId }) => slotId),
      activePowerW,
    );

  beforeAll(async () => {
    at = await DevicesAtTwin.load(TICK_S);
    const batteries = at.ofKind(wijk.v1.AssetKind.ASSET_KIND_BATTERY);
    const roofs = at.ofKind(wijk.v1.AssetKind.ASSET_KIND_PV);
    const taken = new Set([...batteries, ...roofs].map((slot) => slot.connectionIndex));
    const households = at
      .ofKind(wijk.v1.AssetKind.ASSET_KIND_HOUSEHOLD)
      .filter((slot) => !taken.has(slot.connectionIndex));
    const lines: string[] = [];
    for (const [k, row] of ROWS.entries()) {
      const actuator = row.on === 'storage' || row.on === 'der';
      const id = `${row.sin}-${row.on}-${k}`;
      const place = (actuator ? batteries : households).shift();
      if (place === undefined) throw new Error(`the wijk has no slot left for ${id}`);
      cases.push({ ...row, id, slotId: place.id!, actuator });
      const device = make(row, k + 1);
      devices.set(id, device);
      await at.serve(id, device, row.speed);
      lines.push(benchLine(cases.at(-1)!));
      if (row.sin === 'answers-for-another') {
        // The mock answers for the unit above as well: there is no such device.
        lines.push(benchLine({ ...cases.at(-1)!, id: 'shadow', slotId: roofs[0]!.id! }, id, 2));
      }
    }
    const columns = ['slotSource', 'slotActivePowerW', 'slotMeasuredPowerW', 'slotModelledPowerW'];
    await at.start('sins', lines, impatient(), columns);
    await at.frames.where((frame) => cases.every((c) => source(frame, c) === DEVICE));
    await command(BEFORE_W);
    await at.frames.where((frame) => cases.every((c) => !c.actuator || Math.abs(powerW(frame, c) - BEFORE_W) < 150));
    started = healthOf(at.bench);
    for (const c of cases) {
      if (c.sin !== 'honest') commit(devices.get(c.id)!, c.sin);
      if (c.fault !== undefined) at.mocks.get(c.id)!.fault.set({ fault: c.fault[0], afterS: 0, forS: c.fault[1] });
    }
    sinsFrom = at.frames.all.length;
    await command(AFTER_W);
  }, 90_000);

  afterAll(() => at?.close());

  it('has a row for every sin that a mock has', () => {
    expect([...new Set([...ROWS.map(({ sin }) => sin), ...ELSEWHERE])].filter((s) => s !== 'honest').sort()).toEqual(
      [...SIN_NAMES].sort(),
    );
  });

  it('each slot does what the table says', async () => {
    const seen = new Map(cases.map((c) => [c.id, new Set<number>()]));
    const settled = (c: Case, now: number): boolean => {
      switch (c.outcome) {
        case 'goes on':
          return now === DEVICE;
        case 'back':
          return seen.get(c.id)!.has(FALLBACK) && now === DEVICE;
        case 'away':
          return now === FALLBACK;
        case 'refused':
          return now === MODEL;
      }
    };
    const told = (c: Case): boolean =>
      c.seen === undefined ||
      c.seen === 'wrong-device' ||
      c.seen === 'same-device' ||
      shownBy(c).some(({ kind }) => kind === c.seen);
    const missing = (frame: wijk.v1.IFrame): string[] =>
      cases.filter((c) => !settled(c, source(frame, c)) || !told(c)).map(({ id }) => id);
    const untilMs = performance.now() + 40_000;
    let open: readonly string[] = [];
    await at.frames.where((frame) => {
      for (const c of cases) seen.get(c.id)!.add(source(frame, c));
      open = missing(frame);
      return open.length === 0 || performance.now() > untilMs;
    }, sinsFrom);
    print(cases, at.frames.all.slice(sinsFrom), source, shownBy);
    expect(open).toEqual([]);
    const went = (c: Case): number[] => [...new Set(at.frames.all.slice(sinsFrom).map((frame) => source(frame, c)))];
    for (const c of cases.filter(({ outcome }) => outcome === 'goes on')) expect(went(c), c.id).toEqual([DEVICE]);
    ended = healthOf(at.bench);
  }, 60_000);

  it('says in the stream what it saw, and nothing of the honest', () => {
    const { devices: told } = ended;
    for (const c of cases) {
      const kinds = told!.find(({ id }) => id === c.id)!.discrepancies!.map(({ kind }) => kind);
      if (c.seen === undefined) expect(kinds, c.id).toEqual([]);
      else if (c.seen !== 'wrong-device' && c.seen !== 'same-device') expect(kinds, c.id).toContain(c.seen);
    }
    const shadow = told!.find(({ id }) => id === 'shadow')!;
    expect(shadow.state).toBe(wijk.v1.DeviceState.DEVICE_STATE_REFUSED);
    expect(shadow.discrepancies).toMatchObject([{ kind: 'same-device', text: expect.stringMatching(/as unit 1/) }]);
  });

  it('the twin ticked on all the time', () => {
    const ticks = at.frames.all.map(({ tick }) => tick!);
    expect(ticks).toEqual(Array.from({ length: ticks.length }, (_, k) => ticks[0]! + k));
  });

  it('shows what no device can: a household that feeds in without panels', () => {
    const c = cases.find(({ sin }) => sin === 'swapped-directions')!;
    const frame = at.frames.all.at(-1)!;
    expect(frame.slotMeasuredPowerW![at.place(c.slotId)]!).toBeLessThan(0);
    expect(frame.slotModelledPowerW![at.place(c.slotId)]!).toBeGreaterThan(0);
  });

  it('the verdict of the run is no pass: an error for what is not under control, inconclusive for what cannot be true', () => {
    const devicesOf = (some: (c: Case) => boolean) =>
      devicesOver(started, ended).filter(({ id }) => cases.some((c) => c.id === id && some(c)));
    const outcome = (some: (c: Case) => boolean, id: string) => {
      const bench = { modelOnly: false, name: 'sins', devices: devicesOf(some), links: [] };
      const evidence = { ...emptyEvidence({ startUs: 0, durationS: 60, tickS: TICK_S, speed: 1, bench }) };
      const limits = {
        maximumSubstitutedRatio: 1,
        maximumReadingsLostRatio: 1,
        maximumSetpointsIgnored: 0,
        maximumDecisionsMissed: 0,
        maximumLatenessRatio: 1,
      };
      return judgeBenchHealth(evidence, limits as Parameters<typeof judgeBenchHealth>[1]).find((r) => r.id === id)!;
    };
    expect(outcome(({ sin }) => sin === 'honest', 'bench-discrepancies').outcome).toBe('pass');
    for (const c of cases.filter(
      ({ seen }) => seen !== undefined && seen !== 'wrong-device' && seen !== 'same-device',
    )) {
      const ignored = c.seen === 'setpoint-ignored';
      const result = outcome(({ id }) => id === c.id, ignored ? 'bench-setpoints' : 'bench-discrepancies');
      expect(result.outcome, c.id).toBe(ignored || c.seen === 'not-reverted' ? 'error' : 'inconclusive');
      expect(result.explanation, c.id).toContain(c.id);
    }
  });

  it('ends with every device safe: confirmed, or by its own timer where it does not listen', async () => {
    ({ events } = await ask<wijk.v1.ListEventsResponse>((done) => at.house.record.listEvents({}, done)));
    const confirmation = await at.bench.close();
    expect([...confirmation.unconfirmed].sort()).toEqual(
      [...cases.filter(({ deaf }) => deaf).map(({ id }) => id), 'shadow'].sort(),
    );
    // Inside the band of their profile around 0 W: one of them takes a minute to be there to the last watt.
    const far = () =>
      cases
        .filter(({ actuator }) => actuator)
        .map(({ id }) => ({ id, powerW: Number(devices.get(id)!.status()['powerW']) }))
        .filter(({ powerW }) => Math.abs(powerW) > SAFE_BAND_W);
    await expect.poll(far, { timeout: 20_000 }).toEqual([]);
  }, 60_000);

  it('the record says what happened to whom', () => {
    for (const c of cases) {
      const own = events.filter(({ subject }) => subject === c.slotId);
      const kinds = own.map(({ kind }) => kind);
      if (c.outcome === 'goes on') expect(kinds, c.id).not.toContain('loss');
      if (c.outcome === 'away' || c.outcome === 'back') expect(kinds, c.id).toContain('loss');
      if (c.outcome === 'back') expect(kinds, c.id).toContain('return');
      if (c.seen === 'wrong-device') {
        expect(own.find(({ kind }) => kind === 'unbind')?.text, c.id).toMatch(/the chain breaks off/);
      } else if (c.seen !== undefined && c.seen !== 'same-device') {
        const notice = own.find(({ kind }) => kind === `device-${c.seen}`);
        expect(notice, c.id).toMatchObject({ actor: 'sins', text: expect.stringMatching(/\w/) });
      } else if (c.seen === undefined)
        expect(
          kinds.filter((k) => k?.startsWith('device-')),
          c.id,
        ).toEqual([]);
    }
    expect(events.some(({ kind }) => kind === 'device-same-device')).toBe(true);
    const other = cases.find(({ sin }) => sin === 'serial-after-reboot')!;
    const binds = events.filter(({ subject, kind }) => subject === other.slotId && kind === 'bind');
    expect(new Set(binds.map(({ text }) => text)).size).toBe(2);
  });
});

function make(row: Row, seed: number): MockDevice {
  const { ratedPowerW = 5000 } = row;
  const battery = { seed, ratedPowerW, capacityWh: 10_000, initialStateOfChargeRatio: 0.6, freePowerW: 0 };
  switch (row.on) {
    case 'storage':
      return createInverter(battery);
    case 'der':
      return createDer('sunspec-der-battery', battery);
    case 'sdm630':
      return createSdm630({ seed, loadW: () => [900, 300, 35] });
    case 'ac-meter':
      return createAcMeter({ seed, pvW: 0 });
    case 'p1':
      return createMeter({ seed, phases: 3, pvW: 0 });
  }
}

const PROFILE: Readonly<Record<Kind, string>> = {
  storage: 'sunspec-storage',
  der: 'sunspec-storage-der',
  sdm630: 'eastron-sdm630',
  'ac-meter': 'sunspec-meter',
  p1: 'dsmr5-meter',
};

function benchLine({ id, on, slotId, actuator, more }: Case, link = id, unit = 1): string {
  const common = `id: ${id}, profile: ${PROFILE[on]}, link: ${link}, slot: ${slotId}, freshness: 3s`;
  if (on === 'p1') return `  - {${common}, lease: meter}`;
  if (!actuator) return `  - {${common}, unit: ${unit}, lease: meter, pollPeriod: 500ms}`;
  return `  - {${common}, unit: ${unit}, lease: actuator, pollPeriod: 500ms, safeSetpointW: 0, ${more ?? 'revertTime: 5s'},
     envelope: {minimumW: -2000, maximumW: 2000, rampWPerS: 5000}}`;
}

/** The shipped profiles with less patience, so that the test is quick; what they judge stays the same. */
function impatient(): ReadonlyMap<string, Profile> {
  const profiles = new Map(loadProfiles());
  for (const name of Object.values(PROFILE)) {
    const profile = profiles.get(name)!;
    const { behaviour } = profile;
    const timing = { ...behaviour.timing, ...(name === 'dsmr5-meter' ? {} : { replyTimeoutMs: 400, budgetMs: 2500 }) };
    const quick = { ...profile, measurement: { ...profile.measurement, standsStillS: 4 } };
    if (quick.lease === 'meter') profiles.set(name, { ...quick, behaviour: { timing } } as Profile);
    else {
      const { control, effect } = quick.behaviour;
      const revert = { ...control.revert, minimumS: 2, toleranceS: 1 };
      // The mock with a heartbeat lives twice as fast: its ten seconds are five.
      const { heartbeat } = control;
      const beaten = heartbeat === undefined ? {} : { heartbeat: { ...heartbeat, timeoutS: 5 } };
      profiles.set(name, {
        ...quick,
        behaviour: {
          timing,
          control: { ...control, ...beaten, revert },
          effect: { ...effect, withinS: 3, refuseAfter: 2 },
        },
      } as Profile);
    }
  }
  return profiles;
}

const NAMES: Readonly<Record<number, string>> = { [MODEL]: 'model', [DEVICE]: 'device', [FALLBACK]: 'fallback' };

function print(
  cases: readonly Case[],
  frames: readonly wijk.v1.IFrame[],
  source: (frame: wijk.v1.IFrame, c: Case) => number,
  shownBy: (c: Case) => readonly Discrepancy[],
): void {
  const rows = cases.map((c) => {
    const way = frames.map((frame) => NAMES[source(frame, c)]!).filter((name, k, all) => name !== all[k - 1]);
    const seen = shownBy(c)
      .map(({ kind, count }) => `${kind} ×${count}`)
      .join(', ');
    const wanted = c.fault === undefined ? c.sin : `${c.sin} + ${c.fault[0]} ${c.fault[1]} s`;
    return [c.on, wanted, c.outcome, way.join('→'), c.seen ?? '–', seen || c.unseen || '–'].join(' | ');
  });
  process.stdout.write(`\ndevice | sin | expected | slot | to be seen | seen\n${rows.join('\n')}\n`);
}

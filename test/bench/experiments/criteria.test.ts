import { describe, expect, it } from 'vitest';
import { judgeBenchHealth } from '../../../bench/experiments/criteria/bench-health.js';
import { judgeCableLoading } from '../../../bench/experiments/criteria/cable-loading.js';
import { judgeComfort } from '../../../bench/experiments/criteria/comfort.js';
import { judgeCharging, judgeHotWater } from '../../../bench/experiments/criteria/energy-deficit.js';
import { judgeGroupLimit } from '../../../bench/experiments/criteria/group-limit.js';
import { judgeTransformerLoading } from '../../../bench/experiments/criteria/transformer-loading.js';
import { judgeVoltage } from '../../../bench/experiments/criteria/voltage.js';
import type { Device, Quarter, Slot, TenMinutes } from '../../../bench/experiments/evidence.js';
import { judge, overallOutcome } from '../../../bench/experiments/judge.js';
import fc from '../../support/property.js';
import { DEFAULTS, evidenceOf, quarter, START_US, tenMinutes } from './evidence-of.js';

const group = (quarters: Quarter[], options = DEFAULTS.groupLimit!) =>
  judgeGroupLimit(evidenceOf({ quarters }), options, 0.05, 'the contract');

describe('group limit per quarter-hour', () => {
  it('passes with its number, margin, time and coverage', () => {
    const result = group([quarter(0, 200), quarter(1, 268.3), quarter(2, 250)]);
    expect(result).toMatchObject({
      outcome: 'pass',
      value: 268.3,
      unit: 'kW',
      limit: 285,
      coverage: '3 of 3 quarters',
      worstUs: START_US + 900e6,
      source: 'the contract',
    });
    expect(result.margin).toBeCloseTo(16.7, 9);
  });

  it('fails by how much and when, and counts the energy', () => {
    const result = group([quarter(0, 300), quarter(1, 320), quarter(2, 250)]);
    expect(result).toMatchObject({ outcome: 'fail', value: 320, margin: -35, worstUs: START_US + 900e6 });
    expect(result.explanation).toBe('2 of 3 quarters above the limit, 12.5 kWh too much in all.');
  });

  it('takes the quarter with the least room, which a call-off may make a small one', () => {
    const called = quarter(1, 210, { limitW: 200_000, limitFrom: 'call-off' });
    expect(group([quarter(0, 280), called])).toMatchObject({ outcome: 'fail', value: 210, limit: 200, margin: -10 });
  });

  it('meets the limit exactly and passes; a tolerance moves it', () => {
    expect(group([quarter(0, 285)]).outcome).toBe('pass');
    expect(group([quarter(0, 285.1)]).outcome).toBe('fail');
    expect(group([quarter(0, 285.1)], { toleranceKw: 0.5 }).outcome).toBe('pass');
  });

  it('never judges an incomplete quarter: 0 of 0 is inconclusive', () => {
    const result = group([quarter(0, 999, { complete: false })]);
    expect(result).toMatchObject({ outcome: 'inconclusive', coverage: '0 of 0 quarters', worstUs: 0 });
    expect(result.value).toBeNaN();
    expect(group([]).outcome).toBe('inconclusive');
  });

  it('does not fail, and does not pass, on a quarter made of fallbacks', () => {
    const substituted = quarter(1, 400, { substitutedRatio: 0.2 });
    const result = group([quarter(0, 250), substituted]);
    expect(result).toMatchObject({ outcome: 'inconclusive', value: 250, coverage: '1 of 2 quarters' });
    expect(result.explanation).toMatch(/1 quarters not judged: more than 5 % of the power came from fallbacks/);
    expect(group([quarter(0, 300), substituted]).outcome).toBe('fail');
  });

  it('does not pass on a mean that is not a number, or without a limit', () => {
    expect(group([quarter(0, Number.NaN), quarter(1, 100)]).outcome).toBe('inconclusive');
    expect(group([quarter(0, 100, { limitW: 0 })]).outcome).toBe('inconclusive');
  });

  it('fails exactly when a complete, clean quarter is above its limit', () => {
    const quarters = fc.array(
      fc.record({ kw: fc.double({ min: 0, max: 600, noNaN: true }), complete: fc.boolean(), clean: fc.boolean() }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(quarters, (list) => {
        const result = group(
          list.map((q, i) => quarter(i, q.kw, { complete: q.complete, substitutedRatio: q.clean ? 0 : 1 })),
        );
        const judged = list.filter((q) => q.complete && q.clean);
        const fails = judged.some((q) => q.kw > 285);
        expect(result.outcome === 'fail').toBe(fails);
        expect(result.outcome === 'pass').toBe(
          !fails && judged.length > 0 && list.every((q) => q.clean || !q.complete),
        );
      }),
    );
  });
});

const POINT = { nodeIndex: 0, label: 'node 7' };
const voltage = (means: TenMinutes[], quarters: Quarter[] = []) =>
  judgeVoltage(evidenceOf({ tenMinutes: means, points: [POINT], quarters }), DEFAULTS.voltage!, 0.05);

describe('voltage', () => {
  const week = (special: number, volts: number) =>
    Array.from({ length: 1008 }, (_, i) => tenMinutes(i, { voltageV: [230, i < special ? volts : 230, 230] }));

  it('51 of 1008 means at 254 V fail the band and the bound', () => {
    const [band, always] = voltage(week(51, 254));
    expect(band).toMatchObject({ outcome: 'fail', limit: 95, coverage: '1008 of 1008 10-minute means' });
    expect(band!.value).toBeCloseTo(100 - 5.0595, 3);
    expect(band!.explanation).toBe('Least at node 7 phase b: 957 of 1008 means inside the band.');
    expect(always).toMatchObject({ outcome: 'fail', value: 254, limit: 253, margin: -1, sense: 'at most', unit: 'V' });
  });

  it('40 of 1008 means at 205 V pass both', () => {
    const [band, always] = voltage(week(40, 205));
    expect(band!.outcome).toBe('pass');
    expect(band!.value).toBeCloseTo(100 - 3.968, 3);
    expect(always).toMatchObject({ outcome: 'pass', value: 205, limit: 195.5, margin: 9.5, sense: 'at least' });
  });

  it.each([
    [253, 'pass'],
    [253.01, 'fail'],
    [195.5, 'pass'],
    [195.4, 'fail'],
  ])('%d V: never outside is a %s', (volts, outcome) => {
    expect(voltage(week(1, volts))[1]!.outcome).toBe(outcome);
  });

  it('says that a short run is no week', () => {
    const [band] = voltage([tenMinutes(0), tenMinutes(1), tenMinutes(2, { complete: false })]);
    expect(band).toMatchObject({ outcome: 'pass', coverage: '2 of 2 10-minute means' });
    expect(band!.explanation).toMatch(/a week \(1008 means\); judged on the 2 there are/);
  });

  it('is inconclusive on nothing, on gaps, and on fallbacks', () => {
    for (const result of voltage([]))
      expect(result).toMatchObject({ outcome: 'inconclusive', coverage: '0 of 0 10-minute means' });
    const gap = tenMinutes(1, { voltageV: [230, Number.NaN, 230] });
    for (const result of voltage([tenMinutes(0), gap])) {
      expect(result.outcome).toBe('inconclusive');
      expect(result.explanation).toMatch(/1 means are missing/);
    }
    // The second 10 minutes overlap both quarters; only the second quarter is clean.
    const bad = tenMinutes(1, { voltageV: [100, 100, 100] });
    const quarters = [quarter(0, 1, { substitutedRatio: 0.5 }), quarter(1, 1)];
    for (const result of voltage([tenMinutes(0), bad, tenMinutes(2)], quarters)) {
      expect(result).toMatchObject({ outcome: 'inconclusive', coverage: '1 of 3 10-minute means' });
    }
  });
});

const BRANCHES = [
  { index: 0, kind: 'transformer', label: 'transformer 1', rated: true },
  { index: 1, kind: 'line', label: 'line 2', rated: true },
  { index: 2, kind: 'line', label: 'line 3', rated: false },
];

describe('loading', () => {
  const evidence = evidenceOf({
    branches: BRANCHES,
    tenMinutes: [
      tenMinutes(0, { loadingRatio: [0.62, 0.9, Number.NaN] }),
      tenMinutes(1, { loadingRatio: [0.71, 1.04, Number.NaN] }),
      tenMinutes(2, { loadingRatio: [3, 3, 3], complete: false }),
    ],
  });

  it('of the transformer passes, of the cable fails, unrated cables are named', () => {
    const transformer = judgeTransformerLoading(evidence, DEFAULTS.transformerLoading!, 0.05);
    expect(transformer).toMatchObject({ outcome: 'pass', value: 71, limit: 100, unit: '%', worstUs: START_US + 600e6 });
    const cable = judgeCableLoading(evidence, DEFAULTS.cableLoading!, 0.05);
    expect(cable).toMatchObject({ outcome: 'fail', value: 104, coverage: '2 of 2 10-minute means' });
    expect(cable.margin).toBeCloseTo(-4, 9);
    expect(cable.explanation).toBe(
      'Most loaded: line 2. 1 of 1 cables above the limit. 1 cables have no rating and are not judged.',
    );
  });

  it('is inconclusive without means, without ratings, and with gaps', () => {
    expect(judgeTransformerLoading(evidenceOf({ branches: BRANCHES }), { maximum: 1 }, 0.05).outcome).toBe(
      'inconclusive',
    );
    const unrated = evidenceOf({ branches: [BRANCHES[2]!], tenMinutes: [tenMinutes(0)] });
    expect(judgeCableLoading(unrated, { maximum: 1 }, 0.05).outcome).toBe('inconclusive');
    const gap = evidenceOf({
      branches: BRANCHES,
      tenMinutes: [tenMinutes(0), tenMinutes(1, { loadingRatio: [Number.NaN, 0] })],
    });
    expect(judgeTransformerLoading(gap, { maximum: 1 }, 0.05).outcome).toBe('inconclusive');
  });
});

const slot = (id: string, kind: string, change: Partial<Slot> = {}): Slot => ({
  index: 0,
  id,
  kind,
  controllable: true,
  energyWh: 0,
  powerMaxW: 0,
  powerMinW: 0,
  comfortDeficitKh: 0,
  energyDeficitWh: 0,
  coldShowers: 0,
  energyThroughputWh: 0,
  ticksOnModel: 1000,
  ticksOnDevice: 0,
  ticksOnFallback: 0,
  ...change,
});

describe('comfort', () => {
  const comfort = (slots: Slot[]) => judgeComfort(evidenceOf({ slots }), DEFAULTS.comfort!);
  it('judges heat pumps and heat plants by the worst deficit', () => {
    const battery = slot('b', 'battery', { comfortDeficitKh: 99 });
    const warm = slot('plant', 'heat-plant', { comfortDeficitKh: 0.4 });
    expect(comfort([battery, warm])).toMatchObject({
      outcome: 'pass',
      value: 0.4,
      margin: 0.6,
      unit: 'K·h',
      coverage: '1 of 1 heated slots',
    });
    const cold = slot('school/heat-pump', 'heat-pump', { comfortDeficitKh: 2.5 });
    expect(comfort([warm, cold])).toMatchObject({
      outcome: 'fail',
      value: 2.5,
      explanation: 'Largest deficit at school/heat-pump. 1 slots above the limit.',
    });
  });
  it('is inconclusive without a heated slot', () => {
    expect(comfort([slot('b', 'battery')]).outcome).toBe('inconclusive');
  });
});

describe('energy that people did not get', () => {
  const points = [
    slot('post-1/ev-charger', 'ev-charger', { energyDeficitWh: 4000 }),
    slot('post-2/ev-charger', 'ev-charger', { energyDeficitWh: 1500 }),
    slot('garage/ev-charger', 'ev-charger'),
    slot('school/heat-pump', 'heat-pump', { energyDeficitWh: 700 }),
    // What a roof was held back is not what cars were refused.
    slot('home-001/pv', 'pv', { energyDeficitWh: 9e6 }),
  ];
  const charging = (slots: Slot[], maximumNotChargedKwh: number) =>
    judgeCharging(evidenceOf({ slots }), { maximumNotChargedKwh });

  it('sums over charge points and names where most is missing', () => {
    expect(charging(points, 6)).toMatchObject({
      outcome: 'pass',
      value: 5.5,
      margin: 0.5,
      unit: 'kWh',
      coverage: '3 of 3 charge points',
      explanation: 'Most at post-1/ev-charger, 4.0 kWh. 2 charge points have some.',
    });
    expect(charging(points, 5.4)).toMatchObject({ outcome: 'fail', limit: 5.4 });
    expect(charging(points, 5.5).outcome).toBe('pass');
  });

  it('judges cold showers by heat pumps and heat plants alone', () => {
    const slots = [...points, slot('plant/heat-plant', 'heat-plant', { energyDeficitWh: 300 })];
    const cold = (maximumColdKwh: number) => judgeHotWater(evidenceOf({ slots }), { maximumColdKwh });
    expect(cold(1)).toMatchObject({ id: 'hot-water', outcome: 'pass', value: 1 });
    expect(cold(0.9).outcome).toBe('fail');
  });

  it('is inconclusive without charge points, without their account, and without a run', () => {
    expect(charging([], 5)).toMatchObject({ outcome: 'inconclusive', coverage: '0 of 0 charge points' });
    const silent = slot('post-1/ev-charger', 'ev-charger', { energyDeficitWh: Number.NaN });
    expect(charging([...points, silent], 6)).toMatchObject({
      outcome: 'inconclusive',
      coverage: '3 of 4 charge points',
    });
    expect(charging([...points, silent], 1).outcome).toBe('fail');
    const none = judgeCharging(evidenceOf({ slots: points, simulatedS: 0 }), { maximumNotChargedKwh: 0 });
    expect(none.outcome).toBe('inconclusive');
  });
});

const device = (change: Partial<Device> = {}): Device => ({
  id: 'inverter-1',
  profile: 'sunspec-storage',
  identity: '',
  slotId: 'home-007/battery',
  lease: 'actuator',
  stateAtEnd: 'bound',
  readings: 1000,
  readingsLost: 0,
  setpointsIgnored: 0,
  setpointsLimited: 0,
  jitterP99Us: 0,
  roundTripP50Us: 0,
  roundTripP99Us: 0,
  lastError: '',
  ...change,
});

const benchRun = (devices: Device[], fallbackTicks = 0, change: Parameters<typeof evidenceOf>[0] = {}) =>
  evidenceOf({
    speed: 1,
    modelOnly: false,
    devices,
    slots: [
      slot('home-007/battery', 'battery', {
        ticksOnModel: 0,
        ticksOnDevice: 1000 - fallbackTicks,
        ticksOnFallback: fallbackTicks,
      }),
    ],
    quarters: [quarter(0, 300)],
    ...change,
  });

describe('bench health', () => {
  const health = (evidence: ReturnType<typeof evidenceOf>) =>
    new Map(judgeBenchHealth(evidence, DEFAULTS.benchHealth).map((r) => [r.id, r]));

  it('of a run on models is only its record', () => {
    expect([...health(evidenceOf({})).keys()]).toEqual(['bench-record']);
    expect([...health(evidenceOf({ externalStrategy: true })).keys()]).toEqual(['bench-record', 'bench-decisions']);
  });

  it('passes when all is well', () => {
    const results = health(benchRun([device()]));
    expect([...results.values()].map((r) => r.outcome)).toEqual(Array(7).fill('pass'));
  });

  it.each<[string, string, Parameters<typeof benchRun>]>([
    ['bench-record', 'error', [[device()], 0, { timing: { ...evidenceOf({}).timing, overrun: true } }]],
    [
      'bench-lateness',
      'inconclusive',
      [[device()], 0, { timing: { ...evidenceOf({}).timing, latenessP99Us: 300_000 } }],
    ],
    ['bench-devices', 'inconclusive', [[device({ stateAtEnd: 'lost' })]]],
    ['bench-substituted', 'inconclusive', [[device()], 60]],
    ['bench-readings', 'inconclusive', [[device({ readingsLost: 100 })]]],
    ['bench-readings', 'inconclusive', [[device({ readings: 0 })]]],
    ['bench-setpoints', 'error', [[device({ setpointsIgnored: 1 })]]],
    [
      'bench-discrepancies',
      'inconclusive',
      [[device({ discrepancies: [{ kind: 'impossible', text: 't', count: 1 }] })]],
    ],
    ['bench-discrepancies', 'error', [[device({ discrepancies: [{ kind: 'not-reverted', text: 't', count: 1 }] })]]],
  ])('%s is %s', (id, outcome, run) => {
    expect(health(benchRun(...run)).get(id)).toMatchObject({ outcome });
  });

  it('turns a failure into inconclusive when the trouble belongs to no quarter, and an error stays an error', () => {
    const judged = (evidence: ReturnType<typeof evidenceOf>) =>
      judge(evidence, { groupLimit: { toleranceKw: 0 }, benchHealth: DEFAULTS.benchHealth }, 'c');
    const well = judged(benchRun([device()]));
    expect(overallOutcome(well, { aborted: false, failed: false })).toBe('fail');
    const ill = judged(benchRun([device({ readingsLost: 500 })]));
    expect(ill[0]).toMatchObject({ id: 'group-limit', outcome: 'inconclusive', value: 300 });
    expect(ill[0]!.explanation).toMatch(/not a failure while the bench was ill \(Bench: readings lost\)/);
    expect(overallOutcome(ill, { aborted: false, failed: false })).toBe('inconclusive');
    const deaf = judged(benchRun([device({ setpointsIgnored: 3 })]));
    expect(overallOutcome(deaf, { aborted: false, failed: false })).toBe('error');
  });
});

describe('the outcome of a run', () => {
  const [pass] = [group([quarter(0, 1)])];
  const fail = group([quarter(0, 999)]);
  it('is the worst: error, aborted, fail, inconclusive, pass', () => {
    const calm = { aborted: false, failed: false };
    expect(overallOutcome([pass!], calm)).toBe('pass');
    expect(overallOutcome([pass!, group([])], calm)).toBe('inconclusive');
    expect(overallOutcome([group([]), fail, pass!], calm)).toBe('fail');
    expect(overallOutcome([fail], { aborted: true, failed: false })).toBe('aborted');
    expect(overallOutcome([fail], { aborted: true, failed: true })).toBe('error');
    expect(overallOutcome([], calm)).toBe('inconclusive');
  });
});

import { describe, expect, it } from 'vitest';
import { target } from '../../../bench/devices/power-window.js';
import {
  advance,
  budgetAt,
  edgesAfter,
  SAFETY_START,
  type SafetyConfig,
  type SafetyEvent,
  type SafetyState,
  spend,
  wanted,
} from '../../../bench/safety.js';
import fc from '../../support/property.js';

const BATTERY: SafetyConfig = {
  envelope: { minimumW: -4000, maximumW: 5000, rampWPerS: 1000 },
  safeSetpointW: 0,
  deadManMs: 10_000,
  meaning: 'target',
  rampStepMs: 1000,
};
const HEAT_PUMP: SafetyConfig = {
  envelope: { minimumW: 0, maximumW: 12_000, rampWPerS: 2000 },
  safeSetpointW: 6000,
  deadManMs: 10_000,
  meaning: 'ceiling',
  rampStepMs: 1000,
};

/** A device that has confirmed its safe setpoint with its reversion timer once. */
const ARMED: SafetyState = { ...SAFETY_START, armed: true };
const having = (...events: SafetyEvent[]): SafetyState => events.reduce(advance, ARMED);
const leased: SafetyEvent = { kind: 'leased' };
const setpoint = (activePowerW: number, atS: number): SafetyEvent => ({
  kind: 'setpoint',
  activePowerW,
  atMs: atS * 1000,
});
const confirmed = (powerW: number, atS: number): SafetyEvent => ({
  kind: 'confirmed',
  window: target(powerW),
  atMs: atS * 1000,
});
const stop: SafetyEvent = { kind: 'stop', by: 'j.devries', reason: 'smoke' };
const at = (config: SafetyConfig, state: SafetyState, s: number, measuredW = 0) =>
  wanted(config, state, s * 1000, measuredW);

describe('when the safe setpoint is wanted', () => {
  const cases: [string, SafetyState, number, string][] = [
    ['without a lease', having(), 0, 'no-lease'],
    ['with a lease and no setpoint yet', having(leased), 0, 'waiting'],
    ['when the newest setpoint is 10.001 s old', having(leased, setpoint(1000, 5)), 15.001, 'dead-man'],
    ['during an emergency stop', having(leased, setpoint(1000, 5), stop), 5, 'emergency-stop'],
    ['during an emergency stop without lease', having(stop), 5, 'emergency-stop'],
    ['with setpoints that came during the stop', having(leased, stop, setpoint(1000, 5)), 5, 'emergency-stop'],
    [
      'after the release until a fresh one comes',
      having(leased, setpoint(1, 5), stop, { kind: 'release' }),
      5,
      'waiting',
    ],
    ['after the lease has ended', having(leased, setpoint(1000, 5), { kind: 'lease-ended' }), 5, 'no-lease'],
    ['after a new lease: the old setpoint is not taken over', having(leased, setpoint(1000, 5), leased), 5, 'waiting'],
    ['while the bench holds the device', having(leased, setpoint(1000, 5), { kind: 'hold' }), 5, 'held'],
    ['with a setpoint that is no number of watts', having(leased, setpoint(Number.POSITIVE_INFINITY, 5)), 5, 'waiting'],
  ];
  it.each(cases)('%s', (_, state, s, reason) => {
    expect(at(BATTERY, state, s, 3000)).toEqual({ kind: 'safe', reason, window: target(0) });
  });

  it('exactly at the limit of the dead man the setpoint still holds', () => {
    expect(at(BATTERY, having(leased, setpoint(1000, 5)), 15, 1000).kind).toBe('follow');
  });

  it('of a ceiling: anything up to it', () => {
    expect(at(HEAT_PUMP, having(), 0)).toMatchObject({ window: { minimumW: 0, maximumW: 6000 } });
  });
});

describe('envelope and ramp', () => {
  it.each([
    ['inside, reachable', 500, 0, 500, 'nothing'],
    ['further than one second of ramp', 3000, 0, 1000, 'ramp'],
    ['downwards', -3000, 0, -1000, 'ramp'],
    ['above the envelope', 9000, 4500, 5000, 'envelope'],
    ['below the envelope', -9000, -3900, -4000, 'envelope'],
  ])('%s', (_, askedW, lastW, windowW, limitedBy) => {
    const state = having(leased, confirmed(lastW, 4), setpoint(askedW, 5));
    expect(at(BATTERY, state, 5)).toEqual({ kind: 'follow', window: target(windowW), limitedBy });
  });

  it('the ramp goes on from what was confirmed, and a pause gives no larger step', () => {
    const state = having(leased, confirmed(1000, 5), setpoint(5000, 5));
    expect(at(BATTERY, state, 5.5)).toMatchObject({ window: target(1500) });
    expect(at(BATTERY, state, 12)).toMatchObject({ window: target(2000) });
  });

  it('starts at the measured power where nothing is confirmed', () => {
    expect(at(BATTERY, having(leased, setpoint(3000, 5)), 5, 1500)).toMatchObject({ window: target(2500) });
  });

  it('free runs inside the envelope', () => {
    expect(at(BATTERY, having(leased, setpoint(Number.NaN, 5)), 5)).toEqual({
      kind: 'follow',
      window: { minimumW: -4000, maximumW: 5000 },
      limitedBy: 'nothing',
    });
  });

  it('a ceiling is lowered at once and raised with the ramp', () => {
    const high = { kind: 'confirmed', window: { minimumW: 0, maximumW: 10_000 }, atMs: 4000 } as const;
    const low = { kind: 'confirmed', window: { minimumW: 0, maximumW: 1000 }, atMs: 4000 } as const;
    expect(at(HEAT_PUMP, having(leased, high, setpoint(2000, 5)), 5)).toMatchObject({ window: { maximumW: 2000 } });
    expect(at(HEAT_PUMP, having(leased, low, setpoint(9000, 5)), 5)).toMatchObject({ window: { maximumW: 3000 } });
  });
});

const event: fc.Arbitrary<SafetyEvent> = fc.oneof(
  fc.constantFrom<SafetyEvent>(
    { kind: 'leased' },
    { kind: 'lease-ended' },
    { kind: 'lost' },
    { kind: 'release' },
    { kind: 'hold' },
    stop,
  ),
  fc
    .record({ activePowerW: fc.double({ min: -1e6, max: 1e6 }), s: fc.nat(100) })
    .map(({ activePowerW, s }) => setpoint(activePowerW, s)),
  fc.record({ w: fc.integer({ min: -4000, max: 5000 }), s: fc.nat(100) }).map(({ w, s }) => confirmed(w, s)),
);

describe('whatever happens', () => {
  it('nothing outside the envelope is ever commanded', () => {
    fc.assert(
      fc.property(
        fc.array(event, { maxLength: 20 }),
        fc.nat(200),
        fc.integer({ min: -9000, max: 9000 }),
        (events, s, measuredW) => {
          for (const config of [BATTERY, HEAT_PUMP]) {
            const { window } = at(config, having(...events), s, measuredW);
            expect(window.minimumW).toBeGreaterThanOrEqual(config.envelope.minimumW);
            expect(window.maximumW).toBeLessThanOrEqual(config.envelope.maximumW);
            expect(window.minimumW).toBeLessThanOrEqual(window.maximumW);
          }
        },
      ),
    );
  });

  it('a stop that was not released means the safe setpoint', () => {
    const withoutRelease = event.filter(({ kind }) => kind !== 'release');
    fc.assert(
      fc.property(fc.array(event), fc.array(withoutRelease), fc.nat(200), (before, since, s) => {
        expect(at(BATTERY, having(...before, stop, ...since), s)).toMatchObject({
          kind: 'safe',
          reason: 'emergency-stop',
        });
      }),
    );
  });
});

describe('nothing before the way out is armed', () => {
  const safe = (atS: number): SafetyEvent => ({ kind: 'confirmed', window: target(0), atMs: atS * 1000, safe: true });
  const from = (...events: SafetyEvent[]): SafetyState => events.reduce(advance, SAFETY_START);

  it('wants the safe setpoint until the device has confirmed it with its reversion timer', () => {
    expect(at(BATTERY, from(leased, setpoint(1000, 5)), 5)).toMatchObject({ kind: 'safe', reason: 'arming' });
    expect(at(BATTERY, from(safe(4), leased, setpoint(1000, 5)), 5)).toMatchObject({ kind: 'follow' });
    // A command that is not the safe setpoint does not arm, whatever was confirmed.
    expect(at(BATTERY, from(leased, confirmed(1000, 4), setpoint(1000, 5)), 5)).toMatchObject({ reason: 'arming' });
  });

  it('arms anew after the device was lost: it may have been off', () => {
    const lost = from(safe(4), leased, { kind: 'lost' }, setpoint(1000, 5));
    expect(at(BATTERY, lost, 5)).toMatchObject({ kind: 'safe', reason: 'arming' });
  });
});

describe('the edges of the envelope', () => {
  const config: SafetyConfig = {
    ...BATTERY,
    envelope: {
      ...BATTERY.envelope,
      stateOfCharge: { minimumRatio: 0.2, maximumRatio: 0.9 },
      temperatureC: { minimum: 0, maximum: 45 },
    },
  };
  const edgesOf = (...readings: { stateOfChargeRatio?: number; temperatureC?: number }[]): SafetyEvent => ({
    kind: 'edges',
    edges: readings.reduce<SafetyState['edges']>(
      (edges, r) => edgesAfter(config.envelope, edges, r),
      SAFETY_START.edges,
    ),
  });
  const measured = (soc: number, temperatureC = 20) => ({ stateOfChargeRatio: soc, temperatureC });

  it.each([
    ['empty: no discharge', -3000, 0.2, target(0), 'charge'],
    ['empty: charging goes on', 500, 0.2, target(500), 'nothing'],
    ['full: no charge', 3000, 0.95, target(0), 'charge'],
    ['full: discharging goes on', -500, 0.95, target(-500), 'nothing'],
    ['free and empty', Number.NaN, 0.1, { minimumW: 0, maximumW: 5000 }, 'charge'],
  ])('%s', (_, askedW, soc, window, limitedBy) => {
    const state = having(leased, confirmed(askedW, 4), setpoint(askedW, 5), edgesOf(measured(soc)));
    expect(at(config, state, 5, 0)).toEqual({ kind: 'follow', window, limitedBy });
  });

  it('let go 1 % inside, so that a battery at its edge does not flutter', () => {
    const state = (...socs: number[]) => having(leased, setpoint(-3000, 5), edgesOf(...socs.map((s) => measured(s))));
    expect(at(config, state(0.2, 0.205), 5, 0)).toMatchObject({ limitedBy: 'charge' });
    expect(at(config, state(0.2, 0.211), 5, 0)).toMatchObject({ limitedBy: 'ramp' });
  });

  it('a temperature outside holds the device at its safe setpoint until it is 2 K inside', () => {
    const state = (...temperatures: number[]) =>
      having(leased, setpoint(0, 5), edgesOf(...temperatures.map((t) => measured(0.5, t))));
    expect(at(config, state(45.1), 5)).toMatchObject({ kind: 'safe', reason: 'temperature' });
    expect(at(config, state(45.1, 44), 5)).toMatchObject({ kind: 'safe', reason: 'temperature' });
    expect(at(config, state(45.1, 42.9), 5)).toMatchObject({ kind: 'follow' });
    expect(at(config, state(-1), 5)).toMatchObject({ reason: 'temperature' });
  });

  it('an edge on something that the device does not measure is no edge to trust: safe setpoint', () => {
    const state = having(leased, setpoint(1000, 5), edgesOf({ stateOfChargeRatio: 0.5 }));
    expect(at(config, state, 5)).toMatchObject({ kind: 'safe', reason: 'unmeasured' });
  });

  it('never commands a discharge of an empty or a charge of a full battery, whatever is asked', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e5, max: 1e5, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: -5000, max: 5000, noNaN: true }),
        (askedW, soc, measuredW) => {
          const state = having(leased, confirmed(measuredW, 4), setpoint(askedW, 5), edgesOf(measured(soc)));
          const want = wanted(config, state, 5000, measuredW);
          if (soc <= 0.2) expect(want.window.minimumW).toBeGreaterThanOrEqual(0);
          if (soc >= 0.9) expect(want.window.maximumW).toBeLessThanOrEqual(0);
        },
      ),
    );
  });
});

describe('the budget of writes', () => {
  it('fills evenly, holds what five minutes bring, and is never below one', () => {
    let budget = budgetAt(120, undefined, 0);
    expect(budget.left).toBe(10);
    for (let k = 0; k < 12; k++) budget = spend(budget);
    expect(budget.left).toBe(0);
    expect(budgetAt(120, budget, 30_000).left).toBeCloseTo(1, 9);
    expect(budgetAt(120, budget, 3_600_000).left).toBe(10);
    expect(budgetAt(2, undefined, 0).left).toBe(1);
  });
});

/**
 * The engine on the shipped wijk: its books balance, its slots do not know each other, a lost device leaves within the
 * bound on the step, and everybody who may command a slot does so in the right order.
 */

import { describe, expect, it } from 'vitest';
import { nullableRanges } from '../../../../twin/core/base/columns.js';
import {
  LEASE_ACTUATOR,
  LEASE_METER,
  QUALITY_GOOD,
  QUALITY_INVALID,
  ROLE_EMERGENCY_STOP,
  ROLE_EXTERNAL_CONTROLLER,
  ROLE_STRATEGY,
  SOURCE_DEVICE,
  SOURCE_FALLBACK,
  SOURCE_MODEL,
} from '../../../../twin/core/base/status.js';
import { EVENT } from '../../../../twin/core/engine/events.js';
import { INPUT, InputBatch } from '../../../../twin/core/engine/inputs.js';
import type { Model } from '../../../../twin/core/engine/model.js';
import { createState, type State } from '../../../../twin/core/engine/state.js';
import { step } from '../../../../twin/core/engine/step.js';
import { buildModel } from '../../../../twin/wijk/build.js';
import { loadWijk } from '../../../../twin/wijk/load.js';
import fc from '../../../support/property.js';

const loaded = loadWijk('merwede-blok');
if (!loaded.ok) throw new Error('merwede-blok does not load');
const NaN_ = Number.NaN;

class Run {
  readonly model: Model;
  readonly state: State;
  readonly inputs = new InputBatch(64);

  constructor(strategy = 'passive', tickS = 1, seed = 1) {
    const built = buildModel(loaded.ok ? loaded.value : never(), {
      startUs: Date.parse('2012-02-03T16:00:00Z') * 1000,
      durationS: 6 * 3600,
      tickS,
      seed,
      strategy: { name: strategy, options: {} },
      groupLimitW: 0,
      weather: { stressWeek: 'cold-2012-02' },
    });
    if (!built.ok) throw new Error('merwede-blok does not build');
    this.model = built.value.model;
    this.state = createState(this.model);
    this.inputs.push(INPUT.weather, 0, -6, 40, 30, 3);
  }

  slot(id: string): number {
    return this.model.slots.id.indexOf(id);
  }

  tick(count = 1): this {
    for (let k = 0; k < count; k++) {
      step(this.model, this.state, this.inputs);
      this.inputs.clear();
    }
    return this;
  }

  bind(slot: number, { lease = LEASE_ACTUATOR, freshnessS = 3, safeW = 0, revertS = 5, scale = 1 } = {}): this {
    this.inputs.push(INPUT.bind, slot, lease, scale, freshnessS, safeW, revertS);
    return this;
  }

  reading(
    slot: number,
    watts: readonly [number, number, number],
    sequence: number,
    quality = QUALITY_GOOD,
    soc = NaN_,
  ): this {
    this.inputs.push(INPUT.measurement, slot, ...watts, 0, soc, NaN_, 0, sequence, quality);
    return this;
  }

  events(code: number): number[] {
    const { events } = this.state;
    return Array.from({ length: events.count }, (_, k) => k)
      .filter((k) => events.code[k] === code)
      .map((k) => events.index[k]!);
  }
}

function never(): never {
  throw new Error('unreachable');
}

const BATTERY = 'home-007/battery';
const HOME = 'home-012/household';

describe('the books', () => {
  it('balance: what the grid delivers is what the connections take and the cables lose', () => {
    const run = new Run('group-limit');
    for (let k = 0; k < 300; k++) {
      const { columns } = run.tick().state;
      const taken = columns.connectionActivePowerW.reduce((sum, w) => sum + w, 0);
      expect(columns.sourceActivePowerW[0]).toBeCloseTo(taken + columns.gridLossesW[0]!, 0);
      expect(columns.gridLossesW[0]).toBeGreaterThan(0);
      expect(columns.gridStatus[0]).toBe(0);
    }
  });

  it('have no voltages where the power flow has no solution, and the event tells how long it was looked for', () => {
    const run = new Run().tick();
    run.inputs.push(INPUT.loadStep, run.slot(HOME), 1e8, 60);
    const { events, columns } = run.tick().state;
    expect(columns.gridStatus[0]).toBe(1);
    const k = events.code.indexOf(EVENT.gridNotConverged);
    expect(events.value[k]).toBeGreaterThan(0);
    expect(events.value[k]).toBe(columns.solverIterations[0]);
  });

  it('name the slot whose power is no number, once, until it has one again', () => {
    const run = new Run().tick();
    const [home, other] = [run.slot(HOME), run.slot('home-013/household')];
    run.inputs.push(INPUT.loadStep, home, Number.NaN, 3);
    expect(run.tick().events(EVENT.noNumber)).toEqual([home]);
    expect(run.state.columns.gridStatus[0]).toBe(1);
    run.inputs.push(INPUT.loadStep, other, Number.POSITIVE_INFINITY, 1);
    expect(run.tick().events(EVENT.noNumber)).toEqual([other]);
    expect(run.tick(5).events(EVENT.noNumber)).toEqual([]);
    expect(run.state.columns.gridStatus[0]).toBe(0);
    run.inputs.push(INPUT.loadStep, home, Number.NaN, 3);
    expect(run.tick().events(EVENT.noNumber)).toEqual([home]);
  });

  it('every connection is the sum of its slots, and the group the sum of its connections', () => {
    const { model, state } = new Run().tick(5);
    const sums = new Float64Array(model.dimensions.connections);
    state.columns.slotActivePowerW.forEach((w, i) => {
      sums[model.slots.connection[i]!]! += w;
    });
    sums.forEach((w, c) => {
      expect(state.columns.connectionActivePowerW[c]).toBeCloseTo(w, 6);
    });
    const group = sums.reduce((sum, w, c) => sum + (model.connections.inGroup[c] === 1 ? w : 0), 0);
    expect(state.columns.groupActivePowerW[0]).toBeCloseTo(group, 6);
  });

  it('a quarter-hour is the mean of its ticks, finished by its last tick and judged complete', () => {
    const run = new Run('passive', 60);
    const powers: number[] = [];
    for (let k = 0; k < 15; k++) powers.push(run.tick().state.columns.groupActivePowerW[0]!);
    const { columns } = run.state;
    expect(columns.lastQuarterComplete[0]).toBe(1);
    expect(columns.lastQuarterMeanActivePowerW[0]).toBeCloseTo(powers.reduce((a, b) => a + b) / 15, 6);
    expect(columns.lastTenMinuteComplete[0]).toBe(1);
  });

  it('two runs with the same inputs are the same, bit for bit; another seed is not', () => {
    const frames = [new Run(), new Run(), new Run('passive', 1, 2)].map((run) => run.tick(120).state.frame.slice());
    expect(frames[1]).toEqual(frames[0]);
    expect(frames[2]).not.toEqual(frames[0]);
  });
});

describe('no number', () => {
  const placesOfNaN = (frame: Float64Array) => [...frame.keys()].filter((i) => Number.isNaN(frame[i]!));

  it.each(['passive', 'group-limit'])('stands only where the table of columns allows it (%s)', (strategy) => {
    const run = new Run(strategy, 60);
    const ranges = nullableRanges(run.model.layout);
    run.bind(run.slot(BATTERY)).reading(run.slot(BATTERY), [100, 0, 0], 1);
    const seen = new Set<number>();
    for (let k = 0; k < 60; k++) for (const place of placesOfNaN(run.tick().state.frame)) seen.add(place);
    expect(seen.size).toBeGreaterThan(0);
    const outside = [...seen].filter((place) => !ranges.some(([from, end]) => from <= place && place < end));
    expect(outside).toEqual([]);
  });
});

describe('the first tick', () => {
  it('is decided upon: the group is within its limit from the first second on', () => {
    const run = new Run('group-limit');
    const free = new Run('passive').tick().state.columns.groupActivePowerW[0]!;
    const groupW = Array.from({ length: 5 }, () => run.tick().state.columns.groupActivePowerW[0]!);
    expect(free).toBeGreaterThan(run.model.groupLimitW);
    for (const w of groupW) expect(w).toBeLessThan(run.model.groupLimitW);
    // Comfort is not the price of it: heat runs from the start, as the room allows.
    expect(run.state.columns.slotActivePowerW[run.slot('heat-plant/heat-plant')]).toBeGreaterThan(50_000);
    expect(run.state.columns.slotActivePowerW[run.slot('school/heat-pump')]).toBeGreaterThan(2000);
  });

  it('leaves no trace of its rehearsal: without control it is the same as where nothing was rehearsed', () => {
    // An external strategy that has not come leads nobody and is not rehearsed for.
    for (const tickS of [1, 60]) {
      const [rehearsed, plain] = [new Run('passive', tickS), new Run('external', tickS)];
      for (let k = 0; k < 40; k++) expect(rehearsed.tick().state.frame).toEqual(plain.tick().state.frame);
    }
  });

  it('is decided upon with the readings that are there already', () => {
    const run = new Run('group-limit');
    const home = run.slot(HOME);
    run.bind(home, { lease: LEASE_METER }).reading(home, [20_000, 20_000, 20_000], 1).tick();
    const alone = new Run('group-limit').tick();
    const plant = run.slot('heat-plant/heat-plant');
    // 60 kW on a meter are 60 kW less for heat and cars, at once.
    const lessW = alone.state.columns.slotSetpointW[plant]! - run.state.columns.slotSetpointW[plant]!;
    expect(lessW).toBeGreaterThan(30_000);
    expect(run.events(EVENT.loss)).toEqual([]);
  });
});

describe('slots do not know each other', () => {
  it('a device in one slot changes no model in another', () => {
    const alone = new Run();
    const bound = new Run();
    const slot = bound.slot('home-020/household');
    expect(slot).toBeGreaterThanOrEqual(0);
    bound.bind(slot, { lease: LEASE_METER });
    for (let k = 0; k < 60; k++) {
      bound.reading(slot, [900 + k, 10, 20], k + 1).tick();
      alone.tick();
      expect(bound.state.columns.slotModelledPowerW).toEqual(alone.state.columns.slotModelledPowerW);
    }
    expect(bound.state.columns.slotSource[slot]).toBe(SOURCE_DEVICE);
  });
});

describe('a device in a slot', () => {
  it('leads from its first reading, is scaled, and carries its age', () => {
    const run = new Run();
    const slot = run.slot(BATTERY);
    run.bind(slot, { scale: 2 }).tick();
    expect(run.state.columns.slotSource[slot]).toBe(SOURCE_MODEL);
    run.reading(slot, [100, 200, 300], 1).tick();
    expect(run.state.columns.slotSource[slot]).toBe(SOURCE_DEVICE);
    expect(run.state.columns.slotActivePowerW[slot]).toBe(1200);
    run.tick(2);
    expect(run.state.columns.slotAgeS[slot]).toBe(2);
    expect(run.state.columns.slotActivePowerW[slot]).toBe(1200);
  });

  it("a meter's household is the meter less the connection's other slots", () => {
    const run = new Run();
    const home = run.slot(HOME);
    run.bind(home, { lease: LEASE_METER }).reading(home, [400, 500, 600], 1).tick();
    const connection = run.model.slots.connection[home]!;
    expect(run.state.columns.connectionActivePowerW[connection]).toBeCloseTo(1500, 9);
  });

  it('an invalid reading does not keep it fresh', () => {
    const run = new Run();
    const slot = run.slot(BATTERY);
    run.bind(slot).reading(slot, [0, 0, 0], 1).tick();
    for (let k = 0; k < 5; k++) run.reading(slot, [9, 9, 9], 2 + k, QUALITY_INVALID).tick();
    expect(run.state.columns.slotSource[slot]).toBe(SOURCE_FALLBACK);
  });

  it('a lost one steps by at most |measured - modelled| at the last fresh reading, whatever was commanded meanwhile', () => {
    fc.assert(
      fc.property(
        fc.record({
          measured: fc.double({ min: -5000, max: 5000, noNaN: true }),
          before: fc.integer({ min: -5000, max: 5000 }),
          after: fc.integer({ min: -5000, max: 5000 }),
          soc: fc.double({ min: 0.1, max: 0.9, noNaN: true }),
        }),
        ({ measured, before, after, soc }) => {
          const run = new Run();
          const slot = run.slot(BATTERY);
          run.bind(slot);
          run.inputs.push(INPUT.roleSetpoint, slot, ROLE_EXTERNAL_CONTROLLER, before);
          for (let k = 0; k < 4; k++)
            run.reading(slot, [measured / 3, measured / 3, measured / 3], k + 1, QUALITY_GOOD, soc).tick();
          run.inputs.push(INPUT.roleSetpoint, slot, ROLE_EXTERNAL_CONTROLLER, after);
          let usedW = 0;
          let boundW = 0;
          for (let k = 0; k < 10 && run.state.source[slot] !== SOURCE_FALLBACK; k++) {
            usedW = run.state.columns.slotActivePowerW[slot]!;
            boundW = Math.abs(run.state.device.usedAtFreshW[slot]! - run.state.device.modelledAtFreshW[slot]!);
            run.tick();
          }
          expect(run.state.source[slot]).toBe(SOURCE_FALLBACK);
          expect(run.events(EVENT.loss)).toEqual([slot]);
          expect(Math.abs(run.state.columns.slotActivePowerW[slot]! - usedW)).toBeLessThanOrEqual(boundW + 1e-9);
        },
      ),
      { numRuns: 15 },
    );
  });

  it('a lost one goes to its declared safe setpoint after its declared revert time, and leads again when it is back', () => {
    const run = new Run();
    const slot = run.slot(BATTERY);
    run.bind(slot, { safeW: 0, revertS: 5 });
    run.inputs.push(INPUT.roleSetpoint, slot, ROLE_EXTERNAL_CONTROLLER, 2000);
    for (let k = 0; k < 5; k++) run.reading(slot, [660, 670, 670], k + 1, QUALITY_GOOD, 0.5).tick();
    run.tick(5);
    expect(run.state.columns.slotSource[slot]).toBe(SOURCE_FALLBACK);
    expect(run.state.columns.slotActivePowerW[slot]).toBeGreaterThan(1500);
    run.tick(20);
    expect(Math.abs(run.state.columns.slotActivePowerW[slot]!)).toBeLessThan(100);
    run.reading(slot, [100, 100, 100], 9).tick();
    expect(run.state.columns.slotSource[slot]).toBe(SOURCE_DEVICE);
    expect(run.events(EVENT.deviceBack)).toEqual([slot]);
  });
});

describe('who wins at a slot', () => {
  it('emergency stop over external controller over strategy, and back again', () => {
    const run = new Run('group-limit');
    const slot = run.slot(BATTERY);
    const from = (): number => run.state.columns.slotSetpointFrom[slot]!;
    run.tick(3);
    expect(from()).toBe(ROLE_STRATEGY);
    run.inputs.push(INPUT.roleSetpoint, slot, ROLE_EXTERNAL_CONTROLLER, 1234);
    expect(run.tick().state.columns.slotSetpointW[slot]).toBe(1234);
    run.inputs.push(INPUT.emergencyStop, 0, 1);
    run.tick();
    expect(from()).toBe(ROLE_EMERGENCY_STOP);
    run.inputs.push(INPUT.emergencyStop, 0, 0);
    run.tick();
    expect(from()).toBe(ROLE_EXTERNAL_CONTROLLER);
    run.inputs.push(INPUT.roleSetpoint, slot, ROLE_EXTERNAL_CONTROLLER, NaN_);
    run.tick();
    expect(from()).toBe(ROLE_STRATEGY);
  });

  it('a window bounds the strategy below it and what the slot would do by itself, and says who bounds', () => {
    const run = new Run('passive');
    const slot = run.slot(BATTERY);
    const { columns } = run.state;
    const window = (role: number, lowW: number, highW: number): void => {
      run.inputs.push(INPUT.roleSetpoint, slot, role, NaN_, 0, 1, lowW, highW);
    };
    // A home that consumes more than its roof gives, so a free battery discharges: at most 20 W of it later.
    run.inputs.push(INPUT.loadStep, run.slot('home-007/household'), 1500, 3600);
    run.tick(2);
    expect(columns.slotSetpointW[slot]).toBeNaN();
    window(ROLE_EXTERNAL_CONTROLLER, -20, 5000);
    run.tick(2);
    expect(columns.slotSetpointW[slot]).toBe(-20);
    expect(columns.slotSetpointFrom[slot]).toBe(ROLE_EXTERNAL_CONTROLLER);
    run.inputs.push(INPUT.roleSetpoint, slot, ROLE_STRATEGY + 2, 700);
    // A call-off is above an external controller's window.
    run.tick();
    expect([columns.slotSetpointW[slot], columns.slotSetpointFrom[slot]]).toEqual([700, ROLE_STRATEGY + 2]);
    run.inputs.push(INPUT.emergencyStop, 0, 1);
    run.tick();
    expect(columns.slotSetpointFrom[slot]).toBe(ROLE_EMERGENCY_STOP);
    run.inputs.push(INPUT.emergencyStop, 0, 0);
    run.inputs.push(INPUT.roleSetpoint, slot, ROLE_STRATEGY + 2, NaN_);
    run.inputs.push(INPUT.roleSetpoint, slot, ROLE_EXTERNAL_CONTROLLER, NaN_);
    run.tick();
    expect(columns.slotSetpointW[slot]).toBeNaN();
  });

  it('a window leaves a setpoint that keeps it to whom it belongs', () => {
    const run = new Run('passive');
    const slot = run.slot(BATTERY);
    run.inputs.push(INPUT.roleSetpoint, slot, ROLE_EXTERNAL_CONTROLLER, 300);
    run.inputs.push(INPUT.roleSetpoint, slot, ROLE_STRATEGY + 3, NaN_, 0, 1, -500, 500);
    run.tick();
    expect([run.state.columns.slotSetpointW[slot], run.state.columns.slotSetpointFrom[slot]]).toEqual([300, 2]);
    run.inputs.push(INPUT.roleSetpoint, slot, ROLE_EXTERNAL_CONTROLLER, 900);
    run.tick();
    expect([run.state.columns.slotSetpointW[slot], run.state.columns.slotSetpointFrom[slot]]).toEqual([500, 4]);
  });

  it('what is given for a time lapses in its tick unless it is given again, and says so', () => {
    const run = new Run('passive');
    const slot = run.slot(BATTERY);
    const setpoint = (): number => run.state.columns.slotSetpointW[slot]!;
    run.inputs.push(INPUT.roleSetpoint, slot, ROLE_EXTERNAL_CONTROLLER, 400, 3);
    run.tick(3);
    expect(setpoint()).toBe(400);
    run.inputs.push(INPUT.roleSetpoint, slot, ROLE_EXTERNAL_CONTROLLER, 500, 3);
    run.tick();
    // The old lapse ends in the same tick in which the new one comes: the new one holds.
    expect(setpoint()).toBe(500);
    run.tick(2);
    expect(setpoint()).toBe(500);
    run.tick();
    expect(setpoint()).toBeNaN();
    expect(run.events(EVENT.setpointLapsed)).toEqual([slot]);
  });

  it('publishes the phases of a connection: they sum to its power, and a measured phase is its own', () => {
    const run = new Run();
    const slot = run.slot(BATTERY);
    run.bind(slot);
    run.reading(slot, [300, -200, 50], 1, QUALITY_GOOD, 0.5).tick();
    const { columns, slotPhaseW } = run.state;
    const c = run.model.slots.connection[slot]!;
    const phases = columns.connectionPhaseActivePowerW.subarray(3 * c, 3 * c + 3);
    expect(phases[0]! + phases[1]! + phases[2]!).toBeCloseTo(columns.connectionActivePowerW[c]!, 9);
    for (let p = 0; p < 3; p++) {
      let sumW = 0;
      run.model.slots.connection.forEach((of, i) => {
        if (of === c) sumW += slotPhaseW[3 * i + p]!;
      });
      expect(phases[p]).toBeCloseTo(sumW, 9);
    }
  });

  it('a silent external strategy holds its last setpoint, then the safe ones', () => {
    const run = new Run('external');
    const slot = run.slot(BATTERY);
    run.inputs.push(INPUT.strategyLease, 0, 1, 2);
    run.tick();
    run.inputs.push(INPUT.roleSetpoint, slot, ROLE_STRATEGY, 800);
    run.inputs.push(INPUT.decision, 0, 2);
    expect(run.tick().state.columns.slotSetpointW[slot]).toBe(800);
    expect(run.tick(2).state.columns.slotSetpointW[slot]).toBe(800);
    run.tick();
    expect(run.events(EVENT.strategySafe)).toHaveLength(1);
    expect(run.state.columns.slotSetpointW[slot]).toBe(run.model.slots.safeSetpointW[slot]!);
    expect(run.state.columns.decisionsMissed[0]).toBe(3);
  });

  it('a call-off lowers the limit for its time only, and the strategy follows it', () => {
    const run = new Run('group-limit', 60);
    const start = run.model.startUs;
    run.inputs.push(INPUT.groupLimit, 0, start + 900e6, start + 1800e6, 200_000);
    run.tick(15);
    const contractW = run.state.columns.groupLimitW[0]!;
    run.tick(15);
    expect(run.state.columns.lastQuarterLimitW[0]).toBe(200_000);
    expect(run.state.columns.lastQuarterMeanActivePowerW[0]).toBeLessThanOrEqual(200_000);
    run.tick();
    expect(run.state.columns.groupLimitW[0]).toBe(contractW);
  });
});

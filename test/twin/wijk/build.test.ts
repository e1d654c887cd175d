import { describe, expect, it } from 'vitest';
import { formatProblem } from '../../../errors.js';
import { ASSET_BATTERY, ASSET_HEAT_PUMP, ASSET_HOUSEHOLD } from '../../../twin/core/base/status.js';
import { createSolver } from '../../../twin/core/grid/solver.js';
import { powerBudget } from '../../../twin/wijk/budget.js';
import { buildModel } from '../../../twin/wijk/build.js';
import { loadWijk } from '../../../twin/wijk/load.js';
import type { RunParameters } from '../../../twin/wijk/run.js';
import { weatherFigures, weatherSeries } from '../../../twin/wijk/weather/series.js';

const parsed = loadWijk('merwede-blok');
if (!parsed.ok) throw new Error(parsed.problems.map(formatProblem).join('\n'));
const loaded = parsed.value;

const EVENING: RunParameters = {
  startUs: Date.parse('2012-02-03T16:00:00+01:00') * 1000,
  durationS: 6 * 3600,
  tickS: 10,
  seed: 1,
  strategy: { name: 'passive', options: {} },
  groupLimitW: 0,
  weather: {},
};
const problems = (run: Partial<RunParameters>): string[] => {
  const built = buildModel(loaded, { ...EVENING, ...run });
  return built.ok ? [] : built.problems.map(formatProblem);
};

describe('the model of merwede-blok', () => {
  const built = buildModel(loaded, EVENING);
  if (!built.ok) throw new Error('must build');
  const { model } = built.value;
  const { slots, connections } = model;

  it('has a slot per asset, with shares that are whole and powers that can be', () => {
    expect(slots.id).toHaveLength(model.dimensions.slots);
    expect(new Set(slots.id).size).toBe(slots.id.length);
    for (let i = 0; i < slots.id.length; i++) {
      const share = slots.share.subarray(3 * i, 3 * i + 3);
      expect(share.reduce((sum, s) => sum + s, 0)).toBeCloseTo(1, 9);
      expect(slots.powerMaxW[i]! - slots.powerMinW[i]!).toBeGreaterThan(0);
      expect(slots.controllable[i] === 0).toBe(slots.kind[i] === ASSET_HOUSEHOLD || slots.kind[i] === 6);
    }
    const at = (id: string) => slots.id.indexOf(id);
    expect(slots.kind[at('home-007/battery')]).toBe(ASSET_BATTERY);
    expect([slots.powerMaxW[at('home-007/battery')], slots.powerMinW[at('home-007/battery')]]).toEqual([5000, -5000]);
    expect(slots.kind[at('school/heat-pump')]).toBe(ASSET_HEAT_PUMP);
    expect(slots.kind[at('home-012/household')]).toBe(ASSET_HOUSEHOLD);
    expect(at('heat-plant/heat-plant')).toBeGreaterThan(0);
    expect(model.groupLimitW).toBe(275_000);
  });

  it('every connection finds its load and its node in the solver, each its own', () => {
    const solver = createSolver(model.grid);
    expect(solver.nodeIds).toHaveLength(model.dimensions.nodes);
    expect(solver.branchIds).toHaveLength(model.dimensions.branches);
    expect(new Set(connections.load).size).toBe(model.dimensions.connections);
    const c = connections.id.indexOf('home-012');
    expect(solver.loadIds[connections.load[c]!]).toBe(loaded.wijk.connections[c]!.load);
    expect(solver.nodeIds[connections.node[c]!]).toBe(1111);
  });

  it('takes the limit of the run if there is one', () => {
    const other = buildModel(loaded, { ...EVENING, groupLimitW: 200_000 });
    expect(other.ok && other.value.model.groupLimitW).toBe(200_000);
  });
});

describe('run parameters', () => {
  it('are told all at once', () => {
    const found = problems({
      tickS: 7,
      seed: -1,
      groupLimitW: -5,
      strategy: { name: 'magic', options: {} },
      weather: { stressWeek: 'cold-1963' },
    }).join('\n');
    expect(found).toContain('tickS = 7: must divide 300 s');
    expect(found).toContain('seed = -1: ');
    expect(found).toContain('groupLimitW = -5: ');
    expect(found).toContain('strategy/name = magic: ');
    expect(found).toContain('weather/stressWeek = cold-1963: there is no such stress week');
  });

  it('keep start and duration on whole ticks', () => {
    expect(problems({ startUs: EVENING.startUs + 1 })[0]).toContain('startUs = ');
    expect(problems({ durationS: 15 })[0]).toContain('durationS = 15: must be a whole number of ticks');
    expect(problems({ tickS: 0.1, durationS: 0.3 })).toEqual([]);
  });

  it('ask for weather that covers every day of the run', () => {
    expect(problems({ startUs: Date.parse('2012-02-13T16:00:00Z') * 1000 })).toEqual([
      '<run parameters>: weather = 2012-02-13: the run takes 2012-02-13 to 2012-02-13 (UT), and stress week cold-2012-02 holds 2012-02-01 to 2012-02-12',
    ]);
    expect(problems({ startUs: Date.parse('2012-02-12T16:00:00Z') * 1000, durationS: 86_400 })).toHaveLength(1);
    expect(problems({ weather: { stressWeek: 'cold-2012-02', knmiDailyFile: 'x' } })[0]).toContain('not both');
    expect(problems({ weather: { knmiDailyFile: '/nowhere/etmgeg.txt' } })).toEqual([
      '/nowhere/etmgeg.txt: there is no such file',
    ]);
  });
});

describe('weather of a run', () => {
  it('is constant within a minute, follows the stress week, and goes on after its last day', () => {
    const series = weatherSeries(loaded, EVENING);
    if (!series.ok) throw new Error('must be there');
    const [one, other] = [new Float64Array(4), new Float64Array(4)];
    series.value.at(EVENING.startUs, one);
    series.value.at(EVENING.startUs + 59_999_999, other);
    expect([...other]).toEqual([...one]);
    series.value.at(EVENING.startUs + 60e6, other);
    expect(other[0]).toBeLessThan(one[0]!);
    expect(one[0]).toBeLessThan(-5);
    expect(one[0]).toBeGreaterThan(-9);
    // A run without end: the last day again, still by its own sun.
    series.value.at(Date.parse('2012-03-01T02:00:00Z') * 1000, other);
    expect([...other].every((value) => Number.isFinite(value))).toBe(true);
    expect(other[1]).toBe(0);
  });

  it('comes the same from the days of a recording', () => {
    const figures = weatherFigures(loaded, EVENING);
    if (!figures.ok || !('days' in figures.value)) throw new Error('must be there');
    const again = weatherFigures(loaded, { ...EVENING, weather: figures.value });
    expect(again).toEqual(figures);
    expect(figures.value.days).toHaveLength(3);
  });
});

describe('the budget of the cold evening', () => {
  it('inflexible power is at most 0.7 of the limit, and everything at once 1.2 to 1.5 times it', () => {
    const budget = powerBudget(loaded, { ...EVENING, tickS: 60 });
    if (!budget.ok) throw new Error('must run');
    const { limitW, inflexible, group, voltageMinV, voltageMaxV, cableLoadingMax, transformerLoadingMax } =
      budget.value;
    expect(inflexible.powerW / limitW).toBeLessThan(0.7);
    expect(group.powerW / limitW).toBeGreaterThan(1.2);
    expect(group.powerW / limitW).toBeLessThan(1.5);
    expect(budget.value.quarters).toBe(24);
    expect(budget.value.quartersAboveLimit).toBeGreaterThan(0);
    // Without control it is the contract that breaks, not the grid.
    expect(voltageMinV).toBeGreaterThan(207);
    expect(voltageMaxV).toBeLessThan(253);
    expect(cableLoadingMax).toBeLessThan(1);
    expect(transformerLoadingMax).toBeLessThan(1);
    expect(budget.value.notConverged).toBe(0);
  });

  it('the strategy keeps it, without cold homes', () => {
    const budget = powerBudget(loaded, { ...EVENING, tickS: 60, strategy: { name: 'group-limit', options: {} } });
    if (!budget.ok) throw new Error('must run');
    expect(budget.value.quartersAboveLimit).toBe(0);
    expect(budget.value.comfortDeficitKh).toBe(0);
  });
});

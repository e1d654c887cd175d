import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatDuration, parseDuration } from '../../../bench/experiments/duration.js';
import {
  type Experiment,
  isModelOnly,
  loadExperiment,
  parseExperiment,
  shippedExperiments,
  withOverrides,
} from '../../../bench/experiments/load.js';
import { formatProblem } from '../../../errors.js';
import type { Parsed } from '../../../problems.js';
import { ownFolder } from '../../support/folder.js';

const GOOD = `experiment: evening
title: An evening
wijk: merwede-blok
start: 2012-02-03T16:00:00
duration: 6h
strategy: {name: group-limit, options: {marginRatio: 0.05}}
contract: {groupLimitKw: 285, source: a contract}
criteria:
  groupLimit: {}
`;

function good(text: string): Experiment {
  const parsed = parseExperiment(text, '/lab/evening.yaml');
  if (!parsed.ok) throw new Error(parsed.problems.map(formatProblem).join('\n'));
  return parsed.value;
}

function problemsOf(parsed: Parsed<unknown>): string[] {
  return parsed.ok ? [] : parsed.problems.map(formatProblem);
}

describe('durations', () => {
  it.each([
    ['6h', 21_600, '6 h'],
    ['1h30m', 5400, '1 h 30 min'],
    ['16m', 960, '16 min'],
    ['60s', 60, '1 min'],
    ['100ms', 0.1, '0.1 s'],
    ['7d', 604_800, '7 d'],
    ['2m30s', 150, '2 min 30 s'],
  ])('%s is %d s, written %s', (written, seconds, text) => {
    expect(parseDuration(written)).toBe(seconds);
    expect(formatDuration(seconds)).toBe(text);
  });
  it.each(['', '6', 'h', '30m1h', '6 h', '-6h', '1e3s'])('%j is none', (written) => {
    expect(parseDuration(written)).toBeUndefined();
  });
});

describe('an experiment file', () => {
  it('is read with its defaults, in SI units', () => {
    const experiment = good(GOOD);
    expect(experiment).toMatchObject({
      name: 'evening',
      startUs: Date.UTC(2012, 1, 3, 15) * 1000,
      durationS: 21_600,
      tickS: 1,
      speed: 1,
      seed: 1,
      contract: { groupLimitW: 285_000, source: 'a contract' },
      bench: 'none',
      waitForDevicesS: 60,
      weather: { stressWeek: '', knmiDailyFile: '' },
    });
    expect(experiment.criteria.benchHealth.maximumSubstitutedRatio).toBe(0.05);
    expect(isModelOnly(experiment)).toBe(true);
  });

  it('reads events in the three ways to write a time, sorted', () => {
    const { events } = good(`${GOOD}events:
  - {at: 18:30, groupLimitKw: 200, until: 19:30}
  - {at: +30m, slot: home-007/battery, setpointW: -3000, until: +1h}
  - {at: '2012-02-03T17:00:00', slot: school/heat-pump, loadStepW: 5000, duration: 10m}
`);
    const at = (hour: number, minute: number) => Date.UTC(2012, 1, 3, hour - 1, minute) * 1000;
    expect(events).toEqual([
      { kind: 'setpoint', atUs: at(16, 30), untilUs: at(17, 0), slot: 'home-007/battery', powerW: -3000 },
      { kind: 'load-step', atUs: at(17, 0), untilUs: at(17, 10), slot: 'school/heat-pump', powerW: 5000 },
      { kind: 'group-limit', atUs: at(18, 30), untilUs: at(19, 30), limitW: 200_000 },
    ]);
  });

  it('takes paths from its own folder', () => {
    const experiment = good(
      GOOD.replace('merwede-blok', 'wijken/own.yaml').replace('strategy', 'bench: bench.yaml\nstrategy'),
    );
    expect(experiment.wijk).toBe('/lab/wijken/own.yaml');
    expect(experiment.bench).toBe('/lab/bench.yaml');
    expect(isModelOnly(experiment)).toBe(false);
  });

  it('tells every problem at once, with file, line, path, value and rule', () => {
    const text = `experiment: Evening
wijk: merwede-blok
start: 2012-03-25T02:30:00
duration: 6 hours
tick: 7s
speed: fast
colour: red
strategy: {name: group-limit, options: {marginRatio: much}}
contract: {groupLimitKw: -1, source: a contract}
weather: {}
criteria:
  voltage: {nominalV: 0}
  comfort: {}
`;
    const problems = problemsOf(parseExperiment(text, 'bad.yaml'));
    for (const expected of [
      /^bad\.yaml:1: experiment = Evening: a name has lower-case letters/,
      /^bad\.yaml:\d+: title: a title is wanted here/,
      /^bad\.yaml:3: start = 2012-03-25T02:30:00: .*does not exist.*01:30:00\+01:00 or .*03:30:00\+02:00/,
      /^bad\.yaml:4: duration = 6 hours: a duration is written with its units/,
      /^bad\.yaml:5: tick = 7s: a tick divides 5 minutes/,
      /^bad\.yaml:6: speed = fast: speed is max or a number above 0/,
      /colour/,
      /^bad\.yaml:8: strategy\/options\/marginRatio = much: the value of a strategy option/,
      /^bad\.yaml:9: contract\/groupLimitKw = -1: a contract has a limit above 0 kW/,
      /^bad\.yaml:10: weather = \{\}: weather has either stressWeek or knmiDailyFile/,
      /^bad\.yaml:12: criteria\/voltage\/nominalV = 0: a voltage is above 0 V/,
      /^bad\.yaml:13: criteria\/comfort\/maximumDeficitKh: the K·h/,
    ]) {
      expect(problems).toContainEqual(expect.stringMatching(expected));
    }
    expect(problems).toHaveLength(12);
  });

  it.each([
    ['{at: 23:00, groupLimitKw: 200}', /events\/0\/at = 23:00: an event lies within the run of 6 h/],
    ['{at: +7h, slot: s, setpointW: 1}', /an event lies within the run/],
    ['{at: 18:30}', /exactly one of groupLimitKw, setpointW and loadStepW/],
    ['{at: 18:30, groupLimitKw: 200, slot: s, setpointW: 1}', /exactly one of/],
    ['{at: 18:20, groupLimitKw: 200}', /whole quarter-hours/],
    ['{at: 18:30, until: 18:20, slot: s, setpointW: 1, duration: 1h}', /until or duration, not both/],
    ['{at: 18:30, until: +1h, slot: s, setpointW: 1}', /until is later than at/],
    ['{at: 18:30, setpointW: 1}', /setpointW needs the slot it is for/],
    ['{at: 18:30, loadStepW: 1, slot: s, duration: 0s}', /a duration is above zero/],
    ['{at: half past six, loadStepW: 1, slot: s}', /a time of day is written as 18:30/],
  ])('refuses the event %s', (event, rule) => {
    const problems = problemsOf(parseExperiment(`${GOOD}events:\n  - ${event}\n`, 'e.yaml'));
    expect(problems).toContainEqual(expect.stringMatching(rule));
    expect(problems.every((problem) => problem.startsWith('e.yaml:11:'))).toBe(true);
  });

  it('says how fine its record is', () => {
    expect(good(GOOD).record).toEqual({ means: 'all' });
    const written = 'record: {wijkSamples: 15m, slotSamples: none, means: extremes}\n';
    expect(good(GOOD + written).record).toEqual({ wijkSamples: 900, slotSamples: 'none', means: 'extremes' });
    expect(good(`${GOOD}record: {slotSamples: 10s}\n`).record).toEqual({ slotSamples: 10, means: 'all' });
    const wrong = problemsOf(parseExperiment(`${GOOD}  voltage: {}\n${written}`, '/lab/evening.yaml'));
    expect(wrong).toHaveLength(1);
    expect(wrong[0]).toMatch(/evening.yaml:10: criteria\/voltage: .*record\/means: all/);
    const refused = parseExperiment(`${GOOD}record: {wijkSamples: 0s, slotSamples: often}\n`, '/lab/evening.yaml');
    expect(problemsOf(refused)).toHaveLength(2);
  });

  it('wants something to judge', () => {
    const problems = problemsOf(parseExperiment(GOOD.replace('groupLimit: {}', 'benchHealth: {}'), 'e.yaml'));
    expect(problems).toEqual([expect.stringMatching(/at least one criterion besides benchHealth/)]);
  });

  it('wants whole ticks', () => {
    const problems = problemsOf(parseExperiment(GOOD.replace('duration: 6h', 'duration: 61s\ntick: 60s'), 'e.yaml'));
    expect(problems).toEqual([
      expect.stringMatching(/duration = 61s: the duration is a whole number of ticks of 1 min/),
    ]);
  });

  it('says so when it is no YAML, not there, or an unknown name', () => {
    expect(problemsOf(parseExperiment('a: [', 'e.yaml'))).toEqual([
      expect.stringMatching(/^e\.yaml:\d+: not valid YAML/),
    ]);
    expect(problemsOf(loadExperiment('/nowhere/e.yaml'))).toEqual(['/nowhere/e.yaml: there is no such file']);
    expect(problemsOf(loadExperiment('merwede-morning'))).toEqual([
      expect.stringMatching(
        /experiment = merwede-morning: there is no shipped experiment.*merwede-evening, merwede-evening-passive/,
      ),
    ]);
  });

  it('is read from a file', () => {
    const file = join(ownFolder(), 'own.yaml');
    writeFileSync(file, GOOD);
    const parsed = loadExperiment(file);
    expect(parsed.ok && parsed.value.name).toBe('evening');
  });
});

describe('the shipped experiments', () => {
  it('are right, and keep the budget that makes them fair', () => {
    expect(shippedExperiments()).toEqual(['merwede-evening', 'merwede-evening-passive']);
    for (const name of shippedExperiments()) {
      const parsed = loadExperiment(name);
      expect(problemsOf(parsed)).toEqual([]);
      if (!parsed.ok) continue;
      const { contract, budget } = parsed.value;
      const capKw = contract!.groupLimitW / 1000;
      expect(budget!.inflexiblePeakKw / capKw).toBeLessThanOrEqual(0.7);
      expect(budget!.passivePeakKw / capKw).toBeGreaterThanOrEqual(1.2);
      expect(budget!.passivePeakKw / capKw).toBeLessThanOrEqual(1.5);
    }
  });
});

describe('overrides', () => {
  const experiment = good(`${GOOD}events:\n  - {at: 18:30, groupLimitKw: 200, until: 19:30}\n`);
  it('shorten a run and drop the events after its end, and say both', () => {
    const changed = withOverrides(experiment, { durationS: 960, speed: 'max' });
    expect(changed.ok && changed.value.experiment).toMatchObject({ durationS: 960, speed: 0, events: [] });
    expect(changed.ok && changed.value.remarks).toEqual([
      'The run was given 16 min instead of the 6 h in its file.',
      "1 of the file's events lie after the end and did not happen.",
    ]);
  });
  it('leave the file alone when they are empty', () => {
    const same = withOverrides(experiment, { durationS: 0, speed: '' });
    expect(same.ok && same.value).toEqual({ experiment, remarks: [] });
  });
  it('are checked, all at once', () => {
    expect(problemsOf(withOverrides(experiment, { durationS: 60.5, speed: 'quick' }))).toEqual([
      expect.stringMatching(/^<command line>: duration = 60.5 s: the duration is a whole number of ticks/),
      expect.stringMatching(/^<command line>: speed = quick/),
    ]);
  });
});

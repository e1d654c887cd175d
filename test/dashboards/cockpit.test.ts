/** The page's own reasoning, without a browser. */
import { describe, expect, it } from 'vitest';
import * as format from '../../dashboards/cockpit/format.js';
import {
  feedersOf,
  powerRange,
  quarterStartUs,
  sourceShares,
  tapsOf,
  voltageExtremes,
} from '../../dashboards/cockpit/layout.js';
import { barsOf } from '../../dashboards/cockpit/spread.js';
import { benchStaleness, emergencyStopText, Store, staleness } from '../../dashboards/cockpit/state.js';
import type { DescribeMessage, StatusMessage } from '../../dashboards/server/messages.js';

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

describe('numbers on the page', () => {
  it.each([
    [0, '0 W'],
    [640.4, '640 W'],
    [-0.2, '0 W'],
    [-2100, '−2.10 kW'],
    [9994, '9.99 kW'],
    [9996, '10.0 kW'],
    [120_400, '120.4 kW'],
    [null, '–'],
  ])('power %s is %s', (watts, text) => expect(plain(format.power(watts))).toBe(text));

  it.each([
    [0.44, '0.4 s'],
    [12.4, '12 s'],
    [99.4, '99 s'],
    [99.6, '1.7 min'],
    [5_969, '99.5 min'],
    [7_920, '2.2 h'],
    [null, '–'],
  ])('duration %s s is %s', (seconds, text) => expect(plain(format.duration(seconds))).toBe(text));

  it('shows the local time of the wijk, also over the change to summer time', () => {
    const beforeChange = Date.UTC(2012, 2, 25, 0, 59, 59) * 1000;
    expect(format.clockTime(beforeChange)).toBe('01:59:59');
    expect(format.clockTime(beforeChange + 1e6)).toBe('03:00:00');
    expect(format.clockTime(Date.UTC(2012, 1, 3, 23, 0, 0) * 1000)).toBe('00:00:00');
  });

  it('gives margins an explicit sign', () => {
    expect([5, -5, 0].map((kw) => plain(format.signed(format.wijkPower(kw * 1000))))).toEqual([
      '+5.0 kW',
      '−5.0 kW',
      '+0.0 kW',
    ]);
    expect(format.signed(format.wijkPower(null))).toBe('–');
  });
});

const DESCRIPTION: DescribeMessage = {
  sessionId: 's1',
  wijk: 'w',
  title: '',
  strategy: '',
  startUs: 0,
  durationS: 0,
  tickS: 1,
  modelHash: '',
  labels: {},
  columns: {},
  slots: [
    slot('a/household', 0, [1, 0, 0]),
    slot('a/pv', 0, [0, 1, 0]),
    slot('b/household', 1, [1 / 3, 1 / 3, 1 / 3]),
    slot('school/base', 2, [0, 0, 1]),
  ],
  connections: [connection('a', 2), connection('b', 3), connection('school', 4)],
  nodes: [node('', 0, 10_500), node('', 0), node('f1', 20), node('f1', 50), node('school', 30)],
  branches: [branch('transformer', 0, 1), branch('line', 1, 2), branch('line', 2, 3), branch('line', 1, 4)],
};

function slot(id: string, connection: number, shares: [number, number, number]): DescribeMessage['slots'][number] {
  return { id, kind: 'household', connection, shares, controllable: false, powerMaxW: 1, powerMinW: 0 };
}
function connection(id: string, at: number): DescribeMessage['connections'][number] {
  return { id, node: at, use: 'home', inGroup: true };
}
function node(feeder: string, distanceM: number, ratedLineVoltageV = 400): DescribeMessage['nodes'][number] {
  return { pgmId: 0, ratedLineVoltageV, feeder, distanceM };
}
function branch(kind: string, from: number, to: number): DescribeMessage['branches'][number] {
  return { pgmId: 0, kind, from, to, ratedCurrentA: 0, ratedPowerVa: 0 };
}

describe('the drawing of voltages', () => {
  it('has a feeder per cable from the transformer, and one for connections that have a cable of their own', () => {
    expect(feedersOf(DESCRIPTION)).toEqual([
      {
        name: 'f1',
        lengthM: 50,
        edges: [
          { from: 1, to: 2, fromM: 0, toM: 20 },
          { from: 2, to: 3, fromM: 20, toM: 50 },
        ],
        taps: [
          { id: 'a', node: 2, distanceM: 20, phases: [0, 1] },
          { id: 'b', node: 3, distanceM: 50, phases: [0, 1, 2] },
        ],
      },
      {
        name: 'direct',
        lengthM: 30,
        edges: [{ from: 1, to: 4, fromM: 0, toM: 30 }],
        taps: [{ id: 'school', node: 4, distanceM: 30, phases: [2] }],
      },
    ]);
  });

  it('has no voltage of a customer at medium voltage among them', () => {
    const works = { ...DESCRIPTION, connections: [...DESCRIPTION.connections, connection('works', 0)] };
    const withSlot = { ...works, slots: [...works.slots, slot('works/business', 3, [1 / 3, 1 / 3, 1 / 3])] };
    expect(tapsOf(withSlot)).toEqual(tapsOf(DESCRIPTION));
  });

  it('looks for the extremes only where somebody is connected', () => {
    const voltage = [6000, 6000, 6000, 240, 240, 240, 231, 230, 100, 229, 228, 227, 300, 300, 235];
    expect(voltageExtremes(tapsOf(DESCRIPTION), voltage)).toEqual({
      lowest: { volts: 227, id: 'b', phase: 2 },
      highest: { volts: 235, id: 'school', phase: 2 },
    });
    expect(voltageExtremes(tapsOf(DESCRIPTION), [])).toBeUndefined();
  });
});

describe('the power axis', () => {
  it.each([
    ['begins at zero', 20, 280, 0],
    ['shows feed-in', -100, 200, -124],
    ['begins at zero without data', null, null, 0],
    ['shows the room under the limit when a wijk is held close to it', 262, 275, 248.7],
  ])('%s', (_what, min, max, low) => {
    const range = powerRange(min, max);
    expect(range[0]).toBeCloseTo(low, 9);
    expect(range[1]).toBeGreaterThan(max ?? 0);
  });
});

describe('a histogram of durations', () => {
  const spread = (upperUs: number[], counts: number[]) => ({ count: 1, p50Us: 0, p99Us: 0, maxUs: 0, upperUs, counts });

  it('has its bars on a logarithmic axis, the fullest as high as it goes, and nothing beyond its ends', () => {
    const bars = barsOf(spread([1000, 100_000, 1e9, 3], [5, 10, 1, 1]));
    expect(bars.map(({ to }) => Number(to.toFixed(3)))).toEqual([0.167, 0.5, 1, 0.013]);
    expect(bars.map(({ share }) => share)).toEqual([0.5, 1, 0.1, 0.1]);
    expect(bars.every(({ from, to }) => from >= 0 && to <= 1 && to > from)).toBe(true);
  });

  it('is empty without values', () => expect(barsOf(spread([], []))).toEqual([]));
});

describe('quarter-hours and sources', () => {
  it('counts a tick that ends on the quarter to the quarter before', () => {
    expect([1e6, 900e6, 900e6 + 1].map(quarterStartUs)).toEqual([0, 0, 900e6]);
  });

  it('shares absolute power among the sources', () => {
    expect(sourceShares([1, 2, 3, 1], [100, -300, 100, null])).toEqual([
      { source: 'model', slots: 2, ratio: 0.2 },
      { source: 'device', slots: 1, ratio: 0.6 },
      { source: 'fallback', slots: 1, ratio: 0.2 },
    ]);
  });
});

describe('what the page calls old', () => {
  const status = (state: StatusMessage['state'], speed = 1): StatusMessage => ({ state, speed, failure: '' }) as never;
  const link = (server: 'twin' | 'bench', up: boolean, forS: number) => ({
    server,
    up,
    forS,
    address: `${server}:1`,
    detail: '',
  });

  function running(): Store {
    const store = new Store(0);
    store.apply('link', link('twin', true, 0), 0);
    store.apply('link', link('bench', true, 0), 0);
    store.apply('describe', DESCRIPTION, 0);
    store.apply('status', status('running'), 0);
    store.apply('frame', { tick: 1, timeUs: 1e6, scalar: { groupActivePowerW: 1 }, array: {} } as never, 0);
    return store;
  }
  const said = (text: string | undefined): string | undefined => text && plain(text);

  it('is nothing while frames come', () => {
    expect(staleness(running().state, 1000)).toBeUndefined();
  });

  it('is everything when the server falls silent', () => {
    expect(said(staleness(running().state, 12_000))).toBe("No data for 12 s: the cockpit's server does not answer");
  });

  it('is everything when the twin is gone, since when it is gone', () => {
    const store = running();
    store.apply('link', link('twin', false, 12), 20_000);
    expect(said(staleness(store.state, 20_500))).toBe('No data for 13 s: the twin at twin:1 is not reachable');
    expect(benchStaleness(store.state, 20_500)).toBeUndefined();
  });

  it('is everything when a running twin sends no frames, but not while it is paused', () => {
    const store = running();
    store.apply('status', status('running'), 12_000);
    expect(said(staleness(store.state, 12_000))).toBe('No data for 12 s: the twin runs and sends no frames');
    store.apply('status', status('paused'), 12_000);
    expect(staleness(store.state, 12_000)).toBeUndefined();
  });

  it('allows for slow speeds', () => {
    const store = running();
    store.apply('status', status('running', 0.1), 12_000);
    expect(staleness(store.state, 12_000)).toBeUndefined();
  });

  it('is the bench alone when the bench is gone', () => {
    const store = running();
    store.apply('link', link('bench', false, 3), 1000);
    expect(said(benchStaleness(store.state, 2000))).toBe('No data for 4.0 s: the bench at bench:1 is not reachable');
    expect(staleness(store.state, 2000)).toBeUndefined();
  });

  it('forgets the frame of another session', () => {
    const store = running();
    store.apply('describe', { ...DESCRIPTION, sessionId: 's2' }, 1000);
    expect(store.state.frame).toBeUndefined();
  });

  it('names who stopped in an emergency, and where it holds', () => {
    const store = running();
    expect(emergencyStopText(store.state)).toBeUndefined();
    store.apply('health', { emergencyStop: true, emergencyStopBy: 'j.devries' } as never, 0);
    expect(emergencyStopText(store.state)).toContain('active by j.devries (bench)');
  });
});

import { describe, expect, it } from 'vitest';
import { feedersOf } from '../../dashboards/cockpit/layout.js';
import { fullest, stationsOf } from '../../dashboards/cockpit/stations.js';
import type { DescribeMessage } from '../../dashboards/server/messages.js';

const node = (feeder: string, ratedLineVoltageV = 400): DescribeMessage['nodes'][number] => ({
  pgmId: 0,
  ratedLineVoltageV,
  feeder,
  distanceM: 10,
});
const branch = (pgmId: number, kind: string, from: number, to: number): DescribeMessage['branches'][number] => ({
  pgmId,
  kind,
  from,
  to,
  ratedCurrentA: 0,
  ratedPowerVa: 1000 * pgmId,
});
const slot = (id: string, connection: number): DescribeMessage['slots'][number] => ({
  id,
  kind: 'household',
  connection,
  shares: [1, 0, 0],
  controllable: false,
  powerMaxW: 1,
  powerMinW: 0,
});

/** A ring of MV with two transformers; the first has two feeders, the second one without a name of its own. */
const DESCRIPTION: DescribeMessage = {
  sessionId: 's',
  wijk: 'w',
  title: '',
  strategy: '',
  startUs: 0,
  durationS: 0,
  tickS: 1,
  modelHash: '',
  labels: {},
  columns: {},
  slots: [slot('a/household', 0), slot('b/household', 1), slot('c/household', 2)],
  connections: [
    { id: 'a', node: 3, use: 'home', inGroup: true },
    { id: 'b', node: 4, use: 'home', inGroup: true },
    { id: 'c', node: 6, use: 'home', inGroup: true },
  ],
  nodes: [node('', 10_500), node('', 10_500), node(''), node('T1 F1'), node('T1 F2'), node(''), node('line 9')],
  branches: [
    branch(1, 'line', 0, 1),
    branch(400, 'transformer', 0, 2),
    branch(3, 'line', 2, 3),
    branch(4, 'line', 2, 4),
    branch(630, 'transformer', 1, 5),
    branch(9, 'line', 5, 6),
  ],
};

describe('the transformers of a wijk', () => {
  const stations = stationsOf(DESCRIPTION);

  it('have what lies behind them, and the name that their feeders share', () => {
    expect([...stations.ofNode]).toEqual([-1, -1, 0, 0, 0, 1, 1]);
    expect(stations.list).toEqual([
      { branch: 1, name: 'T1', ratedPowerVa: 400_000, slots: [0, 1] },
      { branch: 4, name: 'transformer 630', ratedPowerVa: 630_000, slots: [2] },
    ]);
  });

  it('are compared by their loading', () => {
    expect(fullest(stations, [9, 0.4, 9, 9, 0.7, 9])).toEqual({ station: stations.list[1], ratio: 0.7 });
    expect(fullest(stations, [])).toBeUndefined();
  });

  it('part the feeders', () => {
    const names = (station: number): string[] =>
      feedersOf(DESCRIPTION, (n) => stations.ofNode[n] === station).flatMap(({ taps }) => taps.map(({ id }) => id));
    expect(names(0)).toEqual(['a', 'b']);
    expect(names(1)).toEqual(['c']);
  });
});

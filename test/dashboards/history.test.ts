import { describe, expect, it } from 'vitest';
import { History } from '../../dashboards/server/history.js';

describe('history of the wijk power', () => {
  it('keeps points in order and leaves out one that was seen before', () => {
    const history = new History();
    history.add(1, 100, 275);
    history.add(2, 110, 275);
    history.add(2, 999, 275);
    history.add(1, 999, 275);
    expect(history.values()).toEqual({ timeUs: [1, 2], powerW: [100, 110], limitW: [275, 275] });
  });

  it('merges neighbours when it is full: mean power, lower limit, later time', () => {
    const history = new History(4);
    history.add(1, 10, 300);
    history.add(2, 20, 200);
    history.add(3, 30, null);
    history.add(4, 50, 250);
    history.add(5, 70, 300);
    expect(history.values()).toEqual({ timeUs: [2, 4, 5], powerW: [15, 40, 70], limitW: [200, 250, 300] });
  });

  it('stays within its bound however long a session lasts', () => {
    const history = new History(1000);
    for (let i = 1; i <= 200_000; i++) history.add(i, i, null);
    expect(history.length).toBeLessThanOrEqual(1000);
    expect(history.values().timeUs.at(-1)).toBe(200_000);
  });
});

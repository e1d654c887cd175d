import { describe, expect, it } from 'vitest';
import { addCallOff, CALL_OFFS_MAX, createGroupLimit, limitAt } from '../../../../twin/core/contracts/group-limit.js';
import {
  createIntervalMean,
  endsInterval,
  isComplete,
  openInterval,
} from '../../../../twin/core/contracts/interval-mean.js';

describe('the group limit', () => {
  it('is the lowest of contract and call-offs, each from its first instant up to its end', () => {
    const limit = createGroupLimit(275_000);
    addCallOff(limit, 1000, 2000, 200_000, 0);
    addCallOff(limit, 1500, 2500, 180_000, 0);
    expect([999, 1000, 1500, 1999, 2000, 2499, 2500].map((t) => limitAt(limit, t))).toEqual([
      275_000, 200_000, 180_000, 180_000, 180_000, 180_000, 275_000,
    ]);
  });

  it('never rises above the contract', () => {
    const limit = createGroupLimit(100);
    addCallOff(limit, 0, 10, 500, 0);
    expect(limitAt(limit, 5)).toBe(100);
  });

  it('forgets what has ended to make room, and refuses when there is none', () => {
    const limit = createGroupLimit(1000);
    for (let k = 0; k < CALL_OFFS_MAX; k++) expect(addCallOff(limit, k, k + 1, 10 + k, 0)).toBe(true);
    expect(addCallOff(limit, 500, 501, 5, 0)).toBe(false);
    expect(addCallOff(limit, 500, 501, 5, 64)).toBe(true);
    expect(limitAt(limit, 500)).toBe(5);
    expect(limitAt(limit, 100.5)).toBe(110);
  });
});

describe('interval means', () => {
  it('a run that starts inside a quarter leaves that quarter incomplete and completes the next', () => {
    const quarter = createIntervalMean(900, 1);
    const complete: boolean[] = [];
    for (let s = 300; s < 1800; s += 60) {
      openInterval(quarter, s);
      quarter.coveredS += 60;
      if (endsInterval(quarter, s + 60)) complete.push(isComplete(quarter));
    }
    expect(complete).toEqual([false, true]);
  });

  it('one missing tick makes it incomplete', () => {
    const quarter = createIntervalMean(900, 1);
    for (let s = 0; s < 900; s += 1) {
      openInterval(quarter, s);
      if (s !== 450) quarter.coveredS += 1;
    }
    expect(isComplete(quarter)).toBe(false);
  });
});

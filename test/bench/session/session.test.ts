import { describe, expect, it } from 'vitest';
import { backOffMs, type Life, type LifeEvent, next } from '../../../bench/session.js';

const identity = { text: 'Zonnestroom ZT 1', key: 'a' };
const IDENTIFYING: Life = { state: 'identifying', failures: 0 };
const READY: Life = { state: 'ready', identity };
const BOUND: Life = { state: 'bound', identity };
const SAFE: Life = { state: 'safe', identity, bound: true };
const LOST: Life = { state: 'lost', cause: 'silence', failures: 3, retryAtMs: 9000 };
const WRONG: Life = { state: 'refused', reason: 'wrong-device', cause: 'a toaster', retryAtMs: 9000 };
const DISOBEYS: Life = { state: 'refused', reason: 'disobeys', cause: '3 in a row', identity };

describe("a device's life", () => {
  const cases: [string, Life, LifeEvent, object][] = [
    ['found, slot not ours', IDENTIFYING, { kind: 'identified', identity, leased: false }, READY],
    ['found again, lease still ours', IDENTIFYING, { kind: 'identified', identity, leased: true }, BOUND],
    [
      'no answer',
      { state: 'identifying', failures: 2 },
      { kind: 'not-identified', wrongDevice: false, cause: 'silence', nowMs: 1000 },
      { state: 'lost', cause: 'silence', failures: 3, retryAtMs: 3000 },
    ],
    [
      'another kind of device',
      IDENTIFYING,
      { kind: 'not-identified', wrongDevice: true, cause: 'a toaster', nowMs: 1000 },
      { state: 'refused', reason: 'wrong-device', cause: 'a toaster', retryAtMs: 31_000 },
    ],
    ['the twin gives the slot', READY, { kind: 'lease', held: true }, BOUND],
    ['the twin is gone', BOUND, { kind: 'lease', held: false }, READY],
    ['the twin is gone while safe', SAFE, { kind: 'lease', held: false }, { ...SAFE, bound: false }],
    ['the lease changes while lost: nothing to see', LOST, { kind: 'lease', held: true }, LOST],
    ['emergency stop while bound', BOUND, { kind: 'safe', active: true }, SAFE],
    ['emergency stop while ready', READY, { kind: 'safe', active: true }, { ...SAFE, bound: false }],
    ['released, back in its slot', SAFE, { kind: 'safe', active: false }, BOUND],
    [
      'readings stay out',
      BOUND,
      { kind: 'readings-lost', cause: 'silence', nowMs: 1000 },
      { state: 'lost', cause: 'silence', failures: 1, retryAtMs: 1500 },
    ],
    ['back-off over: the failures are remembered', LOST, { kind: 'retry' }, { state: 'identifying', failures: 3 }],
    ['a retry means nothing to a bound device', BOUND, { kind: 'retry' }, BOUND],
    ['somebody may have put the right device there', WRONG, { kind: 'retry' }, IDENTIFYING],
    ['it does not obey', BOUND, { kind: 'disobeyed', cause: '3 in a row' }, DISOBEYS],
    ['it does not obey, not even while safe', SAFE, { kind: 'disobeyed', cause: '3 in a row' }, DISOBEYS],
    ['time alone does not free a disobedient device', DISOBEYS, { kind: 'retry' }, DISOBEYS],
    ['a person does', DISOBEYS, { kind: 'released', leased: false }, READY],
    ['but not a device of the wrong kind', WRONG, { kind: 'released', leased: false }, WRONG],
  ];
  it.each(cases)('%s', (_, life, event, expected) => {
    expect(next(life, event)).toEqual(expected);
  });

  it('backs off: 0.5 s, doubled, at most 10 s', () => {
    expect([1, 2, 3, 4, 5, 6, 100].map(backOffMs)).toEqual([500, 1000, 2000, 4000, 8000, 10_000, 10_000]);
  });
});

import { describe, expect, it } from 'vitest';
import { type EffectState, inForce, judge, NO_EFFECT } from '../../../bench/devices/effect.js';
import { type PowerWindow, target } from '../../../bench/devices/power-window.js';

const RULE = { withinMs: 10_000, bandW: 100, bandRatio: 0.05 };
const able = { cannotConsume: false, cannotFeedIn: false };

/** Windows with the instant they came into force, s. */
function history(...steps: readonly (readonly [number, PowerWindow])[]): EffectState {
  return steps.reduce((state, [atS, window]) => inForce(state, RULE, window, atS * 1000), NO_EFFECT);
}

describe('did the device obey?', () => {
  const cases: [string, EffectState, number, number, string][] = [
    ['nothing commanded yet', NO_EFFECT, 50, 3000, 'pending'],
    ['9 s after the first command it still has time', history([0, target(5000)]), 9, 0, 'pending'],
    ['10 s after it, it has none left', history([0, target(5000)]), 10, 0, 'ignored'],
    ['at the setpoint', history([0, target(5000)]), 10, 4990, 'followed'],
    ['at the edge of the band: 100 W + 5 % of 5000 W', history([0, target(5000)]), 10, 4651, 'followed'],
    ['outside the band', history([0, target(5000)]), 10, 4649, 'ignored'],
    ['on its way between two setpoints', history([0, target(0)], [60, target(5000)]), 65, 2500, 'pending'],
    ['it overshoots both', history([0, target(0)], [60, target(5000)]), 65, 6000, 'ignored'],
    [
      'where the old setpoint was, when the time is over',
      history([0, target(0)], [60, target(5000)]),
      71,
      0,
      'ignored',
    ],
    ['under a ceiling', history([0, { minimumW: 0, maximumW: 4000 }]), 20, 1200, 'followed'],
    ['over a ceiling', history([0, { minimumW: 0, maximumW: 4000 }]), 20, 6000, 'ignored'],
    ['free inside its envelope', history([0, { minimumW: -5000, maximumW: 5000 }]), 20, -3000, 'followed'],
  ];
  it.each(cases)('%s', (_, state, atS, powerW, kind) => {
    expect(judge(state, RULE, { powerW, ...able }, atS * 1000).effect.kind).toBe(kind);
  });

  it('a full battery that does not charge is limited, one that charges on is not obedient', () => {
    const state = history([0, target(3000)]);
    const full = { cannotConsume: true, cannotFeedIn: false };
    expect(judge(state, RULE, { powerW: 12, ...full }, 20_000).effect.kind).toBe('limited');
    expect(judge(state, RULE, { powerW: -3000, ...full }, 20_000).effect.kind).toBe('ignored');
  });

  it('an empty battery that does not discharge is limited', () => {
    const empty = { cannotConsume: false, cannotFeedIn: true };
    expect(judge(history([0, target(-3000)]), RULE, { powerW: 0, ...empty }, 20_000).effect.kind).toBe('limited');
  });

  it('complains once per allowed time', () => {
    const first = judge(history([0, target(5000)]), RULE, { powerW: 0, ...able }, 10_000);
    expect(first.effect.kind).toBe('ignored');
    expect(judge(first.state, RULE, { powerW: 0, ...able }, 11_000).effect.kind).toBe('pending');
    expect(judge(first.state, RULE, { powerW: 0, ...able }, 20_000).effect.kind).toBe('ignored');
  });

  it('remembers no more windows than lie in the allowed time', () => {
    let state = NO_EFFECT;
    for (let s = 0; s < 1000; s++) state = inForce(state, RULE, target(s), s * 1000);
    expect(state.windows.length).toBeLessThanOrEqual(12);
  });
});

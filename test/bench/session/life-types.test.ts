/**
 * Illegal steps of a device's life do not type-check: every `@ts-expect-error` here is an error for the compiler if the
 * line below it compiles (`tsc -b test`).
 */
import { describe, expect, expectTypeOf, it } from 'vitest';
import {
  type Bound,
  type Disobedient,
  type Identifying,
  isKnown,
  type LegalEvent,
  type Life,
  type Lost,
  type Ready,
  type Safe,
  STEPS,
  step,
  type WrongDevice,
} from '../../../bench/session.js';

const identity = { text: 'Zonnestroom ZT 1', key: 'a' };
const ready: Ready = { state: 'ready', identity };
const bound: Bound = { state: 'bound', identity };
const safe: Safe = { state: 'safe', identity, bound: true };
const lost: Lost = { state: 'lost', cause: 'silence', failures: 1, retryAtMs: 0 };
const wrong: WrongDevice = { state: 'refused', reason: 'wrong-device', cause: 'a toaster', retryAtMs: 0 };
const disobedient: Disobedient = { state: 'refused', reason: 'disobeys', cause: '3 in a row', identity };
const identifying: Identifying = { state: 'identifying', failures: 0 };

describe('the compiler', () => {
  it('knows where a legal step leads', () => {
    expectTypeOf(step(lost, { kind: 'retry' })).toEqualTypeOf<Identifying>();
    expectTypeOf(step(bound, { kind: 'disobeyed', cause: '' })).toEqualTypeOf<Disobedient>();
    expectTypeOf(step(safe, { kind: 'lease', held: false })).toEqualTypeOf<Safe>();
    expectTypeOf(step(disobedient, { kind: 'released', leased: false })).toEqualTypeOf<Ready | Bound>();
    expectTypeOf<LegalEvent<WrongDevice>['kind']>().toEqualTypeOf<'retry'>();
    expect(step(lost, { kind: 'retry' })).toEqual({ state: 'identifying', failures: 1 });
  });

  it('refuses a step that the table does not have; at run time it changes nothing', () => {
    // @ts-expect-error: a device that was not identified cannot be taken into a slot
    expect(step(identifying, { kind: 'lease', held: true })).toBe(identifying);
    // @ts-expect-error: what does not answer cannot be held at its safe setpoint
    expect(step(lost, { kind: 'safe', active: true })).toBe(lost);
    // @ts-expect-error: nor can it be bound
    expect(step(lost, { kind: 'lease', held: true })).toBe(lost);
    // @ts-expect-error: a person cannot release a device of the wrong kind into a slot
    expect(step(wrong, { kind: 'released', leased: true })).toBe(wrong);
    // @ts-expect-error: time does not free a device that does not obey
    expect(step(disobedient, { kind: 'retry' })).toBe(disobedient);
    // @ts-expect-error: nor does the twin
    expect(step(disobedient, { kind: 'lease', held: true })).toBe(disobedient);
    // @ts-expect-error: a known device is identified again only after it was lost
    expect(step(ready, { kind: 'identified', identity, leased: false })).toBe(ready);
    // @ts-expect-error: a bound slot is held by the lease, not by a release
    expect(step(bound, { kind: 'released', leased: false })).toBe(bound);
  });

  it('lets nobody ask for the identity of a device that has none', () => {
    const life = lost as Life;
    // @ts-expect-error: only known devices have one
    expect(life.identity).toBeUndefined();
    expect(isKnown(safe) && safe.identity.key).toBe('a');
  });

  it('has every stage in the table', () => {
    const stages = [identifying, ready, bound, safe, lost, wrong, disobedient].map((life) =>
      life.state === 'refused' ? life.reason : life.state,
    );
    expect(Object.keys(STEPS).sort()).toEqual([...stages].sort());
  });
});

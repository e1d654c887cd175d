import { describe, expect, it } from 'vitest';
import { WijkError } from '../../../errors.js';
import { ASSET_BATTERY, ASSET_HOUSEHOLD, LEASE_ACTUATOR, LEASE_METER } from '../../../twin/core/base/status.js';
import type { SlotTable } from '../../../twin/core/engine/model.js';
import { ClockOffset } from '../../../twin/runtime/clock-offset.js';
import { type Bench, type BindRequest, LeaseTable } from '../../../twin/runtime/leases.js';

const slots = {
  id: ['home-1/household', 'home-1/battery', 'home-2/household'],
  kind: Uint8Array.of(ASSET_HOUSEHOLD, ASSET_BATTERY, ASSET_HOUSEHOLD),
  controllable: Uint8Array.of(0, 1, 0),
} as unknown as SlotTable;

const bench = (name: string): Bench => ({ name, clock: new ClockOffset() });
const battery: BindRequest = {
  slotId: 'home-1/battery',
  kind: LEASE_ACTUATOR,
  deviceId: 'inverter',
  deviceIdentity: 'ACME 5',
  scale: 1,
  freshnessS: 3,
  safeSetpointW: 0,
  revertS: 60,
  observeOnly: false,
  phaseMask: 0,
};
const meter: BindRequest = { ...battery, slotId: 'home-1/household', kind: LEASE_METER, deviceId: 'p1' };

function refusal(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    expect(error).toBeInstanceOf(WijkError);
    expect((error as WijkError).code).toBe('LEASE_REFUSED');
    return (error as WijkError).message;
  }
  throw new Error('it was not refused');
}

describe('slot leases', () => {
  it('gives one device one slot', () => {
    const table = new LeaseTable(slots);
    const a = bench('a');
    expect(table.bind(a, battery)).toMatchObject({ slot: 1, connected: true, readings: 0 });
    expect(table.bind(a, meter)).toMatchObject({ slot: 0 });
    expect(table.connected()).toHaveLength(2);
    expect(refusal(() => table.bind(bench('b'), battery))).toMatch(/held by device "inverter" of bench "a"/);
    expect(refusal(() => table.bind(a, { ...battery, deviceId: 'other' }))).toMatch(/held by device "inverter"/);
    // The same device may say it again, with other numbers.
    expect(table.bind(a, { ...battery, freshnessS: 5 }).freshnessS).toBe(5);
    expect(table.list()).toHaveLength(2);
  });

  it.each([
    [
      'a slot that does not exist',
      { ...battery, slotId: 'home-1/boiler' },
      /there are home-1\/household, home-1\/battery/,
    ],
    ['a meter on a battery', { ...meter, slotId: 'home-1/battery' }, /binds to its household slot/],
    ['an actuator on a household', { ...battery, slotId: 'home-1/household' }, /follows no setpoint/],
    ['no kind', { ...battery, kind: 0 }, /actuator or meter/],
    ['no freshness limit', { ...battery, freshnessS: 0 }, /freshness_limit_s = 0/],
    ['a scale of nothing', { ...battery, scale: -1 }, /scale_ratio = -1/],
    ['a device that never reverts', { ...battery, revertS: 0 }, /revert_time_s = 0/],
    ['a safe setpoint that is no number', { ...battery, safeSetpointW: Number.NaN }, /safe_setpoint_w/],
    ['a device without a name', { ...battery, deviceId: '' }, /device_id is empty/],
  ])('refuses %s and says why', (_what, request, why) => {
    expect(refusal(() => new LeaseTable(slots).bind(bench('a'), request))).toMatch(why);
  });

  it('lets another bench bind what a gone bench has left, and only that', () => {
    const table = new LeaseTable(slots);
    const [a, b] = [bench('a'), bench('b')];
    table.bind(a, battery);
    table.bind(b, meter);
    expect(table.disconnect(a).map((lease) => lease.slotId)).toEqual(['home-1/battery']);
    expect(table.list().map(({ slotId, connected }) => [slotId, connected])).toEqual([
      ['home-1/battery', false],
      ['home-1/household', true],
    ]);
    expect(table.heldBy(a, 'home-1/battery')).toBeUndefined();
    table.bind(b, battery);
    expect(table.heldBy(b, 'home-1/battery')?.connected).toBe(true);
  });
});

describe('clock offset', () => {
  it('takes the fastest message as the offset and counts the delay of others as age', () => {
    const clock = new ClockOffset();
    const offsetUs = 5e9;
    for (const [i, delayUs] of [300, 150, 900].entries()) clock.observe(i * 1e6, i * 1e6 + offsetUs + delayUs);
    expect(clock.toOurs(7e6)).toBe(7e6 + offsetUs + 150);
  });

  it('follows a drifting clock', () => {
    const clock = new ClockOffset();
    // 100 ppm fast for ten minutes: an old minimum would be 60 ms off.
    for (let s = 0; s <= 600; s++) clock.observe(s * 1e6, s * 1e6 * 1.0001 + 200);
    expect(Math.abs(clock.toOurs(600e6) - (600e6 * 1.0001 + 200))).toBeLessThan(7000);
  });
});

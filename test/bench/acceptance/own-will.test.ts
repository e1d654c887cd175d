/**
 * Devices that go their own way when they are let go, where that way can hardly be told from the setpoint by the power: a
 * heat pump in the frost that wants by itself what it was allowed. Its registers are asked then, and the report says so.
 */
import { describe, expect, it, vi } from 'vitest';
import { makeMock } from '../../../firmware-mocks/catalogue.js';
import type { SinName } from '../../../firmware-mocks/sins.js';
import { LABS } from './labs.js';
import { acceptInLab } from './virtual-lab.js';

// On a virtual clock nothing waits, but a busy machine may take long to turn it.
vi.setConfig({ testTimeout: 120_000 });

/** At −8 °C its own heating curve takes 1280 W, in the middle of every limit that could be tested. */
async function inFrost(...sins: SinName[]) {
  const device = await makeMock('supply-heat-pump', { outdoorTemperature: -8 });
  const { more = '' } = LABS['supply-heat-pump'];
  const result = await acceptInLab({ profile: 'supply-temperature-heat-pump', tested: { device, sins }, more });
  return {
    result,
    failed: result.checks.filter(({ verdict }) => verdict === 'fail').map(({ id }) => id),
    of: (id: string) => result.checks.find((check) => check.id === id)!,
  };
}

describe('a heat pump in the frost', () => {
  it('passes if it is honest: its registers tell when it let go', async () => {
    const { result, of } = await inFrost();
    expect(result.verdict).toBe('pass');
    expect(of('revert').figures.find(({ id }) => id === 'revert-time-error')!.source).toMatch(
      /^control registers of dut/,
    );
    expect(of('revert').summary).toMatch(/reverted 1(19|20|21)\.\d s after the last write; 120 s are declared/);
  });

  it('fails in revert if it never lets go, though its power is what it would be anyway', async () => {
    const { failed, of } = await inFrost('no-revert');
    expect(failed[0]).toBe('revert');
    expect(of('revert').findings[0]!.text).toMatch(/^Still under control, at 1\d\d\d W/);
  });

  it('fails over a short cut if it drops its setpoint, though its power stays below it', async () => {
    const { failed, of } = await inFrost('forgets-on-reconnect');
    expect(failed[0]).toBe('cable-pulled');
    const dropped = of('cable-pulled').figures.filter(({ verdict }) => verdict === 'fail');
    expect(dropped.map(({ id }) => id)).toEqual(['setpoint-dropped']);
  });
});

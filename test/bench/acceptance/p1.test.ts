/** What only chance shows of a P1 meter is waited for: a CRC that begins with zero comes once in sixteen telegrams. */
import { describe, expect, it, vi } from 'vitest';
import { makeMock } from '../../../firmware-mocks/catalogue.js';
import type { SinName } from '../../../firmware-mocks/sins.js';
import { acceptInLab } from './virtual-lab.js';

// On a virtual clock nothing waits, but a busy machine may take long to turn it.
vi.setConfig({ testTimeout: 120_000 });

async function overTheRun(seed: number, ...sins: SinName[]) {
  const device = await makeMock('p1-meter', { seed });
  const result = await acceptInLab({
    profile: 'dsmr5-meter',
    tested: { device, sins },
    meter: true,
    only: ['over-the-run'],
  });
  return { ...result, figures: result.checks.flatMap(({ figures }) => figures) };
}

describe('leading zeros of a CRC', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])('are found to be missing, whatever the telegrams (seed %d)', async (seed) => {
    const { verdict, figures } = await overTheRun(seed, 'unpadded-crc');
    expect(verdict).toBe('fail');
    const loose = figures.filter(({ id, verdict: of }) => id === 'loose-crcs' && of === 'fail');
    expect(loose.length).toBeGreaterThan(0);
    expect(loose[0]!.explanation).toMatch(/^Such as "![0-9A-F]{1,3}"/);
  });

  it.each([1, 2, 3])('are not missed where they are written (seed %d)', async (seed) => {
    const { verdict, figures } = await overTheRun(seed);
    expect(verdict).toBe('pass');
    expect(figures.filter(({ id }) => id === 'loose-crcs').every(({ value }) => value === 0)).toBe(true);
  });
});

it('an abandoned gas meter is named with its channel and what stands there', async () => {
  const { verdict, figures } = await overTheRun(1, 'gas-on-channel-2');
  expect(verdict).toBe('fail');
  expect(figures.find(({ id }) => id === 'abandoned-m-bus')).toMatchObject({
    value: 1,
    unit: 'of 2',
    explanation: expect.stringMatching(/^channel 1 \(gas\) says "\(700101010000W\)\(00000000\)", without a unit/),
  });
});

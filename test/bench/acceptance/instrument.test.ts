/** Who measured: an independent meter with a valid calibration, one whose calibration has run out, and what that is worth. */
import { describe, expect, it } from 'vitest';
import { makeMock } from '../../../firmware-mocks/catalogue.js';
import type { SinName } from '../../../firmware-mocks/sins.js';
import { acceptInLab } from './virtual-lab.js';

const STORAGE = ', envelope: {minimumW: -5000, maximumW: 5000, rampWPerS: 5000}';
/** The laboratory lives in November 2026. */
const VALID = ', calibration: {date: 2026-03-01, validUntil: 2028-03-01, certificate: W-26-118, laboratory: VSL}';
const EXPIRED = ', calibration: {date: 2023-03-01, validUntil: 2025-03-01, certificate: W-23-007}';

/** Steps of a storage inverter as an SDM630 in its cable sees them. */
async function effectSeenBy(calibration: string, sins: readonly SinName[] = []) {
  const device = await makeMock('sunspec-inverter', { freePower: -800 });
  const result = await acceptInLab({
    profile: 'sunspec-storage',
    tested: { device, sins },
    more: STORAGE,
    only: ['effect'],
    meter: { more: calibration },
  });
  const effect = result.checks.find(({ id }) => id === 'effect')!;
  return { result, effect, byMeter: effect.figures.filter(({ source }) => source.startsWith('meter meter')) };
}

describe('the independent meter', () => {
  it('judges, and the report names it with its class, its certificate and its uncertainty', async () => {
    const { result, effect, byMeter } = await effectSeenBy(VALID);
    expect(effect.verdict).toBe('pass');
    expect(byMeter.map(({ id }) => id)).toContain('step-to-charging.settling');
    expect(byMeter[0]!.source).toMatch(/Eastron SDM630.*class B.*calibrated 2026-03-01, certificate W-26-118/);
    expect(byMeter.find(({ id }) => id.endsWith('.steady-error'))!.uncertainty).toBeGreaterThan(2);
    expect(result.instruments.map(({ independent, judges }) => [independent, judges])).toEqual([
      [false, false],
      [true, true],
    ]);
  });

  it('passes nothing once its calibration has expired', async () => {
    const { result, effect, byMeter } = await effectSeenBy(EXPIRED);
    expect(effect.verdict).toBe('inconclusive');
    const judged = byMeter.filter(({ sense }) => sense !== 'reported');
    expect(judged.length).toBeGreaterThan(0);
    for (const { verdict, explanation } of judged) {
      expect(verdict).toBe('inconclusive');
      expect(explanation).toMatch(/Its calibration has expired\./);
    }
    expect(result.exitCode).toBe(3);
    expect(result.instruments[1]!.remarks.join(' ')).toMatch(
      /expired on 2025-03-01; nothing that it measured can pass/,
    );
  });

  it('still fails what it sees failing', async () => {
    const { result, effect } = await effectSeenBy(EXPIRED, ['no-effect']);
    expect(effect.verdict).toBe('fail');
    expect(result.exitCode).toBe(1);
  });
});

import { describe, expect, it } from 'vitest';
import { createInverter } from '../../../firmware-mocks/devices/sunspec-inverter.js';
import { acceptInLab } from './virtual-lab.js';

const inverter = (freePowerW = -800) =>
  createInverter({ seed: 1, ratedPowerW: 5000, capacityWh: 10_000, initialStateOfChargeRatio: 0.6, freePowerW });
const ENVELOPE = ', envelope: {minimumW: -5000, maximumW: 5000, rampWPerS: 5000}';

describe('storage', () => {
  it('passes', async () => {
    const t = performance.now();
    const result = await acceptInLab({ profile: 'sunspec-storage', tested: { device: inverter() }, more: ENVELOPE });
    console.log(performance.now() - t);
    for (const c of result.checks) {
      console.log(c.id, c.verdict, c.durationS, c.summary);
      for (const f of c.figures)
        console.log(
          '    ',
          f.verdict,
          f.title,
          f.value,
          f.unit,
          f.sense,
          f.limit,
          f.margin,
          f.uncertainty,
          f.explanation,
        );
      for (const f of c.findings) console.log('    !', f.verdict, f.text);
    }
    expect(result.verdict).toBe('pass');
  });
});

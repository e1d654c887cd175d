import { it } from 'vitest';
import { createInverter } from '../../../firmware-mocks/devices/sunspec-inverter.js';
import { createHeatPump } from '../../../firmware-mocks/devices/heat-pump.js';
import { createMeter } from '../../../firmware-mocks/devices/p1-meter.js';
import { writeReports } from '../../../bench/acceptance/command.js';
import { acceptInLab } from './virtual-lab.js';
import { mkdirSync } from 'node:fs';
const show = (result: any) => {
    for (const c of result.checks) {
      console.log(c.id, c.verdict, c.durationS, c.summary);
      for (const f of c.figures) if (f.verdict !== 'pass') console.log('    ', f.verdict, f.title, f.value, f.unit, f.sense, f.limit, f.margin, f.uncertainty, f.explanation);
      for (const f of c.findings) console.log('    !', f.verdict, f.text);
    }
};
it('storage', async () => {
  const r = await acceptInLab({ profile: 'sunspec-storage', tested: { device: createInverter({ seed: 1, ratedPowerW: 5000, capacityWh: 10_000, initialStateOfChargeRatio: 0.6, freePowerW: -800 }) }, more: ', envelope: {minimumW: -5000, maximumW: 5000, rampWPerS: 5000}' });
  mkdirSync('/tmp/rep', { recursive: true }); writeReports('/tmp/rep', r);
});
it('hp', async () => {
  const r = await acceptInLab({ profile: 'sg-ready-heat-pump', tested: { device: createHeatPump({ seed: 1, ratedPowerW: 12000, outdoorTemperatureC: -5, initialTemperatureC: 19.5 }) }, more: ', safeSetpointW: 6000, envelope: {minimumW: 0, maximumW: 12000, rampWPerS: 12000}' });
  mkdirSync('/tmp/rephp', { recursive: true }); writeReports('/tmp/rephp', r); show(r);
}, 30000);
it('p1', async () => {
  const r = await acceptInLab({ profile: 'dsmr5-meter', tested: { device: createMeter({ seed: 1, phases: 3, pvW: 0 }) } });
  mkdirSync('/tmp/repp1', { recursive: true }); writeReports('/tmp/repp1', r); show(r);
}, 30000);

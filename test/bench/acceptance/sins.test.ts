import { describe, it } from 'vitest';
import { MOCKS, type MockName, makeMock } from '../../../firmware-mocks/catalogue.js';
import { type SinName, sinsOf } from '../../../firmware-mocks/sins.js';
import { acceptInLab } from './virtual-lab.js';

const MORE: Record<string, string> = {
  'sunspec-inverter': ', envelope: {minimumW: -5000, maximumW: 5000, rampWPerS: 5000}',
  'sunspec-der': ', envelope: {minimumW: -5000, maximumW: 5000, rampWPerS: 5000}',
  'heat-pump': ', safeSetpointW: 6000, envelope: {minimumW: 0, maximumW: 12000, rampWPerS: 12000}',
};
const OPT: Record<string, Record<string, number>> = { 'sunspec-inverter': { freePower: 800 } };
const only = process.env.MOCK;
for (const name of Object.keys(MOCKS) as MockName[]) {
  if (only && only !== name) continue;
  describe(name, () => {
    for (const sin of [undefined, ...sinsOf(MOCKS[name].traits)] as (SinName | undefined)[])
      it(sin ?? 'honest', async () => {
        const lines: string[] = [];
        try {
          const device = await makeMock(name, OPT[name] ?? {});
          const r = await acceptInLab({ profile: MOCKS[name].profile, tested: { device, sins: sin ? [sin] : [] }, more: MORE[name] ?? (MOCKS[name].line === 'p1' ? '' : ', envelope: {minimumW: -5000, maximumW: 0, rampWPerS: 5000}') });
          lines.push(`${name} ${sin} => ${r.verdict}`);
          for (const c of r.checks) {
            if (c.verdict === 'pass' || c.status !== 'ran') continue;
            lines.push(`   ${c.id} ${c.verdict}: ${c.summary}`);
            for (const f of [...c.figures.filter((f) => f.verdict === c.verdict).map((f) => `${f.title} = ${f.value} ${f.unit} (${f.limit}) ${f.explanation}`), ...c.findings.filter((f) => f.verdict === c.verdict).map((f) => f.text)].slice(0, 2)) lines.push(`       - ${f}`);
          }
        } catch (e) { lines.push(`${name} ${sin} THROWS ${(e as Error).stack}`); }
        console.log(lines.join('\n'));
      }, 60000);
  });
}

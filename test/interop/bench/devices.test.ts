/**
 * Programs that are not ours read and command the mocks of the second generation of SunSpec, of a PV inverter that measures
 * in floating point, and of an SDM630. Required in CI; elsewhere a named skip when the Python environment is missing
 * (`node test/interop/bench/setup-clients.mjs` makes it).
 */
import { execFile, execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type MockName, makeMock } from '../../../firmware-mocks/catalogue.js';
import type { MockDevice } from '../../../firmware-mocks/device.js';
import { createSdm630 } from '../../../firmware-mocks/devices/sdm630.js';
import { serveMock } from '../../../firmware-mocks/serve.js';

const PYTHON = fileURLToPath(new URL('../../../.cache/venv-bench/bin/python', import.meta.url));
const CLIENTS = fileURLToPath(new URL('./device_clients.py', import.meta.url));
const required = process.env['CI'] === 'true';
const available = required || existsSync(PYTHON);
const title = available
  ? 'foreign clients of the mocks'
  : 'foreign clients of the mocks (skipped: no Python environment; run node test/interop/bench/setup-clients.mjs)';

// biome-ignore lint/suspicious/noExplicitAny: what a foreign program prints has no type of ours
function ask(...args: readonly string[]): Promise<any> {
  return new Promise((resolve, reject) => {
    execFile(PYTHON, [CLIENTS, ...args], { timeout: 60_000 }, (error, stdout, stderr) => {
      if (error) reject(new Error(`${error.message}\n${stderr}`));
      else resolve(JSON.parse(stdout));
    });
  });
}

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

async function serve(device: MockDevice, framing: 'rtu' | 'tcp'): Promise<string> {
  for (let t = 0; t < 10; t++) device.advance(performance.now() / 1000 - 10 + t);
  const server = await serveMock(device, {
    address: 'listen:127.0.0.1:0',
    framing,
    unit: 1,
    baud: 0,
    disturbances: { interceptors: [], echo: false },
  });
  closers.push(() => server.close());
  return server.address;
}
const mock = async (name: MockName, options: Record<string, number> = {}) =>
  serve(await makeMock(name, options), 'tcp');

describe.skipIf(!available)(title, () => {
  beforeAll(() => {
    if (!existsSync(PYTHON)) {
      execFileSync('node', [fileURLToPath(new URL('./setup-clients.mjs', import.meta.url))], { stdio: 'inherit' });
    }
  }, 300_000);

  it('pysunspec2 reads a storage inverter by 701, 702, 704, 713, 715 and commands it', async () => {
    const { chain, values, after } = await ask('der', await mock('sunspec-der-battery', { freePower: 2000 }));
    expect(chain).toEqual([
      [1, 66],
      [701, 153],
      [702, 50],
      [704, 65],
      [713, 7],
      [715, 7],
    ]);
    expect(values['1']).toMatchObject({ Mn: 'Polder Power', SN: 'PP200001' });
    const ac = values['701'];
    expect(Math.abs(ac.W - 2000)).toBeLessThan(5);
    expect(Math.abs(ac.WL1 + ac.WL2 + ac.WL3 - ac.W)).toBeLessThan(5);
    expect(ac.Hz).toBeCloseTo(50, 0);
    for (const p of [1, 2, 3]) {
      expect(Math.abs(ac[`VL${p}`] - 230.5)).toBeLessThan(3);
      expect(ac[`AL${p}`]).toBeCloseTo(2000 / 3 / 230.5, 1);
    }
    // What it does not have must read as absent, not as a small number.
    for (const absent of ['TmpAmb', 'PF', 'TotVarhInj', 'ThrotPct']) expect(ac[absent]).toBeUndefined();
    expect(values['702']).toMatchObject({
      WMaxRtg: 5000,
      WChaRteMaxRtg: 5000,
      WDisChaRteMaxRtg: 5000,
      WMax: 5000,
      VNomRtg: 230,
    });
    expect(values['704']).toMatchObject({ WSetEna: 0, WMaxLimPctEna: 0, WMaxLimPct: 100 });
    expect(values['713'].SoC).toBeCloseTo(60, 0);
    expect(values['713'].WHRtg).toBe(10_000);
    expect(after).toMatchObject({
      WSetEna: 1,
      WSet: -1500,
      WSetRvrt: -250,
      WSetEnaRvrt: 1,
      WSetRvrtTms: 60,
      ControllerHb: 7,
    });
    expect(after.WSetRvrtRem).toBeGreaterThan(50);
  });

  it('pysunspec2 reads panels by 701, 702, 704', async () => {
    const { chain, values } = await ask('read', await mock('sunspec-der-pv', { sunPower: 3300 }));
    expect(chain.map(([id]: [number]) => id)).toEqual([1, 701, 702, 704]);
    expect(Math.abs(values['701'].W - 3300)).toBeLessThan(5);
    expect(values['702'].WChaRteMaxRtg).toBeUndefined();
  });

  it('pysunspec2 reads panels by 113 at register 50000, in floating point, and limits them by 123', async () => {
    const { chain, values, after } = await ask('pv', await mock('sunspec-pv', { sunPower: 3000 }));
    expect(chain).toEqual([
      [1, 66],
      [113, 60],
      [120, 26],
      [121, 30],
      [123, 24],
    ]);
    expect(Math.abs(values['113'].W - 3000)).toBeLessThan(40);
    expect(Math.abs(values['113'].PhVphB - 231.5)).toBeLessThan(2);
    expect(values['120']).toMatchObject({ DERTyp: 4, WRtg: 5000 });
    expect(values['121']).toMatchObject({ WMax: 5000 });
    expect(values['123'].WMaxLimPct_RmpTms).toBeUndefined();
    expect(after).toEqual({ WMaxLimPct: 42.5, WMaxLimPct_RvrtTms: 60, WMaxLim_Ena: 1 });
  });

  it('pysunspec2 reads a meter by 203: scaled as its own definitions say, import positive', async () => {
    const { chain, values } = await ask('read', await mock('sunspec-meter', { pv: 0 }));
    expect(chain).toEqual([
      [1, 66],
      [203, 105],
    ]);
    expect(values['1']).toMatchObject({ Mn: 'Meetlint', Md: 'ML-3', SN: 'ML3-40001' });
    const ac = values['203'];
    expect(ac.W).toBeGreaterThan(250);
    expect(Math.abs(ac.WphA + ac.WphB + ac.WphC - ac.W)).toBeLessThanOrEqual(2);
    expect(Math.abs(ac.PhVphB - 231.5)).toBeLessThan(3);
    expect(Math.abs(ac.AphA * ac.PhVphA - ac.VAphA)).toBeLessThan(0.02 * ac.VAphA + 3);
    expect(ac.Hz).toBeCloseTo(50, 0);
    expect(ac.TotWhImp).toBeCloseTo(3_204_645, -2);
    expect(ac.TotWhExp).toBeCloseTo(1_194_744, -2);
    // pysunspec2 shows an accumulator of 0 as not implemented.
    for (const absent of ['TotVAhImp', 'TotVArhImpQ1']) expect(ac[absent]).toBeUndefined();
  });

  it('pymodbus reads the SDM630 and is refused what the meter refuses', async () => {
    const load = [1234.5, -800, 60] as const;
    const read = await ask('sdm630', await serve(createSdm630({ seed: 1, loadW: () => load }), 'rtu'));
    read.powers.forEach((w: number, p: number) => {
      expect(Math.abs(w - load[p]!)).toBeLessThan(1);
    });
    for (const v of read.voltages) expect(Math.abs(v - 231)).toBeLessThan(2);
    expect(Math.abs(read.total - 494.5)).toBeLessThan(2);
    expect(read.frequency).toBeCloseTo(50, 1);
    expect(read.energies[0]).toBeCloseTo(2276.5, 0);
    expect(read).toMatchObject({ code: [0x0070], long: 2, half: 2 });
  });
});

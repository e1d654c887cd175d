/** A grid player under acceptance: it ends switched off, is not switched on without a way out, and never leaves its limits. */
import { describe, expect, it, vi } from 'vitest';
import { missingAbortPath } from '../../../bench/acceptance/abort-path.js';
import { declaredOf } from '../../../bench/acceptance/declared.js';
import { parseBench } from '../../../bench/config.js';
import { loadProfiles } from '../../../bench/devices/profile.js';
import { makeMock } from '../../../firmware-mocks/catalogue.js';
import type { TextDevice } from '../../../firmware-mocks/device.js';
import { acceptInLab } from './virtual-lab.js';

// On a virtual clock nothing waits, but a busy machine may take long to turn it.
vi.setConfig({ testTimeout: 120_000 });

const profiles = loadProfiles();
const bench = (text: string) => {
  const parsed = parseBench(text, 'lab.yaml', profiles);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value;
};
const SOURCE = `bench: lab
links: [{id: line, address: 'tcp:127.0.0.1:1', protocol: scpi}]
devices: [{id: source, profile: scpi-ac-source, link: line, slot: slot, lease: meter}]`;

/** Keeps what its terminals had at every moment of the run. */
async function watched() {
  const device = (await makeMock('scpi-source')) as TextDevice;
  const seen: number[] = [];
  const { advance } = device;
  device.advance = (nowS) => {
    advance(nowS);
    seen.push(...device.supplyVoltageV!());
  };
  return { device, seen };
}

describe('a grid player', () => {
  it('is never switched on in hardware without an emergency stop and somebody there', () => {
    const [source] = bench(SOURCE).devices;
    const nobody = { terminal: false, emergencyStop: '', operator: 'none', interlocks: [] };
    const missing = missingAbortPath(declaredOf(source!, 'hardware'), nobody);
    expect(missing.map(({ path }) => path)).toEqual(['--emergency-stop', '--operator']);
    expect(
      missingAbortPath(declaredOf(source!, 'hardware'), { ...nobody, terminal: true, emergencyStop: 'S1' }),
    ).toEqual([]);
  });

  it('promises what its profile says: the watchdog too', () => {
    const { player } = declaredOf(bench(SOURCE).devices[0]!, 'mock');
    expect(player).toMatchObject({
      phases: 3,
      limits: { voltageV: { minimum: 184, maximum: 264.5 } },
      slewVPerS: { value: 20, source: 'profile scpi-ac-source, scpi.limits.slewVPerS' },
      watchdog: { value: 12 },
    });
    expect(player!.uncertaintyV(230)).toBeCloseTo(0.56, 6);
  });

  it('goes to its limits, never beyond, and ends with an open output', async () => {
    const { device, seen } = await watched();
    const result = await acceptInLab({ profile: 'scpi-ac-source', tested: { device }, meter: true });
    expect(result.verdict).toBe('pass');
    expect(result.neutral).toMatchObject({
      state: 'confirmed',
      text: 'Its output was switched off and measured to be open.',
    });
    expect(device.supplyVoltageV!()).toEqual([0, 0, 0]);
    const playing = seen.filter((v) => v > 0);
    expect(Math.max(...playing)).toBe(264.5);
    expect(Math.min(...playing)).toBe(184);
    expect(result.abortPath.join(' ')).toMatch(/its output opens after 12 s of silence/);
  });

  it('ended in the middle: its output is open all the same', async () => {
    const { device } = await watched();
    const stop = new AbortController();
    const { line } = device;
    device.line = (text) => {
      if (/FREQ\S* 49\.8/i.test(text)) stop.abort(new Error('ended by the operator'));
      return line(text);
    };
    const result = await acceptInLab({
      profile: 'scpi-ac-source',
      tested: { device },
      meter: true,
      signal: stop.signal,
    });
    expect(result).toMatchObject({ verdict: 'aborted', neutral: { state: 'confirmed' } });
    expect(device.supplyVoltageV!()).toEqual([0, 0, 0]);
  });

  it('whose output sticks is left with a warning, and the run has failed', async () => {
    const { device } = await watched();
    const result = await acceptInLab({
      profile: 'scpi-ac-source',
      tested: { device, sins: ['output-sticks'] },
      meter: true,
    });
    expect(result.verdict).toBe('fail');
    expect(result.neutral).toMatchObject({ state: 'not-confirmed' });
    expect(result.neutral.text).toMatch(
      /did NOT confirm its open output: .* measures 2\d\d\.\d V.* should open by itself after 12 s/,
    );
  });
});

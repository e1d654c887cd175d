/**
 * A device that lets go by two timers: that of its setpoint and that of its controller's beats. Each is proven by itself,
 * with the other kept alive, however fast the mock lives, and also where the two are as long as each other.
 */
import { describe, expect, it, vi } from 'vitest';
import type { CheckId } from '../../../bench/acceptance/check.js';
import { Rig, type RigParts } from '../../../bench/acceptance/rig.js';
import { makeMock } from '../../../firmware-mocks/catalogue.js';
import type { SinName } from '../../../firmware-mocks/sins.js';
import { LABS } from './labs.js';
import { acceptInLab } from './virtual-lab.js';

// On a virtual clock nothing waits, but a busy machine may take long to turn it.
vi.setConfig({ testTimeout: 120_000 });

const TIMERS: readonly CheckId[] = ['revert', 'heartbeat'];

async function timersOf(sins: readonly SinName[], speed: number, more = '') {
  const device = await makeMock('sunspec-der-battery');
  const { checks } = await acceptInLab({
    profile: 'sunspec-storage-der',
    tested: { device, sins },
    more: `${LABS['sunspec-der-battery'].more}${more}`,
    only: TIMERS,
    speed,
    baud: 115_200,
  });
  const [revert, heartbeat] = TIMERS.map((id) => checks.find((check) => check.id === id)!);
  return { revert: revert!, heartbeat: heartbeat! };
}

describe('revert timer and heartbeat of a battery at 115 200 baud', () => {
  it.each([1, 5, 10])('honest, living %d times as fast: both at their own time', async (speed) => {
    const { revert, heartbeat } = await timersOf([], speed);
    expect([revert.verdict, heartbeat.verdict]).toEqual(['pass', 'pass']);
    expect(revert.summary).toMatch(/reverted (59|60|61)\.\d s after the last write; 60 s are declared/);
    expect(heartbeat.summary).toMatch(/reverted (9|10|11)\.\d s after the last write; 10 s are declared/);
  });

  it.each([1, 10])('a timer that never ends is seen though the heartbeat is shorter (speed %d)', async (speed) => {
    const { revert, heartbeat } = await timersOf(['no-revert'], speed);
    expect([revert.verdict, heartbeat.verdict]).toEqual(['fail', 'pass']);
    expect(revert.findings.map(({ text }) => text).join()).toMatch(/the 60 s that are declared .* have no effect/);
  });

  it('a timer that ends at 80 s is measured to end at 80 s', async () => {
    const { revert } = await timersOf(['late-revert'], 10);
    expect(revert.verdict).toBe('fail');
    expect(revert.summary).toMatch(/reverted (79|80|81)\.\d s/);
  });

  it('a heartbeat that nobody watches is seen though the timer is as short', async () => {
    const { revert, heartbeat } = await timersOf(['no-heartbeat-expiry'], 1, ', revertTime: 15s');
    expect(revert.verdict).toBe('pass');
    expect(heartbeat.verdict).toBe('fail');
  });

  it('a timer as long as the heartbeat does not stand in for it', async () => {
    const { revert, heartbeat } = await timersOf([], 1, ', revertTime: 12s');
    expect([revert.verdict, heartbeat.verdict]).toEqual(['pass', 'pass']);
    expect(heartbeat.summary).toMatch(/reverted (9|10|11)\.\d s after the last write; 10 s are declared/);
  });

  it('beats that come too late are told from a timer that ends too early', () => {
    const rig = new Rig({ declared: { pollPeriodMs: 1000 } } as unknown as RigParts);
    rig.beats.push(0, 500, 1000, 12_500, 13_000);
    expect(rig.longestSilenceMs(800, 13_000)).toBe(11_500);
    // A silence that began before counts from its beginning, and one that goes on until its end.
    expect(rig.longestSilenceMs(5000, 12_600)).toBe(11_500);
    expect(rig.longestSilenceMs(13_100, 20_000)).toBe(7000);
  });
});

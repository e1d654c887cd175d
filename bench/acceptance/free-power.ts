/** What a device does inside its envelope when no limit holds it back: measured once it stands. */
import type { Bench } from './check.js';
import { bandAt } from './declared.js';
import { watchedS } from './evaluate-step.js';
import type { PowerSample } from './step-response.js';
import { mean } from './step-response.js';
import { control, freeWindow } from './test-powers.js';

/** Without a limit a device is waited for so many times as long as declared, until its power stands to this share of its band. */
const STEADY_RATIO = 10;
const STEADY_BAND_RATIO = 0.1;
const LAST_SAMPLES = 5;

/** Power of the last samples, W; `doing` is shown to people. */
export async function freePower(bench: Bench, doing: string): Promise<number> {
  const { rig, signal } = bench;
  const c = control(bench);
  await rig.moveTo(freeWindow(c), signal);
  bench.doing(doing, watchedS(c));
  const untilMs = rig.clock.nowMs() + STEADY_RATIO * watchedS(c) * 1000;
  await rig.watch({ forMs: watchedS(c) * 1000, signal, hold: freeWindow(c) });
  // Who is slow is not limited by what it has not reached yet.
  await rig.watch({
    forMs: untilMs - rig.clock.nowMs(),
    signal,
    hold: freeWindow(c),
    until: () => {
      const [beforeW, lastW] = twoStretches(bench, (c.effectWithin.value * 1000) / 4);
      return Math.abs(lastW - beforeW) <= STEADY_BAND_RATIO * bandAt(c, lastW);
    },
  });
  return lastPower(bench);
}

export const lastPower = ({ rig }: Bench): number => mean(rig.power.slice(-LAST_SAMPLES).map(({ powerW }) => powerW));

/** Mean power of the last two stretches of a length, W. */
export function twoStretches({ rig }: Bench, stretchMs: number): readonly [number, number] {
  const nowMs = rig.clock.nowMs();
  const samples = rig.powerSince(nowMs - 2 * stretchMs);
  const over = (fits: (sample: PowerSample) => boolean): number =>
    mean(samples.filter(fits).map(({ powerW }) => powerW));
  return [over(({ atMs }) => atMs < nowMs - stretchMs), over(({ atMs }) => atMs >= nowMs - stretchMs)];
}

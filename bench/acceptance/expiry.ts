/** A setpoint that nobody renews: when the device lets go of it, and where it goes. */
import type { Bench, Finding, Outcome } from './check.js';
import { drawPower, rest, watts } from './evaluate-step.js';
import { type Figure, judge } from './figure.js';
import { departureMs, figuresOfSafeState, setpointToLeave } from './revert-watch.js';
import { control, safeWindow } from './test-powers.js';

/** So much longer than declared a device is waited for before it counts as never reverting: 80 s for 60 is measured. */
const PATIENCE_RATIO = 1.5;
const PATIENCE_S = 5;

export interface Expiry {
  readonly name: string;
  /**
   * What runs out. `timer`: the setpoint is written once, beats go on where the device wants them. `heartbeat`: held and
   * beaten until it is followed; the silence begins with the last beat.
   */
  readonly by: 'timer' | 'heartbeat';
}

export async function watchExpiry(bench: Bench, { name, by }: Expiry): Promise<Outcome> {
  const { rig, signal, instrument } = bench;
  const c = control(bench);
  const held = setpointToLeave(bench);
  if ('reason' in held) {
    return {
      summary: `Not tested: ${held.reason}.`,
      figures: [],
      findings: [{ verdict: 'inconclusive', text: held.reason }],
    };
  }
  const promised = by === 'heartbeat' && c.heartbeat !== undefined ? c.heartbeat.timeout : c.revertTime;
  const declaredS = promised.value;
  const silence = by === 'heartbeat' ? 'no beat since' : 'not renewed since';
  const patienceS = PATIENCE_RATIO * declaredS + PATIENCE_S + c.effectWithin.value;
  await rest(bench);
  let { fromMs, toMs } = await rig.moveTo(held.window, signal);
  const drawMs = fromMs;
  if (by === 'heartbeat') {
    await rig.watch({ forMs: c.effectWithin.value * 1000, signal, hold: held.window });
    fromMs = Math.max(rig.lastWriteMs, rig.lastBeatMs);
    toMs = fromMs;
  }
  bench.doing(`${watts(held.powerW)} commanded once; waiting ${declaredS} s for it to revert`, declaredS);
  let leftMs: number | undefined;
  await rig.watch({
    forMs: patienceS * 1000,
    signal,
    beat: by === 'timer',
    until: () => {
      leftMs = departureMs(bench, held, rig.powerSince(drawMs));
      return leftMs !== undefined && rig.clock.nowMs() - leftMs > c.effectWithin.value * 1000;
    },
    progress: (ms) => bench.doing(`${watts(held.powerW)} commanded once; ${silence}`, declaredS - ms / 1000),
  });
  const plot = drawPower(bench, name, drawMs - 2000, fromMs, [
    { atMs: fromMs + declaredS * 1000, text: `declared ${declaredS} s` },
  ]);
  const figures: Figure[] = [];
  const findings: Finding[] = [];
  const measuredS = leftMs === undefined ? Number.NaN : (leftMs - toMs) / 1000;
  if (leftMs === undefined) {
    findings.push({
      verdict: 'fail',
      text: `Still at ${watts(rig.power.at(-1)?.powerW ?? Number.NaN)} ${patienceS} s after the last write: the ${declaredS} s that are declared (${promised.source}) have no effect. A controller that dies leaves it there.`,
    });
  } else {
    figures.push(
      judge(
        {
          id: 'revert-time-error',
          title: `Reverted after ${measuredS.toFixed(1)} s: against ${declaredS} s declared`,
          value: measuredS - declaredS,
          unit: 's',
          // Between two samples, and between the write and its confirmation.
          uncertainty: (rig.samplePeriodMs + (toMs - fromMs)) / 1000,
          source: instrument.title,
          atUs: bench.us(leftMs),
        },
        { sense: 'within', limit: c.revertTolerance.value, limitSource: c.revertTolerance.source },
      ),
      ...(await figuresOfSafeState(bench, leftMs, 'After reverting')),
    );
  }
  await rig.moveTo(safeWindow(bench), signal);
  return {
    summary:
      leftMs === undefined
        ? `It did not revert within ${patienceS} s; ${declaredS} s are declared.`
        : `It reverted ${measuredS.toFixed(1)} s after the last write; ${declaredS} s are declared.`,
    figures,
    findings,
    plots: [plot],
  };
}

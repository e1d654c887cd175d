/** A setpoint that nobody renews: when the device lets go of it, and where it goes. */
import type { Bench, Finding, Outcome } from './check.js';
import { drawPower, rest, watts } from './evaluate-step.js';
import { type Figure, judge } from './figure.js';
import {
  cameLate,
  departureMs,
  figuresOfSafeState,
  type Leaving,
  leftByItself,
  neverLeft,
  sawDeparture,
  setpointToLeave,
  stillHolds,
} from './revert-watch.js';
import { control, safeWindow } from './test-powers.js';

/** So much longer than declared a device is waited for before it counts as never reverting: 80 s for 60 is measured. */
const PATIENCE_RATIO = 1.5;
const PATIENCE_S = 5;

export interface Expiry {
  readonly name: string;
  /**
   * What runs out; the other one is kept alive, or the shorter of the two would be measured twice. `timer`: the setpoint is
   * written once, beats go on where the device wants them. `heartbeat`: held and beaten until it is followed; then the
   * setpoint is written again and the silence begins with the last beat.
   */
  readonly by: 'timer' | 'heartbeat';
}

export async function watchExpiry(bench: Bench, { name, by }: Expiry): Promise<Outcome> {
  const { rig, signal } = bench;
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
    await rig.command(held.window, signal);
    await rig.beat(signal);
    fromMs = rig.lastBeatMs;
    toMs = fromMs;
  }
  bench.doing(`${watts(held.powerW)} commanded once; waiting ${declaredS} s for it to revert`, declaredS);
  let leftMs: number | undefined;
  const watchFor = (forMs: number): Promise<void> =>
    rig.watch({
      forMs,
      signal,
      beat: by === 'timer',
      askHeld: held.seenBy === 'registers',
      until: () => {
        leftMs = departureMs(bench, held, drawMs);
        return leftMs !== undefined && rig.clock.nowMs() - leftMs > c.effectWithin.value * 1000;
      },
      progress: () =>
        bench.doing(
          `${watts(held.powerW)} commanded once; ${silence}`,
          declaredS - (rig.clock.nowMs() - fromMs) / 1000,
        ),
    });
  const untilMs = fromMs + patienceS * 1000;
  const aloneUntilMs =
    by === 'heartbeat' && !c.flash ? await keepTimerAlive(bench, held, fromMs, declaredS, watchFor) : untilMs;
  // When its time is over and its power has not shown it, its registers are asked: there may be nothing that could show it.
  const overMs = fromMs + (declaredS + c.revertTolerance.value) * 1000;
  if (leftMs === undefined) await watchFor(overMs - rig.clock.nowMs());
  const heldStill = leftMs === undefined && c.meaning !== 'target' ? await stillHolds(bench, held) : undefined;
  if (leftMs === undefined) await watchFor(untilMs - rig.clock.nowMs());
  // Until it has gone where it goes.
  else await watchFor(leftMs + c.effectWithin.value * 1000 - rig.clock.nowMs());
  const plot = drawPower(bench, name, drawMs - 2000, fromMs, [
    { atMs: fromMs + declaredS * 1000, text: `declared ${declaredS} s` },
  ]);
  const figures: Figure[] = [];
  const findings: Finding[] = [];
  // It began somewhere between the write and its confirmation, and ended somewhere between two samples: the middles of both.
  const halfMs = (rig.samplePeriodMs + (toMs - fromMs)) / 2;
  const measuredS = leftMs === undefined ? Number.NaN : (leftMs - fromMs - halfMs) / 1000;
  const masked = leftMs === undefined ? undefined : maskedBy(bench, by, fromMs, leftMs, aloneUntilMs);
  if (leftMs === undefined) {
    const text = `Still ${held.seenBy === 'power' ? 'at' : 'under control, at'} ${watts(rig.power.at(-1)?.powerW ?? Number.NaN)} ${patienceS} s after the last write: the ${declaredS} s that are declared (${promised.source}) have no effect. A controller that dies leaves it there.`;
    findings.push(await neverLeft(bench, held, overMs, text));
  } else {
    const timeError = judge(
      {
        id: 'revert-time-error',
        title: `Reverted after ${measuredS.toFixed(1)} s: against ${declaredS} s declared`,
        value: measuredS - declaredS,
        unit: 's',
        uncertainty: halfMs / 1000,
        source: sawDeparture(bench, held),
        atUs: bench.us(leftMs),
      },
      { sense: 'within', limit: c.revertTolerance.value, limitSource: c.revertTolerance.source },
    );
    const excuse =
      masked ??
      (timeError.verdict !== 'fail'
        ? undefined
        : measuredS < declaredS
          ? await leftByItself(bench, held)
          : cameLate(bench, held, heldStill, overMs, leftMs));
    figures.push(
      // Too late for its heartbeat is too late, whatever ended it then.
      excuse === undefined || (by === 'heartbeat' && timeError.verdict === 'fail')
        ? timeError
        : { ...timeError, verdict: 'inconclusive', explanation: `${timeError.explanation} ${excuse}`.trim() },
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

/**
 * The setpoint's own timer must not end what the missing beats are to end. Where it could, the setpoint is written once more
 * right before the beats are missed; not later, or what the device let go of would be commanded again. Resolves to the
 * instant until which the timer can not be the cause.
 */
async function keepTimerAlive(
  bench: Bench,
  { window }: Leaving,
  fromMs: number,
  timeoutS: number,
  watchFor: (forMs: number) => Promise<void>,
): Promise<number> {
  const { rig, signal } = bench;
  const c = control(bench);
  const toleranceS = c.revertTolerance.value;
  const timerEndsMs = (): number => rig.lastWriteMs + (c.revertTime.value - toleranceS) * 1000;
  const renewMs = fromMs + (timeoutS - toleranceS) * 1000 - rig.samplePeriodMs;
  if (timerEndsMs() > fromMs + (timeoutS + toleranceS + c.effectWithin.value) * 1000) return timerEndsMs();
  await watchFor(renewMs - rig.clock.nowMs());
  if (rig.clock.nowMs() < fromMs + (timeoutS - toleranceS) * 1000) await rig.command(window, signal);
  return timerEndsMs();
}

/** Why the other one of timer and heartbeat may have ended the setpoint; undefined if it can not have. */
function maskedBy(
  { rig, declared }: Bench,
  by: Expiry['by'],
  fromMs: number,
  leftMs: number,
  aloneUntilMs: number,
): string | undefined {
  const { heartbeat, revertTime } = declared.control!;
  if (by === 'heartbeat') {
    return leftMs > aloneUntilMs && heartbeat !== undefined
      ? `Its revert timer of ${revertTime.value} s may have ended the setpoint: it can not be kept alive beyond the ${heartbeat.timeout.value} s of its heartbeat. Arm a longer one.`
      : undefined;
  }
  if (heartbeat === undefined) return undefined;
  const silenceS = rig.longestSilenceMs(fromMs, leftMs) / 1000;
  return silenceS >= heartbeat.timeout.value
    ? `Beats came up to ${silenceS.toFixed(1)} s apart on the device's clock, and it waits ${heartbeat.timeout.value} s for one: its heartbeat may have ended the setpoint. The line does not carry beats at this speed.`
    : undefined;
}

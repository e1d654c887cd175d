/** What happens when the cable is pulled, and when it is back? To the device, and to whoever asks it. */
import { messageOf } from '../../../errors.js';
import type { Bench, Check, Finding } from '../check.js';
import { bandAt, deviation, reverting } from '../declared.js';
import { pause } from '../device-clock.js';
import { drawPower, rest, watts } from '../evaluate-step.js';
import { type Figure, judge } from '../figure.js';
import { apart, figureOfOpenOutput, figuresOfTerminals, player, playTo } from '../grid-play.js';
import { figureOfKept, figuresOfSafeState, setpointToLeave } from '../revert-watch.js';
import { sanityNow } from '../sanity-now.js';
import { control, type Setpoint, safeWindow } from '../test-powers.js';

/** A meter has no revert time to wait for. */
const METER_OUT_S = 5;
/** Whoever asks gives up by the clock of the wall, however fast the device lives: out for so many budgets of a reading. */
const BUDGETS_OUT = 2;
const SHORT_MS = 3500;
/** A grid player is left alone for so much longer than its watchdog. */
const WATCHDOG_RATIO = 1.25;
/** The bench looks again for a lost device at most this much later. */
const BACK_WITHIN_S = 10;

export const cablePulled: Check = {
  id: 'cable-pulled',
  title: 'Cable pulled and back',
  question:
    'Is the loss of the line noticed, is the same device there afterwards, and does it no longer follow the setpoint of before?',
  method:
    'The line is cut for longer than the revert time while the device holds a setpoint, then joined again; what it then does is read before anything is written.',
  needs: ['read-sanity', 'effect', 'played-voltage'],
  notApplicable: () => undefined,
  estimateS: ({ control: c }) => (c === undefined ? METER_OUT_S : c.revertTime.value * 1.1 + c.effectWithin.value) + 15,
  async run(bench) {
    const { rig, signal, declared, cable } = bench;
    if (cable.how === undefined) {
      return {
        summary: `Not tested: ${cable.reason}.`,
        figures: [],
        findings: [{ verdict: 'inconclusive', text: cable.reason }],
      };
    }
    const c = declared.control;
    const identityBefore = rig.identity!.key;
    const held = c === undefined ? undefined : setpointToLeave(bench);
    const holds = held !== undefined && 'window' in held;
    const plays = declared.player !== undefined;
    const noticedS = (BUDGETS_OUT * declared.budgetMs * rig.speed) / 1000;
    const revertedS =
      c === undefined
        ? Math.max(METER_OUT_S, WATCHDOG_RATIO * (declared.player?.watchdog?.value ?? 0))
        : reverting(c).value + c.revertTolerance.value + c.effectWithin.value;
    const outS = Math.max(noticedS, revertedS);
    if (holds) await rest(bench);
    const startMs = rig.clock.nowMs();
    if (holds) {
      await rig.moveTo(held.window, signal);
      bench.doing(`${watts(held.powerW)} before the cable is pulled`, c!.effectWithin.value + outS);
      await rig.watch({ forMs: c!.effectWithin.value * 1000, signal, hold: held.window });
    } else if (plays) await playTo(bench, apart(player(bench)), 'Before the cable is pulled');
    else await rig.watch({ forMs: 1000, signal });
    const figures: Figure[] = [];
    const findings: Finding[] = [];
    if (holds) await shortCut(bench, held, figures, findings);
    if (plays) await shortCutOfPlayer(bench, figures, findings);
    const heldUntilMs = rig.commands.at(-1)?.fromMs ?? startMs;
    rig.lastError = '';
    await cable.away(signal);
    const pulledMs = rig.clock.nowMs();
    let goneMs = Number.NaN;
    let backMs = Number.NaN;
    try {
      bench.note('cable pulled');
      let errors = 0;
      const before = rig.readings;
      await rig.watch({
        forMs: outS * 1000,
        signal,
        mayBeLost: true,
        until: () => {
          if (rig.lastError !== '' && ++errors === 1 && Number.isNaN(goneMs)) goneMs = rig.clock.nowMs();
          return false;
        },
        progress: (ms) =>
          bench.doing(`cable out: ${rig.lastError === '' ? 'still answers' : 'no answer'}`, outS - ms / 1000),
      });
      const readings = rig.readings - before;
      if (rig.clock.nowMs() - (rig.own.at(-1)?.receivedMs ?? 0) < 2 * rig.samplePeriodMs) {
        findings.push({
          verdict: 'inconclusive',
          text: `The device still answers with its cable pulled (${readings} readings): another line leads to it, or the wrong cable was pulled.`,
        });
      }
    } finally {
      await cable.back(signal);
      backMs = rig.clock.nowMs();
      bench.note('cable back');
    }
    const silentMs = rig.own.at(-1)?.receivedMs ?? pulledMs;
    const first = await comesBack(bench, backMs);
    if (first === undefined) {
      findings.push({
        verdict: 'fail',
        text: `No reading within ${BACK_WITHIN_S} s after the cable was back: ${rig.lastError}.`,
      });
      return { summary: 'The device did not come back.', figures, findings };
    }
    const lossS = (goneMs - silentMs) / 1000 / rig.speed;
    const common = { unit: 's', source: `readings of ${bench.own.id}` };
    const noticeLimitS = declared.budgetMs / 1000 + (2 * rig.samplePeriodMs) / 1000 / rig.speed;
    figures.push(
      judge(
        {
          id: 'noticed-after',
          title: 'From the last reading until the loss was noticed',
          value: lossS,
          atUs: bench.us(goneMs),
          ...common,
        },
        {
          sense: 'at most',
          limit: noticeLimitS,
          limitSource: `profile ${declared.profile}, timing.budgetMs, and two readings`,
        },
      ),
      judge(
        {
          id: 'back-after',
          title: 'From the cable back until the first reading',
          value: (first - backMs) / 1000 / rig.speed,
          atUs: bench.us(first),
          ...common,
        },
        { sense: 'at most', limit: BACK_WITHIN_S, limitSource: `default of the catalogue: ${BACK_WITHIN_S} s` },
      ),
    );
    // A new connection asks again who is there: an adapter that was put back on another device must not pass.
    await rig.disconnect();
    const identity = await rig.connect(signal);
    if (identity.key !== identityBefore) {
      findings.push({
        verdict: 'fail',
        text: `Another device answers now: ${identity.text}; it was ${identityBefore}.`,
      });
    }
    await rig.watch({ forMs: 3 * rig.samplePeriodMs + 500, signal });
    if (holds) figures.push(...(await figuresOfSafeState(bench, first, 'When the cable was back')));
    if (plays) figures.push(...figuresOfPlayerAlone(bench, first));
    // A client that comes back may be told another scale; an open output has no voltage to be sane.
    if (!plays) figures.push(...(await sanityNow(bench, 'with the cable back')));
    const plot = drawPower(bench, 'Cable pulled and back', Math.min(startMs, heldUntilMs), pulledMs, [
      { atMs: pulledMs, text: 'pulled' },
      { atMs: backMs, text: 'back' },
    ]);
    if (c !== undefined) await rig.moveTo(safeWindow(bench), signal);
    return {
      summary: `Loss noticed after ${lossS.toFixed(1)} s; the same device answered ${((first - backMs) / 1000 / rig.speed).toFixed(1)} s after the cable was back.`,
      figures,
      findings,
      remarks: [
        `The cable: ${cable.how}.`,
        ...(plays && declared.player?.watchdog === undefined
          ? ['Its profile declares no watchdog: with its controller gone it goes on playing.']
          : []),
        ...(held !== undefined && 'reason' in held ? [`Held no setpoint during it: ${held.reason}.`] : []),
      ],
      plots: [plot],
    };
  },
};

/**
 * A cut well within the revert time: the device must go on as if nothing had been. Many drop what they hold when a client
 * comes back, and nobody tells the controller.
 */
async function shortCut(bench: Bench, held: Setpoint, figures: Figure[], findings: Finding[]): Promise<void> {
  const { rig, signal, cable } = bench;
  const c = control(bench);
  const revertMs = reverting(c).value * 1000;
  // Longer than a glitch of the line, on the clock of the wall.
  const outMs = Math.min(SHORT_MS * rig.speed, revertMs / 2);
  await rig.command(held.window, signal);
  const renewedMs = rig.clock.nowMs();
  await cable.away(signal);
  bench.note('cable pulled for a moment');
  try {
    await rig.watch({ forMs: outMs, signal, mayBeLost: true });
  } finally {
    await cable.back(signal);
    bench.note('cable back');
  }
  const back = await comesBack(bench, rig.clock.nowMs());
  // Looked at well before it may revert, or it would be blamed for that.
  const leftMs = 0.9 * revertMs - (rig.clock.nowMs() - renewedMs);
  const lookMs = Math.min(2000 + 2 * rig.samplePeriodMs, 0.25 * revertMs, leftMs);
  if (back === undefined || lookMs < rig.samplePeriodMs) {
    const text = `It was away for ${((rig.clock.nowMs() - renewedMs) / 1000).toFixed(0)} s; whether it keeps its setpoint over a short cut could not be seen.`;
    findings.push({ verdict: 'inconclusive', text });
    return;
  }
  // The controller is back as well: its beats go on, and its setpoint is not written again.
  await rig.watch({ forMs: lookMs, signal, beat: true });
  figures.push(await figureOfKept(bench, held, 'After a short cut'));
  const powerW = rig.power.at(-1)?.powerW ?? Number.NaN;
  figures.push(
    judge(
      {
        id: 'kept-over-short-cut',
        title: `From its setpoint of ${watts(held.powerW)} after a cut of ${((back - renewedMs) / 1000).toFixed(1)} s`,
        value: deviation(c.meaning, powerW, held.powerW),
        unit: 'W',
        uncertainty: bench.instrument.uncertaintyW(powerW),
        source: bench.instrument.title,
        atUs: bench.us(rig.clock.nowMs()),
        explanation: `Measured ${watts(powerW)}; its revert time of ${revertMs / 1000} s was not over.`,
      },
      { sense: 'within', limit: bandAt(c, held.powerW), limitSource: `profile ${bench.declared.profile}, effect band` },
    ),
  );
  await rig.moveTo(held.window, signal);
  await rig.watch({ forMs: c.effectWithin.value * 1000, signal, hold: held.window });
}

/** The same for a grid player: shorter than its watchdog. */
async function shortCutOfPlayer(bench: Bench, figures: Figure[], findings: Finding[]): Promise<void> {
  const { rig, signal, cable } = bench;
  const p = player(bench);
  const playing = rig.played.at(-1)!.grid;
  await cable.away(signal);
  bench.note('cable pulled for a moment');
  try {
    await rig.watch({ forMs: Math.min(SHORT_MS, (p.watchdog?.value ?? Infinity) * 500), signal, mayBeLost: true });
  } finally {
    await cable.back(signal);
    bench.note('cable back');
  }
  if ((await comesBack(bench, rig.clock.nowMs())) === undefined) {
    findings.push({ verdict: 'inconclusive', text: 'Whether it keeps playing over a short cut could not be seen.' });
    return;
  }
  await rig.watch({ forMs: 1000, signal });
  figures.push(...figuresOfTerminals(bench, playing, 'After a short cut'));
  await playTo(bench, playing, 'After a short cut');
}

/** What a grid player did with nobody there: its watchdog has opened the output, or it plays what it played. */
function figuresOfPlayerAlone(bench: Bench, backMs: number): Figure[] {
  const { watchdog } = player(bench);
  if (watchdog === undefined)
    return figuresOfTerminals(bench, bench.rig.played.at(-1)!.grid, 'When the cable was back');
  return [
    figureOfOpenOutput(
      bench,
      backMs,
      'open-after-silence',
      `Highest voltage on its terminals after silence for longer than its watchdog of ${watchdog.value} s`,
    ),
  ];
}

/** The first reading after the line is whole again; nothing is written before. */
async function comesBack({ rig, signal, doing }: Bench, backMs: number): Promise<number | undefined> {
  while (rig.clock.nowMs() - backMs < BACK_WITHIN_S * 1000 * rig.speed) {
    doing('cable back: waiting for the device', BACK_WITHIN_S);
    try {
      return (await rig.sample(signal)).receivedMs;
    } catch (error) {
      signal.throwIfAborted();
      rig.lastError = messageOf(error);
      await pause(rig.clock, rig.samplePeriodMs, signal);
    }
  }
  return undefined;
}

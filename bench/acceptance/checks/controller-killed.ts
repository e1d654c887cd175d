/** What does the device do when its controller dies, without a last word? */
import { type Check, type Finding, type Holder, takesNoSetpoint } from '../check.js';
import { reverting } from '../declared.js';
import { pause } from '../device-clock.js';
import { drawPower, rest, watchedS, watts } from '../evaluate-step.js';
import { type Figure, judge, report } from '../figure.js';
import {
  cameLate,
  departureMs,
  figuresOfSafeState,
  neverLeft,
  sawDeparture,
  setpointToLeave,
  stillHolds,
} from '../revert-watch.js';
import { sanitySince } from '../sanity-now.js';
import { control, safeWindow } from '../test-powers.js';

/** The other controller renews its setpoint at least so often before it is killed. */
const HOLD_S = 3;

export const controllerKilled: Check = {
  id: 'controller-killed',
  title: 'Controller killed',
  question: 'A controller holds the device and is killed: does the device end in its safe state, in the declared time?',
  method:
    'A process of its own connects, commands and renews a setpoint and is ended by SIGKILL; this one then connects and only reads.',
  needs: ['effect'],
  notApplicable: takesNoSetpoint,
  estimateS: ({ control: c }) => (c === undefined ? 0 : c.revertTime.value + watchedS(c) + HOLD_S + 5),
  async run(bench) {
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
    const promised = reverting(c);
    const declaredS = promised.value;
    await rest(bench);
    const drawFromMs = rig.clock.nowMs();
    await rig.disconnect();
    bench.doing(`another controller takes the device to ${watts(held.powerW)}`, HOLD_S + declaredS);
    let killedMs = Number.NaN;
    let holder: Holder | undefined;
    try {
      holder = await bench.startHolder(held.window, signal);
      await pause(rig.clock, HOLD_S * 1000, signal);
    } finally {
      if (holder !== undefined) {
        await holder.kill();
        killedMs = rig.clock.nowMs();
        bench.note(`controller ${holder.pid} killed`);
        // An answer to the dead controller may still be under way, and is none to this one.
        await pause(rig.clock, bench.declared.replyTimeoutMs * rig.speed, signal);
      }
      await rig.connect(signal);
    }
    const lookedMs = rig.clock.nowMs();
    const limitS = declaredS + c.revertTolerance.value;
    let leftMs: number | undefined;
    const watchUntil = (untilMs: number): Promise<void> =>
      rig.watch({
        forMs: untilMs - rig.clock.nowMs(),
        signal,
        askHeld: held.seenBy === 'registers',
        until: () => {
          leftMs = departureMs(bench, held, lookedMs, true);
          return leftMs !== undefined && rig.clock.nowMs() - leftMs > c.effectWithin.value * 1000;
        },
        progress: (ms) =>
          bench.doing(
            `controller killed; the device is at ${watts(rig.power.at(-1)?.powerW ?? Number.NaN)}`,
            declaredS - ms / 1000,
          ),
      });
    const untilMs = lookedMs + (limitS + 2 * c.effectWithin.value) * 1000;
    const overMs = Math.min(killedMs + limitS * 1000, untilMs);
    await watchUntil(overMs);
    const heldStill = leftMs === undefined && c.meaning !== 'target' ? await stillHolds(bench, held) : undefined;
    if (leftMs === undefined || rig.clock.nowMs() - leftMs <= c.effectWithin.value * 1000) await watchUntil(untilMs);
    // Told another scale, this client would take one power for another.
    const figures: Figure[] = sanitySince(bench, lookedMs, 'to the client that came to look');
    const findings: Finding[] = [];
    const firstLook =
      leftMs !== undefined &&
      leftMs <=
        ((held.seenBy === 'power' ? rig.powerSince(lookedMs) : rig.holds.filter(({ atMs }) => atMs >= lookedMs))[0]
          ?.atMs ?? Number.NaN);
    const afterS = leftMs === undefined ? Number.NaN : (leftMs - killedMs) / 1000;
    if (leftMs === undefined) {
      const text = `Still at ${watts(rig.power.at(-1)?.powerW ?? Number.NaN)} ${((rig.clock.nowMs() - killedMs) / 1000).toFixed(0)} s after its controller died.`;
      findings.push(await neverLeft(bench, held, overMs, text));
    } else {
      const common = {
        unit: 's',
        source: sawDeparture(bench, held),
        atUs: bench.us(leftMs),
        // Nobody saw the device between the kill and the first look.
        uncertainty: ((firstLook ? leftMs - killedMs : 0) + rig.samplePeriodMs) / 1000,
      };
      const released = judge(
        {
          id: 'released-after-kill',
          title: 'From the kill until it let go of the setpoint',
          value: afterS,
          ...common,
          explanation: firstLook ? 'It had let go already at the first look after the kill.' : '',
        },
        {
          sense: 'at most',
          limit: limitS,
          limitSource: `${promised.source}, and tolerance (${c.revertTolerance.source})`,
        },
      );
      const excuse = released.verdict === 'fail' ? cameLate(bench, held, heldStill, overMs, leftMs) : undefined;
      figures.push(
        excuse === undefined
          ? released
          : { ...released, verdict: 'inconclusive', explanation: `${released.explanation} ${excuse}`.trim() },
        report({
          id: 'looked-after-kill',
          title: 'From the kill until the device was seen again',
          value: (lookedMs - killedMs) / 1000,
          ...common,
        }),
        ...(await figuresOfSafeState(bench, leftMs, 'In the end')),
      );
    }
    const plot = drawPower(bench, 'Controller killed', drawFromMs, killedMs, [
      { atMs: killedMs, text: 'killed' },
      { atMs: killedMs + declaredS * 1000, text: `declared ${declaredS} s` },
    ]);
    await rig.moveTo(safeWindow(bench), signal);
    return {
      summary:
        leftMs === undefined
          ? 'The device stays on the setpoint of a controller that is dead.'
          : `The device let go ${afterS.toFixed(1)} s after its controller (process ${holder?.pid}) was killed.`,
      figures,
      findings,
      plots: [plot],
    };
  },
};

/** Is it the same device, with the same settings and scales, after its supply was off and on? */
import { messageOf } from '../../../errors.js';
import { type ActuatorDriver, canCommand } from '../../devices/driver.js';
import { type Bench, type Check, type Finding, hasNoSupply, type ResponsePlot } from '../check.js';
import { pause } from '../device-clock.js';
import { figuresOfStep, performStep, rest, watchedS, watts } from '../evaluate-step.js';
import { type Figure, judge, mustBeNone, report } from '../figure.js';
import { apart, figureOfOpenOutput, figuresOfTerminals, player, playTo } from '../grid-play.js';
import { setpointToLeave } from '../revert-watch.js';
import { sanityNow } from '../sanity-now.js';
import { control, edgeOf, limits, safeWindow, targets, windowAt } from '../test-powers.js';
import { settingsHash } from './identity.js';

/** An inverter waits for the grid before it connects again (EN 50549-1: 60 s at least); nothing declares how long. */
const BACK_WITHIN_S = 120;

export const restart: Check = {
  id: 'restart',
  title: 'Restart',
  question:
    'After its supply was off: same device, same settings, same scales, under no control of before, and does it obey again?',
  method:
    'The supply is cut and joined; identity, settings and sanity of readings as at the start, then one setpoint under load.',
  needs: ['read-sanity', 'effect', 'played-voltage'],
  notApplicable: hasNoSupply,
  estimateS: ({ control: c }) => 15 + (c === undefined ? 0 : 2 * watchedS(c)),
  async run(bench) {
    const { rig, signal, declared, supply, memory } = bench;
    if (supply.how === undefined) {
      return {
        summary: `Not tested: ${supply.reason}.`,
        figures: [],
        findings: [{ verdict: 'inconclusive', text: supply.reason }],
      };
    }
    const before = rig.identity!;
    const c = declared.control;
    const held = c === undefined ? undefined : setpointToLeave(bench);
    if (c !== undefined) await rest(bench);
    if (held !== undefined && 'window' in held) {
      // It restarts while it holds something, or nothing could be found that it should have forgotten.
      await rig.moveTo(held.window, signal);
      await rig.watch({ forMs: c!.effectWithin.value * 1000, signal, hold: held.window });
    }
    if (declared.player !== undefined) await playTo(bench, apart(player(bench)), 'Before the supply is cut');
    bench.doing('the supply is cut', BACK_WITHIN_S);
    await supply.away(signal);
    bench.note('supply cut');
    await supply.back(signal);
    const joinedMs = rig.clock.nowMs();
    bench.note('supply back');
    await rig.disconnect();
    const back = await comesBack(bench, joinedMs);
    const findings: Finding[] = [];
    if (back === undefined) {
      findings.push({
        verdict: 'fail',
        text: `It does not answer within ${BACK_WITHIN_S} s after its supply was back: ${rig.lastError}.`,
      });
      return { summary: 'The device did not come back.', figures: [], findings };
    }
    const { identity } = rig;
    if (identity!.key !== before.key)
      findings.push({ verdict: 'fail', text: `It says "${identity!.text}" now and said "${before.text}".` });
    if (settingsHash(identity!) !== (memory.settings ?? '')) {
      findings.push({ verdict: 'fail', text: 'Its settings are not those of before the restart (another hash).' });
    }
    const atUs = bench.us(back);
    const figures: Figure[] = [
      judge(
        {
          id: 'back-after',
          title: 'From the supply back until identified',
          value: (back - joinedMs) / 1000 / rig.speed,
          unit: 's',
          source: rig.station.address,
          atUs,
        },
        { sense: 'at most', limit: BACK_WITHIN_S, limitSource: `default of the catalogue: ${BACK_WITHIN_S} s` },
      ),
    ];
    if (declared.player !== undefined) figures.push(...(await afterPowerUp(bench, back)));
    figures.push(...(await sanityNow(bench, 'at rest')));
    const plots: ResponsePlot[] = [];
    const { driver } = rig.station;
    if (c !== undefined && canCommand(driver)) {
      if (driver.untold !== true) figures.push(await figureOfSurvived(bench, driver, held));
      const powerW = powerToAsk(bench);
      if (powerW !== undefined) {
        const fromW = rig.power.at(-1)?.powerW ?? 0;
        const step = { name: 'After the restart', window: windowAt(c, powerW), toW: powerW };
        const stepped = await performStep(bench, step);
        figures.push(...figuresOfStep(bench, step, stepped, fromW), ...(await sanityNow(bench, `at ${watts(powerW)}`)));
        plots.push(stepped.plot);
        await rig.moveTo(safeWindow(bench), signal);
      }
    }
    const bad = [...figures, ...findings].filter(({ verdict }) => verdict === 'fail');
    return {
      summary:
        bad.length === 0
          ? `The same device, with the same settings and scales, ${((back - joinedMs) / 1000 / rig.speed).toFixed(1)} s after its supply was back.`
          : 'It is not as it was before its supply was off.',
      figures,
      findings,
      plots,
      remarks: [`The supply: ${supply.how}.`],
    };
  },
};

/** A grid player comes back with an open output: whoever works on the device under test then must not meet a voltage. */
async function afterPowerUp(bench: Bench, backMs: number): Promise<Figure[]> {
  const { rig, signal } = bench;
  await rig.watch({ forMs: 2000, signal });
  const open = figureOfOpenOutput(bench, backMs, 'open-at-power-up', 'Highest voltage on its terminals at power-up');
  const { confirmed } = await playTo(bench, player(bench).nominal, 'After the restart');
  return [open, ...(confirmed === undefined ? [] : figuresOfTerminals(bench, confirmed, 'After the restart'))];
}

/** Whether the command registers still hold what was commanded before the supply was off. */
async function figureOfSurvived(
  bench: Bench,
  driver: ActuatorDriver,
  held: ReturnType<typeof setpointToLeave> | undefined,
): Promise<Figure> {
  const { rig, declared, signal } = bench;
  const c = control(bench);
  const { window } = await driver.held(signal);
  const still =
    window !== undefined &&
    held !== undefined &&
    'window' in held &&
    Math.abs(edgeOf(c, window) - edgeOf(c, held.window)) <= Math.max(1, c.stepW);
  const survived = {
    id: 'survived-restart',
    title: 'The setpoint of before survived the restart',
    value: still ? 1 : 0,
    unit: 'times',
    source: `control registers of ${bench.own.id}`,
    atUs: bench.us(rig.clock.nowMs()),
    ...(window === undefined
      ? {}
      : { explanation: `It holds ${watts(window.minimumW)} to ${watts(window.maximumW)} and nobody commanded that.` }),
  };
  return c.flash ? report(survived) : mustBeNone(survived, `profile ${declared.profile}, control.memory = volatile`);
}

function powerToAsk(bench: Bench): number | undefined {
  if (control(bench).meaning !== 'target') return limits(bench, [0.5])[0]?.powerW;
  const { charge, discharge } = targets(bench);
  return discharge ?? charge;
}

async function comesBack({ rig, signal, doing }: Bench, fromMs: number): Promise<number | undefined> {
  while (rig.clock.nowMs() - fromMs < BACK_WITHIN_S * 1000 * rig.speed) {
    doing('supply back: waiting for the device', BACK_WITHIN_S * rig.speed - (rig.clock.nowMs() - fromMs) / 1000);
    try {
      await rig.connect(signal);
      return rig.clock.nowMs();
    } catch (error) {
      signal.throwIfAborted();
      rig.lastError = messageOf(error);
      await rig.disconnect();
      await pause(rig.clock, 500 * rig.speed, signal);
    }
  }
  return undefined;
}

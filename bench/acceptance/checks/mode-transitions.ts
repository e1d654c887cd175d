/** Does the device get from every mode to every other? Many lock up, or lag, in one pair only. */
import type { PowerWindow } from '../../devices/power-window.js';
import { type Bench, type Check, type Finding, takesNoSetpoint } from '../check.js';
import { bandAt } from '../declared.js';
import { drawPower, watchedS, watts } from '../evaluate-step.js';
import { type Figure, judge, report } from '../figure.js';
import { modeCircuit } from '../mode-circuit.js';
import { stepResponse } from '../step-response.js';
import { control, freeWindow, limits, safeWindow, targets, windowAt } from '../test-powers.js';

/** Of what a limited device does by itself. */
const SHARES = [0.55, 0.8];

export const modeTransitions: Check = {
  id: 'mode-transitions',
  title: 'Matrix of mode transitions',
  question: 'From every mode to every other: does the power come to where it belongs, in the declared time?',
  method:
    'One walk through every ordered pair of modes; settling after each is held against the declared time of effect.',
  needs: ['effect'],
  notApplicable: takesNoSetpoint,
  estimateS: ({ control: c }) => (c === undefined ? 0 : 13 * watchedS(c)),
  async run(bench) {
    const { rig, signal, instrument } = bench;
    const c = control(bench);
    const modes = modesOf(bench);
    if (modes.length < 2) {
      const text = 'no two modes of this device can be told from each other by its power now';
      return { summary: `Not tested: ${text}.`, figures: [], findings: [{ verdict: 'inconclusive', text }] };
    }
    const circuit = modeCircuit(modes.length);
    const startMs = rig.clock.nowMs();
    const figures: Figure[] = [];
    const findings: Finding[] = [];
    const marks: { atMs: number; text: string }[] = [];
    let late = 0;
    await enter(bench, modes[0]!);
    for (let k = 1; k < circuit.length; k++) {
      const [from, to] = [modes[circuit[k - 1]!]!, modes[circuit[k]!]!];
      const fromW = rig.power.at(-1)?.powerW ?? Number.NaN;
      bench.doing(`${from.name} → ${to.name}`, (circuit.length - k) * watchedS(c));
      const command = await rig.moveTo(to.window, signal);
      marks.push({ atMs: command.fromMs, text: to.name });
      await rig.watch({ forMs: watchedS(c) * 1000, signal, hold: to.window });
      const common = {
        unit: 's',
        source: instrument.title,
        atUs: bench.us(command.fromMs),
        id: `${from.name}-to-${to.name}`,
      };
      const title = `${from.name} → ${to.name}`;
      if (to.expectedW === undefined) {
        const powerW = rig.power.at(-1)?.powerW ?? Number.NaN;
        figures.push(
          report({
            ...common,
            title: `${title}: its own power`,
            value: powerW,
            unit: 'W',
            explanation: 'Free: any power inside the envelope is right.',
          }),
        );
        continue;
      }
      const response = stepResponse(rig.powerSince(command.fromMs), {
        commandMs: command.fromMs,
        fromW,
        toW: to.expectedW,
        bandW: bandAt(c, to.expectedW),
        meaning: c.meaning,
      });
      const figure = judge(
        {
          ...common,
          title: `${title}: inside ±${Math.round(bandAt(c, to.expectedW))} W of ${watts(to.expectedW)}`,
          value: response.settlingS,
          uncertainty: response.samplingS,
          explanation: Number.isFinite(response.settlingS) ? '' : `Stayed at ${watts(response.finalW)}.`,
        },
        { sense: 'at most', limit: c.effectWithin.value, limitSource: c.effectWithin.source },
      );
      const failed = !Number.isFinite(response.settlingS) || figure.verdict === 'fail';
      if (failed) late++;
      figures.push(failed ? { ...figure, verdict: 'fail' } : figure);
    }
    const plot = drawPower(bench, 'Walk through every pair of modes', startMs, startMs, marks);
    await rig.moveTo(safeWindow(bench), signal);
    const pairs = circuit.length - 1;
    return {
      summary:
        late === 0
          ? `All ${pairs} transitions between ${modes.map(({ name }) => name).join(', ')} ended where they should.`
          : `${late} of ${pairs} transitions did not end where they should in time.`,
      figures,
      findings,
      plots: [plot],
    };
  },
};

interface Mode {
  readonly name: string;
  readonly window: PowerWindow;
  /** The power that proves that the device is in this mode; absent: anything inside the envelope. */
  readonly expectedW?: number;
}

function modesOf(bench: Bench): Mode[] {
  const c = control(bench);
  const mode = (name: string, powerW: number | undefined): Mode[] =>
    powerW === undefined ? [] : [{ name, window: windowAt(c, powerW), expectedW: powerW }];
  const free: Mode = { name: 'free', window: freeWindow(c) };
  if (c.meaning === 'target') {
    const { charge, discharge } = targets(bench);
    return [...mode('hold', 0), ...mode('charge', charge), ...mode('discharge', discharge), free];
  }
  const [low, high] = limits(bench, SHARES);
  const named = [...mode('low', low?.powerW), ...mode('high', high?.powerW)];
  return named.length === 0 ? [] : [...named, free];
}

async function enter({ rig, signal, declared }: Bench, mode: Mode): Promise<void> {
  await rig.moveTo(mode.window, signal);
  await rig.watch({ forMs: declared.control!.effectWithin.value * 1000, signal, hold: mode.window });
}

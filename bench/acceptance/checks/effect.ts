/** Does the measured power follow the setpoint? The question that a read-back cannot answer. */
import { target } from '../../devices/power-window.js';
import { type Bench, type Check, type Finding, type Outcome, type ResponsePlot, takesNoSetpoint } from '../check.js';
import { figuresOfStep, performStep, type Step, watchedS, watts } from '../evaluate-step.js';
import { type Figure, judge } from '../figure.js';
import { sanityFigures } from '../sanity.js';
import { mean } from '../step-response.js';
import { control, freeWindow, limits, safeWindow, targets } from '../test-powers.js';

const LOAD_READINGS = 5;
/** Of what the device does by itself. */
const SHARES = [0.8, 0.6];

export const effect: Check = {
  id: 'effect',
  title: 'Effect on measured power',
  question: 'Does the measured power follow each setpoint: how late, how fast, how far beyond, how near?',
  method:
    'Steps between setpoints, each watched for the declared time and 3 s more; settling, overshoot and steady error are held against the profile, by the independent meter if there is one.',
  needs: ['write-read-back'],
  notApplicable: takesNoSetpoint,
  estimateS: ({ control: c }) => (c === undefined ? 0 : 7 * watchedS(c)),
  run: (bench) => (control(bench).meaning === 'target' ? followTargets(bench) : obeyLimits(bench)),
};

async function followTargets(bench: Bench): Promise<Outcome> {
  const { charge, discharge, notes } = targets(bench);
  if (charge === undefined && discharge === undefined) {
    return {
      summary: 'No setpoint could be tested.',
      figures: [],
      findings: [{ verdict: 'inconclusive', text: notes.join(' ') }],
    };
  }
  const zero = (name: string): Step => ({ name, window: target(0), toW: 0 });
  const steps: Step[] = [
    ...(charge === undefined
      ? []
      : [{ name: 'Step to charging', window: target(charge), toW: charge }, zero('Step back from charging')]),
    ...(discharge === undefined
      ? []
      : [
          { name: 'Step to discharging', window: target(discharge), toW: discharge },
          zero('Step back from discharging'),
        ]),
  ];
  await freePower(bench);
  await settle(bench, target(0));
  const { figures, plots } = await performAll(bench, steps);
  const findings: Finding[] = notes.map((text) => ({ verdict: 'inconclusive', text }));
  return { summary: summaryOf(bench, figures), figures, findings, plots, remarks: [] };
}

/** A limit shows something only to a device that takes (or gives) more by itself. */
async function obeyLimits(bench: Bench): Promise<Outcome> {
  const freeW = await freePower(bench);
  const plate = nameplateFigures(bench, freeW);
  if (plate.some(({ verdict }) => verdict === 'fail')) {
    return { summary: `It does ${watts(freeW)}, which its nameplate does not allow.`, figures: plate };
  }
  const steps = limits(bench, SHARES).map(({ window, powerW }, k) => ({
    name: `Limit to ${Math.round(100 * SHARES[k]!)} %`,
    window,
    toW: powerW,
  }));
  if (steps.length === 0) {
    const text = `It does ${watts(freeW)} without a limit: no lower limit can be told from that. Give it something to do (a demand for heat, sun) and run again.`;
    return { summary: 'No limit could be tested.', figures: [], findings: [{ verdict: 'inconclusive', text }] };
  }
  const { figures, plots } = await performAll(bench, steps);
  return {
    summary: summaryOf(bench, figures),
    figures: [...plate, ...figures],
    plots,
    remarks: [`Without a limit it did ${watts(freeW)}.`],
  };
}

/** What the device does inside its envelope when nothing is asked of it, W. */
async function freePower(bench: Bench): Promise<number> {
  const { rig, signal, memory } = bench;
  const c = control(bench);
  await rig.moveTo(freeWindow(c), signal);
  bench.doing('free inside its envelope: what it does by itself', watchedS(c));
  await rig.watch({ forMs: watchedS(c) * 1000, signal, hold: freeWindow(c) });
  memory.freePowerW = mean(rig.power.slice(-5).map(({ powerW }) => powerW));
  return memory.freePowerW;
}

async function performAll(bench: Bench, steps: readonly Step[]): Promise<{ figures: Figure[]; plots: ResponsePlot[] }> {
  const figures: Figure[] = [];
  const plots: ResponsePlot[] = [];
  for (const step of steps) {
    const fromW = bench.rig.power.at(-1)?.powerW ?? Number.NaN;
    const stepped = await performStep(bench, step);
    figures.push(...figuresOfStep(bench, step, stepped, fromW));
    plots.push(stepped.plot);
    figures.push(...underLoad(bench, step));
  }
  await settle(bench, safeWindow(bench));
  return { figures, plots };
}

/** A power that the nameplate does not allow is a wrong sign or a wrong scale. */
function nameplateFigures({ rig, own, us }: Bench, powerW: number): Figure[] {
  const rating = rig.identity?.rating;
  if (rating === undefined) return [];
  const beyondW = Math.max(0, powerW - rating.maximumW, rating.minimumW - powerW);
  const ratedW = Math.max(Math.abs(rating.minimumW), Math.abs(rating.maximumW));
  return [
    judge(
      {
        id: 'within-nameplate',
        title: `Its own power beyond its nameplate of ${watts(rating.minimumW)} to ${watts(rating.maximumW)}`,
        value: beyondW,
        unit: 'W',
        uncertainty: own.uncertaintyW(powerW),
        source: own.title,
        atUs: us(rig.clock.nowMs()),
        explanation: `Measured ${watts(powerW)}, + is consumption.`,
      },
      { sense: 'at most', limit: 0.1 * ratedW, limitSource: 'default of the catalogue: 10 % of the nameplate' },
    ),
  ];
}

/** V × I against the power of the last readings: at rest a wrong scale of the currents hides in their resolution. */
function underLoad({ rig, own, us }: Bench, step: Step): Figure[] {
  const readings = rig.own.slice(-LOAD_READINGS);
  const atUs = us(readings.at(-1)?.atMs ?? rig.clock.nowMs());
  return sanityFigures({
    readings: readings.map(({ reading }) => reading),
    source: own.title,
    atUs,
    uncertaintyW: (powerW) => own.uncertaintyW(powerW),
  })
    .filter(({ id }) => id === 'v-times-i')
    .map((figure) => ({ ...figure, id: `${figure.id}.${step.toW}`, title: `${figure.title}, at ${watts(step.toW)}` }));
}

/** To a window, without judging how it gets there. */
async function settle(bench: Bench, window: ReturnType<typeof target>): Promise<void> {
  const { rig, signal } = bench;
  const forMs = control(bench).effectWithin.value * 1000;
  await rig.moveTo(window, signal);
  bench.doing(`to ${watts(window.maximumW)}`, forMs / 1000);
  await rig.watch({ forMs, signal, hold: window });
}

function summaryOf({ instrument }: Bench, figures: readonly Figure[]): string {
  const by = instrument.independent ? `seen by the ${instrument.short}` : `seen only by the ${instrument.short}`;
  const failed = figures.filter(({ verdict }) => verdict === 'fail');
  if (failed.length > 0) return `The power does not do what the setpoints say (${by}): ${failed[0]!.title}.`;
  const settling = figures.filter(({ id }) => id.endsWith('.settling')).map(({ value }) => value);
  const error = figures.filter(({ id }) => id.endsWith('.steady-error')).map(({ value }) => Math.abs(value));
  return `The power follows the setpoints: settled within ${Math.max(...settling).toFixed(1)} s, steady error at most ${Math.max(...error).toFixed(0)} W, ${by}.`;
}

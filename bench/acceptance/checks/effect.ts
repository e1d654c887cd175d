/** Does the measured power follow the setpoint? The question that a read-back cannot answer. */
import { WijkError } from '../../../errors.js';
import { target } from '../../devices/power-window.js';
import { type Bench, type Check, type Finding, type Outcome, type ResponsePlot, takesNoSetpoint } from '../check.js';
import { bandAt } from '../declared.js';
import { figuresOfStep, performStep, type Step, watchedS, watts } from '../evaluate-step.js';
import { type Figure, judge } from '../figure.js';
import { sanityFigures } from '../sanity.js';
import { mean } from '../step-response.js';
import { control, freeWindow, limits, room, safeWindow, targets } from '../test-powers.js';

const LOAD_READINGS = 5;
/** Of what the device does by itself. */
const SHARES = [0.8, 0.6];
/** Of what it may do: a limit that was tested under less says nothing about more. */
const TESTED_RATIO = 0.6;
/** Without a limit a device is waited for so many times as long as declared, until its power stands to this share of its band. */
const STEADY_RATIO = 10;
const STEADY_BAND_RATIO = 0.1;

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
  await ownPower(bench);
  await freePower(bench);
  await settle(bench, target(0));
  const { figures, plots } = await performAll(bench, steps);
  const findings: Finding[] = notes.map((text) => ({ verdict: 'inconclusive', text }));
  return { summary: summaryOf(bench, figures), figures, findings, plots, remarks: [] };
}

/** A limit shows something only to a device that takes (or gives) more by itself. */
async function obeyLimits(bench: Bench): Promise<Outcome> {
  await ownPower(bench);
  const freeW = await freePower(bench);
  const plate = nameplateFigures(bench, freeW);
  if (plate.some(({ verdict }) => verdict === 'fail')) {
    return { summary: `It does ${watts(freeW)}, which its nameplate does not allow.`, figures: plate };
  }
  const steps = limits(bench, SHARES).map(({ name, window, powerW }) => ({ name, window, toW: powerW }));
  if (steps.length === 0) {
    const text = `It does ${watts(freeW)} without a limit: no lower limit can be told from that. Give it something to do (a demand for heat, sun) and run again.`;
    return { summary: 'No limit could be tested.', figures: [], findings: [{ verdict: 'inconclusive', text }] };
  }
  const { figures, plots } = await performAll(bench, steps);
  return {
    summary: summaryOf(bench, figures),
    figures: [...plate, testedShare(bench, freeW), ...figures],
    plots,
    remarks: [`Without a limit it did ${watts(freeW)}.`],
  };
}

/** Under no control at all: where it goes when it lets go of a setpoint. Measured while somebody looks, and not only then. */
async function ownPower(bench: Bench): Promise<void> {
  const { rig, signal, memory } = bench;
  const c = control(bench);
  if (c.revertTo === 'safe') return;
  try {
    await rig.release(signal);
  } catch (error) {
    // A device that nobody can release only reverts; what it does inside its envelope then stands for it.
    if (!(error instanceof WijkError) || error.code !== 'STATE') throw error;
    return;
  }
  bench.doing('released: what it does by itself', watchedS(c));
  await rig.watch({ forMs: watchedS(c) * 1000, signal });
  memory.ownPowerW = mean(rig.power.slice(-5).map(({ powerW }) => powerW));
}

/** Was there enough to limit? What it can do beyond was not seen, and that it obeys there neither. */
function testedShare(bench: Bench, freeW: number): Figure {
  const c = control(bench);
  const { minimumW, maximumW } = room(bench);
  const edgeW = c.meaning === 'floor' ? minimumW : maximumW;
  const figure = judge(
    {
      id: 'tested-share',
      title: 'Power under which limits were tested, of what it may do',
      value: (100 * freeW) / edgeW,
      unit: '%',
      source: bench.instrument.title,
      atUs: bench.us(bench.rig.clock.nowMs()),
      explanation: `Without a limit it did ${watts(freeW)} of ${watts(edgeW)}.`,
    },
    { sense: 'at least', limit: 100 * TESTED_RATIO, limitSource: `default of the catalogue: ${100 * TESTED_RATIO} %` },
  );
  if (figure.verdict !== 'fail') return figure;
  // Half a sun, half a demand and half a device look the same.
  const doubt =
    'Whether it can do more, and obeys there, was not seen: give it more to do (sun, a demand for heat) and run again.';
  return { ...figure, verdict: 'inconclusive', explanation: `${figure.explanation} ${doubt}` };
}

/** What the device does inside its envelope when nothing is asked of it, W. */
async function freePower(bench: Bench): Promise<number> {
  const { rig, signal, memory } = bench;
  const c = control(bench);
  await rig.moveTo(freeWindow(c), signal);
  bench.doing('free inside its envelope: what it does by itself', watchedS(c));
  const untilMs = rig.clock.nowMs() + STEADY_RATIO * watchedS(c) * 1000;
  await rig.watch({ forMs: watchedS(c) * 1000, signal, hold: freeWindow(c) });
  // Who is slow is not limited by what it has not reached yet.
  await rig.watch({
    forMs: untilMs - rig.clock.nowMs(),
    signal,
    hold: freeWindow(c),
    until: () => stands(bench, (c.effectWithin.value * 1000) / 4),
  });
  memory.freePowerW = mean(rig.power.slice(-5).map(({ powerW }) => powerW));
  return memory.freePowerW;
}

/** Whether the power moves no more: its means over two stretches side by side. */
function stands({ rig, declared }: Bench, stretchMs: number): boolean {
  const nowMs = rig.clock.nowMs();
  const over = (fromMs: number): number =>
    mean(
      rig
        .powerSince(fromMs)
        .filter(({ atMs }) => atMs < fromMs + stretchMs)
        .map(({ powerW }) => powerW),
    );
  const [before, last] = [over(nowMs - 2 * stretchMs), over(nowMs - stretchMs)];
  return Math.abs(last - before) <= STEADY_BAND_RATIO * bandAt(declared.control!, last);
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

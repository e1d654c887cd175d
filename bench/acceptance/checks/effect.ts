/** Does the measured power follow the setpoint? The question that a read-back cannot answer. */
import { WijkError } from '../../../errors.js';
import { target } from '../../devices/power-window.js';
import { type Bench, type Check, type Finding, type Outcome, type ResponsePlot, takesNoSetpoint } from '../check.js';
import { bandAt } from '../declared.js';
import { figuresOfStep, performStep, type Step, watchedS, watts } from '../evaluate-step.js';
import type { Figure } from '../figure.js';
import { freePower } from '../free-power.js';
import { nameplateFigures } from '../nameplate.js';
import { availableAgain, availableFigures, fullLoadFigure, testedShare, underFullLoad } from '../reach.js';
import { sanityFigures } from '../sanity.js';
import { shortfall, type UsedLimit, unused } from '../shortfall.js';
import { mean } from '../step-response.js';
import { BANDS_APART, control, edgeOf, limits, safeWindow, targets } from '../test-powers.js';

const LOAD_READINGS = 5;
/** Of what the device does by itself. */
const SHARES = [0.8, 0.6];
/** A roof is also limited low: many take a low limit for a higher one. A machine would stop, and then rest for minutes. */
const SHARES_OF_FEED_IN = [...SHARES, 0.25];
/** Of the test powers: no simple fraction of them, or a device that follows in coarse steps would be met on one. */
const PARTS = { charge: 0.37, discharge: 0.53 };
const FREE = 'free inside its envelope: what it does by itself';

export const effect: Check = {
  id: 'effect',
  title: 'Effect on measured power',
  question: 'Does the measured power follow each setpoint: how late, how fast, how far beyond, how near?',
  method:
    'Steps between setpoints, each watched for the declared time and 3 s more; settling, overshoot and steady error are held against the profile, by the independent meter if there is one.',
  needs: ['write-read-back'],
  notApplicable: takesNoSetpoint,
  estimateS: ({ control: c }) => (c === undefined ? 0 : 9 * watchedS(c)),
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
  const part = (name: string, ratio: number, powerW: number): Step[] => {
    const partW = Math.round(ratio * powerW);
    const seen = Math.abs(partW) >= BANDS_APART * bandAt(control(bench), partW);
    return seen ? [{ name, window: target(partW), toW: partW }] : [];
  };
  const steps: Step[] = [
    ...(charge === undefined
      ? []
      : [
          { name: 'Step to charging', window: target(charge), toW: charge },
          ...part('Step to a part of charging', PARTS.charge, charge),
          zero('Step back from charging'),
        ]),
    ...(discharge === undefined
      ? []
      : [
          { name: 'Step to discharging', window: target(discharge), toW: discharge },
          ...part('Step to a part of discharging', PARTS.discharge, discharge),
          zero('Step back from discharging'),
        ]),
  ];
  await ownPower(bench);
  bench.memory.freePowerW = await freePower(bench, FREE);
  await settle(bench, target(0));
  const { figures, plots } = await performAll(bench, steps);
  await settle(bench, safeWindow(bench));
  const findings: Finding[] = notes.map((text) => ({ verdict: 'inconclusive', text }));
  return { summary: summaryOf(bench, figures), figures, findings, plots, remarks: [] };
}

/** A limit shows something only to a device that takes (or gives) more by itself, or that can be brought to do so. */
async function obeyLimits(bench: Bench): Promise<Outcome> {
  const { rig, memory } = bench;
  const { fullLoad } = control(bench);
  await ownPower(bench);
  const freeW = await freePower(bench, FREE);
  memory.freePowerW = freeW;
  const plate = nameplateFigures(bench, freeW);
  if (plate.some(({ verdict }) => verdict === 'fail')) {
    return { summary: `It does ${watts(freeW)}, which its nameplate does not allow.`, figures: plate };
  }
  if (fullLoad === undefined) return limited(bench, { freeW, testedW: freeW, how: 'Without a limit', figures: plate });
  try {
    const testedW = await underFullLoad(bench);
    const figures = [...plate, fullLoadFigure(bench, testedW)];
    return await limited(bench, { freeW, testedW, how: 'Under full load', figures });
  } finally {
    rig.fullLoad(false);
  }
}

interface BeforeLimits {
  /** By itself, W. */
  readonly freeW: number;
  /** Under what limits are tested, W, and how it came there. */
  readonly testedW: number;
  readonly how: string;
  readonly figures: readonly Figure[];
}

async function limited(bench: Bench, { freeW, testedW, how, figures: before }: BeforeLimits): Promise<Outcome> {
  const shares = control(bench).meaning === 'floor' ? SHARES_OF_FEED_IN : SHARES;
  const steps = limits(bench, shares, testedW).map(({ name, window, powerW }) => ({ name, window, toW: powerW }));
  const there = availableFigures(bench, testedW);
  const remarks = [`Without a limit it did ${watts(freeW)}.`];
  if (steps.length === 0) {
    const text = `It does ${watts(testedW)} without a limit: no lower limit can be told from that. Give it something to do (a demand for heat, sun) and run again.`;
    const findings: Finding[] = [{ verdict: 'inconclusive', text }];
    return {
      summary: 'No limit could be tested.',
      figures: [...before, ...(await certain(bench, there, testedW))],
      findings,
    };
  }
  const { figures, plots, used } = await performAll(bench, steps);
  const suspects = unused(bench, used);
  const below = suspects.length === 0 ? undefined : await shortfall(bench, suspects);
  const all = [
    ...before,
    ...(await certain(bench, there, testedW)),
    testedShare(bench, testedW, how),
    ...figures,
    ...(below?.figures ?? []),
  ];
  await settle(bench, safeWindow(bench));
  return { summary: summaryOf(bench, all), figures: all, plots: [...plots, ...(below?.plots ?? [])], remarks };
}

/** What fails by a sun that may have gone is looked at twice. */
async function certain(bench: Bench, figures: readonly Figure[], powerW: number): Promise<Figure[]> {
  const looked: Figure[] = [];
  for (const figure of figures)
    looked.push(figure.verdict === 'fail' ? await availableAgain(bench, figure, powerW) : figure);
  return looked;
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

interface Performed {
  readonly figures: Figure[];
  readonly plots: ResponsePlot[];
  /** What it made of each, where it was obeyed. */
  readonly used: UsedLimit[];
}

async function performAll(bench: Bench, steps: readonly Step[]): Promise<Performed> {
  const figures: Figure[] = [];
  const plots: ResponsePlot[] = [];
  const used: UsedLimit[] = [];
  for (const step of steps) {
    const fromW = bench.rig.power.at(-1)?.powerW ?? Number.NaN;
    const stepped = await performStep(bench, step);
    const judged = figuresOfStep(bench, step, stepped, fromW);
    figures.push(...judged);
    const { held } = stepped.command;
    const limitW = nearerZero(step.toW, edgeOf(control(bench), held));
    if (judged.every(({ verdict }) => verdict !== 'fail')) used.push({ step, limitW, powerW: stepped.response.finalW });
    plots.push(stepped.plot);
    figures.push(...underLoad(bench, step));
  }
  return { figures, plots, used };
}

/** Whoever rounds a limit down is held to what it then holds. */
const nearerZero = (a: number, b: number): number => (Math.abs(b) < Math.abs(a) ? b : a);

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

/**
 * Does a device do what its limit leaves it? A limit is kept by who does less, and half of what it allows looks like half a
 * sun or half a demand. So a limit that is not used up is given again, each time between two stretches without a limit:
 *
 *   free ── limit ── free ── limit ── free ── …
 *
 * A stretch tells something only if the device did more than the limit both before and after it, and stood in between: then it
 * could have done what the limit allowed. What it did less in every one of them is its own doing, and an error of its power
 * like one beyond the limit. A cloud, a defrost or a tap that is opened begins and ends when it likes, not with the limit four
 * times in turn; where it did fall into a stretch, the stretches differ, and that is doubt.
 *
 * With several limits L and what the device made of them, P = offset + slope × L by least squares. Two thirds of every limit
 * is slope 0.67; its uncertainty is that of the instrument at either end over the distance of the ends.
 */
import type { Bench, ResponsePlot } from './check.js';
import { bandAt, type DeclaredControl } from './declared.js';
import { performStep, type Step, watts } from './evaluate-step.js';
import { type Figure, judge, report } from './figure.js';
import { freePower, twoStretches } from './free-power.js';
import { mean } from './step-response.js';
import { control } from './test-powers.js';

const ROUNDS = 2;
/** Less than this share of its limit is a machine that stopped: one that cannot run so low does that, and rightly. */
const STOPPED_RATIO = 0.1;

export interface UsedLimit {
  readonly step: Step;
  /** The limit as the device holds it, W. */
  readonly limitW: number;
  readonly powerW: number;
}

interface Stretch extends UsedLimit {
  readonly beforeW: number;
  readonly afterW: number;
  /** By how much it moved while it should have stood, W. */
  readonly driftW: number;
}

/** Without a sign: how far below its limit a power stays, W. */
const shortW = ({ limitW, powerW }: UsedLimit): number => Math.sign(limitW) * (limitW - powerW);

/** What is declared: the band around a setpoint, and the steps that it may round down to. */
const allowedW = (c: DeclaredControl, limitW: number): number => bandAt(c, limitW) + c.stepW;

/** Limits that were obeyed, and not used up by more than is declared and cannot be measured. */
export function unused(bench: Bench, tried: readonly UsedLimit[]): UsedLimit[] {
  const c = control(bench);
  if (c.states) return [];
  return tried.filter(
    (used) => used.limitW !== 0 && shortW(used) > allowedW(c, used.limitW) - bench.instrument.uncertaintyW(used.limitW),
  );
}

export async function shortfall(
  bench: Bench,
  suspects: readonly UsedLimit[],
): Promise<{ readonly figures: Figure[]; readonly plots: ResponsePlot[] }> {
  const c = control(bench);
  const stretchMs = (c.effectWithin.value * 1000) / 4;
  const stretches: Stretch[] = [];
  const plots: ResponsePlot[] = [];
  const free = (): Promise<number> => freePower(bench, 'without a limit again: what it could do');
  let beforeW = await free();
  for (let round = 0; round < ROUNDS; round++) {
    for (const { step, limitW } of suspects) {
      const { plot } = await performStep(bench, { ...step, name: `${step.name}, again` });
      const [firstW, powerW] = twoStretches(bench, stretchMs);
      if (round === 0) plots.push(plot);
      const afterW = await free();
      stretches.push({ step, limitW, powerW, beforeW, afterW, driftW: Math.abs(powerW - firstW) });
      beforeW = afterW;
    }
  }
  const doubt = doubtOf(bench, stretches);
  const figures = suspects.map(({ step }) =>
    judged(
      bench,
      stretches.filter((stretch) => stretch.step === step),
      doubt,
    ),
  );
  return { figures: [...figures, ...line(bench, stretches)], plots };
}

/** `stretches` under one limit. */
function judged(bench: Bench, stretches: readonly Stretch[], doubt: string): Figure {
  const { instrument, declared } = bench;
  const c = control(bench);
  const [{ limitW, step }] = stretches as readonly [Stretch, ...Stretch[]];
  const uncertainty = instrument.uncertaintyW(limitW);
  const limit = allowedW(c, limitW);
  const shown = (of: readonly number[]): string => of.map((powerW) => Math.round(powerW)).join(', ');
  const explanation = [
    `Under ${watts(limitW)} it did ${shown(stretches.map(({ powerW }) => powerW))} W;`,
    `without a limit ${shown(stretches.map((stretch) => stretch.beforeW))} W before and`,
    `${shown(stretches.map(({ afterW }) => afterW))} W after.`,
  ].join(' ');
  const figure = judge(
    {
      id: `${step.name.replaceAll(/[^a-z0-9]+/gi, '-').toLowerCase()}.below-limit`,
      title: `${step.name}: stays below what it allows by`,
      value: mean(stretches.map(shortW)),
      unit: 'W',
      uncertainty,
      source: instrument.title,
      atUs: bench.us(bench.rig.clock.nowMs()),
      explanation,
    },
    {
      sense: 'at most',
      limit,
      limitSource: `profile ${declared.profile}, effect.bandW + effect.bandRatio × |limit| + control.stepW`,
    },
  );
  return figure.verdict === 'fail' && doubt !== ''
    ? { ...figure, verdict: 'inconclusive', explanation: `${explanation} ${doubt}` }
    : figure;
}

/** Why stretches do not convict a device; empty if all of them do. What would settle it comes with the reason. */
function doubtOf(bench: Bench, all: readonly Stretch[]): string {
  const c = control(bench);
  const clearW = ({ limitW }: Stretch): number => allowedW(c, limitW) + bench.instrument.uncertaintyW(limitW);
  // A low limit may lack less than the band has room for: it neither convicts nor acquits.
  const stretches = all.filter(
    (stretch) => mean(all.filter(({ step }) => step === stretch.step).map(shortW)) > clearW(stretch),
  );
  const could = (stretch: Stretch): boolean =>
    [stretch.beforeW, stretch.afterW].every(
      (freeW) => Math.sign(stretch.limitW) * (freeW - stretch.limitW) > clearW(stretch),
    );
  const steady = 'Give it a steady sun or demand and run again.';
  if (!stretches.every(could))
    return 'It did not do clearly more than its limits before and after each time: whether it could have is not known. Give it a steady sun or demand, or limit it lower, and run again.';
  if (stretches.some((stretch) => stretch.driftW > clearW(stretch)))
    return `It did not stand while it was limited. ${steady}`;
  const alike = (a: Stretch, b: Stretch): boolean => a.step !== b.step || Math.abs(a.powerW - b.powerW) <= clearW(a);
  if (stretches.some((a) => shortW(a) <= clearW(a)) || !all.every((a) => all.every((b) => alike(a, b))))
    return `It did so some times and not at others. ${steady}`;
  if (stretches.every(({ limitW, powerW }) => Math.abs(powerW) < STOPPED_RATIO * Math.abs(limitW)))
    return 'It stopped: a machine that cannot run so low does. Let it do more, so that limits are above its smallest power, and run again.';
  return '';
}

/** What it makes of its limits, as a line. */
function line({ instrument, us, rig }: Bench, stretches: readonly Stretch[]): Figure[] {
  const limits = stretches.map(({ limitW }) => limitW);
  const [lowW, highW] = [Math.min(...limits), Math.max(...limits)];
  if (lowW === highW) return [];
  const [limitMeanW, powerMeanW] = [mean(limits), mean(stretches.map(({ powerW }) => powerW))];
  const products = stretches.map(({ limitW, powerW }) => (limitW - limitMeanW) * (powerW - powerMeanW));
  const squares = limits.map((limitW) => (limitW - limitMeanW) ** 2);
  const slope = mean(products) / mean(squares);
  const uncertainty = (instrument.uncertaintyW(lowW) + instrument.uncertaintyW(highW)) / (highW - lowW);
  const common = { source: instrument.title, atUs: us(rig.clock.nowMs()) };
  return [
    report({
      id: 'slope-over-limits',
      title: 'Power by limit: slope',
      value: slope,
      unit: 'W/W',
      uncertainty,
      ...common,
    }),
    report({
      id: 'offset-over-limits',
      title: 'Power by limit: offset',
      value: powerMeanW - slope * limitMeanW,
      unit: 'W',
      uncertainty:
        Math.max(...limits.map((limitW) => instrument.uncertaintyW(limitW))) + uncertainty * Math.abs(limitMeanW),
      ...common,
    }),
  ];
}

/**
 * Counters of energy against the power that was measured between two of their readings, over the stretch without a gap in which
 * most energy flowed: what a device did while nobody looked is nobody's to reckon.
 *
 * Meters of three phases count in one of two ways. With P(a, b, c) the powers, + = import:
 *   as one    import = ∫ max(0, Pa + Pb + Pc) dt
 *   by phase  import = ∫ max(0, Pa) + max(0, Pb) + max(0, Pc) dt, never less
 * Import and export may each lie anywhere between the two; import − export is the same for both.
 */
import { totalW } from '../devices/driver.js';
import { type Figure, judge, report } from './figure.js';
import type { Sample } from './rig.js';

/** Of the energy that flowed: what is switched between two samples is known no better. */
const AGREEMENT_RATIO = 0.25;
/** A resolution that is more of the energy than this hides twice as much, or half. */
const TELLING_RATIO = 0.25;
/** Where no step was seen and the profile says nothing: counters of whole tens of Wh are common. */
const RESOLUTION_WH = 10;
/** A counter of tenths of a Wh steps by rounding errors too. */
const STEP_MIN_WH = 1e-6;

export interface CountersAsked {
  readonly samples: readonly Sample[];
  /** A longer time between two samples is a gap. */
  readonly gapMs: number;
  /** Wh; what the profile declares, if anything. */
  readonly resolutionWh: number | undefined;
  readonly source: string;
  readonly atUs: number;
}

export function counterFigures({ samples, gapMs, resolutionWh, source, atUs }: CountersAsked): Figure[] {
  const counted = samples.filter(({ reading: r }) => (r.importEnergyWh ?? r.exportEnergyWh) !== undefined);
  const stretch = stretches(counted, gapMs).reduce<readonly Sample[]>(
    (best, next) => (energy(next, gross) > energy(best, gross) ? next : best),
    [],
  );
  if (stretch.length < 2) return [];
  const figure = (
    id: string,
    title: string,
    countedWh: number,
    lowWh: number,
    highWh: number,
    stepWh: number,
  ): Figure => {
    const offWh = countedWh > highWh ? countedWh - highWh : countedWh < lowWh ? countedWh - lowWh : 0;
    const flowedWh = Math.max(Math.abs(lowWh), Math.abs(highWh));
    const between = lowWh === highWh ? lowWh.toFixed(1) : `${lowWh.toFixed(1)} to ${highWh.toFixed(1)}`;
    const limit = stepWh + AGREEMENT_RATIO * flowedWh;
    const measured = {
      id,
      title,
      value: offWh,
      unit: 'Wh',
      source,
      atUs,
      explanation: `The counter says ${countedWh.toFixed(1)} Wh, the power ${between} Wh.`,
    };
    if (Math.abs(offWh) <= limit && stepWh > TELLING_RATIO * flowedWh) {
      const why = `With a resolution of ${stepWh.toFixed(1)} Wh that tells nothing.`;
      return report({ ...measured, explanation: `${measured.explanation} ${why}` });
    }
    return judge(measured, {
      sense: 'within',
      limit,
      limitSource: `default of the catalogue: ${100 * AGREEMENT_RATIO} % of the energy that flowed, and ${stepWh.toFixed(1)} Wh of resolution`,
    });
  };
  const figures: Figure[] = [];
  const sides = [
    ['import', ({ reading }: Sample) => reading.importEnergyWh, 1],
    ['export', ({ reading }: Sample) => reading.exportEnergyWh, -1],
  ] as const;
  for (const [name, of, sign] of sides) {
    const values = stretch.map(of);
    if (values.some((value) => value === undefined)) continue;
    const list = values as number[];
    const asOneWh = energy(stretch, (sample) => Math.max(0, sign * totalW(sample.reading)));
    const byPhaseWh = energy(stretch, (sample) => sum(sample.reading.activePowerW.map((w) => Math.max(0, sign * w))));
    figures.push(
      figure(
        `counter-${name}`,
        `Its counter of ${name} against its own power`,
        list.at(-1)! - list[0]!,
        Math.min(asOneWh, byPhaseWh),
        byPhaseWh,
        resolution(list, resolutionWh),
      ),
    );
  }
  if (figures.length < sides.length) return figures;
  const nets = stretch.map(({ reading: r }) => r.importEnergyWh! - r.exportEnergyWh!);
  const byPowerWh = energy(stretch, ({ reading }) => totalW(reading));
  const net = nets.at(-1)! - nets[0]!;
  const steps = resolution(nets, resolutionWh);
  return [
    ...figures,
    figure(
      'counters-agree',
      'Its energy counters against its own power, import less export',
      net,
      byPowerWh,
      byPowerWh,
      2 * steps,
    ),
  ];
}

/** Smallest step that was seen, which is at least its resolution: so much may be missing at either end. */
function resolution(values: readonly number[], declaredWh: number | undefined): number {
  const steps = values.slice(1).map((value, k) => Math.abs(value - values[k]!));
  const seen = steps.filter((step) => step > STEP_MIN_WH);
  return seen.length > 0 ? Math.min(...seen) : (declaredWh ?? RESOLUTION_WH);
}

function stretches(samples: readonly Sample[], gapMs: number): Sample[][] {
  const list: Sample[][] = [];
  for (const sample of samples) {
    const last = list.at(-1)?.at(-1);
    if (last === undefined || sample.atMs - last.atMs > gapMs) list.push([sample]);
    else list.at(-1)!.push(sample);
  }
  return list;
}

/** Trapezoids between samples, Wh. */
export function energy(samples: readonly Sample[], powerW: (sample: Sample) => number): number {
  let wattMs = 0;
  for (let k = 1; k < samples.length; k++) {
    const [a, b] = [samples[k - 1]!, samples[k]!];
    wattMs += ((powerW(a) + powerW(b)) / 2) * (b.atMs - a.atMs);
  }
  return wattMs / 3.6e6;
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
const gross = ({ reading }: Sample): number => sum(reading.activePowerW.map(Math.abs));

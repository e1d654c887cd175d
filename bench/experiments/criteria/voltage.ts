/**
 * Slow voltage variation at the connection points, by 10-minute means, in two results: the band that nearly all means
 * keep (Un ± 10 % for 95 % of a week), and the bounds that no mean may pass (+10 / -15 %).
 *
 * Each phase of each connection point is counted by itself. A run shorter than a week is judged on what is there and
 * says so. With a hundred means or more the share can show 95 %; with fewer it is coarser, which the text says too.
 */
import { type Evidence, TEN_MINUTES_S } from '../evidence.js';
import type { Criteria } from '../schema.js';
import { type CriterionResult, judgeable, outcomeOf, sentences, substitutedText } from './criterion.js';

const WEEK_MEANS = 1008;
const PHASES = ['a', 'b', 'c'] as const;
const NETCODE = 'Netcode elektriciteit: slow voltage variation at low-voltage connections, 10-minute means';

/** One phase of one connection point over the run. */
interface Place {
  readonly label: string;
  readonly means: number;
  readonly inBand: number;
  readonly lowest: { readonly voltageV: number; readonly startUs: number };
  readonly highest: { readonly voltageV: number; readonly startUs: number };
}

export function judgeVoltage(
  evidence: Evidence,
  options: NonNullable<Criteria['voltage']>,
  maximumSubstitutedRatio: number,
): CriterionResult[] {
  const { nominalV } = options;
  const bandV = bounds(nominalV, options.bandRatio, options.bandRatio);
  const outerV = bounds(nominalV, options.lowestRatio, options.highestRatio);
  const intervals = judgeable(evidence, evidence.tenMinutes, TEN_MINUTES_S, maximumSubstitutedRatio, '10-minute means');
  const places = evidence.points.flatMap((point) =>
    PHASES.flatMap((phase, k) => {
      const seen: { startUs: number; voltageV: number }[] = [];
      for (const { startUs, voltageV } of intervals.judged) {
        const value = voltageV[point.nodeIndex * 3 + k] ?? Number.NaN;
        if (Number.isFinite(value)) seen.push({ startUs, voltageV: value });
      }
      return placeOf(`${point.label} phase ${phase}`, seen, bandV);
    }),
  );
  const expected = evidence.points.length * PHASES.length * intervals.judged.length;
  const found = places.reduce((sum, place) => sum + place.means, 0);
  const undecided = found === 0 || found < expected || intervals.substituted.length > 0;
  const remarks = sentences(
    found < expected ? `${expected - found} means are missing: the grid had no solution in them` : '',
    substitutedText(intervals.substituted.length, '10-minute means', maximumSubstitutedRatio),
  );
  const shorter =
    intervals.judged.length < WEEK_MEANS
      ? `The rule speaks of a week (${WEEK_MEANS} means); judged on the ${intervals.judged.length} there are`
      : '';
  const source = options.source ?? NETCODE;
  const common = { coverage: intervals.coverage, source };

  const share = (place: Place) => place.inBand / place.means;
  const leastIn = least(places, share);
  const required = 100 * options.bandShareRatio;
  const inPercent = leastIn === undefined ? Number.NaN : 100 * share(leastIn);
  const edge = leastIn === undefined ? undefined : furthest(leastIn, nominalV);
  const first: CriterionResult = {
    id: 'voltage-band',
    title: `Voltage within ${format(bandV.low)}–${format(bandV.high)} V`,
    outcome: outcomeOf(inPercent < required, undecided),
    value: inPercent,
    unit: '% of time',
    sense: 'at least',
    limit: required,
    margin: inPercent - required,
    ...common,
    worstUs: edge?.startUs ?? 0,
    explanation: sentences(
      leastIn === undefined
        ? ''
        : `Least at ${leastIn.label}: ${leastIn.inBand} of ${leastIn.means} means inside the band`,
      shorter,
      remarks,
    ),
  };

  const room = (voltageV: number) => Math.min(voltageV - outerV.low, outerV.high - voltageV);
  const roomOf = (place: Place) => Math.min(room(place.lowest.voltageV), room(place.highest.voltageV));
  const tightest = least(places, roomOf);
  const extreme =
    tightest === undefined
      ? undefined
      : room(tightest.lowest.voltageV) <= room(tightest.highest.voltageV)
        ? tightest.lowest
        : tightest.highest;
  const low = extreme !== undefined && extreme.voltageV - outerV.low <= outerV.high - extreme.voltageV;
  const margin = extreme === undefined ? Number.NaN : room(extreme.voltageV);
  const second: CriterionResult = {
    id: 'voltage-always',
    title: `Voltage never outside ${format(outerV.low)}–${format(outerV.high)} V`,
    outcome: outcomeOf(margin < 0, undecided),
    value: extreme?.voltageV ?? Number.NaN,
    unit: 'V',
    sense: low ? 'at least' : 'at most',
    limit: low ? outerV.low : outerV.high,
    margin,
    ...common,
    worstUs: extreme?.startUs ?? 0,
    explanation: sentences(tightest === undefined ? '' : `Least room at ${tightest.label}`, remarks),
  };
  return [first, second];
}

/** Rounded to a nanovolt, so that 253.00 V is not above 1.1 times 230 V by the last bit. */
function bounds(nominalV: number, below: number, above: number): { readonly low: number; readonly high: number } {
  const round = (voltageV: number) => Math.round(voltageV * 1e9) / 1e9;
  return { low: round(nominalV * (1 - below)), high: round(nominalV * (1 + above)) };
}

const format = (voltageV: number): string => String(Number(voltageV.toFixed(1)));

function placeOf(
  label: string,
  seen: readonly { startUs: number; voltageV: number }[],
  band: { readonly low: number; readonly high: number },
): Place[] {
  const [first] = seen;
  if (first === undefined) return [];
  let [lowest, highest, inBand] = [first, first, 0];
  for (const mean of seen) {
    if (mean.voltageV < lowest.voltageV) lowest = mean;
    if (mean.voltageV > highest.voltageV) highest = mean;
    if (mean.voltageV >= band.low && mean.voltageV <= band.high) inBand++;
  }
  return [{ label, means: seen.length, inBand, lowest, highest }];
}

const furthest = (place: Place, nominalV: number) =>
  nominalV - place.lowest.voltageV >= place.highest.voltageV - nominalV ? place.lowest : place.highest;

function least<T>(items: readonly T[], measure: (item: T) => number): T | undefined {
  return items.reduce<T | undefined>((a, b) => (a === undefined || measure(b) < measure(a) ? b : a), undefined);
}

/**
 * The mean power of the group in every local quarter-hour against the limit of its contract and call-offs.
 *
 * Consumption direction. The worst quarter is the one with the least room, which is not always the one with the most
 * power: a call-off lowers the limit of some quarters.
 */
import { type Evidence, QUARTER_S, type Quarter } from '../evidence.js';
import type { Criteria } from '../schema.js';
import { type CriterionResult, judgeable, outcomeOf, sentences, substitutedText } from './criterion.js';

export function judgeGroupLimit(
  evidence: Evidence,
  options: NonNullable<Criteria['groupLimit']>,
  maximumSubstitutedRatio: number,
  contractSource: string,
): CriterionResult {
  const limited = evidence.quarters.filter((q) => q.limitW > 0);
  const { judged, substituted, coverage } = judgeable(
    evidence,
    limited,
    QUARTER_S,
    maximumSubstitutedRatio,
    'quarters',
  );
  const toleranceW = options.toleranceKw * 1000;
  const roomW = (q: Quarter) => q.limitW - q.meanPowerW;
  // A mean that is not a number is no proof of anything; it must not slip through a comparison.
  const measured = judged.filter((q) => Number.isFinite(q.meanPowerW));
  const worst = measured.reduce<Quarter | undefined>(
    (a, b) => (a === undefined || roomW(b) < roomW(a) ? b : a),
    undefined,
  );
  const over = measured.filter((q) => roomW(q) < -toleranceW);
  const undecided = measured.length === 0 || measured.length < judged.length || substituted.length > 0;
  const excessKwh = over.reduce((sum, q) => sum - (roomW(q) * QUARTER_S) / 3.6e6, 0);
  return {
    id: 'group-limit',
    title: 'Group limit per quarter-hour',
    outcome: outcomeOf(over.length > 0, undecided),
    value: worst === undefined ? Number.NaN : worst.meanPowerW / 1000,
    unit: 'kW',
    sense: 'at most',
    limit: worst === undefined ? Number.NaN : worst.limitW / 1000,
    margin: worst === undefined ? Number.NaN : roomW(worst) / 1000,
    coverage,
    worstUs: worst?.startUs ?? 0,
    explanation: sentences(
      over.length > 0
        ? `${over.length} of ${measured.length} quarters above the limit, ${excessKwh.toFixed(1)} kWh too much in all`
        : '',
      worst?.limitFrom === 'call-off' ? 'The limit of the worst quarter was set by a call-off' : '',
      options.toleranceKw > 0 ? `Tolerance ${options.toleranceKw} kW` : '',
      limited.length < evidence.quarters.length
        ? `${evidence.quarters.length - limited.length} quarters had no limit`
        : '',
      substitutedText(substituted.length, 'quarters', maximumSubstitutedRatio),
      judged.length > measured.length ? `${judged.length - measured.length} quarters have no measured mean` : '',
    ),
    source: options.source ?? contractSource,
  };
}

/** The loading of a set of branches by 10-minute means: what transformer and cable loading have in common. */
import { type Branch, type Evidence, TEN_MINUTES_S } from '../evidence.js';
import { type CriterionResult, judgeable, outcomeOf, sentences, substitutedText } from './criterion.js';

export function judgeLoading(
  evidence: Evidence,
  branches: readonly Branch[],
  maximum: number,
  maximumSubstitutedRatio: number,
  texts: { readonly id: string; readonly title: string; readonly noun: string; readonly source: string },
): CriterionResult {
  const rated = branches.filter((branch) => branch.rated);
  const intervals = judgeable(evidence, evidence.tenMinutes, TEN_MINUTES_S, maximumSubstitutedRatio, '10-minute means');
  let worst: { readonly branch: Branch; readonly ratio: number; readonly startUs: number } | undefined;
  let missing = 0;
  const above = new Set<number>();
  for (const { startUs, loadingRatio } of intervals.judged) {
    for (const branch of rated) {
      const ratio = loadingRatio[branch.index] ?? Number.NaN;
      if (!Number.isFinite(ratio)) {
        missing++;
        continue;
      }
      if (ratio > maximum) above.add(branch.index);
      if (worst === undefined || ratio > worst.ratio) worst = { branch, ratio, startUs };
    }
  }
  const undecided = worst === undefined || missing > 0 || intervals.substituted.length > 0;
  return {
    id: texts.id,
    title: texts.title,
    outcome: outcomeOf(above.size > 0, undecided),
    value: worst === undefined ? Number.NaN : 100 * worst.ratio,
    unit: '%',
    sense: 'at most',
    limit: 100 * maximum,
    margin: worst === undefined ? Number.NaN : 100 * (maximum - worst.ratio),
    coverage: intervals.coverage,
    worstUs: worst?.startUs ?? 0,
    explanation: sentences(
      worst === undefined ? '' : `Most loaded: ${worst.branch.label}`,
      above.size > 0 ? `${above.size} of ${rated.length} ${texts.noun} above the limit` : '',
      branches.length > rated.length
        ? `${branches.length - rated.length} ${texts.noun} have no rating and are not judged`
        : '',
      missing > 0 ? `${missing} means are missing: the grid had no solution in them` : '',
      substitutedText(intervals.substituted.length, '10-minute means', maximumSubstitutedRatio),
    ),
    source: texts.source,
  };
}

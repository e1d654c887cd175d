/** Highest phase current of every cable by its rated current, 10-minute means. */
import type { Evidence } from '../evidence.js';
import type { Criteria } from '../schema.js';
import type { CriterionResult } from './criterion.js';
import { judgeLoading } from './loading.js';

export function judgeCableLoading(
  evidence: Evidence,
  options: NonNullable<Criteria['cableLoading']>,
  maximumSubstitutedRatio: number,
): CriterionResult {
  const cables = evidence.branches.filter((branch) => branch.kind === 'line');
  return judgeLoading(evidence, cables, options.maximum, maximumSubstitutedRatio, {
    id: 'cable-loading',
    title: 'Cable loading',
    noun: 'cables',
    source: options.source ?? 'Rated current of the cable in the ground, as in the grid file',
  });
}

/** Apparent power of every transformer by its rating, 10-minute means. */
import type { Evidence } from '../evidence.js';
import type { Criteria } from '../schema.js';
import type { CriterionResult } from './criterion.js';
import { judgeLoading } from './loading.js';

export function judgeTransformerLoading(
  evidence: Evidence,
  options: NonNullable<Criteria['transformerLoading']>,
  maximumSubstitutedRatio: number,
): CriterionResult {
  const transformers = evidence.branches.filter((branch) => branch.kind === 'transformer');
  return judgeLoading(evidence, transformers, options.maximum, maximumSubstitutedRatio, {
    id: 'transformer-loading',
    title: 'Transformer loading',
    noun: 'transformers',
    source: options.source ?? 'Continuous rating of the transformer, as in the grid file',
  });
}

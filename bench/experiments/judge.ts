/** From the evidence of a run to its results and its outcome. */
import { judgeBenchHealth, SPOILS_FAILURES } from './criteria/bench-health.js';
import { judgeCableLoading } from './criteria/cable-loading.js';
import { judgeComfort } from './criteria/comfort.js';
import { type CriterionResult, type Outcome, sentences, worstOf } from './criteria/criterion.js';
import { judgeCharging, judgeHotWater } from './criteria/energy-deficit.js';
import { judgeGroupLimit } from './criteria/group-limit.js';
import { judgeTransformerLoading } from './criteria/transformer-loading.js';
import { judgeVoltage } from './criteria/voltage.js';
import type { Evidence } from './evidence.js';
import type { Criteria } from './schema.js';

/** Every criterion the experiment asks for, in the order of the report; the bench's own health last. */
export function judge(evidence: Evidence, criteria: Criteria, contractSource: string): CriterionResult[] {
  const substituted = criteria.benchHealth.maximumSubstitutedRatio;
  const results: CriterionResult[] = [];
  if (criteria.groupLimit) results.push(judgeGroupLimit(evidence, criteria.groupLimit, substituted, contractSource));
  if (criteria.transformerLoading) {
    results.push(judgeTransformerLoading(evidence, criteria.transformerLoading, substituted));
  }
  if (criteria.cableLoading) results.push(judgeCableLoading(evidence, criteria.cableLoading, substituted));
  if (criteria.voltage) results.push(...judgeVoltage(evidence, criteria.voltage, substituted));
  if (criteria.comfort) results.push(judgeComfort(evidence, criteria.comfort));
  if (criteria.charging) results.push(judgeCharging(evidence, criteria.charging));
  if (criteria.hotWater) results.push(judgeHotWater(evidence, criteria.hotWater));
  const bench = judgeBenchHealth(evidence, criteria.benchHealth);
  const spoilt = bench.filter((result) => SPOILS_FAILURES.has(result.id) && result.outcome !== 'pass');
  return [...results.map((result) => (spoilt.length > 0 ? withoutFalseFail(result, spoilt) : result)), ...bench];
}

/** A failure measured on an ill bench is no failure: it cannot be told from the bench's trouble. */
function withoutFalseFail(result: CriterionResult, spoilt: readonly CriterionResult[]): CriterionResult {
  if (result.outcome !== 'fail') return result;
  const causes = spoilt.map((cause) => cause.title).join('; ');
  return {
    ...result,
    outcome: 'inconclusive',
    explanation: sentences(
      result.explanation,
      `Above its limit, but not a failure while the bench was ill (${causes})`,
    ),
  };
}

/** The worst result, and above it what became of the run itself. Nothing judged is inconclusive. */
export function overallOutcome(
  results: readonly CriterionResult[],
  run: { readonly aborted: boolean; readonly failed: boolean },
): Outcome {
  const outcomes: Outcome[] = results.map((result) => result.outcome);
  if (run.aborted) outcomes.push('aborted');
  if (run.failed) outcomes.push('error');
  return worstOf(outcomes) ?? 'inconclusive';
}

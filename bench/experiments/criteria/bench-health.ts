/**
 * Whether the bench itself was well: its trouble must never look like a failure of what is tested.
 *
 * Substitution is localised: the quarters it touches are not judged. Lost readings, missed decisions and late ticks
 * belong to no quarter, so while they exceed their limits no criterion may fail (see `judge.ts`). A record with a hole
 * and a device that does not follow its setpoints end the run as an error.
 */
import type { Device, Evidence } from '../evidence.js';
import type { Criteria } from '../schema.js';
import { type CriterionResult, type Outcome, sentences } from './criterion.js';

type Limits = Criteria['benchHealth'];

/** Results that make every other criterion undecidable when they are not passed. */
export const SPOILS_FAILURES: ReadonlySet<string> = new Set(['bench-readings', 'bench-decisions', 'bench-lateness']);

export function judgeBenchHealth(evidence: Evidence, limits: Limits): CriterionResult[] {
  const results = [judgeRecord(evidence)];
  if (evidence.externalStrategy) results.push(judgeDecisions(evidence, limits));
  if (evidence.speed === 1) results.push(judgeLateness(evidence, limits));
  if (!evidence.modelOnly && evidence.devices.length > 0) {
    results.push(
      judgeDevices(evidence),
      judgeSubstitution(evidence, limits),
      judgeReadings(evidence, limits),
      judgeSetpoints(evidence, limits),
      judgeDiscrepancies(evidence),
    );
  }
  return results.map((result) => ({ ...result, source: limits.source ?? result.source }));
}

interface Finding {
  readonly id: string;
  readonly title: string;
  readonly value: number;
  readonly unit: string;
  readonly limit: number;
  readonly coverage: string;
  /** Outcome when the value is above the limit. */
  readonly otherwise: Outcome;
  readonly explanation?: string;
}

/** Every bench finding is a number that may be at most its limit; a number that is not known is inconclusive. */
function finding({ otherwise, explanation = '', ...found }: Finding): CriterionResult {
  const known = Number.isFinite(found.value);
  return {
    ...found,
    outcome: !known ? 'inconclusive' : found.value > found.limit ? otherwise : 'pass',
    sense: 'at most',
    margin: found.limit - found.value,
    worstUs: 0,
    explanation,
    source: 'Health of the bench, as the experiment states',
  };
}

const wholeRun = (evidence: Evidence): string => `${evidence.timing.ticks} ticks`;
const devicesText = (devices: readonly Device[]): string => devices.map((device) => device.id).join(', ');

function judgeRecord(evidence: Evidence): CriterionResult {
  return finding({
    id: 'bench-record',
    title: 'Bench: holes in the record',
    value: evidence.timing.overrun ? 1 : 0,
    unit: 'overruns',
    limit: 0,
    coverage: wholeRun(evidence),
    otherwise: 'error',
    explanation: evidence.timing.overrun
      ? 'The record fell behind by more than the ring holds and has lost ticks.'
      : '',
  });
}

function judgeDecisions(evidence: Evidence, limits: Limits): CriterionResult {
  return finding({
    id: 'bench-decisions',
    title: 'Bench: strategy decisions missed',
    value: evidence.timing.decisionsMissed,
    unit: 'decisions',
    limit: limits.maximumDecisionsMissed,
    coverage: wholeRun(evidence),
    otherwise: 'inconclusive',
  });
}

function judgeLateness(evidence: Evidence, limits: Limits): CriterionResult {
  const { timing, tickS } = evidence;
  return finding({
    id: 'bench-lateness',
    title: 'Bench: lateness of ticks, p99',
    value: timing.ticks === 0 ? Number.NaN : timing.latenessP99Us / 1000,
    unit: 'ms',
    limit: limits.maximumLatenessRatio * tickS * 1000,
    coverage: wholeRun(evidence),
    otherwise: 'inconclusive',
    explanation: sentences(
      `p50 ${(timing.latenessP50Us / 1000).toFixed(2)} ms, largest ${(timing.latenessMaxUs / 1000).toFixed(1)} ms`,
    ),
  });
}

function judgeDevices(evidence: Evidence): CriterionResult {
  // Without a lease it is a grid emulator that only plays: it sits in no slot.
  const away = evidence.devices.filter(
    ({ stateAtEnd, lease }) => stateAtEnd !== 'bound' && !(lease === '' && stateAtEnd === 'ready'),
  );
  const losses = evidence.events.filter((event) => event.kind === 'loss').length;
  return finding({
    id: 'bench-devices',
    title: 'Bench: devices not in their slot at the end',
    value: away.length,
    unit: 'devices',
    limit: 0,
    coverage: `${evidence.devices.length - away.length} of ${evidence.devices.length} devices`,
    otherwise: 'inconclusive',
    explanation: sentences(
      away.map((device) => `${device.id} is ${device.stateAtEnd}`).join(', '),
      losses > 0 ? `${losses} times a slot lost its device during the run` : '',
    ),
  });
}

function judgeSubstitution(evidence: Evidence, limits: Limits): CriterionResult {
  const share = (slotId: string): number => {
    const slot = evidence.slots.find((candidate) => candidate.id === slotId);
    if (slot === undefined) return Number.NaN;
    const ticks = slot.ticksOnModel + slot.ticksOnDevice + slot.ticksOnFallback;
    return ticks === 0 ? Number.NaN : slot.ticksOnFallback / ticks;
  };
  const shares = evidence.devices.map((device) => ({ slotId: device.slotId, share: share(device.slotId) }));
  const worst = shares.reduce((a, b) => (b.share > a.share || Number.isNaN(a.share) ? b : a));
  return finding({
    id: 'bench-substituted',
    title: 'Bench: time on fallback, worst slot',
    value: 100 * worst.share,
    unit: '% of time',
    limit: 100 * limits.maximumSubstitutedRatio,
    coverage: wholeRun(evidence),
    otherwise: 'inconclusive',
    explanation: worst.share > 0 ? `Worst at ${worst.slotId}.` : '',
  });
}

function judgeReadings(evidence: Evidence, limits: Limits): CriterionResult {
  const readings = evidence.devices.reduce((sum, device) => sum + device.readings, 0);
  const lost = evidence.devices.reduce((sum, device) => sum + device.readingsLost, 0);
  return finding({
    id: 'bench-readings',
    title: 'Bench: readings lost',
    value: readings + lost === 0 ? Number.NaN : (100 * lost) / (readings + lost),
    unit: '%',
    limit: 100 * limits.maximumReadingsLostRatio,
    coverage: `${readings} of ${readings + lost} readings`,
    otherwise: 'inconclusive',
  });
}

function judgeSetpoints(evidence: Evidence, limits: Limits): CriterionResult {
  const ignoring = evidence.devices.filter((device) => device.setpointsIgnored > 0);
  return finding({
    id: 'bench-setpoints',
    title: 'Bench: setpoints acknowledged and not followed',
    value: ignoring.reduce((sum, device) => sum + device.setpointsIgnored, 0),
    unit: 'setpoints',
    limit: limits.maximumSetpointsIgnored,
    coverage: `${evidence.devices.length} devices`,
    otherwise: 'error',
    explanation: ignoring.length > 0 ? `By ${devicesText(ignoring)}.` : '',
  });
}

/**
 * Ignored setpoints have a finding of their own; a device that does not revert, and a grid emulator that does not play what it
 * is told, are as little under control as one of those.
 */
const UNCONTROLLED: ReadonlySet<string> = new Set([
  'not-reverted',
  'grid-not-held',
  'grid-not-played',
  'output-unasked',
]);

function judgeDiscrepancies(evidence: Evidence): CriterionResult {
  const found = evidence.devices.flatMap(({ id, discrepancies = [] }) =>
    discrepancies.filter(({ kind }) => kind !== 'setpoint-ignored').map((one) => ({ id, ...one })),
  );
  return finding({
    id: 'bench-discrepancies',
    title: 'Bench: what devices said or did that cannot be true',
    value: found.reduce((sum, { count }) => sum + count, 0),
    unit: 'times',
    limit: 0,
    coverage: `${evidence.devices.length} devices`,
    otherwise: found.some(({ kind }) => UNCONTROLLED.has(kind)) ? 'error' : 'inconclusive',
    explanation: sentences(
      ...found.map(({ id, text, count }) => `${id}${count > 1 ? ` (${count} times)` : ''}: ${text}`),
    ),
  });
}

/** Kelvin-hours that homes and buildings spent below their comfort band, per heat pump and heat plant, whole run. */
import type { Evidence } from '../evidence.js';
import type { Criteria } from '../schema.js';
import { type CriterionResult, outcomeOf, sentences } from './criterion.js';

const HEATED = new Set(['heat-pump', 'heat-plant']);

export function judgeComfort(evidence: Evidence, options: NonNullable<Criteria['comfort']>): CriterionResult {
  const slots = evidence.slots.filter((slot) => HEATED.has(slot.kind));
  const known = slots.filter((slot) => Number.isFinite(slot.comfortDeficitKh));
  const worst = known.reduce<(typeof known)[number] | undefined>(
    (a, b) => (a === undefined || b.comfortDeficitKh > a.comfortDeficitKh ? b : a),
    undefined,
  );
  const over = known.filter((slot) => slot.comfortDeficitKh > options.maximumDeficitKh);
  const ran = evidence.simulatedS > 0;
  return {
    id: 'comfort',
    title: 'Comfort: deficit per heated slot',
    outcome: outcomeOf(over.length > 0, known.length === 0 || known.length < slots.length || !ran),
    value: worst?.comfortDeficitKh ?? Number.NaN,
    unit: 'K·h',
    sense: 'at most',
    limit: options.maximumDeficitKh,
    margin: worst === undefined ? Number.NaN : options.maximumDeficitKh - worst.comfortDeficitKh,
    coverage: `${ran ? known.length : 0} of ${slots.length} heated slots`,
    worstUs: 0,
    explanation: sentences(
      worst === undefined ? '' : `Largest deficit at ${worst.id}`,
      over.length > 0 ? `${over.length} slots above the limit` : '',
      worst !== undefined && worst.ticksOnDevice > 0 ? 'Its comfort is that of its model: the device reports none' : '',
    ),
    source: options.source ?? 'As the experiment states',
  };
}

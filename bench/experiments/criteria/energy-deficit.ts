/**
 * Energy that people wanted and did not get, over the whole run: what cars left without (and cannot get any more before
 * they leave), and hot water that was drawn too cold. Each slot's model keeps this account; here it is summed.
 */
import type { Evidence } from '../evidence.js';
import type { Criteria } from '../schema.js';
import { type CriterionResult, outcomeOf, sentences } from './criterion.js';

export function judgeCharging(evidence: Evidence, options: NonNullable<Criteria['charging']>): CriterionResult {
  return judgeDeficit(evidence, {
    id: 'charging',
    title: 'Charging: energy that cars leave without',
    kinds: ['ev-charger'],
    noun: 'charge points',
    limitKwh: options.maximumNotChargedKwh,
    source: options.source,
  });
}

export function judgeHotWater(evidence: Evidence, options: NonNullable<Criteria['hotWater']>): CriterionResult {
  return judgeDeficit(evidence, {
    id: 'hot-water',
    title: 'Hot water: energy drawn too cold',
    kinds: ['heat-pump', 'heat-plant'],
    noun: 'heat pumps and heat plants',
    limitKwh: options.maximumColdKwh,
    source: options.source,
  });
}

interface Question {
  readonly id: string;
  readonly title: string;
  readonly kinds: readonly string[];
  readonly noun: string;
  readonly limitKwh: number;
  readonly source: string | undefined;
}

function judgeDeficit(evidence: Evidence, { id, title, kinds, noun, limitKwh, source }: Question): CriterionResult {
  const slots = evidence.slots.filter((slot) => kinds.includes(slot.kind));
  const known = slots.filter((slot) => Number.isFinite(slot.energyDeficitWh));
  const short = known.filter((slot) => slot.energyDeficitWh > 0).sort((a, b) => b.energyDeficitWh - a.energyDeficitWh);
  const totalKwh = known.reduce((sum, slot) => sum + slot.energyDeficitWh, 0) / 1000;
  const ran = evidence.simulatedS > 0;
  const judged = ran && known.length > 0;
  const worst = short[0];
  return {
    id,
    title,
    outcome: outcomeOf(judged && totalKwh > limitKwh, !judged || known.length < slots.length),
    value: judged ? totalKwh : Number.NaN,
    unit: 'kWh',
    sense: 'at most',
    limit: limitKwh,
    margin: judged ? limitKwh - totalKwh : Number.NaN,
    coverage: `${ran ? known.length : 0} of ${slots.length} ${noun}`,
    worstUs: 0,
    explanation: sentences(
      worst === undefined ? '' : `Most at ${worst.id}, ${(worst.energyDeficitWh / 1000).toFixed(1)} kWh`,
      short.length > 1 ? `${short.length} ${noun} have some` : '',
      worst !== undefined && worst.ticksOnDevice > 0 ? 'Its account is that of its model: the device keeps none' : '',
    ),
    source: source ?? 'As the experiment states',
  };
}

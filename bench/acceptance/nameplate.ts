/** The power of a device against its own nameplate. */
import type { Bench } from './check.js';
import { watts } from './evaluate-step.js';
import { type Figure, judge } from './figure.js';

/** A power that the nameplate does not allow is a wrong sign or a wrong scale. */
export function nameplateFigures({ rig, own, us }: Bench, powerW: number): Figure[] {
  const rating = rig.identity?.rating;
  if (rating === undefined) return [];
  const beyondW = Math.max(0, powerW - rating.maximumW, rating.minimumW - powerW);
  const ratedW = Math.max(Math.abs(rating.minimumW), Math.abs(rating.maximumW));
  return [
    judge(
      {
        id: 'within-nameplate',
        title: `Its own power beyond its nameplate of ${watts(rating.minimumW)} to ${watts(rating.maximumW)}`,
        value: beyondW,
        unit: 'W',
        uncertainty: own.uncertaintyW(powerW),
        source: own.title,
        atUs: us(rig.clock.nowMs()),
        explanation: `Measured ${watts(powerW)}, + is consumption.`,
      },
      { sense: 'at most', limit: 0.1 * ratedW, limitSource: 'default of the catalogue: 10 % of the nameplate' },
    ),
  ];
}

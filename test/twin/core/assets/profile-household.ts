/** A household of the profile model: the first apartment of the examples, now a fixture of its tests. */
import { parse } from 'yaml';
import type { HouseholdParameters } from '../../../../twin/core/assets/household.js';
import { applianceParameters, householdParameters, type ProfileHousehold } from '../../../../twin/wijk/parameters.js';

const TYPE = (
  parse(`
appartement:
  source: >-
    Shape after profile E1A (evening peak near 17:45 in December, lowest 0.23 and mean 0.45 of the highest; figures of
    the profile as published by energy data services); appliances after the Twente ALPG (powers, refrigerator) with
    uses per day as an engineering estimate
  workdayShape: [0.69, 0.65, 0.63, 0.62, 0.62, 0.64, 0.77, 0.95, 0.96, 0.91, 0.89, 0.91, 0.95, 0.92, 0.90, 0.94, 1.16, 1.64, 1.86, 1.66, 1.53, 1.40, 1.15, 0.86]
  weekendShape: [0.76, 0.70, 0.66, 0.64, 0.63, 0.64, 0.68, 0.78, 0.93, 1.04, 1.08, 1.09, 1.12, 1.08, 1.04, 1.06, 1.22, 1.58, 1.74, 1.56, 1.44, 1.33, 1.12, 0.88]
  seasonRatio: 0.18
  noiseRatio: 0.4
  dayNoiseRatio: 0.3
  refrigerator: {powerW: 90, onMinutes: 15, offMinutes: 40}
  powerFactor: 0.98
  appliances:
    - {name: hob, powerW: 1800, minutes: 12, minutesSpreadRatio: 0.5, perDay: 0.9, starts: [{hour: 17.8, spreadH: 0.9, weight: 0.85}, {hour: 12.3, spreadH: 0.6, weight: 0.15}]}
    - {name: oven, powerW: 2000, minutes: 25, minutesSpreadRatio: 0.4, perDay: 0.15, starts: [{hour: 17.6, spreadH: 1, weight: 0.8}, {hour: 13, spreadH: 1.5, weight: 0.2}]}
    - {name: kettle, powerW: 2000, minutes: 3, minutesSpreadRatio: 0.3, perDay: 2.5, starts: [{hour: 7.7, spreadH: 0.9, weight: 0.3}, {hour: 10.5, spreadH: 1.5, weight: 0.3}, {hour: 19.8, spreadH: 1.3, weight: 0.4}]}
    - {name: microwave, powerW: 1000, minutes: 4, minutesSpreadRatio: 0.5, perDay: 1, starts: [{hour: 12.5, spreadH: 0.9, weight: 0.4}, {hour: 18.1, spreadH: 1, weight: 0.6}]}
    - {name: washing-machine, powerW: 2000, minutes: 20, minutesSpreadRatio: 0.3, perDay: 0.45, starts: [{hour: 10, spreadH: 1.5, weight: 0.5}, {hour: 19, spreadH: 1.6, weight: 0.5}]}
    - {name: dryer, powerW: 800, minutes: 60, minutesSpreadRatio: 0.3, perDay: 0.2, starts: [{hour: 12.5, spreadH: 1.5, weight: 0.5}, {hour: 20.3, spreadH: 1, weight: 0.5}]}
    - {name: dishwasher, powerW: 2000, minutes: 25, minutesSpreadRatio: 0.2, perDay: 0.5, starts: [{hour: 13.2, spreadH: 0.8, weight: 0.2}, {hour: 20, spreadH: 1.2, weight: 0.8}]}
`) as { appartement: ProfileHousehold }
).appartement;
const APPLIANCES = applianceParameters(TYPE);

export function profileHome(annualKwh: number): HouseholdParameters {
  return householdParameters({ kind: 'household', type: 'appartement', annualKwh }, TYPE, APPLIANCES);
}

/**
 * Dutch charge points as types of the wijk file. 11 kW is the standard of cars, two public sockets share 17.25 kW (3 x 25 A).
 * Hours, energies and chances are general knowledge of Dutch charging (home: 12-25 kWh every two to three days, arrival
 * 17-19 h, departure 7-9 h).
 */
import type { z } from 'zod';
import type { wijkSchema } from '../schema.js';

type Row = NonNullable<NonNullable<z.input<typeof wijkSchema>['types']>['evChargers']>[string];

const CARS: Row['cars'] = [
  { shareRatio: 0.75, phases: 3, maximumA: 16 },
  { shareRatio: 0.15, phases: 1, maximumA: 16 },
  { shareRatio: 0.1, phases: 1, maximumA: 32 },
];

/**
 * Netbewust laden: 4 kW per car, up to 11 kW as the fraction of the hour allows, 17.25 kW per point. The fraction is 0 from
 * five to eleven in the evening, a half at half past two and 1 from six on.
 */
const NETBEWUST: NonNullable<Row['netbewust']> = {
  source:
    'ElaadNL ls-profielen-model (2024): n · (4 + f (11 - 4)); f known at 18:00, 23:00, 02:30 and 06:00, straight lines between; by day 1 (general knowledge)',
  baseKw: 4,
  mostKw: 11,
  fractions: [1 / 7, 2 / 7, 3 / 7, 4 / 7, 5 / 7, 6 / 7, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0.5, 0, 0, 0, 0, 0, 0, 0],
};

const home = (cars: Row['cars']): Row => ({
  source: 'home point of 11 kW; about 2.2 MWh a year (general knowledge: 2.2-2.8)',
  powerKw: 11.04,
  maximumA: 16,
  powerFactor: 0.99,
  standbyW: 3,
  dayFromHour: 12,
  cars,
  sessions: [
    {
      perDay: 0.36,
      arrival: { hour: 18, spreadH: 2.3 },
      departure: { hour: 31.8, spreadH: 1 },
      energyKwh: 17,
      energySpreadKwh: 6,
    },
  ],
  safeSetpointKw: 4,
});

const shared = (powerKw: number): Row => ({
  source: 'public point, 17.25 kW for two sockets; occupancy and stays are general knowledge',
  powerKw,
  maximumA: 16,
  powerFactor: 0.99,
  standbyW: 10,
  dayFromHour: 12,
  cars: CARS,
  sessions: [
    {
      perDay: 0.55,
      arrival: { hour: 18.2, spreadH: 2.4 },
      departure: { hour: 32, spreadH: 1.3 },
      energyKwh: 19,
      energySpreadKwh: 7,
    },
    {
      perDay: 0.2,
      arrival: { hour: 14, spreadH: 1 },
      departure: { hour: 17, spreadH: 0.8 },
      energyKwh: 12,
      energySpreadKwh: 5,
    },
  ],
  safeSetpointKw: 4,
});

export const CHARGER_TYPES: Readonly<Record<string, Row>> = {
  thuis: home(CARS),
  /** Cars of 11 kW only: what published coincidence is of. */
  'thuis-11': home([{ shareRatio: 1, phases: 3, maximumA: 16 }]),
  'thuis-netbewust': { ...home(CARS), netbewust: NETBEWUST },
  publiek: shared(17.25),
  'publiek-netbewust': { ...shared(17.25), netbewust: NETBEWUST },
  /** Ten sockets behind 3 x 63 A. */
  'laadplein-direct': shared(43.47),
  laadplein: { ...shared(43.47), netbewust: NETBEWUST },
};

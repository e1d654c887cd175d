/**
 * Dutch homes as types of the wijk file: what stands in them and how they are lived in. Annual energy stands with each home;
 * the means per kind of home are those of CBS. Powers, uses and power factors are of the field (Twente ALPG: powers of
 * appliances and refrigerators, power factors of standby and motors) and estimates of ours where it gives none; uses and
 * hours are tuned so that a group has the peak, minimum and mean of profile E1A (`npm run fidelity`).
 */
import type { z } from 'zod';
import type { wijkSchema } from '../schema.js';

type HouseholdRow = z.input<typeof wijkSchema>['types']['households'] extends infer T
  ? NonNullable<T> extends Record<string, infer R>
    ? Extract<R, { model: 'bottom-up' }>
    : never
  : never;

/** Mean delivery per kind of home, kWh a year, without heat pump and car. CBS 81528NED (table of Venlo, 2021). */
export const ANNUAL_KWH = {
  appartement: 2000,
  rijwoning: 2960,
  hoekwoning: 3070,
  'twee-onder-een-kap': 3450,
  vrijstaand: 4530,
  /** Shared kitchen and laundry, several small households behind one meter: general knowledge. */
  woongroep: 3600,
} as const;

export type HomeKind = keyof typeof ANNUAL_KWH;

interface Traits {
  readonly awayHomesRatio: number;
  readonly bedHour: number;
  /** Against the common home: standby and lamps follow the size, the rest the people. */
  readonly size: number;
  readonly people: number;
  readonly dryer: number;
  readonly dishwasher: number;
  readonly boiler: number;
}

const TRAITS: Readonly<Record<HomeKind, Traits>> = {
  appartement: {
    awayHomesRatio: 0.55,
    bedHour: 23.3,
    size: 0.75,
    people: 0.72,
    dryer: 0.4,
    dishwasher: 0.5,
    boiler: 0.06,
  },
  rijwoning: { awayHomesRatio: 0.5, bedHour: 22.9, size: 1, people: 1, dryer: 0.6, dishwasher: 0.7, boiler: 0.1 },
  hoekwoning: {
    awayHomesRatio: 0.5,
    bedHour: 22.9,
    size: 1.05,
    people: 1.02,
    dryer: 0.62,
    dishwasher: 0.72,
    boiler: 0.1,
  },
  'twee-onder-een-kap': {
    awayHomesRatio: 0.45,
    bedHour: 22.9,
    size: 1.2,
    people: 1.1,
    dryer: 0.7,
    dishwasher: 0.8,
    boiler: 0.15,
  },
  vrijstaand: {
    awayHomesRatio: 0.4,
    bedHour: 22.9,
    size: 1.6,
    people: 1.25,
    dryer: 0.75,
    dishwasher: 0.85,
    boiler: 0.3,
  },
  woongroep: { awayHomesRatio: 0.2, bedHour: 23.8, size: 1.1, people: 1.6, dryer: 0.8, dishwasher: 0.9, boiler: 0.2 },
};

const round = (value: number, digits = 2): number => Number(value.toFixed(digits));

/** `electricCooking`: share of homes with an electric hob; the others cook on gas. */
export function householdType(kind: HomeKind, electricCooking: number): HouseholdRow {
  const traits = TRAITS[kind];
  const { people, size } = traits;
  const uses = (perDay: number): number => round(perDay * people);
  return {
    model: 'bottom-up',
    source:
      'appliances and power factors after the Twente ALPG, ownership and uses per day as estimates (general knowledge), tuned to profile E1A and annual energy to CBS',
    occupancy: {
      wake: { hour: 7, spreadH: 0.8 },
      bed: { hour: traits.bedHour, spreadH: 0.8 },
      weekendLaterH: 1,
      awayHomesRatio: traits.awayHomesRatio,
      awayDaysRatio: 0.2,
      leave: { hour: 8.5, spreadH: 0.6 },
      back: { hour: 16.6, spreadH: 1.3 },
    },
    standby: { powerW: round(150 * size, 0), powerFactor: -0.8, seasonRatio: 0.12 },
    active: { powerW: round(45 * people, 0), powerFactor: -0.92 },
    lighting: { powerW: round(185 * size, 0), powerFactor: 0.93, wantedBelowWPerM2: [15, 110] },
    refrigerator: { powerW: 90, powerFactor: 0.6, onMinutes: 15, dutyRatio: round(0.4 * Math.sqrt(people), 2) },
    appliances: [
      {
        name: 'hob',
        powerW: 1900,
        minutes: 20,
        minutesSpreadRatio: 0.5,
        perDay: uses(0.95),
        seasonRatio: 0.12,
        ownedRatio: electricCooking,
        phases: 2,
        starts: [
          { hour: 17.3, spreadH: 0.95, weight: 0.8 },
          { hour: 12.3, spreadH: 0.7, weight: 0.2 },
        ],
      },
      {
        name: 'oven',
        powerW: 2000,
        minutes: 25,
        minutesSpreadRatio: 0.4,
        perDay: uses(0.18),
        seasonRatio: 0.1,
        weekendRatio: 1.3,
        starts: [
          { hour: 17.1, spreadH: 0.9, weight: 0.8 },
          { hour: 12.5, spreadH: 1.2, weight: 0.2 },
        ],
      },
      {
        name: 'hood',
        powerW: 120,
        minutes: 25,
        minutesSpreadRatio: 0.4,
        perDay: uses(0.95),
        powerFactor: 0.85,
        starts: [{ hour: 17.3, spreadH: 0.95, weight: 1 }],
      },
      {
        name: 'kettle',
        powerW: 2000,
        minutes: 3,
        minutesSpreadRatio: 0.3,
        perDay: uses(2.4),
        seasonRatio: 0.1,
        starts: [
          { hour: 7.6, spreadH: 0.9, weight: 0.3 },
          { hour: 10.5, spreadH: 1.5, weight: 0.3 },
          { hour: 19.8, spreadH: 1.3, weight: 0.4 },
        ],
      },
      {
        name: 'coffee',
        powerW: 1000,
        minutes: 5,
        minutesSpreadRatio: 0.3,
        perDay: uses(1.8),
        starts: [
          { hour: 7.7, spreadH: 1, weight: 0.55 },
          { hour: 14, spreadH: 3, weight: 0.45 },
        ],
      },
      {
        name: 'microwave',
        powerW: 1100,
        minutes: 4,
        minutesSpreadRatio: 0.5,
        perDay: uses(0.9),
        powerFactor: 0.9,
        starts: [
          { hour: 12.4, spreadH: 0.8, weight: 0.4 },
          { hour: 17.9, spreadH: 1, weight: 0.6 },
        ],
      },
      // The motor and the pump go on for an hour; what counts is the heating at the beginning.
      {
        name: 'washing-machine',
        powerW: 1900,
        minutes: 20,
        minutesSpreadRatio: 0.3,
        perDay: uses(0.42),
        weekendRatio: 1.2,
        powerFactor: 0.98,
        starts: [
          { hour: 10.5, spreadH: 1.8, weight: 0.55 },
          { hour: 19.2, spreadH: 1.5, weight: 0.45 },
        ],
      },
      {
        name: 'washing-motor',
        powerW: 180,
        minutes: 60,
        minutesSpreadRatio: 0.3,
        perDay: uses(0.42),
        weekendRatio: 1.2,
        powerFactor: 0.7,
        needsPerson: false,
        starts: [
          { hour: 11, spreadH: 1.8, weight: 0.55 },
          { hour: 19.2, spreadH: 1.4, weight: 0.45 },
        ],
      },
      {
        name: 'dryer',
        powerW: 900,
        minutes: 70,
        minutesSpreadRatio: 0.3,
        perDay: uses(0.35),
        seasonRatio: 0.5,
        weekendRatio: 1.2,
        ownedRatio: traits.dryer,
        powerFactor: 0.85,
        starts: [
          { hour: 12.5, spreadH: 1.8, weight: 0.5 },
          { hour: 19.6, spreadH: 1.2, weight: 0.5 },
        ],
      },
      {
        name: 'dishwasher',
        powerW: 1900,
        minutes: 28,
        minutesSpreadRatio: 0.2,
        perDay: uses(0.6),
        ownedRatio: traits.dishwasher,
        starts: [
          { hour: 13.2, spreadH: 0.9, weight: 0.2 },
          { hour: 20, spreadH: 1.3, weight: 0.8 },
        ],
      },
      {
        name: 'television',
        powerW: 110,
        minutes: 150,
        minutesSpreadRatio: 0.5,
        perDay: uses(1.3),
        seasonRatio: 0.12,
        weekendRatio: 1.15,
        powerFactor: -0.95,
        starts: [
          { hour: 19.9, spreadH: 1.2, weight: 0.75 },
          { hour: 15, spreadH: 2.4, weight: 0.25 },
        ],
      },
      {
        name: 'computer',
        powerW: 130,
        minutes: 160,
        minutesSpreadRatio: 0.6,
        perDay: uses(0.9),
        powerFactor: -0.93,
        starts: [
          { hour: 10, spreadH: 1.6, weight: 0.35 },
          { hour: 16, spreadH: 2, weight: 0.3 },
          { hour: 20, spreadH: 1.2, weight: 0.35 },
        ],
      },
      {
        name: 'vacuum-cleaner',
        powerW: 800,
        minutes: 20,
        minutesSpreadRatio: 0.4,
        perDay: uses(0.3),
        weekendRatio: 1.5,
        powerFactor: 0.9,
        starts: [
          { hour: 10.5, spreadH: 1.3, weight: 0.7 },
          { hour: 17, spreadH: 1.5, weight: 0.3 },
        ],
      },
      {
        name: 'hair-dryer',
        powerW: 1500,
        minutes: 6,
        minutesSpreadRatio: 0.5,
        perDay: uses(0.5),
        powerFactor: 0.98,
        starts: [
          { hour: 7.5, spreadH: 0.7, weight: 0.8 },
          { hour: 21, spreadH: 1, weight: 0.2 },
        ],
      },
      // Hot water: a boiler under the sink heats up by itself after each draw, and once in the night.
      {
        name: 'sink-boiler',
        powerW: 2000,
        minutes: 6,
        minutesSpreadRatio: 0.4,
        perDay: uses(3.5),
        ownedRatio: traits.boiler,
        needsPerson: false,
        starts: [
          { hour: 7.5, spreadH: 1.2, weight: 0.3 },
          { hour: 12.5, spreadH: 1.5, weight: 0.2 },
          { hour: 18.3, spreadH: 1.2, weight: 0.5 },
        ],
      },
    ],
    commonDayRatio: 0.18,
  };
}

/** Half of the homes of 2024 cook on electricity: general knowledge. Homes without gas have a type of their own. */
const ELECTRIC_COOKING = 0.5;

/** By name of the type in a wijk file: the homes that stand. */
export const HOUSEHOLD_TYPES: Readonly<Record<HomeKind, HouseholdRow>> = {
  appartement: householdType('appartement', ELECTRIC_COOKING),
  rijwoning: householdType('rijwoning', ELECTRIC_COOKING),
  hoekwoning: householdType('hoekwoning', ELECTRIC_COOKING),
  'twee-onder-een-kap': householdType('twee-onder-een-kap', ELECTRIC_COOKING),
  vrijstaand: householdType('vrijstaand', ELECTRIC_COOKING),
  woongroep: householdType('woongroep', ELECTRIC_COOKING),
};

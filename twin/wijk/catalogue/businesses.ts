/**
 * What stands between the homes: school, shops, care, work, and the common parts of flats. Annual energy, floor area and
 * peak are engineering estimates for Dutch buildings without heating (general knowledge, no measured set behind them);
 * `npm run fidelity` prints what the models make of them beside these ranges.
 */
import type { z } from 'zod';
import type { wijkSchema } from '../schema.js';

type Types = NonNullable<z.input<typeof wijkSchema>['types']>;
type Row<T extends keyof Types> = NonNullable<Types[T]>[string];
type Day = NonNullable<Row<'businesses'>['week'][number]>;

/** Public holidays by the Algemene termijnenwet; school holidays of region Midden. */
export const CALENDAR_TYPES: Readonly<Record<string, Row<'calendars'>>> = {
  'regio-midden': {
    source:
      'school holidays of primary schools in region Midden: 2012 as published by the ministry (dezaak.nl, schoolvakanties in 2012; Christmas 2011 by its usual two weeks); other years by their usual ISO weeks (general knowledge)',
    schoolWeeks: [1, 8, 18, 29, 30, 31, 32, 33, 34, 42, 52],
    schoolYears: {
      '2012': [
        { from: '2012-01-01', until: '2012-01-08' },
        { from: '2012-02-18', until: '2012-02-26' },
        { from: '2012-04-28', until: '2012-05-06' },
        { from: '2012-07-07', until: '2012-08-19' },
        { from: '2012-10-13', until: '2012-10-21' },
        { from: '2012-12-22', until: '2012-12-31' },
      ],
    },
  },
};

const workdays = (from: string, until: string, friday = until): Day[] => [
  ...Array.from({ length: 4 }, () => ({ from, until })),
  { from, until: friday },
];
const ESTIMATE = 'engineering estimate for the Netherlands, without heating (general knowledge)';

export const BUSINESS_TYPES: Readonly<Record<string, Row<'businesses'>>> = {
  basisschool: {
    source: `primary school, ventilation and lighting by the hours of lessons and after-school care; ${ESTIMATE}`,
    closedRatio: 0.05,
    week: [...workdays('08:00', '16:00'), null, null],
    rampMinutes: 45,
    noiseRatio: 0.12,
    powerFactor: 0.95,
    holidays: { calendar: 'regio-midden', public: 'closed', schoolClosed: true },
    cooling: { aboveC: 20, mostK: 16, closedRatio: 0, shareRatio: 0.015 },
  },
  supermarkt: {
    source: `supermarket: refrigeration day and night, more in warm weather, ovens and lighting while open; ${ESTIMATE}`,
    closedRatio: 0.25,
    week: [...workdays('08:00', '22:00'), { from: '08:00', until: '22:00' }, { from: '10:00', until: '20:00' }],
    rampMinutes: 60,
    noiseRatio: 0.08,
    powerFactor: 0.95,
    holidays: { calendar: 'regio-midden', public: 'sunday' },
    cooling: { aboveC: 8, mostK: 30, closedRatio: 0.6, shareRatio: 0.14 },
  },
  winkel: {
    source: `neighbourhood shop, lighting while open, air conditioning on warm days; ${ESTIMATE}`,
    closedRatio: 0.12,
    week: [
      ...workdays('09:00', '18:00', '20:00'),
      { from: '09:00', until: '17:30' },
      { from: '12:00', until: '17:00' },
    ],
    rampMinutes: 30,
    noiseRatio: 0.1,
    powerFactor: 0.95,
    holidays: { calendar: 'regio-midden', public: 'sunday' },
    cooling: { aboveC: 18, mostK: 18, closedRatio: 0.05, shareRatio: 0.08 },
  },
  gezondheidscentrum: {
    source: `health centre with practices and pharmacy: ventilation, treatment rooms, refrigerators; ${ESTIMATE}`,
    closedRatio: 0.22,
    week: [...workdays('07:30', '18:30'), { from: '09:00', until: '13:00' }, null],
    rampMinutes: 45,
    noiseRatio: 0.1,
    powerFactor: 0.95,
    holidays: { calendar: 'regio-midden', public: 'closed' },
    cooling: { aboveC: 17, mostK: 19, closedRatio: 0.15, shareRatio: 0.1 },
  },
  sporthal: {
    source: `sports hall: school classes by day, clubs in the evening and at weekends; ${ESTIMATE}`,
    closedRatio: 0.1,
    week: [...workdays('08:30', '22:30'), { from: '09:00', until: '18:00' }, { from: '09:00', until: '17:00' }],
    rampMinutes: 30,
    noiseRatio: 0.15,
    powerFactor: 0.95,
    holidays: { calendar: 'regio-midden', public: 'closed' },
  },
  kantoor: {
    source: `small office: work places, ventilation and air conditioning by office hours; ${ESTIMATE}`,
    closedRatio: 0.18,
    week: [...workdays('08:00', '18:00', '17:00'), null, null],
    rampMinutes: 60,
    noiseRatio: 0.08,
    powerFactor: 0.95,
    holidays: { calendar: 'regio-midden', public: 'closed' },
    cooling: { aboveC: 16, mostK: 20, closedRatio: 0.05, shareRatio: 0.12 },
  },
  horeca: {
    source: `café-restaurant: kitchen and cold stores, busiest in the evening; ${ESTIMATE}`,
    closedRatio: 0.2,
    week: [
      null,
      ...Array.from({ length: 4 }, () => ({ from: '11:00', until: '23:00' })),
      { from: '11:00', until: '23:59' },
      { from: '11:00', until: '22:00' },
    ],
    rampMinutes: 60,
    noiseRatio: 0.15,
    powerFactor: 0.95,
    holidays: { calendar: 'regio-midden', public: 'sunday' },
    cooling: { aboveC: 14, mostK: 22, closedRatio: 0.5, shareRatio: 0.12 },
  },
  'lift-en-algemeen': {
    source: `lifts, stairs, galleries, pumps and garage of flats, 0.3-0.6 MWh a year per home; least at night; ${ESTIMATE}`,
    closedRatio: 0.5,
    week: [...workdays('07:00', '22:30'), { from: '08:00', until: '22:30' }, { from: '08:00', until: '22:30' }],
    rampMinutes: 60,
    noiseRatio: 0.15,
    powerFactor: 0.95,
  },
  buurtkamer: {
    source: `common room of a block: kitchen, lighting, laundry; ${ESTIMATE}`,
    closedRatio: 0.15,
    week: [...workdays('10:00', '22:00'), { from: '10:00', until: '23:00' }, { from: '10:00', until: '18:00' }],
    rampMinutes: 45,
    noiseRatio: 0.2,
    powerFactor: 0.95,
  },
};

export type BusinessKind = keyof typeof BUSINESS_SIZES;

/** Annual energy without heating and highest power that the field names for one of each, kWh and kW; NaN: none named. */
export const BUSINESS_SIZES = {
  basisschool: { kwh: [30_000, 45_000], peakKw: [30, 50], what: '1,500 m²' },
  supermarkt: { kwh: [250_000, 400_000], peakKw: [60, 100], what: 'one shop' },
  gezondheidscentrum: { kwh: [40_000, 60_000], peakKw: [Number.NaN, Number.NaN], what: 'one centre' },
  sporthal: { kwh: [60_000, 100_000], peakKw: [Number.NaN, Number.NaN], what: 'one hall' },
  'lift-en-algemeen': { kwh: [300, 600], peakKw: [Number.NaN, Number.NaN], what: 'per home' },
} as const;

/** School, shops, care, lifts: annual energy over generated years, highest quarter-hour, shape of the week, cooling. */
import { createBusinesses, stepBusinesses } from '../../twin/core/assets/business.js';
import {
  BUSINESS_SIZES,
  BUSINESS_TYPES,
  type BusinessKind,
  CALENDAR_TYPES,
} from '../../twin/wijk/catalogue/businesses.js';
import { businessParameters } from '../../twin/wijk/parameters.js';
import { wijkSchema } from '../../twin/wijk/schema.js';
import { type Figure, mean, near, type Section, shown } from './figure.js';
import { columnsFor, generatedYear, runDays, YEAR } from './years.js';

const { shape } = wijkSchema.shape.types;
const types = shape.businesses.parse(BUSINESS_TYPES);
const calendars = shape.calendars.parse(CALENDAR_TYPES);
const SIZES = 'Dutch utility buildings without heating';
const WEEKS = 'example weeks of the Phase to Phase type library';
/** Mean by highest of the published example weeks. */
const WEEK_MEANS: Readonly<Record<string, number>> = { basisschool: 0.457, winkel: 0.471 };
const UNIT_KWH = 100_000;

interface BusinessYears {
  /** Energy by the sum of ticks, kWh per year. */
  readonly kwh: number[];
  coolingKwh: number;
  peakKw: number;
  missedKh: number;
  missedWh: number;
  /** Working days of January and July, local hours, W. */
  readonly januaryW: number[];
  readonly weekW: Float64Array;
}

function businessYears(names: readonly string[], years: number, tickS: number): BusinessYears[] {
  const set = createBusinesses(
    names.map((type, slot) => ({
      slot,
      parameters: businessParameters({ kind: 'business', type, annualKwh: UNIT_KWH }, types[type]!, calendars),
    })),
  );
  const columns = columnsFor(names.length);
  const found: BusinessYears[] = names.map(() => ({
    kwh: [],
    coolingKwh: 0,
    peakKw: 0,
    missedKh: 0,
    missedWh: 0,
    januaryW: new Array<number>(96).fill(0),
    weekW: new Float64Array(168),
  }));
  const perQuarter = 900 / tickS;
  for (let y = 0; y < years; y++) {
    const days = generatedYear(YEAR + y, 1 + y);
    for (const one of found) one.kwh.push(0);
    const quarterW = new Float64Array(names.length);
    let workdays = 0;
    runDays(days, 0, days.length, tickS, 1, (tick, index) => {
      stepBusinesses(set, tick, columns);
      const day = Math.floor((index * tickS) / 86_400);
      const january = y === 0 && day >= 9 && day < 30;
      if (january && tick.weekday < 5 && (index * tickS) % 86_400 === 0) workdays++;
      for (let k = 0; k < names.length; k++) {
        const one = found[k]!;
        const powerW = columns.modelledPowerW[k]!;
        one.kwh[y]! += (powerW * tickS) / 3.6e6;
        one.coolingKwh += (set.coolingW[k]! * tickS) / 3.6e6 / years;
        quarterW[k]! += powerW / perQuarter;
        if ((index + 1) % perQuarter === 0) {
          one.peakKw = Math.max(one.peakKw, quarterW[k]! / 1000);
          quarterW[k] = 0;
        }
        if (january && tick.weekday < 5) one.januaryW[Math.floor(tick.localSecondOfDay / 900)]! += powerW / perQuarter;
        if (january) one.weekW[24 * tick.weekday + Math.floor(tick.localSecondOfDay / 3600)]! += powerW;
      }
    });
    if (y > 0) continue;
    for (const one of found) for (let q = 0; q < 96; q++) one.januaryW[q]! /= workdays;
  }
  found.forEach((one, k) => {
    one.missedKh = set.missedKh[k]! / years;
    one.missedWh = set.missedWh[k]! / years;
  });
  return found;
}

export function businessSection(quick: boolean): Section {
  const names = Object.keys(types);
  const years = quick ? 4 : 10;
  const found = businessYears(names, years, 900);
  const figures: Figure[] = [];
  names.forEach((name, k) => {
    const one = found[k]!;
    const what = `annual energy asked for, ${name}, mean of ${years} years`;
    figures.push(
      near(what, 'kWh', mean(one.kwh), UNIT_KWH, 0.05, 'the kWh that the wijk file asks for', 'computed', 0),
    );
    const cooling = types[name]!.cooling;
    if (cooling !== undefined) {
      figures.push(
        shown(
          '  part of it that is cooling',
          'kWh',
          one.coolingKwh,
          0,
          'share of the type in a mean year',
          `printed only; ${Math.round(cooling.shareRatio * UNIT_KWH)}, hot days scatter`,
        ),
        shown('  cooling missed beyond its capacity, a year', 'K·h', one.missedKh, 2),
      );
    }
    if (name in BUSINESS_SIZES) {
      const { kwh, peakKw, what: unit } = BUSINESS_SIZES[name as BusinessKind];
      const middle = (kwh[0] + kwh[1]) / 2;
      const range = Number.isNaN(peakKw[0])
        ? `printed only; no peak named, ${kwh[0] / 1000}-${kwh[1] / 1000} MWh`
        : `printed only; ${peakKw[0]}-${peakKw[1]} kW at ${kwh[0] / 1000}-${kwh[1] / 1000} MWh`;
      figures.push(
        shown(
          `  highest quarter-hour at ${middle / 1000} MWh, ${unit}`,
          'kW',
          (one.peakKw * middle) / UNIT_KWH,
          2,
          SIZES,
          range,
          'general knowledge',
        ),
      );
    }
    const published = WEEK_MEANS[name];
    if (published !== undefined) {
      const ours = mean(one.weekW) / Math.max(...one.weekW);
      figures.push(shown('  mean by highest of a week', '', ours, 3, WEEKS, `printed only; ${published}`, 'sourced'));
    }
  });
  return {
    title: `Businesses, ${UNIT_KWH / 1000} MWh each, generated years`,
    figures,
    charts: [
      {
        name: 'business-day',
        title: 'Working day in January',
        xLabel: 'local hour',
        yLabel: `W at ${UNIT_KWH / 1000} MWh a year`,
        x: Array.from({ length: 96 }, (_, q) => (q + 0.5) / 4),
        lines: names.map((name, k) => ({ name, y: found[k]!.januaryW })),
      },
    ],
  };
}

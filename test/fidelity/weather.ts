/** Generated weather against the months of De Bilt. */
import { daysFromCivil, monthOfDay, yearOfDay } from '../../twin/core/base/civil.js';
import { WH_PER_M2_IN_J_PER_CM2 } from '../../twin/core/weather/daily.js';
import { generateRows } from '../../twin/core/weather/generate.js';
import { deviation, type Figure, mean, type Section, shown, within } from './figure.js';

const SOURCE = 'KNMI daily observations, station 260, 2001-2020';
/** °C and kWh/m² per month, as published by the record. */
const MEAN_C = [3.8, 4.0, 6.4, 10.2, 13.5, 16.5, 18.4, 17.9, 14.8, 11.3, 7.4, 4.5];
const GLOBAL_KWH = [20.3, 36.8, 77.4, 124.1, 153.7, 158.1, 156.5, 130.7, 90.8, 53.8, 23.9, 15.4];
const NAMES = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const YEARS = 20;

export function weatherSection(seed = 1, firstYear = 2001): Section {
  const first = daysFromCivil(firstYear, 1, 1);
  const rows = generateRows(seed, first, daysFromCivil(firstYear + YEARS, 1, 1) - first);
  // Per month and year: sum of daily means, days, radiation.
  const sumC = new Float64Array(12 * YEARS);
  const days = new Float64Array(12 * YEARS);
  const kwh = new Float64Array(12 * YEARS);
  for (const row of rows) {
    const at = (monthOfDay(row.day) - 1) * YEARS + yearOfDay(row.day) - firstYear;
    sumC[at]! += row.tg / 10;
    days[at]! += 1;
    kwh[at]! += (row.q * WH_PER_M2_IN_J_PER_CM2) / 1000;
  }
  const figures: Figure[] = [];
  const ours = { temperature: [] as number[], radiation: [] as number[] };
  for (let m = 0; m < 12; m++) {
    const years = Array.from({ length: YEARS }, (_, y) => m * YEARS + y);
    const temperature = years.map((at) => sumC[at]! / days[at]!);
    const radiation = years.map((at) => kwh[at]!);
    figures.push(
      byStandardError(`temperature ${NAMES[m]}`, '°C', temperature, MEAN_C[m]!),
      byStandardError(`global radiation ${NAMES[m]}`, 'kWh/m²', radiation, GLOBAL_KWH[m]!),
    );
    ours.temperature.push(mean(temperature));
    ours.radiation.push(mean(radiation));
  }
  const sorted = rows.map((row) => row.tg / 10).sort((a, b) => a - b);
  for (const [percent, published] of [
    [0.1, -7.5],
    [1, -3.1],
    [5, 0.3],
  ] as const) {
    const value = sorted[Math.floor((percent / 100) * sorted.length)]!;
    figures.push(
      shown(`daily mean, ${percent} % of days are colder`, '°C', value, 1, SOURCE, `${published}, printed only`),
    );
  }
  const degreeDays = rows.reduce((sum, row) => sum + Math.max(0, 18 - row.tg / 10), 0) / YEARS;
  figures.push(shown('degree days below 18 °C', 'K·d/a', degreeDays, 0, SOURCE, '2751, printed only'));
  const x = NAMES.map((_, m) => m + 1);
  return {
    title: 'Weather, 20 generated years',
    figures,
    charts: [
      {
        name: 'weather-temperature',
        title: 'Monthly mean temperature, 20 generated years',
        xLabel: 'month',
        yLabel: '°C',
        x,
        lines: [
          { name: 'De Bilt 2001-2020', y: MEAN_C },
          { name: 'generated', y: ours.temperature },
        ],
      },
      {
        name: 'weather-radiation',
        title: 'Monthly global radiation, 20 generated years',
        xLabel: 'month',
        yLabel: 'kWh/m²',
        x,
        lines: [
          { name: 'De Bilt 2001-2020', y: GLOBAL_KWH },
          { name: 'generated', y: ours.radiation },
        ],
      },
    ],
  };
}

/** Within two standard errors of the mean over the years, as these years scatter. */
function byStandardError(what: string, unit: string, years: readonly number[], target: number): Figure {
  const error = deviation(years) / Math.sqrt(years.length);
  const words = `${target} ± 2 standard errors of ${error.toFixed(2)}`;
  return within(what, unit, mean(years), target - 2 * error, target + 2 * error, words, SOURCE, 'computed', 2);
}

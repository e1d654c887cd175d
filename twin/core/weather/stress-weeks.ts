/**
 * Weeks that stress a wijk, as daily figures of KNMI station 260 De Bilt.
 *
 * Source: KNMI, daily observations ("etmaalgegevens") of station 260, https://www.knmi.nl/nederland-nu/klimatologie.
 * The columns are those of the file, in its units: date, TG, TN, TNH, TX, TXH (0.1 °C and hour slots in UT), Q (J/cm²),
 * FG (0.1 m/s).
 */
import type { DailyFigures } from './daily.js';
import { dailyFromKnmi } from './daily.js';

export interface StressWeek {
  readonly name: string;
  /** Other names by which it is found. */
  readonly aliases: readonly string[];
  readonly meaning: string;
  readonly days: readonly DailyFigures[];
}

type Row = readonly [date: number, tg: number, tn: number, tnh: number, tx: number, txh: number, q: number, fg: number];

function week(name: string, aliases: readonly string[], meaning: string, rows: readonly Row[]): StressWeek {
  return { name, aliases, meaning, days: rows.map((row) => dailyFromKnmi(...row)) };
}

export const STRESS_WEEKS: readonly StressWeek[] = [
  week('feb-2012', ['cold-2012-02'], 'frost: the coldest five days of 2001-2020, mean -8.9 °C from 3 February', [
    [20120201, -49, -79, 6, -13, 14, 646, 55],
    [20120202, -65, -88, 8, -35, 15, 667, 48],
    [20120203, -82, -159, 24, -51, 11, 204, 23],
    [20120204, -121, -189, 7, -45, 13, 899, 15],
    [20120205, -71, -102, 1, -51, 14, 606, 29],
    [20120206, -84, -146, 23, -33, 14, 714, 22],
    [20120207, -85, -153, 8, -37, 24, 721, 38],
    [20120208, -33, -89, 24, -9, 14, 558, 45],
    [20120209, -44, -97, 4, 5, 16, 212, 27],
    [20120210, -61, -108, 8, -21, 15, 868, 33],
    [20120211, -73, -119, 8, -30, 14, 794, 25],
    [20120212, -37, -98, 1, -5, 24, 293, 19],
  ]),
  week('feb-2021', ['cold-2021-02'], 'frost with wind and, at the end, bright sun', [
    [20210207, -41, -52, 14, -15, 1, 137, 80],
    [20210208, -56, -66, 21, -48, 5, 323, 49],
    [20210209, -44, -76, 5, -10, 14, 658, 27],
    [20210210, -37, -61, 5, -6, 14, 731, 28],
    [20210211, -48, -100, 24, -1, 15, 891, 18],
    [20210212, -58, -109, 2, -29, 16, 876, 47],
    [20210213, -52, -106, 8, -6, 15, 966, 38],
    [20210214, -6, -52, 3, 30, 15, 783, 54],
  ]),
  week('dark-december', ['dark-2004-12', 'dec-2004'], 'the darkest December week of 2001-2020: 0.18 kWh/m² a day', [
    [20041210, -2, -50, 3, 22, 24, 47, 21],
    [20041211, 36, 22, 1, 52, 13, 80, 13],
    [20041212, 27, 11, 24, 36, 13, 63, 33],
    [20041213, -12, -19, 17, 12, 1, 49, 27],
    [20041214, 4, -20, 3, 38, 19, 44, 32],
    [20041215, 40, 8, 1, 60, 15, 118, 39],
    [20041216, 55, 24, 7, 73, 19, 57, 50],
  ]),
  week('sunny-may', ['sunny-2020-05', 'may-2020'], 'the sunniest May week of 2001-2020: 7.9 kWh/m² a day', [
    [20200525, 155, 82, 24, 208, 15, 2581, 27],
    [20200526, 163, 64, 4, 237, 14, 2751, 19],
    [20200527, 158, 104, 24, 205, 14, 2800, 35],
    [20200528, 141, 68, 5, 197, 14, 2994, 40],
    [20200529, 153, 64, 4, 225, 15, 3005, 30],
    [20200530, 178, 95, 4, 237, 13, 2804, 36],
    [20200531, 172, 111, 4, 222, 16, 2898, 46],
  ]),
  week('sunny-june', ['sunny-2010-06', 'june-2010'], 'the sunniest June week of 2001-2020: 7.8 kWh/m² a day', [
    [20100621, 134, 67, 24, 182, 15, 2747, 29],
    [20100622, 141, 43, 4, 209, 16, 2787, 18],
    [20100623, 181, 75, 4, 259, 14, 2873, 17],
    [20100624, 196, 104, 4, 270, 14, 2675, 20],
    [20100625, 189, 122, 4, 246, 14, 2848, 24],
    [20100626, 192, 106, 4, 255, 15, 2892, 19],
    [20100627, 213, 123, 4, 284, 15, 2868, 21],
  ]),
  week('july-2019', ['heat-2019-07'], 'heat: 37.5 °C on 25 July', [
    [20190722, 206, 139, 1, 264, 15, 2563, 30],
    [20190723, 241, 131, 4, 319, 17, 2724, 20],
    [20190724, 264, 166, 4, 364, 16, 2558, 25],
    [20190725, 288, 166, 4, 375, 14, 2492, 20],
    [20190726, 288, 223, 24, 372, 14, 2456, 41],
    [20190727, 228, 185, 24, 288, 13, 2133, 24],
  ]),
];

export function findStressWeek(name: string): StressWeek | undefined {
  return STRESS_WEEKS.find((stress) => stress.name === name || stress.aliases.includes(name));
}

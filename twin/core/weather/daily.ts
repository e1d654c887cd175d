/** The figures of one day (00-24 UT) from which its minutes are rebuilt. */
import { daysFromCivil } from '../base/civil.js';

export interface DailyFigures {
  /** Days since 1970-01-01, in UT. */
  readonly day: number;
  readonly meanC: number;
  readonly minimumC: number;
  /** Time of day of the minimum and the maximum, s from 00 UT. */
  readonly minimumAtS: number;
  readonly maximumC: number;
  readonly maximumAtS: number;
  /** Global radiation on the horizontal, Wh/m². */
  readonly globalWhPerM2: number;
  readonly windMPerS: number;
}

/** Wh/m² in 1 J/cm². */
export const WH_PER_M2_IN_J_PER_CM2 = 10_000 / 3600;

/**
 * From the columns of KNMI's daily file. Hour slot n is the hour from n-1 to n UT, so its extreme is put in its middle;
 * should both fall into one slot, the minimum comes a quarter of an hour before the middle and the maximum after it.
 * Negative codes stand for "below the resolution" and count as zero.
 */
export function dailyFromKnmi(
  date: number,
  tg: number,
  tn: number,
  tnh: number,
  tx: number,
  txh: number,
  q: number,
  fg: number,
): DailyFigures {
  const apart = tnh === txh ? 900 : 0;
  return {
    day: daysFromCivil(Math.floor(date / 10_000), Math.floor(date / 100) % 100, date % 100),
    meanC: tg / 10,
    minimumC: tn / 10,
    minimumAtS: tnh * 3600 - 1800 - apart,
    maximumC: tx / 10,
    maximumAtS: txh * 3600 - 1800 + apart,
    globalWhPerM2: Math.max(0, q) * WH_PER_M2_IN_J_PER_CM2,
    windMPerS: Math.max(0, fg) / 10,
  };
}

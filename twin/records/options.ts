/** How fine the record is. Quarter-hours, 10-minute extremes, events and totals are exact whatever these say. */
export interface RecordOptions {
  /** Period of one row of `wijk_samples`, s; at most a tick means every tick. */
  readonly wijkSamplePeriodS: number;
  /** Period of one row per slot of `slot_samples`, s; `NO_SAMPLES` keeps none. */
  readonly slotSamplePeriodS: number;
  /** Whether 10-minute means are kept of every node and branch, or only their extremes. */
  readonly everyMean: boolean;
}

export const NO_SAMPLES = Number.POSITIVE_INFINITY;

const HOUR_S = 3600;
const WEEK_S = 7 * 24 * HOUR_S;

/** What suits a session of a length (0: open end) unless the user says otherwise. */
export function defaultRecordOptions(durationS: number): RecordOptions {
  return {
    wijkSamplePeriodS: durationS > WEEK_S ? 60 : 0,
    slotSamplePeriodS: durationS > 0 && durationS <= HOUR_S ? 10 : 60,
    everyMean: true,
  };
}

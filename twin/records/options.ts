/** How fine the record is. Quarter-hours, 10-minute means, events and totals are exact whatever these say. */
export interface RecordOptions {
  /** Period of one row of `wijk_samples`, s; at most a tick means every tick. */
  readonly wijkSamplePeriodS: number;
  /** Period of one row per slot of `slot_samples`, s. */
  readonly slotSamplePeriodS: number;
}

const HOUR_S = 3600;

/** What suits a session of a length (0: open end) unless the command line says otherwise. */
export function defaultRecordOptions(durationS: number): RecordOptions {
  return {
    wijkSamplePeriodS: durationS > 7 * 24 * HOUR_S ? 60 : 0,
    slotSamplePeriodS: durationS > 0 && durationS <= HOUR_S ? 10 : 60,
  };
}

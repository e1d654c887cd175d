/** What a session asks of its record; what it leaves open the recorder decides. */
export interface RecordChoice {
  /** Periods of samples, s; infinite for slots: none. */
  readonly wijkSamplePeriodS?: number;
  readonly slotSamplePeriodS?: number;
  /** Whether 10-minute means are kept of every node and branch. */
  readonly everyMean?: boolean;
}

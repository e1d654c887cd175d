/** What the record can be asked, and what it answers: plain data that crosses from the recorder's thread. */

export interface QuarterHour {
  /** Start, UTC microseconds. */
  readonly startUs: number;
  readonly meanActivePowerW: number;
  readonly limitW: number;
  /** False if the session did not cover the whole quarter (or has not yet). */
  readonly complete: boolean;
  readonly substitutedRatio: number;
  readonly limitFrom: 'contract' | 'call-off';
  /** 1-based in the local day. */
  readonly numberInDay: number;
}

export interface TenMinuteMean {
  readonly startUs: number;
  readonly complete: boolean;
  /** Extremes over the nodes of connections; NaN if no node is energised or the grid had no solution. */
  readonly voltageMinV: number;
  readonly voltageMaxV: number;
  readonly voltageMinNode: number;
  readonly voltageMaxNode: number;
  readonly loadingMaxRatio: number;
  readonly loadingMaxBranch: number;
  /** Per node-phase and per branch; empty unless asked for. */
  readonly voltageV: readonly number[];
  readonly branchLoadingRatio: readonly number[];
}

export interface RecordedEvent {
  readonly tick: number;
  readonly timeUs: number;
  readonly kind: string;
  readonly subject: string;
  readonly text: string;
  readonly actor: string;
}

export interface SeriesQuestion {
  readonly columns: readonly string[];
  readonly pointsMax: number;
  /** Both 0: the whole session so far. */
  readonly fromUs: number;
  readonly untilUs: number;
}

export interface SeriesAnswer {
  /** Start of each bucket; all buckets have the same length. */
  readonly timeUs: readonly number[];
  readonly series: readonly {
    readonly column: string;
    readonly unit: string;
    readonly mean: readonly number[];
    readonly min: readonly number[];
    readonly max: readonly number[];
  }[];
}

export interface SlotSummary {
  readonly slot: number;
  readonly energyWh: number;
  readonly powerMaxW: number;
  readonly powerMinW: number;
  readonly comfortDeficitKh: number;
  readonly energyDeficitWh: number;
  readonly coldShowers: number;
  readonly energyThroughputWh: number;
  readonly ticksOnModel: number;
  readonly ticksOnDevice: number;
  readonly ticksOnFallback: number;
}

export interface LedgerEntry {
  readonly startUs: number;
  readonly allowedW: number;
  readonly measuredW: number;
  readonly excessW: number;
  readonly excessWh: number;
  readonly limitFrom: string;
}

/** Question by name: [argument, answer]. */
export interface Questions {
  frameHash: [undefined, string];
  quarterHours: [undefined, QuarterHour[]];
  tenMinuteMeans: [{ readonly withValues: boolean }, TenMinuteMean[]];
  events: [undefined, RecordedEvent[]];
  series: [SeriesQuestion, SeriesAnswer];
  slotSummaries: [undefined, SlotSummary[]];
  ledger: [undefined, LedgerEntry[]];
  export: [{ readonly directory: string }, string[]];
}

export type QuestionName = keyof Questions;

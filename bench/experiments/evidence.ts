/**
 * What a run left behind, as the criteria and the report read it: plain values in SI units, + is consumption, instants
 * in UTC microseconds. Criteria are functions of this and of nothing else.
 */

export interface Interval {
  readonly startUs: number;
  /** False if the run did not cover all of it: then it is never judged. */
  readonly complete: boolean;
}

export interface Quarter extends Interval {
  readonly meanPowerW: number;
  /** NaN or 0 if no limit held. */
  readonly limitW: number;
  /** Share of the group's power, by absolute values, that came from fallbacks. */
  readonly substitutedRatio: number;
  /** `contract` or `call-off`. */
  readonly limitFrom: string;
}

export interface TenMinutes extends Interval {
  /** 10-minute means, line to neutral, at node index * 3 + phase; NaN where the grid had no solution. */
  readonly voltageV: readonly number[];
  /** By branch index; NaN where the branch has no rating. */
  readonly loadingRatio: readonly number[];
}

/** Where homes and other customers are connected: the points at which the Netcode judges voltage. */
export interface GridPoint {
  readonly nodeIndex: number;
  readonly label: string;
}

export interface Branch {
  readonly index: number;
  readonly kind: string;
  readonly label: string;
  readonly rated: boolean;
}

export interface Slot {
  readonly index: number;
  readonly id: string;
  /** `household`, `battery`, `heat-plant`, ... */
  readonly kind: string;
  readonly controllable: boolean;
  readonly energyWh: number;
  readonly powerMaxW: number;
  readonly powerMinW: number;
  readonly comfortDeficitKh: number;
  /** What the slot's people wanted and did not get, or what a roof was held back, Wh. */
  readonly energyDeficitWh: number;
  readonly coldShowers: number;
  readonly energyThroughputWh: number;
  readonly ticksOnModel: number;
  readonly ticksOnDevice: number;
  readonly ticksOnFallback: number;
}

export interface RecordedEvent {
  readonly timeUs: number;
  readonly kind: string;
  readonly subject: string;
  readonly text: string;
  readonly actor: string;
}

/** Durations over the run, µs: three figures, and the buckets that hold anything by their upper edge. */
export interface Spread {
  readonly unit: 'us';
  readonly count: number;
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
  readonly upperBounds: readonly number[];
  readonly counts: readonly number[];
}

/** How a link or a device kept its time over the run. */
export interface BenchTiming {
  readonly roundTrip: Spread;
  /** Of readings when they were sent to the twin. */
  readonly age: Spread;
  /** Of setpoints from the twin to the bench. */
  readonly oneWayDelay: Spread;
  readonly jitter: Spread;
  /** Of setpoints from the bench to the device's confirmation. */
  readonly command: Spread;
  /** NaN without any request or reading. */
  readonly lossRatio: number;
  readonly crcErrors: number;
}

/** One kind of contradiction between what a device says and what it does or is. */
export interface Discrepancy {
  readonly kind: string;
  /** Of the newest one. */
  readonly text: string;
  /** How often it began during the run; one that held already at its start is counted. */
  readonly count: number;
}

/** One device over the run; counters count from the start of the run. */
export interface Device {
  readonly id: string;
  readonly profile: string;
  readonly identity: string;
  readonly slotId: string;
  readonly lease: string;
  /** `bound`, `lost`, ... at the end of the run. */
  readonly stateAtEnd: string;
  readonly readings: number;
  readonly readingsLost: number;
  readonly setpointsIgnored: number;
  readonly setpointsLimited: number;
  readonly jitterP99Us: number;
  readonly roundTripP50Us: number;
  readonly roundTripP99Us: number;
  readonly lastError: string;
  /** What it said or did over the run that cannot be true or is not what it was told; absent from a bench that does not tell. */
  readonly discrepancies?: readonly Discrepancy[];
  /** Absent from a bench that does not tell. */
  readonly timing?: BenchTiming;
}

export interface Link {
  readonly id: string;
  readonly address: string;
  readonly requests: number;
  readonly timeouts: number;
  readonly crcErrors: number;
  readonly exceptions: number;
  readonly roundTripP50Us: number;
  readonly roundTripP99Us: number;
  readonly timing?: BenchTiming;
}

/** The bench's part in a run; no devices and links if it was model only. */
export interface Bench {
  readonly modelOnly: boolean;
  readonly name: string;
  readonly devices: readonly Device[];
  readonly links: readonly Link[];
}

export interface Timing {
  readonly ticks: number;
  readonly lateTicks: number;
  readonly latenessP50Us: number;
  readonly latenessP99Us: number;
  readonly latenessMaxUs: number;
  readonly overrun: boolean;
  readonly decisionsMissed: number;
  readonly tickCostMeanUs: number;
}

/** One line of a plot; `min` and `max` are absent where they equal the mean. NaN is a gap. */
export interface Series {
  readonly id: string;
  readonly unit: string;
  readonly mean: readonly number[];
  readonly min?: readonly number[];
  readonly max?: readonly number[];
}

export interface Evidence {
  readonly wijkTitle: string;
  readonly startUs: number;
  /** What was asked for; the run may have ended earlier. */
  readonly durationS: number;
  /** What was simulated. */
  readonly simulatedS: number;
  readonly tickS: number;
  readonly speed: number;
  /** True if a strategy outside the twin decided. */
  readonly externalStrategy: boolean;
  readonly modelOnly: boolean;
  readonly benchName: string;
  readonly quarters: readonly Quarter[];
  readonly tenMinutes: readonly TenMinutes[];
  readonly points: readonly GridPoint[];
  readonly branches: readonly Branch[];
  readonly slots: readonly Slot[];
  readonly events: readonly RecordedEvent[];
  readonly devices: readonly Device[];
  readonly links: readonly Link[];
  readonly timing: Timing;
  /** Starts of the points of every series. */
  readonly seriesTimeUs: readonly number[];
  readonly series: readonly Series[];
}

export const QUARTER_S = 900;
export const TEN_MINUTES_S = 600;

/** The evidence of a run that never got going: nothing to judge. */
export function emptyEvidence(run: {
  readonly startUs: number;
  readonly durationS: number;
  readonly tickS: number;
  readonly speed: number;
  readonly bench: Bench;
}): Evidence {
  return {
    wijkTitle: '',
    startUs: run.startUs,
    durationS: run.durationS,
    simulatedS: 0,
    tickS: run.tickS,
    speed: run.speed,
    externalStrategy: false,
    modelOnly: run.bench.modelOnly,
    benchName: run.bench.name,
    quarters: [],
    tenMinutes: [],
    points: [],
    branches: [],
    slots: [],
    events: [],
    devices: run.bench.devices,
    links: run.bench.links,
    timing: {
      ticks: 0,
      lateTicks: 0,
      latenessP50Us: 0,
      latenessP99Us: 0,
      latenessMaxUs: 0,
      overrun: false,
      decisionsMissed: 0,
      tickCostMeanUs: 0,
    },
    seriesTimeUs: [],
    series: [],
  };
}

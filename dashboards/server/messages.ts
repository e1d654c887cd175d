/**
 * What travels between the cockpit's server and its page: the messages of the live stream and the bodies of commands.
 *
 * Types and lists only, so that the page can share them. Signs and units are those of proto/wijk/v1: + is consumption,
 * SI units, instants in UTC microseconds. A value that is not known is `null`.
 */

/** Columns of index space `wijk` that the page shows: one number per frame. */
export const SCALAR_COLUMNS = [
  'groupActivePowerW',
  'groupLimitW',
  'quarterMeanActivePowerW',
  'quarterElapsedS',
  'inflexibleActivePowerW',
  'gridLossesW',
  'outdoorTemperatureC',
  'globalIrradianceWPerM2',
  'substitutedShareRatio',
  'transformerLoadingRatio',
  'emergencyStop',
  'decisionsMissed',
  'gridStatus',
  'lastQuarterIndex',
  'lastQuarterMeanActivePowerW',
  'lastQuarterLimitW',
  'lastQuarterComplete',
  'lastQuarterSubstitutedRatio',
] as const;

/** Columns with one number per slot, node-phase or branch. */
export const ARRAY_COLUMNS = [
  'slotActivePowerW',
  'slotModelledPowerW',
  'slotMeasuredPowerW',
  'slotSetpointW',
  'slotSetpointFrom',
  'slotSource',
  'slotAgeS',
  'slotStateOfChargeRatio',
  'slotTemperatureC',
  'slotComfortDeficitKh',
  'slotEnergyDeficitWh',
  'slotColdShowers',
  'voltageV',
  'branchLoadingRatio',
] as const;

export type ScalarColumn = (typeof SCALAR_COLUMNS)[number];
export type ArrayColumn = (typeof ARRAY_COLUMNS)[number];
export type MaybeNumber = number | null;

/** One frame, at most four a second; the instant is the end of the tick. */
export interface FrameMessage {
  readonly tick: number;
  readonly timeUs: number;
  readonly scalar: { readonly [name in ScalarColumn]: MaybeNumber };
  readonly array: { readonly [name in ArrayColumn]: readonly MaybeNumber[] };
}

/** Whether a wijktwin server answers the cockpit's server. */
export interface LinkMessage {
  readonly server: 'twin' | 'bench';
  readonly address: string;
  readonly up: boolean;
  /** How long it has been so, at the moment of sending. */
  readonly forS: number;
  /** Why it is not up; empty otherwise. */
  readonly detail: string;
}

export type AssetKindName =
  | 'household'
  | 'pv'
  | 'battery'
  | 'heat-pump'
  | 'heat-plant'
  | 'business'
  | 'ev-charger'
  | 'unknown';

export interface SlotDescription {
  readonly id: string;
  readonly kind: AssetKindName;
  readonly connection: number;
  /** Share of the slot's power on phases a, b, c. */
  readonly shares: readonly [number, number, number];
  readonly controllable: boolean;
  readonly powerMaxW: number;
  readonly powerMinW: number;
}

export interface ConnectionDescription {
  readonly id: string;
  readonly node: number;
  readonly use: string;
  readonly inGroup: boolean;
}

export interface NodeDescription {
  readonly pgmId: number;
  readonly ratedLineVoltageV: number;
  /** Empty above the feeders. */
  readonly feeder: string;
  readonly distanceM: number;
}

export interface BranchDescription {
  readonly pgmId: number;
  readonly kind: string;
  readonly from: number;
  readonly to: number;
  readonly ratedCurrentA: number;
  readonly ratedPowerVa: number;
}

/** The session as loaded. `null` in the stream when the twin holds none. */
export interface DescribeMessage {
  readonly sessionId: string;
  readonly wijk: string;
  readonly title: string;
  readonly strategy: string;
  readonly startUs: number;
  /** 0 means until stopped. */
  readonly durationS: number;
  readonly tickS: number;
  readonly modelHash: string;
  readonly labels: Readonly<Record<string, string>>;
  /** Unit and meaning of each column, from the twin's table of columns. */
  readonly columns: Readonly<Record<string, { readonly unit: string; readonly meaning: string }>>;
  readonly slots: readonly SlotDescription[];
  readonly connections: readonly ConnectionDescription[];
  readonly nodes: readonly NodeDescription[];
  readonly branches: readonly BranchDescription[];
}

export type SessionStateName =
  | 'unknown'
  | 'empty'
  | 'loaded'
  | 'running'
  | 'paused'
  | 'finished'
  | 'stopped'
  | 'failed';

export interface StatusMessage {
  readonly state: SessionStateName;
  readonly tick: number;
  readonly ticksTotal: number;
  readonly simulatedUs: number;
  /** Multiples of wall clock; 0 is as fast as possible. */
  readonly speed: number;
  readonly lateTicks: number;
  readonly latenessP50Us: number;
  readonly latenessP99Us: number;
  readonly latenessMaxUs: number;
  readonly tickCostMeanUs: number;
  readonly overrun: boolean;
  readonly decisionsMissed: number;
  readonly failure: string;
  /** Frames that the twin did not send to this cockpit because it was too slow. */
  readonly framesDropped: number;
}

/** Wijk power over time, thinned to a bounded number of points; the three lists have one length. */
export interface HistoryMessage {
  readonly timeUs: readonly number[];
  readonly powerW: readonly number[];
  readonly limitW: readonly MaybeNumber[];
}

export interface QuarterMessage {
  readonly startUs: number;
  readonly meanW: number;
  readonly limitW: number;
  readonly complete: boolean;
  readonly substitutedRatio: number;
}

export interface EventMessage {
  readonly tick: number;
  readonly timeUs: number;
  readonly kind: string;
  readonly subject: string;
  readonly text: string;
  readonly actor: string;
}

export interface EventsMessage {
  /** True if `events` replaces what was sent before, otherwise they are new ones to append. */
  readonly all: boolean;
  readonly events: readonly EventMessage[];
  /** How many the session has had in all; more than are sent when the list is long. */
  readonly total: number;
  /** Why there are none to show; empty if the record answers. */
  readonly unavailable: string;
}

/** Durations in buckets: those that hold anything, by their upper edge. Figures are 0 without values. */
export interface SpreadMessage {
  readonly count: number;
  readonly p50Us: number;
  readonly p99Us: number;
  readonly maxUs: number;
  readonly upperUs: readonly number[];
  readonly counts: readonly number[];
}

export interface LinkTimingMessage {
  readonly roundTrip: SpreadMessage;
  /** Of readings when they go to the twin. */
  readonly age: SpreadMessage;
  readonly jitter: SpreadMessage;
  readonly lossRatio: MaybeNumber;
  readonly crcErrors: number;
}

export interface LinkHealthMessage {
  readonly id: string;
  readonly address: string;
  readonly open: boolean;
  readonly requests: number;
  readonly timeouts: number;
  readonly crcErrors: number;
  readonly exceptions: number;
  readonly lateReplies: number;
  readonly roundTripP50Us: number;
  readonly roundTripP99Us: number;
  readonly roundTripMaxUs: number;
  readonly reopened: number;
  readonly lastError: string;
  readonly timing: LinkTimingMessage | null;
}

/** What a device says or did that cannot be true, or is not what it was told. */
export interface DiscrepancyMessage {
  readonly kind: string;
  readonly text: string;
  readonly count: number;
  readonly active: boolean;
}

export type DeviceStateName = 'unknown' | 'identifying' | 'ready' | 'bound' | 'lost' | 'refused' | 'safe';

export interface DeviceHealthMessage {
  readonly id: string;
  readonly profile: string;
  readonly link: string;
  readonly slot: string;
  readonly lease: 'actuator' | 'meter' | '';
  readonly state: DeviceStateName;
  readonly identity: string;
  readonly readings: number;
  readonly readingsLost: number;
  readonly ageS: MaybeNumber;
  readonly pollPeriodS: number;
  readonly jitterP99Us: number;
  readonly roundTripP50Us: number;
  readonly roundTripP99Us: number;
  readonly activePowerW: MaybeNumber;
  readonly setpointW: MaybeNumber;
  readonly setpointConfirmedW: MaybeNumber;
  readonly setpointAgeS: MaybeNumber;
  readonly setpointsIgnored: number;
  readonly setpointsLimited: number;
  readonly lastError: string;
  readonly discrepancies: readonly DiscrepancyMessage[];
}

/** A slot of the twin that a real controller finds as a device. */
export interface EmulationMessage {
  readonly id: string;
  readonly shownAs: string;
  readonly slot: string;
  /** Empty while its line is not open. */
  readonly address: string;
  readonly protocol: string;
  readonly unit: number;
  readonly clients: number;
  readonly requests: number;
  readonly telegrams: number;
  readonly writes: number;
  readonly writesRefused: number;
  readonly fresh: boolean;
  readonly ageS: MaybeNumber;
  /** What the controller asks; equal for a setpoint. */
  readonly askedMinimumW: MaybeNumber;
  readonly askedMaximumW: MaybeNumber;
  /** The twin has acknowledged it. */
  readonly askedGiven: boolean;
  /** Infinite timers and nothing asked are both `null`. */
  readonly revertsInS: MaybeNumber;
  readonly lastRead: string;
  readonly lastReadAgeS: MaybeNumber;
  readonly lastWrite: string;
  readonly lastWriteAgeS: MaybeNumber;
  readonly lastError: string;
}

/** A contact of the lab that must be seen closed. */
export interface InterlockMessage {
  readonly id: string;
  readonly contact: string;
  readonly closed: boolean;
  /** How long it has been so; null before it was seen for the first time. */
  readonly sinceS: MaybeNumber;
  readonly cause: string;
  readonly trips: number;
}

/** A grid emulator and what it plays, V per phase. */
export interface SourceMessage {
  readonly id: string;
  readonly slot: string;
  readonly playing: string;
  readonly cause: string;
  readonly wantedV: readonly MaybeNumber[];
  readonly playedV: readonly MaybeNumber[];
  readonly frequencyHz: MaybeNumber;
  readonly frequencySource: string;
  readonly clamped: number;
  readonly lastError: string;
}

export interface HealthMessage {
  readonly bench: string;
  readonly twinConnected: boolean;
  readonly emergencyStop: boolean;
  readonly emergencyStopBy: string;
  readonly loopDelayP99Us: number;
  readonly loopDelayMaxUs: number;
  readonly links: readonly LinkHealthMessage[];
  readonly devices: readonly DeviceHealthMessage[];
  readonly emulations: readonly EmulationMessage[];
  readonly interlocks: readonly InterlockMessage[];
  readonly sources: readonly SourceMessage[];
}

export interface ExperimentMessage {
  readonly runId: string;
  readonly phase: 'unknown' | 'preparing' | 'waiting for devices' | 'running' | 'judging' | 'done';
  readonly progressRatio: number;
  readonly text: string;
  readonly outcome: '' | 'pass' | 'inconclusive' | 'fail' | 'aborted' | 'error';
}

/** Every event of the live stream by name. */
export interface StreamMessages {
  link: LinkMessage;
  describe: DescribeMessage | null;
  history: HistoryMessage;
  quarters: readonly QuarterMessage[];
  events: EventsMessage;
  status: StatusMessage;
  health: HealthMessage;
  experiment: ExperimentMessage | null;
  frame: FrameMessage;
  /** Frames that this page was not sent since it connected, because it was too slow to take them. */
  dropped: { readonly frames: number };
}

export type StreamEventName = keyof StreamMessages;

/** Names of the stream's events, in the order in which a page that connects gets the present state. */
export const STREAM_EVENTS = [
  'link',
  'describe',
  'history',
  'quarters',
  'events',
  'status',
  'health',
  'experiment',
  'frame',
  'dropped',
] as const satisfies readonly StreamEventName[];

/** What one server answered to an emergency stop or its release. */
export interface StopAnswer {
  readonly ok: boolean;
  readonly text: string;
}

/** Answer to an emergency stop or its release: the bench and the twin are asked independently of each other. */
export interface EmergencyStopAnswer {
  readonly bench: StopAnswer;
  readonly twin: StopAnswer;
}

/** Body of every answer that is not a success. */
export interface RefusalMessage {
  readonly code: string;
  readonly message: string;
}

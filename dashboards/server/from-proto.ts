/** Messages of wijk.v1 → messages of the live stream, in one place. Numbers are rounded to what a page can show. */
import { wijk } from '#proto/wijk.js';
import {
  ARRAY_COLUMNS,
  type ArrayColumn,
  type AssetKindName,
  type DescribeMessage,
  type DeviceHealthMessage,
  type DeviceStateName,
  type EmulationMessage,
  type EventMessage,
  type ExperimentMessage,
  type FrameMessage,
  type HealthMessage,
  type LinkTimingMessage,
  type MaybeNumber,
  type QuarterMessage,
  SCALAR_COLUMNS,
  type ScalarColumn,
  type SessionStateName,
  type SpreadMessage,
  type StatusMessage,
} from './messages.js';

/** The name under which the cockpit watches; its drops stand in the twin's status under it. */
export const WATCHER_NAME = 'cockpit';

const { AssetKind, SessionState, DeviceState, LeaseKind, Phase, Outcome } = wijk.v1;

const KIND_NAMES: Readonly<Record<number, AssetKindName>> = {
  [AssetKind.ASSET_KIND_HOUSEHOLD]: 'household',
  [AssetKind.ASSET_KIND_PV]: 'pv',
  [AssetKind.ASSET_KIND_BATTERY]: 'battery',
  [AssetKind.ASSET_KIND_HEAT_PUMP]: 'heat-pump',
  [AssetKind.ASSET_KIND_HEAT_PLANT]: 'heat-plant',
  [AssetKind.ASSET_KIND_BUSINESS]: 'business',
  [AssetKind.ASSET_KIND_EV_CHARGER]: 'ev-charger',
};

const SESSION_STATE_NAMES: Readonly<Record<number, SessionStateName>> = {
  [SessionState.SESSION_STATE_EMPTY]: 'empty',
  [SessionState.SESSION_STATE_LOADED]: 'loaded',
  [SessionState.SESSION_STATE_RUNNING]: 'running',
  [SessionState.SESSION_STATE_PAUSED]: 'paused',
  [SessionState.SESSION_STATE_FINISHED]: 'finished',
  [SessionState.SESSION_STATE_STOPPED]: 'stopped',
  [SessionState.SESSION_STATE_FAILED]: 'failed',
};

const DEVICE_STATE_NAMES: Readonly<Record<number, DeviceStateName>> = {
  [DeviceState.DEVICE_STATE_IDENTIFYING]: 'identifying',
  [DeviceState.DEVICE_STATE_READY]: 'ready',
  [DeviceState.DEVICE_STATE_BOUND]: 'bound',
  [DeviceState.DEVICE_STATE_LOST]: 'lost',
  [DeviceState.DEVICE_STATE_REFUSED]: 'refused',
  [DeviceState.DEVICE_STATE_SAFE]: 'safe',
};

const LEASE_NAMES: Readonly<Record<number, DeviceHealthMessage['lease']>> = {
  [LeaseKind.LEASE_KIND_ACTUATOR]: 'actuator',
  [LeaseKind.LEASE_KIND_METER]: 'meter',
};

const PHASE_NAMES: Readonly<Record<number, ExperimentMessage['phase']>> = {
  [Phase.PHASE_PREPARING]: 'preparing',
  [Phase.PHASE_WAITING_FOR_DEVICES]: 'waiting for devices',
  [Phase.PHASE_RUNNING]: 'running',
  [Phase.PHASE_JUDGING]: 'judging',
  [Phase.PHASE_DONE]: 'done',
};

const OUTCOME_NAMES: Readonly<Record<number, ExperimentMessage['outcome']>> = {
  [Outcome.OUTCOME_PASS]: 'pass',
  [Outcome.OUTCOME_INCONCLUSIVE]: 'inconclusive',
  [Outcome.OUTCOME_FAIL]: 'fail',
  [Outcome.OUTCOME_ABORTED]: 'aborted',
  [Outcome.OUTCOME_ERROR]: 'error',
};

/** Decimals kept on the wire; finer than any panel prints. Powers and counts in whole units need none. */
const DECIMALS: Readonly<Partial<Record<ArrayColumn | ScalarColumn, number>>> = {
  voltageV: 2,
  slotAgeS: 2,
  slotTemperatureC: 2,
  outdoorTemperatureC: 2,
  slotComfortDeficitKh: 3,
  slotColdShowers: 1,
  slotStateOfChargeRatio: 4,
  branchLoadingRatio: 4,
  transformerLoadingRatio: 4,
  substitutedShareRatio: 4,
  lastQuarterSubstitutedRatio: 4,
};

function rounded(value: number, decimals: number): MaybeNumber {
  if (!Number.isFinite(value)) return null;
  const scale = 10 ** decimals;
  return Math.round(value * scale) / scale;
}

const known = (value: number | null | undefined): MaybeNumber =>
  value === null || value === undefined || !Number.isFinite(value) ? null : value;

export function frameMessage(frame: wijk.v1.Frame): FrameMessage {
  const scalar = {} as Record<ScalarColumn, MaybeNumber>;
  for (const name of SCALAR_COLUMNS) scalar[name] = rounded(frame[name], DECIMALS[name] ?? 0);
  const array = {} as Record<ArrayColumn, readonly MaybeNumber[]>;
  for (const name of ARRAY_COLUMNS) {
    const decimals = DECIMALS[name] ?? 0;
    array[name] = Array.from(frame[name], (value) => rounded(value, decimals));
  }
  return { tick: frame.tick, timeUs: frame.timeUs, scalar, array };
}

export function describeMessage(description: wijk.v1.DescribeResponse): DescribeMessage {
  const columns: Record<string, { unit: string; meaning: string }> = {};
  for (const column of description.columns) {
    columns[column.name ?? ''] = { unit: column.unit ?? '', meaning: column.meaning ?? '' };
  }
  return {
    sessionId: description.sessionId,
    wijk: description.wijkName,
    title: description.title,
    strategy: description.strategy?.name ?? '',
    startUs: description.startUs,
    durationS: description.durationS,
    tickS: description.tickS,
    modelHash: description.modelHash,
    labels: { ...description.labels },
    columns,
    slots: description.slots.map((slot) => ({
      id: slot.id ?? '',
      kind: KIND_NAMES[slot.kind ?? 0] ?? 'unknown',
      connection: slot.connectionIndex ?? 0,
      shares: [slot.shareARatio ?? 0, slot.shareBRatio ?? 0, slot.shareCRatio ?? 0],
      controllable: slot.controllable ?? false,
      powerMaxW: slot.powerMaxW ?? 0,
      powerMinW: slot.powerMinW ?? 0,
    })),
    connections: description.connections.map((connection) => ({
      id: connection.id ?? '',
      node: connection.nodeIndex ?? 0,
      use: connection.use ?? '',
      inGroup: connection.inGroup ?? false,
    })),
    nodes: description.nodes.map((node) => ({
      pgmId: node.pgmId ?? 0,
      ratedLineVoltageV: node.ratedLineVoltageV ?? 0,
      feeder: node.feeder ?? '',
      distanceM: node.distanceM ?? 0,
    })),
    branches: description.branches.map((branch) => ({
      pgmId: branch.pgmId ?? 0,
      kind: branch.kind ?? '',
      from: branch.fromNodeIndex ?? 0,
      to: branch.toNodeIndex ?? 0,
      ratedCurrentA: branch.ratedCurrentA ?? 0,
      ratedPowerVa: branch.ratedPowerVa ?? 0,
    })),
  };
}

export function statusMessage(status: wijk.v1.GetStatusResponse): StatusMessage {
  const watcher = status.watchers.find((one) => one.name === WATCHER_NAME);
  return {
    state: SESSION_STATE_NAMES[status.state] ?? 'unknown',
    tick: status.tick,
    ticksTotal: status.ticksTotal,
    simulatedUs: status.simulatedUs,
    speed: status.speed,
    lateTicks: status.lateTicks,
    latenessP50Us: status.latenessP50Us,
    latenessP99Us: status.latenessP99Us,
    latenessMaxUs: status.latenessMaxUs,
    tickCostMeanUs: status.tickCostMeanUs,
    overrun: status.overrun,
    decisionsMissed: status.decisionsMissed,
    failure: status.failure,
    framesDropped: watcher?.framesDropped ?? 0,
  };
}

export function quarterMessage(quarter: wijk.v1.QuarterHour.$Properties): QuarterMessage {
  return {
    startUs: quarter.startUs ?? 0,
    meanW: quarter.meanActivePowerW ?? 0,
    limitW: quarter.limitW ?? 0,
    complete: quarter.complete ?? false,
    substitutedRatio: quarter.substitutedRatio ?? 0,
  };
}

export function eventMessage(event: wijk.v1.RecordedEvent.$Properties): EventMessage {
  return {
    tick: event.tick ?? 0,
    timeUs: event.timeUs ?? 0,
    kind: event.kind ?? '',
    subject: event.subject ?? '',
    text: event.text ?? '',
    actor: event.actor ?? '',
  };
}

export function healthMessage(health: wijk.v1.BenchHealth.$Properties): HealthMessage {
  return {
    bench: health.benchName ?? '',
    twinConnected: health.twinConnected ?? false,
    emergencyStop: health.emergencyStop ?? false,
    emergencyStopBy: health.emergencyStopBy ?? '',
    loopDelayP99Us: health.loopDelayP99Us ?? 0,
    loopDelayMaxUs: health.loopDelayMaxUs ?? 0,
    links: (health.links ?? []).map((link) => ({
      id: link.id ?? '',
      address: link.address ?? '',
      open: link.open ?? false,
      requests: link.requests ?? 0,
      timeouts: link.timeouts ?? 0,
      crcErrors: link.crcErrors ?? 0,
      exceptions: link.exceptions ?? 0,
      lateReplies: link.lateRepliesDropped ?? 0,
      roundTripP50Us: link.roundTripP50Us ?? 0,
      roundTripP99Us: link.roundTripP99Us ?? 0,
      roundTripMaxUs: link.roundTripMaxUs ?? 0,
      reopened: link.reopened ?? 0,
      lastError: link.lastError ?? '',
      timing: timingMessage(link.timing),
    })),
    devices: (health.devices ?? []).map(deviceHealthMessage),
    emulations: (health.emulations ?? []).map(emulationMessage),
    interlocks: (health.interlocks ?? []).map(({ id, contact, closed, sinceS, cause, trips }) => ({
      id: id ?? '',
      contact: contact ?? '',
      closed: closed ?? false,
      sinceS: known(sinceS),
      cause: cause ?? '',
      trips: trips ?? 0,
    })),
    sources: (health.sources ?? []).map((source) => ({
      id: source.deviceId ?? '',
      slot: source.slotId ?? '',
      playing: source.playing ?? '',
      cause: source.cause ?? '',
      wantedV: [source.wantedAV, source.wantedBV, source.wantedCV].map(known),
      playedV: [source.playedAV, source.playedBV, source.playedCV].map(known),
      frequencyHz: known(source.frequencyHz),
      frequencySource: source.frequencySource ?? '',
      clamped: source.clamped ?? 0,
      lastError: source.lastError ?? '',
    })),
  };
}

function timingMessage(timing: wijk.v1.Timing.$Properties | null | undefined): LinkTimingMessage | null {
  if (!timing) return null;
  return {
    roundTrip: spreadMessage(timing.roundTrip),
    age: spreadMessage(timing.age),
    jitter: spreadMessage(timing.jitter),
    lossRatio: known(timing.lossRatio),
    crcErrors: timing.crcErrors ?? 0,
  };
}

function spreadMessage(histogram: wijk.v1.Histogram.$Properties | null | undefined): SpreadMessage {
  const { count, p50, p99, max, upperBounds, counts } = histogram ?? {};
  return {
    count: count ?? 0,
    p50Us: p50 ?? 0,
    p99Us: p99 ?? 0,
    maxUs: max ?? 0,
    upperUs: upperBounds ?? [],
    counts: counts ?? [],
  };
}

function emulationMessage(emulation: wijk.v1.EmulationHealth.$Properties): EmulationMessage {
  return {
    id: emulation.id ?? '',
    shownAs: emulation.shownAs ?? '',
    slot: emulation.slotId ?? '',
    address: emulation.address ?? '',
    protocol: emulation.protocol ?? '',
    unit: emulation.unit ?? 0,
    clients: emulation.clients ?? 0,
    requests: emulation.requests ?? 0,
    telegrams: emulation.telegrams ?? 0,
    writes: emulation.writes ?? 0,
    writesRefused: emulation.writesRefused ?? 0,
    fresh: emulation.fresh ?? false,
    ageS: known(emulation.ageS),
    askedMinimumW: known(emulation.askedMinimumW),
    askedMaximumW: known(emulation.askedMaximumW),
    askedGiven: emulation.askedGiven ?? false,
    revertsInS: known(emulation.revertsInS),
    lastRead: emulation.lastRead ?? '',
    lastReadAgeS: known(emulation.lastReadAgeS),
    lastWrite: emulation.lastWrite ?? '',
    lastWriteAgeS: known(emulation.lastWriteAgeS),
    lastError: emulation.lastError ?? '',
  };
}

function deviceHealthMessage(device: wijk.v1.DeviceHealth.$Properties): DeviceHealthMessage {
  const readings = device.readings ?? 0;
  const measured = (value: number | null | undefined): MaybeNumber => (readings === 0 ? null : known(value));
  return {
    id: device.id ?? '',
    profile: device.profile ?? '',
    link: device.linkId ?? '',
    slot: device.slotId ?? '',
    lease: LEASE_NAMES[device.leaseKind ?? 0] ?? '',
    state: DEVICE_STATE_NAMES[device.state ?? 0] ?? 'unknown',
    identity: device.identity ?? '',
    readings,
    readingsLost: device.readingsLost ?? 0,
    ageS: measured(device.ageS),
    pollPeriodS: device.pollPeriodS ?? 0,
    jitterP99Us: device.jitterP99Us ?? 0,
    roundTripP50Us: device.roundTripP50Us ?? 0,
    roundTripP99Us: device.roundTripP99Us ?? 0,
    activePowerW: measured(device.activePowerW),
    setpointW: known(device.setpointW),
    setpointConfirmedW: known(device.setpointConfirmedW),
    setpointAgeS: known(device.setpointAgeS),
    setpointsIgnored: device.setpointsIgnored ?? 0,
    setpointsLimited: device.setpointsLimited ?? 0,
    lastError: device.lastError ?? '',
    discrepancies: (device.discrepancies ?? []).map(({ kind, text, count, active }) => ({
      kind: kind ?? '',
      text: text ?? '',
      count: count ?? 0,
      active: active ?? false,
    })),
  };
}

export function experimentMessage(response: wijk.v1.WatchExperimentResponse): ExperimentMessage {
  return {
    runId: response.runId,
    phase: PHASE_NAMES[response.phase] ?? 'unknown',
    progressRatio: response.progressRatio,
    text: response.text,
    outcome: OUTCOME_NAMES[response.verdict?.outcome ?? 0] ?? '',
  };
}

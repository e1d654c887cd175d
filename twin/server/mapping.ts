/** Between the words of wijk.v1 and ours: the one place where messages become values and values messages. */
import { wijk } from '#proto/wijk.js';
import type { Problem } from '../../errors.js';
import { COLUMN_NAMES, COLUMNS } from '../core/base/columns.js';
import { BRANCH_KIND } from '../core/grid/network.js';
import type {
  LedgerEntry,
  QuarterHour,
  RecordedEvent,
  SeriesAnswer,
  SlotSummary,
  TenMinuteMean,
} from '../records/answers.js';
import type { Actor, Command } from '../runtime/commands.js';
import { LATENESS_BOUNDS_US } from '../runtime/lateness.js';
import type { BindRequest, Lease } from '../runtime/leases.js';
import type { Prepared, SessionRequest } from '../runtime/prepare.js';
import type { RecordChoice } from '../runtime/record-choice.js';
import type { BenchSpread, Recorder } from '../runtime/recorder.js';
import type { Session, SessionState } from '../runtime/session.js';
import type { Reading, SlotSetpoint } from '../runtime/slot-desk.js';
import { mapFeeders } from '../wijk/feeders.js';

const v1 = wijk.v1;

// From messages.

export function actorOf(actor: wijk.v1.IActor | null | undefined): Actor {
  return { name: actor?.name ?? '', role: actor?.role ?? 0 };
}

export function sessionRequestOf(request: wijk.v1.LoadRequest): SessionRequest {
  const { weather, strategy } = request;
  return {
    actor: request.actor?.name ?? '',
    wijk: request.wijk,
    run: {
      startUs: request.startUs,
      durationS: request.durationS,
      tickS: request.tickS || 1,
      seed: request.seed,
      strategy: { name: strategy?.name || 'passive', options: { ...strategy?.options } },
      groupLimitW: request.groupLimitW,
      weather: {
        ...(weather?.stressWeek ? { stressWeek: weather.stressWeek } : {}),
        ...(weather?.knmiDailyFile ? { knmiDailyFile: weather.knmiDailyFile } : {}),
      },
    },
    speed: request.speed,
    recordDirectory: request.recordDirectory,
    record: recordChoiceOf(request.record),
    labels: { ...request.labels },
  };
}

function recordChoiceOf(record: wijk.v1.IRecordSpec | null | undefined): RecordChoice {
  const { wijkSamplePeriodS, slotSamplePeriodS, noSlotSamples, extremesOnly } = record ?? {};
  return {
    ...(wijkSamplePeriodS ? { wijkSamplePeriodS } : {}),
    ...(slotSamplePeriodS ? { slotSamplePeriodS } : {}),
    ...(noSlotSamples ? { slotSamplePeriodS: Number.POSITIVE_INFINITY } : {}),
    ...(extremesOnly ? { everyMean: false } : {}),
  };
}

/** Undefined if the request names no event. */
export function commandOf(request: wijk.v1.InjectRequest): Command | undefined {
  const { groupLimit, setpoint, loadStep, emergencyStop } = request;
  if (groupLimit) {
    return {
      kind: 'group-limit',
      fromUs: groupLimit.fromUs ?? 0,
      untilUs: groupLimit.untilUs ?? 0,
      limitW: groupLimit.limitW ?? 0,
    };
  }
  if (setpoint) {
    return {
      kind: 'setpoint',
      slotId: setpoint.slotId ?? '',
      activePowerW: setpoint.activePowerW ?? 0,
      release: setpoint.release ?? false,
      durationS: setpoint.durationS ?? 0,
      sgReady: setpoint.sgReady ?? 0,
      ...windowOf(setpoint),
    };
  }
  if (loadStep) {
    return {
      kind: 'load-step',
      slotId: loadStep.slotId ?? '',
      activePowerW: loadStep.activePowerW ?? 0,
      durationS: loadStep.durationS ?? 0,
    };
  }
  return emergencyStop ? { kind: 'emergency-stop', active: emergencyStop.active ?? false } : undefined;
}

/** A window has two edges; one that is missing is NaN, which the command's own rules refuse. */
function windowOf({
  minimumW,
  maximumW,
}: wijk.v1.ISetpointEvent): Pick<Extract<Command, { kind: 'setpoint' }>, 'window'> {
  if (typeof minimumW !== 'number' && typeof maximumW !== 'number') return {};
  return { window: { minimumW: minimumW ?? Number.NaN, maximumW: maximumW ?? Number.NaN } };
}

export function bindRequestOf(bind: wijk.v1.IBind): BindRequest {
  return {
    slotId: bind.slotId ?? '',
    kind: bind.kind ?? 0,
    deviceId: bind.deviceId ?? '',
    deviceIdentity: bind.deviceIdentity ?? '',
    // A device stands for itself unless it says otherwise.
    scale: bind.scaleRatio || 1,
    freshnessS: bind.freshnessLimitS ?? 0,
    safeSetpointW: bind.safeSetpointW ?? 0,
    revertS: bind.revertTimeS ?? 0,
    observeOnly: bind.observeOnly ?? false,
    phaseMask: (bind.phaseA ? 1 : 0) + (bind.phaseB ? 2 : 0) + (bind.phaseC ? 4 : 0),
  };
}

const QUANTITIES = [
  ['roundTrip', 'round trip'],
  ['age', 'age'],
  ['oneWayDelay', 'one-way delay'],
  ['jitter', 'jitter'],
  ['command', 'command'],
] as const;

/** Every histogram of a bench's report. */
export function spreadsOf({ parts }: wijk.v1.ITimingReport, bench: string, stream: number): BenchSpread[] {
  return (parts ?? []).flatMap(({ part, id, timing }) =>
    QUANTITIES.map(([key, quantity]): BenchSpread => {
      const { count, p50, p99, max, upperBounds, counts } = timing?.[key] ?? {};
      return {
        bench,
        stream,
        part: part ?? '',
        id: id ?? '',
        quantity,
        count: count ?? 0,
        p50Us: p50 ?? 0,
        p99Us: p99 ?? 0,
        maxUs: max ?? 0,
        lossRatio: timing?.lossRatio ?? Number.NaN,
        crcErrors: timing?.crcErrors ?? 0,
        upperUs: upperBounds ?? [],
        counts: counts ?? [],
      };
    }),
  );
}

export function readingOf(reading: wijk.v1.IReading): Reading {
  return {
    slotId: reading.slotId ?? '',
    sequence: reading.sequence ?? 0,
    ageUs: reading.ageUs ?? 0,
    quality: reading.quality ?? 0,
    activePowerW: [reading.activePowerAW ?? 0, reading.activePowerBW ?? 0, reading.activePowerCW ?? 0],
    reactivePowerVar: reading.reactivePowerVar ?? 0,
    stateOfChargeRatio: reading.stateOfChargeRatio ?? Number.NaN,
    temperatureC: reading.temperatureC ?? Number.NaN,
  };
}

// To messages.

export function problemMessage(problem: Problem): wijk.v1.IProblem {
  return {
    file: problem.file,
    path: problem.path,
    line: problem.line ?? 0,
    value: problem.value ?? '',
    rule: problem.rule,
  };
}

const STATES: Record<SessionState, wijk.v1.SessionState> = {
  loaded: v1.SessionState.SESSION_STATE_LOADED,
  running: v1.SessionState.SESSION_STATE_RUNNING,
  paused: v1.SessionState.SESSION_STATE_PAUSED,
  finished: v1.SessionState.SESSION_STATE_FINISHED,
  stopped: v1.SessionState.SESSION_STATE_STOPPED,
  failed: v1.SessionState.SESSION_STATE_FAILED,
};

export async function statusMessage(
  session: Session<Recorder>,
  watchers: readonly wijk.v1.IWatcherStatus[],
): Promise<wijk.v1.IGetStatusResponse> {
  const { plan, control } = session;
  const lateness = control.lateness.summary();
  const newest = session.newest();
  return {
    state: STATES[session.state],
    sessionId: plan.sessionId,
    tick: session.tick,
    ticksTotal: plan.ticksTotal,
    simulatedUs: session.simulatedUs,
    speed: control.speed,
    lateTicks: lateness.lateTicks,
    latenessCounts: [...lateness.counts],
    latenessBoundsUs: [...LATENESS_BOUNDS_US],
    latenessP50Us: lateness.p50Us,
    latenessP99Us: lateness.p99Us,
    latenessMaxUs: lateness.maxUs,
    overrun: session.overrun,
    decisionsMissed: newest === null ? 0 : newest.frame[session.model.layout.offset.decisionsMissed]!,
    frameHash: session.state === 'failed' ? '' : await session.frameHash(),
    failure: session.failure,
    watchers: [...watchers],
    tickCostMeanUs: control.costMeanUs,
  };
}

export function describeMessage(
  { plan, model, loaded }: Prepared,
  strategy = model.strategy,
): wijk.v1.IDescribeResponse {
  const { slots, connections, layout } = model;
  const { network } = model.grid;
  const { run } = plan.blueprint;
  const { feeder, distanceM } = mapFeeders(model.grid, loaded.wijk);
  const { batteries } = model.assets;
  const capacityWh = new Map(Array.from(batteries.slots, (slot, k) => [slot, batteries.capacityWh[k]!]));
  const { heatPumps } = model.assets;
  const smallestW = new Map(Array.from(heatPumps.slots, (slot, k) => [slot, heatPumps.parameters[k]!.powerMinW]));
  const kindOf = new Map<number, string>(Object.entries(BRANCH_KIND).map(([name, code]) => [code, name]));
  return {
    sessionId: plan.sessionId,
    wijkName: plan.wijkName,
    title: loaded.wijk.title,
    columns: COLUMN_NAMES.map((name) => ({
      name,
      frameField: COLUMNS[name].field,
      unit: COLUMNS[name].unit,
      sign: COLUMNS[name].sign,
      indexSpace: COLUMNS[name].space,
      length: layout.length[name],
      meaning: COLUMNS[name].meaning,
    })),
    slots: slots.id.map((id, i) => ({
      index: i,
      id,
      kind: slots.kind[i]!,
      connectionIndex: slots.connection[i]!,
      shareARatio: slots.share[3 * i]!,
      shareBRatio: slots.share[3 * i + 1]!,
      shareCRatio: slots.share[3 * i + 2]!,
      controllable: slots.controllable[i] === 1,
      powerMaxW: slots.powerMaxW[i]!,
      powerMinW: slots.powerMinW[i]!,
      energyCapacityWh: capacityWh.get(i) ?? 0,
      smallestRunningPowerW: smallestW.get(i) ?? 0,
    })),
    connections: connections.id.map((id, i) => ({
      index: i,
      id,
      ean: connections.ean[i]!,
      nodeIndex: connections.node[i]!,
      fuseA: connections.fuseA[i]!,
      phaseCount: connections.phaseCount[i]!,
      use: connections.use[i]!,
      inGroup: connections.inGroup[i] === 1,
    })),
    nodes: Array.from(network.nodeIds, (pgmId, i) => ({
      index: i,
      pgmId,
      ratedLineVoltageV: network.uRatedV[i]!,
      feeder: feeder[i]!,
      distanceM: distanceM[i]!,
    })),
    branches: Array.from(network.branchIds, (pgmId, i) => ({
      index: i,
      pgmId,
      kind: kindOf.get(network.branchKinds[i]!) ?? '',
      fromNodeIndex: network.branchFrom[i]!,
      toNodeIndex: network.branchTo[i]!,
      ratedCurrentA: orZero(network.ratedCurrentA[i]!),
      ratedPowerVa: orZero(network.ratedPowerVA[i]!),
    })),
    startUs: plan.startUs,
    durationS: run.durationS,
    tickS: plan.tickS,
    strategy: { name: strategy.name, options: { ...strategy.options } },
    modelHash: plan.modelHash,
    labels: { ...plan.labels },
  };
}

/** "Not given" is NaN inside and 0 in the message. */
function orZero(value: number): number {
  return Number.isNaN(value) ? 0 : value;
}

export function leaseMessage(lease: Lease): wijk.v1.ILease {
  return {
    slotId: lease.slotId,
    kind: lease.kind,
    benchName: lease.bench.name,
    deviceId: lease.deviceId,
    deviceIdentity: lease.deviceIdentity,
    connected: lease.connected,
    readings: lease.readings,
    readingsLost: lease.readingsLost,
    scaleRatio: lease.scale,
    freshnessLimitS: lease.freshnessS,
    observeOnly: lease.observeOnly,
  };
}

export function setpointMessage({ slotId, activePowerW, from, sequence }: SlotSetpoint): wijk.v1.ISetpoint {
  return { slotId, activePowerW, from, sequence };
}

export function quarterMessage(q: QuarterHour): wijk.v1.IQuarterHour {
  return { ...q };
}

export function tenMinuteMessage(m: TenMinuteMean): wijk.v1.ITenMinuteMean {
  return {
    startUs: m.startUs,
    complete: m.complete,
    voltageMinV: m.voltageMinV,
    voltageMaxV: m.voltageMaxV,
    voltageMinNodeIndex: m.voltageMinNode,
    voltageMaxNodeIndex: m.voltageMaxNode,
    loadingMaxRatio: m.loadingMaxRatio,
    loadingMaxBranchIndex: m.loadingMaxBranch,
    voltageV: [...m.voltageV],
    branchLoadingRatio: [...m.branchLoadingRatio],
  };
}

export function eventMessage(event: RecordedEvent): wijk.v1.IRecordedEvent {
  return { ...event };
}

export function seriesMessage({ timeUs, series }: SeriesAnswer): wijk.v1.IReadSeriesResponse {
  return {
    timeUs: [...timeUs],
    series: series.map(({ column, unit, mean, min, max }) => ({
      column,
      unit,
      mean: [...mean],
      min: [...min],
      max: [...max],
    })),
  };
}

export function slotSummaryMessage(s: SlotSummary): wijk.v1.ISlotSummary {
  const { slot, ...rest } = s;
  return { slotIndex: slot, ...rest };
}

export function ledgerMessage(entry: LedgerEntry): wijk.v1.ILedgerEntry {
  return { ...entry };
}

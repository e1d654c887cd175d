/** Puts evidence, results and the circumstances of a run into the verdict file. */
import { readFileSync } from 'node:fs';
import { cpus, hostname } from 'node:os';
import { join } from 'node:path';
import { PACKAGE_ROOT } from '../../paths.js';
import { formatInstant } from './civil-time.js';
import type { CriterionResult, Outcome } from './criteria/criterion.js';
import type { BenchTiming, Evidence, Series, TenMinutes } from './evidence.js';
import type { Experiment } from './load.js';
import { unsolvedRemark } from './unsolved.js';
import { criterionToFile, orNull, VERDICT_SCHEMA_FILE, VERDICT_VERSION, type VerdictFile } from './verdict.js';

/** Events kept in the file: beyond this a list is no longer read by anybody, and the record has them all. */
const EVENTS_MAX = 2000;

export interface Circumstances {
  readonly runId: string;
  readonly outcome: Outcome;
  readonly remarks: readonly string[];
  readonly actor: string;
  readonly startedUs: number;
  readonly finishedUs: number;
  readonly modelHash: string;
  readonly frameHash: string;
  readonly sessionId: string;
  readonly recordDirectory: string;
}

const { version } = JSON.parse(readFileSync(join(PACKAGE_ROOT, 'package.json'), 'utf8')) as { version: string };

export function composeVerdict(
  experiment: Experiment,
  evidence: Evidence,
  results: readonly CriterionResult[],
  run: Circumstances,
): VerdictFile {
  const { weather } = experiment;
  const cut = evidence.events.length - EVENTS_MAX;
  const unsolved = unsolvedRemark(evidence);
  return {
    $schema: VERDICT_SCHEMA_FILE,
    schemaVersion: VERDICT_VERSION,
    runId: run.runId,
    outcome: run.outcome,
    remarks: [
      ...run.remarks,
      ...(unsolved === undefined ? [] : [unsolved]),
      ...(cut > 0 ? [`${cut} more events are in the record only.`] : []),
    ],
    criteria: results.map(criterionToFile),
    experiment: {
      name: experiment.name,
      title: experiment.title,
      file: experiment.file,
      fileHash: experiment.fileHash,
      wijk: experiment.wijk,
      wijkTitle: evidence.wijkTitle,
      startUs: experiment.startUs,
      startLocal: formatInstant(experiment.startUs),
      durationS: experiment.durationS,
      simulatedS: evidence.simulatedS,
      tickS: experiment.tickS,
      speed: experiment.speed,
      seed: experiment.seed,
      strategy: { name: experiment.strategy.name, options: { ...experiment.strategy.options } },
      contract: experiment.contract ?? null,
      weather: weather.stressWeek || weather.knmiDailyFile || 'as the wijk file says',
      budget: experiment.budget ?? null,
      events: experiment.events.map((event) =>
        event.kind === 'group-limit'
          ? { kind: event.kind, atUs: event.atUs, untilUs: event.untilUs, powerW: event.limitW }
          : event,
      ),
    },
    environment: {
      actor: run.actor,
      startedUs: run.startedUs,
      finishedUs: run.finishedUs,
      wijktwin: version,
      node: process.version,
      platform: `${process.platform} ${process.arch}`,
      cpu: cpus()[0]?.model ?? 'unknown',
      host: hostname(),
      modelHash: run.modelHash,
      frameHash: run.frameHash,
      sessionId: run.sessionId,
      recordDirectory: run.recordDirectory,
    },
    bench: benchOf(evidence),
    timing: {
      ...evidence.timing,
      latenessP50Us: orNull(evidence.timing.latenessP50Us),
      latenessP99Us: orNull(evidence.timing.latenessP99Us),
      latenessMaxUs: orNull(evidence.timing.latenessMaxUs),
      tickCostMeanUs: orNull(evidence.timing.tickCostMeanUs),
    },
    quarters: evidence.quarters.map((q) => ({
      ...q,
      meanPowerW: orNull(q.meanPowerW),
      limitW: orNull(q.limitW),
      substitutedRatio: orNull(q.substitutedRatio),
    })),
    tenMinutes: evidence.tenMinutes.map((m) => tenMinutesOf(m, evidence)),
    kinds: kindsOf(evidence),
    events: evidence.events.slice(0, EVENTS_MAX).map((event) => ({ ...event })),
    series: { timeUs: [...evidence.seriesTimeUs], lines: evidence.series.map(lineOf) },
  };
}

/** `model only`, or `3 devices in slots`. */
export function benchMode(evidence: Pick<Evidence, 'modelOnly' | 'devices'>): string {
  const { length } = evidence.devices;
  if (evidence.modelOnly || length === 0) return 'model only';
  return length === 1 ? '1 device in its slot' : `${length} devices in slots`;
}

function benchOf(evidence: Evidence): VerdictFile['bench'] {
  const bySlot = new Map(evidence.slots.map((slot) => [slot.id, slot]));
  return {
    mode: benchMode(evidence),
    name: evidence.benchName,
    devices: evidence.devices.map((device) => {
      const slot = bySlot.get(device.slotId);
      const ticks = slot ? slot.ticksOnModel + slot.ticksOnDevice + slot.ticksOnFallback : 0;
      return {
        ...device,
        jitterP99Us: orNull(device.jitterP99Us),
        roundTripP50Us: orNull(device.roundTripP50Us),
        roundTripP99Us: orNull(device.roundTripP99Us),
        ...timingOf(device.timing),
        onDeviceRatio: slot && ticks > 0 ? orNull(slot.ticksOnDevice / ticks) : null,
        onFallbackRatio: slot && ticks > 0 ? orNull(slot.ticksOnFallback / ticks) : null,
      };
    }),
    links: evidence.links.map((link) => ({
      ...link,
      roundTripP50Us: orNull(link.roundTripP50Us),
      roundTripP99Us: orNull(link.roundTripP99Us),
      ...timingOf(link.timing),
    })),
  };
}

function timingOf(timing: BenchTiming | undefined): Pick<VerdictFile['bench']['devices'][number], 'timing'> {
  return timing === undefined ? {} : { timing: { ...timing, lossRatio: orNull(timing.lossRatio) } };
}

/** The extremes over the places that are judged: connection points, transformers, cables. */
function tenMinutesOf(means: TenMinutes, evidence: Evidence): VerdictFile['tenMinutes'][number] {
  const voltages = evidence.points
    .flatMap((point) => [0, 1, 2].map((k) => means.voltageV[point.nodeIndex * 3 + k] ?? Number.NaN))
    .filter(Number.isFinite);
  const loadings = (kind: string) =>
    evidence.branches
      .filter((branch) => branch.kind === kind && branch.rated)
      .map((branch) => means.loadingRatio[branch.index] ?? Number.NaN)
      .filter(Number.isFinite);
  // Of an empty list these are infinite, which the file knows as null.
  return {
    startUs: means.startUs,
    complete: means.complete,
    voltageMinV: orNull(Math.min(...voltages)),
    voltageMaxV: orNull(Math.max(...voltages)),
    transformerLoadingRatio: orNull(Math.max(...loadings('transformer'))),
    cableLoadingRatio: orNull(Math.max(...loadings('line'))),
  };
}

/** The budget of power per kind of asset: who makes the peak. */
function kindsOf(evidence: Evidence): VerdictFile['kinds'] {
  const line = (id: string): readonly number[] => evidence.series.find((series) => series.id === id)?.mean ?? [];
  const group = line('groupActivePowerW');
  const peakAt = group.reduce((at, value, i) => (value > (group[at] ?? Number.NEGATIVE_INFINITY) ? i : at), 0);
  return [...new Set(evidence.slots.map((slot) => slot.kind))].map((kind) => {
    const slots = evidence.slots.filter((slot) => slot.kind === kind);
    const power = line(`power/${kind}`).filter(Number.isFinite);
    return {
      kind,
      slots: slots.length,
      controllable: slots.filter((slot) => slot.controllable).length,
      energyWh: orNull(slots.reduce((sum, slot) => sum + slot.energyWh, 0)),
      peakShareW: orNull(line(`power/${kind}`)[peakAt] ?? Number.NaN),
      powerMaxW: orNull(Math.max(...power)),
      powerMinW: orNull(Math.min(...power)),
      comfortDeficitKh: orNull(slots.reduce((sum, slot) => sum + slot.comfortDeficitKh, 0)),
      energyDeficitWh: orNull(slots.reduce((sum, slot) => sum + slot.energyDeficitWh, 0)),
      coldShowers: orNull(slots.reduce((sum, slot) => sum + slot.coldShowers, 0)),
      energyThroughputWh: orNull(slots.reduce((sum, slot) => sum + slot.energyThroughputWh, 0)),
    };
  });
}

function lineOf(series: Series): VerdictFile['series']['lines'][number] {
  return {
    id: series.id,
    unit: series.unit,
    mean: series.mean.map(orNull),
    ...(series.min ? { min: series.min.map(orNull) } : {}),
    ...(series.max ? { max: series.max.map(orNull) } : {}),
  };
}

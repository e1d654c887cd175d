/** One acceptance from beginning to end: the device in the hands of the catalogue, and what is written down about it. */

import { readFileSync } from 'node:fs';
import { arch, hostname, platform, userInfo } from 'node:os';
import { join } from 'node:path';
import { PACKAGE_ROOT } from '../../paths.js';
import type { PowerWindow } from '../devices/power-window.js';
import type { Clock } from '../transport/clock.js';
import { abortPathText, type StopMeans } from './abort-path.js';
import type { Bench, Hand, Holder } from './check.js';
import { declaredOf } from './declared.js';
import { instrumentOf } from './instrument.js';
import type { Recordings } from './recordings.js';
import type { AcceptRequest } from './request.js';
import { orNull, RESULT_SCHEMA_FILE, RESULT_VERSION, type ResultFile } from './result-file.js';
import { Rig } from './rig.js';
import { type CheckResult, type Progress, type RunResult, runCatalogue } from './run.js';
import type { Station } from './station.js';
import { EXIT_CODES } from './verdict.js';

export interface AcceptParts {
  readonly request: AcceptRequest;
  readonly station: Station;
  /** The clock of the device (`device-clock.ts`) and that of the wires. */
  readonly clock: Clock;
  readonly wire: Clock;
  readonly recordings: Recordings;
  readonly cable: Hand;
  readonly supply: Hand;
  readonly startHolder: (window: PowerWindow, signal: AbortSignal) => Promise<Holder>;
  readonly means: StopMeans;
  readonly signal: AbortSignal;
  readonly progress?: (progress: Progress) => void;
  readonly done?: (result: CheckResult) => void;
  /** UTC microseconds. */
  readonly nowUs: () => number;
  /** The command as it was given, for who wants to repeat it. */
  readonly command: string;
}

export async function accept(parts: AcceptParts): Promise<ResultFile> {
  const { request, station, clock, wire, recordings, nowUs, signal } = parts;
  const { device, speed, subject } = request;
  const declared = declaredOf(device, subject, request.availableW);
  const rig = new Rig({ declared, station, clock, wire, speed });
  const startedUs = nowUs();
  const own = instrumentOf(device, false, startedUs);
  const meter = request.meter && instrumentOf(request.meter.device, true, startedUs);
  const bench: Omit<Bench, 'doing' | 'memory' | 'signal'> = {
    get declared() {
      return rig.declared;
    },
    rig,
    own,
    unit: device.unit,
    unitsInUse: request.unitsInUse,
    instrument: meter ?? own,
    cable: parts.cable,
    supply: parts.supply,
    startHolder: parts.startHolder,
    us: (deviceMs) => Math.round(nowUs() - ((clock.nowMs() - deviceMs) * 1000) / speed),
    note: (text) => recordings.note(text),
  };
  let result: RunResult;
  try {
    result = await runCatalogue({
      bench,
      signal,
      ...(request.only === undefined ? {} : { only: request.only }),
      progress: parts.progress ?? (() => undefined),
      done: parts.done ?? (() => undefined),
      nowUs,
    });
  } finally {
    await rig.close();
  }
  const instruments = [own, ...(meter === undefined ? [] : [meter])].map((instrument) => ({
    id: instrument.id,
    title: instrument.title,
    independent: instrument.independent,
    judges: instrument === (meter ?? own),
    remarks: [...instrument.remarks],
  }));
  return resultOf(parts, rig, result, startedUs, instruments);
}

function resultOf(
  parts: AcceptParts,
  rig: Rig,
  result: RunResult,
  startedUs: number,
  instruments: ResultFile['instruments'],
): ResultFile {
  const { request, station, recordings } = parts;
  const { device } = request;
  const { control } = rig.declared;
  const counters = station.counters();
  const quantile = (us: number, count: number): number | null => (count === 0 ? null : orNull(us));
  const remarks = [
    request.subject === 'mock'
      ? `A mock was tested${request.sin === '' ? '' : `, with the sin ${request.sin}`}: this shows that the catalogue works, and nothing about a product.`
      : '',
    request.subject === 'model' ? 'The model of the twin was tested: this shows nothing about a product.' : '',
    request.only === undefined ? '' : `Only a part of the catalogue was asked for: ${[...request.only].join(', ')}.`,
    control?.flash === true
      ? `Its setpoints are kept in flash memory: this run wrote ${rig.commands.length} of them.`
      : '',
  ].filter((text) => text !== '');
  const stamp = new Date(startedUs / 1000).toISOString().slice(0, 19).replaceAll(/[-:]/g, '');
  return {
    $schema: RESULT_SCHEMA_FILE,
    schemaVersion: RESULT_VERSION,
    id: `${stamp}-accept-${device.id}`,
    verdict: result.verdict,
    exitCode: EXIT_CODES[result.verdict],
    remarks,
    device: {
      id: device.id,
      subject: request.subject,
      profile: device.profile.profile,
      title: device.profile.title,
      profileSource: device.profile.source,
      identity: rig.identity?.text ?? '',
      address: station.address,
      unit: device.unit,
      benchFile: request.benchFile,
      meaning: control?.meaning ?? '',
      safeSetpointW: control === undefined ? null : orNull(control.safeSetpointW),
      revertTimeS: control === undefined ? null : orNull(control.revertTime.value),
      envelope: control === undefined ? null : { ...control.envelope },
      speed: request.speed,
      sin: request.sin,
    },
    instruments,
    abortPath: abortPathText(rig.declared, parts.means),
    neutral: { state: result.neutral.state, text: result.neutral.text },
    checks: result.checks.map(checkOf),
    bench: {
      readings: rig.readings,
      readingsLost: rig.lost,
      ageP50Us: quantile(rig.age.quantileUs(0.5), rig.age.count),
      ageP99Us: quantile(rig.age.quantileUs(0.99), rig.age.count),
      jitterP99Us: quantile(rig.jitter.quantileUs(0.99), rig.jitter.count),
      roundTripP50Us: quantile(rig.roundTrip.quantileUs(0.5), rig.roundTrip.count),
      roundTripP99Us: quantile(rig.roundTrip.quantileUs(0.99), rig.roundTrip.count),
      ...counters,
      commands: rig.commands.length,
    },
    frames: recordings.files.map((file) => ({ ...file })),
    environment: {
      actor: actor(),
      startedUs: Math.round(startedUs),
      finishedUs: Math.round(parts.nowUs()),
      wijktwin: version(),
      node: process.version,
      platform: `${platform()} ${arch()}`,
      host: hostname(),
      command: parts.command,
    },
  };
}

function checkOf(result: CheckResult): ResultFile['checks'][number] {
  const { check, verdict, status, reason, startedUs, durationS, summary } = result;
  return {
    id: check.id,
    title: check.title,
    question: check.question,
    method: check.method,
    verdict,
    status,
    reason,
    startedUs: Math.round(startedUs),
    durationS: Number(durationS.toFixed(3)),
    summary,
    facts: [...(result.facts ?? [])],
    figures: result.figures.map((figure) => ({
      ...figure,
      // What never happened has no instant of its own: it is of the end of its check.
      atUs: Math.round(Number.isFinite(figure.atUs) ? figure.atUs : startedUs + durationS * 1e6),
      value: orNull(figure.value),
      limit: orNull(figure.limit),
      margin: orNull(figure.margin),
      uncertainty: orNull(figure.uncertainty) ?? 0,
    })),
    findings: [...(result.findings ?? [])],
    remarks: [...(result.remarks ?? [])],
    plots: (result.plots ?? []).map((plot) => ({
      ...plot,
      zeroUs: Math.round(plot.zeroUs),
      lines: plot.lines.map(({ label, timeS, powerW }) => ({
        label,
        timeS: [...timeS],
        powerW: powerW.map((w) => orNull(w)),
      })),
      windows: [...plot.windows],
      marks: [...plot.marks],
    })),
  };
}

function actor(): string {
  try {
    return userInfo().username;
  } catch {
    // A container may run under a number without a name.
    return 'unknown';
  }
}

const version = (): string =>
  (JSON.parse(readFileSync(join(PACKAGE_ROOT, 'package.json'), 'utf8')) as { version: string }).version;

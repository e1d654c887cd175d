/**
 * Runs one experiment on the twin: load, wait for the devices, give it its events, start, watch, collect, stop, judge,
 * write. Whatever goes wrong after loading ends in a verdict that says so, never in silence.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { wijk } from '#proto/wijk.js';
import { messageOf, type Problem, WijkError } from '../../errors.js';
import type { BenchDevices } from './bench-devices.js';
import { devicesOver, linksOver, noAbortPath, notBound } from './bench-devices.js';
import { formatDateClock } from './civil-time.js';
import { collect } from './collect.js';
import { benchMode, composeVerdict } from './compose.js';
import { formatDuration } from './duration.js';
import { type Bench, type Evidence, emptyEvidence } from './evidence.js';
import { judge, overallOutcome } from './judge.js';
import { type Experiment, isModelOnly } from './load.js';
import { renderReport } from './reports/report.js';
import type { TwinClient } from './twin-client.js';
import {
  BENCH_TIMING_FILE,
  benchTimingText,
  REPORT_FILE,
  VERDICT_FILE,
  VERDICT_SCHEMA_FILE,
  type VerdictFile,
  verdictJsonSchema,
} from './verdict.js';

const POLL_MS = 200;

const { Role, SessionState } = wijk.v1;

/** States in which devices keep their slots. */
const LIVE: ReadonlySet<wijk.v1.SessionState> = new Set([
  SessionState.SESSION_STATE_RUNNING,
  SessionState.SESSION_STATE_PAUSED,
]);

export type Phase = 'preparing' | 'waiting-for-devices' | 'running' | 'judging' | 'done';

export interface Progress {
  readonly phase: Phase;
  /** 0 to 1, of simulated time. */
  readonly ratio: number;
  readonly simulatedS: number;
  readonly text: string;
}

export interface RunDependencies {
  readonly twin: TwinClient;
  readonly devices: BenchDevices;
  /** Wall clock, UTC microseconds: when the run took place. */
  readonly nowUs: () => number;
  /** Called at every change. */
  readonly onProgress: (progress: Progress) => void;
}

export interface RunOrder {
  readonly runId: string;
  readonly experiment: Experiment;
  readonly actorName: string;
  readonly outputDirectory: string;
  /** What the command line changed, for the report. */
  readonly remarks: readonly string[];
}

function recordSpecOf({ wijkSamples, slotSamples, means }: Experiment['record']): wijk.v1.IRecordSpec {
  return {
    wijkSamplePeriodS: wijkSamples ?? 0,
    slotSamplePeriodS: slotSamples === undefined || slotSamples === 'none' ? 0 : slotSamples,
    noSlotSamples: slotSamples === 'none',
    extremesOnly: means === 'extremes',
  };
}

/** A run that the twin has accepted. */
export class ExperimentRun {
  private readonly stopping = new AbortController();
  private abortedBy = '';
  /** When a session ends its leases end too: the health that counts is the last one from before. */
  private healthWhileRunning: wijk.v1.IBenchHealth | undefined;

  private constructor(
    readonly order: RunOrder,
    private readonly dependencies: RunDependencies,
    private readonly sessionId: string,
    private readonly startedUs: number,
    private readonly remarks: string[],
  ) {}

  /** Loads the session. Problems mean that nothing has started. */
  static async prepare(
    order: RunOrder,
    dependencies: RunDependencies,
  ): Promise<{ readonly run: ExperimentRun } | { readonly problems: readonly Problem[] }> {
    const { experiment } = order;
    const { twin, devices } = dependencies;
    const startedUs = dependencies.nowUs();
    // Before loading: with another speed than wall clock the twin takes no device, and must not be offered one.
    await devices.setBinding(whyModelOnly(experiment, devices) === '');
    try {
      const response = await twin.load({
        actor: { name: order.actorName, role: Role.ROLE_OPERATOR },
        wijk: experiment.wijk,
        startUs: experiment.startUs,
        durationS: experiment.durationS,
        tickS: experiment.tickS,
        seed: experiment.seed,
        strategy: { name: experiment.strategy.name, options: experiment.strategy.options },
        groupLimitW: experiment.contract?.groupLimitW ?? 0,
        weather: experiment.weather,
        speed: experiment.speed,
        recordDirectory: join(order.outputDirectory, 'record'),
        record: recordSpecOf(experiment.record),
        labels: { experiment: experiment.name, run: order.runId },
      });
      if (response.problems.length > 0) {
        await devices.setBinding(true);
        return { problems: response.problems.map(problemOf) };
      }
      mkdirSync(order.outputDirectory, { recursive: true });
      const remarks = [...order.remarks, ...response.warnings.map((warning) => `The twin warns: ${warning}.`)];
      return { run: new ExperimentRun(order, dependencies, response.sessionId, startedUs, remarks) };
    } catch (error) {
      await devices.setBinding(true);
      throw error;
    }
  }

  /** Ends the run early: it is judged on the complete intervals so far. */
  abort(actorName: string): void {
    if (this.abortedBy === '') this.abortedBy = actorName;
    this.stopping.abort();
  }

  /** Runs to the end and writes the verdict; throws only if the output folder cannot be written. */
  async finish(): Promise<VerdictFile> {
    const { experiment } = this.order;
    const { twin, devices } = this.dependencies;
    const modelOnly = whyModelOnly(experiment, devices) !== '';
    const healthAtStart = copyOf(devices.health());
    const benchNow = (): Bench => {
      const health = this.healthWhileRunning ?? devices.health();
      return {
        modelOnly,
        name: health.benchName ?? '',
        devices: modelOnly ? [] : devicesOver(healthAtStart, health),
        links: modelOnly ? [] : linksOver(healthAtStart, health),
      };
    };
    let evidence: Evidence | undefined;
    let modelHash = '';
    let failed = false;
    const trouble = (what: string, error: unknown) => {
      failed = true;
      this.remarks.push(`${what}: ${messageOf(error)}.`);
    };
    try {
      const description = await twin.describe();
      modelHash = description.modelHash;
      if (!modelOnly) await this.waitForDevices();
      if (!this.stopping.signal.aborted) {
        await this.injectEvents();
        await twin.start({ actor: this.actor() });
      }
      const status = await this.watch();
      this.report('judging', status, 'reading the record');
      if (status.tick > 0) {
        const collected = await collect(
          twin,
          experiment,
          description,
          status,
          benchNow(),
          this.stopping.signal.aborted,
        );
        evidence = collected.evidence;
        this.remarks.push(...collected.remarks);
      }
      if (status.state === SessionState.SESSION_STATE_FAILED) {
        trouble('The twin failed', new Error(status.failure || 'it gave no reason'));
      }
    } catch (error) {
      trouble('The run broke off', error);
    }
    evidence ??= emptyEvidence({
      startUs: experiment.startUs,
      durationS: experiment.durationS,
      tickS: experiment.tickS,
      speed: experiment.speed,
      bench: benchNow(),
    });
    let frameHash = '';
    let recordDirectory = '';
    try {
      const stopped = await twin.stop({ actor: this.actor() });
      frameHash = stopped.frameHash;
      recordDirectory = stopped.recordDirectory;
    } catch (error) {
      trouble('The session was not closed properly', error);
    }
    try {
      await devices.setBinding(true);
    } catch (error) {
      trouble('The bench did not take its devices back', error);
    }
    return this.write(evidence, { failed, modelHash, frameHash, recordDirectory });
  }

  private write(
    evidence: Evidence,
    end: {
      readonly failed: boolean;
      readonly modelHash: string;
      readonly frameHash: string;
      readonly recordDirectory: string;
    },
  ): VerdictFile {
    const { experiment, outputDirectory } = this.order;
    const results = judge(evidence, experiment.criteria, experiment.contract?.source ?? 'Limit in the wijk file');
    const aborted = this.abortedBy !== '';
    const verdict = composeVerdict(experiment, evidence, results, {
      ...end,
      runId: this.order.runId,
      outcome: overallOutcome(results, { aborted, failed: end.failed }),
      remarks: [...this.standingRemarks(evidence), ...this.remarks],
      actor: this.order.actorName,
      startedUs: this.startedUs,
      finishedUs: this.dependencies.nowUs(),
      sessionId: this.sessionId,
    });
    const put = (file: string, text: string) => writeFileSync(join(outputDirectory, file), text);
    put(VERDICT_FILE, `${JSON.stringify(verdict)}\n`);
    put(BENCH_TIMING_FILE, benchTimingText(verdict));
    put(VERDICT_SCHEMA_FILE, `${JSON.stringify(verdictJsonSchema(), null, 2)}\n`);
    put(REPORT_FILE, renderReport(verdict));
    this.dependencies.onProgress({
      phase: 'done',
      ratio: evidence.simulatedS / experiment.durationS,
      simulatedS: evidence.simulatedS,
      text: verdict.outcome,
    });
    return verdict;
  }

  /** What a reader must know before any number. */
  private standingRemarks(evidence: Evidence): string[] {
    const { experiment } = this.order;
    const remarks: string[] = [];
    if (evidence.modelOnly) {
      remarks.push(`Model only: no device took part (${whyModelOnly(experiment, this.dependencies.devices)}).`);
    } else remarks.push(`Hardware in the loop: ${benchMode(evidence)}.`);
    if (this.abortedBy !== '') {
      remarks.push(
        `Ended early by ${this.abortedBy} after ${formatDuration(evidence.simulatedS)} of ${formatDuration(experiment.durationS)}; judged on the complete intervals so far.`,
      );
    }
    return remarks;
  }

  private actor(): wijk.v1.IActor {
    return { name: this.order.actorName, role: Role.ROLE_OPERATOR };
  }

  private report(phase: Phase, status: { readonly tick: number } | undefined, text: string): void {
    const { durationS, tickS } = this.order.experiment;
    const simulatedS = (status?.tick ?? 0) * tickS;
    this.dependencies.onProgress({ phase, ratio: Math.min(1, simulatedS / durationS), simulatedS, text });
  }

  private async waitForDevices(): Promise<void> {
    const { devices, twin } = this.dependencies;
    const { waitForDevicesS } = this.order.experiment;
    const count = devices.health().devices?.length ?? 0;
    for (let left = waitForDevicesS * 1000; ; left -= POLL_MS) {
      const health = devices.health();
      const missing = notBound(health);
      const leased = new Set((await twin.leases()).leases.filter((l) => l.connected).map((l) => l.slotId));
      const unleased = (health.devices ?? []).filter((device) => !leased.has(device.slotId ?? ''));
      const { never, notYet } = noAbortPath(health);
      const none = missing.length === 0 && unleased.length === 0 && notYet.length === 0 && never.length === 0;
      if (none || this.stopping.signal.aborted) return;
      // Only a person ends these: no use in waiting, and no test without a way out.
      if (never.length > 0)
        throw new WijkError('STATE', `no test on hardware without an abort path: ${never.join('; ')}`);
      const waiting =
        missing.length > 0
          ? missing
          : unleased.length > 0
            ? unleased.map((device) => `${device.id} has no lease at the twin yet`)
            : notYet;
      if (left <= 0) {
        throw new WijkError(
          'DEVICE_TIMEOUT',
          `not in their slots after ${formatDuration(waitForDevicesS)}: ${waiting.join('; ')}`,
        );
      }
      this.report('waiting-for-devices', undefined, `${count - waiting.length} of ${count} devices in their slots`);
      await this.pollPause();
    }
  }

  /** All events are given before the start with their instants: they are exact at any speed. */
  private async injectEvents(): Promise<void> {
    const { twin } = this.dependencies;
    const { experiment } = this.order;
    const endUs = experiment.startUs + experiment.durationS * 1e6;
    const name = `experiment ${experiment.name}`;
    const callOff = { name, role: Role.ROLE_CALL_OFF };
    const outside = { name, role: Role.ROLE_EXTERNAL_CONTROLLER };
    for (const event of experiment.events) {
      if (event.kind === 'group-limit') {
        const groupLimit = { fromUs: event.atUs, untilUs: event.untilUs, limitW: event.limitW };
        await twin.inject({ actor: callOff, groupLimit });
      } else if (event.kind === 'load-step') {
        const durationS = (event.untilUs - event.atUs) / 1e6;
        const loadStep = { slotId: event.slot, activePowerW: event.powerW, durationS };
        await twin.inject({ actor: outside, atUs: event.atUs, loadStep });
      } else {
        const setpoint = { slotId: event.slot, activePowerW: event.powerW };
        await twin.inject({ actor: outside, atUs: event.atUs, setpoint });
        if (event.untilUs < endUs) {
          await twin.inject({ actor: outside, atUs: event.untilUs, setpoint: { slotId: event.slot, release: true } });
        }
      }
    }
  }

  /** Follows the session until it has finished, was stopped or aborted, or failed. */
  private async watch(): Promise<wijk.v1.GetStatusResponse> {
    const { twin, devices } = this.dependencies;
    const { experiment } = this.order;
    for (;;) {
      const health = copyOf(devices.health());
      const status = await twin.status();
      // After its last tick a session still counts as running for as long as it flushes its record.
      if (LIVE.has(status.state) && status.tick < status.ticksTotal) this.healthWhileRunning = health;
      if (status.sessionId !== this.sessionId) {
        throw new WijkError('STATE', `another session was loaded on ${twin.peer} while this run was going on`);
      }
      const paused = status.state === SessionState.SESSION_STATE_PAUSED ? ', paused' : '';
      this.report('running', status, `${formatDateClock(status.simulatedUs)}${paused}`);
      if (status.state === SessionState.SESSION_STATE_FINISHED || status.state === SessionState.SESSION_STATE_FAILED) {
        return status;
      }
      if (status.state === SessionState.SESSION_STATE_STOPPED) {
        this.abort('another client, who stopped the session');
        return status;
      }
      if (status.speed !== experiment.speed && status.state === SessionState.SESSION_STATE_RUNNING) {
        this.remarkOnce('The speed was changed during the run.');
      }
      if (this.stopping.signal.aborted) {
        if (status.state === SessionState.SESSION_STATE_RUNNING) await twin.pause({ actor: this.actor() });
        return twin.status();
      }
      await this.pollPause();
    }
  }

  private remarkOnce(remark: string): void {
    if (!this.remarks.includes(remark)) this.remarks.push(remark);
  }

  /** Returns early when the run is aborted. */
  private async pollPause(): Promise<void> {
    await wait(POLL_MS, undefined, { signal: this.stopping.signal }).catch((error: unknown) => {
      if (!this.stopping.signal.aborted) throw error;
    });
  }
}

/** Why no device takes part; empty if devices do. A bench without a bench file is a choice, not a loss: the verdict says it. */
function whyModelOnly(experiment: Experiment, devices: BenchDevices): string {
  if (experiment.bench === 'none') return 'the experiment asks for no bench';
  if (isModelOnly(experiment)) return 'devices run at wall clock only';
  return (devices.health().devices?.length ?? 0) === 0 ? 'this bench has no devices' : '';
}

/** The bench may hand out one object that it keeps changing. */
const copyOf = (health: wijk.v1.IBenchHealth): wijk.v1.IBenchHealth => ({
  ...health,
  devices: (health.devices ?? []).map((device) => ({ ...device })),
  links: (health.links ?? []).map((link) => ({ ...link })),
});

function problemOf(problem: wijk.v1.IProblem): Problem {
  return {
    file: problem.file ?? '',
    path: problem.path ?? '',
    rule: problem.rule ?? '',
    ...(problem.line ? { line: problem.line } : {}),
    ...(problem.value ? { value: problem.value } : {}),
  };
}

/** `20260203T160000-merwede-evening`: sorts by time of running, UTC. */
export function runIdOf(experimentName: string, nowUs: number): string {
  const stamp = new Date(nowUs / 1000).toISOString().slice(0, 19).replace(/[-:]/g, '');
  return `${stamp}-${experimentName}`;
}

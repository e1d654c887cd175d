/** ExperimentService: one experiment at a time on one twin; verdicts of this process stay available. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import * as grpc from '@grpc/grpc-js';
import type { ExperimentServiceHandlers } from '#proto/services.js';
import { wijk } from '#proto/wijk.js';
import { messageOf, type Problem, WijkError } from '../../errors.js';
import type { BenchDevices } from './bench-devices.js';
import { toStatus } from './grpc.js';
import { loadExperiment, withOverrides } from './load.js';
import { ExperimentRun, type Phase, type Progress, type RunOrder, runIdOf } from './runner.js';
import { createTwinClient } from './twin-client.js';
import { readReport, type VerdictFile, verdictToProto } from './verdict.js';

export type { BenchDevices } from './bench-devices.js';

export interface ExperimentServiceDependencies {
  readonly twinAddress: string;
  readonly devices: BenchDevices;
  /** Where new run folders go; `runs` in the working directory if absent. */
  readonly runsDirectory?: string;
  readonly log?: { info(fields: object, message: string): void; error(fields: object, message: string): void };
  /** Wall clock, UTC microseconds. */
  readonly nowUs?: () => number;
}

export interface ExperimentServer {
  readonly handlers: ExperimentServiceHandlers;
  /** Aborts a running experiment, waits for its verdict and closes the connection to the twin. */
  close(): Promise<void>;
}

/** Finished runs that stay in memory; older ones are in their folders. */
const RUNS_KEPT = 20;

type Watcher = grpc.ServerWritableStream<wijk.v1.WatchExperimentRequest, wijk.v1.IWatchExperimentResponse | Buffer>;

interface Entry {
  readonly order: RunOrder;
  readonly run: ExperimentRun;
  progress: Progress;
  readonly watchers: Set<Watcher>;
  readonly finished: Promise<void>;
  verdict?: VerdictFile;
  /** Why there is no verdict: the output folder could not be written. */
  failure?: string;
}

const PHASES: Readonly<Record<Phase, wijk.v1.Phase>> = {
  preparing: wijk.v1.Phase.PHASE_PREPARING,
  'waiting-for-devices': wijk.v1.Phase.PHASE_WAITING_FOR_DEVICES,
  running: wijk.v1.Phase.PHASE_RUNNING,
  judging: wijk.v1.Phase.PHASE_JUDGING,
  done: wijk.v1.Phase.PHASE_DONE,
};

export function createExperimentService(dependencies: ExperimentServiceDependencies): ExperimentServer {
  const twin = createTwinClient(dependencies.twinAddress);
  const nowUs = dependencies.nowUs ?? (() => Date.now() * 1000);
  const runs = new Map<string, Entry>();
  /** Set from the moment a run is asked for, so that two requests cannot both find the twin free. */
  let current: string | undefined;

  const entryOf = (runId: string): Entry => {
    const entry = runs.get(runId);
    if (entry === undefined) {
      throw new WijkError(
        'NOT_FOUND',
        `there is no run ${JSON.stringify(runId)} on this bench; finished runs are in their folders`,
      );
    }
    return entry;
  };

  const messageFor = (entry: Entry): wijk.v1.IWatchExperimentResponse => ({
    runId: entry.order.runId,
    phase: PHASES[entry.progress.phase],
    progressRatio: entry.progress.ratio,
    simulatedS: entry.progress.simulatedS,
    text: entry.progress.text,
    ...(entry.verdict === undefined ? {} : { verdict: verdictToProto(entry.verdict, entry.order.outputDirectory) }),
  });

  const publish = (entry: Entry): void => {
    for (const watcher of entry.watchers) watcher.write(messageFor(entry));
  };

  const closeWatchers = (entry: Entry): void => {
    for (const watcher of entry.watchers) {
      if (entry.failure === undefined) watcher.end();
      else
        watcher.destroy(
          Object.assign(new Error(entry.failure), { code: grpc.status.INTERNAL, details: entry.failure }),
        );
    }
    entry.watchers.clear();
  };

  const freeFolder = (name: string): { runId: string; directory: string } => {
    const base = runIdOf(name, nowUs());
    for (let n = 1; ; n++) {
      const runId = n === 1 ? base : `${base}-${n}`;
      const directory = resolve(dependencies.runsDirectory ?? 'runs', runId);
      if (!runs.has(runId) && !existsSync(directory)) return { runId, directory };
    }
  };

  async function run(request: wijk.v1.RunRequest): Promise<wijk.v1.IRunResponse> {
    const actorName = request.actor?.name ?? '';
    if (actorName === '') throw new WijkError('BAD_INPUT', 'every command carries who gave it: actor.name is empty');
    const loaded = loadExperiment(request.experiment);
    if (!loaded.ok) return { problems: loaded.problems.map((problem) => ({ ...problem })) };
    const changed = withOverrides(loaded.value, { durationS: request.durationS, speed: request.speed });
    if (!changed.ok) return { problems: changed.problems.map((problem) => ({ ...problem })) };
    if (current !== undefined) throw new WijkError('STATE', `run ${current} is still going on; abort it or wait`);
    const { experiment, remarks } = changed.value;
    const { runId, directory } = freeFolder(experiment.name);
    const outputDirectory = request.outputDirectory === '' ? directory : resolve(request.outputDirectory);
    current = runId;
    let entry: Entry | undefined;
    const first: Progress = { phase: 'preparing', ratio: 0, simulatedS: 0, text: 'loaded' };
    try {
      const order = { runId, experiment, actorName, outputDirectory, remarks };
      const onProgress = (progress: Progress) => {
        // The last message carries the verdict, which is known a moment later.
        if (entry === undefined || progress.phase === 'done') return;
        entry.progress = progress;
        publish(entry);
      };
      const prepared = await ExperimentRun.prepare(order, { twin, devices: dependencies.devices, nowUs, onProgress });
      if ('problems' in prepared) {
        current = undefined;
        return { problems: prepared.problems.map((problem: Problem) => ({ ...problem })) };
      }
      dependencies.log?.info({ runId, experiment: experiment.name, actor: actorName }, 'experiment started');
      // The first turn of `finish` may report progress only after `entry` stands.
      const finished = Promise.resolve()
        .then(() => prepared.run.finish())
        .then((verdict) => {
          created.verdict = verdict;
          created.progress = {
            phase: 'done',
            ratio: Math.min(1, verdict.experiment.simulatedS / verdict.experiment.durationS),
            simulatedS: verdict.experiment.simulatedS,
            text: verdict.outcome,
          };
          dependencies.log?.info({ runId, outcome: verdict.outcome }, 'experiment finished');
          publish(created);
        })
        .catch((error: unknown) => {
          created.failure = `run ${runId} has no verdict: ${messageOf(error)}`;
          dependencies.log?.error({ runId, error: messageOf(error) }, 'experiment has no verdict');
        })
        .finally(() => {
          current = undefined;
          closeWatchers(created);
        });
      const created: Entry = { order, run: prepared.run, progress: first, watchers: new Set(), finished };
      entry = created;
      runs.set(runId, created);
      for (const old of [...runs.keys()].slice(0, -RUNS_KEPT)) runs.delete(old);
      return { runId, outputDirectory };
    } catch (error) {
      current = undefined;
      throw error;
    }
  }

  const finishedOf = (runId: string): { readonly entry: Entry; readonly verdict: VerdictFile } => {
    const entry = entryOf(runId);
    if (entry.failure !== undefined) throw new WijkError('INTERNAL', entry.failure);
    if (entry.verdict === undefined)
      throw new WijkError('STATE', `run ${runId} has no verdict yet: it is ${entry.progress.phase}`);
    return { entry, verdict: entry.verdict };
  };

  const handlers: ExperimentServiceHandlers = {
    run: (call, callback) => {
      run(call.request).then(
        (response) => callback(null, response),
        (error: unknown) => callback(toStatus(error)),
      );
    },
    watchExperiment: (call) => {
      try {
        const entry = entryOf(call.request.runId);
        call.write(messageFor(entry));
        if (entry.verdict !== undefined) call.end();
        else if (entry.failure !== undefined) throw new WijkError('INTERNAL', entry.failure);
        else {
          entry.watchers.add(call);
          call.on('cancelled', () => entry.watchers.delete(call));
        }
      } catch (error) {
        call.destroy(Object.assign(new Error(messageOf(error)), toStatus(error)));
      }
    },
    getVerdict: answer((request: wijk.v1.GetVerdictRequest) => {
      const { entry, verdict } = finishedOf(request.runId);
      return { verdict: verdictToProto(verdict, entry.order.outputDirectory) };
    }),
    getReport: answer((request: wijk.v1.GetReportRequest) => ({
      html: readReport(finishedOf(request.runId).entry.order.outputDirectory),
    })),
    abort: answer((request: wijk.v1.AbortRequest) => {
      const entry = entryOf(request.runId);
      const by = request.actor?.name ?? '';
      if (by === '') throw new WijkError('BAD_INPUT', 'every command carries who gave it: actor.name is empty');
      if (entry.verdict === undefined) entry.run.abort(by);
      return {};
    }),
  };

  return {
    handlers,
    async close() {
      const entry = current === undefined ? undefined : runs.get(current);
      entry?.run.abort('the bench, which is stopping');
      await entry?.finished;
      twin.close();
    },
  };
}

function answer<Q, R>(handle: (request: Q) => R): grpc.handleUnaryCall<Q, R> {
  return (call, callback) => {
    try {
      callback(null, handle(call.request));
    } catch (error) {
      callback(toStatus(error));
    }
  };
}

/** Asks a bench to run an experiment, shows how it goes and what came out: what `wijktwin run` does on a console. */
import { userInfo } from 'node:os';
import type * as grpc from '@grpc/grpc-js';
import { createExperimentServiceClient, type ExperimentServiceClient } from '#proto/services.js';
import { wijk } from '#proto/wijk.js';
import { badInput, WijkError } from '../../errors.js';
import { EXIT_CODES, printVerdict, progressText, progressView, type TextStream } from './console.js';
import { CLIENT_OPTIONS, call, fromStatus } from './grpc.js';
import { outcomeOfProto } from './verdict.js';

export interface RunOverGrpc {
  readonly benchAddress: string;
  /** Name of a shipped experiment or a path. */
  readonly experiment: string;
  readonly overrides?: { readonly durationS?: number; readonly speed?: string; readonly outputDirectory?: string };
  /** Where the verdict goes; progress goes to `progressStream`, or nowhere if that is absent and `json` is set. */
  readonly stream: TextStream;
  readonly progressStream?: TextStream;
  readonly json?: boolean;
  /** Who asks; the user of this process if absent. */
  readonly actorName?: string;
  /** Ends the run early; the verdict on what is complete still comes. */
  readonly signal?: AbortSignal;
}

const TITLES: ReadonlyMap<wijk.v1.Phase, string> = new Map([
  [wijk.v1.Phase.PHASE_PREPARING, 'preparing'],
  [wijk.v1.Phase.PHASE_WAITING_FOR_DEVICES, 'devices'],
  [wijk.v1.Phase.PHASE_RUNNING, 'running'],
  [wijk.v1.Phase.PHASE_JUDGING, 'judging'],
  [wijk.v1.Phase.PHASE_DONE, 'done'],
]);

/** Loading a session is within this; the bench asks the twin with its own deadline. */
const RUN_DEADLINE_S = 90;

/** Runs it to its verdict and returns the exit code; throws BAD_INPUT with every problem if nothing could start. */
export async function runExperimentOverGrpc(order: RunOverGrpc): Promise<number> {
  const peer = `the bench at ${order.benchAddress}`;
  const actor = { name: order.actorName ?? userInfo().username, role: wijk.v1.Role.ROLE_OPERATOR };
  const client = createExperimentServiceClient(order.benchAddress, undefined, CLIENT_OPTIONS);
  try {
    const { durationS = 0, speed = '', outputDirectory = '' } = order.overrides ?? {};
    const request = { actor, experiment: order.experiment, durationS, speed, outputDirectory };
    const started = await call(client, client.run, request, { peer, deadlineS: RUN_DEADLINE_S });
    if (started.problems.length > 0) {
      throw badInput(
        started.problems.map((p) => ({
          file: p.file ?? '',
          path: p.path ?? '',
          rule: p.rule ?? '',
          ...(p.line ? { line: p.line } : {}),
          ...(p.value ? { value: p.value } : {}),
        })),
      );
    }
    const verdict = await follow(client, started.runId, order, { actor, peer });
    printVerdict(verdict, order.stream, { json: order.json ?? false });
    return EXIT_CODES[outcomeOfProto(verdict.outcome ?? 0)];
  } finally {
    client.close();
  }
}

async function follow(
  client: ExperimentServiceClient,
  runId: string,
  order: RunOverGrpc,
  who: { readonly actor: wijk.v1.IActor; readonly peer: string },
): Promise<wijk.v1.IVerdict> {
  const view = progressView(order.progressStream ?? (order.json ? { write: () => undefined } : order.stream));
  const stream = client.watchExperiment({ runId });
  let abortFailed: (error: unknown) => void = () => undefined;
  const abort = () => {
    call(client, client.abort, { actor: who.actor, runId }, { peer: who.peer, deadlineS: 10 }).catch((error: unknown) =>
      abortFailed(error),
    );
  };
  try {
    return await new Promise<wijk.v1.IVerdict>((resolve, reject) => {
      abortFailed = reject;
      let verdict: wijk.v1.IVerdict | undefined;
      stream.on('data', (message: wijk.v1.WatchExperimentResponse) => {
        const title = TITLES.get(message.phase) ?? 'running';
        view.update({ title, ratio: message.progressRatio, text: progressText(message.simulatedS, message.text) });
        if (message.phase === wijk.v1.Phase.PHASE_DONE && message.verdict) verdict = message.verdict;
      });
      stream.on('error', (error: grpc.ServiceError) => reject(fromStatus(error, who.peer)));
      stream.on('end', () => {
        if (verdict === undefined) reject(new WijkError('UNREACHABLE', `${who.peer} ended the run without a verdict`));
        else resolve(verdict);
      });
      if (order.signal?.aborted) abort();
      else order.signal?.addEventListener('abort', abort, { once: true });
    });
  } finally {
    order.signal?.removeEventListener('abort', abort);
    view.close();
  }
}

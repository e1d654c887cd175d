/**
 * Keeps what the cockpit knows of the bench up to date: health once a second, and the experiment that runs. Which run
 * it is stands in the labels of the twin's session.
 */
import type { ClientReadableStream } from '@grpc/grpc-js';
import {
  type BenchServiceClient,
  createBenchServiceClient,
  createExperimentServiceClient,
  type ExperimentServiceClient,
} from '#proto/services.js';
import type { wijk } from '#proto/wijk.js';
import { messageOf } from '../../errors.js';
import { experimentMessage, healthMessage } from './from-proto.js';
import { CHANNEL_OPTIONS, insecure, pause, unary } from './grpc.js';
import type { Present } from './present.js';

export const POLL_MS = 1_000;

export class BenchFeed {
  readonly bench: BenchServiceClient;
  readonly experiments: ExperimentServiceClient;
  readonly #present: Present;
  #watch: ClientReadableStream<wijk.v1.WatchExperimentResponse> | undefined;
  #watchedRun = '';
  #runDone = false;

  constructor(address: string, experimentsAddress: string, present: Present) {
    this.bench = createBenchServiceClient(address, insecure(), CHANNEL_OPTIONS);
    this.experiments = createExperimentServiceClient(experimentsAddress, insecure(), CHANNEL_OPTIONS);
    this.#present = present;
  }

  /** Runs until the signal. Never rejects: what goes wrong is shown on the page and tried again. */
  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        const response = await unary<wijk.v1.GetHealthResponse>('bench', signal, (options, done) =>
          this.bench.getHealth({}, options, done),
        );
        this.#present.setHealth(healthMessage(response.health ?? {}));
        this.#present.setLink('bench', true, '');
        this.#followRun(this.#present.runId);
      } catch (error) {
        if (!signal.aborted) this.#present.setLink('bench', false, messageOf(error));
      }
      await pause(POLL_MS, signal);
    }
    this.#watch?.cancel();
    this.bench.close();
    this.experiments.close();
  }

  #followRun(runId: string): void {
    if (runId !== this.#watchedRun) {
      this.#watch?.cancel();
      this.#watch = undefined;
      this.#watchedRun = runId;
      this.#runDone = false;
      this.#present.setExperiment(null);
    }
    if (runId === '' || this.#runDone || this.#watch !== undefined) return;
    const watch = this.experiments.watchExperiment({ runId });
    this.#watch = watch;
    watch.on('data', (response: wijk.v1.WatchExperimentResponse) => {
      if (this.#watch !== watch) return;
      const message = experimentMessage(response);
      this.#runDone = message.phase === 'done';
      this.#present.setExperiment(message);
    });
    // The next poll opens another one, unless the run is done.
    const ended = (): void => {
      if (this.#watch === watch) this.#watch = undefined;
    };
    watch.on('end', ended);
    watch.on('error', ended);
  }
}

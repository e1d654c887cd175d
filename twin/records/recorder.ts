/** The main thread's handle on the recorder's thread. */
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { badInput, messageOf, WijkError } from '../../errors.js';
import { DIST } from '../../paths.js';
import type { SessionPlan } from '../runtime/plan.js';
import type { BenchSpread, Note, Recorder } from '../runtime/recorder.js';
import type { RecordingFooter } from '../runtime/recording.js';
import type { RingMemory } from '../runtime/ring.js';
import type { QuestionName, Questions } from './answers.js';
import { defaultRecordOptions, type RecordOptions } from './options.js';
import type { FromRecorder, RecorderWorkerData, ToRecorder } from './recorder-worker.js';

interface Pending {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

const CLOSE_MS = 1000;

export class RecordKeeper implements Recorder {
  readonly #worker: Worker;
  readonly #pending = new Map<number, Pending>();
  readonly #exited: Promise<void>;
  #onFailure: (error: Error) => void = () => undefined;
  #broken: Error | null = null;
  #ids = 0;

  /**
   * `given` is what the twin was started with; what the session asks for goes before it.
   * Resolves when the record is open and the ring is being read losslessly; rejects if the folder is in use.
   */
  static async start(plan: SessionPlan, ring: RingMemory, given: Partial<RecordOptions> = {}): Promise<RecordKeeper> {
    const options = { ...defaultRecordOptions(plan.ticksTotal * plan.tickS), ...given, ...plan.record };
    const data: RecorderWorkerData = { plan, ring, options };
    const worker = new Worker(join(DIST, 'twin', 'records', 'recorder-worker.js'), { workerData: data });
    await new Promise<void>((resolve, reject) => {
      worker.once('message', () => resolve());
      // Opening is all that has happened: the folder is the cause.
      worker.once('error', (error) => {
        const rule = `no record can be made there: ${messageOf(error)}`;
        reject(badInput([{ file: '<run parameters>', path: 'recordDirectory', value: plan.recordDirectory, rule }]));
      });
    });
    return new RecordKeeper(worker);
  }

  private constructor(worker: Worker) {
    this.#worker = worker;
    worker.on('message', (message: FromRecorder) => this.#settle(message));
    worker.on('error', (error) => this.#break(error));
    this.#exited = new Promise((resolve) => {
      worker.once('exit', () => {
        this.#break(new WijkError('STATE', 'the record is closed'), false);
        resolve();
      });
    });
  }

  onFailure(listener: (error: Error) => void): void {
    this.#onFailure = listener;
  }

  note(note: Note): void {
    this.#send({ type: 'note', note });
  }

  timing(spreads: readonly BenchSpread[]): void {
    this.#send({ type: 'timing', spreads });
  }

  frameHash(): Promise<string> {
    return this.ask('frameHash', undefined);
  }

  /** Asks the record; everything published so far counts. */
  ask<N extends QuestionName>(name: N, argument: Questions[N][0]): Promise<Questions[N][1]> {
    return this.#request((id) => ({ type: 'ask', id, name, argument })) as Promise<Questions[N][1]>;
  }

  finish(ended: RecordingFooter['ended']): Promise<RecordingFooter> {
    return this.#request((id) => ({ type: 'finish', id, ended })) as Promise<RecordingFooter>;
  }

  async close(): Promise<void> {
    this.#send({ type: 'close' });
    const timer = setTimeout(() => void this.#worker.terminate(), CLOSE_MS);
    await this.#exited;
    clearTimeout(timer);
  }

  #request(make: (id: number) => ToRecorder): Promise<unknown> {
    if (this.#broken !== null) return Promise.reject(this.#broken);
    const id = ++this.#ids;
    return new Promise((resolve, reject) => {
      this.#pending.set(id, { resolve, reject });
      this.#send(make(id));
    });
  }

  #send(message: ToRecorder): void {
    this.#worker.postMessage(message);
  }

  #settle({ id, value, error }: FromRecorder): void {
    const pending = this.#pending.get(id);
    this.#pending.delete(id);
    if (error === undefined) pending?.resolve(value);
    else pending?.reject(new WijkError(error.code, error.message, { problems: error.problems }));
  }

  #break(error: Error, failed = true): void {
    this.#broken ??= error;
    for (const { reject } of this.#pending.values()) reject(this.#broken);
    this.#pending.clear();
    if (failed) this.#onFailure(error);
  }
}

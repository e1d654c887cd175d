/**
 * The recorder's own thread: takes frames from the ring, and between them answers questions. Only this thread opens the
 * record while it is written.
 */
import { setImmediate as turn } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { messageOf, type Problem, WijkError } from '../../errors.js';
import type { SessionPlan } from '../runtime/plan.js';
import type { BenchSpread, Note } from '../runtime/recorder.js';
import type { RecordingFooter } from '../runtime/recording.js';
import { FrameRing, type RingMemory } from '../runtime/ring.js';
import type { QuestionName, Questions } from './answers.js';
import { exportTables } from './export.js';
import { Intake } from './intake.js';
import type { RecordOptions } from './options.js';
import { events, ledger, quarterHours, series, tenMinuteMeans } from './queries.js';

export interface RecorderWorkerData {
  readonly plan: SessionPlan;
  readonly ring: RingMemory;
  readonly options: RecordOptions;
}

export type ToRecorder =
  | { readonly type: 'note'; readonly note: Note }
  | { readonly type: 'timing'; readonly spreads: readonly BenchSpread[] }
  | { readonly type: 'finish'; readonly id: number; readonly ended: RecordingFooter['ended'] }
  | { readonly type: 'ask'; readonly id: number; readonly name: QuestionName; readonly argument: unknown }
  | { readonly type: 'close' };

export interface FromRecorder {
  readonly id: number;
  readonly value?: unknown;
  readonly error?: {
    readonly code: WijkError['code'];
    readonly message: string;
    readonly problems: readonly Problem[];
  };
}

/** Entries taken before questions get their turn. */
const BURST = 64;
const FLUSH_MS = 5000;
const WAIT_MS = 1000;

const { plan, ring: memory, options } = workerData as RecorderWorkerData;
const port = parentPort!;
const ring = new FrameRing(memory);
const inbox: ToRecorder[] = [];
port.on('message', (message: ToRecorder) => {
  inbox.push(message);
  ring.wakeReaders();
});

/** Answers by name. Everything taken from the ring is flushed before. */
const answers: {
  [name in QuestionName]: (intake: Intake, argument: Questions[name][0]) => Promise<Questions[name][1]>;
} = {
  frameHash: async (intake) => intake.hash.hex,
  quarterHours: async (intake) => {
    const done = await quarterHours(intake.database);
    const { running } = intake.quarters;
    return running === null ? done : [...done, running];
  },
  tenMinuteMeans: (intake, { withValues }) => tenMinuteMeans(intake.database, withValues),
  events: (intake) => events(intake.database),
  series: (intake, question) =>
    series(intake.database, question, {
      startUs: plan.startUs,
      endUs: plan.startUs + Math.round(intake.tick * plan.tickS * 1e6),
      slotIds: plan.slotIds,
      wijkPeriodS: Math.max(plan.tickS, options.wijkSamplePeriodS),
      slotPeriodS: Math.max(plan.tickS, options.slotSamplePeriodS),
    }),
  slotSummaries: async (intake) => intake.slotTotals.summaries(),
  ledger: (intake) => ledger(intake.database),
  export: (intake, { directory }) => exportTables(intake.database, directory),
};

await main(await Intake.create(plan, ring, options));

async function main(intake: Intake): Promise<void> {
  port.postMessage({ id: 0 } satisfies FromRecorder);
  let flushedMs = performance.now();
  let sealed = false;
  for (;;) {
    const took = sealed ? 0 : intake.take(BURST);
    for (let message = inbox.shift(); message !== undefined; message = inbox.shift()) {
      if (message.type === 'close') {
        intake.database.close();
        port.close();
        return;
      }
      if (message.type === 'note') {
        if (!sealed) intake.note(message.note);
        continue;
      }
      if (message.type === 'timing') {
        if (!sealed) intake.timing.take(message.spreads);
        continue;
      }
      // Whoever asks or finishes means everything published by now; flat out more comes as fast as it is taken.
      const now = ring.published;
      if (!sealed) while (intake.tick < now) intake.take(BURST);
      if (message.type === 'finish') {
        // Not caught: a record that cannot be completed is the end of this thread, and the session learns of it.
        const footer = await intake.finish(message.ended);
        sealed = true;
        port.postMessage({ id: message.id, value: footer } satisfies FromRecorder);
      } else {
        if (!sealed && message.name !== 'frameHash') intake.flush();
        port.postMessage(await answer(intake, message.id, message.name, message.argument));
      }
    }
    if (!sealed && performance.now() - flushedMs > FLUSH_MS) {
      intake.flush();
      flushedMs = performance.now();
    }
    if (took > 0) await turn();
    else await ring.afterTick(sealed ? ring.published : intake.tick, WAIT_MS);
  }
}

async function answer(intake: Intake, id: number, name: QuestionName, argument: unknown): Promise<FromRecorder> {
  try {
    return { id, value: await (answers[name] as (i: Intake, a: unknown) => Promise<unknown>)(intake, argument) };
  } catch (error) {
    if (error instanceof WijkError) {
      return { id, error: { code: error.code, message: error.message, problems: error.problems } };
    }
    return { id, error: { code: 'INTERNAL', message: `the record cannot answer: ${messageOf(error)}`, problems: [] } };
  }
}

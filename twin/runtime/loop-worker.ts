/** The loop's own thread. Everything it needs comes as worker data; it says `ready`, runs, and ends. */
import { parentPort, workerData } from 'node:worker_threads';
import { InputBatch } from '../core/engine/inputs.js';
import type { WijkFile } from '../wijk/schema.js';
import { type Blueprint, createEngine } from './blueprint.js';
import { Control, type ControlMemory } from './control.js';
import { type InboxMemory, InboxReader } from './inbox.js';
import { Lockstep, type LockstepMemory } from './lockstep.js';
import { runLoop } from './loop.js';
import { monotonicUs } from './monotonic.js';
import { FrameRing, type RingMemory } from './ring.js';

export interface LoopWorkerData {
  readonly blueprint: Blueprint;
  /** What the text of the blueprint says: reading it twice would be most of the time that a session takes to load. */
  readonly wijk: WijkFile;
  readonly ticksTotal: number;
  readonly ring: RingMemory;
  readonly inbox: InboxMemory;
  readonly control: ControlMemory;
  readonly lockstep: LockstepMemory | null;
}

const data = workerData as LoopWorkerData;
const engine = createEngine(data.blueprint, data.wijk);
parentPort!.postMessage('ready');
runLoop({
  engine,
  ticksTotal: data.ticksTotal,
  batch: new InputBatch(data.ring.shape.inputsMax),
  control: new Control(data.control),
  ring: new FrameRing(data.ring),
  inbox: new InboxReader(data.inbox),
  lockstep: data.lockstep === null ? null : new Lockstep(data.lockstep),
  clock: {
    nowUs: monotonicUs,
    wait: (words, index, value, timeoutUs) => void Atomics.wait(words, index, value, timeoutUs / 1000),
  },
});

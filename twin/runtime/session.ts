/**
 * One session: a loaded wijk, its loop, its recorder, and the desks where others come with devices and decisions.
 *
 *   LOADED ──start──► RUNNING ◄──pause/start──► PAUSED          FINISHED: the duration is over, the record is complete
 *      └────────stop──────┴────────stop─────────┘               STOPPED: somebody ended it, the record is complete
 *                                                               FAILED: the loop or the recorder broke
 *
 * Everything runs in the main thread except the loop and the recorder, which have their own.
 */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { badInput, messageOf, WijkError } from '../../errors.js';
import { DIST } from '../../paths.js';
import type { Model } from '../core/engine/model.js';
import { EXTERNAL } from '../core/strategies/registry.js';
import type { WijkFile } from '../wijk/schema.js';
import { type Actor, type Command, checkActor, commandInput } from './commands.js';
import { Control, type ControlMemory, createControlMemory, MODE, PHASE } from './control.js';
import { FrameFeed } from './feed.js';
import { createInboxMemory, InboxWriter } from './inbox.js';
import { createLockstepMemory, Lockstep } from './lockstep.js';
import type { LoopWorkerData } from './loop-worker.js';
import type { SessionPlan } from './plan.js';
import type { Note, Recorder, RecorderFactory } from './recorder.js';
import type { RecordingFooter } from './recording.js';
import { createRingEntry, createRingMemory, FrameRing, type RingEntry, type RingShape } from './ring.js';
import { SlotDesk } from './slot-desk.js';
import { StrategyDesk } from './strategy-desk.js';

export type SessionState = 'loaded' | 'running' | 'paused' | 'finished' | 'stopped' | 'failed';

/** At wall clock the ring holds at least this much: so long may the recorder be held up without a loss. */
export const RING_SECONDS = 60;
/**
 * Entries beside those: so that flat out loop and recorder need not wait for each other, and a watcher finds a frame that is
 * not being overwritten. No more: flat out every entry is written again and again, and what does not stay in the
 * processor's cache costs several times as much (of 186 entries of 0.36 MB a copy took four times that of 8).
 */
const RING_EXTRA = 24;
/** Inputs of one tick beside one setpoint per slot; what is above waits for the next tick. */
const INPUTS_EXTRA = 512;
const EVENTS_MAX = 256;
const LOOP_END_MS = 1500;

export class Session<R extends Recorder> {
  readonly plan: SessionPlan;
  readonly model: Model;
  readonly recorder: R;
  readonly ring: FrameRing;
  readonly feed: FrameFeed;
  readonly slots: SlotDesk;
  readonly strategy: StrategyDesk;
  readonly control: Control;
  /** Settles when the session has ended in whatever way and its record is complete. Never rejects. */
  readonly ended: Promise<void>;

  readonly #inbox: InboxWriter;
  readonly #lockstep: Lockstep | null;
  readonly #loop: Worker;
  readonly #loopEnded: Promise<void>;
  #wish: 'loaded' | 'running' | 'paused' = 'loaded';
  #end: 'finished' | 'stopped' | 'failed' | null = null;
  #failure = '';
  #footer: RecordingFooter | null = null;
  #stopping = false;
  #scratch: RingEntry | undefined;

  /** Starts recorder and loop; resolves when both are ready. `model` and `wijk` are the plan's, as they were just built and read. */
  static async create<R extends Recorder>(
    plan: SessionPlan,
    model: Model,
    wijk: WijkFile,
    makeRecorder: RecorderFactory<R>,
  ): Promise<Session<R>> {
    const ringMemory = createRingMemory(ringShape(model));
    const recorder = await makeRecorder(plan, ringMemory);
    try {
      const data: LoopWorkerData = {
        blueprint: plan.blueprint,
        wijk,
        ticksTotal: plan.ticksTotal,
        ring: ringMemory,
        inbox: createInboxMemory(4096 + 4 * model.dimensions.slots),
        control: createControlMemory(),
        lockstep: model.strategy.name === EXTERNAL ? createLockstepMemory(model.dimensions.slots) : null,
      };
      const control: ControlMemory = data.control;
      new Control(control).speed = plan.speed;
      const loop = new Worker(join(DIST, 'twin', 'runtime', 'loop-worker.js'), { workerData: data });
      await new Promise<void>((resolve, reject) => {
        loop.once('message', () => resolve());
        loop.once('error', reject);
      });
      return new Session(plan, model, recorder, loop, data);
    } catch (error) {
      await recorder.close();
      throw error;
    }
  }

  private constructor(plan: SessionPlan, model: Model, recorder: R, loop: Worker, data: LoopWorkerData) {
    this.plan = plan;
    this.model = model;
    this.recorder = recorder;
    this.ring = new FrameRing(data.ring);
    this.control = new Control(data.control);
    this.feed = new FrameFeed(this.ring);
    this.#inbox = new InboxWriter(data.inbox);
    this.#lockstep = data.lockstep === null ? null : new Lockstep(data.lockstep);
    const note = (n: Note): void => this.#note(n);
    this.slots = new SlotDesk({
      slots: model.slots,
      layout: model.layout,
      inbox: this.#inbox,
      note,
      timing: (spreads) => {
        if (this.#end === null) this.recorder.timing(spreads);
      },
      refusal: () => this.#bindRefusal(),
      isRunning: () => this.state === 'running',
    });
    this.strategy = new StrategyDesk({
      model,
      lockstep: this.#lockstep,
      feed: this.feed,
      ticksTotal: plan.ticksTotal,
      speed: () => this.control.speed,
      wake: () => this.#wake(),
      note,
    });
    this.#loop = loop;
    this.#loopEnded = new Promise((resolve) => {
      loop.once('error', (error) => this.#fail(`the loop broke: ${messageOf(error)}`));
      loop.once('exit', () => resolve());
    });
    recorder.onFailure((error) => {
      this.#fail(`the recorder broke: ${messageOf(error)}`);
      // Nobody reads losslessly any more: a loop that waits for room must not wait for ever.
      this.ring.detachLossless();
    });
    this.ended = this.#conclude();
  }

  get state(): SessionState {
    return this.#end ?? this.#wish;
  }

  /** Why the session failed; empty otherwise. */
  get failure(): string {
    return this.#failure;
  }

  get tick(): number {
    return this.ring.published;
  }

  /** Instant up to which the wijk has been simulated, UTC microseconds. */
  get simulatedUs(): number {
    return this.plan.startUs + Math.round(this.tick * this.plan.tickS * 1e6);
  }

  /** Final once the session has ended. */
  async frameHash(): Promise<string> {
    return this.#footer?.frameHash ?? this.recorder.frameHash();
  }

  get overrun(): boolean {
    return this.ring.overrun || (this.#footer?.lostTicks ?? 0) > 0;
  }

  /** The newest frame, in memory that the next call fills again; null before the first. */
  newest(): RingEntry | null {
    this.#scratch ??= createRingEntry(this.ring.shape);
    // While the loop runs flat out a copy can be overtaken; the next newest is then as good.
    for (let attempt = 0; attempt < 10; attempt++) {
      const tick = this.ring.published;
      if (tick > 0 && this.ring.read(tick, this.#scratch)) return this.#scratch;
    }
    return null;
  }

  start(actor: Actor): void {
    const by = checkActor(actor);
    if (this.#end !== null) throw this.#wrongState('started', 'load a new session');
    if (this.#wish === 'running') throw this.#wrongState('started', 'it runs already');
    if (this.#lockstep !== null && !this.strategy.attached) {
      throw new WijkError(
        'STATE',
        'the strategy is external and nobody decides yet: a client must call StrategyService.Decide first',
      );
    }
    this.slots.release();
    this.#wish = 'running';
    this.#noteCommand(by, 'start', this.tick === 0 ? 'session started' : 'session goes on');
    this.control.mode = MODE.run;
    this.#wake();
  }

  pause(actor: Actor): void {
    const by = checkActor(actor);
    if (this.state !== 'running') throw this.#wrongState('paused', 'only a running session can be');
    this.#wish = 'paused';
    this.control.mode = MODE.hold;
    this.#wake();
    this.#noteCommand(by, 'pause', 'session paused');
  }

  /** 1 is wall clock, 0 as fast as possible, other values multiples of wall clock. */
  setSpeed(actor: Actor, speed: number): void {
    const by = checkActor(actor);
    checkSpeed(speed);
    if (this.#end !== null) throw this.#wrongState('given another speed', 'load a new session');
    const bound = this.slots.connected;
    if (speed !== 1 && bound.length > 0) {
      const names = bound.slice(0, 5).map((lease) => lease.slotId);
      throw new WijkError(
        'STATE',
        `speed ${speed} is refused: ${bound.length} device(s) are bound (${names.join(', ')}) and a device lives at wall clock; unbind first`,
      );
    }
    this.control.speed = speed;
    this.#wake();
    this.#noteCommand(by, 'speed', speed === 0 ? 'as fast as possible' : `${speed} × wall clock`);
  }

  /**
   * Gives an event to the engine: at the next tick (`atUs` 0) or at the first tick that begins at or after an instant.
   * Returns the tick. Throws BAD_INPUT, NOT_FOUND for an unknown slot, STATE if that tick is past.
   */
  inject(actor: Actor, command: Command, atUs = 0): number {
    const by = checkActor(actor);
    if (this.#end !== null) throw this.#wrongState('given an event', 'load a new session');
    const input = commandInput(command, by, this.model);
    const atTick = atUs === 0 ? 0 : this.#tickAt(atUs);
    if (!this.#inbox.push(input.input, input.index, input.values, atTick)) {
      throw new WijkError('STATE', 'the inbox is full: events come faster than ticks; try again');
    }
    const tick = atTick === 0 ? this.#inbox.tickOfLast() : atTick;
    this.#note({
      tick: atTick,
      inboxRecord: this.#inbox.pushed,
      kind: command.kind,
      subject: input.subject,
      text: input.text,
      actor: by.name,
    });
    return tick;
  }

  /** Ends the session; resolves when the record is complete. A session that has ended already stays as it is. */
  async stop(actor: Actor): Promise<void> {
    const by = checkActor(actor);
    if (this.#end === null && !this.#stopping) {
      this.#stopping = true;
      this.#noteCommand(by, 'stop', 'session stopped');
      this.control.mode = MODE.end;
      this.#wake();
      const timer = setTimeout(() => void this.#loop.terminate(), LOOP_END_MS);
      await this.#loopEnded;
      clearTimeout(timer);
    }
    await this.ended;
  }

  /** Lets go of everything; the record can no longer be asked. Stop the session first. */
  async close(): Promise<void> {
    await this.recorder.close();
  }

  /** Waits for the loop's end and completes the record. */
  async #conclude(): Promise<void> {
    await this.#loopEnded;
    await this.feed.close();
    const failed = this.#failure !== '';
    const end = failed ? 'failed' : this.control.phase === PHASE.finished ? 'finished' : 'stopped';
    try {
      this.#footer = await this.recorder.finish(end);
      this.#end = end;
    } catch (error) {
      if (!failed) this.#failure = `the recorder broke: ${messageOf(error)}`;
      this.#end = 'failed';
    }
  }

  #fail(why: string): void {
    if (this.#failure === '') this.#failure = why;
    this.control.mode = MODE.end;
    this.#wake();
  }

  #wake(): void {
    this.control.wake();
    this.#lockstep?.wake();
  }

  #bindRefusal(): string {
    if (this.#end !== null) return `the session has ${this.#end}; load a new one`;
    const { speed } = this.control;
    if (speed === 1) return '';
    return `the session runs ${speed === 0 ? 'as fast as possible' : `at speed ${speed}`} and a device lives at wall clock; set speed 1 first`;
  }

  /** The first tick that begins at or after an instant. */
  #tickAt(atUs: number): number {
    const { startUs, tickS, ticksTotal } = this.plan;
    const tick = Math.max(0, Math.ceil((atUs - startUs) / (tickS * 1e6) - 1e-9)) + 1;
    if (ticksTotal > 0 && tick > ticksTotal) {
      const value = new Date(atUs / 1000).toISOString();
      throw badInput([{ file: '<request>', path: 'atUs', value, rule: 'the session ends before that' }]);
    }
    if (tick <= this.tick) {
      throw new WijkError('STATE', `tick ${tick} has been computed already; the session is at tick ${this.tick}`);
    }
    return tick;
  }

  #wrongState(done: string, help: string): WijkError {
    const failure = this.#failure === '' ? '' : `: ${this.#failure}`;
    return new WijkError('STATE', `the session is ${this.state}${failure} and cannot be ${done}; ${help}`);
  }

  #noteCommand(by: Actor, kind: string, text: string): void {
    this.#note({ tick: 0, inboxRecord: 0, kind, subject: 'session', text, actor: by.name });
  }

  #note(note: Note): void {
    if (this.#end === null) this.recorder.note(note);
  }
}

export function newSessionId(): string {
  return randomUUID();
}

/** Throws BAD_INPUT unless it is 0 (as fast as possible) or a multiple of wall clock up to 1000. */
export function checkSpeed(speed: number): void {
  if (speed >= 0 && speed <= 1000) return;
  const rule = 'must be 1 (wall clock), 0 (as fast as possible), or a multiple of wall clock up to 1000';
  throw badInput([{ file: '<request>', path: 'speed', value: String(speed), rule }]);
}

function ringShape(model: Model): RingShape {
  return {
    capacity: Math.ceil(RING_SECONDS / model.tickS) + RING_EXTRA,
    inputsMax: model.dimensions.slots + INPUTS_EXTRA,
    eventsMax: EVENTS_MAX,
    frameLength: model.layout.total,
  };
}

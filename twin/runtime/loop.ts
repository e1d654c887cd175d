/**
 * The loop: gives every tick its inputs and its time, and publishes what the engine makes of it.
 *
 * A tick covers an interval of simulated time and is computed at the end of it, so that what was measured in the
 * interval is used in it. Its time is reckoned from the start, never from the tick before, so lateness does not add up:
 *
 *   due(k) = anchor + (k - anchorTick) * tick / speed          anchor: start, resume, or change of speed
 *
 * The clock is an argument; nothing here knows the wall clock or the engine's model.
 */

import { ROLE_STRATEGY } from '../core/base/status.js';
import { INPUT, type InputBatch } from '../core/engine/inputs.js';
import { COMMAND_WORD, type Control, MODE, PHASE } from './control.js';
import type { Engine } from './engine.js';
import type { InboxReader } from './inbox.js';
import { type Lockstep, OPEN_STATE, STATE_WORD } from './lockstep.js';
import type { FrameRing } from './ring.js';

export interface LoopClock {
  /** Monotonic, microseconds. */
  nowUs(): number;
  /** Blocks while `words[index] === value`, at most `timeoutUs`. May return early. */
  wait(words: Int32Array, index: number, value: number, timeoutUs: number): void;
}

export interface LoopParts {
  readonly engine: Engine;
  /** Ticks of the session; 0 means until told to end. */
  readonly ticksTotal: number;
  readonly batch: InputBatch;
  readonly control: Control;
  readonly ring: FrameRing;
  readonly inbox: InboxReader;
  /** Null if the session's strategy decides inside the engine. */
  readonly lockstep: Lockstep | null;
  readonly clock: LoopClock;
}

/** Longest uninterrupted sleep: bounds how long a wish can go unseen if its wake-up came just before the sleep. */
const SLEEP_MAX_US = 100_000;
/** Longest that a frame may stand in the ring flat out before those who wait for it are woken. */
const ANNOUNCE_US = 20_000;

/** Runs until the duration is over or the control says `end`. Blocks the thread. */
export function runLoop(parts: LoopParts): void {
  const { engine, control, ring, inbox, batch, clock, ticksTotal, lockstep } = parts;
  const tickUs = engine.tickS * 1e6;
  const question = new Question(parts);
  let anchorUs = 0;
  let anchorTick = -1;
  let speed = control.speed;
  const burst = Math.max(1, Math.floor(ring.shape.capacity / 4));
  let announcedUs = 0;

  while (control.mode !== MODE.end) {
    const command = control.command;
    const tick = engine.tick + 1;
    if (control.mode === MODE.hold) {
      ring.wakeReaders();
      control.phase = engine.tick === 0 ? PHASE.idle : PHASE.paused;
      anchorTick = -1;
      question.restart();
      clock.wait(control.words, COMMAND_WORD, command, Number.POSITIVE_INFINITY);
      continue;
    }
    if (ticksTotal > 0 && tick > ticksTotal) {
      ring.wakeReaders();
      control.phase = PHASE.finished;
      return;
    }
    control.phase = PHASE.running;
    if (anchorTick < 0 || speed !== control.speed) {
      speed = control.speed;
      anchorUs = clock.nowUs();
      anchorTick = engine.tick;
    }
    const dueUs = speed > 0 ? anchorUs + ((tick - anchorTick) * tickUs) / speed : 0;
    if (!question.settled(tick)) continue;
    if (speed > 0) {
      const restUs = dueUs - clock.nowUs();
      if (restUs > 0) {
        clock.wait(control.words, COMMAND_WORD, command, restUs);
        continue;
      }
    }
    // With a device bound the speed is 1, and nothing may hold a tick up; otherwise nothing may be lost.
    if (speed !== 1 && ring.isFull(tick)) {
      ring.waitForRoom(tick, SLEEP_MAX_US / 1000);
      continue;
    }
    ring.waiting = speed !== 1;
    const beganUs = clock.nowUs();
    if (speed > 0) control.lateness.add(beganUs - dueUs);
    batch.clear();
    engine.weather(tick, batch);
    question.take(tick, batch);
    inbox.drain(tick, beganUs, batch);
    engine.step(batch);
    if (tick !== ticksTotal) question.open(tick + 1);
    ring.publish(tick, engine.timeUs, clock.nowUs(), inbox.taken, batch, engine.events, engine.frame);
    const endedUs = clock.nowUs();
    control.addCost(endedUs - beganUs);
    // Who answers or watches at wall clock hears of every tick at once; flat out a small tick costs less than a waking.
    if (speed > 0 || lockstep?.attached === true || tick % burst === 0 || endedUs - announcedUs > ANNOUNCE_US) {
      ring.wakeReaders();
      announcedUs = endedUs;
    }
  }
  ring.wakeReaders();
  control.phase = PHASE.ended;
}

/** The question to an external strategy for one tick. Without one, every tick is settled at once. */
class Question {
  #tick = 0;
  #openedUs = 0;
  #holdTicks = 0;

  constructor(private readonly parts: LoopParts) {}

  /** Asks for a tick. Called before the frame it answers is published, so that no answer can be too early. */
  open(tick: number): void {
    const { lockstep, clock } = this.parts;
    if (lockstep === null || !lockstep.attached) return;
    this.#tick = tick;
    this.#openedUs = clock.nowUs();
    lockstep.ask(tick);
  }

  /** After a pause the deadline counts anew. */
  restart(): void {
    this.#openedUs = this.parts.clock.nowUs();
  }

  /** True once `tick` may be computed: answered, past the deadline, or nobody asked. Sleeps a while before false. */
  settled(tick: number): boolean {
    const { lockstep, clock, control, engine } = this.parts;
    if (lockstep === null || this.#tick !== tick || !lockstep.isOpen || !lockstep.attached) return true;
    // At wall clock nobody may hold a tick up, also who came with a longer deadline before the speed was changed.
    const tickUs = control.speed > 0 ? (engine.tickS * 1e6) / control.speed : Number.POSITIVE_INFINITY;
    const restUs = this.#openedUs + Math.min(lockstep.deadlineUs, tickUs) - clock.nowUs();
    if (restUs <= 0) {
      // Closed now and not when the tick begins: an answer between the deadline and the tick is late as well.
      lockstep.expire();
      return true;
    }
    clock.wait(lockstep.words, STATE_WORD, OPEN_STATE, Math.min(restUs, SLEEP_MAX_US));
    return false;
  }

  /** Adds the decision for `tick`, if there is one, to its inputs. */
  take(tick: number, batch: InputBatch): void {
    const { lockstep } = this.parts;
    if (lockstep === null || this.#tick !== tick) return;
    // Told with the first question: from there on the engine counts silence as a missed decision.
    if (this.#holdTicks !== lockstep.holdTicks) {
      this.#holdTicks = lockstep.holdTicks;
      batch.push(INPUT.strategyLease, 0, 1, this.#holdTicks);
    }
    if (!lockstep.close()) return;
    for (let slot = 0; slot < lockstep.named.length; slot++) {
      const named = lockstep.named[slot]!;
      if (named === 0) continue;
      batch.push(INPUT.roleSetpoint, slot, ROLE_STRATEGY, lockstep.setpointW[slot]!, 0, 0, 0, 0, named - 1);
    }
    batch.push(INPUT.decision, 0, tick);
  }
}

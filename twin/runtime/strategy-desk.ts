/**
 * The desk for one strategy outside the twin. It passes each frame on as a question and each answer to the loop; who
 * is late is told so. What a missed decision means for the slots is the engine's business.
 */
import { badInput, type Problem, WijkError } from '../../errors.js';
import { SG_NONE } from '../core/base/status.js';
import type { Model } from '../core/engine/model.js';
import { EXTERNAL } from '../core/strategies/registry.js';
import { sgReadyProblem } from './commands.js';
import type { FrameFeed } from './feed.js';
import type { Lockstep } from './lockstep.js';
import type { Note } from './recorder.js';
import type { RingEntry } from './ring.js';

export interface StrategyClient {
  readonly name: string;
  /** 0 means half a tick. */
  readonly deadlineS: number;
  /** 0 means 3. */
  readonly holdTicks: number;
  /** The frame to answer, the tick that the answer is for, and the time it has, s. */
  observe(entry: RingEntry, tick: number, deadlineS: number): void;
  /** The session is over. */
  ended(): void;
}

export interface StrategyDeskParts {
  readonly model: Model;
  readonly lockstep: Lockstep | null;
  readonly feed: FrameFeed;
  readonly ticksTotal: number;
  speed(): number;
  wake(): void;
  note(note: Note): void;
}

export interface SlotDecision {
  readonly slot: number;
  readonly powerW: number;
  /** SG_*; none if absent. */
  readonly sgReady?: number;
}

/** Where `deadline_s` and `hold_ticks` may lie. */
export const DEADLINE_MAX_S = 60;
export const HOLD_TICKS_MAX = 10_000;
const HOLD_TICKS_DEFAULT = 3;

export class StrategyDesk {
  #client: StrategyClient | null = null;
  #unsubscribe: () => void = () => undefined;
  /** Decisions that came after their deadline and were dropped. */
  lateDecisions = 0;

  constructor(private readonly parts: StrategyDeskParts) {}

  get attached(): boolean {
    return this.#client !== null;
  }

  /** Makes the client the session's strategy; throws STATE, LEASE_REFUSED or BAD_INPUT. */
  attach(client: StrategyClient): void {
    const { model, lockstep, feed, ticksTotal } = this.parts;
    if (lockstep === null) {
      throw new WijkError(
        'STATE',
        `the session's strategy is "${model.strategy.name}"; load it with strategy "${EXTERNAL}" to decide from outside`,
      );
    }
    if (this.#client !== null) {
      throw new WijkError('LEASE_REFUSED', `"${this.#client.name}" decides already; a session has one strategy`);
    }
    this.#check(client);
    const deadlineS = client.deadlineS || model.tickS / 2;
    this.#client = client;
    lockstep.attach(deadlineS * 1e6, client.holdTicks || HOLD_TICKS_DEFAULT);
    this.#unsubscribe = feed.subscribe({
      everyTicks: 1,
      frame: (entry) => {
        if (entry.tick !== ticksTotal) client.observe(entry, entry.tick + 1, deadlineS);
      },
      // Its questions went by while this thread was busy; the loop has counted them as missed decisions.
      missed: () => undefined,
      ended: () => client.ended(),
    });
    this.#note('strategy-attached', `deadline ${deadlineS} s`, client.name);
    this.parts.wake();
  }

  /** Takes a decision; false if it was too late (or answers nothing that was asked). Throws BAD_INPUT. */
  decide(tick: number, decision: readonly SlotDecision[]): boolean {
    const { slots, dimensions } = this.parts.model;
    const problems: Problem[] = [];
    decision.forEach(({ slot, powerW, sgReady = SG_NONE }, i) => {
      const wrong = (field: string, value: number, rule: string): void => {
        problems.push({ file: '<decision>', path: `setpoints/${i}/${field}`, value: String(value), rule });
      };
      if (slot >= dimensions.slots) wrong('slot_index', slot, `there are ${dimensions.slots} slots`);
      else if (slots.controllable[slot] !== 1) wrong('slot_index', slot, `slot ${slots.id[slot]} follows no setpoint`);
      if (Math.abs(powerW) === Infinity)
        wrong('active_power_w', powerW, 'must be a number, or NaN to let the slot free');
      if (slot < dimensions.slots) {
        const rule = sgReadyProblem(slots.kind[slot]!, sgReady);
        if (rule !== undefined) wrong('sg_ready', sgReady, rule);
      }
    });
    if (problems.length > 0) throw badInput(problems);
    const inTime = this.parts.lockstep!.answer(tick, decision);
    if (!inTime) this.lateDecisions++;
    return inTime;
  }

  detach(client: StrategyClient): void {
    if (this.#client !== client) return;
    this.#client = null;
    this.#unsubscribe();
    this.parts.lockstep?.detach();
    this.parts.wake();
    this.#note('strategy-gone', 'every decision from now on is missed', client.name);
  }

  #check({ deadlineS, holdTicks }: StrategyClient): void {
    const { model } = this.parts;
    const atMostS = this.parts.speed() === 0 ? DEADLINE_MAX_S : model.tickS;
    const problems: Problem[] = [];
    if (!(deadlineS >= 0 && deadlineS <= atMostS)) {
      const rule = `must lie between 0 and ${atMostS} s (one tick at wall clock)`;
      problems.push({ file: '<hello>', path: 'deadline_s', value: String(deadlineS), rule });
    }
    if (holdTicks > HOLD_TICKS_MAX) {
      problems.push({
        file: '<hello>',
        path: 'hold_ticks',
        value: String(holdTicks),
        rule: `at most ${HOLD_TICKS_MAX}`,
      });
    }
    if (problems.length > 0) throw badInput(problems);
  }

  #note(kind: string, text: string, actor: string): void {
    this.parts.note({ tick: 0, inboxRecord: 0, kind, subject: 'strategy', text, actor });
  }
}

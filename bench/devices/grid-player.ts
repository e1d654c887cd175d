/**
 * Plays a slot's phase voltages to the device under test behind an AC source. The twin says what to play; this loop says
 * whether: while the twin is fresh, nobody stopped it, and the loop of source and device does not swing. Otherwise the
 * device sees the nominal grid, or, after a stop, an open output.
 */
import { messageOf, WijkError } from '../../errors.js';
import type { Log } from '../log.js';
import type { Clock } from '../transport/clock.js';
import type { PlayedGrid, SourceDriver } from './driver.js';
import { STABILITY_START, type StabilityState, watch } from './loop-stability.js';
import type { ScpiSourceProfile } from './profile.js';

export interface GridPlayerParts {
  readonly id: string;
  readonly slotId: string;
  readonly profile: ScpiSourceProfile;
  /** What is played beside the twin's voltages: its model has no frequency of its own. */
  readonly frequency: PlayedFrequency;
  readonly driver: SourceDriver;
  /** Whether the source has been identified and answers. */
  readonly known: () => boolean;
  readonly clock: Clock;
  readonly log: Log;
}

export interface PlayedFrequency {
  readonly hz: number;
  /** Who says so. */
  readonly source: string;
}

export type Playing =
  /** Nothing yet: the source is not known. */
  | { readonly kind: 'waiting' }
  | { readonly kind: 'following' }
  /** The twin says nothing: the nominal grid. */
  | { readonly kind: 'nominal' }
  /** The loop swung: the nominal grid, until a person releases it. */
  | { readonly kind: 'latched'; readonly cause: string }
  | { readonly kind: 'off' };

const PERIOD_MS = 200;
/** A voltage of the twin is played for so long. */
const FRESH_MS = 3000;

export class GridPlayer {
  readonly id: string;
  readonly slotId: string;
  readonly frequency: PlayedFrequency;
  playing: Playing = { kind: 'waiting' };
  /** What the source confirmed last. */
  played: PlayedGrid | undefined;
  /** How often the twin's voltages left the limits of the source, and were cut to them. */
  clamped = 0;
  lastError = '';

  readonly #parts: GridPlayerParts;
  #target: { readonly grid: PlayedGrid; readonly atMs: number } | undefined;
  #stability: StabilityState = STABILITY_START;
  #outside = false;
  #stopped = false;
  #latched = '';
  #closed = false;
  #cancel: () => void = () => undefined;
  /** One thing at a time on the source's line. */
  #busy: Promise<unknown> = Promise.resolve();

  constructor(parts: GridPlayerParts) {
    this.#parts = parts;
    this.id = parts.id;
    this.slotId = parts.slotId;
    this.frequency = parts.frequency;
  }

  /** What the twin wants, V per phase; NaN before its first voltage. */
  get wanted(): readonly [number, number, number] {
    return this.#target?.grid.voltageV ?? [Number.NaN, Number.NaN, Number.NaN];
  }

  start(): void {
    const turn = (): void => {
      if (this.#closed) return;
      const done = (): void => {
        if (!this.#closed) this.#cancel = this.#parts.clock.schedule(PERIOD_MS, turn);
      };
      this.#busy = this.#turn().then(done, done);
    };
    turn();
  }

  /** Voltages of the slot's connection, V; NaN where the grid has no solution. */
  show(voltageV: readonly [number, number, number]): void {
    if (voltageV.some((v) => !Number.isFinite(v))) return;
    const { minimum, maximum } = this.#parts.profile.scpi.limits.voltageV;
    const outside = voltageV.some((v) => v < minimum || v > maximum);
    if (outside && !this.#outside) {
      this.clamped++;
      const wanted = voltageV.map((v) => v.toFixed(1)).join(', ');
      this.#parts.log.warn({ device: this.id }, `${wanted} V of the twin is cut to ${minimum} to ${maximum} V`);
    }
    this.#outside = outside;
    this.#target = { grid: { voltageV, frequencyHz: this.frequency.hz }, atMs: this.#parts.clock.nowMs() };
  }

  /** Opens the output, and resolves to whether it is open. Holds until released. */
  async stop(): Promise<boolean> {
    this.#stopped = true;
    await this.#busy;
    if (!this.#parts.known()) return false;
    try {
      await this.#within((signal) => this.#parts.driver.off(signal));
      this.playing = { kind: 'off' };
      this.played = undefined;
      return true;
    } catch (error) {
      this.#failed(error);
      return false;
    }
  }

  release(): void {
    this.#stopped = false;
    this.#latched = '';
    this.#stability = STABILITY_START;
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#cancel();
    await this.#busy;
  }

  async #turn(): Promise<void> {
    const { clock, driver, profile, known, log } = this.#parts;
    if (this.#stopped) return;
    if (!known()) {
      this.playing = { kind: 'waiting' };
      return;
    }
    const nowMs = clock.nowMs();
    const target = this.#target;
    const fresh = target !== undefined && nowMs - target.atMs <= FRESH_MS;
    const { voltageV: v, frequencyHz } = profile.scpi.nominal;
    const nominal: PlayedGrid = { voltageV: [v, v, v], frequencyHz };
    const follows = fresh && this.#latched === '';
    try {
      this.played = await this.#within((signal) => driver.play(follows ? target.grid : nominal, signal));
      this.lastError = '';
    } catch (error) {
      this.#failed(error);
      return;
    }
    if (this.#latched !== '') this.playing = { kind: 'latched', cause: this.#latched };
    else this.playing = { kind: follows ? 'following' : 'nominal' };
    if (!follows) return;
    const { state, stability } = watch(this.#stability, profile.scpi.stability, this.played.voltageV, clock.nowMs());
    this.#stability = state;
    if (stability.kind !== 'swinging') return;
    const { phase, turns, swingV } = stability;
    const { windowS } = profile.scpi.stability;
    this.#latched = `the loop of source and device under test swings: phase ${'abc'[phase]} turned ${turns} times within ${windowS} s, by ${swingV.toFixed(1)} V`;
    this.playing = { kind: 'latched', cause: this.#latched };
    this.lastError = this.#latched;
    log.error(
      { device: this.id, slot: this.slotId },
      `${this.#latched}; the nominal grid is played until it is released`,
    );
  }

  async #within<T>(operation: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const { clock, profile, id } = this.#parts;
    const { budgetMs } = profile.behaviour.timing;
    const controller = new AbortController();
    const late = new WijkError('DEVICE_TIMEOUT', `${id} was not done within its budget of ${budgetMs} ms`);
    const cancel = clock.schedule(budgetMs, () => controller.abort(late));
    try {
      return await operation(controller.signal);
    } finally {
      cancel();
    }
  }

  #failed(error: unknown): void {
    const text = messageOf(error);
    if (text !== this.lastError) this.#parts.log.warn({ device: this.id }, text);
    this.lastError = text;
  }
}

/**
 * Plays a slot's phase voltages to the device under test behind an AC source. The twin says what to play; this loop says
 * whether: while the twin is fresh, nobody stopped it, and the loop of source and device does not swing. Otherwise the
 * device sees the nominal grid, or, after a stop, an open output.
 */
import { messageOf, WijkError } from '../../errors.js';
import type { Log } from '../log.js';
import type { Clock } from '../transport/clock.js';
import type { DiscrepancyKind, Span, Terminals } from './discrepancies.js';
import type { PlayedGrid, SourceDriver } from './driver.js';
import { STABILITY_START, type StabilityState, watch } from './loop-stability.js';
import { uncertaintyAt } from './profile/behaviour.js';
import type { ScpiSourceProfile } from './profile.js';
import { watchdogS } from './scpi-source.js';

export interface GridPlayerParts {
  readonly id: string;
  readonly slotId: string;
  readonly profile: ScpiSourceProfile;
  /** What is played beside the twin's voltages: its model has no frequency of its own. */
  readonly frequency: PlayedFrequency;
  readonly driver: SourceDriver;
  /** Whether the source has been identified and answers. */
  readonly known: () => boolean;
  /** Another number is another connection: who knows what the source did in between. */
  readonly connection: () => number;
  /** Where what it does otherwise than it was told is counted and recorded. */
  readonly account: Account;
  readonly clock: Clock;
  readonly log: Log;
}

export interface Account {
  /** `active`: it lasts until `ended`. */
  began(kind: DiscrepancyKind, text: string, active: boolean): void;
  ended(kind: DiscrepancyKind): void;
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
/** After a step its terminals have so long to be there. */
const SETTLE_MS = 2000;
/** Of the nominal voltage, beside the uncertainty of its meter: makers of such sources promise 0.1 to 0.5 %. */
const PLAYED_RATIO = 0.005;
const PLAYED_HZ = 0.05;
/** Steps that may be on the line, or at its terminals, before they are confirmed here. */
const STEPS_AHEAD = 2;
/** No reading takes longer. */
const HISTORY_MS = 20_000;

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
  /** The connection on which its state was looked at; undefined: it is to be looked at. */
  #attachedTo: number | undefined;
  /** Why its output is to be opened before anything else. */
  #unasked = '';
  /** Its watchdog was seen not to open the output. */
  #unwatched = false;
  #notHeld = false;
  /** What it confirmed without a break, oldest first. */
  #confirmed: { readonly grid: PlayedGrid; readonly atMs: number }[] = [];

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

  /** Whether its output opens by itself when this bench falls silent, as far as anybody has seen. */
  get armed(): boolean {
    return watchdogS(this.#parts.profile) !== undefined && this.played !== undefined && !this.#unwatched;
  }

  /** What its terminals may carry in a reading asked for at an instant; undefined: it has not played for long enough to say. */
  terminalsAt(askedAtMs: number): Terminals | undefined {
    const fromMs = askedAtMs - SETTLE_MS;
    const before = this.#confirmed.findLastIndex(({ atMs }) => atMs <= fromMs);
    if (before < 0) return undefined;
    const grids = this.#confirmed.slice(before).map(({ grid }) => grid);
    const { limits, nominal, phases } = this.#parts.profile.scpi;
    const { voltageV: voltage, frequencyHz: frequency } = this.#parts.profile.measurement.uncertainty;
    const goal = this.playing.kind === 'following' ? this.#target?.grid : undefined;
    const span = (
      values: readonly number[],
      to: number,
      slew: number,
      bounds: { minimum: number; maximum: number },
    ): Span => {
      const reach = (STEPS_AHEAD * slew * PERIOD_MS) / 1000;
      const newest = values.at(-1)!;
      const next =
        newest + Math.min(reach, Math.max(-reach, Math.min(bounds.maximum, Math.max(bounds.minimum, to)) - newest));
      return { low: Math.min(next, ...values), high: Math.max(next, ...values) };
    };
    return {
      voltageV: [0, 1, 2].slice(0, phases).map((p) =>
        span(
          grids.map(({ voltageV }) => voltageV[p]!),
          goal?.voltageV[p] ?? nominal.voltageV,
          limits.slewVPerS,
          limits.voltageV,
        ),
      ),
      frequencyHz: span(
        grids.map(({ frequencyHz }) => frequencyHz),
        goal?.frequencyHz ?? nominal.frequencyHz,
        limits.slewHzPerS,
        limits.frequencyHz,
      ),
      // What is measured with an uncertainty that nobody states proves nothing.
      toleranceV:
        voltage === undefined ? Infinity : PLAYED_RATIO * nominal.voltageV + uncertaintyAt(voltage, nominal.voltageV),
      toleranceHz: frequency === undefined ? Infinity : PLAYED_HZ + uncertaintyAt(frequency, nominal.frequencyHz),
    };
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
      this.#openNow();
      return true;
    } catch (error) {
      this.#failed(error);
      return false;
    }
  }

  release(): void {
    this.#stopped = false;
    this.#unwatched = false;
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
    if (!known()) {
      this.#attachedTo = undefined;
      this.#confirmed = [];
      if (!this.#stopped) this.playing = { kind: 'waiting' };
      return;
    }
    const connection = this.#parts.connection();
    if (this.#attachedTo !== connection) {
      if (!(await this.#attach())) return;
      this.#attachedTo = connection;
    }
    if (this.#stopped) return;
    const nowMs = clock.nowMs();
    const target = this.#target;
    const fresh = target !== undefined && nowMs - target.atMs <= FRESH_MS;
    const { voltageV: v, frequencyHz } = profile.scpi.nominal;
    const nominal: PlayedGrid = { voltageV: [v, v, v], frequencyHz };
    const follows = fresh && this.#latched === '';
    try {
      this.played = await this.#within((signal) => driver.play(follows ? target.grid : nominal, signal));
      this.#confirm(this.played, clock.nowMs());
    } catch (error) {
      this.#notConfirmed(error);
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

  /** Looks at what the source does by itself, and opens an output that nobody asked for. False: it is not known to be safe yet. */
  async #attach(): Promise<boolean> {
    const { driver, account, log } = this.#parts;
    try {
      const found = await this.#within((signal) => driver.attach(signal));
      if (found !== undefined) {
        if (found.kind === 'not-reverted') this.#unwatched = true;
        // Said once, however often it takes to open it.
        if (this.#unasked === '') {
          account.began(found.kind, found.text, false);
          log.error({ device: this.id, slot: this.slotId }, `${found.text}; its output is opened first`);
        }
        this.#unasked = found.text;
        await this.#within((signal) => driver.off(signal));
        this.#openNow();
      }
      this.#unasked = '';
      return true;
    } catch (error) {
      this.#failed(error);
      return false;
    }
  }

  #openNow(): void {
    this.playing = { kind: 'off' };
    this.played = undefined;
    this.#confirmed = [];
    this.#unasked = '';
  }

  #confirm(grid: PlayedGrid, atMs: number): void {
    this.lastError = '';
    this.#confirmed.push({ grid, atMs });
    while (this.#confirmed.length > 2 && this.#confirmed[1]!.atMs < atMs - HISTORY_MS) this.#confirmed.shift();
    if (this.#notHeld) this.#parts.account.ended('grid-not-held');
    this.#notHeld = false;
  }

  #notConfirmed(error: unknown): void {
    this.#failed(error);
    this.#confirmed = [];
    if (!(error instanceof WijkError) || error.code !== 'SETPOINT_IGNORED') {
      this.#attachedTo = undefined;
      return;
    }
    if (!this.#notHeld) this.#parts.account.began('grid-not-held', error.message, true);
    this.#notHeld = true;
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

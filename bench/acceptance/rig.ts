/**
 * The device under test in the hands of the catalogue: commands it inside its envelope, samples its power on an absolute
 * schedule together with that of the independent meter, and remembers both.
 *
 * All times are ms of the device's clock (`device-clock.ts`). Nothing here judges.
 */
import { messageOf, WijkError } from '../../errors.js';
import { canCommand, canPlay, type DeviceReading, type Identity, type PlayedGrid, totalW } from '../devices/driver.js';
import type { PowerWindow } from '../devices/power-window.js';
import { Histogram } from '../histogram.js';
import type { Clock } from '../transport/clock.js';
import type { Declared } from './declared.js';
import { pause, within } from './device-clock.js';
import type { Station } from './station.js';
import type { PowerSample } from './step-response.js';

export interface Sample extends PowerSample {
  readonly receivedMs: number;
  readonly reading: DeviceReading;
}

export interface Command {
  readonly window: PowerWindow;
  /** What the device held afterwards, by its own registers. */
  readonly held: PowerWindow;
  readonly fromMs: number;
  readonly toMs: number;
}

/** Whether the device said that it is under control, and of what. */
export interface HeldSample {
  readonly atMs: number;
  /** Absent: it runs free. */
  readonly window?: PowerWindow;
}

/** One step of a grid player, as the source confirmed it. */
export interface PlayStep {
  readonly atMs: number;
  readonly grid: PlayedGrid;
}

export interface RigParts {
  readonly declared: Declared;
  readonly station: Station;
  /** The clock of the device. */
  readonly clock: Clock;
  /** The clock of the wires: budgets, ages of readings. */
  readonly wire: Clock;
  readonly speed: number;
}

export interface Watch {
  readonly forMs: number;
  readonly signal: AbortSignal;
  /** Written again before half of the revert time is over; absent: nothing is written. */
  readonly hold?: PowerWindow;
  /** Beats go on; default: while a setpoint is held. */
  readonly beat?: boolean;
  /** With every sample the device is asked what it holds. */
  readonly askHeld?: boolean;
  /** A grid player goes on playing this. */
  readonly play?: PlayedGrid;
  /** Ends the watch early. */
  readonly until?: () => boolean;
  /** Losing the device is what is looked at, not an error. */
  readonly mayBeLost?: boolean;
  readonly progress?: (elapsedMs: number) => void;
}

const SAMPLES_MAX = 200_000;
const SAMPLE_MIN_MS = 100;
/** Time between two readings, of the time that one takes. */
const READINGS_APART = 1.5;

export class Rig {
  /** Its envelope is narrowed to the nameplate once the device has told it. */
  declared: Declared;
  readonly clock: Clock;
  readonly own: Sample[] = [];
  readonly meter: PowerSample[] = [];
  readonly commands: Command[] = [];
  readonly holds: HeldSample[] = [];
  readonly played: PlayStep[] = [];
  readonly beats: number[] = [];
  readonly age = new Histogram();
  readonly jitter = new Histogram();
  readonly roundTrip = new Histogram();
  identity: Identity | undefined;
  /** The newest write of any kind, ms; from here the device counts until it reverts. */
  lastWriteMs = Number.NEGATIVE_INFINITY;
  /** The newest beat. */
  lastBeatMs = Number.NEGATIVE_INFINITY;
  readings = 0;
  /** Lost while the device was meant to be there. */
  lost = 0;
  lastError = '';
  meterError = '';

  readonly #parts: RigParts;
  #samplePeriodMs: number;
  #meterRunning: Promise<void> | undefined;
  #connected = false;
  readonly #stop = new AbortController();

  constructor(parts: RigParts) {
    this.#parts = parts;
    this.declared = parts.declared;
    this.clock = parts.clock;
    this.#samplePeriodMs = parts.declared.pollPeriodMs;
  }

  get station(): Station {
    return this.#parts.station;
  }

  get speed(): number {
    return this.#parts.speed;
  }

  /** Time between two samples, ms of the device's clock. */
  get samplePeriodMs(): number {
    return this.#samplePeriodMs;
  }

  /** As often as the line carries readings with room for setpoints, never slower than the poll period of the bench file. */
  adaptSampling(readingMs: number): void {
    const fastMs = Math.max(SAMPLE_MIN_MS, READINGS_APART * readingMs) * this.speed;
    this.#samplePeriodMs = Math.min(this.declared.pollPeriodMs * this.speed, fastMs);
  }

  /** The power as the better instrument saw it: the meter if there is one. */
  get power(): readonly PowerSample[] {
    return this.station.meter === undefined ? this.own : this.meter;
  }

  powerSince(fromMs: number): readonly PowerSample[] {
    const { power } = this;
    // From the end: a run has thousands of samples, and every watch asks for its newest.
    return power.slice(power.findLastIndex(({ atMs }) => atMs < fromMs) + 1);
  }

  get lastReading(): DeviceReading | undefined {
    return this.own.at(-1)?.reading;
  }

  /** The device's line is open and the device on it is known. */
  get connected(): boolean {
    return this.#connected;
  }

  /** Opens the line, anew if it is open, and asks who is there. Rejects as the station and the driver do. */
  async connect(signal: AbortSignal): Promise<Identity> {
    await this.disconnect();
    await this.station.connect(signal);
    if (this.station.meter !== undefined) this.#meterRunning ??= this.#runMeter();
    const { driver } = this.station;
    try {
      this.identity = await this.#timed(this.declared.identifyBudgetMs, signal, (inner) => driver.identify(inner));
    } catch (error) {
      if (error instanceof WijkError && error.code === 'DEVICE_TIMEOUT') await this.station.askAnything(signal);
      throw error;
    }
    this.#connected = true;
    this.declared = narrowed(this.declared, this.identity.rating);
    return this.identity;
  }

  disconnect(): Promise<void> {
    this.#connected = false;
    return this.station.disconnect();
  }

  /** One command with its read-back. Rejects as the driver does, and never leaves the envelope. */
  async command(window: PowerWindow, signal: AbortSignal): Promise<Command> {
    const { driver } = this.station;
    const { control } = this.declared;
    if (control === undefined || !canCommand(driver)) throw new WijkError('INTERNAL', 'a meter takes no command');
    const { minimumW, maximumW } = control.envelope;
    if (window.minimumW < minimumW - 0.5 || window.maximumW > maximumW + 0.5) {
      throw new WijkError('INTERNAL', `${window.minimumW} to ${window.maximumW} W lies outside the envelope`);
    }
    const pauseMs =
      (this.commands.at(-1)?.fromMs ?? Number.NEGATIVE_INFINITY) + control.minimumIntervalMs - this.clock.nowMs();
    if (pauseMs > 0) await pause(this.clock, pauseMs, signal);
    const fromMs = this.clock.nowMs();
    const held = await this.#timed(this.declared.budgetMs, signal, (inner) => driver.command(window, inner));
    const command = { window, held, fromMs, toMs: this.clock.nowMs() };
    this.commands.push(command);
    this.lastWriteMs = command.toMs;
    return command;
  }

  /** Gives control back: the device runs as without a controller. */
  async release(signal: AbortSignal): Promise<void> {
    const { driver } = this.station;
    if (!canCommand(driver)) throw new WijkError('INTERNAL', 'a meter is under no control');
    await this.#timed(this.declared.budgetMs, signal, (inner) => driver.release(inner));
    this.lastWriteMs = this.clock.nowMs();
  }

  /** What the device says that it holds. */
  async askHeld(signal: AbortSignal): Promise<HeldSample> {
    const { driver } = this.station;
    if (!canCommand(driver)) throw new WijkError('INTERNAL', 'a meter holds nothing');
    const { window } = await this.#timed(this.declared.budgetMs, signal, (inner) => driver.held(inner));
    const held = { atMs: this.clock.nowMs(), ...(window === undefined ? {} : { window }) };
    keep(this.holds, held);
    return held;
  }

  /** From the next command on: all that its limit lets it take, whatever it needs by itself. */
  fullLoad(on: boolean): void {
    const { driver } = this.station;
    if (!canCommand(driver) || driver.fullLoad === undefined)
      throw new WijkError('INTERNAL', 'no profile says how this device comes under full load');
    driver.fullLoad(on);
  }

  /** One beat of the controller, at once. */
  async beat(signal: AbortSignal): Promise<void> {
    const { driver } = this.station;
    if (!canCommand(driver) || driver.beat === undefined) return;
    await this.#timed(this.declared.budgetMs, signal, (inner) => driver.beat!(inner));
    this.lastBeatMs = this.clock.nowMs();
    keep(this.beats, this.lastBeatMs);
  }

  /** Longest time without a beat between two instants, ms; the time since the last one before counts. */
  longestSilenceMs(fromMs: number, untilMs: number): number {
    const before = this.beats.findLast((atMs) => atMs <= fromMs) ?? fromMs;
    const within = [before, ...this.beats.filter((atMs) => atMs > fromMs && atMs < untilMs), untilMs];
    return within.slice(1).reduce((most, atMs, k) => Math.max(most, atMs - within[k]!), 0);
  }

  /** One step of a grid player towards a grid. */
  async play(goal: PlayedGrid, signal: AbortSignal): Promise<PlayedGrid> {
    const { driver } = this.station;
    if (!canPlay(driver)) throw new WijkError('INTERNAL', 'only a grid player plays');
    const grid = await this.#timed(this.declared.budgetMs, signal, (inner) => driver.play(goal, inner));
    keep(this.played, { atMs: this.clock.nowMs(), grid });
    return grid;
  }

  /** Opens the output of a grid player; rejects unless it is seen to be open. */
  async switchOff(signal: AbortSignal): Promise<void> {
    const { driver } = this.station;
    if (!canPlay(driver)) throw new WijkError('INTERNAL', 'only a grid player has an output');
    await this.#timed(this.declared.budgetMs, signal, (inner) => driver.off(inner));
  }

  /** Twice a period; infinite where the device watches no beats. */
  #beatDueMs(): number {
    const periodS = this.declared.control?.heartbeat?.periodS;
    return periodS === undefined ? Number.POSITIVE_INFINITY : this.lastBeatMs + (periodS * 1000) / 2;
  }

  /** Renews a setpoint before half of its revert time is over. */
  async #renew(window: PowerWindow, signal: AbortSignal): Promise<void> {
    const { control } = this.declared;
    if (control === undefined) throw new WijkError('INTERNAL', 'a meter holds nothing');
    const commandedMs = this.commands.at(-1)?.fromMs ?? Number.NEGATIVE_INFINITY;
    // Flash wears with every write: such a setpoint is not renewed.
    if (!control.flash && this.clock.nowMs() - commandedMs >= (control.revertTime.value * 1000) / 2)
      await this.command(window, signal);
  }

  /** Waits, and goes on beating: the time between two samples may be longer than the device's patience. */
  async #pauseUntil(untilMs: number, beats: boolean, signal: AbortSignal): Promise<void> {
    const { clock } = this;
    while (beats && this.#beatDueMs() < untilMs) {
      await pause(clock, this.#beatDueMs() - clock.nowMs(), signal);
      await this.beat(signal);
    }
    await pause(clock, untilMs - clock.nowMs(), signal);
  }

  /** To a window in steps that the envelope's ramp allows, one a second; resolves to the last command. */
  async moveTo(window: PowerWindow, signal: AbortSignal): Promise<Command> {
    const reachW = this.declared.control!.envelope.rampWPerS;
    for (;;) {
      const last = this.commands.at(-1)?.window;
      const next = last === undefined ? window : toward(last, window, reachW);
      const command = await this.command(next, signal);
      if (next === window) return command;
      await this.watch({ forMs: 1000, signal });
    }
  }

  /** Samples for a while. */
  async watch({ forMs, signal, hold, beat, askHeld, play, until, mayBeLost, progress }: Watch): Promise<void> {
    const { clock } = this;
    const beats = beat ?? hold !== undefined;
    const startMs = clock.nowMs();
    const untilMs = startMs + forMs;
    let dueMs = startMs;
    let lostInARow = 0;
    let previousMs: number | undefined;
    while (clock.nowMs() < untilMs && !(until?.() ?? false)) {
      signal.throwIfAborted();
      progress?.(clock.nowMs() - startMs);
      if (beats && clock.nowMs() >= this.#beatDueMs()) await this.beat(signal);
      if (hold !== undefined) await this.#renew(hold, signal);
      if (play !== undefined) await this.play(play, signal);
      const askedMs = clock.nowMs();
      try {
        await this.sample(signal);
        if (askHeld === true) await this.askHeld(signal);
        lostInARow = 0;
        if (previousMs !== undefined) {
          this.jitter.add((Math.abs(askedMs - previousMs - this.#samplePeriodMs) * 1000) / this.speed);
        }
        previousMs = askedMs;
      } catch (error) {
        signal.throwIfAborted();
        if (!isLoss(error)) throw error;
        previousMs = undefined;
        this.lastError = messageOf(error);
        if (mayBeLost !== true) {
          this.lost++;
          if (++lostInARow >= this.declared.lostAfterReadings) throw error;
        }
      }
      if (clock.nowMs() >= untilMs) break;
      // The schedule is absolute; a reading that took longer than its period costs the periods it took.
      dueMs += this.#samplePeriodMs * Math.max(1, Math.ceil((clock.nowMs() - dueMs) / this.#samplePeriodMs));
      // What sends by itself sets the pace, as long as it comes.
      if (this.station.driver.pushes !== true || previousMs === undefined)
        await this.#pauseUntil(Math.min(dueMs, untilMs), beats, signal);
    }
  }

  /** One reading of the device. */
  async sample(signal: AbortSignal): Promise<Sample> {
    const { driver } = this.station;
    const { wire } = this.#parts;
    const fromMs = wire.nowMs();
    const reading = await this.#timed(this.declared.budgetMs, signal, (inner) => driver.read(inner));
    const receivedMs = this.clock.nowMs();
    const ageMs = wire.nowMs() - reading.askedAtMs;
    if (driver.pushes !== true) this.roundTrip.add((wire.nowMs() - fromMs) * 1000);
    this.age.add(ageMs * 1000);
    const sample = { atMs: receivedMs - ageMs * this.speed, receivedMs, reading, powerW: totalW(reading) };
    this.readings++;
    keep(this.own, sample);
    return sample;
  }

  async close(): Promise<void> {
    this.#stop.abort(new WijkError('STATE', 'the acceptance is over'));
    await this.station.close();
    await this.#meterRunning;
  }

  /** The meter has a pace of its own: what it last said is what counts, and its silence must not slow the device. */
  async #runMeter(): Promise<void> {
    const { wire } = this.#parts;
    const { signal } = this.#stop;
    let known = false;
    while (!signal.aborted) {
      const driver = this.station.meter!;
      let failed = false;
      try {
        if (!known) await driver.identify(signal);
        known = true;
        const reading = await driver.read(signal);
        const ageMs = wire.nowMs() - reading.askedAtMs;
        keep(this.meter, { atMs: this.clock.nowMs() - ageMs * this.speed, powerW: totalW(reading) });
      } catch (error) {
        if (signal.aborted) return;
        failed = true;
        this.meterError = messageOf(error);
      }
      if (driver.pushes !== true || failed)
        await pause(this.clock, this.#samplePeriodMs, signal).catch(() => undefined);
    }
  }

  #timed<T>(budgetMs: number, signal: AbortSignal, operation: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const late = () => new WijkError('DEVICE_TIMEOUT', `the device was not done within its budget of ${budgetMs} ms`);
    return within(this.#parts.wire, budgetMs, signal, late, operation);
  }
}

/** Never more than the nameplate; a ramp that nobody limited takes one second across it. */
function narrowed(declared: Declared, rating: PowerWindow | undefined): Declared {
  const { control } = declared;
  if (control === undefined || rating === undefined) return declared;
  const minimumW = Math.max(control.envelope.minimumW, rating.minimumW);
  const maximumW = Math.min(control.envelope.maximumW, rating.maximumW);
  const rampWPerS = Math.min(control.envelope.rampWPerS, Math.max(Math.abs(minimumW), Math.abs(maximumW)));
  return { ...declared, control: { ...control, envelope: { minimumW, maximumW, rampWPerS } } };
}

/** A reading that did not come, as against a defect or a line that is gone for good. */
const isLoss = (error: unknown): boolean =>
  error instanceof WijkError &&
  ['DEVICE_TIMEOUT', 'DEVICE_PROTOCOL', 'DEVICE_EXCEPTION', 'NO_SUCH_PORT'].includes(error.code);

function keep<T>(list: T[], entry: T): void {
  list.push(entry);
  if (list.length > SAMPLES_MAX) list.splice(0, SAMPLES_MAX / 2);
}

/** `to`, or as near to it as `reachW` at each edge allows. */
function toward(from: PowerWindow, to: PowerWindow, reachW: number): PowerWindow {
  const step = (a: number, b: number): number => a + Math.max(-reachW, Math.min(reachW, b - a));
  const next = { minimumW: step(from.minimumW, to.minimumW), maximumW: step(from.maximumW, to.maximumW) };
  return next.minimumW === to.minimumW && next.maximumW === to.maximumW ? to : next;
}

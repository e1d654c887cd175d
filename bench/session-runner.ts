/**
 * Runs one device: asks it on an absolute schedule, commands it what the safety machine allows, and moves it through its
 * life. The machines (`session.ts`, `safety.ts`, `devices/effect.ts`) decide; this file owns the clock and the wire.
 */
import { messageOf, WijkError } from '../errors.js';
import type { DeviceConfig } from './config.js';
import {
  believedCharge,
  type Discrepancy,
  type DiscrepancyKind,
  DiscrepancyLog,
  isBelieved,
  READING_WATCH_START,
  type ReadingRule,
  type ReadingWatch,
  watchReading,
} from './devices/discrepancies.js';
import { canCommand, type DeviceReading, type Driver, type Identity, totalW } from './devices/driver.js';
import { type EffectState, inForce, inside, judge, NO_EFFECT } from './devices/effect.js';
import { difference, type PowerWindow } from './devices/power-window.js';
import { Histogram } from './histogram.js';
import type { Log } from './log.js';
import {
  advance,
  budgetAt,
  edgesAfter,
  SAFETY_START,
  type SafeReason,
  type SafetyEvent,
  type SafetyState,
  spend,
  type Wanted,
  type WriteBudget,
  wanted,
} from './safety.js';
import { isKnown, LIFE_START, type Life, type LifeEvent, next } from './session.js';
import { isDown, isInterruption, saidNothing } from './session-errors.js';
import { Operations } from './session-operations.js';
import { type ActuatorPart, actuatorPart, readingRule } from './session-rules.js';
import { Sleep } from './session-sleep.js';
import type { Clock } from './transport/clock.js';

/** A reading with its number; gaps in the numbers are lost readings. */
export interface NumberedReading extends DeviceReading {
  readonly sequence: number;
}

/** Where a session announces its device and its readings. */
export interface LeaseDesk {
  /** The device is known; its slot is wanted. Said again after every identification. */
  announce(device: DeviceConfig, identity: string): void;
  /** The device may not be in its slot any more. */
  withdraw(device: DeviceConfig, reason: string): void;
  send(device: DeviceConfig, reading: NumberedReading): void;
  /** Something that the record of the run must hold about the device in its slot. */
  notice(device: DeviceConfig, kind: DiscrepancyKind, text: string): void;
}

export interface SessionParts {
  readonly config: DeviceConfig;
  readonly driver: Driver;
  readonly desk: LeaseDesk;
  readonly clock: Clock;
  readonly log: Log;
  /** The device of another session on the same line that is this very one, by its serial number; undefined: nobody. */
  readonly alsoKnownAs?: (identity: Identity) => string | undefined;
  /** Of a grid emulator: what its readings must find on its terminals. */
  readonly terminalsAt?: ReadingRule['terminalsAt'];
}

/** What health and tests see of a session. */
export interface SessionView {
  readonly config: DeviceConfig;
  readonly life: Life;
  readonly readings: number;
  readonly readingsLost: number;
  readonly jitter: Histogram;
  readonly roundTrip: Histogram;
  readonly age: Histogram;
  readonly oneWayDelay: Histogram;
  readonly command: Histogram;
  /** Answers that came damaged. */
  readonly damaged: number;
  readonly lastReading: NumberedReading | undefined;
  readonly setpointsIgnored: number;
  readonly setpointsLimited: number;
  /** Changes of a setpoint that had to wait for the budget of writes. */
  readonly writesDeferred: number;
  /** Why it is held at its safe setpoint now; empty if it follows. */
  readonly safeReason: string;
  /** Whether its measured power is where its safe setpoint wants it; undefined: not known, or it takes no commands. */
  readonly atSafeSetpoint: boolean | undefined;
  readonly safety: SafetyState;
  readonly lastError: string;
  /** Every kind of contradiction that the device has shown. */
  readonly discrepancies: readonly Discrepancy[];
}

const ABSENT_MS = 1000;
/** Reasons for the safe setpoint that a person should see as a stage of its own. */
const SHOWN_AS_SAFE: ReadonlySet<SafeReason> = new Set(['emergency-stop', 'dead-man', 'temperature', 'unmeasured']);

export class DeviceSession implements SessionView {
  readonly config: DeviceConfig;
  readonly jitter = new Histogram();
  readonly roundTrip = new Histogram();
  readonly age = new Histogram();
  readonly oneWayDelay = new Histogram();
  readonly command = new Histogram();
  damaged = 0;
  life: Life = LIFE_START;
  safety: SafetyState = SAFETY_START;
  readings = 0;
  readingsLost = 0;
  setpointsIgnored = 0;
  setpointsLimited = 0;
  writesDeferred = 0;
  safeReason = '';
  lastReading: NumberedReading | undefined;
  lastError = '';

  readonly #parts: SessionParts;
  readonly #actuator: ActuatorPart | undefined;
  readonly #shown = new DiscrepancyLog();
  #effect: EffectState = NO_EFFECT;
  #watch: ReadingWatch = READING_WATCH_START;
  #rule: ReadingRule;
  #sequence = 0;
  #lostInARow = 0;
  #ignoredInARow = 0;
  /** Undefined until the first identification; then absolute. */
  #nextPollMs: number | undefined;
  /** The newest reading, if none has been lost since: the start of the next gap. */
  #previousAskedAtMs: number | undefined;
  #identityKey = '';
  /** What the device may hold, over all absences: its newest confirmed command, and one that may have reached it since. */
  #written: { readonly windows: readonly PowerWindow[]; readonly atMs: number } | undefined;
  /** What was commanded last, before the device rounded it. */
  #asserted: { readonly window: PowerWindow; readonly atMs: number } | undefined;
  #commandNotBeforeMs = 0;
  #budget: WriteBudget | undefined;
  #deferring = false;
  #beatenAtMs = Number.NEGATIVE_INFINITY;
  #safeWaiters = new Set<(confirmed: boolean) => void>();
  readonly #sleep: Sleep;
  /** What is on the wire: at most one command and one reading. */
  readonly #operations: Operations;
  #polling: Promise<void> | undefined;
  /**
   * The device left something without an answer since its last reading. Then one thing after the other: two that wait for their
   * timeouts on one line would only put off that it is known to be lost.
   */
  #doubtful = false;
  /** Counts the times that the device was lost: what was begun before says nothing about it after. */
  #losses = 0;
  #closed = false;
  #running: Promise<void> | undefined;

  constructor(parts: SessionParts) {
    this.#parts = parts;
    this.config = parts.config;
    this.#actuator = parts.config.lease === 'actuator' ? actuatorPart(parts.config) : undefined;
    this.#rule = readingRule(parts.config, parts.terminalsAt);
    this.#sleep = new Sleep(parts.clock);
    this.#operations = new Operations(parts.config.id, parts.clock);
  }

  get discrepancies(): readonly Discrepancy[] {
    return this.#shown.all;
  }

  /** Tells this very device from another of its kind; empty before it was identified. */
  get identityKey(): string {
    return isKnown(this.life) ? this.#identityKey : '';
  }

  get atSafeSetpoint(): boolean | undefined {
    const { lastReading, safety } = this;
    const part = this.#actuator;
    if (part === undefined || lastReading === undefined || safety.confirmed === undefined) return undefined;
    // Only a reading that was taken after the device confirmed can say it.
    if (this.safeReason === '' || lastReading.askedAtMs < safety.confirmed.atMs) return undefined;
    const there = inside(safety.confirmed.window, part.effect, totalW(lastReading));
    // One that is not believed may say that it is not there, never that it is.
    if (lastReading.quality === 'invalid') return there || Number.isNaN(totalW(lastReading)) ? undefined : false;
    return there;
  }

  start(): void {
    this.#running ??= this.#run();
  }

  /** The device's link is open again. */
  linkOpened(): void {
    this.#move({ kind: 'retry' });
    this.#sleep.rouse();
  }

  leaseChanged(held: boolean): void {
    this.#feed({ kind: held ? 'leased' : 'lease-ended' });
    this.#move({ kind: 'lease', held });
    this.#sleep.rouse();
  }

  /** A setpoint of the twin, W as the device is to follow it; NaN lets it run free inside its envelope. */
  setpoint(activePowerW: number, oneWayUs?: number): void {
    if (oneWayUs !== undefined) this.oneWayDelay.add(oneWayUs);
    this.#feed({ kind: 'setpoint', activePowerW, atMs: this.#parts.clock.nowMs() });
    this.#sleep.rouse();
  }

  /** What somebody else saw the device do, beside its readings: counted, recorded and shown with its own contradictions. */
  readonly account = {
    began: (kind: DiscrepancyKind, text: string, active: boolean): void => this.#contradiction(kind, text, active),
    ended: (kind: DiscrepancyKind): void => this.#shown.ended(kind),
  };

  /** A reading goes to the twin. */
  sent(ageUs: number): void {
    this.age.add(ageUs);
  }

  /**
   * To the safe setpoint, now. Resolves to whether the device confirmed it within its declared budget; a meter has
   * nothing to confirm. `stop` holds until released, `hold` is the bench closing.
   */
  makeSafe(event: Extract<SafetyEvent, { kind: 'stop' | 'hold' }>): Promise<boolean> {
    if (this.#actuator === undefined) return Promise.resolve(true);
    this.#feed(event);
    this.#asserted = undefined;
    this.#commandNotBeforeMs = 0;
    this.#move({ kind: 'retry' });
    const confirmed = new Promise<boolean>((resolve) => {
      const finish = (ok: boolean): void => {
        cancel();
        this.#safeWaiters.delete(finish);
        resolve(ok);
      };
      const { budgetMs } = this.config.profile.behaviour.timing;
      // A bench that closes does not wait long for a device that is not there.
      const patienceMs = event.kind === 'hold' && !isKnown(this.life) ? Math.min(budgetMs, ABSENT_MS) : budgetMs;
      const cancel = this.#parts.clock.schedule(patienceMs, () => finish(false));
      this.#safeWaiters.add(finish);
    });
    this.#operations.interrupt('interrupted: the safe setpoint goes first');
    this.#sleep.rouse();
    return confirmed;
  }

  /** Ends the emergency stop, and gives a device that was refused for not obeying another chance. */
  release(): void {
    this.#feed({ kind: 'release' });
    this.#forgetReadings();
    if (this.life.state === 'refused' && this.life.reason === 'disobeys') {
      this.#ignoredInARow = 0;
      this.#effect = NO_EFFECT;
      this.#move({ kind: 'released', leased: this.safety.leased });
      if (isKnown(this.life)) this.#parts.desk.announce(this.config, this.life.identity.text);
    }
    this.#sleep.rouse();
  }

  /** Stops asking. Call `makeSafe` first. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#operations.interrupt('the bench is closing');
    for (const finish of [...this.#safeWaiters]) finish(false);
    this.#sleep.rouse();
    await this.#running;
  }

  async #run(): Promise<void> {
    while (!this.#closed) {
      const { life } = this;
      // A reading that was under way when the device was lost ends first: one question of ours at a time.
      if (!isKnown(life)) await this.#polling;
      if (this.life.state !== life.state || this.#closed) continue;
      if (life.state === 'identifying') await this.#identify();
      else if (isKnown(life)) await this.#turn();
      else {
        await this.#sleep.until(life.retryAtMs);
        if (this.#parts.clock.nowMs() >= life.retryAtMs) this.#move({ kind: 'retry' });
      }
    }
    await this.#polling;
  }

  async #identify(): Promise<void> {
    const { clock, desk, driver, log } = this.#parts;
    try {
      const { identity, kept } = await this.#operations.within(
        this.config.profile.behaviour.timing.identifyBudgetMs,
        async (signal) => {
          const found = await driver.identify(signal);
          return { identity: found, kept: await this.#keptSetpoint(signal) };
        },
      );
      const twin = this.#parts.alsoKnownAs?.(identity);
      if (twin !== undefined) {
        const text = `"${identity.text}" answers here and as ${twin}: two units of one line are the same device`;
        this.#contradiction('same-device', text);
        throw new WijkError('WRONG_DEVICE', `${this.config.id}: ${text}`, { context: { unread: false } });
      }
      if (this.#identityKey !== '' && this.#identityKey !== identity.key) {
        this.#contradiction('another-device', `"${identity.text}" answers where another of its kind did`);
      }
      if (kept !== undefined) this.#contradiction('not-reverted', kept);
      this.#identityKey = identity.key;
      this.#rule = readingRule(this.config, this.#parts.terminalsAt, identity.rating);
      this.#forgetReadings();
      this.#lostInARow = 0;
      this.#asserted = undefined;
      this.#effect = NO_EFFECT;
      this.#feed({ kind: 'lost' });
      // The schedule goes on through an absence: the polls in it are lost readings.
      this.#nextPollMs ??= clock.nowMs();
      this.#previousAskedAtMs = undefined;
      this.lastError = '';
      this.#move({ kind: 'identified', identity, leased: this.safety.leased });
      log.info({ device: this.config.id, identity: identity.text }, 'device identified');
      desk.announce(this.config, identity.text);
    } catch (error) {
      if (this.#closed) return;
      // A device that was known and now refuses or garbles everything has not become another one: it is lost.
      const troubled = this.#identityKey !== '' && saidNothing(error);
      const wrongDevice = error instanceof WijkError && error.code === 'WRONG_DEVICE' && !troubled;
      this.#failed(error);
      if (wrongDevice) {
        log.error({ device: this.config.id }, messageOf(error));
        desk.withdraw(this.config, messageOf(error));
      }
      this.#move({ kind: 'not-identified', wrongDevice, cause: messageOf(error), nowMs: clock.nowMs() });
    }
  }

  /**
   * After an absence longer than its own timer: does it still hold the setpoint that the timer should have ended? Asked
   * before anything is written, because the next command hides it. Undefined: it reverted, or nobody can tell.
   */
  async #keptSetpoint(signal: AbortSignal): Promise<string | undefined> {
    const { clock, driver } = this.#parts;
    const [part, written] = [this.#actuator, this.#written];
    if (part === undefined || written === undefined || !canCommand(driver) || driver.untold === true) return undefined;
    const beatEndsMs = Number.isFinite(part.beatTimeoutMs) ? this.#beatenAtMs + part.beatTimeoutMs : Infinity;
    const endsAtMs = Math.min(written.atMs + part.revertMs, beatEndsMs);
    const overMs = clock.nowMs() - endsAtMs - part.revertToleranceMs;
    if (overMs <= 0) return undefined;
    const { window } = await driver.held(signal);
    if (window === undefined || inside(window, part.effect, part.safety.safeSetpointW)) return undefined;
    if (written.windows.every((given) => difference(window, given) > Math.max(1, part.stepW))) return undefined;
    const goneS = ((clock.nowMs() - written.atMs) / 1000).toFixed(1);
    return `still holds ${windowText(window)} after ${goneS} s without a controller; it should have reverted ${(overMs / 1000).toFixed(1)} s ago at the latest`;
  }

  /**
   * One turn of a known device: command if due, ask if due, otherwise sleep until one of them is. A reading goes on beside
   * this: its requests wait for the line behind those of a command, so that a setpoint waits for one transaction and not for a
   * whole reading.
   */
  async #turn(): Promise<void> {
    const { clock } = this.#parts;
    if (this.#doubtful) await this.#polling;
    if (this.#actuator !== undefined && isKnown(this.life) && !this.#closed) {
      const want = wanted(this.#actuator.safety, this.safety, clock.nowMs(), this.#measuredW());
      this.#showSafe(want);
      if (this.#beatDue(this.#actuator)) await this.#beat();
      if (this.#commandDue(want, this.#actuator)) await this.#command(want, this.#actuator);
    }
    if (this.#closed || !isKnown(this.life)) return;
    const nextPollMs = this.#polling === undefined ? (this.#nextPollMs ?? clock.nowMs()) : Number.POSITIVE_INFINITY;
    if (clock.nowMs() < nextPollMs) {
      await this.#sleep.until(Math.min(nextPollMs, this.#commandWakeMs(), this.#beatWakeMs()));
      return;
    }
    const polling = this.#poll(nextPollMs).finally(() => {
      this.#polling = undefined;
      this.#sleep.rouse();
    });
    this.#polling = polling;
    const { readTogether = false } = this.config.profile.behaviour.timing;
    if (this.#actuator === undefined || readTogether || this.#doubtful) await polling;
  }

  #beatDue({ beatMs }: ActuatorPart): boolean {
    return Number.isFinite(beatMs) && this.#parts.clock.nowMs() - this.#beatenAtMs >= beatMs;
  }

  #beatWakeMs(): number {
    const beatMs = this.#actuator?.beatMs ?? Number.POSITIVE_INFINITY;
    return Number.isFinite(beatMs) ? this.#beatenAtMs + beatMs : Number.POSITIVE_INFINITY;
  }

  /** One more on the counter that the device watches; it also holds while the safe setpoint is wanted. */
  async #beat(): Promise<void> {
    const { clock, driver } = this.#parts;
    if (!canCommand(driver) || driver.beat === undefined) {
      throw new WijkError('INTERNAL', `driver of ${this.config.id} has no heartbeat`);
    }
    const { beat } = driver;
    this.#beatenAtMs = clock.nowMs();
    try {
      await this.#operations.within(this.config.profile.behaviour.timing.budgetMs, (signal) => beat(signal));
    } catch (error) {
      if (this.#closed || isInterruption(error)) return;
      this.#failed(error);
      if (isDown(error)) this.#loseNow(error);
    }
  }

  #measuredW(): number {
    const { lastReading } = this;
    return lastReading === undefined || lastReading.quality === 'invalid' ? Number.NaN : totalW(lastReading);
  }

  #showSafe(want: Wanted): void {
    this.safeReason = want.kind === 'safe' ? want.reason : '';
    const active = want.kind === 'safe' && SHOWN_AS_SAFE.has(want.reason);
    if (active !== (this.life.state === 'safe')) this.#move({ kind: 'safe', active });
  }

  #commandDue(want: Wanted, { stepW, refreshMs, writesPerHour }: ActuatorPart): boolean {
    const nowMs = this.#parts.clock.nowMs();
    const last = this.#asserted;
    if (nowMs < this.#commandNotBeforeMs) return false;
    if (last === undefined || nowMs - last.atMs >= refreshMs) return true;
    const change = difference(want.window, last.window);
    const due = want.kind === 'follow' && want.limitedBy !== 'ramp' ? change > 0 && change >= stepW : change > 0;
    if (!due || want.kind === 'safe' || writesPerHour === undefined) return due;
    this.#budget = budgetAt(writesPerHour, this.#budget, nowMs);
    const spent = this.#budget.left < 1;
    if (spent && !this.#deferring) this.writesDeferred++;
    this.#deferring = spent;
    return !spent;
  }

  /** A setpoint that came during the pause after a command must not wait for the next reading. */
  #commandWakeMs(): number {
    const pausing = this.#actuator !== undefined && this.#commandNotBeforeMs > this.#parts.clock.nowMs();
    return pausing ? this.#commandNotBeforeMs : Number.POSITIVE_INFINITY;
  }

  async #command(want: Wanted, part: ActuatorPart): Promise<void> {
    const { clock, driver } = this.#parts;
    if (!canCommand(driver)) throw new WijkError('INTERNAL', `driver of ${this.config.id} takes no commands`);
    const { budgetMs } = this.config.profile.behaviour.timing;
    const fromMs = clock.nowMs();
    const losses = this.#losses;
    this.#commandNotBeforeMs = fromMs + part.pauseMs;
    if (part.writesPerHour !== undefined) this.#budget = spend(budgetAt(part.writesPerHour, this.#budget, fromMs));
    this.#written = { windows: [want.window, ...(this.#written?.windows.slice(-1) ?? [])], atMs: fromMs };
    try {
      const held = await this.#operations.within(budgetMs, (signal) => driver.command(want.window, signal));
      if (losses !== this.#losses) return;
      const nowMs = clock.nowMs();
      if (want.kind === 'follow') this.command.add((nowMs - fromMs) * 1000);
      this.#written = { windows: [held], atMs: fromMs };
      // The device's revert timer began with its write, so the refresh counts from before it.
      this.#asserted = { window: want.window, atMs: fromMs };
      this.#feed({ kind: 'confirmed', window: held, atMs: nowMs, safe: want.kind === 'safe' });
      this.#effect = inForce(this.#effect, part.effect, held, nowMs);
      const limited = want.kind === 'follow' && want.limitedBy !== 'nothing';
      if (limited || difference(held, want.window) > part.stepW) this.setpointsLimited++;
      if (want.kind === 'safe') for (const finish of [...this.#safeWaiters]) finish(true);
    } catch (error) {
      this.#asserted = undefined;
      if (this.#closed || isInterruption(error) || losses !== this.#losses) return;
      this.#failed(error);
      if (error instanceof WijkError && error.code === 'SETPOINT_IGNORED') this.#ignored(error.message, part);
      else if (isDown(error) || this.#silentAgain(error)) this.#loseNow(error);
    }
  }

  /**
   * A command without any answer is as much silence as a reading without one, and goes before readings on the line: were only
   * those counted, a silent device would be found lost only after their whole budgets, and one that came back meanwhile would
   * be commanded on without being looked at and armed anew.
   */
  #silentAgain(error: unknown): boolean {
    if (!(error instanceof WijkError) || error.code !== 'DEVICE_TIMEOUT') return false;
    return ++this.#lostInARow >= this.config.profile.behaviour.timing.lostAfterReadings;
  }

  async #poll(dueMs: number): Promise<void> {
    const { clock, desk, driver } = this.#parts;
    const pushes = driver.pushes === true;
    const catchingUp = !pushes && this.#schedule(dueMs, clock.nowMs()) > 0;
    this.#sequence++;
    try {
      const reading = await this.#whole(driver);
      const nowMs = clock.nowMs();
      // What sends by itself sets the pace; the next one is waited for at once.
      if (pushes) this.#nextPollMs = nowMs;
      this.#gap(reading, pushes);
      // Off its schedule: the time to the next one says nothing about how even the readings come.
      if (catchingUp) this.#previousAskedAtMs = undefined;
      this.#lostInARow = 0;
      this.#doubtful = false;
      this.readings++;
      this.roundTrip.add((nowMs - reading.askedAtMs) * 1000);
      this.lastReading = this.#believed(reading);
      if (this.safety.leased && this.life.state !== 'refused') desk.send(this.config, this.lastReading);
      if (this.#actuator !== undefined) this.#hold(this.lastReading, this.#actuator);
    } catch (error) {
      if (this.#closed) return;
      if (isInterruption(error) && isKnown(this.life)) {
        // Not lost, only put off: its number is used again.
        this.#sequence--;
        this.#nextPollMs = clock.nowMs();
        return;
      }
      this.readingsLost++;
      this.#lostInARow++;
      this.#previousAskedAtMs = undefined;
      // The device was lost meanwhile, and why has been said.
      if (!isKnown(this.life)) return;
      this.#failed(error);
      const { lostAfterReadings } = this.config.profile.behaviour.timing;
      if (isDown(error) || this.#lostInARow >= lostAfterReadings) this.#loseNow(error);
    }
  }

  /**
   * A reading of one instant. Parts on both sides of a command are none, and the next ones are: asked once more. Where a device
   * is so slow that a command came between again, it is told as what it is.
   */
  async #whole(driver: Driver): Promise<DeviceReading> {
    const { budgetMs } = this.config.profile.behaviour.timing;
    const read = (): Promise<DeviceReading> => this.#operations.within(budgetMs, (signal) => driver.read(signal));
    const first = await read();
    if (first.torn !== true) return first;
    const second = await read();
    return second.torn === true && second.quality === 'good' ? { ...second, quality: 'derived' } : second;
  }

  /** The schedule is absolute: a late reading does not move the next one, and polls that could not be made are lost. */
  #schedule(dueMs: number, nowMs: number): number {
    const periodMs = this.config.pollPeriodMs;
    const missed = Math.floor((nowMs - dueMs) / periodMs);
    this.#lose(missed);
    this.#nextPollMs = dueMs + (missed + 1) * periodMs;
    return missed;
  }

  /** Time since the reading before: how even the readings come, and what a meter sent and never arrived whole. */
  #gap(reading: DeviceReading, pushes: boolean): void {
    const periodMs = this.config.pollPeriodMs;
    const previousMs = this.#previousAskedAtMs;
    this.#previousAskedAtMs = reading.askedAtMs;
    if (previousMs === undefined) return;
    const gapMs = reading.askedAtMs - previousMs;
    const periods = Math.max(1, Math.round(gapMs / periodMs));
    if (pushes && periods > 1) {
      this.#lose(periods - 1);
      this.#previousAskedAtMs = reading.askedAtMs;
    }
    this.jitter.add(Math.abs(gapMs - (pushes ? periods : 1) * periodMs) * 1000);
  }

  #lose(count: number): void {
    this.#sequence += count;
    this.readingsLost += count;
    if (count > 0) this.#previousAskedAtMs = undefined;
  }

  /** The reading as it may be used: invalid while it cannot be true, and without a state of charge that stands still. */
  #believed(reading: DeviceReading): NumberedReading {
    const before = this.#watch.active;
    this.#watch = watchReading(this.#watch, this.#rule, reading);
    for (const [kind, text] of this.#watch.active) if (!before.has(kind)) this.#contradiction(kind, text, true);
    for (const kind of before.keys()) if (!this.#watch.active.has(kind)) this.#shown.ended(kind);
    const { stateOfChargeRatio, ...rest } = reading;
    const charge = believedCharge(this.#watch, stateOfChargeRatio);
    return {
      ...rest,
      ...(charge === undefined ? {} : { stateOfChargeRatio: charge }),
      ...(isBelieved(this.#watch) ? {} : { quality: 'invalid' as const }),
      sequence: this.#sequence,
    };
  }

  #forgetReadings(): void {
    for (const kind of this.#watch.active.keys()) this.#shown.ended(kind);
    this.#watch = READING_WATCH_START;
  }

  /** What the safety machine and the effect check learn from a reading. */
  #hold(reading: DeviceReading, part: ActuatorPart): void {
    const { edges } = this.safety;
    if (!isBelieved(this.#watch)) this.#feed({ kind: 'edges', edges: { ...edges, unmeasured: true } });
    if (reading.quality === 'invalid') return;
    this.#feed({ kind: 'edges', edges: edgesAfter(part.safety.envelope, edges, reading) });
    this.#judge(reading, part);
  }

  #contradiction(kind: DiscrepancyKind, text: string, active = false): void {
    const { desk, log } = this.#parts;
    this.#shown.began(kind, text, active);
    this.lastError = `${this.config.id}: ${text}`;
    log.warn({ device: this.config.id, kind }, this.lastError);
    desk.notice(this.config, kind, text);
  }

  #judge(reading: DeviceReading, part: ActuatorPart): void {
    // What was measured before a setpoint was in force says nothing about it.
    const newest = this.#effect.windows.at(-1);
    if (newest !== undefined && reading.askedAtMs < newest.fromMs) return;
    const measured = {
      powerW: totalW(reading),
      cannotConsume: reading.cannotConsume === true,
      cannotFeedIn: reading.cannotFeedIn === true,
    };
    const { state, effect } = judge(this.#effect, part.effect, measured, reading.askedAtMs);
    this.#effect = state;
    if (effect.kind === 'followed') this.#ignoredInARow = 0;
    if (effect.kind !== 'ignored') return;
    const asked = windowText(effect.wanted);
    const within = `${part.effect.withinMs / 1000} s`;
    this.#ignored(`acknowledged ${asked} and measures ${watt(measured.powerW)} after ${within}`, part);
  }

  #ignored(what: string, { refuseAfter }: ActuatorPart): void {
    const { desk, log } = this.#parts;
    this.setpointsIgnored++;
    this.#ignoredInARow++;
    this.#shown.began('setpoint-ignored', what, false);
    // Once refused it is commanded on and on; the record has the refusal and what led to it.
    if (this.life.state !== 'refused') desk.notice(this.config, 'setpoint-ignored', what);
    this.lastError = `${this.config.id}: ${what} [SETPOINT_IGNORED]`;
    log.warn({ device: this.config.id, inARow: this.#ignoredInARow }, this.lastError);
    if (this.#ignoredInARow < refuseAfter || this.life.state === 'refused') return;
    const cause = `${this.#ignoredInARow} setpoints in a row were not followed; last: ${what}`;
    this.#move({ kind: 'disobeyed', cause });
    this.#feed({ kind: 'lease-ended' });
    desk.withdraw(this.config, cause);
    log.error({ device: this.config.id }, `refused: ${cause}`);
  }

  #loseNow(error: unknown): void {
    const { clock, log } = this.#parts;
    this.#losses++;
    this.#lostInARow = 0;
    this.#asserted = undefined;
    this.#feed({ kind: 'lost' });
    this.#move({ kind: 'readings-lost', cause: messageOf(error), nowMs: clock.nowMs() });
    log.warn({ device: this.config.id }, `device lost: ${messageOf(error)}`);
    this.#operations.interrupt('the device is lost');
  }

  #failed(error: unknown): void {
    if (!(error instanceof WijkError) || error.code !== 'SETPOINT_IGNORED') this.#doubtful = true;
    const code = error instanceof WijkError ? ` [${error.code}]` : '';
    if (error instanceof WijkError && error.code === 'DEVICE_PROTOCOL') this.damaged++;
    this.lastError = `${messageOf(error)}${code}`;
  }

  #feed(event: SafetyEvent): void {
    this.safety = advance(this.safety, event);
  }

  #move(event: LifeEvent): void {
    this.life = next(this.life, event);
  }
}

const watt = (powerW: number): string => `${Math.round(powerW)} W`;
const windowText = ({ minimumW, maximumW }: PowerWindow): string =>
  Math.abs(maximumW - minimumW) <= 1 ? watt(maximumW) : `${watt(minimumW)} to ${watt(maximumW)}`;

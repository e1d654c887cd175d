/**
 * One line to devices: opened, watched, opened again by itself, and counted. Every link has a bus of its own, so a slow
 * or dead line never holds up another.
 */
import { messageOf, WijkError } from '../../errors.js';
import type { LinkConfig } from '../config.js';
import { Histogram } from '../histogram.js';
import type { Log } from '../log.js';
import { type Bus, type BusOptions, createBus, lineRules, type UnitTiming } from '../modbus/bus.js';
import type { Request } from '../modbus/pdu.js';
import { createP1Framer, type P1Framer } from '../p1/framer.js';
import type { Telegram } from '../p1/telegram.js';
import { addressOf, serialTiming } from '../transport/address.js';
import type { Clock } from '../transport/clock.js';
import { openTransport } from '../transport/open.js';
import { FrameRing, type FrameSink, type RecordingHeader, recorded, toAll } from '../transport/recording.js';
import type { Transport } from '../transport/transport.js';
import type { Ports } from './create.js';
import type { RegisterPort, TelegramPort, TextPort } from './ports.js';
import { TextLine } from './text-line.js';

export interface LinkParts {
  readonly config: LinkConfig;
  /** The most careful of the devices on this link, unless the bench file says otherwise. */
  readonly minimumGapMs: number;
  /** What single units on this link want, beyond that. */
  readonly units?: ReadonlyMap<number, UnitTiming>;
  readonly clock: Clock;
  readonly log: Log;
  /** Called after every opening. */
  readonly opened: () => void;
  /** How an address becomes a transport; a test puts its own line here. */
  readonly open?: (address: string, signal: AbortSignal) => Promise<Transport>;
  /** Where the frames of this link are written, beside the ring that always holds the newest. */
  readonly record?: (header: RecordingHeader) => FrameSink | undefined;
}

/** Counters since the bench started, over all openings. */
export interface LinkCounters {
  requests: number;
  timeouts: number;
  crcErrors: number;
  exceptions: number;
  lateRepliesDropped: number;
}

const REOPEN_FIRST_MS = 250;
const REOPEN_MAX_MS = 5000;
/** Silence on P1 that separates one telegram's bytes from the next one's. */
const P1_PAUSE_MS = 150;

type Waiter = (telegram: Telegram, startedAtMs: number) => void;

export class HardwareLink implements Ports {
  readonly config: LinkConfig;
  readonly roundTrip = new Histogram();
  /** The newest frames of the link, over all openings. */
  readonly frames = new FrameRing();
  /** While devices are being made safe their writes go before everything else on the line. */
  makingSafe = false;
  lastError = '';
  /** Openings after the first. */
  reopened = 0;

  readonly #parts: LinkParts;
  readonly #stop = new AbortController();
  #transport: Transport | undefined;
  #bus: Bus | undefined;
  #framer: P1Framer | undefined;
  #text: TextLine | undefined;
  #counted: LinkCounters = { requests: 0, timeouts: 0, crcErrors: 0, exceptions: 0, lateRepliesDropped: 0 };
  #openings = 0;
  #waiters = new Set<Waiter>();
  #failWaiters = new Set<(error: Error) => void>();
  /** The newest telegram that nobody has taken. */
  #telegram: { readonly telegram: Telegram; readonly startedAtMs: number } | undefined;
  #running: Promise<void> | undefined;
  /** Ring and file together; made with the first opening. */
  #record: FrameSink | undefined;

  constructor(parts: LinkParts) {
    this.#parts = parts;
    this.config = parts.config;
  }

  get isOpen(): boolean {
    return this.#transport !== undefined && !this.#transport.closed;
  }

  start(): void {
    this.#running ??= this.#run();
  }

  async close(): Promise<void> {
    this.#stop.abort(new WijkError('STATE', `link ${this.config.id} is closing`));
    await this.#bus?.close();
    await this.#transport?.close();
    await this.#running;
  }

  counters(): LinkCounters {
    const now = this.#present();
    const sum = { ...this.#counted };
    for (const key of Object.keys(sum) as (keyof LinkCounters)[]) sum[key] += now[key];
    return sum;
  }

  registers(unit: number, timeoutMs: number): RegisterPort {
    // How often a silent device is asked is the session's business: its back-off, not the line's.
    const options = (signal: AbortSignal) => ({ timeoutMs: this.config.timeoutMs ?? timeoutMs, insist: true, signal });
    const ahead = (signal: AbortSignal) => ({
      ...options(signal),
      priority: this.makingSafe ? ('safety' as const) : ('write' as const),
    });
    return {
      read: (address, count, signal, fc = 3, goesAhead = false) =>
        this.#timed(async () => {
          const asked = goesAhead ? ahead(signal) : options(signal);
          const reply = await this.#need().request(unit, { fc, address, count }, asked);
          if ('values' in reply) return reply.values;
          if ('bits' in reply) return Uint16Array.from(reply.bits.slice(0, count), Number);
          throw new WijkError('INTERNAL', `function ${fc} was answered without values`);
        }),
      write: (address, values, signal, how = {}) =>
        this.#timed(async () => {
          await this.#need().request(unit, writeRequest(address, values, how), ahead(signal));
        }),
    };
  }

  telegrams(timeoutMs: number): TelegramPort {
    return { next: (signal) => this.#nextTelegram(this.config.timeoutMs ?? timeoutMs, signal) };
  }

  text(terminator: string, timeoutMs: number): TextPort {
    const port = (): TextPort => this.#needText().port(terminator, this.config.timeoutMs ?? timeoutMs);
    return {
      send: (line, signal) => this.#timed(() => port().send(line, signal)),
      ask: (line, signal) => this.#timed(() => port().ask(line, signal)),
    };
  }

  async #run(): Promise<void> {
    const { clock, log } = this.#parts;
    let failures = 0;
    while (!this.#stop.signal.aborted) {
      try {
        const { closing } = await this.#open();
        failures = 0;
        this.#parts.opened();
        this.#lost(await closing);
      } catch (error) {
        if (this.#stop.signal.aborted) return;
        failures++;
        this.#lost(messageOf(error));
      }
      if (failures <= 1 && !this.#stop.signal.aborted) log.warn({ link: this.config.id }, this.lastError);
      await this.#pause(clock, Math.min(REOPEN_MAX_MS, REOPEN_FIRST_MS * 2 ** Math.min(10, failures)));
    }
  }

  /** Opens the line; `closing` resolves to why it closed. Inside an object: an async function would wait for it. */
  async #open(): Promise<{ readonly closing: Promise<string> }> {
    const { clock, minimumGapMs, log } = this.#parts;
    const { address, protocol } = this.config;
    const transport = await (this.#parts.open ?? openTransport)(address, this.#stop.signal);
    const closing = new Promise<string>((resolve) => transport.onClose(({ message }) => resolve(message)));
    this.#transport = transport;
    if (this.#openings++ > 0) this.reopened++;
    if (protocol === 'p1') {
      this.#framer = createP1Framer();
      this.#listen(
        recorded(transport, this.#recorder(), () => clock.nowMs()),
        this.#framer,
        clock,
      );
    } else if (protocol === 'scpi') {
      this.#text = new TextLine(
        recorded(transport, this.#recorder(), () => clock.nowMs()),
        clock,
      );
    } else {
      const options: BusOptions = {
        framing: protocol === 'modbus-tcp' ? 'tcp' : 'rtu',
        ...serialTiming(addressOf(address)),
        minimumGapMs,
        clock,
      };
      const { units } = this.#parts;
      const record = this.#recorder({ ...lineRules(options) });
      this.#bus = createBus(transport, { ...options, record, ...(units === undefined ? {} : { units }) });
    }
    log.info({ link: this.config.id, address }, 'link open');
    return { closing };
  }

  #recorder(rules?: Readonly<Record<string, unknown>>): FrameSink {
    const { id, address, protocol } = this.config;
    const startedAt = new Date().toISOString();
    const header = { link: id, address, protocol, startedAt, ...(rules === undefined ? {} : { rules }) };
    if (this.#record === undefined) {
      const file = this.#parts.record?.(header);
      this.#record = file === undefined ? this.frames : toAll(this.frames, file);
    }
    return this.#record;
  }

  #lost(reason: string): void {
    this.lastError = reason;
    const now = this.#present();
    for (const key of Object.keys(now) as (keyof LinkCounters)[]) this.#counted[key] += now[key];
    this.#bus = undefined;
    this.#framer = undefined;
    this.#text = undefined;
    this.#transport = undefined;
    this.#telegram = undefined;
    for (const fail of [...this.#failWaiters]) fail(new WijkError('NO_SUCH_PORT', reason));
  }

  #present(): LinkCounters {
    const bus = this.#bus?.statistics;
    const p1 = this.#framer?.statistics;
    const text = this.#text?.statistics;
    return {
      requests: (bus?.requests ?? 0) + (p1?.telegrams ?? 0) + (text?.requests ?? 0),
      timeouts: (bus?.timeouts ?? 0) + (text?.timeouts ?? 0),
      crcErrors: (bus?.crcErrors ?? 0) + (p1?.crcErrors ?? 0),
      exceptions: bus?.exceptions ?? 0,
      lateRepliesDropped: bus?.lateRepliesDropped ?? 0,
    };
  }

  #need(): Bus {
    return this.#bus ?? this.#notOpen();
  }

  #needText(): TextLine {
    return this.#text ?? this.#notOpen();
  }

  #notOpen(): never {
    const why = this.lastError === '' ? `${this.config.address} is not open yet` : this.lastError;
    throw new WijkError('NO_SUCH_PORT', why);
  }

  async #timed<T>(operation: () => Promise<T>): Promise<T> {
    const { clock } = this.#parts;
    const fromMs = clock.nowMs();
    // Why the line is closed has been said already.
    if (this.#transport === undefined) this.#notOpen();
    try {
      const value = await operation();
      this.roundTrip.add((clock.nowMs() - fromMs) * 1000);
      return value;
    } catch (error) {
      if (!this.#stop.signal.aborted) this.lastError = messageOf(error);
      throw error;
    }
  }

  #listen(transport: Transport, framer: P1Framer, clock: Clock): void {
    let startedAtMs = clock.nowMs();
    let lastMs = Number.NEGATIVE_INFINITY;
    let complaints = 0;
    transport.onData((bytes) => {
      const nowMs = clock.nowMs();
      if (nowMs - lastMs > P1_PAUSE_MS) startedAtMs = nowMs;
      lastMs = nowMs;
      for (const telegram of framer.push(bytes)) this.#deliver(telegram, startedAtMs);
      const { crcErrors, malformed } = framer.statistics;
      if (crcErrors + malformed > complaints) this.lastError = framer.lastError;
      complaints = crcErrors + malformed;
    });
  }

  #deliver(telegram: Telegram, startedAtMs: number): void {
    this.#telegram = { telegram, startedAtMs };
    for (const take of [...this.#waiters]) take(telegram, startedAtMs);
  }

  #nextTelegram(timeoutMs: number, signal: AbortSignal): ReturnType<TelegramPort['next']> {
    if (this.#framer === undefined) {
      return Promise.reject(new WijkError('NO_SUCH_PORT', this.lastError || `${this.config.address} is not open yet`));
    }
    const waiting = this.#telegram;
    this.#telegram = undefined;
    if (waiting !== undefined) return Promise.resolve(waiting);
    const before = this.#framer.statistics.crcErrors + this.#framer.statistics.malformed;
    return new Promise((resolve, reject) => {
      const finish = (): void => {
        cancel();
        this.#waiters.delete(take);
        this.#failWaiters.delete(fail);
        signal.removeEventListener('abort', aborted);
      };
      const take: Waiter = (telegram, startedAtMs) => {
        finish();
        this.#telegram = undefined;
        resolve({ telegram, startedAtMs });
      };
      const fail = (error: Error): void => {
        finish();
        reject(error);
      };
      const aborted = (): void => fail(signal.reason);
      const cancel = this.#parts.clock.schedule(timeoutMs, () => fail(this.#silence(timeoutMs, before)));
      this.#waiters.add(take);
      this.#failWaiters.add(fail);
      signal.addEventListener('abort', aborted);
    });
  }

  /** Nothing at all, or telegrams that did not hold? */
  #silence(timeoutMs: number, before: number): WijkError {
    const { address } = this.config;
    const { crcErrors = 0, malformed = 0 } = this.#framer?.statistics ?? {};
    return crcErrors + malformed > before
      ? new WijkError(
          'DEVICE_PROTOCOL',
          `${address}: no whole telegram within ${timeoutMs} ms: ${this.#framer?.lastError}`,
        )
      : new WijkError(
          'DEVICE_TIMEOUT',
          `${address}: no telegram within ${timeoutMs} ms; is the data request line high?`,
        );
  }

  #pause(clock: Clock, ms: number): Promise<void> {
    const { signal } = this.#stop;
    if (signal.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const done = (): void => {
        cancel();
        signal.removeEventListener('abort', done);
        resolve();
      };
      const cancel = clock.schedule(ms, done);
      signal.addEventListener('abort', done);
    });
  }
}

/** Function 6 or 5 for one, 16 or 15 for several or where the device takes nothing else. */
function writeRequest(
  address: number,
  values: readonly number[],
  { block = false, bits = false }: { readonly block?: boolean; readonly bits?: boolean },
): Request {
  const one = values.length === 1 && !block;
  if (bits) {
    return one
      ? { fc: 5, address, on: values[0] !== 0 }
      : { fc: 15, address, bits: values.map((value) => value !== 0) };
  }
  return one ? { fc: 6, address, value: values[0]! } : { fc: 16, address, values };
}

/**
 * The bench's end of SlotService.Attach: one stream to the twin, made again by itself when it breaks. Devices announce
 * themselves here, their slots are bound, readings go out and setpoints come in.
 *
 * When the stream breaks the twin keeps the binding and lets the slot fall back as the readings age; here every device
 * loses its lease at once, and its safety machine does the rest.
 */
import type * as grpc from '@grpc/grpc-js';
import { createSlotServiceClient, type SlotServiceClient } from '#proto/services.js';
import { wijk } from '#proto/wijk.js';
import type { DeviceConfig } from './config.js';
import { fromStatus } from './experiments/grpc.js';
import { Histogram } from './histogram.js';
import type { Log } from './log.js';
import type { LeaseDesk, NumberedReading } from './session-runner.js';
import { type PartTiming, partsSince } from './timing.js';
import type { Clock } from './transport/clock.js';
import { TwinClock } from './twin-clock.js';

/** What the link tells a device. */
export interface LinkedDevice {
  readonly config: DeviceConfig;
  leaseChanged(held: boolean): void;
  /** `oneWayUs`: from the twin's sending to its arrival; undefined while the clocks are not known. */
  setpoint(activePowerW: number, oneWayUs: number | undefined): void;
  /** A reading goes to the twin, this long after its device was asked. */
  sent(ageUs: number): void;
}

export interface TwinLinkParts {
  readonly benchName: string;
  /** host:port of the twin. */
  readonly address: string;
  readonly clock: Clock;
  readonly log: Log;
  /** How links and devices keep their time, since the bench started; absent: the record has none of it. */
  readonly timings?: () => readonly PartTiming[];
}

type AttachCall = grpc.ClientDuplexStream<wijk.v1.IAttachRequest, wijk.v1.AttachResponse>;

const BACK_OFF_FIRST_MS = 250;
const BACK_OFF_MAX_MS = 2000;
const HEARTBEAT_MS = 1000;
/** No answer for so long: the stream is dead although nobody said so. */
const SILENCE_MAX_MS = 5000;
const BIND_AGAIN_MS = 2000;
/** Heartbeats between two reports of timing. */
const TIMING_EVERY = 5;

interface Entry {
  readonly device: LinkedDevice;
  /** Identity of the announced device; undefined while it is not known. */
  identity: string | undefined;
  /** Identity with which the slot was asked for on this stream. */
  askedAs: string | undefined;
  bound: boolean;
  refusal: string;
  bindAgainAtMs: number;
  /** The newest reading that the stream has not taken yet; older ones are of no use. */
  waiting: NumberedReading | undefined;
}

export class TwinLink implements LeaseDesk {
  /** Readings that were replaced by newer ones before the stream took them. */
  readingsDropped = 0;
  lastError = '';

  readonly #parts: TwinLinkParts;
  readonly #client: SlotServiceClient;
  readonly #entries = new Map<string, Entry>();
  readonly #twinClock = new TwinClock();
  /** From a heartbeat to its answer. */
  readonly roundTrip = new Histogram();
  #call: AttachCall | undefined;
  #connected = false;
  #writable = true;
  #lastHeardMs = 0;
  #binding = true;
  #closed = false;
  #wake: () => void = () => undefined;
  #running: Promise<void> | undefined;

  constructor(parts: TwinLinkParts) {
    this.#parts = parts;
    this.#client = createSlotServiceClient(parts.address, undefined, {
      'grpc.initial_reconnect_backoff_ms': BACK_OFF_FIRST_MS,
      'grpc.min_reconnect_backoff_ms': BACK_OFF_FIRST_MS,
      'grpc.max_reconnect_backoff_ms': BACK_OFF_MAX_MS,
    });
  }

  /** Whether a session of the twin answers on the stream. */
  get connected(): boolean {
    return this.#connected;
  }

  register(device: LinkedDevice): void {
    this.#entries.set(device.config.slotId, {
      device,
      identity: undefined,
      askedAs: undefined,
      bound: false,
      refusal: '',
      bindAgainAtMs: 0,
      waiting: undefined,
    });
  }

  start(): void {
    this.#running ??= this.#run();
  }

  /** Ends the stream. The twin lets the slots fall back; nothing is unbound, because the devices are still there. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#call?.end();
    this.#call?.cancel();
    this.#wake();
    await this.#running;
    this.#client.close();
  }

  /** False frees every slot and binds none until true. */
  setBinding(enabled: boolean): void {
    this.#binding = enabled;
    for (const entry of this.#entries.values()) {
      if (enabled) this.#bind(entry);
      else this.#free(entry, 'the bench takes its devices out of their slots');
    }
  }

  announce(device: DeviceConfig, identity: string): void {
    const entry = this.#entryOf(device);
    if (entry === undefined) return;
    entry.identity = identity;
    // The same device came back: its lease still stands, its readings end the fallback.
    if (entry.bound && entry.askedAs === identity) return;
    this.#bind(entry);
  }

  withdraw(device: DeviceConfig, reason: string): void {
    const entry = this.#entryOf(device);
    if (entry === undefined) return;
    entry.identity = undefined;
    this.#free(entry, reason);
  }

  send(device: DeviceConfig, reading: NumberedReading): void {
    const entry = this.#entryOf(device);
    if (entry === undefined || !entry.bound || this.#call === undefined) return;
    if (entry.waiting !== undefined) this.readingsDropped++;
    entry.waiting = reading;
    if (this.#writable) this.#flush();
  }

  /** A slot may be shared with a grid emulator that only plays to its device, and is not registered. */
  #entryOf(device: DeviceConfig): Entry | undefined {
    const entry = this.#entries.get(device.slotId);
    return entry?.device.config.id === device.id ? entry : undefined;
  }

  /** Without a session of the twin there is no record to put it into; health and the log have it anyway. */
  notice({ slotId }: DeviceConfig, kind: string, text: string): void {
    if (this.#connected) this.#write({ notice: { slotId, kind, text } });
  }

  async #run(): Promise<void> {
    const { clock, log, address } = this.#parts;
    let failures = 0;
    while (!this.#closed) {
      const cause = await this.#attach();
      const was = this.#connected;
      this.#connected = false;
      this.#call = undefined;
      for (const entry of this.#entries.values()) {
        Object.assign(entry, { askedAs: undefined, waiting: undefined, refusal: '', bindAgainAtMs: 0 });
        this.#setBound(entry, false);
      }
      if (this.#closed) return;
      failures = was ? 0 : failures + 1;
      if (cause !== this.lastError) log.warn({ twin: address }, `not attached: ${cause}`);
      this.lastError = cause;
      await this.#sleep(clock, Math.min(BACK_OFF_MAX_MS, BACK_OFF_FIRST_MS * 2 ** Math.min(10, failures)));
    }
  }

  /** The life of one stream; resolves to why it ended. */
  async #attach(): Promise<string> {
    const { address, benchName, clock } = this.#parts;
    const call = this.#client.attach();
    this.#call = call;
    this.#writable = true;
    this.#lastHeardMs = clock.nowMs();
    this.#twinClock.reset();
    let cause: string | undefined;
    const over = new Promise<void>((resolve) => {
      call.on('error', (error: grpc.ServiceError) => {
        cause ??= fromStatus(error, `the twin at ${address}`).message;
      });
      call.on('status', () => resolve());
    });
    call.on('data', (response: wijk.v1.AttachResponse) => this.#take(response));
    call.on('end', () => call.end());
    call.on('drain', () => {
      this.#writable = true;
      this.#flush();
    });
    this.#write({
      hello: { benchName, actor: { name: `bench ${benchName}`, role: wijk.v1.Role.ROLE_EXTERNAL_CONTROLLER } },
    });
    let cancelBeat: () => void = () => undefined;
    const { timings } = this.#parts;
    const from = timings?.() ?? [];
    let beats = 0;
    const beat = (): void => {
      const silentMs = clock.nowMs() - this.#lastHeardMs;
      if (silentMs > SILENCE_MAX_MS) {
        cause = `the twin has been silent for ${(silentMs / 1000).toFixed(1)} s`;
        call.cancel();
        return;
      }
      this.#write({ heartbeat: { benchMonotonicUs: clock.nowMs() * 1000 } });
      if (timings !== undefined && ++beats % TIMING_EVERY === 0 && this.#connected) {
        this.#write({ timing: { parts: partsSince(from, timings()) } });
      }
      for (const entry of this.#entries.values()) if (!entry.bound) this.#bind(entry);
      cancelBeat = clock.schedule(HEARTBEAT_MS, beat);
    };
    beat();
    await over;
    cancelBeat();
    return cause ?? 'the twin ended the stream';
  }

  #take(response: wijk.v1.AttachResponse): void {
    this.#lastHeardMs = this.#parts.clock.nowMs();
    if (!this.#connected) {
      this.#connected = true;
      this.lastError = '';
      this.#parts.log.info({ twin: this.#parts.address }, 'attached to the twin');
      for (const entry of this.#entries.values()) this.#bind(entry);
    }
    const nowUs = this.#lastHeardMs * 1000;
    if (response.bindResult) this.#bindResult(response.bindResult);
    if (response.heartbeat) {
      const { benchMonotonicUs, twinMonotonicUs } = response.heartbeat;
      this.#twinClock.observe(benchMonotonicUs ?? 0, twinMonotonicUs ?? 0, nowUs);
      this.roundTrip.add(nowUs - (benchMonotonicUs ?? 0));
    }
    const { setpoints = [], twinMonotonicUs } = response.setpoints ?? {};
    const oneWayUs = twinMonotonicUs ? this.#twinClock.sinceUs(twinMonotonicUs, nowUs) : undefined;
    for (const { slotId, activePowerW } of setpoints ?? []) {
      const entry = this.#entries.get(slotId ?? '');
      if (entry?.bound) entry.device.setpoint(activePowerW ?? 0, oneWayUs);
    }
  }

  #bindResult({ slotId, accepted, reason }: wijk.v1.IBindResult): void {
    const { clock, log } = this.#parts;
    const entry = this.#entries.get(slotId ?? '');
    if (entry === undefined || entry.askedAs === undefined) return;
    const { id } = entry.device.config;
    if (accepted) {
      entry.refusal = '';
      log.info({ device: id, slot: slotId }, 'slot bound');
      this.#setBound(entry, true);
      return;
    }
    entry.askedAs = undefined;
    entry.bindAgainAtMs = clock.nowMs() + BIND_AGAIN_MS;
    if (entry.refusal !== reason) log.warn({ device: id, slot: slotId }, `slot not bound: ${reason}`);
    entry.refusal = reason ?? '';
    this.#setBound(entry, false);
  }

  /** Asks for the slot if everything is there and it has not been asked already. */
  #bind(entry: Entry): void {
    const { identity, device } = entry;
    if (!this.#connected || !this.#binding || identity === undefined || entry.askedAs === identity) return;
    if (this.#parts.clock.nowMs() < entry.bindAgainAtMs) return;
    entry.askedAs = identity;
    this.#write({ bind: bindMessage(device.config, identity) });
  }

  #free(entry: Entry, reason: string): void {
    if (entry.askedAs !== undefined) this.#write({ unbind: { slotId: entry.device.config.slotId, reason } });
    entry.askedAs = undefined;
    entry.waiting = undefined;
    this.#setBound(entry, false);
  }

  #setBound(entry: Entry, bound: boolean): void {
    if (entry.bound === bound) return;
    entry.bound = bound;
    entry.device.leaseChanged(bound);
  }

  #flush(): void {
    const waiting = [...this.#entries.values()].filter((entry) => entry.waiting !== undefined && entry.bound);
    if (waiting.length === 0) return;
    // The age is that of the moment of sending, not of asking to send.
    const nowMs = this.#parts.clock.nowMs();
    const readings = waiting.map(({ device, waiting: reading }) => readingMessage(device.config, reading!, nowMs));
    for (const entry of waiting) {
      entry.device.sent((nowMs - entry.waiting!.askedAtMs) * 1000);
      entry.waiting = undefined;
    }
    this.#write({ readings: { readings, benchMonotonicUs: nowMs * 1000 } });
  }

  #write(request: wijk.v1.IAttachRequest): void {
    const call = this.#call;
    if (call === undefined || call.destroyed || call.writableEnded) return;
    this.#writable = call.write(request);
  }

  #sleep(clock: Clock, ms: number): Promise<void> {
    return new Promise((resolve) => {
      const cancel = clock.schedule(ms, resolve);
      this.#wake = () => {
        cancel();
        resolve();
      };
    });
  }
}

const { LEASE_KIND_ACTUATOR, LEASE_KIND_METER } = wijk.v1.LeaseKind;

/**
 * How a device sits in its slot. A grid emulator measures what the one device on its terminals does, which is that slot's own
 * power and not that of a connection; when it is gone its output is open (its watchdog, or a person), and there is none.
 */
function leaseOf(config: DeviceConfig): { kind: wijk.v1.LeaseKind; safeSetpointW?: number; revertTimeS?: number } {
  if (config.lease === 'actuator') {
    const { safeSetpointW, revertTimeMs } = config;
    return { kind: LEASE_KIND_ACTUATOR, safeSetpointW, revertTimeS: revertTimeMs / 1000 };
  }
  const { driver, behaviour } = config.profile;
  if (driver !== 'scpi-source' || config.slotId.endsWith('/household')) return { kind: LEASE_KIND_METER };
  const revertTimeS = Math.max(1, Math.ceil((3 * behaviour.timing.budgetMs) / 1000));
  return { kind: LEASE_KIND_ACTUATOR, safeSetpointW: 0, revertTimeS };
}

function bindMessage(config: DeviceConfig, identity: string): wijk.v1.IBind {
  const { kind, ...ends } = leaseOf(config);
  const [phaseA, phaseB, phaseC] = config.phases;
  return {
    slotId: config.slotId,
    kind,
    deviceId: config.id,
    deviceIdentity: identity,
    scaleRatio: config.scale,
    freshnessLimitS: config.freshnessMs / 1000,
    ...ends,
    observeOnly: config.observeOnly,
    phaseA,
    phaseB,
    phaseC,
  };
}

const QUALITY = {
  good: wijk.v1.Quality.QUALITY_GOOD,
  derived: wijk.v1.Quality.QUALITY_DERIVED,
  invalid: wijk.v1.Quality.QUALITY_INVALID,
} as const;

function readingMessage(config: DeviceConfig, reading: NumberedReading, nowMs: number): wijk.v1.IReading {
  const { stateOfChargeRatio, temperatureC, voltageV } = reading;
  return {
    slotId: config.slotId,
    sequence: reading.sequence,
    ageUs: (nowMs - reading.askedAtMs) * 1000,
    quality: QUALITY[reading.quality],
    activePowerAW: reading.activePowerW[0],
    activePowerBW: reading.activePowerW[1],
    activePowerCW: reading.activePowerW[2],
    reactivePowerVar: reading.reactivePowerVar,
    ...(stateOfChargeRatio === undefined ? {} : { stateOfChargeRatio }),
    ...(temperatureC === undefined ? {} : { temperatureC }),
    ...(voltageV === undefined ? {} : { voltageAV: voltageV[0], voltageBV: voltageV[1], voltageCV: voltageV[2] }),
  };
}

/**
 * Where the device under test hangs: its line, and that of the independent meter. Connects, lets go (so that another
 * program may take a serial port), and connects again.
 */
import { WijkError } from '../../errors.js';
import type { DeviceConfig, LinkConfig, MeterConfig } from '../config.js';
import { createDriver } from '../devices/create.js';
import type { Driver } from '../devices/driver.js';
import { HardwareLink, type LinkCounters } from '../devices/hardware-link.js';
import type { Log } from '../log.js';
import type { Clock } from '../transport/clock.js';
import { openTransport } from '../transport/open.js';
import type { FrameSink, RecordingHeader } from '../transport/recording.js';
import type { Transport } from '../transport/transport.js';
import { type LineFindings, LineWatch } from './line-watch.js';

/** The device's line, as the catalogue uses it. */
export interface Station {
  /** Where it is, for a person. */
  readonly address: string;
  /** Valid while connected. */
  readonly driver: Driver;
  readonly meter: Driver | undefined;
  /** Opens the device's line; rejects with NO_SUCH_PORT and the cause. The meter stays connected from the first time on. */
  connect(signal: AbortSignal): Promise<void>;
  /** Lets go of the device's line. */
  disconnect(): Promise<void>;
  /** Whether a unit that is not the device's answers on its line; undefined where units mean nothing. */
  answers(unit: number, signal: AbortSignal): Promise<boolean | undefined>;
  /** One more question, whose answer nobody needs: a reply that was late comes with it, and is counted. */
  askAnything(signal: AbortSignal): Promise<void>;
  /** The device sends telegrams by itself instead of answering. */
  readonly telegrams: boolean;
  /** What came in that no driver shows. */
  readonly findings: LineFindings;
  /** Since the start, over all connections. */
  counters(): LinkCounters;
  roundTripUs(quantile: number): number;
  close(): Promise<void>;
}

export interface LineStationParts {
  readonly device: DeviceConfig;
  readonly link: LinkConfig;
  readonly meter?: { readonly device: MeterConfig; readonly link: LinkConfig };
  /** The clock of the wires. */
  readonly clock: Clock;
  readonly log: Log;
  /** Where the frames of the lines go. */
  readonly sink: (line: 'device' | 'meter', header: RecordingHeader) => FrameSink;
  readonly open?: (address: string, signal: AbortSignal) => Promise<Transport>;
}

const NONE: LinkCounters = { requests: 0, timeouts: 0, crcErrors: 0, exceptions: 0, lateRepliesDropped: 0 };

export class LineStation implements Station {
  readonly #parts: LineStationParts;
  #link: HardwareLink | undefined;
  #driver: Driver | undefined;
  #meterLink: HardwareLink | undefined;
  #meter: Driver | undefined;
  #counted: LinkCounters = { ...NONE };
  #roundTrip: HardwareLink['roundTrip'] | undefined;
  readonly #watch: LineWatch;

  constructor(parts: LineStationParts) {
    this.#parts = parts;
    this.#watch = new LineWatch(parts.link.protocol);
  }

  get address(): string {
    return this.#parts.link.address;
  }

  get driver(): Driver {
    if (this.#driver === undefined) throw new WijkError('INTERNAL', 'the device under test is not connected');
    return this.#driver;
  }

  get meter(): Driver | undefined {
    return this.#meter;
  }

  async connect(signal: AbortSignal): Promise<void> {
    const { device, link, meter, clock } = this.#parts;
    // A meter on the device's own line shares its bus: one line, one master.
    const shared = meter !== undefined && meter.link.id === link.id;
    this.#link = await this.#open(link, 'device', signal);
    this.#driver = createDriver(device, this.#link, () => clock.nowMs());
    if (meter === undefined) return;
    if (shared) this.#meter = createDriver(meter.device, this.#link, () => clock.nowMs());
    else if (this.#meterLink === undefined) {
      this.#meterLink = await this.#open(meter.link, 'meter', signal);
      this.#meter = createDriver(meter.device, this.#meterLink, () => clock.nowMs());
    }
  }

  async disconnect(): Promise<void> {
    const link = this.#link;
    if (link === undefined) return;
    this.#link = undefined;
    this.#driver = undefined;
    this.#counted = sum(this.#counted, link.counters());
    this.#roundTrip = link.roundTrip;
    await link.close();
  }

  get telegrams(): boolean {
    return this.#parts.link.protocol === 'p1';
  }

  get findings(): LineFindings {
    return this.#watch.findings;
  }

  async answers(unit: number, signal: AbortSignal): Promise<boolean | undefined> {
    // Behind Modbus TCP one address is one device: many answer to any unit, and may.
    if (this.#parts.link.protocol !== 'modbus-rtu' || this.#link === undefined) return undefined;
    try {
      await this.#link.registers(unit, this.#parts.device.profile.behaviour.timing.replyTimeoutMs).read(0, 1, signal);
      return true;
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof WijkError)) throw error;
      return error.code === 'DEVICE_EXCEPTION';
    }
  }

  async askAnything(signal: AbortSignal): Promise<void> {
    const { device } = this.#parts;
    if (device.unit > 0) await this.answers(device.unit, signal);
  }

  counters(): LinkCounters {
    return sum(this.#counted, this.#link?.counters() ?? NONE);
  }

  roundTripUs(quantile: number): number {
    return (this.#link?.roundTrip ?? this.#roundTrip)?.quantileUs(quantile) ?? 0;
  }

  async close(): Promise<void> {
    await this.disconnect();
    await this.#meterLink?.close();
  }

  /** Opens a link and waits until it is open; the first failure is the answer, not a reason to try for ever. */
  async #open(config: LinkConfig, name: 'device' | 'meter', signal: AbortSignal): Promise<HardwareLink> {
    const { clock, log, sink, device, meter } = this.#parts;
    const open = this.#parts.open ?? openTransport;
    let tell: (error?: unknown) => void = () => undefined;
    const first = new Promise<void>((resolve, reject) => {
      tell = (error) => (error === undefined ? resolve() : reject(error));
    });
    const gaps = [device, ...(meter === undefined ? [] : [meter.device])]
      .filter(({ linkId }) => linkId === config.id)
      .map(({ profile }) => profile.behaviour.timing.minimumGapMs);
    const link = new HardwareLink({
      config,
      minimumGapMs: config.minimumGapMs ?? Math.max(0, ...gaps),
      clock,
      log,
      opened: () => tell(),
      record: (header) => sink(name, header),
      open: async (address, stop) => {
        try {
          const transport = await open(address, stop);
          return name === 'device' ? this.#watch.tap(transport) : transport;
        } catch (error) {
          tell(error);
          throw error;
        }
      },
    });
    const abort = (): void => tell(signal.reason);
    signal.addEventListener('abort', abort, { once: true });
    link.start();
    try {
      await first;
      return link;
    } catch (error) {
      await link.close();
      throw error;
    } finally {
      signal.removeEventListener('abort', abort);
    }
  }
}

function sum(a: LinkCounters, b: LinkCounters): LinkCounters {
  return {
    requests: a.requests + b.requests,
    timeouts: a.timeouts + b.timeouts,
    crcErrors: a.crcErrors + b.crcErrors,
    exceptions: a.exceptions + b.exceptions,
    lateRepliesDropped: a.lateRepliesDropped + b.lateRepliesDropped,
  };
}

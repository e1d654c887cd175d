/** The bench as a whole: its links, its devices, its end of the twin. Opens everything and closes everything. */
import { type IntervalHistogram, monitorEventLoopDelay } from 'node:perf_hooks';
import { WijkError } from '../errors.js';
import type { BenchConfig, DeviceConfig, LinkConfig } from './config.js';
import { createDriver } from './devices/create.js';
import { HardwareLink, type LinkParts } from './devices/hardware-link.js';
import { Emulations } from './emulation/emulations.js';
import { TwinLink } from './link.js';
import type { Log } from './log.js';
import { DeviceSession } from './session-runner.js';
import { type Clock, systemClock } from './transport/clock.js';

export interface BenchParts {
  readonly config: BenchConfig;
  readonly twinAddress: string;
  readonly log: Log;
  readonly clock?: Clock;
  /** How addresses open; a test puts its own lines here. */
  readonly open?: LinkParts['open'];
  /** Where the frames of the links are written. */
  readonly record?: LinkParts['record'];
}

/** Who of the devices confirmed its safe setpoint within its budget. Meters have nothing to confirm. */
export interface Confirmation {
  readonly confirmed: readonly string[];
  readonly unconfirmed: readonly string[];
}

export class Bench {
  readonly config: BenchConfig;
  readonly clock: Clock;
  readonly links: readonly HardwareLink[];
  readonly sessions: readonly DeviceSession[];
  readonly twin: TwinLink;
  readonly emulations: Emulations | undefined;
  /** Delay of the event loop of this process, ns. */
  readonly loopDelay: IntervalHistogram;

  readonly #log: Log;
  #stoppedBy = '';

  constructor({ config, twinAddress, log, clock = systemClock, open, record }: BenchParts) {
    this.config = config;
    this.clock = clock;
    this.#log = log;
    this.loopDelay = monitorEventLoopDelay({ resolution: 10 });
    this.twin = new TwinLink({ benchName: config.name, address: twinAddress, clock, log });
    this.links = config.links.map((link) => this.#link(link, open, record));
    this.sessions = config.devices.map((device) => this.#session(device));
    for (const session of this.sessions) this.twin.register(session);
    this.emulations =
      config.emulations.length === 0
        ? undefined
        : new Emulations({ benchName: config.name, configs: config.emulations, twinAddress, clock, log });
  }

  get stopped(): boolean {
    return this.#stoppedBy !== '';
  }

  /** Who holds the emergency stop; empty if it is not active. */
  get stoppedBy(): string {
    return this.#stoppedBy;
  }

  /** Opens the lines on which controllers find the emulations. Rejects with PORT_IN_USE or NO_SUCH_PORT. */
  async open(): Promise<void> {
    await this.emulations?.open();
  }

  start(): void {
    this.loopDelay.enable();
    for (const link of this.links) link.start();
    for (const session of this.sessions) session.start();
    this.twin.start();
    this.emulations?.start();
  }

  /** All devices to their safe setpoints, whatever the twin does or is. Holds until released. */
  async emergencyStop(by: string, reason: string): Promise<Confirmation> {
    this.#stoppedBy = by;
    this.#log.warn({ by, reason }, 'emergency stop');
    this.emulations?.setStopped(true);
    const confirmation = await this.#makeSafe({ kind: 'stop', by, reason });
    this.#log.warn({ ...confirmation }, 'emergency stop: devices at their safe setpoint');
    return confirmation;
  }

  release(by: string): void {
    this.#stoppedBy = '';
    this.#log.warn({ by }, 'emergency stop released');
    for (const session of this.sessions) session.release();
    this.emulations?.setStopped(false);
  }

  setBinding(enabled: boolean): void {
    this.twin.setBinding(enabled);
  }

  /** Devices to their safe state, confirmed within their budgets; then everything is closed. */
  async close(): Promise<Confirmation> {
    const confirmation = await this.#makeSafe({ kind: 'hold' });
    if (confirmation.confirmed.length > 0) {
      this.#log.info({ devices: confirmation.confirmed }, 'at their safe setpoint');
    }
    if (confirmation.unconfirmed.length > 0) {
      this.#log.error(
        { devices: confirmation.unconfirmed },
        'did not confirm the safe setpoint; each reverts by itself when its revert time is over',
      );
    }
    await Promise.all([
      this.twin.close(),
      this.emulations?.close(),
      ...this.sessions.map((session) => session.close()),
      ...this.links.map((link) => link.close()),
    ]);
    this.loopDelay.disable();
    return confirmation;
  }

  async #makeSafe(event: Parameters<DeviceSession['makeSafe']>[0]): Promise<Confirmation> {
    const actuators = this.sessions.filter((session) => session.config.lease === 'actuator');
    const answers = await Promise.all(
      actuators.map(async (session) => ({ id: session.config.id, ok: await session.makeSafe(event) })),
    );
    return {
      confirmed: answers.filter(({ ok }) => ok).map(({ id }) => id),
      unconfirmed: answers.filter(({ ok }) => !ok).map(({ id }) => id),
    };
  }

  #link(config: LinkConfig, open: LinkParts['open'], record: LinkParts['record']): HardwareLink {
    const units = new Map(
      this.config.devices
        .filter((device) => device.linkId === config.id)
        .map((device) => [device.unit, { minimumGapMs: device.profile.behaviour.timing.minimumGapMs }]),
    );
    return new HardwareLink({
      config,
      // The bench file speaks for the whole line; a profile for its own device.
      minimumGapMs: config.minimumGapMs ?? 0,
      units: config.minimumGapMs === undefined ? units : new Map(),
      clock: this.clock,
      log: this.#log,
      opened: () => {
        for (const session of this.sessions) if (session.config.linkId === config.id) session.linkOpened();
      },
      ...(open === undefined ? {} : { open }),
      ...(record === undefined ? {} : { record }),
    });
  }

  #session(config: DeviceConfig): DeviceSession {
    const link = this.links.find((candidate) => candidate.config.id === config.linkId);
    if (link === undefined) throw new WijkError('INTERNAL', `device ${config.id} names no link`);
    const { clock } = this;
    const driver = createDriver(config, link, () => clock.nowMs());
    return new DeviceSession({ config, driver, desk: this.twin, clock, log: this.#log });
  }
}

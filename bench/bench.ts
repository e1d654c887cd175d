/** The bench as a whole: its links, its devices, its end of the twin. Opens everything and closes everything. */
import { type IntervalHistogram, monitorEventLoopDelay } from 'node:perf_hooks';
import { WijkError } from '../errors.js';
import type { BenchConfig, DeviceConfig, LinkConfig } from './config.js';
import { createContact } from './contacts.js';
import { createDriver } from './devices/create.js';
import { canPlay, type Identity } from './devices/driver.js';
import { GridPlayer } from './devices/grid-player.js';
import { HardwareLink, type LinkParts } from './devices/hardware-link.js';
import { Emulations } from './emulation/emulations.js';
import { type Place, shownIn } from './emulation/shown.js';
import { TwinView } from './emulation/twin-view.js';
import { InterlockWatch } from './interlock.js';
import { TwinLink } from './link.js';
import type { Log } from './log.js';
import { isKnown } from './session.js';
import { DeviceSession } from './session-runner.js';
import { partTimings } from './timing.js';
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
  readonly devices: readonly DeviceStop[];
}

export interface DeviceStop {
  readonly id: string;
  readonly confirmed: boolean;
  readonly safeSetpointW: number;
  /** NaN if it did not confirm. */
  readonly tookMs: number;
  readonly revertTimeMs: number;
  readonly error: string;
}

/** A grid emulator that plays to a device which sits in the slot itself. */
export const onlyPlays = ({ profile, observeOnly }: DeviceConfig): boolean =>
  profile.driver === 'scpi-source' && observeOnly;

const WAITING_FOR_INTERLOCKS = 'interlocks that were not seen closed yet';

export class Bench {
  readonly config: BenchConfig;
  readonly clock: Clock;
  readonly links: readonly HardwareLink[];
  readonly sessions: readonly DeviceSession[];
  /** AC sources that play their slot's voltages to a device under test. */
  readonly players: GridPlayer[] = [];
  readonly twin: TwinLink;
  readonly emulations: Emulations | undefined;
  readonly interlocks: readonly InterlockWatch[];
  /** Delay of the event loop of this process, ns. */
  readonly loopDelay: IntervalHistogram;

  readonly #log: Log;
  readonly #grid: TwinView | undefined;
  #stoppedBy = '';

  constructor({ config, twinAddress, log, clock = systemClock, open, record }: BenchParts) {
    this.config = config;
    this.clock = clock;
    this.#log = log;
    this.loopDelay = monitorEventLoopDelay({ resolution: 10 });
    const timings = () => partTimings(this.links, this.sessions);
    this.twin = new TwinLink({ benchName: config.name, address: twinAddress, clock, log, timings });
    this.links = config.links.map((link) => this.#link(link, open, record));
    this.sessions = config.devices.map((device) => this.#session(device));
    for (const session of this.sessions) if (!onlyPlays(session.config)) this.twin.register(session);
    this.emulations =
      config.emulations.length === 0
        ? undefined
        : new Emulations({ benchName: config.name, configs: config.emulations, twinAddress, clock, log });
    this.interlocks = config.interlocks.map((interlock) => this.#interlock(interlock));
    this.#grid = this.players.length === 0 ? undefined : this.#gridView(twinAddress);
  }

  /** Why the emergency stop cannot be released; empty if it can. */
  get releaseRefusal(): string {
    const open = this.interlocks.filter((interlock) => !interlock.isClosed);
    return open.map(({ id, contact, cause }) => `interlock ${id} (${contact}) is open: ${cause}`).join('; ');
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
    // Until every interlock was seen closed once nothing but the safe setpoint goes out. That is no trip and needs no
    // person: it ends by itself with the last of them.
    if (this.interlocks.length > 0) this.#hold();
    for (const link of this.links) link.start();
    for (const session of this.sessions) session.start();
    for (const player of this.players) player.start();
    this.#grid?.start();
    this.twin.start();
    this.emulations?.start();
    for (const interlock of this.interlocks) interlock.start();
  }

  #hold(): void {
    this.#stoppedBy = WAITING_FOR_INTERLOCKS;
    this.emulations?.setStopped(true);
    for (const session of this.sessions) void session.makeSafe({ kind: 'stop', by: this.#stoppedBy, reason: '' });
    for (const player of this.players) void player.stop();
  }

  #interlock(config: BenchConfig['interlocks'][number]): InterlockWatch {
    const link =
      config.contact === 'register' ? this.links.find(({ config: { id } }) => id === config.link) : undefined;
    const { id, periodMs, withinMs } = config;
    return new InterlockWatch({
      id,
      contact: createContact(
        config,
        link?.registers(config.contact === 'register' ? config.unit : 0, withinMs),
        this.clock,
      ),
      periodMs,
      withinMs,
      clock: this.clock,
      log: this.#log,
      opened: (cause) => {
        void this.emergencyStop(`interlock ${id}`, cause);
      },
      closed: () => {
        if (this.#stoppedBy === WAITING_FOR_INTERLOCKS && this.releaseRefusal === '')
          this.#release('all interlocks closed');
      },
    });
  }

  /** All devices to their safe setpoints, whatever the twin does or is. Holds until released. */
  async emergencyStop(by: string, reason: string): Promise<Confirmation> {
    this.#stoppedBy = by;
    this.#log.warn({ by, reason }, 'emergency stop');
    this.emulations?.setStopped(true);
    const confirmation = await this.#makeSafe({ kind: 'stop', by, reason });
    const { confirmed, unconfirmed } = confirmation;
    this.#log.warn({ confirmed, unconfirmed }, 'emergency stop: devices at their safe setpoint');
    return confirmation;
  }

  /** Throws STATE while an interlock is open. */
  release(by: string): void {
    const refusal = this.releaseRefusal;
    if (refusal !== '') throw new WijkError('STATE', `not released: ${refusal}`);
    this.#release(by);
  }

  #release(by: string): void {
    for (const link of this.links) link.makingSafe = false;
    this.#stoppedBy = '';
    this.#log.warn({ by }, 'emergency stop released');
    for (const session of this.sessions) session.release();
    for (const player of this.players) player.release();
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
      this.#grid?.close(),
      ...this.players.map((player) => player.close()),
      this.emulations?.close(),
      ...this.interlocks.map((interlock) => interlock.close()),
      ...this.sessions.map((session) => session.close()),
      ...this.links.map((link) => link.close()),
    ]);
    this.loopDelay.disable();
    return confirmation;
  }

  async #makeSafe(event: Parameters<DeviceSession['makeSafe']>[0]): Promise<Confirmation> {
    const fromMs = this.clock.nowMs();
    for (const link of this.links) link.makingSafe = true;
    const sources = this.players.map(async (player): Promise<DeviceStop> => {
      const confirmed = await player.stop();
      const tookMs = confirmed ? this.clock.nowMs() - fromMs : Number.NaN;
      // Behind an open output there is no power; what keeps it so is the source itself.
      const error = confirmed ? '' : player.lastError || 'it does not answer';
      return { id: player.id, confirmed, safeSetpointW: 0, tookMs, revertTimeMs: 0, error };
    });
    const devices = await Promise.all([
      ...sources,
      ...this.sessions.flatMap((session) => {
        const { config } = session;
        if (config.lease !== 'actuator') return [];
        const { id, safeSetpointW, revertTimeMs } = config;
        return session.makeSafe(event).then((confirmed): DeviceStop => {
          const tookMs = confirmed ? this.clock.nowMs() - fromMs : Number.NaN;
          const cause = 'cause' in session.life ? session.life.cause : session.lastError;
          const error = confirmed ? '' : cause || 'it did not answer within its budget';
          return { id, confirmed, safeSetpointW, tookMs, revertTimeMs, error };
        });
      }),
    ]);
    // While a stop holds, every write that still goes out is one that keeps a device safe.
    for (const link of this.links) link.makingSafe = this.stopped;
    return {
      confirmed: devices.filter(({ confirmed }) => confirmed).map(({ id }) => id),
      unconfirmed: devices.filter(({ confirmed }) => !confirmed).map(({ id }) => id),
      devices,
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
    const alsoKnownAs = (identity: Identity): string | undefined => this.#sameOnLine(config, identity);
    let player: GridPlayer | undefined;
    const session = new DeviceSession({
      config,
      driver,
      desk: this.twin,
      clock,
      log: this.#log,
      alsoKnownAs,
      terminalsAt: (askedAtMs) => player?.terminalsAt(askedAtMs),
    });
    if (config.profile.driver === 'scpi-source' && canPlay(driver)) {
      const { id, slotId, profile } = config;
      const known = (): boolean => isKnown(session.life);
      const frequency = config.frequency ?? {
        hz: profile.scpi.nominal.frequencyHz,
        source: `nominal frequency of profile ${profile.profile}`,
      };
      const { account } = session;
      const connection = (): number => link.reopened;
      player = new GridPlayer({
        id,
        slotId,
        profile,
        frequency,
        driver,
        known,
        connection,
        account,
        clock,
        log: this.#log,
      });
      this.players.push(player);
    }
    return session;
  }

  /**
   * The device on the same line that has the very same serial number: one of the two units is answered by the other's
   * device. Whoever was identified first keeps it.
   */
  #sameOnLine({ id, linkId }: DeviceConfig, { key, serialNumber }: Identity): string | undefined {
    if (serialNumber === undefined) return undefined;
    const other = this.sessions.find(
      ({ config, identityKey }) => config.id !== id && config.linkId === linkId && identityKey === key,
    );
    return other === undefined ? undefined : `unit ${other.config.unit} ("${other.config.id}")`;
  }

  /** The twin's voltages, for the sources that play them. A slot that the twin does not have is not followed. */
  #gridView(address: string): TwinView {
    let places: ReadonlyMap<string, Place> = new Map();
    return new TwinView({
      address,
      watcherName: `bench ${this.config.name}, grid emulators`,
      clock: this.clock,
      log: this.#log,
      session: (_, known) => {
        places = known;
      },
      frame: (frame, tickS) => {
        for (const player of this.players) {
          const place = places.get(player.slotId);
          if (place !== undefined) player.show(shownIn(frame, place, tickS).voltageV);
        }
      },
    });
  }
}

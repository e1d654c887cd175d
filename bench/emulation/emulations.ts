/** All emulations of a bench: one view of the twin, one desk for setpoints, and the lines. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PACKAGE_ROOT } from '../../paths.js';
import type { Log } from '../log.js';
import type { Clock } from '../transport/clock.js';
import type { openListener } from '../transport/open.js';
import type { EmulationConfig } from './config.js';
import { Emulation } from './emulation.js';
import { EmulationLine } from './lines.js';
import { SetpointDesk } from './setpoint-desk.js';
import { shownIn } from './shown.js';
import { TwinView } from './twin-view.js';

export interface EmulationsParts {
  readonly benchName: string;
  readonly configs: readonly EmulationConfig[];
  readonly twinAddress: string;
  /** Of the lines and the twin's stream. */
  readonly clock: Clock;
  readonly log: Log;
  readonly open?: typeof openListener;
  /**
   * For a controller that is no real one and lives faster: how fast, and the clock that it lives by. Timers of registers
   * and ages of frames are counted on it. Default: wall clock.
   */
  readonly living?: { readonly speed: number; readonly clock: Clock };
}

/** How often timers and ages are looked at. */
const TURN_MS = 100;

export class Emulations {
  readonly all: readonly Emulation[];
  readonly desk: SetpointDesk;
  readonly view: TwinView;
  readonly #parts: EmulationsParts;
  readonly #lines: readonly EmulationLine[];
  #sessionId = '';
  #cancelTurn: () => void = () => undefined;

  constructor(parts: EmulationsParts) {
    this.#parts = parts;
    const { log, benchName, configs } = parts;
    const { speed, clock } = parts.living ?? { speed: 1, clock: parts.clock };
    this.desk = new SetpointDesk({ inject: (request) => this.view.inject(request), clock, log });
    const version = versionOf();
    this.all = configs.map((config) => new Emulation({ config, desk: this.desk, clock, log, version }));
    this.view = new TwinView({
      address: parts.twinAddress,
      watcherName: `bench ${benchName}, emulations`,
      clock: parts.clock,
      speed,
      log,
      session: (sessionId, places) => {
        // The same session after a broken stream still knows what it was given.
        if (sessionId !== this.#sessionId) this.desk.newSession();
        this.#sessionId = sessionId;
        for (const emulation of this.all) emulation.placed(places);
      },
      frame: (frame, tickS) => {
        for (const emulation of this.all) emulation.show(frame, tickS, (place) => shownIn(frame, place, tickS));
      },
    });
    this.#lines = this.#linesOf();
  }

  /** Where a controller finds this emulation; empty while its line is not open. */
  addressOf(emulation: Emulation): string {
    return this.#lineOf(emulation)?.openAs ?? '';
  }

  lineError(emulation: Emulation): string {
    return this.#lineOf(emulation)?.lastError ?? '';
  }

  /**
   * Opens the lines. A TCP port that cannot be had rejects with PORT_IN_USE or NO_SUCH_PORT and opens nothing; a serial
   * port that is not there is tried again, as a link of devices is.
   */
  async open(): Promise<void> {
    const opened: EmulationLine[] = [];
    for (const line of this.#lines) {
      try {
        await line.open();
        opened.push(line);
      } catch (error) {
        if (line.parts.address.startsWith('serial:')) {
          line.keepTrying(error);
          continue;
        }
        await Promise.all(opened.map((one) => one.close()));
        throw error;
      }
    }
  }

  start(): void {
    this.view.start();
    const turn = (): void => {
      for (const emulation of this.all) emulation.turn();
      this.desk.turn();
      this.#cancelTurn = this.#parts.clock.schedule(TURN_MS, turn);
    };
    turn();
  }

  setStopped(stopped: boolean): void {
    for (const emulation of this.all) emulation.setStopped(stopped);
  }

  /** Takes back what controllers asked, and lets go of the lines. */
  async close(): Promise<void> {
    this.#cancelTurn();
    await Promise.all(this.#lines.map((line) => line.close()));
    await this.desk.close(`bench ${this.#parts.benchName}`);
    await this.view.close();
  }

  #lineOf(emulation: Emulation): EmulationLine | undefined {
    return this.#lines.find((line) => line.parts.residents.includes(emulation));
  }

  #linesOf(): EmulationLine[] {
    const groups = new Map<string, Emulation[]>();
    this.all.forEach((emulation, k) => {
      const { address } = emulation.config;
      // Port 0 takes any free port: each its own.
      const key = /:0$/.test(address) ? `${address} ${k}` : address;
      groups.set(key, [...(groups.get(key) ?? []), emulation]);
    });
    const { clock, log, open } = this.#parts;
    return [...groups.values()].map(
      (residents) =>
        new EmulationLine({
          address: residents[0]!.config.address,
          protocol: residents[0]!.config.protocol,
          residents,
          clock,
          log,
          ...(open === undefined ? {} : { open }),
        }),
    );
  }
}

/** The version of this program: what an emulated device says as its firmware. */
function versionOf(): string {
  const text = readFileSync(join(PACKAGE_ROOT, 'package.json'), 'utf8');
  return String((JSON.parse(text) as { version?: unknown }).version ?? '');
}

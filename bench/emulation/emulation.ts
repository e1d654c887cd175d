/**
 * One emulation: a slot of the twin in the shape of one device. It holds the last frame, lets the registers' timers run,
 * answers its lines, and hands what a controller asks to the desk.
 *
 * Without a fresh frame nothing is made up: P1 sends nothing, registers read as not implemented or as exception 4 as
 * that device would, and every write is refused, so that no controller believes in a setpoint that goes nowhere.
 */
import { wijk } from '#proto/wijk.js';
import type { Log } from '../log.js';
import type { Reply, Request } from '../modbus/pdu.js';
import type { Clock } from '../transport/clock.js';
import type { EmulationConfig, EmulationKind } from './config.js';
import { EnergyMeter } from './energy.js';
import { heatPump } from './heat-pump.js';
import type { Resident } from './lines.js';
import { tariffAt, telegramOf } from './p1-meter.js';
import { type Ask, type CreateModel, EXCEPTION, type RegisterModel } from './register-model.js';
import { sdm630Meter } from './sdm630-meter.js';
import type { SetpointDesk } from './setpoint-desk.js';
import { each, type Place, type Shown } from './shown.js';
import { sunspecInverter } from './sunspec-inverter.js';
import { sunspecMeter } from './sunspec-meter.js';

const { AssetKind } = wijk.v1;

export interface EmulationParts {
  readonly config: EmulationConfig;
  readonly desk: Pick<SetpointDesk, 'want'>;
  readonly clock: Clock;
  readonly log: Log;
  /** Version of this program, as firmware version. */
  readonly version: string;
}

/** Something that happened, and when. */
export interface Happened {
  readonly text: string;
  readonly atMs: number;
}

/** Slots that a kind can show; undefined: any slot, because it shows the slot's connection. */
const SLOTS: Readonly<Record<EmulationKind, readonly wijk.v1.AssetKind[] | undefined>> = {
  'p1-meter': undefined,
  'sunspec-meter': undefined,
  'sdm630-meter': undefined,
  'sunspec-inverter': [AssetKind.ASSET_KIND_BATTERY, AssetKind.ASSET_KIND_PV],
  'heat-pump': [AssetKind.ASSET_KIND_HEAT_PUMP],
};

const TELEGRAM_US = 1e6;

export class Emulation implements Resident {
  readonly config: EmulationConfig;
  readonly energy: EnergyMeter;
  clients = 0;
  requests = 0;
  writes = 0;
  writesRefused = 0;
  telegrams = 0;
  /** The controller's newest request of each kind, in words. */
  lastRead: Happened | undefined;
  lastWrite: Happened | undefined;
  /** How often fresh data ran out, and for how long in all, s. */
  staleTimes = 0;
  /** Why the slot cannot be shown; empty if it can. */
  problem = '';

  readonly #parts: EmulationParts;
  #place: Place | undefined;
  #model: RegisterModel | undefined;
  #shown: Shown | undefined;
  #shownAtMs = Number.NEGATIVE_INFINITY;
  #freshnessMs: number;
  #fresh = false;
  #staleSinceMs: number;
  #staleMs = 0;
  #stopped = false;
  #senders = new Set<(telegram: Uint8Array) => void>();
  #nextTelegramUs = 0;

  constructor(parts: EmulationParts) {
    this.#parts = parts;
    this.config = parts.config;
    this.energy = new EnergyMeter(parts.config.energyWh);
    this.#freshnessMs = parts.config.freshnessMs;
    this.#staleSinceMs = parts.clock.nowMs();
  }

  get unit(): number {
    return this.config.unit;
  }

  get fresh(): boolean {
    return this.#fresh;
  }

  get staleS(): number {
    const now = this.#fresh ? 0 : this.#parts.clock.nowMs() - this.#staleSinceMs;
    return (this.#staleMs + now) / 1000;
  }

  /** Age of what is shown, s; NaN if nothing was shown yet. */
  get ageS(): number {
    return this.#shown === undefined ? Number.NaN : (this.#parts.clock.nowMs() - this.#shownAtMs) / 1000;
  }

  get asked(): Ask | undefined {
    return this.#model?.asked?.();
  }

  /** Whether a controller can command the slot through here. */
  get controls(): boolean {
    return this.#model?.write !== undefined;
  }

  get revertsInS(): number {
    return this.#model?.revertsInS?.(this.#parts.clock.nowMs()) ?? Number.NaN;
  }

  /** The slot as a session has it. The registers keep what a controller wrote unless it is another slot now. */
  placed(places: ReadonlyMap<string, Place>): void {
    const { config, log, version } = this.#parts;
    const place = places.get(config.slotId);
    const problem = problemWith(config, place);
    if (problem !== '' && problem !== this.problem) log.error({ emulation: config.id }, problem);
    this.problem = problem;
    this.#shown = undefined;
    if (problem !== '' || place === undefined) {
      this.#place = undefined;
      this.#model = undefined;
      this.#setFresh(false);
      return;
    }
    if (JSON.stringify(place) === JSON.stringify(this.#place)) return;
    this.#place = place;
    const create = creatorOf(config.as, this.energy);
    const { unit, id, serialNumber } = config;
    this.#model = create?.(place, { unit, id, version, serialNumber });
  }

  /** A frame of now. */
  show(frame: wijk.v1.IFrame, tickS: number, shownIn: (place: Place) => Shown): void {
    const place = this.#place;
    if (place === undefined) return;
    const nowMs = this.#parts.clock.nowMs();
    const shown = shownIn(place);
    // With ticks longer than the limit a value lasts until the next one is late.
    this.#freshnessMs = Math.max(this.config.freshnessMs, 3 * tickS * 1000);
    this.#shown = shown;
    this.#shownAtMs = nowMs;
    const tariff = tariffAt((frame.timeUs ?? 0) - 1);
    if (this.config.as === 'sunspec-inverter') {
      this.energy.count(
        shown,
        each((p) => shown.slotW * place.share[p]),
        tariff,
      );
    } else this.energy.count(shown, shown.connectionW, tariff);
    this.#setFresh(true);
    this.#model?.show(shown);
    this.#sendTelegrams(nowMs);
  }

  /** Now and then: timers of the registers, the age of what is shown, telegrams between long ticks. */
  turn(): void {
    const nowMs = this.#parts.clock.nowMs();
    if (this.#fresh && nowMs - this.#shownAtMs > this.#freshnessMs) this.#setFresh(false);
    // With ticks of a second and less the frames set the pace: a telegram between them would repeat the tick before.
    if (this.#fresh && (this.#shown?.tickS ?? 0) > 1) this.#sendTelegrams(nowMs);
    this.#advance(nowMs);
  }

  /** While the emergency stop holds, no controller commands anything through here. */
  setStopped(stopped: boolean): void {
    this.#stopped = stopped;
    // What was asked before must not come back by itself when the stop is released.
    if (stopped) this.#model?.release?.();
    this.#advance(this.#parts.clock.nowMs());
  }

  answer(request: Request, by: string): Reply | undefined {
    const model = this.#model;
    const { fc } = request;
    // A device whose place is not there has no power: it does not answer at all.
    if (model === undefined) return undefined;
    this.requests++;
    const nowMs = this.#parts.clock.nowMs();
    this.turn();
    if (fc === 3 || fc === 4) {
      const table = fc === 3 ? 'holding' : 'input';
      const last = request.address + request.count - 1;
      this.lastRead = { text: `${table} ${request.address}–${last}, by ${by}`, atMs: nowMs };
      if (!model.tables.includes(fc)) return { fc, exception: EXCEPTION.function };
      const values = model.read(fc, request.address, request.count);
      return typeof values === 'number' ? { fc, exception: values } : { fc, values };
    }
    if ((fc !== 6 && fc !== 16) || model.write === undefined) return { fc, exception: EXCEPTION.function };
    const values = fc === 6 ? [request.value] : request.values;
    const refused = !this.#fresh || this.#stopped ? EXCEPTION.failure : model.write(request.address, values, nowMs);
    const words = Array.from(values).join(' ');
    const outcome = refused === undefined ? '' : `, refused with exception ${refused}`;
    this.lastWrite = { text: `${request.address} = ${words}${outcome}, by ${by}`.slice(0, 300), atMs: nowMs };
    if (refused !== undefined) {
      this.writesRefused++;
      return { fc, exception: refused };
    }
    this.writes++;
    this.#advance(nowMs, `controller ${by} on ${this.config.id}`.slice(0, 200));
    return { fc, address: request.address, value: fc === 6 ? request.value : values.length };
  }

  attach(send: (telegram: Uint8Array) => void): () => void {
    this.#senders.add(send);
    return () => this.#senders.delete(send);
  }

  #advance(nowMs: number, by = `reversion of ${this.config.id}`): void {
    const model = this.#model;
    if (model?.asked === undefined) return;
    model.advance?.(nowMs);
    this.#parts.desk.want(this.config.slotId, this.#stopped ? undefined : model.asked(), by);
  }

  #setFresh(fresh: boolean): void {
    if (fresh === this.#fresh) return;
    const { clock, log } = this.#parts;
    const nowMs = clock.nowMs();
    this.#fresh = fresh;
    if (fresh) {
      this.#staleMs += nowMs - this.#staleSinceMs;
      this.#nextTelegramUs = 0;
      return;
    }
    this.staleTimes++;
    this.#staleSinceMs = nowMs;
    this.#model?.show(undefined);
    log.warn({ emulation: this.config.id }, 'no fresh frame of the twin: nothing is shown as now');
  }

  /** One telegram per second of the meter's clock, which is the twin's time. */
  #sendTelegrams(nowMs: number): void {
    const place = this.#place;
    const shown = this.#shown;
    if (this.config.as !== 'p1-meter' || place === undefined || shown === undefined) return;
    const meterUs = shown.timeUs + (nowMs - this.#shownAtMs) * 1000;
    // Another session with an earlier start, or the first telegram since data is fresh again.
    const restarted = this.#nextTelegramUs === 0 || meterUs < this.#nextTelegramUs - 2 * TELEGRAM_US;
    if (!restarted && meterUs < this.#nextTelegramUs) return;
    const secondUs = Math.floor(meterUs / TELEGRAM_US) * TELEGRAM_US;
    this.#nextTelegramUs = secondUs + TELEGRAM_US;
    const telegram = telegramOf(place, this.energy, this.config.serialNumber, shown, secondUs);
    if (telegram === undefined) return;
    this.telegrams++;
    for (const send of this.#senders) send(telegram);
  }
}

function problemWith({ as, slotId }: EmulationConfig, place: Place | undefined): string {
  if (place === undefined) return `the twin's wijk has no slot "${slotId}"`;
  const kinds = SLOTS[as];
  if (kinds === undefined || kinds.includes(place.kind)) return '';
  const named = (kind: number): string =>
    (AssetKind[kind] ?? '').replace('ASSET_KIND_', '').toLowerCase().replace('_', ' ');
  return `${slotId} is a ${named(place.kind)}; ${as} shows a ${kinds.map(named).join(' or ')}`;
}

function creatorOf(kind: EmulationKind, energy: EnergyMeter): CreateModel | undefined {
  switch (kind) {
    case 'p1-meter':
      return undefined;
    case 'sunspec-meter':
      return sunspecMeter(energy);
    case 'sdm630-meter':
      return sdm630Meter(energy);
    case 'sunspec-inverter':
      return sunspecInverter(energy);
    case 'heat-pump':
      return heatPump;
  }
}

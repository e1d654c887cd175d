/**
 * The desk where benches bring devices to slots: leases, readings in, setpoints out. It turns what benches say into
 * inbox records and frames into setpoints; what a reading does to a slot is the engine's business.
 */
import { badInput, type Problem, WijkError } from '../../errors.js';
import type { FrameLayout } from '../core/base/columns.js';
import { LEASE_ACTUATOR, QUALITY_INVALID } from '../core/base/status.js';
import { INPUT } from '../core/engine/inputs.js';
import type { SlotTable } from '../core/engine/model.js';
import type { InboxWriter } from './inbox.js';
import { type Bench, type BindRequest, type Lease, LeaseTable } from './leases.js';
import { monotonicUs } from './monotonic.js';
import type { BenchSpread, Note } from './recorder.js';

/** One measurement as a device has it, before scale. + is consumption. */
export interface Reading {
  readonly slotId: string;
  readonly sequence: number;
  /** Time since the device was asked, at the moment of sending, µs. */
  readonly ageUs: number;
  readonly quality: number;
  readonly activePowerW: readonly [number, number, number];
  readonly reactivePowerVar: number;
  /** NaN where the device has none. */
  readonly stateOfChargeRatio: number;
  readonly temperatureC: number;
}

export interface SlotSetpoint {
  readonly slotId: string;
  /** As the device is to follow it, after scale; NaN lets it run free. */
  readonly activePowerW: number;
  /** ROLE_* that won; 0 if it runs free. */
  readonly from: number;
  readonly sequence: number;
}

export interface SlotDeskParts {
  readonly slots: SlotTable;
  readonly layout: FrameLayout;
  readonly inbox: InboxWriter;
  note(note: Note): void;
  timing(spreads: readonly BenchSpread[]): void;
  /** Why no device can be bound now; empty if it can. */
  refusal(): string;
  /** Whether the loop takes what is in the inbox. */
  isRunning(): boolean;
}

/** Something about the device in a slot. */
export interface Notice {
  readonly slotId: string;
  /** Lower-case words with `-`. */
  readonly kind: string;
  readonly text: string;
}

const NOTICE_MAX = 1000;
/** A device that contradicts itself every few seconds for a day; more is no notice any more. */
const NOTICES_MAX = 50_000;

const TIMING_ID_MAX = 200;
/** 64 links and 256 devices of a bench file, five histograms each. */
const SPREADS_MAX = 1600;
const BUCKETS_MAX = 1000;

/** Inbox records that readings leave free for commands. */
const RESERVE = 512;

export class SlotDesk {
  readonly #table: LeaseTable;
  /** Newest reading of each connected lease while nothing runs: it enters when the session goes on. */
  readonly #held = new Map<Lease, readonly number[]>();

  #notices = 0;
  #streams = 0;

  constructor(private readonly parts: SlotDeskParts) {
    this.#table = new LeaseTable(parts.slots);
  }

  get leases(): readonly Lease[] {
    return this.#table.list();
  }

  get connected(): readonly Lease[] {
    return this.#table.connected();
  }

  /** Takes a lease; throws LEASE_REFUSED with the reason. */
  bind(bench: Bench, request: BindRequest): Lease {
    const { inbox, slots } = this.parts;
    const refusal = this.parts.refusal();
    if (refusal !== '') throw new WijkError('LEASE_REFUSED', `slot "${request.slotId}": ${refusal}`);
    if (inbox.room <= RESERVE) throw new WijkError('LEASE_REFUSED', 'the inbox is full; try again in a second');
    const lease = this.#table.bind(bench, request);
    const { slot, kind, scale, freshnessS, safeSetpointW, revertS, observeOnly, phaseMask } = lease;
    inbox.push(INPUT.bind, slot, [
      kind,
      scale,
      freshnessS,
      kind === LEASE_ACTUATOR ? scale * safeSetpointW : Number.NaN,
      revertS,
      observeOnly ? 1 : 0,
      phaseMask,
    ]);
    const what = kind === LEASE_ACTUATOR ? 'actuator' : observeOnly ? 'meter, observed only' : 'meter';
    const identity = lease.deviceIdentity === '' ? '' : ` (${lease.deviceIdentity})`;
    this.#note('bind', slots.id[slot]!, `${what} ${lease.deviceId}${identity}`, bench.name, inbox.pushed);
    return lease;
  }

  /** Gives a slot back to its model. Unknown leases are ignored: the wish is fulfilled already. */
  unbind(bench: Bench, slotId: string, reason: string): void {
    const lease = this.#table.heldBy(bench, slotId);
    if (lease === undefined) return;
    this.#table.release(lease);
    this.#held.delete(lease);
    this.parts.inbox.push(INPUT.unbind, lease.slot, []);
    this.#note('unbind', slotId, reason, bench.name, this.parts.inbox.pushed);
  }

  /** The bench's stream has ended. Its slots stay bound and fall back when their readings have aged. */
  disconnect(bench: Bench): void {
    for (const lease of this.#table.disconnect(bench)) {
      this.#held.delete(lease);
      this.#note('lease-ended', lease.slotId, `bench gone; ${lease.deviceId} is no longer connected`, bench.name, 0);
    }
  }

  /**
   * Takes the readings of one message. `sentUs` is the bench's monotonic clock at sending. Readings for slots that the
   * bench does not hold are dropped: they crossed with an unbind or a refused bind. Returns how many were dropped.
   */
  read(bench: Bench, sentUs: number, readings: readonly Reading[]): number {
    const sentOursUs = bench.clock.toOurs(sentUs);
    let dropped = 0;
    for (const reading of readings) {
      const lease = this.#table.heldBy(bench, reading.slotId);
      if (lease === undefined) {
        dropped++;
        continue;
      }
      count(lease, reading.sequence);
      const values = record(reading, Math.min(monotonicUs(), sentOursUs - Math.max(0, reading.ageUs)));
      if (!this.parts.isRunning()) this.#held.set(lease, values);
      else if (this.parts.inbox.room <= RESERVE || !this.parts.inbox.push(INPUT.measurement, lease.slot, values)) {
        lease.readingsLost++;
      }
    }
    return dropped;
  }

  /** What a bench has seen of its device and the record must hold; the slot goes on as it is. Throws BAD_INPUT. */
  notice(bench: Bench, { slotId, kind, text }: Notice): void {
    const problems: Problem[] = [];
    const add = (path: string, value: string, rule: string): void =>
      void problems.push({ file: '<stream>', path: `notice/${path}`, value, rule });
    if (!this.parts.slots.id.includes(slotId)) add('slot_id', slotId, 'there is no such slot');
    if (!/^[a-z][a-z-]{0,39}$/.test(kind)) add('kind', kind.slice(0, 80), 'lower-case letters and -, at most 40');
    if (text.length > NOTICE_MAX) add('text', `${text.length} characters`, `at most ${NOTICE_MAX} characters`);
    if (++this.#notices > NOTICES_MAX) add('', String(this.#notices), `at most ${NOTICES_MAX} notices in a session`);
    if (problems.length > 0) throw badInput(problems);
    this.#note(`device-${kind}`, slotId, text, bench.name, 0);
  }

  /** Numbers the streams that report their timing. */
  nextStream(): number {
    return ++this.#streams;
  }

  /** How the links and devices of a bench keep their time, for the record alone. Throws BAD_INPUT. */
  timing(spreads: readonly BenchSpread[]): void {
    const wrong = spreads.find(
      ({ id, part, upperUs, counts }) =>
        id.length > TIMING_ID_MAX ||
        part.length > TIMING_ID_MAX ||
        upperUs.length !== counts.length ||
        counts.length > BUCKETS_MAX,
    );
    if (wrong !== undefined || spreads.length > SPREADS_MAX) {
      const rule = `at most ${SPREADS_MAX} histograms of at most ${BUCKETS_MAX} buckets, each an upper edge and a count; names of at most ${TIMING_ID_MAX} characters`;
      throw badInput([
        { file: '<stream>', path: 'timing', value: wrong?.id.slice(0, 80) ?? String(spreads.length), rule },
      ]);
    }
    this.parts.timing(spreads);
  }

  /** Before the session goes on: the newest reading of every lease enters, so that the first tick has it. */
  release(): void {
    for (const [lease, values] of this.#held) this.parts.inbox.push(INPUT.measurement, lease.slot, values);
    this.#held.clear();
  }

  /** The setpoints of a frame for the actuators that a bench holds. */
  setpoints(bench: Bench, frame: Float64Array): SlotSetpoint[] {
    const { offset } = this.parts.layout;
    const setpoints: SlotSetpoint[] = [];
    for (const lease of this.#table.connected()) {
      if (lease.bench !== bench || lease.kind !== LEASE_ACTUATOR) continue;
      setpoints.push({
        slotId: lease.slotId,
        activePowerW: frame[offset.slotSetpointW + lease.slot]! / lease.scale,
        from: frame[offset.slotSetpointFrom + lease.slot]!,
        sequence: ++lease.setpointsSent,
      });
    }
    return setpoints;
  }

  #note(kind: string, subject: string, text: string, actor: string, inboxRecord: number): void {
    this.parts.note({ tick: 0, inboxRecord, kind, subject, text, actor });
  }
}

function count(lease: Lease, sequence: number): void {
  lease.readings++;
  if (lease.lastSequence >= 0 && sequence > lease.lastSequence + 1) {
    lease.readingsLost += sequence - lease.lastSequence - 1;
  }
  lease.lastSequence = sequence;
}

/** A reading as an inbox record: its instant instead of its age, and nothing that is not a number called good. */
function record(reading: Reading, measuredUs: number): readonly number[] {
  const [a, b, c] = reading.activePowerW;
  const quality = Number.isFinite(a + b + c) ? reading.quality : QUALITY_INVALID;
  return [
    a,
    b,
    c,
    reading.reactivePowerVar,
    reading.stateOfChargeRatio,
    reading.temperatureC,
    measuredUs,
    reading.sequence,
    quality,
  ];
}

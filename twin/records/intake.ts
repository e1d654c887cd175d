/**
 * What becomes of each frame in the recorder's thread: hashed, journalled, and brought into the tables. The one
 * lossless reader of the frame ring.
 */
import { dirname, join } from 'node:path';
import { type FrameLayout, frameLayout, nullableRanges } from '../core/base/columns.js';
import { FrameHash } from '../runtime/frame-hash.js';
import type { SessionPlan } from '../runtime/plan.js';
import type { Note } from '../runtime/recorder.js';
import {
  checkpointS,
  RECORDING_FILE,
  type RecordedNote,
  type RecordingFooter,
  RecordingWriter,
} from '../runtime/recording.js';
import { recordingHeader } from '../runtime/recording-header.js';
import { createRingEntry, EVENT_DOUBLES, type FrameRing, type RingEntry } from '../runtime/ring.js';
import { BenchTimings } from './bench-timing.js';
import { Database, RECORD_FILE } from './database.js';
import { eventWords } from './event-words.js';
import { Quarters, TenMinutes } from './intervals.js';
import { NO_SAMPLES, type RecordOptions } from './options.js';
import { SlotSamples, WijkSamples } from './samples.js';
import { SlotTotals } from './slot-totals.js';

/** Changes of the inbox count that are remembered, to find the tick of a note that came after its frame. */
const TAKEN_MAX = 1024;

export class Intake {
  readonly layout: FrameLayout;
  readonly hash: FrameHash;
  readonly quarters: Quarters;
  readonly slotTotals: SlotTotals;
  readonly timing = new BenchTimings();
  readonly #entry: RingEntry;
  /** Where frames are copied to at wall clock. */
  readonly #copy: Float64Array;
  readonly #journal: RecordingWriter | null;
  readonly #wijk: WijkSamples;
  readonly #slots: SlotSamples;
  readonly #tenMinutes: TenMinutes;
  readonly #checkpointTicks: number;
  /** Ticks at which the count of taken inbox records changed, oldest first. */
  #taken: { tick: number; records: number }[] = [];
  #waiting: Note[] = [];
  #tick = 0;
  #lost = 0;

  static async create(plan: SessionPlan, ring: FrameRing, options: RecordOptions): Promise<Intake> {
    const { recordDirectory } = plan;
    // The recording first: it refuses a folder that is in use before anything is made there.
    const journal =
      recordDirectory === '' ? null : new RecordingWriter(join(recordDirectory, RECORDING_FILE), recordingHeader(plan));
    const database = await Database.create(journal === null ? '' : join(dirname(journal.file), RECORD_FILE));
    return new Intake(plan, ring, options, database, journal);
  }

  private constructor(
    private readonly plan: SessionPlan,
    private readonly ring: FrameRing,
    options: RecordOptions,
    readonly database: Database,
    journal: RecordingWriter | null,
  ) {
    this.layout = frameLayout(plan.dimensions);
    this.hash = new FrameHash(nullableRanges(this.layout));
    this.#entry = createRingEntry(ring.shape);
    this.#copy = this.#entry.frame;
    this.#journal = journal;
    this.#wijk = new WijkSamples(database, this.layout, ticksIn(options.wijkSamplePeriodS, plan.tickS));
    this.#slots = new SlotSamples(database, this.layout, ticksIn(options.slotSamplePeriodS, plan.tickS));
    this.quarters = new Quarters(database, this.layout, plan.contractLimitW);
    this.#tenMinutes = new TenMinutes(database, this.layout, plan, options.everyMean);
    this.slotTotals = new SlotTotals(this.layout, plan.tickS);
    this.#checkpointTicks = ticksIn(checkpointS(plan.ticksTotal * plan.tickS, this.layout.total), plan.tickS);
    ring.attachLossless();
    plan.slotIds.forEach((id, slot) => {
      database.append('slots', [slot, id]);
    });
    for (const [key, value] of Object.entries(describe(plan))) database.append('session', [key, value]);
    this.#note(0, { kind: 'load', subject: plan.wijkName, text: `session ${plan.sessionId}`, actor: plan.actor });
  }

  /** The newest tick taken. */
  get tick(): number {
    return this.#tick;
  }

  /** Takes up to `max` entries from the ring; returns how many. */
  take(max: number): number {
    let count = 0;
    while (count < max && this.#tick < this.ring.published) {
      this.#next();
      count++;
    }
    return count;
  }

  /** Keeps a note until its tick is known. */
  note(note: Note): void {
    const tick = note.tick > 0 ? note.tick : note.inboxRecord > 0 ? this.#tickOfRecord(note.inboxRecord) : this.#tick;
    if (tick === undefined) this.#waiting.push(note);
    else this.#note(tick, note);
  }

  /** Makes everything taken so far visible to queries and safe on disk. */
  flush(): void {
    this.database.flush();
    this.#journal?.flush();
  }

  async finish(ended: RecordingFooter['ended']): Promise<RecordingFooter> {
    for (const note of this.#waiting) this.#note(this.#tick, note);
    this.#waiting = [];
    this.#wijk.end();
    this.#slots.end();
    this.quarters.end();
    this.slotTotals.write(this.database);
    this.timing.write(this.database);
    const footer: RecordingFooter = { ticks: this.#tick, frameHash: this.hash.hex, ended, lostTicks: this.#lost };
    for (const [key, value] of Object.entries(footer)) this.database.append('session', [key, String(value)]);
    if (this.#journal !== null) {
      if (this.#tick > 0) this.#journal.checkpoint(this.#tick, this.hash.bytes, this.#entry.frame);
      this.#journal.close(footer);
    }
    await this.database.seal();
    return footer;
  }

  #next(): void {
    const entry = this.#entry;
    if (!this.ring.take(this.#tick + 1, entry, this.#copy)) {
      // Overwritten at wall clock: the ring has raised its flag; go on at what will surely still be there.
      const resume = this.ring.published - Math.floor(this.ring.shape.capacity / 2);
      const lost = Math.max(1, resume - this.#tick);
      this.#lost += lost;
      this.#tick += lost;
      this.ring.consume(this.#tick);
      const text = `the record fell behind and lost ${lost} ticks`;
      this.#note(this.#tick, { kind: 'overrun', subject: 'record', text, actor: '' });
      return;
    }
    this.#tick = entry.tick;
    this.hash.add(entry.frame);
    this.#journal?.inputs(entry.tick, entry.inputCount, entry.inputs);
    if (entry.tick % this.#checkpointTicks === 0) {
      this.#journal?.checkpoint(entry.tick, this.hash.bytes, entry.frame);
    }
    this.#events(entry);
    this.#wijk.add(entry);
    this.#slots.add(entry);
    this.quarters.add(entry);
    this.#tenMinutes.add(entry);
    this.slotTotals.add(entry);
    this.ring.consume(entry.tick);
  }

  #events(entry: RingEntry): void {
    if (entry.inboxTaken !== (this.#taken.at(-1)?.records ?? 0)) {
      this.#taken.push({ tick: entry.tick, records: entry.inboxTaken });
      if (this.#taken.length > TAKEN_MAX) this.#taken.shift();
      const waiting = this.#waiting;
      this.#waiting = [];
      for (const note of waiting) this.note(note);
    }
    for (let i = 0; i < entry.eventCount; i++) {
      const at = i * EVENT_DOUBLES;
      const words = eventWords(entry.events[at]!, entry.events[at + 1]!, entry.events[at + 2]!, this.plan);
      this.#note(entry.tick, { ...words, actor: '' });
    }
    if (entry.eventsLost > 0) {
      const text = `${entry.eventsLost} events of this tick were too many to keep`;
      this.#note(entry.tick, { kind: 'events-lost', subject: 'record', text, actor: '' });
    }
  }

  #tickOfRecord(record: number): number | undefined {
    return this.#taken.find(({ records }) => records >= record)?.tick;
  }

  #note(tick: number, { kind, subject, text, actor }: Omit<RecordedNote, 'tick'>): void {
    const timeUs = this.plan.startUs + Math.round(tick * this.plan.tickS * 1e6);
    this.database.append('events', [BigInt(tick), BigInt(timeUs), kind, subject, text, actor]);
    if (actor !== '') this.#journal?.note({ tick, kind, subject, text, actor });
  }
}

function ticksIn(periodS: number, tickS: number): number {
  return periodS === NO_SAMPLES ? NO_SAMPLES : Math.max(1, Math.round(periodS / tickS));
}

function describe(plan: SessionPlan): Record<string, string> {
  return {
    session_id: plan.sessionId,
    wijk: plan.wijkName,
    start_us: String(plan.startUs),
    tick_s: String(plan.tickS),
    model_hash: plan.modelHash,
    engine_hash: plan.engineHash,
    contract_limit_w: String(plan.contractLimitW),
    ...Object.fromEntries(Object.entries(plan.labels).map(([key, value]) => [`label/${key}`, value])),
  };
}

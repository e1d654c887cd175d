/** What a session needs of whoever keeps its frames. `twin/records` implements it; the runtime does not know how. */

import type { SessionPlan } from './plan.js';
import type { RecordingFooter } from './recording.js';
import type { RingMemory } from './ring.js';

/** A command or an occurrence that a person wants to read in the record beside the engine's own events. */
export interface Note {
  /** The tick it belongs to. 0: the tick that takes the inbox record below, or the present one if that is 0 too. */
  readonly tick: number;
  /** Number of an inbox record. */
  readonly inboxRecord: number;
  readonly kind: string;
  readonly subject: string;
  readonly text: string;
  /** Who gave the command; empty if nobody did. */
  readonly actor: string;
}

/** One histogram of a link or device of a bench, µs: all that was counted since the bench attached. */
export interface BenchSpread {
  readonly bench: string;
  /** Counts the streams of the session: a bench that comes back begins anew. */
  readonly stream: number;
  /** "link" or "device". */
  readonly part: string;
  readonly id: string;
  readonly quantity: 'round trip' | 'age' | 'one-way delay' | 'jitter' | 'command';
  readonly count: number;
  readonly p50Us: number;
  readonly p99Us: number;
  readonly maxUs: number;
  /** Of the link or device; NaN where nothing was due. */
  readonly lossRatio: number;
  readonly crcErrors: number;
  readonly upperUs: readonly number[];
  readonly counts: readonly number[];
}

export interface Recorder {
  note(note: Note): void;
  /** Takes the place of what the same stream said before of the same links and devices. */
  timing(spreads: readonly BenchSpread[]): void;
  /** Chained hash over all frames so far, hexadecimal. */
  frameHash(): Promise<string>;
  /** Takes what is left in the ring, writes the footer and closes the record for writing. */
  finish(ended: RecordingFooter['ended']): Promise<RecordingFooter>;
  close(): Promise<void>;
  /** Called when the recorder cannot go on, such as on a full disk. */
  onFailure(listener: (error: Error) => void): void;
}

export type RecorderFactory<R extends Recorder> = (plan: SessionPlan, ring: RingMemory) => Promise<R>;

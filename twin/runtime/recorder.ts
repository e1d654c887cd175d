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

export interface Recorder {
  note(note: Note): void;
  /** Chained hash over all frames so far, hexadecimal. */
  frameHash(): Promise<string>;
  /** Takes what is left in the ring, writes the footer and closes the record for writing. */
  finish(ended: RecordingFooter['ended']): Promise<RecordingFooter>;
  close(): Promise<void>;
  /** Called when the recorder cannot go on, such as on a full disk. */
  onFailure(listener: (error: Error) => void): void;
}

export type RecorderFactory<R extends Recorder> = (plan: SessionPlan, ring: RingMemory) => Promise<R>;

/** What the loop and a replay need of the engine: a tick, its inputs in, its frame out. */
import type { FrameLayout } from '../core/base/columns.js';
import type { EventList } from '../core/engine/events.js';
import type { InputBatch } from '../core/engine/inputs.js';

export interface Engine {
  readonly layout: FrameLayout;
  readonly tickS: number;
  /** Ticks done. */
  readonly tick: number;
  /** Instant at the end of the last tick, UTC microseconds. */
  readonly timeUs: number;
  /** The frame of the last tick; the same memory every time. */
  readonly frame: Float64Array;
  readonly events: EventList;
  /** Adds the weather record that a tick needs, if it needs a new one. */
  weather(tick: number, batch: InputBatch): void;
  step(batch: InputBatch): void;
}

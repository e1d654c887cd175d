/** Samples of the wijk and of every slot: each row stands for a period of whole ticks that ends at its `time_us`. */
import type { FrameLayout } from '../core/base/columns.js';
import type { RingEntry } from '../runtime/ring.js';
import type { Database } from './database.js';
import { NO_SAMPLES } from './options.js';
import { SLOT_COLUMN_NAMES, SLOT_COLUMNS, WIJK_COLUMNS } from './tables.js';

export class WijkSamples {
  readonly #offsets: readonly number[];
  readonly #sum: Float64Array;
  #count = 0;
  #last = { tick: 0, timeUs: 0 };

  constructor(
    private readonly database: Database,
    layout: FrameLayout,
    /** Ticks per row; the row holds their means. */
    private readonly everyTicks: number,
  ) {
    this.#offsets = WIJK_COLUMNS.map((name) => layout.offset[name]);
    this.#sum = new Float64Array(this.#offsets.length);
  }

  add({ tick, timeUs, frame }: RingEntry): void {
    for (let c = 0; c < this.#offsets.length; c++) this.#sum[c]! += frame[this.#offsets[c]!]!;
    this.#count++;
    this.#last = { tick, timeUs };
    if (tick % this.everyTicks === 0) this.end();
  }

  /** Writes the row of a period, also if it is not full. */
  end(): void {
    if (this.#count === 0) return;
    const count = this.#count;
    const means = Array.from(this.#sum, (sum) => sum / count);
    this.database.append('wijk_samples', [BigInt(this.#last.tick), BigInt(this.#last.timeUs), ...means]);
    this.#sum.fill(0);
    this.#count = 0;
  }
}

export class SlotSamples {
  readonly #columns = SLOT_COLUMN_NAMES.map((name) => ({ name, mean: SLOT_COLUMNS[name] === 'mean' }));
  /** Sums (mean) or last values (end), one row of slots per column. */
  readonly #values: Float64Array;
  #count = 0;
  #last = { tick: 0, timeUs: 0 };

  constructor(
    private readonly database: Database,
    private readonly layout: FrameLayout,
    /** Ticks per row; infinite: there are none. */
    private readonly everyTicks: number,
  ) {
    this.#values = new Float64Array(this.#columns.length * layout.dimensions.slots);
  }

  add({ tick, timeUs, frame }: RingEntry): void {
    if (this.everyTicks === NO_SAMPLES) return;
    const { slots } = this.layout.dimensions;
    this.#columns.forEach(({ name, mean }, c) => {
      const from = this.layout.offset[name];
      const to = c * slots;
      const values = this.#values;
      if (mean && this.#count > 0) for (let i = 0; i < slots; i++) values[to + i]! += frame[from + i]!;
      else for (let i = 0; i < slots; i++) values[to + i] = frame[from + i]!;
    });
    this.#count++;
    this.#last = { tick, timeUs };
    if (tick % this.everyTicks === 0) this.end();
  }

  end(): void {
    if (this.#count === 0) return;
    const { slots } = this.layout.dimensions;
    const tick = BigInt(this.#last.tick);
    const timeUs = BigInt(this.#last.timeUs);
    for (let i = 0; i < slots; i++) {
      const cells = this.#columns.map(({ mean }, c) => this.#values[c * slots + i]! / (mean ? this.#count : 1));
      this.database.append('slot_samples', [tick, timeUs, i, ...cells]);
    }
    this.#count = 0;
  }
}

/**
 * Computes a recording again, without any device, and holds the result against the live run: the frame hash, bit for
 * bit, under the same Node version, architecture and engine; otherwise the kept frames, number by number to 1e-9.
 */
import { setImmediate as turn } from 'node:timers/promises';
import { WijkError } from '../../errors.js';
import { COLUMN_NAMES, nullableRanges } from '../core/base/columns.js';
import { InputBatch } from '../core/engine/inputs.js';
import { createEngine } from './blueprint.js';
import type { Engine } from './engine.js';
import { FrameHash } from './frame-hash.js';
import { fillBatch, type RecordingFooter, type RecordingItem, RecordingReader } from './recording.js';
import { differences } from './recording-header.js';

/** Relative to the larger of 1 and the two values. */
export const TOLERANCE = 1e-9;

export interface ReplayResult {
  readonly equal: boolean;
  /** `bits`: by frame hash. `values`: another version or machine, by the kept frames. */
  readonly comparedBy: 'bits' | 'values';
  /** Why not by bits. */
  readonly differences: readonly string[];
  readonly ticks: number;
  readonly recordedHash: string;
  readonly frameHash: string;
  /** Largest relative deviation in the kept frames. */
  readonly worstDeviation: number;
  /** The kept frame at which the runs were first found to differ, and where; empty if equal. */
  readonly difference: string;
}

export interface ReplayOptions {
  /** Called now and then. */
  onProgress?(tick: number, ticks: number): void;
  readonly signal?: AbortSignal;
}

/** Ticks between two turns of the event loop. */
const BURST = 256;

/** Throws BAD_INPUT for a damaged or truncated recording, OVERRUN for one that lost ticks. */
export async function replay(file: string, options: ReplayOptions = {}): Promise<ReplayResult> {
  const footer = checkWhole(file);
  const reader = new RecordingReader(file);
  try {
    return await run(reader, footer, options);
  } finally {
    reader.close();
  }
}

/** Reads the recording once from end to end, so that damage is told before minutes are computed. */
function checkWhole(file: string): RecordingFooter {
  const reader = new RecordingReader(file);
  try {
    let footer: RecordingFooter | undefined;
    for (let item = reader.next(); item !== null; item = reader.next()) {
      if (item.type === 'footer') footer = item.footer;
    }
    if (footer!.lostTicks > 0) {
      throw new WijkError(
        'OVERRUN',
        `${file}: the recorder lost ${footer!.lostTicks} ticks; what entered in them is not known, so the run cannot be computed again`,
      );
    }
    return footer!;
  } finally {
    reader.close();
  }
}

async function run(reader: RecordingReader, footer: RecordingFooter, options: ReplayOptions): Promise<ReplayResult> {
  const { header } = reader;
  const why = differences(header);
  const engine = createEngine(header.blueprint);
  if (engine.frame.length !== header.frameLength) {
    throw new WijkError(
      'REPLAY_MISMATCH',
      `${reader.file}: this version publishes ${engine.frame.length} numbers per frame, the recording has ${header.frameLength}`,
    );
  }
  const hash = new FrameHash(nullableRanges(engine.layout));
  const comparison = new Comparison(engine, why.length === 0);
  let batch = new InputBatch();
  const next = (): RecordingItem | null => {
    let item = reader.next();
    while (item?.type === 'note') item = reader.next();
    return item;
  };
  let item = next();
  while (engine.tick < footer.ticks) {
    const tick = engine.tick + 1;
    batch.clear();
    if (item?.type === 'inputs' && item.tick === tick) {
      if (item.count > batch.capacity) batch = new InputBatch(item.count);
      fillBatch(batch, item.count, item.values);
      item = next();
    }
    engine.step(batch);
    hash.add(engine.frame);
    while (item?.type === 'checkpoint' && item.tick === tick) {
      comparison.checkpoint(item, hash.hex);
      item = next();
    }
    if (tick % BURST === 0) {
      options.onProgress?.(tick, footer.ticks);
      await turn();
      options.signal?.throwIfAborted();
    }
  }
  options.onProgress?.(footer.ticks, footer.ticks);
  const sameHash = hash.hex === footer.frameHash;
  return {
    equal: why.length === 0 ? sameHash : comparison.difference === '',
    comparedBy: why.length === 0 ? 'bits' : 'values',
    differences: why,
    ticks: engine.tick,
    recordedHash: footer.frameHash,
    frameHash: hash.hex,
    worstDeviation: comparison.worst,
    difference: sameHash ? '' : comparison.difference || 'the frame hashes differ between the kept frames',
  };
}

class Comparison {
  worst = 0;
  difference = '';

  constructor(
    private readonly engine: Engine,
    private readonly byBits: boolean,
  ) {}

  checkpoint(item: RecordingItem & { type: 'checkpoint' }, hash: string): void {
    if (hash === item.frameHash) return;
    let place = -1;
    for (let i = 0; i < item.frame.length; i++) {
      const deviation = deviationOf(item.frame[i]!, this.engine.frame[i]!);
      if (deviation > this.worst) this.worst = deviation;
      if (place < 0 && deviation > (this.byBits ? 0 : TOLERANCE)) place = i;
    }
    if (this.difference !== '' || (place < 0 && !this.byBits)) return;
    const where =
      place < 0
        ? 'an earlier tick'
        : `${this.#name(place)}: ${item.frame[place]} live, ${this.engine.frame[place]} now`;
    this.difference = `by tick ${item.tick}: ${where}`;
  }

  #name(place: number): string {
    const { layout } = this.engine;
    const name = COLUMN_NAMES.findLast((column) => layout.offset[column] <= place)!;
    return `${name}[${place - layout.offset[name]}]`;
  }
}

function deviationOf(a: number, b: number): number {
  if (a === b || (Number.isNaN(a) && Number.isNaN(b))) return 0;
  const deviation = Math.abs(a - b) / Math.max(1, Math.abs(a), Math.abs(b));
  return Number.isNaN(deviation) ? Infinity : deviation;
}

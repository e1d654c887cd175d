import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import { DIST } from '../../../paths.js';
import { EVENT, EventList } from '../../../twin/core/engine/events.js';
import { INPUT, InputBatch } from '../../../twin/core/engine/inputs.js';
import {
  createRingEntry,
  createRingMemory,
  EVENT_DOUBLES,
  FrameRing,
  INPUT_DOUBLES,
  type RingMemory,
} from '../../../twin/runtime/ring.js';

const SHAPE = { capacity: 8, inputsMax: 4, eventsMax: 4, frameLength: 2000 };

/** A thread that publishes `ticks` frames, each filled with its tick, as fast as it can. */
function fastWriter(memory: RingMemory, ticks: number, waits: boolean): Promise<number> {
  const module = (name: string) => JSON.stringify(join(DIST, 'twin', name));
  const code = `
    const { workerData: { memory, ticks, waits } } = require('node:worker_threads');
    (async () => {
      const { FrameRing } = await import(${module('runtime/ring.js')});
      const { InputBatch } = await import(${module('core/engine/inputs.js')});
      const { EventList } = await import(${module('core/engine/events.js')});
      const ring = new FrameRing(memory);
      const frame = new Float64Array(memory.shape.frameLength);
      const batch = new InputBatch(4);
      ring.waiting = waits;
      for (let tick = 1; tick <= ticks; tick++) {
        while (waits && ring.isFull(tick)) ring.waitForRoom(tick, 1000);
        batch.clear();
        batch.push(1, tick, tick, tick, tick, tick, tick, tick, tick, tick, tick, tick);
        ring.publish(tick, tick, tick, tick, batch, new EventList(1), frame.fill(tick));
      }
      ring.wakeReaders();
    })();`;
  const worker = new Worker(code, { eval: true, workerData: { memory, ticks, waits } });
  return new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.once('exit', resolve);
  });
}

describe('frame ring', () => {
  it('gives back what was published: inputs, events, frame', () => {
    const ring = new FrameRing(createRingMemory(SHAPE));
    const inputs = new InputBatch(4);
    inputs.push(INPUT.loadStep, 3, 500, 60);
    const events = new EventList(2);
    events.push(EVENT.loss, 7, -1200);
    ring.publish(1, 1e6, 55, 2, inputs, events, new Float64Array(SHAPE.frameLength).fill(4));
    const entry = createRingEntry(SHAPE);
    expect(ring.read(1, entry)).toBe(true);
    expect(entry).toMatchObject({ tick: 1, timeUs: 1e6, publishedUs: 55, inboxTaken: 2, inputCount: 1, eventCount: 1 });
    expect([...entry.inputs.subarray(0, INPUT_DOUBLES)]).toEqual([INPUT.loadStep, 3, 500, 60, 0, 0, 0, 0, 0, 0, 0, 0]);
    expect([...entry.events.subarray(0, EVENT_DOUBLES)]).toEqual([EVENT.loss, 7, -1200]);
    expect(entry.frame.every((value) => value === 4)).toBe(true);
  });

  it('has neither the future nor what is overwritten', () => {
    const ring = new FrameRing(createRingMemory(SHAPE));
    const empty = new InputBatch(1);
    const frame = new Float64Array(SHAPE.frameLength);
    for (let tick = 1; tick <= SHAPE.capacity + 1; tick++) ring.publish(tick, 0, 0, 0, empty, new EventList(1), frame);
    const entry = createRingEntry(SHAPE);
    expect(ring.read(1, entry)).toBe(false);
    expect(ring.read(2, entry)).toBe(true);
    expect(ring.read(SHAPE.capacity + 2, entry)).toBe(false);
  });

  it('never shows a torn entry to a lossy reader of a fast writer in another thread', async () => {
    const memory = createRingMemory({ ...SHAPE, capacity: 2 });
    const ring = new FrameRing(memory);
    const entry = createRingEntry(memory.shape);
    const ticks = 60_000;
    let done = false;
    const writer = fastWriter(memory, ticks, false).finally(() => {
      done = true;
    });
    let whole = 0;
    let torn = 0;
    while (!done) {
      for (let i = 0; i < 200; i++) {
        const tick = ring.published;
        if (tick === 0) break;
        // Overtaken while it was copied: that is what the lock is for.
        if (!ring.read(tick, entry)) continue;
        whole++;
        const first = entry.frame[0]!;
        if (first !== tick || entry.inputs[1] !== tick || !entry.frame.every((value) => value === first)) torn++;
      }
      await new Promise((resolve) => setImmediate(resolve));
    }
    await writer;
    expect(ring.published).toBe(ticks);
    expect(torn).toBe(0);
    expect(whole).toBeGreaterThan(0);
  });

  it('loses nothing to a lossless reader for whom the writer waits', async () => {
    const memory = createRingMemory(SHAPE);
    const ring = new FrameRing(memory);
    ring.attachLossless();
    const ticks = 20_000;
    const writer = fastWriter(memory, ticks, true);
    const entry = createRingEntry(SHAPE);
    const copy = entry.frame;
    for (let tick = 1; tick <= ticks; tick++) {
      while (ring.published < tick) await ring.afterTick(tick - 1, 1000);
      if (!ring.take(tick, entry, copy)) throw new Error(`tick ${tick} is not there`);
      expect(entry.frame).not.toBe(copy);
      // Whole, and its own until it is consumed.
      if (!entry.frame.every((value) => value === tick)) throw new Error(`tick ${tick} is torn`);
      ring.consume(tick);
    }
    await writer;
    expect(ring.overrun).toBe(false);
  });

  it('gives the lossless reader a copy of its own at wall clock', () => {
    const ring = new FrameRing(createRingMemory(SHAPE));
    ring.attachLossless();
    const publish = (tick: number) =>
      ring.publish(tick, 0, 0, 0, new InputBatch(1), new EventList(1), new Float64Array(SHAPE.frameLength).fill(tick));
    const entry = createRingEntry(SHAPE);
    const copy = entry.frame;
    for (let tick = 1; tick <= 3; tick++) publish(tick);
    expect(ring.take(2, entry, copy)).toBe(true);
    for (let tick = 4; tick <= 3 * SHAPE.capacity; tick++) publish(tick);
    expect(entry.frame).toBe(copy);
    expect(copy.every((value) => value === 2)).toBe(true);
    expect(ring.take(2, entry, copy)).toBe(false);
  });

  it('raises overrun when a lossless reader is overtaken, and only then', () => {
    const ring = new FrameRing(createRingMemory(SHAPE));
    ring.attachLossless();
    const publish = (tick: number) =>
      ring.publish(tick, 0, 0, 0, new InputBatch(1), new EventList(1), new Float64Array(SHAPE.frameLength));
    for (let tick = 1; tick <= SHAPE.capacity; tick++) publish(tick);
    expect(ring.overrun).toBe(false);
    ring.consume(1);
    publish(SHAPE.capacity + 1);
    expect(ring.overrun).toBe(false);
    publish(SHAPE.capacity + 2);
    expect(ring.overrun).toBe(true);
  });
});

import { describe, expect, it } from 'vitest';
import { INPUT, INPUT_WIDTH, InputBatch } from '../../../twin/core/engine/inputs.js';
import { createInboxMemory, InboxReader, InboxWriter } from '../../../twin/runtime/inbox.js';

function pair(capacity: number) {
  const memory = createInboxMemory(capacity);
  return { writer: new InboxWriter(memory), reader: new InboxReader(memory) };
}

const indices = (batch: InputBatch) => [...batch.index.subarray(0, batch.count)];

describe('inbox', () => {
  it('hands records over in order, around the end of the ring', () => {
    const { writer, reader } = pair(4);
    const batch = new InputBatch(8);
    let next = 0;
    for (let tick = 1; tick <= 5; tick++) {
      for (let i = 0; i < 3; i++) expect(writer.push(INPUT.loadStep, next++, [next])).toBe(true);
      batch.clear();
      reader.drain(tick, 0, batch);
      expect(indices(batch)).toEqual([next - 3, next - 2, next - 1]);
    }
    expect(reader.taken).toBe(15);
  });

  it('refuses when full and takes again after a drain', () => {
    const { writer, reader } = pair(2);
    expect(writer.push(INPUT.unbind, 1, [])).toBe(true);
    expect(writer.push(INPUT.unbind, 2, [])).toBe(true);
    expect(writer.push(INPUT.unbind, 3, [])).toBe(false);
    reader.drain(1, 0, new InputBatch(8));
    expect(writer.push(INPUT.unbind, 3, [])).toBe(true);
  });

  it('leaves for the next tick what the batch cannot hold', () => {
    const { writer, reader } = pair(8);
    for (let i = 0; i < 5; i++) writer.push(INPUT.unbind, i, []);
    const batch = new InputBatch(3);
    reader.drain(1, 0, batch);
    expect(indices(batch)).toEqual([0, 1, 2]);
    batch.clear();
    reader.drain(2, 0, batch);
    expect(indices(batch)).toEqual([3, 4]);
  });

  it('keeps a record until its tick, in order of arrival', () => {
    const { writer, reader } = pair(8);
    writer.push(INPUT.unbind, 30, [], 3);
    writer.push(INPUT.unbind, 20, [], 2);
    writer.push(INPUT.unbind, 31, [], 3);
    writer.push(INPUT.unbind, 10, []);
    const seen: number[][] = [];
    for (let tick = 1; tick <= 4; tick++) {
      const batch = new InputBatch(8);
      reader.drain(tick, 0, batch);
      seen.push(indices(batch));
    }
    expect(seen).toEqual([[10], [20], [30, 31], []]);
  });

  it('turns the instant of a measurement into its age when it is applied', () => {
    const { writer, reader } = pair(8);
    writer.push(INPUT.measurement, 0, [1, 2, 3, 0, 0, 0, 4_000_000, 17, 1]);
    const batch = new InputBatch(8);
    reader.drain(1, 4_250_000, batch);
    expect(batch.value[6]).toBeCloseTo(0.25, 9);
    expect([...batch.value.subarray(0, INPUT_WIDTH)].slice(7, 9)).toEqual([17, 1]);
  });

  it('knows the tick that takes a record', () => {
    const { writer, reader } = pair(8);
    writer.push(INPUT.unbind, 0, []);
    expect(writer.tickOfLast()).toBe(1);
    reader.drain(1, 0, new InputBatch(8));
    expect(writer.tickOfLast()).toBe(1);
    writer.push(INPUT.unbind, 0, []);
    expect(writer.tickOfLast()).toBe(2);
  });
});

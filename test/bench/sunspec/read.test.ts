/** Reading models: on point boundaries, in requests that a device can serve, values and scale factors of one moment. */

import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../../bench/modbus/pdu.js';
import { discover, type ReadRegisters } from '../../../bench/sunspec/discover.js';
import { layoutOf, MODELS, type Model, type PointType, REPEATS } from '../../../bench/sunspec/models.js';
import {
  absentRegisters,
  decodeModel,
  decodeRegisters,
  encodeRegisters,
  registersOf,
  type Value,
} from '../../../bench/sunspec/points.js';
import { definedLength, planModel, planPoints, readModel, readPoints } from '../../../bench/sunspec/read.js';
import { registersOfType } from '../../../bench/sunspec/tables/table.js';
import { WijkError } from '../../../errors.js';
import fc from '../../support/property.js';

const ADDRESS = 40_100;

/** A device that refuses every request that begins or ends inside a point, as some do. */
function strict(id: number, registers: Uint16Array): { read: ReadRegisters; asked: [number, number][] } {
  const borders = new Set<number>([0, 1, 2]);
  for (const point of Object.values(layoutOf(id, registers.length)))
    borders.add(point.offset).add(point.offset + registersOf(point));
  const asked: [number, number][] = [];
  return {
    asked,
    read: async (address, count) => {
      asked.push([address, count]);
      const from = address - ADDRESS;
      if (count > LIMITS.readRegisters || !borders.has(from) || !borders.has(from + count)) {
        throw new WijkError('DEVICE_EXCEPTION', `refused ${count} at ${from}`, { context: { exception: 2 } });
      }
      return registers.slice(from, from + count);
    },
  };
}

const IDS = Object.keys(MODELS).map(Number);

describe('whole models', () => {
  it.each(IDS)('model %i is read from a device that wants point boundaries', async (id) => {
    const repeat = REPEATS[id];
    const length = definedLength(id, repeat === undefined ? 0 : 7);
    const registers = Uint16Array.from({ length: length + 2 }, (_, k) => (k === 0 ? id : k === 1 ? length : 0));
    if (repeat !== undefined) registers[MODELS[id]![repeat.count]!.offset] = 7;
    const { read, asked } = strict(id, registers);
    const values = await readModel(read, { id, address: ADDRESS, length });
    const readable = Object.entries(layoutOf(id, length + 2)).filter(([, point]) => point.type !== 'pad');
    expect(Object.keys(values)).toEqual(readable.map(([name]) => name));
    expect(Math.max(...asked.map(([, count]) => count))).toBeLessThanOrEqual(125);
  });

  it('701 (155 registers) and 213 (126) take two requests, 160 with seven modules takes two and its factors again', async () => {
    expect(planModel(701, 153)).toEqual([
      { from: 0, until: 123 },
      { from: 123, until: 155 },
    ]);
    expect(planModel(213, 124)).toEqual([
      { from: 0, until: 124 },
      { from: 124, until: 126 },
    ]);
    const length = definedLength(160, 7);
    const { read, asked } = strict(160, new Uint16Array(length + 2));
    await readModel(read, { id: 160, address: ADDRESS, length });
    expect(asked).toHaveLength(3);
    expect(asked[2]).toEqual([ADDRESS + 2, 4]);
  });

  it('a model shorter than defined ends at its last whole point; a longer one is read to its end', () => {
    expect(planModel(1, 65)).toEqual([{ from: 0, until: 67 }]);
    // Length 15: the fixed texts do not fit any more (a storage system in the field says so of model 1).
    expect(planModel(1, 15)).toEqual([{ from: 0, until: 2 }]);
    expect(planModel(124, 40)).toEqual([{ from: 0, until: 42 }]);
    expect(planModel(64_110, 300).map(({ from, until }) => until - from)).toEqual([125, 125, 52]);
  });

  it('for any reported length: every register once, in order, never inside a point', () => {
    fc.assert(
      fc.property(fc.constantFrom(...IDS), fc.integer({ min: 1, max: 600 }), (id, length) => {
        const spans = planModel(id, length);
        let at = 0;
        for (const { from, until } of spans) {
          expect(from).toBe(at);
          expect(until - from).toBeGreaterThan(0);
          expect(until - from).toBeLessThanOrEqual(125);
          at = until;
        }
        expect(at).toBeLessThanOrEqual(length + 2);
        for (const point of Object.values(layoutOf(id, length + 2))) {
          const inside = spans.filter(({ from }) => from > point.offset && from < point.offset + registersOf(point));
          expect(inside).toEqual([]);
        }
      }),
    );
  });
});

describe('scale factors of one moment', () => {
  /** Model 160 with seven modules whose power factor changes after so many requests. */
  const changing = (after: number): ReadRegisters => {
    const length = definedLength(160, 7);
    const registers = new Uint16Array(length + 2);
    registers.set([160, length]);
    registers[8] = 7;
    for (let k = 0; k < 7; k++) registers[10 + 20 * k + 11] = 1000;
    let asked = 0;
    return async (address, count) => {
      registers[4] = asked++ < after ? 0xffff : 0;
      return registers.slice(address - ADDRESS, address - ADDRESS + count);
    };
  };
  const found = { id: 160, address: ADDRESS, length: definedLength(160, 7) };

  it('a factor that changes between two requests makes them be asked again', async () => {
    const values = await readModel(changing(1), found);
    for (let k = 1; k <= 7; k++) expect(values[`module.${k}.DCW`]).toBe(1000);
    const before = await readModel(changing(99), found);
    for (let k = 1; k <= 7; k++) expect(before[`module.${k}.DCW`]).toBe(100);
  });

  it('one that never rests is told, not guessed', async () => {
    let flip = 0;
    const restless: ReadRegisters = async (_, count) => new Uint16Array(count).fill(flip++ % 3);
    await expect(readModel(restless, found)).rejects.toMatchObject({ code: 'DEVICE_PROTOCOL' });
  });
});

describe('single points', () => {
  it('are read with their factors in one request where they fit', async () => {
    const registers = new Uint16Array(52);
    registers.set([103, 50]);
    registers[14] = 4321;
    registers[15] = 0xffff;
    registers[38] = 4;
    const { read, asked } = strict(103, registers);
    const values = await readPoints(read, { id: 103, address: ADDRESS, length: 50 }, ['W', 'St', 'nothing like it']);
    expect(values).toEqual({ W: 432.1, W_SF: -1, St: 4 });
    expect(asked).toEqual([[ADDRESS + 14, 25]]);
  });

  it('far apart they are several requests, each whole', () => {
    const layout = MODELS[701]!;
    const wanted = { W: layout['W']!, W_SF: layout['W_SF']!, TotWhAbs: layout['TotWhAbs']! };
    const spans = planPoints(layout, wanted);
    expect(spans).toEqual([
      { from: 10, until: 27 },
      { from: layout['W_SF']!.offset, until: layout['W_SF']!.offset + 1 },
    ]);
  });
});

describe('repeated blocks', () => {
  it('the count point says how many; without it the length does', () => {
    const registers = new Uint16Array(10 + 60);
    registers.set([160, 68]);
    const modules = (count: number): string[] => {
      registers[8] = count;
      return Object.keys(decodeRegisters(160, registers)).filter((name) => name.endsWith('.DCW'));
    };
    expect(modules(2)).toEqual(['module.1.DCW', 'module.2.DCW']);
    expect(modules(0)).toHaveLength(3);
    expect(modules(0xffff)).toHaveLength(3);
    expect(modules(9)).toHaveLength(3);
  });

  it('their values take the scale factor of the fixed part', () => {
    const registers = new Uint16Array(10 + 20);
    registers.set([160, 28]);
    registers[4] = 1;
    registers[8] = 1;
    registers[10 + 11] = 123;
    expect(decodeRegisters(160, registers)['module.1.DCW']).toBe(1230);
  });
});

const at = (type: PointType): Model => ({ X: { offset: 2, type } });
const decoded = (type: PointType, words: readonly number[]): Value =>
  decodeModel(at(type), Uint16Array.from([1, words.length, ...words]))['X'];

describe('every type', () => {
  it.each<[PointType, number[]]>([
    ['int16', [0x8000]],
    ['uint16', [0xffff]],
    ['enum16', [0xffff]],
    ['bitfield16', [0xffff]],
    ['int32', [0x8000, 0]],
    ['uint32', [0xffff, 0xffff]],
    ['enum32', [0xffff, 0xffff]],
    ['bitfield32', [0xffff, 0xffff]],
    ['int64', [0x8000, 0, 0, 0]],
    ['uint64', [0xffff, 0xffff, 0xffff, 0xffff]],
    ['bitfield64', [0xffff, 0xffff, 0xffff, 0xffff]],
    ['ipaddr', [0, 0]],
    ['ipv6addr', [0, 0, 0, 0, 0, 0, 0, 0]],
    ['float32', [0x7fc0, 0]],
    ['float64', [0x7ff8, 0, 0, 0]],
    ['string4', [0, 0, 0, 0]],
    ['sunssf', [0x8000]],
    ['eui48', [0, 0xffff, 0xffff, 0xffff]],
    ['count', [0xffff]],
  ])('the mark of an absent %s is no value, and what is absent is written with it', (type, words) => {
    expect(decoded(type, words)).toBeUndefined();
    expect(absentRegisters(type)).toEqual(words);
    expect(encodeRegisters({ offset: 0, type }, undefined)).toEqual(words);
  });

  it.each<PointType>(['acc16', 'acc32', 'acc64'])('%s: 0 is a counter at 0', (type) => {
    expect(decoded(type, new Array<number>(registersOfType(type)).fill(0))).toBe(0);
  });

  it.each<[PointType, number[], Value]>([
    ['int32', [0xffff, 0xfff6], -10],
    ['uint32', [0x0001, 0x0000], 65_536],
    ['int64', [0xffff, 0xffff, 0xffff, 0xfffe], -2],
    ['uint64', [0, 0x1f, 0xffff, 0xffff], 137_438_953_471],
    ['float32', [0x4366, 0x8000], 230.5],
    ['float64', [0x406c, 0xd000, 0, 0], 230.5],
    ['ipaddr', [0xc0a8, 0x0114], '192.168.1.20'],
    ['ipv6addr', [0x2001, 0xdb8, 0, 0, 0, 0, 0, 1], '2001:db8:0:0:0:0:0:1'],
    ['eui48', [0, 0x0011, 0x2233, 0xaabb], '00:11:22:33:AA:BB'],
    ['raw16', [0xffff], 0xffff],
    ['float32', [0x7f80, 0], undefined], // infinity
  ])('%s %j reads %s', (type, words, value) => {
    expect(decoded(type, words)).toBe(value);
  });

  const whole: Record<string, [number, number]> = {
    int16: [-32_767, 32_767],
    uint16: [0, 65_534],
    int32: [-(2 ** 31) + 1, 2 ** 31 - 1],
    uint32: [0, 2 ** 32 - 2],
    int64: [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
    uint64: [0, Number.MAX_SAFE_INTEGER],
    acc32: [0, 2 ** 32 - 1],
    enum16: [0, 65_534],
    bitfield32: [0, 2 ** 32 - 2],
    float64: [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
  };
  it.each(Object.entries(whole))('%s survives its registers', (type, [min, max]) => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (any) => {
        const span = max - min + 1;
        const value = Number.isSafeInteger(span) ? min + (((any % span) + span) % span) : Math.max(min, any);
        const point = { offset: 2, type: type as PointType };
        expect(decoded(point.type, encodeRegisters(point, value))).toBe(value);
      }),
    );
  });

  it('texts survive, and one too long is refused', () => {
    const point = { offset: 2, type: 'string4' as const };
    expect(decoded('string4', encodeRegisters(point, 'ZT-5K'))).toBe('ZT-5K');
    expect(() => encodeRegisters(point, 'nine chars')).toThrow(expect.objectContaining({ code: 'BAD_INPUT' }));
  });

  it.each<[PointType, Value, number]>([
    ['int32', 2 ** 31, 0],
    ['uint32', -1, 0],
    ['uint32', 0xffffffff, 0],
    ['float32', Number.NaN, 0],
    ['uint16', Number.POSITIVE_INFINITY, 0],
    ['uint16', 'text', 0],
    ['ipaddr', 5, 0],
    ['int16', 400, -2],
  ])('a %s does not take %s (factor %i)', (type, value, exponent) => {
    expect(() => encodeRegisters({ offset: 0, type }, value, exponent)).toThrow(
      expect.objectContaining({ code: 'BAD_INPUT' }),
    );
  });
});

describe('a chain, as any device may have it', () => {
  it('what is found lies one behind the other, and the search ends', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(0xffff), { maxLength: 60 }), fc.nat(80), async (words, brokenAt) => {
        let asked = 0;
        const read: ReadRegisters = async (address, count) => {
          if (++asked > 200) throw new Error('endless');
          if (asked > brokenAt + 1)
            throw new WijkError('DEVICE_EXCEPTION', 'exception 2', { context: { exception: 2 } });
          return Uint16Array.from({ length: count }, (_, k) => {
            const offset = address + k - 40_000;
            return offset === 0 ? 0x5375 : offset === 1 ? 0x6e53 : (words[(offset - 2) % words.length] ?? 0xffff);
          });
        };
        const { models, truncated } = await discover(read);
        let next = 40_002;
        for (const model of models) {
          expect(model.address).toBe(next);
          next += 2 + model.length;
        }
        if (brokenAt < 2 * models.length + 1) expect(truncated).toBeDefined();
      }),
      { numRuns: 300 },
    );
  });

  it('a caller that gives up is no truncated chain', async () => {
    let asked = 0;
    const read: ReadRegisters = async () => {
      if (asked++ > 2) throw new WijkError('STATE', 'interrupted');
      return Uint16Array.of(asked === 1 ? 0x5375 : 1, 0x6e53);
    };
    await expect(discover(read)).rejects.toMatchObject({ code: 'STATE' });
  });
});

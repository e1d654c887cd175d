import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../../bench/modbus/pdu.js';
import { discover, type ReadRegisters, readModel } from '../../../bench/sunspec/discover.js';
import { MODELS } from '../../../bench/sunspec/models.js';
import { decodeModel, encodePoint, numberOf, registersOf } from '../../../bench/sunspec/points.js';
import { WijkError } from '../../../errors.js';
import fc from '../../support/property.js';

/** A map as a device holds it: registers from a base on, everything else refused. */
function device(base: number, words: readonly number[]): { read: ReadRegisters; asked: [number, number][] } {
  const asked: [number, number][] = [];
  return {
    asked,
    read: async (address, count) => {
      asked.push([address, count]);
      if (address < base || address + count > base + words.length || count > LIMITS.readRegisters) {
        throw new WijkError('DEVICE_EXCEPTION', `refused ${count} at ${address}`, { context: { exception: 2 } });
      }
      return Uint16Array.from(words.slice(address - base, address - base + count));
    },
  };
}

const SUNS = [0x5375, 0x6e53];
const END = [0xffff];
const model = (id: number, length: number, fill = 0): number[] => [id, length, ...new Array<number>(length).fill(fill)];

describe('discovery', () => {
  it.each([40_000, 0, 50_000])('finds the chain at %i', async (base) => {
    const found = await discover(device(base, [...SUNS, ...model(1, 66), ...model(103, 50), ...END]).read);
    expect(found).toEqual({
      base,
      models: [
        { id: 1, address: base + 2, length: 66 },
        { id: 103, address: base + 70, length: 50 },
      ],
      truncated: undefined,
    });
  });

  it('believes the reported length, also where the definition has another (model 1 without pad)', async () => {
    const found = await discover(device(40_000, [...SUNS, ...model(1, 65), ...model(103, 50), ...END]).read);
    expect(found.models[1]).toEqual({ id: 103, address: 40_069, length: 50 });
  });

  it('keeps what it found when the chain breaks off, and says where', async () => {
    const found = await discover(device(40_000, [...SUNS, ...model(1, 66), ...model(103, 50)]).read);
    expect(found.models.map(({ id }) => id)).toEqual([1, 103]);
    expect(found.truncated).toContain('after 2 models, at 40122');
  });

  it('a length of 0 does not loop', async () => {
    const found = await discover(device(40_000, [...SUNS, ...model(1, 66), 64_001, 0]).read);
    expect(found).toMatchObject({ models: [{ id: 1 }], truncated: expect.stringContaining('has length 0') });
  });

  it('skips models it does not know without reading them', async () => {
    const { read, asked } = device(40_000, [
      ...SUNS,
      ...model(1, 66),
      ...model(64_110, 300),
      ...model(124, 24),
      ...END,
    ]);
    expect((await discover(read)).models.map(({ id }) => id)).toEqual([1, 64_110, 124]);
    expect(Math.max(...asked.map(([, count]) => count))).toBe(2);
  });

  it('a device without the mark is the wrong device; a silent one is silent', async () => {
    await expect(discover(device(40_000, [1, 2, 3]).read)).rejects.toMatchObject({
      code: 'WRONG_DEVICE',
      message: expect.stringMatching(/0x1 0x2.*refused/),
    });
    const silent: ReadRegisters = () => Promise.reject(new WijkError('DEVICE_TIMEOUT', 'silent'));
    await expect(discover(silent)).rejects.toMatchObject({ code: 'DEVICE_TIMEOUT' });
  });
});

describe('points', () => {
  /** Model 103 with given registers by their offset. */
  const inverter = (points: Readonly<Record<number, number>>): Uint16Array => {
    const registers = new Uint16Array(52).fill(0xffff);
    registers.set([103, 50]);
    for (const [offset, value] of Object.entries(points)) registers[Number(offset)] = value;
    return registers;
  };

  it('scales by the factor of the same read', () => {
    const values = decodeModel(
      MODELS[103]!,
      inverter({ 14: 0xff38, 15: 1, 10: 2305, 13: 0xffff, 24: 1, 25: 2, 26: 0 }),
    );
    expect(values).toMatchObject({ W: -2000, PhVphA: 230.5, WH: 65_538 });
  });

  it.each<[string, number, number]>([
    ['int16', 14, 0x8000],
    ['uint16', 3, 0xffff],
    ['enum16', 38, 0xffff],
  ])('the mark of an absent %s is no number', (_, offset, mark) => {
    const values = decodeModel(MODELS[103]!, inverter({ [offset]: mark, 15: 0, 6: 0 }));
    const name = Object.entries(MODELS[103]!).find(([, point]) => point.offset === offset)![0];
    expect(values[name]).toBeUndefined();
  });

  it('a point whose scale factor is absent or out of range has no value', () => {
    expect(decodeModel(MODELS[103]!, inverter({ 14: 100, 15: 0x8000 }))['W']).toBeUndefined();
    expect(decodeModel(MODELS[103]!, inverter({ 14: 100, 15: 11 }))['W']).toBeUndefined();
  });

  it('a shorter model than defined gives the points that fit', () => {
    const values = decodeModel(MODELS[103]!, inverter({ 14: 100, 15: 0, 17: 0xfffe, 16: 5000 }).subarray(0, 18));
    expect(values).toMatchObject({ W: 100, Hz: 50 });
    expect('St' in values).toBe(false);
  });

  it('texts lose their padding', () => {
    const registers = new Uint16Array(68);
    registers.set([1, 66, 0x5a54, 0x2020, 0x4100]);
    expect(decodeModel(MODELS[1]!, registers)['Mn']).toBe('ZT  A');
    expect(decodeModel(MODELS[1]!, registers)['Md']).toBeUndefined();
  });

  it('a value survives encoding within half a step', () => {
    const point = MODELS[124]!['OutWRte']!;
    fc.assert(
      fc.property(fc.double({ min: -100, max: 100, noNaN: true }), (value) => {
        const registers = new Uint16Array(26).fill(0xffff);
        registers.set([124, 24]);
        registers[point.offset] = encodePoint(point, value, -2);
        registers[25] = 0xfffe;
        expect(numberOf(decodeModel(MODELS[124]!, registers), 'OutWRte')).toBeCloseTo(value, 2);
      }),
    );
  });

  it('what does not fit is refused, never wrapped', () => {
    expect(() => encodePoint(MODELS[124]!['OutWRte']!, 400, -2)).toThrow(
      expect.objectContaining({ code: 'BAD_INPUT' }),
    );
    expect(() => encodePoint(MODELS[124]!['InOutWRte_RvrtTms']!, -1)).toThrow();
    expect(() => encodePoint(MODELS[124]!['InOutWRte_RvrtTms']!, Number.NaN)).toThrow();
    expect(() => encodePoint(MODELS[124]!['InOutWRte_RvrtTms']!, 65_535)).toThrow(); // the mark itself
  });
});

describe('reading models', () => {
  it('longer than a request: cut on a point border, not inside one', async () => {
    // A table with a two-register point across the 125th register.
    const registers = Array.from({ length: 142 }, (_, k) => k);
    registers.splice(0, 2, 103, 140);
    const { read, asked } = device(40_000, registers);
    await readModel(read, { id: 103, address: 40_000, length: 140 });
    expect(asked.reduce((sum, [, count]) => sum + count, 0)).toBe(142);
    const starts = new Set(Object.values(MODELS[103]!).map((point) => point.offset));
    for (const [address] of asked.slice(1)) expect(starts.has(address - 40_000) || address - 40_000 > 52).toBe(true);
  });
});

describe('the table', () => {
  it.each(Object.entries(MODELS))('model %s: no two points overlap, every scale factor exists', (_, points) => {
    const taken = new Map<number, string>();
    for (const [name, point] of Object.entries(points)) {
      for (let k = 0; k < registersOf(point); k++) {
        expect(taken.get(point.offset + k), `${name} overlaps`).toBeUndefined();
        taken.set(point.offset + k, name);
      }
      if (point.sf !== undefined) expect(points[point.sf]?.type).toBe('sunssf');
    }
    expect(Math.min(...taken.keys())).toBeGreaterThanOrEqual(2);
  });
});

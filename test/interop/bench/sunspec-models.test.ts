/** Our register facts beside pysunspec2's own model definitions: every point's name, type, offset, length, scale factor. */
import { beforeAll, describe, expect, it } from 'vitest';
import { MODELS, type Model, REPEATS } from '../../../bench/sunspec/models.js';
import { registersOf } from '../../../bench/sunspec/points.js';
import { definedLength } from '../../../bench/sunspec/read.js';
import { available, makeEnvironment, run, title } from './foreign.js';

type Row = [name: string, type: string, offset: number, size: number, sf: string | null, access: string];
interface Definition {
  readonly points: readonly Row[];
  readonly registers: number;
  readonly repeat: {
    readonly name: string;
    readonly offset: number;
    readonly length: number;
    readonly points: Row[];
  } | null;
}

/** Models that the bench must know, from its first day. */
const WANTED = [
  1, 101, 102, 103, 111, 112, 113, 120, 121, 122, 123, 124, 160, 201, 202, 203, 204, 211, 212, 213, 214, 701, 702, 703,
  704, 713, 714, 715, 802,
];

const rows = (model: Model): Row[] =>
  Object.entries(model).map(([name, point]) => [
    name,
    point.type.startsWith('string') ? 'string' : point.type,
    point.offset,
    registersOf(point),
    point.sf ?? null,
    point.writable ? 'RW' : 'R',
  ]);

describe.skipIf(!available)(title('SunSpec models beside pysunspec2'), () => {
  let definitions: Record<string, Definition>;
  beforeAll(async () => {
    makeEnvironment();
    definitions = await run('models.py', WANTED.map(String));
  }, 300_000);

  it('knows the models that it must', () => {
    expect(WANTED.filter((id) => MODELS[id] === undefined)).toEqual([]);
    expect(
      Object.keys(MODELS)
        .map(Number)
        .filter((id) => !WANTED.includes(id)),
    ).toEqual([]);
  });

  it.each(WANTED)('model %i', (id) => {
    const { points, registers, repeat } = definitions[String(id)]!;
    // ID and length are the chain's, not the model's.
    expect(rows(MODELS[id]!)).toEqual(points.slice(2));
    expect(definedLength(id)).toBe(registers - 2);
    const ours = REPEATS[id];
    expect(
      ours === undefined
        ? null
        : { name: ours.name, offset: ours.offset, length: ours.length, points: rows(ours.points) },
    ).toEqual(repeat);
  });
});

/** Every departure from a right dataset is named with its place; nothing throws. */

import { describe, expect, it } from 'vitest';
import { readDataset } from '../../../../twin/core/grid/dataset.js';
import { prepare } from '../../../../twin/core/grid/prepare.js';
import { applyChanges, readUpdate } from '../../../../twin/core/grid/update.js';
import fc from '../../../support/property.js';
import { cable, datasetOf, load, node, source, transformer } from './grids.js';

const right = () => ({
  node: [node(1, 10500), node(2), node(3)],
  line: [cable(10, 2, 3)],
  transformer: [transformer(11, 1, 2)],
  source: [source(20, 1)],
  asym_load: [load(30, 3, [1e3, 0, 0])],
});

const problemsOf = (data: Record<string, unknown>) =>
  readDataset(datasetOf(data as never)).problems.map(({ path, rule }) => `${path}: ${rule}`);

describe('the envelope', () => {
  it('reads list rows, map rows and absent values alike', () => {
    const rows = { ...right(), node: [[1, 10500], { u_rated: 400, id: 2 }, [3, 400]] };
    const read = readDataset({ ...datasetOf(rows as never), attributes: { node: ['id', 'u_rated'] } });
    expect(read.problems).toEqual([]);
    expect(read.dataset!.node.map(({ u_rated }) => u_rated)).toEqual([10500, 400, 400]);
    expect(read.dataset!.source[0]!.sk).toBeNaN();
  });

  it('reads "inf" and PGM markers for absent values', () => {
    const read = readDataset(
      datasetOf({
        ...right(),
        source: [{ ...source(20, 1), sk: 'inf', rx_ratio: null }],
        asym_load: [load(30, 3, [1, null as never, 2])],
      }),
    );
    expect(read.problems).toEqual([]);
    expect(read.dataset!.source[0]!.sk).toBe(Number.POSITIVE_INFINITY);
  });

  it.each([
    ['', 'not valid JSON'],
    ['[]', 'a PGM dataset is a JSON object'],
    ['{}', 'this root key must be present'],
    ['{"version":"1.0","type":"update","is_batch":false,"attributes":{},"data":{}}', 'must be "input"'],
    ['{"version":"1.0","type":"input","is_batch":true,"attributes":{},"data":[]}', 'must not be a batch'],
    ['{"version":"1.0","type":"input","is_batch":false,"attributes":{},"data":{"nod":[]}}', 'did you mean node?'],
    ['{"version":"1.0","type":"input","is_batch":false,"attributes":{},"data":{"node":[[1,2]]}}', 'needs the order'],
  ])('%s', (text, rule) => {
    const { dataset, problems } = readDataset(text);
    expect(dataset).toBeNull();
    expect(problems.map((problem) => problem.rule).join()).toContain(rule);
  });

  it('says what is wrong in readable rows also where others cannot be read', () => {
    const rows = {
      ...right(),
      node: [node(1, 10500), node(2), [3]],
      asym_load: [{ ...load(30, 3, [1, 2, 3]), type: 7 }],
    };
    const { problems } = readDataset(datasetOf(rows as never));
    expect(problems.map(({ path }) => path)).toEqual(['data/0/node/2', 'data/0/asym_load/0/type']);
  });

  it('reads text behind a byte order mark', () => {
    expect(readDataset(`\ufeff${JSON.stringify(datasetOf(right()))}`).problems).toEqual([]);
  });

  it('warns of an unknown attribute where PGM is silent', () => {
    const { warnings, dataset } = readDataset(
      datasetOf({ ...right(), asym_load: [{ ...load(30, 3, [1, 2, 3]), p_specifed: 3 }] }),
    );
    expect(dataset).not.toBeNull();
    expect(warnings[0]).toEqual({
      path: 'data/0/asym_load/0/p_specifed',
      rule: 'asym_load has no such attribute, ignored; did you mean p_specified?',
    });
  });

  it('names sensors once', () => {
    const { warnings } = readDataset(datasetOf({ ...right(), sym_voltage_sensor: [{ id: 90 }, { id: 91 }] }));
    expect(warnings).toHaveLength(1);
    expect(warnings[0]!.path).toBe('data/0/sym_voltage_sensor');
  });
});

describe('the rules', () => {
  it('lists every problem at once, in PGM positions', () => {
    const problems = problemsOf({
      ...right(),
      node: [node(1, 10500), node(2, -400), node(3), node(3)],
      line: [cable(10, 2, 99), cable(12, 3, 3), { ...cable(13, 2, 3), r1: 0, x1: 0, from_status: 2 }],
      asym_load: [{ ...load(30, 3, [1, 2, 3]), type: 5, p_specified: 4 }, { id: 31 }],
    });
    expect(problems).toContain('data/0/node/1/u_rated: must be greater than 0');
    expect(problems).toContain('data/0/node/3/id: must be unique in the dataset; it is also at data/0/node/2/id');
    expect(problems).toContain('data/0/line/0/to_node: must be the id of a node');
    expect(problems).toContain('data/0/line/1: from_node and to_node are the same; a branch joins two nodes');
    expect(problems).toContain('data/0/line/2: r1 and x1 are both 0; at least one must not be');
    expect(problems).toContain('data/0/line/2/from_status: must be 0 or 1');
    expect(problems).toContain('data/0/asym_load/0/type: must be one of 0, 1, 2');
    expect(problems).toContain('data/0/asym_load/0/p_specified: must be a list of three values, for phases a, b and c');
    expect(problems).toContain('data/0/asym_load/1/node: must be given');
  });

  it('refuses a clock that the windings cannot have, a line between voltages, a tap out of range', () => {
    const problems = problemsOf({
      ...right(),
      line: [cable(10, 1, 3)],
      transformer: [transformer(11, 1, 2, { clock: 6, tap_pos: 9 })],
    });
    expect(problems).toContain(
      'data/0/transformer/0/clock: does not fit the windings: even if both or neither is wye, odd otherwise',
    );
    expect(problems).toContain('data/0/transformer/0/tap_pos: must be between 1 and 5');
    expect(problems).toContain('data/0/line/0: joins a node of 10500 V with one of 400 V; a line needs equal u_rated');
  });

  it('wants zero-sequence values for an asymmetric calculation only', () => {
    const bare = { ...cable(10, 2, 3), r0: null };
    const { dataset, problems } = readDataset(datasetOf({ ...right(), line: [bare] }));
    expect(problems).toEqual([]);
    expect(prepare(dataset!, { symmetric: true }).problems).toEqual([]);
    expect(prepare(dataset!).problems).toEqual([
      { path: 'data/0/line/0/r0', rule: 'must be given for an asymmetric calculation' },
    ]);
  });
});

describe('what is only suspicious', () => {
  const rulesOf = (data: Record<string, unknown>) =>
    readDataset(datasetOf({ ...right(), ...data } as never)).warnings.map(({ rule }) => rule);
  const heavy = (n: number, p: number[]) => Array.from({ length: n }, (_, k) => load(100 + k, 3, p));

  it('is nothing on a sane grid', () => {
    expect(rulesOf({})).toEqual([]);
  });

  it.each([
    ['a transformer far over its rating', { asym_load: heavy(4, [1e5, 1e5, 1e5]) }, 'add up to 190 % of sn'],
    ['a load without supply', { line: [{ ...cable(10, 2, 3), to_status: 0 }] }, 'no closed path leads'],
    ['a source weaker than the load', { source: [source(20, 1, { sk: 5e3 })] }, 'short-circuit power of less than'],
    ['all homes on one phase', { asym_load: heavy(20, [0, 1e3, 0]) }, '20 of 20 single-phase loads are on phase b'],
    ['a cable without rated current', { line: [{ ...cable(10, 2, 3), i_n: null }] }, 'no rated current'],
    ['10 MW at 400 V', { asym_load: [load(30, 3, [10e6, 0, 0])] }, 'more than 1 MVA at 400 V'],
    ['a cable of 0.1 mΩ', { line: [cable(10, 2, 3, 0.0001)] }, 'hardly any impedance'],
    [
      'a home whose phase is missing',
      { asym_load: [load(30, 3, [1e3, null as never, 0])] },
      'not given for every phase',
    ],
    ['no zero sequence', { line: [{ ...cable(10, 2, 3), r0: null, x0: null }] }, 'only --symmetric'],
  ])('%s', (_, data, rule) => {
    expect(rulesOf(data).join()).toContain(rule);
  });
});

it('never throws, whatever it reads', () => {
  fc.assert(
    fc.property(fc.anything({ withNullPrototype: true, maxDepth: 5 }), fc.json(), (value, text) => {
      for (const input of [value, text, datasetOf({ node: value as never, line: [value as never] })]) {
        const { dataset, problems } = readDataset(input);
        expect(dataset === null).toBe(problems.length > 0);
      }
    }),
    { numRuns: 500 },
  );
});

describe('an update', () => {
  const base = readDataset(datasetOf(right() as never)).dataset!;
  const update = (data: unknown[]) => ({ version: '1.0', type: 'update', is_batch: true, attributes: {}, data });

  it('changes what it gives, phase by phase, and warns of what it cannot change', () => {
    const read = readUpdate(update([{ asym_load: [{ id: 30, type: 1, p_specified: [7, null, 5] }] }, {}]), base);
    expect(read.problems).toEqual([]);
    expect(read.warnings.map(({ path }) => path)).toEqual(['data/0/asym_load/0/type']);
    const [changed, same] = read.scenarios!.map((changes) => applyChanges(base, changes).asym_load[0]!);
    expect(changed).toMatchObject({ type: 0, p_specified: [7, 0, 5] });
    expect(same).toMatchObject({ p_specified: [1e3, 0, 0] });
  });

  it('names an id that is not there', () => {
    const { scenarios, problems } = readUpdate(update([{ asym_load: [{ id: 10, status: 0 }] }]), base);
    expect(scenarios).toBeNull();
    expect(problems[0]).toMatchObject({ path: 'data/0/asym_load/0/id', value: '10' });
  });
});

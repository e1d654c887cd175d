/** The `grid` commands on files: results, batches, and every kind of refusal. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { WijkError } from '../../../errors.js';
import { addGridCommand } from '../../../twin/grid/command.js';
import { cable, datasetOf, load, node, source, transformer } from '../core/grid/grids.js';

const DATA = {
  node: [node(1, 10500), node(2), node(3)],
  line: [cable(10, 2, 3)],
  transformer: [transformer(11, 1, 2)],
  source: [source(20, 1)],
  asym_load: [load(30, 3, [3e3, 0, 0])],
};

let folder: string;
let printed: string;
const file = (name: string, content: unknown): string => {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'grid-command-'));
  printed = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += text;
    return true;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

async function run(...words: string[]): Promise<string> {
  const program = new Command('wijktwin').exitOverride();
  addGridCommand(program);
  await program.parseAsync(['grid', ...words], { from: 'user' });
  return printed;
}

async function refusal(...words: string[]): Promise<WijkError> {
  const error = await run(...words).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(WijkError);
  return error as WijkError;
}

it('solves into a PGM output dataset', async () => {
  const output = join(folder, 'result.json');
  expect(await run('solve', file('grid.json', datasetOf(DATA)), '--output', output)).toContain('1 scenario solved');
  const result = JSON.parse(readFileSync(output, 'utf8'));
  expect(result).toMatchObject({ version: '1.0', type: 'asym_output', is_batch: false });
  expect(result.data.node[2].u).toHaveLength(3);
  expect(result.data.node[2].u[0]).toBeLessThan(result.data.node[2].u[1]);
});

it('has one output per scenario of a batch, each a delta on the input', async () => {
  const update = {
    version: '1.0',
    type: 'update',
    is_batch: true,
    attributes: { asym_load: ['id', 'p_specified'] },
    data: [{ asym_load: [[30, [6e3, 0, 0]]] }, { transformer: [{ id: 11, tap_pos: 1 }] }, {}],
  };
  const text = await run(
    'solve',
    file('grid.json', datasetOf(DATA)),
    '--update',
    file('update.json', update),
    '--json',
  );
  const [more, tapped, base] = JSON.parse(text).data;
  expect(more.node[2].u[0]).toBeLessThan(base.node[2].u[0]);
  expect(tapped.node[1].u[1]).toBeLessThan(0.98 * base.node[1].u[1]);
  expect(tapped.asym_load[0].p[0]).toBeCloseTo(3e3, 6);
});

it.each(['iterative-current', 'newton-raphson', 'linear'])('knows the method %s', async (method) => {
  const text = await run('solve', file('grid.json', datasetOf(DATA)), '--method', method, '--symmetric', '--json');
  expect(JSON.parse(text).data.node[2].u_pu).toBeGreaterThan(1);
});

it('describes', async () => {
  const text = await run('describe', file('grid.json', datasetOf(DATA)));
  expect(text).toContain('voltage levels: 10500 V (1 nodes), 400 V (2 nodes)');
  expect(text).toContain('island 1: 3 nodes, source 20, radial');
  expect(text).toContain('feeder 10 from node 2: 1 nodes, 1 loads, 3.00 kW');
});

it('says every problem at once, and what is only suspicious', async () => {
  const wrong = { ...DATA, line: [cable(10, 2, 99)], source: [{ ...source(20, 1), status: 3 }] };
  const error = await refusal('validate', file('grid.json', datasetOf(wrong)));
  expect(error.code).toBe('BAD_INPUT');
  expect(error.problems.map(({ path }) => path)).toEqual(['data/0/source/0/status', 'data/0/line/0/to_node']);
  const odd = { ...DATA, asym_load: [load(30, 3, [10e6, 0, 0])] };
  expect(await run('validate', file('odd.json', datasetOf(odd)))).toContain('more than 1 MVA at 400 V');
});

it('says which load breaks the grid', async () => {
  const heavy = { ...DATA, asym_load: [load(30, 3, [10e6, 0, 0])] };
  const error = await refusal('solve', file('grid.json', datasetOf(heavy)));
  expect(error.code).toBe('GRID_NOT_CONVERGED');
  expect(error.message).toContain('most suspicious is load 30');
});

it('refuses a missing file and a text that is no JSON', async () => {
  expect((await refusal('solve', join(folder, 'none.json'))).problems[0]!.rule).toBe('there is no such file');
  expect((await refusal('solve', file('bad.json', '{'))).problems[0]!.rule).toContain('not valid JSON');
});

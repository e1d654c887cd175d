/** The `grid` commands on files: results, batches, and every kind of refusal. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

it('says where a loop is closed', async () => {
  const ring = { ...DATA, node: [...DATA.node, node(4)], line: [cable(10, 2, 3), cable(12, 3, 4), cable(13, 4, 2)] };
  expect(await run('describe', file('ring.json', datasetOf(ring)))).toContain('meshed (1 loop, closed by branch 12)');
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

it('lets tap regulators act when asked to', async () => {
  const regulator = { id: 40, regulated_object: 11, status: 1, control_side: 1, u_set: 400, u_band: 12 };
  const grid = file('taps.json', datasetOf({ ...DATA, transformer_tap_regulator: [regulator] }));
  expect(await run('solve', grid)).toContain('--tap-changing-strategy any_valid_tap lets them');
  printed = '';
  const text = await run('solve', grid, '--tap-changing-strategy', 'any_valid_tap', '--json');
  const { data } = JSON.parse(text);
  expect(data.transformer_tap_regulator).toEqual([{ id: 40, energized: 1, tap_pos: 1 }]);
  expect(Math.abs(Math.sqrt(3) * data.node[1].u[1] - 400)).toBeLessThan(6);
});

it('keeps the scenarios of a batch that have a solution, and names the others', async () => {
  const heavy = { asym_load: [{ id: 30, p_specified: [10e6, 0, 0] }] };
  const update = { version: '1.0', type: 'update', is_batch: true, attributes: {}, data: [{}, heavy, {}] };
  const output = join(folder, 'result.json');
  const error = await refusal(
    ...['solve', file('grid.json', datasetOf(DATA)), '--update', file('update.json', update), '--output', output],
  );
  expect(error.code).toBe('GRID_NOT_CONVERGED');
  expect(error.message).toContain('1 of 3 scenarios have no solution');
  expect(error.message).toContain('scenario 1: no solution');
  const { data } = JSON.parse(readFileSync(output, 'utf8'));
  expect(data.map((scenario: object) => Object.keys(scenario).length > 0)).toEqual([true, false, true]);
});

it('writes unbalance, neutral current, losses and loading per phase apart from the output', async () => {
  const measures = join(folder, 'measures.json');
  const output = join(folder, 'result.json');
  await run('solve', file('grid.json', datasetOf(DATA)), '--measures', measures, '--output', output);
  const { type, data } = JSON.parse(readFileSync(measures, 'utf8'));
  expect(type).toBe('wijktwin_measures');
  const [line] = JSON.parse(readFileSync(output, 'utf8')).data.line;
  // all of a single-phase load's current comes back through the neutral
  expect(data.line[0].i_neutral).toBeCloseTo(line.i_to[0], 1);
  expect(data.line[0].loading_phase[0]).toBeCloseTo(line.loading, 6);
  const lost = [0, 1, 2].reduce((sum, phase) => sum + line.p_from[phase] + line.p_to[phase], 0);
  expect(data.line[0].p_losses).toBeCloseTo(lost, 3);
  expect(data.node[2].u_unbalance).toBeGreaterThan(0.0005);
});

it('leaves nothing behind where it cannot write or there is no solution', async () => {
  const grid = file('grid.json', datasetOf(DATA));
  const place = (error: WijkError) => error.problems[0]!.rule;
  expect(place(await refusal('solve', grid, '--output', folder))).toContain('this is a folder');
  expect(place(await refusal('solve', grid, '--output', join(folder, 'none', 'x.json')))).toContain('no such folder');
  const heavy = file('heavy.json', datasetOf({ ...DATA, asym_load: [load(30, 3, [10e6, 0, 0])] }));
  await refusal('solve', heavy, '--output', join(folder, 'x.json'));
  expect(readdirSync(folder).sort()).toEqual(['grid.json', 'heavy.json']);
});

import { expect, it } from 'vitest';
import { calculate } from '../../../../twin/core/grid/calculate.js';
import { readDataset } from '../../../../twin/core/grid/dataset.js';
import { explain } from '../../../../twin/core/grid/explain.js';
import { ITERATION_LIMIT } from '../../../../twin/core/grid/solver.js';
import { cable, datasetOf, load, node, source } from './grids.js';
import { solverOf, voltage } from './solve.js';

it('names the load of 10 MW at 400 V, the node and phase that give in, and the share the grid can carry', () => {
  const solver = solverOf(
    {
      node: [node(1), node(2), node(3)],
      line: [cable(10, 1, 2), cable(11, 2, 3)],
      source: [source(20, 1)],
      asym_load: [load(30, 2, [1e3, 1e3, 1e3]), load(31, 3, [0, 10e6, 0])],
    },
    { maxIterations: 50 },
  );
  const status = solver.solve();
  expect(status).toBeLessThan(0);
  const why = explain(solver);
  expect(why).toMatchObject({ nodeId: 3, phase: 'b', loadId: 31, loadPowerVA: 10e6 });
  expect(why.solvableShare).toBeGreaterThan(0);
  expect(why.solvableShare).toBeLessThan(0.05);
  expect(why.text).toContain('most suspicious is load 31 of 10000 kVA at node 3');
});

it('names the island, the cable that is a hundred times too long, and what to check', () => {
  const solver = solverOf(
    {
      node: [node(1), node(2), node(3), node(5), node(6)],
      line: [cable(10, 1, 2), cable(11, 2, 3, 20), cable(12, 5, 6)],
      source: [source(20, 1), source(21, 5)],
      asym_load: [load(30, 3, [9e3, 9e3, 9e3]), load(31, 6, [3e3, 0, 0])],
    },
    { maxIterations: 50 },
  );
  expect(solver.solve()).toBeLessThan(0);
  const why = explain(solver);
  expect(why).toMatchObject({ nodeId: 3, islandSourceIds: [20], islandNodes: 3, loadId: 30, branchId: 11 });
  expect(why.branchShare).toBeGreaterThan(0.9);
  expect(why.text).toContain('check line 11: r and x are totals in ohm');
});

it('says when Newton-Raphson would find the solution', () => {
  const line = cable(10, 1, 2, 1, { r1: 0.16, x1: 0, c1: 0, r0: 0.16, x0: 0, c0: 0 });
  const data = {
    node: [node(1), node(2)],
    line: [line],
    source: [source(20, 1, { sk: 1e13 })],
    sym_load: [{ id: 30, node: 2, status: 1, type: 0, p_specified: 249_990, q_specified: 0 }],
  };
  const dataset = readDataset(datasetOf(data)).dataset!;
  const [tried] = calculate(dataset, { symmetric: true, tolerancePu: 1e-9, maxIterations: 40 });
  expect(tried!.failure).toContain('Try --method newton-raphson');
  const heavier = { ...dataset, sym_load: dataset.sym_load.map((row) => ({ ...row, p_specified: 251e3 })) };
  const [beyond] = calculate(heavier, {
    symmetric: true,
    tolerancePu: 1e-9,
    maxIterations: 40,
    method: 'newton-raphson',
  });
  expect(beyond!.failure).toMatch(/no solution by newton-raphson .* can carry 99\.\d+ % of these loads/);
});

it('recovers once the loads are sane again', () => {
  const solver = solverOf(
    {
      node: [node(1), node(2)],
      line: [cable(10, 1, 2)],
      source: [source(20, 1)],
      asym_load: [load(30, 2, [1e3, 1e3, 1e3])],
    },
    { maxIterations: 20 },
  );
  solver.loadActivePowerW.fill(10e6);
  expect(solver.solve()).toBe(ITERATION_LIMIT);
  expect(solver.status).toBe('iteration limit');
  solver.loadActivePowerW.fill(1e3);
  expect(solver.solve()).toBeGreaterThan(0);
  expect(voltage(solver, 2, 0).abs).toBeGreaterThan(0.99);
});

it('is beyond iterative current but not beyond Newton-Raphson close to collapse', () => {
  // U² - U + P R = 0 has its nose at P = 0.25 pu, U = 0.5; iterative current contracts by P/U² there, which is 1
  const line = cable(10, 1, 2, 1, { r1: 0.16, x1: 0, c1: 0, r0: 0.16, x0: 0, c0: 0 });
  const data = {
    node: [node(1), node(2)],
    line: [line],
    source: [source(20, 1, { sk: 1e13 })],
    sym_load: [{ id: 30, node: 2, status: 1, type: 0, p_specified: 249_990, q_specified: 0 }],
  };
  const dataset = readDataset(datasetOf(data)).dataset!;
  const options = { symmetric: false, tolerancePu: 1e-9, maxIterations: 40 } as const;
  expect(calculate(dataset, options)[0]!.output).toBeNull();
  const [newton] = calculate(dataset, { ...options, method: 'newton-raphson' });
  const u = newton!.output!.node![1]!.u_pu as number[];
  expect(u[0]).toBeCloseTo((1 + Math.sqrt(1 - 4 * 0.24999)) / 2, 5);
});

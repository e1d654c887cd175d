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
  expect(why.text).toContain('most suspicious is load 31 of 1.000e+4 kVA at node 3');
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

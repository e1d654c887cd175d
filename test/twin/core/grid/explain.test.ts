import { expect, it } from 'vitest';
import { explain } from '../../../../twin/core/grid/explain.js';
import { ITERATION_LIMIT } from '../../../../twin/core/grid/solver.js';
import { cable, load, node, source } from './grids.js';
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

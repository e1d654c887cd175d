/** What must hold for any grid, on the generated ones of the interop test. */

import { describe, expect, it } from 'vitest';
import { calculate } from '../../../../twin/core/grid/calculate.js';
import { BLOCK } from '../../../../twin/core/grid/complex.js';
import { readDataset } from '../../../../twin/core/grid/dataset.js';
import { BRANCH_CURRENTS, branchCurrents } from '../../../../twin/core/grid/flows.js';
import type { GridSolver } from '../../../../twin/core/grid/solver.js';
import { unbalanced } from '../../../interop/grid/compare.js';
import { generateGrid } from '../../../interop/grid/generate.js';
import fc from '../../../support/property.js';
import { datasetOf, type Rows } from './grids.js';
import { solverOf } from './solve.js';

const seeds = fc.integer({ min: 1, max: 1_000_000 });
const asymmetric = (seed: number): Rows => generateGrid(seed, 'asymmetric').data;
const check = (runs: number, property: (seed: number) => void) =>
  fc.assert(fc.property(seeds, property), { numRuns: runs, seed: 2026, endOnFailure: true });

/** Largest difference of two sets of voltages, matched by node id. */
function apart(a: GridSolver, b: GridSolver): number {
  const place = new Map([...b.nodeIds].map((id, n) => [id, n]));
  let most = 0;
  a.nodeIds.forEach((id, n) => {
    const m = place.get(id)!;
    for (let phase = 0; phase < 3; phase++) {
      const re = a.voltageRe[3 * n + phase]! - b.voltageRe[3 * m + phase]!;
      const im = a.voltageIm[3 * n + phase]! - b.voltageIm[3 * m + phase]!;
      most = Math.max(most, Math.hypot(re, im));
    }
  });
  return most;
}

describe('any grid', () => {
  it('balances current at every node', () => {
    check(60, (seed) => {
      const solver = solverOf(asymmetric(seed));
      expect(solver.solve()).toBeGreaterThan(0);
      const { network, energized } = solver.grid;
      const into = new Float64Array(6 * network.nodeCount);
      const ends = new Float64Array(BRANCH_CURRENTS);
      network.branchFrom.forEach((from, b) => {
        const to = network.branchTo[b]!;
        branchCurrents(ends, network, BLOCK * b, solver.voltageRe, solver.voltageIm, from, to);
        for (let n = 0; n < 6; n++) {
          into[6 * from + n]! += ends[n]!;
          into[6 * to + n]! += ends[6 + n]!;
        }
      });
      const load = new Set(network.loadNode);
      const special = new Set([...network.sourceNode, ...linkNodes(network), ...shuntNodes(network)]);
      for (let n = 0; n < network.nodeCount; n++) {
        if (energized[n] === 0 || load.has(n) || special.has(n)) continue;
        for (let x = 6 * n; x < 6 * n + 6; x++) expect(Math.abs(into[x]!)).toBeLessThan(1e-8);
      }
    });
  });

  it('balances power at every node: injection, branches of every kind, shunts', () => {
    check(60, (seed) => {
      const { data, symmetric } = generateGrid(seed);
      const dataset = readDataset(datasetOf(data)).dataset!;
      const [result] = calculate(dataset, { symmetric, tolerancePu: 1e-12, maxIterations: 300 });
      expect(unbalanced(result!.output!, data, 1e-9)).toEqual([]);
    });
  });

  it('does not depend on ids', () => {
    check(30, (seed) => {
      const data = asymmetric(seed);
      const ids = Object.values(data)
        .flat()
        .map(({ id }) => id as number);
      const renamed = new Map(
        [...ids].sort((a, b) => ((a * 7919) % 104729) - ((b * 7919) % 104729)).map((id, n) => [id, ids[n]!]),
      );
      const references = /^(id|node|from_node|to_node|node_[123]|regulated_object)$/;
      const rename = (row: Rows[string][number]) =>
        Object.fromEntries(
          Object.entries(row).map(([name, value]) => [
            name,
            references.test(name) ? renamed.get(value as number) : value,
          ]),
        );
      const one = solverOf(data);
      const other = solverOf(Object.fromEntries(Object.entries(data).map(([name, rows]) => [name, rows.map(rename)])));
      one.solve();
      other.solve();
      one.voltageRe.forEach((re, n) => {
        expect(Math.hypot(re - other.voltageRe[n]!, one.voltageIm[n]! - other.voltageIm[n]!)).toBeLessThan(1e-9);
      });
    });
  });

  it('has the same answer after one load is changed in place as solved anew with it', () => {
    check(20, (seed) => {
      const data = asymmetric(seed);
      const loads = data.asym_load ?? [];
      if (loads.length === 0) return;
      const chosen = loads[seed % loads.length]!;
      const power = [1500, 0, 700];
      const changed = {
        ...data,
        asym_load: loads.map((row) => (row === chosen ? { ...row, p_specified: power } : row)),
      };
      const inPlace = solverOf(data);
      inPlace.solve();
      inPlace.loadActivePowerW.set(power, 3 * inPlace.grid.network.loadIds.indexOf(chosen.id as number));
      inPlace.solve();
      const anew = solverOf(changed);
      anew.solve();
      expect(apart(inPlace, anew)).toBeLessThan(1e-10);
    });
  });

  it('delivers what is consumed and lost', () => {
    check(40, (seed) => {
      const solver = solverOf(asymmetric(seed));
      solver.solve();
      expect(solver.lossesW).toBeGreaterThan(-1e-3);
    });
  });

  it('does not depend on the order of rows', () => {
    check(30, (seed) => {
      const data = asymmetric(seed);
      const turned = Object.fromEntries(Object.entries(data).map(([name, rows]) => [name, [...rows].reverse()]));
      const one = solverOf(data);
      const other = solverOf(turned);
      one.solve();
      other.solve();
      expect(apart(one, other)).toBeLessThan(1e-9);
    });
  });

  it('is the same prepared or unreduced: sweep, chains and leaves against one meshed elimination', () => {
    check(40, (seed) => {
      const data = asymmetric(seed);
      const reduced = solverOf(data);
      const unreduced = solverOf(data, { unreduced: true });
      reduced.solve();
      unreduced.solve();
      expect(apart(reduced, unreduced)).toBeLessThan(1e-9);
    });
  });

  it('has the same symmetric answer as asymmetric one when it is balanced', () => {
    check(30, (seed) => {
      const data = balanced(asymmetric(seed));
      const dataset = readDataset(datasetOf(data)).dataset!;
      const options = { tolerancePu: 1e-12, maxIterations: 300 };
      const [sym] = calculate(dataset, { symmetric: true, ...options });
      const [asym] = calculate(dataset, { symmetric: false, ...options });
      sym!.output!.node!.forEach((row, n) => {
        for (const value of asym!.output!.node![n]!.u_pu as number[]) {
          expect(value).toBeCloseTo(row.u_pu as number, 8);
        }
      });
    });
  });

  it('superposes constant-impedance loads: twice the source voltage gives twice the voltages', () => {
    check(20, (seed) => {
      const data = asymmetric(seed);
      const linear: Rows = { ...data };
      for (const name of ['sym_load', 'sym_gen', 'asym_load', 'asym_gen']) {
        if (linear[name]) linear[name] = linear[name].map((row) => ({ ...row, type: 1 }));
      }
      const scaled = { ...linear, source: linear.source!.map((s) => ({ ...s, u_ref: 2 * (s.u_ref as number) })) };
      const one = solverOf(linear);
      const two = solverOf(scaled);
      one.solve();
      two.solve();
      one.voltageRe.forEach((re, n) => {
        expect(two.voltageRe[n]! - 2 * re).toBeCloseTo(0, 8);
      });
    });
  });

  it('has the same answer by Newton-Raphson', () => {
    check(25, (seed) => {
      const dataset = readDataset(datasetOf(asymmetric(seed))).dataset!;
      const options = { symmetric: false, tolerancePu: 1e-8, maxIterations: 200 } as const;
      const [one] = calculate(dataset, options);
      const [other] = calculate(dataset, { ...options, method: 'newton-raphson' });
      expect(other!.failure).toBeUndefined();
      one!.output!.node!.forEach((row, n) => {
        (row.u_pu as number[]).forEach((value, phase) => {
          expect((other!.output!.node![n]!.u_pu as number[])[phase]).toBeCloseTo(value, 7);
        });
      });
    });
  });

  it('gives the same from a warm start as from a cold one', () => {
    check(20, (seed) => {
      const data = asymmetric(seed);
      const warm = solverOf(data);
      const target = warm.loadActivePowerW.slice();
      warm.loadActivePowerW.forEach((value, n) => {
        warm.loadActivePowerW[n] = 0.3 * value;
      });
      warm.solve();
      warm.loadActivePowerW.set(target);
      warm.solve();
      const cold = solverOf(data);
      cold.solve();
      expect(apart(warm, cold)).toBeLessThan(1e-10);
    });
  });
});

/** All loads become their symmetric kin; asymmetric lines and unearthed oddities go. */
function balanced(data: Rows): Rows {
  const result: Rows = { ...data };
  for (const kind of ['load', 'gen']) {
    const asym = result[`asym_${kind}`] ?? [];
    const total = (value: unknown) => (value as number[]).reduce((sum, v) => sum + v, 0);
    const rows = asym.map((row) => ({
      ...row,
      p_specified: total(row.p_specified),
      q_specified: total(row.q_specified),
    }));
    if (rows.length > 0) result[`sym_${kind}`] = [...(result[`sym_${kind}`] ?? []), ...rows];
    delete result[`asym_${kind}`];
  }
  result.line = [
    ...(result.line ?? []),
    ...(result.asym_line ?? []).map((row) => ({
      id: row.id,
      from_node: row.from_node,
      to_node: row.to_node,
      from_status: row.from_status,
      to_status: row.to_status,
      r1: 0.01,
      x1: 0.01,
      c1: 0,
      tan1: 0,
      r0: 0.04,
      x0: 0.04,
      c0: 0,
      tan0: 0,
    })),
  ];
  delete result.asym_line;
  return result;
}

const linkNodes = (network: GridSolver['grid']['network']): number[] =>
  [...network.branchKinds].flatMap((kind, b) => (kind === 2 ? [network.branchFrom[b]!, network.branchTo[b]!] : []));
const shuntNodes = (network: GridSolver['grid']['network']): number[] =>
  Array.from({ length: network.nodeCount }, (_, n) => n).filter((n) =>
    network.shunt.subarray(BLOCK * n, BLOCK * (n + 1)).some((value) => value !== 0),
  );

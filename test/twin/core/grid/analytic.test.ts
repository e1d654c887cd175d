/** Cases whose answer can be worked by hand. */
import { describe, expect, it } from 'vitest';
import { branchMeasures } from '../../../../twin/core/grid/measures.js';
import { cable, load, node, source, transformer } from './grids.js';
import { solverOf, voltage } from './solve.js';

/** An almost ideal source: 10 TVA. */
const stiff = (id: number, at: number, uRef = 1) => source(id, at, { u_ref: uRef, sk: 1e13 });

describe('two nodes and a resistance', () => {
  /*
   * 400 V, R = 0.16 ohm = 1 pu on 1 MVA. A balanced load of P pu per unit of three phases draws I = P/U, and U = 1 - I R:
   * U² - U + P = 0, U = (1 + sqrt(1 - 4P)) / 2. For P = 0.16: U = 0.8.
   */
  const line = cable(10, 1, 2, 1, { r1: 0.16, x1: 0, c1: 0, r0: 0.16, x0: 0, c0: 0 });

  it('takes a source of infinite short-circuit power as ideal', () => {
    const solver = solverOf({
      node: [node(1), node(2)],
      line: [line],
      source: [source(20, 1, { sk: 'inf' })],
      sym_load: [{ id: 30, node: 2, status: 1, type: 0, p_specified: 160e3, q_specified: 0 }],
    });
    expect(solver.solve()).toBeGreaterThan(0);
    expect(voltage(solver, 1, 0).abs).toBeCloseTo(1, 9);
    expect(voltage(solver, 2, 0).abs).toBeCloseTo(0.8, 8);
    expect(solver.sourceActivePowerW[0]).toBeCloseTo(0.2e6, 0);
  });

  it('solves the quadratic of a constant-power load', () => {
    const solver = solverOf({
      node: [node(1), node(2)],
      line: [line],
      source: [stiff(20, 1)],
      sym_load: [{ id: 30, node: 2, status: 1, type: 0, p_specified: 160e3, q_specified: 0 }],
    });
    expect(solver.solve()).toBeGreaterThan(0);
    for (const phase of [0, 1, 2]) expect(voltage(solver, 2, phase).abs).toBeCloseTo(0.8, 6);
    // I = 0.2 pu of 1443.4 A; loading over 300 A
    expect(solver.branchCurrentA[0]).toBeCloseTo((0.2 * 1e6) / (Math.sqrt(3) * 400), 2);
    expect(solver.branchLoading[0]).toBeCloseTo((0.2 * 1e6) / (Math.sqrt(3) * 400) / 300, 5);
    // losses 3 I² R = 0.04 pu
    expect(solver.lossesW).toBeCloseTo(0.04e6, 0);
    expect(solver.sourceActivePowerW[0]).toBeCloseTo(0.2e6, 0);
  });

  it('solves a constant-impedance load as a divider', () => {
    const solver = solverOf({
      node: [node(1), node(2)],
      line: [line],
      source: [stiff(20, 1)],
      sym_load: [{ id: 30, node: 2, status: 1, type: 1, p_specified: 250e3, q_specified: 0 }],
    });
    solver.solve();
    expect(voltage(solver, 2, 0).abs).toBeCloseTo(1 / 1.25, 6);
  });

  it('solves a constant-current load linearly', () => {
    const solver = solverOf({
      node: [node(1), node(2)],
      line: [line],
      source: [stiff(20, 1)],
      sym_load: [{ id: 30, node: 2, status: 1, type: 2, p_specified: 250e3, q_specified: 0 }],
    });
    solver.solve();
    expect(voltage(solver, 2, 0).abs).toBeCloseTo(0.75, 6);
  });

  it('keeps a loaded phase to itself when self and zero-sequence impedance are equal', () => {
    const solver = solverOf({
      node: [node(1), node(2)],
      line: [line],
      source: [stiff(20, 1)],
      asym_load: [load(30, 2, [160e3 / 3, 0, 0])],
    });
    solver.solve();
    expect(voltage(solver, 2, 0).abs).toBeCloseTo(0.8, 6);
    expect(voltage(solver, 2, 1).abs).toBeCloseTo(1, 6);
    expect(solver.branchCurrentA[1]).toBeCloseTo(0, 6);
  });

  it('counts a generator as negative consumption', () => {
    const solver = solverOf({
      node: [node(1), node(2)],
      line: [line],
      source: [stiff(20, 1)],
      sym_gen: [{ id: 30, node: 2, status: 1, type: 0, p_specified: 240e3, q_specified: 0 }],
    });
    expect([...solver.loadActivePowerW]).toEqual([-80e3, -80e3, -80e3]);
    solver.solve();
    // U² - U - 0.24 = 0
    expect(voltage(solver, 2, 0).abs).toBeCloseTo(1.2, 6);
  });
});

describe('a transformer without load', () => {
  it('turns by its clock and follows its tap', () => {
    const at = (tap: number) => {
      const solver = solverOf({
        node: [node(1, 10500), node(2, 420)],
        transformer: [transformer(10, 1, 2, { tap_pos: tap, i0: 0, p0: 0 })],
        source: [stiff(20, 1)],
      });
      solver.solve();
      return voltage(solver, 2, 0);
    };
    // clock 11: the low side is 330° behind, which is 30° ahead
    expect((Math.atan2(at(3).im, at(3).re) * 180) / Math.PI).toBeCloseTo(30, 6);
    expect(at(3).abs).toBeCloseTo(1, 8);
    // tap_max < tap_min: position 5 lowers the winding by 2 x 250 V, which raises the low side
    expect(at(5).abs).toBeCloseTo(10500 / 10000, 6);
    expect(at(1).abs).toBeCloseTo(10500 / 11000, 6);
  });
});

describe('topology', () => {
  const cables = [cable(10, 1, 2), cable(11, 2, 3, 0.1, { to_status: 0 })];

  it('leaves what no source reaches at 0 V', () => {
    const solver = solverOf({
      node: [node(1), node(2), node(3)],
      line: cables,
      source: [source(20, 1)],
      asym_load: [load(30, 3, [1e3, 1e3, 1e3])],
    });
    solver.solve();
    expect([...solver.voltageV.slice(6)]).toEqual([0, 0, 0]);
    expect(voltage(solver, 2, 0).abs).toBeCloseTo(1, 5);
    expect(solver.sourceActivePowerW[0]).toBeCloseTo(0, 3);
  });

  it('charges a cable that is open at its far end', () => {
    const solver = solverOf({ node: [node(1), node(2), node(3)], line: cables, source: [source(20, 1)] });
    solver.solve();
    // both cables together: 2 pi 50 C U²
    const charging = 2 * Math.PI * 50 * (2 * 0.072e-6) * 400 ** 2;
    expect(-solver.sourceReactivePowerVar[0]! / charging).toBeCloseTo(1, 5);
  });

  it('solves without any source or load', () => {
    const solver = solverOf({ node: [node(1), node(2)], line: [cables[0]!] });
    expect(solver.solve()).toBeGreaterThan(0);
    expect([...solver.voltageV]).toEqual([0, 0, 0, 0, 0, 0]);
  });
});

it('does not allocate views anew, and starts from the last solution', () => {
  const solver = solverOf({
    node: [node(1), node(2)],
    line: [cable(10, 1, 2)],
    source: [stiff(20, 1)],
    asym_load: [load(30, 2, [1e3, 2e3, 3e3])],
  });
  const views = [solver.voltageV, solver.branchLoading, solver.branchCurrentA];
  const cold = solver.solve();
  expect(solver.solve()).toBeLessThan(cold);
  solver.loadActivePowerW[0] = 20e3;
  solver.solve();
  expect([solver.voltageV, solver.branchLoading, solver.branchCurrentA].every((v, n) => v === views[n])).toBe(true);
});

describe('an ideal source', () => {
  const ring = () =>
    solverOf({
      node: [node(1), node(2), node(3), node(4)],
      line: [cable(10, 1, 2, 0.1), cable(11, 2, 3, 0.2), cable(12, 3, 4, 0.1), cable(13, 4, 1, 0.3)],
      source: [source(20, 1, { sk: 1e20 })],
      asym_load: [load(30, 3, [9e3, 1e3, 4e3]), load(31, 1, [2e3, 2e3, 2e3]), load(32, 4, [0, 5e3, 0])],
    });

  it('holds its voltage to the last digits and delivers loads and losses', () => {
    const solver = ring();
    expect(solver.solve()).toBeGreaterThan(0);
    for (let phase = 0; phase < 3; phase++) expect(Math.abs(voltage(solver, 1, phase).abs - 1)).toBeLessThan(1e-12);
    const lossesW = solver.branchIds.reduce((sum, _, b) => sum + branchMeasures(solver, b).lossesW, 0);
    expect(solver.sourceActivePowerW[0]).toBeCloseTo(25e3 + lossesW, 6);
    expect(lossesW).toBeGreaterThan(10);
  });

  it('is asked nothing where no load has changed', () => {
    const solver = ring();
    solver.solve();
    const before = solver.voltageV.slice();
    expect(solver.solve()).toBe(0);
    expect(solver.voltageV).toEqual(before);
  });
});

it.each([Number.NaN, Number.POSITIVE_INFINITY, 1e12])('forgets a load of %d W as soon as it is gone', (badW) => {
  const solver = solverOf({
    node: [node(1), node(2), node(3)],
    line: [cable(10, 1, 2), cable(11, 2, 3)],
    source: [stiff(20, 1)],
    asym_load: [load(30, 2, [1e3, 2e3, 3e3]), load(31, 3, [0, 1e3, 0])],
  });
  solver.solve();
  const before = solver.voltageV.slice();
  solver.loadActivePowerW[4] = badW;
  expect(solver.solve()).toBeLessThan(0);
  solver.loadActivePowerW[4] = 1e3;
  expect(solver.solve()).toBeGreaterThan(0);
  expect(solver.voltageV).toEqual(before);
});

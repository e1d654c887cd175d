/**
 * One random row of every PGM component, with every attribute and option that a power flow knows. Values are those of real
 * equipment give or take; what an option does must be seen in the results, so none is drawn so small that it drowns.
 */
import type { Json } from '../../twin/core/grid/grids.js';
import type { Draws } from './random.js';

export interface NodeRow extends Json {
  readonly id: number;
  readonly u_rated: number;
}

export interface Rig extends Draws {
  readonly symmetric: boolean;
  /** A new id. Not consecutive, not in order of components. */
  readonly id: () => number;
}

const WYE = 0;
const WYE_N = 1;
const DELTA = 2;
const ZIGZAG = 3;
const ZIGZAG_N = 4;
const WINDINGS = [WYE, WYE_N, DELTA, ZIGZAG, ZIGZAG_N] as const;

const isStar = (winding: number) => winding === WYE || winding === WYE_N;

/** Whether a winding lets load between phase and earth flow, given the winding on the other side (`branch-model.ts`). */
export const carriesZero = (winding: number, other: number): boolean =>
  winding === ZIGZAG_N || (winding === WYE_N && (other === WYE_N || other === DELTA));

/** 1, or 0 with the given probability. */
export const closed = (rig: Rig, open = 0.03): number => (rig.chance(open) ? 0 : 1);

const branch = (rig: Rig, from: NodeRow, to: NodeRow, open?: number): Json => ({
  id: rig.id(),
  from_node: from.id,
  to_node: to.id,
  from_status: closed(rig, open),
  to_status: closed(rig, open),
});

/** Length in km, and ohm per that length. */
function size(rig: Rig, uRated: number) {
  const km = uRated < 1000 ? rig.between(0.005, 0.15) : rig.between(0.1, 1.5);
  return { km, r: rig.between(0.06, 0.3) * km, x: rig.between(0.06, 0.12) * km };
}

export function lineRow(rig: Rig, from: NodeRow, to: NodeRow): Json {
  const { between, chance, symmetric } = rig;
  const { km, r, x } = size(rig, from.u_rated);
  const row: Json = {
    ...branch(rig, from, to),
    r1: r,
    x1: x,
    c1: chance(0.9) ? between(2e-7, 7e-7) * km : 0,
    tan1: chance(0.5) ? 0 : between(0, 0.01),
  };
  if (chance(0.9)) row.i_n = between(100, 500);
  if (!symmetric || chance(0.5)) {
    row.r0 = r * between(2, 5);
    row.x0 = x * between(2, 5);
    row.c0 = chance(0.9) ? between(1e-7, 4e-7) * km : 0;
    row.tan0 = chance(0.7) ? 0 : between(0, 0.02);
  }
  return row;
}

/** Three or four conductors, with capacitances as a matrix, as sequence values, or both (the sequence values then count). */
export function asymLineRow(rig: Rig, from: NodeRow, to: NodeRow): Json {
  const { between, chance } = rig;
  const { km, r, x } = size(rig, from.u_rated);
  const row: Json = branch(rig, from, to);
  if (chance(0.9)) row.i_n = between(100, 500);
  const phases = ['a', 'b', 'c'];
  const conductors = chance(0.5) ? [...phases, 'n'] : phases;
  conductors.forEach((i, n) => {
    for (const j of conductors.slice(0, n + 1)) {
      row[`r_${i}${j}`] = i === j ? r * between(1, 1.2) : r * between(0.1, 0.2);
      row[`x_${i}${j}`] = i === j ? x * between(3, 3.3) : x * between(1, 1.5);
    }
  });
  const given = rig.pick(['sequence', 'matrix', 'both']);
  if (given !== 'matrix') {
    row.c0 = between(0.8e-7, 1.2e-7) * km;
    row.c1 = between(2e-7, 4e-7) * km;
  }
  if (given !== 'sequence') {
    phases.forEach((i, n) => {
      for (const j of phases.slice(0, n + 1)) row[`c_${i}${j}`] = (i === j ? 3e-7 : -0.5e-7) * km * between(0.9, 1.1);
    });
  }
  return row;
}

export const linkRow = (rig: Rig, from: NodeRow, to: NodeRow): Json => branch(rig, from, to, 0.04);

export function genericBranchRow(rig: Rig, from: NodeRow, to: NodeRow, spur: boolean): Json {
  const { between, chance } = rig;
  const row: Json = {
    ...branch(rig, from, to),
    r1: between(0.05, 0.2),
    x1: between(0.2, 0.6),
    g1: chance(0.5) ? 0 : 1e-6,
    b1: chance(0.3) ? 0 : 1e-5,
  };
  // a ratio or a shift in a loop drives a current around it: small there
  if (chance(0.7)) row.k = spur ? between(0.95, 1.05) : between(0.999, 1.001);
  if (chance(0.7)) row.theta = spur ? between(-0.2, 0.2) : between(-0.001, 0.001);
  if (chance(0.7)) row.sn = chance(0.2) ? 0 : 5e6;
  return row;
}

/** A clock that the windings can have, in all the ways to write it: -12 to 12. */
function clockOf(rig: Rig, from: number, to: number): number {
  const odd = isStar(from) !== isStar(to);
  return odd ? 1 + 2 * Math.floor(rig.between(-6, 6)) : 2 * Math.floor(rig.between(-6, 7));
}

/** Positions of a tap changer: ascending or descending, with or without a nominal and a present position. */
function taps(rig: Rig, tapSize: number): Json {
  const up = rig.chance(0.5);
  const centred = rig.chance(0.3);
  const [low, nominal, high] = centred ? [-2, 0, 2] : [1, 3, 5];
  const row: Json = { tap_min: up ? low : high, tap_max: up ? high : low, tap_size: tapSize };
  if (!centred || rig.chance(0.3)) row.tap_nom = nominal;
  if (rig.chance(0.9)) row.tap_pos = low! + Math.floor(5 * rig.random());
  return row;
}

/** Usual windings mostly, and every other pair too. */
function windingPair(rig: Rig): readonly [number, number] {
  if (rig.chance(0.5)) return [DELTA, WYE_N];
  if (rig.chance(0.3)) return [WYE_N, WYE_N];
  return [rig.pick(WINDINGS), rig.pick(WINDINGS)];
}

const LOW_SIDE_UP = 0.15;

export interface Fed {
  readonly row: Json;
  /** Whether the low side carries load between phase and earth. */
  readonly carries: boolean;
}

/** From `high` to `low`, at times stated the other way round. */
export function transformerRow(
  rig: Rig,
  high: NodeRow,
  low: NodeRow,
  sn: number,
  fixed?: readonly [number, number],
): Fed {
  const { between, chance } = rig;
  const [windingHigh, windingLow] = fixed ?? windingPair(rig);
  const turned = chance(LOW_SIDE_UP);
  const [from, to] = turned ? [low, high] : [high, low];
  const [windingFrom, windingTo] = turned ? [windingLow, windingHigh] : [windingHigh, windingLow];
  const side = chance(0.8) === turned ? 1 : 0;
  const row: Json = {
    ...branch(rig, from, to, 0.02),
    u1: from.u_rated * between(0.99, 1.04),
    u2: to.u_rated * between(0.99, 1.04),
    sn,
    uk: between(0.04, 0.2),
    pk: sn * between(0.004, 0.01),
    i0: between(0.001, 0.01),
    p0: sn * between(0.0003, 0.0009),
    winding_from: windingFrom,
    winding_to: windingTo,
    clock: clockOf(rig, windingFrom, windingTo),
    tap_side: side,
    ...taps(rig, 0.025 * (side === 0 ? from.u_rated : to.u_rated)),
  };
  if (chance(0.3)) row.uk_min = between(0.04, 0.2);
  if (chance(0.3)) row.uk_max = between(0.04, 0.2);
  if (chance(0.3)) row.pk_min = sn * between(0.004, 0.01);
  if (chance(0.3)) row.pk_max = sn * between(0.004, 0.01);
  for (const [end, at] of [
    ['from', from],
    ['to', to],
  ] as const) {
    const ohm = at.u_rated < 1000 ? 0.5 : 5;
    if (chance(0.3)) row[`r_grounding_${end}`] = between(0, ohm);
    if (chance(0.3)) row[`x_grounding_${end}`] = between(0, ohm);
  }
  if (chance(0.3)) row.i0_zero_sequence = between(0.01, 1);
  if (chance(0.2)) row.p0_zero_sequence = sn * 0.001;
  return { row, carries: carriesZero(windingLow, windingHigh) };
}

export interface FedThree {
  readonly row: Json;
  /** Whether sides 2 and 3 carry load between phase and earth. */
  readonly carries: readonly [boolean, boolean];
}

export function threeWindingRow(rig: Rig, high: NodeRow, middle: NodeRow, low: NodeRow): FedThree {
  const { between, chance, pick } = rig;
  const nodes = [high, middle, low];
  const windings = [chance(0.6) ? WYE_N : pick(WINDINGS), pick(WINDINGS), pick(WINDINGS)];
  const side = pick([0, 1, 2]);
  const row: Json = { id: rig.id() };
  nodes.forEach((node, n) => {
    row[`node_${n + 1}`] = node.id;
    row[`status_${n + 1}`] = closed(rig, n === 0 ? 0.08 : 0.2);
    row[`u${n + 1}`] = node.u_rated * between(0.99, 1.02);
    row[`sn_${n + 1}`] = [3e6, 2e6, 1e6][n];
    row[`winding_${n + 1}`] = windings[n];
    if (chance(0.3)) row[`r_grounding_${n + 1}`] = between(0, 3);
    if (chance(0.3)) row[`x_grounding_${n + 1}`] = between(0, 3);
  });
  for (const [pair, uk, pk] of [
    ['12', 0.09, 20e3],
    ['13', 0.12, 12e3],
    ['23', 0.08, 10e3],
  ] as const) {
    row[`uk_${pair}`] = uk * between(0.9, 1.1);
    row[`pk_${pair}`] = pk * between(0.9, 1.1);
    for (const end of ['min', 'max']) {
      if (chance(0.3)) row[`uk_${pair}_${end}`] = uk * between(0.9, 1.1);
      if (chance(0.3)) row[`pk_${pair}_${end}`] = pk * between(0.9, 1.1);
    }
  }
  Object.assign(row, {
    i0: 0.003,
    p0: 4000,
    clock_12: clockOf(rig, windings[0]!, windings[1]!),
    clock_13: clockOf(rig, windings[0]!, windings[2]!),
    tap_side: side,
    ...taps(rig, 0.02 * nodes[side]!.u_rated),
  });
  return { row, carries: [carriesZero(windings[1]!, windings[0]!), carriesZero(windings[2]!, windings[0]!)] };
}

export function sourceRow(rig: Rig, at: NodeRow, uRef: number, angleRad: number | undefined): Json {
  const { between, chance } = rig;
  const row: Json = { id: rig.id(), node: at.id, status: 1, u_ref: uRef };
  if (chance(0.6)) row.sk = between(50e6, 2e9);
  if (chance(0.5)) row.rx_ratio = between(0.05, 0.5);
  if (chance(0.5)) row.z01_ratio = between(0.5, 4);
  if (angleRad !== undefined) row.u_ref_angle = angleRad;
  return row;
}

/** A shunt of the given admittances in S. */
export function shuntRow(rig: Rig, at: NodeRow, y: { g1?: number; b1?: number; g0?: number; b0?: number }): Json {
  const row: Json = { id: rig.id(), node: at.id, status: 1, g1: y.g1 ?? 0, b1: y.b1 ?? 0 };
  if (!rig.symmetric || rig.chance(0.5)) Object.assign(row, { g0: y.g0 ?? 0, b0: y.b0 ?? 0 });
  return row;
}

/** A load or a generator about so large per phase, of any kind and type; often on one phase. */
export function loadRow(rig: Rig, at: NodeRow, sizeW: number): { component: string; row: Json } {
  const { between, chance, pick } = rig;
  const row = { id: rig.id(), node: at.id, status: closed(rig, 0.05), type: chance(0.6) ? 0 : pick([1, 2]) };
  const component = pick(['sym_load', 'sym_gen', 'asym_load', 'asym_load', 'asym_load', 'asym_gen']);
  if (component.startsWith('sym')) {
    const p_specified = between(0, 3) * sizeW;
    return { component, row: { ...row, p_specified, q_specified: between(-0.3, 1) * sizeW } };
  }
  const only = chance(0.5) ? pick([0, 1, 2]) : undefined;
  const phases = (low: number, high: number) =>
    [0, 1, 2].map((phase) => (only === undefined || only === phase ? between(low, high) * sizeW : 0));
  return { component, row: { ...row, p_specified: phases(0, 1), q_specified: phases(-0.1, 0.3) } };
}

/** Of any transformer; regulators act only when the calculation asks for it. */
export function tapRegulatorRow(rig: Rig, transformer: Json, sides: number, uSet: number): Json {
  const row: Json = {
    id: rig.id(),
    regulated_object: transformer.id,
    status: closed(rig, 0.2),
    control_side: Math.floor(sides * rig.random()),
    u_set: uSet,
    u_band: 0.03 * uSet,
  };
  if (rig.chance(0.5)) row.line_drop_compensation_r = rig.between(0, 0.1);
  if (rig.chance(0.5)) row.line_drop_compensation_x = rig.between(0, 0.1);
  return row;
}

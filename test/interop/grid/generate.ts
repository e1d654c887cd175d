/**
 * Random PGM grids by seed, for comparison with power-grid-model itself: radial and meshed, several voltage levels, all
 * components with all their options, open switches at either end, islands, several sources. The same seed gives the same grid.
 *
 * Every grid is one that a power flow can answer: parts whose star point floats get an earth, and source angles agree
 * with the clocks between them. `coverage.test.ts` proves that nothing of the format is left out.
 */
import type { Json, Rows } from '../../twin/core/grid/grids.js';
import { drawsOf } from './random.js';
import {
  asymLineRow,
  genericBranchRow,
  lineRow,
  linkRow,
  loadRow,
  type NodeRow,
  type Rig,
  shuntRow,
  sourceRow,
  tapRegulatorRow,
  threeWindingRow,
  transformerRow,
} from './rows.js';

export { randomOf } from './random.js';
export { generateUpdates } from './updates.js';

export interface GeneratedGrid {
  readonly symmetric: boolean;
  readonly data: Rows;
}

export interface GenerateOptions {
  /** Default true. Without, for a reference whose links have an impedance. */
  readonly links?: boolean;
}

export function generateGrid(
  seed: number,
  kind?: 'symmetric' | 'asymmetric',
  { links = true }: GenerateOptions = {},
): GeneratedGrid {
  const draws = drawsOf(seed);
  const drawn = draws.chance(0.3);
  const symmetric = kind === undefined ? drawn : kind === 'symmetric';
  let next = 1 + Math.floor(draws.between(0, 50));
  const id = () => {
    next += 1 + Math.floor(draws.random() * 3);
    return next;
  };
  const grid = new Grid({ ...draws, symmetric, id }, links);
  const { nodes: medium, angleRad } = mediumVoltage(grid);
  for (const top of medium.slice(1)) below(grid, top, angleRad);
  if (draws.chance(0.25)) threeLevels(grid, draws.pick(medium));
  if (symmetric && draws.chance(0.4)) genericBranches(grid, medium);
  if (draws.chance(0.15)) withoutSource(grid);
  return { symmetric, data: shuffled(grid.data, draws.random) };
}

class Grid {
  readonly data: Record<string, Json[]> = {};

  constructor(
    readonly rig: Rig,
    private readonly mayLink: boolean,
  ) {}

  add<R extends Json>(component: string, row: R): R {
    this.data[component] ??= [];
    this.data[component].push(row);
    return row;
  }

  node(uRated: number): NodeRow {
    return this.add('node', { id: this.rig.id(), u_rated: uRated });
  }

  /** A line of any kind. */
  line(from: NodeRow, to: NodeRow): void {
    const asymmetric = this.rig.chance(this.rig.symmetric ? 0.05 : 0.15);
    if (asymmetric) this.add('asym_line', asymLineRow(this.rig, from, to));
    else this.add('line', lineRow(this.rig, from, to));
  }

  load(at: NodeRow, sizeW: number): void {
    const { component, row } = loadRow(this.rig, at, sizeW);
    this.add(component, row);
  }

  /** A tree of lines below `root`, here and there a link. */
  tree(root: NodeRow, size: number, links: number): NodeRow[] {
    const nodes = [root];
    for (let n = 1; n < size; n++) {
      const from = this.rig.pick(nodes);
      const linked = this.rig.chance(links) && this.mayLink;
      // a link may join nodes of different rated voltage: they are then equal in per unit
      const to = this.node(linked && this.rig.chance(0.2) ? 1.025 * from.u_rated : root.u_rated);
      // so may a line's own end be, off by that much: then it has to be a link again
      if (linked || from.u_rated !== to.u_rated) this.add('link', linkRow(this.rig, from, to));
      else this.line(from, to);
      nodes.push(to);
    }
    return nodes;
  }

  /**
   * Lines that close loops. None goes round a link: power-grid-model 1.13.213 gives a link no impedance at all, ours has 10⁻¹⁰
   * per unit, and powers in a loop of short lines beside it differ by up to four times the tolerance for that.
   */
  loops(nodes: readonly NodeRow[], count: number): void {
    for (let n = 0; n < count; n++) {
      const from = this.rig.pick(nodes);
      const to = this.rig.pick(this.joined(nodes, from));
      if (from !== to) this.line(from, to);
    }
  }

  /** Those of `nodes` that lines alone join to `at`. */
  joined(nodes: readonly NodeRow[], at: NodeRow): NodeRow[] {
    const found = new Set<unknown>([at.id]);
    const lines = [...(this.data.line ?? []), ...(this.data.asym_line ?? [])];
    for (let size = 0; size < found.size; ) {
      size = found.size;
      for (const line of lines) {
        if (found.has(line.from_node) || found.has(line.to_node)) found.add(line.from_node).add(line.to_node);
      }
    }
    return nodes.filter(({ id }) => found.has(id));
  }
}

/** Fed by one or two sources, directly or from 150 kV. Also its angle without load, in rad. */
function mediumVoltage(grid: Grid): { readonly nodes: NodeRow[]; readonly angleRad: number } {
  const { rig } = grid;
  const { between, chance, pick } = rig;
  const uRated = pick([10000, 10500, 20000]);
  const root = grid.node(uRated);
  const nodes = grid.tree(root, 3 + Math.floor(between(0, 11)), 0.03);
  if (chance(0.5)) grid.loops(nodes, 3);

  const uRef = between(0.98, 1.05);
  const angle = chance(0.4) ? between(-1, 1) : undefined;
  if (chance(0.2)) {
    const top = grid.node(150e3);
    const { row } = transformerRow(rig, top, root, 40e6, [1, 2]);
    grid.add('transformer', { ...row, from_status: 1, to_status: 1 });
    grid.add('source', sourceRow(rig, top, uRef, angle));
    // the delta floats: an earthing transformer holds the zero sequence
    grid.add('shunt', shuntRow(rig, root, { b0: -1 / between(5, 15) }));
    return { nodes, angleRad: (angle ?? 0) + shift(row, top) };
  }
  grid.add('source', sourceRow(rig, root, uRef, angle));
  if (chance(0.3)) {
    const second = sourceRow(rig, pick(grid.joined(nodes, root)), uRef + between(-0.005, 0.005), angle);
    grid.add('source', { ...second, sk: between(50e6, 150e6), status: chance(0.3) ? 0 : 1 });
  }
  if (chance(0.3)) grid.add('shunt', shuntRow(rig, root, { b0: -1 / between(5, 50) }));
  return { nodes, angleRad: angle ?? 0 };
}

/** By how much the other side of a transformer is ahead of `at`, in rad: the angle at its from side exceeds that at its to side. */
const shift = (transformer: Json, at: NodeRow): number =>
  (((transformer.clock as number) * Math.PI) / 6) * (transformer.from_node === at.id ? -1 : 1);

/** What hangs on a node of medium voltage: a load, nothing, or a low-voltage network. */
function below(grid: Grid, top: NodeRow, angleRad: number): void {
  const { rig } = grid;
  const { between, chance, pick } = rig;
  if (chance(0.4)) {
    grid.load(top, 40e3);
    return;
  }
  if (chance(0.3)) return;
  const bus = grid.node(400);
  const feed = transformerRow(rig, top, bus, pick([160e3, 250e3, 400e3, 630e3]));
  grid.add('transformer', feed.row);
  if (chance(0.15)) {
    // in parallel, at times a tap apart: a current goes round
    const uneven = chance(0.5) && typeof feed.row.tap_pos === 'number' && feed.row.tap_pos === 3;
    grid.add('transformer', { ...feed.row, id: rig.id(), ...(uneven ? { tap_pos: 4 } : {}) });
  }
  if (chance(0.2)) grid.add('transformer_tap_regulator', tapRegulatorRow(rig, feed.row, 2, 400));
  const nodes = grid.tree(bus, Math.floor(between(2, 13)), 0.06);
  if (chance(0.2) && nodes.length > 3) grid.loops(nodes, 1);

  const floating = !feed.carries;
  const earthed = chance(0.5);
  if (floating) {
    // a floating star point holds no voltage against earth once there is load between phase and earth. Either an earthing
    // transformer carries it, or there is no such load and a weak earth keeps the zero sequence above the rounding of
    // either program.
    grid.add('shunt', shuntRow(rig, bus, earthed ? { g0: 2, b0: -10 } : { g0: 0.5 }));
  }
  if (!floating || earthed || rig.symmetric) {
    for (const at of nodes.slice(1)) {
      if (chance(0.6)) grid.load(at, 3e3);
      if (chance(0.1)) grid.load(at, 1e3);
    }
  }
  if (chance(0.1)) {
    const generator = sourceRow(rig, bus, between(0.99, 1.01), angleRad + shift(feed.row, top));
    grid.add('source', { ...generator, sk: between(1e6, 5e6) });
    // where switches cut the rest off, this one feeds medium voltage from below, through windings that may leave it floating
    grid.add('shunt', shuntRow(rig, top, { b0: -1 / between(5, 15) }));
  }
  if (chance(0.15)) {
    const g = between(0, 0.001);
    const row = shuntRow(rig, bus, { g1: g, b1: 0.002, g0: g, b0: 0.001 });
    grid.add('shunt', { ...row, status: chance(0.3) ? 0 : 1 });
  }
}

function threeLevels(grid: Grid, top: NodeRow): void {
  const { rig } = grid;
  const middle = grid.node(6000);
  const low = grid.node(3000);
  const { row, carries } = threeWindingRow(rig, top, middle, low);
  grid.add('three_winding_transformer', row);
  if (rig.chance(0.2)) grid.add('three_winding_transformer', { ...row, id: rig.id() });
  if (rig.chance(0.3)) grid.add('transformer_tap_regulator', tapRegulatorRow(rig, row, 3, 6000));
  [middle, low].forEach((at, side) => {
    const earthed = rig.chance(0.5);
    if (!carries[side]) grid.add('shunt', shuntRow(rig, at, earthed ? { b0: -0.2 } : { g0: 0.02 }));
    if (carries[side] || earthed || rig.symmetric) grid.load(at, 40e3);
  });
}

/** To a node of its own, or beside what is there already. */
function genericBranches(grid: Grid, medium: readonly NodeRow[]): void {
  const { rig } = grid;
  const from = rig.pick(medium);
  const spur = rig.chance(0.6);
  const to = spur ? grid.node(rig.pick([from.u_rated, 6000])) : rig.pick(grid.joined(medium, from));
  if (from === to) return;
  grid.add('generic_branch', genericBranchRow(rig, from, to, spur));
  if (spur) grid.load(to, 40e3);
}

/** An island that no source reaches. */
function withoutSource(grid: Grid): void {
  const ends = [grid.node(400), grid.node(400)] as const;
  grid.line(ends[0], ends[1]);
  grid.load(ends[1], 1e3);
}

/** Rows in another order, so that neither program finds parents before children. */
function shuffled(data: Rows, random: () => number): Rows {
  const result: Rows = {};
  for (const [component, rows] of Object.entries(data)) {
    const list = [...rows];
    for (let n = list.length - 1; n > 0; n--) {
      const other = Math.floor(random() * (n + 1));
      [list[n], list[other]] = [list[other]!, list[n]!];
    }
    result[component] = list;
  }
  return result;
}

/**
 * Random PGM grids by seed, for comparison with power-grid-model itself: radial and meshed, several voltage levels, all
 * components, open switches, taps, islands without source. The same seed gives the same grid.
 */
import type { Json, Rows } from '../../twin/core/grid/grids.js';

/** A small counter-based generator (mulberry32): uniform in [0, 1). */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let x = state;
    x = Math.imul(x ^ (x >>> 15), x | 1);
    x ^= x + Math.imul(x ^ (x >>> 7), x | 61);
    return ((x ^ (x >>> 14)) >>> 0) / 4294967296;
  };
}

export interface GeneratedGrid {
  readonly symmetric: boolean;
  readonly data: Rows;
}

/** Whether a transformer lets the low-voltage side carry load between phase and earth. */
const conducts = (t: Json): boolean =>
  t.winding_to === 4 || (t.winding_to === 1 && (t.winding_from === 1 || t.winding_from === 2));

const DYN = [1, 3, 5, 7, 9, 11];
const YY = [0, 2, 4, 6, 8, 10];

export function generateGrid(seed: number, kind?: 'symmetric' | 'asymmetric'): GeneratedGrid {
  const random = randomOf(seed);
  const between = (low: number, high: number) => low + (high - low) * random();
  const chance = (p: number) => random() < p;
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const drawn = chance(0.3);
  const symmetric = kind === undefined ? drawn : kind === 'symmetric';
  const data: Record<string, Json[]> = {};
  const add = (component: string, row: Json) => {
    data[component] ??= [];
    data[component].push(row);
  };
  let next = 1 + Math.floor(between(0, 50));
  const id = () => {
    next += 1 + Math.floor(random() * 3);
    return next;
  };
  const node = (uRated: number) => {
    const n = { id: id(), u_rated: uRated };
    add('node', n);
    return n;
  };
  const closed = (p = 0.97) => (chance(p) ? 1 : 0);
  type Node = ReturnType<typeof node>;

  const line = (from: Node, to: Node) => {
    const low = from.u_rated < 1000;
    const km = low ? between(0.005, 0.15) : between(0.1, 1.5);
    const base = {
      id: id(),
      from_node: from.id,
      to_node: to.id,
      from_status: closed(),
      to_status: closed(),
      ...(chance(0.9) ? { i_n: between(100, 500) } : {}),
    };
    const r = between(0.06, 0.3) * km;
    const x = between(0.06, 0.12) * km;
    if (!symmetric ? chance(0.15) : chance(0.05)) {
      const z: Json = {};
      const names = ['a', 'b', 'c'];
      const withNeutral = low && chance(0.5);
      const all = withNeutral ? [...names, 'n'] : names;
      all.forEach((i, row) => {
        all.slice(0, row + 1).forEach((j) => {
          z[`r_${i}${j}`] = i === j ? r * between(1, 1.2) : r * between(0.1, 0.2);
          z[`x_${i}${j}`] = i === j ? x * between(3, 3.3) : x * between(1, 1.5);
        });
      });
      if (chance(0.5)) {
        z.c0 = 1e-7 * km;
        z.c1 = 3e-7 * km;
      } else {
        names.forEach((i, row) => {
          names.slice(0, row + 1).forEach((j) => {
            z[`c_${i}${j}`] = (i === j ? 3e-7 : -0.5e-7) * km * between(0.9, 1.1);
          });
        });
      }
      add('asym_line', { ...base, ...z });
      return;
    }
    add('line', {
      ...base,
      r1: r,
      x1: x,
      c1: chance(0.9) ? between(2e-7, 7e-7) * km : 0,
      tan1: chance(0.5) ? 0 : between(0, 0.01),
      r0: r * between(2, 5),
      x0: x * between(2, 5),
      c0: chance(0.9) ? between(1e-7, 4e-7) * km : 0,
      tan0: 0,
    });
  };
  const link = (from: Node, to: Node) => {
    add('link', { id: id(), from_node: from.id, to_node: to.id, from_status: 1, to_status: closed() });
  };
  const transformer = (from: Node, to: Node, sn: number): Json => {
    const windings = chance(0.6)
      ? 'Dyn'
      : pick(['YNyn', 'YNd', 'Yzn', 'Dzn', 'YNzn', 'Yyn', 'Dd', 'ZNyn', 'Yy', 'YNy']);
    const [windingFrom, windingTo, clocks] = (
      {
        Dyn: [2, 1, DYN],
        YNyn: [1, 1, YY],
        YNd: [1, 2, DYN],
        Yzn: [0, 4, DYN],
        Dzn: [2, 4, YY],
        YNzn: [1, 4, DYN],
        Yyn: [0, 1, YY],
        Dd: [2, 2, YY],
        ZNyn: [4, 1, DYN],
        Yy: [0, 0, YY],
        YNy: [1, 0, YY],
      } as const
    )[windings] as [number, number, number[]];
    const side = chance(0.8) ? 0 : 1;
    const up = chance(0.5);
    const nominal = 3;
    const row: Json = {
      id: id(),
      from_node: from.id,
      to_node: to.id,
      from_status: closed(0.98),
      to_status: closed(0.98),
      u1: from.u_rated * between(0.98, 1.05),
      u2: to.u_rated * between(0.98, 1.06),
      sn,
      uk: between(0.04, 0.2),
      pk: sn * between(0.004, 0.01),
      i0: between(0.001, 0.01),
      p0: sn * between(0.0003, 0.0009),
      winding_from: windingFrom,
      winding_to: windingTo,
      clock: pick(clocks),
      tap_side: side,
      tap_pos: 1 + Math.floor(5 * random()),
      tap_min: up ? 1 : 5,
      tap_max: up ? 5 : 1,
      tap_nom: nominal,
      tap_size: 0.025 * (side === 0 ? from.u_rated : to.u_rated),
    };
    if (chance(0.2)) {
      row.uk_min = between(0.04, 0.2);
      row.uk_max = between(0.04, 0.2);
      row.pk_max = sn * between(0.004, 0.01);
    }
    if (chance(0.3)) {
      row.r_grounding_to = between(0, 0.5);
      row.x_grounding_to = between(0, 0.5);
    }
    if (chance(0.2)) row.r_grounding_from = between(0, 5);
    if (chance(0.2)) row.i0_zero_sequence = between(0.01, 1);
    if (chance(0.1)) row.p0_zero_sequence = sn * 0.001;
    add('transformer', row);
    return row;
  };

  // medium voltage: a tree of lines with some loops closed, fed by one or two sources
  const mv = pick([10000, 10500, 20000]);
  const mvNodes = [node(mv)];
  const mvCount = 2 + Math.floor(between(0, 12));
  for (let n = 1; n < mvCount; n++) {
    const to = node(mv);
    line(pick(mvNodes), to);
    mvNodes.push(to);
  }
  if (chance(0.5)) {
    for (let n = 0; n < 3; n++) {
      const [from, to] = [pick(mvNodes), pick(mvNodes)];
      if (from !== to) line(from, to);
    }
  }
  const source = (at: Node, uRef: number) => {
    const row: Json = { id: id(), node: at.id, status: 1, u_ref: uRef };
    if (chance(0.5)) row.sk = between(50e6, 2e9);
    if (chance(0.5)) row.rx_ratio = between(0.05, 0.5);
    if (chance(0.5)) row.z01_ratio = between(0.5, 4);
    if (chance(0.3)) row.u_ref_angle = between(-1, 1);
    add('source', row);
    return row;
  };
  const lead = source(mvNodes[0]!, between(0.98, 1.05));
  if (chance(0.25)) {
    const second = source(pick(mvNodes), (lead.u_ref as number) + between(-0.005, 0.005));
    second.sk = 100e6;
    second.u_ref_angle = (lead.u_ref_angle as number | undefined) ?? 0;
  }
  if (chance(0.3)) {
    add('shunt', { id: id(), node: mvNodes[0]!.id, status: 1, g1: 0, b1: 0, g0: 0, b0: -1 / between(5, 50) });
  }

  const load = (at: Node, size: number) => {
    const common = { id: id(), node: at.id, status: closed(0.95), type: chance(0.7) ? 0 : chance(0.5) ? 1 : 2 };
    const three = (value: () => number) => [value(), value(), value()];
    const sort = random();
    if (sort < 0.2) {
      add('sym_load', { ...common, p_specified: between(0, 3) * size, q_specified: between(-0.3, 1) * size });
    } else if (sort < 0.3) {
      add('sym_gen', { ...common, p_specified: between(0, 3) * size, q_specified: 0 });
    } else if (sort < 0.4) {
      add('asym_gen', { ...common, p_specified: three(() => between(0, size)), q_specified: three(() => 0) });
    } else {
      const mask = chance(0.5) ? pick([0, 1, 2]) : -1;
      const phase = (scale: number) => [0, 1, 2].map((p) => (mask >= 0 && p !== mask ? 0 : between(0, scale)));
      add('asym_load', { ...common, p_specified: phase(size), q_specified: phase(0.3 * size) });
    }
  };

  // low voltage below some of the nodes
  for (const top of mvNodes.slice(1)) {
    if (chance(0.4)) {
      load(top, 40e3);
      continue;
    }
    if (chance(0.3)) continue;
    const bus = node(400);
    const feed = transformer(top, bus, pick([160e3, 250e3, 400e3, 630e3]));
    const floating = !conducts(feed);
    const twin = chance(0.1);
    if (twin) data.transformer!.push({ ...feed, id: id() });
    const lv = [bus];
    const count = Math.floor(between(1, 12));
    for (let n = 0; n < count; n++) {
      const to = node(400);
      if (chance(0.06)) link(pick(lv), to);
      else line(pick(lv), to);
      lv.push(to);
    }
    if (chance(0.2) && lv.length > 3) line(lv[1]!, lv[lv.length - 1]!);
    // a floating star point holds no voltage against earth once there is load between phase and earth; a weak earth
    // keeps its zero sequence above the rounding of either program
    if (floating) {
      add('shunt', { id: id(), node: bus.id, status: 1, g1: 0, b1: 0, g0: 0.01, b0: 0 });
    } else {
      for (const at of lv.slice(1)) {
        if (chance(0.6)) load(at, 3e3);
        if (chance(0.1)) load(at, 1e3);
      }
    }
    if (chance(0.1)) {
      const g = between(0, 0.001);
      add('shunt', { id: id(), node: bus.id, status: closed(0.8), g1: g, b1: 0.002, g0: g, b0: 0.001 });
    }
  }
  if (chance(0.2)) {
    const low = node(3000);
    const middle = node(6000);
    const top = pick(mvNodes);
    const yn = chance(0.5);
    add('three_winding_transformer', {
      id: id(),
      node_1: top.id,
      node_2: middle.id,
      node_3: low.id,
      status_1: 1,
      status_2: closed(0.9),
      status_3: closed(0.9),
      u1: top.u_rated,
      u2: 6000,
      u3: 3000,
      sn_1: 3e6,
      sn_2: 2e6,
      sn_3: 1e6,
      uk_12: between(0.08, 0.1),
      uk_13: between(0.1, 0.13),
      uk_23: between(0.07, 0.09),
      pk_12: 20e3,
      pk_13: 12e3,
      pk_23: 10e3,
      i0: 0.003,
      p0: 4000,
      winding_1: 1,
      winding_2: 1,
      winding_3: yn ? 1 : 2,
      clock_12: pick([0, 6]),
      clock_13: yn ? 0 : pick([1, 5, 11]),
      tap_side: pick([0, 1, 2]),
      tap_pos: 2,
      tap_min: 1,
      tap_max: 5,
      tap_nom: 3,
      tap_size: 60,
    });
    load(middle, 50e3);
    if (yn || symmetric) load(low, 30e3);
    else add('shunt', { id: id(), node: low.id, status: 1, g1: 0, b1: 0, g0: 1e-4, b0: 0 });
  }
  if (symmetric && chance(0.3)) {
    const to = node(mv);
    add('generic_branch', {
      id: id(),
      from_node: pick(mvNodes).id,
      to_node: to.id,
      from_status: 1,
      to_status: 1,
      r1: 0.1,
      x1: 0.4,
      g1: 1e-6,
      b1: 1e-5,
      k: between(0.95, 1.05),
      theta: between(-0.2, 0.2),
      sn: 5e6,
    });
    add('sym_load', { id: id(), node: to.id, status: 1, type: 0, p_specified: 1e5, q_specified: 2e4 });
  }
  if (chance(0.15)) {
    const lonely = [node(400), node(400)] as const;
    line(lonely[0], lonely[1]);
    load(lonely[1], 1e3);
  }
  return { symmetric, data };
}

/** Four scenarios of changes on a generated grid: powers, statuses, taps, source voltages, shunts. */
export function generateUpdates(seed: number, data: Rows): Rows[] {
  const random = randomOf(seed ^ 0x5bd1e995);
  const some = (component: string, change: (row: Json) => Json): Json[] =>
    (data[component] ?? []).filter(() => random() < 0.4).map((row) => ({ id: row.id, ...change(row) }));
  const scaled = (value: unknown): unknown =>
    Array.isArray(value) ? value.map((v) => (v as number) * (0.5 + random())) : (value as number) * (0.5 + random());
  const full: Rows[] = [];
  for (let scenario = 0; scenario < 4; scenario++) {
    const rows: Rows = {};
    for (const component of ['sym_load', 'sym_gen', 'asym_load', 'asym_gen']) {
      rows[component] = some(component, (row) => ({ p_specified: scaled(row.p_specified) }));
    }
    if (scenario === 1) rows.line = some('line', () => ({ to_status: random() < 0.8 ? 1 : 0 }));
    if (scenario === 2) rows.transformer = some('transformer', () => ({ tap_pos: 1 + Math.floor(5 * random()) }));
    if (scenario === 3) {
      rows.source = (data.source ?? []).map((row) => ({ id: row.id, u_ref: (row.u_ref as number) * 1.01 }));
      rows.sym_load!.push(
        ...some('sym_load', () => ({ status: 0 })).filter((row) => !rows.sym_load!.some((r) => r.id === row.id)),
      );
    }
    full.push(Object.fromEntries(Object.entries(rows).filter(([, list]) => list.length > 0)));
  }
  return full;
}

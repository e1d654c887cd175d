/**
 * The grids of the speed table, made by rule from typical Dutch data. Loads are asymmetric constant power; a profile of
 * powers per step goes with each. All are deterministic.
 */
import { randomOf } from '../interop/grid/generate.js';

type Row = Record<string, unknown>;

export interface BenchmarkGrid {
  readonly name: string;
  /** Ratio to reach against the peer. */
  readonly goal: number;
  readonly input: unknown;
  readonly steps: number;
  /** Rows of the profile; steps beyond repeat it. */
  readonly profileSteps: number;
  /** profileSteps × loads × 3. */
  readonly activePowerW: Float64Array;
  readonly reactivePowerVar: Float64Array;
}

interface Cable {
  readonly r1: number;
  readonly x1: number;
  readonly r0: number;
  readonly x0: number;
  readonly c1: number;
  readonly c0: number;
  readonly i_n: number;
}

/** Per km: 630 Al medium voltage, 4x150 Al main and 4x16 Cu service cable. */
const MEDIUM: Cable = { r1: 0.063, x1: 0.103, r0: 0.275, x0: 0.101, c1: 0.4e-6, c0: 0.66e-6, i_n: 1000 };
const MAIN: Cable = { r1: 0.206, x1: 0.079, r0: 0.94, x0: 0.387, c1: 0.72e-6, c0: 0.36e-6, i_n: 300 };
const SERVICE: Cable = { r1: 1.15, x1: 0.096, r0: 4.6, x0: 0.408, c1: 0.43e-6, c0: 0.26e-6, i_n: 80 };

class Builder {
  readonly data: Record<'node' | 'line' | 'transformer' | 'source' | 'asym_load', Row[]> = {
    node: [],
    line: [],
    transformer: [],
    source: [],
    asym_load: [],
  };
  private next = 0;

  node(uRated: number): number {
    const id = this.next++;
    this.data.node.push({ id, u_rated: uRated });
    return id;
  }

  line(from: number, to: number, km: number, cable: Cable, open = false): void {
    this.data.line.push({
      id: this.next++,
      from_node: from,
      to_node: to,
      from_status: 1,
      to_status: open ? 0 : 1,
      r1: cable.r1 * km,
      x1: cable.x1 * km,
      c1: cable.c1 * km,
      tan1: 0.0004,
      r0: cable.r0 * km,
      x0: cable.x0 * km,
      c0: cable.c0 * km,
      tan0: 0.0004,
      i_n: cable.i_n,
    });
  }

  transformer(from: number, to: number): void {
    this.data.transformer.push({
      id: this.next++,
      from_node: from,
      to_node: to,
      from_status: 1,
      to_status: 1,
      u1: 10500,
      u2: 420,
      sn: 630e3,
      uk: 0.06,
      pk: 5200,
      i0: 0.002,
      p0: 700,
      winding_from: 2,
      winding_to: 1,
      clock: 11,
      tap_side: 0,
      tap_pos: 3,
      tap_min: 5,
      tap_max: 1,
      tap_nom: 3,
      tap_size: 250,
    });
  }

  source(node: number, uRef: number, sk = 1e20): void {
    this.data.source.push({ id: this.next++, node, status: 1, u_ref: uRef, sk });
  }

  load(node: number, p: readonly number[], q: readonly number[]): void {
    this.data.asym_load.push({ id: this.next++, node, status: 1, type: 0, p_specified: p, q_specified: q });
  }

  /** The grid with a profile that scales every load per step and phase by `scale`. */
  finish(
    name: string,
    goal: number,
    steps: number,
    profileSteps: number,
    scale: (step: number, load: number, phase: number) => number,
  ): BenchmarkGrid {
    const loads = this.data.asym_load;
    const p = new Float64Array(profileSteps * loads.length * 3);
    const q = new Float64Array(p.length);
    for (let step = 0; step < profileSteps; step++) {
      loads.forEach((load, l) => {
        for (let phase = 0; phase < 3; phase++) {
          const at = (step * loads.length + l) * 3 + phase;
          const factor = scale(step, l, phase);
          p[at] = (load.p_specified as number[])[phase]! * factor;
          q[at] = (load.q_specified as number[])[phase]! * factor;
        }
      });
    }
    const data = Object.fromEntries(Object.entries(this.data).filter(([, rows]) => rows.length > 0));
    const input = { version: '1.0', type: 'input', is_batch: false, attributes: {}, data };
    return { name, goal, input, steps, profileSteps, activePowerW: p, reactivePowerVar: q };
  }
}

/** 10 kV feeders of ten nodes each on one busbar: the grid of PGM's own published benchmark (1,001 nodes). */
export function radial(nodes: number, name = 'radial-1001', steps = 1000, profileSteps = 1000): BenchmarkGrid {
  const random = randomOf(7);
  const grid = new Builder();
  const root = grid.node(10e3);
  grid.source(root, 1.05);
  for (let feeder = 0; feeder < nodes / 10; feeder++) {
    let from = root;
    for (let n = 0; n < 10; n++) {
      const to = grid.node(10e3);
      grid.line(from, to, 0.8 + 0.4 * random(), MEDIUM);
      const p = [0, 1, 2].map(() => (0.32e6 + 0.16e6 * random()) / 3);
      grid.load(
        to,
        p,
        p.map((value) => value * Math.tan(Math.acos(0.95))),
      );
      from = to;
    }
  }
  return grid.finish(name, 0.15, steps, profileSteps, () => 0.5 + random());
}

/** A low-voltage feeder with many joints and 55 single-phase homes, a day of minutes. */
function feeder900(): BenchmarkGrid {
  const random = randomOf(11);
  const grid = new Builder();
  const top = grid.node(10.5e3);
  const bus = grid.node(400);
  grid.source(top, 1, 200e6);
  grid.transformer(top, bus);
  const street = [bus];
  // three branching mains with a joint every few metres
  const ends = [bus, bus, bus];
  for (let n = 0; n < 788; n++) {
    const main = n % 3;
    const from = random() < 0.04 ? street[Math.floor(random() * street.length)]! : ends[main]!;
    const to = grid.node(400);
    grid.line(from, to, 0.0008 + 0.0016 * random(), MAIN);
    street.push(to);
    ends[main] = to;
  }
  for (let home = 0; home < 55; home++) {
    let from = street[1 + Math.floor(((home + random()) / 55) * 787)]!;
    for (let joint = 0; joint < 2; joint++) {
      const to = grid.node(400);
      grid.line(from, to, 0.005 + 0.005 * random(), SERVICE);
      from = to;
    }
    const phase = Math.floor(3 * random());
    const p = [0, 0, 0];
    p[phase] = 1500;
    grid.load(
      from,
      p,
      p.map((value) => 0.2 * value),
    );
  }
  return grid.finish('lv-feeder-900', 0.05, 1440, 1440, () => 0.1 + 3 * random() ** 3);
}

/** A wijk: 4,225 homes on 30 transformers in an open 10 kV ring. */
function wijk9000(): BenchmarkGrid {
  const random = randomOf(13);
  const grid = new Builder();
  const station = grid.node(10.5e3);
  grid.source(station, 1.01, 1e9);
  let from = station;
  let homes = 0;
  const middle = 15;
  for (let t = 0; t < 30; t++) {
    const mv = grid.node(10.5e3);
    grid.line(from, mv, 0.4 + 0.3 * random(), MEDIUM, t === middle);
    from = mv;
    const bus = grid.node(400);
    grid.transformer(mv, bus);
    const share = Math.floor((4225 * (t + 1)) / 30) - homes;
    homes += share;
    let end = bus;
    for (let home = 0; home < share; home++) {
      if (home % Math.ceil(share / 5) === 0) end = bus;
      const joint = grid.node(400);
      grid.line(end, joint, 0.004 + 0.008 * random(), MAIN);
      end = joint;
      const house = grid.node(400);
      grid.line(joint, house, 0.005 + 0.015 * random(), SERVICE);
      const threePhase = random() < 0.2;
      const phase = Math.floor(3 * random());
      const p = [0, 1, 2].map((n) => (threePhase ? 400 : n === phase ? 900 : 0));
      grid.load(
        house,
        p,
        p.map((value) => 0.15 * value),
      );
    }
  }
  grid.line(from, station, 0.5, MEDIUM);
  return grid.finish('wijk-4225-homes', 0.1, 200, 50, () => 0.1 + 3 * random() ** 3);
}

/** Medium voltage with loops: a thousand nodes, a tenth of them in meshes. */
function meshed(): BenchmarkGrid {
  const random = randomOf(17);
  const grid = new Builder();
  const root = grid.node(10e3);
  grid.source(root, 1.05);
  const ends: number[] = [];
  for (let feeder = 0; feeder < 50; feeder++) {
    let from = root;
    for (let n = 0; n < 20; n++) {
      const to = grid.node(10e3);
      grid.line(from, to, 0.4 + 0.4 * random(), MEDIUM);
      const p = [0, 1, 2].map(() => (0.1e6 + 0.1e6 * random()) / 3);
      grid.load(
        to,
        p,
        p.map((value) => value * 0.3),
      );
      from = to;
      if (n === 9 || n === 19) ends.push(to);
    }
  }
  // neighbouring feeders are joined half-way and at their ends
  for (let n = 0; n + 2 < ends.length; n++) grid.line(ends[n]!, ends[n + 2]!, 0.5 + 0.5 * random(), MEDIUM);
  return grid.finish('meshed-1001', 0.2, 1000, 1000, () => 0.5 + random());
}

export const benchmarkGrids: readonly (() => BenchmarkGrid)[] = [() => radial(1000), feeder900, wijk9000, meshed];

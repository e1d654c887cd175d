/**
 * The order in which the solver visits interior nodes, and the runs it visits them in.
 *
 * A run is a stretch of nodes that follow each other along cables: every node but its head hangs on the one before it by one
 * series impedance. Nothing has to be looked up along a run; voltage and current are carried from node to node. There are two
 * kinds:
 *
 *   radial   from a head outwards; what flows into the run at its head is the sum of all currents injected in it
 *   loop     a stretch of ring between two nodes A and B that stay: A ─z1─ k1 ─z2─ k2 … km ─zB─ B. With the currents J_i that the
 *            nodes inject, the current that leaves at A is
 *
 *                I_A = S (U_B - U_A) + Σ Λ_i J_i,   Λ_i = S (z_(i+1) + … + zB),   S = 1 / Σ z
 *
 *            so that the stretch is the branch S between A and B and gives Σ Λ_i J_i to A, the rest of Σ J_i to B. A ring of
 *            any length costs one product per node more than a radial feeder, and no fill.
 *
 * Order: children before parents in the elimination tree; of a node's children the one with the longest stretch of cable
 * comes directly before it.
 */
import { BLOCK, selfMutual } from './complex.js';
import type { BlockNetwork, Eliminated } from './eliminate.js';
import { type Compact, inverseOfSum, product, sumOf } from './impedance.js';

/** A stretch of ring between nodes that stay. */
export interface Loop {
  /** From A's side to B's. */
  nodes: number[];
  a: number;
  b: number;
  /** Series impedance in front of each node, then that in front of B. */
  impedances: Compact[];
}

/**
 * Finds the stretches of ring among `nodes` (trees must be gone): nodes that `may` be on one, with two neighbours, nothing
 * drawn by themselves and plain series impedances. A ring that closes on itself keeps one of its nodes.
 */
export function findLoops(network: BlockNetwork, nodes: readonly number[], may: (node: number) => boolean): Loop[] {
  const candidates = new Set<number>();
  for (const node of nodes) {
    if (!may(node) || network.degree(node) !== 2 || network.hasExcess(node)) continue;
    if ([...network.neighbours(node)].every((other) => network.impedance(node, other) !== null)) candidates.add(node);
  }
  const loops: Loop[] = [];
  const seen = new Set<number>();
  for (const first of candidates) {
    if (seen.has(first)) continue;
    // every part has a source, which is no candidate: a walk always ends at a node that stays
    const walk = (before: number, next: number) => {
      const path: number[] = [];
      let [from, at] = [before, next];
      while (candidates.has(at)) {
        path.push(at);
        const [p, q] = [...network.neighbours(at)] as [number, number];
        [from, at] = [at, p === from ? q : p];
      }
      return { path, end: at };
    };
    const [left, right] = [...network.neighbours(first)] as [number, number];
    const ahead = walk(first, right);
    const behind = walk(first, left);
    const stretch = [...behind.path.reverse(), first, ...ahead.path];
    for (const node of stretch) seen.add(node);
    // a ring that returns to where it began keeps one of its nodes, so that it has two ends
    const a = behind.end === ahead.end ? stretch.shift()! : behind.end;
    if (stretch.length === 0) continue;
    const stops = [a, ...stretch, ahead.end];
    const impedances = stops.slice(1).map((stop, n) => network.impedance(stops[n]!, stop)!);
    loops.push({ nodes: stretch, a, b: ahead.end, impedances });
  }
  return loops;
}

/** The same stretch seen from the other end. */
export function turned(loop: Loop): Loop {
  return {
    nodes: [...loop.nodes].reverse(),
    a: loop.b,
    b: loop.a,
    impedances: [...loop.impedances].reverse(),
  };
}

/** Λ of each node: the share of its current that leaves at A. */
export function sharesOf(loop: Loop): Compact[] {
  const s = inverseOfSum(loop.impedances);
  return loop.nodes.map((_, n) => product(s, sumOf(loop.impedances.slice(n + 1))));
}

/** A node in visiting order. */
export interface Visit {
  readonly eliminated: Eliminated;
  /** Which loop it is part of, or -1. */
  readonly loop: number;
  /** Hangs on its one neighbour by a series impedance. */
  readonly series: boolean;
}

/** Whether a node hangs on one neighbour by a series impedance: W is the identity. */
export function isSeries({ neighbours, blocks }: Eliminated): boolean {
  if (neighbours.length !== 1) return false;
  const dm = new Float64Array(8);
  if (!selfMutual(dm, 0, blocks, 0) || !selfMutual(dm, 4, blocks, BLOCK)) return false;
  return Math.abs(dm[4]! - 1) + Math.abs(dm[5]!) + Math.abs(dm[6]!) + Math.abs(dm[7]!) < 1e-13;
}

/** A node of a loop as if it had been eliminated towards the node before it. */
export function loopNode(node: number, before: number, z: Compact): Eliminated {
  const blocks = new Float64Array(2 * BLOCK);
  for (let i = 0; i < 3; i++) {
    for (let j = 0; j < 3; j++) {
      blocks[6 * i + 2 * j] = z[2]! + (i === j ? z[0]! : 0);
      blocks[6 * i + 2 * j + 1] = z[3]! + (i === j ? z[1]! : 0);
    }
    blocks[BLOCK + 8 * i] = 1;
  }
  return { node, neighbours: [before], blocks };
}

/**
 * Puts eliminated nodes into depth-first order of the elimination tree (a node's parent is the neighbour eliminated next),
 * children before parents, the child with the longest series stretch directly before its parent.
 */
export function depthFirst(order: readonly Visit[]): Visit[] {
  const position = new Map(order.map(({ eliminated }, at) => [eliminated.node, at]));
  const children: number[][] = order.map(() => []);
  const roots: number[] = [];
  order.forEach(({ eliminated }, at) => {
    const { neighbours } = eliminated;
    if (neighbours.length === 0) roots.push(at);
    else children[parentOf(neighbours, position)]!.push(at);
  });
  const stretch = new Float64Array(order.length);
  const result: Visit[] = [];
  for (let at = 0; at < order.length; at++) {
    const own = order[at]!;
    let longest = 0;
    let last = -1;
    children[at]!.forEach((child, n) => {
      const { series, loop } = order[child]!;
      // along a loop its own next node; a loop that begins here begins a run of its own
      const rank = loop >= 0 ? (loop === own.loop ? Number.POSITIVE_INFINITY : 0) : series ? stretch[child]! : 0;
      if (rank > longest) {
        longest = rank;
        last = n;
      }
    });
    stretch[at] = 1 + (Number.isFinite(longest) ? longest : 0);
    // what is pushed last is visited directly after its parent, and so stands directly before it in the end
    if (last >= 0) children[at]!.push(...children[at]!.splice(last, 1));
  }
  const stack = [...roots];
  while (stack.length > 0) {
    const at = stack.pop()!;
    result.push(order[at]!);
    for (const child of children[at]!) stack.push(child);
  }
  return result.reverse();
}

/** The neighbour that is eliminated first. */
function parentOf(neighbours: readonly number[], position: ReadonlyMap<number, number>): number {
  let first = Number.POSITIVE_INFINITY;
  for (const neighbour of neighbours) first = Math.min(first, position.get(neighbour)!);
  return first;
}

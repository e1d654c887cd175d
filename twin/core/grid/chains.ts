/**
 * Finds the cables whose joints take no part in the iteration (`prepare.ts`, passive nodes): chains of lines between two nodes that
 * do, and dead ends. What they look like from the node that a walk along them starts at is computed here; the walk is
 * `cable-walk.ts`, with the equations.
 */
import { add, BLOCK, type Complex, inverse, mul, ZERO } from './complex.js';
import { addPairs, inversePair, isFinitePair, NOTHING, type Pair, sequencePair } from './impedance.js';
import { BRANCH_KIND, type Network } from './network.js';
import type { PreparedGrid } from './prepare.js';

/** A line and the node at its far end, seen in the direction of the walk. */
export interface Segment {
  readonly branch: number;
  readonly node: number;
  /** Series impedance, and half the charging. */
  readonly z: Pair;
  readonly h: Pair;
  /** What that node draws besides its halves of the segments: shunts, cables open at their far end, dead ends. */
  extra: Pair;
}

export interface Chain {
  readonly from: number;
  /** The node that stays at the other end, or -1 for a dead end. */
  readonly to: number;
  readonly segments: readonly Segment[];
  /** Transfer between the ends and excess at `from`: the current into the first series impedance is S (U_from - U_to) + g U_from. */
  s: Pair;
  g: Pair;
}

/** Chains in the order in which they can be walked: what a dead end hangs on comes before it. */
export function findChains(grid: PreparedGrid): Chain[] {
  const lines = new PassiveLines(grid);
  const seen = new Set<number>();
  const chains: Chain[] = [];
  for (const node of grid.passive) {
    if (seen.has(node)) continue;
    const part = lines.partOf(node);
    for (const member of part) seen.add(member);
    const found = part.every((member) => lines.suits(member)) ? chainsOf(part, lines) : null;
    if (found !== null) chains.push(...found);
  }
  return chains;
}

/** The closed branches at passive nodes. */
class PassiveLines {
  private readonly network: Network;
  private readonly passive: Uint8Array;
  private readonly incident = new Map<number, number[]>();
  /** What a passive node draws by itself; null if it has no compact form. */
  private readonly own = new Map<number, Pair | null>();

  constructor(grid: PreparedGrid) {
    const { network } = grid;
    const { sequence } = network;
    this.network = network;
    this.passive = new Uint8Array(network.nodeCount);
    for (const node of grid.passive) {
      this.passive[node] = 1;
      this.incident.set(node, []);
      this.own.set(node, sequencePair(sequence.node, BLOCK * node));
    }
    for (let b = 0; b < network.branchIds.length; b++) {
      const closed = network.fromClosed[b]! + network.toClosed[b]!;
      for (const atFrom of [true, false]) {
        const node = (atFrom ? network.branchFrom : network.branchTo)[b]!;
        if (this.passive[node] === 0) continue;
        if (closed === 2) this.incident.get(node)!.push(b);
        else if ((atFrom ? network.fromClosed : network.toClosed)[b] === 1) {
          const own = this.own.get(node) ?? null;
          const drawn = sequencePair(atFrom ? sequence.excessFrom : sequence.excessTo, BLOCK * b);
          this.own.set(node, own === null || drawn === null ? null : addPairs(own, drawn));
        }
      }
    }
  }

  isPassive(node: number): boolean {
    return this.passive[node] === 1;
  }

  branchesAt(node: number): readonly number[] {
    return this.incident.get(node)!;
  }

  farEnd(branch: number, node: number): number {
    const { branchFrom, branchTo } = this.network;
    return branchFrom[branch] === node ? branchTo[branch]! : branchFrom[branch]!;
  }

  /** All passive nodes that closed branches join to one. */
  partOf(start: number): number[] {
    const part = [start];
    const seen = new Set(part);
    for (let at = 0; at < part.length; at++) {
      for (const b of this.branchesAt(part[at]!)) {
        const next = this.farEnd(b, part[at]!);
        if (!this.isPassive(next) || seen.has(next)) continue;
        seen.add(next);
        part.push(next);
      }
    }
    return part;
  }

  /** Whether a node and all its branches have compact form. */
  suits(node: number): boolean {
    return this.own.get(node) !== null && this.branchesAt(node).every((b) => this.lineOf(b) !== null);
  }

  /** Series impedance and half charging of a branch that is a line of compact form. */
  private lineOf(b: number): { z: Pair; h: Pair } | null {
    const { branchKinds, sequence } = this.network;
    if (branchKinds[b] !== BRANCH_KIND.line) return null;
    const transfer = sequencePair(sequence.transfer, BLOCK * b);
    const h = sequencePair(sequence.excessFrom, BLOCK * b);
    const z = transfer === null ? null : inversePair(transfer);
    return h === null || z === null || !isFinitePair(z) ? null : { z, h };
  }

  segment(branch: number, node: number): Segment {
    const extra = this.isPassive(node) ? this.own.get(node)! : NOTHING;
    return { branch, node, ...this.lineOf(branch)!, extra };
  }
}

/** The chains of a part; null if it is more than one cable with dead ends (parallel lines, a loop). */
function chainsOf(part: readonly number[], lines: PassiveLines): Chain[] | null {
  const dead = new Set<number>();
  const live = (node: number) => lines.branchesAt(node).filter((b) => !dead.has(lines.farEnd(b, node)));
  const stack = part.filter((node) => lines.branchesAt(node).length === 1);
  while (stack.length > 0) {
    const node = stack.pop()!;
    const [branch] = live(node);
    if (branch === undefined) return null;
    dead.add(node);
    const next = lines.farEnd(branch, node);
    if (lines.isPassive(next) && live(next).length === 1) stack.push(next);
  }
  const joints = part.filter((node) => !dead.has(node));
  const chains: Chain[] = [];
  if (joints.length > 0) {
    const cable = cableThrough(joints, lines, live);
    if (cable === null) return null;
    chains.push(cable);
  }
  // dead ends from where they hang outwards; of several that begin at one dead node, the first goes on in its chain
  const starts = part.flatMap((node) =>
    dead.has(node)
      ? lines
          .branchesAt(node)
          .filter((b) => !dead.has(lines.farEnd(b, node)))
          .map((branch) => ({ from: lines.farEnd(branch, node), branch }))
      : [],
  );
  while (starts.length > 0) {
    const { from, branch } = starts.pop()!;
    const segments: Segment[] = [];
    let node = from;
    let next: number | undefined = branch;
    while (next !== undefined) {
      const came: number = next;
      node = lines.farEnd(came, node);
      segments.push(lines.segment(came, node));
      const onward = lines.branchesAt(node).filter((b) => b !== came);
      next = onward[0];
      for (const other of onward.slice(1)) starts.push({ from: node, branch: other });
    }
    chains.push({ from, to: -1, segments, s: NOTHING, g: NOTHING });
  }
  lookFromOutside(chains);
  return chains;
}

/** The one chain that runs through all `joints`; null if there is another shape. */
function cableThrough(
  joints: readonly number[],
  lines: PassiveLines,
  live: (node: number) => readonly number[],
): Chain | null {
  if (joints.some((node) => live(node).length !== 2)) return null;
  const isEnd = (node: number) => live(node).some((b) => !lines.isPassive(lines.farEnd(b, node)));
  const first = joints.find(isEnd);
  if (first === undefined) return null;
  let branch = live(first).find((b) => !lines.isPassive(lines.farEnd(b, first)))!;
  const from = lines.farEnd(branch, first);
  const segments: Segment[] = [];
  let node = first;
  for (;;) {
    segments.push(lines.segment(branch, node));
    if (!lines.isPassive(node)) break;
    const came = branch;
    branch = live(node).find((b) => b !== came)!;
    node = lines.farEnd(branch, node);
  }
  return segments.length === joints.length + 1 ? { from, to: node, segments, s: NOTHING, g: NOTHING } : null;
}

/** Fills in S, g and what dead ends add to the joints that they hang on: from the last chain, which nothing hangs on, to the first. */
function lookFromOutside(chains: readonly Chain[]): void {
  const hanging = new Map<number, Pair>();
  for (const chain of [...chains].reverse()) {
    const { from, to, segments } = chain;
    for (const segment of segments) segment.extra = addPairs(segment.extra, hanging.get(segment.node) ?? NOTHING);
    const drawn = segments.map(({ h, extra }, n) => addPairs(addPairs(h, segments[n + 1]?.h ?? NOTHING), extra));
    const look = (sequence: 0 | 1) => {
      const z = segments.map((segment) => segment.z[sequence]);
      const e = drawn.map((pair) => pair[sequence]);
      return to < 0 ? deadEnd(z, e) : throughCable(z, e);
    };
    const [positive, zero] = [look(0), look(1)];
    chain.s = [positive.s, zero.s];
    chain.g = [positive.g, zero.g];
    if (to < 0) hanging.set(from, addPairs(hanging.get(from) ?? NOTHING, addPairs(chain.g, segments[0]!.h)));
  }
}

interface Outside {
  readonly s: Complex;
  readonly g: Complex;
}

/** From the far end inwards: g = y / (1 + z y) with y what a joint draws and what is behind it. */
function deadEnd(z: readonly Complex[], drawn: readonly Complex[]): Outside {
  let g = ZERO;
  for (let n = z.length - 1; n >= 0; n--) {
    const y = add(drawn[n]!, g);
    g = mul(y, inverse(add([1, 0], mul(z[n]!, y))));
  }
  return { s: ZERO, g };
}

/** Joints eliminated one after the other (star-mesh): with transfer s towards A, t onwards and excess e, D = e + s + t. */
function throughCable(z: readonly Complex[], drawn: readonly Complex[]): Outside {
  let s = inverse(z[0]!);
  let g = ZERO;
  let behind = ZERO;
  for (let n = 1; n < z.length; n++) {
    const e = add(behind, drawn[n - 1]!);
    const t = inverse(z[n]!);
    const share = inverse(add(e, add(s, t)));
    g = add(g, mul(mul(s, e), share));
    behind = mul(mul(t, e), share);
    s = mul(mul(s, t), share);
  }
  return { s, g };
}

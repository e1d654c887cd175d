/**
 * Elimination of nodes from an admittance network by star-mesh transformation, in 3×3 blocks.
 *
 * Of every node k the network keeps its excess g_k (what it draws when all voltages are equal: shunts, charging, sources) and
 * the transfers S_kj to its neighbours j. With current J_k injected, node k obeys
 *
 *     D_k U_k = J_k + Σ_j S_kj U_j,     D_k = g_k + Σ_j S_kj
 *
 * Eliminating k spreads it over its neighbours i, j:
 *
 *     S_ij += S_ik D_k⁻¹ S_kj     g_i += S_ik D_k⁻¹ g_k     J_i += S_ik D_k⁻¹ J_k
 *
 * and afterwards  U_k = Z_k J_k + Σ_j W_kj U_j  with  Z_k = D_k⁻¹, W_kj = D_k⁻¹ S_kj.  The network is reciprocal
 * (S_ji = S_ijᵀ), so what J_k gives to i is W_kiᵀ J_k. This is the block LDLᵀ factorisation of the admittance matrix; written
 * with g and S it never subtracts, so that links (10¹⁰ per unit) and decimetres of cable do no harm.
 *
 * The blocks are in sequence components, where all elements but asymmetric lines are diagonal: the zero sequence of a part that
 * nothing but a trace holds to earth is then not drowned by rounding of the others. Z and W come out in phases.
 *
 * A tree eliminated from its leaves has one neighbour per step: the backward-forward sweep is the special case of no fill.
 */
import { addBlock, BLOCK, invert, multiply, multiplyAdd, selfMutual, toPhases } from './complex.js';
import { type Compact, seriesImpedance } from './impedance.js';

/** A node after its elimination. */
export interface Eliminated {
  readonly node: number;
  /** The neighbours it had at that moment, all eliminated later. */
  readonly neighbours: readonly number[];
  /** Z, then one W per neighbour: blocks one after the other, in phases. */
  readonly blocks: Float64Array;
}

/** A network of blocks from which nodes can be eliminated one by one. */
export class BlockNetwork {
  /** Per node: neighbour → place of S_node,neighbour in `pool`. */
  private readonly links: Map<number, number>[];
  private readonly excess: Float64Array;
  private pool = new Float64Array(64 * BLOCK);
  private used = 0;
  private readonly free: number[] = [];

  constructor(nodeCount: number) {
    this.links = Array.from({ length: nodeCount }, () => new Map<number, number>());
    this.excess = new Float64Array(BLOCK * nodeCount);
  }

  degree(node: number): number {
    return this.links[node]!.size;
  }

  neighbours(node: number): Iterable<number> {
    return this.links[node]!.keys();
  }

  addExcess(node: number, block: Float64Array, at: number): void {
    addBlock(this.excess, BLOCK * node, block, at);
  }

  /**
   * Adds a transfer S_ij and its transpose. Parallel branches add up. What is a transpose in phases also exchanges the
   * positive and the negative sequence.
   */
  addTransfer(i: number, j: number, block: Float64Array, at: number): void {
    const there = this.place(i, j);
    addBlock(this.pool, there, block, at);
    const back = this.place(j, i);
    for (let row = 0; row < 3; row++) {
      for (let column = 0; column < 3; column++) {
        const from = at + 6 * EXCHANGED[column]! + 2 * EXCHANGED[row]!;
        this.pool[back + 6 * row + 2 * column]! += block[from]!;
        this.pool[back + 6 * row + 2 * column + 1]! += block[from + 1]!;
      }
    }
  }

  /**
   * Takes a node's excess out of the network and returns it as d and m in phases (M = d I + m J), if it has that form and is at
   * most `share` of the node's transfers; null, and nothing is taken, otherwise.
   */
  takeSmallExcess(node: number, share: number): Float64Array | null {
    const at = BLOCK * node;
    const own = this.excess.subarray(at, at + BLOCK);
    let transfers = 0;
    for (const place of this.links[node]!.values()) {
      transfers += Math.hypot(this.pool[place + 8]!, this.pool[place + 9]!);
    }
    let largest = 0;
    for (const value of own) largest = Math.max(largest, Math.abs(value));
    if (largest > share * transfers) return null;
    const phases = new Float64Array(BLOCK);
    const compact = new Float64Array(4);
    toPhases(phases, 0, own, 0);
    if (!selfMutual(compact, 0, phases, 0)) return null;
    own.fill(0);
    return compact;
  }

  /** Whether a node draws anything by itself. */
  hasExcess(node: number): boolean {
    for (let n = BLOCK * node; n < BLOCK * (node + 1); n++) {
      if (this.excess[n] !== 0) return true;
    }
    return false;
  }

  /** Series impedance between two neighbours; null if it has no equal self and mutual terms. */
  impedance(node: number, neighbour: number): Compact | null {
    return seriesImpedance(this.pool, this.links[node]!.get(neighbour)!);
  }

  /** Eliminates a node; null if its D is singular, which means that nothing holds its voltage. */
  eliminate(node: number): Eliminated | null {
    const own = this.links[node]!;
    const neighbours = [...own.keys()];
    const blocks = new Float64Array(BLOCK * (1 + neighbours.length));
    D.set(this.excess.subarray(BLOCK * node, BLOCK * (node + 1)));
    for (const at of own.values()) addBlock(D, 0, this.pool, at);
    if (!invert(blocks, 0, D, 0)) return null;
    neighbours.forEach((j, n) => {
      multiply(blocks, BLOCK * (n + 1), blocks, 0, this.pool, own.get(j)!);
    });

    for (const i of neighbours) {
      const toNode = this.links[i]!.get(node)!;
      multiply(T, 0, this.pool, toNode, blocks, 0);
      multiplyAdd(this.excess, BLOCK * i, T, 0, this.excess, BLOCK * node);
      for (const j of neighbours) {
        if (j === i) continue;
        const at = this.place(i, j);
        multiplyAdd(this.pool, at, T, 0, this.pool, own.get(j)!);
      }
    }
    for (const j of neighbours) {
      this.release(own.get(j)!);
      this.release(this.links[j]!.get(node)!);
      this.links[j]!.delete(node);
    }
    own.clear();
    const phases = new Float64Array(blocks.length);
    for (let at = 0; at < blocks.length; at += BLOCK) toPhases(phases, at, blocks, at);
    return { node, neighbours, blocks: phases };
  }

  private place(i: number, j: number): number {
    const known = this.links[i]!.get(j);
    if (known !== undefined) return known;
    const at = this.free.pop() ?? this.extend();
    this.pool.fill(0, at, at + BLOCK);
    this.links[i]!.set(j, at);
    return at;
  }

  private release(at: number): void {
    this.free.push(at);
  }

  private extend(): number {
    const at = this.used;
    this.used += BLOCK;
    if (this.used > this.pool.length) {
      const larger = new Float64Array(2 * this.pool.length);
      larger.set(this.pool);
      this.pool = larger;
    }
    return at;
  }
}

const EXCHANGED = [0, 2, 1] as const;
const D = new Float64Array(BLOCK);
const T = new Float64Array(BLOCK);

/**
 * Eliminates `nodes` one after the other, always one with the fewest neighbours; of equals the first in the list. Leaves of
 * a tree come first and cause no fill. Stops at the first node that cannot be eliminated and returns it, or when all that
 * are left have more than `most` neighbours.
 */
export function eliminateByDegree(
  network: BlockNetwork,
  nodes: readonly number[],
  most = Number.POSITIVE_INFINITY,
): { readonly order: Eliminated[]; readonly singular: number | null } {
  const order: Eliminated[] = [];
  const pending = new Set(nodes);
  const buckets: number[][] = [];
  const put = (node: number) => {
    const degree = network.degree(node);
    while (buckets.length <= degree) buckets.push([]);
    buckets[degree]!.push(node);
  };
  for (let n = nodes.length - 1; n >= 0; n--) put(nodes[n]!);
  let degree = 0;
  while (pending.size > 0) {
    while (degree < buckets.length && buckets[degree]!.length === 0) degree++;
    if (degree > most || degree === buckets.length) break;
    const node = buckets[degree]!.pop()!;
    // an entry is stale if the node is gone or its degree changed since
    if (!pending.has(node) || network.degree(node) !== degree) continue;
    const eliminated = network.eliminate(node);
    if (eliminated === null) return { order, singular: node };
    pending.delete(node);
    order.push(eliminated);
    for (const neighbour of eliminated.neighbours) {
      if (!pending.has(neighbour)) continue;
      put(neighbour);
      degree = Math.min(degree, network.degree(neighbour));
    }
  }
  return { order, singular: null };
}

/**
 * Voltages of leaves, and current and loading of the cables that they hang on, typically the service cables of homes. What flows at
 * the leaf's end of its cable is what the leaf injects, which the iteration has left behind; with half the charging h at either end
 * the other end follows without the series impedance:
 *
 *     I_leaf = J     I_node = h (U_node + U_leaf) - J
 *
 * That takes half the work of two voltages and an admittance (`branch-results.ts`), and half of all lines are such cables. Leaves behind
 * anything else, or with shunts or open cables of their own, are left to the general ways.
 */
import { BASE_POWER_VA } from './branch-model.js';
import { BLOCK } from './complex.js';
import { compactOf, type Pair, sequencePair } from './impedance.js';
import { BRANCH_KIND, type Network } from './network.js';
import type { PreparedGrid } from './prepare.js';
import type { Sweep } from './sweep.js';

const SQRT3 = Math.sqrt(3);

/** Numbers per cable: h (d and m), V, A and loading per per-unit. */
const PER_CABLE = 7;

export class LeafResults {
  /** 1 for the nodes and branches that are written here. */
  readonly nodeDone: Uint8Array;
  readonly branchDone: Uint8Array;

  private readonly leaf: Int32Array;
  private readonly node: Int32Array;
  private readonly branch: Int32Array;
  /** 1 where the cable's from end is at the leaf. */
  private readonly fromLeaf: Uint8Array;
  private readonly data: Float64Array;
  private readonly currentsToo: boolean;

  constructor(grid: PreparedGrid, currentsToo: boolean) {
    const { network } = grid;
    this.currentsToo = currentsToo;
    this.nodeDone = new Uint8Array(network.nodeCount);
    this.branchDone = new Uint8Array(network.branchIds.length);
    const cables = cablesOf(grid);
    this.leaf = Int32Array.from(cables, ({ leaf }) => leaf);
    this.node = Int32Array.from(cables, ({ leaf }) => grid.leaves[leaf]!);
    this.branch = Int32Array.from(cables, ({ branch }) => branch);
    this.fromLeaf = Uint8Array.from(cables, ({ branch }, n) => (network.branchFrom[branch] === this.node[n] ? 1 : 0));
    this.data = new Float64Array(PER_CABLE * cables.length);
    cables.forEach(({ leaf, branch, h }, n) => {
      const node = grid.leaves[leaf]!;
      const baseA = BASE_POWER_VA / network.uRatedV[node]! / SQRT3;
      const scales = [network.uRatedV[node]! / SQRT3, baseA, baseA / network.ratedCurrentA[branch]!];
      this.data.set([...compactOf(h), ...scales], PER_CABLE * n);
      this.nodeDone[node] = 1;
      this.branchDone[branch] = 1;
    });
  }

  /** Writes three phases per node and branch: per unit, V, A; loading by the largest current of any phase and end. */
  write(
    sweep: Sweep,
    re: Float64Array,
    im: Float64Array,
    voltageV: Float64Array,
    loading: Float64Array,
    currentA: Float64Array,
  ): void {
    const { leaf, node, branch, fromLeaf, data, currentsToo } = this;
    const { u, leaves } = sweep;
    const { u: leafU, j: leafJ, parent } = leaves;
    for (let n = 0; n < leaf.length; n++) {
      const x = 6 * leaf[n]!;
      const ar = leafU[x]!;
      const ai = leafU[x + 1]!;
      const br = leafU[x + 2]!;
      const bi = leafU[x + 3]!;
      const cr = leafU[x + 4]!;
      const ci = leafU[x + 5]!;
      const f = PER_CABLE * n;
      const baseV = data[f + 4]!;
      const k = 3 * node[n]!;
      re[k] = ar;
      im[k] = ai;
      re[k + 1] = br;
      im[k + 1] = bi;
      re[k + 2] = cr;
      im[k + 2] = ci;
      voltageV[k] = baseV * Math.sqrt(ar * ar + ai * ai);
      voltageV[k + 1] = baseV * Math.sqrt(br * br + bi * bi);
      voltageV[k + 2] = baseV * Math.sqrt(cr * cr + ci * ci);
      const o = 6 * parent[leaf[n]!]!;
      const sar = u[o]! + ar;
      const sai = u[o + 1]! + ai;
      const sbr = u[o + 2]! + br;
      const sbi = u[o + 3]! + bi;
      const scr = u[o + 4]! + cr;
      const sci = u[o + 5]! + ci;
      const s = sar + sbr + scr;
      const si = sai + sbi + sci;
      const hr = data[f]!;
      const hi = data[f + 1]!;
      const mr = data[f + 2]! * s - data[f + 3]! * si;
      const mi = data[f + 2]! * si + data[f + 3]! * s;
      const jar = leafJ[x]!;
      const jai = leafJ[x + 1]!;
      const jbr = leafJ[x + 2]!;
      const jbi = leafJ[x + 3]!;
      const jcr = leafJ[x + 4]!;
      const jci = leafJ[x + 5]!;
      const iar = hr * sar - hi * sai + mr - jar;
      const iai = hr * sai + hi * sar + mi - jai;
      const ibr = hr * sbr - hi * sbi + mr - jbr;
      const ibi = hr * sbi + hi * sbr + mi - jbi;
      const icr = hr * scr - hi * sci + mr - jcr;
      const ici = hr * sci + hi * scr + mi - jci;
      // squares at the leaf, and at the node
      const la = jar * jar + jai * jai;
      const lb = jbr * jbr + jbi * jbi;
      const lc = jcr * jcr + jci * jci;
      const na = iar * iar + iai * iai;
      const nb = ibr * ibr + ibi * ibi;
      const nc = icr * icr + ici * ici;
      let atLeaf = la;
      if (lb > atLeaf) atLeaf = lb;
      if (lc > atLeaf) atLeaf = lc;
      let atNode = na;
      if (nb > atNode) atNode = nb;
      if (nc > atNode) atNode = nc;
      const baseA = data[f + 5]!;
      const b = branch[n]!;
      // of equals the from end
      const leafSide = fromLeaf[n] === 1 ? atLeaf >= atNode : atLeaf > atNode;
      loading[b] = Math.sqrt(leafSide ? atLeaf : atNode) * data[f + 6]!;
      if (!currentsToo) continue;
      const i = 3 * b;
      currentA[i] = baseA * Math.sqrt(leafSide ? la : na);
      currentA[i + 1] = baseA * Math.sqrt(leafSide ? lb : nb);
      currentA[i + 2] = baseA * Math.sqrt(leafSide ? lc : nc);
    }
  }
}

interface Cable {
  readonly leaf: number;
  readonly branch: number;
  /** Half its charging. */
  readonly h: Pair;
}

/** Leaves that nothing hangs on but their load and one line of compact form. */
function cablesOf({ network, leaves, interior, leafParent }: PreparedGrid): Cable[] {
  const ends = new Map<number, number[]>(Array.from(leaves, (node) => [node, []]));
  network.branchFrom.forEach((from, b) => {
    if (network.fromClosed[b] === 1) ends.get(from)?.push(b);
    if (network.toClosed[b] === 1) ends.get(network.branchTo[b]!)?.push(b);
  });
  return [...leaves].flatMap((node, leaf) => {
    const [branch, another] = ends.get(node)!;
    if (branch === undefined || another !== undefined || drawsByItself(network, node)) return [];
    const far = network.branchFrom[branch] === node ? network.branchTo[branch]! : network.branchFrom[branch]!;
    // a joint between them was eliminated: the cable's other end is not the node that the iteration knows
    if (network.branchKinds[branch] !== BRANCH_KIND.line || far !== interior[leafParent[leaf]!]) return [];
    const h = sequencePair(network.sequence.excessFrom, BLOCK * branch);
    return h === null ? [] : [{ leaf, branch, h }];
  });
}

function drawsByItself({ sequence }: Network, node: number): boolean {
  return sequence.node.subarray(BLOCK * node, BLOCK * (node + 1)).some((value) => value !== 0);
}

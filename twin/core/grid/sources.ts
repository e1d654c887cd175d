/** Sources as currents behind admittances, and what they deliver at given voltages. */
import { addBlock, BLOCK, type Complex, selfMutual } from './complex.js';
import { addAdmittanceCurrent } from './flows.js';
import { addProduct, addSelfMutual } from './kernels.js';
import { BASE_POWER_PHASE_VA, BRANCH_KIND, type Network } from './network.js';
import { CONST_CURRENT, CONST_IMPEDANCE } from './schema.js';

export interface SourceCurrents {
  /** Nodes of the closed sources, and their currents y u: six numbers each. */
  readonly node: Int32Array;
  readonly current: Float64Array;
  /** The same for every source of the network; 0 for open ones. */
  readonly all: Float64Array;
}

const TURN: readonly Complex[] = [
  [1, 0],
  [-0.5, -Math.sqrt(3) / 2],
  [-0.5, Math.sqrt(3) / 2],
];

export function sourceCurrents(network: Network): SourceCurrents {
  const all = new Float64Array(6 * network.sourceIds.length);
  const closed: number[] = [];
  network.sourceVoltage.forEach(([re, im], s) => {
    if (network.sourceClosed[s] === 0) return;
    closed.push(s);
    const u = Float64Array.from(TURN.flatMap(([c, d]) => [re * c - im * d, re * d + im * c]));
    addProduct(all, 6 * s, network.sourceAdmittance, BLOCK * s, u, 0);
  });
  return {
    node: Int32Array.from(closed, (s) => network.sourceNode[s]!),
    current: Float64Array.from(closed.flatMap((s) => [...all.subarray(6 * s, 6 * s + 6)])),
    all,
  };
}

/**
 * The currents that sources deliver. Behind an admittance y a source gives y (u - U); with an ideal source that is a small difference
 * times 10¹⁴ or more, and says nothing. What the rest of its node takes says it exactly, so what is missing from the balance
 * of a node, and of all nodes that links join to it, is shared out over its sources in proportion to their admittance.
 */
export class SourceBalance {
  private readonly network: Network;
  private readonly sources: SourceCurrents;
  private readonly groups: readonly Group[];
  private readonly missing = new Float64Array(6);
  private readonly one = new Float64Array(6);
  private readonly difference = new Float64Array(6);

  constructor(network: Network, sources: SourceCurrents) {
    this.network = network;
    this.sources = sources;
    this.groups = groupsWithSources(network);
  }

  /** Writes six numbers per source, per unit; + flows into the grid. Voltages of all nodes, powers of all loads (three phases). */
  write(current: Float64Array, re: Float64Array, im: Float64Array, p: Float64Array, q: Float64Array): void {
    const { network, sources, groups, missing, one } = this;
    current.set(sources.all);
    for (let s = 0; s < network.sourceIds.length; s++) {
      if (network.sourceClosed[s] === 0) continue;
      one.fill(0);
      addAdmittanceCurrent(one, network.sourceAdmittance, BLOCK * s, re, im, network.sourceNode[s]!, 1);
      for (let n = 0; n < 6; n++) current[6 * s + n] = current[6 * s + n]! - one[n]!;
    }
    for (let g = 0; g < groups.length; g++) {
      const group = groups[g]!;
      missing.fill(0);
      for (let n = 0; n < group.nodes.length; n++) {
        addAdmittanceCurrent(missing, group.excess, BLOCK * n, re, im, group.nodes[n]!, 1);
      }
      this.addTransfers(group, re, im);
      for (let n = 0; n < group.loads.length; n++) {
        loadCurrent(one, network, group.loads[n]!, re, im, p, q);
        for (let x = 0; x < 6; x++) missing[x] = missing[x]! + one[x]!;
      }
      for (let n = 0; n < group.sources.length; n++) {
        const s = 6 * group.sources[n]!;
        for (let x = 0; x < 6; x++) missing[x] = missing[x]! - current[s + x]!;
      }
      for (let n = 0; n < group.sources.length; n++) {
        const s = 6 * group.sources[n]!;
        for (let x = 0; x < 6; x++) current[s + x] = current[s + x]! + group.share[n]! * missing[x]!;
      }
    }
  }

  /** What goes through the series admittances of branches from the nodes of a group to others. */
  private addTransfers({ near, far, transfer, compact, isCompact }: Group, re: Float64Array, im: Float64Array): void {
    const { missing, difference } = this;
    for (let n = 0; n < near.length; n++) {
      const f = 3 * near[n]!;
      const t = 3 * far[n]!;
      for (let phase = 0; phase < 3; phase++) {
        difference[2 * phase] = re[f + phase]! - re[t + phase]!;
        difference[2 * phase + 1] = im[f + phase]! - im[t + phase]!;
      }
      if (isCompact[n] === 1) addSelfMutual(missing, 0, compact, 4 * n, difference, 0);
      else addProduct(missing, 0, transfer, BLOCK * n, difference, 0);
    }
  }
}

/** Nodes joined by links, with at least one source. */
interface Group {
  readonly nodes: Int32Array;
  /** Shunts and excess of branches at each node: a block each. */
  readonly excess: Float64Array;
  readonly sources: Int32Array;
  /** Of each source in what is missing. */
  readonly share: Float64Array;
  readonly loads: Int32Array;
  /** Closed branches other than links, seen from the group: near and far node, transfer as a block and, where it has that form, d and m. */
  readonly near: Int32Array;
  readonly far: Int32Array;
  readonly transfer: Float64Array;
  readonly compact: Float64Array;
  readonly isCompact: Uint8Array;
}

/** Current of a load, per unit, + is consumption: re and im of phases a, b, c. */
export function loadCurrent(
  out: Float64Array,
  network: Network,
  l: number,
  re: Float64Array,
  im: Float64Array,
  p: Float64Array,
  q: Float64Array,
): void {
  const node = network.loadNode[l]!;
  const type = network.loadTypes[l]!;
  for (let phase = 0; phase < 3; phase++) {
    const uRe = re[3 * node + phase]!;
    const uIm = im[3 * node + phase]!;
    const square = uRe * uRe + uIm * uIm;
    const perSquare =
      square === 0 ? 0 : type === CONST_IMPEDANCE ? 1 : type === CONST_CURRENT ? 1 / Math.sqrt(square) : 1 / square;
    const active = (p[3 * l + phase]! / BASE_POWER_PHASE_VA) * perSquare;
    const reactive = (q[3 * l + phase]! / BASE_POWER_PHASE_VA) * perSquare;
    out[2 * phase] = active * uRe + reactive * uIm;
    out[2 * phase + 1] = active * uIm - reactive * uRe;
  }
}

function groupsWithSources(network: Network): Group[] {
  const joined = new Map<number, number[]>();
  const ends = new Map<number, number[]>();
  const put = (map: Map<number, number[]>, key: number, value: number) => {
    const list = map.get(key);
    if (list === undefined) map.set(key, [value]);
    else list.push(value);
  };
  network.branchFrom.forEach((from, b) => {
    const to = network.branchTo[b]!;
    if (network.branchKinds[b] !== BRANCH_KIND.link) {
      put(ends, from, 2 * b);
      put(ends, to, 2 * b + 1);
    } else if (network.fromClosed[b] === 1 && network.toClosed[b] === 1) {
      put(joined, from, to);
      put(joined, to, from);
    }
  });
  const loads = new Map<number, number[]>();
  network.loadNode.forEach((node, l) => {
    if (network.loadClosed[l] === 1) put(loads, node, l);
  });
  const sources = new Map<number, number[]>();
  network.sourceNode.forEach((node, s) => {
    if (network.sourceClosed[s] === 1) put(sources, node, s);
  });
  const seen = new Set<number>();
  return [...sources.keys()].flatMap((start) => {
    if (seen.has(start)) return [];
    const nodes = [start];
    seen.add(start);
    for (let n = 0; n < nodes.length; n++) {
      for (const next of joined.get(nodes[n]!) ?? []) {
        if (seen.has(next)) continue;
        seen.add(next);
        nodes.push(next);
      }
    }
    const of = (map: ReadonlyMap<number, number[]>) => nodes.flatMap((node) => map.get(node) ?? []);
    const own = of(sources);
    const weight = own.map((s) =>
      Math.hypot(network.sourceAdmittance[BLOCK * s]!, network.sourceAdmittance[BLOCK * s + 1]!),
    );
    const sum = weight.reduce((total, value) => total + value, 0);
    const excess = new Float64Array(BLOCK * nodes.length);
    nodes.forEach((node, n) => {
      addBlock(excess, BLOCK * n, network.shunt, BLOCK * node);
      for (const end of ends.get(node) ?? []) {
        addBlock(excess, BLOCK * n, (end & 1) === 0 ? network.excessFrom : network.excessTo, BLOCK * (end >> 1));
      }
    });
    const closed = of(ends).filter((end) => network.fromClosed[end >> 1] === 1 && network.toClosed[end >> 1] === 1);
    const transfer = new Float64Array(BLOCK * closed.length);
    const compact = new Float64Array(4 * closed.length);
    const isCompact = Uint8Array.from(closed, (end, n) => {
      // seen from the to end, the transfer is the transpose
      const at = BLOCK * (end >> 1);
      for (let row = 0; row < 3; row++) {
        for (let column = 0; column < 3; column++) {
          const from = at + ((end & 1) === 0 ? 6 * row + 2 * column : 6 * column + 2 * row);
          transfer[BLOCK * n + 6 * row + 2 * column] = network.transfer[from]!;
          transfer[BLOCK * n + 6 * row + 2 * column + 1] = network.transfer[from + 1]!;
        }
      }
      return selfMutual(compact, 4 * n, transfer, BLOCK * n) ? 1 : 0;
    });
    const nodeOf = (end: number, other: boolean) =>
      (((end & 1) === 0) === other ? network.branchTo : network.branchFrom)[end >> 1]!;
    return [
      {
        nodes: Int32Array.from(nodes),
        excess,
        sources: Int32Array.from(own),
        share: Float64Array.from(weight, (value) => value / sum),
        loads: Int32Array.from(of(loads)),
        near: Int32Array.from(closed, (end) => nodeOf(end, false)),
        far: Int32Array.from(closed, (end) => nodeOf(end, true)),
        transfer,
        compact,
        isCompact,
      },
    ];
  });
}

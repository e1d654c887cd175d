/**
 * Prepares a network for solving: once per topology and tap positions.
 *
 * The nodes that can have a voltage are eliminated (see `eliminate.ts`) in three groups, each further from the hot loop:
 *
 *   passive   nodes without load or source that have at most two neighbours: joints of cables, ends of dead stubs. They
 *             inject nothing, so they take no part in the iteration; their voltages are restored at the end.
 *   leaves    nodes at the end of one branch, typically the homes. The iteration visits them once instead of twice, and on
 *             one phase only where only one phase is loaded.
 *   interior  the rest: trees first, then stretches of ring, then what is left of the meshes in order of fewest neighbours,
 *             sources last. They are visited in runs (see `order.ts`).
 *
 * What cables of the interior charge is small. It is taken out of the network and enters the iteration as a current, -Y U: then a
 * node's W is the identity and the hot loop is the plain sweep. That is done where it is safe (at most a thousandth of what
 * the node's branches conduct, and no source there); how fast the iteration still contracts is tested in `solver.ts`, which
 * asks for the exact form if it does not.
 *
 * Blocks with equal self and equal mutual terms, M = d I + m J, are kept as the two complex numbers d and m.
 */
import { BLOCK, selfMutual } from './complex.js';
import type { Dataset, Problem } from './dataset.js';
import { BlockNetwork, type Eliminated, eliminateByDegree } from './eliminate.js';
import { inverseOfSum } from './impedance.js';
import { buildNetwork, type Network } from './network.js';
import { depthFirst, findLoops, isSeries, type Loop, loopNode, sharesOf, turned, type Visit } from './order.js';

/** How the head of a run hangs on the rest. The other nodes of a run hang on the one before them by a series impedance. */
export const SERIES = 0; // by one series impedance on its parent
export const LOOP = 1; // the first node of a stretch of ring
export const COMPACT = 2; // Z and W in compact form, one neighbour
export const MESHED = 3; // several neighbours, compact form, and the W add up to the identity
export const FULL = 4; // any block without that form, and the last node of an island

/** Blocks of a group of nodes: compact form, or full blocks where `full` is not negative. */
export interface Factors {
  /** d and m of Z and of W towards the parent: four numbers per node. */
  readonly z: Float64Array;
  readonly w: Float64Array;
  /** Per node: place in `fullZ` and `fullW` in blocks, or -1. */
  readonly full: Int32Array;
  readonly fullZ: Float64Array;
  readonly fullW: Float64Array;
}

export interface PreparedGrid {
  readonly network: Network;
  /** Per node: 1 if it is connected to a source. */
  readonly energized: Uint8Array;
  /** Node index of each interior node, in elimination order: parents after children. */
  readonly interior: Int32Array;
  /** Position of each interior node's parent, -1 for the last of an island. */
  readonly parent: Int32Array;
  /** Runs in order of their positions: the head is the highest, each node's parent is the one above it. */
  readonly runHead: Int32Array;
  readonly runEnd: Int32Array;
  readonly runKind: Uint8Array;
  /** Which stretch of ring a run of kind LOOP is, else -1. */
  readonly runLoop: Int32Array;
  /** Of each stretch of ring: position of B, and S (d, m). A is the head's parent. */
  readonly loopTo: Int32Array;
  readonly loopS: Float64Array;
  /** Share Λ of a node's current that leaves at A, per interior node (d, m); 0 where the node is on no ring. */
  readonly loopShare: Float64Array;
  readonly interiorFactors: Factors;
  /** Shunt of each interior node that enters as a current: d and m, four numbers; zeros where there is none. */
  readonly charging: Float64Array;
  /** Neighbours beyond the parent (meshed parts): places extraStart[k] to extraStart[k+1] in the lists. */
  readonly extraStart: Int32Array;
  readonly extraTo: Int32Array;
  /** d and m, and the full blocks, of those neighbours' W. */
  readonly extraW: Float64Array;
  readonly extraFull: Float64Array;
  readonly leaves: Int32Array;
  /** Interior position of each leaf's neighbour. */
  readonly leafParent: Int32Array;
  readonly leafFactors: Factors;
  /** Passive nodes in elimination order with the nodes (-1: none) and W blocks of up to two neighbours. */
  readonly passive: Int32Array;
  readonly passiveTo: Int32Array;
  /** 1 if the blocks are compact (four numbers each), 0 if they are full. */
  readonly passiveCompact: Uint8Array;
  readonly passiveW: Float64Array;
  readonly passiveFull: Float64Array;
}

export interface Preparation {
  readonly grid: PreparedGrid | null;
  readonly problems: readonly Problem[];
}

export interface PrepareOptions {
  /** Balanced network and loads, as PGM's symmetric calculation. Default false. */
  readonly symmetric?: boolean;
  /** Keep every node in the iteration: for tests of the reduction. Default false. */
  readonly unreduced?: boolean;
  /** Keep charging exactly in the network instead of as a current. Default false. */
  readonly exactCharging?: boolean;
}

export function prepare(dataset: Dataset, options: PrepareOptions = {}): Preparation {
  const { network, problems } = buildNetwork(dataset, options.symmetric ?? false);
  if (network === null) return { grid: null, problems };
  return prepareNetwork(network, options);
}

/** As `prepare`, for a network that is already modelled. */
export function prepareNetwork(network: Network, options: PrepareOptions = {}): Preparation {
  const unreduced = options.unreduced ?? false;
  const energized = findEnergized(network);
  const blocks = new BlockNetwork(network.nodeCount);
  const { sequence } = network;
  for (let n = 0; n < network.nodeCount; n++) blocks.addExcess(n, sequence.node, BLOCK * n);
  network.branchFrom.forEach((from, b) => {
    const to = network.branchTo[b]!;
    blocks.addExcess(from, sequence.excessFrom, BLOCK * b);
    blocks.addExcess(to, sequence.excessTo, BLOCK * b);
    if (network.fromClosed[b] === 1 && network.toClosed[b] === 1) {
      blocks.addTransfer(from, to, sequence.transfer, BLOCK * b);
    }
  });

  const isSource = new Uint8Array(network.nodeCount);
  network.sourceNode.forEach((node, s) => {
    if (network.sourceClosed[s] === 1) isSource[node] = 1;
  });
  const isLoaded = new Uint8Array(network.nodeCount);
  network.loadNode.forEach((node, l) => {
    if (network.loadClosed[l] === 1) isLoaded[node] = 1;
  });

  const passive: Eliminated[] = [];
  const leaves: Eliminated[] = [];
  let rest = [...energized.keys()].filter((node) => energized[node] === 1);
  let singular: number | null = null;
  if (!unreduced) {
    singular = eliminatePassive(blocks, rest, (node) => isSource[node] === 0 && isLoaded[node] === 0, passive);
    const gone = new Set(passive.map(({ node }) => node));
    // taken before any is eliminated, so that a leaf's neighbour is never a leaf itself
    const ends = rest.filter((node) => !gone.has(node) && isSource[node] === 0 && blocks.degree(node) === 1);
    for (const node of ends) {
      if (singular !== null) break;
      const eliminated = blocks.eliminate(node);
      if (eliminated === null) singular = node;
      else leaves.push(eliminated);
      gone.add(node);
    }
    rest = rest.filter((node) => !gone.has(node));
  }
  const charging = new Map<number, Float64Array>();
  if (!unreduced && !(options.exactCharging ?? false)) {
    for (const node of rest) {
      const taken = isSource[node] === 1 ? null : blocks.takeSmallExcess(node, SMALL);
      if (taken !== null) charging.set(node, taken);
    }
  }
  const arranged = singular === null ? arrange(blocks, rest, isSource, unreduced) : { singular };
  if (arranged.singular !== null) return { grid: null, problems: [singularProblem(network, arranged.singular)] };
  return { grid: assemble(network, energized, arranged, leaves, passive, charging), problems: [] };
}

interface Arranged {
  readonly singular: null;
  readonly visits: readonly Visit[];
  readonly loops: readonly Loop[];
}

/** Eliminates the interior: trees, stretches of ring, the rest, sources. Returns the node that nothing holds, if there is one. */
function arrange(
  blocks: BlockNetwork,
  nodes: readonly number[],
  isSource: Uint8Array,
  unreduced: boolean,
): Arranged | { readonly singular: number } {
  const trees = eliminateByDegree(
    blocks,
    nodes.filter((node) => isSource[node] === 0),
    unreduced ? -1 : 1,
  );
  if (trees.singular !== null) return { singular: trees.singular };
  const gone = new Set(trees.order.map(({ node }) => node));
  let rest = nodes.filter((node) => !gone.has(node));
  const found = unreduced ? [] : findLoops(blocks, rest, (node) => isSource[node] === 0);
  for (const { nodes: stretch } of found) {
    for (const node of stretch) {
      if (blocks.eliminate(node) === null) return { singular: node };
      gone.add(node);
    }
  }
  rest = rest.filter((node) => !gone.has(node));
  const stays: Eliminated[] = [];
  for (const group of [0, 1]) {
    const done = eliminateByDegree(
      blocks,
      rest.filter((node) => isSource[node] === group),
    );
    if (done.singular !== null) return { singular: done.singular };
    stays.push(...done.order);
  }
  const place = new Map(stays.map(({ node }, at) => [node, at]));
  // A is eliminated before B, so that it is below it in the elimination tree
  const loops = found.map((loop) => (place.get(loop.a)! < place.get(loop.b)! ? loop : turned(loop)));
  const stretches = loops.flatMap(({ nodes: stretch, a, impedances }, loop) =>
    stretch
      .map((node, n) => ({ eliminated: loopNode(node, stretch[n - 1] ?? a, impedances[n]!), loop, series: true }))
      .reverse(),
  );
  const visit = (eliminated: Eliminated): Visit => ({ eliminated, loop: -1, series: isSeries(eliminated) });
  return {
    singular: null,
    visits: depthFirst([...trees.order.map(visit), ...stretches, ...stays.map(visit)]),
    loops,
  };
}

/** Charging is small if it is at most this share of what the branches of the node conduct. */
const SMALL = 1e-3;

/** Nodes that a closed path joins to a closed source. */
function findEnergized(network: Network): Uint8Array {
  const energized = new Uint8Array(network.nodeCount);
  const neighbours: number[][] = Array.from({ length: network.nodeCount }, () => []);
  network.branchFrom.forEach((from, b) => {
    if (network.fromClosed[b] === 0 || network.toClosed[b] === 0) return;
    neighbours[from]!.push(network.branchTo[b]!);
    neighbours[network.branchTo[b]!]!.push(from);
  });
  const stack = [...network.sourceNode].filter((_, s) => network.sourceClosed[s] === 1);
  while (stack.length > 0) {
    const node = stack.pop()!;
    if (energized[node] === 1) continue;
    energized[node] = 1;
    stack.push(...neighbours[node]!);
  }
  return energized;
}

/** Eliminates nodes for which `may` holds and that have at most two neighbours, as long as there are any. */
function eliminatePassive(
  blocks: BlockNetwork,
  nodes: readonly number[],
  may: (node: number) => boolean,
  done: Eliminated[],
): number | null {
  const gone = new Set<number>();
  const stack = nodes.filter(may).reverse();
  while (stack.length > 0) {
    const node = stack.pop()!;
    const degree = blocks.degree(node);
    if (gone.has(node) || degree === 0 || degree > 2) continue;
    const eliminated = blocks.eliminate(node);
    if (eliminated === null) return node;
    gone.add(node);
    done.push(eliminated);
    stack.push(...eliminated.neighbours.filter(may));
  }
  return null;
}

function singularProblem(network: Network, node: number): Problem {
  const row = Math.min(node, network.nodeIds.length - 1);
  return {
    path: `data/0/node/${row}`,
    value: String(network.nodeIds[row]),
    rule:
      'nothing holds the voltage of this node in some sequence (no earth, no charging, no source impedance); ' +
      'check windings, grounding and zero-sequence values around it',
  };
}

function assemble(
  network: Network,
  energized: Uint8Array,
  { visits, loops }: Arranged,
  leaves: readonly Eliminated[],
  passive: readonly Eliminated[],
  taken: ReadonlyMap<number, Float64Array>,
): PreparedGrid {
  const interior = visits.map(({ eliminated }) => eliminated);
  const position = new Int32Array(network.nodeCount).fill(-1);
  interior.forEach(({ node }, at) => {
    position[node] = at;
  });
  const parents = interior.map(({ neighbours }) => {
    let first = neighbours.length === 0 ? -1 : Number.POSITIVE_INFINITY;
    for (const neighbour of neighbours) first = Math.min(first, position[neighbour]!);
    return first;
  });
  const parentPlace = (eliminated: Eliminated, parent: number) =>
    eliminated.neighbours.findIndex((neighbour) => position[neighbour] === parent);

  const extraStart = new Int32Array(interior.length + 1);
  const extraTo: number[] = [];
  const extraBlocks: { block: Float64Array; at: number }[] = [];
  interior.forEach((eliminated, k) => {
    eliminated.neighbours.forEach((neighbour, n) => {
      if (position[neighbour] === parents[k]) return;
      extraTo.push(position[neighbour]!);
      extraBlocks.push({ block: eliminated.blocks, at: BLOCK * (n + 1) });
    });
    extraStart[k + 1] = extraTo.length;
  });
  const extraW = new Float64Array(4 * extraTo.length);
  const extraFull = new Float64Array(BLOCK * extraTo.length);
  const extraCompact = extraBlocks.map(({ block, at }, e) => {
    extraFull.set(block.subarray(at, at + BLOCK), BLOCK * e);
    return selfMutual(extraW, 4 * e, block, at);
  });
  const interiorFactors = factors(interior, (eliminated, k) => parentPlace(eliminated, parents[k]!));
  const kindOf = (k: number): number => {
    const { series, loop } = visits[k]!;
    if (loop >= 0) return LOOP;
    if (series) return SERIES;
    const extras = extraCompact.slice(extraStart[k], extraStart[k + 1]);
    if (interiorFactors.full[k]! >= 0 || extras.includes(false) || parents[k]! < 0) return FULL;
    if (extras.length === 0) return COMPACT;
    // where the node draws nothing by itself, its W add up to the identity
    const sum = [-1, 0, 0, 0];
    for (let n = 0; n < 4; n++) {
      sum[n]! += interiorFactors.w[4 * k + n]!;
      for (let e = extraStart[k]!; e < extraStart[k + 1]!; e++) sum[n]! += extraW[4 * e + n]!;
    }
    return sum.every((value) => Math.abs(value) < 1e-13) ? MESHED : FULL;
  };
  const heads = visits.flatMap(({ series, loop }, k) => {
    const before = visits[k + 1];
    // a source injects up to 10¹⁴ per unit: the difference of such a node's current and its run's would be rounding
    const goesOn = series && parents[k] === k + 1 && before?.series === true && before.loop === loop;
    return goesOn ? [] : [k];
  });
  const loopShare = new Float64Array(4 * interior.length);
  for (const loop of loops) {
    sharesOf(loop).forEach((share, n) => {
      loopShare.set(share, 4 * position[loop.nodes[n]!]!);
    });
  }
  const charging = new Float64Array(4 * interior.length);
  interior.forEach(({ node }, k) => {
    const block = taken.get(node);
    if (block !== undefined) charging.set(block, 4 * k);
  });

  const sorted = [...leaves].sort((a, b) => position[a.neighbours[0]!]! - position[b.neighbours[0]!]!);
  const passiveTo = new Int32Array(2 * passive.length).fill(-1);
  const passiveW = new Float64Array(8 * passive.length);
  const passiveFull = new Float64Array(2 * BLOCK * passive.length);
  const passiveCompact = new Uint8Array(passive.length);
  passive.forEach(({ neighbours, blocks }, p) => {
    passiveTo.set(neighbours, 2 * p);
    passiveFull.set(blocks.subarray(BLOCK), 2 * BLOCK * p);
    const compact = neighbours.map((_, n) => selfMutual(passiveW, 8 * p + 4 * n, blocks, BLOCK * (n + 1)));
    passiveCompact[p] = compact.includes(false) ? 0 : 1;
  });
  return {
    network,
    energized,
    interior: Int32Array.from(interior, ({ node }) => node),
    parent: Int32Array.from(parents),
    runHead: Int32Array.from(heads),
    runEnd: Int32Array.from(heads, (_, r) => (r === 0 ? 0 : heads[r - 1]! + 1)),
    runKind: Uint8Array.from(heads, kindOf),
    runLoop: Int32Array.from(heads, (k) => visits[k]!.loop),
    loopTo: Int32Array.from(loops, ({ b }) => position[b]!),
    loopS: Float64Array.from(loops.flatMap(({ impedances }) => [...inverseOfSum(impedances)])),
    loopShare,
    interiorFactors,
    charging,
    extraStart,
    extraTo: Int32Array.from(extraTo),
    extraW,
    extraFull,
    leaves: Int32Array.from(sorted, ({ node }) => node),
    leafParent: Int32Array.from(sorted, ({ neighbours }) => position[neighbours[0]!]!),
    leafFactors: factors(sorted, () => 0),
    passive: Int32Array.from(passive, ({ node }) => node),
    passiveTo,
    passiveCompact,
    passiveW,
    passiveFull,
  };
}

/** Packs Z and the W towards the parent, which `parentPlace` finds among the neighbours (-1: there is none). */
function factors(list: readonly Eliminated[], parentPlace: (eliminated: Eliminated, index: number) => number): Factors {
  const z = new Float64Array(4 * list.length);
  const w = new Float64Array(4 * list.length);
  const full = new Int32Array(list.length).fill(-1);
  const fullZ: Float64Array[] = [];
  const fullW: Float64Array[] = [];
  const none = new Float64Array(BLOCK);
  list.forEach((eliminated, k) => {
    const place = parentPlace(eliminated, k);
    const blockZ = eliminated.blocks.subarray(0, BLOCK);
    const blockW = place < 0 ? none : eliminated.blocks.subarray(BLOCK * (place + 1), BLOCK * (place + 2));
    if (selfMutual(z, 4 * k, blockZ, 0) && selfMutual(w, 4 * k, blockW, 0)) return;
    full[k] = fullZ.length;
    fullZ.push(blockZ);
    fullW.push(blockW);
  });
  return { z, w, full, fullZ: joined(fullZ), fullW: joined(fullW) };
}

function joined(blocks: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(BLOCK * blocks.length);
  blocks.forEach((block, n) => {
    all.set(block, BLOCK * n);
  });
  return all;
}

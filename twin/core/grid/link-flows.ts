/**
 * The currents of links, from the balance of their nodes. A link has next to no impedance, so its ends have equal voltages to
 * the last digit and their difference says nothing; what all else at the nodes takes or gives says it exactly.
 *
 * What a node has left over (injection less shunts less other branches) leaves it through its links. Links have
 * equal impedances, so with a potential φ per node a link carries φ_f - φ_t and the left-overs are r = L φ, L the Laplacian of the
 * graph of links. It is solved by star-mesh elimination, fewest neighbours first: a tree of links from its leaves, loops as they come.
 */
import { BLOCK } from './complex.js';
import { addAdmittanceCurrent, BRANCH_CURRENTS, branchCurrents } from './flows.js';
import { BRANCH_KIND, type Network } from './network.js';

/**
 * Per closed link, by its place among the branches: the current from its from node to its to node, re and im of phases a, b, c, per unit.
 * `injected` is what sources, loads and generators bring into each node, six numbers per node.
 */
export function linkCurrents(
  network: Network,
  re: Float64Array,
  im: Float64Array,
  injected: Float64Array,
): ReadonlyMap<number, Float64Array> {
  const links = [...network.branchKinds.keys()].filter(
    (b) => network.branchKinds[b] === BRANCH_KIND.link && network.fromClosed[b] === 1 && network.toClosed[b] === 1,
  );
  if (links.length === 0) return new Map();
  const left = leftOver(network, re, im, injected);
  const graph = new Map<number, Map<number, number>>();
  const join = (a: number, b: number, weight: number) => {
    for (const [one, other] of [
      [a, b],
      [b, a],
    ] as const) {
      if (!graph.has(one)) graph.set(one, new Map());
      const row = graph.get(one)!;
      row.set(other, (row.get(other) ?? 0) + weight);
    }
  };
  for (const b of links) join(network.branchFrom[b]!, network.branchTo[b]!, 1);

  const done: { node: number; neighbours: ReadonlyMap<number, number>; sum: number }[] = [];
  // by number of neighbours; an entry is stale if the node has fewer by now, and then it is in again with that
  const queue: number[][] = [];
  const enter = (node: number) => {
    const degree = graph.get(node)!.size;
    queue[degree] ??= [];
    queue[degree].push(node);
  };
  for (const node of graph.keys()) enter(node);
  for (let degree = 0; degree < queue.length; ) {
    const node = queue[degree]?.pop();
    if (node === undefined) {
      degree++;
      continue;
    }
    const neighbours = graph.get(node);
    if (neighbours === undefined || neighbours.size !== degree) continue;
    graph.delete(node);
    const sum = [...neighbours.values()].reduce((total, weight) => total + weight, 0);
    done.push({ node, neighbours, sum });
    for (const [other, weight] of neighbours) {
      graph.get(other)!.delete(node);
      for (let n = 0; n < 6; n++) left[6 * other + n]! += (left[6 * node + n]! * weight) / sum;
    }
    const list = [...neighbours];
    list.forEach(([one, a], at) => {
      for (const [other, b] of list.slice(at + 1)) join(one, other, (a * b) / sum);
    });
    for (const [other] of list) enter(other);
    degree = Math.max(0, degree - 1);
  }
  const potential = new Float64Array(6 * network.nodeCount);
  for (const { node, neighbours, sum } of done.reverse()) {
    if (neighbours.size === 0) continue;
    for (let n = 0; n < 6; n++) {
      let value = left[6 * node + n]!;
      for (const [other, weight] of neighbours) value += weight * potential[6 * other + n]!;
      potential[6 * node + n] = value / sum;
    }
  }
  return new Map(
    links.map((b) => [
      b,
      Float64Array.from(
        { length: 6 },
        (_, n) => potential[6 * network.branchFrom[b]! + n]! - potential[6 * network.branchTo[b]! + n]!,
      ),
    ]),
  );
}

/** What each node injects less what its shunts and its branches other than links take. */
function leftOver(network: Network, re: Float64Array, im: Float64Array, injected: Float64Array): Float64Array {
  const left = injected.slice();
  const shunt = new Float64Array(6);
  for (let node = 0; node < network.nodeCount; node++) {
    shunt.fill(0);
    addAdmittanceCurrent(shunt, network.shunt, BLOCK * node, re, im, node, 1);
    for (let n = 0; n < 6; n++) left[6 * node + n]! -= shunt[n]!;
  }
  const ends = new Float64Array(BRANCH_CURRENTS);
  network.branchFrom.forEach((from, b) => {
    if (network.branchKinds[b] === BRANCH_KIND.link) return;
    const to = network.branchTo[b]!;
    branchCurrents(ends, network, BLOCK * b, re, im, from, to);
    for (let n = 0; n < 6; n++) {
      left[6 * from + n]! -= ends[n]!;
      left[6 * to + n]! -= ends[6 + n]!;
    }
  });
  return left;
}

/**
 * In which order tap regulators act: those nearest to a source first, because every tap changes the voltages of all that
 * lies behind it.
 *
 * The distance of a node is the least number of regulated transformers between it and any source; lines, links and
 * transformers without a regulator count nothing. A regulated transformer is passed only from its feeding to its controlled
 * side. A regulator's rank is the distance of the nearer of its nodes. Only transformers closed at both ends take part, and of
 * three windings the pairs with the tapped winding.
 *
 * One that would keep the voltage of the side its power comes from, so that no source reaches its feeding side, cannot be
 * ranked; PGM refuses the calculation, and so does this.
 */
import type { Problem } from './problem.js';
import type { Dataset, Row } from './schema.js';

export type RegulatedComponent = 'transformer' | 'three_winding_transformer';

/** A regulator that acts, with its transformer. */
export interface ActiveRegulator {
  readonly regulator: Row<'transformer_tap_regulator'>;
  readonly component: RegulatedComponent;
  /** Row of the transformer in the dataset. */
  readonly row: number;
  /** Id of the node whose voltage is kept. */
  readonly controlNode: number;
}

export interface Ranking {
  /** Regulators of equal rank together, nearest to a source first. */
  readonly ranks: readonly (readonly ActiveRegulator[])[];
  readonly problems: readonly Problem[];
}

interface Edge {
  readonly from: number;
  readonly to: number;
  /** Regulated edges point from the feeding to the controlled side and cost 1. */
  readonly active: ActiveRegulator | null;
}

export function rankRegulators(dataset: Dataset): Ranking {
  const place = new Map(dataset.node.map(({ id }, n) => [id, n]));
  const edges = edgesOf(dataset, (id) => place.get(id)!);
  const sources = dataset.source.filter(({ status }) => status === 1).map(({ node }) => place.get(node)!);
  const distance = distances(dataset.node.length, sources, edges);

  const problems: Problem[] = [];
  const rankOf = new Map<ActiveRegulator, number>();
  const refused = new Set<ActiveRegulator>();
  for (const { from, to, active } of edges) {
    if (active === null || (distance[from] === Infinity && distance[to] === Infinity)) continue;
    if (distance[from] === Infinity && !refused.has(active)) {
      refused.add(active);
      const row = dataset.transformer_tap_regulator.indexOf(active.regulator);
      const rule =
        `power comes into transformer ${active.regulator.regulated_object} on this side; ` +
        'with the tap where it is, a regulator keeps the voltage of a side that the transformer feeds';
      const path = `data/0/transformer_tap_regulator/${row}/control_side`;
      problems.push({ path, value: String(active.regulator.control_side), rule });
    }
    const rank = Math.min(distance[from]!, distance[to]!);
    rankOf.set(active, Math.min(rank, rankOf.get(active) ?? Infinity));
  }
  const byRank = new Map<number, ActiveRegulator[]>();
  for (const [active, rank] of rankOf) byRank.set(rank, [...(byRank.get(rank) ?? []), active]);
  const ranks = [...byRank].sort(([a], [b]) => a - b).map(([, group]) => group);
  return { ranks, problems };
}

function edgesOf(dataset: Dataset, place: (id: number) => number): Edge[] {
  const edges: Edge[] = [];
  const regulators = new Map(
    dataset.transformer_tap_regulator.filter(({ status }) => status === 1).map((r) => [r.regulated_object, r]),
  );
  for (const component of ['line', 'asym_line', 'link', 'generic_branch'] as const) {
    for (const { from_node, to_node, from_status, to_status } of dataset[component]) {
      if (from_status === 1 && to_status === 1)
        edges.push({ from: place(from_node), to: place(to_node), active: null });
    }
  }
  /** An edge between the tapped side and another, towards the control side if that is one of the two. */
  const regulated = (active: ActiveRegulator, tapped: number, other: number, controlsTapped: boolean) => {
    const [from, to] = controlsTapped ? [other, tapped] : [tapped, other];
    edges.push({ from: place(from), to: place(to), active });
  };
  dataset.transformer.forEach((t, row) => {
    if (t.from_status !== 1 || t.to_status !== 1) return;
    const regulator = regulators.get(t.id);
    if (regulator === undefined) {
      edges.push({ from: place(t.from_node), to: place(t.to_node), active: null });
      return;
    }
    const nodes = [t.from_node, t.to_node];
    const controlNode = nodes[regulator.control_side]!;
    const active = { regulator, component: 'transformer', row, controlNode } as const;
    regulated(active, nodes[t.tap_side]!, nodes[1 - t.tap_side]!, regulator.control_side === t.tap_side);
  });
  dataset.three_winding_transformer.forEach((t, row) => {
    const nodes = [t.node_1, t.node_2, t.node_3];
    const status = [t.status_1, t.status_2, t.status_3];
    const regulator = regulators.get(t.id);
    const active =
      regulator === undefined
        ? null
        : ({
            regulator,
            component: 'three_winding_transformer',
            row,
            controlNode: nodes[regulator.control_side]!,
          } as const);
    for (const [one, other] of [
      [0, 1],
      [1, 2],
      [2, 0],
    ] as const) {
      if (status[one] !== 1 || status[other] !== 1) continue;
      if (active !== null && (one === t.tap_side || other === t.tap_side)) {
        const far = one === t.tap_side ? other : one;
        regulated(active, nodes[t.tap_side]!, nodes[far]!, active.regulator.control_side === t.tap_side);
      } else edges.push({ from: place(nodes[one]!), to: place(nodes[other]!), active: null });
    }
  });
  return edges;
}

/** Least number of regulated edges from any source; Infinity where none reaches. */
function distances(nodes: number, sources: readonly number[], edges: readonly Edge[]): Float64Array {
  const neighbours: { to: number; cost: number }[][] = Array.from({ length: nodes }, () => []);
  for (const { from, to, active } of edges) {
    const cost = active === null ? 0 : 1;
    neighbours[from]!.push({ to, cost });
    if (active === null) neighbours[to]!.push({ to: from, cost });
  }
  const distance = new Float64Array(nodes).fill(Infinity);
  let wave = sources;
  for (let d = 0; wave.length > 0; d++) {
    const next: number[] = [];
    const stack = [...wave];
    while (stack.length > 0) {
      const node = stack.pop()!;
      if (distance[node]! <= d) continue;
      distance[node] = d;
      for (const { to, cost } of neighbours[node]!) {
        if (distance[to]! <= d) continue;
        (cost === 0 ? stack : next).push(to);
      }
    }
    wave = next;
  }
  return distance;
}

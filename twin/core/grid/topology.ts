/**
 * The network as a graph: which nodes closed branches join to which source, the tree that leads to each, and what hangs below.
 */
import { type ComponentName, type Dataset, LOADS } from './schema.js';

export interface Island {
  readonly sourceIds: readonly number[];
  readonly nodes: number;
  /** Branches beyond a tree: 0 is radial. */
  readonly loops: number;
  /** Ids of branches that close them: without these the island is the tree that `tree` walks. */
  readonly closingBranchIds: readonly number[];
}

/** What a transformer supplies. */
export interface TransformerSupply {
  readonly id: number;
  readonly sn: number;
  readonly customers: number;
  readonly activePowerW: number;
}

export interface Edge {
  readonly id: number;
  readonly to: number;
  readonly kind: ComponentName;
}

export interface TreeNode {
  readonly id: number;
  readonly uRatedV: number;
  readonly via: Edge | null;
  readonly children: TreeNode[];
  /** Of this node and all below it. */
  nodes: number;
  customers: number;
  activePowerW: number;
  ownLoads: number;
}

export class Graph {
  readonly loads: { node: number; activePowerW: number; reactivePowerVar: number }[] = [];
  private readonly edges = new Map<number, Edge[]>();
  private readonly joins: { readonly id: number; readonly from: number }[] = [];
  private readonly sources: { id: number; node: number }[];
  private readonly rated: Map<number, number>;

  constructor(dataset: Dataset) {
    this.rated = new Map(dataset.node.map(({ id, u_rated }) => [id, u_rated]));
    for (const { id } of dataset.node) this.edges.set(id, []);
    for (const kind of ['line', 'asym_line', 'link', 'generic_branch', 'transformer'] as const) {
      for (const b of dataset[kind]) {
        if (b.from_status === 1 && b.to_status === 1) this.join(b.id, b.from_node, b.to_node, kind);
      }
    }
    for (const t of dataset.three_winding_transformer) {
      const kind = 'three_winding_transformer';
      if (t.status_1 === 1 && t.status_2 === 1) this.join(t.id, t.node_1, t.node_2, kind);
      if (t.status_1 === 1 && t.status_3 === 1) this.join(t.id, t.node_1, t.node_3, kind);
      if (t.status_1 === 0 && t.status_2 === 1 && t.status_3 === 1) this.join(t.id, t.node_2, t.node_3, kind);
    }
    this.sources = dataset.source.filter(({ status }) => status === 1).map(({ id, node }) => ({ id, node }));
    for (const name of LOADS) {
      const sign = name.endsWith('gen') ? -1 : 1;
      for (const { node, status, p_specified: p, q_specified: q } of dataset[name]) {
        if (status !== 1) continue;
        this.loads.push({ node, activePowerW: sign * total(p), reactivePowerVar: sign * total(q) });
      }
    }
  }

  private join(id: number, from: number, to: number, kind: ComponentName): void {
    this.joins.push({ id, from });
    this.edges.get(from)!.push({ id, to, kind });
    this.edges.get(to)!.push({ id, to: from, kind });
  }

  islands(): Island[] {
    const seen = new Set<number>();
    const islands: Island[] = [];
    const inTree = new Map<number, number>();
    for (const { via } of walk(this.tree())) {
      if (via !== null) inTree.set(via.id, (inTree.get(via.id) ?? 0) + 1);
    }
    const closing = this.joins.filter(({ id }) => {
      const uses = inTree.get(id) ?? 0;
      inTree.set(id, uses - 1);
      return uses <= 0;
    });
    for (const { node } of this.sources) {
      if (seen.has(node)) continue;
      const members = new Set<number>([node]);
      let ends = 0;
      for (const member of members) {
        seen.add(member);
        for (const { to } of this.edges.get(member)!) {
          ends++;
          members.add(to);
        }
      }
      islands.push({
        sourceIds: this.sources.filter((source) => members.has(source.node)).map(({ id }) => id),
        nodes: members.size,
        loops: ends / 2 - (members.size - 1),
        closingBranchIds: closing.filter(({ from }) => members.has(from)).map(({ id }) => id),
      });
    }
    return islands;
  }

  /** A spanning tree from every source, breadth first; totals summed from the ends. */
  tree(): TreeNode[] {
    const seen = new Set<number>();
    const order: { node: TreeNode; parent: TreeNode | null }[] = [];
    const add = (id: number, via: Edge | null, parent: TreeNode | null) => {
      seen.add(id);
      const node = {
        id,
        uRatedV: this.rated.get(id)!,
        via,
        children: [],
        nodes: 1,
        customers: 0,
        activePowerW: 0,
        ownLoads: 0,
      };
      parent?.children.push(node);
      order.push({ node, parent });
    };
    for (const { node } of this.sources) if (!seen.has(node)) add(node, null, null);
    for (const { node } of order) {
      for (const edge of this.edges.get(node.id)!) if (!seen.has(edge.to)) add(edge.to, edge, node);
    }
    const byId = new Map(order.map(({ node }) => [node.id, node]));
    for (const load of this.loads) {
      const node = byId.get(load.node);
      if (node === undefined) continue;
      node.ownLoads++;
      node.customers++;
      node.activePowerW += load.activePowerW;
    }
    for (const { node, parent } of order.reverse()) {
      if (parent === null) continue;
      parent.nodes += node.nodes;
      parent.customers += node.customers;
      parent.activePowerW += node.activePowerW;
    }
    return order.filter(({ parent }) => parent === null).map(({ node }) => node);
  }
}

const total = (value: number | readonly [number, number, number]): number => {
  const values = typeof value === 'number' ? [value] : value;
  return values.reduce((sum: number, v) => sum + (Number.isNaN(v) ? 0 : v), 0);
};

export function* walk(roots: readonly TreeNode[]): Generator<TreeNode> {
  const stack = [...roots];
  while (stack.length > 0) {
    const node = stack.pop()!;
    yield node;
    stack.push(...node.children);
  }
}

/** What hangs below each transformer; nothing below one that is open, or that a loop feeds from its other side. */
export function transformersOf(tree: readonly TreeNode[], dataset: Dataset): TransformerSupply[] {
  const below = new Map<number, TreeNode>();
  for (const node of walk(tree)) if (node.via !== null) below.set(node.via.id, node);
  return dataset.transformer.map(({ id, sn }) => {
    const node = below.get(id);
    return { id, sn, customers: node?.customers ?? 0, activePowerW: node?.activePowerW ?? 0 };
  });
}

/** As far as the topology tells: what plausibility checks want to know of a dataset without problems. */
export interface Supply {
  readonly transformers: readonly TransformerSupply[];
  readonly islands: readonly Island[];
  /** Ids of nodes that closed branches join to a closed source. */
  readonly supplied: ReadonlySet<number>;
}

export function supplyOf(dataset: Dataset): Supply {
  const graph = new Graph(dataset);
  const tree = graph.tree();
  const supplied = new Set<number>();
  for (const node of walk(tree)) supplied.add(node.id);
  return { transformers: transformersOf(tree, dataset), islands: graph.islands(), supplied };
}

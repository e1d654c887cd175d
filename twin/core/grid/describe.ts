/**
 * A dataset in a few figures and a small drawing: what somebody wants to see who has just been handed the file.
 */
import { prepare } from './prepare.js';
import { COMPONENTS, type ComponentName, type Dataset, LOADS } from './schema.js';

/** What hangs on one outgoing branch of a busbar that a transformer or source feeds. */
export interface Feeder {
  /** The feeding node. */
  readonly nodeId: number;
  /** The first branch. */
  readonly branchId: number;
  readonly nodes: number;
  readonly customers: number;
  readonly activePowerW: number;
}

export interface Island {
  readonly sourceIds: readonly number[];
  readonly nodes: number;
  /** Branches beyond a tree: 0 is radial. */
  readonly loops: number;
}

export interface Description {
  readonly counts: Readonly<Partial<Record<ComponentName, number>>>;
  readonly voltageLevels: readonly { readonly uRatedV: number; readonly nodes: number }[];
  readonly islands: readonly Island[];
  readonly notEnergizedNodes: number;
  readonly transformers: readonly {
    readonly id: number;
    readonly sn: number;
    readonly customers: number;
    readonly activePowerW: number;
  }[];
  readonly feeders: readonly Feeder[];
  readonly totals: { readonly loads: number; readonly activePowerW: number; readonly reactivePowerVar: number };
  /** Nodes that the solver iterates on, of those energized: chains and leaves are cheaper. */
  readonly solver: { readonly interior: number; readonly leaves: number; readonly passive: number } | null;
  readonly drawing: readonly string[];
}

/** Describes a dataset. Loads are taken at their specified power, + is consumption. */
export function describe(dataset: Dataset): Description {
  const graph = new Graph(dataset);
  const islands = graph.islands();
  const tree = graph.tree();
  const { grid } = prepare(dataset, { symmetric: true });
  const levels = new Map<number, number>();
  for (const { u_rated } of dataset.node) levels.set(u_rated, (levels.get(u_rated) ?? 0) + 1);
  const counts = Object.fromEntries(
    COMPONENTS.filter((name) => dataset[name].length > 0).map((name) => [name, dataset[name].length]),
  );
  const totals = { loads: 0, activePowerW: 0, reactivePowerVar: 0 };
  for (const load of graph.loads) {
    totals.loads++;
    totals.activePowerW += load.activePowerW;
    totals.reactivePowerVar += load.reactivePowerVar;
  }
  return {
    counts,
    voltageLevels: [...levels].sort((a, b) => b[0] - a[0]).map(([uRatedV, nodes]) => ({ uRatedV, nodes })),
    islands,
    notEnergizedNodes: dataset.node.length - islands.reduce((sum, island) => sum + island.nodes, 0),
    transformers: dataset.transformer.map(({ id, sn }) => ({ id, sn, ...below(tree, id) })),
    feeders: feedersOf(tree, dataset),
    totals,
    solver:
      grid === null
        ? null
        : { interior: grid.interior.length, leaves: grid.leaves.length, passive: grid.passive.length },
    drawing: draw(tree, dataset),
  };
}

interface Edge {
  readonly id: number;
  readonly to: number;
  readonly kind: ComponentName;
}

interface TreeNode {
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

class Graph {
  readonly loads: { node: number; activePowerW: number; reactivePowerVar: number }[] = [];
  private readonly edges = new Map<number, Edge[]>();
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
    this.edges.get(from)!.push({ id, to, kind });
    this.edges.get(to)!.push({ id, to: from, kind });
  }

  islands(): Island[] {
    const seen = new Set<number>();
    const islands: Island[] = [];
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

function* walk(roots: readonly TreeNode[]): Generator<TreeNode> {
  const stack = [...roots];
  while (stack.length > 0) {
    const node = stack.pop()!;
    yield node;
    stack.push(...node.children);
  }
}

function below(tree: readonly TreeNode[], branchId: number): { customers: number; activePowerW: number } {
  for (const node of walk(tree)) {
    if (node.via?.id === branchId) return { customers: node.customers, activePowerW: node.activePowerW };
  }
  return { customers: 0, activePowerW: 0 };
}

/** One feeder per branch that leaves the low side of a transformer or a source at the same voltage. */
function feedersOf(tree: readonly TreeNode[], dataset: Dataset): Feeder[] {
  const isTransformer = new Set([...dataset.transformer, ...dataset.three_winding_transformer].map(({ id }) => id));
  const feeders: Feeder[] = [];
  for (const node of walk(tree)) {
    if (node.via !== null && !isTransformer.has(node.via.id)) continue;
    for (const child of node.children) {
      if (isTransformer.has(child.via!.id)) continue;
      const { nodes, customers, activePowerW } = child;
      feeders.push({ nodeId: node.id, branchId: child.via!.id, nodes, customers, activePowerW });
    }
  }
  return feeders;
}

const MOST_LINES = 40;

/** The tree down to the feeders; long runs of nodes are one line. */
function draw(tree: readonly TreeNode[], dataset: Dataset): string[] {
  const isTransformer = new Set([...dataset.transformer, ...dataset.three_winding_transformer].map(({ id }) => id));
  const lines: string[] = [];
  const visit = (node: TreeNode, indent: string, label: string) => {
    lines.push(
      `${indent}${label}node ${node.id} (${volts(node.uRatedV)}), ${node.customers} loads, ${kilowatts(node.activePowerW)}`,
    );
    const deeper = `${indent}  `;
    for (const child of node.children) {
      if (lines.length >= MOST_LINES) return;
      if (isTransformer.has(child.via!.id)) visit(child, deeper, `transformer ${child.via!.id} -> `);
      else {
        lines.push(
          `${deeper}${child.via!.kind} ${child.via!.id} -> ${child.nodes} nodes, ${child.customers} loads, ${kilowatts(child.activePowerW)}`,
        );
        for (const inner of walk([child])) {
          for (const grandchild of inner.children) {
            if (isTransformer.has(grandchild.via!.id) && lines.length < MOST_LINES) {
              visit(grandchild, `${deeper}  `, `transformer ${grandchild.via!.id} -> `);
            }
          }
        }
      }
    }
  };
  for (const root of tree) visit(root, '', 'source at ');
  return lines.length >= MOST_LINES ? [...lines.slice(0, MOST_LINES), '...'] : lines;
}

const volts = (v: number): string => (v >= 1000 ? `${v / 1000} kV` : `${v} V`);
const kilowatts = (w: number): string => `${(w / 1000).toFixed(1)} kW`;

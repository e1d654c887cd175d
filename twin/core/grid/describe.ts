/**
 * A dataset in a few figures and a small drawing: what somebody wants to see who has just been handed the file.
 */
import { prepare } from './prepare.js';
import { COMPONENTS, type ComponentName, type Dataset } from './schema.js';
import { Graph, type Island, type TransformerSupply, type TreeNode, transformersOf, walk } from './topology.js';

export type { Island } from './topology.js';

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

export interface Description {
  readonly counts: Readonly<Partial<Record<ComponentName, number>>>;
  readonly voltageLevels: readonly { readonly uRatedV: number; readonly nodes: number }[];
  readonly islands: readonly Island[];
  readonly notEnergizedNodes: number;
  readonly transformers: readonly TransformerSupply[];
  readonly feeders: readonly Feeder[];
  readonly totals: { readonly loads: number; readonly activePowerW: number; readonly reactivePowerVar: number };
  /** Nodes that the solver iterates on, of those energized: chains and leaves are cheaper. */
  readonly solver: { readonly interior: number; readonly leaves: number; readonly passive: number } | null;
  readonly drawing: readonly string[];
}

/** Describes a dataset. Loads are taken at their specified power, + is consumption. */
export function describe(dataset: Dataset): Description {
  const graph = new Graph(dataset);
  const tree = graph.tree();
  const islands = graph.islands();
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
    transformers: transformersOf(tree, dataset),
    feeders: feedersOf(tree, dataset),
    totals,
    solver:
      grid === null
        ? null
        : { interior: grid.interior.length, leaves: grid.leaves.length, passive: grid.passive.length },
    drawing: draw(tree, dataset),
  };
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

/**
 * Which LV feeder each node lies on, and how far along it: found by walking the grid away from its transformers. What
 * the cockpit draws voltages along.
 */
import { BRANCH_KIND } from '../core/grid/network.js';
import type { PreparedGrid } from '../core/grid/prepare.js';

export interface FeederNames {
  readonly feeders: readonly { readonly name: string; readonly line: number }[];
  readonly lineLengthsM: Readonly<Record<string, number>>;
}

export interface FeederMap {
  /** Per node of the dataset: the feeder's name, empty at and above the transformers. */
  readonly feeder: readonly string[];
  /** Per node: metres from the transformer; NaN where a length on the way is not given, 0 above the feeders. */
  readonly distanceM: Float64Array;
}

/** A feeder that the file does not name is called after the id of its first line. */
export function mapFeeders(grid: PreparedGrid, names: FeederNames): FeederMap {
  const { nodeIds, nodeCount, branchIds, branchKinds, branchFrom, branchTo, fromClosed, toClosed } = grid.network;
  const isTransformer = (b: number): boolean =>
    branchKinds[b] === BRANCH_KIND.transformer || branchKinds[b] === BRANCH_KIND.three_winding_transformer;
  const nameOf = new Map(names.feeders.map(({ line, name }) => [line, name]));
  const branchesAt: number[][] = Array.from({ length: nodeCount }, () => []);
  branchIds.forEach((_, b) => {
    if (fromClosed[b] === 0 || toClosed[b] === 0) return;
    branchesAt[branchFrom[b]!]!.push(b);
    branchesAt[branchTo[b]!]!.push(b);
  });

  const feeder = new Array<string>(nodeIds.length).fill('');
  const distanceM = new Float64Array(nodeIds.length);
  const seen = new Uint8Array(nodeCount);
  // Busbars: both sides of every transformer. Feeders start at the low side, `to`.
  const busbars: number[] = [];
  branchIds.forEach((_, b) => {
    if (!isTransformer(b)) return;
    seen[branchFrom[b]!] = 1;
    seen[branchTo[b]!] = 1;
    busbars.push(branchTo[b]!);
  });
  // Breadth first over all feeders at once: in a meshed grid a node belongs to the feeder with the fewest lines to it.
  const queue: number[] = [...new Set(busbars)];
  const busbarCount = queue.length;
  for (let at = 0; at < queue.length; at++) {
    const node = queue[at]!;
    const isBusbar = at < busbarCount;
    for (const b of branchesAt[node]!) {
      const other = branchFrom[b] === node ? branchTo[b]! : branchFrom[b]!;
      if (seen[other] === 1 || isTransformer(b) || other >= nodeIds.length) continue;
      seen[other] = 1;
      feeder[other] = isBusbar ? (nameOf.get(branchIds[b]!) ?? `line ${branchIds[b]}`) : feeder[node]!;
      const lengthM =
        branchKinds[b] === BRANCH_KIND.link ? 0 : (names.lineLengthsM[String(branchIds[b])] ?? Number.NaN);
      distanceM[other] = (isBusbar ? 0 : distanceM[node]!) + lengthM;
      queue.push(other);
    }
  }
  return { feeder, distanceM };
}

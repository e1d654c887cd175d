/** How a grid hangs together for a person: strings of medium voltage with their transformers, and what lies behind each. */
import { BRANCH_KIND } from '../core/grid/network.js';
import { mapFeeders } from './feeders.js';
import type { LoadedWijk } from './load.js';

export interface StationFeeder {
  readonly name: string;
  /** A; NaN if the wijk file does not say. */
  readonly fuseA: number;
  /** Indices of connections, by their distance from the transformer. */
  readonly connections: readonly number[];
  /** Farthest of them, m; NaN where a length is not given. */
  readonly lengthM: number;
}

export interface Station {
  readonly name: string;
  /** Id of the transformer in the dataset. */
  readonly transformer: number;
  readonly ratedVA: number;
  readonly feeders: readonly StationFeeder[];
}

/** Transformers in the order in which a medium-voltage cable comes by, from where the wijk is fed. */
export interface MvString {
  readonly stations: readonly Station[];
  /** Whether it comes back to where it began. */
  readonly ring: boolean;
  /** The open point lies before the station of this index (the number of stations: behind the last); -1 if nothing is open. */
  readonly openBefore: number;
}

export function mvStrings(loaded: LoadedWijk): MvString[] {
  const { grid } = loaded;
  const {
    nodeCount,
    nodeIds,
    uRatedV,
    branchIds,
    branchKinds,
    branchFrom,
    branchTo,
    fromClosed,
    toClosed,
    sourceNode,
  } = grid.network;
  const stationsAt = stationsByNode(loaded);
  const linesAt: number[][] = Array.from({ length: nodeCount }, () => []);
  branchIds.forEach((_, b) => {
    if (branchKinds[b] === BRANCH_KIND.transformer || branchKinds[b] === BRANCH_KIND.three_winding_transformer) return;
    if (!(uRatedV[branchFrom[b]!]! > LV_MAX_V)) return;
    linesAt[branchFrom[b]!]!.push(b);
    linesAt[branchTo[b]!]!.push(b);
  });
  const strings: MvString[] = [];
  const walked = new Set<number>();
  const seen = new Uint8Array(nodeIds.length);
  const begins = [...new Set(sourceNode)];
  for (const begin of begins) {
    seen[begin] = 1;
    const own = stationsAt.get(begin) ?? [];
    if (own.length > 0) strings.push({ stations: own, ring: false, openBefore: -1 });
  }
  // `begins` grows by the nodes where a string branches off.
  for (let i = 0; i < begins.length; i++) {
    for (const first of linesAt[begins[i]!]!) {
      if (walked.has(first)) continue;
      const stations: Station[] = [];
      let openBefore = -1;
      let ring = false;
      let node = begins[i]!;
      for (let line: number | undefined = first; line !== undefined; ) {
        walked.add(line);
        if (fromClosed[line] === 0 || toClosed[line] === 0) openBefore = stations.length;
        node = branchFrom[line] === node ? branchTo[line]! : branchFrom[line]!;
        if (seen[node] === 1) {
          ring = true;
          break;
        }
        seen[node] = 1;
        stations.push(...(stationsAt.get(node) ?? []));
        const onward: number[] = linesAt[node]!.filter((other) => !walked.has(other));
        if (onward.length > 1) begins.push(node);
        line = onward[0];
      }
      if (stations.length > 0) strings.push({ stations, ring, openBefore });
    }
  }
  // Whatever a walk from the sources does not reach, such as low voltage with a source of its own.
  const reached = new Set(strings.flatMap(({ stations }) => stations));
  const rest = [...stationsAt.values()].flat().filter((station) => !reached.has(station));
  if (rest.length > 0) strings.push({ stations: rest, ring: false, openBefore: -1 });
  return strings;
}

const LV_MAX_V = 1000;

/** Stations by the node of their high side. */
function stationsByNode(loaded: LoadedWijk): Map<number, Station[]> {
  const { grid, wijk } = loaded;
  const { branchIds, branchKinds, branchFrom, branchTo, fromClosed, toClosed, ratedPowerVA } = grid.network;
  const { feeder, distanceM } = mapFeeders(grid, wijk);
  const busbarOf = stationOfNode(loaded);
  const fuses = new Map(wijk.feeders.map(({ name, fuseA }) => [name, fuseA ?? Number.NaN]));
  const loadNode = new Map([...grid.network.loadIds].map((id, l) => [id, grid.network.loadNode[l]!]));
  const behind = new Map<number, Map<string, number[]>>();
  wijk.connections.forEach(({ load }, c) => {
    const node = loadNode.get(load)!;
    const busbar = busbarOf[node]!;
    if (busbar < 0) return;
    const feeders = behind.get(busbar) ?? new Map<string, number[]>();
    behind.set(busbar, feeders);
    // A customer may be on the busbar itself, before any feeder.
    const name = feeder[node]! || BUSBAR;
    const list = feeders.get(name) ?? [];
    feeders.set(name, list);
    list.push(c);
  });
  const at = new Map<number, Station[]>();
  branchIds.forEach((id, b) => {
    if (branchKinds[b] !== BRANCH_KIND.transformer || fromClosed[b] === 0 || toClosed[b] === 0) return;
    const metres = (c: number): number => distanceM[loadNode.get(wijk.connections[c]!.load)!]!;
    const feeders = [...(behind.get(branchTo[b]!) ?? [])].map(([name, connections]) => ({
      name,
      fuseA: fuses.get(name) ?? Number.NaN,
      connections: connections.toSorted((p, q) => metres(p) - metres(q)),
      lengthM: connections.reduce((most, c) => Math.max(most, metres(c)), 0),
    }));
    const station = {
      name: sharedWord(feeders.map(({ name }) => name).filter((name) => name !== BUSBAR)) ?? `transformer ${id}`,
      transformer: id,
      ratedVA: ratedPowerVA[b]!,
      feeders,
    };
    const node = branchFrom[b]!;
    at.set(node, [...(at.get(node) ?? []), station]);
  });
  return at;
}

/** Per node: the busbar that feeds it, or -1 at and above the transformers' high sides. */
function stationOfNode({ grid }: LoadedWijk): Int32Array {
  const { nodeCount, branchIds, branchKinds, branchFrom, branchTo, fromClosed, toClosed } = grid.network;
  const isTransformer = (b: number): boolean =>
    branchKinds[b] === BRANCH_KIND.transformer || branchKinds[b] === BRANCH_KIND.three_winding_transformer;
  const neighbours: number[][] = Array.from({ length: nodeCount }, () => []);
  branchIds.forEach((_, b) => {
    if (isTransformer(b) || fromClosed[b] === 0 || toClosed[b] === 0) return;
    neighbours[branchFrom[b]!]!.push(branchTo[b]!);
    neighbours[branchTo[b]!]!.push(branchFrom[b]!);
  });
  const busbarOf = new Int32Array(nodeCount).fill(-1);
  const queue: number[] = [];
  branchIds.forEach((_, b) => {
    if (!isTransformer(b) || busbarOf[branchTo[b]!] !== -1) return;
    busbarOf[branchTo[b]!] = branchTo[b]!;
    queue.push(branchTo[b]!);
  });
  for (let i = 0; i < queue.length; i++) {
    for (const other of neighbours[queue[i]!]!) {
      if (busbarOf[other] !== -1) continue;
      busbarOf[other] = busbarOf[queue[i]!]!;
      queue.push(other);
    }
  }
  return busbarOf;
}

/** What stands before any feeder. */
const BUSBAR = 'busbar';

/** The first word, if all names begin with it and go on; `line 9` is what a feeder without a name is called. */
function sharedWord(names: readonly string[]): string | undefined {
  const word = names[0]?.split(' ')[0];
  if (word === undefined || word === 'line' || word === 'feeder') return undefined;
  return names.every((name) => name.startsWith(`${word} `)) ? word : undefined;
}

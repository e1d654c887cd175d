/** The transformers of a wijk as places: which node and slot lies behind which. Worked out once per session. Pure. */
import type { DescribeMessage, MaybeNumber } from '../server/messages.js';

export interface Station {
  /** Index of the transformer among the branches. */
  readonly branch: number;
  /** What its feeders have in common, such as `T12`. */
  readonly name: string;
  readonly ratedPowerVa: number;
  /** Indices of the slots behind it. */
  readonly slots: readonly number[];
}

export interface Stations {
  readonly list: readonly Station[];
  /** Per node: its station, or -1 above the transformers. */
  readonly ofNode: Int32Array;
}

export const NO_STATIONS: Stations = { list: [], ofNode: new Int32Array(0) };

export function stationsOf(description: DescribeMessage): Stations {
  const { nodes, branches, connections, slots } = description;
  const neighbours: number[][] = nodes.map(() => []);
  for (const { kind, from, to } of branches) {
    if (kind === 'transformer') continue;
    neighbours[from]?.push(to);
    neighbours[to]?.push(from);
  }
  const transformers = branches.flatMap(({ kind }, b) => (kind === 'transformer' ? [b] : []));
  const ofNode = new Int32Array(nodes.length).fill(-1);
  // Breadth first from all low sides at once; the high sides are reached by none.
  const queue: number[] = [];
  transformers.forEach((b, station) => {
    const busbar = branches[b]!.to;
    if (ofNode[busbar] !== -1) return;
    ofNode[busbar] = station;
    queue.push(busbar);
  });
  for (let at = 0; at < queue.length; at++) {
    const node = queue[at]!;
    for (const other of neighbours[node]!) {
      if (ofNode[other] !== -1) continue;
      ofNode[other] = ofNode[node]!;
      queue.push(other);
    }
  }
  const feeders: Set<string>[] = transformers.map(() => new Set());
  nodes.forEach(({ feeder }, n) => {
    if (feeder !== '') feeders[ofNode[n]!]?.add(feeder);
  });
  const behind: number[][] = transformers.map(() => []);
  slots.forEach(({ connection }, s) => {
    const node = connections[connection]?.node;
    if (node !== undefined) behind[ofNode[node]!]?.push(s);
  });
  const list = transformers.map((branch, s) => ({
    branch,
    name: sharedWord([...feeders[s]!]) ?? `transformer ${branches[branch]!.pgmId}`,
    ratedPowerVa: branches[branch]!.ratedPowerVa,
    slots: behind[s]!,
  }));
  return { list, ofNode };
}

/** The first word, if all names begin with it and go on; `line 9` is what a feeder without a name is called. */
function sharedWord(names: readonly string[]): string | undefined {
  if (names.some((name) => name.startsWith('line '))) return undefined;
  const word = names[0]?.split(' ')[0];
  return word !== undefined && names.every((name) => name.startsWith(`${word} `)) ? word : undefined;
}

/** The station whose transformer carries most of its rating, with that ratio; undefined before the first frame. */
export function fullest(
  stations: Stations,
  loading: readonly MaybeNumber[],
): { readonly station: Station; readonly ratio: number } | undefined {
  let most: { station: Station; ratio: number } | undefined;
  for (const station of stations.list) {
    const ratio = loading[station.branch];
    if (ratio === null || ratio === undefined) continue;
    if (most === undefined || ratio > most.ratio) most = { station, ratio };
  }
  return most;
}

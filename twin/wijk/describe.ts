/** What is in a wijk, in numbers. */
import { mapFeeders } from './feeders.js';
import type { LoadedWijk } from './load.js';

export interface Description {
  readonly wijk: string;
  readonly title: string;
  readonly groupLimitKw: number;
  readonly connections: Readonly<Record<string, number>>;
  readonly slots: Readonly<Record<string, number>>;
  /** Contracted capacity of connections per phase, A. */
  readonly fusesPerPhaseA: readonly [number, number, number];
  readonly nodes: number;
  readonly branches: number;
  readonly feeders: readonly { readonly name: string; readonly nodes: number; readonly lengthM: number }[];
}

export function describeWijk({ wijk, grid }: LoadedWijk): Description {
  const connections: Record<string, number> = {};
  const slots: Record<string, number> = {};
  const fuses: [number, number, number] = [0, 0, 0];
  for (const connection of wijk.connections) {
    connections[connection.use] = (connections[connection.use] ?? 0) + 1;
    for (const asset of connection.assets) slots[asset.kind] = (slots[asset.kind] ?? 0) + 1;
    [...'abc'].forEach((phase, p) => {
      if (connection.phases.includes(phase)) fuses[p]! += connection.fuseA;
    });
  }
  const { feeder, distanceM } = mapFeeders(grid, wijk);
  const names = [...new Set(feeder)].filter((name) => name !== '');
  return {
    wijk: wijk.wijk,
    title: wijk.title,
    groupLimitKw: wijk.group.limitKw,
    connections,
    slots,
    fusesPerPhaseA: fuses,
    nodes: grid.network.nodeIds.length,
    branches: grid.network.branchIds.length,
    feeders: names.map((name) => {
      const at = [...feeder.keys()].filter((n) => feeder[n] === name);
      return { name, nodes: at.length, lengthM: Math.max(...at.map((n) => distanceM[n]!)) };
    }),
  };
}

/** The description as lines for a person. */
export function descriptionLines(d: Description): string[] {
  const counts = (of: Readonly<Record<string, number>>): string =>
    Object.entries(of)
      .map(([name, count]) => `${count} ${name}`)
      .join(', ');
  const feeders = d.feeders.map(({ name, nodes, lengthM }) => {
    const length = Number.isNaN(lengthM) ? 'length not given' : `${lengthM.toFixed(0)} m`;
    return `  ${name}: ${nodes} nodes, ${length}`;
  });
  return [
    `${d.wijk}: ${d.title}`,
    `group limit ${d.groupLimitKw} kW`,
    `connections: ${counts(d.connections)}; fuses on phases a, b, c: ${d.fusesPerPhaseA.join(', ')} A`,
    `slots: ${counts(d.slots)}`,
    `grid: ${d.nodes} nodes, ${d.branches} branches; feeders:`,
    ...feeders,
  ];
}

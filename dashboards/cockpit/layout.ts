/** What the drawings need of a description, worked out once per session. Pure. */
import type { DescribeMessage, MaybeNumber } from '../server/messages.js';

export const PHASE_LETTERS = ['A', 'B', 'C'] as const;

/** A connection as a place where a voltage is felt. */
export interface Tap {
  readonly id: string;
  readonly node: number;
  readonly distanceM: number;
  /** 0, 1, 2 for A, B, C: the phases that the connection uses. */
  readonly phases: readonly number[];
}

/** A cable between two nodes, with their distances from the transformer. */
export interface Edge {
  readonly from: number;
  readonly to: number;
  readonly fromM: number;
  readonly toM: number;
}

export interface Feeder {
  readonly name: string;
  readonly lengthM: number;
  readonly edges: readonly Edge[];
  readonly taps: readonly Tap[];
}

/**
 * Feeders of the low voltage with their connections, of all nodes or of those in `scope`. Those with a single connection are
 * drawn together as `direct`.
 */
export function feedersOf(description: DescribeMessage, scope: (node: number) => boolean = () => true): Feeder[] {
  const { nodes, branches } = description;
  const names = [...new Set(nodes.flatMap(({ feeder }, n) => (feeder !== '' && scope(n) ? [feeder] : [])))];
  const taps = tapsOf(description).filter(({ node }) => scope(node));
  const distance = (node: number): number => nodes[node]?.distanceM ?? 0;
  const feederOfTap = (tap: Tap): string => nodes[tap.node]?.feeder ?? '';
  const single = new Set(names.filter((name) => taps.filter((tap) => feederOfTap(tap) === name).length <= 1));
  const groupOf = (name: string): string => (single.has(name) ? 'direct' : name);
  const groups = [...new Set(names.map(groupOf))].sort((a, b) =>
    a === 'direct' ? 1 : b === 'direct' ? -1 : a.localeCompare(b, 'en', { numeric: true }),
  );
  return groups.map((name) => {
    const inGroup = (node: number): boolean => {
      const feeder = nodes[node]?.feeder ?? '';
      return feeder !== '' && scope(node) && groupOf(feeder) === name;
    };
    const lowVoltage = (node: number): boolean => (nodes[node]?.ratedLineVoltageV ?? 0) < 1000;
    const edges = branches
      .filter(({ from, to }) => (inGroup(from) || inGroup(to)) && lowVoltage(from) && lowVoltage(to))
      .map(({ from, to }) => ({ from, to, fromM: distance(from), toM: distance(to) }));
    const own = taps.filter((tap) => inGroup(tap.node)).sort((a, b) => a.distanceM - b.distanceM);
    const lengthM = Math.max(1, ...edges.map((edge) => Math.max(edge.fromM, edge.toM)));
    return { name, lengthM, edges, taps: own };
  });
}

/** Connections of low voltage; those of medium voltage stand above the feeders, and their volts are of another kind. */
export function tapsOf(description: DescribeMessage): Tap[] {
  const used = description.connections.map(() => [false, false, false]);
  for (const slot of description.slots) {
    slot.shares.forEach((share, phase) => {
      if (share > 0) used[slot.connection]![phase] = true;
    });
  }
  return description.connections.flatMap((connection, i) => {
    const node = description.nodes[connection.node];
    if ((node?.ratedLineVoltageV ?? 0) >= 1000) return [];
    const phases = [0, 1, 2].filter((phase) => used[i]![phase]);
    return [{ id: connection.id, node: connection.node, distanceM: node?.distanceM ?? 0, phases }];
  });
}

export interface Extreme {
  readonly volts: number;
  readonly id: string;
  readonly phase: number;
}

/** Lowest and highest voltage at any connection, on the phases it uses; undefined before the first frame. */
export function voltageExtremes(
  taps: readonly Tap[],
  voltageV: readonly MaybeNumber[],
): { lowest: Extreme; highest: Extreme } | undefined {
  let lowest: Extreme | undefined;
  let highest: Extreme | undefined;
  for (const { id, node, phases } of taps) {
    for (const phase of phases) {
      const volts = voltageV[3 * node + phase];
      if (volts === null || volts === undefined || volts === 0) continue;
      if (lowest === undefined || volts < lowest.volts) lowest = { volts, id, phase };
      if (highest === undefined || volts > highest.volts) highest = { volts, id, phase };
    }
  }
  return lowest && highest ? { lowest, highest } : undefined;
}

/** Start of the quarter-hour to which a tick belongs that ends at this instant. */
export function quarterStartUs(timeUs: number): number {
  return (Math.ceil(timeUs / 900e6) - 1) * 900e6;
}

/**
 * Range of the power axis: from zero, unless all lies far above it, as it does when a wijk is held under its limit; then
 * the room between power and limit is what must be seen.
 */
export function powerRange(min: number | null, max: number | null): [number, number] {
  const low = min ?? 0;
  const high = Math.max(1, max ?? 1);
  const margin = 0.08 * (high - Math.min(0, low));
  if (low > 0.4 * high) return [Math.max(0, low - 0.6 * (high - low) - 0.02 * high), high + 0.02 * high];
  return [low < 0 ? low - margin : 0, high + margin];
}

export const SOURCE_NAMES = ['unknown', 'model', 'device', 'fallback'] as const;
export type SourceName = (typeof SOURCE_NAMES)[number];

export function sourceName(code: MaybeNumber | undefined): SourceName {
  return SOURCE_NAMES[code ?? 0] ?? 'unknown';
}

/** Who gives a setpoint, by the number of the role in proto. */
export function roleName(code: MaybeNumber | undefined): string {
  return (
    ['', 'strategy', 'external controller', 'call-off', 'safety envelope', 'emergency stop', 'operator'][code ?? 0] ??
    ''
  );
}

export interface SourceShare {
  readonly source: Exclude<SourceName, 'unknown'>;
  readonly slots: number;
  /** Share of the sum of absolute slot powers. */
  readonly ratio: number;
}

export function sourceShares(source: readonly MaybeNumber[], powerW: readonly MaybeNumber[]): SourceShare[] {
  const slots = { model: 0, device: 0, fallback: 0, unknown: 0 };
  const watts = { model: 0, device: 0, fallback: 0, unknown: 0 };
  source.forEach((code, i) => {
    const name = sourceName(code);
    slots[name]++;
    watts[name] += Math.abs(powerW[i] ?? 0);
  });
  const total = watts.model + watts.device + watts.fallback;
  return (['model', 'device', 'fallback'] as const).map((name) => ({
    source: name,
    slots: slots[name],
    ratio: total === 0 ? 0 : watts[name] / total,
  }));
}

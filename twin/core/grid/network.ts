/**
 * A dataset as an electrical network in per unit: every branch as transfer and excess blocks, every node with its shunt
 * admittance, sources as current behind admittance, loads as power per phase. Nothing is reduced or ordered here.
 *
 * A symmetric calculation is the asymmetric one of the balanced network: every sequence behaves as the positive one and
 * every load is its mean. That gives PGM's symmetric numbers with one solver.
 */

import { asymLineModel } from './asym-line.js';
import {
  BASE_POWER_VA,
  genericBranchModel,
  lineModel,
  linkModel,
  orElse,
  shuntAdmittance,
  sourceAdmittance,
  type TwoPort,
  threeWindingModel,
  transformerModel,
} from './branch-model.js';
import { addDiagonal, addSequences, BLOCK, type Complex, polar, toSequences } from './complex.js';
import type { Problem } from './problem.js';
import { CONST_POWER, type Dataset, LOADS, type LoadName, type Phases } from './schema.js';

/** What a branch is, as in `branchKinds`. */
export const BRANCH_KIND = {
  line: 0,
  asym_line: 1,
  link: 2,
  generic_branch: 3,
  transformer: 4,
  three_winding_transformer: 5,
} as const;
export type BranchKindName = keyof typeof BRANCH_KIND;

export interface Network {
  readonly symmetric: boolean;
  /** Nodes of the dataset first, in its order; then the star points of three-winding transformers. */
  readonly nodeCount: number;
  readonly nodeIds: Int32Array;
  readonly uRatedV: Float64Array;
  /** Line, asym_line, link, generic_branch, transformer, then the three legs of each three-winding transformer. */
  readonly branchIds: Int32Array;
  readonly branchKinds: Uint8Array;
  readonly branchFrom: Int32Array;
  readonly branchTo: Int32Array;
  readonly fromClosed: Uint8Array;
  readonly toClosed: Uint8Array;
  /** Blocks, one per branch, per unit: in phases for results, in sequence components for the elimination. */
  readonly transfer: Float64Array;
  readonly excessFrom: Float64Array;
  readonly excessTo: Float64Array;
  readonly sequence: {
    readonly transfer: Float64Array;
    readonly excessFrom: Float64Array;
    readonly excessTo: Float64Array;
    /** Shunts and sources of each node. */
    readonly node: Float64Array;
  };
  /** Rated current (lines) and rated power (transformers); NaN where there is none. */
  readonly ratedCurrentA: Float64Array;
  readonly ratedPowerVA: Float64Array;
  /** Shunts of each node: one block per node. Sources are not in it. */
  readonly shunt: Float64Array;
  readonly sourceIds: Int32Array;
  readonly sourceNode: Int32Array;
  readonly sourceClosed: Uint8Array;
  readonly sourceAdmittance: Float64Array;
  /** Voltage of phase a of each source, per unit; the other phases follow 120° apart. */
  readonly sourceVoltage: readonly Complex[];
  readonly loadIds: Int32Array;
  readonly loadComponents: readonly LoadName[];
  readonly loadNode: Int32Array;
  readonly loadClosed: Uint8Array;
  /** 0 constant power, 1 impedance, 2 current. */
  readonly loadTypes: Uint8Array;
  /** Three per load, + is consumption. */
  readonly loadActivePowerW: Float64Array;
  readonly loadReactivePowerVar: Float64Array;
}

export interface BuiltNetwork {
  readonly network: Network | null;
  readonly problems: readonly Problem[];
}

/** Models every component. Problems name what this kind of calculation cannot do without. */
export function buildNetwork(dataset: Dataset, symmetric: boolean): BuiltNetwork {
  const problems: Problem[] = [];
  const nodes = dataset.node.length;
  const legs = dataset.three_winding_transformer;
  const nodeCount = nodes + legs.length;
  const uRatedV = Float64Array.from([
    ...dataset.node.map((node) => node.u_rated),
    ...legs.map((t) => dataset.node.find((node) => node.id === t.node_1)?.u_rated ?? Number.NaN),
  ]);
  const indexOf = new Map(dataset.node.map((node, index) => [node.id, index]));
  const index = (id: number): number => indexOf.get(id) ?? 0;
  const rated = (id: number): number => uRatedV[index(id)]!;

  const count =
    dataset.line.length +
    dataset.asym_line.length +
    dataset.link.length +
    dataset.generic_branch.length +
    dataset.transformer.length +
    3 * legs.length;
  const branchIds = new Int32Array(count);
  const branchKinds = new Uint8Array(count);
  const branchFrom = new Int32Array(count);
  const branchTo = new Int32Array(count);
  const fromClosed = new Uint8Array(count);
  const toClosed = new Uint8Array(count);
  const transfer = new Float64Array(BLOCK * count);
  const excessFrom = new Float64Array(BLOCK * count);
  const excessTo = new Float64Array(BLOCK * count);
  const ratedCurrentA = new Float64Array(count).fill(Number.NaN);
  const ratedPowerVA = new Float64Array(count).fill(Number.NaN);

  let b = 0;
  const place = (kind: BranchKindName, id: number, from: number, to: number, closed: readonly [number, number]) => {
    branchIds[b] = id;
    branchKinds[b] = BRANCH_KIND[kind];
    branchFrom[b] = from;
    branchTo[b] = to;
    fromClosed[b] = closed[0];
    toClosed[b] = closed[1];
    b++;
  };
  const sequence = {
    transfer: new Float64Array(BLOCK * count),
    excessFrom: new Float64Array(BLOCK * count),
    excessTo: new Float64Array(BLOCK * count),
    node: new Float64Array(BLOCK * nodeCount),
  };
  const model = (port: TwoPort) => {
    addSequences(transfer, BLOCK * b, port.transfer);
    addSequences(excessFrom, BLOCK * b, port.excessFrom);
    addSequences(excessTo, BLOCK * b, port.excessTo);
    addDiagonal(sequence.transfer, BLOCK * b, port.transfer);
    addDiagonal(sequence.excessFrom, BLOCK * b, port.excessFrom);
    addDiagonal(sequence.excessTo, BLOCK * b, port.excessTo);
  };
  const need = (component: string, row: number, names: readonly string[], values: readonly number[]) => {
    names.forEach((name, n) => {
      if (Number.isNaN(values[n])) {
        problems.push({
          path: `data/0/${component}/${row}/${name}`,
          rule: 'must be given for an asymmetric calculation',
        });
      }
    });
  };

  dataset.line.forEach((line, row) => {
    if (!symmetric) need('line', row, ['r0', 'x0', 'c0', 'tan0'], [line.r0, line.x0, line.c0, line.tan0]);
    model(lineModel(line, rated(line.from_node), symmetric));
    ratedCurrentA[b] = line.i_n;
    place('line', line.id, index(line.from_node), index(line.to_node), [line.from_status, line.to_status]);
  });
  dataset.asym_line.forEach((line, row) => {
    const port = asymLineModel(line, rated(line.from_node), symmetric);
    if (port === null) {
      problems.push({ path: `data/0/asym_line/${row}`, rule: 'the impedance matrix is singular' });
    } else {
      transfer.set(port.transfer, BLOCK * b);
      excessFrom.set(port.excessFrom, BLOCK * b);
      excessTo.set(port.excessTo, BLOCK * b);
      toSequences(sequence.transfer, BLOCK * b, port.transfer, 0);
      toSequences(sequence.excessFrom, BLOCK * b, port.excessFrom, 0);
      toSequences(sequence.excessTo, BLOCK * b, port.excessTo, 0);
    }
    ratedCurrentA[b] = line.i_n;
    place('asym_line', line.id, index(line.from_node), index(line.to_node), [line.from_status, line.to_status]);
  });
  for (const link of dataset.link) {
    model(linkModel(link));
    place('link', link.id, index(link.from_node), index(link.to_node), [link.from_status, link.to_status]);
  }
  dataset.generic_branch.forEach((branch, row) => {
    if (!symmetric) {
      const rule = 'a generic_branch has no zero sequence; it is for symmetric calculations only';
      problems.push({ path: `data/0/generic_branch/${row}`, rule });
    }
    model(genericBranchModel(branch, rated(branch.to_node)));
    ratedPowerVA[b] = branch.sn;
    place('generic_branch', branch.id, index(branch.from_node), index(branch.to_node), [
      branch.from_status,
      branch.to_status,
    ]);
  });
  for (const t of dataset.transformer) {
    model(transformerModel(t, rated(t.from_node), rated(t.to_node), symmetric));
    ratedPowerVA[b] = t.sn;
    place('transformer', t.id, index(t.from_node), index(t.to_node), [t.from_status, t.to_status]);
  }
  legs.forEach((t, row) => {
    const ends = [t.node_1, t.node_2, t.node_3] as const;
    const models = threeWindingModel(t, [rated(ends[0]), rated(ends[1]), rated(ends[2])], symmetric);
    const status = [t.status_1, t.status_2, t.status_3];
    const sn = [t.sn_1, t.sn_2, t.sn_3];
    models.forEach((leg, side) => {
      model(leg);
      ratedPowerVA[b] = sn[side]!;
      place('three_winding_transformer', t.id, index(ends[side]!), nodes + row, [status[side]!, 1]);
    });
  });

  const shunt = new Float64Array(BLOCK * nodeCount);
  dataset.shunt.forEach((s, row) => {
    if (!symmetric) need('shunt', row, ['g0', 'b0'], [s.g0, s.b0]);
    if (s.status === 1) {
      const y = shuntAdmittance(s, rated(s.node), symmetric);
      addSequences(shunt, BLOCK * index(s.node), y);
      addDiagonal(sequence.node, BLOCK * index(s.node), y);
    }
  });

  const sources = dataset.source;
  const admittance = new Float64Array(BLOCK * sources.length);
  sources.forEach((source, s) => {
    if (source.status !== 1) return;
    const y = sourceAdmittance(source, symmetric);
    addSequences(admittance, BLOCK * s, y);
    addDiagonal(sequence.node, BLOCK * index(source.node), y);
  });

  return {
    problems,
    network:
      problems.length > 0
        ? null
        : {
            symmetric,
            nodeCount,
            nodeIds: Int32Array.from(dataset.node, (node) => node.id),
            uRatedV,
            branchIds,
            branchKinds,
            branchFrom,
            branchTo,
            fromClosed,
            toClosed,
            transfer,
            excessFrom,
            excessTo,
            sequence,
            ratedCurrentA,
            ratedPowerVA,
            shunt,
            sourceIds: Int32Array.from(sources, (source) => source.id),
            sourceNode: Int32Array.from(sources, (source) => index(source.node)),
            sourceClosed: Uint8Array.from(sources, (source) => source.status),
            sourceAdmittance: admittance,
            sourceVoltage: sources.map((source) => polar(source.u_ref, orElse(source.u_ref_angle, 0))),
            ...buildLoads(dataset, index, symmetric),
          },
  };
}

/** Loads and generators in the order sym_load, sym_gen, asym_load, asym_gen; a generator's power is entered with minus. */
function buildLoads(dataset: Dataset, index: (id: number) => number, symmetric: boolean) {
  const count = LOADS.reduce((sum, name) => sum + dataset[name].length, 0);
  const loads = {
    loadIds: new Int32Array(count),
    loadComponents: [] as LoadName[],
    loadNode: new Int32Array(count),
    loadClosed: new Uint8Array(count),
    loadTypes: new Uint8Array(count),
    loadActivePowerW: new Float64Array(3 * count),
    loadReactivePowerVar: new Float64Array(3 * count),
  };
  let l = 0;
  for (const component of LOADS) {
    const sign = component.endsWith('gen') ? -1 : 1;
    for (const row of dataset[component]) {
      loads.loadIds[l] = row.id;
      loads.loadComponents.push(component);
      loads.loadNode[l] = index(row.node);
      loads.loadClosed[l] = row.status;
      loads.loadTypes[l] = Number.isNaN(row.type) ? CONST_POWER : row.type;
      loads.loadActivePowerW.set(phasesOf(row.p_specified, sign, symmetric), 3 * l);
      loads.loadReactivePowerVar.set(phasesOf(row.q_specified, sign, symmetric), 3 * l);
      l++;
    }
  }
  return loads;
}

/** Power per phase. A scalar is the total of three phases. Not given means 0. */
export function phasesOf(value: number | Phases, sign: number, symmetric: boolean): Phases {
  if (typeof value === 'number') {
    const third = (sign * orElse(value, 0)) / 3;
    return [third, third, third];
  }
  const [a, b, c] = value.map((x) => sign * orElse(x, 0)) as [number, number, number];
  const mean = (a + b + c) / 3;
  return symmetric ? [mean, mean, mean] : [a, b, c];
}

/** Per unit of one phase: a third of the base. */
export const BASE_POWER_PHASE_VA = BASE_POWER_VA / 3;

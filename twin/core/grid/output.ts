/**
 * Results of a power flow as a PGM output dataset, in PGM's conventions:
 *
 *   node      u is line-to-line in symmetric and line-to-neutral in asymmetric results; p, q are injected by sources, loads and generators (generator sign)
 *   branch    p, q positive into the branch at either end; loading of lines by current, of transformers by apparent power
 *   load      load sign; source and generator: generator sign; shunt: load sign
 *
 * Symmetric values are single numbers, totals of three phases; asymmetric ones are lists for phases a, b and c.
 */
import { BASE_POWER_VA, shuntAdmittance } from './branch-model.js';
import { addSequences, BLOCK } from './complex.js';
import { addAdmittanceCurrent, BRANCH_CURRENTS, branchCurrents } from './flows.js';
import { linkCurrents } from './link-flows.js';
import { BASE_POWER_PHASE_VA, BRANCH_KIND } from './network.js';
import type { ComponentName, Dataset } from './schema.js';
import type { GridSolver } from './solver.js';
import { loadCurrent, SourceBalance, sourceCurrents } from './sources.js';

/** A value of a result: a total, or a list for phases a, b and c; null if it is not defined; "inf" is what PGM's JSON calls infinity. */
export type OutputValue = number | 'inf' | null | readonly (number | null)[];
export type OutputRow = { readonly [attribute: string]: OutputValue };
export type OutputScenario = { readonly [C in ComponentName]?: readonly OutputRow[] };

export interface OutputDataset {
  readonly version: '1.0';
  readonly type: 'sym_output' | 'asym_output';
  readonly is_batch: boolean;
  readonly attributes: Readonly<Record<string, readonly string[]>>;
  readonly data: OutputScenario | readonly OutputScenario[];
}

export function outputDataset(
  scenarios: readonly OutputScenario[],
  isBatch: boolean,
  symmetric: boolean,
): OutputDataset {
  return {
    version: '1.0',
    type: symmetric ? 'sym_output' : 'asym_output',
    is_batch: isBatch,
    attributes: {},
    data: isBatch ? scenarios : scenarios[0]!,
  };
}

/** Power and current of one terminal, per phase: re, im of the current and of the apparent power, per unit. */
interface Terminal {
  readonly energized: boolean;
  readonly p: readonly number[];
  readonly q: readonly number[];
  readonly i: readonly number[];
  readonly s: readonly number[];
}

/** The solved state of a grid as one scenario of an output dataset. `dataset` is the one that was prepared. */
export function outputScenario(
  solver: GridSolver,
  dataset: Dataset,
  taps?: ReadonlyMap<number, number>,
): OutputScenario {
  const { network, energized } = solver.grid;
  const { voltageRe: re, voltageIm: im } = solver;
  const { symmetric } = network;
  const nodes = network.nodeIds.length;
  const out: { [C in ComponentName]?: OutputRow[] } = {};
  const rows = (component: ComponentName): OutputRow[] => {
    out[component] ??= [];
    return out[component];
  };
  /** Of three phase values: as they are, or their sum. */
  const power = (values: readonly number[]): OutputValue =>
    symmetric ? clean(values[0]! + values[1]! + values[2]!) : values.map(clean);
  const single = (values: readonly number[]): OutputValue => (symmetric ? clean(values[0]!) : values.map(clean));
  const baseCurrent = (node: number) => BASE_POWER_VA / network.uRatedV[node]! / Math.sqrt(3);
  const current = new Float64Array(6);
  const ends = new Float64Array(BRANCH_CURRENTS);
  const shuntBlock = new Float64Array(BLOCK);
  const injected = new Float64Array(6 * network.nodeCount);

  const terminal = (node: number, at: Float64Array, offset: number, live: boolean): Terminal => {
    const p: number[] = [];
    const q: number[] = [];
    const i: number[] = [];
    const s: number[] = [];
    for (let phase = 0; phase < 3; phase++) {
      const uRe = re[3 * node + phase]!;
      const uIm = im[3 * node + phase]!;
      const iRe = live ? at[offset + 2 * phase]! : 0;
      const iIm = live ? at[offset + 2 * phase + 1]! : 0;
      p.push((uRe * iRe + uIm * iIm) * BASE_POWER_PHASE_VA);
      q.push((uIm * iRe - uRe * iIm) * BASE_POWER_PHASE_VA);
      i.push(Math.hypot(iRe, iIm) * baseCurrent(node));
      s.push(Math.hypot(p[phase]!, q[phase]!));
    }
    return { energized: live, p, q, i, s };
  };
  const applianceRow = (id: number, t: Terminal): OutputRow => ({
    id,
    energized: t.energized ? 1 : 0,
    p: power(t.p),
    q: power(t.q),
    i: single(t.i),
    s: power(t.s),
    pf: symmetric ? powerFactor(sum(t.p), sum(t.s)) : t.p.map((p, phase) => powerFactor(p, t.s[phase]!)),
  });
  const inject = (node: number, at: Float64Array, sign: number) => {
    for (let n = 0; n < 6; n++) injected[6 * node + n]! += sign * at[n]!;
  };

  const sourceCurrent = new Float64Array(6 * network.sourceIds.length);
  const { loadActivePowerW: loadP, loadReactivePowerVar: loadQ } = solver;
  new SourceBalance(network, sourceCurrents(network)).write(sourceCurrent, re, im, loadP, loadQ);
  network.sourceIds.forEach((id, s) => {
    const node = network.sourceNode[s]!;
    const live = network.sourceClosed[s] === 1;
    current.fill(0);
    if (live) {
      current.set(sourceCurrent.subarray(6 * s, 6 * s + 6));
      inject(node, current, 1);
    }
    rows('source').push(applianceRow(id, terminal(node, current, 0, live)));
  });
  network.loadIds.forEach((id, l) => {
    const node = network.loadNode[l]!;
    const live = network.loadClosed[l] === 1 && energized[node] === 1;
    loadCurrent(current, network, l, re, im, loadP, loadQ);
    if (live) inject(node, current, -1);
    const component = network.loadComponents[l]!;
    if (component.endsWith('gen')) for (let n = 0; n < 6; n++) current[n] = -current[n]!;
    rows(component).push(applianceRow(id, terminal(node, current, 0, live)));
  });
  // shunts one by one, for several may stand at one node; their blocks were summed at preparation
  const indexOf = new Map([...network.nodeIds].map((id, index) => [id, index]));
  dataset.shunt.forEach((shunt) => {
    const node = indexOf.get(shunt.node)!;
    const live = shunt.status === 1 && energized[node] === 1;
    current.fill(0);
    shuntBlock.fill(0);
    addSequences(shuntBlock, 0, shuntAdmittance(shunt, network.uRatedV[node]!, symmetric));
    addAdmittanceCurrent(current, shuntBlock, 0, re, im, node, 1);
    rows('shunt').push(applianceRow(shunt.id, terminal(node, current, 0, live)));
  });

  for (let n = 0; n < nodes; n++) {
    const live = energized[n] === 1;
    const magnitude = [0, 1, 2].map((phase) => Math.hypot(re[3 * n + phase]!, im[3 * n + phase]!));
    const t = terminal(n, injected, 6 * n, live);
    rows('node').push({
      id: network.nodeIds[n]!,
      energized: live ? 1 : 0,
      u_pu: single(magnitude),
      u: single(magnitude.map((u) => u * (symmetric ? network.uRatedV[n]! : network.uRatedV[n]! / Math.sqrt(3)))),
      u_angle: single([0, 1, 2].map((phase) => Math.atan2(im[3 * n + phase]!, re[3 * n + phase]!))),
      p: power(t.p),
      q: power(t.q),
    });
  }

  const legs: Terminal[] = [];
  const throughLinks = linkCurrents(network, re, im, injected);
  network.branchIds.forEach((id, b) => {
    const from = network.branchFrom[b]!;
    const to = network.branchTo[b]!;
    const live =
      (network.fromClosed[b] === 1 && energized[from] === 1) || (network.toClosed[b] === 1 && energized[to] === 1);
    branchCurrents(ends, network, BLOCK * b, re, im, from, to);
    const throughLink = throughLinks.get(b);
    if (throughLink !== undefined) {
      ends.set(throughLink);
      ends.set(
        throughLink.map((value) => -value),
        6,
      );
    }
    const f = terminal(from, ends, 0, live);
    const kind = network.branchKinds[b]!;
    if (kind === BRANCH_KIND.three_winding_transformer) {
      legs.push(f);
      if (legs.length === 3) rows('three_winding_transformer').push(threeWindingRow(id, legs.splice(0), b - 2));
      return;
    }
    const t = terminal(to, ends, 6, live);
    rows(BRANCH_NAMES[kind]!).push({
      id,
      energized: live ? 1 : 0,
      loading: live ? loadingOf(branchLoading(b, f, t)) : 0,
      p_from: power(f.p),
      q_from: power(f.q),
      i_from: single(f.i),
      s_from: power(f.s),
      p_to: power(t.p),
      q_to: power(t.q),
      i_to: single(t.i),
      s_to: power(t.s),
    });
  });

  function branchLoading(b: number, f: Terminal, t: Terminal): number {
    const kind = network.branchKinds[b]!;
    if (kind === BRANCH_KIND.link) return 0;
    if (kind === BRANCH_KIND.line || kind === BRANCH_KIND.asym_line) {
      return Math.max(...f.i, ...t.i) / network.ratedCurrentA[b]!;
    }
    const sn = network.ratedPowerVA[b]!;
    // a generic branch need not have a rated power; as in PGM, given as 0 it is overloaded by anything
    return Number.isNaN(sn) ? 0 : Math.max(sum(f.s), sum(t.s)) / sn;
  }

  function threeWindingRow(id: number, three: readonly Terminal[], first: number): OutputRow {
    const loading = three.map((leg, side) => sum(leg.s) / network.ratedPowerVA[first + side]!);
    const row: Record<string, OutputValue> = { id, energized: three.some((leg) => leg.energized) ? 1 : 0 };
    loading.forEach((value, side) => {
      row[`loading_${side + 1}`] = value;
    });
    row.loading = Math.max(...loading);
    three.forEach((leg, side) => {
      row[`p_${side + 1}`] = power(leg.p);
      row[`q_${side + 1}`] = power(leg.q);
      row[`i_${side + 1}`] = single(leg.i);
      row[`s_${side + 1}`] = power(leg.s);
    });
    return row;
  }

  if (dataset.transformer_tap_regulator.length > 0) {
    out.transformer_tap_regulator = dataset.transformer_tap_regulator.map((regulator) => ({
      id: regulator.id,
      energized: taps?.has(regulator.id) ? 1 : 0,
      tap_pos: taps?.get(regulator.id) ?? null,
    }));
  }
  return out;
}

const BRANCH_NAMES = Object.keys(BRANCH_KIND) as (keyof typeof BRANCH_KIND)[];

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const clean = (value: number): number | null => (Number.isFinite(value) ? value : null);
const loadingOf = (value: number): OutputValue => (value === Number.POSITIVE_INFINITY ? 'inf' : clean(value));
const powerFactor = (p: number, s: number): number => (s < 1e-8 ? 0 : p / s);

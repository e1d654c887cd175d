/**
 * What low-voltage engineers ask of a solved grid beyond PGM's output: unbalance, neutral current, losses and loading per
 * phase. Computed on demand from a solver's voltages.
 */
import { BASE_POWER_VA } from './branch-model.js';
import { BLOCK } from './complex.js';
import { BRANCH_CURRENTS, branchCurrents } from './flows.js';
import { BASE_POWER_PHASE_VA, BRANCH_KIND } from './network.js';
import type { GridSolver } from './solver.js';

/**
 * Voltage unbalance factor of a node (by index): negative over positive sequence voltage, as a fraction (EN 50160 allows
 * 0.02). NaN where there is no voltage.
 */
export function unbalance(solver: GridSolver, node: number): number {
  const { voltageRe: re, voltageIm: im } = solver;
  const n = 3 * node;
  const half = Math.sqrt(3) / 2;
  // U1 = (Ua + a Ub + a² Uc) / 3 and U2 = (Ua + a² Ub + a Uc) / 3 share the sum and the difference of b and c
  const sumRe = re[n]! - (re[n + 1]! + re[n + 2]!) / 2;
  const sumIm = im[n]! - (im[n + 1]! + im[n + 2]!) / 2;
  const turnRe = -half * (im[n + 1]! - im[n + 2]!);
  const turnIm = half * (re[n + 1]! - re[n + 2]!);
  return Math.hypot(sumRe - turnRe, sumIm - turnIm) / Math.hypot(sumRe + turnRe, sumIm + turnIm);
}

export interface BranchMeasures {
  /** Current that returns through neutral and earth, the larger of both ends, A. */
  readonly neutralCurrentA: number;
  /** Active power lost in the branch, W. */
  readonly lossesW: number;
  /** Current of each phase over i_n, at the end where it is larger; NaN without i_n. */
  readonly phaseLoading: readonly [number, number, number];
}

/** Measures of a branch (by index). */
export function branchMeasures(solver: GridSolver, branch: number): BranchMeasures {
  const { network } = solver.grid;
  const { voltageRe: re, voltageIm: im } = solver;
  const from = network.branchFrom[branch]!;
  const to = network.branchTo[branch]!;
  const ends = new Float64Array(BRANCH_CURRENTS);
  branchCurrents(ends, network, BLOCK * branch, re, im, from, to);
  const base = (node: number) => BASE_POWER_VA / network.uRatedV[node]! / Math.sqrt(3);
  const sum = (at: number) =>
    Math.hypot(ends[at]! + ends[at + 2]! + ends[at + 4]!, ends[at + 1]! + ends[at + 3]! + ends[at + 5]!);
  const current = (at: number, phase: number) => Math.hypot(ends[at + 2 * phase]!, ends[at + 2 * phase + 1]!);
  let losses = 0;
  for (let phase = 0; phase < 3; phase++) {
    const [f, t] = [3 * from + phase, 3 * to + phase];
    losses += re[f]! * ends[2 * phase]! + im[f]! * ends[2 * phase + 1]!;
    losses += re[t]! * ends[6 + 2 * phase]! + im[t]! * ends[7 + 2 * phase]!;
  }
  const loading = (phase: number) =>
    Math.max(current(0, phase) * base(from), current(6, phase) * base(to)) / network.ratedCurrentA[branch]!;
  return {
    neutralCurrentA: Math.max(sum(0) * base(from), sum(6) * base(to)),
    lossesW: losses * BASE_POWER_PHASE_VA,
    phaseLoading: [loading(0), loading(1), loading(2)],
  };
}

/** What PGM's output has no place for, one scenario. Ids as in the output dataset; `null` where a value is not defined. */
export interface MeasuredScenario {
  /** `u_unbalance`: negative over positive sequence voltage, as a fraction. */
  readonly node: readonly { readonly id: number; readonly u_unbalance: number | null }[];
  readonly [branch: string]: readonly {
    readonly id: number;
    /** A, through neutral and earth, at the end where it is larger. */
    readonly i_neutral?: number | null;
    /** W. */
    readonly p_losses?: number | null;
    /** Lines: current of each phase over i_n; `null` without i_n. */
    readonly loading_phase?: readonly (number | null)[];
    readonly u_unbalance?: number | null;
  }[];
}

/** The measures of a solved grid in the order of its dataset. */
export function measureScenario(solver: GridSolver): MeasuredScenario {
  const { network } = solver.grid;
  const finite = (value: number) => (Number.isFinite(value) ? value : null);
  const branches: Record<string, { id: number; i_neutral: number; p_losses: number; loading_phase: number[] }[]> = {};
  const kinds = Object.keys(BRANCH_KIND) as (keyof typeof BRANCH_KIND)[];
  network.branchIds.forEach((id, b) => {
    const { neutralCurrentA, lossesW, phaseLoading } = branchMeasures(solver, b);
    const kind = kinds[network.branchKinds[b]!]!;
    branches[kind] ??= [];
    const rows = branches[kind];
    const last = rows.at(-1);
    // the three legs of a three-winding transformer are one row
    if (kind === 'three_winding_transformer' && last?.id === id) {
      last.i_neutral = Math.max(last.i_neutral, neutralCurrentA);
      last.p_losses += lossesW;
    } else rows.push({ id, i_neutral: neutralCurrentA, p_losses: lossesW, loading_phase: [...phaseLoading] });
  });
  return {
    node: Array.from(network.nodeIds, (id, n) => ({ id, u_unbalance: finite(unbalance(solver, n)) })),
    ...Object.fromEntries(
      Object.entries(branches).map(([kind, rows]) => [
        kind,
        rows.map(({ id, i_neutral, p_losses, loading_phase }) => ({
          id,
          i_neutral: finite(i_neutral),
          p_losses: finite(p_losses),
          ...(kind === 'line' || kind === 'asym_line' ? { loading_phase: loading_phase.map(finite) } : {}),
        })),
      ]),
    ),
  };
}

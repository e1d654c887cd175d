/** What the `grid` commands print for people. */
import type { Description } from '../core/grid/describe.js';
import type { OutputRow, OutputScenario } from '../core/grid/output.js';
import type { Problem } from '../core/grid/problem.js';

/** One line per warning; ends with a line break if there is any. */
export const warningsText = (warnings: readonly Problem[]): string =>
  warnings
    .map(({ path, value, rule }) => `warning: ${path}${value === undefined ? '' : ` = ${value}`}: ${rule}\n`)
    .join('');

const BRANCHES = ['line', 'asym_line', 'link', 'generic_branch', 'transformer'] as const;
const LOADED = ['line', 'asym_line', 'transformer', 'three_winding_transformer'] as const;

interface Extreme {
  readonly value: number;
  readonly id: number;
  readonly scenario: number;
}

/** Extremes over the scenarios of a calculation, gathered one at a time. */
export class Summary {
  private scenarios = 0;
  private leastIterations = Infinity;
  private mostIterations = 0;
  private low: Extreme | null = null;
  private high: Extreme | null = null;
  private readonly loading = new Map<string, Extreme>();
  private first: OutputScenario | null = null;

  add(output: OutputScenario, iterations: number): void {
    const scenario = this.scenarios++;
    this.first ??= output;
    this.leastIterations = Math.min(this.leastIterations, iterations);
    this.mostIterations = Math.max(this.mostIterations, iterations);
    for (const row of output.node ?? []) {
      if (row.energized !== 1) continue;
      for (const value of values(row, 'u_pu')) {
        const extreme = { value, id: row.id as number, scenario };
        if (this.low === null || value < this.low.value) this.low = extreme;
        if (this.high === null || value > this.high.value) this.high = extreme;
      }
    }
    for (const component of LOADED) {
      for (const row of output[component] ?? []) {
        if (typeof row.loading !== 'number') continue;
        const before = this.loading.get(component);
        if (before !== undefined && row.loading <= before.value) continue;
        this.loading.set(component, { value: row.loading, id: row.id as number, scenario });
      }
    }
  }

  text(files: readonly string[]): string {
    const { first, low, high } = this;
    const lines: string[] = [];
    if (first !== null) {
      const count = `${this.scenarios} scenario${this.scenarios === 1 ? '' : 's'} solved`;
      lines.push(`${count}, ${this.leastIterations} to ${this.mostIterations} iterations`);
    }
    const where = ({ scenario }: Extreme) => (this.scenarios > 1 ? ` (scenario ${scenario})` : '');
    if (low !== null && high !== null) {
      lines.push(
        `voltage from ${low.value.toFixed(4)} pu at node ${low.id}${where(low)} ` +
          `to ${high.value.toFixed(4)} pu at node ${high.id}${where(high)}`,
      );
    }
    for (const [component, most] of this.loading) {
      const percent = (100 * most.value).toFixed(1);
      lines.push(`${component}: highest loading ${percent} % at ${most.id}${where(most)}`);
    }
    if (first !== null) {
      const delivered = (first.source ?? []).reduce((sum, row) => sum + total(row, 'p'), 0);
      const losses =
        BRANCHES.flatMap((component) => first[component] ?? []).reduce(
          (sum, row) => sum + total(row, 'p_from') + total(row, 'p_to'),
          0,
        ) +
        (first.three_winding_transformer ?? []).reduce(
          (sum, row) => sum + total(row, 'p_1') + total(row, 'p_2') + total(row, 'p_3'),
          0,
        );
      const which = this.scenarios > 1 ? 'first scenario: ' : '';
      lines.push(`${which}sources deliver ${kilowatts(delivered)}, of which ${kilowatts(losses)} is lost in branches`);
      const taps = (first.transformer_tap_regulator ?? []).filter(({ energized }) => energized === 1);
      if (taps.length > 0) {
        const list = taps.slice(0, 10).map(({ id, tap_pos }) => `${id} at ${tap_pos}`);
        const more = taps.length > 10 ? `, and ${taps.length - 10} more` : '';
        lines.push(`${which}tap regulators: ${list.join(', ')}${more}`);
      }
    }
    for (const file of files) lines.push(`written to ${file}`);
    return lines.join('\n');
  }
}

export function descriptionText(d: Description): string {
  const lines = [
    Object.entries(d.counts)
      .map(([name, n]) => `${n} ${name}`)
      .join(', '),
    `voltage levels: ${d.voltageLevels.map(({ uRatedV, nodes }) => `${uRatedV} V (${nodes} nodes)`).join(', ')}`,
    ...d.islands.map(
      (island, n) =>
        `island ${n + 1}: ${island.nodes} nodes, source ${island.sourceIds.join(', ')}, ` +
        (island.loops === 0
          ? 'radial'
          : `meshed (${island.loops} ${island.loops === 1 ? 'loop' : 'loops'}, closed by branch ${someOf(island.closingBranchIds)})`),
    ),
  ];
  if (d.notEnergizedNodes > 0) lines.push(`not energized: ${d.notEnergizedNodes} nodes`);
  lines.push(
    `${d.totals.loads} loads and generators: ${kilowatts(d.totals.activePowerW)}, ${(d.totals.reactivePowerVar / 1000).toFixed(1)} kvar`,
  );
  for (const t of d.transformers) {
    const share = (100 * t.activePowerW) / t.sn;
    lines.push(
      `transformer ${t.id}: ${t.sn / 1000} kVA, ${t.customers} loads, ${kilowatts(t.activePowerW)} (${share.toFixed(0)} %)`,
    );
  }
  for (const f of d.feeders) {
    lines.push(
      `feeder ${f.branchId} from node ${f.nodeId}: ${f.nodes} nodes, ${f.customers} loads, ${kilowatts(f.activePowerW)}`,
    );
  }
  if (d.solver !== null) {
    const { interior, leaves, passive } = d.solver;
    lines.push(`solver: ${interior} nodes iterated on, ${leaves} leaves, ${passive} restored afterwards`);
  }
  return [...lines, '', ...d.drawing].join('\n');
}

/** The first few of many. */
const someOf = (ids: readonly number[]): string =>
  ids.slice(0, 8).join(', ') + (ids.length > 8 ? ` and ${ids.length - 8} more` : '');

const values = (row: OutputRow, name: string): number[] =>
  [row[name]].flat().filter((value): value is number => typeof value === 'number');
const total = (row: OutputRow, name: string): number => values(row, name).reduce((sum, value) => sum + value, 0);
const kilowatts = (w: number): string => `${(w / 1000).toFixed(2)} kW`;

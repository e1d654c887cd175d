/** What the `grid` commands print for people. */
import type { ScenarioResult } from '../core/grid/calculate.js';
import type { Description } from '../core/grid/describe.js';
import type { OutputRow, OutputScenario } from '../core/grid/output.js';
import type { Problem } from '../core/grid/problem.js';

/** One line per warning; ends with a line break if there is any. */
export const warningsText = (warnings: readonly Problem[]): string =>
  warnings
    .map(({ path, value, rule }) => `warning: ${path}${value === undefined ? '' : ` = ${value}`}: ${rule}\n`)
    .join('');

/** Extremes over all scenarios, worst first where that matters. */
export function summaryText(
  outputs: readonly OutputScenario[],
  results: readonly ScenarioResult[],
  file: string | undefined,
): string {
  const iterations = results.map((result) => result.iterations);
  const lines = [
    `${outputs.length} scenario${outputs.length === 1 ? '' : 's'} solved, ${Math.min(...iterations)} to ${Math.max(...iterations)} iterations`,
  ];
  const voltages = outputs.flatMap((output) =>
    (output.node ?? [])
      .filter((row) => row.energized === 1)
      .flatMap((row) => values(row, 'u_pu').map((u) => ({ row, u }))),
  );
  if (voltages.length > 0) {
    const low = voltages.reduce((a, b) => (b.u < a.u ? b : a));
    const high = voltages.reduce((a, b) => (b.u > a.u ? b : a));
    lines.push(
      `voltage from ${low.u.toFixed(4)} pu at node ${low.row.id} to ${high.u.toFixed(4)} pu at node ${high.row.id}`,
    );
  }
  for (const component of ['line', 'asym_line', 'transformer', 'three_winding_transformer'] as const) {
    const rows = outputs.flatMap((output) => (output[component] ?? []).filter((row) => row.loading !== null));
    if (rows.length === 0) continue;
    const most = rows.reduce((a, b) => ((b.loading as number) > (a.loading as number) ? b : a));
    lines.push(`${component}: highest loading ${(100 * (most.loading as number)).toFixed(1)} % at ${most.id}`);
  }
  const first = outputs[0];
  if (first !== undefined) {
    const delivered = (first.source ?? []).reduce((sum, row) => sum + total(row, 'p'), 0);
    const losses = ['line', 'asym_line', 'link', 'generic_branch', 'transformer']
      .flatMap((component) => (first as Record<string, readonly OutputRow[]>)[component] ?? [])
      .reduce((sum, row) => sum + total(row, 'p_from') + total(row, 'p_to'), 0);
    lines.push(
      `first scenario: sources deliver ${kilowatts(delivered)}, of which ${kilowatts(losses)} is lost in branches`,
    );
  }
  if (file !== undefined) lines.push(`written to ${file}`);
  return lines.join('\n');
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
        (island.loops === 0 ? 'radial' : `meshed (${island.loops} ${island.loops === 1 ? 'loop' : 'loops'})`),
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

const values = (row: OutputRow, name: string): number[] =>
  [row[name]].flat().filter((value): value is number => typeof value === 'number');
const total = (row: OutputRow, name: string): number => values(row, name).reduce((sum, value) => sum + value, 0);
const kilowatts = (w: number): string => `${(w / 1000).toFixed(2)} kW`;

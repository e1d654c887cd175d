/** Who makes the peak, and what people went without: per kind of asset; and the cap against what cannot be steered. */
import type { VerdictFile } from '../verdict.js';
import { formatNumber, formatPercent } from './format.js';
import { type Html, html, NOTHING } from './html.js';

const QUARTER_US = 900_000_000;

const KIND_TEXT: Readonly<Record<string, string>> = {
  household: 'Households',
  business: 'School and shops',
  'heat-plant': 'Collective heat plants',
  'heat-pump': 'Heat pumps',
  battery: 'Batteries',
  pv: 'Solar panels',
  'ev-charger': 'Charge points',
};

export const kindText = (kind: string): string => KIND_TEXT[kind] ?? kind;

/** Highest mean of a plotted line over a complete quarter-hour, W; null if there is none. */
export function highestQuarterW(verdict: VerdictFile, id: string): number | null {
  const line = verdict.series.lines.find((candidate) => candidate.id === id);
  const complete = new Set(verdict.quarters.filter((q) => q.complete).map((q) => q.startUs / QUARTER_US));
  const quarters = new Map<number, { sum: number; points: number }>();
  verdict.series.timeUs.forEach((us, i) => {
    const value = line?.mean[i];
    if (value === null || value === undefined) return;
    const quarter = Math.floor(us / QUARTER_US);
    if (!complete.has(quarter)) return;
    const entry = quarters.get(quarter) ?? { sum: 0, points: 0 };
    quarters.set(quarter, { sum: entry.sum + value, points: entry.points + 1 });
  });
  const means = [...quarters.values()].map(({ sum, points }) => sum / points);
  return means.length === 0 ? null : Math.max(...means);
}

export function budgetSection(verdict: VerdictFile): Html {
  const { kinds, experiment } = verdict;
  if (kinds.length === 0 && experiment.budget === null) return NOTHING;
  const kw = (watt: number | null) => formatNumber(watt === null ? null : watt / 1000);
  const peak = kinds.reduce((sum, kind) => sum + (kind.peakShareW ?? 0), 0);
  return html`<h2>Budget per kind of asset</h2>
<table><thead><tr><th>Kind</th><th class="n">Slots</th><th class="n">Steered</th><th class="n">At the peak of the group</th><th class="n">Highest</th><th class="n">Lowest</th><th class="n">Energy</th></tr></thead>
<tbody>${kinds.map(
    (kind) =>
      html`<tr><td>${kindText(kind.kind)}</td><td class="n">${kind.slots}</td><td class="n">${kind.controllable}</td><td class="n">${kw(kind.peakShareW)} kW</td><td class="n">${kw(kind.powerMaxW)} kW</td><td class="n">${kw(kind.powerMinW)} kW</td><td class="n">${kw(kind.energyWh)} kWh</td></tr>`,
  )}<tr><td><b>All slots</b></td><td class="n">${kinds.reduce((sum, kind) => sum + kind.slots, 0)}</td><td class="n">${kinds.reduce((sum, kind) => sum + kind.controllable, 0)}</td><td class="n"><b>${kw(peak)} kW</b></td><td></td><td></td><td class="n">${kw(kinds.reduce((sum, kind) => sum + (kind.energyWh ?? 0), 0))} kWh</td></tr></tbody></table>
${comfortTable(verdict)}
${capTable(verdict)}`;
}

/** What a deficit of energy means for each kind; kinds that are not named can go without nothing. */
const MISSED_TEXT: Readonly<Record<string, string>> = {
  'heat-plant': 'hot water too cold',
  'heat-pump': 'hot water too cold',
  'ev-charger': 'not charged by departure',
  pv: 'feed-in held back',
  battery: 'of setpoints not followed',
  business: 'of cooling missed',
};

/** The ledgers of comfort, summed over the slots of each kind. */
function comfortTable({ kinds }: VerdictFile): Html {
  const rows = kinds.filter(({ kind, energyDeficitWh }) => kind in MISSED_TEXT && energyDeficitWh !== null);
  if (rows.length === 0) return NOTHING;
  const heats = (kind: string): boolean => kind === 'heat-plant' || kind === 'heat-pump';
  const kwh = (wh: number | null) => `${formatNumber(wh === null ? null : wh / 1000)} kWh`;
  return html`<h3>What people went without</h3>
<table><thead><tr><th>Kind</th><th class="n">Too cold, or too warm</th><th class="n">Cold showers</th><th class="n">Energy</th><th>that was</th><th class="n">Throughput</th></tr></thead>
<tbody>${rows.map(
    ({ kind, comfortDeficitKh, coldShowers, energyDeficitWh, energyThroughputWh }) =>
      html`<tr><td>${kindText(kind)}</td><td class="n">${heats(kind) || kind === 'business' ? `${formatNumber(comfortDeficitKh)} K·h` : ''}</td><td class="n">${heats(kind) ? formatNumber(coldShowers) : ''}</td><td class="n">${kwh(energyDeficitWh)}</td><td>${MISSED_TEXT[kind]!}</td><td class="n">${kind === 'battery' || kind === 'ev-charger' ? kwh(energyThroughputWh) : ''}</td></tr>`,
  )}</tbody></table>`;
}

function capTable(verdict: VerdictFile): Html {
  const { contract, budget, strategy } = verdict.experiment;
  if (contract === null || budget === null) return NOTHING;
  const capKw = contract.groupLimitW / 1000;
  const inflexibleW = highestQuarterW(verdict, 'inflexibleActivePowerW');
  const groupW = highestQuarterW(verdict, 'groupActivePowerW');
  const row = (name: string, declaredKw: number, measuredW: number | null) =>
    html`<tr><td>${name}</td><td class="n">${formatNumber(declaredKw)} kW</td><td class="n">${formatPercent(declaredKw / capKw)}</td><td class="n">${measuredW === null ? 'not in this run' : `${formatNumber(measuredW / 1000)} kW`}</td><td class="n">${formatPercent(measuredW === null ? null : measuredW / 1000 / capKw)}</td></tr>`;
  return html`<h3>The cap of ${formatNumber(capKw)} kW against what must be carried</h3>
<table><thead><tr><th>Highest quarter-hour mean</th><th class="n">Stated</th><th class="n">of the cap</th><th class="n">This run</th><th class="n">of the cap</th></tr></thead>
<tbody>${row('Without any steered asset (should be at most 70 % of the cap)', budget.inflexiblePeakKw, inflexibleW)}${row(
    'Everything free, no control (should be 120 to 150 % of the cap)',
    budget.passivePeakKw,
    strategy.name === 'passive' ? groupW : null,
  )}</tbody></table>${budget.source === undefined ? NOTHING : html`<p>${budget.source}</p>`}`;
}

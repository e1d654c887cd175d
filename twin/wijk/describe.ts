/** What is in a wijk, in numbers and as lines for a person. */
import { textDrawing } from './drawing-text.js';
import { mapFeeders } from './feeders.js';
import { type Figures, figures, type HomeFigures } from './figures.js';
import type { LoadedWijk } from './load.js';
import { type MvString, mvStrings } from './stations.js';

export interface Description {
  readonly wijk: string;
  readonly title: string;
  readonly groupLimitKw: number;
  readonly groupLimitSource: string;
  readonly connections: Readonly<Record<string, number>>;
  readonly slots: Readonly<Record<string, number>>;
  /** Contracted capacity of connections per phase, A. */
  readonly fusesPerPhaseA: readonly [number, number, number];
  readonly nodes: number;
  readonly branches: number;
  readonly feeders: readonly { readonly name: string; readonly nodes: number; readonly lengthM: number }[];
  readonly figures: Figures;
  readonly strings: readonly MvString[];
  readonly assumptions: readonly string[];
  /** Where the figures of each type come from. */
  readonly sources: readonly { readonly type: string; readonly source: string }[];
}

export function describeWijk(loaded: LoadedWijk): Description {
  const { wijk, grid } = loaded;
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
  const feeders = new Map<string, { nodes: number; lengthM: number }>();
  feeder.forEach((name, n) => {
    if (name === '') return;
    const { nodes, lengthM } = feeders.get(name) ?? { nodes: 0, lengthM: 0 };
    feeders.set(name, { nodes: nodes + 1, lengthM: Math.max(lengthM, distanceM[n]!) });
  });
  const strings = mvStrings(loaded);
  return {
    wijk: wijk.wijk,
    title: wijk.title,
    groupLimitKw: wijk.group.limitKw,
    groupLimitSource: wijk.group.source,
    connections,
    slots,
    fusesPerPhaseA: fuses,
    nodes: grid.network.nodeIds.length,
    branches: grid.network.branchIds.length,
    feeders: [...feeders].map(([name, of]) => ({ name, ...of })),
    figures: figures(loaded, strings),
    strings,
    assumptions: wijk.assumptions,
    sources: Object.entries(wijk.types).flatMap(([table, rows]) =>
      Object.entries(rows).map(([name, row]) => ({
        type: `${table}/${name}`,
        source: (row as { source: string }).source,
      })),
    ),
  };
}

const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const counts = (of: Readonly<Record<string, number>>): string =>
  Object.entries(of)
    .map(([name, count]) => `${count} ${name}`)
    .join(', ');

/** The description as lines for a person. */
export function descriptionLines(d: Description): string[] {
  const { figures: f } = d;
  const perHome = Number.isNaN(f.limitKwPerHome) ? '' : `, ${f.limitKwPerHome.toFixed(2)} kW per home`;
  return [
    `${d.wijk}: ${d.title}`,
    `group limit ${whole.format(d.groupLimitKw)} kW${perHome} (${d.groupLimitSource})`,
    '',
    'homes',
    ...tableLines(f.homes),
    ...(Object.keys(f.amenities).length === 0 ? [] : ['amenities and common services', ...tableLines(f.amenities)]),
    ...heatLines(f),
    f.pv.roofs === 0
      ? 'no PV'
      : `PV: ${f.pv.roofs} roofs, ${whole.format(f.pv.peakKw)} kWp behind inverters of ${whole.format(f.pv.inverterKw)} kW`,
    f.charging.points === 0
      ? 'no charge points'
      : `charging: ${f.charging.points} points with ${f.charging.sockets} sockets, ${whole.format(f.charging.powerKw)} kW`,
    f.batteries.count === 0
      ? 'no batteries'
      : `batteries: ${f.batteries.count} with ${whole.format(f.batteries.capacityKwh)} kWh, ${whole.format(f.batteries.powerKw)} kW`,
    `connections: ${counts(d.connections)}; fuses on phases a, b, c: ${d.fusesPerPhaseA.map((a) => whole.format(a)).join(', ')} A`,
    `slots: ${counts(d.slots)}`,
    ...gridLines(d),
    ...textDrawing(d.strings),
    ...(d.assumptions.length === 0 ? [] : ['', 'known and assumed', ...d.assumptions.map((line) => `  - ${line}`)]),
    '',
    'sources',
    ...d.sources.map(({ type, source }) => `  ${type}: ${source}`),
  ];
}

function tableLines(table: Readonly<Record<string, HomeFigures>>): string[] {
  const width = Math.max(...Object.keys(table).map((name) => name.length), 5);
  const line = (name: string, { count, annualKwh, floorM2 }: HomeFigures): string =>
    `  ${name.padEnd(width)} ${String(count).padStart(6)}  ${whole.format(annualKwh / 1000).padStart(7)} MWh a year  ${whole.format(annualKwh / count).padStart(7)} kWh each${floorM2 > 0 ? `  ${whole.format(floorM2).padStart(8)} m²` : ''}`;
  const rows = Object.entries(table);
  const total = rows.reduce(
    (sum, [, of]) => ({
      count: sum.count + of.count,
      annualKwh: sum.annualKwh + of.annualKwh,
      floorM2: sum.floorM2 + of.floorM2,
    }),
    { count: 0, annualKwh: 0, floorM2: 0 },
  );
  return [...rows.map(([name, of]) => line(name, of)), ...(rows.length > 1 ? [line('all', total)] : [])];
}

function heatLines({ heat }: Figures): string[] {
  const lines: string[] = [];
  if (heat.plants > 0) {
    lines.push(
      `heat plants: ${heat.plants}, ${whole.format(heat.plantKw)} kW electric, for ${whole.format(heat.homesServed)} homes or as much heat elsewhere`,
      `  ${whole.format(heat.demandAtMinus10Kw)} kW of heat at -10 °C; buffers ${whole.format(heat.bufferM3)} m³, ${whole.format(heat.bufferKwh)} kWh: ${heat.bufferHours.toFixed(1)} h of that`,
    );
  }
  if (heat.heatPumps > 0) {
    lines.push(`heat pumps: ${heat.heatPumps}, ${whole.format(heat.heatPumpKw)} kW electric with their elements`);
  }
  if (lines.length === 0) return ['no electric heating'];
  lines.push(
    `  about ${whole.format(heat.annualHeatMwh)} MWh of heat a year (2,010 degree days of De Bilt, and hot water)`,
  );
  return lines;
}

function gridLines({ nodes, branches, figures: { grid } }: Description): string[] {
  const transformers = grid.transformers.map(({ kva, count }) => `${count} × ${kva} kVA`).join(', ');
  const { least, mean, most } = grid.homesPerTransformer;
  const without = grid.linesWithoutLength > 0 ? ` (${grid.linesWithoutLength} lines without a length)` : '';
  return [
    `grid: ${nodes} nodes, ${branches} branches; transformers ${transformers || 'none'}, ${grid.feeders} cables from their busbars`,
    `  ${least === most ? least : `${least} to ${most}, in the mean ${mean.toFixed(0)}`} homes per transformer; ${grid.lvCableKm.toFixed(1)} km of LV cable, ${grid.mvCableKm.toFixed(1)} km of MV cable${without}`,
  ];
}

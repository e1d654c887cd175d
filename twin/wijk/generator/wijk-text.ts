/**
 * The wijk file as text: YAML for people at the top, rows of JSON where there are thousands of them. JSON is YAML, and the loader reads
 * such rows a hundred times faster.
 */
import { BUSINESS_TYPES, CALENDAR_TYPES } from '../catalogue/businesses.js';
import { CHARGER_TYPES } from '../catalogue/charging.js';
import { BUILDING_TYPES, HEAT_PUMP_TYPES } from '../catalogue/heat.js';
import { type HomeKind, householdType } from '../catalogue/households.js';
import { BATTERY_TYPES, PV_TYPES } from '../catalogue/storage-and-solar.js';
import type { WijkDesign } from './design.js';
import type { EnergyCentres } from './energy-centres.js';
import { groupLimit } from './limit.js';
import { typeRow } from './yaml.js';

export interface ConnectionRow {
  readonly id: string;
  readonly ean: string;
  readonly load: number;
  readonly use: string;
  readonly phases: string;
  readonly fuseA: number;
  readonly floorM2?: number;
  readonly assets: readonly object[];
}

export interface WijkSheet {
  readonly design: WijkDesign;
  readonly centres: EnergyCentres | null;
  readonly feeders: readonly { readonly name: string; readonly line: number; readonly fuseA: number }[];
  readonly lengthM: ReadonlyMap<number, number>;
  readonly connections: readonly ConnectionRow[];
}

const text = (value: string): string => JSON.stringify(value);

export function wijkText({ design, centres, feeders, lengthM, connections }: WijkSheet): string {
  const { limitKw, source } = groupLimit(design);
  const lengths = [...lengthM].map(([id, metres]) => `"${id}": ${metres}`);
  const lengthLines: string[] = [];
  for (let i = 0; i < lengths.length; i += 10) lengthLines.push(`  ${lengths.slice(i, i + 10).join(', ')}`);
  const assumptions = design.assumptions.map((line) => `  - ${text(line)}\n`).join('');
  return `# Made by "wijktwin wijk generate"; the same flags and seed give the same bytes.
wijk: ${design.name}
title: ${text(design.title === '' ? titleOf(design) : design.title)}
grid: ${design.name}.grid.json
location: {latitudeDeg: 52.083, longitudeDeg: 5.106}
weather: {stressWeek: cold-2012-02}
group:
  limitKw: ${limitKw}
  source: ${text(source)}
${assumptions === '' ? '' : `assumptions:\n${assumptions}`}feeders:
${feeders.map((feeder) => `  - ${JSON.stringify(feeder)}`).join('\n')}
lineLengthsM: {
${lengthLines.join(',\n')}
  }
types:
${typeTables(design, centres, connections)}connections:
${connections.map((row) => `  - ${JSON.stringify(row)}`).join('\n')}
`;
}

function titleOf({ homes, heat }: WijkDesign): string {
  const words = {
    collective: 'on collective heat',
    'individual-air': 'with air-source heat pumps',
    'individual-ground': 'with ground-source heat pumps',
    none: 'without electric heating',
  } as const;
  return `${homes} homes ${words[heat]}`;
}

/** Only the types that are used. */
function typeTables(design: WijkDesign, centres: EnergyCentres | null, connections: readonly ConnectionRow[]): string {
  const assets = connections.flatMap((row) => row.assets) as { kind: string; type: string; building?: string }[];
  const used = (kind: string): Set<string> => new Set(assets.filter((a) => a.kind === kind).map((a) => a.type));
  const buildings = new Set(assets.flatMap(({ building }) => (building === undefined ? [] : [building])));
  const calendars = new Set([...used('business')].flatMap((type) => BUSINESS_TYPES[type]!.holidays?.calendar ?? []));
  const cooking = design.heat === 'none' ? 0.5 : 1;
  const households = Object.fromEntries(
    [...used('household')].map((kind) => [kind, householdType(kind as HomeKind, cooking)]),
  );
  const table = (name: string, rows: Readonly<Record<string, object>>, names: ReadonlySet<string>): string => {
    const chosen = Object.entries(rows).filter(([row]) => names.has(row));
    return chosen.length === 0 ? '' : `  ${name}:\n${chosen.map(([row, of]) => typeRow(row, of)).join('')}`;
  };
  return [
    table('households', households, used('household')),
    table('businesses', BUSINESS_TYPES, used('business')),
    table('calendars', CALENDAR_TYPES, calendars),
    table('pv', PV_TYPES, used('pv')),
    table('batteries', BATTERY_TYPES, used('battery')),
    table('heatPumps', HEAT_PUMP_TYPES, used('heat-pump')),
    table('buildings', BUILDING_TYPES, buildings),
    centres === null ? '' : table('heatPlants', { energiecentrale: centres.type }, used('heat-plant')),
    table('evChargers', CHARGER_TYPES, used('ev-charger')),
  ].join('');
}

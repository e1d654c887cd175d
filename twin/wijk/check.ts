/** The rules of a wijk that a schema cannot say: references, duplicates, phases, sizes. */
import type { Problem } from '../../errors.js';
import { lineFinder } from '../../problems.js';
import type { PreparedGrid } from '../core/grid/prepare.js';
import { findStressWeek, STRESS_WEEKS } from '../core/weather/stress-weeks.js';
import { eanProblem } from './ean.js';
import type { AssetKindName, AssetSpec, ConnectionSpec, WijkFile, WijkTypes } from './schema.js';

/** Where the types of each kind stand. */
export const TYPES_OF: Readonly<Record<AssetKindName, keyof WijkTypes>> = {
  household: 'households',
  business: 'businesses',
  pv: 'pv',
  battery: 'batteries',
  'heat-pump': 'heatPumps',
  'heat-plant': 'heatPlants',
  'ev-charger': 'evChargers',
};

const PHASE_V = 230;

export interface Checked {
  readonly problems: readonly Problem[];
  readonly warnings: readonly Problem[];
}

/** Id of a slot: the connection's, and the asset's name or kind. */
export function slotId(connection: ConnectionSpec, asset: AssetSpec): string {
  return `${connection.id}/${asset.name ?? asset.kind}`;
}

/** The phases an asset is on, of `abc`. */
export function phasesOf(connection: ConnectionSpec, asset: AssetSpec): string {
  return asset.phases ?? connection.phases;
}

/** `text` is the file's, for the lines of problems. `grid` is null if the dataset itself is faulty: then what refers to it is not judged. */
export function checkWijk(wijk: WijkFile, file: string, text: string, grid: PreparedGrid | null): Checked {
  const problems: Problem[] = [];
  const warnings: Problem[] = [];
  const lineOf = lineFinder(text);
  const finding = (path: readonly (string | number)[], value: unknown, rule: string): Problem => {
    const line = lineOf(path);
    return {
      file,
      path: path.join('/'),
      ...(line === undefined ? {} : { line }),
      ...(value === undefined ? {} : { value: String(value) }),
      rule,
    };
  };
  const wrong = (path: readonly (string | number)[], value: unknown, rule: string) =>
    problems.push(finding(path, value, rule));
  const suspicious = (path: readonly (string | number)[], value: unknown, rule: string) =>
    warnings.push(finding(path, value, rule));
  const first = (seen: Map<string | number, string>, key: string | number, where: string) => {
    const before = seen.get(key);
    if (before === undefined) seen.set(key, where);
    return before;
  };

  if (findStressWeek(wijk.weather.stressWeek) === undefined) {
    const known = STRESS_WEEKS.map((week) => week.name).join(', ');
    wrong(['weather', 'stressWeek'], wijk.weather.stressWeek, `there is no such stress week; known: ${known}`);
  }
  const lines = new Set(grid?.network.branchIds ?? []);
  if (grid !== null) {
    const branchAt = new Map([...grid.network.branchIds].map((id, b) => [id, b]));
    const named = new Map<string | number, string>();
    wijk.feeders.forEach(({ line, name, fuseA }, i) => {
      const at = ['feeders', i];
      if (!lines.has(line)) wrong([...at, 'line'], line, 'there is no such branch in the grid');
      const before = first(named, line, name);
      if (before !== undefined) wrong([...at, 'line'], line, `is already the first line of feeder ${before}`);
      const ratedA = grid.network.ratedCurrentA[branchAt.get(line) ?? -1];
      if (fuseA !== undefined && ratedA !== undefined && fuseA > ratedA) {
        suspicious([...at, 'fuseA'], fuseA, `does not protect its cable, which carries ${ratedA} A`);
      }
    });
    for (const id of Object.keys(wijk.lineLengthsM)) {
      if (!lines.has(Number(id))) wrong(['lineLengthsM', id], id, 'there is no such branch in the grid');
    }
  }

  for (const [type, { holidays }] of Object.entries(wijk.types.businesses)) {
    if (holidays === undefined || wijk.types.calendars[holidays.calendar] !== undefined) continue;
    const known = Object.keys(wijk.types.calendars).join(', ') || 'there is none';
    wrong(
      ['types', 'businesses', type, 'holidays', 'calendar'],
      holidays.calendar,
      `must be one of types/calendars: ${known}`,
    );
  }
  for (const [type, { schoolYears }] of Object.entries(wijk.types.calendars)) {
    for (const [year, ranges] of Object.entries(schoolYears)) {
      ranges.forEach(({ from, until }, r) => {
        const at = ['types', 'calendars', type, 'schoolYears', year, r];
        for (const [key, date] of [
          ['from', from],
          ['until', until],
        ] as const) {
          if (!isDate(date)) wrong([...at, key], date, 'there is no such date');
          else if (!date.startsWith(year)) wrong([...at, key], date, `must lie in ${year}`);
        }
      });
    }
  }

  const loadPosition = new Map([...(grid?.network.loadIds ?? [])].map((id, l) => [id, l]));
  const ids = new Map<string | number, string>();
  const eans = new Map<string | number, string>();
  const loads = new Map<string | number, string>();
  const slots = new Map<string | number, string>();
  wijk.connections.forEach((connection, c) => {
    const at = ['connections', c];
    const idBefore = first(ids, connection.id, `connections/${c}`);
    if (idBefore !== undefined) wrong([...at, 'id'], connection.id, `is already the id of ${idBefore}`);
    const eanRule = eanProblem(connection.ean);
    if (eanRule !== undefined) wrong([...at, 'ean'], connection.ean, eanRule);
    const eanBefore = first(eans, connection.ean, connection.id);
    if (eanBefore !== undefined) wrong([...at, 'ean'], connection.ean, `is already the EAN of ${eanBefore}`);
    const loadBefore = first(loads, connection.load, connection.id);
    if (loadBefore !== undefined) wrong([...at, 'load'], connection.load, `is already the load of ${loadBefore}`);
    const position = loadPosition.get(connection.load);
    if (grid !== null && position === undefined) {
      wrong([...at, 'load'], connection.load, 'must be the id of a load or generator in the grid');
    } else if (grid !== null && grid.network.loadClosed[position!] === 0) {
      wrong([...at, 'load'], connection.load, 'this load is switched off in the grid (status 0)');
    } else if (grid !== null && grid.network.loadTypes[position!] !== 0) {
      suspicious([...at, 'load'], connection.load, 'this load depends on voltage: its power counts as that at 1 pu');
    }
    connection.assets.forEach((asset, a) => {
      const where = [...at, 'assets', a];
      const id = slotId(connection, asset);
      if (first(slots, id, id) !== undefined && idBefore === undefined) {
        wrong(where, id, 'this slot is there twice; give the assets different names');
      }
      checkAsset(wijk, connection, asset, where, wrong, suspicious);
    });
  });

  if (grid !== null) {
    const idle = [...loadPosition.keys()].filter((id) => !loads.has(id));
    if (idle.length > 0) {
      const shown = idle.slice(0, 5).join(', ') + (idle.length > 5 ? ', …' : '');
      suspicious(
        ['connections'],
        shown,
        'these loads of the grid have no connection and keep the power in the dataset',
      );
    }
  }
  return { problems, warnings };
}

function isDate(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

type Report = (path: readonly (string | number)[], value: unknown, rule: string) => void;

function checkAsset(
  wijk: WijkFile,
  connection: ConnectionSpec,
  asset: AssetSpec,
  where: readonly (string | number)[],
  wrong: Report,
  suspicious: Report,
): void {
  const table = TYPES_OF[asset.kind];
  const known = Object.keys(wijk.types[table]);
  if (!known.includes(asset.type)) {
    wrong([...where, 'type'], asset.type, `must be one of types/${table}: ${known.join(', ') || 'there is none'}`);
  }
  if (asset.kind === 'heat-pump' && wijk.types.buildings[asset.building] === undefined) {
    const buildings = Object.keys(wijk.types.buildings).join(', ') || 'there is none';
    wrong([...where, 'building'], asset.building, `must be one of types/buildings: ${buildings}`);
  }
  const phases = phasesOf(connection, asset);
  if (connection.phases !== 'abc' && phases !== connection.phases) {
    wrong([...where, 'phases'], phases, `the connection has phase ${connection.phases} only`);
  }
  asset.phaseShares?.forEach((share, p) => {
    if (share > 0 && !phases.includes('abc'[p]!)) {
      wrong([...where, 'phaseShares', p], share, `must be 0: the asset is not on phase ${'abc'[p]}`);
    }
  });
  const ratedW = ratedPowerW(wijk, asset);
  const fuseW = connection.fuseA * PHASE_V * phases.length;
  if (ratedW > fuseW) {
    const rule = `is more than the fuse of ${connection.fuseA} A carries on ${phases}: ${(fuseW / 1000).toFixed(1)} kW`;
    suspicious(where, `${(ratedW / 1000).toFixed(1)} kW`, rule);
  }
}

/** Largest power of an asset in either direction, W; 0 if its kind has no rating or its type is unknown. */
function ratedPowerW(wijk: WijkFile, asset: AssetSpec): number {
  switch (asset.kind) {
    case 'pv':
      return asset.inverterKw * 1000;
    case 'battery': {
      const type = wijk.types.batteries[asset.type];
      return type === undefined ? 0 : Math.max(type.chargeKw, type.dischargeKw) * 1000;
    }
    case 'heat-pump': {
      const type = wijk.types.heatPumps[asset.type];
      return type === undefined ? 0 : (type.powerKw + (type.backup?.powerKw ?? 0)) * 1000;
    }
    case 'heat-plant': {
      const type = wijk.types.heatPlants[asset.type];
      return type === undefined ? 0 : (type.powerKw + type.auxiliaryKw) * 1000;
    }
    case 'ev-charger':
      return (wijk.types.evChargers[asset.type]?.powerKw ?? 0) * 1000;
    case 'household':
    case 'business':
      return 0;
  }
}

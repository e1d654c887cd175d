/** The rules of a wijk that a schema cannot say: references, duplicates, phases, sizes. */
import type { Problem } from '../../errors.js';
import { firstOf, type YamlValue } from '../../problems.js';
import type { Salvaged } from '../../salvage.js';
import { brief, nearest } from '../../schema-problems.js';
import type { PreparedGrid } from '../core/grid/prepare.js';
import { findStressWeek, STRESS_WEEKS } from '../core/weather/stress-weeks.js';
import { eanProblem } from './ean.js';
import { phaseVoltageV } from './phase-voltage.js';
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

/**
 * The wijk may have faults that are told already: what is missing here is not judged. `grid` is null if the dataset itself is faulty: then what refers to it is not judged.
 */
export function checkWijk(
  wijk: Salvaged<WijkFile>,
  file: string,
  lineOf: YamlValue['lineOf'],
  grid: PreparedGrid | null,
): Checked {
  const problems: Problem[] = [];
  const warnings: Problem[] = [];
  const finding = (path: readonly (string | number)[], value: unknown, rule: string): Problem => {
    const line = lineOf(path);
    return {
      file,
      path: path.join('/'),
      ...(line === undefined ? {} : { line }),
      ...(value === undefined ? {} : { value: brief(value) }),
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

  const stressWeek = wijk.weather?.stressWeek;
  if (stressWeek !== undefined && findStressWeek(stressWeek) === undefined) {
    const known = STRESS_WEEKS.map((week) => week.name).join(', ');
    wrong(['weather', 'stressWeek'], stressWeek, `there is no such stress week; known: ${known}`);
  }
  const lines = new Set(grid?.network.branchIds ?? []);
  if (grid !== null) {
    const branchAt = new Map([...grid.network.branchIds].map((id, b) => [id, b]));
    const named = new Map<string | number, string>();
    wijk.feeders?.forEach((feeder, i) => {
      if (feeder?.line === undefined) return;
      const { line, name, fuseA } = feeder;
      const at = ['feeders', i];
      if (!lines.has(line)) wrong([...at, 'line'], line, 'there is no such branch in the grid');
      const before = first(named, line, name ?? `feeders/${i}`);
      if (before !== undefined) wrong([...at, 'line'], line, `is already the first line of feeder ${before}`);
      const ratedA = grid.network.ratedCurrentA[branchAt.get(line) ?? -1];
      if (fuseA !== undefined && ratedA !== undefined && fuseA > ratedA) {
        suspicious([...at, 'fuseA'], fuseA, `does not protect its cable, which carries ${ratedA} A`);
      }
    });
    for (const id of Object.keys(wijk.lineLengthsM ?? {})) {
      if (!lines.has(Number(id))) wrong(['lineLengthsM', id], id, 'there is no such branch in the grid');
    }
  }

  const types = wijk.types ?? {};
  for (const [type, business] of Object.entries(types.businesses ?? {})) {
    const calendar = business?.holidays?.calendar;
    if (calendar === undefined) continue;
    const rule = unknownRow(types, 'calendars', calendar);
    if (rule !== undefined) wrong(['types', 'businesses', type, 'holidays', 'calendar'], calendar, rule);
  }
  for (const [type, calendar] of Object.entries(types.calendars ?? {})) {
    for (const [year, ranges] of Object.entries(calendar?.schoolYears ?? {})) {
      if (!Array.isArray(ranges)) continue;
      (ranges as readonly (Partial<Record<'from' | 'until', string>> | undefined)[]).forEach((range, r) => {
        const at = ['types', 'calendars', type, 'schoolYears', year, r];
        for (const [key, date] of [
          ['from', range?.from],
          ['until', range?.until],
        ] as const) {
          if (date === undefined) continue;
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
  wijk.connections?.forEach((connection, c) => {
    if (connection === undefined) return;
    const at = ['connections', c];
    const { id, ean, load } = connection;
    const called = id ?? `connections/${c}`;
    const idBefore = id === undefined ? undefined : first(ids, id, `connections/${c}`);
    if (idBefore !== undefined) wrong([...at, 'id'], id, `is already the id of ${idBefore}`);
    const eanRule = ean === undefined ? undefined : eanProblem(ean);
    if (eanRule !== undefined) wrong([...at, 'ean'], ean, eanRule);
    const eanBefore = ean === undefined ? undefined : first(eans, ean, called);
    if (eanBefore !== undefined) wrong([...at, 'ean'], ean, `is already the EAN of ${eanBefore}`);
    const loadBefore = load === undefined ? undefined : first(loads, load, called);
    if (loadBefore !== undefined) wrong([...at, 'load'], load, `is already the load of ${loadBefore}`);
    if (grid !== null && load !== undefined) {
      const position = loadPosition.get(load);
      if (position === undefined) wrong([...at, 'load'], load, 'must be the id of a load or generator in the grid');
      else if (grid.network.loadClosed[position] === 0) {
        wrong([...at, 'load'], load, 'this load is switched off in the grid (status 0)');
      } else if (grid.network.loadTypes[position] !== 0) {
        suspicious([...at, 'load'], load, 'this load depends on voltage: its power counts as that at 1 pu');
      }
    }
    const phaseV = grid === null || load === undefined ? PHASE_V : phaseVoltageV(grid, loadPosition.get(load));
    const own = new Set<string>();
    connection.assets?.forEach((asset, a) => {
      if (asset?.kind === undefined) return;
      const where = [...at, 'assets', a];
      const name = asset.name ?? asset.kind;
      if (own.has(name)) {
        wrong(where, `${called}/${name}`, 'this slot is there twice; give the assets different names');
      }
      own.add(name);
      checkAsset(types, connection, asset, where, phaseV, wrong, suspicious);
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
  return { problems: firstOf(problems, file), warnings: firstOf(warnings, file) };
}

/** Why a name is not that of a row in a table of types; undefined if it is. */
function unknownRow(types: Types, table: keyof WijkTypes, name: string): string | undefined {
  const rows = types[table] ?? {};
  if (Object.hasOwn(rows, name)) return undefined;
  const known = Object.keys(rows);
  const near = nearest(name, known);
  const hint = near === undefined ? '' : `; did you mean "${near}"?`;
  return `must be one of types/${table}: ${known.join(', ') || 'there is none'}${hint}`;
}

function isDate(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

type Report = (path: readonly (string | number)[], value: unknown, rule: string) => void;

type Types = NonNullable<Salvaged<WijkFile>['types']>;
type SalvagedConnection = Salvaged<ConnectionSpec>;
type SalvagedAsset = Salvaged<AssetSpec>;

function checkAsset(
  types: Types,
  connection: SalvagedConnection,
  asset: SalvagedAsset,
  where: readonly (string | number)[],
  phaseV: number,
  wrong: Report,
  suspicious: Report,
): void {
  const kind = asset.kind!;
  if (asset.type !== undefined) {
    const rule = unknownRow(types, TYPES_OF[kind], asset.type);
    if (rule !== undefined) wrong([...where, 'type'], asset.type, rule);
  }
  if (asset.kind === 'heat-pump' && asset.building !== undefined) {
    const rule = unknownRow(types, 'buildings', asset.building);
    if (rule !== undefined) wrong([...where, 'building'], asset.building, rule);
  }
  const phases = asset.phases ?? connection.phases;
  if (phases === undefined || connection.phases === undefined) return;
  if (connection.phases !== 'abc' && phases !== connection.phases) {
    wrong([...where, 'phases'], phases, `the connection has phase ${connection.phases} only`);
  }
  asset.phaseShares?.forEach((share, p) => {
    if (share !== undefined && share > 0 && !phases.includes('abc'[p]!)) {
      wrong([...where, 'phaseShares', p], share, `must be 0: the asset is not on phase ${'abc'[p]}`);
    }
  });
  if (asset.kind === 'ev-charger') checkCars(types, asset, phases.length, where, wrong);
  const ratedW = ratedPowerW(types, asset);
  const fuseW = (connection.fuseA ?? Number.NaN) * phaseV * phases.length;
  if (ratedW > fuseW) {
    const rule = `is more than the fuse of ${connection.fuseA} A carries on ${phases}: ${(fuseW / 1000).toFixed(1)} kW`;
    suspicious(where, `${(ratedW / 1000).toFixed(1)} kW`, rule);
  }
}

/** A point whose power is below the lowest current of its cars never charges them. */
function checkCars(
  types: Types,
  asset: SalvagedAsset,
  phases: number,
  where: readonly (string | number)[],
  wrong: Report,
): void {
  if (asset.type === undefined || !Object.hasOwn(types.evChargers ?? {}, asset.type)) return;
  const { powerKw, minimumA, cars } = types.evChargers![asset.type]!;
  if (powerKw === undefined || minimumA === undefined || cars === undefined) return;
  const most = Math.max(...cars.map((car) => Math.min(phases, car?.phases ?? 1)));
  const leastKw = (minimumA * PHASE_V * most) / 1000;
  if (powerKw >= leastKw) return;
  const rule = `its type has ${powerKw} kW, and its cars on ${most} phases take ${leastKw} kW at ${minimumA} A: they would never charge`;
  wrong([...where, 'type'], asset.type, rule);
}

/** Largest power of an asset in either direction, W; 0 if its kind has no rating, NaN if it is not known. */
function ratedPowerW(types: Types, asset: SalvagedAsset): number {
  const row = <T>(rows: Readonly<Record<string, T>> | undefined): T | undefined =>
    asset.type !== undefined && rows !== undefined && Object.hasOwn(rows, asset.type) ? rows[asset.type] : undefined;
  const kw = (...powers: (number | undefined)[]): number =>
    powers.reduce<number>((sum, power) => sum + (power ?? Number.NaN), 0) * 1000;
  switch (asset.kind) {
    case 'pv':
      return kw(asset.inverterKw);
    case 'battery': {
      const type = row(types.batteries);
      return Math.max(kw(type?.chargeKw), kw(type?.dischargeKw));
    }
    case 'heat-pump': {
      const type = row(types.heatPumps);
      return kw(type?.powerKw, type?.backup === undefined ? 0 : type.backup.powerKw);
    }
    case 'heat-plant': {
      const type = row(types.heatPlants);
      return kw(type?.powerKw, type?.auxiliaryKw);
    }
    case 'ev-charger':
      return kw(row(types.evChargers)?.powerKw);
    default:
      return 0;
  }
}

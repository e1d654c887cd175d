/** Builds what the engine runs from a loaded wijk and the parameters of a run. */
import type { Problem } from '../../errors.js';
import type { Parsed } from '../../problems.js';
import { type AssetEntries, createAssets } from '../core/assets/asset-set.js';
import type { AssetEntry } from '../core/assets/tick.js';
import { frameLayout } from '../core/base/columns.js';
import {
  ASSET_BATTERY,
  ASSET_BUSINESS,
  ASSET_EV_CHARGER,
  ASSET_HEAT_PLANT,
  ASSET_HEAT_PUMP,
  ASSET_HOUSEHOLD,
  ASSET_PV,
} from '../core/base/status.js';
import type { ConnectionTable, Model, SlotTable } from '../core/engine/model.js';
import { completeOptions } from '../core/strategies/registry.js';
import { phasesOf, slotId } from './check.js';
import type { LoadedWijk } from './load.js';
import {
  applianceParameters,
  batteryParameters,
  businessParameters,
  evChargerParameters,
  heatPlantParameters,
  heatPumpParameters,
  homeType,
  householdParameters,
  pvParameters,
} from './parameters.js';
import { phaseVoltageV } from './phase-voltage.js';
import { type RunParameters, runProblems } from './run.js';
import type { AssetKindName, AssetSpec, ConnectionSpec, WijkTypes } from './schema.js';
import { spreadHeatPump } from './spread.js';
import { weatherFigures } from './weather/series.js';

export interface BuiltModel {
  readonly model: Model;
  readonly warnings: readonly Problem[];
}

const KIND: Readonly<Record<AssetKindName, number>> = {
  household: ASSET_HOUSEHOLD,
  pv: ASSET_PV,
  battery: ASSET_BATTERY,
  'heat-pump': ASSET_HEAT_PUMP,
  'heat-plant': ASSET_HEAT_PLANT,
  business: ASSET_BUSINESS,
  'ev-charger': ASSET_EV_CHARGER,
};

/** A model serves one run: its assets carry their own state. */
export function buildModel(loaded: LoadedWijk, run: RunParameters): Parsed<BuiltModel> {
  const problems = runProblems(run);
  const weather = weatherFigures(loaded, run);
  if (!weather.ok) problems.push(...weather.problems);
  if (problems.length > 0) return { ok: false, problems };

  const { wijk, grid } = loaded;
  const places = wijk.connections.flatMap((connection, c) =>
    connection.assets.map((asset) => ({ connection, c, asset })),
  );
  const dimensions = {
    slots: places.length,
    connections: wijk.connections.length,
    nodes: grid.network.nodeIds.length,
    branches: grid.network.branchIds.length,
  };
  const model: Model = {
    dimensions,
    layout: frameLayout(dimensions),
    tickS: run.tickS,
    startUs: run.startUs,
    seed: run.seed,
    latitudeDeg: wijk.location.latitudeDeg,
    longitudeDeg: wijk.location.longitudeDeg,
    slots: slotTable(loaded, places),
    connections: connectionTable(loaded),
    assets: createAssets(assetEntries(loaded, places, run.seed)),
    grid,
    groupLimitW: run.groupLimitW > 0 ? run.groupLimitW : wijk.group.limitKw * 1000,
    strategy: {
      name: run.strategy.name,
      options: completeOptions(run.strategy.name, run.strategy.options).options,
    },
  };
  return { ok: true, value: { model, warnings: loaded.warnings } };
}

/** An asset of a connection: what becomes a slot. */
interface Place {
  readonly connection: ConnectionSpec;
  readonly c: number;
  readonly asset: AssetSpec;
}

function slotTable(loaded: LoadedWijk, places: readonly Place[]): SlotTable {
  const { types } = loaded.wijk;
  const { grid } = loaded;
  const position = new Map([...grid.network.loadIds].map((id, l) => [id, l]));
  const ratings = places.map(({ connection, asset }) =>
    rating(types, connection, asset, phaseVoltageV(grid, position.get(connection.load))),
  );
  return {
    id: places.map(({ connection, asset }) => slotId(connection, asset)),
    kind: Uint8Array.from(places, ({ asset }) => KIND[asset.kind]),
    connection: Int32Array.from(places, ({ c }) => c),
    share: Float64Array.from(places.flatMap(({ connection, asset }) => shares(connection, asset))),
    controllable: Uint8Array.from(ratings, (r) => (r.controllable ? 1 : 0)),
    powerMaxW: Float64Array.from(ratings, (r) => r.maxW),
    powerMinW: Float64Array.from(ratings, (r) => r.minW),
    elementMaxW: Float64Array.from(ratings, (r) => r.elementW ?? 0),
    safeSetpointW: Float64Array.from(ratings, (r) => r.safeW),
  };
}

function shares(connection: ConnectionSpec, asset: AssetSpec): readonly number[] {
  if (asset.phaseShares !== undefined) return asset.phaseShares;
  const phases = phasesOf(connection, asset);
  return [...'abc'].map((phase) => (phases.includes(phase) ? 1 / phases.length : 0));
}

interface Rating {
  readonly controllable: boolean;
  readonly maxW: number;
  readonly minW: number;
  readonly safeW: number;
  readonly elementW?: number;
}

function rating(types: WijkTypes, connection: ConnectionSpec, asset: AssetSpec, phaseV: number): Rating {
  const safeW = (kw: number | undefined): number => (kw === undefined ? Number.NaN : kw * 1000);
  switch (asset.kind) {
    case 'household':
    case 'business':
      // They have no rating of their own; the fuse is what bounds them.
      return {
        controllable: asset.kind === 'business' && types.businesses[asset.type]!.cooling?.followsSetpoint === true,
        maxW: connection.fuseA * phaseV * phasesOf(connection, asset).length,
        minW: 0,
        safeW: Number.NaN,
      };
    case 'pv':
      return {
        controllable: true,
        maxW: 0,
        minW: -asset.inverterKw * 1000,
        safeW: safeW(types.pv[asset.type]!.safeSetpointKw),
      };
    case 'battery': {
      const type = types.batteries[asset.type]!;
      return {
        controllable: true,
        maxW: type.chargeKw * 1000,
        minW: -type.dischargeKw * 1000,
        safeW: safeW(type.safeSetpointKw),
      };
    }
    case 'heat-pump': {
      const type = types.heatPumps[asset.type]!;
      const elementW = (type.backup?.powerKw ?? 0) * 1000;
      const maxW = type.powerKw * 1000 + elementW;
      return { controllable: true, maxW, minW: 0, safeW: safeW(type.safeSetpointKw), elementW };
    }
    case 'ev-charger': {
      const type = types.evChargers[asset.type]!;
      const maxW = type.powerKw * 1000 + type.standbyW;
      return { controllable: true, maxW, minW: 0, safeW: safeW(type.safeSetpointKw) };
    }
    case 'heat-plant': {
      const type = types.heatPlants[asset.type]!;
      return {
        controllable: true,
        maxW: (type.powerKw + type.auxiliaryKw) * 1000,
        minW: 0,
        safeW: safeW(type.safeSetpointKw),
      };
    }
  }
}

function connectionTable({ wijk, grid }: LoadedWijk): ConnectionTable {
  const { connections } = wijk;
  const position = new Map([...grid.network.loadIds].map((id, l) => [id, l]));
  const load = Int32Array.from(connections, (connection) => position.get(connection.load)!);
  return {
    id: connections.map((connection) => connection.id),
    ean: connections.map((connection) => connection.ean),
    use: connections.map((connection) => connection.use),
    load,
    node: load.map((l) => grid.network.loadNode[l]!),
    inGroup: Uint8Array.from(connections, (connection) => (connection.inGroup ? 1 : 0)),
    fuseA: Float64Array.from(connections, (connection) => connection.fuseA),
    phaseCount: Uint8Array.from(connections, (connection) => connection.phases.length),
  };
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? E[] : T[K] };

function assetEntries({ wijk }: LoadedWijk, places: readonly Place[], seed: number): AssetEntries {
  const { types } = wijk;
  const entries: Mutable<AssetEntries> = {
    households: [],
    homes: [],
    businesses: [],
    pvs: [],
    batteries: [],
    heatPumps: [],
    heatPlants: [],
    evChargers: [],
  };
  const profiles = new Map(
    Object.entries(types.households).flatMap(([name, type]) =>
      type.model === 'bottom-up' ? [] : [[name, { type, appliances: applianceParameters(type) }]],
    ),
  );
  const homeTypes = new Map(
    Object.entries(types.households).flatMap(([name, type]) =>
      type.model === 'bottom-up' ? [[name, homeType(type)]] : [],
    ),
  );
  const entry = <P>(slot: number, parameters: P): AssetEntry<P> => ({ slot, parameters });
  places.forEach(({ connection, asset }, slot) => {
    switch (asset.kind) {
      case 'household': {
        const profile = profiles.get(asset.type);
        if (profile !== undefined) {
          entries.households.push(entry(slot, householdParameters(asset, profile.type, profile.appliances)));
          return;
        }
        entries.homes.push(
          entry(slot, {
            annualEnergyWh: asset.annualKwh * 1000,
            type: homeTypes.get(asset.type)!,
            phaseShares: shares(connection, asset),
          }),
        );
        return;
      }
      case 'business':
        entries.businesses.push(entry(slot, businessParameters(asset, types.businesses[asset.type]!, types.calendars)));
        return;
      case 'pv':
        entries.pvs.push(entry(slot, pvParameters(asset, types.pv[asset.type]!)));
        return;
      case 'battery':
        entries.batteries.push(entry(slot, batteryParameters(asset, types.batteries[asset.type]!)));
        return;
      case 'heat-pump': {
        const building = types.buildings[asset.building]!;
        const heatPump = heatPumpParameters(types.heatPumps[asset.type]!, building);
        entries.heatPumps.push(entry(slot, spreadHeatPump(heatPump, seed, slot)));
        return;
      }
      case 'ev-charger':
        entries.evChargers.push(
          entry(slot, evChargerParameters(asset, types.evChargers[asset.type]!, shares(connection, asset))),
        );
        return;
      case 'heat-plant':
        entries.heatPlants.push(entry(slot, heatPlantParameters(asset, types.heatPlants[asset.type]!)));
        return;
    }
  });
  return entries;
}

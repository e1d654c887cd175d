/** All assets of a wijk, one list per kind: the explicit list of kinds. */
import {
  ASSET_BATTERY,
  ASSET_BUSINESS,
  ASSET_EV_CHARGER,
  ASSET_HEAT_PLANT,
  ASSET_HEAT_PUMP,
  ASSET_HOUSEHOLD,
  ASSET_PV,
} from '../base/status.js';
import { type Batteries, type BatteryParameters, createBatteries, reseedBattery, stepBatteries } from './battery.js';
import { type Businesses, type BusinessParameters, createBusinesses, stepBusinesses } from './business.js';
import { createEvChargers, type EvChargerParameters, type EvChargers, stepEvChargers } from './ev-charger.js';
import {
  createHeatPlants,
  type HeatPlantParameters,
  type HeatPlants,
  reseedHeatPlant,
  stepHeatPlants,
} from './heat-plant.js';
import {
  createHeatPumps,
  type HeatPumpParameters,
  type HeatPumps,
  reseedHeatPump,
  stepHeatPumps,
} from './heat-pump.js';
import { createHomes, type HomeParameters, type Homes, stepHomes } from './home.js';
import { createHouseholds, type HouseholdParameters, type Households, stepHouseholds } from './household.js';
import { createPvs, type PvParameters, type Pvs, stepPvs } from './pv.js';
import type { AssetColumns, AssetEntry, TickContext } from './tick.js';

export interface AssetSet {
  readonly households: Households;
  readonly homes: Homes;
  readonly businesses: Businesses;
  readonly pvs: Pvs;
  readonly batteries: Batteries;
  readonly heatPumps: HeatPumps;
  readonly heatPlants: HeatPlants;
  readonly evChargers: EvChargers;
}

export interface AssetEntries {
  readonly households: readonly AssetEntry<HouseholdParameters>[];
  readonly homes: readonly AssetEntry<HomeParameters>[];
  readonly businesses: readonly AssetEntry<BusinessParameters>[];
  readonly pvs: readonly AssetEntry<PvParameters>[];
  readonly batteries: readonly AssetEntry<BatteryParameters>[];
  readonly heatPumps: readonly AssetEntry<HeatPumpParameters>[];
  readonly heatPlants: readonly AssetEntry<HeatPlantParameters>[];
  readonly evChargers: readonly AssetEntry<EvChargerParameters>[];
}

export function createAssets(entries: AssetEntries): AssetSet {
  return {
    households: createHouseholds(entries.households),
    homes: createHomes(entries.homes),
    businesses: createBusinesses(entries.businesses),
    pvs: createPvs(entries.pvs),
    batteries: createBatteries(entries.batteries),
    heatPumps: createHeatPumps(entries.heatPumps),
    heatPlants: createHeatPlants(entries.heatPlants),
    evChargers: createEvChargers(entries.evChargers),
  };
}

export function stepAssets(assets: AssetSet, tick: TickContext, columns: AssetColumns): void {
  stepHouseholds(assets.households, tick, columns);
  stepHomes(assets.homes, tick, columns);
  stepBusinesses(assets.businesses, tick, columns);
  stepPvs(assets.pvs, tick, columns);
  stepBatteries(assets.batteries, tick, columns);
  stepHeatPumps(assets.heatPumps, tick, columns);
  stepHeatPlants(assets.heatPlants, tick, columns);
  stepEvChargers(assets.evChargers, tick, columns);
}

/**
 * Gives the model of a slot the last good state of the device that was lost. `k` is the slot's position in the list of
 * its kind; NaN says that the device did not report a quantity. Kinds without state have nothing to take over.
 */
export function reseed(
  assets: AssetSet,
  kind: number,
  k: number,
  stateOfChargeRatio: number,
  temperatureC: number,
  powerW: number,
): void {
  switch (kind) {
    case ASSET_BATTERY:
      reseedBattery(assets.batteries, k, stateOfChargeRatio, powerW);
      return;
    case ASSET_HEAT_PUMP:
      reseedHeatPump(assets.heatPumps, k, temperatureC, powerW);
      return;
    case ASSET_HEAT_PLANT:
      reseedHeatPlant(assets.heatPlants, k, temperatureC, powerW);
      return;
    case ASSET_HOUSEHOLD:
    case ASSET_BUSINESS:
    case ASSET_PV:
    // A charger does not say what its car still wants: the model goes on with what it has.
    case ASSET_EV_CHARGER:
      return;
    default:
      throw new RangeError(`asset kind ${kind} is unknown`);
  }
}

/** The key figures of a wijk: what it holds, what it takes in a year, and what its grid is made of. */
import { BRANCH_KIND } from '../core/grid/network.js';
import type { LoadedWijk } from './load.js';
import { type MvString, mvStrings } from './stations.js';

export interface HomeFigures {
  readonly count: number;
  readonly annualKwh: number;
  readonly floorM2: number;
}

export interface Figures {
  /** By type of the household. */
  readonly homes: Readonly<Record<string, HomeFigures>>;
  /** By use: floor of everything but homes, and what it takes in a year. */
  readonly amenities: Readonly<Record<string, HomeFigures>>;
  readonly pv: { readonly roofs: number; readonly peakKw: number; readonly inverterKw: number };
  readonly batteries: { readonly count: number; readonly capacityKwh: number; readonly powerKw: number };
  readonly charging: { readonly points: number; readonly sockets: number; readonly powerKw: number };
  readonly heat: HeatFigures;
  readonly grid: {
    readonly transformers: readonly { readonly kva: number; readonly count: number }[];
    readonly homesPerTransformer: { readonly least: number; readonly mean: number; readonly most: number };
    readonly feeders: number;
    readonly mvCableKm: number;
    readonly lvCableKm: number;
    /** Lines whose length the wijk file does not give. */
    readonly linesWithoutLength: number;
    readonly rings: number;
  };
  readonly limitKw: number;
  readonly limitKwPerHome: number;
}

export interface HeatFigures {
  readonly plants: number;
  /** Electric, heat pumps of plants. */
  readonly plantKw: number;
  readonly homesServed: number;
  readonly bufferM3: number;
  /** Between the hottest and the lowest that still serves. */
  readonly bufferKwh: number;
  /** Heat that the homes of plants take at -10 °C with hot water and the loss of the network, kW. */
  readonly demandAtMinus10Kw: number;
  /** How long full buffers carry that; NaN without a plant. */
  readonly bufferHours: number;
  /** Space heating over De Bilt's mean degree days, and hot water, of plants and homes with a heat pump, MWh a year. */
  readonly annualHeatMwh: number;
  readonly heatPumps: number;
  /** Electric, with elements. */
  readonly heatPumpKw: number;
}

const WATER_KWH_PER_M3_K = 1.163;
const COLD_C = -10;
/** Degree days of De Bilt below 15.5 °C, mean of 2001-2020 from KNMI's daily figures. */
const HEATING_DEGREE_DAYS = 2010;
const LV_MAX_V = 1000;

export function figures(loaded: LoadedWijk, strings: readonly MvString[] = mvStrings(loaded)): Figures {
  const { wijk } = loaded;
  const homes: Record<string, HomeFigures> = {};
  const amenities: Record<string, HomeFigures> = {};
  const add = (table: Record<string, HomeFigures>, key: string, annualKwh: number, floorM2: number): void => {
    const { count, ...before } = table[key] ?? { count: 0, annualKwh: 0, floorM2: 0 };
    table[key] = { count: count + 1, annualKwh: before.annualKwh + annualKwh, floorM2: before.floorM2 + floorM2 };
  };
  const pv = { roofs: 0, peakKw: 0, inverterKw: 0 };
  const batteries = { count: 0, capacityKwh: 0, powerKw: 0 };
  const charging = { points: 0, sockets: 0, powerKw: 0 };
  for (const { assets, floorM2, use } of wijk.connections) {
    let counted = false;
    for (const asset of assets) {
      switch (asset.kind) {
        case 'household':
        case 'business': {
          const [table, key] = asset.kind === 'household' ? [homes, asset.type] : [amenities, use];
          add(table, key, asset.annualKwh, counted ? 0 : (floorM2 ?? 0));
          counted = true;
          break;
        }
        case 'pv':
          pv.roofs++;
          pv.peakKw += asset.peakKw;
          pv.inverterKw += asset.inverterKw;
          break;
        case 'battery': {
          const type = wijk.types.batteries[asset.type]!;
          batteries.count++;
          batteries.capacityKwh += type.capacityKwh;
          batteries.powerKw += type.dischargeKw;
          break;
        }
        case 'ev-charger':
          charging.points++;
          charging.sockets += asset.sockets;
          charging.powerKw += wijk.types.evChargers[asset.type]!.powerKw;
          break;
        case 'heat-pump':
        case 'heat-plant':
          break;
      }
    }
  }
  const homeCount = Object.values(homes).reduce((sum, { count }) => sum + count, 0);
  return {
    homes,
    amenities,
    pv,
    batteries,
    charging,
    heat: heatFigures(loaded),
    grid: gridFigures(loaded, strings),
    limitKw: wijk.group.limitKw,
    limitKwPerHome: homeCount === 0 ? Number.NaN : wijk.group.limitKw / homeCount,
  };
}

function heatFigures({ wijk }: LoadedWijk): HeatFigures {
  const { types } = wijk;
  const sum = {
    plants: 0,
    plantKw: 0,
    homesServed: 0,
    bufferM3: 0,
    bufferKwh: 0,
    demandAtMinus10Kw: 0,
    annualHeatMwh: 0,
    heatPumps: 0,
    heatPumpKw: 0,
  };
  const yearMwh = (lossWPerK: number, hotWaterKwhPerDay: number): number =>
    (lossWPerK * HEATING_DEGREE_DAYS * 24) / 1e6 + (hotWaterKwhPerDay * 365) / 1000;
  for (const asset of wijk.connections.flatMap(({ assets }) => assets)) {
    if (asset.kind === 'heat-plant') {
      const { buffer, homes, network, powerKw } = types.heatPlants[asset.type]!;
      sum.plants++;
      sum.plantKw += powerKw;
      sum.homesServed += asset.homes;
      sum.bufferM3 += buffer.volumeM3;
      sum.bufferKwh += buffer.volumeM3 * WATER_KWH_PER_M3_K * (buffer.supplyC - network.returnC);
      const perHomeKw = (homes.lossWPerK * (homes.roomC - COLD_C) - homes.gainsW) / 1000 + homes.hotWaterKwhPerDay / 24;
      const homesKw = asset.homes * perHomeKw;
      const lossKw =
        'lossShareRatio' in network
          ? (homesKw * network.lossShareRatio) / (1 - network.lossShareRatio)
          : (network.pipeWPerMK * network.lengthM * (buffer.supplyC + network.returnC - 2 * network.soilC)) / 1000;
      sum.demandAtMinus10Kw += homesKw + lossKw;
      sum.annualHeatMwh += asset.homes * yearMwh(homes.lossWPerK, homes.hotWaterKwhPerDay);
    }
    if (asset.kind === 'heat-pump') {
      const { powerKw, backup, tank } = types.heatPumps[asset.type]!;
      sum.heatPumps++;
      sum.heatPumpKw += powerKw + (backup?.powerKw ?? 0);
      sum.annualHeatMwh += yearMwh(types.buildings[asset.building]!.lossWPerK, tank?.drawKwhPerDay ?? 0);
    }
  }
  return { ...sum, bufferHours: sum.plants === 0 ? Number.NaN : sum.bufferKwh / sum.demandAtMinus10Kw };
}

function gridFigures({ grid, wijk }: LoadedWijk, strings: readonly MvString[]): Figures['grid'] {
  const { branchIds, branchKinds, branchFrom, uRatedV } = grid.network;
  const stations = strings.flatMap((string) => string.stations);
  const homes = stations.map((station) =>
    station.feeders
      .flatMap(({ connections }) => connections)
      .filter((c) => wijk.connections[c]!.assets.some(({ kind }) => kind === 'household')),
  );
  const counts = homes.map((list) => list.length);
  const kinds = new Map<number, number>();
  for (const { ratedVA } of stations) kinds.set(ratedVA / 1000, (kinds.get(ratedVA / 1000) ?? 0) + 1);
  let [mvM, lvM, without] = [0, 0, 0];
  branchIds.forEach((id, b) => {
    if (branchKinds[b] !== BRANCH_KIND.line && branchKinds[b] !== BRANCH_KIND.asym_line) return;
    const lengthM = wijk.lineLengthsM[String(id)];
    if (lengthM === undefined) without++;
    else if (uRatedV[branchFrom[b]!]! > LV_MAX_V) mvM += lengthM;
    else lvM += lengthM;
  });
  return {
    transformers: [...kinds].sort(([p], [q]) => p - q).map(([kva, count]) => ({ kva, count })),
    homesPerTransformer: {
      least: Math.min(...counts),
      mean: counts.reduce((sum, n) => sum + n, 0) / Math.max(1, counts.length),
      most: Math.max(...counts),
    },
    feeders: stations.reduce((sum, { feeders }) => sum + feeders.length, 0),
    mvCableKm: mvM / 1000,
    lvCableKm: lvM / 1000,
    linesWithoutLength: without,
    rings: strings.filter(({ ring }) => ring).length,
  };
}

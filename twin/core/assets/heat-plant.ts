/**
 * Collective heat: central heat pumps, a mixed buffer, a network with losses, and the homes it serves as one mass.
 *
 * Per tick, everything constant within it:
 *   space heat per home   what holds the room, plus what brings a cooled home back within the recovery time,
 *                         at most what its emitters can give
 *   demand                homes · space heat + hot water + network loss
 *   buffer                C dT/dt = heat of the pumps - what is drawn - UA (T - plant room)
 * The buffer never falls below the lowest supply temperature: what is drawn is cut so that it ends there. Network loss is
 * paid first, then hot water, then space heat. Hot water that is not served is taken from the homes' mass, so that every
 * missing joule shows as a colder home; the comfort deficit is the K·h that the homes' mass spends below the minimum.
 *
 * Setpoint: an upper limit on the electric power of the heat pumps, W. Free: a hysteresis keeps the buffer warm.
 * Available minimum: zero above the reserve; within it, a growing part of what the demand takes.
 */
import { type CopCurve, coefficientOfPerformance } from './cop.js';
import { heatToReachW, massTemperatureC } from './thermal.js';
import { type AssetColumns, type AssetEntry, column, slotsOf, type TickContext } from './tick.js';

export interface HeatPlantParameters {
  /** Electric power of all heat pumps together, at full and at the lowest modulation of one, W. */
  readonly powerMaxW: number;
  readonly powerMinW: number;
  /** Circulation pumps and control, always on, W. */
  readonly auxiliaryW: number;
  readonly powerFactor: number;
  readonly curve: CopCurve;
  /** What the pumps in use reach of the curve. */
  readonly fieldRatio: number;
  /** Temperature of the source (aquifer, surface water). */
  readonly sourceC: number;
  /** Condenser above buffer temperature, K. */
  readonly approachK: number;
  readonly buffer: {
    readonly capacityJPerK: number;
    readonly lossWPerK: number;
    readonly plantRoomC: number;
    /** Lowest temperature at which it can supply. */
    readonly minimumC: number;
    /** Hysteresis of the free control. */
    readonly onC: number;
    readonly offC: number;
    readonly initialC: number;
    /** Band above the minimum in which the plant asks for power. */
    readonly reserveK: number;
  };
  readonly networkLossW: number;
  readonly homes: {
    readonly count: number;
    /** All per home. */
    readonly lossWPerK: number;
    readonly capacityJPerK: number;
    readonly gainsW: number;
    readonly emitterMaxW: number;
    readonly roomC: number;
    readonly comfortMinimumC: number;
    /** In which a home that cooled down is to be warm again. */
    readonly recoveryS: number;
    readonly hotWaterWhPerDay: number;
    /** Relative draw in the 24 hours of a local day. */
    readonly hotWaterShape: readonly number[];
  };
}

export interface HeatPlants {
  readonly slots: Int32Array;
  readonly count: number;
  readonly parameters: readonly HeatPlantParameters[];
  readonly tangent: Float64Array;
  /** Hot water of all homes in each hour, W; 24 per plant. */
  readonly hotWaterW: Float64Array;
  /** State: buffer and homes' temperature, 1 while the hysteresis asks for heat. */
  readonly bufferC: Float64Array;
  readonly homesC: Float64Array;
  readonly heating: Uint8Array;
  readonly deficitKh: Float64Array;
  /** Coefficient of performance, and the minute it was computed for: a buffer changes no faster. */
  readonly copRatio: Float64Array;
  readonly copMinute: Float64Array;
  /** Result of the last tick: heat produced, asked for, and drawn from the buffer, and of it what was asked and not served, W. */
  readonly heatW: Float64Array;
  readonly wantedW: Float64Array;
  readonly drawnW: Float64Array;
  readonly unservedW: Float64Array;
}

export function createHeatPlants(entries: readonly AssetEntry<HeatPlantParameters>[]): HeatPlants {
  const n = entries.length;
  const hotWaterW = new Float64Array(24 * n);
  entries.forEach(({ parameters: { homes } }, k) => {
    const total = homes.hotWaterShape.reduce((sum, share) => sum + share, 0);
    for (let hour = 0; hour < 24; hour++) {
      hotWaterW[24 * k + hour] = (homes.count * homes.hotWaterWhPerDay * homes.hotWaterShape[hour]!) / total;
    }
  });
  return {
    slots: slotsOf(entries),
    count: n,
    parameters: entries.map((entry) => entry.parameters),
    tangent: column(entries, (p) => Math.tan(Math.acos(p.powerFactor))),
    hotWaterW,
    bufferC: column(entries, (p) => p.buffer.initialC),
    homesC: column(entries, (p) => p.homes.roomC),
    heating: Uint8Array.from(entries, ({ parameters: p }) => (p.buffer.initialC < p.buffer.offC ? 1 : 0)),
    deficitKh: new Float64Array(n),
    copRatio: new Float64Array(n),
    copMinute: new Float64Array(n).fill(Number.NaN),
    heatW: new Float64Array(n),
    wantedW: new Float64Array(n),
    drawnW: new Float64Array(n),
    unservedW: new Float64Array(n),
  };
}

export function stepHeatPlants(plants: HeatPlants, tick: TickContext, columns: AssetColumns): void {
  for (let k = 0; k < plants.count; k++) {
    const p = plants.parameters[k]!;
    const { buffer } = p;
    const slot = plants.slots[k]!;
    const bufferC = plants.bufferC[k]!;
    if (bufferC <= buffer.onC) plants.heating[k] = 1;
    else if (bufferC >= buffer.offC) plants.heating[k] = 0;

    // The limit holds for the whole slot, so the circulation pumps take their part of it first.
    const limitW = Number.isNaN(columns.setpointW[slot]!) ? p.powerMaxW : columns.setpointW[slot]! - p.auxiliaryW;
    const compressorW = plants.heating[k] === 1 && limitW >= p.powerMinW ? Math.min(p.powerMaxW, limitW) : 0;
    if (plants.copMinute[k] !== tick.minute) {
      plants.copMinute[k] = tick.minute;
      plants.copRatio[k] = coefficientOfPerformance(p.curve, bufferC + p.approachK, p.sourceC, p.fieldRatio);
    }
    const cop = plants.copRatio[k]!;
    plants.heatW[k] = cop * compressorW;
    serve(plants, k, p, tick);
    const wantedW = plants.wantedW[k]!;

    const reserve = (buffer.minimumC + buffer.reserveK - plants.bufferC[k]!) / buffer.reserveK;
    const needW =
      reserve > 0 ? Math.max(p.powerMinW, Math.min(p.powerMaxW, (Math.min(1, reserve) * wantedW) / cop)) : 0;
    const powerW = compressorW + p.auxiliaryW;
    columns.modelledPowerW[slot] = powerW;
    columns.modelledReactiveVar[slot] = powerW * plants.tangent[k]!;
    columns.temperatureC[slot] = plants.bufferC[k]!;
    columns.stateOfChargeRatio[slot] = Math.max(
      0,
      Math.min(1, (plants.bufferC[k]! - buffer.minimumC) / (buffer.offC - buffer.minimumC)),
    );
    columns.urgencyRatio[slot] = 1 - columns.stateOfChargeRatio[slot]!;
    columns.minimumRunW[slot] = p.auxiliaryW + p.powerMinW;
    columns.availableMinW[slot] = p.auxiliaryW + needW;
    columns.availableMaxW[slot] = p.auxiliaryW + (plants.heating[k] === 1 ? p.powerMaxW : 0);
    columns.comfortDeficitKh[slot] = plants.deficitKh[k]!;
  }
}

/** Draws heat for a tick and moves buffer and homes on. */
function serve(plants: HeatPlants, k: number, p: HeatPlantParameters, tick: TickContext): void {
  const heatW = plants.heatW[k]!;
  const { buffer, homes } = p;
  const outdoorC = tick.outdoorTemperatureC;
  const homesC = plants.homesC[k]!;
  const recoverW = (homes.capacityJPerK * (homes.roomC - homesC)) / homes.recoveryS;
  const holdW = homes.lossWPerK * (homes.roomC - outdoorC) - homes.gainsW;
  const spaceW = homes.count * Math.max(0, Math.min(homes.emitterMaxW, holdW + recoverW));
  const waterW = hotWaterW(plants, k, tick.localSecondOfDay);
  const wantedW = spaceW + waterW + p.networkLossW;

  const { capacityJPerK, lossWPerK, plantRoomC, minimumC } = buffer;
  const bufferC = plants.bufferC[k]!;
  const holdMinimumW = heatToReachW(bufferC, minimumC, plantRoomC, lossWPerK, capacityJPerK, tick.tickS);
  const drawnW = Math.max(0, Math.min(wantedW, heatW - holdMinimumW));
  plants.bufferC[k] = massTemperatureC(bufferC, plantRoomC, heatW - drawnW, lossWPerK, capacityJPerK, tick.tickS);
  plants.wantedW[k] = wantedW;
  plants.drawnW[k] = drawnW;
  plants.unservedW[k] = wantedW - drawnW;

  const servedWaterW = Math.max(0, Math.min(waterW, drawnW - p.networkLossW));
  const servedSpaceW = Math.max(0, drawnW - p.networkLossW - servedWaterW);
  const intoHomeW = homes.gainsW + (servedSpaceW - (waterW - servedWaterW)) / homes.count;
  const nextC = massTemperatureC(homesC, outdoorC, intoHomeW, homes.lossWPerK, homes.capacityJPerK, tick.tickS);
  plants.homesC[k] = nextC;
  plants.deficitKh[k] = plants.deficitKh[k]! + (Math.max(0, homes.comfortMinimumC - nextC) * tick.tickS) / 3600;
}

/** Hot water of all homes at a time of day, between the middles of the hours, W. */
function hotWaterW(plants: HeatPlants, k: number, secondOfDay: number): number {
  const at = secondOfDay / 3600 + 23.5;
  const hour = Math.floor(at);
  const before = plants.hotWaterW[24 * k + (hour % 24)]!;
  const after = plants.hotWaterW[24 * k + ((hour + 1) % 24)]!;
  return before + (after - before) * (at - hour);
}

/** Takes over the state of a device that was lost; NaN leaves what the model has. */
export function reseedHeatPlant(plants: HeatPlants, k: number, temperatureC: number, powerW: number): void {
  if (!Number.isNaN(temperatureC)) plants.bufferC[k] = temperatureC;
  if (!Number.isNaN(powerW)) plants.heating[k] = powerW >= plants.parameters[k]!.powerMinW ? 1 : 0;
}

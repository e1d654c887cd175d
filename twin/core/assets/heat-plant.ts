/**
 * Collective heat: central heat pumps on water or wells, a stratified buffer, a network with losses, and the homes it
 * serves as one mass.
 *
 * Per tick, everything constant within it:
 *   space heat per home   what holds the room, plus what brings a cooled home back within the recovery time,
 *                         at most what its emitters can give
 *   network loss          pipe loss times length times (supply - soil + return - soil), or a share of what is supplied
 *   heat pumps            warm return water to the supply temperature: first for the network, what is left charges the
 *                         buffer from its top; what they do not reach is drawn from the buffer's top
 * Network loss is paid first, then hot water, then space heat. Hot water needs a supply of `minimumC`, space heat of
 * `spaceMinimumC`. What is not served is counted: hot water in Wh and in showers, space heat as K·h of the homes' mass
 * below the minimum. Heat is kept to rounding: pumps = buffer + standing loss + network loss + hot water + space heat.
 *
 * The coefficient of performance follows the source of the moment (`heat-source.ts`) and the supply temperature.
 *
 * Setpoint: an upper limit on the electric power of the whole plant, W; below the lowest modulation the heat pumps stop,
 * while the buffer carries. Free: on below `onRatio` of the buffer's charge, off above `offRatio`.
 * SG-Ready: 1 stops them; 3 starts as soon as the buffer is a tenth below `offRatio`; 4 charges until it is full.
 * Available minimum: zero above the reserve; within it, a growing part of what network loss and hot water take, and of
 * what holds the homes, the more the further they have cooled down to the comfort minimum: a warm home can wait.
 * Urgency: part of the heat stored in buffer and homes, above what comfort needs, that is gone.
 */
import { SG_BLOCKED, SG_FORCED, SG_RECOMMENDED } from '../base/status.js';
import { type CopCurve, coefficientOfPerformance } from './cop.js';
import {
  createHeatSources,
  type HeatSourceParameters,
  type HeatSources,
  prepareSource,
  regenerate,
  SOURCE_OF_HEAT,
  takeHeat,
} from './heat-source.js';
import {
  chargeBuffer,
  createStratified,
  drawBuffer,
  fillBuffer,
  restBuffer,
  type Stratified,
  type StratifiedParameters,
} from './stratified.js';
import { massMeanC, massTemperatureC } from './thermal.js';
import { type AssetColumns, type AssetEntry, column, slotsOf, type TickContext } from './tick.js';

export interface HeatPlantParameters {
  /** Electric power of all heat pumps and their source pumps together, at full and at the lowest modulation of one, W. */
  readonly powerMaxW: number;
  readonly powerMinW: number;
  /** Circulation pumps and control, always on, W. */
  readonly auxiliaryW: number;
  readonly powerFactor: number;
  readonly curve: CopCurve;
  /** What the pumps in use reach of the curve. */
  readonly fieldRatio: number;
  readonly source: HeatSourceParameters;
  /** Condenser above supply temperature, K. */
  readonly approachK: number;
  readonly buffer: StratifiedParameters & {
    /** Lowest supply temperature that still makes hot water, and that still heats. */
    readonly minimumC: number;
    readonly spaceMinimumC: number;
    /** Hysteresis of the free control, by charge. */
    readonly onRatio: number;
    readonly offRatio: number;
    /** Charge below which the plant asks for power. */
    readonly reserveRatio: number;
  };
  readonly network: {
    /** Of one pipe, W/(m·K), and length of the trench; 0 where the loss is a share. */
    readonly pipeWPerMK: number;
    readonly lengthM: number;
    readonly soilC: number;
    /** Of the heat that is supplied to the network; 0 where the loss is that of pipes. */
    readonly lossShareRatio: number;
  };
  readonly homes: {
    readonly count: number;
    /** All per home. */
    readonly lossWPerK: number;
    readonly capacityJPerK: number;
    readonly gainsW: number;
    readonly solarApertureM2: number;
    readonly emitterMaxW: number;
    readonly roomC: number;
    readonly comfortMinimumC: number;
    /** In which a home that cooled down is to be warm again. */
    readonly recoveryS: number;
    readonly hotWaterWhPerDay: number;
    /** Heat of one shower, for counting cold ones. */
    readonly showerWh: number;
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
  readonly buffers: Stratified;
  readonly sources: HeatSources;
  /** Heat that can be stored, J: in the full buffer, and in the homes between comfort minimum and room temperature. */
  readonly bufferJ: Float64Array;
  readonly homesJ: Float64Array;
  /** State: mean temperature and charge of the buffer (its own columns), homes' temperature, 1 while the hysteresis asks for heat. */
  readonly bufferC: Float64Array;
  readonly chargeRatio: Float64Array;
  readonly homesC: Float64Array;
  readonly heating: Uint8Array;
  /** Ledgers: cold homes, hot water that was not served, and the same in showers. */
  readonly deficitKh: Float64Array;
  readonly coldWaterWh: Float64Array;
  readonly coldShowers: Float64Array;
  /** Coefficient of performance, and the minute it was computed for: water and wells change no faster. */
  readonly copRatio: Float64Array;
  readonly copMinute: Float64Array;
  /**
   * Of the last tick, W: electricity of compressors and of source pumps; heat of the heat pumps, asked for by network and
   * homes, the part of it for rooms, what would hold these at room temperature, and not served.
   */
  readonly compressorW: Float64Array;
  readonly pumpingW: Float64Array;
  readonly heatW: Float64Array;
  readonly wantedW: Float64Array;
  readonly wantedSpaceW: Float64Array;
  readonly holdSpaceW: Float64Array;
  readonly unservedW: Float64Array;
  /** Where it went, W: standing loss of the buffer, loss of the network, hot water and space heat of all homes. */
  readonly standingLossW: Float64Array;
  readonly networkLossW: Float64Array;
  readonly hotWaterServedW: Float64Array;
  readonly spaceServedW: Float64Array;
  /** Homes, W per home: sun and people, and loss. */
  readonly freeHeatW: Float64Array;
  readonly homeLossW: Float64Array;
}

/** Water that is not this much colder than the supply is not pumped through the condenser again. */
const WORTH_HEATING_K = 2;
/** A plant that is recommended to run lets its charge fall by this much before it starts again. */
const RECOMMENDED_BAND = 0.1;

export function createHeatPlants(entries: readonly AssetEntry<HeatPlantParameters>[]): HeatPlants {
  const n = entries.length;
  const zero = (): Float64Array => new Float64Array(n);
  const hotWaterW = new Float64Array(24 * n);
  entries.forEach(({ parameters: { homes } }, k) => {
    const total = homes.hotWaterShape.reduce((sum, share) => sum + share, 0);
    for (let hour = 0; hour < 24; hour++) {
      hotWaterW[24 * k + hour] = (homes.count * homes.hotWaterWhPerDay * homes.hotWaterShape[hour]!) / total;
    }
  });
  const buffers = createStratified(entries.map(({ slot, parameters }) => ({ slot, parameters: parameters.buffer })));
  return {
    slots: slotsOf(entries),
    count: n,
    parameters: entries.map((entry) => entry.parameters),
    tangent: column(entries, (p) => Math.tan(Math.acos(p.powerFactor))),
    hotWaterW,
    buffers,
    sources: createHeatSources(entries.map(({ parameters }) => parameters.source)),
    bufferJ: column(entries, ({ buffer }) => buffer.capacityJPerK * (buffer.supplyC - buffer.returnC)),
    homesJ: column(
      entries,
      ({ homes }) => homes.count * homes.capacityJPerK * Math.max(0, homes.roomC - homes.comfortMinimumC),
    ),
    bufferC: buffers.meanC,
    chargeRatio: buffers.chargeRatio,
    homesC: column(entries, (p) => p.homes.roomC),
    heating: Uint8Array.from(entries, ({ parameters: { buffer } }) => (buffer.initialRatio < buffer.offRatio ? 1 : 0)),
    deficitKh: zero(),
    coldWaterWh: zero(),
    coldShowers: zero(),
    copRatio: zero(),
    copMinute: zero().fill(Number.NaN),
    compressorW: zero(),
    pumpingW: zero(),
    heatW: zero(),
    wantedW: zero(),
    wantedSpaceW: zero(),
    holdSpaceW: zero(),
    unservedW: zero(),
    standingLossW: zero(),
    networkLossW: zero(),
    hotWaterServedW: zero(),
    spaceServedW: zero(),
    freeHeatW: zero(),
    homeLossW: zero(),
  };
}

export function stepHeatPlants(plants: HeatPlants, tick: TickContext, columns: AssetColumns): void {
  const { sources } = plants;
  for (let k = 0; k < plants.count; k++) {
    const p = plants.parameters[k]!;
    const slot = plants.slots[k]!;
    prepareSource(sources, k, tick);
    if (plants.copMinute[k] !== tick.minute) {
      plants.copMinute[k] = tick.minute;
      const sinkC = p.buffer.supplyC + p.approachK;
      plants.copRatio[k] = coefficientOfPerformance(p.curve, sinkC, sources.sourceC[k]!, p.fieldRatio);
    }
    const wanted = wantsHeat(plants, k, p, columns.sgReady[slot]!);
    // The limit holds for the whole slot, so the circulation pumps take their part of it first.
    const setpointW = columns.setpointW[slot]!;
    const limitW = Number.isNaN(setpointW) ? p.powerMaxW : Math.min(p.powerMaxW, setpointW - p.auxiliaryW);
    const hasSource = sources.serving[k] !== SOURCE_OF_HEAT.none;
    const runs = wanted && limitW >= p.powerMinW && hasSource;
    const pumpingPerW = (plants.copRatio[k]! - 1) * sources.pumpingRatio[k]!;
    plants.compressorW[k] = runs ? limitW / (1 + pumpingPerW) : 0;
    plants.heatW[k] = plants.copRatio[k]! * plants.compressorW[k]!;
    serve(plants, k, p, tick);
    const compressorW = plants.heatW[k]! / plants.copRatio[k]!;
    plants.compressorW[k] = compressorW;
    sources.ask[0] = (plants.heatW[k]! - compressorW) * tick.tickS;
    takeHeat(sources, k);
    sources.ask[0] = tick.tickS;
    sources.ask[1] = limitW - compressorW * (1 + pumpingPerW);
    regenerate(sources, k);
    plants.pumpingW[k] = compressorW * pumpingPerW + sources.regenerationW[k]!;

    const powerW = compressorW + plants.pumpingW[k]! + p.auxiliaryW;
    columns.modelledPowerW[slot] = powerW;
    columns.modelledReactiveVar[slot] = powerW * plants.tangent[k]!;
    columns.temperatureC[slot] = plants.bufferC[k]!;
    columns.supplyTemperatureC[slot] = plants.buffers.temperatureC[k * plants.buffers.stride]!;
    columns.stateOfChargeRatio[slot] = plants.chargeRatio[k]!;
    // How far the homes have cooled down from room temperature to comfort minimum.
    const bandK = p.homes.roomC - p.homes.comfortMinimumC;
    const cooled = bandK > 0 ? Math.max(0, (p.homes.roomC - plants.homesC[k]!) / bandK) : 1;
    const bufferJ = plants.bufferJ[k]!;
    const homesJ = plants.homesJ[k]!;
    const goneJ = Math.max(0, 1 - plants.chargeRatio[k]!) * bufferJ + Math.min(1, cooled) * homesJ;
    columns.urgencyRatio[slot] = goneJ / (bufferJ + homesJ);
    columns.minimumRunW[slot] = p.auxiliaryW + p.powerMinW;
    // Comfort needs nothing above the reserve; with an empty buffer hot water and what holds the homes above the minimum.
    const reserve = (p.buffer.reserveRatio - plants.chargeRatio[k]!) / p.buffer.reserveRatio;
    const spaceW = Math.min(plants.wantedSpaceW[k]!, cooled * plants.holdSpaceW[k]!);
    const neededW = plants.wantedW[k]! - plants.wantedSpaceW[k]! + spaceW;
    const demandW = (Math.min(1, reserve) * neededW * (1 + pumpingPerW)) / plants.copRatio[k]!;
    const needW = reserve > 0 && hasSource ? Math.max(p.powerMinW, Math.min(p.powerMaxW, demandW)) : 0;
    const couldW = hasSource && (plants.heating[k] === 1 || wanted) ? p.powerMaxW : 0;
    columns.availableMinW[slot] = p.auxiliaryW + Math.min(needW, couldW);
    columns.availableMaxW[slot] = p.auxiliaryW + couldW;
    columns.comfortDeficitKh[slot] = plants.deficitKh[k]!;
    columns.energyDeficitWh[slot] = plants.coldWaterWh[k]!;
    columns.coldShowers[slot] = plants.coldShowers[k]!;
  }
}

function wantsHeat(plants: HeatPlants, k: number, { buffer }: HeatPlantParameters, mode: number): boolean {
  const charge = plants.chargeRatio[k]!;
  const earlyRatio = Math.max(buffer.onRatio, buffer.offRatio - RECOMMENDED_BAND);
  if (charge <= (mode === SG_RECOMMENDED ? earlyRatio : buffer.onRatio)) plants.heating[k] = 1;
  else if (charge >= buffer.offRatio) plants.heating[k] = 0;
  return mode !== SG_BLOCKED && (mode === SG_FORCED || plants.heating[k] === 1);
}

/** Serves network and homes for a tick from the heat pumps and the buffer; what the buffer cannot take is not made. */
function serve(plants: HeatPlants, k: number, p: HeatPlantParameters, tick: TickContext): void {
  const { buffer, homes, network } = p;
  const { buffers } = plants;
  const seconds = tick.tickS;
  const outdoorC = tick.outdoorTemperatureC;
  const homesC = plants.homesC[k]!;
  const freeW = homes.gainsW + homes.solarApertureM2 * tick.globalIrradianceWPerM2;
  const recoverW = (homes.capacityJPerK * (homes.roomC - homesC)) / homes.recoveryS;
  const holdW = homes.lossWPerK * (homes.roomC - outdoorC) - freeW;
  const spaceW = homes.count * Math.max(0, Math.min(homes.emitterMaxW, holdW + recoverW));
  const hour = Math.floor(tick.localSecondOfDay / 3600 + 23.5);
  const past = tick.localSecondOfDay / 3600 + 23.5 - hour;
  const beforeW = plants.hotWaterW[24 * k + (hour % 24)]!;
  // Between the middles of the hours on a straight line.
  const waterW = beforeW + (plants.hotWaterW[24 * k + ((hour + 1) % 24)]! - beforeW) * past;
  const supplyC = plants.heatW[k]! > 0 ? buffer.supplyC : buffers.temperatureC[k * buffers.stride]!;
  const pipesW = network.pipeWPerMK * network.lengthM * (supplyC + buffer.returnC - 2 * network.soilC);
  const lossW = pipesW + ((spaceW + waterW) * network.lossShareRatio) / (1 - network.lossShareRatio);
  plants.wantedW[k] = spaceW + waterW + lossW;
  plants.wantedSpaceW[k] = spaceW;
  plants.holdSpaceW[k] = homes.count * Math.max(0, holdW);

  // In joules of this tick: what the heat pumps make goes straight to the network first.
  const madeJ = plants.heatW[k]! * seconds;
  const lossJ = Math.min(lossW * seconds, madeJ);
  const waterJ = Math.min(waterW * seconds, madeJ - lossJ);
  const spaceJ = Math.min(spaceW * seconds, madeJ - lossJ - waterJ);
  const leftJ = madeJ - lossJ - waterJ - spaceJ;
  if (leftJ > 0) {
    buffers.ask[0] = leftJ;
    buffers.ask[1] = WORTH_HEATING_K;
    chargeBuffer(buffers, k);
    const chargedJ = buffers.moved[0]!;
    plants.heatW[k] = (madeJ - (leftJ - chargedJ)) / seconds;
    if (chargedJ < leftJ) plants.heating[k] = 0;
  }
  buffers.ask[0] = lossW * seconds - lossJ;
  buffers.ask[1] = buffer.spaceMinimumC;
  drawBuffer(buffers, k);
  const drawnLossJ = buffers.moved[0]!;
  buffers.ask[0] = waterW * seconds - waterJ;
  buffers.ask[1] = buffer.minimumC;
  drawBuffer(buffers, k);
  const drawnWaterJ = buffers.moved[0]!;
  buffers.ask[0] = spaceW * seconds - spaceJ;
  buffers.ask[1] = buffer.spaceMinimumC;
  drawBuffer(buffers, k);
  const drawnSpaceJ = buffers.moved[0]!;
  plants.networkLossW[k] = (lossJ + drawnLossJ) / seconds;
  plants.hotWaterServedW[k] = (waterJ + drawnWaterJ) / seconds;
  plants.spaceServedW[k] = (spaceJ + drawnSpaceJ) / seconds;
  plants.unservedW[k] =
    plants.wantedW[k]! - plants.networkLossW[k]! - plants.hotWaterServedW[k]! - plants.spaceServedW[k]!;
  buffers.ask[0] = seconds;
  restBuffer(buffers, k);
  plants.standingLossW[k] = buffers.moved[0]! / seconds;

  // A draw ends with rounding: less than a millionth is none.
  const coldW = waterW - plants.hotWaterServedW[k]!;
  if (coldW > 1e-6 * waterW) {
    const coldWh = (coldW * seconds) / 3600;
    plants.coldWaterWh[k] = plants.coldWaterWh[k]! + coldWh;
    plants.coldShowers[k] = plants.coldShowers[k]! + coldWh / homes.showerWh;
  }
  const intoHomeW = freeW + plants.spaceServedW[k]! / homes.count;
  const meanC = massMeanC(homesC, outdoorC, intoHomeW, homes.lossWPerK, homes.capacityJPerK, seconds);
  const nextC = massTemperatureC(homesC, outdoorC, intoHomeW, homes.lossWPerK, homes.capacityJPerK, seconds);
  plants.freeHeatW[k] = freeW;
  plants.homeLossW[k] = homes.lossWPerK * (meanC - outdoorC);
  plants.homesC[k] = nextC;
  plants.deficitKh[k] = plants.deficitKh[k]! + (Math.max(0, homes.comfortMinimumC - nextC) * seconds) / 3600;
}

/** Takes over the state of a device that was lost; NaN leaves what the model has. */
export function reseedHeatPlant(plants: HeatPlants, k: number, temperatureC: number, powerW: number): void {
  const { buffer, powerMinW } = plants.parameters[k]!;
  if (!Number.isNaN(temperatureC)) {
    // A mean temperature is so much hot water above so much cold.
    const hot = (temperatureC - buffer.returnC) / (buffer.supplyC - buffer.returnC);
    fillBuffer(plants.buffers, k, Math.max(0, Math.min(1, hot)));
  }
  if (!Number.isNaN(powerW)) plants.heating[k] = powerW >= powerMinW ? 1 : 0;
}

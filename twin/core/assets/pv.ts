/**
 * Photovoltaic roof behind an inverter: irradiance on its plane, cell temperature, losses, and the inverter's ceiling.
 *
 *   P = peak · I/1000 · performance · (1 + γ (Tcell - 25)),   Tcell = Tair + rise · I,   at most the inverter's power
 *
 * Setpoint: the largest feed-in as a negative number, W (curtailment); at or above zero the roof is off. Free: all there is.
 *
 * Over-voltage, each part only if the wijk file has it. The inverter sees the voltage of the tick before through a
 * first-order filter, solved exactly over the tick:
 *   P(U)   full power below a voltage, none above another, a straight line between
 *   Q(U)   takes reactive power likewise, within the apparent power that its rating leaves beside the active power
 *   trip   at once outside a band, or when the moving mean of ten minutes is too high; back on after a time in the band,
 *          from zero on a ramp
 * The energy deficit counts what a setpoint, P(U), a trip or its ramp held back; what the inverter's rating clips is design.
 */
import { splitSky } from '../base/sun.js';
import { type AssetColumns, type AssetEntry, column, slotsOf, type TickContext } from './tick.js';

export interface PvParameters {
  /** Power of the modules at standard test conditions, W. */
  readonly peakPowerW: number;
  /** Largest power of the inverter, W. */
  readonly inverterPowerW: number;
  readonly tiltRad: number;
  /** Where the plane faces, from north, clockwise. */
  readonly azimuthRad: number;
  /** All losses that do not depend on temperature. */
  readonly performanceRatio: number;
  /** Change of power with cell temperature, 1/K, negative. */
  readonly temperatureCoefficientPerK: number;
  /** Rise of the cell above the air, K per W/m². */
  readonly cellRiseKm2PerW: number;
  readonly albedoRatio: number;
  readonly overVoltage?: OverVoltageParameters;
}

export interface OverVoltageParameters {
  readonly filterS: number;
  readonly reduce?: { readonly fromV: number; readonly toV: number };
  readonly absorb?: { readonly fromV: number; readonly toV: number; readonly ratio: number };
  readonly trip?: {
    readonly meanAboveV: number;
    readonly aboveV: number;
    readonly belowV: number;
    readonly reconnectBelowV: number;
    readonly reconnectAfterS: number;
    readonly rampRatioPerS: number;
  };
}

export interface Pvs {
  readonly slots: Int32Array;
  readonly count: number;
  readonly peakPowerW: Float64Array;
  readonly inverterPowerW: Float64Array;
  /** Direction of the plane's normal: up, and to the north and east. */
  readonly cosTilt: Float64Array;
  readonly tiltNorth: Float64Array;
  readonly tiltEast: Float64Array;
  readonly performance: Float64Array;
  readonly temperatureCoefficient: Float64Array;
  readonly cellRise: Float64Array;
  readonly albedo: Float64Array;
  readonly overVoltage: readonly (OverVoltageParameters | undefined)[];
  /** Minute, global, diffuse and temperature for which the powers below hold. */
  readonly sky: Float64Array;
  readonly possibleW: Float64Array;
  /** Of the modules, before the inverter's ceiling. */
  readonly modulesW: Float64Array;
  /** What `splitSky` makes of it. */
  readonly light: Float64Array;
  /** State: filtered voltage; 1 while tripped; time in the band since; part of the rating that the ramp allows. */
  readonly filteredV: Float64Array;
  /** What a tick of `filterTickS` leaves of the filter's distance to the measured voltage. */
  readonly filterLeft: Float64Array;
  filterTickS: number;
  readonly tripped: Uint8Array;
  readonly inBandS: Float64Array;
  readonly rampRatio: Float64Array;
  /** Moving ten minutes: sums of V·s in bins, `BINS` per roof; the bin under way, and the sums of all others. */
  readonly binVs: Float64Array;
  readonly binS: Float64Array;
  readonly bin: Int32Array;
  readonly othersVs: Float64Array;
  readonly othersS: Float64Array;
  readonly deficitWh: Float64Array;
}

/** Ten minutes in bins of ten seconds, or of a tick if that is longer. */
const BINS = 60;
const MEAN_S = 600;

export function createPvs(entries: readonly AssetEntry<PvParameters>[]): Pvs {
  return {
    slots: slotsOf(entries),
    count: entries.length,
    peakPowerW: column(entries, (p) => p.peakPowerW),
    inverterPowerW: column(entries, (p) => p.inverterPowerW),
    cosTilt: column(entries, (p) => Math.cos(p.tiltRad)),
    tiltNorth: column(entries, (p) => Math.sin(p.tiltRad) * Math.cos(p.azimuthRad)),
    tiltEast: column(entries, (p) => Math.sin(p.tiltRad) * Math.sin(p.azimuthRad)),
    performance: column(entries, (p) => p.performanceRatio),
    temperatureCoefficient: column(entries, (p) => p.temperatureCoefficientPerK),
    cellRise: column(entries, (p) => p.cellRiseKm2PerW),
    albedo: column(entries, (p) => p.albedoRatio),
    overVoltage: entries.map((entry) => entry.parameters.overVoltage),
    sky: new Float64Array(4).fill(Number.NaN),
    possibleW: new Float64Array(entries.length),
    modulesW: new Float64Array(entries.length),
    light: new Float64Array(6),
    filteredV: new Float64Array(entries.length).fill(Number.NaN),
    filterLeft: new Float64Array(entries.length),
    filterTickS: Number.NaN,
    tripped: new Uint8Array(entries.length),
    inBandS: new Float64Array(entries.length),
    rampRatio: new Float64Array(entries.length).fill(1),
    binVs: new Float64Array(BINS * entries.length),
    binS: new Float64Array(BINS * entries.length),
    bin: new Int32Array(entries.length).fill(-1),
    othersVs: new Float64Array(entries.length),
    othersS: new Float64Array(entries.length),
    deficitWh: new Float64Array(entries.length),
  };
}

export function stepPvs(pv: Pvs, tick: TickContext, columns: AssetColumns): void {
  const hours = tick.tickS / 3600;
  followSky(pv, tick);
  if (pv.filterTickS !== tick.tickS) prepareFilters(pv, tick.tickS);
  const binS = Math.max(MEAN_S / BINS, tick.tickS);
  const bins = Math.ceil(MEAN_S / binS);
  const bin = Math.floor(tick.timeUs / 1e6 / binS) % bins;
  for (let k = 0; k < pv.count; k++) {
    const slot = pv.slots[k]!;
    const ratedW = pv.inverterPowerW[k]!;
    const possibleW = pv.possibleW[k]!;
    let allowedW = possibleW;
    let reactiveVar = 0;
    const over = pv.overVoltage[k];
    if (over !== undefined) {
      watchVoltage(pv, k, over, bin, bins, tick.tickS, columns.voltageV[slot]!);
      const u = pv.filteredV[k]!;
      allowedW = pv.tripped[k] === 1 ? 0 : Math.min(possibleW, ratedW * pv.rampRatio[k]! * ratioBelow(u, over.reduce));
      if (over.absorb !== undefined && pv.tripped[k] === 0 && possibleW > 0) {
        const wantedVar = ratedW * over.absorb.ratio * (1 - ratioBelow(u, over.absorb));
        // Active power goes first; the rest of the apparent power is there for reactive power.
        reactiveVar = Math.min(wantedVar, Math.sqrt(Math.max(0, ratedW * ratedW - allowedW * allowedW)));
      }
    }
    const setpointW = columns.setpointW[slot]!;
    const feedInW = Number.isNaN(setpointW) ? allowedW : Math.min(allowedW, Math.max(0, -setpointW));
    pv.deficitWh[k] = pv.deficitWh[k]! + (possibleW - feedInW) * hours;
    // Written so that zero is never a negative zero: frames are compared bit for bit.
    columns.modelledPowerW[slot] = 0 - feedInW;
    columns.modelledReactiveVar[slot] = reactiveVar;
    columns.availableMaxW[slot] = 0;
    columns.availableMinW[slot] = 0 - allowedW;
    columns.energyDeficitWh[slot] = pv.deficitWh[k]!;
  }
}

/** Sun and weather are those of a minute: what a roof could give is computed again when one of them has changed. */
function followSky(pv: Pvs, tick: TickContext): void {
  const { sky } = pv;
  const global = tick.globalIrradianceWPerM2;
  const diffuse = tick.diffuseIrradianceWPerM2;
  const outdoorC = tick.outdoorTemperatureC;
  if (sky[0] === tick.minute && sky[1] === global && sky[2] === diffuse && sky[3] === outdoorC) return;
  sky[0] = tick.minute;
  sky[1] = global;
  sky[2] = diffuse;
  sky[3] = outdoorC;
  if (global === 0 && diffuse === 0) {
    // Half of all minutes: a new temperature changes nothing in the dark.
    pv.modulesW.fill(0);
    pv.possibleW.fill(0);
    return;
  }
  // What the sky sends is the same for all roofs; the planes' own terms stand in columns. A call per roof would box numbers.
  splitSky(global, diffuse, tick.altitudeRad, tick.azimuthRad, pv.light);
  const { light } = pv;
  const [beam, isotropic, circumsolar] = [light[0]!, light[1]!, light[2]!];
  const [up, north, east] = [light[3]!, light[4]!, light[5]!];
  for (let k = 0; k < pv.count; k++) {
    const cosIncidence = Math.max(0, up * pv.cosTilt[k]! + north * pv.tiltNorth[k]! + east * pv.tiltEast[k]!);
    const sky = (1 + pv.cosTilt[k]!) / 2;
    const ground = (global * pv.albedo[k]! * (1 - pv.cosTilt[k]!)) / 2;
    const plane = (beam + circumsolar) * cosIncidence + isotropic * sky + ground;
    const cellC = outdoorC + pv.cellRise[k]! * plane;
    const derating = pv.performance[k]! * (1 + pv.temperatureCoefficient[k]! * (cellC - 25));
    pv.modulesW[k] = Math.max(0, (pv.peakPowerW[k]! * plane * derating) / 1000);
    pv.possibleW[k] = Math.min(pv.inverterPowerW[k]!, pv.modulesW[k]!);
  }
}

function prepareFilters(pv: Pvs, tickS: number): void {
  pv.filterTickS = tickS;
  for (let k = 0; k < pv.count; k++) {
    const over = pv.overVoltage[k];
    if (over !== undefined) pv.filterLeft[k] = Math.exp(-tickS / over.filterS);
  }
}

/** 1 below the band, 0 above it; 1 without a band. */
function ratioBelow(voltageV: number, band: { readonly fromV: number; readonly toV: number } | undefined): number {
  if (band === undefined || !(voltageV > band.fromV)) return 1;
  return Math.max(0, (band.toV - voltageV) / (band.toV - band.fromV));
}

function watchVoltage(
  pv: Pvs,
  k: number,
  over: OverVoltageParameters,
  bin: number,
  bins: number,
  tickS: number,
  measuredV: number,
): void {
  if (Number.isNaN(measuredV)) return;
  const before = pv.filteredV[k]!;
  const filteredV = Number.isNaN(before) ? measuredV : measuredV + (before - measuredV) * pv.filterLeft[k]!;
  pv.filteredV[k] = filteredV;
  const { trip } = over;
  if (trip === undefined) return;

  if (bin !== pv.bin[k]) turnBin(pv, k, bin, bins);
  const at = BINS * k + bin;
  pv.binVs[at] = pv.binVs[at]! + measuredV * tickS;
  pv.binS[at] = pv.binS[at]! + tickS;
  const sumVs = pv.othersVs[k]! + pv.binVs[at]!;
  const sumS = pv.othersS[k]! + pv.binS[at]!;
  // Ten minutes that are not over are no mean yet; nine of them are, while a bin fills.
  const meanHigh = sumS >= 0.9 * MEAN_S && sumVs / sumS > trip.meanAboveV;
  if (meanHigh || filteredV > trip.aboveV || filteredV < trip.belowV) {
    pv.tripped[k] = 1;
    pv.inBandS[k] = 0;
    pv.rampRatio[k] = 0;
    return;
  }
  if (pv.tripped[k] === 0) {
    pv.rampRatio[k] = Math.min(1, pv.rampRatio[k]! + trip.rampRatioPerS * tickS);
    return;
  }
  pv.inBandS[k] = filteredV < trip.reconnectBelowV ? pv.inBandS[k]! + tickS : 0;
  if (pv.inBandS[k]! >= trip.reconnectAfterS) pv.tripped[k] = 0;
}

/**
 * Begins a bin. What it holds is ten minutes old. The sums of the others are carried on, and added up anew once in a turn
 * of all bins so that rounding does not grow: every roof at another bin, for all at once would make one tick long.
 */
function turnBin(pv: Pvs, k: number, bin: number, bins: number): void {
  const first = BINS * k;
  const before = pv.bin[k]!;
  pv.bin[k] = bin;
  if (before >= 0 && k % bins !== bin) {
    pv.othersVs[k] = pv.othersVs[k]! + pv.binVs[first + before]! - pv.binVs[first + bin]!;
    pv.othersS[k] = pv.othersS[k]! + pv.binS[first + before]! - pv.binS[first + bin]!;
  } else {
    let othersVs = 0;
    let othersS = 0;
    for (let b = 0; b < bins; b++) {
      if (b === bin) continue;
      othersVs += pv.binVs[first + b]!;
      othersS += pv.binS[first + b]!;
    }
    pv.othersVs[k] = othersVs;
    pv.othersS[k] = othersS;
  }
  pv.binVs[first + bin] = 0;
  pv.binS[first + bin] = 0;
}

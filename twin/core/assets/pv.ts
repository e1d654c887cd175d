/**
 * Photovoltaic roof behind an inverter: irradiance on its plane, cell temperature, losses, and the inverter's ceiling.
 *
 *   P = peak · I/1000 · performance · (1 + γ (Tcell - 25)),   Tcell = Tair + rise · I,   at most the inverter's power
 *
 * Setpoint: the largest feed-in as a negative number, W (curtailment); at or above zero the roof is off. Free: all there is.
 */
import { planeIrradianceWPerM2 } from '../base/sun.js';
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
}

export interface Pvs {
  readonly slots: Int32Array;
  readonly count: number;
  readonly peakPowerW: Float64Array;
  readonly inverterPowerW: Float64Array;
  readonly tiltRad: Float64Array;
  readonly azimuthRad: Float64Array;
  readonly performance: Float64Array;
  readonly temperatureCoefficient: Float64Array;
  readonly cellRise: Float64Array;
  readonly albedo: Float64Array;
}

export function createPvs(entries: readonly AssetEntry<PvParameters>[]): Pvs {
  return {
    slots: slotsOf(entries),
    count: entries.length,
    peakPowerW: column(entries, (p) => p.peakPowerW),
    inverterPowerW: column(entries, (p) => p.inverterPowerW),
    tiltRad: column(entries, (p) => p.tiltRad),
    azimuthRad: column(entries, (p) => p.azimuthRad),
    performance: column(entries, (p) => p.performanceRatio),
    temperatureCoefficient: column(entries, (p) => p.temperatureCoefficientPerK),
    cellRise: column(entries, (p) => p.cellRiseKm2PerW),
    albedo: column(entries, (p) => p.albedoRatio),
  };
}

export function stepPvs(pv: Pvs, tick: TickContext, columns: AssetColumns): void {
  for (let k = 0; k < pv.count; k++) {
    const slot = pv.slots[k]!;
    const plane = planeIrradianceWPerM2(
      tick.globalIrradianceWPerM2,
      tick.diffuseIrradianceWPerM2,
      tick.altitudeRad,
      tick.azimuthRad,
      pv.tiltRad[k]!,
      pv.azimuthRad[k]!,
      pv.albedo[k]!,
    );
    const cellC = tick.outdoorTemperatureC + pv.cellRise[k]! * plane;
    const derating = pv.performance[k]! * (1 + pv.temperatureCoefficient[k]! * (cellC - 25));
    const possibleW = Math.max(0, Math.min(pv.inverterPowerW[k]!, (pv.peakPowerW[k]! * plane * derating) / 1000));
    const setpointW = columns.setpointW[slot]!;
    const feedInW = Number.isNaN(setpointW) ? possibleW : Math.min(possibleW, Math.max(0, -setpointW));
    // Written so that zero is never a negative zero: frames are compared bit for bit.
    columns.modelledPowerW[slot] = 0 - feedInW;
    columns.modelledReactiveVar[slot] = 0;
    columns.availableMaxW[slot] = 0;
    columns.availableMinW[slot] = 0 - possibleW;
  }
}

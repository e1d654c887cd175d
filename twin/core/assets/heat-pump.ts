/**
 * Heat pump of one building: a modulating compressor under a thermostat, and the building as one thermal mass.
 *
 * Setpoint: an upper limit on electric power, W. A limit below the lowest modulation stops the compressor, once its
 * minimum run time is over. Free: the thermostat alone decides.
 * Available minimum: what comfort needs. It is zero while the room is more than a hysteresis above the comfort minimum and
 * grows to what holds the room there.
 */
import { type CopCurve, coefficientOfPerformance } from './cop.js';
import { massTemperatureC } from './thermal.js';
import { type AssetColumns, type AssetEntry, column, slotsOf, type TickContext } from './tick.js';

export interface BuildingParameters {
  /** Transmission and ventilation together, W/K. */
  readonly lossWPerK: number;
  /** Effective heat capacity, J/K. Capacity / loss is the time constant. */
  readonly capacityJPerK: number;
  /** Heat of people and appliances, W. */
  readonly gainsW: number;
  /** Glass area that lets the global irradiance in, m². */
  readonly solarApertureM2: number;
  readonly initialC: number;
}

export interface HeatPumpParameters {
  /** Electric power at full and at the lowest modulation, W. */
  readonly powerMaxW: number;
  readonly powerMinW: number;
  readonly standbyW: number;
  readonly powerFactor: number;
  readonly curve: CopCurve;
  /** What the pump in use reaches of the curve. */
  readonly fieldRatio: number;
  /** Temperature of ground or water; NaN if the source is the outdoor air. */
  readonly sourceC: number;
  /** Heating curve: supply temperature at 0 °C outside, and its change per K outside (negative). */
  readonly sinkAtZeroC: number;
  readonly sinkPerK: number;
  /** Thermostat: on below room - hysteresis, off above room + hysteresis. */
  readonly roomC: number;
  readonly hysteresisK: number;
  /** Below this the comfort deficit counts. */
  readonly comfortMinimumC: number;
  readonly minimumRunS: number;
  readonly minimumOffS: number;
  readonly building: BuildingParameters;
}

export interface HeatPumps {
  readonly slots: Int32Array;
  readonly count: number;
  readonly parameters: readonly HeatPumpParameters[];
  /** Ratio of reactive to active power. */
  readonly tangent: Float64Array;
  /** State: room temperature, 1 while the compressor runs, time since it last started or stopped. */
  readonly temperatureC: Float64Array;
  readonly running: Uint8Array;
  readonly sinceS: Float64Array;
  readonly deficitKh: Float64Array;
  /** Coefficient of performance, and the minute it was computed for: the weather changes no faster. */
  readonly copRatio: Float64Array;
  readonly copMinute: Float64Array;
  /** Supply temperature by the heating curve, of the same minute. */
  readonly supplyC: Float64Array;
}

export function createHeatPumps(entries: readonly AssetEntry<HeatPumpParameters>[]): HeatPumps {
  return {
    slots: slotsOf(entries),
    count: entries.length,
    parameters: entries.map((entry) => entry.parameters),
    tangent: column(entries, (p) => Math.tan(Math.acos(p.powerFactor))),
    temperatureC: column(entries, (p) => p.building.initialC),
    running: Uint8Array.from(entries, ({ parameters: p }) => (p.building.initialC < p.roomC ? 1 : 0)),
    sinceS: new Float64Array(entries.length).fill(Number.POSITIVE_INFINITY),
    deficitKh: new Float64Array(entries.length),
    copRatio: new Float64Array(entries.length),
    copMinute: new Float64Array(entries.length).fill(Number.NaN),
    supplyC: new Float64Array(entries.length).fill(Number.NaN),
  };
}

export function stepHeatPumps(h: HeatPumps, tick: TickContext, columns: AssetColumns): void {
  for (let k = 0; k < h.count; k++) {
    const p = h.parameters[k]!;
    const slot = h.slots[k]!;
    const limitW = Number.isNaN(columns.setpointW[slot]!) ? p.powerMaxW : columns.setpointW[slot]!;
    const wanted = thermostat(h, k, p);
    const bound = h.running[k] === 1 && h.sinceS[k]! < p.minimumRunS;
    const runs = bound || (wanted && limitW >= p.powerMinW);
    if (runs !== (h.running[k] === 1)) {
      h.running[k] = runs ? 1 : 0;
      h.sinceS[k] = 0;
    }
    h.sinceS[k] = h.sinceS[k]! + tick.tickS;
    const compressorW = runs ? Math.max(p.powerMinW, Math.min(p.powerMaxW, limitW)) : 0;
    const powerW = runs ? compressorW : p.standbyW;

    const outdoorC = tick.outdoorTemperatureC;
    if (h.copMinute[k] !== tick.minute) {
      h.copMinute[k] = tick.minute;
      const sourceC = Number.isNaN(p.sourceC) ? outdoorC : p.sourceC;
      const sinkC = p.sinkAtZeroC + p.sinkPerK * outdoorC;
      h.supplyC[k] = sinkC;
      h.copRatio[k] = coefficientOfPerformance(p.curve, sinkC, sourceC, p.fieldRatio);
    }
    const cop = h.copRatio[k]!;
    const { lossWPerK, capacityJPerK, gainsW, solarApertureM2 } = p.building;
    const freeHeatW = gainsW + solarApertureM2 * tick.globalIrradianceWPerM2;
    const roomC = massTemperatureC(
      h.temperatureC[k]!,
      outdoorC,
      cop * compressorW + freeHeatW,
      lossWPerK,
      capacityJPerK,
      tick.tickS,
    );
    h.temperatureC[k] = roomC;
    h.deficitKh[k] = h.deficitKh[k]! + (Math.max(0, p.comfortMinimumC - roomC) * tick.tickS) / 3600;

    const holdW = Math.max(0, lossWPerK * (p.comfortMinimumC - outdoorC) - freeHeatW) / cop;
    const share = (p.comfortMinimumC + p.hysteresisK - roomC) / p.hysteresisK;
    const stillBound = runs && h.sinceS[k]! < p.minimumRunS;
    const needW = share > 0 ? Math.max(p.powerMinW, Math.min(p.powerMaxW, share * holdW)) : 0;
    columns.modelledPowerW[slot] = powerW;
    columns.modelledReactiveVar[slot] = powerW * h.tangent[k]!;
    columns.temperatureC[slot] = roomC;
    columns.supplyTemperatureC[slot] = h.supplyC[k]!;
    columns.availableMinW[slot] = stillBound ? Math.max(needW, p.powerMinW) : needW;
    columns.availableMaxW[slot] = wanted || stillBound ? p.powerMaxW : p.standbyW;
    columns.comfortDeficitKh[slot] = h.deficitKh[k]!;
  }
}

/** Whether the room asks for heat: hysteresis around the set temperature, and rest after a stop. */
function thermostat(h: HeatPumps, k: number, p: HeatPumpParameters): boolean {
  const roomC = h.temperatureC[k]!;
  if (h.running[k] === 1) return roomC < p.roomC + p.hysteresisK;
  return roomC < p.roomC - p.hysteresisK && h.sinceS[k]! >= p.minimumOffS;
}

/** Takes over the state of a device that was lost; NaN leaves what the model has. */
export function reseedHeatPump(h: HeatPumps, k: number, temperatureC: number, powerW: number): void {
  if (!Number.isNaN(temperatureC)) h.temperatureC[k] = temperatureC;
  if (!Number.isNaN(powerW)) {
    h.running[k] = powerW >= h.parameters[k]!.powerMinW ? 1 : 0;
    h.sinceS[k] = Number.POSITIVE_INFINITY;
  }
}

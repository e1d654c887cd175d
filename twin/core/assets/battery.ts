/**
 * Battery with inverter: stored energy, losses per direction, a ramp, and idle consumption.
 *
 * Letters: E stored energy (Wh), P power at the connection (+ charges), c and d one-way efficiencies, h tick in hours.
 *   P > 0:  E' = E + c P h        P < 0:  E' = E + P h / d        idle:  E' = E, P = standby
 * Power is constant over a tick, so this is exact; near a limit P is cut so that E' ends on the limit and not beyond.
 *
 * Setpoint: the wanted power at the connection, W. Free: self-consumption, the battery follows `freeTargetW`.
 * What a setpoint asked and ramp, limits or state of charge did not give is the energy deficit.
 */
import { type AssetColumns, type AssetEntry, column, slotsOf, type TickContext } from './tick.js';

export interface BatteryParameters {
  /** Energy between state of charge 0 and 1, Wh. */
  readonly capacityWh: number;
  /** Largest charging and discharging power at the connection, both positive, W. */
  readonly chargeMaxW: number;
  readonly dischargeMaxW: number;
  /** One-way efficiencies; their product is the round trip. */
  readonly chargeEfficiencyRatio: number;
  readonly dischargeEfficiencyRatio: number;
  /** Consumption while neither charging nor discharging, W. */
  readonly standbyW: number;
  /** Largest change of power, W/s. */
  readonly rampWPerS: number;
  /** Window of the state of charge in which the battery works. */
  readonly minimumRatio: number;
  readonly maximumRatio: number;
  readonly initialRatio: number;
}

export interface Batteries {
  readonly slots: Int32Array;
  readonly count: number;
  readonly capacityWh: Float64Array;
  readonly chargeMaxW: Float64Array;
  readonly dischargeMaxW: Float64Array;
  readonly chargeEfficiency: Float64Array;
  readonly dischargeEfficiency: Float64Array;
  readonly standbyW: Float64Array;
  readonly rampWPerS: Float64Array;
  readonly minimumWh: Float64Array;
  readonly maximumWh: Float64Array;
  /** State: stored energy, and power without standby in the last tick. */
  readonly energyWh: Float64Array;
  readonly powerW: Float64Array;
  /** Charged and discharged energy at the connection since the start, standby not counted. */
  readonly throughputWh: Float64Array;
  readonly missedWh: Float64Array;
}

/** Below this power an inverter idles, W. */
const IDLE_W = 1;

export function createBatteries(entries: readonly AssetEntry<BatteryParameters>[]): Batteries {
  return {
    slots: slotsOf(entries),
    count: entries.length,
    capacityWh: column(entries, (p) => p.capacityWh),
    chargeMaxW: column(entries, (p) => p.chargeMaxW),
    dischargeMaxW: column(entries, (p) => p.dischargeMaxW),
    chargeEfficiency: column(entries, (p) => p.chargeEfficiencyRatio),
    dischargeEfficiency: column(entries, (p) => p.dischargeEfficiencyRatio),
    standbyW: column(entries, (p) => p.standbyW),
    rampWPerS: column(entries, (p) => p.rampWPerS),
    minimumWh: column(entries, (p) => p.minimumRatio * p.capacityWh),
    maximumWh: column(entries, (p) => p.maximumRatio * p.capacityWh),
    energyWh: column(entries, (p) => p.initialRatio * p.capacityWh),
    powerW: new Float64Array(entries.length),
    throughputWh: new Float64Array(entries.length),
    missedWh: new Float64Array(entries.length),
  };
}

export function stepBatteries(b: Batteries, tick: TickContext, columns: AssetColumns): void {
  const hours = tick.tickS / 3600;
  for (let k = 0; k < b.count; k++) {
    const slot = b.slots[k]!;
    const setpointW = columns.setpointW[slot]!;
    const targetW = Number.isNaN(setpointW) ? columns.freeTargetW[slot]! : setpointW;
    const rampW = b.rampWPerS[k]! * tick.tickS;
    const before = b.powerW[k]!;
    let powerW = Math.max(before - rampW, Math.min(before + rampW, targetW));
    // Limits come after the ramp: a full battery stops at once.
    powerW = Math.max(-dischargeLimitW(b, k, hours), Math.min(chargeLimitW(b, k, hours), powerW));
    if (Math.abs(powerW) < IDLE_W) powerW = 0;
    const storedWh =
      powerW > 0 ? powerW * hours * b.chargeEfficiency[k]! : (powerW * hours) / b.dischargeEfficiency[k]!;
    b.energyWh[k] = b.energyWh[k]! + storedWh;
    b.powerW[k] = powerW;

    columns.modelledPowerW[slot] = powerW === 0 ? b.standbyW[k]! : powerW;
    columns.modelledReactiveVar[slot] = 0;
    b.throughputWh[k] = b.throughputWh[k]! + Math.abs(powerW) * hours;
    columns.energyThroughputWh[slot] = b.throughputWh[k]!;
    if (!Number.isNaN(setpointW)) b.missedWh[k] = b.missedWh[k]! + Math.abs(setpointW - powerW) * hours;
    columns.energyDeficitWh[slot] = b.missedWh[k]!;
    columns.stateOfChargeRatio[slot] = b.energyWh[k]! / b.capacityWh[k]!;
    columns.availableMaxW[slot] = chargeLimitW(b, k, hours);
    columns.availableMinW[slot] = -dischargeLimitW(b, k, hours);
  }
}

/** Largest charging power that a tick can hold without passing the upper limit. Never negative. */
function chargeLimitW(b: Batteries, k: number, hours: number): number {
  const roomWh = Math.max(0, b.maximumWh[k]! - b.energyWh[k]!);
  return Math.min(b.chargeMaxW[k]!, roomWh / (b.chargeEfficiency[k]! * hours));
}

/** Largest discharging power, as a positive number. */
function dischargeLimitW(b: Batteries, k: number, hours: number): number {
  const leftWh = Math.max(0, b.energyWh[k]! - b.minimumWh[k]!);
  return Math.min(b.dischargeMaxW[k]!, (leftWh * b.dischargeEfficiency[k]!) / hours);
}

/** Takes over the state of a device that was lost; NaN leaves what the model has. */
export function reseedBattery(b: Batteries, k: number, stateOfChargeRatio: number, powerW: number): void {
  if (!Number.isNaN(stateOfChargeRatio)) {
    b.energyWh[k] = Math.max(0, Math.min(1, stateOfChargeRatio)) * b.capacityWh[k]!;
  }
  if (!Number.isNaN(powerW)) b.powerW[k] = powerW;
}

/**
 * Everything that reaches the engine from outside, as records of one fixed shape: a kind, an index (mostly a slot) and
 * ten numbers. The runtime journals exactly these records with the tick at which they were applied, so that a run is a
 * function of its journal.
 */

/** Numbers per record. */
export const INPUT_WIDTH = 10;

export const INPUT = {
  /** outdoorTemperatureC, globalIrradianceWPerM2, diffuseIrradianceWPerM2, windMPerS */
  weather: 1,
  /**
   * index = slot; active power a, b, c in W (+ consumption, as the device says, before scale), reactive power in var,
   * state of charge or NaN, temperature in °C or NaN, age in s at the start of the tick, sequence, quality, 0
   */
  measurement: 2,
  /** index = slot; lease kind, scale, freshness limit s, safe setpoint W, revert time s, observe only, phase mask (a 1, b 2, c 4; 0 as the slot) */
  bind: 3,
  /** index = slot; the slot goes back to its model */
  unbind: 4,
  /**
   * index = slot; role, active power in W or NaN for none, s of simulated time until it lapses (0: until released),
   * 1 if a window follows, its minimum and maximum in W, SG-Ready state or 0. Replaces all that the role asked of the
   * slot before.
   */
  roleSetpoint: 5,
  /** from and until in UTC microseconds, limit in W */
  groupLimit: 6,
  /** index = slot; extra consumption in W, duration in s */
  loadStep: 7,
  /** 1 active, 0 released */
  emergencyStop: 8,
  /** tick that an external strategy has answered; its setpoints stand before this record */
  decision: 9,
  /** 1 if an external strategy leads from now on, then missed decisions in a row that hold */
  strategyLease: 10,
} as const;

export type InputKind = (typeof INPUT)[keyof typeof INPUT];

/** The inputs of one tick, in the order in which they are applied. Allocated once, filled again every tick. */
export class InputBatch {
  readonly capacity: number;
  readonly kind: Uint8Array;
  readonly index: Int32Array;
  readonly value: Float64Array;
  count = 0;

  constructor(capacity = 4096) {
    this.capacity = capacity;
    this.kind = new Uint8Array(capacity);
    this.index = new Int32Array(capacity);
    this.value = new Float64Array(capacity * INPUT_WIDTH);
  }

  clear(): void {
    this.count = 0;
  }

  /** Adds a record; false if the batch is full (the caller keeps it for the next tick). */
  push(
    kind: InputKind,
    index: number,
    v0 = 0,
    v1 = 0,
    v2 = 0,
    v3 = 0,
    v4 = 0,
    v5 = 0,
    v6 = 0,
    v7 = 0,
    v8 = 0,
    v9 = 0,
  ): boolean {
    if (this.count === this.capacity) return false;
    const at = this.count * INPUT_WIDTH;
    const value = this.value;
    this.kind[this.count] = kind;
    this.index[this.count] = index;
    value[at] = v0;
    value[at + 1] = v1;
    value[at + 2] = v2;
    value[at + 3] = v3;
    value[at + 4] = v4;
    value[at + 5] = v5;
    value[at + 6] = v6;
    value[at + 7] = v7;
    value[at + 8] = v8;
    value[at + 9] = v9;
    this.count++;
    return true;
  }
}

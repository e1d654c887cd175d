/** What the engine has to say about a tick beside its numbers. The runtime turns codes into words and keeps them. */

export const EVENT = {
  /** index = slot: the readings are too old, the re-seeded shadow model stands in. value = step in W at the switch */
  loss: 1,
  /** index = slot: the device leads again */
  deviceBack: 2,
  /** index = slot: a device was bound */
  bound: 3,
  /** index = slot */
  unbound: 4,
  /** index = slot: the revert time is over, the shadow model follows the declared safe setpoint. value = W */
  safeSetpoint: 5,
  /** value = mean W of a finished quarter-hour that was above its limit */
  quarterBreach: 6,
  /** index = node * 3 + phase; value = V; the voltage left 207-253 V */
  voltageOutOfBand: 7,
  /** index = branch; value = loading above 1 */
  overload: 8,
  /** value = decisions missed in a row */
  decisionMissed: 9,
  /** the hold time of a silent strategy is over: all its slots go to their safe setpoints */
  strategySafe: 10,
  /** value = 1 active, 0 released */
  emergencyStop: 11,
  /** value = iterations; the power flow did not converge */
  gridNotConverged: 12,
  gridConverged: 13,
  /** value = new limit in W */
  limitChanged: 14,
  /** an input that fits nothing: index as given, value = kind */
  inputRefused: 15,
  /** index = slot; value = role; what the role asked was not given again in time and holds no longer */
  setpointLapsed: 16,
  /** index = slot; its power is no finite number, so that connection, group and power flow have none either. Told when it begins */
  noNumber: 17,
} as const;

export type EventCode = (typeof EVENT)[keyof typeof EVENT];

/** Events of one tick; those above the capacity are counted and not kept. */
export class EventList {
  readonly capacity: number;
  readonly code: Uint8Array;
  readonly index: Int32Array;
  readonly value: Float64Array;
  count = 0;
  lost = 0;

  constructor(capacity = 256) {
    this.capacity = capacity;
    this.code = new Uint8Array(capacity);
    this.index = new Int32Array(capacity);
    this.value = new Float64Array(capacity);
  }

  clear(): void {
    this.count = 0;
    this.lost = 0;
  }

  push(code: EventCode, index: number, value: number): void {
    if (this.count === this.capacity) {
      this.lost++;
      return;
    }
    this.code[this.count] = code;
    this.index[this.count] = index;
    this.value[this.count] = value;
    this.count++;
  }
}

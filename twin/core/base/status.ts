/** Small codes that cross rooms; the numbers equal those of the enums in proto (a test holds them together). */

export const SOURCE_MODEL = 1;
export const SOURCE_DEVICE = 2;
export const SOURCE_FALLBACK = 3;

export const QUALITY_GOOD = 1;
export const QUALITY_INVALID = 2;
export const QUALITY_DERIVED = 3;

/** Who gives a setpoint; a larger number wins at a slot. */
export const ROLE_NONE = 0;
export const ROLE_STRATEGY = 1;
export const ROLE_EXTERNAL_CONTROLLER = 2;
export const ROLE_CALL_OFF = 3;
export const ROLE_SAFETY_ENVELOPE = 4;
export const ROLE_EMERGENCY_STOP = 5;
/** A person at the cockpit; commands of an operator count as an external controller's at a slot. */
export const ROLE_OPERATOR = 6;

export const LEASE_NONE = 0;
export const LEASE_ACTUATOR = 1;
export const LEASE_METER = 2;

/** SG-Ready states of heat pumps and heat plants. */
export const SG_NONE = 0;
export const SG_BLOCKED = 1;
export const SG_NORMAL = 2;
export const SG_RECOMMENDED = 3;
export const SG_FORCED = 4;

export const ASSET_HOUSEHOLD = 1;
export const ASSET_PV = 2;
export const ASSET_BATTERY = 3;
export const ASSET_HEAT_PUMP = 4;
export const ASSET_HEAT_PLANT = 5;
export const ASSET_BUSINESS = 6;
export const ASSET_EV_CHARGER = 7;

/** A finding about input, inside core; rooms outside add the file's name. */
export interface CoreProblem {
  readonly path: string;
  readonly value?: string;
  readonly rule: string;
}

/** What the bench file says of each device of the table, and how its mock is made. */
import type { MockName } from '../../../firmware-mocks/catalogue.js';

const STORAGE = ', envelope: {minimumW: -5000, maximumW: 5000, rampWPerS: 5000}';
const ROOF = ', envelope: {minimumW: -5000, maximumW: 0, rampWPerS: 5000}';

export interface Lab {
  /** More of the device's lines in the bench file. */
  readonly more?: string;
  /** How its mock is made. */
  readonly made?: Readonly<Record<string, number>>;
  /** W; the sun that its PV simulator gives. */
  readonly available?: number;
}

/** Every mock: one that is missing here does not compile. */
export const LABS: Readonly<Record<MockName, Lab>> = {
  // By itself it charges with 800 W: that it lets go of a setpoint can be seen.
  'sunspec-inverter': { more: STORAGE, made: { freePower: -800 } },
  'sunspec-der-battery': { more: STORAGE },
  'sunspec-der-pv': { more: ROOF, available: 4000 },
  'sunspec-pv': { more: ROOF, available: 4000 },
  'heat-pump': { more: ', safeSetpointW: 6000, envelope: {minimumW: 0, maximumW: 12000, rampWPerS: 12000}' },
  'supply-heat-pump': { more: ', envelope: {minimumW: 0, maximumW: 2100, rampWPerS: 2100}' },
  sdm630: {},
  'sunspec-meter': {},
  'scpi-source': {},
  'p1-meter': {},
};

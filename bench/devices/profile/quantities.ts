/**
 * What a profile may say that a device measures, and the units that a register may count in. Inside everything is SI with
 * + = consumption; a profile gives a register the unit that the maker's document prints, and this table carries it over.
 */

/** Every quantity with the dimension that its registers must have. A name ends with the unit that a reading holds. */
export const QUANTITIES = {
  activePowerW: 'power',
  activePowerAW: 'power',
  activePowerBW: 'power',
  activePowerCW: 'power',
  /** Two counters without sign, as smart meters have; the power is import − export. */
  importPowerW: 'power',
  exportPowerW: 'power',
  reactivePowerVar: 'reactive power',
  apparentPowerVa: 'apparent power',
  voltageAV: 'voltage',
  voltageBV: 'voltage',
  voltageCV: 'voltage',
  currentAA: 'current',
  currentBA: 'current',
  currentCA: 'current',
  frequencyHz: 'frequency',
  powerFactor: 'ratio',
  importEnergyWh: 'energy',
  exportEnergyWh: 'energy',
  stateOfChargeRatio: 'ratio',
  stateOfHealthRatio: 'ratio',
  /** What the device is there to keep: a room, a tank, a battery. */
  temperatureC: 'temperature',
  supplyTemperatureC: 'temperature',
  returnTemperatureC: 'temperature',
  outdoorTemperatureC: 'temperature',
  state: 'number',
  faultCode: 'number',
} as const;

export type Quantity = keyof typeof QUANTITIES;
export type Dimension = (typeof QUANTITIES)[Quantity] | 'time';
export const QUANTITY_NAMES = Object.keys(QUANTITIES) as [Quantity, ...Quantity[]];

interface Unit {
  readonly dimension: Dimension;
  /** SI value = register value × factor. */
  readonly factor: number;
}

export const UNITS = {
  W: { dimension: 'power', factor: 1 },
  kW: { dimension: 'power', factor: 1e3 },
  MW: { dimension: 'power', factor: 1e6 },
  var: { dimension: 'reactive power', factor: 1 },
  kvar: { dimension: 'reactive power', factor: 1e3 },
  VA: { dimension: 'apparent power', factor: 1 },
  kVA: { dimension: 'apparent power', factor: 1e3 },
  V: { dimension: 'voltage', factor: 1 },
  mV: { dimension: 'voltage', factor: 1e-3 },
  kV: { dimension: 'voltage', factor: 1e3 },
  A: { dimension: 'current', factor: 1 },
  mA: { dimension: 'current', factor: 1e-3 },
  Hz: { dimension: 'frequency', factor: 1 },
  Wh: { dimension: 'energy', factor: 1 },
  kWh: { dimension: 'energy', factor: 1e3 },
  MWh: { dimension: 'energy', factor: 1e6 },
  J: { dimension: 'energy', factor: 1 / 3600 },
  MJ: { dimension: 'energy', factor: 1e6 / 3600 },
  '%': { dimension: 'ratio', factor: 0.01 },
  ratio: { dimension: 'ratio', factor: 1 },
  '°C': { dimension: 'temperature', factor: 1 },
  s: { dimension: 'time', factor: 1 },
  ms: { dimension: 'time', factor: 1e-3 },
  min: { dimension: 'time', factor: 60 },
  h: { dimension: 'time', factor: 3600 },
  none: { dimension: 'number', factor: 1 },
} as const satisfies Readonly<Record<string, Unit>>;

export type UnitName = keyof typeof UNITS;
export const UNIT_NAMES = Object.keys(UNITS) as [UnitName, ...UnitName[]];

/** What the measuring models and the battery models say, as one reading in SI with our signs. Pure. */
import { numberOf, type Values } from '../../sunspec/points.js';
import type { DeviceReading } from '../driver.js';

/** The names of one quantity in a family of models; absent: the family has no such point. */
interface Names {
  readonly total: string;
  readonly phases?: readonly [string, string, string];
  readonly reactive: string;
  readonly apparent: string;
  readonly frequency: string;
  readonly voltages: readonly [string, string, string];
  readonly currents: readonly [string, string, string];
  readonly state?: string;
  readonly imported?: string;
  readonly exported?: string;
}

const CURRENTS = ['AphA', 'AphB', 'AphC'] as const;
const VOLTAGES = ['PhVphA', 'PhVphB', 'PhVphC'] as const;

/** 101-103, 111-113. They have one power for all phases. */
const INVERTER: Names = {
  total: 'W',
  reactive: 'VAr',
  apparent: 'VA',
  frequency: 'Hz',
  voltages: VOLTAGES,
  currents: CURRENTS,
  state: 'St',
};
/** 201-204, 211-214 */
const METER: Names = {
  total: 'W',
  phases: ['WphA', 'WphB', 'WphC'],
  reactive: 'VAR',
  apparent: 'VA',
  frequency: 'Hz',
  voltages: VOLTAGES,
  currents: CURRENTS,
  imported: 'TotWhImp',
  exported: 'TotWhExp',
};
/** 701; what it absorbs is import. */
const DER: Names = {
  total: 'W',
  phases: ['WL1', 'WL2', 'WL3'],
  reactive: 'Var',
  apparent: 'VA',
  frequency: 'Hz',
  voltages: ['VL1', 'VL2', 'VL3'],
  currents: ['AL1', 'AL2', 'AL3'],
  state: 'InvSt',
  imported: 'TotWhAbs',
  exported: 'TotWhInj',
};

const namesOf = (model: number): Names => (model === 701 ? DER : model >= 200 ? METER : INVERTER);

/** The points that a reading of this model asks for. */
export function POINTS_OF(model: number): string[] {
  const {
    total,
    phases = [],
    reactive,
    apparent,
    frequency,
    voltages,
    currents,
    state,
    imported,
    exported,
  } = namesOf(model);
  const energy = model < 200 ? [] : [imported, exported];
  return [total, ...phases, reactive, apparent, frequency, ...voltages, ...currents, state, ...energy].filter(
    (name) => name !== undefined,
  );
}

export const STORAGE_POINTS: Readonly<Record<number, readonly string[]>> = {
  124: ['ChaState', 'MinRsvPct', 'ChaSt'],
  713: ['SoC', 'Sta'],
  802: ['SoC', 'SoCRsvMin', 'ChaSt'],
};

export interface Measured {
  readonly askedAtMs: number;
  readonly model: number;
  readonly power: Values;
  readonly storage: number | undefined;
  readonly battery: Values | undefined;
  /** −1 where the device counts generation positive. */
  readonly powerSign: 1 | -1;
  /** Points of the measuring model that must be there. */
  readonly mandatory: readonly string[];
}

const EMPTY = 2;
const FULL = 5;
/** So close to full or empty an inverter may hold back. */
const EDGE_RATIO = 0.005;
/** Models with one phase: 101, 111, 201, 211. */
const SINGLE_PHASE = new Set([101, 111, 201, 211]);

export function readingOf(measured: Measured): DeviceReading {
  const { askedAtMs, model, power, powerSign, mandatory } = measured;
  const names = namesOf(model);
  const number = (name: string | undefined): number | undefined =>
    name === undefined ? undefined : numberOf(power, name);
  const three = (list: readonly string[]): readonly [number, number, number] | undefined => {
    const values = list.map(number);
    return values.every((value) => value !== undefined) ? (values as [number, number, number]) : undefined;
  };
  const voltageV = three(names.voltages);
  const currentA = three(names.currents);
  const missing = mandatory.filter((name) => numberOf(power, name) === undefined);
  const optional = {
    voltageV,
    currentA,
    frequencyHz: number(names.frequency),
    apparentPowerVa: number(names.apparent),
    importEnergyWh: number(names.imported),
    exportEnergyWh: number(names.exported),
    state: number(names.state),
  };
  const { quality, activePowerW } = phasesOf(measured, names, voltageV, currentA);
  return {
    askedAtMs,
    quality: missing.length > 0 ? 'invalid' : quality,
    activePowerW,
    reactivePowerVar: zeroed(powerSign * (number(names.reactive) ?? 0)),
    ...(Object.fromEntries(
      Object.entries(optional).filter(([, value]) => value !== undefined),
    ) as Partial<DeviceReading>),
    ...(missing.length === 0 ? {} : { missing }),
    ...chargeOf(measured),
  };
}

function phasesOf(
  { model, power, powerSign }: Measured,
  names: Names,
  voltageV: readonly number[] | undefined,
  currentA: readonly number[] | undefined,
): Pick<DeviceReading, 'quality' | 'activePowerW'> {
  const total = numberOf(power, names.total);
  const signed = (value: number): number => zeroed(powerSign * value);
  const phases = (names.phases ?? []).map((name) => numberOf(power, name));
  if (phases.length === 3 && phases.every((value) => value !== undefined)) {
    return { quality: 'good', activePowerW: phases.map((value) => signed(value!)) as [number, number, number] };
  }
  if (total === undefined) return { quality: 'invalid', activePowerW: [Number.NaN, Number.NaN, Number.NaN] };
  if (SINGLE_PHASE.has(model)) return { quality: 'good', activePowerW: [signed(total), 0, 0] };
  return { quality: 'derived', activePowerW: split(signed(total), voltageV, currentA) };
}

/** The total over the phases as their apparent powers, or in equal parts where these are not known. */
function split(
  totalW: number,
  voltageV: readonly number[] | undefined,
  currentA: readonly number[] | undefined,
): [number, number, number] {
  const shares = [0, 1, 2].map((p) => (voltageV?.[p] ?? Number.NaN) * (currentA?.[p] ?? Number.NaN));
  const sum = shares[0]! + shares[1]! + shares[2]!;
  if (!(sum > 0)) return [totalW / 3, totalW / 3, totalW / 3];
  return [(totalW * shares[0]!) / sum, (totalW * shares[1]!) / sum, (totalW * shares[2]!) / sum];
}

function chargeOf({ storage, battery }: Measured): Partial<DeviceReading> {
  if (storage === undefined || battery === undefined) return {};
  const percent = numberOf(battery, storage === 124 ? 'ChaState' : 'SoC');
  const reserve = (numberOf(battery, 'MinRsvPct') ?? numberOf(battery, 'SoCRsvMin') ?? 0) / 100;
  // 713 has a status of its own numbers, without full and empty.
  const status = storage === 713 ? undefined : numberOf(battery, 'ChaSt');
  const ratio = percent === undefined ? undefined : percent / 100;
  return {
    ...(ratio === undefined ? { missing: ['SoC'] } : { stateOfChargeRatio: ratio }),
    cannotConsume: status === FULL || (ratio !== undefined && ratio >= 1 - EDGE_RATIO),
    cannotFeedIn: status === EMPTY || (ratio !== undefined && ratio <= reserve + EDGE_RATIO),
  };
}

const zeroed = (value: number): number => (value === 0 ? 0 : value);

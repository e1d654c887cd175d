/**
 * The models whose points are known here (SunSpec information model specification and model definitions). The tables are
 * facts per family; lengths come from the device, never from here.
 */
import { BATTERY } from './tables/battery.js';
import { COMMON } from './tables/common.js';
import { IMMEDIATE_CONTROLS, NAMEPLATE, SETTINGS, STATUS, STORAGE } from './tables/controls.js';
import {
  DER_CAPACITY,
  DER_CONTROL,
  DER_CONTROLS,
  DER_DC,
  DER_DC_PORT,
  DER_ENTER_SERVICE,
  DER_MEASURE_AC,
  DER_STORAGE,
} from './tables/der.js';
import { INVERTER, INVERTER_FLOAT } from './tables/inverters.js';
import { METER, METER_FLOAT } from './tables/meters.js';
import { MPPT, MPPT_MODULE } from './tables/mppt.js';
import type { Model } from './tables/table.js';

export type { Model, Point, PointType } from './tables/table.js';

/** 201 calls the voltages between phases PPVph, as the inverters do. */
const METER_201: Model = Object.fromEntries(
  Object.entries(METER).map(([name, point]) => [name.replace(/^PhVph(AB|BC|CA)$/, 'PPVph$1'), point]),
);

/** The fixed part of every model, by its number. A group of points has its name before the point's: `PFWInj.PF`. */
export const MODELS: Readonly<Record<number, Model>> = {
  1: COMMON,
  101: INVERTER,
  102: INVERTER,
  103: INVERTER,
  111: INVERTER_FLOAT,
  112: INVERTER_FLOAT,
  113: INVERTER_FLOAT,
  120: NAMEPLATE,
  121: SETTINGS,
  122: STATUS,
  123: IMMEDIATE_CONTROLS,
  124: STORAGE,
  160: MPPT,
  201: METER_201,
  202: METER,
  203: METER,
  204: METER,
  211: METER_FLOAT,
  212: METER_FLOAT,
  213: METER_FLOAT,
  214: METER_FLOAT,
  701: DER_MEASURE_AC,
  702: DER_CAPACITY,
  703: DER_ENTER_SERVICE,
  704: DER_CONTROLS,
  713: DER_STORAGE,
  714: DER_DC,
  715: DER_CONTROL,
  802: BATTERY,
};

/** A block that is there several times, after the fixed part. */
export interface Repeat {
  /** Its points are called `name.1.point`, `name.2.point` and so on. */
  readonly name: string;
  /** Of the first block, from the model's ID register. */
  readonly offset: number;
  readonly length: number;
  /** The point that says how many there are; where it is absent or 0 the reported length tells. */
  readonly count: string;
  readonly points: Model;
}

export const REPEATS: Readonly<Record<number, Repeat>> = {
  160: { name: 'module', offset: 10, length: 20, count: 'N', points: MPPT_MODULE },
  714: { name: 'Prt', offset: 20, length: 25, count: 'NPrt', points: DER_DC_PORT },
};

/** What a model is called, for people. */
export const MODEL_NAMES: Readonly<Record<number, string>> = {
  1: 'common',
  101: 'single-phase inverter',
  102: 'split-phase inverter',
  103: 'three-phase inverter',
  111: 'single-phase inverter (float)',
  112: 'split-phase inverter (float)',
  113: 'three-phase inverter (float)',
  120: 'nameplate',
  121: 'settings',
  122: 'status',
  123: 'immediate controls',
  124: 'storage',
  160: 'MPPT modules',
  201: 'single-phase meter',
  202: 'split-phase meter',
  203: 'wye meter',
  204: 'delta meter',
  211: 'single-phase meter (float)',
  212: 'split-phase meter (float)',
  213: 'wye meter (float)',
  214: 'delta meter (float)',
  701: 'AC measurements',
  702: 'capacity',
  703: 'enter service',
  704: 'AC controls',
  705: 'volt-var',
  706: 'volt-watt',
  707: 'low-voltage trip',
  708: 'high-voltage trip',
  709: 'low-frequency trip',
  710: 'high-frequency trip',
  711: 'frequency droop',
  712: 'watt-var',
  713: 'storage capacity',
  714: 'DC measurements',
  715: 'control',
  802: 'battery',
};

/** Fixed part and as many repeated blocks as `registers` (ID and length included) hold, as one table. */
export function layoutOf(id: number, registers: number, blocks?: number): Model {
  const fixed = MODELS[id] ?? {};
  const repeat = REPEATS[id];
  if (repeat === undefined) return fixed;
  const fitting = Math.max(0, Math.floor((registers - repeat.offset) / repeat.length));
  const count = blocks !== undefined && blocks > 0 ? Math.min(blocks, fitting) : fitting;
  const layout: Record<string, Model[string]> = { ...fixed };
  for (let k = 0; k < count; k++) {
    for (const [name, point] of Object.entries(repeat.points)) {
      layout[`${repeat.name}.${k + 1}.${name}`] = {
        ...point,
        offset: repeat.offset + k * repeat.length + point.offset,
      };
    }
  }
  return layout;
}

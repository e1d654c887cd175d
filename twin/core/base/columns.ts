/**
 * The one table of columns: every quantity that the engine publishes, with its unit, sign, index space and meaning.
 *
 * State allocation, the frame layout, the fields of `Frame` in proto, the record, and the labels of the cockpit all
 * derive from this table; a test holds the .proto against it. A column's place in a frame follows the order here.
 */

/** What a column is indexed by. */
export type IndexSpace = 'wijk' | 'slot' | 'connection' | 'connection-phase' | 'node-phase' | 'branch' | 'branch-phase';

export interface Column {
  /** Unit symbol; `1` for a ratio, a count or a code. */
  readonly unit: string;
  /** What a positive value means; empty where it cannot be negative. */
  readonly sign: string;
  readonly space: IndexSpace;
  readonly meaning: string;
  /** Whether a value may be NaN: there is none. All other columns never hold NaN. */
  readonly nullable?: true;
  /** Field number in proto's `Frame`; the field's name is the snake_case form of the column's. */
  readonly field: number;
}

const CONSUMPTION = '+ is consumption, - is feed-in';

export const COLUMNS = {
  groupActivePowerW: {
    unit: 'W',
    sign: CONSUMPTION,
    space: 'wijk',
    field: 10,
    meaning: "Net active power of the group's connections, as their meters see it",
  },
  groupLimitW: {
    unit: 'W',
    sign: '+ limits consumption',
    space: 'wijk',
    field: 11,
    meaning: 'Lowest limit that holds for the group in this quarter-hour',
  },
  quarterMeanActivePowerW: {
    unit: 'W',
    sign: CONSUMPTION,
    space: 'wijk',
    field: 12,
    meaning: 'Mean group power of the running quarter-hour so far',
  },
  quarterElapsedS: {
    unit: 's',
    sign: '',
    space: 'wijk',
    field: 13,
    meaning: 'Time covered so far in the running local quarter-hour',
  },
  gridLossesW: { unit: 'W', sign: '', space: 'wijk', field: 14, meaning: 'Active losses in cables and transformers' },
  sourceActivePowerW: {
    unit: 'W',
    sign: '+ flows into the wijk',
    space: 'wijk',
    field: 15,
    meaning: 'Active power delivered by the grid above the wijk',
  },
  outdoorTemperatureC: { unit: '°C', sign: '', space: 'wijk', field: 16, meaning: 'Air temperature at 1.5 m' },
  globalIrradianceWPerM2: {
    unit: 'W/m²',
    sign: '',
    space: 'wijk',
    field: 17,
    meaning: 'Global irradiance on a horizontal plane',
  },
  solverIterations: {
    unit: '1',
    sign: '',
    space: 'wijk',
    field: 18,
    meaning: 'Iterations of the power flow in this tick',
  },
  solverMismatchPu: {
    unit: 'pu',
    sign: '',
    space: 'wijk',
    field: 19,
    meaning: 'Largest voltage change of the last iteration',
  },
  substitutedShareRatio: {
    unit: '1',
    sign: '',
    space: 'wijk',
    field: 20,
    meaning: 'Share of the absolute slot powers that comes from fallbacks',
  },
  transformerLoadingRatio: {
    unit: '1',
    sign: '',
    space: 'wijk',
    field: 21,
    meaning: 'Loading of the most loaded transformer, by apparent power',
  },
  emergencyStop: { unit: '1', sign: '', space: 'wijk', field: 22, meaning: '1 while the emergency stop is active' },
  decisionsMissed: {
    unit: '1',
    sign: '',
    space: 'wijk',
    field: 23,
    meaning: 'Decisions of an external strategy that came too late, since the start',
  },
  inflexibleActivePowerW: {
    unit: 'W',
    sign: CONSUMPTION,
    space: 'wijk',
    field: 24,
    meaning: 'Group power of the slots that follow no setpoint',
  },
  gridStatus: {
    unit: '1',
    sign: '',
    space: 'wijk',
    field: 25,
    meaning: '0 solved, 1 not converged: voltages are those of the last solved tick',
  },

  slotActivePowerW: {
    unit: 'W',
    sign: CONSUMPTION,
    space: 'slot',
    field: 40,
    meaning: 'Active power of the slot as used by the grid: modelled, measured or fallback',
  },
  slotModelledPowerW: {
    unit: 'W',
    sign: CONSUMPTION,
    space: 'slot',
    field: 41,
    meaning: "Active power of the slot's model, which always runs",
  },
  slotMeasuredPowerW: {
    unit: 'W',
    sign: CONSUMPTION,
    space: 'slot',
    field: 42,
    meaning: 'Last measured active power, times the scale of the binding; NaN if never measured',
    nullable: true,
  },
  slotSetpointW: {
    unit: 'W',
    sign: CONSUMPTION,
    space: 'slot',
    field: 43,
    meaning: 'Setpoint in force after arbitration; NaN if the slot runs free',
    nullable: true,
  },
  slotSetpointFrom: {
    unit: '1',
    sign: '',
    space: 'slot',
    field: 44,
    meaning: 'Role that won at the slot (see Role in proto); 0 if the slot runs free',
  },
  slotSource: {
    unit: '1',
    sign: '',
    space: 'slot',
    field: 45,
    meaning: '1 model, 2 device, 3 fallback (see SlotSource in proto)',
  },
  slotAgeS: {
    unit: 's',
    sign: '',
    space: 'slot',
    field: 46,
    meaning: 'Age of the last reading; NaN if never measured',
    nullable: true,
  },
  slotStateOfChargeRatio: {
    unit: '1',
    sign: '',
    space: 'slot',
    field: 47,
    meaning: 'State of charge of a battery or buffer, 0 to 1; NaN where there is none',
    nullable: true,
  },
  slotTemperatureC: {
    unit: '°C',
    sign: '',
    space: 'slot',
    field: 48,
    meaning: 'Room temperature of a heat pump, mean buffer temperature of a heat plant; NaN where there is none',
    nullable: true,
  },
  slotAvailableMaxW: {
    unit: 'W',
    sign: CONSUMPTION,
    space: 'slot',
    field: 49,
    meaning: 'Largest power the slot can follow now',
  },
  slotAvailableMinW: {
    unit: 'W',
    sign: CONSUMPTION,
    space: 'slot',
    field: 50,
    meaning: 'Smallest power the slot can follow now without losing comfort; negative is feed-in',
  },
  slotComfortDeficitKh: {
    unit: 'K·h',
    sign: '',
    space: 'slot',
    field: 51,
    meaning: 'Kelvin-hours below the comfort band since the start; of a business, of cooling that it missed',
  },
  slotSequence: { unit: '1', sign: '', space: 'slot', field: 52, meaning: 'Sequence number of the last reading' },
  slotSupplyTemperatureC: {
    unit: '°C',
    sign: '',
    space: 'slot',
    field: 53,
    meaning:
      'Supply temperature: of a heat pump by its heating curve, of a heat plant at the top of its buffer; NaN where there is none',
    nullable: true,
  },
  slotEnergyDeficitWh: {
    unit: 'Wh',
    sign: '',
    space: 'slot',
    field: 54,
    meaning:
      'Since the start, wanted and not given: feed-in of a roof that was held back, hot water drawn too cold, energy that cars cannot get any more before they leave, setpoints that a battery could not follow, cooling of a business',
  },
  slotEnergyThroughputWh: {
    unit: 'Wh',
    sign: '',
    space: 'slot',
    field: 55,
    meaning: 'Energy in and out at the terminals of a battery, into cars, since the start',
  },
  slotWantedEnergyWh: {
    unit: 'Wh',
    sign: '',
    space: 'slot',
    field: 56,
    meaning: 'Energy that the cars at a point still want; 0 where there are none',
  },
  slotUrgencyRatio: {
    unit: '1',
    sign: '',
    space: 'slot',
    field: 57,
    meaning:
      'How little the slot can wait, 0 to 1. Cars: mean power that has them charged when they leave, by what they can take; heat: how far the store has fallen to its lowest',
  },
  slotMinimumRunW: {
    unit: 'W',
    sign: '',
    space: 'slot',
    field: 58,
    meaning:
      'Smallest power above standstill: lowest current of a car, lowest modulation of a heat pump; 0 if there is none',
  },
  slotColdShowers: {
    unit: '1',
    sign: '',
    space: 'slot',
    field: 59,
    meaning: 'Hot water that came too cold since the start, in showers; of a heat plant those of all its homes',
  },
  slotSgReady: {
    unit: '1',
    sign: '',
    space: 'slot',
    field: 60,
    meaning: 'SG-Ready state in force (see SgReady in proto); 0 if nobody asks one',
  },

  connectionActivePowerW: {
    unit: 'W',
    sign: CONSUMPTION,
    space: 'connection',
    field: 70,
    meaning: 'Net active power of the connection',
  },
  connectionPhaseActivePowerW: {
    unit: 'W',
    sign: CONSUMPTION,
    space: 'connection-phase',
    field: 71,
    meaning: 'Net active power of the connection on each phase, as its meter sees it',
  },
  connectionPhaseReactivePowerVar: {
    unit: 'var',
    sign: '+ is inductive consumption',
    space: 'connection-phase',
    field: 72,
    meaning: 'Net reactive power of the connection on each phase, as its meter sees it',
  },

  voltageV: {
    unit: 'V',
    sign: '',
    space: 'node-phase',
    field: 80,
    meaning: 'Voltage magnitude, line to neutral; 0 if not energised',
  },
  branchLoadingRatio: {
    unit: '1',
    sign: '',
    space: 'branch',
    field: 81,
    meaning:
      'Cable: highest phase current by rated current. Transformer: apparent by rated power. NaN if the rating is not given',
    nullable: true,
  },
  branchCurrentA: {
    unit: 'A',
    sign: '',
    space: 'branch-phase',
    field: 82,
    meaning: 'Current magnitude at the side where it is larger',
  },

  lastQuarterIndex: {
    unit: '1',
    sign: '',
    space: 'wijk',
    field: 100,
    meaning: 'Start of the last finished quarter-hour as UTC seconds / 900; -1 if none yet',
  },
  lastQuarterMeanActivePowerW: {
    unit: 'W',
    sign: CONSUMPTION,
    space: 'wijk',
    field: 101,
    meaning: 'Mean group power of the last finished quarter-hour',
  },
  lastQuarterLimitW: {
    unit: 'W',
    sign: '+ limits consumption',
    space: 'wijk',
    field: 102,
    meaning: 'Limit that held in the last finished quarter-hour',
  },
  lastQuarterComplete: {
    unit: '1',
    sign: '',
    space: 'wijk',
    field: 103,
    meaning: '1 if the session covered all of the last finished quarter-hour',
  },
  lastQuarterSubstitutedRatio: {
    unit: '1',
    sign: '',
    space: 'wijk',
    field: 104,
    meaning: 'Mean substituted share over the last finished quarter-hour',
  },
  lastTenMinuteIndex: {
    unit: '1',
    sign: '',
    space: 'wijk',
    field: 105,
    meaning: 'Start of the last finished 10-minute interval as UTC seconds / 600; -1 if none yet',
  },
  lastTenMinuteComplete: {
    unit: '1',
    sign: '',
    space: 'wijk',
    field: 106,
    meaning: '1 if the session covered all of the last finished 10 minutes',
  },
  lastTenMinuteVoltageV: {
    unit: 'V',
    sign: '',
    space: 'node-phase',
    field: 107,
    meaning: '10-minute mean (root mean square) of the voltage',
  },
  lastTenMinuteLoadingRatio: {
    unit: '1',
    sign: '',
    space: 'branch',
    field: 108,
    meaning: '10-minute mean of the loading; NaN if the rating is not given',
    nullable: true,
  },
} as const satisfies Record<string, Column>;

export type ColumnName = keyof typeof COLUMNS;
export const COLUMN_NAMES = Object.keys(COLUMNS) as readonly ColumnName[];

/** Sizes of the index spaces of one wijk. */
export interface Dimensions {
  readonly slots: number;
  readonly connections: number;
  readonly nodes: number;
  readonly branches: number;
}

export function columnLength(space: IndexSpace, dimensions: Dimensions): number {
  switch (space) {
    case 'wijk':
      return 1;
    case 'slot':
      return dimensions.slots;
    case 'connection':
      return dimensions.connections;
    case 'connection-phase':
      return 3 * dimensions.connections;
    case 'node-phase':
      return 3 * dimensions.nodes;
    case 'branch':
      return dimensions.branches;
    case 'branch-phase':
      return 3 * dimensions.branches;
  }
}

/** The columns of a frame as views on one buffer. */
export type Columns = { readonly [name in ColumnName]: Float64Array };

export interface FrameLayout {
  readonly dimensions: Dimensions;
  /** Start of each column in a frame, in doubles. */
  readonly offset: { readonly [name in ColumnName]: number };
  readonly length: { readonly [name in ColumnName]: number };
  /** Doubles in a frame. */
  readonly total: number;
}

export function frameLayout(dimensions: Dimensions): FrameLayout {
  const offset = {} as Record<ColumnName, number>;
  const length = {} as Record<ColumnName, number>;
  let total = 0;
  for (const name of COLUMN_NAMES) {
    offset[name] = total;
    length[name] = columnLength(COLUMNS[name].space, dimensions);
    total += length[name];
  }
  return { dimensions, offset, length, total };
}

/** The ranges of a frame, from and to, that may hold NaN; neighbours as one. */
export function nullableRanges(layout: FrameLayout): (readonly [number, number])[] {
  const ranges: [number, number][] = [];
  for (const name of COLUMN_NAMES) {
    if (!('nullable' in COLUMNS[name])) continue;
    const from = layout.offset[name];
    const end = from + layout.length[name];
    const last = ranges.at(-1);
    if (last?.[1] === from) last[1] = end;
    else ranges.push([from, end]);
  }
  return ranges;
}

/** Views on one frame that starts `start` doubles into `values`. */
export function columnViews(layout: FrameLayout, values: Float64Array, start = 0): Columns {
  const views = {} as Record<ColumnName, Float64Array>;
  for (const name of COLUMN_NAMES) {
    const from = start + layout.offset[name];
    views[name] = values.subarray(from, from + layout.length[name]);
  }
  return views;
}

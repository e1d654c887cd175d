/**
 * The components of a power-grid-model (PGM) input dataset: every attribute with its kind and the rules that a single
 * value must keep. The reader, the validator, the update reader and the types below all derive from this one table.
 *
 * Names are PGM's own. All values are SI base units without prefix: V, A, W, var, VA, ohm, F, S, rad.
 */

/** What one value must be. Voltages and powers that must be positive are `positive`, and so on. */
export type Rule = 'positive' | 'not negative' | 'boolean' | readonly number[];

export interface Attribute {
  /** `phases` is a list of three in asymmetric components; `int` is a whole number; `node` and `branch` are ids. */
  readonly kind: 'id' | 'node' | 'branch' | 'int' | 'real' | 'phases';
  readonly required: boolean;
  readonly rule?: Rule;
  /** Whether an update dataset may change it. */
  readonly update?: boolean;
}

const id = { kind: 'id', required: true } as const;
const node = { kind: 'node', required: true } as const;
const status = { kind: 'int', required: true, rule: 'boolean', update: true } as const;
const int = { kind: 'int', required: false } as const;
const real = { kind: 'real', required: false } as const;
const needReal = { kind: 'real', required: true } as const;
const needPositive = { kind: 'real', required: true, rule: 'positive' } as const;
const positive = { kind: 'real', required: false, rule: 'positive' } as const;
const needNotNegative = { kind: 'real', required: true, rule: 'not negative' } as const;
const notNegative = { kind: 'real', required: false, rule: 'not negative' } as const;
const needInt = { kind: 'int', required: true } as const;
const needWinding = { kind: 'int', required: true, rule: [0, 1, 2, 3, 4] } as const;
const needLoadType = { kind: 'int', required: true, rule: [0, 1, 2] } as const;
const tapPosition = { kind: 'int', required: false, update: true } as const;
const updatable = { kind: 'real', required: false, update: true } as const;
const updatablePhases = { kind: 'phases', required: false, update: true } as const;

const branch = { id, from_node: node, to_node: node, from_status: status, to_status: status } as const;
const appliance = { id, node, status } as const;
const symmetricLoad = { ...appliance, type: needLoadType, p_specified: updatable, q_specified: updatable } as const;
const asymmetricLoad = {
  ...appliance,
  type: needLoadType,
  p_specified: updatablePhases,
  q_specified: updatablePhases,
} as const;

export const SCHEMA = {
  node: { id, u_rated: needPositive },
  line: {
    ...branch,
    r1: needReal,
    x1: needReal,
    c1: needReal,
    tan1: needReal,
    r0: real,
    x0: real,
    c0: real,
    tan0: real,
    i_n: positive,
  },
  asym_line: {
    ...branch,
    r_aa: needReal,
    r_ba: needReal,
    r_bb: needReal,
    r_ca: needReal,
    r_cb: needReal,
    r_cc: needReal,
    r_na: real,
    r_nb: real,
    r_nc: real,
    r_nn: real,
    x_aa: needReal,
    x_ba: needReal,
    x_bb: needReal,
    x_ca: needReal,
    x_cb: needReal,
    x_cc: needReal,
    x_na: real,
    x_nb: real,
    x_nc: real,
    x_nn: real,
    c_aa: real,
    c_ba: real,
    c_bb: real,
    c_ca: real,
    c_cb: real,
    c_cc: real,
    c0: real,
    c1: real,
    i_n: positive,
  },
  link: branch,
  generic_branch: {
    ...branch,
    r1: needReal,
    x1: needReal,
    g1: needReal,
    b1: needReal,
    k: positive,
    theta: real,
    sn: notNegative,
  },
  transformer: {
    ...branch,
    u1: needPositive,
    u2: needPositive,
    sn: needPositive,
    uk: needPositive,
    pk: needNotNegative,
    i0: needNotNegative,
    p0: needNotNegative,
    i0_zero_sequence: notNegative,
    p0_zero_sequence: notNegative,
    winding_from: needWinding,
    winding_to: needWinding,
    clock: needInt,
    tap_side: { kind: 'int', required: true, rule: [0, 1] },
    tap_pos: tapPosition,
    tap_min: needInt,
    tap_max: needInt,
    tap_nom: int,
    tap_size: needNotNegative,
    uk_min: positive,
    uk_max: positive,
    pk_min: notNegative,
    pk_max: notNegative,
    r_grounding_from: notNegative,
    x_grounding_from: real,
    r_grounding_to: notNegative,
    x_grounding_to: real,
  },
  three_winding_transformer: {
    id,
    node_1: node,
    node_2: node,
    node_3: node,
    status_1: status,
    status_2: status,
    status_3: status,
    u1: needPositive,
    u2: needPositive,
    u3: needPositive,
    sn_1: needPositive,
    sn_2: needPositive,
    sn_3: needPositive,
    uk_12: needPositive,
    uk_13: needPositive,
    uk_23: needPositive,
    pk_12: needNotNegative,
    pk_13: needNotNegative,
    pk_23: needNotNegative,
    i0: needNotNegative,
    p0: needNotNegative,
    winding_1: needWinding,
    winding_2: needWinding,
    winding_3: needWinding,
    clock_12: needInt,
    clock_13: needInt,
    tap_side: { kind: 'int', required: true, rule: [0, 1, 2] },
    tap_pos: tapPosition,
    tap_min: needInt,
    tap_max: needInt,
    tap_nom: int,
    tap_size: needNotNegative,
    uk_12_min: positive,
    uk_12_max: positive,
    uk_13_min: positive,
    uk_13_max: positive,
    uk_23_min: positive,
    uk_23_max: positive,
    pk_12_min: notNegative,
    pk_12_max: notNegative,
    pk_13_min: notNegative,
    pk_13_max: notNegative,
    pk_23_min: notNegative,
    pk_23_max: notNegative,
    r_grounding_1: notNegative,
    x_grounding_1: real,
    r_grounding_2: notNegative,
    x_grounding_2: real,
    r_grounding_3: notNegative,
    x_grounding_3: real,
  },
  shunt: {
    ...appliance,
    g1: { ...needReal, update: true },
    b1: { ...needReal, update: true },
    g0: updatable,
    b0: updatable,
  },
  source: {
    ...appliance,
    u_ref: { kind: 'real', required: true, rule: 'positive', update: true },
    u_ref_angle: updatable,
    sk: { ...positive, update: true },
    rx_ratio: { ...notNegative, update: true },
    z01_ratio: { ...positive, update: true },
  },
  sym_load: symmetricLoad,
  sym_gen: symmetricLoad,
  asym_load: asymmetricLoad,
  asym_gen: asymmetricLoad,
  transformer_tap_regulator: {
    id,
    regulated_object: { kind: 'branch', required: true },
    status,
    control_side: { kind: 'int', required: true, rule: [0, 1, 2] },
    u_set: { kind: 'real', required: true, rule: 'positive', update: true },
    u_band: { kind: 'real', required: true, rule: 'positive', update: true },
    line_drop_compensation_r: { ...notNegative, update: true },
    line_drop_compensation_x: { ...notNegative, update: true },
  },
} as const satisfies Record<string, Record<string, Attribute>>;

export type ComponentName = keyof typeof SCHEMA;
export const COMPONENTS = Object.keys(SCHEMA) as readonly ComponentName[];

/** Components of PGM that a power flow does not use; accepted and named in a warning. */
export const UNUSED_COMPONENTS: ReadonlySet<string> = new Set([
  'sym_voltage_sensor',
  'asym_voltage_sensor',
  'sym_power_sensor',
  'asym_power_sensor',
  'sym_current_sensor',
  'asym_current_sensor',
  'fault',
  'voltage_regulator',
]);

/** Values of phases a, b and c. */
export type Phases = readonly [number, number, number];

type Value<A> = A extends { readonly kind: 'phases' } ? Phases : number;

/** One row of a component. An attribute that the file does not give is NaN. */
export type Row<C extends ComponentName> = {
  readonly [A in keyof (typeof SCHEMA)[C]]: Value<(typeof SCHEMA)[C][A]>;
};

/** A PGM input dataset: the rows of each component in the order of the file. */
export type Dataset = { readonly [C in ComponentName]: readonly Row<C>[] };

export type LoadName = 'sym_load' | 'sym_gen' | 'asym_load' | 'asym_gen';
export const LOADS: readonly LoadName[] = ['sym_load', 'sym_gen', 'asym_load', 'asym_gen'];

export const CONST_POWER = 0;
export const CONST_IMPEDANCE = 1;
export const CONST_CURRENT = 2;

export const WYE = 0;
export const WYE_N = 1;
export const DELTA = 2;
export const ZIGZAG = 3;
export const ZIGZAG_N = 4;

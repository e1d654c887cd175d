/**
 * Random update scenarios on a generated grid: every attribute that an update may change, of every component. Each is a
 * delta on the base state.
 */
import type { Json, Rows } from '../../twin/core/grid/grids.js';
import { type Draws, drawsOf } from './random.js';

type Change = (row: Json, draws: Draws) => Json;

const times = (value: unknown, factor: () => number): unknown =>
  Array.isArray(value) ? value.map((v) => (v as number) * factor()) : (value as number) * factor();

/** Some phases only; null leaves what the base has. */
const somePhases = (value: unknown, { chance }: Draws): unknown =>
  Array.isArray(value) ? value.map((v) => (chance(0.3) ? null : v)) : value;

const powers: Change = (row, draws) => {
  const { between, chance } = draws;
  const factor = () => between(0.5, 1.5);
  const change: Json = {};
  if (chance(0.7)) change.p_specified = somePhases(times(row.p_specified, factor), draws);
  if (chance(0.5)) change.q_specified = somePhases(times(row.q_specified, factor), draws);
  if (chance(0.15)) change.status = 1 - (row.status as number);
  return change;
};
const switches =
  (...names: string[]): Change =>
  (row, { chance }) =>
    Object.fromEntries(names.filter(() => chance(0.15)).map((name) => [name, 1 - (row[name] as number)]));
const tapAnd =
  (...names: string[]): Change =>
  (row, draws) => {
    const low = Math.min(row.tap_min as number, row.tap_max as number);
    return { ...switches(...names)(row, draws), tap_pos: low + Math.floor(5 * draws.random()) };
  };

const CHANGES: Readonly<Record<string, { readonly share: number; readonly change: Change }>> = {
  sym_load: { share: 0.4, change: powers },
  sym_gen: { share: 0.4, change: powers },
  asym_load: { share: 0.4, change: powers },
  asym_gen: { share: 0.4, change: powers },
  line: { share: 0.3, change: switches('from_status', 'to_status') },
  asym_line: { share: 0.5, change: switches('from_status', 'to_status') },
  link: { share: 0.7, change: switches('from_status', 'to_status') },
  generic_branch: { share: 0.7, change: switches('from_status', 'to_status') },
  transformer: { share: 0.4, change: tapAnd('from_status', 'to_status') },
  three_winding_transformer: { share: 0.7, change: tapAnd('status_1', 'status_2', 'status_3') },
  source: {
    share: 0.7,
    change: (row, { between, chance }) => {
      const change: Json = { u_ref: (row.u_ref as number) * between(0.99, 1.01) };
      if (chance(0.3)) change.sk = between(100e6, 1e9);
      if (chance(0.3)) change.rx_ratio = between(0.05, 0.5);
      if (chance(0.3)) change.z01_ratio = between(0.5, 3);
      if (chance(0.3)) change.u_ref_angle = ((row.u_ref_angle as number | undefined) ?? 0) + between(-0.001, 0.001);
      if (chance(0.1)) change.status = 1 - (row.status as number);
      return change;
    },
  },
  shunt: {
    share: 0.5,
    change: (row, { between, chance }) => {
      const change: Json = {};
      for (const name of ['g1', 'b1', 'g0', 'b0']) {
        if (row[name] !== undefined && chance(0.5)) change[name] = (row[name] as number) * between(0.5, 1.5);
      }
      // an earth that a floating part needs stays
      if (row.g1 !== 0 && chance(0.3)) change.status = 1 - (row.status as number);
      return change;
    },
  },
  transformer_tap_regulator: {
    share: 0.5,
    change: (row, { chance }) => ({
      ...(chance(0.5) ? { status: 1 - (row.status as number) } : {}),
      ...(chance(0.5) ? { u_set: 1.01 * (row.u_set as number) } : {}),
      ...(chance(0.5) ? { u_band: 1.2 * (row.u_band as number) } : {}),
      ...(chance(0.5) ? { line_drop_compensation_r: 0.01 } : {}),
      ...(chance(0.5) ? { line_drop_compensation_x: 0.02 } : {}),
    }),
  },
};

/** Five scenarios: three of loads alone (what a time series is), then two that change anything. */
export function generateUpdates(seed: number, data: Rows): Rows[] {
  const draws = drawsOf(seed ^ 0x5bd1e995);
  return [true, true, true, false, false].map((loadsOnly) => {
    const scenario: Rows = {};
    for (const [component, { share, change }] of Object.entries(CHANGES)) {
      if (loadsOnly && !/(load|gen)$/.test(component)) continue;
      const rows = (data[component] ?? [])
        .filter(() => draws.chance(share))
        .map((row) => ({ id: row.id, ...change(row, draws) }))
        .filter((row) => Object.keys(row).length > 1);
      if (rows.length > 0) scenario[component] = rows;
    }
    return scenario;
  });
}

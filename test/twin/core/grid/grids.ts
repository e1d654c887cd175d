/** Small grids for tests, built with real cable and transformer data. */

export type Json = Record<string, unknown>;
export type Rows = Record<string, Json[]>;

/** An input dataset around rows. */
export const datasetOf = (data: Rows): Json => ({
  version: '1.0',
  type: 'input',
  is_batch: false,
  attributes: {},
  data,
});

export const node = (id: number, uRated = 400): Json => ({ id, u_rated: uRated });

/** `km` of 4x150 Al low-voltage cable. */
export const cable = (id: number, from: number, to: number, km = 0.1, more: Json = {}): Json => ({
  id,
  from_node: from,
  to_node: to,
  from_status: 1,
  to_status: 1,
  r1: 0.206 * km,
  x1: 0.079 * km,
  c1: 0.72e-6 * km,
  tan1: 0,
  r0: 0.94 * km,
  x0: 0.387 * km,
  c0: 0.36e-6 * km,
  tan0: 0,
  i_n: 300,
  ...more,
});

/** A 630 kVA distribution transformer, Dyn11. */
export const transformer = (id: number, from: number, to: number, more: Json = {}): Json => ({
  id,
  from_node: from,
  to_node: to,
  from_status: 1,
  to_status: 1,
  u1: 10500,
  u2: 420,
  sn: 630e3,
  uk: 0.06,
  pk: 5200,
  i0: 0.002,
  p0: 700,
  winding_from: 2,
  winding_to: 1,
  clock: 11,
  tap_side: 0,
  tap_pos: 3,
  tap_min: 5,
  tap_max: 1,
  tap_nom: 3,
  tap_size: 250,
  ...more,
});

export const source = (id: number, at: number, more: Json = {}): Json => ({
  id,
  node: at,
  status: 1,
  u_ref: 1,
  ...more,
});

export const load = (id: number, at: number, p: number[], q: number[] = [0, 0, 0], type = 0): Json => ({
  id,
  node: at,
  status: 1,
  type,
  p_specified: p,
  q_specified: q,
});

/**
 * The rules that a PGM input dataset must keep beyond those of single values: unique ids, nodes that exist, voltages
 * that agree, transformers that can be built. Also what is only suspicious; a network operator wants to hear of both.
 *
 * The position of a row is its place in the dataset, so problems read `data/0/line/17/r1`.
 */
import type { Problem } from './problem.js';
import { COMPONENTS, type ComponentName, type Dataset, LOADS, type Row, SCHEMA, WYE, WYE_N } from './schema.js';

export interface Validation {
  readonly problems: readonly Problem[];
  readonly warnings: readonly Problem[];
}

const BRANCHES = ['line', 'asym_line', 'link', 'generic_branch', 'transformer'] as const;
const APPLIANCES = ['shunt', 'source', ...LOADS] as const;

export function validate(dataset: Dataset): Validation {
  const problems: Problem[] = [];
  const warnings: Problem[] = [];
  const at = (component: ComponentName, row: number, attribute?: string) =>
    `data/0/${component}/${row}${attribute === undefined ? '' : `/${attribute}`}`;

  uniqueIds(dataset, problems);
  const voltage = new Map(dataset.node.map((node) => [node.id, node.u_rated]));
  const needNode = (component: ComponentName, row: number, attribute: string, id: number) => {
    if (Number.isNaN(id) || voltage.has(id)) return;
    problems.push({ path: at(component, row, attribute), value: String(id), rule: 'must be the id of a node' });
  };

  for (const component of BRANCHES) {
    dataset[component].forEach((branch, row) => {
      needNode(component, row, 'from_node', branch.from_node);
      needNode(component, row, 'to_node', branch.to_node);
      if (branch.from_node === branch.to_node) {
        const rule = 'from_node and to_node are the same; a branch joins two nodes';
        problems.push({ path: at(component, row), value: String(branch.to_node), rule });
      }
    });
  }
  for (const component of APPLIANCES) {
    dataset[component].forEach((appliance, row) => {
      needNode(component, row, 'node', appliance.node);
    });
  }
  for (const component of ['line', 'asym_line'] as const) {
    dataset[component].forEach((line, row) => {
      const from = voltage.get(line.from_node);
      const to = voltage.get(line.to_node);
      if (from === undefined || to === undefined || from === to || Number.isNaN(from) || Number.isNaN(to)) return;
      const rule = `joins a node of ${from} V with one of ${to} V; a line needs equal u_rated`;
      problems.push({ path: at(component, row), rule });
    });
  }
  dataset.line.forEach((line, row) => {
    if (line.r1 === 0 && line.x1 === 0) {
      problems.push({ path: at('line', row), rule: 'r1 and x1 are both 0; at least one must not be' });
    }
    if (line.r0 === 0 && line.x0 === 0) {
      problems.push({ path: at('line', row), rule: 'r0 and x0 are both 0; at least one must not be' });
    }
  });
  dataset.asym_line.forEach((line, row) => {
    checkAsymLine(line, at('asym_line', row), problems);
  });
  dataset.generic_branch.forEach((branch, row) => {
    if (branch.r1 === 0 && branch.x1 === 0) {
      problems.push({ path: at('generic_branch', row), rule: 'r1 and x1 are both 0; at least one must not be' });
    }
  });
  dataset.transformer.forEach((transformer, row) => {
    checkTransformer(transformer, at('transformer', row), problems, warnings);
  });
  dataset.three_winding_transformer.forEach((transformer, row) => {
    const path = at('three_winding_transformer', row);
    const nodes = [transformer.node_1, transformer.node_2, transformer.node_3];
    nodes.forEach((id, side) => {
      needNode('three_winding_transformer', row, `node_${side + 1}`, id);
    });
    if (new Set(nodes).size < 3) problems.push({ path, value: nodes.join(', '), rule: 'the three nodes must differ' });
    checkClock(transformer.clock_12, transformer.winding_1, transformer.winding_2, `${path}/clock_12`, problems);
    checkClock(transformer.clock_13, transformer.winding_1, transformer.winding_3, `${path}/clock_13`, problems);
    checkTap(transformer, path, problems);
  });
  checkRegulators(dataset, at, problems);
  notFinite(dataset, problems);
  if (dataset.source.length === 0) {
    warnings.push({ path: 'data/0/source', rule: 'there is no source, so nothing is energized' });
  }
  return { problems, warnings };
}

function uniqueIds(dataset: Dataset, problems: Problem[]): void {
  const first = new Map<number, string>();
  for (const component of COMPONENTS) {
    dataset[component].forEach(({ id }, row) => {
      if (Number.isNaN(id)) return;
      const path = `data/0/${component}/${row}/id`;
      const earlier = first.get(id);
      if (earlier === undefined) first.set(id, path);
      else problems.push({ path, value: String(id), rule: `must be unique in the dataset; it is also at ${earlier}` });
    });
  }
}

/** Only a source's short-circuit power and a regulator's band may be infinite. */
function notFinite(dataset: Dataset, problems: Problem[]): void {
  for (const component of COMPONENTS) {
    dataset[component].forEach((row, index) => {
      for (const name of Object.keys(SCHEMA[component])) {
        if (name === 'sk' || name === 'u_band' || name === 'i_n') continue;
        const value = (row as Record<string, unknown>)[name];
        const values = Array.isArray(value) ? value : [value];
        if (values.some((v) => v === Number.POSITIVE_INFINITY || v === Number.NEGATIVE_INFINITY)) {
          problems.push({ path: `data/0/${component}/${index}/${name}`, value: String(value), rule: 'must be finite' });
        }
      }
    });
  }
}

function checkAsymLine(line: Row<'asym_line'>, path: string, problems: Problem[]): void {
  for (const kind of ['r', 'x'] as const) {
    const neutral = [line[`${kind}_na`], line[`${kind}_nb`], line[`${kind}_nc`], line[`${kind}_nn`]];
    const given = neutral.filter((value) => !Number.isNaN(value)).length;
    if (given !== 0 && given !== 4) {
      problems.push({ path, rule: `${kind}_na, ${kind}_nb, ${kind}_nc and ${kind}_nn must be given all or none` });
    }
  }
  if (Number.isNaN(line.r_nn) !== Number.isNaN(line.x_nn)) {
    problems.push({ path, rule: 'the neutral needs both its r and its x values' });
  }
  const matrix = [line.c_aa, line.c_ba, line.c_bb, line.c_ca, line.c_cb, line.c_cc];
  const sequence = [line.c0, line.c1];
  if (matrix.some(Number.isNaN) && sequence.some(Number.isNaN)) {
    problems.push({ path, rule: 'the capacitance must be given, either as c0 and c1 or as c_aa to c_cc' });
  }
}

function checkTransformer(t: Row<'transformer'>, path: string, problems: Problem[], warnings: Problem[]): void {
  checkClock(t.clock, t.winding_from, t.winding_to, `${path}/clock`, problems);
  checkTap(t, path, problems);
  const taps = Math.max(Math.abs(t.tap_max - tapNominal(t)), Math.abs(t.tap_min - tapNominal(t)));
  if (t.tap_size * taps >= (t.tap_side === 0 ? t.u1 : t.u2)) {
    problems.push({
      path: `${path}/tap_size`,
      value: String(t.tap_size),
      rule: 'the taps would bring the voltage to 0',
    });
  }
  if (t.uk < t.pk / t.sn) {
    const rule = `uk must be at least pk/sn = ${(t.pk / t.sn).toPrecision(4)}, or the reactance would be imaginary; it is taken as 0`;
    warnings.push({ path: `${path}/uk`, value: String(t.uk), rule });
  }
  if (t.i0 < t.p0 / t.sn) {
    const rule = `i0 is less than p0/sn = ${(t.p0 / t.sn).toPrecision(4)}; the magnetising susceptance is taken as 0`;
    warnings.push({ path: `${path}/i0`, value: String(t.i0), rule });
  }
  if (t.uk >= 1) warnings.push({ path: `${path}/uk`, value: String(t.uk), rule: 'uk is per unit; 0.06 is 6 %' });
}

interface Taps {
  readonly tap_pos: number;
  readonly tap_min: number;
  readonly tap_max: number;
  readonly tap_nom: number;
}

const tapNominal = (t: Taps) => (Number.isNaN(t.tap_nom) ? 0 : t.tap_nom);

function checkTap(t: Taps, path: string, problems: Problem[]): void {
  const low = Math.min(t.tap_min, t.tap_max);
  const high = Math.max(t.tap_min, t.tap_max);
  for (const [name, value] of [
    ['tap_pos', t.tap_pos],
    ['tap_nom', t.tap_nom],
  ] as const) {
    if (value < low || value > high) {
      problems.push({ path: `${path}/${name}`, value: String(value), rule: `must be between ${low} and ${high}` });
    }
  }
}

/** A clock is even exactly if both windings or neither is a star (wye). */
function checkClock(clock: number, from: number, to: number, path: string, problems: Problem[]): void {
  if (Number.isNaN(clock)) return;
  if (clock < -12 || clock > 12) {
    problems.push({ path, value: String(clock), rule: 'must be between -12 and 12' });
    return;
  }
  const star = (winding: number) => winding === WYE || winding === WYE_N;
  if ((clock % 2 === 0) !== (star(from) === star(to))) {
    const rule = 'does not fit the windings: even if both or neither is wye, odd otherwise';
    problems.push({ path, value: String(clock), rule });
  }
}

function checkRegulators(
  dataset: Dataset,
  at: (component: ComponentName, row: number, attribute: string) => string,
  problems: Problem[],
): void {
  const two = new Map(dataset.transformer.map((t) => [t.id, 2]));
  const sides = new Map([...two, ...dataset.three_winding_transformer.map((t) => [t.id, 3] as const)]);
  const regulated = new Set<number>();
  dataset.transformer_tap_regulator.forEach((regulator, row) => {
    const target = regulator.regulated_object;
    const path = (attribute: string) => at('transformer_tap_regulator', row, attribute);
    const count = sides.get(target);
    if (Number.isNaN(target)) return;
    if (count === undefined) {
      problems.push({ path: path('regulated_object'), value: String(target), rule: 'must be the id of a transformer' });
    } else if (regulator.control_side >= count) {
      const rule = 'this transformer has no such side';
      problems.push({ path: path('control_side'), value: String(regulator.control_side), rule });
    }
    if (regulated.has(target)) {
      const rule = 'this transformer already has a tap regulator';
      problems.push({ path: path('regulated_object'), value: String(target), rule });
    }
    regulated.add(target);
  });
}

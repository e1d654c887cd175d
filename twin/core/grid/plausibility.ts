/**
 * What is allowed in a dataset but hardly meant: findings that a network operator wants to hear before a calculation quietly gives odd
 * numbers. Each kind is named at its first row, with the count of the others, so that a bad export does not drown the rest.
 */
import type { Problem } from './problem.js';
import { type Dataset, LOADS } from './schema.js';

/** More than this through one connection at low voltage is a slip of units: 250 A × 3 × 230 V is 173 kVA. */
const LOW_VOLTAGE_LOAD_VA = 1e6;
/** Above this nothing of a cable is left to see: 0.1 mΩ is half a metre of 4x150 Al. */
const NO_IMPEDANCE_OHM = 1e-4;

export function implausible(dataset: Dataset): Problem[] {
  const findings = new Map<string, { first: Problem; count: number }>();
  const note = (kind: string, path: string, value: string, rule: string) => {
    const known = findings.get(kind);
    if (known === undefined) findings.set(kind, { first: { path, value, rule }, count: 1 });
    else known.count++;
  };
  const rated = new Map(dataset.node.map((node) => [node.id, node.u_rated]));

  for (const component of LOADS) {
    dataset[component].forEach((load, row) => {
      const path = `data/0/${component}/${row}`;
      const u = rated.get(load.node) ?? Number.NaN;
      const p = [load.p_specified].flat();
      const q = [load.q_specified].flat();
      if ([...p, ...q].some((value) => Number.isNaN(value))) {
        const which = p.every(Number.isNaN) || q.every(Number.isNaN) ? 'not given' : 'not given for every phase';
        note(`absent ${which}`, path, `${p} / ${q}`, `p_specified or q_specified is ${which}; it is taken as 0`);
      }
      const total = Math.hypot(sum(p), sum(q));
      if (u <= 1000 && total > LOW_VOLTAGE_LOAD_VA) {
        const rule = `more than ${LOW_VOLTAGE_LOAD_VA / 1e6} MVA at ${u} V; powers are in W and var`;
        note('large load', path, `${(total / 1e6).toPrecision(3)} MVA`, rule);
      }
    });
  }
  dataset.line.forEach((line, row) => {
    const path = `data/0/line/${row}`;
    const z1 = Math.hypot(line.r1, line.x1);
    const z0 = Math.hypot(line.r0, line.x0);
    if (z1 < NO_IMPEDANCE_OHM) {
      note(
        'no impedance',
        path,
        `${z1.toPrecision(2)} ohm`,
        'hardly any impedance; values are totals in ohm, and a switch is a link',
      );
    }
    if (Number.isNaN(z0)) {
      note(
        'no r0',
        path,
        'absent',
        'no zero-sequence impedance (r0, x0): unbalance cannot be calculated, only --symmetric',
      );
    } else if (z0 < 0.9 * z1) {
      note(
        'small r0',
        path,
        `${(z0 / z1).toPrecision(2)}`,
        'zero-sequence impedance below the positive one; a cable has 2 to 5 times it',
      );
    } else if (line.r0 === line.r1 && line.x0 === line.x1) {
      note('equal r0', path, '1', 'zero-sequence impedance equal to the positive one: unbalance is not to be trusted');
    }
    if (Math.abs(line.c1) > 1e-3 || Math.abs(line.c0) > 1e-3) {
      note(
        'large c',
        path,
        `${Math.max(line.c1, line.c0)} F`,
        'more than 1 mF; capacitances are totals in farad, not microfarad',
      );
    }
  });
  dataset.source.forEach((source, row) => {
    if (source.u_ref > 0.7 && source.u_ref < 1.3) return;
    note('u_ref', `data/0/source/${row}/u_ref`, String(source.u_ref), 'u_ref is per unit of u_rated, so about 1');
  });
  dataset.transformer.forEach((t, row) => {
    const path = `data/0/transformer/${row}`;
    for (const [name, u, id] of [
      ['u1', t.u1, t.from_node],
      ['u2', t.u2, t.to_node],
    ] as const) {
      const ratio = u / (rated.get(id) ?? Number.NaN);
      if (ratio < 0.7 || ratio > 1.4) {
        note(
          `far ${name}`,
          `${path}/${name}`,
          String(u),
          `far from u_rated of its node (${rated.get(id)} V); are the sides exchanged?`,
        );
      }
    }
  });
  return [...findings.values()].map(({ first, count }) =>
    count === 1 ? first : { ...first, rule: `${first.rule} (and ${count - 1} more)` },
  );
}

const sum = (values: readonly number[]): number =>
  values.reduce((total: number, value) => total + (Number.isNaN(value) ? 0 : value), 0);

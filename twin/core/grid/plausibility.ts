/**
 * What is allowed in a dataset but hardly meant: findings that a network operator wants to hear before a calculation quietly gives odd
 * numbers. Each kind is named at its first row, with the count of the others, so that a bad export does not drown the rest.
 */

import type { Problem } from './problem.js';
import { type Dataset, LOADS } from './schema.js';
import { supplyOf } from './topology.js';

/** More than this through one connection at low voltage is a slip of units: 250 A × 3 × 230 V is 173 kVA. */
const LOW_VOLTAGE_LOAD_VA = 1e6;
/** Above this nothing of a cable is left to see: 0.1 mΩ is half a metre of 4x150 Al. */
const NO_IMPEDANCE_OHM = 1e-4;

/** A transformer may carry this much of its rating for hours; more at the specified loads is hardly meant. */
const TRANSFORMER_SHARE = 1.5;
/** A source whose short-circuit power is less than this many times the load sags by more than a tenth. */
const SOURCE_STRENGTH = 10;
/** From so many single-phase loads on, chance no longer explains a phase that carries more than `PHASE_SHARE` of them. */
const SINGLE_PHASE_LOADS = 15;
const PHASE_SHARE = 0.6;

type Note = (kind: string, path: string, value: string, rule: string) => void;

export function implausible(dataset: Dataset): Problem[] {
  return gathered((note) => {
    values(dataset, note);
  });
}

/** What only shows where the whole network is considered. For datasets without problems. */
export function implausibleSupply(dataset: Dataset): Problem[] {
  return gathered((note) => {
    supply(dataset, note);
  });
}

function gathered(find: (note: Note) => void): Problem[] {
  const findings = new Map<string, { first: Problem; count: number }>();
  find((kind, path, value, rule) => {
    const known = findings.get(kind);
    if (known === undefined) findings.set(kind, { first: { path, value, rule }, count: 1 });
    else known.count++;
  });
  return [...findings.values()].map(({ first, count }) =>
    count === 1 ? first : { ...first, rule: `${first.rule} (and ${count - 1} more)` },
  );
}

function supply(dataset: Dataset, note: Note): void {
  const { transformers, islands, supplied } = supplyOf(dataset);
  transformers.forEach(({ id, sn, activePowerW }, row) => {
    const share = Math.abs(activePowerW) / sn;
    if (share <= TRANSFORMER_SHARE) return;
    const rule = `the loads below transformer ${id} add up to ${(100 * share).toFixed(0)} % of sn; are sn in VA and the loads in W?`;
    note('overloaded', `data/0/transformer/${row}/sn`, `${sn / 1000} kVA`, rule);
  });
  let loadVA = 0;
  const singlePhase = [0, 0, 0];
  let singlePhaseLoads = 0;
  for (const component of LOADS) {
    dataset[component].forEach((load, row) => {
      if (load.status !== 1) return;
      const p = [load.p_specified].flat();
      const power = Math.hypot(sum(p), sum([load.q_specified].flat()));
      if (!supplied.has(load.node)) {
        if (power === 0) return;
        const rule =
          'no closed path leads from its node to a source, so it is not supplied; check the switches (status)';
        note('not supplied', `data/0/${component}/${row}/node`, String(load.node), rule);
        return;
      }
      loadVA += component.endsWith('gen') ? 0 : power;
      const loaded = p.map((value, phase) => ({ value, phase })).filter(({ value }) => Math.abs(value) > 0);
      if (component !== 'asym_load' || loaded.length !== 1) return;
      singlePhaseLoads++;
      singlePhase[loaded[0]!.phase]!++;
    });
  }
  const most = Math.max(...singlePhase);
  if (singlePhaseLoads >= SINGLE_PHASE_LOADS && most > PHASE_SHARE * singlePhaseLoads) {
    const phase = 'abc'[singlePhase.indexOf(most)];
    const rule = `${most} of ${singlePhaseLoads} single-phase loads are on phase ${phase}; are the phases known, or filled in by default?`;
    note('phases', 'data/0/asym_load', `${singlePhase.join(', ')} on a, b, c`, rule);
  }
  // one strength for all sources of a grid of one island, which is the common case
  if (islands.length !== 1) return;
  const strength = dataset.source
    .filter(({ status }) => status === 1)
    .reduce((total, { sk }) => total + (Number.isNaN(sk) ? 1e10 : sk), 0);
  if (strength < SOURCE_STRENGTH * loadVA) {
    const rule = `short-circuit power of less than ${SOURCE_STRENGTH} times the ${(loadVA / 1e6).toPrecision(3)} MVA of load; sk is in VA`;
    note('weak source', 'data/0/source/0/sk', `${(strength / 1e6).toPrecision(3)} MVA`, rule);
  }
}

function values(dataset: Dataset, note: Note): void {
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
    if (Number.isNaN(line.i_n)) {
      note('no i_n', `${path}/i_n`, 'absent', 'no rated current (i_n): its loading cannot be calculated');
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
}

const sum = (values: readonly number[]): number =>
  values.reduce((total: number, value) => total + (Number.isNaN(value) ? 0 : value), 0);

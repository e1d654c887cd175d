/** Collects a grid in PGM's terms and writes it as a dataset: one row per line, so that a change can be read. */
import { CAPACITANCE_F_PER_KM, type CableType } from './cables.js';

type Row = readonly (number | readonly number[])[];

const ATTRIBUTES = {
  node: ['id', 'u_rated'],
  line: [
    'id',
    'from_node',
    'to_node',
    'from_status',
    'to_status',
    'r1',
    'x1',
    'c1',
    'tan1',
    'r0',
    'x0',
    'c0',
    'tan0',
    'i_n',
  ],
  transformer: [
    'id',
    'from_node',
    'to_node',
    'from_status',
    'to_status',
    'u1',
    'u2',
    'sn',
    'uk',
    'pk',
    'i0',
    'p0',
    'winding_from',
    'winding_to',
    'clock',
    'tap_side',
    'tap_pos',
    'tap_min',
    'tap_max',
    'tap_nom',
    'tap_size',
  ],
  source: ['id', 'node', 'status', 'u_ref', 'sk', 'rx_ratio', 'z01_ratio'],
  asym_load: ['id', 'node', 'status', 'type', 'p_specified', 'q_specified'],
} as const;
type Component = keyof typeof ATTRIBUTES;

export interface TransformerType {
  readonly ratedVA: number;
  readonly ukRatio: number;
  readonly loadLossW: number;
  readonly noLoadLossW: number;
  readonly noLoadCurrentRatio: number;
}

export class GridWriter {
  readonly lengthM = new Map<number, number>();
  readonly #rows: Record<Component, Row[]> = { node: [], line: [], transformer: [], source: [], asym_load: [] };

  node(id: number, ratedV: number): number {
    this.#rows.node.push([id, ratedV]);
    return id;
  }

  source(id: number, node: number, shortCircuitVA: number): void {
    this.#rows.source.push([id, node, 1, 1, shortCircuitVA, 0.3, 1]);
  }

  /** 10.5/0.42 kV, Dyn5, taps ±2 × 0.25 kV on the high side; position 5 is the highest voltage ratio. */
  transformer(id: number, from: number, to: number, type: TransformerType, tapPosition: number): void {
    const { ratedVA, ukRatio, loadLossW, noLoadCurrentRatio, noLoadLossW } = type;
    const nameplate = [10_500, 420, ratedVA, ukRatio, loadLossW, noLoadCurrentRatio, noLoadLossW];
    const [delta, wyeN, clock, fromSide] = [2, 1, 5, 0];
    this.#rows.transformer.push([
      id,
      from,
      to,
      1,
      1,
      ...nameplate,
      delta,
      wyeN,
      clock,
      fromSide,
      tapPosition,
      1,
      5,
      3,
      250,
    ]);
  }

  /** `open`: its far end is; the normally open point of a ring. */
  line(id: number, from: number, to: number, cable: CableType, lengthM: number, open = false): number {
    const per = (ohmPerKm: number): number => Number(((ohmPerKm * lengthM) / 1000).toPrecision(6));
    const c = Number((((cable.capacitanceFPerKm ?? CAPACITANCE_F_PER_KM) * lengthM) / 1000).toPrecision(6));
    const sequence1 = [per(cable.rOhmPerKm), per(cable.xOhmPerKm), c, 0];
    const sequence0 = [per(cable.r0OhmPerKm), per(cable.x0OhmPerKm), c, 0];
    this.#rows.line.push([id, from, to, 1, open ? 0 : 1, ...sequence1, ...sequence0, cable.ratedA]);
    this.lengthM.set(id, lengthM);
    return id;
  }

  /** A load without power of its own: the twin gives it that of its connection. */
  load(id: number, node: number): number {
    const constantPower = 0;
    this.#rows.asym_load.push([id, node, 1, constantPower, [0, 0, 0], [0, 0, 0]]);
    return id;
  }

  json(): string {
    const components = Object.keys(ATTRIBUTES) as Component[];
    const attributes = components.map((name) => `    "${name}": ${JSON.stringify(ATTRIBUTES[name])}`).join(',\n');
    const data = components
      .map((name) => {
        const rows = this.#rows[name].map((row) => `      ${JSON.stringify(row)}`).join(',\n');
        return `    "${name}": [\n${rows}\n    ]`;
      })
      .join(',\n');
    return `{
  "version": "1.0",
  "type": "input",
  "is_batch": false,
  "attributes": {
${attributes}
  },
  "data": {
${data}
  }
}
`;
  }
}

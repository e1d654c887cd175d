/**
 * Tap regulators: finds the tap positions with which every regulated voltage lies in its band, by PGM's strategies.
 *
 *   any_valid_tap     from the present positions, one step at a time
 *   min_voltage_tap   from the lowest voltage by bisection, then one step lower and back up one at a time
 *   max_voltage_tap   from the highest voltage, likewise
 *   fast_any_tap      from the present positions by bisection
 *
 * A regulator compares |U + z I|, the mean of the phases, with u_set ± u_band / 2. I is the current into the transformer
 * at the controlled side, so that load lowers the compared voltage by the drop over z, the line drop compensation.
 *
 * Regulators act in order of rank (see `tap-ranking.ts`): while one of a rank wants to move, those behind it wait. All of one rank
 * move together, then the grid is solved again.
 *
 * PGM's bisection keeps the last position it tried as a bound that it does not try again, and so reports "no valid tap" where
 * the only valid one is next to that bound. This project then looks for it one step at a time. Where no tap is valid, both
 * fail. One regulator alone ends at PGM's tap; where several bisect at the same time, about one grid in thirty ends at
 * other taps than PGM's, as valid as those.
 */
import { BASE_POWER_VA } from './branch-model.js';
import { BLOCK } from './complex.js';
import { BRANCH_CURRENTS, branchCurrents } from './flows.js';
import { BRANCH_KIND } from './network.js';
import type { Problem } from './problem.js';
import type { Dataset, Row } from './schema.js';
import type { GridSolver } from './solver.js';
import { type ActiveRegulator, rankRegulators } from './tap-ranking.js';

export const TAP_CHANGING_STRATEGIES = [
  'disabled',
  'any_valid_tap',
  'min_voltage_tap',
  'max_voltage_tap',
  'fast_any_tap',
] as const;
export type TapChangingStrategy = (typeof TAP_CHANGING_STRATEGIES)[number];

/** What solving a dataset gave; `solved` false if there is no solution. */
export interface Attempt {
  readonly solver: GridSolver | null;
  readonly solved: boolean;
}

export interface TapResult<A extends Attempt> {
  /** The dataset with the tap positions found. */
  readonly dataset: Dataset;
  /** The attempt on it. */
  readonly attempt: A;
  /** Tap position per id of a regulator that acts. */
  readonly positions: ReadonlyMap<number, number>;
  readonly problems: readonly Problem[];
  /** Why no positions were found, where that is the case. */
  readonly failure?: string;
}

/**
 * Finds tap positions. `solve` solves a dataset, `solveLinear` the same with every load as an impedance: where a tap on the way has
 * no solution, the search first runs with the latter.
 */
export function regulateTaps<A extends Attempt>(
  dataset: Dataset,
  strategy: Exclude<TapChangingStrategy, 'disabled'>,
  symmetric: boolean,
  solve: (dataset: Dataset) => A,
  solveLinear: (dataset: Dataset) => A,
): TapResult<A> {
  const { ranks, problems } = rankRegulators(dataset);
  if (problems.length > 0) return { dataset, attempt: solve(dataset), positions: new Map(), problems };
  const search = new Search(dataset, ranks, strategy, symmetric, solve, solveLinear);
  return search.run();
}

type Transformer = Row<'transformer'> | Row<'three_winding_transformer'>;

/** One regulated transformer during the search. */
class Changer {
  readonly active: ActiveRegulator;
  readonly transformer: Transformer;
  position: number;
  readonly low: number;
  readonly high: number;
  /** Whether the controlled voltage rises with the position. */
  readonly rises: boolean;
  bisection: Bisection;

  constructor(active: ActiveRegulator, transformer: Transformer) {
    const { tap_min, tap_max, tap_pos, tap_nom } = transformer;
    this.active = active;
    this.transformer = transformer;
    this.low = Math.min(tap_min, tap_max);
    this.high = Math.max(tap_min, tap_max);
    const nominal = Number.isNaN(tap_nom) ? 0 : tap_nom;
    this.position = Math.max(this.low, Math.min(this.high, Number.isNaN(tap_pos) ? nominal : tap_pos));
    // a higher tap adds to the voltage of the tapped winding, which lowers that of the others
    this.rises = tap_max < tap_min !== (active.regulator.control_side === transformer.tap_side);
    this.bisection = new Bisection(this);
  }

  /** The position one step further, towards a higher or lower controlled voltage, or the same at the end. */
  stepped(voltageUp: boolean): number {
    return voltageUp === this.rises ? Math.min(this.high, this.position + 1) : Math.max(this.low, this.position - 1);
  }

  /** The position of the highest or lowest controlled voltage. */
  extreme(voltageUp: boolean): number {
    return voltageUp === this.rises ? this.high : this.low;
  }
}

/** -1 below the band, 0 in it, 1 above it. */
type Comparison = -1 | 0 | 1;

/** What a bisection wants: another position, none, or it has found that there is no valid one. */
type Wish = { readonly moved: boolean; readonly failed: boolean };
const STAY: Wish = { moved: false, failed: false };
const MOVE: Wish = { moved: true, failed: false };
const FAIL: Wish = { moved: false, failed: true };

/**
 * Bisection over tap positions. In the band it goes on towards the preferred end (the strategy's), so that it ends at the
 * outermost valid position; halves are rounded towards the side that is known.
 */
class Bisection {
  private low: number;
  private high: number;
  private lastDown = false;
  private lastCheck = false;
  private finished = false;

  constructor(private readonly changer: Changer) {
    this.low = changer.low;
    this.high = changer.high;
  }

  restart(): void {
    this.lastCheck = false;
    this.finished = false;
  }

  next(comparison: Comparison, strategy: TapChangingStrategy): Wish {
    const { changer } = this;
    const preferMax = strategy === 'max_voltage_tap';
    const before = changer.position;
    if (this.low >= this.high || this.finished) return STAY;
    if (comparison !== 0) {
      const down = comparison > 0 === changer.rises;
      if (this.lastCheck) {
        changer.position = down ? this.low : this.high;
        this.finished = true;
      } else {
        this.lastDown = down;
        if (down) this.high = changer.position;
        else this.low = changer.position;
        if (this.low < this.high) changer.position = this.middle(preferMax);
      }
    }
    if (changer.position !== before) return MOVE;
    if (strategy === 'fast_any_tap' && comparison === 0) return STAY;

    const cameDown = this.lastDown;
    if (changer.rises === preferMax) {
      this.low = before;
      this.lastDown = false;
    } else {
      this.high = before;
      this.lastDown = true;
    }
    const proposal = this.middle(preferMax);
    if (proposal === before) {
      // at the end of its range a changer has done what it can
      if (comparison !== 0 && changer.stepped(comparison < 0) !== before) return FAIL;
      const again = !this.finished;
      this.finished = true;
      return again ? MOVE : STAY;
    }
    if (proposal - before === (cameDown ? 1 : -1)) this.lastCheck = true;
    changer.position = proposal;
    return MOVE;
  }

  private middle(preferMax: boolean): number {
    const half = (this.low + this.high) / 2;
    return preferMax !== this.changer.rises ? Math.ceil(half) : Math.floor(half);
  }
}

class Search<A extends Attempt> {
  private readonly changers: readonly (readonly Changer[])[];
  private readonly nodeOf: Map<number, number>;

  constructor(
    private readonly base: Dataset,
    ranks: readonly (readonly ActiveRegulator[])[],
    private readonly strategy: Exclude<TapChangingStrategy, 'disabled'>,
    private readonly symmetric: boolean,
    private readonly solve: (dataset: Dataset) => A,
    private readonly solveLinear: (dataset: Dataset) => A,
  ) {
    this.changers = ranks.map((group) =>
      group.map((active) => new Changer(active, base[active.component][active.row] as Transformer)),
    );
    this.nodeOf = new Map(base.node.map(({ id }, n) => [id, n]));
  }

  run(): TapResult<A> {
    if (this.strategy === 'any_valid_tap') return this.iterate('steps');
    if (this.strategy === 'fast_any_tap') {
      const start = this.all().map((changer) => changer.position);
      const found = this.iterate('bisection');
      if (found.failure === undefined) return found;
      this.all().forEach((changer, n) => {
        changer.position = start[n]!;
      });
      return this.iterate('steps');
    }
    const up = this.strategy === 'max_voltage_tap';
    this.moveAll((changer) => changer.extreme(up));
    const found = this.iterate('bisection');
    if (found.failure === undefined) this.moveAll((changer) => changer.stepped(up));
    else if (!found.attempt.solved) return found;
    else this.moveAll((changer) => changer.extreme(up));
    return this.iterate('steps');
  }

  private all(): Changer[] {
    return this.changers.flat();
  }

  private moveAll(position: (changer: Changer) => number): void {
    for (const changer of this.all()) changer.position = position(changer);
  }

  private iterate(by: 'steps' | 'bisection'): TapResult<A> {
    for (const { bisection } of this.all()) bisection.restart();
    const result = this.iterateWith(by, this.solve);
    if (result.attempt.solved || result.attempt.solver === null) return result;
    const linear = this.iterateWith(by, this.solveLinear);
    return linear.attempt.solved ? this.iterateWith(by, this.solve) : result;
  }

  private iterateWith(by: 'steps' | 'bisection', solve: (dataset: Dataset) => A): TapResult<A> {
    const turns = new Int32Array(this.changers.length);
    for (;;) {
      const dataset = this.dataset();
      const attempt = solve(dataset);
      const positions = new Map(this.all().map(({ active, position }) => [active.regulator.id, position]));
      const result = { dataset, attempt, positions, problems: [] };
      if (!attempt.solved || attempt.solver === null) return result;
      const turn = this.turn(by, attempt.solver, turns);
      if (turn === 'settled') return result;
      if (turn !== 'moved') return { ...result, failure: turn.failure };
    }
  }

  /** Lets the first rank that wants to move do so. Those behind it start counting their turns anew. */
  private turn(
    by: 'steps' | 'bisection',
    solver: GridSolver,
    turns: Int32Array,
  ): 'settled' | 'moved' | { failure: string } {
    for (let rank = 0; rank < this.changers.length; rank++) {
      const group = this.changers[rank]!;
      let moved = false;
      for (const changer of group) {
        const voltage = this.voltage(changer, solver);
        if (voltage === null) continue;
        if (by === 'steps') {
          const next = voltage.comparison === 0 ? changer.position : changer.stepped(voltage.comparison < 0);
          moved ||= next !== changer.position;
          changer.position = next;
        } else {
          const wish = changer.bisection.next(voltage.comparison, this.strategy);
          if (wish.failed) return { failure: this.noTap(changer, voltage.volts) };
          moved ||= wish.moved;
        }
      }
      if (!moved) continue;
      turns[rank]!++;
      turns.fill(0, rank + 1);
      const limit = 2 * Math.max(...group.map(({ low, high }) => high - low));
      if (turns[rank]! <= limit) return 'moved';
      const restless = group
        .map((changer) => ({ changer, voltage: this.voltage(changer, solver) }))
        .find(({ voltage }) => voltage !== null && voltage.comparison !== 0);
      const { changer, voltage } = restless ?? { changer: group[0]!, voltage: null };
      return { failure: this.noTap(changer, voltage?.volts ?? Number.NaN) };
    }
    return 'settled';
  }

  private noTap({ active, low, high, transformer }: Changer, volts: number): string {
    const { regulator } = active;
    const band = `${regulator.u_set} V ± ${regulator.u_band / 2} V`;
    const share =
      transformer.tap_size /
      [transformer.u1, transformer.u2, 'u3' in transformer ? transformer.u3 : 0][transformer.tap_side]!;
    const step = share * regulator.u_set;
    const advice =
      regulator.u_band < step
        ? `one tap is ${step.toPrecision(3)} V there, more than the band of ${regulator.u_band} V: widen u_band`
        : 'taps of other regulators may work against it: check u_set and u_band of both';
    return (
      `regulator ${regulator.id} of transformer ${regulator.regulated_object} finds no tap from ${low} to ${high} with node ` +
      `${active.controlNode} in ${band} (last tried: ${volts.toPrecision(5)} V); ${advice}`
    );
  }

  /** The dataset at the present positions. */
  private dataset(): Dataset {
    const result = { ...this.base } as { -readonly [C in keyof Dataset]: Dataset[C] };
    for (const component of ['transformer', 'three_winding_transformer'] as const) {
      const rows = [...this.base[component]] as Transformer[];
      for (const { active, position } of this.all()) {
        if (active.component === component) rows[active.row] = { ...rows[active.row]!, tap_pos: position };
      }
      (result as Record<string, unknown>)[component] = rows;
    }
    return result;
  }

  /** The compensated voltage of the controlled node; null where there is none. */
  private voltage(changer: Changer, solver: GridSolver): { comparison: Comparison; volts: number } | null {
    const { regulator, controlNode } = changer.active;
    const node = this.nodeOf.get(controlNode)!;
    if (solver.grid.energized[node] === 0) return null;
    const uRated = solver.grid.network.uRatedV[node]!;
    const current = this.current(changer, solver);
    // PGM refers the compensation to three times the base impedance in asymmetric calculations (measured); its numbers are
    // the ones to reproduce
    const base = ((uRated * uRated) / BASE_POWER_VA) * (this.symmetric ? 1 : 3);
    const r = zero(regulator.line_drop_compensation_r) / base;
    const x = zero(regulator.line_drop_compensation_x) / base;
    let sum = 0;
    for (let phase = 0; phase < 3; phase++) {
      const iRe = current[2 * phase]!;
      const iIm = current[2 * phase + 1]!;
      const re = solver.voltageRe[3 * node + phase]! + r * iRe - x * iIm;
      const im = solver.voltageIm[3 * node + phase]! + r * iIm + x * iRe;
      sum += Math.hypot(re, im);
    }
    const u = sum / 3;
    const set = regulator.u_set / uRated;
    const half = regulator.u_band / uRated / 2;
    const comparison = u < set - half ? -1 : u > set + half ? 1 : 0;
    return { comparison, volts: u * uRated };
  }

  /** Current into the transformer at its controlled side, per unit, re and im of three phases. */
  private current({ active }: Changer, solver: GridSolver): Float64Array {
    const { network } = solver.grid;
    const { control_side: side } = active.regulator;
    const threeWinding = active.component === 'three_winding_transformer';
    const kind = BRANCH_KIND[active.component];
    const first = network.branchKinds.indexOf(kind);
    const branch = first + (threeWinding ? 3 * active.row + side : active.row);
    const ends = new Float64Array(BRANCH_CURRENTS);
    const { voltageRe, voltageIm } = solver;
    const [from, to] = [network.branchFrom[branch]!, network.branchTo[branch]!];
    branchCurrents(ends, network, BLOCK * branch, voltageRe, voltageIm, from, to);
    return threeWinding || side === 0 ? ends.subarray(0, 6) : ends.subarray(6);
  }
}

const zero = (value: number): number => (Number.isNaN(value) ? 0 : value);

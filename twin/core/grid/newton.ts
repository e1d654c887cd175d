/**
 * Newton-Raphson on the whole network, for what iterative current cannot do (near collapse, low voltage) and as an
 * independent check: it shares the electrical model with the solver, but neither its reduction nor its iteration.
 *
 * Unknowns are the voltages in rectangular form; what must vanish is the current balance of every node,
 *
 *     F(U) = Y U - J(U),    J = y_s u_s - conj(S_P) / conj(U) - conj(S_I) U / |U| - conj(S_Z) U
 *
 * With dU of one phase, the derivative of J has a part in dU and a part in conj(dU):
 *
 *     dJ = conj(S_P) / conj(U)² conj(dU)  -  conj(S_I) (dU / (2 |U|) - U² / (2 |U|³) conj(dU))  -  conj(S_Z) dU
 *
 * so each phase pair is a real 2×2 block, and the Jacobian has real 6×6 blocks on the pattern of Y. It is factorised by
 * star-mesh elimination (`eliminate.ts`) in order of fewest neighbours, so that links do no harm here either. A step that does
 * not lower max |F| is halved.
 */
import { addBlock, BLOCK } from './complex.js';
import { BASE_POWER_PHASE_VA } from './network.js';
import type { PreparedGrid } from './prepare.js';
import { CONST_CURRENT, CONST_IMPEDANCE } from './schema.js';
import type { GridSolver } from './solver.js';

export interface NewtonResult {
  readonly converged: boolean;
  readonly iterations: number;
  /** Largest voltage change of the last iteration, per unit. */
  readonly mismatchPu: number;
}

/** Below this mismatch a step may fail to lower it by rounding alone: a link has 10¹⁰ per unit. */
const ROUNDING = 1e-4;

/** Per unit; the admittance of an ideal source is far beyond. */
const STIFF = 1e10;

/** Size of a real block. */
const SIZE = 6;
const AREA = SIZE * SIZE;

/**
 * Solves for the load powers of `solver` and writes the voltages into its views, from no-load voltages. Voltages only:
 * branch results are for `outputScenario`.
 */
export function solveNewton(solver: GridSolver, tolerancePu: number, maxIterations: number): NewtonResult {
  const { grid } = solver;
  const problem = new CurrentBalance(grid, solver);
  const u = problem.start();
  let size = problem.mismatch(u);
  let change = Number.POSITIVE_INFINITY;
  for (let iteration = 1; iteration <= maxIterations; iteration++) {
    const step = problem.step(u);
    if (step === null) return { converged: false, iterations: iteration, mismatchPu: change };
    let share = 1;
    let next = moved(u, step, share);
    let nextSize = problem.mismatch(next);
    while (!(nextSize <= size) && size > ROUNDING && share > 1e-3) {
      share /= 2;
      next = moved(u, step, share);
      nextSize = problem.mismatch(next);
    }
    change = 0;
    for (let n = 0; n < step.length; n += 2) {
      change = Math.max(change, share * Math.hypot(step[n]!, step[n + 1]!));
    }
    u.set(next);
    size = nextSize;
    if (!Number.isFinite(size)) {
      return {
        converged: false,
        iterations: iteration,
        mismatchPu: Number.isNaN(change) ? Number.POSITIVE_INFINITY : change,
      };
    }
    if (change <= tolerancePu && share === 1) {
      problem.write(u);
      return { converged: true, iterations: iteration, mismatchPu: change };
    }
  }
  return { converged: false, iterations: maxIterations, mismatchPu: change };
}

const largest = (block: Float64Array): number => block.reduce((most, value) => Math.max(most, Math.abs(value)), 0);

const moved = (u: Float64Array, step: Float64Array, share: number): Float64Array =>
  u.map((value, n) => value - share * step[n]!);

class CurrentBalance {
  private readonly grid: PreparedGrid;
  private readonly solver: GridSolver;
  /** Energized nodes, and the place of each node among them. */
  private readonly nodes: number[];
  private readonly place: Int32Array;
  /** Complex transfer blocks: row place → column place → block of 18 numbers. */
  private readonly transfers: Map<number, Float64Array>[];
  /** Complex excess block of each place: shunts, sources, charging. */
  private readonly excess: Float64Array[];
  private readonly sourceCurrent: Float64Array;
  /** What a mismatch at each node counts: less where a source is so stiff that the mismatch is its rounding. */
  private readonly weight: Float64Array;

  constructor(grid: PreparedGrid, solver: GridSolver) {
    const { network } = grid;
    this.grid = grid;
    this.solver = solver;
    this.nodes = [...grid.energized.keys()].filter((node) => grid.energized[node] === 1);
    this.place = new Int32Array(network.nodeCount).fill(-1);
    this.nodes.forEach((node, n) => {
      this.place[node] = n;
    });
    this.transfers = this.nodes.map(() => new Map<number, Float64Array>());
    this.excess = this.nodes.map(() => new Float64Array(BLOCK));
    const addExcess = (node: number, source: Float64Array, at: number) => {
      const n = this.place[node]!;
      if (n >= 0) addBlock(this.excess[n]!, 0, source, at);
    };
    const addTransfer = (row: number, column: number, source: Float64Array, at: number, transposed: boolean) => {
      const r = this.place[row]!;
      const c = this.place[column]!;
      if (r < 0 || c < 0) return;
      let block = this.transfers[r]!.get(c);
      if (block === undefined) {
        block = new Float64Array(BLOCK);
        this.transfers[r]!.set(c, block);
      }
      for (let i = 0; i < 3; i++) {
        for (let j = 0; j < 3; j++) {
          const from = at + (transposed ? 6 * j + 2 * i : 6 * i + 2 * j);
          block[6 * i + 2 * j]! += source[from]!;
          block[6 * i + 2 * j + 1]! += source[from + 1]!;
        }
      }
    };
    for (const node of this.nodes) addExcess(node, network.shunt, BLOCK * node);
    this.sourceCurrent = new Float64Array(SIZE * this.nodes.length);
    network.sourceNode.forEach((node, s) => {
      if (network.sourceClosed[s] === 0) return;
      addExcess(node, network.sourceAdmittance, BLOCK * s);
      const [re, im] = network.sourceVoltage[s]!;
      const turn = [1, 0, -0.5, -Math.sqrt(3) / 2, -0.5, Math.sqrt(3) / 2];
      for (let i = 0; i < 3; i++) {
        for (let j = 0; j < 3; j++) {
          const vRe = re * turn[2 * j]! - im * turn[2 * j + 1]!;
          const vIm = re * turn[2 * j + 1]! + im * turn[2 * j]!;
          const yRe = network.sourceAdmittance[BLOCK * s + 6 * i + 2 * j]!;
          const yIm = network.sourceAdmittance[BLOCK * s + 6 * i + 2 * j + 1]!;
          const at = SIZE * this.place[node]! + 2 * i;
          this.sourceCurrent[at]! += yRe * vRe - yIm * vIm;
          this.sourceCurrent[at + 1]! += yRe * vIm + yIm * vRe;
        }
      }
    });
    network.branchFrom.forEach((from, b) => {
      const to = network.branchTo[b]!;
      addExcess(from, network.excessFrom, BLOCK * b);
      addExcess(to, network.excessTo, BLOCK * b);
      if (network.fromClosed[b] === 0 || network.toClosed[b] === 0) return;
      addTransfer(from, to, network.transfer, BLOCK * b, false);
      addTransfer(to, from, network.transfer, BLOCK * b, true);
    });
    this.weight = Float64Array.from(this.excess, (block) => 1 / Math.max(1, largest(block) / STIFF));
  }

  /** The solver's no-load voltages, which it holds after a solve without loads. */
  start(): Float64Array {
    const { solver } = this;
    const [p, q] = [solver.loadActivePowerW.slice(), solver.loadReactivePowerVar.slice()];
    solver.loadActivePowerW.fill(0);
    solver.loadReactivePowerVar.fill(0);
    solver.restart();
    solver.solve();
    solver.loadActivePowerW.set(p);
    solver.loadReactivePowerVar.set(q);
    return Float64Array.from({ length: SIZE * this.nodes.length }, (_, n) => {
      const at = 3 * this.nodes[Math.floor(n / SIZE)]! + Math.floor((n % SIZE) / 2);
      return n % 2 === 0 ? solver.voltageRe[at]! : solver.voltageIm[at]!;
    });
  }

  write(u: Float64Array): void {
    const { solver } = this;
    const { uRatedV, nodeIds } = this.grid.network;
    this.nodes.forEach((node, n) => {
      for (let phase = 0; phase < 3; phase++) {
        const re = u[SIZE * n + 2 * phase]!;
        const im = u[SIZE * n + 2 * phase + 1]!;
        solver.voltageRe[3 * node + phase] = re;
        solver.voltageIm[3 * node + phase] = im;
        if (node < nodeIds.length) {
          solver.voltageV[3 * node + phase] = (Math.hypot(re, im) * uRatedV[node]!) / Math.sqrt(3);
        }
      }
    });
  }

  /** F(U). */
  private balance(u: Float64Array): Float64Array {
    const f = this.sourceCurrent.map((value) => -value);
    const add = (r: number, y: Float64Array, voltage: (n: number) => number) => {
      for (let i = 0; i < 3; i++) {
        for (let j = 0; j < 3; j++) {
          const yRe = y[6 * i + 2 * j]!;
          const yIm = y[6 * i + 2 * j + 1]!;
          const re = voltage(2 * j);
          const im = voltage(2 * j + 1);
          f[SIZE * r + 2 * i]! += yRe * re - yIm * im;
          f[SIZE * r + 2 * i + 1]! += yRe * im + yIm * re;
        }
      }
    };
    this.transfers.forEach((row, r) => {
      add(r, this.excess[r]!, (n) => u[SIZE * r + n]!);
      for (const [c, s] of row) add(r, s, (n) => u[SIZE * r + n]! - u[SIZE * c + n]!);
    });
    this.eachLoad((at, p, q, type) => {
      const re = u[at]!;
      const im = u[at + 1]!;
      const square = re * re + im * im;
      const g = type === CONST_IMPEDANCE ? 1 : type === CONST_CURRENT ? 1 / Math.sqrt(square) : 1 / square;
      f[at]! += g * (p * re + q * im);
      f[at + 1]! += g * (p * im - q * re);
    });
    return f;
  }

  mismatch(u: Float64Array): number {
    return this.balance(u).reduce(
      (most, value, n) => Math.max(most, Math.abs(value) * this.weight[Math.floor(n / SIZE)]!),
      0,
    );
  }

  private eachLoad(visit: (at: number, p: number, q: number, type: number) => void): void {
    const { network } = this.grid;
    const { loadActivePowerW, loadReactivePowerVar } = this.solver;
    network.loadNode.forEach((node, l) => {
      const n = this.place[node]!;
      if (n < 0 || network.loadClosed[l] === 0) return;
      for (let phase = 0; phase < 3; phase++) {
        const p = loadActivePowerW[3 * l + phase]! / BASE_POWER_PHASE_VA;
        const q = loadReactivePowerVar[3 * l + phase]! / BASE_POWER_PHASE_VA;
        visit(SIZE * n + 2 * phase, p, q, network.loadTypes[l]!);
      }
    });
  }

  /** Solves Jacobian · step = F(U); null if the Jacobian is singular. */
  step(u: Float64Array): Float64Array | null {
    const rows = this.transfers.map((row) => new Map([...row].map(([c, s]) => [c, real(s)])));
    const excess = this.excess.map(real);
    this.eachLoad((at, p, q, type) => {
      const diagonal = excess[Math.floor(at / SIZE)]!;
      const place = at % SIZE;
      const re = u[at]!;
      const im = u[at + 1]!;
      const square = re * re + im * im;
      // -dJ = a dU + b conj(dU), with conj(S) = p - jq
      let [aRe, aIm, bRe, bIm] = [0, 0, 0, 0];
      if (type === CONST_IMPEDANCE) [aRe, aIm] = [p, -q];
      else {
        // U² / |U|² turns conj(dU): cos and sin of twice the angle
        const [cos, sin] = [(re * re - im * im) / square, (2 * re * im) / square];
        const [tRe, tIm] = [p * cos + q * sin, p * sin - q * cos];
        if (type === CONST_CURRENT) {
          const half = 0.5 / Math.sqrt(square);
          [aRe, aIm, bRe, bIm] = [half * p, -half * q, -half * tRe, -half * tIm];
        } else [bRe, bIm] = [-tRe / square, -tIm / square];
      }
      const o = place * SIZE + place;
      diagonal[o]! += aRe + bRe;
      diagonal[o + 1]! += -aIm + bIm;
      diagonal[o + SIZE]! += aIm + bIm;
      diagonal[o + SIZE + 1]! += aRe - bRe;
    });
    return solveBlocks(rows, excess, this.balance(u));
  }
}

/** A complex 3×3 block as a real 6×6 one. */
function real(y: Float64Array): Float64Array {
  const block = new Float64Array(AREA);
  for (let i = 0; i < 3; i++) {
    for (let j = 0; j < 3; j++) {
      const re = y[6 * i + 2 * j]!;
      const im = y[6 * i + 2 * j + 1]!;
      const o = 2 * i * SIZE + 2 * j;
      block[o] = re;
      block[o + 1] = -im;
      block[o + SIZE] = im;
      block[o + SIZE + 1] = re;
    }
  }
  return block;
}

/** Star-mesh elimination in order of fewest neighbours; null if a block is singular. Destroys `rows` and `excess`. */
function solveBlocks(
  rows: readonly Map<number, Float64Array>[],
  excess: readonly Float64Array[],
  rhs: Float64Array,
): Float64Array | null {
  const b = rhs.slice();
  const order: { k: number; inverse: Float64Array; row: [number, Float64Array][] }[] = [];
  const buckets: number[][] = [];
  const put = (k: number) => {
    const degree = rows[k]!.size;
    while (buckets.length <= degree) buckets.push([]);
    buckets[degree]!.push(k);
  };
  rows.forEach((_, k) => {
    put(k);
  });
  const done = new Uint8Array(rows.length);
  const share = new Float64Array(AREA);
  for (let degree = 0; order.length < rows.length; ) {
    const k = buckets[degree]?.pop();
    if (k === undefined) {
      degree++;
      continue;
    }
    if (done[k] === 1 || rows[k]!.size !== degree) continue;
    done[k] = 1;
    const row = [...rows[k]!];
    const d = excess[k]!.slice();
    for (const [, block] of row) for (let n = 0; n < AREA; n++) d[n]! += block[n]!;
    const inverse = inverted(d);
    if (inverse === null) return null;
    for (const [i] of row) {
      share.fill(0);
      multiplyAdd(share, rows[i]!.get(k)!, inverse);
      rows[i]!.delete(k);
      multiplyAdd(excess[i]!, share, excess[k]!);
      applyAdd(b, SIZE * i, share, b, SIZE * k);
      for (const [c, block] of row) {
        if (c === i) continue;
        let target = rows[i]!.get(c);
        if (target === undefined) {
          target = new Float64Array(AREA);
          rows[i]!.set(c, target);
        }
        multiplyAdd(target, share, block);
      }
    }
    order.push({ k, inverse, row });
    for (const [i] of row) {
      put(i);
      degree = Math.min(degree, rows[i]!.size);
    }
  }
  const x = new Float64Array(b.length);
  const work = new Float64Array(SIZE);
  for (const { k, inverse, row } of order.reverse()) {
    work.set(b.subarray(SIZE * k, SIZE * (k + 1)));
    for (const [c, block] of row) applyAdd(work, 0, block, x, SIZE * c);
    applyAdd(x, SIZE * k, inverse, work, 0);
  }
  return x;
}

/** y += M x */
function applyAdd(y: Float64Array, o: number, m: Float64Array, x: Float64Array, i: number): void {
  for (let row = 0; row < SIZE; row++) {
    let sum = 0;
    for (let column = 0; column < SIZE; column++) sum += m[row * SIZE + column]! * x[i + column]!;
    y[o + row]! += sum;
  }
}

/** out += A B */
function multiplyAdd(out: Float64Array, a: Float64Array, b: Float64Array): void {
  for (let i = 0; i < SIZE; i++) {
    for (let k = 0; k < SIZE; k++) {
      const value = a[i * SIZE + k]!;
      if (value === 0) continue;
      for (let j = 0; j < SIZE; j++) out[i * SIZE + j]! += value * b[k * SIZE + j]!;
    }
  }
}

/** Gauss-Jordan with row pivoting; null if singular. */
function inverted(block: Float64Array): Float64Array | null {
  const m = block.slice();
  const out = new Float64Array(AREA);
  for (let i = 0; i < SIZE; i++) out[i * SIZE + i] = 1;
  for (let column = 0; column < SIZE; column++) {
    let pivot = column;
    for (let row = column + 1; row < SIZE; row++) {
      if (Math.abs(m[row * SIZE + column]!) > Math.abs(m[pivot * SIZE + column]!)) pivot = row;
    }
    const value = m[pivot * SIZE + column]!;
    if (value === 0 || !Number.isFinite(value)) return null;
    for (const matrix of [m, out]) {
      for (let j = 0; j < SIZE; j++) {
        const keep = matrix[column * SIZE + j]!;
        matrix[column * SIZE + j] = matrix[pivot * SIZE + j]! / value;
        if (pivot !== column) matrix[pivot * SIZE + j] = keep;
      }
    }
    for (let row = 0; row < SIZE; row++) {
      const factor = m[row * SIZE + column]!;
      if (row === column || factor === 0) continue;
      for (const matrix of [m, out]) {
        for (let j = 0; j < SIZE; j++) matrix[row * SIZE + j]! -= factor * matrix[column * SIZE + j]!;
      }
    }
  }
  return out;
}

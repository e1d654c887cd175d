/**
 * Our solver against power-grid-model (PGM), side by side in one run: one thread each, tolerance 1e-8, the same outputs (every
 * node's voltage and every branch's loading), the same load powers per step. Run as `node dist/test/perf/grid.js [name ...]`.
 *
 * Times are processor time, not wall time, so that a busy machine disturbs the comparison less.
 *
 * PGM's best release differs over time, so both environments that exist are timed and the faster one is the peer:
 * `.cache/venv-pgm` (pinned for the interop test) and `.cache/venv-pgm-137` (1.13.137).
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { PerformanceObserver } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { readDataset } from '../../twin/core/grid/dataset.js';
import { prepare } from '../../twin/core/grid/prepare.js';
import { createSolver, type GridSolver } from '../../twin/core/grid/solver.js';
import { type BenchmarkGrid, benchmarkGrids, radial } from './grids.js';

/** From dist/test/perf or test/perf alike. */
const ROOT = fileURLToPath(new URL(import.meta.url.includes('/dist/') ? '../../../' : '../../', import.meta.url));
const PEERS = ['.cache/venv-pgm', '.cache/venv-pgm-137']
  .map((venv) => join(ROOT, venv, 'bin', 'python'))
  .filter(existsSync);
const PEER_SCRIPT = join(ROOT, 'test', 'perf', 'grid_pgm.py');
const REPEATS = 7;
/** Steps are timed in this many chunks; each counts with its best run, so that a busy neighbour disturbs both sides less. */
const CHUNKS = 10;

interface Ours {
  readonly seconds: number;
  readonly iterations: number;
  readonly nodes: string;
  readonly solver: GridSolver;
}

/** Time over all steps, after one warm-up run. */
function runOurs(grid: BenchmarkGrid): Ours {
  const { dataset, problems } = readDataset(grid.input);
  if (dataset === null) throw new Error(JSON.stringify(problems.slice(0, 3)));
  const prepared = prepare(dataset);
  if (prepared.grid === null) throw new Error(JSON.stringify(prepared.problems));
  const solver = createSolver(prepared.grid, { tolerancePu: 1e-8, branchResults: 'loading' });
  const values = solver.loadActivePowerW.length;
  const best = new Float64Array(CHUNKS).fill(Number.POSITIVE_INFINITY);
  let iterations = 0;
  for (let run = 0; run <= REPEATS; run++) {
    iterations = 0;
    for (let chunk = 0; chunk < CHUNKS; chunk++) {
      const end = Math.floor((grid.steps * (chunk + 1)) / CHUNKS);
      const start = process.cpuUsage();
      for (let step = Math.floor((grid.steps * chunk) / CHUNKS); step < end; step++) {
        const from = (step % grid.profileSteps) * values;
        solver.loadActivePowerW.set(grid.activePowerW.subarray(from, from + values));
        solver.loadReactivePowerVar.set(grid.reactivePowerVar.subarray(from, from + values));
        const took = solver.solve();
        if (took < 0) throw new Error(`${grid.name}: step ${step}: ${solver.status}`);
        iterations += took;
      }
      const { user, system } = process.cpuUsage(start);
      if (run > 0) best[chunk] = Math.min(best[chunk]!, (user + system) / 1e6);
    }
  }
  const { interior, leaves, passive } = prepared.grid;
  return {
    seconds: best.reduce((sum, seconds) => sum + seconds),
    iterations: iterations / grid.steps,
    nodes: `${interior.length}+${leaves.length}+${passive.length}`,
    solver,
  };
}

interface Peer {
  readonly version: string;
  readonly seconds: number;
  /** Voltages of the last step, per unit, three per node. */
  readonly lastVoltage: readonly number[];
}

function runPeer(python: string, grid: BenchmarkGrid): Peer {
  mkdirSync(join(ROOT, '.cache'), { recursive: true });
  const folder = mkdtempSync(join(ROOT, '.cache', 'perf-grid-'));
  try {
    writeFileSync(join(folder, 'input.json'), JSON.stringify(grid.input));
    writeFileSync(join(folder, 'p.bin'), grid.activePowerW);
    writeFileSync(join(folder, 'q.bin'), grid.reactivePowerVar);
    const output = execFileSync(
      python,
      [PEER_SCRIPT, folder, String(grid.steps), String(grid.profileSteps), String(REPEATS), String(CHUNKS)],
      {
        encoding: 'utf8',
        maxBuffer: 1 << 28,
      },
    );
    return JSON.parse(output) as Peer;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function main(): Promise<void> {
  const wanted = process.argv.slice(2);
  console.log(
    `CPU ${cpus()[0]?.model.trim()}, Node ${process.version}, one thread each, tolerance 1e-8 pu, processor time`,
  );
  console.log(
    `nodes: iterated + leaves + restored; every tenth of the steps with its best of ${REPEATS} runs after one warm-up\n`,
  );
  const header = [
    'work',
    'nodes',
    'steps',
    'iterations',
    'ours s',
    'PGM s',
    'PGM version',
    'ratio',
    'goal',
    'max |du| pu',
  ];
  const rows: string[][] = [header];
  for (const make of benchmarkGrids) {
    const grid = make();
    if (wanted.length > 0 && !wanted.includes(grid.name)) continue;
    const ours = runOurs(grid);
    const peers = PEERS.map((python) => runPeer(python, grid)).sort((a, b) => a.seconds - b.seconds);
    const peer = peers[0];
    const pu = Array.from(ours.solver.voltageRe, (re, n) => Math.hypot(re, ours.solver.voltageIm[n]!));
    const apart = peer?.lastVoltage.reduce((most, u, n) => Math.max(most, Math.abs(u - pu[n]!)), 0);
    rows.push([
      grid.name,
      ours.nodes,
      String(grid.steps),
      ours.iterations.toFixed(2),
      ours.seconds.toFixed(4),
      peers.map(({ seconds }) => seconds.toFixed(4)).join(' / ') || '-',
      peers.map(({ version }) => version).join(' / ') || 'not installed',
      peer === undefined ? '-' : (ours.seconds / peer.seconds).toFixed(3),
      `<= ${grid.goal}`,
      apart === undefined ? '-' : apart.toExponential(1),
    ]);
  }
  print(rows);
  if (wanted.length === 0 || wanted.includes('scaling')) scaling();
  if (wanted.length === 0 || wanted.includes('garbage')) await garbage();
}

/** Time per node and solve from a thousand to a hundred thousand nodes. */
function scaling(): void {
  console.log('\nscaling: radial feeders, asymmetric loads');
  const rows: string[][] = [['nodes', 'prepare ms', 'us per solve', 'ns per node']];
  for (const nodes of [1_000, 10_000, 100_000]) {
    const grid = radial(nodes, 'scaling', Math.max(20, 1_000_000 / nodes), 4);
    const start = performance.now();
    const { dataset } = readDataset(grid.input);
    prepare(dataset!);
    const prepareMs = performance.now() - start;
    const { seconds } = runOurs(grid);
    const us = (1e6 * seconds) / grid.steps;
    rows.push([String(nodes), prepareMs.toFixed(0), us.toFixed(0), ((1000 * us) / nodes).toFixed(0)]);
  }
  print(rows);
}

/** Garbage collections and heap growth over 100,000 solves after warm-up. Needs --expose-gc for a clean start. */
async function garbage(): Promise<void> {
  let collections = 0;
  const observer = new PerformanceObserver((list) => {
    collections += list.getEntries().length;
  });
  observer.observe({ entryTypes: ['gc'] });
  const grid = radial(100, 'garbage', 1, 1);
  const { dataset } = readDataset(grid.input);
  const solver = createSolver(prepare(dataset!).grid!);
  const values = solver.loadActivePowerW;
  const base = values.slice();
  const run = (solves: number) => {
    for (let n = 0; n < solves; n++) {
      const at = n % values.length;
      values[at] = base[at]! * (0.5 + (n & 7) / 8);
      if (solver.solve() < 0) throw new Error(solver.status);
    }
  };
  run(20_000);
  (globalThis as { gc?: () => void }).gc?.();
  await settled();
  collections = 0;
  const before = process.memoryUsage().heapUsed;
  run(100_000);
  const growth = (process.memoryUsage().heapUsed - before) / 100_000;
  await settled();
  observer.disconnect();
  console.log(
    `\n100,000 solves of 101 nodes after warm-up: ${collections} garbage collections, ${growth.toFixed(1)} B of heap per solve`,
  );
}

/** Lets the observer hear of what happened so far. */
const settled = () => new Promise<void>((resolve) => setImmediate(() => setImmediate(resolve)));

function print(rows: readonly string[][]): void {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  for (const row of rows) console.log(row.map((cell, column) => cell.padEnd(widths[column]!)).join('  '));
}

await main();

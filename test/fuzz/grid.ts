/**
 * Fuzzes the reader and the preparation of PGM datasets: mutations of generated grids, as values and as text. Nothing may
 * throw or hang; there is always a listed problem or a result.
 *
 * `node dist/test/fuzz/grid.js [seconds] [seed]`; default 60 s. Prints the failing text and exits 1 on the first failure.
 */
import { readDataset } from '../../twin/core/grid/dataset.js';
import { prepare } from '../../twin/core/grid/prepare.js';
import { createSolver } from '../../twin/core/grid/solver.js';
import { generateGrid, randomOf } from '../interop/grid/generate.js';
import { datasetOf } from '../twin/core/grid/grids.js';

const seconds = Number(process.argv[2] ?? 60);
const seed = Number(process.argv[3] ?? 1);
const SLOW_MS = 5_000;
const random = randomOf(seed);
const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
const ODD = [
  null,
  0,
  -1,
  1e308,
  -1e-308,
  1.5,
  127,
  2147483647,
  -2147483648,
  'inf',
  '-inf',
  'nan',
  '',
  [],
  {},
  true,
  [1, 2, 3],
];

/** Changes one place somewhere inside a JSON value. */
function mutate(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || random() < 0.05) return pick(ODD);
  const copy: unknown = Array.isArray(value) ? [...value] : { ...value };
  const container = copy as Record<string, unknown>;
  const keys = Object.keys(container);
  if (keys.length === 0) return pick(ODD);
  const key = pick(keys);
  if (random() < 0.08) {
    if (Array.isArray(copy)) copy.splice(Number(key), 1);
    else delete container[key];
  } else if (random() < 0.05) container[`${key}x`] = container[key];
  else container[key] = mutate(container[key]);
  return copy;
}

const mutateText = (text: string): string => {
  const at = Math.floor(random() * text.length);
  return random() < 0.5
    ? text.slice(0, at)
    : text.slice(0, at) + pick(['{', ']', '"', ',', '1e999', '\u0000', ':']) + text.slice(at + 1);
};

const end = performance.now() + 1000 * seconds;
let runs = 0;
let solved = 0;
for (let grid = seed; performance.now() < end; grid++) {
  const { data, symmetric } = generateGrid(grid);
  const base = datasetOf(data);
  for (let n = 0; n < 200 && performance.now() < end; n++) {
    let input: unknown = mutate(base);
    while (random() < 0.4) input = mutate(input);
    if (random() < 0.1) input = mutateText(JSON.stringify(input));
    const start = performance.now();
    try {
      const { dataset, problems } = readDataset(input);
      if ((dataset === null) !== problems.length > 0) throw new Error('neither a problem nor a dataset');
      if (dataset !== null) {
        const prepared = prepare(dataset, { symmetric });
        if ((prepared.grid === null) !== prepared.problems.length > 0) throw new Error('neither a problem nor a grid');
        if (prepared.grid !== null) {
          const solver = createSolver(prepared.grid, { maxIterations: 30 });
          solver.solve();
          solved++;
        }
      }
      if (performance.now() - start > SLOW_MS) throw new Error('slower than 5 s');
    } catch (error) {
      console.error(`seed ${seed}, grid ${grid}, mutation ${n}: ${error instanceof Error ? error.stack : error}`);
      console.error(typeof input === 'string' ? input : JSON.stringify(input));
      process.exit(1);
    }
    runs++;
  }
}
console.log(`${runs} mutated datasets, ${solved} of them still solvable in form; no crash, no hang`);

/**
 * Loads a wijk: the wijk file and the PGM dataset it names. Either a wijk without a fault, or every problem of both files
 * at once.
 */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Problem } from '../../errors.js';
import { WIJK_EXAMPLES } from '../../paths.js';
import { lineFinder, type Parsed, parseYaml, readText, YAML_BYTES_MAX, type YamlValue } from '../../problems.js';
import { type Salvaged, salvage } from '../../salvage.js';
import { valueAt } from '../../schema-problems.js';
import { type Dataset, type Problem as GridProblem, readDataset } from '../core/grid/dataset.js';
import { type PreparedGrid, prepare } from '../core/grid/prepare.js';
import { checkWijk } from './check.js';
import { GENERATORS } from './generator/examples.js';
import { type WijkFile, wijkSchema } from './schema.js';

/** A larger dataset than 64 MiB is no neighbourhood. */
export const GRID_BYTES_MAX = 64 * 1024 * 1024;

/** A wijk as text: what a recording keeps, and from which a worker or a replay makes the same wijk again. */
export interface WijkSource {
  readonly file: string;
  readonly text: string;
  readonly gridFile: string;
  readonly gridText: string;
}

export interface LoadedWijk {
  readonly source: WijkSource;
  readonly wijk: WijkFile;
  readonly dataset: Dataset;
  readonly grid: PreparedGrid;
  /** What is suspicious and still runs. */
  readonly warnings: readonly Problem[];
}

/**
 * `merwede-blok` and the other ready-made wijken go by name; anything with a slash or an ending is a path. A ready-made wijk without
 * files in `examples/` is made on the spot, from the parameters in `generator/ready-made.ts`.
 */
export function loadWijk(nameOrPath: string): Parsed<LoadedWijk> {
  if (/[/\\.]/.test(nameOrPath)) return loadFiles(nameOrPath);
  const file = join(WIJK_EXAMPLES, nameOrPath, `${nameOrPath}.wijk.yaml`);
  if (existsSync(file)) return loadFiles(file);
  const generator = Object.hasOwn(GENERATORS, nameOrPath) ? GENERATORS[nameOrPath] : undefined;
  if (generator === undefined) {
    const rule = `there is no such example (known: ${exampleNames().join(', ')}); a file is named by its path`;
    return { ok: false, problems: [{ file: nameOrPath, path: '', rule }] };
  }
  const files = generator();
  const grid = files.find(({ name }) => name.endsWith('.grid.json'))!;
  const wijk = files.find(({ name }) => name.endsWith('.wijk.yaml'))!;
  return parseWijk({
    file: `<generated>/${wijk.name}`,
    text: wijk.text,
    gridFile: `<generated>/${grid.name}`,
    gridText: grid.text,
  });
}

function loadFiles(file: string): Parsed<LoadedWijk> {
  const text = readText(file, YAML_BYTES_MAX);
  if (!text.ok) return text;
  const wijk = readWijk(text.value, file);
  // Which grid is meant is often told by a file that has other faults; then the grid's are told as well.
  const grid = wijk.seen?.grid;
  const gridFile = grid === undefined ? '' : join(dirname(file), grid);
  const gridText: Parsed<string> =
    grid === undefined ? { ok: false, problems: [] } : readText(gridFile, GRID_BYTES_MAX);
  return assemble(wijk, { file, text: text.value, gridFile }, gridText);
}

/** The same from texts at hand. */
export function parseWijk(source: WijkSource): Parsed<LoadedWijk> {
  const wijk = readWijk(source.text, source.file);
  return assemble(wijk, source, { ok: true, value: source.gridText });
}

/**
 * The same of a wijk whose text was read before, in another thread: its grid is prepared anew, its rows are not read again. What is
 * suspicious in it was told then; here it comes without its lines.
 */
export function preparedAgain(source: WijkSource, wijk: WijkFile): Parsed<LoadedWijk> {
  const read = { whole: wijk, seen: wijk, lineOf: () => undefined, problems: [] };
  return assemble(read, source, { ok: true, value: source.gridText });
}

/** Names of the ready-made wijken. */
export function exampleNames(): string[] {
  return Object.keys(GENERATORS).sort();
}

interface ReadWijk {
  /** The wijk if it keeps its schema. */
  readonly whole?: WijkFile;
  /** What of it can be judged further. */
  readonly seen?: Salvaged<WijkFile> | undefined;
  readonly lineOf: YamlValue['lineOf'];
  readonly problems: readonly Problem[];
}

/** Merwede has 4,225 homes; a file with ten times that is a mistake, and judging its rows would take minutes. */
const CONNECTIONS_MAX = 50_000;

function readWijk(text: string, file: string): ReadWijk {
  const parsed = parseYaml(text, file, wijkSchema, (value) => {
    const connections = valueAt(value, ['connections']);
    if (!Array.isArray(connections) || connections.length <= CONNECTIONS_MAX) return undefined;
    return `connections has ${connections.length} rows; a wijk has at most ${CONNECTIONS_MAX}`;
  });
  if (parsed.ok) return { whole: parsed.value, seen: parsed.value, lineOf: lineFinder(text), problems: [] };
  const { raw, problems } = parsed;
  if (raw === undefined) return { lineOf: () => undefined, problems };
  return { seen: salvage(wijkSchema, raw.value), lineOf: raw.lineOf, problems };
}

function assemble(wijk: ReadWijk, at: Omit<WijkSource, 'gridText'>, gridText: Parsed<string>): Parsed<LoadedWijk> {
  const problems: Problem[] = [...wijk.problems];
  const warnings: Problem[] = [];
  let dataset: Dataset | null = null;
  let grid: PreparedGrid | null = null;
  if (gridText.ok) {
    const ofGrid = (problem: GridProblem): Problem => ({ file: at.gridFile, ...problem });
    const read = readDataset(gridText.value);
    dataset = read.dataset;
    problems.push(...read.problems.map(ofGrid));
    warnings.push(...read.warnings.map(ofGrid));
    if (dataset !== null) {
      const prepared = prepare(dataset);
      grid = prepared.grid;
      problems.push(...prepared.problems.map(ofGrid));
    }
  } else {
    problems.push(...gridText.problems);
  }
  if (wijk.seen !== undefined) {
    const checked = checkWijk(wijk.seen, at.file, wijk.lineOf, grid);
    problems.push(...checked.problems);
    warnings.push(...checked.warnings);
  }
  if (problems.length > 0 || wijk.whole === undefined || !gridText.ok || dataset === null || grid === null) {
    return { ok: false, problems };
  }
  return {
    ok: true,
    value: { source: { ...at, gridText: gridText.value }, wijk: wijk.whole, dataset, grid, warnings },
  };
}

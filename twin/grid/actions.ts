/** What the `grid` commands do: read, calculate, print. */
import { badInput, type Problem, WijkError } from '../../errors.js';
import { readText } from '../../problems.js';
import { type CalculateOptions, calculateEach } from '../core/grid/calculate.js';
import { type Dataset, readDataset } from '../core/grid/dataset.js';
import { describe } from '../core/grid/describe.js';
import { measureScenario } from '../core/grid/measures.js';
import type { Method } from '../core/grid/methods.js';
import { prepare } from '../core/grid/prepare.js';
import type { Problem as GridProblem } from '../core/grid/problem.js';
import type { TapChangingStrategy } from '../core/grid/taps.js';
import { type Change, readUpdate } from '../core/grid/update.js';
import { batchProgress } from './progress.js';
import { DatasetWriter, fileSink, stdoutSink } from './result-file.js';
import { descriptionText, Summary, warningsText } from './text.js';

/** Half a gigabyte: a whole-province dataset with a year of quarter-hours stays below it. */
const BYTES_MAX = 512 * 1024 * 1024;

export interface SolveOptions {
  readonly update?: string;
  readonly symmetric?: boolean;
  readonly method: Method;
  readonly tolerance: number;
  readonly maxIterations: number;
  readonly tapChangingStrategy?: TapChangingStrategy;
  readonly output?: string;
  /** File for what PGM's output has no place for. */
  readonly measures?: string;
  readonly json?: boolean;
}

/** Scenarios without a solution that are named one by one. */
const FAILURES_SHOWN = 20;
/** How long a batch may keep the process from hearing Ctrl-C. */
const TURN_MS = 50;

export async function solve(input: string, options: SolveOptions): Promise<void> {
  const symmetric = options.symmetric ?? false;
  const type = symmetric ? 'sym_output' : 'asym_output';
  const files = [options.output, options.measures].map((file) => (file === undefined ? null : fileSink(file)));
  const { dataset, warnings } = load(input);
  let batch: readonly (readonly Change[])[] = [[]];
  let isBatch = false;
  if (options.update !== undefined) {
    const read = readUpdate(textOf(options.update), dataset);
    if (read.scenarios === null) throw badInput(inFile(options.update, read.problems));
    warnings.push(...inFile(options.update, read.warnings));
    batch = read.scenarios;
    isBatch = read.isBatch;
  }
  if ((options.tapChangingStrategy ?? 'disabled') === 'disabled' && dataset.transformer_tap_regulator.length > 0) {
    const rule = 'tap regulators do not act; --tap-changing-strategy any_valid_tap lets them';
    warnings.push({ path: 'data/0/transformer_tap_regulator', rule });
  }
  const outputs = [...(files[0] === null ? [] : [files[0]!]), ...(options.json ? [stdoutSink] : [])].map(
    (sink) => new DatasetWriter(sink, type, isBatch),
  );
  const measures = files[1] === null ? null : new DatasetWriter(files[1]!, 'wijktwin_measures', isBatch);
  const writers = [...outputs, ...(measures === null ? [] : [measures])];
  const summary = new Summary();
  const failures: string[] = [];
  const progress = batchProgress(batch.length, process.stderr);
  const interrupt = listenForInterrupt(batch.length > 1);
  try {
    let turn = performance.now();
    let scenario = 0;
    for (const result of calculateEach(dataset, calculationOf(options, symmetric), batch)) {
      const { output, problems, failure, solver } = result;
      if (output === null) {
        if (!isBatch && problems.length > 0) throw badInput(inFile(input, problems));
        if (!isBatch) throw new WijkError('GRID_NOT_CONVERGED', failure ?? 'no solution', { context: { scenario } });
        failures.push(
          `scenario ${scenario}: ${failure ?? problems.map(({ path, rule }) => `${path}: ${rule}`).join('; ')}`,
        );
      } else summary.add(output, result.iterations);
      for (const writer of outputs) writer.add(output ?? {});
      measures?.add(solver === undefined ? {} : measureScenario(solver));
      scenario++;
      progress.update(scenario);
      if (performance.now() - turn > TURN_MS) {
        await new Promise((resolve) => setImmediate(resolve));
        turn = performance.now();
        if (interrupt.requested()) {
          const message = `stopped after ${scenario} of ${batch.length} scenarios; no file was written`;
          throw new WijkError('STATE', message, { context: { scenario } });
        }
      }
    }
    for (const writer of writers) writer.commit();
  } catch (error) {
    for (const writer of writers) writer.abort();
    throw error;
  } finally {
    progress.end();
    interrupt.end();
  }
  const written = [options.output, options.measures].filter((file) => file !== undefined);
  if (!options.json) print(warningsText(warnings) + summary.text(written));
  if (failures.length > 0) {
    const more = failures.length > FAILURES_SHOWN ? `\n... and ${failures.length - FAILURES_SHOWN} more` : '';
    throw new WijkError(
      'GRID_NOT_CONVERGED',
      `${failures.length} of ${batch.length} scenarios have no solution (empty in the output):\n` +
        failures.slice(0, FAILURES_SHOWN).join('\n') +
        more,
      { context: { failed: failures.length } },
    );
  }
}

const calculationOf = (options: SolveOptions, symmetric: boolean): CalculateOptions => ({
  symmetric,
  method: options.method,
  tolerancePu: options.tolerance,
  maxIterations: options.maxIterations,
  tapChangingStrategy: options.tapChangingStrategy ?? 'disabled',
});

/** While a batch runs, Ctrl-C is a request to stop between two scenarios. */
function listenForInterrupt(active: boolean): { requested(): boolean; end(): void } {
  let asked = false;
  const hear = () => {
    asked = true;
  };
  if (active) process.on('SIGINT', hear);
  return {
    requested: () => asked,
    end: () => {
      process.off('SIGINT', hear);
    },
  };
}

export function validate(input: string, options: { symmetric?: boolean; json?: boolean }): void {
  const read = readDataset(textOf(input));
  const problems = [...read.problems];
  if (read.dataset !== null) {
    problems.push(...prepare(read.dataset, { symmetric: options.symmetric ?? false }).problems);
  }
  if (options.json) print(JSON.stringify({ problems, warnings: read.warnings }, null, 2));
  else print(warningsText(read.warnings));
  if (problems.length > 0) throw badInput(inFile(input, problems));
  if (!options.json) print(`${input}: no problems, ${count(read.warnings.length, 'warning')}`);
}

export function describeFile(input: string, options: { readonly json?: boolean }): void {
  const description = describe(load(input).dataset);
  print(options.json ? JSON.stringify(description, null, 2) : descriptionText(description));
}

function load(file: string): { dataset: Dataset; warnings: GridProblem[] } {
  const { dataset, problems, warnings } = readDataset(textOf(file));
  if (dataset === null) throw badInput(inFile(file, problems));
  return { dataset, warnings: [...warnings] };
}

function textOf(file: string): string {
  const read = readText(file, BYTES_MAX);
  if (!read.ok) throw badInput(read.problems);
  return read.value;
}

const inFile = (file: string, problems: readonly GridProblem[]): Problem[] =>
  problems.map((problem) => ({ file, ...problem }));

const count = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`;

function print(text: string): void {
  if (text !== '') process.stdout.write(`${text}\n`);
}

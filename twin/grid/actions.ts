/** What the `grid` commands do: read, calculate, print. */
import { writeFileSync } from 'node:fs';
import { badInput, type Problem, WijkError } from '../../errors.js';
import { readText } from '../../problems.js';
import { calculate } from '../core/grid/calculate.js';
import { type Dataset, type ReadDataset, readDataset } from '../core/grid/dataset.js';
import { describe } from '../core/grid/describe.js';
import type { Method } from '../core/grid/methods.js';
import { type OutputScenario, outputDataset } from '../core/grid/output.js';
import { prepare } from '../core/grid/prepare.js';
import type { Problem as GridProblem } from '../core/grid/problem.js';
import { readUpdate } from '../core/grid/update.js';
import { descriptionText, summaryText, warningsText } from './text.js';

/** Half a gigabyte: a whole-province dataset with a year of quarter-hours stays below it. */
const BYTES_MAX = 512 * 1024 * 1024;

export interface SolveOptions {
  readonly update?: string;
  readonly symmetric?: boolean;
  readonly method: Method;
  readonly tolerance: number;
  readonly maxIterations: number;
  readonly output?: string;
  readonly json?: boolean;
}

export function solve(input: string, options: SolveOptions): void {
  const { dataset, warnings } = load(input);
  let batch: Parameters<typeof calculate>[2];
  let isBatch = false;
  if (options.update !== undefined) {
    const read = readUpdate(textOf(options.update), dataset);
    if (read.scenarios === null) throw badInput(inFile(options.update, read.problems));
    batch = read.scenarios;
    isBatch = read.isBatch;
  }
  const symmetric = options.symmetric ?? false;
  const results = calculate(
    dataset,
    {
      symmetric,
      method: options.method,
      tolerancePu: options.tolerance,
      maxIterations: options.maxIterations,
    },
    batch,
  );
  const outputs: OutputScenario[] = [];
  results.forEach(({ output, problems, failure }, scenario) => {
    if (problems.length > 0) throw badInput(inFile(input, problems));
    if (output === null) {
      const which = isBatch ? `scenario ${scenario}: ` : '';
      throw new WijkError('GRID_NOT_CONVERGED', `${which}${failure}`, { context: { scenario } });
    }
    outputs.push(output);
  });
  const result = JSON.stringify(outputDataset(outputs, isBatch, symmetric));
  if (options.output !== undefined) writeFileSync(options.output, `${result}\n`);
  if (options.json) print(result);
  else print(warningsText(warnings) + summaryText(outputs, results, options.output));
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

function load(file: string): { dataset: Dataset; warnings: ReadDataset['warnings'] } {
  const { dataset, problems, warnings } = readDataset(textOf(file));
  if (dataset === null) throw badInput(inFile(file, problems));
  return { dataset, warnings };
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

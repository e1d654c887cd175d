/** `wijktwin grid solve|validate|describe`: PGM datasets on the command line. The work is in `actions.ts`, loaded when asked for. */
import { type Command, InvalidArgumentError, Option } from 'commander';
import { METHODS } from '../core/grid/methods.js';
import { TAP_CHANGING_STRATEGIES } from '../core/grid/taps.js';
import type { SolveOptions } from './actions.js';

export function addGridCommand(program: Command): void {
  const grid = program.command('grid').description('power flow on power-grid-model (PGM) datasets');

  grid
    .command('solve')
    .description('solve the power flow and write a PGM output dataset')
    .argument('<input>', 'PGM input dataset (JSON)')
    .option('--update <file>', 'PGM update dataset; a batch gives a batch output, each scenario a delta on the input')
    .option('--symmetric', 'balanced calculation')
    .addOption(new Option('--method <method>', 'calculation method').choices(METHODS).default('iterative-current'))
    .addOption(
      new Option('--tap-changing-strategy <strategy>', 'what tap regulators do')
        .choices(TAP_CHANGING_STRATEGIES)
        .default('disabled'),
    )
    .option('--tolerance <pu>', 'largest voltage change of the last iteration', positive, 1e-8)
    .option('--max-iterations <count>', 'iteration limit', positive, 100)
    .option('--output <file>', 'write the output dataset here')
    .option(
      '--measures <file>',
      'write what PGM has no place for: unbalance, neutral current, losses, loading per phase',
    )
    .option('--json', 'print the output dataset instead of a summary')
    .addHelpText(
      'after',
      `
Examples:
  wijktwin grid solve grid.json
  wijktwin grid solve grid.json --update year.json --output result.json --measures measures.json
  wijktwin grid solve grid.json --tap-changing-strategy any_valid_tap --json

A summary is printed; --output writes the PGM output dataset, --json prints it. Exit code 0: every scenario solved; 2: not.`,
    )
    .action(async (input: string, options: SolveOptions) => (await import('./actions.js')).solve(input, options));

  grid
    .command('validate')
    .description('say everything that is wrong or suspicious in a dataset')
    .argument('<input>', 'PGM input dataset (JSON)')
    .option('--symmetric', 'for a balanced calculation, which needs no zero-sequence values')
    .option('--json', 'print the findings as JSON')
    .addHelpText('after', '\nExample:\n  wijktwin grid validate grid.json')
    .action(async (input: string, options: { symmetric?: boolean; json?: boolean }) =>
      (await import('./actions.js')).validate(input, options),
    );

  grid
    .command('describe')
    .description('voltage levels, islands, feeders, totals and a small drawing')
    .argument('<input>', 'PGM input dataset (JSON)')
    .option('--json', 'print the description as JSON')
    .addHelpText('after', '\nExample:\n  wijktwin grid describe grid.json')
    .action(async (input: string, options: { json?: boolean }) =>
      (await import('./actions.js')).describeFile(input, options),
    );
}

function positive(text: string): number {
  const value = Number(text);
  if (!(value > 0) || !Number.isFinite(value)) throw new InvalidArgumentError('must be a number above 0');
  return value;
}

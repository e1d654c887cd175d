#!/usr/bin/env node
/** The command line. Every subcommand belongs to a room; its code is loaded when it runs. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command, CommanderError } from 'commander';
import { addReportCommand } from './bench/experiments/report-command.js';
import { addBenchCommands } from './bench/main.js';
import { addCockpitCommand } from './dashboards/server/main.js';
import { formatProblem, messageOf, WijkError } from './errors.js';
import { MOCKS, type MockKind } from './firmware-mocks/catalogue.js';
import { addMockCommand } from './firmware-mocks/main.js';
import { PACKAGE_ROOT } from './paths.js';
import { addGridCommand } from './twin/grid/command.js';
import { addTwinCommands } from './twin/main.js';
import { addWijkCommand } from './twin/wijk/command.js';
import { addWeatherCommand } from './twin/wijk/weather/command.js';
import { addRunCommands } from './up.js';

const { version } = JSON.parse(readFileSync(join(PACKAGE_ROOT, 'package.json'), 'utf8')) as { version: string };

const program = new Command('wijktwin')
  .description(
    'A digital twin of a wijk with hardware in the loop: shows on a bench, with real devices, that a control strategy keeps a neighbourhood inside its transport contract.',
  )
  .version(version)
  .showHelpAfterError('(add --help for the options and an example)')
  .configureHelp({ sortSubcommands: false })
  // A wrong option is bad input like any other: exit code 2.
  .exitOverride();

addRunCommands(program);
addReportCommand(program);
addTwinCommands(program);
addWijkCommand(program);
addWeatherCommand(program);
addGridCommand(program);
// Only the command line knows both the bench and the mocks.
addBenchCommands(program, {
  table: Object.fromEntries(
    Object.entries(MOCKS as Readonly<Record<string, MockKind>>).map(([mock, { profile, line, available, options }]) => [
      profile,
      {
        mock,
        speeds: line === 'modbus',
        ...(available === undefined ? {} : { availableW: options[available]!.default }),
      },
    ]),
  ),
  canPty: async () => (await import('./firmware-mocks/pty.js')).ptyMaker() !== undefined,
});
addMockCommand(program);
addCockpitCommand(program);

// A reader that has seen enough (`| head`) closes the pipe: that is no defect.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

try {
  await program.parseAsync(process.argv);
} catch (error) {
  process.exitCode = 2;
  if (error instanceof CommanderError) {
    // Commander has said what is wrong; help and version end this way too.
    if (error.exitCode === 0) process.exitCode = 0;
  } else if (error instanceof WijkError) {
    for (const problem of error.problems) process.stderr.write(`${formatProblem(problem)}\n`);
    process.stderr.write(`wijktwin: ${error.message} [${error.code}]\n`);
  } else {
    // A defect of ours, not of the input: the trace is what a report needs.
    process.stderr.write(`wijktwin: internal error: ${messageOf(error)}\n`);
    if (error instanceof Error && error.stack !== undefined) process.stderr.write(`${error.stack}\n`);
  }
}

/** The twin's commands: serve a twin, compute a recording again, export a record. */
import { type Command, Option } from 'commander';
import { TWIN_DEFAULTS } from './defaults.js';

export function addTwinCommands(program: Command): void {
  program
    .command('twin')
    .description('serve a digital twin over gRPC; with --wijk it runs one at once')
    .option('--listen <address>', 'host:port to serve on; port 0 takes a free one', TWIN_DEFAULTS.listen)
    .option('--wijk <name>', 'run this wijk at once: a shipped example or the path of a wijk file')
    .option('--start <instant>', 'first tick: 2012-02-03T16:00 is Amsterdam wall time')
    .option('--duration <time>', 'how long, such as 6h; 0s is until stopped', TWIN_DEFAULTS.duration)
    .option('--tick <time>', 'length of a tick, a divisor of 300 s', TWIN_DEFAULTS.tick)
    .option('--seed <number>', 'seed of all chance', TWIN_DEFAULTS.seed)
    .option(
      '--strategy <name>',
      'passive, group-limit, or external for a client of StrategyService',
      TWIN_DEFAULTS.strategy,
    )
    .option('--strategy-option <name=number...>', 'options of the strategy')
    .option('--group-limit <kW>', "limit of the group instead of the wijk file's")
    .option('--stress-week <name>', "weather of a shipped stress week instead of the wijk's own")
    .option('--knmi <file>', 'weather of a KNMI file, daily or hourly')
    .option('--speed <speed>', '1 is wall clock, max as fast as possible', TWIN_DEFAULTS.speed)
    .option('--record <folder>', 'keep recording and record in this new folder')
    .option('--wijk-samples <time>', 'period of the samples of the wijk in records')
    .option('--slot-samples <time>', 'period of the samples of every slot in records, or none')
    .option('--means <which>', '10-minute means in records: all (of every node and branch) or extremes')
    .option('--log-level <level>', 'trace, debug, info, warn, error or silent', TWIN_DEFAULTS.logLevel)
    .addOption(new Option('--stop-with-parent', 'stop when standard input ends').hideHelp())
    .addHelpText(
      'after',
      `
There is no authentication. Whoever reaches the address commands the twin; keep it on 127.0.0.1 or a lab network.

Example:
  wijktwin twin --listen 127.0.0.1:50051 --wijk merwede-blok --start 2012-02-03T16:00 --duration 6h \\
    --strategy group-limit --record runs/evening`,
    )
    .action(async (options: Record<string, unknown>) => (await import('./serve.js')).serve(options));

  program
    .command('replay')
    .argument('<recording>', 'recording.wtr or the folder that holds it')
    .description('compute a recorded run again, without devices, and hold it against the live run')
    .option('--json', 'the answer as one JSON line')
    .addHelpText(
      'after',
      `
Exit code 0: the same run; 1: another; 2: the recording cannot be used.

Example:
  wijktwin replay runs/evening`,
    )
    .action(async (recording: string, options: { json?: true }) =>
      (await import('./replay-command.js')).replayCommand(recording, options.json === true),
    );

  const record = program.command('record').description('work with the record of a finished run');
  record
    .command('export')
    .argument('<run>', 'folder of the run')
    .description('write the tables of a record as Parquet files')
    .requiredOption('--output <folder>', 'where to')
    .option('--json', 'the answer as one JSON line')
    .addHelpText('after', '\nExample:\n  wijktwin record export runs/evening --output runs/evening/parquet')
    .action(async (run: string, { output, json }: { output: string; json?: true }) => {
      const { exportRecord } = await import('./records/export.js');
      const files = await exportRecord(run, output);
      process.stdout.write(json ? `${JSON.stringify({ files })}\n` : `${files.join('\n')}\n`);
    });
}

/** The bench's commands: serve the hardware side, look what is on a link. */
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { BenchOptions } from './serve.js';
import type { StopOptions } from './stop.js';

export function addBenchCommands(program: Command): void {
  const bench = program
    .command('bench')
    .description('serve the hardware-in-the-loop bench over gRPC: devices, their health, emergency stop, experiments')
    .option('--file <file>', 'bench file with links and devices; without it experiments run on the model only')
    .option('--twin <address>', 'host:port of the twin', '127.0.0.1:50051')
    .option('--listen <address>', 'host:port to serve on; port 0 takes a free one', '127.0.0.1:50052')
    .option(
      '--hardware <address>',
      'run experiments on the devices of the bench at this address, in a process apart from it',
    )
    .option('--runs <folder>', 'where experiments put their folders (default: runs)')
    .option('--frames <folder>', "record every link's raw frames there, to read or replay (wijktwin frames)")
    .option('--log-level <level>', 'trace, debug, info, warn, error or silent', 'info')
    .addOption(new Option('--stop-with-parent', 'stop when standard input ends').hideHelp())
    .addHelpText(
      'after',
      `
There is no authentication. Whoever reaches the address commands the devices; keep it on 127.0.0.1 or a lab network.
A software stop is no safety function: devices need their own protection and an emergency switch.

Example:
  wijktwin bench --file bench.yaml --twin 127.0.0.1:50051 --listen 127.0.0.1:50052`,
    )
    .action(async (options: BenchOptions) => (await import('./serve.js')).serve(options));

  bench
    .command('stop')
    .description('emergency stop: all devices of a running bench to their safe setpoint, confirmed one by one')
    .option('--bench <address>', 'host:port of the bench', '127.0.0.1:50052')
    .option('--reason <text>', 'why, for the log', 'command line')
    .option('--by <name>', 'who; default: the user of this shell')
    .option('--within <s>', 'how long to wait for the measured powers', (text) => whole(text, 0, 600), 15)
    .option('--json', 'the answer as one JSON line')
    .addHelpText(
      'after',
      `
It asks the bench only; no twin is needed. The stop holds until a person releases it.
Exit code 0: every device confirmed its safe setpoint and measures it; 1: not every one did, use the emergency switch
of the lab; 2: the bench could not be asked. A software stop is no safety function.

Example:
  wijktwin bench stop --bench 127.0.0.1:50052 --reason "smell of smoke"`,
    )
    .action(async (options: StopOptions) => {
      process.exitCode = await (await import('./stop.js')).stopCommand(options);
    });

  bench
    .command('release')
    .description('release the emergency stop; refused while an interlock is open')
    .option('--bench <address>', 'host:port of the bench', '127.0.0.1:50052')
    .option('--by <name>', 'who; default: the user of this shell')
    .option('--json', 'the answer as one JSON line')
    .addHelpText('after', '\nExample:\n  wijktwin bench release --bench 127.0.0.1:50052')
    .action(async (options: StopOptions) => (await import('./stop.js')).releaseCommand(options));

  program
    .command('frames')
    .argument('<file>', 'a recording of a link, such as frames/rs485.frames.jsonl')
    .description('read a recording of raw frames: every transaction with its time, or every telegram')
    .option('--json', 'one JSON line per transaction')
    .addHelpText(
      'after',
      `
A recording is made by "wijktwin bench --frames FOLDER". It is run once more through the same framer: what is printed is
what the bench understood then.

Example:
  wijktwin frames frames/rs485.frames.jsonl`,
    )
    .action(async (file: string, options: { json?: boolean }) =>
      (await import('./frames.js')).framesCommand(file, options),
    );

  program
    .command('scan')
    .argument('<link>', 'address: serial:/dev/ttyUSB0?baud=9600&format=8N1 or tcp:192.168.1.20:502')
    .description('look what is on a link: SunSpec devices, known heat pump controllers, a P1 meter; reads only')
    .addOption(
      new Option('--protocol <protocol>', 'what to speak')
        .choices(['modbus-rtu', 'modbus-tcp', 'p1'])
        .default('modbus-rtu'),
    )
    .option('--units <list>', 'Modbus units to ask, such as 1-10,126', units, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    .option('--timeout <ms>', 'how long to wait for one answer', (text) => whole(text, 10, 60_000), 500)
    .option('--json', 'the answer as one JSON line')
    .addHelpText(
      'after',
      `
Exit code 0: something answers; 1: nothing does; 2: the link cannot be opened.

Examples:
  wijktwin scan serial:/dev/ttyUSB0?baud=9600 --units 1-10,126
  wijktwin scan tcp:192.168.1.20:502 --protocol modbus-tcp --units 1
  wijktwin scan serial:/dev/ttyUSB1?baud=115200 --protocol p1`,
    )
    .action(async (address: string, options: unknown) => (await import('./scan.js')).scanCommand(address, options));
}

function whole(text: string, minimum: number, maximum: number): number {
  const value = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= minimum && value <= maximum)) {
    throw new InvalidArgumentError(`must be a whole number from ${minimum} to ${maximum}`);
  }
  return value;
}

/** `1-3,126` → 1, 2, 3, 126 */
function units(text: string): number[] {
  const list = text.split(',').flatMap((part) => {
    const match = /^(\d{1,3})(?:-(\d{1,3}))?$/.exec(part.trim());
    const from = whole(match?.[1] ?? '', 1, 247);
    const until = match?.[2] === undefined ? from : whole(match[2], from, 247);
    return Array.from({ length: until - from + 1 }, (_, k) => from + k);
  });
  return [...new Set(list)];
}

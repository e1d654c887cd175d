/** The bench's commands: serve the hardware side, look what is on a link. */
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { MocksHere } from './acceptance/mocks-here.js';
import type { AcceptOptions } from './acceptance/request.js';
import { addProfileCommand } from './devices/command.js';
import type { BenchOptions } from './serve.js';
import type { StopOptions } from './stop.js';

/** `mocks`: which mock plays which profile, and on what line. */
export function addBenchCommands(program: Command, mocks: MocksHere): void {
  addProfileCommand(program);
  const bench = program
    .command('bench')
    .description('serve the hardware-in-the-loop bench over gRPC: devices, their health, emergency stop, experiments')
    .option('--file <file>', 'bench file with links and devices; without it experiments run on the model only')
    .option('--profiles <folder>', 'device profiles of your own, beside the shipped ones and those the file names')
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
  wijktwin bench --file bench.yaml --twin 127.0.0.1:50051 --listen 127.0.0.1:50052
  wijktwin bench --file bench.yaml --profiles ./products`,
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
A recording is made by "wijktwin bench --frames FOLDER" and by every "wijktwin accept". It is run once more through the same framer: what is printed is
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
    .description('look what is on a link: SunSpec devices, devices of known profiles, a P1 meter; reads only')
    .addOption(
      new Option('--protocol <protocol>', 'what to speak')
        .choices(['modbus-rtu', 'modbus-tcp', 'p1'])
        .default('modbus-rtu'),
    )
    .option('--units <list>', 'Modbus units to ask, such as 1-10,126', units, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    .option('--profiles <folder>', 'device profiles of your own, to be recognised beside the shipped ones')
    .option('--timeout <ms>', 'how long to wait for one answer', (text) => whole(text, 10, 60_000), 500)
    .option('--json', 'the answer as one JSON line')
    .addHelpText(
      'after',
      `
Exit code 0: something answers; 1: nothing does; 2: the link cannot be opened.

Examples:
  wijktwin scan serial:/dev/ttyUSB0?baud=9600 --units 1-10,126
  wijktwin scan tcp:192.168.1.20:502 --protocol modbus-tcp --units 1
  wijktwin scan serial:/dev/ttyUSB1?baud=115200 --protocol p1
  wijktwin scan tcp:192.168.1.21:502 --protocol modbus-tcp --units 1-3 --profiles ./products`,
    )
    .action(async (address: string, options: unknown) => (await import('./scan.js')).scanCommand(address, options));

  addAcceptCommand(program, mocks);
}

function addAcceptCommand(program: Command, mocks: MocksHere): void {
  program
    .command('accept')
    .argument('[device]', 'a device of the bench file, a profile with --link or --mock, or WIJK:SLOT with --model')
    .description(
      'run the acceptance catalogue on a device: does it do what its profile says, and what when nobody controls it',
    )
    .option('--bench <file>', 'bench file that the device is in')
    .option('--profile <name>', 'instead of a bench file: this profile …')
    .option('--profiles <folder>', 'device profiles of your own, beside the shipped ones')
    .option('--link <address>', '… on this link: serial:/dev/ttyUSB0?baud=9600 or tcp:192.168.1.20:502')
    .option('--protocol <protocol>', "modbus-rtu, modbus-tcp, p1 (default: the profile's first)")
    .option('--unit <n>', 'Modbus unit on that link (default 1)', (text) => whole(text, 1, 247))
    .option('--mock', 'start the mock that plays the profile, and test that')
    .option(
      '--played-by <mock>',
      "this mock plays the device, whose profile is the lab's own (see 'wijktwin mock --help')",
    )
    .option('--sin <name>', "give the mock a sin, such as those of 'wijktwin mock --help'")
    .option('--model', "test the twin's model of a slot: DEVICE is WIJK:SLOT, such as merwede-blok:home-007/battery")
    .option('--as <kind>', "how the slot is shown, such as sdm630-meter (default: as the slot's asset)")
    .option(
      '--start <instant>',
      'first instant of the twin, Amsterdam wall time (default: a winter evening, noon for PV)',
    )
    .option(
      '--speed <n>',
      'how many times faster than the wall clock a mock or a model lives (default: at most 5)',
      (text) => whole(text, 1, 100),
    )
    .option(
      '--meter [device]',
      'a meter of the bench file that sees this device and nothing else judges the power; without a name the meter of the mock',
    )
    .option(
      '--available <W>',
      'what a device that takes a limit could do during the test, by a PV simulator, an irradiance sensor or its demand',
      watt,
    )
    .option('--safe <W>', 'safe setpoint without a bench file, + is consumption', watt)
    .option('--limit <W,W>', 'envelope without a bench file, such as -2500,2500 (default: the nameplate)', wattRange)
    .option('--ramp <W/s>', 'steepest change of a setpoint without a bench file', watt)
    .option('--revert <time>', "revert time without a bench file, such as 60s (default: the profile's)")
    .option('--operator <name>', "who pulls cables and switches supplies when asked; 'none': nobody")
    .option('--emergency-stop <text>', 'what stops the device when this program cannot; needed for hardware')
    .option('--only <checks>', 'only these checks and what they rest on, separated by commas', (text) =>
      text.split(','),
    )
    .option('--list', 'list the checks, and which do not apply to the device')
    .option('--output <folder>', 'where the reports go (default: a new folder under runs/)')
    .option('--json', 'the result as one JSON line; progress goes to standard error')
    .addHelpText(
      'after',
      `
The reports are acceptance.json (with its schema), junit.xml and report.html; frames/ holds every byte with its time, which
"wijktwin frames" reads.
Exit code 0: passed; 1: failed; 2: the bench failed, or the run was aborted (Ctrl-C leaves the device at its confirmed
safe setpoint and still writes the report); 3: inconclusive.

Examples:
  wijktwin accept battery --bench bench.yaml --meter meter --operator j.devries --emergency-stop "red switch S1"
  wijktwin accept --profile sunspec-storage --link serial:/dev/ttyUSB0?baud=9600 --unit 1 --emergency-stop "switch S1"
  wijktwin accept sunspec-storage --mock --meter
  wijktwin accept sunspec-storage --mock --sin no-effect --only effect
  wijktwin accept merwede-blok:home-007/battery --model`,
    )
    .action(async (device: string | undefined, options: AcceptOptions) =>
      (await import('./acceptance/command.js')).acceptCommand(device, options, mocks),
    );
}

function watt(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value) || Math.abs(value) > 1e7) {
    throw new InvalidArgumentError('must be a power in W');
  }
  return value;
}

function wattRange(text: string): [number, number] {
  const [low = '', high, ...rest] = text.split(',');
  if (high === undefined) throw new InvalidArgumentError('must be two powers in W, such as -2500,2500');
  const range: [number, number] = [watt(low), watt(high)];
  if (rest.length > 0 || range[0] > range[1])
    throw new InvalidArgumentError('must be two powers in W, such as -2500,2500');
  return range;
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

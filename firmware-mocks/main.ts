/** `wijktwin mock …`: emulated devices as programs, for people without hardware and for tests. */
import { type Command, InvalidArgumentError, Option } from 'commander';
import { MOCK_NAMES, MOCKS, type MockKind, type MockName } from './catalogue.js';
import type { MockDevice } from './device.js';
import type { MockServer } from './serve.js';
import { SINS, type SinName, sinsOf } from './sins.js';

interface Options {
  readonly address: string;
  readonly framing?: 'rtu' | 'tcp';
  readonly unit?: number;
  readonly baud: number;
  readonly seed: number;
  readonly line: string;
  readonly fault?: string;
  readonly sin: readonly SinName[];
  readonly speed: number;
  readonly meter?: string;
  readonly meterUnit?: number;
  readonly stopWithParent: boolean;
  readonly [option: string]: unknown;
}

const number =
  (min: number, max: number) =>
  (text: string): number => {
    const value = Number(text);
    if (text.trim() === '' || !(value >= min && value <= max))
      throw new InvalidArgumentError(`must lie between ${min} and ${max}`);
    return value;
  };

export function addMockCommand(program: Command): void {
  const mock = program
    .command('mock')
    .description('an emulated device with its own registers and physics, on a pty or TCP')
    .addHelpText(
      'after',
      `
Sins of real firmware, with --sin or as a line "sin NAME" while it runs (each device lists its own with --help):
${Object.entries(SINS)
  .map(([name, { about }]) => `  ${name.padEnd(22)} ${about}`)
  .join('\n')}

While it runs, lines on standard input command it:
  fault silence 10s | fault silence@30s+10s | fault bad-crc | fault exception | fault slow | fault ignore | fault reboot | fault none
  sin NAME | sin none    a sin, from now on
  unplug 5s              the cable is out for so long
  status                 what the device does now, as JSON
  quit

Examples:
  wijktwin mock sunspec-inverter --address pty:/tmp/inverter --unit 1 --baud 9600
  wijktwin mock sunspec-inverter --sin late-revert --speed 10`,
    );
  for (const name of MOCK_NAMES) addKind(mock, name);
}

function addKind(mock: Command, name: MockName): void {
  const kind: MockKind = MOCKS[name];
  const sins = sinsOf(kind.traits);
  const command = mock
    .command(name)
    .description(`${kind.about}; the counterpart of profile ${kind.profile}`)
    .option(
      '--address <address>',
      'pty:PATH (a link is made there), listen:host:port, or serial:/dev/…',
      'listen:127.0.0.1:0',
    )
    .option('--baud <rate>', 'bytes are paced to this rate; 0 does not pace', number(0, 4_000_000), kind.baud)
    .option(
      '--line <faults>',
      'disturb the line: delay=MS,jitter=MS,drop=SHARE,corrupt=SHARE,truncate=SHARE,duplicate=SHARE,noise=SHARE,echo',
      '',
    )
    .option('--fault <fault>', 'fault from the start, such as "silence 10s" or "reboot@30s"')
    .option(
      '--sin <name>',
      `sin of its firmware, may be repeated: ${sins.join(', ')}`,
      (text, before: SinName[]) => {
        const found = sins.find((known) => known === text);
        if (found === undefined) throw new InvalidArgumentError(`${name} can have ${sins.join(', ')}`);
        return [...before, found];
      },
      [],
    )
    .option(
      '--speed <n>',
      'its physics and timers run so much faster than the clock; its line does not',
      number(0.01, 1000),
      1,
    )
    .addOption(new Option('--stop-with-parent', 'stop when standard input ends').default(false).hideHelp());
  if (kind.line === 'modbus') {
    command
      .option('--unit <n>', 'Modbus unit', number(1, 247), kind.unit)
      .addOption(new Option('--framing <framing>', 'Modbus framing').choices(['rtu', 'tcp']).default('rtu'));
  }
  command
    .option(
      '--meter <address>',
      'also an SDM630 in its supply line, on a line of its own: what it says of the device is the truth',
    )
    .option('--meter-unit <n>', 'Modbus unit of that meter', number(1, 247), 1);
  for (const { flag, about, minimum, maximum, default: standard } of Object.values(kind.options)) {
    command.option(flag, about, number(minimum, maximum), standard);
  }
  command.action((options: Options) => run(name, options));
}

async function run(name: MockName, options: Options): Promise<void> {
  const [
    { serveMock, command },
    { FAULTS, parseFault },
    { parseDisturbances },
    { noise },
    { commit },
    { makeMock },
    { createInterface },
    { badInput, WijkError },
  ] = await Promise.all([
    import('./serve.js'),
    import('./faults.js'),
    import('./line.js'),
    import('./noise.js'),
    import('./sins.js'),
    import('./catalogue.js'),
    import('node:readline'),
    import('../errors.js'),
  ]);
  const problems = [];
  const line = parseDisturbances(options.line, noise(options.seed + 1));
  if ('rule' in line) problems.push({ file: '<command line>', path: '--line', value: options.line, rule: line.rule });
  const fault = options.fault === undefined ? undefined : parseFault(options.fault);
  if (options.fault !== undefined && fault === undefined) {
    problems.push({
      file: '<command line>',
      path: '--fault',
      value: options.fault,
      rule: `one of ${FAULTS.join(', ')}, such as "silence", "silence 10s" or "silence@30s+10s"`,
    });
  }
  if (problems.length > 0 || 'rule' in line) throw badInput(problems);

  const given = Object.keys(MOCKS[name].options).map((key) => [key, options[key] as number]);
  const device = await makeMock(name, Object.fromEntries(given));
  for (const sin of options.sin) commit(device, sin);
  const server = await serveMock(device, {
    address: options.address,
    framing: options.framing ?? 'rtu',
    unit: options.unit ?? 0,
    baud: options.baud,
    disturbances: line,
    speed: options.speed,
  });
  const meter = options.meter === undefined ? undefined : await serveMeter(device, options.meter, options);
  if (fault !== undefined) server.fault.set(fault);
  let lost: string | undefined;
  // Whoever reads the line may stop this program at once: everything that hears a stop is in place before it.
  const stopped = new Promise<void>((resolve) => {
    void server.lost.then((reason) => {
      lost = reason;
      resolve();
    });
    process.once('SIGTERM', resolve).once('SIGINT', resolve);
    const input = createInterface({ input: process.stdin });
    input.on('line', (text) => {
      if (text.trim() === 'quit') resolve();
      else if (text.trim() !== '') process.stderr.write(`${command(text, device, server)}\n`);
    });
    input.on('close', () => {
      if (options.stopWithParent) resolve();
    });
  });
  process.stdout.write(
    `${JSON.stringify({ ready: true, service: `mock ${name}`, device: name, address: server.address, line: server.line, ...(meter === undefined ? {} : { meter: meter.address }) })}\n`,
  );
  await stopped;
  await meter?.close();
  await server.close();
  process.stdin.destroy();
  if (lost !== undefined) throw new WijkError('NO_SUCH_PORT', lost);
}

/** An honest meter around the cable of a mock, at the mock's speed. */
async function serveMeter(device: MockDevice, address: string, options: Options): Promise<MockServer> {
  const [{ serveMock }, { createSdm630 }] = await Promise.all([import('./serve.js'), import('./devices/sdm630.js')]);
  return serveMock(createSdm630({ seed: options.seed, loadW: () => device.supplyPowerW() }), {
    address,
    framing: options.framing ?? 'rtu',
    unit: options.meterUnit ?? 1,
    baud: options.baud,
    disturbances: { interceptors: [], echo: false },
    speed: options.speed,
  });
}

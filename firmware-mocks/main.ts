/** `wijktwin mock …`: emulated devices as programs, for people without hardware and for tests. */
import { type Command, InvalidArgumentError, Option } from 'commander';

interface Options {
  readonly address: string;
  readonly framing: 'rtu' | 'tcp';
  readonly unit: number;
  readonly baud: number;
  readonly seed: number;
  readonly line: string;
  readonly fault?: string;
  readonly ratedPower: number;
  readonly capacity: number;
  readonly initialSoc: number;
  readonly freePower: number;
  readonly outdoorTemperature: number;
  readonly initialTemperature: number;
  readonly phases: number;
  readonly pv: number;
  readonly stopWithParent: boolean;
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
While it runs, lines on standard input switch faults:
  fault silence 10s | fault silence@30s+10s | fault bad-crc | fault exception | fault slow | fault ignore | fault reboot | fault none
  status                 what the device does now, as JSON
  quit

Example:
  wijktwin mock sunspec-inverter --address pty:/tmp/inverter --unit 1 --baud 9600`,
    );
  const common = (name: string, description: string, baud: number): Command =>
    mock
      .command(name)
      .description(description)
      .option(
        '--address <address>',
        'pty:PATH (a link is made there), listen:host:port, or serial:/dev/…',
        'listen:127.0.0.1:0',
      )
      .option('--baud <rate>', 'bytes are paced to this rate; 0 does not pace', number(0, 4_000_000), baud)
      .option('--seed <n>', 'of its noise and its serial number', number(0, 999_999), 1)
      .option(
        '--line <faults>',
        'disturb the line: delay=MS,drop=SHARE,corrupt=SHARE,truncate=SHARE,noise=SHARE,echo',
        '',
      )
      .option('--fault <fault>', 'fault from the start, such as "silence 10s" or "reboot@30s"')
      .addOption(new Option('--stop-with-parent', 'stop when standard input ends').default(false).hideHelp());
  const modbus = (command: Command, unit: number): Command =>
    command
      .option('--unit <n>', 'Modbus unit', number(1, 247), unit)
      .addOption(new Option('--framing <framing>', 'Modbus framing').choices(['rtu', 'tcp']).default('rtu'));

  modbus(
    common('sunspec-inverter', 'a three-phase hybrid inverter with battery (SunSpec 1, 103, 120, 121, 123, 124)', 9600),
    1,
  )
    .option('--rated-power <W>', 'rated power', number(500, 60_000), 5000)
    .option('--capacity <Wh>', 'usable energy of the battery', number(500, 60_000), 10_000)
    .option('--initial-soc <ratio>', 'state of charge at the start', number(0, 1), 0.6)
    .option('--free-power <W>', 'what it does without control, + = discharge', number(-60_000, 60_000), 0)
    .action((options: Options) => run('sunspec-inverter', options));
  modbus(common('heat-pump', 'a heat pump with SG-Ready and a power limit on Modbus RTU (Warmtebron WB-12)', 9600), 7)
    .option('--rated-power <W>', 'rated electric power', number(2000, 32_000), 12_000)
    .option('--outdoor-temperature <C>', 'air outside', number(-30, 40), -5)
    .option('--initial-temperature <C>', 'zone at the start', number(0, 35), 19.5)
    .action((options: Options) => run('heat-pump', options));
  common('p1-meter', 'a DSMR 5 smart meter of a household on its P1 port', 115_200)
    .option('--phases <n>', '1 or 3', number(1, 3), 3)
    .option('--pv <W>', 'peak power of solar panels behind the meter', number(0, 20_000), 0)
    .action((options: Options) => run('p1-meter', { ...options, unit: 0, framing: 'rtu' }));
}

async function run(name: string, options: Options): Promise<void> {
  const [
    { serveMock, command },
    { FAULTS, parseFault },
    { parseDisturbances },
    { noise },
    { createInterface },
    { badInput, WijkError },
  ] = await Promise.all([
    import('./serve.js'),
    import('./faults.js'),
    import('./line.js'),
    import('./noise.js'),
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

  const device = await create(name, options);
  const server = await serveMock(device, {
    address: options.address,
    framing: options.framing,
    unit: options.unit,
    baud: options.baud,
    disturbances: line,
  });
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
    `${JSON.stringify({ ready: true, service: `mock ${name}`, device: name, address: server.address, line: server.line })}\n`,
  );
  await stopped;
  await server.close();
  process.stdin.destroy();
  if (lost !== undefined) throw new WijkError('NO_SUCH_PORT', lost);
}

async function create(name: string, options: Options): Promise<import('./device.js').MockDevice> {
  switch (name) {
    case 'sunspec-inverter': {
      const { createInverter } = await import('./devices/sunspec-inverter.js');
      return createInverter({
        seed: options.seed,
        ratedPowerW: options.ratedPower,
        capacityWh: options.capacity,
        initialStateOfChargeRatio: options.initialSoc,
        freePowerW: options.freePower,
      });
    }
    case 'heat-pump': {
      const { createHeatPump } = await import('./devices/heat-pump.js');
      return createHeatPump({
        seed: options.seed,
        ratedPowerW: options.ratedPower,
        outdoorTemperatureC: options.outdoorTemperature,
        initialTemperatureC: options.initialTemperature,
      });
    }
    default: {
      const { createMeter } = await import('./devices/p1-meter.js');
      return createMeter({ seed: options.seed, phases: options.phases === 1 ? 1 : 3, pvW: options.pv });
    }
  }
}

/**
 * `wijktwin up` and `wijktwin run`: the whole bench at once. Everything that can be wrong in the files is found before
 * anything starts; then twin, mocks, bench and cockpit start as processes, the bench runs the experiment, and all of
 * them stop, devices first.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Command } from 'commander';
import { stringify } from 'yaml';
import { badInput, messageOf, type Problem, WijkError } from './errors.js';
import type { Child } from './launch.js';

interface Options {
  readonly duration?: string;
  readonly speed?: string;
  readonly bench?: string;
  readonly output?: string;
  readonly page?: boolean;
  readonly pagePort: string;
  readonly json?: boolean;
}

/** Where the three shipped mocks go; in another wijk the first slot of the same kind. */
const MOCK_SLOTS = { battery: 'home-007/battery', household: 'home-012/household', 'heat-pump': 'school/heat-pump' };
const STOP_WITHIN_MS = 2500;
/** A bench that crashes more often in one run has a defect that starting it again does not cure. */
const RESTARTS_MAX = 5;
/** A bench may need the declared budget of its slowest device to bring all of them to their safe state. */
const BENCH_STOP_WITHIN_MS = 15_000;

export function addRunCommands(program: Command): void {
  const shared = (command: Command): Command =>
    command
      .option('--duration <time>', 'run this long instead of as the experiment says, such as 60s or 16m')
      .option('--speed <speed>', 'max (model only), or a multiple of wall clock')
      .option('--bench <bench>', 'mocks, none, or the path of a bench file')
      .option('--output <folder>', 'where record, verdict and report go (default: a new folder under runs/)')
      .option('--page-port <port>', 'port of the live page on 127.0.0.1; 0 takes a free one', '8080');
  shared(
    program
      .command('up', { isDefault: false })
      .description('everything at once: twin, bench, devices, live page and one experiment at wall clock')
      .argument('[experiment]', 'name of a shipped experiment or path of a file', 'merwede-evening'),
  )
    .addHelpText('after', '\nExample:\n  wijktwin up --duration 60s')
    .action(async (experiment: string, options: Options) => {
      const code = await launch(experiment, { ...options, page: true });
      // A verdict that could not be given yet is no failure of the demonstration; an error is.
      process.exitCode = code === 2 ? 2 : 0;
    });
  shared(
    program
      .command('run')
      .description('run an experiment to its verdict: exit code 0 pass, 1 fail, 2 error, 3 inconclusive')
      .argument('<experiment>', 'name of a shipped experiment or path of a file'),
  )
    .option('--page', 'serve the live page too')
    .option('--json', 'print the verdict as JSON')
    .addHelpText('after', '\nExample:\n  wijktwin run merwede-evening --speed max')
    .action(async (experiment: string, options: Options) => {
      process.exitCode = await launch(experiment, options);
    });
}

async function launch(name: string, options: Options): Promise<number> {
  const { loadExperiment, withOverrides, isModelOnly } = await import('./bench/experiments/load.js');
  const { parseDuration, DURATION_RULE } = await import('./bench/experiments/duration.js');
  const { loadWijk } = await import('./twin/wijk/load.js');

  const problems: Problem[] = [];
  const durationS = options.duration === undefined ? undefined : parseDuration(options.duration);
  if (options.duration !== undefined && durationS === undefined) {
    problems.push({ file: '<command line>', path: '--duration', value: options.duration, rule: DURATION_RULE });
  }
  const loaded = loadExperiment(name);
  if (!loaded.ok) throw badInput([...problems, ...loaded.problems]);
  const overridden = withOverrides(loaded.value, { durationS, speed: options.speed });
  if (!overridden.ok) throw badInput([...problems, ...overridden.problems]);
  const { experiment } = overridden.value;
  const wijk = loadWijk(experiment.wijk);
  if (!wijk.ok) problems.push(...wijk.problems);
  const bench = isModelOnly(experiment) && options.bench === undefined ? 'none' : (options.bench ?? experiment.bench);
  const benchFile = bench === 'none' || bench === 'mocks' ? undefined : resolve(bench);
  if (benchFile !== undefined) {
    const { loadBenchFile } = await import('./bench/config.js');
    const config = loadBenchFile(benchFile);
    if (!config.ok) problems.push(...config.problems);
  }
  if (!/^\d{1,5}$/.test(options.pagePort) || Number(options.pagePort) > 65_535) {
    problems.push({
      file: '<command line>',
      path: '--page-port',
      value: options.pagePort,
      rule: 'a port is 0 to 65535',
    });
  }
  if (problems.length > 0 || !wijk.ok) throw badInput(problems);

  const { runIdOf } = await import('./bench/experiments/runner.js');
  const output = resolve(options.output ?? join('runs', runIdOf(experiment.name, Date.now() * 1000)));
  mkdirSync(output, { recursive: true });
  const say = options.json ? process.stderr : process.stdout;
  const fleet = new Fleet(join(output, 'logs'));
  const stopped = new AbortController();
  const interrupt = (): void => {
    say.write('\nwijktwin: stopping; devices to their safe state, record flushed\n');
    stopped.abort();
    // If the verdict on what there is does not come in time, stop all the same.
    setTimeout(() => void fleet.stop().then(() => process.exit(process.exitCode ?? 130)), 1200).unref();
  };
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
  try {
    const twin = await fleet.start('twin', ['twin', '--listen', '127.0.0.1:0', '--stop-with-parent']);
    const file = bench === 'mocks' ? await startMocks(fleet, output, slotsFor(wijk.value), say) : benchFile;
    const serve = ['--twin', twin.ready.address, '--stop-with-parent'];
    // Hardware and experiments in processes of their own: a bench that crashes is started again, and the verdict says so.
    const hardware =
      file === undefined
        ? undefined
        : await fleet.keep('bench', (address) => ['bench', '--file', file, '--listen', address, ...serve], say);
    const experiments = await fleet.start('experiments', [
      'bench',
      ...(hardware === undefined ? [] : ['--hardware', hardware]),
      '--listen',
      '127.0.0.1:0',
      ...serve,
    ]);
    const benchAddress = experiments.ready.address;
    if (options.page) {
      const page = await fleet.start('cockpit', [
        'cockpit',
        '--listen',
        `127.0.0.1:${options.pagePort}`,
        '--twin',
        twin.ready.address,
        '--bench',
        hardware ?? benchAddress,
        '--experiments',
        benchAddress,
        '--stop-with-parent',
      ]);
      say.write(`live page:  http://${page.ready.address}/\n`);
    }
    say.write(
      `twin:       ${twin.ready.address} (gRPC)\nbench:      ${hardware ?? benchAddress} (gRPC)\nrecord:     ${output}\n`,
    );
    const { runExperimentOverGrpc } = await import('./bench/experiments/run-over-grpc.js');
    return await runExperimentOverGrpc({
      benchAddress,
      experiment: existsSync(name) ? resolve(name) : name,
      overrides: {
        ...(durationS === undefined ? {} : { durationS }),
        ...(options.speed === undefined ? {} : { speed: options.speed }),
        outputDirectory: output,
      },
      stream: process.stdout,
      ...(options.json ? { progressStream: process.stderr, json: true } : {}),
      signal: stopped.signal,
    });
  } finally {
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
    await fleet.stop();
  }
}

/** All children of one run. The bench stops first, so that devices are safe while their lines still exist. */
class Fleet {
  private readonly children: Child[] = [];
  private stopping: Promise<void> | undefined;

  constructor(private readonly logs: string) {}

  async start(name: string, args: readonly string[]): Promise<Child> {
    const { startChild } = await import('./launch.js');
    const child = await startChild(name, args, { logFile: join(this.logs, `${name}.log`) });
    this.children.push(child);
    return child;
  }

  /** Starts a child that is started again at the same address whenever it ends by itself. Returns the address. */
  async keep(name: string, argsAt: (address: string) => string[], say: NodeJS.WritableStream): Promise<string> {
    let child = await this.start(name, argsAt('127.0.0.1:0'));
    const { address } = child.ready;
    const mind = async (): Promise<void> => {
      for (let again = 0; again < RESTARTS_MAX; again++) {
        const code = await child.exited;
        if (this.stopping !== undefined) return;
        say.write(`wijktwin: ${name} ended with code ${code}; starting it again\n`);
        this.children.splice(this.children.indexOf(child), 1);
        child = await this.start(name, argsAt(address));
      }
    };
    void mind().catch((error: unknown) =>
      say.write(`wijktwin: ${name} could not be started again: ${messageOf(error)}\n`),
    );
    return address;
  }

  stop(): Promise<void> {
    this.stopping ??= this.stopAll();
    return this.stopping;
  }

  private async stopAll(): Promise<void> {
    const bench = this.children.filter((child) => child.name === 'bench');
    await Promise.all(bench.map((child) => child.stop(BENCH_STOP_WITHIN_MS)));
    const codes = await Promise.all(
      this.children.map(async (child) => ({ child, code: await child.stop(STOP_WITHIN_MS) })),
    );
    for (const { child, code } of codes) {
      if (code !== 0)
        process.stderr.write(
          `wijktwin: ${child.name} ended with code ${code}; see ${join(this.logs, `${child.name}.log`)}\n`,
        );
    }
  }
}

type LoadedWijk = import('./twin/wijk/load.js').LoadedWijk;

function slotsFor(wijk: LoadedWijk): Record<keyof typeof MOCK_SLOTS, string | undefined> {
  const all = wijk.wijk.connections.flatMap((connection) =>
    connection.assets.map((asset) => ({ kind: asset.kind as string, id: `${connection.id}/${asset.kind}` })),
  );
  const pick = (kind: keyof typeof MOCK_SLOTS): string | undefined => {
    const preferred = all.find((slot) => slot.id === MOCK_SLOTS[kind]);
    return (preferred ?? all.find((slot) => slot.kind === kind))?.id;
  };
  return { battery: pick('battery'), household: pick('household'), 'heat-pump': pick('heat-pump') };
}

/** Starts the three mocks and writes the bench file that binds them; returns its path. */
async function startMocks(
  fleet: Fleet,
  output: string,
  slots: Record<keyof typeof MOCK_SLOTS, string | undefined>,
  say: NodeJS.WritableStream,
): Promise<string> {
  const { ptyMaker } = await import('./firmware-mocks/pty.js');
  const maker = ptyMaker();
  if (maker === undefined) say.write('mocks:      neither python3 nor socat is here to make ptys: bytes go over TCP\n');
  const lines = join(output, 'lines');
  mkdirSync(lines, { recursive: true });
  const links: object[] = [];
  const devices: object[] = [];
  const add = async (
    name: string,
    program: string,
    slot: string | undefined,
    extra: readonly string[],
    link: object,
    device: object,
  ): Promise<void> => {
    if (slot === undefined) {
      say.write(`mocks:      no slot for a ${name} in this wijk\n`);
      return;
    }
    const address = maker === undefined ? 'listen:127.0.0.1:0' : `pty:${join(lines, name)}`;
    const args = ['mock', program, '--address', address, ...extra];
    const mock = await fleet.start(name, [...args, '--stop-with-parent']);
    say.write(
      `mock:       ${name} in ${slot} on ${mock.ready.address} (${String(mock.ready['line'])}), pid ${mock.pid}\n`,
    );
    const again =
      maker === undefined ? args.map((a) => (a === address ? mock.ready.address.replace('tcp:', 'listen:') : a)) : args;
    say.write(`            if it is killed, start it again with: npx wijktwin ${again.join(' ')}\n`);
    links.push({ id: name, address: mock.ready.address, ...link });
    devices.push({ id: name, link: name, slot, pollPeriod: '1s', ...device });
  };
  await add(
    'battery-inverter',
    'sunspec-inverter',
    slots.battery,
    ['--unit', '1'],
    { protocol: 'modbus-rtu' },
    {
      profile: 'sunspec-storage',
      unit: 1,
      lease: 'actuator',
      phases: 'abc',
      safeSetpointW: 0,
      revertTime: '60s',
      envelope: { minimumW: -5000, maximumW: 5000, rampWPerS: 2500 },
    },
  );
  await add(
    'smart-meter',
    'p1-meter',
    slots.household,
    [],
    { protocol: 'p1' },
    { profile: 'dsmr5-meter', lease: 'meter' },
  );
  await add(
    'heat-pump',
    'heat-pump',
    slots['heat-pump'],
    ['--unit', '7'],
    { protocol: 'modbus-rtu' },
    {
      profile: 'sg-ready-heat-pump',
      unit: 7,
      lease: 'actuator',
      phases: 'abc',
      safeSetpointW: 6000,
      revertTime: '60s',
      envelope: { minimumW: 0, maximumW: 12_000, rampWPerS: 4000 },
    },
  );
  const file = join(output, 'bench.yaml');
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(
      file,
      `# Written by wijktwin for the three mocks of this run.\n${stringify({ bench: 'mocks', links, devices })}`,
    );
  } catch (error) {
    throw new WijkError('INTERNAL', `${file} cannot be written: ${messageOf(error)}`);
  }
  return file;
}

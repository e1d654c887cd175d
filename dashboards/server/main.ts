/** `wijktwin cockpit`: serves the live page. */
import { type Command, InvalidArgumentError, Option } from 'commander';

interface Options {
  readonly listen: Address;
  readonly twin: string;
  readonly bench: string;
  readonly experiments?: string;
  readonly allowHost: readonly string[];
  readonly stopWithParent: boolean;
}

interface Address {
  readonly host: string;
  readonly port: number;
}

export function addCockpitCommand(program: Command): void {
  program
    .command('cockpit')
    .description('serve the live page of a running twin and bench')
    .option(
      '--listen <address>',
      'host:port to serve on; port 0 takes a free one',
      parseAddress,
      parseAddress('127.0.0.1:8080'),
    )
    .option('--twin <address>', 'address of the twin', dialAddress, '127.0.0.1:50051')
    .option('--bench <address>', 'address of the bench', dialAddress, '127.0.0.1:50052')
    .option('--experiments <address>', 'address where experiments run, if not the bench', dialAddress)
    .option('--allow-host <name...>', 'host names, beside IP addresses and localhost, under which browsers may ask', [])
    .addOption(new Option('--stop-with-parent', 'stop when standard input ends').default(false).hideHelp())
    .addHelpText(
      'after',
      `
The twin and the bench may start later or go away: the page shows it and goes on by itself.
There are no accounts. Whoever reaches the address can press the buttons; keep it on 127.0.0.1 or a lab network.

Example:
  wijktwin cockpit --listen 127.0.0.1:8080 --twin 127.0.0.1:50051 --bench 127.0.0.1:50052`,
    )
    .action(serve);
}

async function serve(options: Options): Promise<void> {
  const [{ startCockpit }, { COCKPIT }, { pino }] = await Promise.all([
    import('./cockpit.js'),
    import('../../paths.js'),
    import('pino'),
  ]);
  const log = pino({ name: 'cockpit' }, pino.destination({ fd: 2, sync: true }));
  const cockpit = await startCockpit({
    ...options.listen,
    twin: options.twin,
    bench: options.bench,
    ...(options.experiments === undefined ? {} : { experiments: options.experiments }),
    allowedHosts: options.allowHost.map((name) => name.toLowerCase()),
    page: COCKPIT,
    log,
  });
  process.stdout.write(`${JSON.stringify({ ready: true, service: 'cockpit', address: cockpit.address })}\n`);
  if (!isLoopback(options.listen.host)) {
    log.warn({ address: cockpit.address }, 'every machine that reaches this address can press the buttons');
  }
  await stopSignal(options.stopWithParent);
  await cockpit.close();
}

/** Resolves on SIGTERM or SIGINT, or, if asked, when standard input ends. */
function stopSignal(withParent: boolean): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      process.off('SIGTERM', done).off('SIGINT', done);
      if (withParent) process.stdin.off('end', done).destroy();
      resolve();
    };
    process.on('SIGTERM', done).on('SIGINT', done);
    if (withParent) process.stdin.on('end', done).resume();
  });
}

function parseAddress(text: string): Address {
  const match = /^(?:\[([0-9a-fA-F:.]+)\]|([^:[\]\s]+)):(\d{1,5})$/.exec(text);
  const host = match?.[1] ?? match?.[2];
  const port = Number(match?.[3]);
  if (host === undefined || port > 65_535) {
    throw new InvalidArgumentError('an address is host:port, such as 127.0.0.1:8080 or [::1]:8080');
  }
  return { host, port };
}

function dialAddress(text: string): string {
  if (parseAddress(text).port === 0) throw new InvalidArgumentError('port 0 cannot be dialled');
  return text;
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.');
}

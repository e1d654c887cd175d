/** `wijktwin cockpit` as a process: the ready line, and clean ends. Needs the built program. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, describe, expect, it } from 'vitest';
import { DIST } from '../../paths.js';

/** Runs only this subcommand, as the command line does. */
const PROGRAM = `
  import { Command } from 'commander';
  const { addCockpitCommand } = await import(process.argv[1]);
  const program = new Command();
  addCockpitCommand(program);
  await program.parseAsync(process.argv.slice(2), { from: 'user' });
`;

describe('wijktwin cockpit', () => {
  let child: ChildProcess | undefined;
  afterEach(() => {
    child?.kill('SIGKILL');
  });

  async function start(...options: string[]): Promise<{ ready: boolean; service: string; address: string }> {
    const main = join(DIST, 'dashboards', 'server', 'main.js');
    child = spawn(process.execPath, ['--input-type=module', '-e', PROGRAM, main, 'cockpit', ...options], {
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    const [line] = (await once(createInterface({ input: child.stdout! }), 'line')) as [string];
    return JSON.parse(line);
  }

  const silent = ['--listen', '127.0.0.1:0', '--twin', '127.0.0.1:1', '--bench', '127.0.0.1:1'];

  it('says when it is ready, serves with neither twin nor bench there, and ends on SIGTERM with exit code 0', async () => {
    const { ready, service, address } = await start(...silent);
    expect([ready, service]).toEqual([true, 'cockpit']);
    const page = await fetch(`http://${address}/`);
    expect(page.status).toBe(200);
    // A page that is open must not keep it alive.
    const stream = await fetch(`http://${address}/api/stream`);
    const exit = once(child!, 'exit');
    child!.kill('SIGTERM');
    expect(await exit).toEqual([0, null]);
    await stream.body?.cancel().catch(() => undefined);
  });

  it('ends with its parent if asked to', async () => {
    await start(...silent, '--stop-with-parent');
    const exit = once(child!, 'exit');
    child!.stdin!.end();
    expect(await exit).toEqual([0, null]);
  });
});

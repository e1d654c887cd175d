/** `wijktwin mock …` as people and other programs start it, from the built program. */
import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { afterEach, describe, expect, it } from 'vitest';
import { createBus } from '../../bench/modbus/bus.js';
import { openTransport } from '../../bench/transport/open.js';
import { ENTRY } from '../../paths.js';

interface Mock {
  readonly child: ChildProcess;
  readonly exited: Promise<number | null>;
  /** The next line of stdout or stderr. */
  line(from: 'stdout' | 'stderr'): Promise<string>;
}

const running: Mock[] = [];
afterEach(async () => {
  for (const { child, exited } of running.splice(0)) {
    child.kill('SIGKILL');
    await exited;
  }
});

function start(...args: string[]): Mock {
  const child = spawn(process.execPath, [ENTRY, 'mock', ...args], { stdio: ['pipe', 'pipe', 'pipe'] });
  const exited = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  const readers = {
    stdout: createInterface({ input: child.stdout })[Symbol.asyncIterator](),
    stderr: createInterface({ input: child.stderr })[Symbol.asyncIterator](),
  };
  const mock: Mock = {
    child,
    exited,
    line: async (from) => String((await readers[from].next()).value ?? ''),
  };
  running.push(mock);
  return mock;
}

describe('wijktwin mock', () => {
  it('says where it is in one JSON line, obeys its standard input, and ends on quit', async () => {
    const mock = start('heat-pump', '--unit', '3', '--fault', 'silence');
    const ready = JSON.parse(await mock.line('stdout')) as Record<string, unknown>;
    expect(ready).toMatchObject({
      ready: true,
      device: 'heat-pump',
      address: expect.stringMatching(/^tcp:127\.0\.0\.1:\d+$/),
    });
    const bus = createBus(await openTransport(String(ready['address'])), {
      framing: 'rtu',
      minimumGapMs: 60,
      timeoutMs: 300,
    });
    await expect(bus.readHoldingRegisters(3, 28, 1)).rejects.toMatchObject({ code: 'DEVICE_TIMEOUT' });
    mock.child.stdin!.write('fault none\nstatus\n');
    expect(await mock.line('stderr')).toBe('fault none');
    expect(JSON.parse(await mock.line('stderr'))).toMatchObject({ device: 'heat-pump', fault: 'none', sgReady: 2 });
    expect([...(await bus.readHoldingRegisters(3, 28, 1))]).toEqual([0x4850]);
    await bus.close();
    mock.child.stdin!.write('quit\n');
    expect(await mock.exited).toBe(0);
  });

  it.each(['SIGTERM', 'SIGINT'] as const)('stops cleanly on %s', async (signal) => {
    const mock = start('p1-meter');
    await mock.line('stdout');
    mock.child.kill(signal);
    expect(await mock.exited).toBe(0);
  });

  it('ends with its parent when asked to', async () => {
    const mock = start('sunspec-inverter', '--stop-with-parent');
    await mock.line('stdout');
    mock.child.stdin!.end();
    expect(await mock.exited).toBe(0);
  });

  it('a port that is taken, a bad fault, a bad address: one clear line, exit 2', async () => {
    const first = start('sunspec-inverter');
    const { address } = JSON.parse(await first.line('stdout')) as { address: string };
    const taken = start('heat-pump', '--address', address.replace('tcp:', 'listen:'));
    expect(await taken.line('stderr')).toMatch(/another program listens there/);
    expect(await taken.exited).toBe(2);
    const fault = start('heat-pump', '--fault', 'explode', '--line', 'shake=1');
    expect(await fault.exited).toBe(2);
    const both = `${await fault.line('stderr')}\n${await fault.line('stderr')}\n${await fault.line('stderr')}`;
    expect(both).toMatch(/--line = shake=1/);
    expect(both).toMatch(/--fault = explode/);
    const wrong = start('heat-pump', '--address', 'tcp:127.0.0.1:1');
    expect(await wrong.exited).toBe(2);
  });
});

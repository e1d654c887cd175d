/** `wijktwin bench` as a process: how it starts, refuses and stops. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createBenchServiceClient } from '#proto/services.js';
import { wijk } from '#proto/wijk.js';
import { createInverter } from '../../../firmware-mocks/devices/sunspec-inverter.js';
import { type MockServer, serveMock } from '../../../firmware-mocks/serve.js';
import { ENTRY } from '../../../paths.js';

let folder: string;
const closers: (() => Promise<unknown>)[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wijktwin-bench-'));
});
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
  rmSync(folder, { recursive: true });
});

const device = () =>
  createInverter({ seed: 1, ratedPowerW: 5000, capacityWh: 10_000, initialStateOfChargeRatio: 0.6, freePowerW: 2000 });

async function mock(inverter: ReturnType<typeof device>): Promise<MockServer> {
  const server = await serveMock(inverter, {
    address: 'listen:127.0.0.1:0',
    framing: 'rtu',
    unit: 1,
    baud: 0,
    disturbances: { interceptors: [], echo: false },
  });
  closers.push(() => server.close());
  return server;
}

function benchFile(address: string): string {
  const file = join(folder, 'bench.yaml');
  writeFileSync(
    file,
    `bench: lab
links:
  - {id: l, address: '${address}', protocol: modbus-rtu}
devices:
  - {id: battery, profile: sunspec-storage, link: l, unit: 1, slot: home-007/battery, lease: actuator,
     safeSetpointW: 0, revertTime: 60s, envelope: {minimumW: -5000, maximumW: 5000, rampWPerS: 5000}}
`,
  );
  return file;
}

interface RunningBench {
  readonly ready: Record<string, unknown> & { readonly address: string };
  /** Its log so far. */
  said(): string;
  /** As Ctrl-C; its exit code. */
  stop(): Promise<number | null>;
}

/** Starts a bench and waits for the line that says it is ready. */
async function start(...more: string[]): Promise<RunningBench> {
  const args = ['bench', '--twin', '127.0.0.1:1', '--listen', '127.0.0.1:0', ...more];
  const child = spawn(process.execPath, [ENTRY, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  child.stderr.on('data', (bytes: Buffer) => {
    said += bytes.toString();
  });
  const exited = new Promise<number | null>((resolve) => child.on('exit', resolve));
  closers.push(async () => {
    child.kill('SIGKILL');
    await exited;
  });
  const line = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', resolve);
    void exited.then((code) => reject(new Error(`ended with ${code} before it was ready: ${said}`)));
  });
  return {
    ready: JSON.parse(line) as RunningBench['ready'],
    said: () => said,
    stop: () => {
      child.kill('SIGINT');
      return exited;
    },
  };
}

/** Runs to its end; its exit code and what it said on stderr. */
function run(...args: string[]): Promise<{ code: number | null; said: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [ENTRY, ...args], { stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', (bytes: Buffer) => {
      said += bytes.toString();
    });
    child.on('exit', (code) => resolve({ code, said }));
  });
}

async function stateOf(address: string): Promise<wijk.v1.DeviceState | null | undefined> {
  const client = createBenchServiceClient(address);
  try {
    return await new Promise((resolve, reject) => {
      client.getHealth({}, (error, answer) =>
        error === null ? resolve(answer?.health?.devices?.[0]?.state) : reject(error),
      );
    });
  } finally {
    client.close();
  }
}

describe('wijktwin bench', () => {
  it('stops within 3 s with every device confirmed at its safe setpoint, exit code 0', async () => {
    const inverter = device();
    const child = await start('--file', benchFile((await mock(inverter)).address));
    await vi.waitFor(
      async () => expect(await stateOf(child.ready.address)).toBe(wijk.v1.DeviceState.DEVICE_STATE_READY),
      {
        timeout: 20_000,
        interval: 100,
      },
    );
    const fromMs = performance.now();
    expect(await child.stop()).toBe(0);
    expect(performance.now() - fromMs).toBeLessThan(3000);
    expect(inverter.status()).toMatchObject({ storageControl: 3, inRate: 0, outRate: 0, revertS: 60 });
  });

  it('stops within the declared budget with a dead device, and says which did not confirm', async () => {
    const server = await mock(device());
    const child = await start('--file', benchFile(server.address));
    await vi.waitFor(
      async () => expect(await stateOf(child.ready.address)).toBe(wijk.v1.DeviceState.DEVICE_STATE_READY),
      {
        timeout: 20_000,
        interval: 100,
      },
    );
    server.fault.set({ fault: 'silence', afterS: 0, forS: 0 });
    const fromMs = performance.now();
    expect(await child.stop()).toBe(0);
    expect(performance.now() - fromMs).toBeLessThan(4500);
    expect(child.said()).toMatch(/"devices":\["battery"\].*did not confirm/);
  });

  it('runs without devices', async () => {
    const child = await start();
    expect(child.ready).toMatchObject({ ready: true, service: 'bench' });
    expect(await child.stop()).toBe(0);
  });

  it('a wrong bench file: every problem with file, line, path, value and rule; exit code 2', async () => {
    const file = benchFile('tcp:127.0.0.1:0');
    const { code, said } = await run('bench', '--file', file, '--twin', 'nowhere');
    expect(code).toBe(2);
    expect(said).toMatch(/<command line>: --twin = nowhere: is host:port/);
    expect(said).toMatch(/bench\.yaml:3: links\/0\/address = tcp:127\.0\.0\.1:0: a port is a number from 1 to 65535/);
  });

  it('a port in use: one line, exit code 2', async () => {
    const child = await start();
    const { code, said } = await run('bench', '--listen', child.ready.address);
    expect(code).toBe(2);
    expect(said.trim().split('\n')).toEqual([expect.stringMatching(/in use by another program.*\[PORT_IN_USE\]$/)]);
    await child.stop();
  });

  it('scan of a line that is not there: one line with what to do, exit code 2', async () => {
    const { code, said } = await run('scan', 'serial:/dev/ttyNONE9');
    expect(code).toBe(2);
    expect(said.trim().split('\n')).toEqual([expect.stringMatching(/there is no such serial port.*\[NO_SUCH_PORT\]$/)]);
  });
});

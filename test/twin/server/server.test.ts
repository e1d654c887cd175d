import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import * as grpc from '@grpc/grpc-js';
import { loadSync } from '@grpc/proto-loader';
import { protoPath as healthProto } from 'grpc-health-check';
import protobuf from 'protobufjs';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { wijk } from '#proto/wijk.js';
import { PACKAGE_ROOT } from '../../../paths.js';
import { ask, type House, Inbox, refusal, startHouse } from './harness.js';

vi.setConfig({ testTimeout: 90_000 });

let house: House;
beforeAll(async () => {
  house = await startHouse();
});
afterAll(() => house.close());

/** A client made from a .proto file, as any other program would make it. */
function foreignClient(file: string, service: string): grpc.Client {
  const root = grpc.loadPackageDefinition(loadSync(file, { enums: String, longs: Number }));
  const Client = service.split('.').reduce<unknown>((at, name) => (at as Record<string, unknown>)[name], root);
  return new (Client as new (address: string, credentials: grpc.ChannelCredentials) => grpc.Client)(
    house.address,
    grpc.credentials.createInsecure(),
  );
}

describe('the server', () => {
  it('is healthy, each service by name', async () => {
    const health = foreignClient(healthProto, 'grpc.health.v1.Health') as grpc.Client &
      Record<string, CallableFunction>;
    for (const service of ['', 'wijk.v1.TwinService', 'wijk.v1.RecordService']) {
      expect(await ask((done) => health['Check']!({ service }, done))).toEqual({ status: 'SERVING' });
    }
    const error = await refusal(ask((done) => health['Check']!({ service: 'wijk.v1.BenchService' }, done)));
    expect(error.code).toBe(grpc.status.NOT_FOUND);
    health.close();
  });

  it('describes itself by reflection: its own services, with their messages', async () => {
    const file = join(PACKAGE_ROOT, 'node_modules/@grpc/reflection/build/proto/grpc/reflection/v1/reflection.proto');
    const reflection = foreignClient(file, 'grpc.reflection.v1.ServerReflection') as grpc.Client &
      Record<string, CallableFunction>;
    const stream = reflection['ServerReflectionInfo']!() as grpc.ClientDuplexStream<unknown, Record<string, never>>;
    const inbox = new Inbox<Record<string, Record<string, unknown>>>(stream);
    stream.write({ listServices: '' });
    const listed = await inbox.find(({ listServicesResponse }) => listServicesResponse !== undefined);
    const names = (listed['listServicesResponse']!['service'] as { name: string }[]).map(({ name }) => name).sort();
    expect(names).toEqual(
      ['RecordService', 'SlotService', 'StrategyService', 'TwinService'].map((name) => `wijk.v1.${name}`),
    );
    stream.write({ fileContainingSymbol: 'wijk.v1.StrategyService' });
    const found = await inbox.find(({ fileDescriptorResponse }) => fileDescriptorResponse !== undefined);
    const files = found['fileDescriptorResponse']!['fileDescriptorProto'] as Buffer[];
    const fileNames = files.map((bytes) => {
      // FileDescriptorProto.name is the first field.
      const reader = protobuf.Reader.create(bytes);
      reader.uint32();
      return reader.string();
    });
    expect(fileNames).toContain('wijk/v1/strategy.proto');
    stream.end();
    expect(await inbox.ended).toBeNull();
    reflection.close();
  });

  it('says UNIMPLEMENTED where there is nothing yet', async () => {
    const error = await refusal(ask((done) => house.record.getSettlement({}, done)));
    expect(error.code).toBe(grpc.status.UNIMPLEMENTED);
    expect(error.details).toMatch(/GetSettlement has no implementation yet/);
  });

  it('refuses a message above its bound', async () => {
    const labels = { big: 'x'.repeat(2 * 1024 * 1024) };
    const error = await refusal(house.load({ labels }));
    expect(error.code).toBe(grpc.status.RESOURCE_EXHAUSTED);
    expect((await house.status()).state).toBe(wijk.v1.SessionState.SESSION_STATE_EMPTY);
  });
});

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the twin's command line as its own program; `ready` gets its first line. */
function command(
  args: readonly string[],
  ready?: (line: string, kill: (signal: NodeJS.Signals) => void) => void,
): Promise<Ended> {
  const child = spawn(process.execPath, [join(PACKAGE_ROOT, 'dist', 'wijktwin.js'), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk) => {
    stdout += chunk;
    if (stdout.endsWith('\n')) ready?.(stdout, (signal) => child.kill(signal));
  });
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, stdout, stderr })));
}

describe('wijktwin twin', () => {
  it('tells in one line that its port is in use, and what to do', async () => {
    const squatter = createServer();
    await new Promise<void>((resolve) => squatter.listen(0, '127.0.0.1', resolve));
    const { port } = squatter.address() as { port: number };
    const { code, stdout, stderr } = await command(['twin', '--listen', `127.0.0.1:${port}`]);
    squatter.close();
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr.trim().split('\n')).toEqual([
      `wijktwin: 127.0.0.1:${port} is in use by another program; stop it or choose another with --listen [PORT_IN_USE]`,
    ]);
  });

  it('tells every problem of its options at once and starts nothing', async () => {
    const { code, stdout, stderr } = await command([
      'twin',
      '--listen',
      'here',
      '--speed',
      'fast',
      '--wijk',
      'merwede-blok',
      '--duration',
      '6 hours',
    ]);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    for (const option of ['--listen', '--speed', '--duration']) expect(stderr).toContain(`<command line>: ${option}: `);
  });

  it.each(['SIGTERM', 'SIGINT'] as const)('on %s writes the footer and exits 0 within 3 s', async (signal) => {
    const folder = house.newFolder();
    let askedMs = 0;
    const { code, stderr } = await command(
      [
        ...['twin', '--listen', '127.0.0.1:0', '--wijk', 'merwede-blok', '--start', '2012-02-03T16:00'],
        ...['--tick', '0.1', '--record', folder],
      ],
      (line, kill) => {
        expect(JSON.parse(line)).toMatchObject({ ready: true, service: 'twin' });
        askedMs = performance.now();
        kill(signal);
      },
    );
    expect(stderr).not.toMatch(/"level":(50|60)/);
    expect(code).toBe(0);
    expect(performance.now() - askedMs).toBeLessThan(3000);
    const replayed = await command(['replay', folder, '--json']);
    expect(replayed.code).toBe(0);
    expect(JSON.parse(replayed.stdout)).toMatchObject({ equal: true, comparedBy: 'bits' });
  });
});

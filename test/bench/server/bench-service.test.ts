/** The bench's gRPC server with one device on a real line and no twin anywhere. */
import * as grpc from '@grpc/grpc-js';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type BenchServiceClient, createBenchServiceClient } from '#proto/services.js';
import { wijk } from '#proto/wijk.js';
import { Bench } from '../../../bench/bench.js';
import { NO_DEVICES, parseBench } from '../../../bench/config.js';
import { loadProfiles } from '../../../bench/devices/profile.js';
import { NO_LOG } from '../../../bench/log.js';
import { type RunningServer, startServer } from '../../../bench/server/server.js';
import { createInverter } from '../../../firmware-mocks/devices/sunspec-inverter.js';
import { type MockServer, serveMock } from '../../../firmware-mocks/serve.js';

const { DeviceState } = wijk.v1;
const actor = { name: 'j.devries', role: wijk.v1.Role.ROLE_OPERATOR };

let mock: MockServer;
let bench: Bench;
let server: RunningServer;
let client: BenchServiceClient;

async function serve(config: Bench['config'], listen = '127.0.0.1:0'): Promise<void> {
  bench = new Bench({ config, twinAddress: '127.0.0.1:1', log: NO_LOG });
  bench.start();
  server = await startServer({ bench, twinAddress: '127.0.0.1:1', listen, log: NO_LOG });
  client = createBenchServiceClient(server.address);
}

beforeEach(async () => {
  const device = createInverter({
    seed: 1,
    ratedPowerW: 5000,
    capacityWh: 10_000,
    initialStateOfChargeRatio: 0.6,
    freePowerW: 0,
  });
  mock = await serveMock(device, {
    address: 'listen:127.0.0.1:0',
    framing: 'rtu',
    unit: 1,
    baud: 0,
    disturbances: { interceptors: [], echo: false },
  });
  const parsed = parseBench(
    `bench: lab
links:
  - {id: l, address: '${mock.address}', protocol: modbus-rtu}
devices:
  - {id: battery, profile: sunspec-storage, link: l, unit: 1, slot: home-007/battery, lease: actuator, pollPeriod: 200ms,
     safeSetpointW: 500, revertTime: 10s, envelope: {minimumW: -5000, maximumW: 5000, rampWPerS: 5000}}
`,
    'bench.yaml',
    loadProfiles(),
  );
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  await serve(parsed.value);
});

afterEach(async () => {
  client.close();
  await Promise.all([bench.close(), server.close()]);
  await mock.close();
});

function ask<Q, A>(
  call: (request: Q, callback: grpc.requestCallback<A>) => grpc.ClientUnaryCall,
  request: Q,
): Promise<A> {
  return new Promise((resolve, reject) => {
    call(request, (error, answer) => (error === null ? resolve(answer!) : reject(error)));
  });
}
const getHealth = () =>
  ask<wijk.v1.IGetHealthRequest, wijk.v1.GetHealthResponse>((q, done) => client.getHealth(q, done), {});
const emergencyStop = (request: wijk.v1.IEmergencyStopRequest) =>
  ask<wijk.v1.IEmergencyStopRequest, wijk.v1.EmergencyStopResponse>(
    (q, done) => client.emergencyStop(q, done),
    request,
  );
const release = (request: wijk.v1.IReleaseEmergencyStopRequest) =>
  ask<wijk.v1.IReleaseEmergencyStopRequest, wijk.v1.ReleaseEmergencyStopResponse>(
    (q, done) => client.releaseEmergencyStop(q, done),
    request,
  );
const battery = async () => (await getHealth()).health!.devices![0]!;
const until = (check: () => Promise<void>): Promise<void> => vi.waitFor(check, { timeout: 15_000, interval: 50 });

describe('BenchService', () => {
  it('stops every device without a twin, shows who holds the stop, and releases it', async () => {
    await until(async () => expect((await battery()).state).toBe(DeviceState.DEVICE_STATE_READY));
    const answer = await emergencyStop({ actor, reason: 'smoke' });
    expect(answer).toMatchObject({ confirmedDeviceIds: ['battery'], unconfirmedDeviceIds: [] });
    const { health } = await getHealth();
    expect(health).toMatchObject({ emergencyStop: true, emergencyStopBy: 'j.devries', twinConnected: false });
    await until(async () => {
      expect(await battery()).toMatchObject({ state: DeviceState.DEVICE_STATE_SAFE, setpointConfirmedW: 500 });
    });
    await release({ actor });
    await until(async () => expect((await battery()).state).toBe(DeviceState.DEVICE_STATE_READY));
  });

  it('takes no command from nobody', async () => {
    for (const call of [emergencyStop({ reason: 'smoke' }), release({ actor: { name: '' } })]) {
      await expect(call).rejects.toMatchObject({ code: grpc.status.INVALID_ARGUMENT });
    }
    expect(bench.stopped).toBe(false);
  });

  it('watches: one message at once and one per period', async () => {
    const stream = client.watchHealth({ periodS: 0.1 });
    const instants: number[] = [];
    await new Promise<void>((resolve, reject) => {
      stream.on('data', ({ health }: wijk.v1.WatchHealthResponse) => {
        expect(health?.benchName).toBe('lab');
        instants.push(performance.now());
        if (instants.length === 5) resolve();
      });
      stream.on('error', reject);
    });
    expect(instants[4]! - instants[0]!).toBeGreaterThan(300);
    stream.on('error', () => undefined);
    stream.cancel();
  });

  it('refuses a period that is none', async () => {
    const stream = client.watchHealth({ periodS: 0.001 });
    const error = await new Promise((resolve) => stream.on('error', resolve));
    expect(error).toMatchObject({ code: grpc.status.INVALID_ARGUMENT });
  });

  it('says that its port is taken in one line with what to do', async () => {
    const again = new Bench({ config: NO_DEVICES, twinAddress: '127.0.0.1:1', log: NO_LOG });
    await expect(
      startServer({ bench: again, twinAddress: '127.0.0.1:1', listen: server.address, log: NO_LOG }),
    ).rejects.toMatchObject({
      code: 'PORT_IN_USE',
      message: expect.stringMatching(/in use by another program; stop it or/),
    });
  });
});

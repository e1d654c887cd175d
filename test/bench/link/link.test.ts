import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DeviceConfig } from '../../../bench/config.js';
import { parseBench } from '../../../bench/config.js';
import { loadProfiles } from '../../../bench/devices/profile.js';
import { type LinkedDevice, TwinLink } from '../../../bench/link.js';
import { NO_LOG } from '../../../bench/log.js';
import { systemClock } from '../../../bench/transport/clock.js';
import { PlayedTwin } from './slot-server.js';

const BENCH = `bench: lab
links:
  - {id: l, address: 'tcp:127.0.0.1:2000', protocol: modbus-rtu}
devices:
  - {id: battery, profile: sunspec-storage, link: l, unit: 1, slot: home-007/battery, lease: actuator, safeSetpointW: 0,
     scale: 2, phases: abc, revertTime: 60s, envelope: {minimumW: -5000, maximumW: 5000, rampWPerS: 5000}}
`;

class Device implements LinkedDevice {
  readonly said: string[] = [];
  constructor(readonly config: DeviceConfig) {}
  leaseChanged(held: boolean): void {
    this.said.push(held ? 'leased' : 'lease ended');
  }
  setpoint(activePowerW: number): void {
    this.said.push(`setpoint ${activePowerW}`);
  }
  readonly ages: number[] = [];
  sent(ageUs: number): void {
    this.ages.push(ageUs);
  }
}

let twin: PlayedTwin;
let link: TwinLink;
let device: Device;

beforeEach(async () => {
  const parsed = parseBench(BENCH, 'bench.yaml', loadProfiles());
  if (!parsed.ok) throw new Error('the bench file of this test is wrong');
  device = new Device(parsed.value.devices[0]!);
  twin = new PlayedTwin();
  await twin.start();
  link = new TwinLink({ benchName: 'lab', address: twin.address, clock: systemClock, log: NO_LOG });
  link.register(device);
  link.start();
});

afterEach(async () => {
  await link.close();
  twin.kill();
});

const until = (check: () => void): Promise<void> => vi.waitFor(check, { timeout: 15_000, interval: 10 });

async function bound(): Promise<void> {
  link.announce(device.config, 'Played serial 1');
  await until(() => expect(device.said.at(-1)).toBe('leased'));
}

const reading = (sequence: number) => ({
  sequence,
  askedAtMs: systemClock.nowMs() - 200,
  quality: 'derived' as const,
  activePowerW: [1, 2, 3] as const,
  reactivePowerVar: 4,
  stateOfChargeRatio: 0.5,
});

describe('the bench at the twin', () => {
  it('says who it is first, then binds what is known, with everything the twin must know', async () => {
    await bound();
    expect(twin.heard[0]).toMatchObject({ hello: { benchName: 'lab', actor: { name: 'bench lab' } } });
    expect(twin.of('bind')).toMatchObject([
      {
        slotId: 'home-007/battery',
        kind: 1,
        deviceId: 'battery',
        deviceIdentity: 'Played serial 1',
        scaleRatio: 2,
        freshnessLimitS: 3,
        safeSetpointW: 0,
        revertTimeS: 60,
        phaseA: true,
        phaseB: true,
        phaseC: true,
      },
    ]);
    expect(link.connected).toBe(true);
  });

  it('binds nothing that is not known', async () => {
    await until(() => expect(link.connected).toBe(true));
    expect(twin.of('bind')).toEqual([]);
  });

  it('passes readings with their age and setpoints as they are, NaN for free', async () => {
    await bound();
    link.send(device.config, reading(7));
    await until(() => expect(twin.of('readings')).toHaveLength(1));
    const [batch] = twin.of('readings');
    const [sent] = batch!.readings!;
    expect(sent).toMatchObject({
      slotId: 'home-007/battery',
      activePowerAW: 1,
      activePowerCW: 3,
      stateOfChargeRatio: 0.5,
    });
    expect(Number(sent!.sequence)).toBe(7);
    expect(sent!.ageUs).toBeGreaterThanOrEqual(200_000);
    expect(sent!.ageUs).toBeLessThan(2_000_000);
    expect(sent!.temperatureC ?? null).toBeNull();
    twin.setpoint('home-007/battery', -1500);
    twin.setpoint('home-007/battery', Number.NaN);
    twin.setpoint('home-008/battery', 1);
    twin.setpoint('home-007/battery', 10);
    await until(() => expect(device.said.slice(-3)).toEqual(['setpoint -1500', 'setpoint NaN', 'setpoint 10']));
  });

  it('asks again for a slot that was refused', async () => {
    twin.refusals.set('home-007/battery', 'held by another bench');
    link.announce(device.config, 'Played serial 1');
    await until(() => expect(twin.of('bind')).toHaveLength(1));
    expect(device.said).toEqual([]);
    twin.refusals.clear();
    await until(() => expect(device.said).toEqual(['leased']));
    expect(twin.of('bind')).toHaveLength(2);
  });

  it('comes back by itself when the twin was killed and started again', async () => {
    await bound();
    const port = Number(twin.address.split(':')[1]);
    twin.kill();
    await until(() => expect(device.said.at(-1)).toBe('lease ended'));
    expect(link.connected).toBe(false);
    await twin.start(port);
    await until(() => expect(device.said.at(-1)).toBe('leased'));
    expect(link.lastError).toBe('');
  });

  it('comes back when the session ended and another began', async () => {
    await bound();
    twin.endStreams();
    await until(() => expect(device.said).toEqual(['leased', 'lease ended', 'leased']));
  });

  it('notices a twin that has gone silent', async () => {
    await bound();
    twin.answers = false;
    await until(() => expect(device.said.at(-1)).toBe('lease ended'));
    expect(link.lastError).toMatch(/silent for/);
    twin.answers = true;
    await until(() => expect(device.said.at(-1)).toBe('leased'));
  });

  it('frees a slot with the reason when the device may not stay', async () => {
    await bound();
    link.withdraw(device.config, '3 setpoints in a row were not followed');
    expect(device.said.at(-1)).toBe('lease ended');
    await until(() => expect(twin.of('unbind')).toMatchObject([{ reason: '3 setpoints in a row were not followed' }]));
  });

  it('the same device that comes back keeps its slot; another one binds anew', async () => {
    await bound();
    link.announce(device.config, 'Played serial 1');
    link.announce(device.config, 'Played serial 2');
    await until(() =>
      expect(twin.of('bind').map((bind) => bind.deviceIdentity)).toEqual(['Played serial 1', 'Played serial 2']),
    );
  });

  it('takes every device out of its slot for a run on the model, and puts it back', async () => {
    await bound();
    link.setBinding(false);
    expect(device.said.at(-1)).toBe('lease ended');
    link.announce(device.config, 'Played serial 1');
    await until(() => expect(twin.of('unbind')).toHaveLength(1));
    expect(twin.of('bind')).toHaveLength(1);
    link.setBinding(true);
    await until(() => expect(device.said.at(-1)).toBe('leased'));
  });
});

/** A bench of values for tests: its health is what the test sets, and it notes when it was told to bind. */
import { wijk } from '#proto/wijk.js';
import type { BenchDevices } from '../../../bench/experiments/bench-devices.js';

const { DeviceState, LeaseKind } = wijk.v1;

export class FakeBench implements BenchDevices {
  readonly bindings: boolean[] = [];

  /** What of its health is not devices and links. */
  more: wijk.v1.IBenchHealth = {};

  constructor(private devices: wijk.v1.IDeviceHealth[] = []) {}

  health(): wijk.v1.IBenchHealth {
    return {
      benchName: 'test bench',
      ...this.more,
      devices: this.devices,
      links: [
        {
          id: 'rs485-1',
          address: 'tcp://127.0.0.1:1',
          open: true,
          requests: 100,
          roundTripP50Us: 900,
          roundTripP99Us: 2500,
        },
      ],
    };
  }

  async setBinding(enabled: boolean): Promise<void> {
    this.bindings.push(enabled);
  }

  /** Changes a device; the object handed out before changes with it, as in a real bench. */
  set(id: string, change: wijk.v1.IDeviceHealth): void {
    const device = this.devices.find((candidate) => candidate.id === id);
    if (device === undefined) throw new Error(`no device ${id}`);
    Object.assign(device, change);
  }
}

export const inverter = (change: wijk.v1.IDeviceHealth = {}): wijk.v1.IDeviceHealth => ({
  id: 'inverter-1',
  profile: 'sunspec-storage',
  slotId: 'home-007/battery',
  state: DeviceState.DEVICE_STATE_BOUND,
  identity: 'Wijklab HY-5 <3ph> 1.4.2 SN 0007',
  leaseKind: LeaseKind.LEASE_KIND_ACTUATOR,
  armed: true,
  readings: 1000,
  readingsLost: 1,
  jitterP99Us: 4000,
  roundTripP50Us: 21_000,
  roundTripP99Us: 34_000,
  ...change,
});

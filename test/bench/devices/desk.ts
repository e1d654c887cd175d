/** An emulated device at the other end of a register port, with a clock that the test turns: no line between them. */
import { createDriver } from '../../../bench/devices/create.js';
import type { ActuatorDriver, Driver } from '../../../bench/devices/driver.js';
import type { RegisterPort } from '../../../bench/devices/ports.js';
import type { Profile } from '../../../bench/devices/profile.js';
import { WijkError } from '../../../errors.js';
import type { ModbusDevice } from '../../../firmware-mocks/device.js';

export const signal = new AbortController().signal;

export class Desk {
  nowS = 0;
  readonly writes: (readonly [number, readonly number[]])[] = [];
  readonly reads: (readonly [number, number])[] = [];
  ignores = false;

  constructor(readonly device: ModbusDevice) {
    device.advance(0);
  }

  /** The physics run in steps of 0.1 s. */
  run(seconds: number): void {
    const untilS = this.nowS + seconds;
    while (this.nowS < untilS - 1e-9) {
      this.nowS += 0.1;
      this.device.advance(this.nowS);
    }
  }

  readonly port: RegisterPort = {
    read: async (address, count, _, readFunction = 3) => {
      this.reads.push([address, count]);
      const functions = this.device.functions ?? [3, 6, 16];
      if (!functions.includes(readFunction)) throw new WijkError('DEVICE_EXCEPTION', 'exception 1');
      const values = this.device.read(address, count, readFunction as 3 | 4);
      if (values === undefined) throw new WijkError('DEVICE_EXCEPTION', `exception 2 at ${address}`);
      return values;
    },
    write: async (address, values) => {
      this.writes.push([address, values]);
      const exception = this.device.write(address, values, this.ignores || this.device.quirks.ignoresWrites);
      if (exception !== undefined) throw new WijkError('DEVICE_EXCEPTION', `exception ${exception} at ${address}`);
    },
  };

  /** The driver that the bench would make of a profile. */
  driver(profile: Profile, { revertTimeMs = 60_000, safeSetpointW = 0 } = {}): Driver {
    const common = { id: 'device', linkId: 'link', unit: 1, slotId: 'slot', phases: [true, true, true] as const };
    const times = {
      scale: 1,
      pollPeriodMs: 1000,
      freshnessMs: 3000,
      observeOnly: false,
      frequency: undefined,
      calibration: undefined,
    };
    const envelope = { minimumW: -1e5, maximumW: 1e5, rampWPerS: 1e5 };
    const none = (): never => {
      throw new Error('only registers here');
    };
    return createDriver(
      profile.lease === 'meter'
        ? { ...common, ...times, lease: 'meter', profile }
        : { ...common, ...times, lease: 'actuator', profile, safeSetpointW, revertTimeMs, deadManMs: 10_000, envelope },
      { registers: () => this.port, telegrams: none, text: none },
      () => this.nowS * 1000,
    );
  }

  actuator(profile: Profile, options?: { revertTimeMs?: number; safeSetpointW?: number }): ActuatorDriver {
    return this.driver(profile, options) as ActuatorDriver;
  }

  /** Total true power, W, + = consumption, as a meter in the supply line sees it. */
  get supplyW(): number {
    const [a, b, c] = this.device.supplyPowerW();
    return a + b + c;
  }
}

/** What every emulated device is to the program around it. */

/** Answer to a write: undefined is accepted, a number is the exception code. */
export type WriteResult = number | undefined;

export interface ModbusDevice {
  readonly kind: 'modbus';
  readonly name: string;
  /** Advances the physics to an instant of the device's own monotonic clock, s. */
  advance(nowS: number): void;
  /** Holding registers; undefined answers exception 2. */
  read(address: number, count: number): Uint16Array | undefined;
  /** `ignored`: the fault of a device that acknowledges and does not follow. */
  write(address: number, values: ArrayLike<number>, ignored: boolean): WriteResult;
  /** Quiet time the device wants after its reply, s; a faster request is not answered. */
  readonly gapS: number;
  readonly replyDelayS: number;
  powerUp(): void;
  status(): Record<string, number | string>;
}

export interface P1Device {
  readonly kind: 'p1';
  readonly name: string;
  advance(nowS: number): void;
  /** One telegram, as it leaves the meter at a wall clock instant. */
  telegram(timeUs: number): Uint8Array;
  readonly periodS: number;
  powerUp(): void;
  status(): Record<string, number | string>;
}

export type MockDevice = ModbusDevice | P1Device;

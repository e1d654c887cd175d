/** What every emulated device is to the program around it. */
import type { Quirks, Trait } from './sins.js';

/** Answer to a write: undefined is accepted, a number is the exception code. */
export type WriteResult = number | undefined;

interface Device {
  readonly name: string;
  /** What sort of device it is, to know which sins mean something. */
  readonly traits: readonly Trait[];
  /** What it does otherwise than its document says; may be changed while it runs. */
  readonly quirks: Quirks;
  /** Advances the physics to an instant of the device's own monotonic clock, s. */
  advance(nowS: number): void;
  powerUp(): void;
  status(): Record<string, number | string>;
  /** What a meter in its supply line would see, phases a, b, c, W, + = consumption; the truth, whatever its registers say. */
  supplyPowerW(): readonly [number, number, number];
}

export interface ModbusDevice extends Device {
  readonly kind: 'modbus';
  /** Function codes that it answers; default: 3, 6 and 16. */
  readonly functions?: readonly number[];
  /** Registers of a function (3 unless said); undefined answers exception 2. */
  read(address: number, count: number, readFunction?: 3 | 4): Uint16Array | undefined;
  /** `ignored`: the fault of a device that acknowledges and does not follow. */
  write(address: number, values: ArrayLike<number>, ignored: boolean): WriteResult;
  /** Quiet time the device wants after its reply, s; a faster request is not answered. */
  readonly gapS: number;
  readonly replyDelayS: number;
  /** A client is there again after nobody was. */
  reconnected?(): void;
}

export interface P1Device extends Device {
  readonly kind: 'p1';
  /** One telegram, as it leaves the meter at a wall clock instant. */
  telegram(timeUs: number): Uint8Array;
  readonly periodS: number;
}

/** An instrument that is spoken to in lines of text. */
export interface TextDevice extends Device {
  readonly kind: 'text';
  /** The answer to a line; undefined has none. */
  line(text: string): string | undefined;
  readonly replyDelayS: number;
  /** A client is there again after nobody was. */
  reconnected?(): void;
  /** Supplies what hangs on its terminals; the truth. */
  supplyVoltageV?(): readonly [number, number, number];
}

export type MockDevice = ModbusDevice | P1Device | TextDevice;

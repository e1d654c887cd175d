/** What the lines ask of an emulated Modbus device. Pure values: clocks and wires stay outside. */
import type { Place, Shown } from './shown.js';

/**
 * What a controller asks of the slot through the registers, W, + is consumption. `window`: whatever others ask stays
 * within; `target`: this power, or for a heat pump this upper limit, with its SG-Ready state. Undefined: nothing, the slot is free again.
 */
export type Ask =
  | { readonly kind: 'window'; readonly minimumW: number; readonly maximumW: number }
  | { readonly kind: 'target'; readonly activePowerW: number; readonly sgReady?: number };

export const sameAsk = (a: Ask | undefined, b: Ask | undefined): boolean =>
  a === b ||
  (a?.kind === 'window' && b?.kind === 'window' && a.minimumW === b.minimumW && a.maximumW === b.maximumW) ||
  (a?.kind === 'target' && b?.kind === 'target' && a.activePowerW === b.activePowerW && a.sgReady === b.sgReady);

export const EXCEPTION = { function: 1, address: 2, value: 3, failure: 4 } as const;

export interface RegisterModel {
  /** Functions with which its values are read: 3 holding, 4 input registers. */
  readonly tables: readonly (3 | 4)[];
  /** The registers; an exception code where the device has none. */
  read(table: 3 | 4, address: number, count: number): Uint16Array | number;
  /** Undefined accepts the whole write, otherwise the exception and nothing is changed. Absent: it takes no writes. */
  write?(address: number, values: ArrayLike<number>, nowMs: number): number | undefined;
  /** New values; undefined: there are no fresh ones. */
  show(shown: Shown | undefined): void;
  /** Lets the timers of the registers run: what a silent controller asked ends here. */
  advance?(nowMs: number): void;
  asked?(): Ask | undefined;
  /** Ends all that a controller asked, as after a trip: it must ask anew. */
  release?(): void;
  /** Time until what the controller asks ends by itself, s; +Infinity if it never does (a timer of 0 s). */
  revertsInS?(nowMs: number): number;
}

export type CreateModel = (place: Place, identity: DeviceIdentity) => RegisterModel;

export interface DeviceIdentity {
  readonly unit: number;
  /** Of the emulation in the bench file. */
  readonly id: string;
  readonly version: string;
  readonly serialNumber: string;
}

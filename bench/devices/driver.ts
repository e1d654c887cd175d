/**
 * What a driver can do. A driver turns questions into requests on its link and answers into SI values with our signs; it
 * has no timer and no memory of the control: when to ask and what to command is the session's business.
 */
import type { PowerWindow } from './power-window.js';

export interface Identity {
  /** Manufacturer, model, version and serial number, as one line for a person. */
  readonly text: string;
  /** Tells this very device from another of its kind. */
  readonly key: string;
  /** What the nameplate allows, W, + = consumption. Absent for a meter. */
  readonly rating?: PowerWindow;
}

export interface DeviceReading {
  /** When the device was asked, or its telegram began, on the bench's monotonic clock. The age counts from here. */
  readonly askedAtMs: number;
  /** `derived`: made up from other values, such as a third of a sum. `invalid`: the device says so itself. */
  readonly quality: 'good' | 'derived' | 'invalid';
  /** Phases a, b, c; + = consumption. */
  readonly activePowerW: readonly [number, number, number];
  /** + = inductive consumption. */
  readonly reactivePowerVar: number;
  readonly stateOfChargeRatio?: number;
  readonly temperatureC?: number;
  readonly voltageV?: readonly [number, number, number];
  /** The device can not consume (a full battery) or not feed in (an empty one) now: no disobedience. */
  readonly cannotConsume?: boolean;
  readonly cannotFeedIn?: boolean;
}

export interface Driver {
  /** The device sends by itself; `read` waits for what comes next. Absent: it answers when asked. */
  readonly pushes?: boolean;
  /** Finds the device and holds it against its profile. Rejects with WRONG_DEVICE and what was found instead. */
  identify(signal: AbortSignal): Promise<Identity>;
  /** One measurement. Rejects with DEVICE_TIMEOUT, DEVICE_EXCEPTION, DEVICE_PROTOCOL or NO_SUCH_PORT. */
  read(signal: AbortSignal): Promise<DeviceReading>;
}

export interface ActuatorDriver extends Driver {
  /**
   * Commands a window with the revert timer armed, reads it back and resolves to what the device now holds, which may
   * differ by its resolution. Rejects with SETPOINT_IGNORED if the device acknowledged and holds something else.
   */
  command(window: PowerWindow, signal: AbortSignal): Promise<PowerWindow>;
}

export const canCommand = (driver: Driver): driver is ActuatorDriver => 'command' in driver;

/** Total over the phases, W. */
export const totalW = ({ activePowerW: [a, b, c] }: DeviceReading): number => a + b + c;

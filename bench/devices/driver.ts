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
  /** As the device says; absent where it does not. */
  readonly manufacturer?: string;
  readonly model?: string;
  readonly firmware?: string;
  readonly serialNumber?: string;
  /** Settings that change how it behaves, by name: two measurements compare only where these are equal. */
  readonly settings?: Readonly<Record<string, number | string>>;
}

export interface DeviceReading {
  /**
   * When the device was asked for the first of its parts, or its telegram began, on the bench's monotonic clock. The age counts
   * from here: it is that of the oldest part.
   */
  readonly askedAtMs: number;
  /**
   * `derived`: made up from other values, such as a third of a sum, or from parts with a command between them. `invalid`: the
   * device says so itself.
   */
  readonly quality: 'good' | 'derived' | 'invalid';
  /** Phases a, b, c; + = consumption. */
  readonly activePowerW: readonly [number, number, number];
  /** + = inductive consumption. */
  readonly reactivePowerVar: number;
  readonly stateOfChargeRatio?: number;
  readonly temperatureC?: number;
  readonly voltageV?: readonly [number, number, number];
  readonly currentA?: readonly [number, number, number];
  readonly frequencyHz?: number;
  readonly apparentPowerVa?: number;
  readonly supplyTemperatureC?: number;
  readonly returnTemperatureC?: number;
  readonly outdoorTemperatureC?: number;
  /** Counters as the device keeps them. */
  readonly importEnergyWh?: number;
  readonly exportEnergyWh?: number;
  /** The device's own state and fault numbers. */
  readonly state?: number;
  readonly faultCode?: number;
  /** What the profile says is there and the device answered as "not there": sentinels, NaN, scale factors without a value. */
  readonly missing?: readonly string[];
  /** Parts of it were read before and others after something was written to the device: no one instant. */
  readonly torn?: boolean;
  /** The device can not consume (a full battery) or not feed in (an empty one) now: no disobedience. */
  readonly cannotConsume?: boolean;
  readonly cannotFeedIn?: boolean;
}

/** What a device holds of its last command, as it says itself. */
export interface HeldCommand {
  /** Absent: it is under no control and runs free, or does not tell. */
  readonly window?: PowerWindow;
  /** Until it reverts, s; absent where the device does not tell. */
  readonly remainingS?: number;
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
  /** Its command cannot be read back: what it holds after `command` is what it acknowledged. */
  readonly writeOnly?: boolean;
  /** Its registers do not tell whether a command is still in force, so that `held` says nothing: only its power shows it. */
  readonly untold?: boolean;
  /**
   * Commands a window with the revert timer armed, reads it back and resolves to what the device now holds, which may
   * differ by its resolution. Rejects with SETPOINT_IGNORED if the device acknowledged and holds something else.
   */
  command(window: PowerWindow, signal: AbortSignal): Promise<PowerWindow>;
  /** Asks what the device holds now, and writes nothing. */
  held(signal: AbortSignal): Promise<HeldCommand>;
  /** Gives control back: the device runs as without a controller. Read back like a command. */
  release(signal: AbortSignal): Promise<void>;
  /**
   * Present where the profile says how the device is made to take all that its limit lets it, whatever it needs: from the next
   * command on it is, or is not any more.
   */
  fullLoad?(on: boolean): void;
  /** Present where the device watches a counter of its controller: one more, at least every `heartbeat.periodS`. */
  beat?(signal: AbortSignal): Promise<void>;
}

/** What an AC source plays. */
export interface PlayedGrid {
  /** Phases a, b, c to neutral. */
  readonly voltageV: readonly [number, number, number];
  readonly frequencyHz: number;
}

/** What a source does that it was not told. */
export interface Unasked {
  readonly kind: 'output-unasked' | 'not-reverted';
  readonly text: string;
}

/** A grid emulator: measures what a device under test does, and plays the voltages that the twin computed from it. */
export interface SourceDriver extends Driver {
  /**
   * On a new connection, before anything is played: is its output on although nobody here switched it on, with other than
   * it was told, or longer than its watchdog should have let it? Writes nothing. Undefined: all is as it should be.
   */
  attach(signal: AbortSignal): Promise<Unasked | undefined>;
  /** Plays towards `grid` as far as limits and slew allow; resolves to what the source confirmed. */
  play(grid: PlayedGrid, signal: AbortSignal): Promise<PlayedGrid>;
  /** Opens the output and confirms that it is open. */
  off(signal: AbortSignal): Promise<void>;
}

export const canCommand = (driver: Driver): driver is ActuatorDriver => 'command' in driver;
export const canPlay = (driver: Driver): driver is SourceDriver => 'play' in driver;

/** Total over the phases, W. */
export const totalW = ({ activePowerW: [a, b, c] }: DeviceReading): number => a + b + c;

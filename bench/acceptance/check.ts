/** What a check of the catalogue is, what it is given, and what it answers. */
import type { PowerWindow } from '../devices/power-window.js';
import type { Declared } from './declared.js';
import type { Figure } from './figure.js';
import type { Instrument } from './instrument.js';
import type { Rig } from './rig.js';
import type { Verdict } from './verdict.js';

export const CHECK_IDS = [
  'identity',
  'read-sanity',
  'write-read-back',
  'effect',
  'played-voltage',
  'played-limits',
  'output-off',
  'ramp',
  'revert',
  'heartbeat',
  'controller-killed',
  'cable-pulled',
  'restart',
  'mode-transitions',
  'bus-load',
  'over-the-run',
  'bench-health',
] as const;
export type CheckId = (typeof CHECK_IDS)[number];

/** A statement that is no number: what was found, and what it makes of the check. */
export interface Finding {
  readonly verdict: Exclude<Verdict, 'not-set' | 'aborted'>;
  readonly text: string;
}

export interface Fact {
  readonly name: string;
  readonly value: string;
  readonly source: string;
}

/** A stretch of power against time, for the report. Times in s from `zeroUs`. */
export interface ResponsePlot {
  readonly title: string;
  /** UTC microseconds of 0 s. */
  readonly zeroUs: number;
  readonly fromS: number;
  readonly untilS: number;
  /** One per instrument. */
  readonly lines: readonly {
    readonly label: string;
    readonly timeS: readonly number[];
    readonly powerW: readonly number[];
  }[];
  /** Commanded windows, each from its instant to the next. */
  readonly windows: readonly { readonly fromS: number; readonly minimumW: number; readonly maximumW: number }[];
  /** Where the power was to be. */
  readonly band?: { readonly fromS: number; readonly minimumW: number; readonly maximumW: number };
  readonly marks: readonly { readonly atS: number; readonly text: string }[];
}

export interface Outcome {
  /** One sentence: the answer to the question of the check. */
  readonly summary: string;
  readonly figures: readonly Figure[];
  readonly findings?: readonly Finding[];
  readonly facts?: readonly Fact[];
  readonly remarks?: readonly string[];
  readonly plots?: readonly ResponsePlot[];
}

/** A hand that does to the device what only a hand can do: pull its cable, cut its supply. */
export interface Hand {
  /** How it is done, for the report; undefined: nobody can, and `reason` says why. */
  readonly how: string | undefined;
  readonly reason: string;
  away(signal: AbortSignal): Promise<void>;
  back(signal: AbortSignal): Promise<void>;
}

/** Another controller in a process of its own, that holds the device and can be killed. */
export interface Holder {
  readonly pid: number | string;
  /** UTC microseconds of its last confirmed command. */
  readonly lastCommandUs: number;
  /** SIGKILL: nothing is flushed, closed or said. Resolves when the process is gone. */
  kill(): Promise<void>;
}

export interface Bench {
  readonly declared: Declared;
  readonly rig: Rig;
  /** Who is believed about power. */
  readonly instrument: Instrument;
  readonly own: Instrument;
  readonly signal: AbortSignal;
  /** Modbus unit of the device, 0 where there is none; and those of every other device on its line. */
  readonly unit: number;
  readonly unitsInUse: readonly number[];
  readonly cable: Hand;
  readonly supply: Hand;
  /** Starts the other controller once the device's line is free. */
  startHolder(window: PowerWindow, signal: AbortSignal): Promise<Holder>;
  /** UTC microseconds of an instant of the device's clock. */
  us(deviceMs: number): number;
  /** What is being done, and how long it takes from now. */
  doing(what: string, leftS: number): void;
  note(text: string): void;
  /** What earlier checks learnt. */
  readonly memory: Memory;
}

/** Handed from check to check. */
export interface Memory {
  /** Hash of the settings as found at the start; empty if the device shows none. */
  settings?: string;
  /** Power without a limit inside its envelope, W; for a ceiling it is what there is to limit. */
  freePowerW?: number;
  /** Power under no control at all, W: where a device goes that reverts to its own will. */
  ownPowerW?: number;
}

export interface Check {
  readonly id: CheckId;
  readonly title: string;
  /** The question that it answers. */
  readonly question: string;
  readonly method: string;
  /** Checks without which this one proves nothing; those that do not apply to a device are no need. */
  readonly needs: readonly CheckId[];
  /** Why it does not apply to this device; undefined if it does. */
  notApplicable(declared: Declared): string | undefined;
  /** s of the device's clock. */
  estimateS(declared: Declared): number;
  run(bench: Bench): Promise<Outcome>;
}

/** A model is shown on a line like a device, but nothing in the twin can be switched off and on again. */
export const hasNoSupply = (declared: Declared): string | undefined =>
  declared.subject === 'model' ? 'a model of the twin has no supply that could be cut' : undefined;

/** The reason that every check of a setpoint has for a meter. */
export const takesNoSetpoint = (declared: Declared): string | undefined =>
  declared.control === undefined ? `${declared.title} takes no power setpoint` : undefined;

/** The reason that every check of played voltages has for what plays none. */
export const playsNothing = (declared: Declared): string | undefined =>
  declared.player === undefined ? `${declared.title} plays no voltages` : undefined;

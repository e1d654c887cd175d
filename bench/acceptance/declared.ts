/**
 * What a device promises: everything the catalogue holds it against, drawn from its profile and the bench file in one
 * place. Where neither says anything, a default of the catalogue stands, and its source says so.
 */
import type { DeviceConfig } from '../config.js';
import type { PlayedGrid } from '../devices/driver.js';
import type { PowerWindow } from '../devices/power-window.js';
import { type Uncertainty, uncertaintyAt } from '../devices/profile/behaviour.js';
import type { ActuatorProfile, ScpiSourceProfile } from '../devices/profile.js';
import { OPEN_V, watchdogS } from '../devices/scpi-source.js';

/** A number with where it was declared. */
export interface Promised {
  readonly value: number;
  readonly source: string;
}

export interface DeclaredControl {
  /** `target`: the power is the setpoint. `ceiling`: anything up to it. `floor`: anything from it up. + = consumption. */
  readonly meaning: 'target' | 'ceiling' | 'floor';
  readonly safeSetpointW: number;
  readonly envelope: PowerWindow & { readonly rampWPerS: number };
  /** What lets the device revert: a timer that each command arms, or the beats of its controller. */
  readonly revertBy: 'timer' | 'heartbeat';
  /** What it reverts to: its own will, or the safe setpoint. */
  readonly revertTo: 'free' | 'safe';
  /** s */
  readonly revertTime: Promised;
  /** s; how far the measured revert time may be from the declared one. */
  readonly revertTolerance: Promised;
  /** s; the controller's counter moves at least every `periodS`, or the device reverts after `timeout`. Absent: there is none. */
  readonly heartbeat?: { readonly periodS: number; readonly timeout: Promised };
  /** Setpoints wear the device's memory: they are not renewed, only changed. */
  readonly flash: boolean;
  readonly minimumIntervalMs: number;
  /** s; the power is inside the band around the setpoint within this time. */
  readonly effectWithin: Promised;
  readonly bandW: number;
  readonly bandRatio: number;
  /** Of a step; how far the power may go beyond its setpoint. Absent: not declared, not judged. */
  readonly overshootRatio?: Promised;
  /** W; the resolution of a setpoint. */
  readonly stepW: number;
  /** It goes to states, each with a most that it takes, and to no number in between. */
  readonly states: boolean;
  /** How it is made to take all that it is rated for. */
  readonly fullLoad?: DeclaredFullLoad;
  /** W, above 0; what it could take or give at the time, by whoever knows its sun or its demand. */
  readonly available?: Promised;
}

export interface DeclaredFullLoad {
  /** Whether more is written for it than the widest window. */
  readonly writes: boolean;
  /** s */
  readonly within: Promised;
  /** °C; absent: none is declared. */
  readonly supplyBelowC?: number;
  readonly notInStates: readonly number[];
}

/** A grid emulator: what it may be told, and what it promises about it. */
export interface DeclaredPlayer {
  /** 1 to 3; further ones mean nothing. */
  readonly phases: number;
  readonly nominal: PlayedGrid;
  readonly limits: ScpiSourceProfile['scpi']['limits'];
  readonly slewVPerS: Promised;
  readonly slewHzPerS: Promised;
  /** s of silence after which the output opens by itself; absent: it goes on playing. */
  readonly watchdog?: Promised;
  /** V; less on its terminals is an open output. */
  readonly openBelowV: number;
  /** Half-widths of its own measurement; 0 where nothing is declared. */
  uncertaintyV(voltageV: number): number;
  uncertaintyHz(frequencyHz: number): number;
}

/** What is tested: the real thing, a program that plays it, or the twin's model of its kind. */
export type Subject = 'hardware' | 'mock' | 'model';

export interface Declared {
  readonly subject: Subject;
  readonly profile: string;
  readonly title: string;
  readonly source: string;
  readonly replyTimeoutMs: number;
  readonly budgetMs: number;
  readonly identifyBudgetMs: number;
  readonly minimumGapMs: number;
  readonly lostAfterReadings: number;
  readonly pollPeriodMs: number;
  readonly freshnessMs: number;
  /** Absent for what takes no power setpoint. */
  readonly control?: DeclaredControl;
  /** Absent for what plays no voltages. */
  readonly player?: DeclaredPlayer;
}

/** `availableW`: what somebody says that the device could do, W, without a sign. */
export function declaredOf(device: DeviceConfig, subject: Subject, availableW?: number): Declared {
  const { profile } = device;
  const { timing } = profile.behaviour;
  const common = {
    subject,
    profile: profile.profile,
    title: profile.title,
    source: profile.source,
    replyTimeoutMs: timing.replyTimeoutMs,
    budgetMs: timing.budgetMs,
    identifyBudgetMs: timing.identifyBudgetMs,
    minimumGapMs: timing.minimumGapMs,
    lostAfterReadings: timing.lostAfterReadings,
    pollPeriodMs: device.pollPeriodMs,
    freshnessMs: device.freshnessMs,
  };
  if (device.lease !== 'actuator') {
    return device.profile.driver === 'scpi-source' ? { ...common, player: playerOf(device.profile) } : common;
  }
  const { control, effect } = device.profile.behaviour;
  const revertS = device.revertTimeMs / 1000;
  const from = (key: string): string => `profile ${profile.profile}, ${key}`;
  return {
    ...common,
    control: {
      meaning: control.meaning,
      safeSetpointW: device.safeSetpointW,
      envelope: device.envelope,
      revertBy: control.revert.kind,
      revertTo: control.revert.to,
      revertTime: { value: revertS, source: 'revertTime of the device' },
      revertTolerance: { value: control.revert.toleranceS, source: from('control.revert.toleranceS') },
      ...(control.heartbeat === undefined
        ? {}
        : {
            heartbeat: {
              periodS: control.heartbeat.periodS,
              // Not told apart: the beats stand for the timer.
              timeout:
                control.heartbeat.timeoutS === undefined
                  ? { value: revertS, source: 'revertTime of the device' }
                  : { value: control.heartbeat.timeoutS, source: from('control.heartbeat.timeoutS') },
            },
          }),
      flash: control.memory === 'flash',
      minimumIntervalMs: control.writes.minimumIntervalMs,
      effectWithin: { value: effect.withinS, source: from('effect.withinS') },
      bandW: effect.bandW,
      bandRatio: effect.bandRatio,
      ...(effect.overshootRatio === undefined
        ? {}
        : { overshootRatio: { value: effect.overshootRatio, source: from('effect.overshootRatio') } }),
      stepW: control.stepW,
      ...loadOf(device.profile, subject),
      ...(availableW === undefined
        ? {}
        : { available: { value: availableW, source: subject === 'mock' ? 'option of the mock' : '--available' } }),
    },
  };
}

function loadOf(profile: ActuatorProfile, subject: Subject): Pick<DeclaredControl, 'states' | 'fullLoad'> {
  if (profile.driver !== 'modbus-actuator') return { states: false };
  const { writes, fullLoad } = profile.command;
  const states = writes.some(({ value }) => typeof value === 'object' && 'modes' in value);
  // A maker's promise of its machine. The twin's model is none of it: its rating may hold an element that no state switches on.
  if (fullLoad === undefined || subject === 'model') return { states };
  return {
    states,
    fullLoad: {
      writes: fullLoad.writes.length > 0,
      within: { value: fullLoad.withinS, source: `profile ${profile.profile}, command.fullLoad.withinS` },
      ...(fullLoad.supplyBelowC === undefined ? {} : { supplyBelowC: fullLoad.supplyBelowC }),
      notInStates: fullLoad.notInStates,
    },
  };
}

function playerOf(profile: ScpiSourceProfile): DeclaredPlayer {
  const { phases, nominal, limits } = profile.scpi;
  const { voltageV, frequencyHz } = profile.measurement.uncertainty;
  const from = (key: string): string => `profile ${profile.profile}, ${key}`;
  const at = (uncertainty: Uncertainty | undefined, value: number): number =>
    uncertainty === undefined ? 0 : uncertaintyAt(uncertainty, value);
  const silenceS = watchdogS(profile);
  return {
    phases,
    nominal: { voltageV: [nominal.voltageV, nominal.voltageV, nominal.voltageV], frequencyHz: nominal.frequencyHz },
    limits,
    slewVPerS: { value: limits.slewVPerS, source: from('scpi.limits.slewVPerS') },
    slewHzPerS: { value: limits.slewHzPerS, source: from('scpi.limits.slewHzPerS') },
    ...(silenceS === undefined
      ? {}
      : { watchdog: { value: silenceS, source: from('scpi.commands.setWatchdog, three times timing.budgetMs') } }),
    openBelowV: OPEN_V,
    uncertaintyV: (value) => at(voltageV, value),
    uncertaintyHz: (value) => at(frequencyHz, value),
  };
}

/** How far the power may be from a setpoint, W: the same band that the effect check of the bench uses. */
export const bandAt = ({ bandW, bandRatio }: DeclaredControl, setpointW: number): number =>
  bandW + bandRatio * Math.abs(setpointW);

/** After how long without its controller a device reverts, s: what comes first, its timer or the missing heartbeat. */
export function reverting({ revertTime, heartbeat }: DeclaredControl): Promised {
  return heartbeat !== undefined && heartbeat.timeout.value < revertTime.value ? heartbeat.timeout : revertTime;
}

/** By how much a power breaks a setpoint, W, with its sign: a limit is only broken on one side. */
export function deviation(meaning: DeclaredControl['meaning'], powerW: number, setpointW: number): number {
  const off = powerW - setpointW;
  if (meaning === 'ceiling') return Math.max(0, off);
  if (meaning === 'floor') return Math.min(0, off);
  return off;
}

/**
 * No hardware is commanded without a way out. Three lines of defence, every one of them needed: somebody or something can
 * stop the test, there is a setpoint that is safe, and the device goes there by itself when this program is gone.
 */
import type { Problem } from '../../errors.js';
import type { Declared } from './declared.js';

export interface StopMeans {
  /** A person at a terminal can press Ctrl-C. */
  readonly terminal: boolean;
  /** What stops the device when this program cannot, as the operator states it; empty: nothing was stated. */
  readonly emergencyStop: string;
  /** Who is at the bench; `none`: nobody. */
  readonly operator: string;
  /** Names of the contacts that stop the test when they open. */
  readonly interlocks: readonly string[];
}

/** What is missing, each with what to do; empty if the test may begin. */
export function missingAbortPath(declared: Declared, means: StopMeans): Problem[] {
  const { control, player, subject } = declared;
  if ((control === undefined && player === undefined) || subject !== 'hardware') return [];
  const problems: Problem[] = [];
  const add = (path: string, value: string | undefined, rule: string): void => {
    problems.push({ file: '<command line>', path, ...(value === undefined ? {} : { value }), rule });
  };
  if (means.emergencyStop === '' && means.interlocks.length === 0) {
    add(
      '--emergency-stop',
      undefined,
      'a hardware test needs an emergency stop within reach that works without this program; state it, such as --emergency-stop "red switch S1 at the rack", or give the bench file an interlock',
    );
  }
  if (!means.terminal && means.operator === 'none') {
    add(
      '--operator',
      'none',
      'nobody is at a terminal to press Ctrl-C; run it at a terminal, or name who watches with --operator NAME',
    );
  }
  // A grid player has one safe state, an open output, and needs no number for it.
  if (control === undefined) return problems;
  if (!Number.isFinite(control.safeSetpointW)) {
    add('--safe', undefined, 'no safe setpoint is declared; give --safe W, or safeSetpointW in the bench file');
  }
  if (!(control.revertTime.value > 0)) {
    add(
      '--revert',
      '0 s',
      'a revert time of 0 means never: with this program gone the device would stay on its last setpoint',
    );
  }
  return problems;
}

/** The ways to stop it, for the report. */
export function abortPathText(declared: Declared, means: StopMeans): string[] {
  const { control, player, subject } = declared;
  if (player !== undefined) {
    return [
      ...(means.emergencyStop === '' ? [] : [`Emergency stop: ${means.emergencyStop}.`]),
      ...means.interlocks.map((id) => `Interlock ${id}, watched during the whole run: output off when it opens.`),
      `Ctrl-C or SIGTERM${means.operator === 'none' ? '' : ` (${means.operator})`}: output off, measured to be open.`,
      player.watchdog === undefined
        ? 'This program gone: the source goes on playing its last voltages; it declares no watchdog.'
        : `This program gone: its output opens after ${player.watchdog.value} s of silence.`,
      ...(subject === 'hardware' ? [] : [`No hardware is at stake: a ${subject}.`]),
    ];
  }
  if (control === undefined) return ['Nothing is written to this device; Ctrl-C ends the run.'];
  const timer = control.revertBy === 'timer' ? 'revert timer' : 'heartbeat';
  return [
    ...(means.emergencyStop === '' ? [] : [`Emergency stop: ${means.emergencyStop}.`]),
    ...means.interlocks.map((id) => `Interlock ${id}, watched during the whole run: safe setpoint when it opens.`),
    `Ctrl-C or SIGTERM${means.operator === 'none' ? '' : ` (${means.operator})`}: safe setpoint of ${control.safeSetpointW} W, read back.`,
    `This program gone: the device reverts by its ${timer} within ${control.revertTime.value} s.`,
    ...(subject === 'hardware' ? [] : [`No hardware is at stake: a ${subject}.`]),
  ];
}

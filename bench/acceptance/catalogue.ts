/** The catalogue: every check, in the order in which they run. A check that is not in this list does not exist. */
import type { Check } from './check.js';
import { benchHealth } from './checks/bench-health.js';
import { busLoad } from './checks/bus-load.js';
import { cablePulled } from './checks/cable-pulled.js';
import { controllerKilled } from './checks/controller-killed.js';
import { effect } from './checks/effect.js';
import { heartbeat } from './checks/heartbeat.js';
import { identity } from './checks/identity.js';
import { modeTransitions } from './checks/mode-transitions.js';
import { outputOff } from './checks/output-off.js';
import { overTheRun } from './checks/over-the-run.js';
import { playedLimits } from './checks/played-limits.js';
import { playedVoltage } from './checks/played-voltage.js';
import { ramp } from './checks/ramp.js';
import { readSanity } from './checks/read-sanity.js';
import { restart } from './checks/restart.js';
import { revert } from './checks/revert.js';
import { writeReadBack } from './checks/write-read-back.js';

export const CATALOGUE: readonly Check[] = [
  identity,
  readSanity,
  writeReadBack,
  effect,
  playedVoltage,
  playedLimits,
  outputOff,
  ramp,
  revert,
  heartbeat,
  controllerKilled,
  cablePulled,
  restart,
  modeTransitions,
  busLoad,
  overTheRun,
  benchHealth,
];

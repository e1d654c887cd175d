/** Events from outside as engine inputs: checked, in words for the record, and as numbers for the engine. */
import { badInput, type Problem, WijkError } from '../../errors.js';
import {
  ASSET_HEAT_PLANT,
  ASSET_HEAT_PUMP,
  ROLE_CALL_OFF,
  ROLE_EXTERNAL_CONTROLLER,
  ROLE_OPERATOR,
  ROLE_SAFETY_ENVELOPE,
  SG_BLOCKED,
  SG_FORCED,
  SG_NONE,
} from '../core/base/status.js';
import { INPUT, type InputKind } from '../core/engine/inputs.js';
import type { Model } from '../core/engine/model.js';

/** Who gives a command; `role` is one of ROLE_*. */
export interface Actor {
  readonly name: string;
  readonly role: number;
}

export type Command =
  | { readonly kind: 'group-limit'; readonly fromUs: number; readonly untilUs: number; readonly limitW: number }
  | {
      readonly kind: 'setpoint';
      readonly slotId: string;
      /** NaN together with a window: only the window. */
      readonly activePowerW: number;
      readonly release: boolean;
      readonly window?: { readonly minimumW: number; readonly maximumW: number };
      /** Lapses after so much simulated time; 0: until released. */
      readonly durationS?: number;
      /** SG_*; may stand alone: then `activePowerW` is NaN. */
      readonly sgReady?: number;
    }
  | { readonly kind: 'load-step'; readonly slotId: string; readonly activePowerW: number; readonly durationS: number }
  | { readonly kind: 'emergency-stop'; readonly active: boolean };

export interface CommandInput {
  readonly input: InputKind;
  readonly index: number;
  readonly values: readonly number[];
  readonly subject: string;
  readonly text: string;
}

const QUARTER_US = 900e6;
const NAME_MAX = 200;
const LOAD_STEP_MAX_W = 10e6;
const LOAD_STEP_MAX_S = 31 * 86_400;
const SETPOINT_MAX_S = 31 * 86_400;

/** Every command says who gave it. Throws BAD_INPUT if it does not. */
export function checkActor(actor: Actor | undefined): Actor {
  const name = actor?.name ?? '';
  if (name === '' || name.length > NAME_MAX) {
    throw badInput([
      {
        file: '<request>',
        path: 'actor/name',
        ...(name === '' ? {} : { value: `${name.slice(0, 40)}...` }),
        rule: `every command says who gives it, in 1 to ${NAME_MAX} characters`,
      },
    ]);
  }
  return { name, role: actor?.role ?? 0 };
}

/** Throws NOT_FOUND for an unknown slot, BAD_INPUT with every other problem of the command. */
export function commandInput(command: Command, actor: Actor, model: Model): CommandInput {
  const problems: Problem[] = [];
  const wrong = (path: string, value: unknown, rule: string): void => {
    problems.push({ file: '<request>', path, value: String(value), rule });
  };
  const input = build(command, actor, model, wrong);
  if (problems.length > 0) throw badInput(problems);
  return input;
}

function build(
  command: Command,
  actor: Actor,
  model: Model,
  wrong: (path: string, value: unknown, rule: string) => void,
): CommandInput {
  switch (command.kind) {
    case 'group-limit': {
      const { fromUs, untilUs, limitW } = command;
      if (!(limitW >= 0 && limitW < Infinity)) wrong('groupLimit/limitW', limitW, 'must be a number of at least 0 W');
      if (fromUs % QUARTER_US !== 0) wrong('groupLimit/fromUs', fromUs, 'must be the start of a quarter-hour');
      if (untilUs % QUARTER_US !== 0) wrong('groupLimit/untilUs', untilUs, 'must be the end of a quarter-hour');
      if (untilUs <= fromUs) wrong('groupLimit/untilUs', untilUs, `must be after from (${fromUs})`);
      return {
        input: INPUT.groupLimit,
        index: 0,
        values: [fromUs, untilUs, limitW],
        subject: 'group',
        text: `limit ${limitW} W from ${instant(fromUs)} until ${instant(untilUs)}`,
      };
    }
    case 'setpoint': {
      const { slotId, activePowerW, release, window, durationS = 0, sgReady = SG_NONE } = command;
      const slot = findSlot(model, slotId);
      const role = setpointRole(actor.role);
      if (role === 0) {
        wrong(
          'actor/role',
          actor.role,
          'a setpoint comes from an operator, external controller, call-off or safety envelope',
        );
      }
      if (model.slots.controllable[slot] !== 1) {
        wrong('setpoint/slotId', slotId, 'this slot follows no setpoint');
      }
      const minW = model.slots.powerMinW[slot]!;
      const maxW = model.slots.powerMaxW[slot]!;
      const only = (window !== undefined || sgReady !== SG_NONE) && Number.isNaN(activePowerW);
      const sgReadyRule = sgReadyProblem(model.slots.kind[slot]!, sgReady);
      if (sgReadyRule !== undefined) wrong('setpoint/sgReady', sgReady, sgReadyRule);
      if (!release && !only && !(activePowerW >= minW && activePowerW <= maxW)) {
        wrong('setpoint/activePowerW', activePowerW, `must lie between ${minW} and ${maxW} W for ${slotId}`);
      }
      if (!release && window !== undefined) {
        for (const name of ['minimumW', 'maximumW'] as const) {
          if (window[name] >= minW && window[name] <= maxW) continue;
          wrong(`setpoint/${name}`, window[name], `must lie between ${minW} and ${maxW} W for ${slotId}`);
        }
        if (window.minimumW > window.maximumW) {
          wrong('setpoint/minimumW', window.minimumW, `must not be above maximumW (${window.maximumW})`);
        }
      }
      if (!(durationS >= 0 && durationS <= SETPOINT_MAX_S)) {
        wrong('setpoint/durationS', durationS, `must be 0 (until released) or at most ${SETPOINT_MAX_S} s`);
      }
      return {
        input: INPUT.roleSetpoint,
        index: slot,
        values: release
          ? [role, Number.NaN]
          : window === undefined && sgReady === SG_NONE
            ? [role, activePowerW, durationS]
            : [
                role,
                activePowerW,
                durationS,
                window === undefined ? 0 : 1,
                window?.minimumW ?? 0,
                window?.maximumW ?? 0,
                sgReady,
              ],
        subject: slotId,
        text: release ? 'setpoint released' : setpointText(activePowerW, window, durationS, sgReady),
      };
    }
    case 'load-step': {
      const { slotId, activePowerW, durationS } = command;
      const slot = findSlot(model, slotId);
      if (!(Math.abs(activePowerW) <= LOAD_STEP_MAX_W)) {
        wrong('loadStep/activePowerW', activePowerW, `must lie within ${LOAD_STEP_MAX_W} W`);
      }
      if (!(durationS > 0 && durationS <= LOAD_STEP_MAX_S)) {
        wrong('loadStep/durationS', durationS, `must be above 0 and at most ${LOAD_STEP_MAX_S} s`);
      }
      return {
        input: INPUT.loadStep,
        index: slot,
        values: [activePowerW, durationS],
        subject: slotId,
        text: `load step ${activePowerW} W for ${durationS} s`,
      };
    }
    case 'emergency-stop':
      return {
        input: INPUT.emergencyStop,
        index: 0,
        values: [command.active ? 1 : 0],
        subject: 'all slots',
        text: command.active ? 'emergency stop' : 'emergency stop released',
      };
  }
}

function setpointText(
  activePowerW: number,
  window: { readonly minimumW: number; readonly maximumW: number } | undefined,
  durationS: number,
  sgReady: number,
): string {
  const parts: string[] = [];
  if (!Number.isNaN(activePowerW)) parts.push(`setpoint ${activePowerW} W`);
  else if (window !== undefined) parts.push('setpoints');
  if (window !== undefined) parts.push(`within ${window.minimumW} to ${window.maximumW} W`);
  if (sgReady !== SG_NONE) parts.push(`SG-Ready ${sgReady}`);
  return `${parts.join(' ')}${durationS > 0 ? ` for ${durationS} s` : ''}`;
}

/** The rule that an SG-Ready state breaks at a slot of that kind, if it does. */
export function sgReadyProblem(kind: number, sgReady: number): string | undefined {
  if (sgReady === SG_NONE) return undefined;
  if (!Number.isInteger(sgReady) || sgReady < SG_BLOCKED || sgReady > SG_FORCED) return 'must be a state from 1 to 4';
  return kind === ASSET_HEAT_PUMP || kind === ASSET_HEAT_PLANT
    ? undefined
    : 'only heat pumps and heat plants have SG-Ready states';
}

/** The role with which a setpoint enters arbitration; 0 if the actor's role gives none. */
function setpointRole(role: number): number {
  if (role === ROLE_OPERATOR || role === ROLE_EXTERNAL_CONTROLLER) return ROLE_EXTERNAL_CONTROLLER;
  return role === ROLE_CALL_OFF || role === ROLE_SAFETY_ENVELOPE ? role : 0;
}

function findSlot(model: Model, slotId: string): number {
  const slot = model.slots.id.indexOf(slotId);
  if (slot < 0) throw new WijkError('NOT_FOUND', `there is no slot "${slotId}"; TwinService.Describe lists them`);
  return slot;
}

function instant(us: number): string {
  return Number.isFinite(us) ? new Date(us / 1000).toISOString() : String(us);
}

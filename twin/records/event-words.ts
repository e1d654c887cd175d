/** The engine's events in words: kind, subject and text as the record and the cockpit show them. */
import { EVENT } from '../core/engine/events.js';
import type { SessionPlan } from '../runtime/plan.js';

export interface EventWords {
  readonly kind: string;
  readonly subject: string;
  readonly text: string;
}

export function eventWords(code: number, index: number, value: number, plan: SessionPlan): EventWords {
  const slot = plan.slotIds[index] ?? `slot ${index}`;
  const watts = `${value.toFixed(0)} W`;
  switch (code) {
    case EVENT.loss:
      return { kind: 'loss', subject: slot, text: `readings too old, model stands in; step ${watts}` };
    case EVENT.deviceBack:
      return { kind: 'return', subject: slot, text: 'the device leads' };
    case EVENT.bound:
      return { kind: 'bound', subject: slot, text: 'a device is bound' };
    case EVENT.unbound:
      return { kind: 'unbound', subject: slot, text: 'back to the model' };
    case EVENT.safeSetpoint:
      return { kind: 'safe-setpoint', subject: slot, text: `revert time over, the model follows ${watts}` };
    case EVENT.quarterBreach:
      return { kind: 'quarter-breach', subject: 'group', text: `quarter-hour mean ${watts} is above its limit` };
    case EVENT.voltageOutOfBand: {
      const node = plan.nodeIds[Math.floor(index / 3)];
      return { kind: 'voltage', subject: `node ${node} phase ${'abc'[index % 3]}`, text: `${value.toFixed(1)} V` };
    }
    case EVENT.overload:
      return { kind: 'overload', subject: `branch ${plan.branchIds[index]}`, text: `${(100 * value).toFixed(0)} %` };
    case EVENT.decisionMissed:
      return { kind: 'decision-missed', subject: 'strategy', text: `${value} in a row` };
    case EVENT.strategySafe:
      return { kind: 'strategy-safe', subject: 'strategy', text: 'silent too long, slots go to their safe setpoints' };
    case EVENT.emergencyStop:
      return { kind: 'emergency-stop', subject: 'all slots', text: value === 1 ? 'active' : 'released' };
    case EVENT.gridNotConverged:
      return { kind: 'grid', subject: 'power flow', text: `no solution after ${value} iterations` };
    case EVENT.gridConverged:
      return { kind: 'grid', subject: 'power flow', text: 'solved again' };
    case EVENT.limitChanged:
      return { kind: 'limit', subject: 'group', text: `limit is now ${watts}` };
    case EVENT.inputRefused:
      return { kind: 'input-refused', subject: slot, text: `an input of kind ${value} fits nothing` };
    case EVENT.setpointLapsed:
      return { kind: 'setpoint-lapsed', subject: slot, text: `role ${value} did not ask again in time` };
    case EVENT.noNumber:
      return {
        kind: 'no-number',
        subject: slot,
        text: `its power is ${value}: a defect of its model or of what was given to it; group and power flow have no number either`,
      };
    default:
      return { kind: `event-${code}`, subject: String(index), text: String(value) };
  }
}

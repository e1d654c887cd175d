/** SG-Ready states on their way through arbitration, in the example wijk. */
import { beforeEach, describe, expect, it } from 'vitest';
import { ROLE_CALL_OFF, ROLE_EXTERNAL_CONTROLLER, ROLE_STRATEGY } from '../../../../twin/core/base/status.js';
import { INPUT, InputBatch } from '../../../../twin/core/engine/inputs.js';
import { createState, type State } from '../../../../twin/core/engine/state.js';
import { step } from '../../../../twin/core/engine/step.js';
import { commandInput } from '../../../../twin/runtime/commands.js';
import { buildModel } from '../../../../twin/wijk/build.js';
import { loadWijk } from '../../../../twin/wijk/load.js';

const loaded = loadWijk('merwede-blok');
if (!loaded.ok) throw new Error('merwede-blok must load');
const build = () => {
  const built = buildModel(loaded.value, {
    startUs: Date.parse('2012-02-03T16:00:00+01:00') * 1000,
    durationS: 3600,
    tickS: 60,
    seed: 1,
    strategy: { name: 'passive', options: {} },
    groupLimitW: 0,
    weather: {},
  });
  if (!built.ok) throw new Error('must build');
  return built.value.model;
};

describe('SG-Ready states', () => {
  let model: ReturnType<typeof build>;
  let state: State;
  let inputs: InputBatch;
  let pump: number;
  beforeEach(() => {
    model = build();
    state = createState(model);
    inputs = new InputBatch(8);
    pump = model.slots.id.indexOf('school/heat-pump');
    inputs.push(INPUT.weather, 0, -5, 0, 0, 3);
  });
  const ticks = (count: number): void => {
    for (let t = 0; t < count; t++) {
      step(model, state, inputs);
      inputs.clear();
    }
  };
  const inForce = () => state.columns.slotSgReady[pump];
  const ask = (role: number, sgReady: number, durationS = 0) =>
    inputs.push(INPUT.roleSetpoint, pump, role, Number.NaN, durationS, 0, 0, 0, sgReady);

  it('are those of the highest role that asks one, and lapse like its setpoint', () => {
    ticks(2);
    expect(inForce()).toBe(0);
    ask(ROLE_STRATEGY, 3);
    ticks(1);
    expect(inForce()).toBe(3);
    ask(ROLE_CALL_OFF, 1, 120);
    ticks(1);
    expect(inForce()).toBe(1);
    ticks(20);
    expect(inForce()).toBe(3);
    expect(state.columns.slotSetpointW[pump]).toBeNaN();
  });

  it('stop the heat pump, and start it', () => {
    ask(ROLE_EXTERNAL_CONTROLLER, 1);
    ticks(15);
    expect(state.columns.slotActivePowerW[pump]).toBeLessThan(100);
    ask(ROLE_EXTERNAL_CONTROLLER, 4);
    ticks(15);
    expect(state.columns.slotActivePowerW[pump]).toBeGreaterThan(3000);
  });

  it('are none while the emergency stop holds the slot', () => {
    ask(ROLE_EXTERNAL_CONTROLLER, 4);
    ticks(5);
    inputs.push(INPUT.emergencyStop, 0, 1);
    ticks(1);
    expect(inForce()).toBe(0);
    expect(state.columns.slotSetpointW[pump]).toBe(model.slots.safeSetpointW[pump]);
  });

  it('come as a command with or without a setpoint, and only for what heats', () => {
    const actor = { name: 'test', role: ROLE_EXTERNAL_CONTROLLER };
    const setpoint = { kind: 'setpoint', activePowerW: Number.NaN, release: false } as const;
    expect(commandInput({ ...setpoint, slotId: 'school/heat-pump', sgReady: 3 }, actor, model)).toMatchObject({
      input: INPUT.roleSetpoint,
      values: [ROLE_EXTERNAL_CONTROLLER, Number.NaN, 0, 0, 0, 0, 3],
      text: 'SG-Ready 3',
    });
    expect(
      commandInput({ ...setpoint, slotId: 'heat-plant/heat-plant', activePowerW: 5000, sgReady: 1 }, actor, model).text,
    ).toBe('setpoint 5000 W SG-Ready 1');
    const told = (slotId: string, sgReady: number): string => {
      try {
        commandInput({ ...setpoint, slotId, sgReady }, actor, model);
      } catch (error) {
        return JSON.stringify((error as { problems?: unknown }).problems ?? String(error));
      }
      return '';
    };
    expect(told('home-007/battery', 3)).toContain('only heat pumps and heat plants');
    expect(told('school/heat-pump', 5)).toContain('must be a state from 1 to 4');
  });
});

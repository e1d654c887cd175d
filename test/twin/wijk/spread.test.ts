/** Heat pumps of one type in one street: each in a phase of its own, and together what the type says. */
import { describe, expect, it } from 'vitest';
import type { HeatPumpParameters } from '../../../twin/core/assets/heat-pump.js';
import { INPUT, InputBatch } from '../../../twin/core/engine/inputs.js';
import { createState } from '../../../twin/core/engine/state.js';
import { step } from '../../../twin/core/engine/step.js';
import { buildModel } from '../../../twin/wijk/build.js';
import { BUILDING_TYPES, HEAT_PUMP_TYPES } from '../../../twin/wijk/catalogue/heat.js';
import { loadWijk } from '../../../twin/wijk/load.js';
import { heatPumpParameters } from '../../../twin/wijk/parameters.js';
import type { RunParameters } from '../../../twin/wijk/run.js';
import { wijkSchema } from '../../../twin/wijk/schema.js';
import { spreadHeatPump } from '../../../twin/wijk/spread.js';

const loaded = loadWijk('straat-24');
if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
const street = loaded.value;
const { heatPumps, buildings } = wijkSchema.shape.types.parse({
  heatPumps: { lucht: HEAT_PUMP_TYPES['lucht'] },
  buildings: { rij: BUILDING_TYPES['rijwoning-nieuw'] },
});
const TYPE: HeatPumpParameters = heatPumpParameters(heatPumps['lucht']!, buildings['rij']!);
const homes = (seed: number, count = 2000) =>
  Array.from({ length: count }, (_, slot) => spreadHeatPump(TYPE, seed, slot));
const mean = (values: readonly number[]): number => values.reduce((sum, v) => sum + v, 0) / values.length;

describe('heat pumps of one type', () => {
  it('begin anywhere within the hysteresis of room and tank', () => {
    const rooms = homes(1).map(({ building }) => building.initialC);
    const tanks = homes(1).map(({ tank }) => tank!.initialC);
    for (const [values, lowC, highC] of [
      [rooms, TYPE.roomC - TYPE.hysteresisK, TYPE.roomC + TYPE.hysteresisK],
      [tanks, TYPE.tank!.onC, TYPE.tank!.offC],
    ] as const) {
      expect(Math.min(...values)).toBeGreaterThanOrEqual(lowC);
      expect(Math.max(...values)).toBeLessThanOrEqual(highC);
      // Uniform: its mean within five standard errors, and each tenth holds a tenth.
      expect(Math.abs(mean(values) - (lowC + highC) / 2)).toBeLessThan((5 * (highC - lowC)) / Math.sqrt(12 * 2000));
      const lowest = values.filter((c) => c < lowC + 0.1 * (highC - lowC)).length;
      expect(Math.abs(lowest - 200)).toBeLessThan(5 * Math.sqrt(2000 * 0.1 * 0.9));
    }
  });

  it('draw at hours of their own, and all together by the shape of the type', () => {
    const { drawShape } = TYPE.tank!;
    const shapes = homes(1).map(({ tank }) => tank!.drawShape);
    drawShape.forEach((share, hour) => {
      const ofHour = shapes.map((shape) => shape[hour]!);
      expect(mean(ofHour) / share).toBeGreaterThan(0.95);
      expect(mean(ofHour) / share).toBeLessThan(1.05);
      expect(Math.max(...ofHour)).toBeGreaterThan(1.5 * share);
    });
  });

  it('are the same for the same seed and slot, and others for another', () => {
    expect(homes(7, 5)).toEqual(homes(7, 5));
    expect(homes(8, 5)).not.toEqual(homes(7, 5));
  });

  it('begin cold where the type begins below the hysteresis, and without tank where there is none', () => {
    const { tank: _, ...noTank } = TYPE;
    const cold = { ...noTank, building: { ...TYPE.building, initialC: 12 } };
    expect(spreadHeatPump(cold, 1, 3)).toEqual(cold);
  });

  it('take turns: in a day of steady frost every hour of a street is within a half of the mean of the day', () => {
    const run: RunParameters = {
      startUs: Date.parse('2012-02-03T00:00:00+01:00') * 1000,
      durationS: 86_400,
      tickS: 60,
      seed: 1,
      strategy: { name: 'passive', options: {} },
      groupLimitW: 0,
      weather: { stressWeek: 'cold-2012-02' },
    };
    const built = buildModel(street, run);
    if (!built.ok) throw new Error(JSON.stringify(built.problems));
    const state = createState(built.value.model);
    const pumps = built.value.model.assets.heatPumps;
    const inputs = new InputBatch(1);
    const hours = new Float64Array(24);
    for (let t = 0; t < 1440; t++) {
      inputs.clear();
      if (t === 0) inputs.push(INPUT.weather, 0, -5, 0, 0, 0);
      step(built.value.model, state, inputs);
      hours[Math.floor(t / 60)]! += pumps.running.reduce((sum, runs) => sum + runs, 0) / 60 / pumps.count;
    }
    const meanOn = mean([...hours]);
    for (const on of hours) {
      expect(on).toBeGreaterThan(0.5 * meanOn);
      expect(on).toBeLessThan(1.5 * meanOn);
    }
  });
});

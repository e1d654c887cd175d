import { describe, expect, it } from 'vitest';
import {
  type BatteryParameters,
  createBatteries,
  reseedBattery,
  stepBatteries,
} from '../../../../twin/core/assets/battery.js';
import fc from '../../../support/property.js';
import { columnsFor, tickAt, utc } from './support.js';

const HOME: BatteryParameters = {
  capacityWh: 10_000,
  chargeMaxW: 5000,
  dischargeMaxW: 4000,
  chargeEfficiencyRatio: 0.95,
  dischargeEfficiencyRatio: 0.9,
  standbyW: 15,
  rampWPerS: 1000,
  minimumRatio: 0.1,
  maximumRatio: 0.95,
  initialRatio: 0.5,
};
const START = utc('2012-02-03T15:00:00Z');

describe('battery', () => {
  it('keeps the books: stored energy is what went in and out, with losses, for any setpoints', () => {
    const setpoint = fc.oneof(
      fc.double({ min: -9000, max: 9000, noNaN: true }),
      fc.constant(Number.NaN),
      fc.constant(0),
    );
    fc.assert(
      fc.property(
        fc.array(setpoint, { minLength: 1, maxLength: 400 }),
        fc.double({ min: 0.1, max: 1, noNaN: true }),
        fc.constantFrom(0.1, 1, 10, 60, 300),
        (setpoints, initial, tickS) => {
          const initialRatio = Math.min(initial, HOME.maximumRatio);
          const batteries = createBatteries([{ slot: 0, parameters: { ...HOME, initialRatio } }]);
          const columns = columnsFor(1);
          columns.freeTargetW[0] = -700;
          let expectedWh = initialRatio * HOME.capacityWh;
          let lastW = 0;
          setpoints.forEach((setpointW, t) => {
            columns.setpointW[0] = setpointW;
            const [minBefore, maxBefore] = [columns.availableMinW[0]!, columns.availableMaxW[0]!];
            stepBatteries(batteries, tickAt({ timeUs: START + t * tickS * 1e6, tickS }), columns);
            const powerW = columns.modelledPowerW[0]!;
            const idle = powerW === HOME.standbyW && batteries.powerW[0] === 0;
            if (!idle) expectedWh += (powerW > 0 ? powerW * 0.95 : powerW / 0.9) * (tickS / 3600);
            expect(batteries.energyWh[0]).toBeCloseTo(expectedWh, 6);
            const soc = columns.stateOfChargeRatio[0]!;
            expect(soc).toBeGreaterThan(HOME.minimumRatio - 1e-9);
            expect(soc).toBeLessThan(HOME.maximumRatio + 1e-9);
            if (t > 0 && !idle) {
              expect(powerW).toBeLessThanOrEqual(maxBefore + 1e-9);
              expect(powerW).toBeGreaterThanOrEqual(minBefore - 1e-9);
            }
            if (!idle) expect(Math.abs(powerW)).toBeLessThanOrEqual(Math.abs(lastW) + HOME.rampWPerS * tickS + 1e-9);
            lastW = batteries.powerW[0]!;
          });
        },
      ),
      { numRuns: 60 },
    );
  });

  it('needs 1/(c·d) of what it gives back', () => {
    const batteries = createBatteries([{ slot: 0, parameters: HOME }]);
    const columns = columnsFor(1);
    let inWh = 0;
    let outWh = 0;
    const before = batteries.energyWh[0]!;
    for (let t = 0; t < 1800; t++) {
      columns.setpointW[0] = 3000;
      stepBatteries(batteries, tickAt({ timeUs: START + t * 1e6 }), columns);
      inWh += columns.modelledPowerW[0]! / 3600;
    }
    for (let t = 1800; batteries.energyWh[0]! > before; t++) {
      columns.setpointW[0] = -1000;
      stepBatteries(batteries, tickAt({ timeUs: START + t * 1e6 }), columns);
      outWh -= columns.modelledPowerW[0]! / 3600;
    }
    expect(outWh / inWh).toBeCloseTo(0.95 * 0.9, 3);
  });

  it('running free, takes over what the rest of its connection takes, and stops when empty', () => {
    const batteries = createBatteries([{ slot: 0, parameters: { ...HOME, initialRatio: 0.12 } }]);
    const columns = columnsFor(1);
    columns.freeTargetW[0] = -1200;
    const context = tickAt({ timeUs: START });
    for (let t = 0; t < 3; t++) stepBatteries(batteries, tickAt({ timeUs: START + t * 1e6 }, context), columns);
    expect(columns.modelledPowerW[0]).toBe(-1200);
    for (let t = 3; t < 3600; t++) stepBatteries(batteries, tickAt({ timeUs: START + t * 1e6 }, context), columns);
    expect(columns.modelledPowerW[0]).toBe(HOME.standbyW);
    expect(columns.stateOfChargeRatio[0]).toBeCloseTo(0.1, 9);
    expect(columns.availableMinW[0]).toBeCloseTo(0, 6);
    expect(columns.availableMaxW[0]).toBe(5000);
  });

  it('takes over the state of a lost device, and keeps its own where the device said nothing', () => {
    const batteries = createBatteries([{ slot: 0, parameters: HOME }]);
    reseedBattery(batteries, 0, 0.8, 2500);
    expect(batteries.energyWh[0]).toBe(8000);
    expect(batteries.powerW[0]).toBe(2500);
    reseedBattery(batteries, 0, Number.NaN, Number.NaN);
    expect(batteries.energyWh[0]).toBe(8000);
  });

  it('counts what a setpoint asked and it did not give; what it does by itself is nobody’s wish', () => {
    const batteries = createBatteries([{ slot: 0, parameters: { ...HOME, rampWPerS: 1e6 } }]);
    const columns = columnsFor(1);
    const hour = (setpointW: number) => {
      columns.setpointW[0] = setpointW;
      stepBatteries(batteries, tickAt({ timeUs: START, tickS: 3600 }), columns);
      return columns.energyDeficitWh[0];
    };
    columns.freeTargetW[0] = 9000;
    expect(hour(Number.NaN)).toBe(0);
    batteries.energyWh[0] = 5000;
    expect(hour(3000)).toBe(0);
    // 1,650 Wh are left below the upper limit, at 0.95: 1,736.8 W for an hour of the 5,000 W asked.
    expect(hour(5000)).toBeCloseTo(5000 - 1650 / 0.95, 6);
  });
});

/** The heat pump against its maker's document, on a clock that the test turns. */
import { describe, expect, it } from 'vitest';
import { createHeatPump } from '../../firmware-mocks/devices/heat-pump.js';

const SG = 200;
const ENABLED = 201;
const LIMIT = 202;
const TIMEOUT = 203;
const LEFT = 204;
const FALLBACK = 205;

function heatPump(options: Partial<Parameters<typeof createHeatPump>[0]> = {}) {
  const device = createHeatPump({
    seed: 1,
    ratedPowerW: 12_000,
    outdoorTemperatureC: -5,
    initialTemperatureC: 17,
    ...options,
  });
  let nowS = 0;
  device.advance(nowS);
  const read = (address: number) => device.read(address, 1)![0]!;
  const int32 = (address: number) => {
    const [high, low] = device.read(address, 2)!;
    return (high! << 16) | low!;
  };
  return {
    device,
    read,
    powerW: () => int32(100),
    zoneC: () => ((read(111) << 16) >> 16) / 10,
    write: (address: number, ...values: number[]) => device.write(address, values, false),
    run: (seconds: number, stepS = 1) => {
      for (const endS = nowS + seconds; nowS < endS; ) {
        nowS = Math.min(endS, nowS + stepS);
        device.advance(nowS);
      }
    },
  };
}

describe('power limit', () => {
  it('acts within 5 s, and below the smallest power the compressor stops despite its minimum run time', () => {
    const pump = heatPump();
    pump.run(20);
    expect(pump.powerW()).toBeGreaterThan(11_000);
    expect(pump.write(SG, 2, 1, 5000, 60)).toBeUndefined();
    pump.run(5);
    expect(pump.powerW()).toBeLessThan(5100);
    expect(pump.powerW()).toBeGreaterThan(4900);
    pump.write(LIMIT, 2500);
    pump.run(5);
    expect(pump.powerW()).toBeLessThan(100);
  });

  it('modulates at 2 kW/s', () => {
    const pump = heatPump();
    pump.run(20);
    pump.write(SG, 2, 1, 4000, 60);
    pump.run(1);
    expect(pump.powerW()).toBeGreaterThan(9900);
    expect(pump.powerW()).toBeLessThan(10_200);
  });

  it('falls back when nobody renews it, and says how long it still holds', () => {
    const pump = heatPump();
    pump.write(FALLBACK, 6000);
    pump.write(SG, 4, 1, 9000, 60);
    pump.run(59);
    expect(pump.read(LEFT)).toBe(1);
    pump.write(SG, 4, 1, 9000, 60);
    pump.run(59);
    expect(pump.read(SG)).toBe(4);
    pump.run(2);
    expect([pump.read(SG), pump.read(ENABLED), pump.read(LIMIT), pump.read(LEFT)]).toEqual([2, 1, 6000, 0]);
    pump.run(10);
    expect(pump.powerW()).toBeLessThan(6100);
  });

  it('a timeout of 0 never falls back', () => {
    const pump = heatPump();
    pump.write(SG, 2, 1, 5000, 0);
    pump.run(7200, 10);
    expect(pump.read(LIMIT)).toBe(5000);
  });

  it('writing the timeout alone does not renew the control', () => {
    const pump = heatPump();
    pump.write(SG, 1);
    pump.run(50);
    pump.write(TIMEOUT, 60);
    pump.run(12);
    expect(pump.read(SG)).toBe(2);
  });
});

describe('SG-Ready', () => {
  it('locked waits for the minimum run time, then stops; normal waits for the minimum off time', () => {
    const pump = heatPump();
    pump.run(10);
    pump.write(SG, 1, 0, 12_000, 3600);
    pump.run(200);
    expect(pump.powerW()).toBeGreaterThan(2900);
    pump.run(100);
    expect(pump.powerW()).toBeLessThan(100);
    pump.write(SG, 2);
    pump.run(60);
    expect(pump.powerW()).toBeLessThan(100);
    pump.run(150);
    expect(pump.powerW()).toBeGreaterThan(11_000);
  });

  it('forced heats a warm building, locked shows state 5', () => {
    const pump = heatPump({ initialTemperatureC: 21.5 });
    pump.run(10);
    expect(pump.powerW()).toBeLessThan(100);
    pump.write(SG, 4, 0, 12_000, 3600);
    pump.run(200);
    expect(pump.powerW()).toBeGreaterThan(11_000);
    pump.write(SG, 1);
    pump.run(1);
    expect(pump.read(113)).toBe(5);
  });
});

describe('the building', () => {
  it('cools without heat as one time constant', () => {
    const pump = heatPump();
    pump.write(SG, 1, 1, 0, 0);
    pump.run(24 * 3600, 60);
    // 30 kWh/K over 1.1 kW/K: 27.3 h.
    expect(pump.zoneC()).toBeCloseTo(-5 + 22 * Math.exp(-24 / (30 / 1.1)), 1);
  });

  it('holds its set temperature in the cold', () => {
    const pump = heatPump();
    pump.run(48 * 3600, 10);
    expect(pump.zoneC()).toBeGreaterThan(19);
    expect(pump.zoneC()).toBeLessThan(21);
  });
});

describe('the document', () => {
  it.each([
    ['a range over a hole', 30, 4],
    ['more than 40 registers', 0, 41],
    ['an address without register', 117, 1],
  ])('%s is refused whole', (_, address, count) => {
    expect(heatPump().device.read(address, count)).toBeUndefined();
  });

  it.each([
    ['a read-only register', 100, 1, 2],
    ['SG-Ready 0', SG, 0, 3],
    ['a limit above the rating', LIMIT, 12_001, 3],
    ['a timeout above an hour', TIMEOUT, 3601, 3],
  ])('writing %s is refused', (_, address, value, exception) => {
    expect(heatPump().write(address, value)).toBe(exception);
  });

  it('power-up: volatile registers at their defaults, the fallback kept', () => {
    const pump = heatPump();
    pump.write(FALLBACK, 4200);
    pump.write(SG, 3, 1, 5000, 120);
    pump.device.powerUp();
    expect([SG, ENABLED, LIMIT, TIMEOUT, LEFT, FALLBACK].map(pump.read)).toEqual([2, 0, 12_000, 60, 0, 4200]);
  });
});

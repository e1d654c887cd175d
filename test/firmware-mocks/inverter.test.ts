/**
 * The inverter's own physics and controls, on a clock that the test turns. Registers by their number, as a person with
 * the maker's document would write them.
 */
import { describe, expect, it } from 'vitest';
import { createInverter } from '../../firmware-mocks/devices/sunspec-inverter.js';

const WATT = 40_070 + 14;
const CONTROLS = 40_182;
const STORAGE = 40_208;
const CHARGE_STATE = STORAGE + 8;
const STATUS = STORAGE + 11;
const signed = (word: number): number => (word << 16) >> 16;
const percent = (value: number): number => Math.round(value * 100) & 0xffff;

function inverter(options: Partial<Parameters<typeof createInverter>[0]> = {}) {
  const device = createInverter({
    seed: 1,
    ratedPowerW: 5000,
    capacityWh: 10_000,
    initialStateOfChargeRatio: 0.5,
    freePowerW: 0,
    ...options,
  });
  let nowS = 0;
  device.advance(nowS);
  const read = (address: number) => device.read(address, 1)![0]!;
  return {
    device,
    read,
    powerW: () => signed(read(WATT)),
    stateOfCharge: () => read(CHARGE_STATE) / 10_000,
    run: (seconds: number, stepS = 1) => {
      for (const endS = nowS + seconds; nowS < endS; ) {
        nowS = Math.min(endS, nowS + stepS);
        device.advance(nowS);
      }
    },
    /** OutWRte, InWRte in %, the revert time in s, then both limits on. */
    control: (out: number, into: number, revertS: number) => {
      expect(device.write(STORAGE + 12, [percent(out), percent(into), 0, revertS], false)).toBeUndefined();
      expect(device.write(STORAGE + 5, [3], false)).toBeUndefined();
    },
  };
}

describe('identity', () => {
  it('is a SunSpec chain of 1, 103, 120, 121, 123, 124 and an end', () => {
    const { device } = inverter();
    const chain: number[] = [];
    let at = 40_002;
    for (; device.read(at, 1)![0] !== 0xffff; at += 2 + device.read(at + 1, 1)![0]!)
      chain.push(device.read(at, 1)![0]!);
    expect(chain).toEqual([1, 103, 120, 121, 123, 124]);
    expect(
      Buffer.from(Uint16Array.from(device.read(40_000, 2)!, (w) => ((w & 0xff) << 8) | (w >> 8)).buffer).toString(),
    ).toBe('SunS');
    expect(device.read(at, 3)).toBeUndefined();
    expect(device.read(39_999, 2)).toBeUndefined();
  });
});

describe('model 124', () => {
  it.each([
    ['discharge of 60 %', 60, -60, 3000],
    ['charge of 40 %', -40, 40, -2000],
    ['nothing', 0, 0, -12],
  ])('a demand: %s', (_, out, into, powerW) => {
    const inv = inverter();
    inv.control(out, into, 60);
    inv.run(5);
    expect(Math.abs(inv.powerW() - powerW)).toBeLessThanOrEqual(3);
  });

  it('limits leave it free inside', () => {
    const inv = inverter({ freePowerW: 2000 });
    inv.control(60, 60, 60);
    inv.run(5);
    expect(Math.abs(inv.powerW() - 2000)).toBeLessThanOrEqual(3);
    inv.control(20, 20, 60);
    inv.run(5);
    expect(Math.abs(inv.powerW() - 1000)).toBeLessThanOrEqual(3);
  });

  it('takes 2 s for full power', () => {
    const inv = inverter();
    inv.control(100, -100, 60);
    inv.run(1);
    expect(Math.abs(inv.powerW() - 2500)).toBeLessThanOrEqual(3);
  });

  it('reverts when its timer ends, and each write starts the timer anew', () => {
    const inv = inverter();
    inv.control(50, -50, 60);
    inv.run(59);
    inv.control(50, -50, 60);
    inv.run(59);
    expect(Math.abs(inv.powerW() - 2500)).toBeLessThanOrEqual(3);
    expect(inv.read(STORAGE + 5)).toBe(3);
    inv.run(5);
    expect(inv.read(STORAGE + 5)).toBe(0);
    expect(Math.abs(inv.powerW())).toBeLessThanOrEqual(15);
  });

  it('a timer of 0 never reverts: the trap that a bench must not step into', () => {
    const inv = inverter();
    inv.control(50, -50, 0);
    inv.run(3600, 10);
    expect(inv.read(STORAGE + 5)).toBe(3);
  });

  it.each([
    ['a register that can only be read', STORAGE + 8, 0, 2],
    ['a rate above 100 %', STORAGE + 12, percent(101), 3],
    ['a rate below −100 %', STORAGE + 13, percent(-101), 3],
    ['an unknown mode', STORAGE + 5, 4, 3],
  ])('refuses %s', (_, address, value, exception) => {
    expect(inverter().device.write(address, [value], false)).toBe(exception);
  });

  it('a refused write changes nothing, not even its good part', () => {
    const inv = inverter();
    expect(inv.device.write(STORAGE + 12, [percent(10), percent(101)], false)).toBe(3);
    expect(inv.read(STORAGE + 12)).toBe(percent(100));
  });
});

describe('the battery', () => {
  it('loses on the way in and on the way out', () => {
    const inv = inverter();
    inv.control(-100, 100, 3600);
    inv.run(1800);
    const charged = inv.stateOfCharge();
    // 5 kW for half an hour less the ramp, times one-way efficiency.
    expect(charged).toBeCloseTo(0.5 + (2500 * 0.95) / 10_000, 3);
    inv.control(100, -100, 3600);
    inv.run(1800);
    expect(inv.stateOfCharge()).toBeCloseTo(charged - 2500 / 0.95 / 10_000, 2);
  });

  it('stops at full and at its reserve, and says so', () => {
    const inv = inverter({ initialStateOfChargeRatio: 0.98 });
    inv.control(-100, 100, 3600);
    inv.run(600);
    expect(inv.stateOfCharge()).toBe(1);
    expect(inv.read(STATUS)).toBe(5);
    expect(Math.abs(inv.powerW())).toBeLessThanOrEqual(15);
    const low = inverter({ initialStateOfChargeRatio: 0.06 });
    low.control(100, -100, 3600);
    low.run(600);
    expect(low.read(STATUS)).toBe(2);
    expect(low.stateOfCharge()).toBeCloseTo(0.05, 2);
    expect(Math.abs(low.powerW())).toBeLessThanOrEqual(15);
  });
});

describe('model 123', () => {
  it('caps the output, and its own timer lifts the cap', () => {
    const inv = inverter({ freePowerW: 4000 });
    inv.device.write(CONTROLS + 5, [percent(20), 0, 30, 0, 1], false);
    inv.run(5);
    expect(Math.abs(inv.powerW() - 1000)).toBeLessThanOrEqual(3);
    inv.run(30);
    expect(inv.read(CONTROLS + 9)).toBe(0);
    expect(Math.abs(inv.powerW() - 4000)).toBeLessThanOrEqual(3);
  });
});

describe('measurements', () => {
  it('hang together: the currents and voltages of three phases make the power', () => {
    const inv = inverter();
    inv.control(80, -80, 60);
    inv.run(5);
    const block = inv.device.read(40_070, 52)!;
    const apparentVa = [0, 1, 2].reduce((sum, p) => sum + (block[3 + p]! / 100) * (block[10 + p]! / 10), 0);
    expect(Math.abs(apparentVa - 4000)).toBeLessThan(20);
    expect(block[16]! / 100).toBeCloseTo(50, 0);
  });

  it('a reboot forgets what was commanded and keeps the charge', () => {
    const inv = inverter();
    inv.control(50, -50, 3600);
    inv.run(600);
    const before = inv.stateOfCharge();
    inv.device.powerUp();
    inv.run(5);
    expect(inv.read(STORAGE + 5)).toBe(0);
    expect(inv.stateOfCharge()).toBeCloseTo(before, 2);
  });
});

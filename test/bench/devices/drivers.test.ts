/** The drivers against the emulated devices' own register tables and physics, without a line between them. */
import { describe, expect, it } from 'vitest';
import { totalW } from '../../../bench/devices/driver.js';
import { createDsmrMeter } from '../../../bench/devices/dsmr-meter.js';
import { createModbusActuator } from '../../../bench/devices/modbus-device.js';
import type { RegisterPort } from '../../../bench/devices/ports.js';
import { target } from '../../../bench/devices/power-window.js';
import {
  type DsmrMeterProfile,
  loadProfiles,
  type ModbusActuatorProfile,
  type SunspecActuatorProfile,
} from '../../../bench/devices/profile.js';
import { createSunspecActuator } from '../../../bench/devices/sunspec/device.js';
import { createP1Framer } from '../../../bench/p1/framer.js';
import { WijkError } from '../../../errors.js';
import { createHeatPump } from '../../../firmware-mocks/devices/heat-pump.js';
import { createMeter } from '../../../firmware-mocks/devices/p1-meter.js';
import { createSdm630 } from '../../../firmware-mocks/devices/sdm630.js';
import { createInverter } from '../../../firmware-mocks/devices/sunspec-inverter.js';
import { Desk, signal } from './desk.js';

const profiles = loadProfiles();

const inverter = (initialStateOfChargeRatio = 0.6, freePowerW = 0) =>
  new Desk(createInverter({ seed: 1, ratedPowerW: 5000, capacityWh: 10_000, initialStateOfChargeRatio, freePowerW }));
const heatPump = () =>
  new Desk(createHeatPump({ seed: 1, ratedPowerW: 12_000, outdoorTemperatureC: -5, initialTemperatureC: 19.5 }));

const storageOn = (desk: Desk) =>
  createSunspecActuator({
    safeSetpointW: 0,
    id: 'battery',
    profile: profiles.get('sunspec-storage') as SunspecActuatorProfile,
    port: desk.port,
    nowMs: () => desk.nowS * 1000,
    revertTimeMs: 60_000,
  });
const heatPumpOn = (desk: Desk) =>
  createModbusActuator({
    id: 'heat-pump',
    profile: profiles.get('sg-ready-heat-pump') as ModbusActuatorProfile,
    port: desk.port,
    nowMs: () => desk.nowS * 1000,
    revertTimeMs: 60_000,
    safeSetpointW: 6000,
  });

describe('a SunSpec storage inverter', () => {
  it('says what it is and what it can', async () => {
    expect(await storageOn(inverter()).identify(signal)).toEqual({
      text: 'Zonnestroom Techniek ZT-Hybride 5K 3.2.1 serial ZT100001',
      key: 'Zonnestroom Techniek/ZT-Hybride 5K/ZT100001',
      manufacturer: 'Zonnestroom Techniek',
      model: 'ZT-Hybride 5K',
      firmware: '3.2.1',
      serialNumber: 'ZT100001',
      settings: {
        '121.VAMax': 5000,
        '121.VRef': 230,
        '121.VRefOfs': 0,
        '121.WMax': 5000,
        '124.MinRsvPct': 5,
        '124.WChaGra': 100,
        '124.WChaMax': 5000,
        '124.WDisChaGra': 100,
      },
      rating: { minimumW: -5000, maximumW: 5000 },
    });
  });

  it.each([
    ['charges', 3000],
    ['discharges', -4200],
    ['stands still', 0],
  ])('%s at exactly the target, with our sign', async (_, powerW) => {
    const desk = inverter();
    const driver = storageOn(desk);
    await driver.identify(signal);
    expect(await driver.command(target(powerW), signal)).toEqual(target(powerW));
    desk.run(5);
    const reading = await driver.read(signal);
    expect(Math.abs(totalW(reading) - powerW)).toBeLessThan(20);
    expect(reading).toMatchObject({ askedAtMs: desk.nowS * 1000, quality: 'derived', reactivePowerVar: 0 });
    expect(reading.stateOfChargeRatio).toBeCloseTo(0.6, 2);
    for (const voltageV of reading.voltageV ?? [Number.NaN]) expect(Math.abs(voltageV - 230)).toBeLessThan(5);
  });

  it('runs free inside a window', async () => {
    const desk = inverter(0.6, 3500);
    const driver = storageOn(desk);
    await driver.identify(signal);
    expect(await driver.command({ minimumW: -2000, maximumW: 1000 }, signal)).toEqual({
      minimumW: -2000,
      maximumW: 1000,
    });
    desk.run(5);
    expect(totalW(await driver.read(signal))).toBeCloseTo(-2000, -2);
  });

  it('arms the revert timer with every command, and the device falls back when nobody refreshes', async () => {
    const desk = inverter();
    const driver = storageOn(desk);
    await driver.identify(signal);
    await driver.command(target(3000), signal);
    expect(desk.device.status()).toMatchObject({ revertS: 60, storageControl: 3 });
    desk.run(50);
    await driver.command(target(3000), signal);
    desk.run(50);
    expect(totalW(await driver.read(signal))).toBeGreaterThan(2900);
    desk.run(15);
    expect(Math.abs(totalW(await driver.read(signal)))).toBeLessThan(50);
    expect(desk.device.status()).toMatchObject({ storageControl: 0 });
  });

  it('is told of more than it can and says what it holds', async () => {
    const driver = storageOn(inverter());
    await driver.identify(signal);
    expect(await driver.command(target(7000), signal)).toEqual({ minimumW: 5000, maximumW: 5000 });
  });

  it('acknowledges and ignores: found at once by reading back', async () => {
    const desk = inverter();
    const driver = storageOn(desk);
    await driver.identify(signal);
    desk.ignores = true;
    await expect(driver.command(target(3000), signal)).rejects.toMatchObject({
      code: 'SETPOINT_IGNORED',
      message: expect.stringMatching(/InWRte was written 6000 and reads 10000/),
    });
  });

  describe('commanded again', () => {
    /** A driver that has given one command, and what it asked and wrote since. */
    async function commanded() {
      const desk = inverter();
      const driver = storageOn(desk);
      await driver.identify(signal);
      await driver.command(target(1000), signal);
      desk.reads.length = 0;
      desk.writes.length = 0;
      return { desk, driver };
    }

    it('the setpoint is the first thing on the wire; one read-back follows', async () => {
      const { desk, driver } = await commanded();
      const order: string[] = [];
      const { read, write } = desk.port;
      Object.assign(desk.port, {
        read: (...args: Parameters<RegisterPort['read']>) => {
          order.push('read');
          return read(...args);
        },
        write: (...args: Parameters<RegisterPort['write']>) => {
          order.push('write');
          return write(...args);
        },
      });
      expect(await driver.command(target(-2000), signal)).toEqual(target(-2000));
      expect(order[0]).toBe('write');
      expect(order.filter((what) => what === 'read')).toHaveLength(1);
    });

    it('after a failed reading it looks first: the device may have restarted', async () => {
      const { desk, driver } = await commanded();
      const { read } = desk.port;
      Object.assign(desk.port, {
        read: async () => {
          throw new WijkError('DEVICE_TIMEOUT', 'no answer');
        },
      });
      await expect(driver.read(signal)).rejects.toMatchObject({ code: 'DEVICE_TIMEOUT' });
      Object.assign(desk.port, { read });
      await driver.command(target(-2000), signal);
      expect(desk.reads).toHaveLength(2);
    });

    it('a device that went back to no control by itself is switched on again', async () => {
      const { desk, driver } = await commanded();
      desk.run(61);
      expect(desk.device.status()).toMatchObject({ storageControl: 0 });
      desk.nowS -= 30; // as if a short timer had run off within the minute
      expect(await driver.command(target(-2000), signal)).toEqual(target(-2000));
      expect(desk.device.status()).toMatchObject({ storageControl: 3 });
    });

    it('another scale factor since: the command is given again on the new one', async () => {
      const { desk, driver } = await commanded();
      const { read } = desk.port;
      Object.assign(desk.port, {
        read: async (...args: Parameters<RegisterPort['read']>) => {
          const words = (await read(...args)).slice();
          // 124 read whole: InOutWRte_SF at 25, −1 instead of −2.
          if (words.length === 26) words[25] = 0xffff;
          return words;
        },
      });
      expect(await driver.command(target(3000), signal)).toEqual(target(3000));
      const charging = desk.writes.filter(([, words]) => words.length === 4).map(([, words]) => words[1]);
      expect(charging).toEqual([6000, 600]);
    });
  });

  it('tells full and empty', async () => {
    const full = storageOn(inverter(1));
    await full.identify(signal);
    expect(await full.read(signal)).toMatchObject({ cannotConsume: true, cannotFeedIn: false });
    const empty = storageOn(inverter(0.05));
    await empty.identify(signal);
    expect(await empty.read(signal)).toMatchObject({ cannotConsume: false, cannotFeedIn: true });
  });

  it('is a heat pump: refused with what was found', async () => {
    await expect(storageOn(heatPump()).identify(signal)).rejects.toMatchObject({
      code: 'WRONG_DEVICE',
      message: expect.stringMatching(/no SunSpec map/),
    });
  });

  it('lacks a model: refused with what it has', async () => {
    const desk = inverter();
    const short: RegisterPort = {
      ...desk.port,
      // The chain ends after model 121.
      read: (address, count) => {
        const control = 40_000 + 2 + 68 + 52 + 28 + 32;
        return address === control ? Promise.resolve(Uint16Array.of(0xffff)) : desk.port.read(address, count, signal);
      },
    };
    const profile = profiles.get('sunspec-storage') as SunspecActuatorProfile;
    const driver = createSunspecActuator({
      id: 'battery',
      profile,
      port: short,
      nowMs: () => 0,
      revertTimeMs: 60_000,
      safeSetpointW: 0,
    });
    await expect(driver.identify(signal)).rejects.toMatchObject({
      code: 'WRONG_DEVICE',
      message: expect.stringMatching(
        /needs SunSpec models 123, 124; found "Zonnestroom .*" with models 1, 103, 120, 121$/,
      ),
    });
  });
});

describe('an SG-Ready heat pump', () => {
  it('says what it is and what it can', async () => {
    expect(await heatPumpOn(heatPump()).identify(signal)).toMatchObject({
      text: expect.stringMatching(/^Warmtebron WB-12 /),
      rating: { minimumW: 0, maximumW: 12_000 },
    });
  });

  it('keeps under its limit, and reads back', async () => {
    const desk = heatPump();
    const driver = heatPumpOn(desk);
    await driver.identify(signal);
    desk.run(600);
    expect(await driver.command({ minimumW: 0, maximumW: 4000 }, signal)).toEqual({ minimumW: 0, maximumW: 4000 });
    desk.run(15);
    const reading = await driver.read(signal);
    expect(totalW(reading)).toBeLessThanOrEqual(4100);
    expect(reading.quality).toBe('good');
    expect(reading.temperatureC).toBeGreaterThan(15);
    expect(reading.temperatureC).toBeLessThan(24);
  });

  it('falls back to the safe setpoint by itself: the flash register is written once', async () => {
    const desk = heatPump();
    const driver = heatPumpOn(desk);
    await driver.identify(signal);
    for (let k = 0; k < 5; k++) await driver.command({ minimumW: 0, maximumW: 3000 + k }, signal);
    const flash = desk.writes.filter(([address]) => address === 205);
    expect(flash).toEqual([[205, [6000]]]);
    desk.run(75);
    expect(desk.device.read(200, 3)).toEqual(Uint16Array.of(2, 1, 6000));
  });

  it('never writes a control timeout of 0', async () => {
    const desk = heatPump();
    const driver = heatPumpOn(desk);
    await driver.identify(signal);
    await driver.command({ minimumW: 0, maximumW: 5000 }, signal);
    expect(desk.device.read(203, 1)).toEqual(Uint16Array.of(60));
  });

  it('is a battery inverter: refused with what was found', async () => {
    await expect(heatPumpOn(inverter()).identify(signal)).rejects.toMatchObject({
      code: 'WRONG_DEVICE',
      message: expect.stringMatching(/wants deviceClass 0x4850, mapVersion 1; found a device without these registers/),
    });
  });

  it('has another register map: refused', async () => {
    const desk = heatPump();
    const other: RegisterPort = {
      ...desk.port,
      read: async (address, count) => {
        const words = (await desk.port.read(address, count, signal)).slice();
        if (address === 0) words[29] = 2;
        return words;
      },
    };
    const profile = profiles.get('sg-ready-heat-pump') as ModbusActuatorProfile;
    const driver = createModbusActuator({
      id: 'hp',
      profile,
      port: other,
      nowMs: () => 0,
      revertTimeMs: 60_000,
      safeSetpointW: 0,
    });
    await expect(driver.identify(signal)).rejects.toMatchObject({
      code: 'WRONG_DEVICE',
      message: expect.stringMatching(/mapVersion 2$/),
    });
  });
});

describe('a DSMR 5 meter', () => {
  const meterOn = (versions: string[]) => {
    const device = createMeter({ seed: 3, phases: 3, pvW: 0 });
    const framer = createP1Framer();
    let timeUs = Date.UTC(2026, 1, 3, 17, 0, 0) * 1000;
    const next = async () => {
      device.advance(timeUs / 1e6);
      const [telegram] = framer.push(device.telegram(timeUs));
      timeUs += 1e6;
      return { telegram: telegram!, startedAtMs: timeUs / 1000 };
    };
    const profile = { ...(profiles.get('dsmr5-meter') as DsmrMeterProfile), dsmr: { versions } };
    return createDsmrMeter({ id: 'meter', profile, port: { next } });
  };

  it('gives three signed phases and their voltages', async () => {
    const meter = meterOn(['50']);
    expect((await meter.identify(signal)).text).toMatch(/serial E\d+$/);
    const reading = await meter.read(signal);
    expect(reading.quality).toBe('good');
    expect(totalW(reading)).toBeGreaterThan(0);
    expect(reading.voltageV).toHaveLength(3);
  });

  it('of another version is refused', async () => {
    await expect(meterOn(['42']).identify(signal)).rejects.toMatchObject({
      code: 'WRONG_DEVICE',
      message: expect.stringMatching(/wants DSMR version 42; found "50"/),
    });
  });
});

describe('an Eastron SDM630', () => {
  const load = [1234.5, -800, 60] as const;
  const meterDesk = () => new Desk(createSdm630({ seed: 4, loadW: () => load }));

  it('measures three signed phases, energies and the frequency, in blocks that the meter takes', async () => {
    const desk = meterDesk();
    const meter = desk.driver(profiles.get('eastron-sdm630')!);
    expect(await meter.identify(signal)).toMatchObject({ text: 'Eastron SDM630 serial 21000004' });
    desk.run(1);
    desk.reads.length = 0;
    const reading = await meter.read(signal);
    for (const p of [0, 1, 2] as const) expect(Math.abs(reading.activePowerW[p] - load[p])).toBeLessThan(1);
    expect(reading).toMatchObject({ quality: 'good', importEnergyWh: expect.closeTo(2_276_542, -1) });
    expect(reading.frequencyHz).toBeCloseTo(50, 1);
    // Each phase by its apparent power, as V × I is.
    for (const p of [0, 1, 2] as const) {
      const apparentVa = reading.voltageV![p] * reading.currentA![p];
      expect(apparentVa).toBeCloseTo(Math.hypot(load[p], 0.08 * load[p]), 0);
    }
    expect(desk.reads.every(([, count]) => count <= 80)).toBe(true);
    expect(desk.reads.length).toBeLessThanOrEqual(2);
  });

  it('is something else: refused with the code that was found', async () => {
    const desk = meterDesk();
    const { read } = desk.port;
    const port = {
      ...desk.port,
      read: async (...args: Parameters<RegisterPort['read']>) => {
        const words = (await read(...args)).slice();
        if (args[0] === 0xfc00) words[2] = 0x0089;
        return words;
      },
    };
    Object.assign(desk, { port });
    await expect(desk.driver(profiles.get('eastron-sdm630')!).identify(signal)).rejects.toMatchObject({
      code: 'WRONG_DEVICE',
      message: expect.stringMatching(/wants meterCode 0x0070, frequency from 45 to 65; found .* with meterCode 0x0089/),
    });
  });
});

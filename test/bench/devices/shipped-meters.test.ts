/** Every shipped profile of a Modbus meter against its mock: the same promises, whatever the register map behind them. */
import { describe, expect, it } from 'vitest';
import { totalW } from '../../../bench/devices/driver.js';
import { uncertaintyAt } from '../../../bench/devices/profile/behaviour.js';
import { loadProfiles, type Profile } from '../../../bench/devices/profile.js';
import { MOCK_NAMES, MOCKS, type MockName, makeMock } from '../../../firmware-mocks/catalogue.js';
import type { ModbusDevice } from '../../../firmware-mocks/device.js';
import { createAcMeter } from '../../../firmware-mocks/devices/sunspec-meter.js';
import { commit } from '../../../firmware-mocks/sins.js';
import { Desk, signal } from './desk.js';

const profiles = loadProfiles();
const meters = MOCK_NAMES.flatMap((name): [MockName, Profile][] => {
  const profile = profiles.get(MOCKS[name].profile)!;
  return MOCKS[name].line === 'modbus' && profile.lease === 'meter' ? [[name, profile]] : [];
});

async function onDesk(name: MockName, profile: Profile, pv: number) {
  const desk = new Desk((await makeMock(name, { pv })) as ModbusDevice);
  const driver = desk.driver(profile);
  const identity = await driver.identify(signal);
  desk.run(30);
  return { desk, driver, identity };
}

it('there are two families of them', () => {
  expect(meters.map(([name]) => name)).toEqual(['sdm630', 'sunspec-meter']);
});

describe.each(meters)('%s', (name, profile) => {
  it('says who it is and takes nothing', async () => {
    const { identity, driver } = await onDesk(name, profile, 0);
    expect(identity).toMatchObject({
      manufacturer: expect.any(String),
      model: expect.any(String),
      serialNumber: expect.any(String),
    });
    expect(identity.rating).toBeUndefined();
    expect('command' in driver).toBe(false);
  });

  it.each([0, 20_000])('per phase what flows, + = import, with %d W of panels; V × I, P and Q agree', async (pv) => {
    const { desk, driver } = await onDesk(name, profile, pv);
    const { activePowerW } = profile.measurement.uncertainty;
    for (let k = 0; k < 20; k++) {
      desk.run(15.3);
      const flowing = desk.device.supplyPowerW();
      const reading = await driver.read(signal);
      expect(reading.quality).toBe('good');
      reading.activePowerW.forEach((w, p) => {
        expect(Math.abs(w - flowing[p]!)).toBeLessThanOrEqual(uncertaintyAt(activePowerW, flowing[p]!));
        const apparentVa = reading.voltageV![p]! * reading.currentA![p]!;
        expect(apparentVa).toBeGreaterThan(Math.abs(w) - 8);
      });
      const sumVa = reading.voltageV!.reduce((sum, v, p) => sum + v * reading.currentA![p]!, 0);
      const oneWay = reading.activePowerW.every((w) => w > 0) || reading.activePowerW.every((w) => w < 0);
      if (oneWay) {
        const fromPowerVa = Math.hypot(totalW(reading), reading.reactivePowerVar);
        expect(Math.abs(sumVa - fromPowerVa)).toBeLessThan(0.06 * sumVa + 10);
      }
      expect(reading.frequencyHz).toBeCloseTo(50, 0);
    }
  });

  it('its counters count what its powers say, in the direction they say', async () => {
    const { desk, driver } = await onDesk(name, profile, 20_000);
    const before = await driver.read(signal);
    let netWh = 0;
    for (let k = 0; k < 6000; k++) {
      desk.run(0.1);
      netWh += desk.supplyW / 36_000;
    }
    const after = await driver.read(signal);
    const importedWh = after.importEnergyWh! - before.importEnergyWh!;
    const exportedWh = after.exportEnergyWh! - before.exportEnergyWh!;
    expect(exportedWh).toBeGreaterThan(100);
    expect(Math.abs(importedWh - exportedWh - netWh)).toBeLessThan(4);
  });

  it('a power that is not there makes the reading invalid, and says which', async () => {
    const { desk, driver } = await onDesk(name, profile, 0);
    commit(desk.device, 'sentinel-power');
    desk.run(1);
    const reading = await driver.read(signal);
    expect(reading.quality).toBe('invalid');
    expect(reading.missing!.length).toBeGreaterThan(0);
  });
});

describe('a SunSpec meter', () => {
  const profile = profiles.get('sunspec-meter')!;

  it('says the words of its document, with the factors where model 203 has them', async () => {
    const meter = createAcMeter({ seed: 3, pvW: 0 });
    meter.advance(0);
    meter.advance(10);
    const words = meter.read(40_000, 70)!;
    expect([...words.subarray(0, 4)]).toEqual([0x5375, 0x6e53, 1, 66]);
    const model = meter.read(40_070, 107)!;
    expect([model[0], model[1]]).toEqual([203, 105]);
    const signed = (at: number): number => (model[at]! << 16) >> 16;
    expect([6, 15, 17, 22, 27, 32, 37, 54].map(signed)).toEqual([-2, -1, -2, 0, 0, 0, -1, 0]);
    expect(Math.abs(signed(18) - (signed(19) + signed(20) + signed(21)))).toBeLessThanOrEqual(2);
    expect([...meter.read(40_177, 2)!]).toEqual([0xffff, 0]);
    // Function 4 and writes are not in its document.
    expect(meter.functions).toEqual([3]);
    expect(meter.write(40_090, [0], false)).toBe(2);
  });

  it('whose chain breaks off before its meter model is refused, with what was found', async () => {
    const desk = new Desk((await makeMock('sunspec-meter')) as ModbusDevice);
    commit(desk.device, 'chain-exception');
    await expect(desk.driver(profile).identify(signal)).rejects.toMatchObject({
      code: 'WRONG_DEVICE',
      message: expect.stringMatching(
        /needs one of SunSpec models 213, 203.*found "Meetlint ML-3.*with models 1; the chain breaks off/,
      ),
    });
  });

  it('another factor after a restart, another number, or the wrong way round: the sinner does what it says', async () => {
    const { desk, driver } = await onDesk('sunspec-meter', profile, 0);
    commit(desk.device, 'scale-after-reboot');
    commit(desk.device, 'swapped-directions');
    const before = totalW(await driver.read(signal));
    expect(before / desk.supplyW).toBeCloseTo(1, 1);
    desk.device.powerUp();
    desk.run(1);
    expect(totalW(await driver.read(signal)) / desk.supplyW).toBeCloseTo(-10, 0);
  });
});

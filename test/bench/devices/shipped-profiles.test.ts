/** Every shipped profile of an actuator against its mock: the same promises, whatever the protocol behind them. */
import { describe, expect, it } from 'vitest';
import { totalW } from '../../../bench/devices/driver.js';
import type { PowerWindow } from '../../../bench/devices/power-window.js';
import { uncertaintyAt } from '../../../bench/devices/profile/behaviour.js';
import { type ActuatorProfile, loadProfiles } from '../../../bench/devices/profile.js';
import { MOCK_NAMES, MOCKS, type MockKind, type MockName, makeMock } from '../../../firmware-mocks/catalogue.js';
import type { ModbusDevice } from '../../../firmware-mocks/device.js';
import { commit } from '../../../firmware-mocks/sins.js';
import { Desk, signal } from './desk.js';

const profiles = loadProfiles();
/** Powers that each family of devices can do; a window as the session would make it. */
const WINDOWS: Record<
  ActuatorProfile['behaviour']['control']['meaning'],
  (at: number, whole: PowerWindow) => PowerWindow
> = {
  target: (at) => ({ minimumW: at, maximumW: at }),
  ceiling: (at, { minimumW }) => ({ minimumW, maximumW: at }),
  floor: (at, { maximumW }) => ({ minimumW: at, maximumW }),
};

const actuators = MOCK_NAMES.flatMap((name): [MockName, ActuatorProfile][] => {
  const profile = profiles.get(MOCKS[name].profile)!;
  return profile.lease === 'actuator' ? [[name, profile]] : [];
});

/** On the desk, identified, and its free run settled. */
async function onDesk(name: MockName, profile: ActuatorProfile) {
  const desk = new Desk((await makeMock(name)) as ModbusDevice);
  const driver = desk.actuator(profile, { revertTimeMs: revertOf(profile) * 1000 });
  const identity = await driver.identify(signal);
  desk.run(600);
  return { desk, driver, identity, whole: identity.rating! };
}

const revertOf = (profile: ActuatorProfile) => profile.behaviour.control.revert.defaultS!;
const within = (profile: ActuatorProfile) => profile.behaviour.effect.withinS + 1;

describe.each(actuators)('%s', (name, profile) => {
  it('says who it is, what it can, and what was set on it', async () => {
    const { identity } = await onDesk(name, profile);
    expect(identity).toMatchObject({
      manufacturer: expect.any(String),
      model: expect.any(String),
      firmware: expect.any(String),
      serialNumber: expect.any(String),
    });
    expect(identity.rating!.maximumW - identity.rating!.minimumW).toBeGreaterThan(1000);
    expect(Object.keys(identity.settings ?? {}).length).toBeGreaterThan(0);
  });

  it('measures what a meter in its supply line sees, within its declared uncertainty; V × I is its power', async () => {
    const { desk, driver } = await onDesk(name, profile);
    const reading = await driver.read(signal);
    const { activePowerW } = profile.measurement.uncertainty;
    expect(Math.abs(totalW(reading) - desk.supplyW)).toBeLessThanOrEqual(uncertaintyAt(activePowerW, desk.supplyW));
    expect(reading.missing).toBeUndefined();
    expect(reading.quality).not.toBe('invalid');
    if (reading.currentA === undefined) return;
    const apparentVa = reading.currentA.reduce((sum, a, p) => sum + a * reading.voltageV![p]!, 0);
    expect(Math.abs(apparentVa - Math.abs(totalW(reading)))).toBeLessThan(0.05 * apparentVa + 30);
  });

  it('follows a command, tells what it holds, and reverts by itself as declared', async () => {
    const { desk, driver, whole } = await onDesk(name, profile);
    const { meaning, revert } = profile.behaviour.control;
    const freeW = desk.supplyW;
    const at =
      meaning === 'floor' ? whole.minimumW * 0.3 : meaning === 'ceiling' ? whole.maximumW * 0.35 : whole.maximumW * 0.6;
    const window = WINDOWS[meaning](at, whole);
    const held = await driver.command(window, signal);
    expect(Math.abs(held.minimumW - window.minimumW)).toBeLessThanOrEqual(profile.behaviour.control.stepW);
    expect(Math.abs(held.maximumW - window.maximumW)).toBeLessThanOrEqual(profile.behaviour.control.stepW);
    const { bandW, bandRatio } = profile.behaviour.effect;
    desk.run(within(profile));
    const slack = bandW + bandRatio * Math.abs(at);
    expect(desk.supplyW).toBeGreaterThanOrEqual(window.minimumW - slack);
    expect(desk.supplyW).toBeLessThanOrEqual(window.maximumW + slack);
    const now = await driver.held(signal);
    expect(now.window).toBeDefined();
    expect(now.remainingS ?? 30).toBeGreaterThan(20);
    // Beats of its controller go on: here only the timer is looked at.
    for (let s = 0; s < revertOf(profile); s += 5) {
      await driver.beat?.(signal);
      desk.run(5);
    }
    desk.run(within(profile));
    const after = await driver.held(signal);
    if (revert.to === 'free') {
      expect(after.window).toBeUndefined();
      expect(Math.abs(desk.supplyW - freeW)).toBeLessThan(0.1 * Math.abs(freeW) + 200);
    } else expect(desk.supplyW).toBeLessThanOrEqual(50 + (meaning === 'ceiling' ? 100 : 0));
  });

  it('refreshed before its timer ends it goes on', async () => {
    const { desk, driver, whole } = await onDesk(name, profile);
    const { meaning } = profile.behaviour.control;
    const at = meaning === 'floor' ? whole.minimumW * 0.3 : whole.maximumW * 0.35;
    const window = WINDOWS[meaning](at, whole);
    for (let k = 0; k < 5; k++) {
      await driver.command(window, signal);
      for (let s = 0; s < 29; s += 1) {
        await driver.beat?.(signal);
        desk.run(1);
      }
    }
    expect((await driver.held(signal)).window).toBeDefined();
    const { bandW, bandRatio } = profile.behaviour.effect;
    expect(desk.supplyW).toBeLessThanOrEqual(window.maximumW + bandW + bandRatio * Math.abs(at));
    expect(desk.supplyW).toBeGreaterThanOrEqual(window.minimumW - bandW - bandRatio * Math.abs(at));
  });

  it('gives control back when it is asked to', async () => {
    const { desk, driver, whole } = await onDesk(name, profile);
    const freeW = desk.supplyW;
    const { meaning } = profile.behaviour.control;
    await driver.command(WINDOWS[meaning](meaning === 'floor' ? -200 : 200, whole), signal);
    desk.run(within(profile));
    await driver.release(signal);
    expect((await driver.held(signal)).window).toBeUndefined();
    desk.run(within(profile) + 200);
    expect(Math.abs(desk.supplyW - freeW)).toBeLessThan(0.1 * Math.abs(freeW) + 300);
  });

  it('acknowledges and ignores: found at once by reading back', async () => {
    const { desk, driver, whole } = await onDesk(name, profile);
    commit(desk.device, 'ignore-writes');
    const { meaning } = profile.behaviour.control;
    const at = meaning === 'floor' ? whole.minimumW * 0.3 : whole.maximumW * 0.35;
    await expect(driver.command(WINDOWS[meaning](at, whole), signal)).rejects.toMatchObject({
      code: 'SETPOINT_IGNORED',
      message: expect.stringMatching(/ was written .* and reads /),
    });
  });

  it('a power that is not there makes the reading invalid, and says which', async () => {
    const { desk, driver } = await onDesk(name, profile);
    commit(desk.device, 'sentinel-power');
    desk.run(1);
    const reading = await driver.read(signal);
    expect(reading.quality).toBe('invalid');
    expect(reading.missing!.length).toBeGreaterThan(0);
  });
});

describe('the heartbeat of a controller', () => {
  const profile = profiles.get('sunspec-storage-der') as ActuatorProfile;
  const charging = { minimumW: 3000, maximumW: 3000 };

  it('stops: the device goes to the safe setpoint that it was given, long before its timer ends', async () => {
    const desk = new Desk((await makeMock('sunspec-der-battery', { freePower: 1500 })) as ModbusDevice);
    const driver = desk.actuator(profile, { safeSetpointW: -500 });
    await driver.identify(signal);
    await driver.command(charging, signal);
    for (let s = 0; s < 8; s++) {
      await driver.beat!(signal);
      desk.run(1);
    }
    expect(desk.supplyW).toBeCloseTo(3000, -1);
    desk.run(13);
    expect(desk.supplyW).toBeCloseTo(-500, -1);
  });

  it('stops, and a sinner does not notice', async () => {
    const desk = new Desk((await makeMock('sunspec-der-battery')) as ModbusDevice);
    commit(desk.device, 'no-heartbeat-expiry');
    const driver = desk.actuator(profile);
    await driver.identify(signal);
    await driver.command(charging, signal);
    await driver.beat!(signal);
    desk.run(30);
    expect(desk.supplyW).toBeCloseTo(3000, -1);
  });
});

it('every shipped profile has its mock', () => {
  const played = new Set(MOCK_NAMES.map((name) => (MOCKS[name] as MockKind).profile));
  expect([...profiles.keys()].filter((name) => !played.has(name))).toEqual([]);
});

/** A device's session with a driver that the test plays, on a clock that the test turns. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ActuatorConfig, type DeviceConfig, parseBench } from '../../../bench/config.js';
import type { ActuatorDriver, DeviceReading, Driver, HeldCommand, Identity } from '../../../bench/devices/driver.js';
import { type PowerWindow, target } from '../../../bench/devices/power-window.js';
import { loadProfiles } from '../../../bench/devices/profile.js';
import { NO_LOG } from '../../../bench/log.js';
import { isKnown } from '../../../bench/session.js';
import { DeviceSession, type LeaseDesk, type NumberedReading } from '../../../bench/session-runner.js';
import { type ErrorCode, WijkError } from '../../../errors.js';
import { VirtualClock } from '../transport/virtual-clock.js';

const BENCH = `bench: lab
links:
  - {id: l, address: 'tcp:127.0.0.1:2000', protocol: modbus-rtu}
  - {id: p, address: 'tcp:127.0.0.1:2001', protocol: p1}
devices:
  - {id: battery, profile: sunspec-storage, link: l, unit: 1, slot: home-007/battery, lease: actuator, safeSetpointW: 0,
     revertTime: 60s, envelope: {minimumW: -5000, maximumW: 5000, rampWPerS: 5000}}
  - {id: meter, profile: dsmr5-meter, link: p, slot: home-012/household, lease: meter}
`;

function configs(): readonly DeviceConfig[] {
  const parsed = parseBench(BENCH, 'bench.yaml', loadProfiles());
  if (!parsed.ok) throw new Error('the bench file of this test is wrong');
  return parsed.value.devices;
}

/** A device as a driver shows it. `broken` makes every question fail; `powerW` is what it does. */
class PlayedDevice implements ActuatorDriver {
  powerW = 0;
  /** Its readings have a power. */
  tells = true;
  /** It follows its commands. */
  obeys = true;
  broken: ErrorCode | undefined;
  /** Whether what is broken said not a word of what it is. */
  unread: boolean | undefined;
  key = 'serial 1';
  readonly asked: number[] = [];
  readonly commands: { readonly window: PowerWindow; readonly atMs: number }[] = [];
  /** How long a question takes. */
  tookMs = 50;

  constructor(private readonly clock: VirtualClock) {}

  identify(signal: AbortSignal): Promise<Identity> {
    return this.#answer(signal, () => ({ text: `Played ${this.key}`, key: this.key }));
  }

  read(signal: AbortSignal): Promise<DeviceReading> {
    const askedAtMs = this.clock.nowMs();
    this.asked.push(askedAtMs);
    const third = this.tells ? this.powerW / 3 : Number.NaN;
    return this.#answer(signal, () => ({
      askedAtMs,
      quality: 'good',
      activePowerW: [third, third, third],
      reactivePowerVar: 0,
    }));
  }

  command(window: PowerWindow, signal: AbortSignal): Promise<PowerWindow> {
    return this.#answer(signal, () => {
      this.commands.push({ window, atMs: this.clock.nowMs() });
      if (this.obeys) this.powerW = window.maximumW;
      return window;
    });
  }

  held(signal: AbortSignal): Promise<HeldCommand> {
    return this.#answer(signal, () => ({}));
  }

  release(signal: AbortSignal): Promise<void> {
    return this.#answer(signal, () => undefined);
  }

  #answer<T>(signal: AbortSignal, value: () => T): Promise<T> {
    return new Promise((resolve, reject) => {
      this.clock.schedule(this.tookMs, () => {
        if (signal.aborted) reject(signal.reason);
        else if (this.broken !== undefined) {
          const context = this.unread === undefined ? {} : { unread: this.unread };
          reject(new WijkError(this.broken, `played ${this.broken}`, { context }));
        } else resolve(value());
      });
    });
  }
}

class Desk implements LeaseDesk {
  readonly sent: NumberedReading[] = [];
  readonly said: string[] = [];
  readonly noticed: string[] = [];
  announce(_: DeviceConfig, identity: string): void {
    this.said.push(`announce ${identity}`);
  }
  withdraw(_: DeviceConfig, reason: string): void {
    this.said.push(`withdraw ${reason}`);
  }
  send(_: DeviceConfig, reading: NumberedReading): void {
    this.sent.push(reading);
  }
  notice(_: DeviceConfig, kind: string, text: string): void {
    this.noticed.push(`${kind}: ${text}`);
  }
}

let clock: VirtualClock;
let device: PlayedDevice;
let desk: Desk;
let session: DeviceSession;

function begin(config: DeviceConfig, driver: Driver): DeviceSession {
  return new DeviceSession({ config, driver, desk, clock, log: NO_LOG });
}

beforeEach(() => {
  clock = new VirtualClock();
  device = new PlayedDevice(clock);
  desk = new Desk();
  session = begin(configs()[0]!, device);
});

afterEach(async () => {
  const closing = session.close();
  await clock.advance(10_000);
  await closing;
});

/** Identified, in its slot, following `powerW`. */
async function bound(powerW: number): Promise<void> {
  session.start();
  await clock.advance(500);
  session.leaseChanged(true);
  session.setpoint(powerW);
  await clock.advance(500);
}

/** Setpoints once a second, as the twin sends them. */
async function follow(powerW: number, seconds: number): Promise<void> {
  for (let s = 0; s < seconds; s++) {
    session.setpoint(powerW);
    await clock.advance(1000);
  }
}

describe('asking', () => {
  it('is on an absolute schedule: a slow answer does not move the next question', async () => {
    session.start();
    await clock.advance(2000);
    device.tookMs = 300;
    await clock.advance(2000);
    device.tookMs = 20;
    await clock.advance(2000);
    const beats = device.asked.slice(1).map((atMs) => (atMs - 50) % 1000);
    expect(device.asked).toHaveLength(6);
    expect(beats.every((ms) => ms === 0)).toBe(true);
  });

  it('numbers the readings, and lost ones leave a gap', async () => {
    await bound(1000);
    await follow(1000, 2);
    device.broken = 'DEVICE_PROTOCOL';
    await follow(1000, 2);
    device.broken = undefined;
    await follow(1000, 2);
    const numbers = desk.sent.map((reading) => reading.sequence);
    const gaps = numbers.slice(1).filter((n, k) => n !== numbers[k]! + 1);
    expect(gaps).toHaveLength(1);
    expect(session.readingsLost).toBe(2);
    expect(numbers.at(-1)! - numbers[0]! + 1 - numbers.length).toBe(2);
    expect(session.life.state).toBe('bound');
  });

  it('sends nothing without a lease', async () => {
    session.start();
    await clock.advance(3000);
    expect(session.readings).toBeGreaterThan(2);
    expect(desk.sent).toEqual([]);
  });
});

describe('losing and finding', () => {
  it('three lost readings in a row: lost; it asks by itself until the device is back, in its slot', async () => {
    await bound(1000);
    device.broken = 'DEVICE_TIMEOUT';
    await follow(1000, 4);
    expect(session.life).toMatchObject({ state: expect.stringMatching(/lost|identifying/) });
    await follow(1000, 30);
    device.broken = undefined;
    await follow(1000, 11);
    expect(session.life.state).toBe('bound');
    expect(desk.said.filter((line) => line.startsWith('announce'))).toHaveLength(2);
    await follow(1000, 2);
    expect(device.commands.at(-1)?.window).toEqual(target(1000));
    // Every second of the absence is a lost reading.
    expect(session.readingsLost).toBeGreaterThan(30);
  });

  it('a closed line: lost at once, found at once when it opens', async () => {
    await bound(1000);
    device.broken = 'NO_SUCH_PORT';
    await clock.advance(1100);
    expect(session.life.state).not.toBe('bound');
    await follow(1000, 60);
    device.broken = undefined;
    session.linkOpened();
    await clock.advance(200);
    expect(session.life.state).toBe('bound');
  });

  it('the wrong device: refused with the reason, no slot, looked at again later', async () => {
    device.broken = 'WRONG_DEVICE';
    session.start();
    await clock.advance(1000);
    expect(session.life).toMatchObject({ state: 'refused', reason: 'wrong-device', cause: 'played WRONG_DEVICE' });
    expect(desk.said).toEqual(['withdraw played WRONG_DEVICE']);
    expect(device.asked).toEqual([]);
    device.broken = undefined;
    await clock.advance(31_000);
    expect(session.life.state).toBe('ready');
  });
});

describe('commanding', () => {
  it.each([
    ['known, and refuses or garbles everything: lost, and keeps its lease', true, 'lost', []],
    ['known, and something else was read there: refused', false, 'refused', ['withdraw played WRONG_DEVICE']],
  ])('%s', async (_, unread, state, withdrawn) => {
    await bound(1000);
    device.broken = 'DEVICE_EXCEPTION';
    await clock.advance(4000);
    Object.assign(device, { broken: 'WRONG_DEVICE', unread });
    await clock.advance(4000);
    expect(session.life.state).toBe(state);
    expect(desk.said.filter((text) => text.startsWith('withdraw'))).toEqual(withdrawn);
    Object.assign(device, { broken: undefined, unread: undefined });
    await clock.advance(unread ? 10_000 : 30_000);
    expect(isKnown(session.life)).toBe(true);
  });

  it('is commanded its safe setpoint first, and again after every absence, before anything else goes out', async () => {
    const commanded = (): number[] => device.commands.map(({ window }) => window.maximumW);
    session.start();
    session.leaseChanged(true);
    session.setpoint(1500);
    await clock.advance(2000);
    expect(commanded()[0]).toBe(0);
    expect(commanded().at(-1)).toBe(1500);
    const before = commanded().length;
    device.broken = 'NO_SUCH_PORT';
    await clock.advance(1500);
    device.broken = undefined;
    session.setpoint(1500);
    await clock.advance(4000);
    expect(commanded()[before]).toBe(0);
    expect(commanded().at(-1)).toBe(1500);
  });

  it('spends its budget of writes on changes, never holds a refresh or the safe setpoint back, and says what waited', async () => {
    const { envelope, ...rest } = configs()[0]! as ActuatorConfig;
    session = begin({ ...rest, envelope: { ...envelope, writesPerHour: 130 } }, device);
    await bound(500);
    for (let k = 0; k < 40; k++) {
      session.setpoint(k % 2 === 0 ? 1000 : -1000);
      await clock.advance(1000);
    }
    // Eleven at once, one more every 28 s; a change that waits costs nothing.
    expect(device.commands.length).toBeLessThanOrEqual(15);
    expect(device.commands.length).toBeGreaterThanOrEqual(11);
    expect(session.writesDeferred).toBeGreaterThan(0);
    const stopped = session.makeSafe({ kind: 'stop', by: 'x', reason: '' });
    await clock.advance(500);
    expect(await stopped).toBe(true);
    expect(device.commands.at(-1)!.window).toEqual(target(0));
  });

  it('holds a device without lease at its safe setpoint', async () => {
    device.powerW = 3000;
    session.start();
    await clock.advance(1000);
    expect(device.commands.map(({ window }) => window)).toEqual([target(0)]);
  });

  it('passes a setpoint on at once, not at the next question', async () => {
    await bound(0);
    await clock.advance(300);
    const fromMs = clock.nowMs();
    session.setpoint(2000);
    await clock.advance(300);
    expect(device.commands.at(-1)).toMatchObject({ window: target(2000) });
    expect(device.commands.at(-1)!.atMs - fromMs).toBeLessThanOrEqual(300);
  });

  it('refreshes the same setpoint before half of the revert time is over', async () => {
    await bound(1000);
    await follow(1000, 100);
    const instants = device.commands.filter(({ window }) => window.maximumW === 1000).map(({ atMs }) => atMs);
    const gaps = instants.slice(1).map((atMs, k) => atMs - instants[k]!);
    expect(gaps.length).toBeGreaterThanOrEqual(3);
    expect(Math.max(...gaps)).toBeLessThanOrEqual(30_000);
    expect(Math.min(...gaps)).toBeGreaterThan(15_000);
  });

  it('does not write a change that is smaller than the step of the product', async () => {
    await bound(1000);
    const before = device.commands.length;
    await follow(1005, 5);
    expect(device.commands).toHaveLength(before);
    await follow(1015, 1);
    expect(device.commands.at(-1)?.window).toEqual(target(1015));
  });

  it('stays inside the envelope and counts it', async () => {
    await bound(9000);
    await clock.advance(3000);
    expect(device.commands.at(-1)?.window).toEqual(target(5000));
    expect(session.setpointsLimited).toBeGreaterThan(0);
  });

  it('dead man: 10 s without a fresh setpoint, and the device is at its safe setpoint until one comes', async () => {
    await bound(3000);
    await follow(3000, 3);
    await clock.advance(9000);
    expect(device.powerW).toBe(3000);
    await clock.advance(2500);
    expect(device.powerW).toBe(0);
    expect(session.life).toMatchObject({ state: 'safe', bound: true });
    await follow(3000, 3);
    expect(device.powerW).toBe(3000);
    expect(session.life.state).toBe('bound');
  });

  it('the twin goes away: safe setpoint at once', async () => {
    await bound(3000);
    session.leaseChanged(false);
    await clock.advance(500);
    expect(device.powerW).toBe(0);
    expect(session.life.state).toBe('ready');
  });
});

describe('a device that does not obey', () => {
  it('acknowledges and goes on as before: counted, then refused and held safe until a person releases it', async () => {
    device.obeys = false;
    await bound(3000);
    await follow(3000, 11);
    expect(session.setpointsIgnored).toBe(1);
    expect(session.lastError).toMatch(/acknowledged 3000 W and measures 0 W after 10 s \[SETPOINT_IGNORED\]/);
    await follow(3000, 22);
    expect(session.setpointsIgnored).toBe(3);
    expect(session.life).toMatchObject({ state: 'refused', reason: 'disobeys' });
    expect(desk.said.at(-1)).toMatch(/^withdraw 3 setpoints in a row were not followed/);
    const sent = desk.sent.length;
    await follow(3000, 5);
    expect(device.commands.at(-1)?.window).toEqual(target(0));
    expect(desk.sent).toHaveLength(sent);
    device.obeys = true;
    session.release();
    expect(desk.said.at(-1)).toMatch(/^announce/);
    session.leaseChanged(true);
    await follow(3000, 5);
    expect(session.life.state).toBe('bound');
    expect(device.powerW).toBe(3000);
  });

  it('does not keep what was written: each one counts', async () => {
    await bound(1000);
    const command = device.command.bind(device);
    device.command = (window, signal) =>
      command(window, signal).then(() => Promise.reject(new WijkError('SETPOINT_IGNORED', 'reads back another')));
    await follow(2000, 4);
    expect(session.setpointsIgnored).toBeGreaterThanOrEqual(3);
    expect(session.life).toMatchObject({ state: 'refused', reason: 'disobeys' });
  });
});

describe('a device that cannot be believed', () => {
  it('three readings without a power: invalid to the twin, at its safe setpoint, and followed again when it tells', async () => {
    await bound(3000);
    await follow(3000, 2);
    device.tells = false;
    await follow(3000, 5);
    expect(desk.noticed).toEqual([expect.stringMatching(/^no-power/)]);
    expect(session.safeReason).toBe('unmeasured');
    expect(device.commands.at(-1)?.window).toEqual(target(0));
    expect(desk.sent.at(-1)).toMatchObject({ quality: 'invalid' });
    device.tells = true;
    await follow(3000, 5);
    expect(session.discrepancies).toMatchObject([{ kind: 'no-power', count: 1, active: false }]);
    expect(device.commands.at(-1)?.window).toEqual(target(3000));
    expect(desk.sent.at(-1)).toMatchObject({ quality: 'good' });
  });

  it('is another one after an absence: counted, noticed, and announced by its own name', async () => {
    await bound(1000);
    device.broken = 'NO_SUCH_PORT';
    await clock.advance(1500);
    Object.assign(device, { broken: undefined, key: 'serial 2' });
    await follow(1000, 4);
    expect(desk.noticed).toEqual([expect.stringMatching(/^another-device: "Played serial 2"/)]);
    expect(desk.said.at(-1)).toBe('announce Played serial 2');
    expect(session.life.state).toBe('bound');
  });
});

describe('emergency stop', () => {
  const stop = { kind: 'stop', by: 'j.devries', reason: 'smoke' } as const;

  it('goes before everything else and is confirmed', async () => {
    await bound(3000);
    device.tookMs = 400;
    await clock.advance(600);
    const fromMs = clock.nowMs();
    const confirmed = session.makeSafe(stop);
    await clock.advance(1500);
    expect(await confirmed).toBe(true);
    expect(device.commands.at(-1)).toMatchObject({ window: target(0) });
    expect(device.commands.at(-1)!.atMs - fromMs).toBeLessThanOrEqual(450);
    expect(session.life.state).toBe('safe');
  });

  it('works without any twin', async () => {
    session.start();
    await clock.advance(1000);
    device.powerW = 4000;
    const confirmed = session.makeSafe(stop);
    await clock.advance(1000);
    expect(await confirmed).toBe(true);
    expect(device.powerW).toBe(0);
  });

  it('passes nothing on until released, and then only what is fresh', async () => {
    await bound(3000);
    void session.makeSafe(stop);
    await follow(3000, 5);
    expect(device.powerW).toBe(0);
    session.release();
    await clock.advance(2000);
    expect(device.powerW).toBe(0);
    await follow(2000, 2);
    expect(device.powerW).toBe(2000);
  });

  it('a device that is gone is told so within its budget', async () => {
    await bound(3000);
    device.broken = 'DEVICE_TIMEOUT';
    await clock.advance(5000);
    const fromMs = clock.nowMs();
    let toldMs = Number.NaN;
    const confirmed = session.makeSafe(stop).then((ok) => {
      toldMs = clock.nowMs();
      return ok;
    });
    await clock.advance(4000);
    expect(await confirmed).toBe(false);
    expect(toldMs - fromMs).toBeLessThanOrEqual(3000);
  });

  it('holds for a device that comes back during the stop', async () => {
    await bound(3000);
    device.broken = 'DEVICE_TIMEOUT';
    await clock.advance(5000);
    void session.makeSafe(stop);
    await clock.advance(5000);
    device.broken = undefined;
    device.powerW = 3000;
    await clock.advance(12_000);
    expect(device.powerW).toBe(0);
    expect(session.life.state).toBe('safe');
  });
});

describe('a meter', () => {
  it('sets the pace itself; a telegram that never came whole is a lost reading', async () => {
    let sent = 0;
    const telegram = (): DeviceReading => ({
      askedAtMs: clock.nowMs() - 80,
      quality: 'good',
      activePowerW: [100, 0, 0],
      reactivePowerVar: 0,
    });
    // Every 1.01 s, slower than the poll period; the fifth is lost on the line.
    const driver: Driver = {
      pushes: true,
      identify: async () => ({ text: 'meter', key: 'm' }),
      read: () =>
        new Promise((resolve) => {
          sent++;
          const afterMs = sent === 5 ? 2020 : 1010;
          clock.schedule(afterMs, () => resolve(telegram()));
        }),
    };
    const meter = begin(configs()[1]!, driver);
    meter.start();
    meter.leaseChanged(true);
    await clock.advance(9500);
    expect(meter.readings).toBe(8);
    expect(meter.readingsLost).toBe(1);
    expect(desk.sent.map((reading) => reading.sequence)).toEqual([1, 2, 3, 4, 6, 7, 8, 9]);
    expect(await meter.makeSafe({ kind: 'hold' })).toBe(true);
    const closing = meter.close();
    await clock.advance(2000);
    await closing;
  });
});

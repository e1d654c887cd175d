/** External interlocks and the stop from the command line: real lines, mocks as devices, and no twin anywhere. */

import { afterEach, describe, expect, it, vi } from 'vitest';
import { Bench } from '../../../bench/bench.js';
import { parseBench } from '../../../bench/config.js';
import type { Sight } from '../../../bench/contacts.js';
import { loadProfiles } from '../../../bench/devices/profile.js';
import { INTERLOCK_START, isClosed, look } from '../../../bench/interlock.js';
import { NO_LOG } from '../../../bench/log.js';
import { respond } from '../../../bench/modbus/responder.js';
import { healthOf } from '../../../bench/server/health.js';
import { type RunningServer, startServer } from '../../../bench/server/server.js';
import { releaseCommand, stopCommand } from '../../../bench/stop.js';
import { openListener } from '../../../bench/transport/open.js';
import type { Transport } from '../../../bench/transport/transport.js';
import { WijkError } from '../../../errors.js';
import type { ModbusDevice } from '../../../firmware-mocks/device.js';
import { createInverter } from '../../../firmware-mocks/devices/sunspec-inverter.js';
import { type MockServer, serveMock } from '../../../firmware-mocks/serve.js';
import fc from '../../support/property.js';

describe('a contact', () => {
  const closed: Sight = { kind: 'closed' };
  const unseen: Sight = { kind: 'unseen', cause: 'no answer' };

  it('is open until it was seen closed', () => {
    expect(isClosed(INTERLOCK_START)).toBe(false);
    expect(isClosed(look(INTERLOCK_START, unseen, 0, 500))).toBe(false);
    expect(isClosed(look(INTERLOCK_START, closed, 0, 500))).toBe(true);
  });

  it('opens at once when it is seen open, and by time when nobody can see it', () => {
    const at0 = look(INTERLOCK_START, closed, 0, 500);
    expect(look(at0, { kind: 'open', cause: 'pressed' }, 1, 500)).toEqual({ closedAtMs: undefined, cause: 'pressed' });
    expect(isClosed(look(at0, unseen, 500, 500))).toBe(true);
    expect(look(at0, unseen, 501, 500).cause).toBe('not seen closed for more than 500 ms: no answer');
    expect(isClosed(look(at0, undefined, 501, 500))).toBe(false);
  });

  it('is never closed longer than its time after the last proof, whatever else happens', () => {
    const sight = fc.oneof(
      fc.constant<Sight | undefined>(undefined),
      fc.constant<Sight>({ kind: 'open', cause: 'x' }),
      fc.constant<Sight>({ kind: 'unseen', cause: 'y' }),
      fc.constant<Sight>({ kind: 'closed' }),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 400 }), sight)), (looks) => {
        let state = INTERLOCK_START;
        let nowMs = 0;
        let provenMs = Number.NEGATIVE_INFINITY;
        for (const [stepMs, seen] of looks) {
          nowMs += stepMs;
          if (seen?.kind === 'closed') provenMs = nowMs;
          if (seen?.kind === 'open') provenMs = Number.NEGATIVE_INFINITY;
          state = look(state, seen, nowMs, 500);
          if (nowMs - provenMs > 500) expect(isClosed(state)).toBe(false);
        }
      }),
    );
  });
});

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

async function inverter(change = (device: ModbusDevice): ModbusDevice => device): Promise<MockServer> {
  const mock = await serveMock(
    change(
      createInverter({
        seed: 1,
        ratedPowerW: 5000,
        capacityWh: 10_000,
        initialStateOfChargeRatio: 0.6,
        freePowerW: 2000,
      }),
    ),
    {
      address: 'listen:127.0.0.1:0',
      framing: 'rtu',
      unit: 1,
      baud: 0,
      disturbances: { interceptors: [], echo: false },
    },
  );
  closers.push(() => mock.close());
  return mock;
}

async function benchWith(
  device: string,
  interlocks: string,
  links = '',
): Promise<{ bench: Bench; server: RunningServer }> {
  const parsed = parseBench(
    `bench: lab
links:
  - {id: l, address: '${device}', protocol: modbus-rtu}
${links}
devices:
  - {id: battery, profile: sunspec-storage, link: l, unit: 1, slot: home-007/battery, lease: actuator, pollPeriod: 200ms,
     safeSetpointW: 0, revertTime: 10s, envelope: {minimumW: -5000, maximumW: 5000, rampWPerS: 5000}}
${interlocks}
`,
    'bench.yaml',
    loadProfiles(),
  );
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const bench = new Bench({ config: parsed.value, twinAddress: '127.0.0.1:1', log: NO_LOG });
  bench.start();
  closers.push(() => bench.close());
  const server = await startServer({ bench, twinAddress: '127.0.0.1:1', listen: '127.0.0.1:0', log: NO_LOG });
  closers.push(() => server.close());
  return { bench, server };
}

/** A relay that sends one byte now and then, as a small controller on the lab's switch does. */
async function relay(): Promise<{ address: string; send: (text: string) => void; cut: () => Promise<void> }> {
  const clients = new Set<Transport>();
  const listener = await openListener('listen:127.0.0.1:0', (transport) => clients.add(transport));
  closers.push(() => listener.close());
  let byte = '1';
  const beat = setInterval(() => {
    for (const client of clients) client.write(Buffer.from(byte)).catch(() => clients.delete(client));
  }, 50);
  closers.push(async () => clearInterval(beat));
  return {
    address: listener.address,
    send: (text) => {
      byte = text;
    },
    cut: async () => {
      clearInterval(beat);
    },
  };
}

const out = () => {
  const lines: string[] = [];
  return { lines, write: (text: string) => lines.push(text), text: () => lines.join('') };
};
const until = (what: () => void) => vi.waitFor(what, { timeout: 15_000, interval: 20 });

describe('the interlock of bytes', () => {
  const INTERLOCK = (address: string) =>
    `interlocks: [{id: button, contact: byte, address: '${address}', closed: 49, within: 1s}]`;

  it('holds everything until it was seen closed, trips on another byte, latches, and needs a person', async () => {
    const [mock, contact] = [await inverter(), await relay()];
    contact.send('0');
    const { bench, server } = await benchWith(mock.address, INTERLOCK(contact.address));
    await until(() => expect(healthOf(bench).interlocks![0]!.cause).toContain('sent 0x30, closed is 0x31'));
    expect(healthOf(bench)).toMatchObject({ emergencyStop: true, interlocks: [{ closed: false, trips: 0 }] });
    // It was never closed: no trip, so it lets go by itself.
    contact.send('1');
    await until(() => expect(healthOf(bench)).toMatchObject({ emergencyStop: false, interlocks: [{ closed: true }] }));
    contact.send('0');
    await until(() =>
      expect(healthOf(bench)).toMatchObject({
        emergencyStop: true,
        emergencyStopBy: 'interlock button',
        interlocks: [{ closed: false, trips: 1 }],
      }),
    );
    await until(() => expect(bench.sessions[0]!.life.state).toBe('safe'));
    await expect(releaseCommand({ bench: server.address, by: 'j.devries' }, out())).rejects.toThrow(
      /not released: interlock button .* is open/,
    );
    contact.send('1');
    await until(() => expect(healthOf(bench).interlocks![0]!.closed).toBe(true));
    // Closed again, and still stopped: that is what latching means.
    expect(bench.stoppedBy).toBe('interlock button');
    const said = out();
    await releaseCommand({ bench: server.address, by: 'j.devries' }, said);
    expect(said.text()).toContain('released');
    expect(bench.stopped).toBe(false);
  });

  it('trips on silence', async () => {
    const [mock, contact] = [await inverter(), await relay()];
    const { bench } = await benchWith(mock.address, INTERLOCK(contact.address));
    await until(() => expect(healthOf(bench).emergencyStop).toBe(false));
    await contact.cut();
    await until(() => expect(bench.stoppedBy).toBe('interlock button'));
    expect(healthOf(bench).interlocks![0]!.cause).toContain('not seen closed for more than 1000 ms');
  });
});

it('the interlock of a Modbus input trips when the input opens and when its device is gone', async () => {
  let on = true;
  let answering = true;
  const io = await openListener('listen:127.0.0.1:0', (transport) =>
    respond(transport, {
      framing: 'tcp',
      unit: 9,
      answer: (request) => (answering && request.fc === 2 ? { fc: 2, bits: [on] } : undefined),
      send: (frame) => void transport.write(frame).catch(() => undefined),
    }),
  );
  closers.push(() => io.close());
  const mock = await inverter();
  const { bench } = await benchWith(
    mock.address,
    'interlocks: [{id: door, contact: register, link: io, unit: 9, table: discrete-input, register: 4, within: 1s}]',
    `  - {id: io, address: '${io.address}', protocol: modbus-tcp}`,
  );
  await until(() => expect(bench.stopped).toBe(false));
  on = false;
  await until(() => expect(bench.stoppedBy).toBe('interlock door'));
  expect(healthOf(bench).interlocks![0]!.cause).toContain('discrete-input 4 of unit 9 on link io reads 0, closed is 1');
  on = true;
  await until(() => bench.release('test'));
  answering = false;
  await until(() => expect(bench.stoppedBy).toBe('interlock door'));
}, 40_000);

it('a modem line on a port without modem lines is never closed, and says why', async () => {
  const mock = await inverter();
  const { bench } = await benchWith(
    mock.address,
    "interlocks: [{id: key, contact: modem-line, address: 'serial:/dev/ptmx', signal: cts}]",
  );
  await until(() => expect(healthOf(bench).interlocks![0]!.cause).toMatch(/CTS of .*cannot be read|ioctl|open/));
  expect(bench.stopped).toBe(true);
  expect(() => bench.release('test')).toThrow(WijkError);
});

describe('wijktwin bench stop', () => {
  it('ends with 0 when every device confirmed its safe setpoint and measures it, without any twin', async () => {
    const mock = await inverter();
    const { bench, server } = await benchWith(mock.address, '');
    await until(() => expect(bench.sessions[0]!.life.state).toBe('ready'));
    const said = out();
    const code = await stopCommand(
      { bench: server.address, by: 'j.devries', reason: 'test', within: 15, json: true },
      said,
    );
    const answer = JSON.parse(said.text());
    expect(answer).toMatchObject({
      neutral: true,
      by: 'j.devries',
      devices: [{ device: 'battery', confirmed: true, safeSetpointW: 0, neutral: true, revertTimeS: 10, error: '' }],
    });
    expect(answer.devices[0].tookS).toBeLessThan(3);
    expect(Math.abs(answer.devices[0].measuredW)).toBeLessThan(200);
    expect(code).toBe(0);
    expect(bench.stoppedBy).toBe('j.devries');
  });

  it('ends with 1 and names the device that did not confirm, with when it reverts by itself', async () => {
    const mock = await inverter();
    const { bench, server } = await benchWith(mock.address, '');
    await until(() => expect(bench.sessions[0]!.life.state).toBe('ready'));
    mock.fault.set({ fault: 'silence', afterS: 0, forS: 0 });
    const said = out();
    expect(await stopCommand({ bench: server.address, reason: 'test', within: 1 }, said)).toBe(1);
    expect(said.text()).toContain('STOPPED, BUT NOT EVERY DEVICE IS CONFIRMED NEUTRAL');
    expect(said.text()).toMatch(/battery: NOT CONFIRMED: .+; reverts by itself within 10 s/);
    mock.fault.set({ fault: 'none', afterS: 0, forS: 0 });
  });

  it('ends with 1 when a device confirms, reads back right, and goes on as before', async () => {
    const stubborn = (device: ModbusDevice): ModbusDevice => ({
      ...device,
      read: (address, count) => {
        const values = device.read(address, count);
        // 103 W: it says that it feeds in 1800 W, whatever its registers of control hold.
        const at = 40_002 + 68 + 14 - address;
        if (values !== undefined && at >= 0 && at < count) values[at] = 1800;
        return values;
      },
    });
    const mock = await inverter(stubborn);
    const { bench, server } = await benchWith(mock.address, '');
    await until(() => expect(['ready', 'refused']).toContain(bench.sessions[0]!.life.state));
    const said = out();
    expect(await stopCommand({ bench: server.address, reason: 'test', within: 1 }, said)).toBe(1);
    expect(said.text()).toMatch(/battery: confirmed 0 W in [\d.]+ s; measures -1800 W, NOT THERE YET/);
  });

  it('says so when nobody is there', async () => {
    await expect(stopCommand({ bench: '127.0.0.1:1', reason: 'test', within: 1 }, out())).rejects.toThrow(
      /the bench at 127\.0\.0\.1:1 cannot be reached/,
    );
  });
});

it('the bench file names every problem of its interlocks and envelopes at once', () => {
  const parsed = parseBench(
    `bench: lab
links: [{id: l, address: 'tcp:127.0.0.1:1502', protocol: modbus-rtu}, {id: p, address: 'tcp:127.0.0.1:1503', protocol: p1}]
devices:
  - {id: battery, profile: sunspec-storage, link: l, unit: 1, slot: a, lease: actuator, safeSetpointW: 0, revertTime: 60s,
     envelope: {minimumW: -5000, maximumW: 5000, rampWPerS: 5000, stateOfCharge: {minimumRatio: 0.9, maximumRatio: 0.2},
                temperatureC: {minimum: 50, maximum: 10}, writesPerHour: 60}}
interlocks:
  - {id: a, contact: byte, address: 'tcp:127.0.0.1:1502', closed: 49}
  - {id: a, contact: register, link: p, unit: 1, table: coil, register: 0}
  - {id: c, contact: register, link: x, unit: 1, table: coil, register: 0, closed: 2, mask: 1}
  - {id: d, contact: modem-line, address: 'tcp:127.0.0.1:1', signal: cts, period: 1s, within: 1s}
`,
    'bench.yaml',
    loadProfiles(),
  );
  if (parsed.ok) throw new Error('every entry is wrong');
  const found = parsed.problems.map(({ path, rule }) => `${path}: ${rule}`);
  for (const expected of [
    'devices/0/envelope/stateOfCharge/minimumRatio: must be below maximumRatio = 0.2',
    'devices/0/envelope/temperatureC/minimum: must be below maximum = 10',
    'devices/0/envelope/writesPerHour: the revert time of 60 s alone takes 125 writes an hour; allow more or revert later',
    'interlocks/0/address: a link of devices has this address already',
    'interlocks/1/id: interlock "a" is used twice, first at interlocks/0/id',
    'interlocks/1/link: a P1 link has no registers',
    'interlocks/2/link: there is no such link',
    'interlocks/2/closed: has bits that the mask 1 takes away: it could never be closed',
    'interlocks/3/within: must be at least two periods (2 s)',
    'interlocks/3/address: a modem line is one of a serial port: use serial:',
  ]) {
    expect(found).toContain(expected);
  }
});

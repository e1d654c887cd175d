/** Setpoints of controllers on their way to the twin: a level that is kept, not an edge that can be missed. */
import { pino } from 'pino';
import { expect, it } from 'vitest';
import type { wijk } from '#proto/wijk.js';
import { parseBench } from '../../../bench/config.js';
import { LAPSE_S, SetpointDesk } from '../../../bench/emulation/setpoint-desk.js';
import { VirtualClock } from '../transport/virtual-clock.js';

const log = pino({ level: 'silent' });

function desk() {
  const clock = new VirtualClock();
  const sent: wijk.v1.IInjectRequest[] = [];
  let failing = false;
  const made = new SetpointDesk({
    clock,
    log,
    inject: async (request) => {
      sent.push(request);
      if (failing) throw new Error('the session is paused');
    },
  });
  const settle = () => new Promise<void>((resolve) => setImmediate(resolve));
  return {
    clock,
    sent,
    made,
    settle,
    fail: (on: boolean) => {
      failing = on;
    },
  };
}

it('sends what changed, once, and gives it again before it lapses', async () => {
  const { clock, sent, made, settle } = desk();
  made.want('a', { kind: 'window', minimumW: -500, maximumW: 0 }, 'ems');
  made.want('a', { kind: 'window', minimumW: -500, maximumW: 0 }, 'ems');
  await settle();
  made.turn();
  expect(sent).toHaveLength(1);
  expect(sent[0]).toMatchObject({
    actor: { name: 'ems' },
    setpoint: { slotId: 'a', minimumW: -500, maximumW: 0, durationS: LAPSE_S },
  });
  expect(sent[0]!.setpoint!.activePowerW).toBeNaN();
  await clock.advance(19_999);
  made.turn();
  expect(sent).toHaveLength(1);
  await clock.advance(1);
  made.turn();
  await settle();
  expect(sent).toHaveLength(2);
  made.want('a', undefined, 'reversion');
  await settle();
  expect(sent[2]).toMatchObject({ actor: { name: 'reversion' }, setpoint: { slotId: 'a', release: true } });
  await clock.advance(100_000);
  made.turn();
  await settle();
  expect(sent).toHaveLength(3);
});

it('sends again what the twin did not take, and the newest wish, not the one that failed', async () => {
  const { clock, sent, made, settle, fail } = desk();
  fail(true);
  made.want('a', { kind: 'target', activePowerW: 1000 }, 'ems');
  await settle();
  made.turn();
  expect(sent).toHaveLength(1);
  expect(made.wishFor('a')).toMatchObject({ failures: 1, lastError: 'the session is paused', known: false });
  made.want('a', { kind: 'target', activePowerW: 2000 }, 'ems');
  await settle();
  fail(false);
  await clock.advance(1000);
  made.turn();
  await settle();
  expect(sent.at(-1)!.setpoint!.activePowerW).toBe(2000);
  expect(made.wishFor('a')).toMatchObject({ known: true, lastError: '' });
});

it('tells a new session what still stands, and takes everything back when it closes', async () => {
  const { sent, made, settle } = desk();
  made.want('a', { kind: 'target', activePowerW: 1000 }, 'ems');
  await settle();
  made.newSession();
  made.turn();
  await settle();
  expect(sent).toHaveLength(2);
  await made.close('bench x');
  expect(sent[2]).toMatchObject({ actor: { name: 'bench x' }, setpoint: { slotId: 'a', release: true } });
});

it('the bench file names every problem of its emulations at once', () => {
  const parsed = parseBench(
    `
bench: x
links: [{id: l, address: "serial:/dev/ttyUSB0", protocol: modbus-rtu}]
emulations:
  - {id: a, as: p1-meter, address: "listen:127.0.0.1:1502", protocol: modbus-tcp, slot: home/household}
  - {id: b, as: sunspec-inverter, address: "tcp:127.0.0.1:1502", protocol: modbus-tcp, unit: 1, slot: home/battery, energyKwh: {import: 1, export: 0}}
  - {id: b, as: heat-pump, address: "serial:/dev/ttyUSB0", protocol: modbus-tcp, unit: 1, slot: home/battery}
  - {id: d, as: sdm630-meter, address: "listen:127.0.0.1:1600", protocol: modbus-tcp, unit: 1, slot: home/household}
  - {id: e, as: sunspec-meter, address: "listen:127.0.0.1:1600", protocol: modbus-rtu, unit: 1, slot: home/household}
`,
    'bench.yaml',
    new Map(),
  );
  if (parsed.ok) throw new Error('every entry is wrong');
  const found = parsed.problems.map(({ path, rule }) => `${path}: ${rule}`);
  for (const expected of [
    'emulations/0/protocol: a p1-meter speaks p1',
    'emulations/0/unit: an emulation on modbus-tcp needs its unit (1 to 247)',
    'emulations/1/address: a controller dials an emulation: use listen:host:port or serial:',
    'emulations/1/energyKwh: only a meter has energy registers to begin with; remove the line',
    'emulations/2/id: emulation "b" is used twice, first at emulations/1/id',
    'emulations/2/protocol: modbus-tcp runs over listen:; on a serial line it is modbus-rtu',
    'emulations/2/address: a link of devices has this address already',
    'emulations/2/slot: "b" takes the commands for this slot already',
    'emulations/4/unit: unit 1 on listen:127.0.0.1:1600 is used twice, first at emulations/3/unit',
    'emulations/4/protocol: "d" speaks modbus-tcp on this address',
  ]) {
    expect(found).toContain(expected);
  }
});

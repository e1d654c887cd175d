/** What stands on the line when a setpoint comes in the middle of a reading: a paced line, a real driver, a clock that is turned. */
import { afterEach, describe, expect, it } from 'vitest';
import { type DeviceConfig, parseBench } from '../../../bench/config.js';
import { createDriver } from '../../../bench/devices/create.js';
import { HardwareLink } from '../../../bench/devices/hardware-link.js';
import { type RegisterPort, SharedPort } from '../../../bench/devices/ports.js';
import { loadProfiles } from '../../../bench/devices/profile.js';
import { NO_LOG } from '../../../bench/log.js';
import { DeviceSession, type NumberedReading } from '../../../bench/session-runner.js';
import { createInverter } from '../../../firmware-mocks/devices/sunspec-inverter.js';
import { serveMock } from '../../../firmware-mocks/serve.js';
import { memoryPair } from '../transport/memory-pair.js';
import { VirtualClock } from '../transport/virtual-clock.js';

const BENCH = `bench: lab
links: [{id: line, address: 'serial:/dev/none?baud=19200', protocol: modbus-rtu}]
devices:
  - {id: battery, profile: sunspec-storage, link: line, unit: 1, slot: home-007/battery, lease: actuator, safeSetpointW: 0,
     revertTime: 60s, envelope: {minimumW: -5000, maximumW: 5000, rampWPerS: 1000000}}
`;

interface Sent {
  readonly atMs: number;
  readonly kind: 'read' | 'write';
}

const closers: (() => Promise<unknown>)[] = [];
let clock: VirtualClock;
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) {
    const closing = close();
    await clock.advance(10_000);
    await closing;
  }
});

/** A battery in its slot on a line of 19200 baud, read once a second in two requests. */
async function battery(readTogether: boolean) {
  clock = new VirtualClock();
  const sent: Sent[] = [];
  const answeredAtMs: number[] = [];
  const readings: NumberedReading[] = [];
  const [client, far] = memoryPair();
  const device = createInverter({
    seed: 1,
    ratedPowerW: 5000,
    capacityWh: 10_000,
    initialStateOfChargeRatio: 0.6,
    freePowerW: 0,
  });
  const mock = await serveMock(device, {
    address: '',
    framing: 'rtu',
    unit: 1,
    baud: 19_200,
    disturbances: { interceptors: [], echo: false },
    clock,
    accept: (attach) => attach(far),
  });
  closers.push(() => mock.close());
  far.onData((bytes) => {
    const kind = bytes[1] === 3 ? 'read' : 'write';
    sent.push({ atMs: clock.nowMs(), kind });
  });
  client.onData(() => answeredAtMs.push(clock.nowMs()));
  const parsed = parseBench(BENCH, 'bench.yaml', loadProfiles());
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const given = parsed.value.devices[0]!;
  const { profile } = given;
  const timing = { ...profile.behaviour.timing, ...(readTogether ? { readTogether } : {}) };
  const config = { ...given, profile: { ...profile, behaviour: { ...profile.behaviour, timing } } } as DeviceConfig;
  const link = new HardwareLink({
    config: parsed.value.links[0]!,
    minimumGapMs: timing.minimumGapMs,
    clock,
    log: NO_LOG,
    opened: () => session.linkOpened(),
    open: async () => client,
  });
  const desk = { announce: () => undefined, withdraw: () => undefined, notice: () => undefined };
  const session = new DeviceSession({
    config,
    driver: createDriver(config, link, () => clock.nowMs()),
    desk: { ...desk, send: (_, reading) => void readings.push(reading) },
    clock,
    log: NO_LOG,
  });
  closers.push(
    () => link.close(),
    () => session.close(),
  );
  link.start();
  session.start();
  await clock.advance(8000);
  session.leaseChanged(true);
  session.setpoint(500);
  await clock.advance(3000);
  expect(session.life.state).toBe('bound');
  return { session, mock, sent, answeredAtMs, readings };
}

type Lab = Awaited<ReturnType<typeof battery>>;

/** Advances into the first request of the next reading, and forgets what came before. */
async function intoReading({ sent, readings }: Lab): Promise<void> {
  // A reading takes 0.15 s: behind a longer quiet the next request is a first one.
  for (let quietMs = 0, before = sent.length; quietMs < 300 || sent.length === before; quietMs++) {
    if (sent.length !== before) quietMs = 0;
    before = sent.length;
    await clock.advance(1);
  }
  sent.splice(0, sent.length - 1);
  readings.length = 0;
  await clock.advance(5);
}

describe('a setpoint that comes while the first of two requests of a reading is on the line', () => {
  it('is the next thing on the line, one silence behind the answer', async () => {
    const lab = await battery(false);
    await intoReading(lab);
    lab.session.setpoint(-1500);
    await clock.advance(900);
    const { sent } = lab;
    expect(sent[0]!.kind).toBe('read');
    expect(sent[1]!.kind).toBe('write');
    const answeredMs = lab.answeredAtMs.findLast((atMs) => atMs < sent[1]!.atMs)!;
    expect(answeredMs).toBeGreaterThan(sent[0]!.atMs);
    expect(sent[1]!.atMs - answeredMs).toBeCloseTo(20, 6); // what the device's profile wants
  });

  it('the reading whose parts lie before and behind it is taken again, as one', async () => {
    const lab = await battery(false);
    await intoReading(lab);
    lab.session.setpoint(-1500);
    await clock.advance(900);
    const written = lab.sent.find(({ kind }) => kind === 'write')!;
    expect(lab.readings).toHaveLength(1);
    expect(lab.readings[0]!.askedAtMs).toBeGreaterThan(written.atMs);
    expect(lab.readings[0]!.torn).toBeUndefined();
    expect(lab.session.readingsLost).toBe(0);
  });

  it('waits for the reading where the profile says that its requests belong together', async () => {
    const lab = await battery(true);
    await intoReading(lab);
    lab.session.setpoint(-1500);
    await clock.advance(900);
    expect(lab.sent.slice(0, 3).map(({ kind }) => kind)).toEqual(['read', 'read', 'write']);
    expect(lab.readings).toHaveLength(1);
    expect(lab.readings[0]!.askedAtMs).toBeLessThan(lab.sent[2]!.atMs);
  });
});

describe('a device that falls silent while setpoints go on', () => {
  it('is known to be lost after three readings: commands that wait for their timeouts do not put it off', async () => {
    const { session, mock } = await battery(false);
    mock.fault.set({ fault: 'silence', afterS: 0, forS: 0 });
    const fromMs = clock.nowMs();
    for (let n = 0; session.life.state !== 'lost' && n < 100; n++) {
      session.setpoint(n % 2 === 0 ? 1000 : -1000);
      await clock.advance(250);
    }
    // Three times a command and a reading: 1 s each, and a rest for what may come late of 1 s and then 0.25 s. Side by side it
    // would be 10 s.
    expect(session.life.state).toBe('lost');
    expect(clock.nowMs() - fromMs).toBeLessThan(9000);
  });
});

describe('the stages of a reading', () => {
  const port: RegisterPort = { read: async (_, count) => new Uint16Array(count), write: async () => undefined };
  const { signal } = new AbortController();

  it('torn: a write between two of its requests, also one that failed; not one before or behind them', async () => {
    const shared = new SharedPort(port);
    const { commands } = shared;
    await commands.write(0, [1], signal);
    const whole = shared.reading();
    await whole.port.read(0, 1, signal);
    await commands.read(0, 1, signal);
    await whole.port.read(5, 1, signal);
    await commands.write(0, [1], signal);
    expect(whole.torn).toBe(false);
    const failing = new SharedPort({
      ...port,
      write: async () => {
        throw new Error('no answer');
      },
    });
    const torn = failing.reading();
    await torn.port.read(0, 1, signal);
    await failing.commands.write(0, [1], signal).catch(() => undefined);
    await torn.port.read(5, 1, signal);
    expect(torn.torn).toBe(true);
  });
});

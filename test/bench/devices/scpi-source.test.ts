/** A grid emulator: what it may be told, what is believed of it, and what happens when the loop swings. Clocks are turned by hand. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Bench } from '../../../bench/bench.js';
import { parseBench } from '../../../bench/config.js';
import type { SourceDriver } from '../../../bench/devices/driver.js';
import { GridPlayer } from '../../../bench/devices/grid-player.js';
import { STABILITY_START, watch } from '../../../bench/devices/loop-stability.js';
import { loadProfiles, type ScpiSourceProfile } from '../../../bench/devices/profile.js';
import { createScpiSource } from '../../../bench/devices/scpi-source.js';
import { NO_LOG } from '../../../bench/log.js';
import { makeMock } from '../../../firmware-mocks/catalogue.js';
import type { TextDevice } from '../../../firmware-mocks/device.js';
import { serveMock } from '../../../firmware-mocks/serve.js';
import { commit } from '../../../firmware-mocks/sins.js';
import { VirtualClock } from '../transport/virtual-clock.js';

const profile = loadProfiles().get('scpi-ac-source') as ScpiSourceProfile;
const signal = new AbortController().signal;
const three = (v: number) => [v, v, v] as [number, number, number];
const grid = (v: number, frequencyHz = 50) => ({ voltageV: three(v), frequencyHz });

class Rack {
  nowS = 0;
  readonly sent: string[] = [];
  private constructor(readonly device: TextDevice) {
    device.advance(0);
  }
  static async with(options: Record<string, number> = {}): Promise<Rack> {
    return new Rack((await makeMock('scpi-source', options)) as TextDevice);
  }
  run(seconds: number): void {
    for (let k = 0; k < Math.round(seconds * 20); k++) {
      this.nowS += 0.05;
      this.device.advance(this.nowS);
    }
  }
  source(by = profile): SourceDriver {
    return createScpiSource({
      id: 'source',
      profile: by,
      port: {
        send: async (line) => {
          this.sent.push(line);
          this.device.line(line);
        },
        ask: async (line) => this.device.line(line) ?? '',
      },
      nowMs: () => this.nowS * 1000,
    });
  }
  /** Plays towards a grid for so long, in steps of 0.2 s. */
  async play(source: SourceDriver, to: ReturnType<typeof grid>, seconds: number) {
    let held = await source.play(to, signal);
    for (let k = 0; k < seconds * 5; k++) {
      this.run(0.2);
      held = await source.play(to, signal);
    }
    return held;
  }
}

describe('an AC source', () => {
  it('says who it is', async () => {
    expect(await (await Rack.with()).source().identify(signal)).toMatchObject({
      text: 'Netbron NS-15 1.07 serial 5001',
      manufacturer: 'Netbron',
      serialNumber: '5001',
    });
  });

  it('is another instrument: refused with what it said', async () => {
    const rack = await Rack.with();
    const other = { ...profile, scpi: { ...profile.scpi, identity: '^Chroma' } };
    const port = { send: async () => undefined, ask: async (line: string) => rack.device.line(line) ?? '' };
    await expect(
      createScpiSource({ id: 's', profile: other, port, nowMs: () => 0 }).identify(signal),
    ).rejects.toMatchObject({
      code: 'WRONG_DEVICE',
      message: expect.stringMatching(/match \^Chroma; found "Netbron,NS-15/),
    });
  });

  it('first shows the nominal grid, then goes to the asked one no faster than its slew', async () => {
    const rack = await Rack.with();
    const source = rack.source();
    await source.identify(signal);
    expect(await source.play(grid(245), signal)).toEqual(grid(230));
    expect(rack.device.supplyVoltageV!()).toEqual(three(230));
    rack.run(0.2);
    // 20 V/s for 0.2 s.
    expect((await source.play(grid(245), signal)).voltageV[0]).toBeCloseTo(234, 1);
    expect((await rack.play(source, grid(245), 2)).voltageV).toEqual(three(245));
    expect((await rack.play(source, grid(245, 49.8), 2)).frequencyHz).toBeCloseTo(49.8, 2);
  });

  it('never plays beyond its limits, whatever is asked; without a number it stays', async () => {
    const rack = await Rack.with();
    const source = rack.source();
    await source.identify(signal);
    expect((await rack.play(source, grid(400, 90), 15)).voltageV).toEqual(three(264.5));
    expect(rack.device.line('SOUR:FREQ?')).toBe('52.000');
    expect((await rack.play(source, grid(20, 10), 15)).voltageV).toEqual(three(184));
    expect((await rack.play(source, grid(Number.NaN), 2)).voltageV).toEqual(three(184));
    for (const line of rack.sent.filter((text) => /VOLT/.test(text))) {
      const volts = Number(line.split(' ')[1]);
      expect(volts).toBeGreaterThanOrEqual(184);
      expect(volts).toBeLessThanOrEqual(264.5);
    }
  });

  it('measures what the device under test does, + = consumption', async () => {
    const rack = await Rack.with({ feedIn: 1200 });
    const source = rack.source();
    await source.identify(signal);
    await rack.play(source, grid(230), 5);
    const reading = await source.read(signal);
    for (const w of reading.activePowerW) expect(w).toBeCloseTo(-1200, -1);
    expect(reading.voltageV![1]).toBeCloseTo(230, 0);
    expect(reading.currentA![2]).toBeCloseTo(1200 / 230, 1);
    await rack.play(source, grid(240), 8);
    // Volt-watt: 100 W less per volt above 235 V.
    expect((await source.read(signal)).activePowerW[0]).toBeCloseTo(-700, -1);
  });

  it('acknowledges a voltage and plays another: found at once', async () => {
    const rack = await Rack.with();
    const source = rack.source();
    await source.identify(signal);
    await rack.play(source, grid(230), 1);
    commit(rack.device, 'ignores-voltage');
    rack.run(0.2);
    await expect(source.play(grid(240), signal)).rejects.toMatchObject({
      code: 'SETPOINT_IGNORED',
      message: expect.stringMatching(/voltage 1 was set to 23[24]\.00 V and reads 230 V/),
    });
  });

  it('off is an open output: also measured, not only said', async () => {
    const rack = await Rack.with();
    const source = rack.source();
    await source.identify(signal);
    await rack.play(source, grid(230), 1);
    await source.off(signal);
    expect(rack.device.supplyVoltageV!()).toEqual(three(0));
    await rack.play(source, grid(230), 1);
    commit(rack.device, 'output-sticks');
    await expect(source.off(signal)).rejects.toMatchObject({
      message: expect.stringMatching(/was switched off, says so, and measures 230\.\d V/),
    });
  });

  it('on a new connection: an output that nobody here switched on, other voltages than told, and none of that', async () => {
    const rack = await Rack.with();
    rack.device.line('OUTP ON');
    const source = rack.source();
    await source.identify(signal);
    expect(await source.attach(signal)).toMatchObject({
      kind: 'output-unasked',
      text: expect.stringMatching(/230\.0, 230\.0, 230\.0 V and 50\.00 Hz, and nobody/),
    });
    await source.off(signal);
    expect(await source.attach(signal)).toBeUndefined();
    await rack.play(source, grid(240), 2);
    await source.identify(signal);
    expect(await source.attach(signal)).toBeUndefined();
    rack.device.line('SOUR:VOLT2 231');
    expect(await source.attach(signal)).toMatchObject({
      kind: 'output-unasked',
      text: expect.stringMatching(/240\.0, 231\.0, 240\.0 V .* last told 240\.0, 240\.0, 240\.0 V/),
    });
  });

  it('complains: what the profile names wrongly is not taken for done', async () => {
    const rack = await Rack.with();
    const commands = { ...profile.scpi.commands, setFrequency: 'FREQ {value}' };
    const wrong = { ...profile, scpi: { ...profile.scpi, commands } };
    const port = {
      send: async (line: string) => void rack.device.line(line),
      ask: async (line: string) => rack.device.line(line) ?? '',
    };
    const source = createScpiSource({ id: 's', profile: wrong, port, nowMs: () => 0 });
    await source.identify(signal);
    await expect(source.play(grid(230), signal)).rejects.toMatchObject({
      message: expect.stringMatching(/error -113/),
    });
  });
});

describe('the watch over the loop', () => {
  const rule = { windowS: 20, turns: 6, swingV: 1 };
  const run = (f: (t: number) => number, seconds = 30) => {
    let state = STABILITY_START;
    for (let t = 0; t < seconds; t += 0.2) {
      const next = watch(state, rule, [230, f(t), 230], t * 1000);
      state = next.state;
      if (next.stability.kind === 'swinging') return { at: t, ...next.stability };
    }
    return undefined;
  };

  it('a steady swing is found, with its phase and its size', () => {
    const found = run((t) => 236 + 3 * Math.sin(2 * Math.PI * 0.5 * t))!;
    expect(found.phase).toBe(1);
    expect(found.swingV).toBeGreaterThan(5);
    expect(found.at).toBeLessThan(10);
  });
  it('a growing one too', () => expect(run((t) => 236 + 0.3 * t * Math.sin(2 * Math.PI * 0.4 * t))).toBeDefined());
  it.each<[string, (t: number) => number]>([
    ['one that dies away', (t) => 236 + 8 * Math.exp(-t / 3) * Math.sin(2 * Math.PI * 0.5 * t)],
    ['a ramp', (t) => 220 + t],
    ['noise', (t) => 230 + 0.4 * Math.sin(37 * t)],
    ['steps of a tap changer', (t) => 230 + 4 * Math.floor(t / 10)],
    ['a slow day', (t) => 232 + 5 * Math.sin((2 * Math.PI * t) / 25)],
  ])('%s is none', (_, f) => {
    expect(run(f)).toBeUndefined();
  });
});

describe('playing a wijk to an inverter', () => {
  /** A grid whose voltage rises by `ohm` per ampere fed in, answered a second later, as over a twin. */
  async function loop(droop: number, ohm: number, seconds: number, by = profile) {
    const clock = new VirtualClock();
    const rack = await Rack.with({ feedIn: 3000, droop });
    const source = rack.source(by);
    await source.identify(signal);
    let connection = 0;
    const noticed: string[] = [];
    const account = {
      began: (kind: string, text: string) => void noticed.push(`${kind}: ${text}`),
      ended: (kind: string) => void noticed.push(`${kind} ended`),
    };
    const player = new GridPlayer({
      id: 'source',
      slotId: 'a/pv',
      profile: by,
      frequency: { hz: 50, source: 'this test' },
      driver: source,
      known: () => true,
      connection: () => connection,
      account,
      clock,
      log: NO_LOG,
    });
    player.start();
    for (let k = 0; k < seconds * 5; k++) {
      if (k % 5 === 0) {
        const [powerW] = (await source.read(signal)).activePowerW;
        player.show(three(233 + (ohm * -powerW) / 230));
      }
      rack.run(0.2);
      await clock.advance(200);
    }
    const reconnect = (): void => {
      connection++;
    };
    return { player, rack, clock, noticed, reconnect };
  }

  it('settles in a stiff grid', async () => {
    const { player } = await loop(100, 0.3, 60);
    expect(player.playing).toEqual({ kind: 'following' });
    expect(player.played!.voltageV[0]).toBeGreaterThan(235);
    await player.close();
  });

  it('a droop that is too steep for the grid swings: stopped at the nominal grid until a person releases it', async () => {
    const { player, rack } = await loop(800, 1.2, 60);
    expect(player.playing).toMatchObject({
      kind: 'latched',
      cause: expect.stringMatching(/swings: phase a turned \d+ times/),
    });
    expect(rack.device.supplyVoltageV!()).toEqual(three(230));
    player.release();
    player.show(three(238));
    await player.close();
  });

  it('its supply was off during a stop, and its output came back on: said once, and opened', async () => {
    const { player, rack, clock, noticed, reconnect } = await loop(100, 0.3, 5);
    expect(await player.stop()).toBe(true);
    commit(rack.device, 'output-at-power-up');
    rack.device.powerUp();
    expect(rack.device.supplyVoltageV!()).toEqual(three(230));
    await clock.advance(1000);
    // The same connection: nobody looks at a source that is off.
    expect(noticed).toEqual([]);
    reconnect();
    await clock.advance(1000);
    expect(rack.device.supplyVoltageV!()).toEqual(three(0));
    expect(noticed).toEqual([
      expect.stringMatching(/^output-unasked: its output is on .* nobody here switched it on$/),
    ]);
    expect(player.playing).toEqual({ kind: 'off' });
    await player.close();
  });

  it('without a watchdog in its profile nothing is armed', async () => {
    const { player } = await loop(100, 0.3, 5);
    expect(player.armed).toBe(true);
    await player.stop();
    expect(player.armed).toBe(false);
    await player.close();
    const { setWatchdog: _, ...commands } = profile.scpi.commands;
    const without = await loop(100, 0.3, 5, { ...profile, scpi: { ...profile.scpi, commands } });
    expect(without.player.playing).toEqual({ kind: 'following' });
    expect(without.player.armed).toBe(false);
    await without.player.close();
  });

  it('what it holds otherwise is said once, for as long as it lasts', async () => {
    const { player, rack, clock, noticed } = await loop(100, 0.3, 5);
    commit(rack.device, 'ignores-voltage');
    player.show(three(225));
    rack.run(1);
    await clock.advance(1000);
    expect(noticed).toEqual([
      expect.stringMatching(/^grid-not-held: .*voltage 1 was set to [\d.]+ V and reads [\d.]+ V/),
    ]);
    rack.device.quirks.ignoresVoltage = false;
    rack.run(1);
    await clock.advance(1000);
    expect(noticed.slice(1)).toEqual(['grid-not-held ended']);
    await player.close();
  });

  it('the twin falls silent: back to the nominal grid', async () => {
    const { player, rack, clock } = await loop(100, 0.3, 20);
    for (let k = 0; k < 50; k++) {
      rack.run(0.2);
      await clock.advance(200);
    }
    expect(player.playing).toEqual({ kind: 'nominal' });
    expect(player.played).toEqual(grid(230));
    await player.close();
  });
});

describe('on a bench', () => {
  const closers: (() => unknown)[] = [];
  afterEach(async () => {
    for (const close of closers.splice(0).reverse()) await close();
  });

  it('over TCP: identified, nominal grid without a twin, an emergency stop opens its output', async () => {
    const device = (await makeMock('scpi-source')) as TextDevice;
    const server = await serveMock(device, {
      address: 'listen:127.0.0.1:0',
      framing: 'tcp',
      unit: 0,
      baud: 0,
      disturbances: { interceptors: [], echo: false },
    });
    closers.push(() => server.close());
    const text = `bench: lab
links: [{ id: rack, address: '${server.address}', protocol: scpi }]
devices: [{ id: source, profile: scpi-ac-source, link: rack, slot: a/pv, lease: meter, pollPeriod: 0.5s }]
`;
    const parsed = parseBench(text, 'bench.yaml', loadProfiles());
    expect(parsed.ok ? [] : parsed.problems).toEqual([]);
    if (!parsed.ok) return;
    const bench = new Bench({ config: parsed.value, twinAddress: '127.0.0.1:1', log: NO_LOG });
    closers.push(() => bench.close());
    bench.start();
    await vi.waitFor(() => expect(bench.players[0]!.playing).toEqual({ kind: 'nominal' }), {
      timeout: 20_000,
      interval: 50,
    });
    await vi.waitFor(() => expect(bench.sessions[0]!.readings).toBeGreaterThan(1), { timeout: 20_000, interval: 50 });
    expect(device.supplyVoltageV!()).toEqual(three(230));
    expect(await bench.emergencyStop('j.devries', 'test')).toMatchObject({ confirmed: ['source'], unconfirmed: [] });
    expect(device.supplyVoltageV!()).toEqual(three(0));
    bench.release('j.devries');
    await vi.waitFor(() => expect(device.supplyVoltageV!()).toEqual(three(230)), { timeout: 20_000, interval: 50 });
    commit(device, 'output-sticks');
    expect(await bench.emergencyStop('j.devries', 'again')).toMatchObject({
      confirmed: [],
      unconfirmed: ['source'],
      devices: [{ error: expect.stringMatching(/says so, and measures/) }],
    });
  });
});

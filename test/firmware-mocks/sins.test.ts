/** Every sin is really committed: what an honest mock does, the sinner does not. Clocks are turned by hand. */
import { afterEach, describe, expect, it } from 'vitest';
import { createBus } from '../../bench/modbus/bus.js';
import { createP1Framer } from '../../bench/p1/framer.js';
import { openTransport } from '../../bench/transport/open.js';
import { MOCK_NAMES, MOCKS, makeMock } from '../../firmware-mocks/catalogue.js';
import type { ModbusDevice, P1Device } from '../../firmware-mocks/device.js';
import { command, serveMock } from '../../firmware-mocks/serve.js';
import { absolve, commit, SIN_NAMES, SINS, type SinName, sinsOf } from '../../firmware-mocks/sins.js';

const STORAGE = 40_000 + 2 + 68 + 52 + 28 + 32 + 26;
const W = 40_000 + 2 + 68 + 14;
const int16 = (word: number): number => (word << 16) >> 16;

class Battery {
  nowS = 0;
  readonly device: ModbusDevice;
  private constructor(device: ModbusDevice) {
    this.device = device;
    device.advance(0);
  }
  static async with(...sins: SinName[]): Promise<Battery> {
    const battery = new Battery((await makeMock('sunspec-inverter', { freePower: 1500 })) as ModbusDevice);
    for (const sin of sins) commit(battery.device, sin);
    return battery;
  }
  run(seconds: number): this {
    for (let k = 0; k < Math.round(seconds * 10); k++) {
      this.nowS += 0.1;
      this.device.advance(this.nowS);
    }
    return this;
  }
  /** Charges with a share of its rating, for 60 s. */
  charge(percent: number): this {
    const raw = percent * 100;
    this.device.write(STORAGE + 12, [-raw & 0xffff, raw, 0, 60], this.device.quirks.ignoresWrites);
    this.device.write(STORAGE + 5, [3], this.device.quirks.ignoresWrites);
    return this;
  }
  get shownW(): number {
    return int16(this.device.read(W, 1)![0]!) * 10 ** int16(this.device.read(W + 1, 1)![0]!);
  }
  /** From a meter in its supply line, + = discharge. */
  get trueW(): number {
    const [a, b, c] = this.device.supplyPowerW();
    return -(a + b + c);
  }
}

/** Seconds until it discharges as it does without control. */
function revertAfterS(battery: Battery): number {
  for (let s = 0; s < 200; s++) {
    if (battery.trueW > 1400) return s;
    battery.run(1);
  }
  return Number.POSITIVE_INFINITY;
}

describe('an honest battery', () => {
  it('follows, shows what it does, and reverts after the time that was armed', async () => {
    const battery = (await Battery.with()).charge(40).run(5);
    expect(Math.abs(battery.trueW + 2000)).toBeLessThan(5);
    expect(Math.abs(battery.shownW + 2000)).toBeLessThan(10);
    expect(Math.abs(revertAfterS(battery) + 5 - 62)).toBeLessThanOrEqual(2);
  });
});

describe('a sinful battery', () => {
  it.each([
    ['late-revert', 80],
    ['early-revert', 30],
    ['no-revert', Number.POSITIVE_INFINITY],
  ] as const)('%s: %s s', async (sin, expected) => {
    const after = revertAfterS((await Battery.with(sin)).charge(40).run(5)) + 5;
    if (Number.isFinite(expected)) expect(Math.abs(after - expected - 2)).toBeLessThanOrEqual(2);
    else expect(after).toBe(expected);
  });

  it('ignore-writes: neither kept nor followed', async () => {
    const battery = (await Battery.with('ignore-writes')).charge(40).run(5);
    expect(battery.device.read(STORAGE + 5, 1)).toEqual(Uint16Array.of(0));
    expect(battery.trueW).toBeGreaterThan(1400);
  });

  it('no-effect: kept, not followed', async () => {
    const battery = (await Battery.with('no-effect')).charge(40).run(5);
    expect(battery.device.read(STORAGE + 5, 1)).toEqual(Uint16Array.of(3));
    expect(battery.trueW).toBeGreaterThan(1400);
  });

  it('flipped-sign: does one thing and shows the other', async () => {
    const battery = (await Battery.with('flipped-sign')).charge(40).run(5);
    expect(battery.trueW).toBeLessThan(-1900);
    expect(battery.shownW).toBeGreaterThan(1900);
  });

  it('half-power: 80 % becomes 50 %', async () => {
    expect((await Battery.with('half-power')).charge(80).run(10).trueW).toBeCloseTo(-2500, -1);
  });

  it('frozen-soc: an hour of charging moves nothing', async () => {
    const soc = (b: Battery) => b.device.read(STORAGE + 8, 1)![0]!;
    const honest = (await Battery.with('no-revert')).charge(40);
    const frozen = (await Battery.with('frozen-soc', 'no-revert')).charge(40);
    const before = [soc(honest), soc(frozen)];
    expect(soc(honest.run(1800)) - before[0]!).toBeGreaterThan(500);
    expect(soc(frozen.run(1800))).toBe(before[1]);
  });

  it('frozen-reading: the register stands still, the power does not', async () => {
    const battery = (await Battery.with()).run(5);
    commit(battery.device, 'frozen-reading');
    const before = battery.shownW;
    battery.charge(40).run(5);
    expect(battery.shownW).toBe(before);
    expect(battery.trueW).toBeLessThan(-1900);
  });

  it('sentinel-power and wrong-current', async () => {
    const battery = (await Battery.with('sentinel-power')).run(1);
    expect(battery.device.read(W, 1)).toEqual(Uint16Array.of(0x8000));
    const honest = (await Battery.with()).run(5).device.read(W - 11, 1)![0]!;
    const wrong = (await Battery.with('wrong-current')).run(5).device.read(W - 11, 1)![0]!;
    expect(wrong / honest).toBeCloseTo(10, 0);
  });

  it('sluggish and overshoot: the way to a setpoint', async () => {
    const honest = (await Battery.with()).charge(40).run(3).trueW;
    const sluggish = (await Battery.with('sluggish')).charge(40).run(3).trueW;
    expect(honest).toBeCloseTo(-2000, -1);
    expect(sluggish).toBeGreaterThan(-600);
    const swinging = (await Battery.with('overshoot')).charge(40);
    let lowest = 0;
    for (let k = 0; k < 100; k++) lowest = Math.min(lowest, swinging.run(0.1).trueW);
    expect(lowest).toBeLessThan(-2800);
    expect(lowest).toBeGreaterThan(-3400);
  });

  it('scale-after-reboot and serial-after-reboot: innocent until the power comes back', async () => {
    const battery = (await Battery.with('scale-after-reboot', 'serial-after-reboot')).run(5);
    const serial = () => battery.device.read(40_052, 16);
    const before = serial();
    expect(battery.shownW / battery.trueW).toBeCloseTo(1, 1);
    battery.device.powerUp();
    battery.run(5);
    expect(battery.shownW / battery.trueW).toBeCloseTo(10, 0);
    expect(serial()).not.toEqual(before);
  });

  it('flash-setpoints: survive a power-up, and are counted', async () => {
    const battery = (await Battery.with('flash-setpoints')).charge(40).run(5);
    battery.device.powerUp();
    expect(battery.run(5).trueW).toBeLessThan(-1900);
    expect(battery.device.status()).toMatchObject({ flashWrites: 2 });
    const honest = (await Battery.with()).charge(40).run(5);
    honest.device.powerUp();
    expect(honest.run(5).trueW).toBeGreaterThan(1400);
  });

  it('chain-exception: the first two models only', async () => {
    const { device } = await Battery.with('chain-exception');
    expect(device.read(40_070, 2)).toEqual(Uint16Array.of(103, 50));
    expect(device.read(40_122, 1)).toBeUndefined();
  });
});

describe('a sinful P1 meter', () => {
  const telegrams = async (sin: SinName, count: number) => {
    const meter = (await makeMock('p1-meter', { pv: 6000 })) as P1Device;
    meter.advance(0);
    const honest = Buffer.from(meter.telegram(Date.UTC(2026, 5, 1) * 1000)).toString('latin1');
    commit(meter, sin);
    const list = Array.from({ length: count }, (_, k) => meter.telegram((Date.UTC(2026, 5, 1) / 1000 + k) * 1e6));
    return { honest, list };
  };

  it('gas on channel 2, an abandoned meter on channel 1: still a telegram that holds', async () => {
    const { list } = await telegrams('gas-on-channel-2', 1);
    const [telegram] = createP1Framer().push(list[0]!);
    expect(telegram!.mBus.filter(({ value }) => value !== undefined)).toMatchObject([{ channel: 2, unit: 'm3' }]);
    expect(Buffer.from(list[0]!).toString('latin1')).toContain('0-1:24.2.1(700101010000W)(00000000)');
  });

  it('a CRC without its leading zeros, in one of sixteen telegrams', async () => {
    const { list } = await telegrams('unpadded-crc', 64);
    const short = list.filter((bytes) => /![0-9A-F]{1,3}\r\n$/.test(Buffer.from(bytes).toString('latin1')));
    expect(short.length).toBeGreaterThan(0);
    expect(short.length).toBeLessThan(20);
  });

  it('swapped directions: what comes from the panels is bought', async () => {
    const { honest, list } = await telegrams('swapped-directions', 1);
    const line = (text: string, obis: string) =>
      new RegExp(`1-0:${obis.replaceAll('.', '\\.')}\\((.*?)\\)`).exec(text)![1];
    const sinful = Buffer.from(list[0]!).toString('latin1');
    expect(line(honest, '2.7.0')).not.toBe('00.000*kW');
    expect(line(sinful, '1.7.0')).toBe(line(honest, '2.7.0'));
  });
});

describe('sins of the line', () => {
  const closers: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const close of closers.splice(0).reverse()) await close();
  });
  const served = async (...sins: SinName[]) => {
    const device = (await makeMock('sunspec-inverter')) as ModbusDevice;
    for (const sin of sins) commit(device, sin);
    const options = { address: 'listen:127.0.0.1:0', framing: 'tcp' as const, unit: 1, baud: 0 };
    const server = await serveMock(device, { ...options, disturbances: { interceptors: [], echo: false } });
    closers.push(() => server.close());
    const bus = createBus(await openTransport(server.address), { framing: 'tcp', timeoutMs: 300 });
    closers.push(() => bus.close());
    return { device, server, bus };
  };
  const insist = { insist: true };

  it('stale-reply: one question stays without answer, and its answer is never taken for the next', async () => {
    const { bus } = await served('stale-reply');
    const outcomes: string[] = [];
    for (let k = 0; k < 9; k++) {
      const at = k % 2 === 0 ? 40_000 : 40_070;
      outcomes.push(
        await bus.readHoldingRegisters(1, at, 2, insist).then(
          (words) => ((words[0] === 0x5375) === (at === 40_000) ? 'right' : 'wrong'),
          (error) => error.code,
        ),
      );
    }
    expect(outcomes.filter((o) => o === 'DEVICE_TIMEOUT')).toHaveLength(1);
    expect(outcomes).not.toContain('wrong');
  });

  it('foreign-unit and answers-for-another', async () => {
    const { bus } = await served('foreign-unit');
    const outcomes = [];
    for (let k = 0; k < 7; k++)
      outcomes.push(
        await bus.readHoldingRegisters(1, 40_000, 2, insist).then(
          () => 'ok',
          (e) => e.code,
        ),
      );
    expect(outcomes.slice(0, 6)).toEqual(Array(6).fill('ok'));
    expect(outcomes[6]).not.toBe('ok');
    await expect(bus.readHoldingRegisters(2, 40_000, 2, insist)).rejects.toMatchObject({ code: 'DEVICE_TIMEOUT' });
    const other = await served('answers-for-another');
    expect((await other.bus.readHoldingRegisters(2, 40_000, 2))[0]).toBe(0x5375);
  });

  it('busy-after-write: exception 6', async () => {
    const { bus } = await served('busy-after-write');
    await bus.writeRegister(1, STORAGE + 17, 1);
    await expect(bus.readHoldingRegisters(1, 40_000, 2)).rejects.toMatchObject({ context: { exception: 6 } });
  });

  it('unplug: the connection ends and the next one does not come up until the cable is back', async () => {
    const { server, bus, device } = await served();
    expect(command('unplug 1s', device, server)).toBe('unplugged for 1 s');
    await expect(bus.readHoldingRegisters(1, 40_000, 2)).rejects.toMatchObject({ code: 'NO_SUCH_PORT' });
  });

  it('are commanded while it runs, and only those that it can have', async () => {
    const { server, device } = await served();
    expect(command('sin late-revert', device, server)).toBe('sin late-revert');
    expect(device.quirks.revertFactor).toBeCloseTo(4 / 3);
    expect(command('sin unpadded-crc', device, server)).toMatch(/^unknown: sin unpadded-crc \(one of ignore-writes/);
    expect(command('sin none', device, server)).toBe('sin none');
    expect(device.quirks.revertFactor).toBe(1);
  });
});

describe('the catalogue', () => {
  it('says of every mock which sins it can have, and every sin has a sinner', async () => {
    for (const name of MOCK_NAMES) {
      const device = await makeMock(name);
      expect([...device.traits].sort()).toEqual([...MOCKS[name].traits].sort());
      expect(device.name).toBe(name);
      absolve(device);
    }
    const possible = new Set(MOCK_NAMES.flatMap((name) => sinsOf(MOCKS[name].traits)));
    expect(SIN_NAMES.filter((name) => !possible.has(name))).toEqual([]);
    expect(Object.values(SINS).every(({ about }) => about.length > 10)).toBe(true);
  });
});

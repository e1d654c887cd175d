/**
 * Devices that take a limit: what they make of it, and what they could do without it. A device that does less than its limit
 * allows is judged where it can be known that it could have done more, and nowhere else: an honest one never fails, whatever
 * the sun does.
 */
import { describe, expect, it, vi } from 'vitest';
import { MOCKS, type MockName, makeMock } from '../../../firmware-mocks/catalogue.js';
import type { ModbusDevice } from '../../../firmware-mocks/device.js';
import { createPv } from '../../../firmware-mocks/devices/sunspec-pv.js';
import type { Quirks } from '../../../firmware-mocks/sins.js';
import fc from '../../support/property.js';
import { LABS } from './labs.js';
import { acceptInLab } from './virtual-lab.js';

// On a virtual clock nothing waits, but a busy machine may take long to turn it.
vi.setConfig({ testTimeout: 120_000 });

async function effectOf(name: MockName, device: ModbusDevice, quirks: Partial<Quirks>, available?: number) {
  const { checks } = await acceptInLab({
    profile: MOCKS[name].profile,
    tested: { device, quirks },
    more: LABS[name].more ?? '',
    only: ['effect'],
    ...(available === undefined ? {} : { available }),
  });
  const effect = checks.find(({ id }) => id === 'effect')!;
  const of = (id: string) => effect.figures.find((figure) => figure.id === id);
  return { effect, of };
}

const mock = async (name: MockName): Promise<ModbusDevice> => (await makeMock(name)) as ModbusDevice;

/** The last of the six times that a roof is limited: in the check before, and in effect one time for each, and four times in turn. */
const LAST = 6;

/** A roof under a sun of its own; W at an instant of its clock, s. */
function roof(sunW: (nowS: number) => number, seed = 1): ModbusDevice {
  let nowS = 0;
  const pv = createPv({
    seed,
    ratedPowerW: 5000,
    get sunPowerW() {
      return sunW(nowS);
    },
  });
  const { advance } = pv;
  return Object.assign(pv, {
    advance(toS: number) {
      nowS = toS;
      advance(toS);
    },
  });
}

describe('a limit that is not used up', () => {
  it('is an error of power if the device did more before and after, each time, and a line over several limits', async () => {
    const { effect, of } = await effectOf('sunspec-pv', await mock('sunspec-pv'), { setpointRatio: 0.75 });
    expect(effect.verdict).toBe('fail');
    const below = of('limit-to-80-.below-limit')!;
    expect(below.verdict).toBe('fail');
    expect(below.explanation).toMatch(
      /^Under -3000 W it did -2250, -2250 W; without a limit -37\d\d, -37\d\d W before and -37\d\d, -37\d\d W after\.$/,
    );
    const [slope, offset] = [of('slope-over-limits')!, of('offset-over-limits')!];
    expect(Math.abs(slope.value! - 0.75)).toBeLessThan(0.01);
    expect(slope.uncertainty).toBeGreaterThan(0.05);
    expect(slope.uncertainty).toBeLessThan(0.3);
    expect(Math.abs(offset.value!)).toBeLessThan(offset.uncertainty);
  });

  it('is doubt if a cloud came with some of the limits and not with others', async () => {
    let [limits, before] = [0, false];
    const pv: ModbusDevice = roof(() => {
      const { limitEnabled, limitPercent } = pv.status();
      const limited = limitEnabled === 1 && Number(limitPercent) > 0 && Number(limitPercent) < 90;
      if (limited && !before) limits++;
      before = limited;
      // Limits of the check before, the two of this one, and then the same again: the last one has its sun.
      return limited && limits < LAST ? 1500 : 4000;
    });
    const { effect, of } = await effectOf('sunspec-pv', pv, {});
    expect(effect.verdict).toBe('inconclusive');
    expect(of('limit-to-80-.below-limit')!.explanation).toMatch(/It did so some times and not at others\./);
  });

  it('of an honest roof under any sun never fails, and passes under a steady one', async () => {
    const clouds = fc.record({
      seed: fc.integer({ min: 1, max: 1000 }),
      clearW: fc.integer({ min: 1200, max: 5500 }),
      periodS: fc.integer({ min: 4, max: 200 }),
      phaseS: fc.integer({ min: 0, max: 200 }),
      clouded: fc.double({ min: 0, max: 0.9, noNaN: true }),
      depth: fc.double({ min: 0, max: 0.95, noNaN: true }),
      perS: fc.double({ min: -4, max: 4, noNaN: true }),
    });
    await fc.assert(
      fc.asyncProperty(clouds, async ({ seed, clearW, periodS, phaseS, clouded, depth, perS }) => {
        const sunW = (nowS: number): number => {
          const inCloud = ((nowS + phaseS) % periodS) / periodS < clouded;
          return Math.max(0, (clearW + perS * nowS) * (inCloud ? 1 - depth : 1));
        };
        const { effect } = await effectOf('sunspec-pv', roof(sunW, seed), {});
        expect(effect.verdict).not.toBe('fail');
        if (clouded * depth === 0 && perS === 0 && clearW > 3400) expect(effect.verdict).toBe('pass');
      }),
      { numRuns: 10 },
    );
  });
});

describe('an honest heat pump', () => {
  it('never fails, whatever its building needs', async () => {
    const demand = fc.record({
      outdoorTemperature: fc.integer({ min: -15, max: 25 }),
      initialTemperature: fc.integer({ min: 15, max: 24 }),
      seed: fc.integer({ min: 1, max: 1000 }),
    });
    await fc.assert(
      fc.asyncProperty(demand, async (made) => {
        const pump = (await makeMock('heat-pump', made)) as ModbusDevice;
        const { effect } = await effectOf('heat-pump', pump, {});
        expect(effect.verdict).not.toBe('fail');
      }),
      { numRuns: 5 },
    );
  });
});

describe('a roof whose sun goes while it is limited', () => {
  const falls = (atS: number, againS = Number.POSITIVE_INFINITY) =>
    roof((nowS) => (nowS > atS && nowS < againS ? 2000 : 4000));
  const verdictsOf = async (device: ModbusDevice, quirks: Partial<Quirks> = {}) => {
    const only = ['revert', 'controller-killed', 'cable-pulled'] as const;
    const more = LABS['sunspec-pv'].more ?? '';
    const { checks } = await acceptInLab({ profile: 'sunspec-pv', tested: { device, quirks }, more, only });
    return Object.fromEntries(only.map((id) => [id, checks.find((check) => check.id === id)!]));
  };

  it('did not revert early, nor never: that it let go was not seen', async () => {
    const { revert, ...others } = await verdictsOf(falls(150));
    expect(revert!.verdict).toBe('inconclusive');
    expect(revert!.findings[0]!.text).toMatch(
      /^Whether it let go of its limit of -3\d\d\d W was not seen: it did -(19\d\d|2000) W, and -(19\d\d|2000) W without any limit/,
    );
    for (const { verdict } of Object.values(others)) expect(verdict).not.toBe('fail');
  });

  it('never fails, whenever that is', async () => {
    const times = fc.record({ atS: fc.integer({ min: 60, max: 450 }), forS: fc.integer({ min: 5, max: 200 }) });
    await fc.assert(
      fc.asyncProperty(times, async ({ atS, forS }) => {
        const all = await verdictsOf(falls(atS, atS + forS));
        for (const [id, { verdict, findings, figures }] of Object.entries(all)) {
          const why = [...findings, ...figures.filter((figure) => figure.verdict === 'fail')];
          expect([id, verdict === 'fail', why]).toEqual([id, false, why]);
        }
      }),
      { numRuns: 5 },
    );
  });

  it('fails all the same if its registers say that it never let go', async () => {
    const { revert } = await verdictsOf(falls(150), { revertFactor: Number.POSITIVE_INFINITY });
    expect(revert!.verdict).toBe('fail');
  });
});

describe('half of the power', () => {
  it.each(['sunspec-pv', 'sunspec-der-pv'] as const)(
    'of %s fails if a PV simulator says what is there',
    async (name) => {
      const { effect, of } = await effectOf(name, await mock(name), { reachRatio: 0.5 }, 4000);
      expect(effect.verdict).toBe('fail');
      expect(of('available-power')!.explanation).toMatch(
        /^4000 W are there \(option of the mock\); it did 2\d\d\d W\. After the limits it did 2\d\d\d W\.$/,
      );
    },
  );

  it('of a roof stays in doubt if nobody knows the sun, and the report says what would settle it', async () => {
    const { effect, of } = await effectOf('sunspec-pv', await mock('sunspec-pv'), { reachRatio: 0.5 });
    expect(effect.verdict).toBe('inconclusive');
    expect(of('tested-share')!.explanation).toMatch(
      /did -2\d\d\d W of -5000 W\. .* was not seen: give it more than 60 % of its rated power .*; --available W says what is there/,
    );
  });

  it('is no failure of a roof whose sun goes and comes', async () => {
    const { effect, of } = await effectOf(
      'sunspec-pv',
      roof((nowS) => (nowS < 60 ? 1800 : 3000)),
      {},
      4000,
    );
    expect(effect.verdict).toBe('inconclusive');
    expect(of('available-power')!.explanation).toMatch(/What is there moves: give it a steady sun/);
  });

  it('of a heat pump is seen by the state that its profile brings to full load', async () => {
    const { effect, of } = await effectOf('heat-pump', await mock('heat-pump'), { reachRatio: 0.5 });
    expect(effect.verdict).toBe('fail');
    expect(of('full-load')).toMatchObject({ verdict: 'fail', sense: 'at least', limit: 11_540 });
  });

  it('of a heat pump is no failure where its water is too warm for the promise', async () => {
    const device = await mock('supply-heat-pump');
    const { read } = device;
    const warm = Object.assign(device, {
      read(address: number, count: number, readFunction: 3 | 4 = 3) {
        const words = read(address, count, readFunction);
        // Input register 11 is its supply temperature, in tenths.
        if (readFunction === 4 && words !== undefined && address <= 11 && address + count > 11)
          words[11 - address] = 530;
        return words;
      },
    });
    const { effect, of } = await effectOf('supply-heat-pump', warm, { reachRatio: 0.5 });
    expect(effect.verdict).toBe('inconclusive');
    expect(of('full-load')!.explanation).toMatch(/Its supply is at 53\.0 °C; it promises that below 50 °C only\./);
  });

  it('full load ends with the check: the heat pump is in its normal state again', async () => {
    const device = await mock('heat-pump');
    let forced = 0;
    const { write } = device;
    const seen = Object.assign(device, {
      write(address: number, values: ArrayLike<number>, ignored: boolean) {
        if (address === 200 && values[0] === 4) forced++;
        return write(address, values, ignored);
      },
    });
    const { effect } = await effectOf('heat-pump', seen, {});
    expect(effect.verdict).toBe('pass');
    expect(forced).toBeGreaterThan(2);
    expect(device.status()['sgReady']).toBe(2);
  });
});

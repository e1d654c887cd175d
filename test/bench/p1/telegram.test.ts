import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crc16Arc } from '../../../bench/p1/crc.js';
import { createP1Framer } from '../../../bench/p1/framer.js';
import {
  composeTelegram,
  netPhasesW,
  parseTelegram,
  parseTimestamp,
  type Telegram,
  type TelegramContent,
} from '../../../bench/p1/telegram.js';

const latin1 = (text: string): Uint8Array => Buffer.from(text, 'latin1');

/** Lines to a whole frame with its CRC. */
function frame(lines: readonly string[], crc: (right: string) => string = (right) => right): Uint8Array {
  const body = latin1(`/TST5\\2METER\r\n\r\n${lines.join('\r\n')}\r\n!`);
  const right = crc16Arc(body).toString(16).toUpperCase().padStart(4, '0');
  return Buffer.concat([body, latin1(`${crc(right)}\r\n`)]);
}

function telegramOf(lines: readonly string[]): Telegram {
  const parsed = parseTelegram(`/TST5\\2METER\r\n\r\n${lines.join('\r\n')}\r\n`);
  if (!parsed.ok) throw new Error(parsed.rule);
  return parsed.telegram;
}

const CONTENT: TelegramContent = {
  header: 'WTM5\\2MT382-1000',
  timeUs: Date.UTC(2026, 0, 12, 17, 45, 3) * 1000,
  summerTime: false,
  equipmentId: 'E0026000001',
  importEnergyWh: [4_321_098, 5_210_345],
  exportEnergyWh: [123_456, 345_678],
  tariff: 2,
  importPowerW: 143,
  exportPowerW: 0,
  phaseImportW: [193, 127, 0],
  phaseExportW: [0, 0, 177],
  voltageV: [231.4, 229.8, 232.1],
  currentA: [1, 1, 1],
  mBus: [
    {
      channel: 1,
      deviceType: 3,
      id: 'G0052000001',
      timeUs: Date.UTC(2026, 0, 12, 17, 45) * 1000,
      value: 2345.678,
      unit: 'm3',
    },
  ],
};

describe('CRC-16/ARC', () => {
  it('of the check string 123456789 is BB3D', () => {
    expect(crc16Arc(latin1('123456789'))).toBe(0xbb3d);
  });
});

describe('compose and parse', () => {
  it('a telegram survives the line', () => {
    const framer = createP1Framer();
    const [telegram] = framer.push(composeTelegram(CONTENT));
    const { summerTime, ...rest } = CONTENT;
    expect(telegram).toEqual({ ...rest, version: '50' });
    expect(framer.statistics).toEqual({ telegrams: 1, crcErrors: 0, malformed: 0, discardedBytes: 0 });
  });

  it('for any readings, cut anywhere', () => {
    const watts = fc.tuple(fc.nat(20_000), fc.nat(20_000), fc.nat(20_000));
    const wh = fc.tuple(fc.nat(999_999_999), fc.nat(999_999_999));
    fc.assert(
      fc.property(
        watts,
        watts,
        wh,
        fc.nat(99_999_999),
        fc.integer({ min: 1, max: 999 }),
        (imp, exp, energy, gas, cut) => {
          const content: TelegramContent = {
            ...CONTENT,
            importEnergyWh: energy,
            phaseImportW: imp,
            phaseExportW: exp,
            mBus: [{ ...CONTENT.mBus[0]!, value: gas / 1000 }],
          };
          const framer = createP1Framer();
          const bytes = Buffer.concat([composeTelegram(content), composeTelegram(CONTENT)]);
          const found: Telegram[] = [];
          for (let k = 0; k < bytes.length; k += cut) found.push(...framer.push(bytes.subarray(k, k + cut)));
          expect(found).toHaveLength(2);
          expect(found[0]).toMatchObject({ importEnergyWh: energy, phaseImportW: imp, phaseExportW: exp });
          expect(found[0]!.mBus[0]!.value).toBeCloseTo(gas / 1000, 9);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('has the size that a three-phase meter with gas has on the wire', () => {
    // DSMR 5 at 115200 baud: about 77 ms, 8 % of the second.
    expect(composeTelegram(CONTENT).length).toBeGreaterThan(800);
    expect(composeTelegram(CONTENT).length).toBeLessThan(1100);
  });

  it('a one-phase meter has no lines of the other phases', () => {
    const one = (value: number) => [value, undefined, undefined];
    const text = Buffer.from(
      composeTelegram({
        ...CONTENT,
        phaseImportW: one(143),
        phaseExportW: one(0),
        voltageV: one(230),
        currentA: one(1),
      }),
    ).toString('latin1');
    expect(text).toContain('1-0:32.7.0(230.0*V)');
    expect(text).not.toMatch(/1-0:(52|72|41|61|51|71)\./);
  });
});

describe('signs', () => {
  it('net per phase is import minus export, and phases may differ in direction', () => {
    const telegram = telegramOf([
      '1-0:1.7.0(00.143*kW)',
      '1-0:2.7.0(00.000*kW)',
      '1-0:21.7.0(00.193*kW)',
      '1-0:41.7.0(00.127*kW)',
      '1-0:61.7.0(00.000*kW)',
      '1-0:22.7.0(00.000*kW)',
      '1-0:42.7.0(00.000*kW)',
      '1-0:62.7.0(00.177*kW)',
    ]);
    expect(netPhasesW(telegram)).toEqual([193, 127, -177]);
  });

  it('a meter without phase lines gives its total on phase a, export negative', () => {
    const telegram = telegramOf(['1-0:1.7.0(00.000*kW)', '1-0:2.7.0(01.250*kW)']);
    expect(netPhasesW(telegram)).toEqual([-1250, 0, 0]);
  });
});

describe('time', () => {
  it.each([
    ['260112174503W', Date.UTC(2026, 0, 12, 16, 45, 3)],
    ['260712174503S', Date.UTC(2026, 6, 12, 15, 45, 3)],
    // The doubled hour of 25 October 2026: the flag decides.
    ['261025023000S', Date.UTC(2026, 9, 25, 0, 30)],
    ['261025023000W', Date.UTC(2026, 9, 25, 1, 30)],
  ])('%s', (text, utcMs) => {
    expect(parseTimestamp(text)).toBe(utcMs * 1000);
  });

  it.each(['632525252525W', '', '26011217450W', '700101010000X'])('"%s" is no time', (text) => {
    expect(parseTimestamp(text)).toBeUndefined();
  });
});

describe('what meters in the field do', () => {
  const power = '1-0:1.7.0(00.143*kW)';

  it('watts and watt-hours as whole numbers (ESMR)', () => {
    const telegram = telegramOf(['1-0:1.8.1(000004321098*Wh)', '1-0:1.7.0(000143*W)']);
    expect(telegram).toMatchObject({ importPowerW: 143, importEnergyWh: [4_321_098, 0] });
  });

  it('currents with decimals on some, whole amperes on most', () => {
    expect(telegramOf([power, '1-0:31.7.0(0.48*A)', '1-0:51.7.0(002*A)']).currentA).toEqual([0.48, 2, undefined]);
  });

  it('empty failure log and empty equipment number', () => {
    const telegram = telegramOf([power, '1-0:99.97.0()', '0-0:96.1.1()', '0-0:96.13.0()']);
    expect(telegram).toMatchObject({ importPowerW: 143, equipmentId: '' });
  });

  it('gas on channel 2 while channel 1 holds an abandoned meter', () => {
    const telegram = telegramOf([
      power,
      '0-1:24.1.0(003)',
      '0-1:24.2.1(700101010000W)(00000000)',
      '0-2:24.1.0(003)',
      '0-2:96.1.0(47303031)',
      '0-2:24.2.1(260112174500W)(02345.678*m3)',
    ]);
    expect(telegram.mBus).toEqual([
      {
        channel: 2,
        deviceType: 3,
        id: 'G001',
        timeUs: Date.UTC(2026, 0, 12, 16, 45) * 1000,
        value: 2345.678,
        unit: 'm3',
      },
    ]);
  });

  it.each<[string, (right: string) => string]>([
    ['in lower case', (right) => right.toLowerCase()],
    ['without leading zeros', (right) => right.replace(/^0+/, '')],
    ['with a NUL behind it', (right) => `${right}\0`],
  ])('a CRC %s', (_, write) => {
    // A text whose CRC begins with 0, so that leaving zeros out changes something.
    const lines = Array.from({ length: 5000 }, (_, k) => [power, `0-0:96.13.0(${k.toString(16).padStart(4, '0')})`]);
    const zero = lines.find((candidate) => Buffer.from(frame(candidate)).toString('latin1').includes('!0'))!;
    expect(createP1Framer().push(frame(zero, write))).toHaveLength(1);
  });

  it('version 2.2 has no CRC; version 5 without one is refused', () => {
    expect(createP1Framer().push(frame(['1-0:1.7.0(0000.98*kW)'], () => ''))).toMatchObject([{ importPowerW: 980 }]);
    const framer = createP1Framer();
    expect(framer.push(frame(['1-3:0.2.8(50)', power], () => ''))).toEqual([]);
    expect(framer.statistics.crcErrors).toBe(1);
  });

  it('a telegram without power is malformed, and the next one counts', () => {
    const framer = createP1Framer();
    expect(framer.push(Buffer.concat([frame(['0-0:96.14.0(0002)']), composeTelegram(CONTENT)]))).toHaveLength(1);
    expect(framer.statistics).toMatchObject({ malformed: 1, telegrams: 1 });
    expect(framer.lastError).toContain('1-0:1.7.0');
  });
});

describe('a line that loses bytes', () => {
  it('the tail of a telegram before the first whole one is skipped', () => {
    const framer = createP1Framer();
    const whole = composeTelegram(CONTENT);
    expect(framer.push(whole.slice(400))).toEqual([]);
    expect(framer.push(whole)).toHaveLength(1);
    expect(framer.statistics.discardedBytes).toBeGreaterThan(0);
  });

  it('one changed or lost byte costs that telegram and never the next', () => {
    const whole = composeTelegram(CONTENT);
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.option(fc.integer({ min: 1, max: 255 })), (at, flip) => {
        const hurt = Buffer.from(whole);
        if (flip !== null) hurt[at]! ^= flip;
        const broken = flip === null ? Buffer.concat([hurt.subarray(0, at), hurt.subarray(at + 1)]) : hurt;
        const framer = createP1Framer();
        const found = framer.push(Buffer.concat([broken, whole, whole]));
        expect(found.length).toBeGreaterThanOrEqual(1);
        for (const telegram of found) expect(telegram.phaseImportW).toEqual(CONTENT.phaseImportW);
        expect(found.at(-1)).toMatchObject({ importEnergyWh: CONTENT.importEnergyWh });
      }),
      { numRuns: 300 },
    );
  });

  it('noise does not grow the memory', () => {
    const framer = createP1Framer();
    for (let k = 0; k < 200; k++) framer.push(latin1(`/${'x'.repeat(1000)}`));
    expect(framer.statistics.discardedBytes).toBeGreaterThan(190_000);
    framer.push(latin1('\r\n'));
    expect(framer.push(composeTelegram(CONTENT))).toHaveLength(1);
  });
});

import { describe, expect, it } from 'vitest';
import { crc16Arc } from '../../../bench/p1/crc.js';
import { createP1Framer } from '../../../bench/p1/framer.js';
import {
  composeTelegram,
  formatTimestamp,
  isSummerTime,
  netPhasesW,
  parseTelegram,
  parseTimestamp,
  type Telegram,
  type TelegramContent,
} from '../../../bench/p1/telegram.js';
import fc from '../../support/property.js';

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
    const none = {
      powerFailures: 0,
      longPowerFailures: 0,
      failureLog: [],
      voltageSags: [0, 0, 0],
      voltageSwells: [0, 0, 0],
    };
    expect(telegram).toEqual({ ...rest, ...none, version: '50' });
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

describe('everything that a composed telegram can say', () => {
  it('failures, sags, a text, heat, and a gas reading from before the clocks were put back', () => {
    const content: TelegramContent = {
      header: 'WTM5\\2X',
      // 25 October 2026, 02:02 for the second time; the gas reading is of 02:55 for the first.
      timeUs: Date.UTC(2026, 9, 25, 1, 2) * 1000,
      equipmentId: 'E1',
      importEnergyWh: [1, 2],
      exportEnergyWh: [3, 4],
      tariff: 1,
      importPowerW: 0,
      exportPowerW: 1500,
      phaseImportW: [0, undefined, undefined],
      phaseExportW: [1500, undefined, undefined],
      voltageV: [253.1, undefined, undefined],
      currentA: [7, undefined, undefined],
      mBus: [
        { channel: 1, deviceType: 3, id: 'G1', timeUs: Date.UTC(2026, 9, 25, 0, 55) * 1000, value: 12.345, unit: 'm3' },
        { channel: 2, deviceType: 4, id: 'H1', timeUs: Date.UTC(2026, 9, 25, 1, 0) * 1000, value: 101.25, unit: 'GJ' },
      ],
      powerFailures: 4,
      longPowerFailures: 2,
      failureLog: [{ endedUs: Date.UTC(2026, 6, 1, 12, 0, 5) * 1000, durationS: 240 }],
      voltageSags: [2, undefined, undefined],
      voltageSwells: [1, undefined, undefined],
      message: 'Werk aan het net',
    };
    const bytes = composeTelegram(content);
    const text = Buffer.from(bytes).toString('latin1');
    expect(text).toContain('0-0:1.0.0(261025020200W)');
    expect(text).toContain('0-1:24.2.1(261025025500S)(00012.345*m3)');
    expect(text).toContain('0-2:24.2.1(261025020000W)(000101.25*GJ)');
    expect(text).toContain('1-0:99.97.0(1)(0-0:96.7.19)(260701140005S)(0000000240*s)');
    expect(createP1Framer().push(bytes)).toEqual([{ ...content, version: '50' }]);
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

  it.each([
    // Before version 4 there is no flag: the calendar decides.
    ['090212160000', Date.UTC(2009, 1, 12, 15)],
    ['090712160000', Date.UTC(2009, 6, 12, 14)],
  ])('%s, without a flag', (text, utcMs) => {
    expect(parseTimestamp(text)).toBe(utcMs * 1000);
  });

  it('every instant survives, whatever the clocks do', () => {
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(2001, 0, 1) / 1000, max: Date.UTC(2098, 11, 31) / 1000 }), (s) => {
        expect(parseTimestamp(formatTimestamp(s * 1e6))).toBe(s * 1e6);
      }),
    );
    // The last second of winter and the first of summer; the other way round.
    expect(isSummerTime(Date.UTC(2026, 2, 29, 0, 59, 59) * 1000)).toBe(false);
    expect(isSummerTime(Date.UTC(2026, 2, 29, 1) * 1000)).toBe(true);
    expect(isSummerTime(Date.UTC(2026, 9, 25, 0, 59, 59) * 1000)).toBe(true);
    expect(isSummerTime(Date.UTC(2026, 9, 25, 1) * 1000)).toBe(false);
  });

  it.each(['632525252525W', '', '26011217450W', '700101010000X', '260231120000W', '260112240000W', '260112126000W'])(
    '"%s" is no time',
    (text) => {
      expect(parseTimestamp(text)).toBeUndefined();
    },
  );
});

const power = '1-0:1.7.0(00.143*kW)';

describe('what meters in the field do', () => {
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

describe('other versions and other countries', () => {
  it('2.2 and 3: gas on two lines, limiter in kW or A, no phases', () => {
    const before4 = telegramOf([
      '0-0:96.1.1(45303132)',
      '1-0:1.8.1(00123.456*kWh)',
      '1-0:1.8.2(00654.321*kWh)',
      '1-0:1.7.0(0001.01*kW)',
      '1-0:2.7.0(0000.00*kW)',
      '0-0:17.0.0(0999.00*kW)',
      '0-0:96.3.10(1)',
      '0-0:96.13.0()',
      '0-1:96.1.0(47303031)',
      '0-1:24.1.0(03)',
      '0-1:24.3.0(161107190000)(00)(60)(1)(0-1:24.2.1)(m3)',
      '(00321.001)',
      '0-1:24.4.0(1)',
    ]);
    expect(before4).toMatchObject({
      version: '',
      importEnergyWh: [123_456, 654_321],
      importPowerW: 1010,
      breakerClosed: true,
      mBus: [
        {
          channel: 1,
          deviceType: 3,
          id: 'G001',
          timeUs: Date.UTC(2016, 10, 7, 18) * 1000,
          value: 321.001,
          unit: 'm3',
          valveOpen: true,
        },
      ],
    });
    expect(before4.powerLimitW).toBeUndefined(); // 999 kW: none
    expect(telegramOf([power, '0-0:17.0.0(016*A)'])).toMatchObject({ currentLimitA: 16 });
    expect(telegramOf([power, '0-0:17.0.0(003.5*kW)'])).toMatchObject({ powerLimitW: 3500 });
  });

  it('4.2: failures with times that the meter did not know', () => {
    const { failureLog } = telegramOf([
      power,
      '1-3:0.2.8(42)',
      '1-0:99.97.0(2)(0-0:96.7.19)(160104180320W)(0000237126*s)(632525252525W)(2147583646*s)',
    ]);
    expect(failureLog).toEqual([
      { endedUs: Date.UTC(2016, 0, 4, 17, 3, 20) * 1000, durationS: 237_126 },
      { endedUs: undefined, durationS: 2_147_583_646 },
    ]);
  });

  it('Belgium: its own version line, quarter-hour and month peaks, gas uncorrected, water', () => {
    const telegram = telegramOf([
      '0-0:96.1.4(50217)',
      '0-0:96.1.1(31534147)',
      '0-0:1.0.0(260112174503W)',
      '1-0:1.4.0(01.842*kW)',
      '1-0:1.6.0(260107181500W)(04.210*kW)',
      '0-0:98.1.0(2)(1-0:1.6.0)(1-0:1.6.0)(251201000000W)(251114193000W)(05.001*kW)(260101000000W)(251224174500W)(06.320*kW)',
      power,
      '1-0:32.7.0(234.7*V)',
      '1-0:31.7.0(002.36*A)',
      '0-0:96.3.10(1)',
      '0-0:17.0.0(999.9*kW)',
      '1-0:31.4.0(999*A)',
      '0-1:24.1.0(003)',
      '0-1:96.1.1(47303031)',
      '0-1:24.4.0(1)',
      '0-1:24.2.3(260112174500W)(00112.384*m3)',
      '0-2:24.1.0(007)',
      '0-2:96.1.1(57303031)',
      '0-2:24.2.1(260112174500W)(00872.234*m3)',
    ]);
    expect(telegram).toMatchObject({
      version: '50217',
      averageDemandW: 1842,
      monthPeak: { timeUs: Date.UTC(2026, 0, 7, 17, 15) * 1000, powerW: 4210 },
      peaks: [
        { timeUs: Date.UTC(2025, 10, 14, 18, 30) * 1000, powerW: 5001 },
        { timeUs: Date.UTC(2025, 11, 24, 16, 45) * 1000, powerW: 6320 },
      ],
      currentA: [2.36, undefined, undefined],
      breakerClosed: true,
      mBus: [
        { deviceType: 3, id: 'G001', value: 112.384, valveOpen: true },
        { deviceType: 7, id: 'W001', value: 872.234 },
      ],
    });
    expect([telegram.powerLimitW, telegram.currentLimitA]).toEqual([undefined, undefined]);
  });

  it('one register for both tariffs, whole watts, reactive power (Austria, Sweden)', () => {
    expect(
      telegramOf([
        '1-0:1.8.0(006545766*Wh)',
        '1-0:1.7.0(000000286*W)',
        '1-0:3.7.0(000000012*var)',
        '1-0:4.7.0(0.166*kvar)',
      ]),
    ).toMatchObject({
      importEnergyWh: [6_545_766, 0],
      importPowerW: 286,
      reactiveImportVar: 12,
      reactiveExportVar: 166,
    });
  });

  it('references with their sixth group (meters behind a gateway)', () => {
    expect(telegramOf(['1-0:1.8.0*255(00052185.7825309*kWh)', '1-0:1.7.0*255(002124.86*W)'])).toMatchObject({
      importEnergyWh: [52_185_782.5309, 0],
      importPowerW: 2124.86,
    });
  });

  it('units in any case: reactive power in kVAr (Sweden), and one that nobody knows is no number', () => {
    const lines = ['1-0:1.8.0(00010117.368*kWh)', '1-0:1.7.0(0004.251*kW)', '1-0:3.7.0(0001.279*kVAr)'];
    expect(telegramOf(lines)).toMatchObject({
      importEnergyWh: [10_117_368, 0],
      importPowerW: 4251,
      reactiveImportVar: 1279,
    });
    expect(telegramOf([...lines.slice(0, 2), '1-0:3.7.0(0.1*MVAr)']).reactiveImportVar).toBeUndefined();
    const parsed = parseTelegram('/TST5\\2METER\r\n\r\n1-0:1.7.0(0.1*MW)\r\n');
    expect(parsed).toEqual({ ok: false, rule: '1-0:1.7.0 (0.1*MW) is not a number with a unit' });
  });

  it('references with their sixth group behind a point, as the text of version 4 prints them', () => {
    const lines = ['1-0:1.7.0(00.300*kW)', '1-0:21.7.0.255(01.111*kW)', '1-0:41.7.0.255(02.222*kW)'];
    expect(telegramOf(lines).phaseImportW).toEqual([1111, 2222, undefined]);
  });

  it('a heat meter with a P1 port counts no electricity, and says so with NaN', () => {
    const telegram = telegramOf([
      '1-3:0.2.8(50)',
      '0-1:24.1.0(012)',
      '0-1:96.1.0(48303031)',
      '0-1:24.2.1(260112174500W)(12.345*GJ)',
    ]);
    expect(telegram).toMatchObject({ importPowerW: Number.NaN, mBus: [{ deviceType: 12, value: 12.345, unit: 'GJ' }] });
    expect(netPhasesW(telegram)).toEqual([Number.NaN, 0, 0]);
  });

  it('an unreadable extra line does not spoil the telegram; an unreadable power does', () => {
    expect(telegramOf([power, '0-0:96.7.21(*****)', '1-0:1.4.0(xx*kW)'])).toMatchObject({ importPowerW: 143 });
    expect(parseTelegram('/X\r\n\r\n1-0:1.7.0(0a.143*kW)\r\n')).toMatchObject({
      ok: false,
      rule: expect.stringContaining('1-0:1.7.0'),
    });
  });

  it('a slash inside the identification', () => {
    expect(parseTelegram(`/KAI5/X-1/2\r\n\r\n${power}\r\n`)).toMatchObject({
      ok: true,
      telegram: { header: 'KAI5/X-1/2' },
    });
    const body = latin1(`/KAI5/X-1/2\r\n\r\n1-3:0.2.8(50)\r\n${power}\r\n!`);
    const crc = crc16Arc(body).toString(16).toUpperCase().padStart(4, '0');
    expect(createP1Framer().push(Buffer.concat([latin1('1.7.0(00'), body, latin1(`${crc}\r\n`)]))).toHaveLength(1);
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

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { formatProblem } from '../../../errors.js';
import { daysFromCivil } from '../../../twin/core/base/civil.js';
import { generateRows } from '../../../twin/core/weather/generate.js';
import { type HourlyFigures, hourlyDayMinutes } from '../../../twin/core/weather/hourly.js';
import { loadWijk } from '../../../twin/wijk/load.js';
import { parseKnmiDaily } from '../../../twin/wijk/weather/knmi-daily.js';
import { parseKnmiHourly } from '../../../twin/wijk/weather/knmi-hourly.js';
import { isHourly } from '../../../twin/wijk/weather/knmi-table.js';
import { knmiDailyText } from '../../../twin/wijk/weather/knmi-writer.js';
import { weatherFigures, weatherSeries } from '../../../twin/wijk/weather/series.js';

const HEADER =
  '# STN,YYYYMMDD,   HH,   DD,   FH,   FF,   FX,    T, T10N,   TD,   SQ,    Q,   DR,   RH,    P,   VV,    N,    U,   WW,   IX,    M,    R,    S,    O,    Y';
const ROW =
  '  235,20171003,    1,  290,   90,   90,  150,  142,     ,   98,    0,    0,    0,   -1,10104,   66,    7,   74,   81,    7,    0,    1,    0,    0,    0';
const DAY = daysFromCivil(2017, 10, 3);
const row = (
  hour: number,
  t: string | number = 100,
  q: string | number = 0,
  date = '20171003',
  fh: string | number = 50,
) =>
  `  260,${date},${String(hour).padStart(5)},  290,${fh},   90,  150,${t},     ,   98,    0,${q},    0,   -1,10104,   66,    7,   74,   81,    7,    0,    1,    0,    0,    0`;
const parse = (lines: readonly string[], from = 24 * DAY, until = 24 * DAY + 23) =>
  parseKnmiHourly(lines.join('\r\n'), 'uurgeg_260.txt', from, until);
const rules = (lines: readonly string[], from?: number, until?: number) => {
  const parsed = parse(lines, from, until);
  return parsed.ok ? [] : parsed.problems.map(formatProblem);
};

describe('KNMI hourly file', () => {
  it('reads a row of KNMI: hour slot 1 begins at midnight UT, units to °C, Wh/m² and m/s', () => {
    expect(parse(['# prose', HEADER, '', ROW])).toEqual({
      ok: true,
      value: [{ hour: 24 * DAY, temperatureC: 14.2, globalWhPerM2: 0, windMPerS: 9 }],
    });
  });

  it('takes hour 24 as the last of its own day, and 36 J/cm² in an hour as 100 W/m² over it', () => {
    const parsed = parse([HEADER, row(24, 87, 36)]);
    expect(parsed.ok && parsed.value[0]).toEqual({
      hour: 24 * DAY + 23,
      temperatureC: 8.7,
      globalWhPerM2: 100,
      windMPerS: 5,
    });
  });

  it('finds columns by name: T10 or T10N, fewer columns, another order', () => {
    const parsed = parse(['STN,YYYYMMDD,HH,T10,Q,T,FH', '260,20171003,12,,72,-15,-1']);
    expect(parsed.ok && parsed.value[0]).toEqual({
      hour: 24 * DAY + 11,
      temperatureC: -1.5,
      globalWhPerM2: 200,
      windMPerS: 0,
    });
  });

  it('reads -1 in Q as below the resolution; a blank is a problem only where the run needs it', () => {
    const lines = [HEADER, row(5, 80, -1), row(6, '     ', 0)];
    expect(parse(lines, 24 * DAY + 4, 24 * DAY + 4)).toMatchObject({ ok: true, value: [{ globalWhPerM2: 0 }] });
    expect(rules(lines)).toEqual(['uurgeg_260.txt:3: T: is blank, and the run needs 20171003 hour 6']);
  });

  it('tells every problem at once', () => {
    expect(
      rules([
        HEADER,
        row(0),
        row(25),
        row(7, '12.5'),
        row(7),
        row(9, 100, 999),
        row(9, 100, 0, '20171032'),
        '260,20171003,9',
        row(10).replace('260', '370'),
        'x',
      ]),
    ).toEqual([
      'uurgeg_260.txt:2: HH = 0: must be a whole number from 1 to 24',
      'uurgeg_260.txt:3: HH = 25: must be a whole number from 1 to 24',
      'uurgeg_260.txt:4: T = 12.5: must be a whole number from -400 to 450',
      'uurgeg_260.txt:5: HH = 7: must come after the hour in the row before',
      'uurgeg_260.txt:6: Q = 999: must be a whole number from -1 to 450',
      'uurgeg_260.txt:7: YYYYMMDD = 20171032: must be a date such as 20120203',
      'uurgeg_260.txt:8: = 3 columns: must have 25 columns like the header',
      'uurgeg_260.txt:9: STN = 370: a file of one station is wanted, and this one began with 260',
      'uurgeg_260.txt:10: STN = x: a row begins with the number of the station',
    ]);
    expect(rules(['hello'])[0]).toContain('this is no KNMI hourly file');
    expect(rules(['STN,YYYYMMDD,HH,T', '260,20171003,1,5'])[0]).toContain('lacks the columns Q, FH');
  });
});

describe('minutes from hours', () => {
  const hours: HourlyFigures[] = Array.from({ length: 24 }, (_, h) => ({
    hour: 24 * DAY + h,
    temperatureC: h,
    globalWhPerM2: h >= 6 && h < 17 ? 100 + 10 * h : h === 5 ? 4 : 0,
    windMPerS: h / 10,
  }));
  const at = (hour: number) => hours.find((figures) => figures.hour === hour);
  const minutes = hourlyDayMinutes(at, DAY, 52.1, 5.18);

  it('pass through what was measured at the end of each hour', () => {
    // The end of the hour slot 12, which is index 11, is noon UT.
    const noon = (minutes[4 * 719]! + minutes[4 * 720]!) / 2;
    expect(noon).toBeCloseTo(11, 9);
    expect(minutes[0]).toBeCloseTo(0, 9);
  });

  it('keep the radiation and wind of each hour, also of one in twilight, without a spike', () => {
    for (let h = 0; h < 24; h++) {
      let wh = 0;
      let top = 0;
      for (let m = 60 * h; m < 60 * h + 60; m++) {
        wh += minutes[4 * m + 1]! / 60;
        top = Math.max(top, minutes[4 * m + 1]!);
        expect(minutes[4 * m + 2]).toBeLessThanOrEqual(minutes[4 * m + 1]!);
        expect(minutes[4 * m + 3]).toBe(h / 10);
      }
      expect(wh).toBeCloseTo(hours[h]!.globalWhPerM2, 9);
      expect(top).toBeLessThan(4 * hours[h]!.globalWhPerM2 + 1);
    }
  });
});

describe('a KNMI file of either kind as the weather of a run', () => {
  const folder = mkdtempSync(join(tmpdir(), 'wijktwin-knmi-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const wijk = loadWijk('merwede-blok');
  if (!wijk.ok) throw new Error('merwede-blok must load');
  const run = (knmiDailyFile: string, startUs: number, durationS: number) => ({
    startUs,
    durationS,
    tickS: 60,
    seed: 1,
    strategy: { name: 'passive', options: {} },
    groupLimitW: 0,
    weather: { knmiDailyFile },
  });

  it('is told apart by its header, and a gap in the hours is refused', () => {
    const file = join(folder, 'uurgeg.txt');
    const lines = Array.from({ length: 24 }, (_, h) => row(h + 1, 10 * h)).filter((_, h) => h !== 15);
    writeFileSync(file, [HEADER, ...lines].join('\n'));
    const startUs = Date.parse('2017-10-03T06:00:00Z') * 1000;
    const short = run(file, startUs, 6 * 3600);
    const figures = weatherFigures(wijk.value, short);
    expect(figures.ok && 'hours' in figures.value && figures.value.hours.map(({ hour }) => hour - 24 * DAY)).toEqual(
      Array.from({ length: 24 }, (_, h) => h).filter((h) => h !== 15),
    );
    const series = weatherSeries(wijk.value, short);
    if (!series.ok) throw new Error('must be there');
    const minute = new Float64Array(4);
    series.value.at(Date.parse('2017-10-03T08:00:30Z') * 1000, minute);
    expect(minute[0]).toBeCloseTo(7 + 0.5 / 60, 9);
    const long = weatherFigures(wijk.value, run(file, startUs, 12 * 3600));
    expect(long.ok ? '' : formatProblem(long.problems[0]!)).toContain('weather = 2017-10-03T15:00Z: the run takes');
    // Figures of a recording give the same weather again.
    if (!figures.ok) throw new Error('must be there');
    expect(weatherFigures(wijk.value, { ...short, weather: figures.value })).toEqual(figures);
  });

  it('is also what the generator writes: the reader gets back what was generated', () => {
    const first = daysFromCivil(2030, 1, 1);
    const rows = generateRows(7, first, 365);
    const text = knmiDailyText(rows, 7);
    expect(isHourly(text)).toBe(false);
    const parsed = parseKnmiDaily(text, 'year.txt', first, first + 364);
    if (!parsed.ok) throw new Error(parsed.problems.map(formatProblem).join('\n'));
    expect(parsed.value).toHaveLength(365);
    expect(parsed.value[40]!.meanC).toBe(rows[40]!.tg / 10);
    expect(text.split('\n')[0]).toContain('Nobody measured it');
  });
});

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatProblem } from '../../../errors.js';
import { PACKAGE_ROOT } from '../../../paths.js';
import { daysFromCivil } from '../../../twin/core/base/civil.js';
import { STRESS_WEEKS } from '../../../twin/core/weather/stress-weeks.js';
import { parseKnmiDaily, readKnmiDaily } from '../../../twin/wijk/weather/knmi-daily.js';

const KNMI = join(PACKAGE_ROOT, '..', 'shared', 'data', 'knmi-260-de-bilt-daily-2001-2021.txt');
const absent = existsSync(KNMI) ? '' : ' (skipped: the KNMI file of De Bilt is not beside the checkout)';

const HEADER =
  '# STN,YYYYMMDD,DDVEC,FHVEC,   FG,  FHX, FHXH,  FHN, FHNH,  FXX, FXXH,   TG,   TN,  TNH,   TX,  TXH, T10N,T10NH,   SQ,   SP,    Q,   DR';
const row = (date: string, tg = '  -82', tn = ' -159', q = '  204') =>
  `  260,${date},  130,   12,   23,   50,   13,   10,    3,  110,   13,${tg},${tn},   24,  -51,   11, -200,   24,    3,    3,${q},   53`;
const parse = (lines: readonly string[], from = [2012, 2, 3], until = from) =>
  parseKnmiDaily(
    lines.join('\r\n'),
    'etmgeg_260.txt',
    daysFromCivil(from[0]!, from[1]!, from[2]!),
    daysFromCivil(until[0]!, until[1]!, until[2]!),
  );
const rules = (lines: readonly string[], from?: number[], until?: number[]) => {
  const parsed = parse(lines, from, until);
  return parsed.ok ? [] : parsed.problems.map(formatProblem);
};

describe('KNMI daily file', () => {
  it('reads the figures of the days asked for, by the names in the header, wherever the columns stand', () => {
    const parsed = parse(['# prose about columns', '', HEADER, row('20120202'), row('20120203'), row('20120204')]);
    expect(parsed).toEqual({
      ok: true,
      value: [
        {
          day: daysFromCivil(2012, 2, 3),
          meanC: -8.2,
          minimumC: -15.9,
          minimumAtS: 23.5 * 3600,
          maximumC: -5.1,
          maximumAtS: 10.5 * 3600,
          globalWhPerM2: (204 * 10_000) / 3600,
          windMPerS: 2.3,
        },
      ],
    });
    const short = parse(['STN,YYYYMMDD,FG,TG,TN,TNH,TX,TXH,Q', '260,20120203,23,-82,-159,24,-51,11,204']);
    expect(short).toEqual(parsed);
  });

  it('takes -1 as below the resolution and puts extremes of one hour a little apart', () => {
    const parsed = parse(['STN,YYYYMMDD,FG,TG,TN,TNH,TX,TXH,Q', '260,20120203,23,0,0,5,1,5,-1']);
    if (!parsed.ok) throw new Error('must be read');
    expect(parsed.value[0]!.globalWhPerM2).toBe(0);
    expect(parsed.value[0]!.minimumAtS).toBeLessThan(parsed.value[0]!.maximumAtS);
  });

  it('a blank matters only on a day that the run needs', () => {
    const lines = [HEADER, row('20120202', '     '), row('20120203')];
    expect(parse(lines).ok).toBe(true);
    expect(rules(lines, [2012, 2, 2])).toEqual(['etmgeg_260.txt:2: TG: is blank, and the run needs 20120202']);
  });

  it('tells every problem at once, with its line', () => {
    expect(
      rules(
        [
          HEADER,
          row('20120203', '  -8x'),
          row('20120230'),
          row('20120201'),
          '  260,20120205, 130',
          'De Bilt,20120206',
          row('20120207', '  999', '  900', ' 9999'),
          row('20120208').replace('260', '370'),
        ],
        [2012, 2, 1],
        [2012, 2, 9],
      ),
    ).toEqual([
      'etmgeg_260.txt:2: TG = -8x: must be a whole number from -400 to 450',
      'etmgeg_260.txt:3: YYYYMMDD = 20120230: must be a date such as 20120203',
      'etmgeg_260.txt:4: YYYYMMDD = 20120201: must come after the date in the row before',
      'etmgeg_260.txt:5: = 3 columns: must have 22 columns like the header',
      'etmgeg_260.txt:6: STN = De Bilt: a row begins with the number of the station',
      'etmgeg_260.txt:7: TG = 999: must be a whole number from -400 to 450',
      'etmgeg_260.txt:7: TN = 900: must be a whole number from -400 to 450',
      'etmgeg_260.txt:7: Q = 9999: must be a whole number from -1 to 4000',
      'etmgeg_260.txt:7: TN = 900: must not be above TX = -51',
      'etmgeg_260.txt:8: STN = 370: a file of one station is wanted, and this one began with 260',
    ]);
    expect(rules([HEADER, row('20120203', '  -40')])).toEqual([
      'etmgeg_260.txt:2: TG = -40: must lie between TN = -159 and TX = -51',
    ]);
  });

  it('says what a file is not, and does not drown in problems', () => {
    expect(rules(['hello'])).toEqual([
      'etmgeg_260.txt:1: header: there is no line "# STN,YYYYMMDD,…": this is no KNMI daily file',
    ]);
    expect(rules([row('20120203')])).toHaveLength(1);
    expect(rules(['STN,YYYYMMDD,TG,TN', '260,20120203,1,2'])[0]).toContain('lacks the columns TNH, TX, TXH, Q, FG');
    const many = rules([HEADER, ...Array.from({ length: 500 }, () => 'x')]);
    expect(many).toHaveLength(51);
    expect(many[50]).toContain('450 more');
    const file = readKnmiDaily('/nowhere/etmgeg_260.txt', 0, 0);
    expect(file.ok ? [] : file.problems.map(formatProblem)).toEqual(['/nowhere/etmgeg_260.txt: there is no such file']);
  });

  it.skipIf(absent !== '')(
    `reads twenty-one years of De Bilt, and the stress weeks are those of the file${absent}`,
    () => {
      const all = readKnmiDaily(KNMI, daysFromCivil(2001, 1, 1), daysFromCivil(2021, 12, 31));
      if (!all.ok) throw new Error(all.problems.map(formatProblem).join('\n'));
      expect(all.value).toHaveLength(7670);
      for (const { days } of STRESS_WEEKS) {
        for (const day of days) expect(all.value.find((other) => other.day === day.day)).toEqual(day);
      }
    },
  );
});

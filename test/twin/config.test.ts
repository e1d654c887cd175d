import { describe, expect, it } from 'vitest';
import { WijkError } from '../../errors.js';
import { instantUs, parseTwinOptions, sessionRequest } from '../../twin/config.js';

describe('instants on the command line', () => {
  it.each([
    ['2012-02-03T16:00', '2012-02-03T15:00:00Z'],
    ['2012-07-01T00:30:15', '2012-06-30T22:30:15Z'],
    ['2012-02-03T16:00Z', '2012-02-03T16:00:00Z'],
    ['2012-02-03T16:00-05:00', '2012-02-03T21:00:00Z'],
    // The night the clock goes forward, and the one it goes back: the hour that comes twice is the first of the two.
    ['2012-03-25T01:59', '2012-03-25T00:59:00Z'],
    ['2012-03-25T03:00', '2012-03-25T01:00:00Z'],
    ['2012-10-28T02:30', '2012-10-28T00:30:00Z'],
    ['2012-10-28T03:00', '2012-10-28T02:00:00Z'],
  ])('%s is %s', (text, utc) => {
    expect(instantUs(text)).toBe(Date.parse(utc) * 1000);
  });

  it.each(['2012-02-03', '16:00', '2012-13-01T00:00', '2012-01-01T24:00', 'now'])('%s is none', (text) => {
    expect(instantUs(text)).toBeUndefined();
  });
});

describe('options of wijktwin twin', () => {
  it('become a session request', () => {
    const options = parseTwinOptions({
      wijk: 'merwede-blok',
      start: '2012-02-03T16:00',
      duration: '16m',
      speed: 'max',
      strategy: 'group-limit',
      strategyOption: ['marginRatio=0.05'],
      groupLimit: '275',
    });
    expect(options.listen).toBe('127.0.0.1:50051');
    expect(sessionRequest(options)).toMatchObject({
      speed: 0,
      run: { durationS: 960, tickS: 1, groupLimitW: 275_000, strategy: { options: { marginRatio: 0.05 } } },
    });
    expect(sessionRequest(parseTwinOptions({}))).toBeUndefined();
  });

  it('are refused all at once, each with its rule', () => {
    const given = { listen: 'x', tick: '1 s', seed: 'one', speed: '0', strategyOption: ['margin'], wijk: 'w' };
    let error: unknown;
    try {
      parseTwinOptions(given);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(WijkError);
    const paths = (error as WijkError).problems.map(({ path }) => path);
    expect(paths).toEqual(['--listen', '--tick', '--seed', '--strategy-option', '--speed']);
    expect(() => parseTwinOptions({ wijk: 'w' })).toThrow(/1 problem/);
  });
});

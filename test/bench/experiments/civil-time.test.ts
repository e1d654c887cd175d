import { describe, expect, it } from 'vitest';
import {
  formatClock,
  formatDateClock,
  formatInstant,
  formatLongDate,
  parseClock,
  parseInstant,
} from '../../../bench/experiments/civil-time.js';

const utc = (iso: string): number => Date.parse(iso) * 1000;

describe('local time of the Netherlands', () => {
  it.each([
    ['2012-02-03T16:00:00', '2012-02-03T15:00:00Z'],
    ['2012-07-03T16:00', '2012-07-03T14:00:00Z'],
    ['2012-02-03 16:00', '2012-02-03T15:00:00Z'],
    ['2012-02-03T16:00:00+05:30', '2012-02-03T10:30:00Z'],
    ['2012-02-03T16:00:00Z', '2012-02-03T16:00:00Z'],
    // The last quarter before and the first after both jumps.
    ['2012-03-25T01:45', '2012-03-25T00:45:00Z'],
    ['2012-03-25T03:00', '2012-03-25T01:00:00Z'],
    ['2012-10-28T01:45', '2012-10-27T23:45:00Z'],
    ['2012-10-28T03:00', '2012-10-28T02:00:00Z'],
  ])('%s is %s', (written, expected) => {
    expect(parseInstant(written)).toEqual({ us: utc(expected) });
  });

  it('names both readings of an hour that does not exist', () => {
    expect(parseInstant('2012-03-25T02:30:00')).toEqual({
      rule: expect.stringMatching(/does not exist.*2012-03-25T01:30:00\+01:00 or 2012-03-25T03:30:00\+02:00/),
    });
  });

  it('names both readings of an hour that happens twice, and takes either when it is written out', () => {
    expect(parseInstant('2012-10-28T02:30:00')).toEqual({
      rule: expect.stringMatching(/twice.*2012-10-28T02:30:00\+02:00 for the first or 2012-10-28T02:30:00\+01:00/),
    });
    expect(parseInstant('2012-10-28T02:30:00+02:00')).toEqual({ us: utc('2012-10-28T00:30:00Z') });
    expect(parseInstant('2012-10-28T02:30:00+01:00')).toEqual({ us: utc('2012-10-28T01:30:00Z') });
  });

  it.each(['2012-02-30T16:00', '2012-13-01T16:00', '2012-02-03T24:30', 'tomorrow', '2012-02-03'])(
    'refuses %s',
    (written) => {
      expect(parseInstant(written)).toHaveProperty('rule');
    },
  );

  it('takes a time of day as the first one at or after an instant, over midnight too', () => {
    const from = utc('2012-02-03T15:00:00Z');
    expect(parseClock('16:00', from)).toEqual({ us: from });
    expect(parseClock('18:30', from)).toEqual({ us: utc('2012-02-03T17:30:00Z') });
    expect(parseClock('03:15', from)).toEqual({ us: utc('2012-02-04T02:15:00Z') });
    expect(parseClock('25:00', from)).toHaveProperty('rule');
    expect(parseClock('02:30', utc('2012-03-24T20:00:00Z'))).toHaveProperty('rule');
  });

  it('writes local time', () => {
    const at = utc('2012-02-03T16:45:00Z');
    expect(formatInstant(at)).toBe('2012-02-03T17:45:00+01:00');
    expect(formatClock(at)).toBe('17:45');
    expect(formatDateClock(at)).toBe('2012-02-03 17:45');
    expect(formatLongDate(at)).toBe('Friday 3 February 2012');
    expect(formatInstant(utc('2012-10-28T01:30:00Z'))).toBe('2012-10-28T02:30:00+01:00');
  });
});

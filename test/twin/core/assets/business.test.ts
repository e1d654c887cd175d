/** Businesses with their calendar and cooling, with the figures of the catalogue. */
import { describe, expect, it } from 'vitest';
import { type Businesses, createBusinesses, stepBusinesses } from '../../../../twin/core/assets/business.js';
import { BUSINESS_TYPES, CALENDAR_TYPES } from '../../../../twin/wijk/catalogue/businesses.js';
import { businessParameters } from '../../../../twin/wijk/parameters.js';
import { wijkSchema } from '../../../../twin/wijk/schema.js';
import { columnsFor, tickAt, utc } from './support.js';

const { shape } = wijkSchema.shape.types;
const types = shape.businesses.parse(BUSINESS_TYPES);
const calendars = shape.calendars.parse(CALENDAR_TYPES);

const create = (type: string, change: object = {}): Businesses =>
  createBusinesses([
    {
      slot: 0,
      parameters: businessParameters(
        { kind: 'business', type, annualKwh: 100_000 },
        { ...types[type]!, noiseRatio: 0, ...change },
        calendars,
      ),
    },
  ]);

function powerAt(business: Businesses, when: string, outdoorTemperatureC = 5, setpointW = Number.NaN): number {
  const columns = columnsFor(1);
  columns.setpointW[0] = setpointW;
  stepBusinesses(business, tickAt({ timeUs: utc(when), outdoorTemperatureC, tickS: 60 }), columns);
  return columns.modelledPowerW[0]!;
}

describe('a business and its calendar', () => {
  it('a school is closed in its holidays and on public holidays, a supermarket keeps Sunday hours', () => {
    const school = create('basisschool');
    const open = powerAt(school, '2012-02-03T11:00:00+01:00');
    expect(powerAt(school, '2012-02-20T11:00:00+01:00')).toBeCloseTo(0.05 * open, 6);
    expect(powerAt(school, '2012-07-12T11:00:00+02:00')).toBeCloseTo(0.05 * open, 6);
    expect(powerAt(school, '2012-05-17T11:00:00+02:00')).toBeCloseTo(0.05 * open, 6);
    expect(powerAt(school, '2012-05-16T11:00:00+02:00')).toBeCloseTo(open, 6);
    // In a year without dates of its own: ISO week 8 of 2013.
    expect(powerAt(school, '2013-02-20T11:00:00+01:00')).toBeCloseTo(0.05 * open, 6);

    const shop = create('supermarkt');
    const day = powerAt(shop, '2012-04-10T12:00:00+02:00');
    expect(powerAt(shop, '2012-04-09T12:00:00+02:00')).toBeCloseTo(day, 6);
    expect(powerAt(shop, '2012-04-09T21:30:00+02:00')).toBeLessThan(0.3 * day);
    expect(powerAt(shop, '2012-04-10T21:30:00+02:00')).toBeCloseTo(day, 6);
  });

  it('is another day from local midnight on', () => {
    const shop = create('supermarkt', {
      week: Array.from({ length: 7 }, (_, d) => (d % 2 === 0 ? { from: '00:00', until: '23:59' } : null)),
      holidays: undefined,
    });
    // Friday 3 February 2012 is open, Saturday closed.
    const open = powerAt(shop, '2012-02-03T12:00:00+01:00');
    expect(powerAt(shop, '2012-02-03T23:59:00+01:00')).toBeCloseTo(open, 6);
    expect(powerAt(shop, '2012-02-04T00:01:00+01:00')).toBeLessThan(0.3 * open);
  });
});

describe('cooling of a business', () => {
  it('grows with every kelvin above its base up to its capacity, and what is beyond counts as missed', () => {
    const office = create('kantoor');
    const cold = powerAt(office, '2012-06-06T11:00:00+02:00', 16);
    const warm = powerAt(office, '2012-06-06T11:00:00+02:00', 20);
    const most = powerAt(office, '2012-06-06T11:00:00+02:00', 36);
    expect(warm - cold).toBeCloseTo(4 * office.coolingWPerK[0]!, 6);
    expect(most - cold).toBeCloseTo(20 * office.coolingWPerK[0]!, 6);
    expect(office.missedWh[0]).toBe(0);
    expect(powerAt(office, '2012-06-06T11:00:00+02:00', 41)).toBeCloseTo(most, 6);
    expect(office.missedKh[0]).toBeCloseTo(5 / 60, 9);
    expect(office.missedWh[0]).toBeCloseTo((5 / 60) * office.coolingWPerK[0]!, 9);
    // At night it is nearly off.
    const night = powerAt(office, '2012-06-06T23:30:00+02:00', 20) - powerAt(office, '2012-06-06T23:30:00+02:00', 10);
    expect(night).toBeCloseTo(0.05 * 4 * office.coolingWPerK[0]!, 6);
  });

  it('gives way to a limit only if its type says so, and says what that cost', () => {
    const when = '2012-06-06T11:00:00+02:00';
    const firm = create('kantoor');
    const freeW = powerAt(firm, when, 28);
    expect(powerAt(firm, when, 28, 0)).toBeCloseTo(freeW, 9);
    const following = create('kantoor', { cooling: { ...types['kantoor']!.cooling!, followsSetpoint: true } });
    const limitW = freeW - 2 * following.coolingWPerK[0]!;
    expect(powerAt(following, when, 28, limitW)).toBeCloseTo(limitW, 6);
    expect(following.missedKh[0]).toBeCloseTo(2 / 60, 9);
    // What is not cooling goes on.
    const baseW = powerAt(following, when, 10);
    expect(powerAt(following, when, 28, 0)).toBeCloseTo(baseW, 6);
  });
});

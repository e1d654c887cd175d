/** Histograms of durations, the twin's clock by heartbeats, and both as a report shows them. */

import { describe, expect, it } from 'vitest';
import { devicesOver, linksOver } from '../../../bench/experiments/bench-devices.js';
import { Histogram, since } from '../../../bench/histogram.js';
import { TwinClock } from '../../../bench/twin-clock.js';
import fc from '../../support/property.js';

const of = (...us: number[]): Histogram => {
  const histogram = new Histogram();
  for (const value of us) histogram.add(value);
  return histogram;
};
const durations = fc.array(fc.double({ min: 10, max: 1e8, noNaN: true }), { minLength: 1, maxLength: 200 });

describe('a histogram', () => {
  it('gives quantiles within 20 % above the true ones, and the largest value exactly', () => {
    fc.assert(
      fc.property(durations, (values) => {
        const sorted = [...values].sort((a, b) => a - b);
        const { p50Us, p99Us, maxUs, count } = of(...values).figures();
        expect(maxUs).toBe(sorted.at(-1));
        expect(count).toBe(values.length);
        for (const [q, got] of [
          [0.5, p50Us],
          [0.99, p99Us],
        ] as const) {
          const exact = sorted[Math.ceil(q * sorted.length) - 1]!;
          expect(got).toBeGreaterThanOrEqual(exact * (1 - 1e-9));
          expect(got).toBeLessThanOrEqual(exact * 1.2 * (1 + 1e-9));
        }
      }),
    );
  });

  it('of a run is that of all minus that of before', () => {
    fc.assert(
      fc.property(durations, durations, (before, during) => {
        const all = of(...before, ...during);
        const run = since(of(...before).figures(), all.figures());
        const alone = of(...during).figures();
        expect(run.counts).toEqual(alone.counts);
        expect(run.p50Us).toBeGreaterThanOrEqual(alone.p50Us * (1 - 1e-9));
        expect(run.p50Us).toBeLessThanOrEqual(alone.p50Us * 1.2 * (1 + 1e-9));
        expect(run.maxUs).toBeGreaterThanOrEqual(alone.maxUs * (1 - 1e-9));
      }),
    );
  });

  it('of a link is that of its devices together', () => {
    fc.assert(
      fc.property(durations, durations, (a, b) => {
        expect(
          new Histogram()
            .merge(of(...a))
            .merge(of(...b))
            .figures(),
        ).toEqual(of(...a, ...b).figures());
      }),
    );
  });

  it('without values is empty and 0', () => {
    expect(new Histogram().figures()).toEqual({ count: 0, p50Us: 0, p99Us: 0, maxUs: 0, upperUs: [], counts: [] });
    expect(since(undefined, of(50).figures()).count).toBe(1);
  });
});

describe("the twin's clock", () => {
  it('is not known before a heartbeat came back', () => {
    expect(new TwinClock().sinceUs(1, 2)).toBeUndefined();
  });

  it('is read by the quickest heartbeat: a queue on the way does not become a delay of setpoints', () => {
    const clock = new TwinClock();
    // Ours is 1,000,000 µs behind. A quick one: 200 µs there and back; a slow one: stuck 50 ms on its way back.
    clock.observe(1000, 1_001_100, 1200);
    clock.observe(10_000, 1_010_100, 60_200);
    expect(clock.sinceUs(1_100_000, 100_700)).toBe(700);
    expect(clock.sinceUs(1_200_000, 100_000)).toBe(0);
    clock.reset();
    expect(clock.sinceUs(0, 0)).toBeUndefined();
  });

  it('errs by no more than half of the quickest round trip', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 0, max: 20_000 })), {
          minLength: 1,
          maxLength: 16,
        }),
        fc.integer({ min: -1e9, max: 1e9 }),
        fc.integer({ min: 0, max: 1e6 }),
        (beats, offsetUs, delayUs) => {
          const clock = new TwinClock();
          beats.forEach(([there, back], k) => {
            const sent = k * 1e6;
            clock.observe(sent, sent + there + offsetUs, sent + there + back);
          });
          const quickest = Math.min(...beats.map(([there, back]) => there + back));
          const got = clock.sinceUs(5e7 + offsetUs, 5e7 + delayUs)!;
          expect(Math.abs(got - delayUs)).toBeLessThanOrEqual(quickest / 2 + 1e-6);
        },
      ),
    );
  });
});

it('the timing of a run is that of the run alone, for devices and links', () => {
  const message = (histogram: Histogram) => {
    const { count, p50Us, p99Us, maxUs, upperUs, counts } = histogram.figures();
    return { unit: 'us', count, p50: p50Us, p99: p99Us, max: maxUs, upperBounds: [...upperUs], counts: [...counts] };
  };
  const health = (histogram: Histogram, readings: number, readingsLost: number, crcErrors: number) => ({
    devices: [{ id: 'a', readings, readingsLost, timing: { roundTrip: message(histogram), crcErrors } }],
    links: [
      {
        id: 'l',
        requests: readings,
        timeouts: readingsLost,
        crcErrors,
        timing: { roundTrip: message(histogram), crcErrors },
      },
    ],
  });
  const [start, end] = [health(of(100, 200), 2, 0, 1), health(of(100, 200, 5000, 5000), 12, 2, 4)];
  expect(devicesOver(start, end)[0]!.timing).toMatchObject({
    roundTrip: { unit: 'us', count: 2, max: 5000 },
    age: { count: 0 },
    lossRatio: 2 / 12,
    crcErrors: 3,
  });
  expect(linksOver(start, end)[0]!.timing).toMatchObject({ lossRatio: 0.5, crcErrors: 3, roundTrip: { count: 2 } });
});

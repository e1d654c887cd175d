/** How links and devices keep their time, as the messages that the health stream and the twin's record have. */
import type { wijk } from '#proto/wijk.js';
import type { HardwareLink } from './devices/hardware-link.js';
import { Histogram, type HistogramFigures, since } from './histogram.js';
import type { SessionView } from './session-runner.js';

const SPREADS = ['roundTrip', 'age', 'oneWayDelay', 'jitter', 'command'] as const;

export function histogramMessage(histogram: Histogram): wijk.v1.IHistogram {
  return messageOf(histogram.figures());
}

const messageOf = ({ count, p50Us, p99Us, maxUs, upperUs, counts }: HistogramFigures): wijk.v1.IHistogram => ({
  unit: 'us',
  count,
  p50: p50Us,
  p99: p99Us,
  max: maxUs,
  upperBounds: [...upperUs],
  counts: [...counts],
});

export const figuresOf = (histogram: wijk.v1.IHistogram | null | undefined): HistogramFigures => ({
  count: histogram?.count ?? 0,
  p50Us: histogram?.p50 ?? 0,
  p99Us: histogram?.p99 ?? 0,
  maxUs: histogram?.max ?? 0,
  upperUs: histogram?.upperBounds ?? [],
  counts: histogram?.counts ?? [],
});

/** Of a link: the requests on it, and the readings and setpoints of all devices on it. */
export function linkTiming(link: HardwareLink, all: readonly SessionView[]): wijk.v1.ITiming {
  const sessions = all.filter(({ config }) => config.linkId === link.config.id);
  const { requests, timeouts, crcErrors } = link.counters();
  const over = (of: (session: SessionView) => Histogram): wijk.v1.IHistogram =>
    histogramMessage(sessions.reduce((sum, session) => sum.merge(of(session)), new Histogram()));
  return {
    roundTrip: histogramMessage(link.roundTrip),
    age: over(({ age }) => age),
    oneWayDelay: over(({ oneWayDelay }) => oneWayDelay),
    jitter: over(({ jitter }) => jitter),
    command: over(({ command }) => command),
    lossRatio: requests === 0 ? Number.NaN : (timeouts + crcErrors) / requests,
    crcErrors,
  };
}

export function deviceTiming(session: SessionView): wijk.v1.ITiming {
  const due = session.readings + session.readingsLost;
  return {
    roundTrip: histogramMessage(session.roundTrip),
    age: histogramMessage(session.age),
    oneWayDelay: histogramMessage(session.oneWayDelay),
    jitter: histogramMessage(session.jitter),
    command: histogramMessage(session.command),
    lossRatio: due === 0 ? Number.NaN : session.readingsLost / due,
    crcErrors: session.damaged,
  };
}

/** A link or a device at one moment, with what its share of losses is made of. */
export interface PartTiming {
  readonly part: 'link' | 'device';
  readonly id: string;
  readonly timing: wijk.v1.ITiming;
  readonly lost: number;
  readonly of: number;
}

export function partTimings(links: readonly HardwareLink[], sessions: readonly SessionView[]): PartTiming[] {
  return [
    ...links.map((link): PartTiming => {
      const { requests, timeouts, crcErrors } = link.counters();
      const timing = linkTiming(link, sessions);
      return { part: 'link', id: link.config.id, timing, lost: timeouts + crcErrors, of: requests };
    }),
    ...sessions.map((session): PartTiming => {
      const { readings, readingsLost } = session;
      const timing = deviceTiming(session);
      return { part: 'device', id: session.config.id, timing, lost: readingsLost, of: readings + readingsLost };
    }),
  ];
}

/** What was counted after `before` was taken, as the twin's record wants it. */
export function partsSince(before: readonly PartTiming[], now: readonly PartTiming[]): wijk.v1.IPartTiming[] {
  return now.map(({ part, id, timing, lost, of }) => {
    const old = before.find((other) => other.part === part && other.id === id);
    const due = of - (old?.of ?? 0);
    const spreads = SPREADS.map((key) => [key, messageOf(since(figuresOf(old?.timing[key]), figuresOf(timing[key])))]);
    return {
      part,
      id,
      timing: {
        ...(Object.fromEntries(spreads) as Pick<wijk.v1.ITiming, (typeof SPREADS)[number]>),
        lossRatio: due === 0 ? Number.NaN : (lost - (old?.lost ?? 0)) / due,
        crcErrors: (timing.crcErrors ?? 0) - (old?.timing.crcErrors ?? 0),
      },
    };
  });
}

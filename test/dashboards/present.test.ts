import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { LiveStream } from '../../dashboards/server/live-stream.js';
import type { EventMessage, FrameMessage } from '../../dashboards/server/messages.js';
import { Present } from '../../dashboards/server/present.js';
import { watchEveryTicks } from '../../dashboards/server/twin-feed.js';

const frame = (tick: number): FrameMessage =>
  ({ tick, timeUs: tick * 1e6, scalar: { groupActivePowerW: 1000 * tick, groupLimitW: null }, array: {} }) as never;
const event = (tick: number): EventMessage => ({ tick, timeUs: 0, kind: 'bind', subject: '', text: '', actor: '' });

describe('what the cockpit tells its pages', () => {
  let sent: { name: string; data: unknown }[];
  let present: Present;

  beforeEach(() => {
    vi.useFakeTimers();
    sent = [];
    const stream = { publish: (name: string, data: unknown) => sent.push({ name, data }) } as unknown as LiveStream;
    present = new Present(stream, { twin: 'twin:1', bench: 'bench:1' }, () => Date.now());
  });
  afterEach(() => {
    present.close();
    vi.useRealTimers();
  });

  const ticksSent = (): number[] =>
    sent.filter(({ name }) => name === 'frame').map(({ data }) => (data as FrameMessage).tick);

  it('sends at most four frames a second, and always the newest in the end', () => {
    for (let tick = 1; tick <= 99; tick++) {
      present.addFrame(frame(tick));
      vi.advanceTimersByTime(10);
    }
    expect(ticksSent()).toEqual([1, 25, 50, 75]);
    vi.advanceTimersByTime(250);
    expect(ticksSent()).toEqual([1, 25, 50, 75, 99]);
    vi.advanceTimersByTime(10_000);
    expect(ticksSent()).toHaveLength(5);
  });

  it('sends a frame at once when none was sent lately', () => {
    present.addFrame(frame(1));
    vi.advanceTimersByTime(1000);
    present.addFrame(frame(2));
    expect(ticksSent()).toEqual([1, 2]);
  });

  it('keeps every frame it got in the history, also those it did not send', () => {
    for (let tick = 1; tick <= 10; tick++) present.addFrame(frame(tick));
    const history = [...present.texts()].find((text) => text.startsWith('event: history'));
    expect(history).toContain('"powerW":[1000,2000,3000,4000,5000,6000,7000,8000,9000,10000]');
  });

  it('tells new events only, and all again when the record starts anew', () => {
    present.setEvents([event(1)], '');
    present.setEvents([event(1)], '');
    present.setEvents([event(1), event(2)], '');
    present.setEvents([event(9)], '');
    const told = sent.map(({ data }) => data as { all: boolean; events: EventMessage[]; total: number });
    expect(told.map(({ all, events, total }) => [all, events.map(({ tick }) => tick), total])).toEqual([
      [false, [1], 1],
      [false, [2], 2],
      [true, [9], 1],
    ]);
  });

  it('tells a link once per change, with how long it has been so', () => {
    present.setLink('twin', true, '');
    present.setLink('twin', true, '');
    vi.advanceTimersByTime(12_000);
    present.setLink('twin', false, 'not reachable');
    expect(sent.map(({ data }) => data)).toMatchObject([{ up: true }, { up: false, forS: 0, detail: 'not reachable' }]);
    vi.advanceTimersByTime(12_000);
    expect([...present.texts()][0]).toContain('"up":false,"forS":12');
  });
});

describe('how often the cockpit watches', () => {
  it.each([
    // ticks per second, every so many ticks now → then
    [1, 1, 1],
    [10, 1, 1],
    [12, 1, 3],
    [5000, 1, 1250],
    [5000, 1000, 1000],
    [1, 1250, 1],
    [600, 250, 250],
  ])('%f ticks/s at every %i → every %i', (ticksPerS, current, wanted) => {
    expect(watchEveryTicks(ticksPerS, current)).toBe(wanted);
  });
});

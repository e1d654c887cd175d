/** Slow pages, with a real socket that nobody reads. */
import { once } from 'node:events';
import { createServer, get, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CLOSE_BYTES, LiveStream } from '../../dashboards/server/live-stream.js';
import type { EventsMessage, FrameMessage } from '../../dashboards/server/messages.js';

/** About 1 MB as text: a few of them fill every buffer between here and a page that does not read. */
const frame = (tick: number): FrameMessage =>
  ({ tick, timeUs: tick, scalar: {}, array: { voltageV: new Array(170_000).fill(230.1) } }) as never;
const events: EventsMessage = {
  all: true,
  events: new Array(20_000).fill({
    tick: 1,
    timeUs: 1,
    kind: 'bind',
    subject: 'home-001/household',
    text: '',
    actor: '',
  }),
  total: 0,
  unavailable: '',
};

describe('the live stream to a page that does not read', () => {
  const stream = new LiveStream();
  let server: Server;
  let response: ServerResponse;
  let page: IncomingMessage;

  beforeEach(async () => {
    server = createServer((_request, answer) => {
      response = answer;
      answer.writeHead(200);
      stream.add(answer, []);
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const request = get({ port: (server.address() as AddressInfo).port, host: '127.0.0.1' });
    [page] = (await once(request, 'response')) as [IncomingMessage];
    request.on('error', () => undefined);
    page.on('error', () => undefined);
    page.pause();
  });
  afterEach(() => {
    stream.close();
    server.closeAllConnections();
    server.close();
  });

  it('loses frames, holds little memory, and is told how many it lost once it reads again', async () => {
    for (let tick = 1; tick <= 100; tick++) {
      stream.publish('frame', frame(tick));
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(response.writableLength).toBeLessThan(4e6);
    let text = '';
    page.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
    });
    page.resume();
    await expect.poll(() => response.writableLength).toBe(0);
    stream.publish('frame', frame(101));
    await expect.poll(() => text.includes('"tick":101')).toBe(true);
    const arrived = text.split('event: frame\n').length - 1;
    const told = Number(/event: dropped\ndata: {"frames":(\d+)}/.exec(text)?.[1]);
    expect(told).toBeGreaterThan(50);
    expect(arrived + told).toBe(101);
  });

  it('is closed when also what must not be lost piles up', async () => {
    const closed = once(response, 'close');
    const eventBytes = JSON.stringify(events).length;
    for (let i = 0; i < CLOSE_BYTES / eventBytes + 20; i++) {
      stream.publish('events', events);
      await new Promise((resolve) => setImmediate(resolve));
    }
    await closed;
    expect(stream.pages).toBe(0);
  });
});

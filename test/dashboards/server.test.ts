/** The cockpit's server over real HTTP, with a made-up twin and bench behind it. */
import { once } from 'node:events';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Cockpit, startCockpit } from '../../dashboards/server/cockpit.js';
import { BODY_BYTES_MAX } from '../../dashboards/server/commands.js';
import type { StreamEventName } from '../../dashboards/server/messages.js';
import { COCKPIT } from '../../paths.js';
import { FakeTwin } from '../support/fake-twin.js';

const log = pino({ level: 'silent' });

interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** A request that may lie about its Host and Origin, as fetch may not. */
async function ask(
  cockpit: Cockpit,
  method: string,
  path: string,
  { headers = {}, body }: { headers?: Record<string, string>; body?: string } = {},
): Promise<Answer> {
  const [host, port] = cockpit.address.split(':');
  const request = httpRequest({ host, port, method, path, headers });
  request.end(body);
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  let text = '';
  for await (const chunk of response) text += chunk;
  return { status: response.statusCode ?? 0, headers: response.headers, body: text };
}

/** Waits until the cockpit has described the session and watches it. */
const watched = (fake: FakeTwin) => vi.waitUntil(() => fake.calls.some(({ method }) => method === 'watch'), 5_000);

const command = (cockpit: Cockpit, name: string, body: unknown, headers: Record<string, string> = {}) =>
  ask(cockpit, 'POST', `/api/${name}`, {
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

/** Reads the live stream until `enough` is content with what came, then leaves. */
async function readStream(
  cockpit: Cockpit,
  enough: (events: { name: StreamEventName; data: unknown }[]) => boolean,
): Promise<{ name: StreamEventName; data: unknown }[]> {
  const response = await fetch(`${cockpit.url}api/stream`);
  expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
  const events: { name: StreamEventName; data: unknown }[] = [];
  let rest = '';
  for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
    const parts = (rest + chunk).split('\n\n');
    rest = parts.pop()!;
    for (const part of parts) {
      const match = /^event: (\w+)\ndata: (.*)$/s.exec(part);
      if (match) events.push({ name: match[1] as StreamEventName, data: JSON.parse(match[2]!) });
    }
    if (enough(events)) break;
  }
  return events;
}

describe("the cockpit's server", () => {
  let fake: FakeTwin;
  let cockpit: Cockpit;
  const options = { host: '127.0.0.1', port: 0, allowedHosts: [], page: COCKPIT, log };

  beforeAll(async () => {
    fake = new FakeTwin();
    fake.advance(1000);
    cockpit = await startCockpit({ ...options, twin: await fake.start('twin'), bench: await fake.start('bench') });
    await watched(fake);
  });
  afterAll(async () => {
    await cockpit.close();
    fake.close();
  });

  describe('files', () => {
    it('serves the page under a policy that allows nothing from elsewhere', async () => {
      const page = await ask(cockpit, 'GET', '/');
      expect(page.status).toBe(200);
      expect(page.body).toContain('<div id="cockpit">');
      expect(page.headers['content-security-policy']).toContain("default-src 'none'; script-src 'self'");
      expect(page.headers['x-content-type-options']).toBe('nosniff');
      expect(page.headers['access-control-allow-origin']).toBeUndefined();
      expect(page.body).not.toMatch(/https?:\/\//);
    });

    it('answers 304 to a page that is still right', async () => {
      const { etag } = (await ask(cockpit, 'GET', '/main.js')).headers;
      const again = await ask(cockpit, 'GET', '/main.js', { headers: { 'if-none-match': etag! } });
      expect([again.status, again.body]).toEqual([304, '']);
    });

    it.each(['/../package.json', '/..%2fpackage.json', '/app.d.ts', '/panels/power.d.ts'])(
      'has no %s',
      async (path) => {
        expect((await ask(cockpit, 'GET', path)).status).toBe(404);
      },
    );
  });

  describe('guard', () => {
    it('refuses a host name that it does not know, also for reading, and says what to do', async () => {
      for (const path of ['/', '/api/stream']) {
        const answer = await ask(cockpit, 'GET', path, { headers: { host: 'evil.example' } });
        expect(answer.status).toBe(403);
        expect(answer.body).toContain('--allow-host evil.example');
      }
    });

    it('refuses commands from another page', async () => {
      const calls = fake.calls.length;
      const foreign = await command(cockpit, 'emergency-stop', {}, { origin: 'https://evil.example' });
      const crossSite = await command(cockpit, 'start', {}, { 'sec-fetch-site': 'cross-site' });
      const form = await ask(cockpit, 'POST', '/api/start', { headers: { 'content-type': 'text/plain' }, body: '{}' });
      expect([foreign.status, crossSite.status, form.status]).toEqual([403, 403, 415]);
      expect(fake.calls.length).toBe(calls);
    });

    it('refuses a body that is too large before reading it all', async () => {
      const answer = await command(cockpit, 'start', { operator: 'x'.repeat(BODY_BYTES_MAX) });
      expect(answer.status).toBe(413);
    });
  });

  describe('commands', () => {
    it('pass on who gave them', async () => {
      await command(cockpit, 'pause', { operator: 'j.devries' });
      expect(fake.calls.at(-1)).toMatchObject({ method: 'pause', request: { actor: { name: 'j.devries', role: 6 } } });
      await command(cockpit, 'start', {});
      expect(fake.calls.at(-1)).toMatchObject({ method: 'start', request: { actor: { name: 'cockpit', role: 6 } } });
    });

    it('inject a call-off, a setpoint, its release and a load step', async () => {
      const events = [
        { groupLimit: { fromUs: 900e6, untilUs: 1800e6, limitW: 200_000 } },
        { setpoint: { slotId: 'school/heat-pump', activePowerW: 3000 } },
        { setpoint: { slotId: 'school/heat-pump', release: true } },
        { loadStep: { slotId: 'home-001/household', activePowerW: 3000, durationS: 60 } },
      ];
      for (const event of events) {
        const answer = await command(cockpit, 'inject', event);
        expect([answer.status, JSON.parse(answer.body)]).toEqual([200, { ok: true, tick: fake.tick + 1 }]);
        expect(fake.calls.at(-1)).toMatchObject({ method: 'inject', request: event });
      }
    });

    it.each([
      ['start', []],
      ['start', null],
      ['start', { operator: '' }],
      ['start', { operator: 7 }],
      ['start', { unknown: 1 }],
      ['speed', {}],
      ['speed', { speed: '1' }],
      ['speed', { speed: -1 }],
      ['inject', {}],
      ['inject', { setpoint: { slotId: 'a' } }],
      ['inject', { setpoint: { slotId: 'a', activePowerW: 1, release: true } }],
      ['inject', { setpoint: { slotId: 'a', release: false } }],
      ['inject', { groupLimit: { fromUs: 1, untilUs: 2, limitW: -1 } }],
      ['inject', { loadStep: { slotId: 'a', activePowerW: 1, durationS: 0 } }],
      ['inject', { loadStep: { slotId: 'a', activePowerW: 1e12, durationS: 1 } }],
      [
        'inject',
        { loadStep: { slotId: 'a', activePowerW: 1, durationS: 1 }, setpoint: { slotId: 'a', activePowerW: 1 } },
      ],
      ['emergency-stop', { reason: 'x'.repeat(201) }],
    ])('%s refuses %j and passes nothing on', async (name, body) => {
      const calls = fake.calls.length;
      const answer = await command(cockpit, name, body);
      expect(answer.status).toBe(400);
      expect(JSON.parse(answer.body)).toMatchObject({ code: 'BAD_INPUT', message: expect.any(String) });
      expect(fake.calls.length).toBe(calls);
    });

    it("tell the server's own reason when it refuses", async () => {
      const answer = await command(cockpit, 'speed', { speed: 60 });
      expect(answer.status).toBe(409);
      expect(JSON.parse(answer.body)).toEqual({
        code: 'STATE',
        message: 'twin: speed 1 is the only one while a device is bound: inverter-1',
      });
    });

    it('stop both servers in an emergency, and say which device did not confirm', async () => {
      fake.loseDevice('school/heat-pump');
      const answer = await command(cockpit, 'emergency-stop', { reason: 'smoke' });
      fake.returnDevice('school/heat-pump');
      expect(answer.status).toBe(502);
      expect(JSON.parse(answer.body)).toEqual({
        bench: { ok: false, text: 'not confirmed by heat-pump-1; confirmed by inverter-1, meter-1' },
        twin: { ok: true, text: 'all controllable slots to their safe setpoint' },
      });
      expect((await command(cockpit, 'emergency-stop/release', {})).status).toBe(200);
      expect(fake.emergencyStop).toBe(false);
    });

    it("serve the bench's report in a sandbox", async () => {
      const answer = await ask(cockpit, 'GET', '/report/run-1');
      expect(answer.body).toContain('the report');
      expect(answer.headers['content-security-policy']).toContain('sandbox');
    });
  });

  describe('live stream', () => {
    it('gives a page that connects everything it needs to draw itself', async () => {
      fake.advance();
      const names = (events: { name: string }[]) => new Set(events.map(({ name }) => name));
      const events = await readStream(cockpit, (seen) =>
        ['frame', 'health', 'status'].every((n) => names(seen).has(n as never)),
      );
      expect([...names(events)]).toEqual(
        expect.arrayContaining(['link', 'describe', 'history', 'quarters', 'events', 'status', 'health', 'frame']),
      );
      const description = events.find(({ name }) => name === 'describe')!.data;
      expect(description).toMatchObject({ wijk: 'merwede-blok', labels: { experiment: 'merwede-evening' } });
      const frame = events.find(({ name }) => name === 'frame')!.data as { array: Record<string, (number | null)[]> };
      expect(frame.array.slotSource).toHaveLength(fake.slotIds.length);
      // What was never measured is not a number; it must not become 0.
      expect(frame.array.slotAgeS![fake.slotIds.indexOf('home-001/household')]).toBeNull();
    });
  });

  it('says which address is in use', async () => {
    const port = Number(cockpit.address.split(':')[1]);
    await expect(startCockpit({ ...options, port, twin: '127.0.0.1:1', bench: '127.0.0.1:1' })).rejects.toMatchObject({
      code: 'PORT_IN_USE',
      message: `127.0.0.1:${port} is in use by another program; choose another with --listen`,
    });
  });

  it('says what to do when the page is not built', async () => {
    await expect(
      startCockpit({ ...options, page: '/nowhere', twin: '127.0.0.1:1', bench: '127.0.0.1:1' }),
    ).rejects.toMatchObject({ code: 'COMPONENT_MISSING', message: expect.stringContaining('npm run build') });
  });
});

describe('a session that keeps no record', () => {
  it('still shows its quarter-hours, and says why there are no events', async () => {
    const fake = new FakeTwin();
    fake.recorded = false;
    fake.advance(900);
    const cockpit = await startCockpit({
      host: '127.0.0.1',
      port: 0,
      allowedHosts: [],
      page: COCKPIT,
      log,
      twin: await fake.start('twin'),
      bench: await fake.start('bench'),
    });
    try {
      await watched(fake);
      fake.advance();
      const events = await readStream(cockpit, (seen) =>
        seen.some(({ name, data }) => name === 'quarters' && (data as unknown[]).length === 1),
      );
      expect(events.find(({ name }) => name === 'events')?.data).toMatchObject({
        unavailable: 'record: this session keeps no record',
      });
    } finally {
      await cockpit.close();
      fake.close();
    }
  });
});

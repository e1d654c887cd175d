import * as grpc from '@grpc/grpc-js';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { wijk } from '#proto/wijk.js';
import { COLUMN_NAMES } from '../../../twin/core/base/columns.js';
import { CODE_METADATA } from '../../../twin/server/grpc-errors.js';
import { ACTOR, ask, type House, Inbox, refusal, START_US, startHouse } from './harness.js';

const State = wijk.v1.SessionState;
// Each session starts two threads and builds the wijk twice.
vi.setConfig({ testTimeout: 90_000 });

let house: House;
beforeAll(async () => {
  house = await startHouse();
});
afterAll(() => house.close());

const code = (error: grpc.ServiceError) => [error.code, error.metadata.get(CODE_METADATA)[0]];

describe('TwinService without a session', () => {
  it('says so, and what to do', async () => {
    expect((await house.status()).state).toBe(State.SESSION_STATE_EMPTY);
    for (const call of [house.start(), house.stop(), ask((done) => house.twin.describe({}, done))]) {
      const error = await refusal(call);
      expect(code(error)).toEqual([grpc.status.FAILED_PRECONDITION, 'STATE']);
      expect(error.details).toMatch(/no session is loaded; call TwinService.Load first/);
    }
    expect((await new Inbox(house.twin.watch({})).ended)?.code).toBe(grpc.status.FAILED_PRECONDITION);
  });

  it('tells all problems of a load at once, and loads nothing', async () => {
    const { problems, sessionId } = await house.load({
      tickS: 7,
      speed: -1,
      strategy: { name: 'group-limit', options: { margin: 1, marginRatio: 3 } },
      weather: { stressWeek: 'heat-1999' },
    });
    expect(sessionId).toBe('');
    const paths = problems.map(({ path }) => path);
    for (const path of [
      'tickS',
      'speed',
      'strategy/options/margin',
      'strategy/options/marginRatio',
      'weather/stressWeek',
    ]) {
      expect(paths).toContain(path);
    }
    expect(problems.every(({ rule }) => rule !== '')).toBe(true);
    const unknown = await house.load({ wijk: 'nergens' });
    expect(unknown.problems[0]?.rule).toMatch(/there is no such example.*merwede-blok/);
    expect((await house.status()).state).toBe(State.SESSION_STATE_EMPTY);
  });

  it('wants to know who gives a command', async () => {
    const error = await refusal(house.load({ actor: null }));
    expect(code(error)).toEqual([grpc.status.INVALID_ARGUMENT, 'BAD_INPUT']);
    expect(error.details).toMatch(/actor\/name.*every command says who gives it/);
  });
});

describe('a session', () => {
  it('goes from LOADED to FINISHED and keeps its rules on the way', async () => {
    const { sessionId, problems } = await house.load();
    expect(problems).toEqual([]);
    const described = await ask<wijk.v1.DescribeResponse>((done) => house.twin.describe({}, done));
    expect(described.sessionId).toBe(sessionId);
    expect(described.columns.map(({ name }) => name)).toEqual([...COLUMN_NAMES]);
    expect(described.slots.length).toBeGreaterThan(100);
    expect(described.nodes.some(({ feeder }) => feeder !== '')).toBe(true);
    expect((await house.status()).state).toBe(State.SESSION_STATE_LOADED);
    const early = await refusal(ask((done) => house.twin.pause({ actor: ACTOR }, done)));
    expect(early.details).toMatch(/the session is loaded and cannot be paused/);

    await house.start();
    await house.ended();
    const status = await house.status();
    expect(status).toMatchObject({ state: State.SESSION_STATE_FINISHED, tick: 600, ticksTotal: 600, overrun: false });
    expect(status.simulatedUs).toBe(START_US + 600e6);
    expect(status.frameHash).toMatch(/^[0-9a-f]{64}$/);
    const again = await refusal(house.start());
    expect(code(again)).toEqual([grpc.status.FAILED_PRECONDITION, 'STATE']);
    expect(again.details).toMatch(/the session is finished and cannot be started; load a new session/);
    // To stop what has ended changes nothing.
    expect(await house.stop()).toMatchObject({ ticks: 600, frameHash: status.frameHash });
    expect((await house.status()).state).toBe(State.SESSION_STATE_FINISHED);
  });

  it('gives the same frames again for the same seed, and others for another', async () => {
    const hashes: string[] = [];
    for (const seed of [1, 1, 2]) {
      await house.load({ seed, durationS: 60 });
      await house.start();
      await house.ended();
      hashes.push((await house.status()).frameHash);
    }
    expect(hashes[1]).toBe(hashes[0]);
    expect(hashes[2]).not.toBe(hashes[0]);
  });

  it('pauses, goes on, and is not replaced while it lives', async () => {
    await house.load({ durationS: 0, tickS: 0.1, speed: 1 });
    await house.start();
    const frames = new Inbox<wijk.v1.WatchResponse>(house.twin.watch({ columns: ['groupActivePowerW'] }));
    await frames.find(({ frame }) => frame!.tick! >= 2);
    await ask((done) => house.twin.pause({ actor: ACTOR }, done));
    expect((await house.status()).state).toBe(State.SESSION_STATE_PAUSED);
    const error = await refusal(house.load());
    expect(error.details).toMatch(/a session is paused; stop it first/);
    const { tick } = await house.status();
    await house.start();
    await frames.find(({ frame }) => frame!.tick! > tick + 1);
    const stopped = await house.stop();
    expect(stopped.ticks).toBeGreaterThan(tick);
    expect(await frames.ended).toBeNull();
    expect((await house.status()).state).toBe(State.SESSION_STATE_STOPPED);
    expect((await house.status()).frameHash).toBe(stopped.frameHash);
  });
});

describe('Inject', () => {
  const inject = (request: wijk.v1.IInjectRequest) =>
    ask<wijk.v1.InjectResponse>((done) => house.twin.inject({ actor: ACTOR, ...request }, done));

  it('applies an event at its instant, given before the start, at any speed', async () => {
    await house.load({ durationS: 120 });
    const { slots } = await ask<wijk.v1.DescribeResponse>((done) => house.twin.describe({}, done));
    const slotId = 'home-012/household';
    const index = slots.find(({ id }) => id === slotId)!.index!;
    const step = { slotId, activePowerW: 50_000, durationS: 10 };
    expect(await inject({ loadStep: step, atUs: START_US + 60e6 })).toMatchObject({ tick: 61 });
    const frames = new Inbox<wijk.v1.WatchResponse>(house.twin.watch({ columns: ['slotActivePowerW'] }));
    await house.start();
    await house.ended();
    await frames.ended;
    const raised = frames.all
      .filter(({ frame }) => frame!.slotActivePowerW![index]! > 45_000)
      .map(({ frame }) => frame!.tick!);
    expect(raised).toEqual([61, 62, 63, 64, 65, 66, 67, 68, 69, 70]);
    const { events } = await ask<wijk.v1.ListEventsResponse>((done) => house.record.listEvents({}, done));
    expect(events.find(({ kind }) => kind === 'load-step')).toMatchObject({
      tick: 61,
      subject: slotId,
      actor: 'test',
    });
  });

  it('refuses what cannot be, with the reason', async () => {
    await house.load({ durationS: 120, speed: 1 });
    const slot = 'home-007/battery';
    const cases: [wijk.v1.IInjectRequest, grpc.status, RegExp][] = [
      [{}, grpc.status.INVALID_ARGUMENT, /holds no event/],
      [{ setpoint: { slotId: 'home-999/x' } }, grpc.status.NOT_FOUND, /no slot "home-999\/x"/],
      [
        { setpoint: { slotId: slot, activePowerW: 1e9 } },
        grpc.status.INVALID_ARGUMENT,
        /must lie between -\d+ and \d+ W/,
      ],
      [
        { setpoint: { slotId: slot, activePowerW: NaN, minimumW: 100, maximumW: -100 } },
        grpc.status.INVALID_ARGUMENT,
        /minimumW .*must not be above maximumW/,
      ],
      [
        { setpoint: { slotId: slot, activePowerW: NaN, minimumW: 0 } },
        grpc.status.INVALID_ARGUMENT,
        /maximumW .*must lie between/,
      ],
      [
        { setpoint: { slotId: slot, activePowerW: 0, durationS: -1 } },
        grpc.status.INVALID_ARGUMENT,
        /durationS .*0 \(until released\)/,
      ],
      [
        { setpoint: { slotId: slot }, actor: { name: 's', role: wijk.v1.Role.ROLE_STRATEGY } },
        grpc.status.INVALID_ARGUMENT,
        /actor\/role/,
      ],
      [
        { groupLimit: { fromUs: START_US + 1, untilUs: START_US, limitW: -1 } },
        grpc.status.INVALID_ARGUMENT,
        /limitW[\s\S]*fromUs[\s\S]*untilUs/,
      ],
      [
        { emergencyStop: { active: true }, atUs: START_US + 200e6 },
        grpc.status.INVALID_ARGUMENT,
        /the session ends before that/,
      ],
    ];
    for (const [request, status, why] of cases) {
      const error = await refusal(inject(request));
      expect(error.code).toBe(status);
      expect(error.details).toMatch(why);
    }
    await house.stop();
    expect((await refusal(inject({ emergencyStop: { active: true } }))).details).toMatch(/the session is stopped/);
  });

  it('refuses an instant that has been computed already', async () => {
    await house.load({ durationS: 0, tickS: 0.1, speed: 1 });
    await house.start();
    await new Inbox<wijk.v1.WatchResponse>(house.twin.watch({ columns: ['gridStatus'] })).find(
      ({ frame }) => frame!.tick! >= 3,
    );
    const error = await refusal(inject({ emergencyStop: { active: true }, atUs: START_US }));
    expect(error.code).toBe(grpc.status.FAILED_PRECONDITION);
    expect(error.details).toMatch(/tick 1 has been computed already/);
    await house.stop();
  });
});

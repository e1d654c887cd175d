import * as grpc from '@grpc/grpc-js';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { wijk } from '#proto/wijk.js';
import { replay } from '../../../twin/runtime/replay.js';
import { ACTOR, ask, type House, Inbox, refusal, startHouse } from './harness.js';

vi.setConfig({ testTimeout: 90_000 });

let house: House;
beforeAll(async () => {
  house = await startHouse();
});
afterAll(() => house.close());
afterEach(async () => {
  await house.stop();
});

type Observation = wijk.v1.IObservation;

/** An external strategy: `decide` is called for every observation; null gives no answer. */
function strategy(hello: wijk.v1.IStrategyHello, decide: (observation: Observation) => wijk.v1.ISlotDecision[] | null) {
  const call = house.strategy.decide();
  const inbox = new Inbox<wijk.v1.DecideResponse>(call);
  call.on('data', ({ observation }: wijk.v1.DecideResponse) => {
    if (!observation) return;
    const setpoints = decide(observation);
    if (setpoints !== null) call.write({ decision: { tick: observation.tick!, setpoints } });
  });
  call.write({ hello: { actor: { name: 'test strategy', role: wijk.v1.Role.ROLE_STRATEGY }, ...hello } });
  return { call, inbox };
}

/** Starts as soon as the strategy is attached. */
async function startWhenAttached(): Promise<void> {
  while (!house.twinObject.need().session.strategy.attached) await house.status();
  await house.start();
}

async function battery(): Promise<wijk.v1.ISlotInfo> {
  const { slots } = await ask<wijk.v1.DescribeResponse>((done) => house.twin.describe({}, done));
  return slots.find(({ id }) => id === 'home-007/battery')!;
}

describe('an external strategy', () => {
  it('decides every tick in lock-step, as fast as possible, and a replay needs it no more', async () => {
    const recordDirectory = house.newFolder();
    await house.load({ durationS: 200, strategy: { name: 'external' }, recordDirectory });
    const slot = (await battery()).index!;
    const frames = new Inbox<wijk.v1.WatchResponse>(
      house.twin.watch({ columns: ['slotSetpointW', 'slotSetpointFrom', 'decisionsMissed'] }),
    );
    expect((await refusal(house.start())).details).toMatch(/the strategy is external and nobody decides yet/);
    const { inbox } = strategy({ columns: ['groupActivePowerW'], deadlineS: 30 }, ({ tick, frame }) => {
      expect(frame!.tick).toBe(tick! - 1);
      expect(frame!.slotActivePowerW).toEqual([]);
      return [{ slotIndex: slot, activePowerW: tick! }];
    });
    await startWhenAttached();
    await house.ended();
    expect(await inbox.ended).toBeNull();
    await frames.ended;
    const asked = inbox.all.map(({ observation }) => observation!.tick!);
    expect(asked).toEqual(Array.from({ length: 199 }, (_, i) => i + 2));
    for (const { frame } of frames.all.filter(({ frame: f }) => f!.tick! >= 2)) {
      expect(frame!.slotSetpointW![slot]).toBe(frame!.tick);
      expect(frame!.slotSetpointFrom![slot]).toBe(wijk.v1.Role.ROLE_STRATEGY);
    }
    const { decisionsMissed, frameHash } = await house.status();
    expect(decisionsMissed).toBe(0);
    expect(await replay(`${recordDirectory}/recording.wtr`)).toMatchObject({ equal: true, frameHash });
  });

  it('holds the last setpoint after a missed deadline, then goes safe, and may come back', async () => {
    await house.load({ durationS: 12, strategy: { name: 'external' } });
    const { index } = await battery();
    const slot = index!;
    const safeW = house.twinObject.need().model.slots.safeSetpointW[slot]!;
    const frames = new Inbox<wijk.v1.WatchResponse>(
      house.twin.watch({ columns: ['slotSetpointW', 'decisionsMissed'] }),
    );
    // Silent for ticks 5 to 8. While 6 is being asked for, the decision for 5 comes: too late.
    const { call, inbox } = strategy({ deadlineS: 0.25, holdTicks: 2 }, ({ tick }) => {
      if (tick === 6) call.write({ decision: { tick: 5, setpoints: [{ slotIndex: slot, activePowerW: 55 }] } });
      return tick! >= 5 && tick! <= 8 ? null : [{ slotIndex: slot, activePowerW: 1000 + tick! }];
    });
    await startWhenAttached();
    await house.ended();
    await frames.ended;
    await inbox.ended;
    const setpoints = frames.all.map(({ frame }) => frame!.slotSetpointW![slot]);
    expect(setpoints.slice(1)).toEqual([1002, 1003, 1004, 1004, 1004, safeW, safeW, 1009, 1010, 1011, 1012]);
    expect((await house.status()).decisionsMissed).toBe(4);
    const notices = inbox.all.flatMap(({ notice }) => (notice ? [notice] : []));
    expect(notices.some(({ text }) => /decision for tick 5 came after its deadline/.test(text!))).toBe(true);
    expect(notices.at(-1)!.decisionsMissed).toBe(4);
    const { events } = await ask<wijk.v1.ListEventsResponse>((done) => house.record.listEvents({}, done));
    expect(events.filter(({ kind }) => kind === 'decision-missed').map(({ tick }) => tick)).toEqual([5, 6, 7, 8]);
    expect(events.find(({ kind }) => kind === 'strategy-safe')).toMatchObject({ tick: 7 });
  });

  it('is not waited for once it has gone', async () => {
    await house.load({ durationS: 100, strategy: { name: 'external' } });
    const { call, inbox } = strategy({ deadlineS: 60 }, ({ tick }) => {
      if (tick === 10) call.end();
      return tick === 10 ? null : [];
    });
    await startWhenAttached();
    // With a deadline of a minute for each of ninety ticks this would not end.
    await house.ended();
    expect(await inbox.ended).toBeNull();
    expect((await house.status()).decisionsMissed).toBe(91);
  });
});

describe('StrategyService refuses', () => {
  it('a session whose strategy is not external', async () => {
    await house.load({ strategy: { name: 'group-limit' } });
    const error = await strategy({}, () => []).inbox.ended;
    expect(error?.code).toBe(grpc.status.FAILED_PRECONDITION);
    expect(error?.details).toMatch(/strategy is "group-limit"; load it with strategy "external"/);
  });

  it('a second strategy, unknown columns, a deadline that is too long, and a slot that cannot follow', async () => {
    await house.load({ strategy: { name: 'external' }, tickS: 1, speed: 1 });
    expect((await strategy({ deadlineS: 1.5 }, () => []).inbox.ended)?.details).toMatch(/deadline_s = 1.5/);
    expect((await strategy({ columns: ['x'] }, () => []).inbox.ended)?.details).toMatch(/columns\/0 = x/);
    const first = strategy({}, () => [{ slotIndex: 100_000, activePowerW: 0 }]);
    await startWhenAttached();
    expect((await strategy({}, () => []).inbox.ended)?.details).toMatch(/"test strategy" decides already/);
    expect((await first.inbox.ended)?.details).toMatch(/setpoints\/0\/slot_index = 100000: there are \d+ slots/);
    expect((await refusal(ask((done) => house.twin.start({ actor: ACTOR }, done)))).details).toMatch(/it runs already/);
  });
});

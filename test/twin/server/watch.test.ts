import * as grpc from '@grpc/grpc-js';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { wijk } from '#proto/wijk.js';
import { COLUMN_NAMES, COLUMNS, frameLayout } from '../../../twin/core/base/columns.js';
import { createRingEntry } from '../../../twin/runtime/ring.js';
import { FrameEncoder, observation, watchResponse, withDropped } from '../../../twin/server/frame-encoding.js';
import { WATCHERS_MAX } from '../../../twin/server/watchers.js';
import { type House, Inbox, startHouse } from './harness.js';

// Each session starts two threads and builds the wijk twice.
vi.setConfig({ testTimeout: 90_000 });

let house: House;
beforeAll(async () => {
  house = await startHouse();
});
afterAll(() => house.close());

/**
 * Reads one frame and then no more: what the transport holds fills up, and the twin skips this watcher. (A client that
 * has never read is no slow one: grpc-js takes everything from the wire until the first read.)
 */
function readOne(call: grpc.ClientReadableStream<wijk.v1.WatchResponse>): void {
  call.once('data', () => call.pause());
}

it('encodes every column as the generated code reads it', () => {
  const layout = frameLayout({ slots: 3, connections: 2, nodes: 2, branches: 1 });
  const entry = createRingEntry({ capacity: 1, inputsMax: 1, eventsMax: 1, frameLength: layout.total });
  entry.tick = 12_345_678;
  entry.timeUs = 1_328_281_200_000_000;
  entry.frame.forEach((_, i) => {
    entry.frame[i] = i === 5 ? Number.NaN : i * 1.25 - 3;
  });
  const bytes = new FrameEncoder(layout, []).frame(entry);
  const response = wijk.v1.WatchResponse.decode(withDropped(watchResponse(bytes), 300));
  expect(response.dropped).toBe(300);
  expect(response.frame).toMatchObject({ tick: entry.tick, timeUs: entry.timeUs });
  const frame = response.frame as unknown as Record<string, number | number[]>;
  for (const name of COLUMN_NAMES) {
    const values = [...entry.frame.subarray(layout.offset[name], layout.offset[name] + layout.length[name])];
    expect(frame[name], name).toEqual(COLUMNS[name].space === 'wijk' ? values[0] : values);
  }
  const some = wijk.v1.WatchResponse.decode(watchResponse(new FrameEncoder(layout, ['voltageV']).frame(entry)));
  expect(some.frame!.voltageV).toHaveLength(6);
  expect(some.frame!.slotActivePowerW).toEqual([]);
  const asked = wijk.v1.DecideResponse.decode(observation(8, bytes, 0.5)).observation;
  expect(asked).toMatchObject({ tick: 8, deadlineS: 0.5, frame: { tick: entry.tick } });
});

it('drops frames of a slow watcher and tells how many, while a fast one sees all', async () => {
  // 300 ticks at 100 a second; the ring holds more than six seconds of them.
  await house.load({ durationS: 30, tickS: 0.1, speed: 10 });
  const slow = house.ownTwinClient().watch({ watcherName: 'slow' });
  readOne(slow);
  const fast = new Inbox<wijk.v1.WatchResponse>(
    house.twin.watch({ columns: ['groupActivePowerW'], watcherName: 'fast' }),
  );
  const tenth = new Inbox<wijk.v1.WatchResponse>(house.twin.watch({ columns: ['gridStatus'], everyTicks: 10 }));
  await house.start();
  await house.ended();
  expect(await fast.ended).toBeNull();
  expect(fast.all.map(({ frame }) => frame!.tick)).toEqual(Array.from({ length: 300 }, (_, i) => i + 1));
  expect(fast.all.every(({ dropped }) => dropped === 0)).toBe(true);
  expect(await tenth.ended).toBeNull();
  expect(tenth.all.map(({ frame }) => frame!.tick)).toEqual(Array.from({ length: 30 }, (_, i) => 10 * (i + 1)));

  const seen = new Inbox<wijk.v1.WatchResponse>(slow);
  slow.resume();
  expect(await seen.ended).toBeNull();
  expect(seen.all.length).toBeGreaterThan(0);
  expect(seen.all.length).toBeLessThan(300);
});

it('counts what it dropped in the status and in the next frame', async () => {
  await house.load({ durationS: 0, tickS: 0.1, speed: 20 });
  const slow = house.ownTwinClient().watch({ watcherName: 'slow' });
  readOne(slow);
  const other = new Inbox<wijk.v1.WatchResponse>(house.twin.watch({ columns: ['gridStatus'] }));
  await house.start();
  let dropped = 0;
  for (let at = 0; dropped === 0; at++) {
    await other.find(() => true, at);
    if (at % 20 === 0) dropped = (await house.status()).watchers.find(({ name }) => name === 'slow')!.framesDropped!;
  }
  const seen = new Inbox<wijk.v1.WatchResponse>(slow);
  slow.resume();
  await seen.find((response) => response.dropped >= dropped);
  await house.stop();
  expect(await seen.ended).toBeNull();
  // What is missing between two frames is what the second says more than the first.
  for (const [i, now] of seen.all.slice(1).entries()) {
    const before = seen.all[i]!;
    expect(now.frame!.tick! - before.frame!.tick! - 1).toBe(now.dropped - before.dropped);
  }
});

it('shows a late watcher where the session ended', async () => {
  await house.load({ durationS: 30 });
  await house.start();
  await house.ended();
  const late = new Inbox<wijk.v1.WatchResponse>(house.twin.watch({ columns: ['quarterElapsedS'] }));
  expect(await late.ended).toBeNull();
  expect(late.all).toMatchObject([{ frame: { tick: 30, quarterElapsedS: 30 } }]);
});

it('refuses columns that do not exist, and more watchers than it can bear', async () => {
  await house.load({ durationS: 30 });
  const wrong = await new Inbox(house.twin.watch({ columns: ['groupActivePowerW', 'voltage'] })).ended;
  expect(wrong?.code).toBe(grpc.status.INVALID_ARGUMENT);
  expect(wrong?.details).toMatch(/columns\/1 = voltage: there is no such column/);
  const calls = Array.from({ length: WATCHERS_MAX }, () => house.twin.watch({ columns: ['gridStatus'] }));
  const inboxes = calls.map((call) => new Inbox(call));
  // One more status answer than watchers: all of them have arrived.
  while ((await house.status()).watchers.length < WATCHERS_MAX);
  const tooMany = await new Inbox(house.twin.watch({})).ended;
  expect(tooMany?.code).toBe(grpc.status.RESOURCE_EXHAUSTED);
  calls[0]!.cancel();
  await inboxes[0]!.ended;
  while ((await house.status()).watchers.length === WATCHERS_MAX);
  await house.stop();
  for (const inbox of inboxes.slice(1)) expect(await inbox.ended).toBeNull();
});

import { expect, it, vi } from 'vitest';
import { prepareSession } from '../../../twin/runtime/prepare.js';
import type { Recorder } from '../../../twin/runtime/recorder.js';
import { FrameRing } from '../../../twin/runtime/ring.js';
import { Session } from '../../../twin/runtime/session.js';

vi.setConfig({ testTimeout: 90_000 });

const ACTOR = { name: 'test', role: 6 };

it('fails, and says why, when its recorder breaks; the loop does not wait for a dead reader', async () => {
  const prepared = prepareSession({
    actor: 'test',
    wijk: 'merwede-blok',
    run: {
      startUs: Date.UTC(2012, 1, 3, 15) * 1e3,
      durationS: 0,
      tickS: 1,
      seed: 1,
      strategy: { name: 'passive', options: {} },
      groupLimitW: 0,
      weather: {},
    },
    speed: 0,
    recordDirectory: '',
    labels: {},
  });
  if (!prepared.ok) throw new Error('merwede-blok is expected to load');
  const { plan, model, loaded } = prepared.value;
  let breakIt: (error: Error) => void = () => undefined;
  let ring: FrameRing | undefined;
  const session = await Session.create<Recorder>(plan, model, loaded.wijk, async (_plan, memory) => {
    ring = new FrameRing(memory);
    // Lossless, and never consuming: the loop comes to a halt when the ring is full.
    ring.attachLossless();
    return {
      note: () => undefined,
      timing: () => undefined,
      frameHash: async () => '',
      finish: () => Promise.reject(new Error('disk full')),
      close: async () => undefined,
      onFailure: (listener) => {
        breakIt = listener;
      },
    };
  });
  session.start(ACTOR);
  const { capacity } = ring!.shape;
  while (session.tick < capacity) await ring!.afterTick(session.tick, 1000);
  expect(session.tick).toBe(capacity);
  breakIt(new Error('disk full'));
  await session.ended;
  expect(session.state).toBe('failed');
  expect(session.failure).toBe('the recorder broke: disk full');
  expect(() => session.start(ACTOR)).toThrow(
    /the session is failed: the recorder broke: disk full and cannot be started/,
  );
});

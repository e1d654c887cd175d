/** The loop on a simulated clock: an engine that only counts, waits that overshoot, and no real time. */
import { describe, expect, it } from 'vitest';
import { frameLayout } from '../../../twin/core/base/columns.js';
import { EventList } from '../../../twin/core/engine/events.js';
import { INPUT, INPUT_WIDTH, InputBatch } from '../../../twin/core/engine/inputs.js';
import { Control, createControlMemory, MODE, PHASE } from '../../../twin/runtime/control.js';
import type { Engine } from '../../../twin/runtime/engine.js';
import { createInboxMemory, InboxReader } from '../../../twin/runtime/inbox.js';
import { createLockstepMemory, Lockstep } from '../../../twin/runtime/lockstep.js';
import { runLoop } from '../../../twin/runtime/loop.js';
import { createRingMemory, FrameRing } from '../../../twin/runtime/ring.js';

const TICK_S = 1;

interface Scene {
  nowUs: number;
  /** Clock at which each tick was stepped. */
  readonly steppedUs: number[];
  /** Kinds and first values of each tick's inputs. */
  readonly inputs: [number, number][][];
  readonly control: Control;
  readonly ring: FrameRing;
  readonly lockstep: Lockstep;
  run(ticks: number): void;
}

interface Behaviour {
  /** How much later than asked a wait returns, µs. */
  overshootUs?: (nowUs: number) => number;
  stepCostUs?: (tick: number) => number;
  capacity?: number;
  external?: boolean;
  /** Called whenever the loop would sleep; may act as the main thread. */
  whileAsleep?: (scene: Scene) => void;
}

function scene(behaviour: Behaviour): Scene {
  const layout = frameLayout({ slots: 2, connections: 1, nodes: 1, branches: 1 });
  const shape = { capacity: behaviour.capacity ?? 64, inputsMax: 16, eventsMax: 4, frameLength: layout.total };
  let tick = 0;
  const engine: Engine = {
    layout,
    tickS: TICK_S,
    get tick() {
      return tick;
    },
    get timeUs() {
      return tick * 1e6;
    },
    frame: new Float64Array(layout.total),
    events: new EventList(4),
    weather: () => undefined,
    step: (batch) => {
      tick++;
      me.steppedUs.push(me.nowUs);
      me.inputs.push(Array.from({ length: batch.count }, (_, i) => [batch.kind[i]!, batch.value[i * INPUT_WIDTH]!]));
      me.nowUs += behaviour.stepCostUs?.(tick) ?? 0;
    },
  };
  const me: Scene = {
    nowUs: 1e9,
    steppedUs: [],
    inputs: [],
    control: new Control(createControlMemory()),
    ring: new FrameRing(createRingMemory(shape)),
    lockstep: new Lockstep(createLockstepMemory(2)),
    run: (ticks) =>
      runLoop({
        engine,
        ticksTotal: ticks,
        batch: new InputBatch(16),
        control: me.control,
        ring: me.ring,
        inbox: new InboxReader(createInboxMemory(16)),
        lockstep: behaviour.external === true ? me.lockstep : null,
        clock: {
          nowUs: () => me.nowUs,
          wait: (_words, _index, _value, timeoutUs) => {
            behaviour.whileAsleep?.(me);
            if (timeoutUs !== Number.POSITIVE_INFINITY) {
              me.nowUs += timeoutUs + (behaviour.overshootUs?.(me.nowUs) ?? 0);
            }
          },
        },
      }),
  };
  me.control.mode = MODE.run;
  return me;
}

describe('loop at wall clock', () => {
  it('does not drift: lateness of one tick never moves the next', () => {
    const overshoot = [120, 90, 40_000, 5, 700_000, 130];
    let n = 0;
    const me = scene({ overshootUs: () => overshoot[n++ % overshoot.length]!, stepCostUs: () => 300_000 });
    me.control.speed = 1;
    const startUs = me.nowUs;
    me.run(600);
    const latenessUs = me.steppedUs.map((us, k) => us - (startUs + (k + 1) * 1e6));
    expect(Math.min(...latenessUs)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...latenessUs)).toBeLessThanOrEqual(700_000 + 300_000);
    // The last tick is as much on time as the first hundred were.
    expect(latenessUs.at(-1)).toBeLessThan(1_000_000);
    expect(me.control.phase).toBe(PHASE.finished);
    const summary = me.control.lateness.summary();
    expect(summary.counts.reduce((sum, count) => sum + count, 0)).toBe(600);
    expect(summary.maxUs).toBe(Math.max(...latenessUs));
    expect(summary.lateTicks).toBe(latenessUs.filter((us) => us > 1000).length);
    expect(summary.p50Us).toBeLessThanOrEqual(summary.p99Us);
  });

  it('catches up after a tick that took longer than a tick', () => {
    const me = scene({ stepCostUs: (tick) => (tick === 3 ? 2_500_000 : 1000) });
    me.control.speed = 1;
    const startUs = me.nowUs;
    me.run(10);
    expect(me.steppedUs[9]! - startUs).toBe(10e6);
    expect(me.steppedUs[3]! - startUs).toBe(3e6 + 2.5e6);
  });

  it('runs at a multiple of wall clock, and begins a new schedule after a pause', () => {
    let asleep = 0;
    const me = scene({
      whileAsleep: ({ control, steppedUs }) => {
        if (control.mode === MODE.hold) {
          expect(control.phase).toBe(PHASE.paused);
          if (++asleep === 3) control.mode = MODE.run;
          me.nowUs += 7_000_000;
        } else if (steppedUs.length === 5 && asleep === 0) control.mode = MODE.hold;
      },
    });
    me.control.speed = 4;
    me.run(8);
    const gaps = me.steppedUs.slice(1).map((us, k) => us - me.steppedUs[k]!);
    expect(gaps).toEqual([250_000, 250_000, 250_000, 250_000, 21_000_000 + 2 * 250_000, 250_000, 250_000]);
  });

  it('flags an overrun of the lossless reader and does not wait for it', () => {
    const me = scene({ capacity: 8 });
    me.control.speed = 1;
    me.ring.attachLossless();
    me.run(8);
    expect(me.ring.overrun).toBe(false);
    const other = scene({ capacity: 8 });
    other.control.speed = 1;
    other.ring.attachLossless();
    other.run(9);
    expect(other.steppedUs).toHaveLength(9);
    expect(other.ring.overrun).toBe(true);
  });

  it('ends when told to, in the middle of a wait', () => {
    const me = scene({
      whileAsleep: ({ control, steppedUs }) => {
        if (steppedUs.length === 3) control.mode = MODE.end;
      },
    });
    me.control.speed = 1;
    me.run(0);
    expect(me.steppedUs).toHaveLength(3);
    expect(me.control.phase).toBe(PHASE.ended);
  });
});

describe('loop in lock-step with an external strategy', () => {
  const kinds = (inputs: [number, number][]) => inputs.map(([kind]) => kind);

  it('takes the decision of its tick, and nothing before the first frame', () => {
    let asked = 1;
    const me = scene({
      external: true,
      whileAsleep: ({ lockstep }) => {
        asked++;
        expect(lockstep.answer(asked, [{ slot: 1, powerW: 100 * asked }])).toBe(true);
      },
    });
    me.control.speed = 0;
    me.lockstep.attach(500_000, 3);
    me.run(4);
    expect(me.inputs[0]).toEqual([]);
    expect(kinds(me.inputs[1]!)).toEqual([INPUT.strategyLease, INPUT.roleSetpoint, INPUT.decision]);
    expect(kinds(me.inputs[2]!)).toEqual([INPUT.roleSetpoint, INPUT.decision]);
    expect(me.inputs.slice(1).map((inputs) => inputs.at(-1)![1])).toEqual([2, 3, 4]);
  });

  it('goes on at the deadline, and drops the decision that comes after it', () => {
    let sleeps = 0;
    const late: boolean[] = [];
    const me = scene({
      external: true,
      whileAsleep: ({ lockstep, nowUs, steppedUs }) => {
        sleeps++;
        // The decision for tick 2 comes when tick 3 is being asked for.
        if (steppedUs.length === 2 && late.length === 0) {
          expect(nowUs).toBeGreaterThanOrEqual(steppedUs[0]! + 500_000);
          late.push(lockstep.answer(2, [{ slot: 0, powerW: 1 }]));
        }
      },
    });
    me.control.speed = 0;
    me.lockstep.attach(500_000, 3);
    me.run(4);
    expect(late).toEqual([false]);
    expect(sleeps).toBeGreaterThan(0);
    expect(me.inputs.flat().map(([kind]) => kind)).toEqual([INPUT.strategyLease]);
    const gaps = me.steppedUs.slice(1).map((us, k) => us - me.steppedUs[k]!);
    expect(gaps).toEqual([500_000, 500_000, 500_000]);
  });

  it('at wall clock closes the question at the deadline, not at the tick', () => {
    const answers: [number, boolean][] = [];
    const me = scene({
      external: true,
      whileAsleep: ({ lockstep, nowUs, steppedUs }) => {
        const last = steppedUs.at(-1);
        if (steppedUs.length === 1 && last !== undefined && nowUs >= last + 400_000 && answers.length === 0) {
          answers.push([nowUs - last, lockstep.answer(2, [])]);
        }
      },
    });
    me.control.speed = 1;
    me.lockstep.attach(400_000, 3);
    me.run(2);
    expect(answers).toEqual([[400_000, false]]);
    expect(me.steppedUs[1]! - me.steppedUs[0]!).toBe(1_000_000);
  });

  it('does not wait for a strategy that has gone', () => {
    const me = scene({ external: true });
    me.control.speed = 0;
    me.lockstep.attach(500_000, 3);
    me.lockstep.detach();
    const startUs = me.nowUs;
    me.run(100);
    expect(me.nowUs).toBe(startUs);
  });
});

/** One emulation between frames: when it sends, when it falls silent, and what it refuses. A clock that the test turns. */
import { describe, expect, it } from 'vitest';
import { wijk } from '#proto/wijk.js';
import type { EmulationConfig } from '../../../bench/emulation/config.js';
import { Emulation } from '../../../bench/emulation/emulation.js';
import type { Ask } from '../../../bench/emulation/register-model.js';
import { NO_LOG } from '../../../bench/log.js';
import { VirtualClock } from '../transport/virtual-clock.js';
import { place, shown } from './place.js';

const START_US = Date.UTC(2026, 0, 12, 11) * 1000;

function emulation(as: EmulationConfig['as'], at = place()) {
  const clock = new VirtualClock();
  const asked: { ask: Ask | undefined; by: string }[] = [];
  const made = new Emulation({
    config: {
      id: 'x',
      as,
      address: 'listen:127.0.0.1:0',
      protocol: as === 'p1-meter' ? 'p1' : 'modbus-tcp',
      unit: 1,
      slotId: at.slotId,
      freshnessMs: 3000,
      serialNumber: 'WT-x',
      energyWh: { importWh: 0, exportWh: 0 },
    },
    desk: { want: (_, ask, by) => void asked.push({ ask, by }) },
    clock,
    log: NO_LOG,
    version: '1',
  });
  made.placed(new Map([[at.slotId, at]]));
  const telegrams: string[] = [];
  made.attach((bytes) => telegrams.push(Buffer.from(bytes).toString('latin1')));
  /** A frame that ends `s` seconds after the start. */
  const frame = (s: number, tickS: number, change = {}): void => {
    const timeUs = START_US + s * 1e6;
    made.show({ timeUs }, tickS, () => shown({ timeUs, tickS, ...change }));
  };
  const stamps = (): string[] => telegrams.map((text) => /0-0:1\.0\.0\((\d+)/.exec(text)![1]!.slice(-2));
  return { clock, made, asked, frame, stamps };
}

const turns = async (clock: VirtualClock, made: Emulation, ms: number): Promise<void> => {
  for (let k = 0; k < ms; k += 100) {
    await clock.advance(100);
    made.turn();
  }
};

describe('telegrams', () => {
  it('come with the frames, one a second, also when a frame is late', async () => {
    const { clock, made, frame, stamps } = emulation('p1-meter');
    frame(1, 1);
    await turns(clock, made, 1300);
    expect(stamps()).toEqual(['01']);
    frame(2, 1, { connectionW: [500, 0, 0] });
    await turns(clock, made, 700);
    frame(3, 1);
    expect(stamps()).toEqual(['01', '02', '03']);
  });

  it('come once a second where ticks are shorter, and every second where they are longer', async () => {
    const short = emulation('p1-meter');
    for (let k = 1; k <= 20; k++) {
      short.frame(k / 5, 0.2);
      await turns(short.clock, short.made, 200);
    }
    expect(short.stamps()).toEqual(['00', '01', '02', '03', '04']);
    const long = emulation('p1-meter');
    long.frame(10, 10);
    await turns(long.clock, long.made, 5000);
    expect(long.stamps()).toEqual(['10', '11', '12', '13', '14', '15']);
  });

  it('stop when frames stop, and are counted as stale; they begin again with the next frame', async () => {
    const { clock, made, frame, stamps } = emulation('p1-meter');
    frame(1, 1);
    await turns(clock, made, 10_000);
    expect(stamps()).toEqual(['01']);
    expect(made).toMatchObject({ fresh: false, staleTimes: 1 });
    expect(made.staleS).toBeCloseTo(7, 0);
    frame(60, 1);
    expect(made.fresh).toBe(true);
    expect(stamps().length).toBe(2);
  });
});

describe('writes', () => {
  const CONN = 40_000 + 2 + 68 + 52 + 28 + 32 + 4;
  const write = (made: Emulation, value: number) => made.answer({ fc: 6, address: CONN, value }, 'tcp:10.0.0.7:4711');

  it('are refused without a fresh frame, and go to the desk with who gave them', async () => {
    const { clock, made, asked, frame } = emulation('sunspec-inverter');
    expect(write(made, 0)).toEqual({ fc: 6, exception: 4 });
    frame(1, 1);
    expect(write(made, 0)).toEqual({ fc: 6, address: CONN, value: 0 });
    expect(asked.at(-1)).toEqual({
      ask: { kind: 'window', minimumW: 0, maximumW: 0 },
      by: 'controller tcp:10.0.0.7:4711 on x',
    });
    await turns(clock, made, 5000);
    expect(write(made, 1)).toEqual({ fc: 6, exception: 4 });
    expect(made).toMatchObject({ writes: 1, writesRefused: 2 });
  });

  it('do not reach past the emergency stop, and what was asked before does not come back by itself', () => {
    const { made, asked, frame } = emulation('sunspec-inverter');
    frame(1, 1);
    write(made, 0);
    made.setStopped(true);
    expect(asked.at(-1)!.ask).toBeUndefined();
    expect(write(made, 0)).toEqual({ fc: 6, exception: 4 });
    made.setStopped(false);
    expect(asked.at(-1)!.ask).toBeUndefined();
    write(made, 0);
    expect(asked.at(-1)!.ask).toBeDefined();
  });

  it('to a meter are an illegal function', () => {
    const { made, frame } = emulation('sunspec-meter');
    frame(1, 1);
    expect(made.answer({ fc: 16, address: 40_000, values: [1] }, 'x')).toEqual({ fc: 16, exception: 1 });
  });
});

it('a slot that the wijk does not have, or of another kind, is said and not answered for', () => {
  const { made } = emulation('heat-pump');
  expect(made.problem).toBe('home/battery is a battery; heat-pump shows a heat pump');
  expect(made.answer({ fc: 3, address: 0, count: 1 }, 'x')).toBeUndefined();
  made.placed(new Map());
  expect(made.problem).toBe(`the twin's wijk has no slot "home/battery"`);
  const pump = place({ kind: wijk.v1.AssetKind.ASSET_KIND_HEAT_PUMP, powerMinW: 0, powerMaxW: 12_000 });
  made.placed(new Map([['home/battery', pump]]));
  expect(made.problem).toBe('');
});

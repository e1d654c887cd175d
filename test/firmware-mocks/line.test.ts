import { describe, expect, it } from 'vitest';
import { createFaultSwitch, parseFault, REBOOT_S } from '../../firmware-mocks/faults.js';
import { createLine, type Interceptor, parseDisturbances } from '../../firmware-mocks/line.js';
import { noise } from '../../firmware-mocks/noise.js';
import { VirtualClock } from '../bench/transport/virtual-clock.js';

function line(options: { baud?: number; disturb?: string; seed?: number } = {}) {
  const clock = new VirtualClock();
  const written: { atMs: number; bytes: number[] }[] = [];
  const parsed = parseDisturbances(options.disturb ?? '', noise(options.seed ?? 1));
  if ('rule' in parsed) throw new Error(parsed.rule);
  const mockLine = createLine({
    write: (bytes) => written.push({ atMs: clock.nowMs(), bytes: [...bytes] }),
    clock,
    baud: options.baud ?? 0,
    bitsPerCharacter: 10,
    interceptors: parsed.interceptors,
  });
  return { clock, written, line: mockLine };
}

const frame = (length: number): Uint8Array => Uint8Array.from({ length }, (_, k) => k & 0xff);

describe('pacing', () => {
  it('256 bytes at 9600 baud take 267 ms, and no byte comes early', async () => {
    const { clock, written, line: l } = line({ baud: 9600 });
    l.send(frame(256), 20);
    await clock.advance(1000);
    let count = 0;
    for (const { atMs, bytes } of written) {
      count += bytes.length;
      expect(atMs).toBeGreaterThanOrEqual(20 + (count * 10_000) / 9600 - 1e-6);
    }
    expect(count).toBe(256);
    expect(written.at(-1)!.atMs).toBeCloseTo(20 + (256 * 10_000) / 9600, 6);
    expect(written.flatMap(({ bytes }) => bytes)).toEqual([...frame(256)]);
  });

  it('a second frame waits for the first', async () => {
    const { clock, written, line: l } = line({ baud: 9600 });
    l.send(frame(48), 0);
    l.send(frame(48), 0);
    await clock.advance(99.9);
    expect(written.flatMap(({ bytes }) => bytes).length).toBeLessThan(96);
    await clock.advance(0.2);
    expect(written.flatMap(({ bytes }) => bytes)).toEqual([...frame(48), ...frame(48)]);
  });

  it('a closed line sends nothing more', async () => {
    const { clock, written, line: l } = line({ baud: 9600 });
    l.send(frame(256), 0);
    await clock.advance(50);
    const before = written.length;
    l.close();
    await clock.advance(1000);
    expect(written).toHaveLength(before);
    expect(clock.pending).toBe(0);
  });
});

describe('disturbances', () => {
  const sendMany = async (disturb: string, seed = 1) => {
    const { clock, written, line: l } = line({ disturb, seed });
    for (let k = 0; k < 200; k++) {
      l.send(frame(10), 0);
      await clock.advance(100);
    }
    return written;
  };

  it('are repeatable from their seed', async () => {
    const bytes = async (seed: number) =>
      JSON.stringify(await sendMany('drop=0.2,corrupt=0.2,truncate=0.1,noise=0.2', seed));
    expect(await bytes(4)).toBe(await bytes(4));
    expect(await bytes(4)).not.toBe(await bytes(5));
  });

  it.each<[string, (frames: number[][]) => void]>([
    ['drop=0.25', (frames) => expect(Math.abs(frames.length - 150)).toBeLessThan(25)],
    ['drop=1', (frames) => expect(frames).toHaveLength(0)],
    ['corrupt=1', (frames) => expect(frames.every((f) => f.length === 10 && f.some((b, k) => b !== k))).toBe(true)],
    ['truncate=1', (frames) => expect(frames.every((f) => f.length < 10 && f.every((b, k) => b === k))).toBe(true)],
    ['noise=1', (frames) => expect(frames.every((f) => f.length > 10 && f.at(-1) === 9)).toBe(true)],
  ])('%s', async (disturb, check) => {
    check((await sendMany(disturb)).map(({ bytes }) => bytes));
  });

  it('delays add to the time the device takes', async () => {
    const { clock, written, line: l } = line({ disturb: 'delay=30' });
    l.send(frame(1), 20);
    await clock.advance(1000);
    expect(written[0]!.atMs).toBe(50);
  });

  it('work one after the other', async () => {
    const twice: Interceptor = (bytes) => ({ bytes: Uint8Array.from([...bytes, ...bytes]), delayMs: 1 });
    const clock = new VirtualClock();
    const written: number[] = [];
    const l = createLine({
      write: (bytes) => written.push(...bytes),
      clock,
      baud: 0,
      bitsPerCharacter: 10,
      interceptors: [twice, twice],
    });
    l.send(Uint8Array.of(7), 0);
    await clock.advance(2);
    expect(written).toEqual([7, 7, 7, 7]);
  });

  it.each(['drop', 'drop=2', 'shake=1', 'delay=-1'])('"%s" is refused with the rule', (text) => {
    expect(parseDisturbances(text, noise(1))).toEqual({ rule: expect.stringContaining(text) });
  });
});

describe('faults', () => {
  it.each([
    ['silence', { fault: 'silence', afterS: 0, forS: 0 }],
    ['slow 10s', { fault: 'slow', afterS: 0, forS: 10 }],
    ['bad-crc 500ms', { fault: 'bad-crc', afterS: 0, forS: 0.5 }],
    ['reboot@30s', { fault: 'reboot', afterS: 30, forS: 0 }],
    ['silence@2m+10s', { fault: 'silence', afterS: 120, forS: 10 }],
    ['none', { fault: 'none', afterS: 0, forS: 0 }],
    ['explode', undefined],
    ['silence forever', undefined],
  ])('"%s"', (text, asked) => {
    expect(parseFault(text)).toEqual(asked);
  });

  it('begins and ends at its time', () => {
    let nowS = 100;
    const faults = createFaultSwitch(
      () => nowS,
      () => undefined,
    );
    faults.set({ fault: 'silence', afterS: 30, forS: 10 });
    const seen: [number, string][] = [];
    for (nowS = 100; nowS <= 145; nowS += 5) seen.push([nowS, faults.current]);
    expect(seen.filter(([, fault]) => fault === 'silence').map(([at]) => at)).toEqual([130, 135]);
  });

  it('a reboot powers up once, when it is over', () => {
    let nowS = 0;
    let powerUps = 0;
    const faults = createFaultSwitch(
      () => nowS,
      () => {
        powerUps++;
      },
    );
    faults.set({ fault: 'reboot', afterS: 0, forS: 0 });
    expect(faults.current).toBe('reboot');
    expect(powerUps).toBe(0);
    nowS = REBOOT_S;
    expect([faults.current, faults.current]).toEqual(['none', 'none']);
    expect(powerUps).toBe(1);
  });
});

describe('a late program', () => {
  it('still sends its bytes in order, whatever order its timers fire in', () => {
    let nowMs = 0;
    const timers: (() => void)[] = [];
    const written: number[] = [];
    const schedule = (_: number, action: () => void) => {
      timers.push(action);
      return () => undefined;
    };
    const l = createLine({
      write: (bytes) => written.push(...bytes),
      clock: { nowMs: () => nowMs, schedule },
      baud: 9600,
      bitsPerCharacter: 10,
      interceptors: [],
    });
    l.send(frame(40), 0);
    nowMs = 1000;
    while (timers.length > 0) timers.pop()!();
    expect(written).toEqual([...frame(40)]);
  });
});

/** One line, many devices, many wishes: who goes when. The far side answers at once unless a test says otherwise. */

import { describe, expect, it } from 'vitest';
import { type Bus, type BusOptions, createBus, type RequestOptions } from '../../../bench/modbus/bus.js';
import { rtuFrame } from '../../../bench/modbus/framing.js';
import { decodeRequest, encodeReply, type Reply, type Request } from '../../../bench/modbus/pdu.js';
import { RequestQueue, type Waiting } from '../../../bench/modbus/queue.js';
import { RtuRequests } from '../../../bench/modbus/requests.js';
import fc from '../../support/property.js';
import { memoryPair } from '../transport/memory-pair.js';
import { settle, VirtualClock } from '../transport/virtual-clock.js';

interface Heard {
  readonly unit: number;
  readonly address: number;
  readonly atMs: number;
}

interface Setup {
  readonly bus: Bus;
  readonly clock: VirtualClock;
  readonly heard: Heard[];
}

/** A line of devices that each take `latencyMs` to answer; units in `dead` never do. */
function line(
  options: Partial<BusOptions> = {},
  { latencyMs = 10, dead = new Set<number>() }: { latencyMs?: number; dead?: Set<number> } = {},
): Setup {
  const [client, far] = memoryPair();
  const clock = new VirtualClock();
  const heard: Heard[] = [];
  const bus = createBus(client, { framing: 'rtu', timeoutMs: 100, minimumGapMs: 2, clock, ...options });
  const requests = new RtuRequests();
  far.onData((bytes) => {
    for (const { unit, pdu } of requests.push(bytes, true)) {
      const decoded = decodeRequest(pdu);
      if (!decoded.ok) throw new Error('the bus sent a bad request');
      heard.push({ unit, address: decoded.request.address, atMs: clock.nowMs() });
      if (dead.has(unit)) continue;
      const frame = rtuFrame(unit, encodeReply(answerTo(decoded.request)));
      clock.schedule(latencyMs, () => void far.write(frame));
    }
  });
  return { bus, clock, heard };
}

function answerTo(request: Request): Reply {
  if (request.fc === 3 || request.fc === 4) return { fc: request.fc, values: new Uint16Array(request.count) };
  if (request.fc === 6) return { fc: 6, address: request.address, value: request.value };
  if (request.fc === 16) return { fc: 16, address: request.address, value: request.values.length };
  throw new Error(`function ${request.fc} is not asked here`);
}

const ignore = (promise: Promise<unknown>): void => void promise.catch(() => undefined);
const read = (bus: Bus, unit: number, address: number, options: RequestOptions = {}): void =>
  ignore(bus.readHoldingRegisters(unit, address, 1, options));

describe('four lanes', () => {
  it('safety writes before setpoints before fast reads before slow reads', async () => {
    const { bus, clock, heard } = line();
    read(bus, 1, 0);
    read(bus, 1, 4, { priority: 'low' });
    read(bus, 1, 3);
    ignore(bus.writeRegister(1, 2, 9));
    ignore(bus.writeRegister(1, 1, 0, { priority: 'safety' }));
    await clock.advance(200);
    expect(heard.map(({ address }) => address)).toEqual([0, 1, 2, 3, 4]);
  });

  it('a slow read behind endless fast ones is served within a few seconds', async () => {
    const { bus, clock, heard } = line();
    const again = (): void => void bus.readHoldingRegisters(1, 0, 1, { priority: 'high' }).then(again, () => undefined);
    for (let k = 0; k < 3; k++) again();
    read(bus, 1, 77, { priority: 'low' });
    await clock.advance(2100);
    expect(heard.filter(({ address }) => address === 77)).toHaveLength(1);
    expect(heard.find(({ address }) => address === 77)!.atMs).toBeLessThan(2050);
    await bus.close();
  });

  it('a safety write is taken also where the queue is full', async () => {
    const { bus, clock, heard } = line();
    for (let k = 0; k < 257; k++) read(bus, 1, 5);
    await expect(bus.writeRegister(1, 9, 0)).rejects.toMatchObject({ code: 'STATE' });
    ignore(bus.writeRegister(1, 9, 0, { priority: 'safety' }));
    await clock.advance(15);
    expect(heard[1]).toMatchObject({ address: 9 });
    await bus.close();
  });
});

describe("each device's own gap and latency", () => {
  it('one that wants 500 ms between its queries is given them, and the others are asked meanwhile', async () => {
    const { bus, clock, heard } = line({ units: new Map([[1, { minimumGapMs: 500 }]]) });
    for (let k = 0; k < 3; k++) read(bus, 1, k);
    const again = (): void => void bus.readHoldingRegisters(2, 0, 1).then(again, () => undefined);
    again();
    await clock.advance(1100);
    const slow = heard.filter(({ unit }) => unit === 1).map(({ atMs }) => atMs);
    expect(slow).toHaveLength(3);
    for (let k = 1; k < 3; k++) expect(slow[k]! - slow[k - 1]!).toBeGreaterThanOrEqual(10 + 500);
    expect(heard.filter(({ unit }) => unit === 2).length).toBeGreaterThan(80);
    await bus.close();
  });

  it('the timeout of a unit is its own', async () => {
    const { bus, clock } = line({}, { dead: new Set([1, 2]) });
    bus.setUnitTiming(1, { timeoutMs: 600 });
    const waited = async (unit: number): Promise<number> => {
      const from = clock.nowMs();
      let at = Number.NaN;
      bus.readHoldingRegisters(unit, 0, 1, { insist: true }).catch(() => {
        at = clock.nowMs();
      });
      await clock.advance(2000);
      return at - from;
    };
    expect(await waited(1)).toBeCloseTo(600, 6);
    expect(await waited(2)).toBeCloseTo(100, 6);
  });

  it('a safety write that waits for its unit’s gap finds the line free when the gap is over', async () => {
    const { bus, clock, heard } = line({ units: new Map([[1, { minimumGapMs: 80 }]]) }, { latencyMs: 60 });
    read(bus, 1, 0);
    await clock.advance(60);
    ignore(bus.writeRegister(1, 9, 0, { priority: 'safety' }));
    for (let k = 0; k < 5; k++) read(bus, 2, k); // each may take 100 ms
    await clock.advance(200);
    expect(heard[1]).toEqual({ unit: 1, address: 9, atMs: 140 });
  });
});

describe('a dead unit', () => {
  it('does not take the line from the four that answer, also when it is asked all the time', async () => {
    const { bus, clock, heard } = line({}, { dead: new Set([5]) });
    const poll = (unit: number): void => {
      const again = (): void =>
        void bus.readHoldingRegisters(unit, 0, 1, { insist: true }).then(again, () => undefined);
      again();
    };
    for (let unit = 1; unit <= 4; unit++) poll(unit);
    const dead = (): void => {
      bus.readHoldingRegisters(5, 0, 1, { insist: true }).catch(() => clock.schedule(500, dead));
    };
    dead();
    await clock.advance(60_000);
    const alive = heard.filter(({ unit }) => unit < 5).length;
    // Each exchange takes 12 ms; the dead one may cost 125 of every 2,000 ms or so.
    expect(alive * 12).toBeGreaterThan(0.9 * 60_000);
    expect(heard.filter(({ unit }) => unit === 5).length).toBeGreaterThan(10);
    await bus.close().catch(() => undefined);
  });
});

describe('deadlines and cancellation', () => {
  it('a request that waits too long for the line is told so, and never sent', async () => {
    const { bus, clock, heard } = line({}, { latencyMs: 90 });
    read(bus, 1, 0);
    const late = bus.readHoldingRegisters(1, 1, 1, { deadlineMs: 50 });
    late.catch(() => undefined);
    await clock.advance(300);
    await expect(late).rejects.toMatchObject({
      code: 'DEVICE_TIMEOUT',
      message: expect.stringContaining('waited for the line'),
    });
    expect(heard).toHaveLength(1);
    expect(bus.statistics.givenUp).toBe(1);
  });

  it('a deadline on the line: the caller hears at once, and the reply that still comes is not the next one’s', async () => {
    const { bus, clock } = line({}, { latencyMs: 90 });
    const first = bus.readHoldingRegisters(1, 0, 1, { deadlineMs: 50 });
    const heardAt: number[] = [];
    first.catch(() => heardAt.push(clock.nowMs()));
    const second = bus.readHoldingRegisters(2, 0, 1);
    await clock.advance(300);
    expect(heardAt).toEqual([50]);
    await expect(second).resolves.toEqual(Uint16Array.of(0));
    expect(bus.statistics).toMatchObject({ givenUp: 1, timeouts: 0, lateRepliesDropped: 0, strayBytes: 0 });
  });

  it('an aborted request on the line rejects with the reason at once', async () => {
    const { bus, clock, heard } = line({}, { latencyMs: 90 });
    const stop = new AbortController();
    const seen: unknown[] = [];
    bus.writeRegister(1, 0, 1, { signal: stop.signal }).catch((error: unknown) => seen.push(error));
    await clock.advance(10);
    stop.abort(new Error('the session closed'));
    await settle();
    expect(seen).toEqual([new Error('the session closed')]);
    await clock.advance(300);
    expect(heard).toHaveLength(1);
    expect(clock.pending).toBe(0);
  });
});

describe('the queue, for any mixture of wishes', () => {
  const wish = fc.record({
    unit: fc.integer({ min: 1, max: 4 }),
    priority: fc.constantFrom('safety' as const, 'write' as const, 'high' as const, 'low' as const),
    queuedAtMs: fc.nat(3000),
    worstCaseMs: fc.integer({ min: 5, max: 500 }),
  });
  it('nothing is lost, nothing is sent before its unit is free, safety is never overtaken by what it waits behind', () => {
    fc.assert(
      fc.property(
        fc.array(wish, { maxLength: 30 }),
        fc.array(fc.nat(900), { minLength: 5, maxLength: 5 }),
        (wishes, free) => {
          const queue = new RequestQueue<Waiting>();
          for (const job of wishes) queue.add(job);
          const silent = new Set([3]);
          let nowMs = 3000;
          const sent: { job: Waiting; atMs: number }[] = [];
          for (;;) {
            const choice = queue.take(nowMs, (unit) => ({ freeAtMs: 3000 + free[unit]!, silent: silent.has(unit) }));
            if (choice.kind === 'empty') break;
            if (choice.kind === 'wait') {
              expect(choice.untilMs).toBeGreaterThan(nowMs);
              nowMs = choice.untilMs;
              continue;
            }
            sent.push({ job: choice.job, atMs: nowMs });
            nowMs += choice.job.worstCaseMs;
          }
          expect(queue.size).toBe(0);
          expect(new Set(sent.map(({ job }) => job)).size).toBe(wishes.length);
          for (const { job, atMs } of sent) expect(atMs).toBeGreaterThanOrEqual(3000 + free[job.unit]!);
          // When a safety write could go, nothing of a lower lane was on the line that had begun while it waited.
          for (const { job, atMs } of sent.filter(({ job }) => job.priority === 'safety')) {
            const before = sent.filter((other) => other.atMs < atMs && other.job.priority !== 'safety');
            for (const other of before) {
              expect(other.atMs + other.job.worstCaseMs).toBeLessThanOrEqual(
                Math.max(3000 + free[job.unit]!, other.atMs),
              );
            }
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});

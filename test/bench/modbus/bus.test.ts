import { beforeEach, describe, expect, it } from 'vitest';
import { type Bus, type BusOptions, createBus } from '../../../bench/modbus/bus.js';
import { ByteBuffer, rtuFrame, type TcpFrame, takeTcpFrame, tcpFrame } from '../../../bench/modbus/framing.js';
import { decodeRequest, encodeReply, type Reply, type Request } from '../../../bench/modbus/pdu.js';
import { RtuRequests } from '../../../bench/modbus/requests.js';
import { respond } from '../../../bench/modbus/responder.js';
import type { Transport } from '../../../bench/transport/transport.js';
import fc from '../../support/property.js';
import { memoryPair } from '../transport/memory-pair.js';
import { settle, VirtualClock } from '../transport/virtual-clock.js';

interface Asked {
  readonly unit: number;
  readonly request: Request;
  readonly atMs: number;
}

let clock: VirtualClock;
let bus: Bus;
let device: Transport;
/** Every request the device side saw, in order. */
let asked: Asked[];

/** A bus and a bare device side: the test itself decides what is answered, and when. */
function connect(options: Partial<BusOptions> = {}): void {
  const [client, far] = memoryPair();
  device = far;
  clock = new VirtualClock();
  asked = [];
  bus = createBus(client, { framing: 'rtu', timeoutMs: 100, minimumGapMs: 5, clock, ...options });
  const requests = new RtuRequests();
  device.onData((bytes) => {
    // The bus writes whole frames.
    const tcp = (): TcpFrame[] => [takeTcpFrame(new ByteBuffer(bytes))].filter((frame) => frame !== undefined);
    for (const f of options.framing === 'tcp' ? tcp() : requests.push(bytes, true)) {
      const decoded = decodeRequest(f.pdu);
      if (!decoded.ok) throw new Error(`the bus sent a bad request: exception ${decoded.exception}`);
      asked.push({ unit: f.unit, request: decoded.request, atMs: clock.nowMs() });
    }
  });
}

const registers = (...values: number[]): Reply => ({ fc: 3, values: Uint16Array.from(values) });
const reply = (unit: number, what: Reply): Promise<void> => device.write(rtuFrame(unit, encodeReply(what)));
const code = (name: string) => expect.objectContaining({ code: name });
/** The outcome of a request as a value, so that a test can look at it later. */
const outcome = (promise: Promise<unknown>): { value?: unknown; error?: unknown } => {
  const seen: { value?: unknown; error?: unknown } = {};
  promise.then(
    (value) => {
      seen.value = value instanceof Uint16Array ? [...value] : (value ?? 'done');
    },
    (error) => {
      seen.error = error;
    },
  );
  return seen;
};
const requests = () => asked.map(({ request }) => request);

beforeEach(() => connect());

describe('one request at a time', () => {
  it('sends the next only after the answer and the gap', async () => {
    const first = outcome(bus.readHoldingRegisters(1, 0, 1));
    const second = outcome(bus.readHoldingRegisters(2, 10, 1));
    await settle();
    expect(asked).toHaveLength(1);
    await clock.advance(20);
    await reply(1, registers(7));
    await settle();
    expect(first.value).toEqual([7]);
    expect(asked).toHaveLength(1);
    await clock.advance(5);
    expect(asked[1]).toMatchObject({ unit: 2, atMs: 25 });
    await reply(2, registers(8));
    await settle();
    expect(second.value).toEqual([8]);
    expect(bus.statistics).toMatchObject({ requests: 2, timeouts: 0, lateRepliesDropped: 0, probes: 0 });
    expect(bus.statistics.roundTrip.maxUs).toBe(20_000);
  });

  it('serves writes before high reads before low reads', async () => {
    outcome(bus.readHoldingRegisters(1, 0, 1));
    outcome(bus.readHoldingRegisters(1, 1, 1, { priority: 'low' }));
    outcome(bus.readHoldingRegisters(1, 2, 1));
    outcome(bus.writeRegister(1, 3, 9));
    const answers: Reply[] = [registers(0), { fc: 6, address: 3, value: 9 }, registers(0), registers(0)];
    for (const answer of answers) {
      await settle();
      await reply(1, answer);
      await clock.advance(5);
    }
    expect(asked.map(({ request }) => request.address)).toEqual([0, 3, 2, 1]);
  });

  it('keeps 3.5 characters of silence at 9600 baud and 1.75 ms above 19200', async () => {
    for (const [baud, gapMs] of [
      [9600, (3.5 * 11 * 1000) / 9600],
      [115_200, 1.75],
    ] as const) {
      connect({ baud, minimumGapMs: 0 });
      outcome(bus.readHoldingRegisters(1, 0, 1));
      outcome(bus.readHoldingRegisters(1, 1, 1));
      await reply(1, registers(1));
      await clock.advance(gapMs - 0.01);
      expect(asked).toHaveLength(1);
      await clock.advance(0.02);
      expect(asked).toHaveLength(2);
    }
  });

  it('takes a waiting request out of the queue when its caller gives up', async () => {
    outcome(bus.readHoldingRegisters(1, 0, 1));
    const stop = new AbortController();
    const waiting = outcome(bus.readHoldingRegisters(1, 5, 1, { signal: stop.signal }));
    stop.abort(new Error('no longer wanted'));
    await settle();
    expect(waiting.error).toEqual(new Error('no longer wanted'));
    await reply(1, registers(1));
    await clock.advance(1000);
    expect(asked).toHaveLength(1);
  });

  it('answers a broadcast write itself, after which the line rests', async () => {
    const all = outcome(bus.writeRegisters(0, 10, [1, 2]));
    outcome(bus.readHoldingRegisters(1, 0, 1));
    await settle();
    expect(all.value).toBe('done');
    expect(asked).toHaveLength(1);
    await clock.advance(150);
    expect(asked).toHaveLength(2);
    await expect(bus.readHoldingRegisters(0, 0, 1)).rejects.toEqual(code('BAD_INPUT'));
  });
});

describe('a late reply is never taken for the next answer', () => {
  /** Read of register 100 times out; its answer is still on the way. */
  const timeOut = async (): Promise<void> => {
    const first = outcome(bus.readHoldingRegisters(1, 100, 2));
    await clock.advance(100);
    expect(first.error).toEqual(code('DEVICE_TIMEOUT'));
  };

  it('when it comes within the quarantine: dropped, and the next request goes at once', async () => {
    await timeOut();
    const second = outcome(bus.readHoldingRegisters(1, 200, 2));
    await clock.advance(20);
    await reply(1, registers(100, 101));
    await clock.advance(5);
    expect(requests()).toEqual([
      { fc: 3, address: 100, count: 2 },
      { fc: 3, address: 200, count: 2 },
    ]);
    await reply(1, registers(200, 201));
    await settle();
    expect(second.value).toEqual([200, 201]);
    expect(bus.statistics).toMatchObject({ lateRepliesDropped: 1, probes: 0 });
  });

  it('when it comes after the quarantine: a probe of another size goes first', async () => {
    await timeOut();
    await clock.advance(1000);
    const second = outcome(bus.readHoldingRegisters(1, 200, 2));
    await settle();
    expect(requests().at(-1)).toEqual({ fc: 3, address: 200, count: 1 });
    await reply(1, registers(100, 101));
    await settle();
    expect(second).toEqual({});
    await reply(1, registers(200));
    await clock.advance(5);
    expect(requests().at(-1)).toEqual({ fc: 3, address: 200, count: 2 });
    await reply(1, registers(200, 201));
    await settle();
    expect(second.value).toEqual([200, 201]);
    expect(bus.statistics).toMatchObject({ lateRepliesDropped: 1, probes: 1, requests: 2 });
  });

  it('an exception that could be the late answer proves nothing: the line is watched for another quarantine', async () => {
    await timeOut();
    await clock.advance(1000);
    const second = outcome(bus.readHoldingRegisters(1, 200, 2));
    await settle();
    await reply(1, { fc: 3, exception: 6 }); // the answer to the read of 100, or to the probe
    await clock.advance(50);
    expect(asked).toHaveLength(2);
    await reply(1, registers(200)); // it was the read's: here is the probe's
    await clock.advance(50 + 5);
    expect(requests().at(-1)).toEqual({ fc: 3, address: 200, count: 2 });
    await reply(1, registers(200, 201));
    await settle();
    expect(second.value).toEqual([200, 201]);
  });

  it('a request of another size needs no probe, and its answer proves the unit is in step', async () => {
    await timeOut();
    await clock.advance(1000);
    const other = outcome(bus.readHoldingRegisters(1, 200, 5));
    await settle();
    await reply(1, registers(100, 101));
    await reply(1, registers(1, 2, 3, 4, 5));
    await clock.advance(5);
    expect(other.value).toEqual([1, 2, 3, 4, 5]);
    const same = outcome(bus.readHoldingRegisters(1, 300, 2));
    await settle();
    await reply(1, registers(300, 301));
    await settle();
    expect(same.value).toEqual([300, 301]);
    expect(bus.statistics.probes).toBe(0);
  });

  it('a write is probed too: an old acknowledgement must not confirm a new setpoint', async () => {
    const first = outcome(bus.writeRegisters(1, 40, [1, 2]));
    await clock.advance(1100);
    expect(first.error).toEqual(code('DEVICE_TIMEOUT'));
    const second = outcome(bus.writeRegisters(1, 40, [3, 4]));
    await settle();
    expect(requests().at(-1)).toEqual({ fc: 3, address: 40, count: 1 });
    await reply(1, { fc: 16, address: 40, value: 2 });
    await settle();
    expect(second).toEqual({});
    await reply(1, { fc: 3, exception: 2 }); // write-only registers: also an answer, and not one that is owed
    await clock.advance(5);
    await reply(1, { fc: 16, address: 40, value: 2 });
    await settle();
    expect(second.value).toBe('done');
  });

  it('over TCP the transaction number tells', async () => {
    connect({ framing: 'tcp', minimumGapMs: 0 });
    const first = outcome(bus.readHoldingRegisters(1, 100, 2));
    await clock.advance(100);
    expect(first.error).toEqual(code('DEVICE_TIMEOUT'));
    const second = outcome(bus.readHoldingRegisters(1, 200, 2));
    await device.write(tcpFrame(1, 1, encodeReply(registers(100, 101))));
    await settle();
    expect(second).toEqual({});
    await device.write(tcpFrame(2, 1, encodeReply(registers(200, 201))));
    await settle();
    expect(second.value).toEqual([200, 201]);
    expect(bus.statistics).toMatchObject({ lateRepliesDropped: 1, probes: 0 });
  });

  it('whatever a device in order answers, however late: a result is right or an error', async () => {
    // The device keeps its requests in a queue and answers register n with n, each after its own delay.
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            address: fc.nat(50),
            count: fc.integer({ min: 1, max: 3 }),
            delayMs: fc.nat(450),
            lost: fc.nat(9),
          }),
          { minLength: 2, maxLength: 8 },
        ),
        async (plan) => {
          connect({ minimumGapMs: 1 });
          let freeAtMs = 0;
          let served = 0;
          const stop = respond(device, {
            framing: 'rtu',
            unit: 1,
            answer: (request) => {
              if (request.fc !== 3) throw new Error('only reads are asked');
              return registers(...Array.from({ length: request.count }, (_, k) => request.address + k));
            },
            send: (frame) => {
              const { delayMs, lost } = plan[served++ % plan.length]!;
              freeAtMs = Math.max(freeAtMs, clock.nowMs()) + delayMs;
              if (lost > 0) clock.schedule(freeAtMs - clock.nowMs(), () => void device.write(frame));
            },
          });
          for (const { address, count } of plan) {
            const seen = outcome(bus.readHoldingRegisters(1, address, count, { insist: true }));
            while (seen.value === undefined && seen.error === undefined) await clock.advance(10);
            if (seen.error === undefined) {
              expect(seen.value).toEqual(Array.from({ length: count }, (_, k) => address + k));
            } else expect(seen.error).toEqual(code('DEVICE_TIMEOUT'));
          }
          stop();
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('noise and damage', () => {
  it('finds the reply between noise, however the bytes are cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 12 }),
        fc.uint8Array({ maxLength: 6 }),
        fc.integer({ min: 1, max: 20 }),
        async (before, behind, cut) => {
          connect();
          const seen = outcome(bus.readHoldingRegisters(1, 0, 3));
          const stream = Buffer.concat([before, rtuFrame(1, encodeReply(registers(1, 2, 3))), behind]);
          for (let k = 0; k < stream.length; k += cut) await device.write(stream.subarray(k, k + cut));
          await settle();
          expect(seen.value).toEqual([1, 2, 3]);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('a damaged reply is told as such, soon after its last byte', async () => {
    const seen = outcome(bus.readHoldingRegisters(1, 0, 1));
    const frame = rtuFrame(1, encodeReply(registers(7)));
    frame[4]! ^= 0x10;
    await device.write(frame);
    await clock.advance(31);
    expect(seen.error).toEqual(code('DEVICE_PROTOCOL'));
    expect(bus.statistics).toMatchObject({ crcErrors: 1, timeouts: 0 });
  });

  it('a reply of the wrong size is told as a breach of the protocol', async () => {
    const seen = outcome(bus.readHoldingRegisters(1, 0, 2));
    await reply(1, registers(7));
    await settle();
    expect(seen.error).toEqual(code('DEVICE_PROTOCOL'));
    expect(bus.statistics.protocolErrors).toBe(1);
  });

  it('another unit that talks out of turn is not listened to', async () => {
    const seen = outcome(bus.readHoldingRegisters(1, 0, 1));
    await reply(2, registers(99));
    await reply(1, registers(7));
    await settle();
    expect(seen.value).toEqual([7]);
    expect(bus.statistics.strayBytes).toBe(7);
  });

  it('a babbling line ends the request before its timeout and does not hang the bus', async () => {
    connect({ timeoutMs: 10_000 });
    const seen = outcome(bus.readHoldingRegisters(1, 0, 1));
    for (let k = 0; k < 60; k++) await device.write(new Uint8Array(10).fill(0x55));
    await settle();
    expect(seen.error).toEqual(code('DEVICE_PROTOCOL'));
    outcome(bus.readHoldingRegisters(1, 0, 1));
    for (let k = 0; k < 2200; k++) {
      await device.write(Uint8Array.of(0x55));
      await clock.advance(5);
    }
    expect(asked).toHaveLength(2);
  });

  it('strips its own echo: an echoed write is no acknowledgement', async () => {
    connect({ localEcho: true });
    const seen = outcome(bus.writeRegister(1, 3, 9));
    await reply(1, { fc: 6, address: 3, value: 9 }); // the echo has the same bytes as the reply
    await settle();
    expect(seen).toEqual({});
    await reply(1, { fc: 6, address: 3, value: 9 });
    await settle();
    expect(seen.value).toBe('done');
  });
});

describe('errors', () => {
  it('an exception carries its code and does not count against the unit', async () => {
    const seen = outcome(bus.writeRegister(1, 3, 9));
    await reply(1, { fc: 6, exception: 2 });
    await settle();
    expect(seen.error).toMatchObject({ code: 'DEVICE_EXCEPTION', context: { exception: 2 } });
    expect(bus.statistics.exceptions).toBe(1);
  });

  it('a silent unit is left alone for a growing while; who insists is served; an answer ends it', async () => {
    for (let k = 0; k < 3; k++) {
      const seen = outcome(bus.readHoldingRegisters(1, 0, k + 1));
      await clock.advance(300);
      expect(seen.error).toEqual(code('DEVICE_TIMEOUT'));
    }
    const before = asked.length;
    await expect(bus.readHoldingRegisters(1, 0, 1)).rejects.toMatchObject({
      code: 'DEVICE_TIMEOUT',
      context: { retryInMs: expect.closeTo(1800, -2) },
    });
    expect(asked).toHaveLength(before);
    const other = outcome(bus.readHoldingRegisters(2, 0, 1));
    await reply(2, registers(5));
    await clock.advance(5);
    expect(other.value).toEqual([5]);
    const insists = outcome(bus.writeRegister(1, 9, 0, { insist: true }));
    await settle();
    expect(requests().at(-1)).toEqual({ fc: 6, address: 9, value: 0 });
    await reply(1, { fc: 6, address: 9, value: 0 });
    await clock.advance(5);
    expect(insists.value).toBe('done');
    const again = outcome(bus.readHoldingRegisters(1, 0, 1));
    await reply(1, registers(6));
    await settle();
    expect(again.value).toEqual([6]);
  });

  it('a closed line rejects what waits and what comes, and leaves no timer', async () => {
    const waiting = [outcome(bus.readHoldingRegisters(1, 0, 1)), outcome(bus.readHoldingRegisters(1, 1, 1))];
    await device.close();
    await settle();
    for (const seen of waiting) expect(seen.error).toEqual(code('NO_SUCH_PORT'));
    await expect(bus.writeRegister(1, 0, 0)).rejects.toEqual(code('NO_SUCH_PORT'));
    expect(clock.pending).toBe(0);
  });

  it('more than 256 waiting requests are refused', async () => {
    for (let k = 0; k < 257; k++) outcome(bus.readHoldingRegisters(1, 0, 1));
    await expect(bus.readHoldingRegisters(1, 0, 1)).rejects.toEqual(code('STATE'));
  });
});

describe('register values that look like frames', () => {
  it('FF FF 00 00 00 inside a reply that comes in pieces is not taken for an exception of unit 255', async () => {
    const values = [1, 0xffff, 0, 0, 0, 0xffff, 0xffff, 0, 0, 7];
    const seen = outcome(bus.readHoldingRegisters(1, 0, values.length));
    await settle();
    const frame = rtuFrame(1, encodeReply(registers(...values)));
    for (let k = 0; k < frame.length; k += 4) {
      await device.write(frame.slice(k, k + 4));
      await settle();
    }
    expect(seen).toEqual({ value: values });
  });
});

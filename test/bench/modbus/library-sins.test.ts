/**
 * What was measured on the Modbus packages for Node (modbus-serial 8.0.25, jsmodbus 5.0.0), each as a test that ours
 * passes. In the comments: what they did.
 */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Bus, createBus } from '../../../bench/modbus/bus.js';
import { rtuFrame } from '../../../bench/modbus/framing.js';
import { encodeReply, encodeRequest, type Reply, type Request } from '../../../bench/modbus/pdu.js';
import { respond } from '../../../bench/modbus/responder.js';
import type { Transport } from '../../../bench/transport/transport.js';
import { memoryPair } from '../transport/memory-pair.js';
import { settle, VirtualClock } from '../transport/virtual-clock.js';

let clock: VirtualClock;
let bus: Bus;
let device: Transport;
/** Requests the device served. */
let served: Request[];
/** How long the device takes, for its next answers; 5 ms when the list is empty. */
let delaysMs: number[];
/** Changes what the device puts on the line, once. */
let disturb: ((frame: Uint8Array) => Uint8Array) | undefined;

const answer = (request: Request): Reply => {
  served.push(request);
  if (request.fc === 3) {
    return { fc: 3, values: Uint16Array.from({ length: request.count }, (_, k) => request.address + k) };
  }
  if (request.fc === 6) return { fc: 6, address: request.address, value: request.value };
  return { fc: request.fc, exception: 1 };
};

beforeEach(() => {
  const [client, far] = memoryPair();
  device = far;
  clock = new VirtualClock();
  served = [];
  delaysMs = [];
  disturb = undefined;
  bus = createBus(client, { framing: 'rtu', baud: 9600, timeoutMs: 100, clock });
  respond(device, {
    framing: 'rtu',
    unit: 1,
    answer,
    send: (frame) => {
      const bytes = disturb?.(frame) ?? frame;
      disturb = undefined;
      clock.schedule(delaysMs.shift() ?? 5, () => void device.write(bytes));
    },
  });
});
afterEach(() => bus.close());

const numbers = (address: number, count: number): Uint16Array =>
  Uint16Array.from({ length: count }, (_, k) => address + k);

describe('the client', () => {
  it('a late reply: the answer to register 100 is not given for register 200', async () => {
    // Both: read(100) timed out, the next read(200) resolved with [100, 101].
    delaysMs = [150];
    const first = bus.readHoldingRegisters(1, 100, 2);
    const second = bus.readHoldingRegisters(1, 200, 2);
    const timedOut = expect(first).rejects.toMatchObject({ code: 'DEVICE_TIMEOUT' });
    await clock.advance(1000);
    await timedOut;
    await expect(second).resolves.toEqual(numbers(200, 2));
    expect(bus.statistics.lateRepliesDropped).toBe(1);
  });

  it('a reply that is late by more than any patience, for ten reads in a row', async () => {
    delaysMs = [700];
    const outcomes: (Promise<Uint16Array> | undefined)[] = [];
    for (let k = 0; k < 10; k++) {
      const read = bus.readHoldingRegisters(1, 300 + 10 * k, 2, { insist: true });
      read.catch(() => undefined);
      outcomes.push(read);
      await clock.advance(170);
    }
    await clock.advance(5000);
    for (const [k, outcome] of outcomes.entries()) {
      const seen = await outcome!.catch((error: { code: string }) => error.code);
      if (seen !== 'DEVICE_TIMEOUT') expect(seen).toEqual(numbers(300 + 10 * k, 2));
    }
    await expect(outcomes.at(-1)).resolves.toEqual(numbers(390, 2));
  });

  it('three concurrent reads: three answers', async () => {
    // modbus-serial: three timeouts, it has no queue.
    const all = Promise.all([10, 20, 30].map((address) => bus.readHoldingRegisters(1, address, 2)));
    await clock.advance(500);
    await expect(all).resolves.toEqual([numbers(10, 2), numbers(20, 2), numbers(30, 2)]);
  });

  it('two bytes of noise, then a request', async () => {
    // jsmodbus: every later request timed out, for good.
    await device.write(Uint8Array.of(0x01, 0x83));
    const read = bus.readHoldingRegisters(1, 40, 2);
    await clock.advance(200);
    await expect(read).resolves.toEqual(numbers(40, 2));
    disturb = (frame) => Uint8Array.from([0x01, 0x03, ...frame]); // looks like the head of a reply
    const behind = bus.readHoldingRegisters(1, 50, 2);
    await clock.advance(200);
    await expect(behind).resolves.toEqual(numbers(50, 2));
  });

  it('a truncated frame costs that request and never the next', async () => {
    // jsmodbus: the same; pymodbus 1278 kept the partial frame.
    disturb = (frame) => frame.slice(0, 4);
    const cut = bus.readHoldingRegisters(1, 60, 2);
    const next = bus.readHoldingRegisters(1, 70, 2);
    const failed = expect(cut).rejects.toMatchObject({ code: 'DEVICE_PROTOCOL' });
    await clock.advance(2000);
    await failed;
    await expect(next).resolves.toEqual(numbers(70, 2));
  });

  it('3.5 characters of silence after a reply, and never less than the clock says', async () => {
    // modbus-serial has none; a timer of 1.75 ms fires after 1.09 ms.
    const sentAt: number[] = [];
    device.onData(() => sentAt.push(clock.nowMs()));
    const both = Promise.all([bus.readHoldingRegisters(1, 0, 1), bus.readHoldingRegisters(1, 0, 1)]);
    await clock.advance(200);
    await both;
    expect(sentAt[1]! - sentAt[0]!).toBeGreaterThanOrEqual(5 + (3.5 * 11 * 1000) / 9600 - 1e-9);
  });
});

describe('the device', () => {
  const write: Request = { fc: 6, address: 5, value: 0x1234 };

  it('a write with a garbage CRC is not executed', async () => {
    // modbus-serial's server put its own CRC in place of the received one and wrote.
    const frame = rtuFrame(1, encodeRequest(write));
    frame.set([0xde, 0xad], frame.length - 2);
    const { answers } = await tell([[frame, 0]]);
    expect(served).toEqual([]);
    expect(answers).toEqual([]);
  });

  it('two requests 8 ms apart are two requests', async () => {
    // modbus-serial's server framed by 30 ms of silence: both were dropped.
    const first = rtuFrame(1, encodeRequest({ fc: 3, address: 1, count: 1 }));
    const second = rtuFrame(1, encodeRequest({ fc: 3, address: 2, count: 1 }));
    const { answers } = await tell([
      [first, 0],
      [second, 8],
    ]);
    expect(answers.map((bytes) => Buffer.from(bytes).toString('hex'))).toEqual(
      [1, 2].map((k) => Buffer.from(rtuFrame(1, encodeReply({ fc: 3, values: Uint16Array.of(k) }))).toString('hex')),
    );
  });

  it("other units' requests and replies on the same line are not its own", async () => {
    // pymodbus 674, 2539: unsupported; unit 255 of modbus-serial answered for everybody.
    const foreign = [
      rtuFrame(2, encodeRequest({ fc: 3, address: 1, count: 4 })),
      rtuFrame(2, encodeReply({ fc: 3, values: Uint16Array.of(1, 2, 3, 4) })),
      rtuFrame(9, encodeRequest(write)),
      rtuFrame(9, encodeReply({ fc: 6, address: 5, value: 0x1234 })),
    ];
    const own = rtuFrame(1, encodeRequest(write));
    const { answers } = await tell([...foreign.map((frame): [Uint8Array, number] => [frame, 5]), [own, 5]]);
    expect(served).toEqual([write]);
    expect(answers).toHaveLength(1);
  });

  it('126 registers are refused with exception 3', async () => {
    // modbus-serial's servers answered them.
    const { answers } = await tell([[rtuFrame(1, Uint8Array.of(3, 0, 0, 0, 126)), 0]]);
    expect(answers).toEqual([rtuFrame(1, Uint8Array.of(0x83, 3))]);
  });

  /** Puts frames on a line with a device of its own, each so long after the one before. */
  async function tell(frames: readonly [Uint8Array, number][]): Promise<{ answers: Uint8Array[] }> {
    const [controller, far] = memoryPair();
    const answers: Uint8Array[] = [];
    controller.onData((bytes) => answers.push(bytes));
    respond(far, { framing: 'rtu', unit: 1, answer, send: (frame) => void far.write(frame) });
    for (const [frame, afterMs] of frames) {
      await clock.advance(afterMs);
      await controller.write(frame);
    }
    await settle();
    return { answers };
  }
});

/** Frames kept with microseconds, and the same transactions out of them again. */
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createBus, lineRules } from '../../../bench/modbus/bus.js';
import { rtuFrame, tcpFrame } from '../../../bench/modbus/framing.js';
import { encodeReply } from '../../../bench/modbus/pdu.js';
import { replayModbus } from '../../../bench/modbus/replay.js';
import { respond } from '../../../bench/modbus/responder.js';
import {
  encodeEvent,
  type FrameEvent,
  FrameRing,
  openFrameFile,
  parseRecording,
} from '../../../bench/transport/recording.js';
import fc from '../../support/property.js';
import { memoryPair } from '../transport/memory-pair.js';
import { VirtualClock } from '../transport/virtual-clock.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'frames-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const HEADER = {
  link: 'rs485',
  address: 'memory:client',
  protocol: 'modbus-rtu',
  startedAt: '2026-11-24T12:00:00.000Z',
};

describe('a recorded line', () => {
  it.each(['rtu', 'tcp'] as const)('gives the same transactions when it is replayed: %s', async (framing) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            address: fc.nat(50),
            count: fc.integer({ min: 1, max: 3 }),
            delayMs: fc.nat(260),
            fate: fc.constantFrom('answer', 'answer', 'answer', 'lose', 'damage', 'refuse', 'noise'),
          }),
          { minLength: 1, maxLength: 10 },
        ),
        async (plan) => {
          const clock = new VirtualClock();
          const ring = new FrameRing();
          const [client, device] = memoryPair();
          const options = { framing, timeoutMs: 100, minimumGapMs: 3, clock } as const;
          const bus = createBus(client, { ...options, record: ring });
          let served = 0;
          respond(device, {
            framing,
            unit: 1,
            answer: (request) => {
              const { fate } = plan[served % plan.length]!;
              if (request.fc !== 3) throw new Error('only reads are asked');
              if (fate === 'refuse') return { fc: 3, exception: 2 };
              return { fc: 3, values: Uint16Array.from({ length: request.count }, (_, k) => request.address + k) };
            },
            send: (frame) => {
              const { fate, delayMs } = plan[served++ % plan.length]!;
              if (fate === 'lose') return;
              const bytes = fate === 'noise' ? Uint8Array.from([1, 3, 0x55, ...frame]) : frame.slice();
              if (fate === 'damage') bytes[bytes.length - 1]! ^= 0xff;
              clock.schedule(delayMs, () => void device.write(bytes));
            },
          });
          const live: string[] = [];
          for (const { address, count } of plan) {
            let done = false;
            bus.readHoldingRegisters(1, address, count, { insist: true }).then(
              (values) => {
                done = true;
                live.push(`reply ${values.join(' ')}`);
              },
              (error: { code: string; context: { exception?: number } }) => {
                done = true;
                const { exception } = error.context;
                live.push(exception === undefined ? error.code : `exception ${exception}`);
              },
            );
            while (!done) await clock.advance(7);
          }
          const rules = { ...lineRules(options) };
          const text = [
            JSON.stringify({ wijktwin: 'frames', version: 1, ...HEADER, rules }),
            '\n',
            ...ring.events().map(encodeEvent),
          ].join('');
          const replayed = replayModbus(parseRecording(text));
          // What the caller of a request heard is its own end, or that of the probe before it, which then failed.
          const ends = replayed.transactions.filter(
            ({ probe, outcome }) => !probe || outcome.kind === 'timeout' || outcome.kind === 'corrupt',
          );
          const again = ends.map(({ outcome }) => {
            if (outcome.kind === 'timeout') return 'DEVICE_TIMEOUT';
            if (outcome.kind !== 'reply') return 'DEVICE_PROTOCOL';
            if ('exception' in outcome.reply) return `exception ${outcome.reply.exception}`;
            return `reply ${'values' in outcome.reply ? outcome.reply.values.join(' ') : ''}`;
          });
          expect(again).toEqual(live);
          expect(replayed.transactions.filter(({ probe }) => probe)).toHaveLength(bus.statistics.probes);
          expect(replayed.lateReplies).toBe(bus.statistics.lateRepliesDropped);
          expect(replayed.strayBytes).toBe(bus.statistics.strayBytes);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('a recording that begins in the middle of a reply is replayed from its first request on', () => {
    const answer = rtuFrame(1, encodeReply({ fc: 3, values: Uint16Array.of(7) }));
    const events: FrameEvent[] = [
      { us: 10, kind: 'rx', bytes: answer.slice(3) },
      { us: 20, kind: 'timer' },
      { us: 30, kind: 'tx', bytes: rtuFrame(1, Uint8Array.of(3, 0, 100, 0, 1)), timeoutMs: 500 },
      { us: 24_030, kind: 'rx', bytes: answer },
    ];
    const { transactions, strayBytes, unfinished } = replayModbus({ header: HEADER, events });
    expect(transactions).toEqual([
      {
        unit: 1,
        request: { fc: 3, address: 100, count: 1 },
        sentUs: 30,
        endedUs: 24_030,
        outcome: { kind: 'reply', reply: { fc: 3, values: Uint16Array.of(7) } },
        probe: false,
      },
    ]);
    expect({ strayBytes, unfinished }).toEqual({ strayBytes: 4, unfinished: 0 });
  });

  it('a bench that was killed leaves its last request open, and its last line may be cut', () => {
    const text = [
      JSON.stringify({ wijktwin: 'frames', version: 1, ...HEADER, protocol: 'modbus-tcp' }),
      encodeEvent({ us: 5, kind: 'tx', bytes: tcpFrame(9, 1, Uint8Array.of(4, 0, 0, 0, 2)), timeoutMs: 500 }).trim(),
      '{"us":99,"rx":"00090000',
    ].join('\n');
    expect(replayModbus(parseRecording(text))).toEqual({
      transactions: [],
      lateReplies: 0,
      strayBytes: 0,
      unfinished: 1,
    });
  });
});

describe('the ring', () => {
  it('keeps the newest events within its bytes, however long the line runs', () => {
    const ring = new FrameRing(10_000);
    for (let us = 0; us < 20_000; us++) ring.add({ us, kind: 'rx', bytes: new Uint8Array(us % 50) });
    const kept = ring.events();
    const bytes = kept.reduce((sum, event) => sum + 64 + ('bytes' in event ? event.bytes.length : 0), 0);
    expect(bytes).toBeLessThanOrEqual(10_000);
    expect(bytes).toBeGreaterThan(9_800);
    expect(kept.at(-1)!.us).toBe(19_999);
    expect(kept.map(({ us }) => us)).toEqual(kept.map((_, k) => 20_000 - kept.length + k));
  });
});

describe('the file', () => {
  it('holds every event, and never more than twice its bound', async () => {
    const path = join(folder, 'rs485.frames.jsonl');
    const file = openFrameFile(path, HEADER, 20_000);
    const events: FrameEvent[] = [];
    for (let us = 0; us < 500; us++) {
      const event: FrameEvent =
        us % 3 === 0
          ? { us, kind: 'timer' }
          : { us, kind: us % 3 === 1 ? 'tx' : 'rx', bytes: Uint8Array.of(us & 0xff, 7) };
      events.push(event);
      file.add(event);
    }
    await file.close();
    expect(file.failed).toBeUndefined();
    const newest = parseRecording(readFileSync(path, 'utf8'), path);
    expect(newest.header).toMatchObject(HEADER);
    const kept = [...newest.events];
    expect(kept.map((event) => encodeEvent(event))).toEqual(
      events.slice(-kept.length).map((event) => encodeEvent(event)),
    );
    const long = openFrameFile(path, HEADER, 2000);
    for (const event of events) long.add(event);
    await long.close();
    const older = parseRecording(readFileSync(`${path}.1`, 'utf8'));
    expect(older.header).toMatchObject(HEADER);
    const last = parseRecording(readFileSync(path, 'utf8')).events;
    expect(older.events.at(-1)!.us + 1).toBe(last[0]?.us ?? 500);
    expect(statSync(path).size + statSync(`${path}.1`).size).toBeLessThan(2 * 2000 + 200);
  });

  it('a place where nothing can be written is told at once', () => {
    expect(() => openFrameFile(folder, HEADER)).toThrow(
      expect.objectContaining({
        problems: [expect.objectContaining({ path: '--frames', rule: expect.stringContaining('EISDIR') })],
      }),
    );
  });

  it('what is no recording is told with its lines', () => {
    expect(() => parseRecording('{"hello":1}\n', 'a.jsonl')).toThrow(
      expect.objectContaining({ code: 'BAD_INPUT', problems: [expect.objectContaining({ file: 'a.jsonl', line: 1 })] }),
    );
    const text = `${JSON.stringify({ wijktwin: 'frames', version: 1, ...HEADER })}\n{"us":1,"rx":"0g"}\n{"tx":"00"}\n`;
    expect(() => parseRecording(text)).toThrow(
      expect.objectContaining({
        problems: [expect.objectContaining({ line: 2 }), expect.objectContaining({ line: 3 })],
      }),
    );
  });
});

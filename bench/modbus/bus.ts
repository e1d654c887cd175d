/**
 * One physical bus: one request in flight, whoever asks. Three lanes: writes before control reads before slow reads.
 *
 * The failure that must never happen is a late reply taken for the answer to the next request: RTU replies carry no
 * address. After a timeout the bus is therefore quarantined: nothing is sent until the line has been quiet for as long
 * as a reply may still come, and all that arrives meanwhile is dropped and counted. Over TCP the transaction id tells.
 *
 * A unit that does not answer is asked less and less, so that it does not stall the others.
 */
import { WijkError } from '../../errors.js';
import type { Clock } from '../transport/clock.js';
import { systemClock } from '../transport/clock.js';
import type { Transport } from '../transport/transport.js';
import { ByteBuffer, rtuFrame, takeRtuReply, takeTcpFrame, tcpFrame } from './framing.js';
import { decodeReply, EXCEPTIONS, encodeRequest, isException, type Reply, type Request } from './pdu.js';
import { type BusStatistics, createStatistics } from './statistics.js';

export type Priority = 'write' | 'high' | 'low';
const LANES: readonly Priority[] = ['write', 'high', 'low'];

export interface BusOptions {
  readonly framing: 'rtu' | 'tcp';
  /** For the silence of 3.5 characters between RTU frames; 0 or absent: the line has no baud rate. */
  readonly baud?: number;
  /** Quiet time that the devices want between a reply and the next request. */
  readonly minimumGapMs?: number;
  readonly timeoutMs?: number;
  readonly clock?: Clock;
}

export interface RequestOptions {
  readonly priority?: Priority;
  readonly timeoutMs?: number;
  /** Ask also a unit that is in back-off: the caller has a back-off of its own, or this is an emergency. */
  readonly insist?: boolean;
  readonly signal?: AbortSignal;
}

export interface Bus {
  readonly statistics: BusStatistics;
  readonly transport: Transport;
  /** Sends a request and gives its reply; an exception of the device rejects with DEVICE_EXCEPTION. */
  request(unit: number, request: Request, options?: RequestOptions): Promise<Reply>;
  readHoldingRegisters(unit: number, address: number, count: number, options?: RequestOptions): Promise<Uint16Array>;
  readInputRegisters(unit: number, address: number, count: number, options?: RequestOptions): Promise<Uint16Array>;
  writeRegister(unit: number, address: number, value: number, options?: RequestOptions): Promise<void>;
  writeRegisters(unit: number, address: number, values: ArrayLike<number>, options?: RequestOptions): Promise<void>;
  close(): Promise<void>;
}

interface Job {
  readonly unit: number;
  readonly request: Request;
  readonly timeoutMs: number;
  readonly signal: AbortSignal | undefined;
  readonly resolve: (reply: Reply) => void;
  readonly reject: (error: unknown) => void;
}

/** After this many timeouts in a row a unit is asked only once per back-off. */
const FAILURES_BEFORE_BACK_OFF = 3;
const BACK_OFF_STEP_MS = 2000;
const BACK_OFF_MAX_MS = 30_000;
/** A queue longer than this means that more is asked of the line than it can carry. */
const QUEUE_MAX = 256;

type Phase = 'idle' | 'gap' | 'waiting' | 'quarantine' | 'closed';

export function createBus(transport: Transport, options: BusOptions): Bus {
  const clock = options.clock ?? systemClock;
  const rtu = options.framing === 'rtu';
  const timeoutMs = options.timeoutMs ?? 1000;
  // MODBUS over serial line 2.5.1.1: 3.5 characters of 11 bits, 1.75 ms above 19,200 baud.
  const silenceMs = !rtu || !options.baud ? 0 : options.baud > 19_200 ? 1.75 : (3.5 * 11 * 1000) / options.baud;
  const gapMs = Math.max(silenceMs, options.minimumGapMs ?? 0);
  const statistics = createStatistics();
  const buffer = new ByteBuffer();
  const queue: Record<Priority, Job[]> = { write: [], high: [], low: [] };
  const failures = new Map<number, { count: number; notBeforeMs: number }>();
  let phase: Phase = 'idle';
  let current: Job | undefined;
  let transaction = 0;
  let sentMs = 0;
  let sawBytes = false;
  let cancelTimer: () => void = () => undefined;

  const timer = (afterMs: number, action: () => void): void => {
    cancelTimer();
    cancelTimer = clock.schedule(afterMs, action);
  };

  const next = (): void => {
    if (phase !== 'idle') return;
    for (const lane of LANES) {
      const jobs = queue[lane];
      while (jobs.length > 0) {
        const job = jobs.shift()!;
        if (job.signal?.aborted) {
          job.reject(job.signal.reason);
          continue;
        }
        send(job);
        return;
      }
    }
  };

  const send = (job: Job): void => {
    current = job;
    phase = 'waiting';
    buffer.clear();
    sawBytes = false;
    transaction = (transaction + 1) & 0xffff;
    const pdu = encodeRequest(job.request);
    const frame = rtu ? rtuFrame(job.unit, pdu) : tcpFrame(transaction, job.unit, pdu);
    statistics.requests++;
    sentMs = clock.nowMs();
    timer(job.timeoutMs, timedOut);
    transport.write(frame).catch((error: unknown) => {
      if (current === job) settle(() => job.reject(error), gapMs);
    });
  };

  /** Ends the current request and lets the next one go after a pause. */
  const settle = (tell: () => void, pauseMs: number, then: Phase = 'gap'): void => {
    cancelTimer();
    current = undefined;
    if (phase !== 'closed') {
      phase = then;
      timer(pauseMs, () => {
        phase = 'idle';
        next();
      });
    }
    tell();
  };

  const timedOut = (): void => {
    const job = current!;
    statistics.timeouts++;
    const known = failures.get(job.unit) ?? { count: 0, notBeforeMs: 0 };
    known.count++;
    if (known.count >= FAILURES_BEFORE_BACK_OFF) {
      const steps = known.count - FAILURES_BEFORE_BACK_OFF + 1;
      known.notBeforeMs = clock.nowMs() + Math.min(BACK_OFF_MAX_MS, steps * BACK_OFF_STEP_MS);
    }
    failures.set(job.unit, known);
    if (sawBytes) statistics.crcErrors++;
    const what = `unit ${job.unit} on ${transport.address}`;
    const error = sawBytes
      ? new WijkError(
          'DEVICE_PROTOCOL',
          `${what} answered with bytes that are no valid reply (noise, wrong baud rate or a bad CRC)`,
        )
      : new WijkError('DEVICE_TIMEOUT', `${what} did not answer within ${job.timeoutMs} ms`);
    // A reply may still be on its way for as long again; over TCP its transaction id gives it away.
    settle(() => job.reject(error), rtu ? Math.max(job.timeoutMs, gapMs) : gapMs, rtu ? 'quarantine' : 'gap');
  };

  const received = (bytes: Uint8Array): void => {
    if (phase === 'quarantine') {
      statistics.lateRepliesDropped++;
      // Somebody is still talking: quiet begins anew, but a babbling line is not waited for longer than twice.
      return;
    }
    if (phase !== 'waiting' || current === undefined) return;
    sawBytes = true;
    buffer.append(bytes);
    const job = current;
    const pdu = rtu ? takeRtuReply(buffer, job.unit, job.request) : takeTcpReply(job);
    const reply = pdu === undefined ? undefined : decodeReply(job.request, pdu);
    if (reply === undefined) return;
    statistics.roundTrip.add((clock.nowMs() - sentMs) * 1000);
    failures.delete(job.unit);
    if (isException(reply)) {
      statistics.exceptions++;
      const name = EXCEPTIONS[reply.exception] ?? 'unknown exception';
      const text = `unit ${job.unit} on ${transport.address} refused function ${job.request.fc} at ${job.request.address}: exception ${reply.exception}, ${name}`;
      settle(
        () => job.reject(new WijkError('DEVICE_EXCEPTION', text, { context: { exception: reply.exception } })),
        gapMs,
      );
    } else settle(() => job.resolve(reply), gapMs);
  };

  const takeTcpReply = (job: Job): Uint8Array | undefined => {
    for (let frame = takeTcpFrame(buffer); frame !== undefined; frame = takeTcpFrame(buffer)) {
      if (frame.transaction === transaction && frame.unit === job.unit) return frame.pdu;
      statistics.lateRepliesDropped++;
    }
    return undefined;
  };

  const closed = (message: string): void => {
    if (phase === 'closed') return;
    phase = 'closed';
    cancelTimer();
    const error = new WijkError('NO_SUCH_PORT', message);
    const waiting = [...(current ? [current] : []), ...LANES.flatMap((lane) => queue[lane].splice(0))];
    current = undefined;
    for (const job of waiting) job.reject(error);
  };

  const stopListening = transport.onData(received);
  transport.onClose((reason) => closed(reason.message));

  const request = (unit: number, what: Request, asked: RequestOptions = {}): Promise<Reply> =>
    new Promise((resolve, reject) => {
      if (phase === 'closed') {
        reject(new WijkError('NO_SUCH_PORT', `${transport.address}: the line is closed`));
        return;
      }
      const failing = failures.get(unit);
      if (failing !== undefined && asked.insist !== true && clock.nowMs() < failing.notBeforeMs) {
        const leftS = ((failing.notBeforeMs - clock.nowMs()) / 1000).toFixed(1);
        reject(
          new WijkError(
            'DEVICE_TIMEOUT',
            `unit ${unit} on ${transport.address} has not answered ${failing.count} times; asked again in ${leftS} s`,
          ),
        );
        return;
      }
      const lane = queue[asked.priority ?? (what.fc >= 5 ? 'write' : 'high')];
      if (lane.length >= QUEUE_MAX) {
        reject(
          new WijkError(
            'DEVICE_TIMEOUT',
            `${transport.address}: more than ${QUEUE_MAX} requests wait; poll less often`,
          ),
        );
        return;
      }
      try {
        encodeRequest(what);
      } catch (error) {
        reject(error);
        return;
      }
      lane.push({
        unit,
        request: what,
        timeoutMs: asked.timeoutMs ?? timeoutMs,
        signal: asked.signal,
        resolve,
        reject,
      });
      next();
    });

  const registers = async (
    fc: 3 | 4,
    unit: number,
    address: number,
    count: number,
    asked?: RequestOptions,
  ): Promise<Uint16Array> => {
    const reply = await request(unit, { fc, address, count }, asked);
    if (!('values' in reply))
      throw new WijkError('INTERNAL', `a read of registers gave a reply of function ${reply.fc}`);
    return reply.values;
  };

  return {
    statistics,
    transport,
    request,
    readHoldingRegisters: (unit, address, count, asked) => registers(3, unit, address, count, asked),
    readInputRegisters: (unit, address, count, asked) => registers(4, unit, address, count, asked),
    writeRegister: async (unit, address, value, asked) => void (await request(unit, { fc: 6, address, value }, asked)),
    writeRegisters: async (unit, address, values, asked) =>
      void (await request(unit, { fc: 16, address, values }, asked)),
    close: async () => {
      stopListening();
      closed(`${transport.address}: closed by us`);
      await transport.close();
    },
  };
}

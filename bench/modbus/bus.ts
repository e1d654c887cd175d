/**
 * One physical bus: one request in flight, whoever asks. Three lanes: writes before control reads before slow reads.
 *
 * What may be sent when, and which bytes answer what, is the pure machine in `line.ts`; its header tells how a late
 * reply is kept from being taken for the answer to the next request. This file owns the queue, the machine's one timer,
 * the counting, and the back-off: a unit that does not answer is asked less and less, so that it does not stall the
 * others.
 */
import { messageOf, WijkError } from '../../errors.js';
import type { Clock } from '../transport/clock.js';
import { systemClock } from '../transport/clock.js';
import type { Transport } from '../transport/transport.js';
import {
  INITIAL_LINE,
  type LineInput,
  type LineOutput,
  type LineRules,
  type LineState,
  type Outcome,
  step,
} from './line.js';
import { EXCEPTIONS, encodeRequest, isException, type Reply, type Request } from './pdu.js';
import { type BusStatistics, createStatistics } from './statistics.js';

export type Priority = 'write' | 'high' | 'low';
const LANES: readonly Priority[] = ['write', 'high', 'low'];

export interface BusOptions {
  /** `rtu` also over TCP, for adapters that carry a serial line. */
  readonly framing: 'rtu' | 'tcp';
  /** For the silence of 3.5 characters between RTU frames and the time they take; 0 or absent: no baud rate. */
  readonly baud?: number;
  /** Quiet time that the devices want between a reply and the next request. */
  readonly minimumGapMs?: number;
  /** How long a device may think, without the time on the wire. */
  readonly timeoutMs?: number;
  /** The adapter returns our own bytes before the reply. */
  readonly localEcho?: boolean;
  readonly clock?: Clock;
}

export interface RequestOptions {
  /** Default: `write` for writes, `high` for reads. */
  readonly priority?: Priority;
  readonly timeoutMs?: number;
  /** Ask also a unit that is in back-off: the caller has a back-off of its own, or this is an emergency. */
  readonly insist?: boolean;
  /** Takes a waiting request out of the queue; one that is on the wire is finished first. */
  readonly signal?: AbortSignal;
}

/**
 * Requests reject with a WijkError: DEVICE_TIMEOUT (silence, or in back-off), DEVICE_EXCEPTION (`context.exception`),
 * DEVICE_PROTOCOL (damaged or wrong reply), NO_SUCH_PORT (the line is closed), STATE (queue full), BAD_INPUT (beyond the
 * protocol's limits), or with the signal's reason. On RTU unit 0 is a broadcast: writes only, nobody confirms them.
 */
export interface Bus {
  readonly statistics: BusStatistics;
  readonly transport: Transport;
  /** Sends a request and gives its reply; an exception of the device rejects with DEVICE_EXCEPTION. */
  request(unit: number, request: Request, options?: RequestOptions): Promise<Reply>;
  readHoldingRegisters(unit: number, address: number, count: number, options?: RequestOptions): Promise<Uint16Array>;
  readInputRegisters(unit: number, address: number, count: number, options?: RequestOptions): Promise<Uint16Array>;
  writeRegister(unit: number, address: number, value: number, options?: RequestOptions): Promise<void>;
  writeRegisters(unit: number, address: number, values: ArrayLike<number>, options?: RequestOptions): Promise<void>;
  /** Rejects what waits and closes the transport. */
  close(): Promise<void>;
}

interface Job {
  readonly unit: number;
  readonly request: Request;
  readonly timeoutMs: number;
  readonly resolve: (reply: Reply) => void;
  readonly reject: (error: unknown) => void;
  /** Stops listening to the caller's signal. */
  readonly detach: () => void;
}

/** After this many failures in a row a unit is asked only once per back-off. */
const FAILURES_BEFORE_BACK_OFF = 3;
const BACK_OFF_STEP_MS = 2000;
/** Shorter than in a plant that nobody watches: at a bench somebody waits for the device to come back. */
const BACK_OFF_MAX_MS = 30_000;
/** A queue longer than this means that more is asked of the line than it can carry. */
const QUEUE_MAX = 256;

/** Takes over the transport: nobody else writes to it, and closing the bus closes it. */
export function createBus(transport: Transport, options: BusOptions): Bus {
  const clock = options.clock ?? systemClock;
  const rtu = options.framing === 'rtu';
  const baud = rtu && options.baud ? options.baud : undefined;
  // MODBUS over serial line 2.5.1.1: 3.5 characters of 11 bits, 1.75 ms above 19,200 baud.
  const silenceMs = baud === undefined ? 0 : baud > 19_200 ? 1.75 : (3.5 * 11 * 1000) / baud;
  const rules: LineRules = {
    framing: options.framing,
    baud,
    gapMs: Math.max(silenceMs, options.minimumGapMs ?? 0),
    localEcho: options.localEcho ?? false,
  };
  const statistics = createStatistics();
  const queue: Record<Priority, Job[]> = { write: [], high: [], low: [] };
  const failures = new Map<number, { count: number; notBeforeMs: number }>();
  let line: LineState = INITIAL_LINE;
  let current: Job | undefined;
  let sentMs = 0;
  let closedBecause: string | undefined;
  let cancelTimer: () => void = () => undefined;

  const feed = (input: LineInput): void => {
    if (closedBecause !== undefined) return;
    const [state, outputs] = step(rules, line, input);
    line = state;
    for (const output of outputs) perform(output);
  };

  const perform = (output: LineOutput): void => {
    switch (output.kind) {
      case 'write':
        sentMs = clock.nowMs();
        if (output.probe) statistics.probes++;
        transport.write(output.bytes).catch((error: unknown) => end(messageOf(error)));
        break;
      case 'timer':
        cancelTimer();
        cancelTimer = clock.schedule(output.afterMs, () => {
          feed({ kind: 'timer' });
          next();
        });
        break;
      case 'note':
        if (output.what === 'lateReplies') statistics.lateRepliesDropped += output.count;
        else statistics.strayBytes += output.count;
        break;
      case 'ready':
        cancelTimer();
        break;
      case 'result':
        settle(output.outcome);
    }
  };

  const next = (): void => {
    while (current === undefined && line.at === 'ready' && closedBecause === undefined) {
      const lane = LANES.find((name) => queue[name].length > 0);
      if (lane === undefined) return;
      const job = queue[lane].shift()!;
      job.detach();
      current = job;
      statistics.requests++;
      feed({ kind: 'send', exchange: { unit: job.unit, request: job.request, timeoutMs: job.timeoutMs } });
    }
  };

  const settle = (outcome: Outcome): void => {
    const job = current;
    if (job === undefined) throw new WijkError('INTERNAL', 'modbus bus: a result without a request');
    current = undefined;
    if (outcome.kind === 'timeout' || outcome.kind === 'corrupt') failed(job.unit);
    else failures.delete(job.unit);
    const what = `unit ${job.unit} on ${transport.address}`;
    switch (outcome.kind) {
      case 'timeout': {
        statistics.timeouts++;
        const waitedMs = Math.round(outcome.waitedMs);
        job.reject(
          new WijkError('DEVICE_TIMEOUT', `${what} did not answer within ${waitedMs} ms`, { context: { waitedMs } }),
        );
        break;
      }
      case 'corrupt':
        statistics.crcErrors++;
        job.reject(
          new WijkError(
            'DEVICE_PROTOCOL',
            `${what} answered with ${outcome.received.length} bytes that are no valid reply (noise, wrong baud rate or a bad CRC)`,
            { context: { received: Buffer.from(outcome.received.subarray(0, 64)).toString('hex') } },
          ),
        );
        break;
      case 'malformed':
        statistics.protocolErrors++;
        job.reject(new WijkError('DEVICE_PROTOCOL', `${what}: ${outcome.reason}`));
        break;
      case 'reply':
        statistics.roundTrip.add((clock.nowMs() - sentMs) * 1000);
        if (isException(outcome.reply)) refused(job, what, outcome.reply.exception);
        else job.resolve(outcome.reply);
    }
  };

  const refused = (job: Job, what: string, exception: number): void => {
    statistics.exceptions++;
    const { fc, address } = job.request;
    const name = EXCEPTIONS[exception] ?? 'unknown exception';
    const text = `${what} refused function ${fc} at ${address}: exception ${exception}, ${name}`;
    job.reject(new WijkError('DEVICE_EXCEPTION', text, { context: { exception } }));
  };

  const failed = (unit: number): void => {
    const known = failures.get(unit) ?? { count: 0, notBeforeMs: 0 };
    known.count++;
    const steps = known.count - FAILURES_BEFORE_BACK_OFF + 1;
    if (steps > 0) known.notBeforeMs = clock.nowMs() + Math.min(BACK_OFF_MAX_MS, steps * BACK_OFF_STEP_MS);
    failures.set(unit, known);
  };

  const end = (because: string): void => {
    if (closedBecause !== undefined) return;
    closedBecause = because;
    cancelTimer();
    stopListening();
    const waiting = [...(current ? [current] : []), ...LANES.flatMap((lane) => queue[lane].splice(0))];
    current = undefined;
    for (const job of waiting) {
      job.detach();
      job.reject(new WijkError('NO_SUCH_PORT', because));
    }
  };

  const stopListening = transport.onData((bytes) => {
    feed({ kind: 'bytes', bytes });
    next();
  });
  transport.onClose((reason) => end(reason.message));

  /** Why a request is not even queued. */
  const refusal = (unit: number, what: Request, asked: RequestOptions): unknown => {
    if (closedBecause !== undefined) return new WijkError('NO_SUCH_PORT', closedBecause);
    if (asked.signal?.aborted) return asked.signal.reason;
    const unitMax = rtu ? 247 : 255;
    if (!Number.isInteger(unit) || unit < 0 || unit > unitMax) {
      return new WijkError('BAD_INPUT', `Modbus unit is ${unit}; it must be a whole number from 0 to ${unitMax}`);
    }
    if (rtu && unit === 0 && 'count' in what) {
      return new WijkError('BAD_INPUT', 'Modbus unit 0 is a broadcast, and nobody answers a broadcast read');
    }
    try {
      encodeRequest(what);
    } catch (error) {
      return error;
    }
    const failing = failures.get(unit);
    if (failing !== undefined && asked.insist !== true && clock.nowMs() < failing.notBeforeMs) {
      const retryInMs = Math.ceil(failing.notBeforeMs - clock.nowMs());
      return new WijkError(
        'DEVICE_TIMEOUT',
        `unit ${unit} on ${transport.address} has not answered ${failing.count} times; asked again in ${(retryInMs / 1000).toFixed(1)} s`,
        { context: { retryInMs } },
      );
    }
    const waiting = LANES.reduce((sum, lane) => sum + queue[lane].length, 0);
    if (waiting < QUEUE_MAX) return undefined;
    return new WijkError('STATE', `${transport.address}: ${waiting} requests wait already; poll less often`);
  };

  const request = (unit: number, what: Request, asked: RequestOptions = {}): Promise<Reply> => {
    const no = refusal(unit, what, asked);
    if (no !== undefined) return Promise.reject(no);
    return new Promise((resolve, reject) => {
      const lane = queue[asked.priority ?? (what.fc >= 5 ? 'write' : 'high')];
      const { signal } = asked;
      const abort = (): void => {
        lane.splice(lane.indexOf(job), 1);
        reject(signal!.reason);
      };
      const job: Job = {
        unit,
        request: what,
        timeoutMs: asked.timeoutMs ?? options.timeoutMs ?? 1000,
        resolve,
        reject,
        detach: () => signal?.removeEventListener('abort', abort),
      };
      signal?.addEventListener('abort', abort, { once: true });
      lane.push(job);
      next();
    });
  };

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
      end(`${transport.address}: closed by us`);
      await transport.close();
    },
  };
}

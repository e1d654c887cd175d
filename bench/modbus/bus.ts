/**
 * One physical bus: one request in flight, whoever asks.
 *
 * Who goes next is decided in `queue.ts`: four lanes, each unit's own gap, no starving. What may be sent when, and which
 * bytes answer what, is the pure machine in `line.ts`; its header tells how a late reply is kept from being taken for the
 * answer to the next request. This file owns the timers, deadlines and cancellation, the counting, and the back-off: a
 * unit that does not answer is asked less and less, so that it does not stall the others.
 */
import { messageOf, WijkError } from '../../errors.js';
import type { Clock } from '../transport/clock.js';
import { systemClock } from '../transport/clock.js';
import type { FrameSink } from '../transport/recording.js';
import type { Transport } from '../transport/transport.js';
import { silenceMsOf } from './framing.js';
import {
  deadlineMs,
  INITIAL_LINE,
  type LineInput,
  type LineOutput,
  type LineRules,
  type LineState,
  type Outcome,
  step,
} from './line.js';
import { EXCEPTIONS, encodeRequest, isException, type Reply, type Request } from './pdu.js';
import { type Priority, RequestQueue, type UnitState, type Waiting } from './queue.js';
import { type BusStatistics, createStatistics } from './statistics.js';

export type { Priority } from './queue.js';

/** What one unit on the bus wants; absent values are the bus's own. */
export interface UnitTiming {
  /** Quiet time after its reply before it is asked again; others may be asked meanwhile. */
  readonly minimumGapMs?: number;
  /** How long it may think, without the time on the wire. */
  readonly timeoutMs?: number;
}

export interface BusOptions {
  /** `rtu` also over TCP, for adapters that carry a serial line. */
  readonly framing: 'rtu' | 'tcp';
  /** For the silence of 3.5 characters between RTU frames and the time they take; 0 or absent: no baud rate. */
  readonly baud?: number;
  /** Start, data, parity and stop bits: 11 by the standard (the default), 10 with 8N1. */
  readonly bitsPerCharacter?: number;
  /** Quiet time that every device on the line wants between any reply and the next request, whoever is asked. */
  readonly minimumGapMs?: number;
  /** How long a device may think, without the time on the wire. */
  readonly timeoutMs?: number;
  /** What single units want beyond that; `setUnitTiming` changes it later. */
  readonly units?: ReadonlyMap<number, UnitTiming>;
  /** Hears every frame, for a recording that can be replayed. */
  readonly record?: FrameSink;
  /** The adapter returns our own bytes before the reply. */
  readonly localEcho?: boolean;
  readonly clock?: Clock;
}

export interface RequestOptions {
  /** Default: `write` for writes, `high` for reads. */
  readonly priority?: Priority;
  readonly timeoutMs?: number;
  /** From now until there must be an answer, waiting for the line included. Default: 30 s and the timeout. */
  readonly deadlineMs?: number;
  /** Ask also a unit that is in back-off: the caller has a back-off of its own, or this is an emergency. */
  readonly insist?: boolean;
  /**
   * Gives up at once. A request that waits is never sent; one that is on the wire is finished for the sake of the line,
   * and whether a write among them took effect is then unknown.
   */
  readonly signal?: AbortSignal;
}

/**
 * Requests reject with a WijkError: DEVICE_TIMEOUT (silence, in back-off, or its deadline passed), DEVICE_EXCEPTION
 * (`context.exception`), DEVICE_PROTOCOL (damaged or wrong reply), NO_SUCH_PORT (the line is closed), STATE (queue full),
 * BAD_INPUT (beyond the protocol's limits), or with the signal's reason. On RTU unit 0 is a broadcast: writes only, nobody
 * confirms them.
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
  /** Gap and timeout of one unit, from its next request on. */
  setUnitTiming(unit: number, timing: UnitTiming): void;
  /** Rejects what waits and closes the transport. */
  close(): Promise<void>;
}

interface Job extends Waiting {
  readonly request: Request;
  readonly timeoutMs: number;
  readonly resolve: (reply: Reply) => void;
  readonly reject: (error: unknown) => void;
  /** Stops listening to the caller's signal and deadline. */
  readonly detach: () => void;
}

/** After this many failures in a row a unit is asked only once per back-off. */
const FAILURES_BEFORE_BACK_OFF = 3;
const BACK_OFF_STEP_MS = 2000;
/** Shorter than in a plant that nobody watches: at a bench somebody waits for the device to come back. */
const BACK_OFF_MAX_MS = 30_000;
/** A queue longer than this means that more is asked of the line than it can carry. */
const QUEUE_MAX = 256;
/** Nobody at a bench wants an answer to a question that is older. */
const DEADLINE_MS = 30_000;

/** Takes over the transport: nobody else writes to it, and closing the bus closes it. */
export function createBus(transport: Transport, options: BusOptions): Bus {
  const clock = options.clock ?? systemClock;
  const rtu = options.framing === 'rtu';
  const rules = lineRules(options);
  const { baud } = rules;
  const statistics = createStatistics();
  const queue = new RequestQueue<Job>();
  const timings = new Map<number, UnitTiming>(options.units ?? []);
  /** When a unit may be asked again. */
  const freeAtMs = new Map<number, number>();
  const failures = new Map<number, { count: number; notBeforeMs: number }>();
  const { record } = options;
  const us = (): number => Math.round(clock.nowMs() * 1000);
  let line: LineState = INITIAL_LINE;
  let current: Job | undefined;
  let sentMs = 0;
  let closedBecause: string | undefined;
  let cancelTimer: () => void = () => undefined;
  /** When the machine wants to be woken, and when the timer that runs will look. */
  let dueMs = Number.POSITIVE_INFINITY;
  let firesMs = Number.POSITIVE_INFINITY;
  let cancelTurn: () => void = () => undefined;

  const gapOf = (unit: number): number => timings.get(unit)?.minimumGapMs ?? 0;
  const stateOf = (unit: number): UnitState => ({
    freeAtMs: freeAtMs.get(unit) ?? Number.NEGATIVE_INFINITY,
    silent: failures.has(unit),
  });

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
        record?.add({
          us: us(),
          kind: 'tx',
          bytes: output.bytes,
          timeoutMs: output.exchange.timeoutMs,
          ...(output.exchange.silent ? { silent: true } : {}),
          ...(output.probe ? { probe: true } : {}),
        });
        transport.write(output.bytes).catch((error: unknown) => end(messageOf(error)));
        break;
      case 'timer':
        arm(clock.nowMs() + output.afterMs);
        break;
      case 'note':
        if (output.what === 'lateReplies') statistics.lateRepliesDropped += output.count;
        else statistics.strayBytes += output.count;
        break;
      case 'ready':
        dueMs = Number.POSITIVE_INFINITY;
        break;
      case 'result':
        settle(output.outcome);
    }
  };

  /**
   * The machine's timer. Nearly every deadline is put off by the next request before it is reached: a timer that runs already
   * and is early enough is kept, and looks again when it runs off.
   */
  const arm = (atMs: number): void => {
    dueMs = atMs;
    if (firesMs <= atMs) return;
    cancelTimer();
    firesMs = atMs;
    cancelTimer = clock.schedule(atMs - clock.nowMs(), () => {
      firesMs = Number.POSITIVE_INFINITY;
      if (clock.nowMs() < dueMs) {
        if (dueMs !== Number.POSITIVE_INFINITY) arm(dueMs);
        return;
      }
      dueMs = Number.POSITIVE_INFINITY;
      record?.add({ us: us(), kind: 'timer' });
      feed({ kind: 'timer' });
      next();
    });
  };

  const next = (): void => {
    while (current === undefined && line.at === 'ready' && closedBecause === undefined) {
      cancelTurn();
      const nowMs = clock.nowMs();
      const choice = queue.take(nowMs, stateOf);
      if (choice.kind === 'empty') return;
      if (choice.kind === 'wait') {
        cancelTurn = clock.schedule(choice.untilMs - nowMs, next);
        return;
      }
      const { job } = choice;
      const { unit, request, timeoutMs } = job;
      current = job;
      statistics.requests++;
      statistics.waiting.add((nowMs - job.queuedAtMs) * 1000);
      const exchange = { unit, request, timeoutMs, gapMs: gapOf(unit), silent: failures.has(unit) };
      feed({ kind: 'send', exchange });
    }
  };

  const settle = (outcome: Outcome): void => {
    const job = current;
    if (job === undefined) throw new WijkError('INTERNAL', 'modbus bus: a result without a request');
    current = undefined;
    job.detach();
    rest(job.unit);
    if (outcome.kind === 'timeout' || outcome.kind === 'corrupt') failed(job.unit);
    else failures.delete(job.unit);
    if (outcome.kind === 'reply') {
      statistics.roundTrip.add((clock.nowMs() - sentMs) * 1000);
      if (!isException(outcome.reply)) {
        job.resolve(outcome.reply);
        return;
      }
    }
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
        if (isException(outcome.reply)) refused(job, what, outcome.reply.exception);
    }
  };

  const refused = (job: Job, what: string, exception: number): void => {
    statistics.exceptions++;
    const { fc, address } = job.request;
    const name = EXCEPTIONS[exception] ?? 'unknown exception';
    const text = `${what} refused function ${fc} at ${address}: exception ${exception}, ${name}`;
    job.reject(new WijkError('DEVICE_EXCEPTION', text, { context: { exception } }));
  };

  /** The unit's own silence begins; a broadcast has spoken to all of them. */
  const rest = (unit: number): void => {
    for (const [known, { minimumGapMs = 0 }] of timings) {
      if (minimumGapMs > 0 && (known === unit || unit === 0)) freeAtMs.set(known, clock.nowMs() + minimumGapMs);
    }
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
    cancelTurn();
    stopListening();
    record?.add({ us: us(), kind: 'end', reason: because });
    const waiting = [...(current ? [current] : []), ...queue.drain()];
    current = undefined;
    for (const job of waiting) {
      job.detach();
      job.reject(new WijkError('NO_SUCH_PORT', because));
    }
  };

  const stopListening = transport.onData((bytes) => {
    record?.add({ us: us(), kind: 'rx', bytes });
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
    // What makes safe is never turned away for what is not.
    if (queue.size < QUEUE_MAX || asked.priority === 'safety') return undefined;
    return new WijkError('STATE', `${transport.address}: ${queue.size} requests wait already; poll less often`);
  };

  /** `take` makes of the reply what the caller wants: one promise, and no turn more than needed until it is heard. */
  const ask = <T>(
    unit: number,
    what: Request,
    how: RequestOptions | undefined,
    take: (reply: Reply) => T,
  ): Promise<T> => {
    const asked = how ?? {};
    const no = refusal(unit, what, asked);
    if (no !== undefined) return Promise.reject(no);
    return new Promise((resolve, reject) => {
      const { signal } = asked;
      const timeoutMs = asked.timeoutMs ?? timings.get(unit)?.timeoutMs ?? options.timeoutMs ?? 1000;
      const withinMs = asked.deadlineMs ?? DEADLINE_MS + timeoutMs;
      const giveUp = (reason: unknown): void => {
        queue.remove(job);
        job.detach();
        statistics.givenUp++;
        reject(reason);
        next(); // a safety write that is given up no longer reserves the line
      };
      const abort = (): void => giveUp(signal!.reason);
      let cancelDeadline: () => void = () => undefined;
      const job: Job = {
        unit,
        request: what,
        priority: asked.priority ?? (what.fc >= 5 ? 'write' : 'high'),
        queuedAtMs: clock.nowMs(),
        worstCaseMs: deadlineMs({ baud }, { unit, request: what, timeoutMs }),
        timeoutMs,
        resolve: (reply) => {
          try {
            resolve(take(reply));
          } catch (error) {
            reject(error);
          }
        },
        reject,
        detach: () => {
          cancelDeadline();
          signal?.removeEventListener('abort', abort);
        },
      };
      signal?.addEventListener('abort', abort, { once: true });
      queue.add(job);
      next();
      // On the line already, the request ends by its own timeout: only a wish of the caller's is shorter.
      const waits = queue.has(job);
      if (!waits && (current !== job || asked.deadlineMs === undefined)) return;
      cancelDeadline = clock.schedule(withinMs, () => giveUp(tooLate(job, withinMs)));
    });
  };

  const tooLate = (job: Job, withinMs: number): WijkError => {
    const where = job === current ? 'was still on the line' : `still waited for the line behind ${queue.size} others`;
    return new WijkError(
      'DEVICE_TIMEOUT',
      `unit ${job.unit} on ${transport.address}: the request ${where} after its ${Math.round(withinMs)} ms`,
      { context: { deadlineMs: withinMs } },
    );
  };

  const valuesOf = (reply: Reply): Uint16Array => {
    if ('values' in reply) return reply.values;
    throw new WijkError('INTERNAL', `a read of registers gave a reply of function ${reply.fc}`);
  };
  const nothing = (): void => undefined;

  return {
    statistics,
    transport,
    request: (unit, what, asked) => ask(unit, what, asked, (reply) => reply),
    readHoldingRegisters: (unit, address, count, asked) => ask(unit, { fc: 3, address, count }, asked, valuesOf),
    readInputRegisters: (unit, address, count, asked) => ask(unit, { fc: 4, address, count }, asked, valuesOf),
    writeRegister: (unit, address, value, asked) => ask(unit, { fc: 6, address, value }, asked, nothing),
    writeRegisters: (unit, address, values, asked) => ask(unit, { fc: 16, address, values }, asked, nothing),
    setUnitTiming: (unit, timing) => void timings.set(unit, timing),
    close: async () => {
      end(`${transport.address}: closed by us`);
      await transport.close();
    },
  };
}

/** The rules of the line that these options mean; a recording carries them for its replay. */
export function lineRules(options: BusOptions): LineRules {
  const baud = options.framing === 'rtu' && options.baud ? options.baud : undefined;
  const silenceMs = baud === undefined ? 0 : silenceMsOf(baud, options.bitsPerCharacter ?? 11);
  return {
    framing: options.framing,
    baud,
    gapMs: Math.max(silenceMs, options.minimumGapMs ?? 0),
    localEcho: options.localEcho ?? false,
  };
}

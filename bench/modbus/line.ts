/**
 * One Modbus line as a machine of values: `step(rules, state, input) → [state, outputs]`. No clock and no port in here;
 * the bus (`bus.ts`) runs the one timer, writes the bytes and hands results on.
 *
 *     ready ──send──► waiting ──reply──► silence ──timer──► ready
 *                        │ timeout          ▲
 *                        └──► quarantine ───┘ late reply, or timer
 *
 * The failure this machine exists for: RTU replies carry no address and no number, so a reply that comes after its
 * timeout looks exactly like the reply to the next request for as many registers. Three guards:
 * 1. after a timeout the line is in quarantine; a reply that comes now is recognised and dropped;
 * 2. a request that was never answered is a *debt* of its unit. While a unit has debts, a request whose reply could be
 *    taken for an owed one is preceded by a probe, a short read of another size. A device serves requests in order, so
 *    the answer to the probe proves that nothing older is under way;
 * 3. an exception carries only the function, so if it could be the answer to a debt it proves nothing: quarantine again.
 * TCP replies carry a transaction number and need none of this.
 */
import { crcFits } from './crc.js';
import { ByteBuffer, rtuFrame, takeTcpFrame, tcpFrame } from './framing.js';
import { decodeReply, encodeRequest, type Reply, type Request, replyLength, requestBytes } from './pdu.js';

export interface LineRules {
  readonly framing: 'rtu' | 'tcp';
  /** Bits per second on the wire; undefined where there is none. Adds the time on the wire to every timeout. */
  readonly baud: number | undefined;
  /** Silence between the end of one exchange and the next request, ms. */
  readonly gapMs: number;
  /** The adapter returns every byte we send before the reply (two-wire RS-485 without receiver switch). */
  readonly localEcho: boolean;
}

/** One request to one unit. `timeoutMs` is the time the device may think, without the time on the wire. */
export interface Exchange {
  readonly unit: number;
  readonly request: Request;
  readonly timeoutMs: number;
  /** Silence that the unit itself wants after its replies, ms; between a probe and what follows it. */
  readonly gapMs?: number;
  /** The unit has been silent before: a late reply of it is not likely enough to rest the line for as long again. */
  readonly silent?: boolean;
}

export type Outcome =
  | { readonly kind: 'reply'; readonly reply: Reply }
  | { readonly kind: 'timeout'; readonly waitedMs: number }
  /** Bytes came that make no frame with a right CRC. */
  | { readonly kind: 'corrupt'; readonly received: Uint8Array }
  /** A whole frame of this unit came that does not answer the request. */
  | { readonly kind: 'malformed'; readonly reason: string };

export interface Memory {
  /** Transaction number of the last request (TCP). */
  readonly transaction: number;
  /** Requests without an answer, by unit, oldest first (RTU). */
  readonly debts: ReadonlyMap<number, readonly Request[]>;
}
interface Ready extends Memory {
  readonly at: 'ready';
}
interface Waiting extends Memory {
  readonly at: 'waiting';
  readonly exchange: Exchange;
  /** The exchange that this probe goes before. */
  readonly following: Exchange | undefined;
  readonly received: Uint8Array;
  readonly echoLeft: number;
}
interface Silence extends Memory {
  readonly at: 'silence';
  readonly following: Exchange | undefined;
  /** How often stray bytes may still prolong the silence. */
  readonly patience: number;
}
interface Quarantine extends Memory {
  readonly at: 'quarantine';
  readonly exchange: Exchange;
  /** Its quiet end proves that the unit owes nothing more. */
  readonly settles: boolean;
  readonly following: Exchange | undefined;
  readonly received: Uint8Array;
}
export type LineState = Ready | Waiting | Silence | Quarantine;

export type LineInput =
  /** Only while `ready`. */
  | { readonly kind: 'send'; readonly exchange: Exchange }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'timer' };

export type LineOutput =
  | { readonly kind: 'write'; readonly bytes: Uint8Array; readonly exchange: Exchange; readonly probe: boolean }
  /** Replaces the running timer. */
  | { readonly kind: 'timer'; readonly afterMs: number }
  | { readonly kind: 'result'; readonly exchange: Exchange; readonly outcome: Outcome }
  /** Worth counting and no result: replies after their timeout, bytes of no frame. */
  | { readonly kind: 'note'; readonly what: 'lateReplies' | 'strayBytes'; readonly count: number }
  /** The line can take the next exchange; no timer runs. */
  | { readonly kind: 'ready' };

type Step<S extends LineState = LineState> = [S, LineOutput[]];

/** Turn-around after a broadcast, which nobody answers (MODBUS over serial line 2.4.1: 100 to 200 ms). */
const BROADCAST_TURNAROUND_MS = 150;
/** Parts of a damaged reply are at most this far apart: 16 ms latency timer of FTDI adapters, and margin. */
const DAMAGE_QUIET_MS = 30;
/** Two of the longest frames: more without one right CRC is babble. */
const RECEIVED_MAX = 520;
/** After so many stray chunks in a row the line is used all the same: a babbling neighbour must not hang the bus. */
const PATIENCE = 20;
/** Part of its timeout that the line rests for a unit that was silent before. */
const SILENT_SHARE = 0.25;
/**
 * Owed replies that are remembered of one unit. A unit that answers an older one after so many timeouts in a row would break
 * its order of a minute; and setpoints to a dead device, each with another value, must not fill the memory.
 */
const DEBTS_MAX = 32;
const READS: ReadonlySet<number> = new Set([1, 2, 3, 4, 23]);
const WRITES: ReadonlySet<number> = new Set([5, 6, 15, 16]);
const LATE: LineOutput = { kind: 'note', what: 'lateReplies', count: 1 };

export const INITIAL_LINE: LineState = { at: 'ready', transaction: 0, debts: new Map() };

/** One step of the machine. Throws RangeError for an input that the state cannot have: a defect of the interpreter. */
export function step(rules: LineRules, state: LineState, input: LineInput): Step {
  switch (state.at) {
    case 'ready':
      if (input.kind === 'send') return begin(rules, state, input.exchange);
      if (input.kind === 'bytes') return [state, [stray(input.bytes.length)]];
      break;
    case 'waiting':
      if (input.kind === 'bytes') return receive(rules, state, input.bytes);
      if (input.kind === 'timer') return giveUp(rules, state);
      break;
    case 'silence':
      if (input.kind === 'bytes') return prolong(rules, state, input.bytes.length);
      if (input.kind === 'timer') return resume(rules, state);
      break;
    case 'quarantine':
      if (input.kind === 'bytes') return drain(rules, state, input.bytes);
      if (input.kind === 'timer') return endQuarantine(rules, state);
  }
  throw new RangeError(`modbus line: ${input.kind} while ${state.at}`);
}

/** Sends an exchange, or first a probe if its reply could be mistaken for an owed one. */
function begin(rules: LineRules, memory: Memory, exchange: Exchange): Step {
  const owed = memory.debts.get(exchange.unit) ?? [];
  if (!owed.some((debt) => confusable(debt, exchange.request))) return transmit(rules, memory, exchange, undefined);
  return transmit(rules, memory, { ...exchange, request: probeFor(exchange.request, owed) }, exchange);
}

/**
 * Puts an exchange on the line as it is, without asking whether a probe must go first: what `begin` decides. The replay of
 * a recording uses it, because the recording says what was sent.
 */
export function transmit(rules: LineRules, memory: Memory, exchange: Exchange, following: Exchange | undefined): Step {
  const { unit, request } = exchange;
  const { debts } = memory;
  const transaction = (memory.transaction + 1) & 0xffff;
  const rtu = rules.framing === 'rtu';
  const bytes = rtu ? rtuFrame(unit, encodeRequest(request)) : tcpFrame(transaction, unit, encodeRequest(request));
  const write: LineOutput = { kind: 'write', bytes, exchange, probe: following !== undefined };
  if (rtu && unit === 0) {
    const outcome: Outcome = { kind: 'reply', reply: acknowledged(request) };
    const afterMs = BROADCAST_TURNAROUND_MS + wireMs(rules, bytes.length);
    return [
      { at: 'silence', transaction, debts, following: undefined, patience: PATIENCE },
      [write, { kind: 'timer', afterMs }, { kind: 'result', exchange, outcome }],
    ];
  }
  const echoLeft = rules.localEcho ? bytes.length : 0;
  return [
    { at: 'waiting', transaction, debts, exchange, following, received: new Uint8Array(), echoLeft },
    [write, { kind: 'timer', afterMs: deadlineMs(rules, exchange) }],
  ];
}

function receive(rules: LineRules, state: Waiting, chunk: Uint8Array): Step {
  const whole = receiveWhole(rules, state, chunk);
  if (whole !== undefined) return whole;
  const echo = Math.min(state.echoLeft, chunk.length);
  const next: Waiting = {
    ...state,
    echoLeft: state.echoLeft - echo,
    received: joined(state.received, chunk.subarray(echo)),
  };
  return rules.framing === 'rtu' ? receiveRtu(rules, next) : receiveTcp(rules, next);
}

/**
 * What nearly always comes: one chunk that is the whole answer, and nothing else was heard or is owed. The same step as the long
 * way takes, without its detours: between a reply and the next request every instruction counts.
 */
function receiveWhole(rules: LineRules, state: Waiting, chunk: Uint8Array): Step | undefined {
  const { exchange, following, transaction, debts } = state;
  if (state.echoLeft > 0 || state.received.length > 0 || following !== undefined || debts.has(exchange.unit)) return;
  const { request, unit } = exchange;
  const { length } = chunk;
  const rtu = rules.framing === 'rtu';
  const pduLength = replyLength(request);
  let pdu: Uint8Array;
  if (rtu) {
    if (length !== pduLength + 3 || chunk[0] !== unit || chunk[1] !== request.fc || !crcFits(chunk, 0, length)) return;
    pdu = chunk.subarray(1, length - 2);
  } else {
    if (length !== pduLength + 7 || chunk[6] !== unit || chunk[7] !== request.fc) return;
    if (chunk[0] !== transaction >> 8 || chunk[1] !== (transaction & 0xff) || chunk[2] !== 0 || chunk[3] !== 0) return;
    if (((chunk[4]! << 8) | chunk[5]!) !== pduLength + 1) return;
    pdu = chunk.subarray(7);
  }
  const reply = decodeReply(request, pdu);
  if (reply === undefined) return;
  const result: LineOutput = { kind: 'result', exchange, outcome: { kind: 'reply', reply } };
  if (rules.gapMs === 0) return [{ at: 'ready', transaction, debts }, [result, { kind: 'ready' }]];
  const rest: LineOutput = { kind: 'timer', afterMs: rules.gapMs };
  return [{ at: 'silence', transaction, debts, following: undefined, patience: PATIENCE }, [result, rest]];
}

function receiveTcp(rules: LineRules, state: Waiting): Step {
  const buffer = new ByteBuffer(state.received);
  const notes: LineOutput[] = [];
  for (let frame = takeTcpFrame(buffer); frame !== undefined; frame = takeTcpFrame(buffer)) {
    if (frame.transaction === state.transaction && frame.unit === state.exchange.unit) {
      return after([...notes, answered(state.exchange, frame.pdu)], silence(rules, state, undefined));
    }
    notes.push(LATE);
  }
  return [{ ...state, received: buffer.bytes }, notes];
}

/** Slides over the bytes: whole frames with a right CRC are taken or dropped, other bytes are skipped one by one. */
function receiveRtu(rules: LineRules, state: Waiting): Step {
  const { exchange, received } = state;
  const owed = state.debts.get(exchange.unit) ?? [];
  const notes: LineOutput[] = [];
  let from = 0; // everything before is dealt with
  for (let at = 0; at + 4 <= received.length; ) {
    const length = frameLength(received, at);
    if (length === 0) {
      // Inside a reply whose rest is still on the wire nothing is looked for: register values can look like frames
      // (FF FF 00 00 00 is an exception of unit 255 with a right CRC).
      if (isUnderWay(state, at)) break;
      at++;
      continue;
    }
    if (at > from) notes.push(stray(at - from));
    from = at + length;
    const pdu = received.slice(at + 1, from - 2);
    const fromUnit = received[at] === exchange.unit;
    // Without debts a frame of our unit can only be its answer, right or wrong.
    if (fromUnit && (owed.length === 0 || decodeReply(exchange.request, pdu) !== undefined)) {
      if (received.length > from) notes.push(stray(received.length - from));
      return after(notes, conclude(rules, state, pdu, owed));
    }
    notes.push(fromUnit ? LATE : stray(length));
    at = from;
  }
  const next: Waiting = { ...state, received: received.slice(from) };
  // A line that babbles must not keep the bus for the whole timeout, nor fill the memory.
  if (next.received.length > RECEIVED_MAX) return after(notes, giveUp(rules, next));
  return [next, isDamaged(next) ? [...notes, { kind: 'timer', afterMs: DAMAGE_QUIET_MS }] : notes];
}

/** Whether the awaited answer begins at `at` and is not complete. */
function isUnderWay({ received, exchange: { unit, request } }: Waiting, at: number): boolean {
  if (received[at] !== unit || received[at + 1] !== request.fc) return false;
  const length = replyLength(request);
  if ('count' in request && received[at + 2] !== length - 2) return false;
  return at + length + 3 > received.length;
}

/** Whether the bytes hold a whole answer by its head and length, which then lacks a right CRC. */
function isDamaged({ received, exchange: { unit, request } }: Waiting): boolean {
  const length = replyLength(request);
  for (let at = 0; at + length + 3 <= received.length; at++) {
    if (received[at] !== unit || received[at + 1] !== request.fc) continue;
    if (!('count' in request) || received[at + 2] === length - 2) return true;
  }
  return false;
}

/** The answer is here. What it proves about older requests decides how the line goes on. */
function conclude(rules: LineRules, state: Waiting, pdu: Uint8Array, owed: readonly Request[]): Step {
  const { exchange, following } = state;
  const results = following === undefined ? [answered(exchange, pdu)] : [];
  const isException = (pdu[0]! & 0x80) !== 0;
  if (isException && owed.some((debt) => debt.fc === exchange.request.fc)) {
    return after(results, quarantine(rules, state, exchange, true, following));
  }
  return after(results, silence(rules, { ...state, debts: without(state.debts, exchange.unit) }, following));
}

/** No answer in time, or none that can be read. */
function giveUp(rules: LineRules, state: Waiting): Step {
  const { exchange, received } = state;
  const outcome: Outcome =
    received.length > 0 ? { kind: 'corrupt', received } : { kind: 'timeout', waitedMs: deadlineMs(rules, exchange) };
  const results: LineOutput[] = [{ kind: 'result', exchange: state.following ?? exchange, outcome }];
  if (rules.framing === 'tcp') return after(results, silence(rules, state, undefined));
  const owed = state.debts.get(exchange.unit) ?? [];
  const known = owed.some((debt) => confusable(debt, exchange.request));
  const more = [...owed, exchange.request].slice(-DEBTS_MAX);
  const debts = known ? state.debts : new Map(state.debts).set(exchange.unit, more);
  return after(results, quarantine(rules, { ...state, debts }, exchange, false, undefined));
}

function silence(rules: LineRules, { transaction, debts }: Memory, following: Exchange | undefined): Step {
  if (rules.gapMs === 0 && following === undefined) return [{ at: 'ready', transaction, debts }, [{ kind: 'ready' }]];
  return [
    { at: 'silence', transaction, debts, following, patience: PATIENCE },
    [{ kind: 'timer', afterMs: Math.max(rules.gapMs, following?.gapMs ?? 0) }],
  ];
}

function prolong(rules: LineRules, state: Silence, count: number): Step {
  if (state.patience === 0) return [state, [stray(count)]];
  return [{ ...state, patience: state.patience - 1 }, [stray(count), { kind: 'timer', afterMs: rules.gapMs }]];
}

function resume(rules: LineRules, { transaction, debts, following }: Silence): Step {
  if (following !== undefined) return begin(rules, { transaction, debts }, following);
  return [{ at: 'ready', transaction, debts }, [{ kind: 'ready' }]];
}

function quarantine(
  rules: LineRules,
  { transaction, debts }: Memory,
  exchange: Exchange,
  settles: boolean,
  following: Exchange | undefined,
): Step {
  return [
    { at: 'quarantine', transaction, debts, exchange, settles, following, received: new Uint8Array() },
    // As long again as the device was given: nearly every late reply comes within it; the debt guards the rest. A unit
    // that has said nothing for some time would cost the others that rest each time, and has hardly a reply under way; but
    // where the rest is to prove something (`settles`) it is whole.
    [
      {
        kind: 'timer',
        afterMs: Math.max(rules.gapMs, exchange.timeoutMs * (exchange.silent && !settles ? SILENT_SHARE : 1)),
      },
    ],
  ];
}

function endQuarantine(rules: LineRules, state: Quarantine): Step {
  const notes = state.received.length > 0 ? [stray(state.received.length)] : [];
  const debts = state.settles ? without(state.debts, state.exchange.unit) : state.debts;
  return after(notes, silence(rules, { ...state, debts }, state.following));
}

/** A late reply pays its debt, and those before it, and ends the quarantine; anything else is left for the timer. */
function drain(rules: LineRules, state: Quarantine, chunk: Uint8Array): Step {
  const received = joined(state.received, chunk);
  const { unit } = state.exchange;
  const owed = state.debts.get(unit) ?? [];
  for (let at = 0; at + 4 <= received.length; at++) {
    const length = frameLength(received, at);
    if (length === 0 || received[at] !== unit) continue;
    const pdu = received.slice(at + 1, at + length - 2);
    const paid = owed.findIndex((debt) => decodeReply(debt, pdu) !== undefined);
    if (paid < 0) continue;
    const left = owed.slice(paid + 1);
    const debts = left.length === 0 ? without(state.debts, unit) : new Map(state.debts).set(unit, left);
    return after([LATE], silence(rules, { ...state, debts }, state.following));
  }
  return [{ ...state, received: received.slice(-RECEIVED_MAX) }, []];
}

/** Whether a reply to `owed` could be taken for a reply to `request`. */
function confusable(owed: Request, request: Request): boolean {
  if (owed.fc !== request.fc || replyLength(owed) !== replyLength(request)) return false;
  if ('count' in owed) return true;
  const [a, b] = [encodeRequest(owed), encodeRequest(request)];
  return a.subarray(0, 5).every((byte, k) => byte === b[k]); // a write is acknowledged by these five bytes
}

/** A read of a size that neither an owed reply nor the request itself has. */
function probeFor(request: Request, owed: readonly Request[]): Request {
  const fc = request.fc === 4 ? 4 : 3;
  for (let count = 1; ; count++) {
    const probe: Request = { fc, address: Math.min(request.address, 0x10000 - count), count };
    if (![...owed, request].some((other) => confusable(other, probe))) return probe;
  }
}

/** The length of the reply frame with a right CRC that begins at `at`; 0 if there is none. */
function frameLength(bytes: Uint8Array, at: number): number {
  const fc = bytes[at + 1]!;
  const length = fc & 0x80 ? 5 : WRITES.has(fc) ? 8 : READS.has(fc) ? bytes[at + 2]! + 5 : 0;
  return length > 0 && at + length <= bytes.length && crcFits(bytes, at, at + length) ? length : 0;
}

function answered(exchange: Exchange, pdu: Uint8Array): LineOutput {
  const { request } = exchange;
  const reply = decodeReply(request, pdu);
  if (reply !== undefined) return { kind: 'result', exchange, outcome: { kind: 'reply', reply } };
  const asked = `function ${request.fc} expects ${replyLength(request)} bytes`;
  const reason = `${asked} and was answered by function ${pdu[0]} with ${pdu.length} bytes, or for another address`;
  return { kind: 'result', exchange, outcome: { kind: 'malformed', reason } };
}

/** What a device would have answered to a write that was broadcast: its own first five bytes. */
function acknowledged(request: Request): Reply {
  const reply = decodeReply(request, encodeRequest(request).subarray(0, 5));
  if (reply === undefined) throw new RangeError(`modbus line: function ${request.fc} cannot be a broadcast`);
  return reply;
}

/** Longest time from the first byte of a request to the end of its reply, ms. */
export function deadlineMs(rules: Pick<LineRules, 'baud'>, { request, timeoutMs }: Exchange): number {
  return timeoutMs + wireMs(rules, requestBytes(request) + 3 + replyLength(request) + 3);
}

/** Time on the wire; 11 bits a character is the most that a serial format has. */
function wireMs({ baud }: Pick<LineRules, 'baud'>, bytes: number): number {
  return baud === undefined ? 0 : (bytes * 11 * 1000) / baud;
}

const after = (first: readonly LineOutput[], [state, outputs]: Step): Step => [state, [...first, ...outputs]];

const stray = (count: number): LineOutput => ({ kind: 'note', what: 'strayBytes', count });

function without(debts: Memory['debts'], unit: number): Memory['debts'] {
  if (!debts.has(unit)) return debts;
  const left = new Map(debts);
  left.delete(unit);
  return left;
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const all = new Uint8Array(a.length + b.length);
  all.set(a);
  all.set(b, a.length);
  return all;
}

/**
 * Fuzzed bytes through all that takes bytes from a line: RTU and TCP framer, device side, the client's machine, P1, the
 * SunSpec chain. One input is one stream, cut anywhere: pure noise, damaged frames, good frames among noise. Nothing may throw
 * or grow, and after any noise the next valid frame is always found:
 *
 * - RTU behind a silence: the very next one;
 * - RTU without any silence: every one that begins two longest frames after the noise (a check of 16 bits is right by chance once in
 *   65,536 tries, so that noise may now and then swallow a good frame whole). Not asked is what nobody can know: see `requests.ts`;
 * - TCP, which has neither check nor silence: one within the longest frame that a wrong header can claim.
 */
import { crcFits } from '../../bench/modbus/crc.js';
import { ByteBuffer, rtuFrame, takeTcpFrame, tcpFrame } from '../../bench/modbus/framing.js';
import { INITIAL_LINE, type LineRules, type LineState, step } from '../../bench/modbus/line.js';
import {
  decodeReply,
  decodeRequest,
  encodeReply,
  encodeRequest,
  type Reply,
  type Request,
} from '../../bench/modbus/pdu.js';
import { RtuRequests } from '../../bench/modbus/requests.js';
import { respond } from '../../bench/modbus/responder.js';
import { createP1Framer } from '../../bench/p1/framer.js';
import { composeTelegram } from '../../bench/p1/telegram.js';
import { discover, readModel } from '../../bench/sunspec/discover.js';
import { MODELS } from '../../bench/sunspec/models.js';
import { WijkError } from '../../errors.js';

export type Random = () => number;

/** A generator of its own state (splitmix32), so that a seed tells the input. */
export function randomOf(seed: number): Random {
  let state = seed | 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let t = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    t = Math.imul(t ^ (t >>> 15), 0x735a2d97);
    return ((t ^ (t >>> 15)) >>> 0) / 4294967296;
  };
}

const upTo = (random: Random, max: number): number => Math.floor(random() * (max + 1));
const byte = (random: Random): number => upTo(random, 255);
// Half of the time goes into making inputs: loops instead of lists here.
function bytes(random: Random, length: number): Uint8Array {
  const list = new Uint8Array(length);
  for (let k = 0; k < length; k++) list[k] = random() * 256;
  return list;
}
function words(random: Random, length: number): Uint16Array {
  const list = new Uint16Array(length);
  for (let k = 0; k < length; k++) list[k] = random() * 65_536;
  return list;
}
const oneOf = <T>(random: Random, list: readonly T[]): T => list[upTo(random, list.length - 1)]!;

/** Bytes that look like the heads of frames, which is what confuses a framer. */
const HEADS = [
  [1, 3],
  [1, 0x83],
  [1, 16, 0, 0, 0, 123, 246],
  [1, 23, 0, 0, 0, 1, 0, 0, 0, 1, 242],
  [0xff, 0xff, 0, 0, 0],
  [0, 1, 0, 0, 0, 254, 1],
  [1, 3, 250],
] as const;

function noise(random: Random, max: number): Uint8Array {
  return random() < 0.3
    ? joined([Uint8Array.from(oneOf(random, HEADS)), bytes(random, upTo(random, max >> 1))])
    : bytes(random, upTo(random, max));
}

function damaged(random: Random, frame: Uint8Array): Uint8Array {
  const copy = frame.slice();
  const at = upTo(random, frame.length - 1);
  switch (upTo(random, 3)) {
    case 0:
      copy[at]! ^= 1 << upTo(random, 7);
      return copy;
    case 1:
      return copy.slice(0, at);
    case 2:
      return joined([copy.subarray(0, at), copy.subarray(at + 1)]);
    default:
      return joined([copy.subarray(0, at), Uint8Array.of(byte(random)), copy.subarray(at)]);
  }
}

function randomRequest(random: Random): Request {
  const address = upTo(random, 0xff00);
  switch (oneOf(random, [1, 3, 4, 5, 6, 15, 16, 23] as const)) {
    case 1:
      return { fc: 1, address, count: 1 + upTo(random, 200) };
    case 3:
      return { fc: 3, address, count: 1 + upTo(random, 124) };
    case 4:
      return { fc: 4, address, count: 1 + upTo(random, 9) };
    case 5:
      return { fc: 5, address, on: random() < 0.5 };
    case 6:
      return { fc: 6, address, value: upTo(random, 0xffff) };
    case 15:
      return { fc: 15, address, bits: Array.from({ length: 1 + upTo(random, 20) }, () => random() < 0.5) };
    case 16:
      return { fc: 16, address, values: words(random, 1 + upTo(random, random() < 0.1 ? 122 : 8)) };
    default:
      return { fc: 23, address, count: 1 + upTo(random, 5), writeAddress: address, values: [1, 2] };
  }
}

function replyTo(random: Random, request: Request): Reply {
  if (random() < 0.1) return { fc: request.fc, exception: 1 + upTo(random, 10) };
  switch (request.fc) {
    case 1:
    case 2:
      return { fc: request.fc, bits: Array.from({ length: request.count }, () => random() < 0.5) };
    case 3:
    case 4:
    case 23:
      return { fc: request.fc, values: words(random, request.count) };
    case 5:
      return { fc: 5, address: request.address, value: request.on ? 0xff00 : 0 };
    case 6:
      return { fc: 6, address: request.address, value: request.value };
    case 15:
      return { fc: 15, address: request.address, value: request.bits.length };
    case 16:
      return { fc: 16, address: request.address, value: request.values.length };
  }
}

/** Calls with the stream in pieces. */
function cut(random: Random, stream: Uint8Array, take: (piece: Uint8Array, first: boolean) => void): void {
  for (let at = 0; at < stream.length; ) {
    const length = 1 + upTo(random, random() < 0.2 ? 300 : 12);
    take(stream.slice(at, at + length), at === 0);
    at += length;
  }
}

// Uint8Array and no Buffer, whose slices share its memory.
function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
function same(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let k = 0; k < a.length; k++) if (a[k] !== b[k]) return false;
  return true;
}

export class FuzzFailure extends Error {}
function hold(truth: boolean, what: string): void {
  if (!truth) throw new FuzzFailure(what);
}

/** Whatever came before: a request behind a silence is heard as it was sent, and after it nothing is left over. */
function rtuBehindSilence(random: Random): void {
  const unit = 1 + upTo(random, 246);
  const requests = new RtuRequests();
  for (let n = upTo(random, 3); n > 0; n--) {
    const before =
      random() < 0.5 ? noise(random, 300) : damaged(random, rtuFrame(unit, encodeRequest(randomRequest(random))));
    cut(random, before, (piece, first) => requests.push(piece, first && random() < 0.5));
    if (random() < 0.5) requests.rest();
  }
  const pdu = encodeRequest(randomRequest(random));
  let found = false;
  cut(random, rtuFrame(unit, pdu), (piece, first) => {
    for (const next of requests.push(piece, first)) found ||= next.unit === unit && same(next.pdu, pdu);
    hold(requests.size <= 1280, 'the RTU buffer grew');
  });
  hold(found, 'a request behind a silence was not found');
  hold(requests.size === 0, 'something of a whole request was left over');
}

/** Requests without any pause, now and then the same one again and again. */
function rtuPauseless(random: Random): void {
  const unit = 1 + upTo(random, 246);
  const alike = random() < 0.3;
  const first = encodeRequest(randomRequest(random));
  const pdus: Uint8Array[] = [];
  for (let length = 0; length < 700 || pdus.length < 8; length += pdus.at(-1)!.length + 3)
    pdus.push(alike ? first : encodeRequest(randomRequest(random)));
  const frames = pdus.map((pdu) => rtuFrame(unit, pdu));
  const before = random() < 0.5 ? noise(random, 300) : damaged(random, frames[0]!);
  const requests = new RtuRequests();
  const heard = new Set<number>();
  cut(random, joined([before, ...frames]), (piece) => {
    for (const next of requests.push(piece, false)) if (next.unit === unit) heard.add(marked(next.pdu));
    hold(requests.size <= 1280, 'the RTU buffer grew');
  });
  if (alike && isAmbiguous(frames[0]!)) return;
  let from = 0;
  for (const pdu of pdus) {
    if (from > 512) hold(heard.has(marked(pdu)), 'a valid RTU frame was not found after noise');
    from += pdu.length + 3;
  }
}

/** Bytes as one number (FNV-1a), quickly. */
function marked(list: Uint8Array): number {
  let hash = 0x811c9dc5;
  for (let k = 0; k < list.length; k++) hash = Math.imul(hash ^ list[k]!, 0x01000193);
  return hash;
}

/** Whether the same bytes again and again are also another request of the same length again and again. */
function isAmbiguous(frame: Uint8Array): boolean {
  const twice = joined([frame, frame]);
  for (let at = 1; at < frame.length; at++) if (crcFits(twice, at, at + frame.length)) return true;
  return false;
}

/** A stream of requests behind noise: the framer is in step again within the longest frame that a wrong header can claim. */
function tcpFrames(random: Random): void {
  const pdus = Array.from({ length: 96 }, () =>
    encodeRequest({ fc: 3, address: upTo(random, 0xff00), count: 1 + upTo(random, 124) }),
  );
  const frames = pdus.map((pdu, k) => tcpFrame(1000 + k, 1, pdu));
  const buffer = new ByteBuffer();
  let found = 0;
  cut(random, joined([noise(random, 100), ...frames]), (piece) => {
    buffer.append(piece);
    for (let next = takeTcpFrame(buffer); next !== undefined; next = takeTcpFrame(buffer)) {
      const sent = pdus[next.transaction - 1000];
      if (next.unit === 1 && sent !== undefined && same(next.pdu, sent)) found++;
    }
    hold(buffer.bytes.length <= 1024, 'the TCP buffer grew');
  });
  hold(found >= 1, 'no valid TCP frame was found after noise');
}

/** A device hears only noise and damage: it may answer, and it must neither throw nor answer for another unit. */
function deviceSide(random: Random): void {
  const framing = random() < 0.7 ? 'rtu' : 'tcp';
  let listener: (chunk: Uint8Array) => void = () => undefined;
  let nowMs = 0;
  let timer: (() => void) | undefined;
  const clock = {
    nowMs: () => nowMs,
    schedule: (_: number, action: () => void) => {
      timer = action;
      return () => {
        timer = undefined;
      };
    },
  };
  const stop = respond(
    {
      onData: (on) => {
        listener = on;
        return () => undefined;
      },
    },
    {
      framing,
      unit: 1,
      clock,
      answer: (request) => replyTo(random, request),
      send: (frame) => hold(frame[framing === 'rtu' ? 0 : 6] === 1, 'a device answered for another unit'),
    },
  );
  const pdu = encodeRequest(randomRequest(random));
  const frame = framing === 'rtu' ? rtuFrame(1, pdu) : tcpFrame(7, 1, pdu);
  cut(random, joined([noise(random, 40), damaged(random, frame), frame]), (piece) => {
    listener(piece);
    if (random() < 0.3) timer?.();
    nowMs += oneOf(random, [0, 0, 0, 1, 3, 20, 200]);
  });
  stop();
  hold(timer === undefined, 'a device that stopped left a timer');
}

const RTU: LineRules = { framing: 'rtu', baud: 9600, gapMs: 4, localEcho: false };
const TCP: LineRules = { framing: 'tcp', baud: undefined, gapMs: 0, localEcho: false };

/** The client's machine under any sequence of bytes and timers; a whole answer gives a result, and memory is bounded. */
function clientMachine(random: Random): void {
  const rules = random() < 0.7 ? RTU : TCP;
  let line: LineState = INITIAL_LINE;
  const feed = (input: Parameters<typeof step>[2]): boolean => {
    const [state, outputs] = step(rules, line, input);
    line = state;
    return outputs.some((output) => output.kind === 'result');
  };
  for (let n = 0; n < 4; n++) {
    for (let k = 0; k < 4 && line.at !== 'ready'; k++) feed({ kind: 'timer' });
    hold(line.at === 'ready', 'the line did not come to rest');
    const request = randomRequest(random);
    let ended = feed({ kind: 'send', exchange: { unit: 1, request, timeoutMs: 100 } });
    const reply = replyTo(random, request);
    const { transaction } = line;
    const frame =
      rules.framing === 'rtu' ? rtuFrame(1, encodeReply(reply)) : tcpFrame(transaction, 1, encodeReply(reply));
    const stream = oneOf(random, [
      () => noise(random, 80),
      () => damaged(random, frame),
      () => joined([noise(random, 20), frame]),
      () => frame,
      () => joined([frame, noise(random, 20)]),
    ])();
    cut(random, stream, (piece) => {
      if (line.at === 'ready') return;
      ended = feed({ kind: 'bytes', bytes: piece }) || ended;
      if ('received' in line) hold(line.received.length <= 1100, 'the machine kept too many bytes');
    });
    // A probe may stand between request and end, and a rest between both.
    for (let k = 0; k < 8 && !ended; k++) if (line.at !== 'ready') ended = feed({ kind: 'timer' });
    hold(ended, 'a request has no end');
  }
  hold((line.debts.get(1)?.length ?? 0) <= 32, 'debts grew');
}

function roundTrip(random: Random): void {
  const request = randomRequest(random);
  const decoded = decodeRequest(encodeRequest(request));
  hold(decoded.ok && same(encodeRequest(decoded.request), encodeRequest(request)), 'a request did not survive');
  const reply = replyTo(random, request);
  const back = decodeReply(request, encodeReply(reply));
  hold(back !== undefined && same(encodeReply(back), encodeReply(reply)), 'a reply did not survive');
  decodeRequest(bytes(random, 1 + upTo(random, 20)));
  decodeReply(request, bytes(random, 1 + upTo(random, 20)));
}

// A copy without a Buffer's habits: slices of a Buffer share its memory.
const TELEGRAM = Uint8Array.from(
  composeTelegram({
    header: 'WTM5\\2MT382-1000',
    timeUs: Date.UTC(2026, 0, 12, 17, 45, 3) * 1000,
    equipmentId: 'E1',
    importEnergyWh: [1, 2],
    exportEnergyWh: [3, 4],
    tariff: 1,
    importPowerW: 4321,
    exportPowerW: 0,
    phaseImportW: [4321, undefined, undefined],
    phaseExportW: [0, undefined, undefined],
    voltageV: [230, undefined, undefined],
    currentA: [19, undefined, undefined],
    mBus: [],
  }),
);
const SCRAPS = ['/', '!', '\r\n/', '!\r\n', '()', '0-1:24.2.1(', '1-0:1.7.0(', '\0', '(((((', '!FFFF\r\n', '*kW)'];

function p1(random: Random): void {
  const framer = createP1Framer();
  const before = oneOf(random, [
    () => noise(random, 400),
    () => damaged(random, TELEGRAM),
    () => Buffer.from(Array.from({ length: upTo(random, 20) }, () => oneOf(random, SCRAPS)).join(''), 'latin1'),
  ])();
  let found = 0;
  cut(random, joined([before, TELEGRAM, TELEGRAM]), (piece) => {
    for (const telegram of framer.push(piece))
      if (telegram.importPowerW === 4321 && telegram.equipmentId === 'E1') found++;
    hold(framer.bufferedBytes <= 8192, 'the P1 buffer grew');
  });
  hold(found >= 1, 'no telegram was found after noise');
}

/** A map of registers that is anything: it is read to an end in a bounded number of requests, or refused. */
async function chain(random: Random): Promise<void> {
  const words = Uint16Array.from({ length: 40 + upTo(random, 400) }, () =>
    random() < 0.5 ? upTo(random, 130) : upTo(random, 0xffff),
  );
  words.set([0x5375, 0x6e53]);
  // Often a chain of models that exist, with lengths that may lie.
  for (let at = 2; random() < 0.8 && at + 2 < words.length; ) {
    words[at] = Number(oneOf(random, Object.keys(MODELS)));
    words[at + 1] = random() < 0.8 ? 10 + upTo(random, 120) : upTo(random, 0xffff);
    at += 2 + words[at + 1]!;
  }
  let asked = 0;
  const read = async (address: number, count: number): Promise<Uint16Array> => {
    if (++asked > 2000) throw new FuzzFailure('a chain that does not end');
    hold(count >= 1 && count <= 125, `a request of ${count} registers`);
    const from = address - 40_000;
    if (from < 0 || from + count > words.length)
      throw new WijkError('DEVICE_EXCEPTION', 'exception 2', { context: { exception: 2 } });
    return words.slice(from, from + count);
  };
  const { models } = await discover(read);
  for (const model of models) {
    await readModel(read, model).catch((error: unknown) => {
      if (!(error instanceof WijkError)) throw error;
    });
  }
}

const SYNC = [rtuBehindSilence, rtuPauseless, tcpFrames, deviceSide, clientMachine, clientMachine, roundTrip, p1];
/** A chain costs as much as a hundred others. */
const CHAIN_EVERY = 50;

/** One input by its number. Throws what went wrong. */
export function fuzzOne(seed: number, input: number): Promise<void> | undefined {
  const random = randomOf(Math.imul(seed, 0x9e3779b1) ^ Math.imul(input, 0x85ebca6b));
  if (input % CHAIN_EVERY === 0) return chain(random);
  SYNC[input % SYNC.length]!(random);
  return undefined;
}

/** The same inputs each time, unless somebody asks for others: what failed can be run again. */
export const SEED = 1;

export interface FuzzRun {
  readonly seed: number;
  /** Number of the first input. Default 0. */
  readonly first?: number;
  readonly count: number;
  readonly seconds: number;
  readonly tell?: (done: number) => void;
}

/** Runs inputs until there are `count` of them or the time is over. Returns how many ran; throws with seed and number of input. */
export async function fuzz({ seed, first = 0, count, seconds, tell }: FuzzRun): Promise<number> {
  const untilMs = performance.now() + 1000 * seconds;
  const memory = process.memoryUsage().heapUsed;
  for (let done = 0; done < count; done++) {
    const input = first + done;
    try {
      const later = fuzzOne(seed, input);
      if (later !== undefined) await later;
    } catch (error) {
      throw new FuzzFailure(`seed ${seed}, input ${input}: ${error instanceof Error ? error.stack : String(error)}`);
    }
    if (done % 4096 !== 0) continue;
    if (performance.now() > untilMs) return done;
    if (done % 262_144 === 0) {
      tell?.(done);
      const grown = process.memoryUsage().heapUsed - memory;
      hold(grown < 300e6, `the memory grew by ${Math.round(grown / 1e6)} MB in ${done} inputs`);
    }
  }
  return count;
}

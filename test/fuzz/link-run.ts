/**
 * Fuzzed bytes through all that takes bytes from a line: RTU and TCP framer, device side, the client's machine, P1, the
 * SunSpec chain. One input is one stream, cut anywhere: pure noise, damaged frames, good frames among noise. Nothing may throw
 * or grow, and after any noise a valid frame is found again.
 *
 * A check of 16 bits is right by chance once in 65,536 tries, so that noise may now and then swallow a good frame whole; the
 * frame behind it then must be found.
 */

import { ByteBuffer, rtuFrame, takeRtuRequest, takeTcpFrame, tcpFrame } from '../../bench/modbus/framing.js';
import { INITIAL_LINE, type LineRules, type LineState, step } from '../../bench/modbus/line.js';
import {
  decodeReply,
  decodeRequest,
  encodeReply,
  encodeRequest,
  type Reply,
  type Request,
} from '../../bench/modbus/pdu.js';
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
const bytes = (random: Random, length: number): Uint8Array => Uint8Array.from({ length }, () => byte(random));
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
    ? Uint8Array.from([...oneOf(random, HEADS), ...bytes(random, upTo(random, max >> 1))])
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
      return Uint8Array.from([...copy.slice(0, at), ...copy.slice(at + 1)]);
    default:
      return Uint8Array.from([...copy.slice(0, at), byte(random), ...copy.slice(at)]);
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
      return { fc: 16, address, values: Array.from({ length: 1 + upTo(random, 8) }, () => upTo(random, 0xffff)) };
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
      return { fc: request.fc, values: Uint16Array.from({ length: request.count }, () => upTo(random, 0xffff)) };
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

function* cut(random: Random, stream: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < stream.length; ) {
    const length = 1 + upTo(random, random() < 0.2 ? 300 : 12);
    yield stream.slice(at, at + length);
    at += length;
  }
}

const joined = (parts: readonly Uint8Array[]): Uint8Array => Buffer.concat(parts);
const same = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;

export class FuzzFailure extends Error {}
function hold(truth: boolean, what: string): void {
  if (!truth) throw new FuzzFailure(what);
}

/**
 * Whatever stands before them: of many requests one is heard as it was sent. They differ, as on a line: the same bytes again and
 * again without a pause can hide each other, once in 65,536 times, for ever.
 */
function rtuRequests(random: Random): void {
  const unit = 1 + upTo(random, 246);
  // More than the longest frame, which noise may seem to begin and whose check may fit by chance.
  const pdus = Array.from({ length: 64 }, () => encodeRequest(randomRequest(random)));
  const frames = pdus.map((pdu) => rtuFrame(unit, pdu));
  const before = random() < 0.5 ? noise(random, 300) : damaged(random, frames[0]!);
  const buffer = new ByteBuffer();
  let found = 0;
  for (const chunk of cut(random, joined([before, ...frames]))) {
    buffer.append(chunk);
    for (let next = takeRtuRequest(buffer); next !== undefined; next = takeRtuRequest(buffer)) {
      const { pdu } = next;
      if (next.unit === unit && pdus.some((sent) => same(sent, pdu))) found++;
    }
    hold(buffer.bytes.length <= 1024, 'the RTU buffer grew');
  }
  hold(found >= 1, 'no valid RTU frame was found after noise');
}

/** A stream of requests behind noise: the framer is in step again within the longest frame that a wrong header can claim. */
function tcpFrames(random: Random): void {
  const pdus = Array.from({ length: 96 }, () =>
    encodeRequest({ fc: 3, address: upTo(random, 0xff00), count: 1 + upTo(random, 124) }),
  );
  const frames = pdus.map((pdu, k) => tcpFrame(1000 + k, 1, pdu));
  const buffer = new ByteBuffer();
  let found = 0;
  for (const chunk of cut(random, joined([noise(random, 100), ...frames]))) {
    buffer.append(chunk);
    for (let next = takeTcpFrame(buffer); next !== undefined; next = takeTcpFrame(buffer)) {
      const sent = pdus[next.transaction - 1000];
      if (next.unit === 1 && sent !== undefined && same(next.pdu, sent)) found++;
    }
    hold(buffer.bytes.length <= 1024, 'the TCP buffer grew');
  }
  hold(found >= 1, 'no valid TCP frame was found after noise');
}

/** A device hears only noise and damage: it may answer, and it must neither throw nor answer for another unit. */
function deviceSide(random: Random): void {
  const framing = random() < 0.7 ? 'rtu' : 'tcp';
  let listener: (chunk: Uint8Array) => void = () => undefined;
  respond(
    {
      onData: (on) => {
        listener = on;
        return () => undefined;
      },
    },
    {
      framing,
      unit: 1,
      answer: (request) => replyTo(random, request),
      send: (frame) => hold(frame[framing === 'rtu' ? 0 : 6] === 1, 'a device answered for another unit'),
    },
  );
  const pdu = encodeRequest(randomRequest(random));
  const frame = framing === 'rtu' ? rtuFrame(1, pdu) : tcpFrame(7, 1, pdu);
  for (const chunk of cut(random, joined([noise(random, 40), damaged(random, frame), frame]))) listener(chunk);
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
    for (const chunk of cut(random, stream)) {
      if (line.at === 'ready') break;
      ended = feed({ kind: 'bytes', bytes: chunk }) || ended;
      if ('received' in line) hold(line.received.length <= 1100, 'the machine kept too many bytes');
    }
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
  for (const chunk of cut(random, joined([before, TELEGRAM, TELEGRAM]))) {
    for (const telegram of framer.push(chunk))
      if (telegram.importPowerW === 4321 && telegram.equipmentId === 'E1') found++;
    hold(framer.bufferedBytes <= 8192, 'the P1 buffer grew');
  }
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

const SYNC = [rtuRequests, rtuRequests, tcpFrames, deviceSide, clientMachine, clientMachine, roundTrip, p1];
/** A chain costs as much as a hundred others. */
const CHAIN_EVERY = 50;

/** One input by its number. Throws what went wrong. */
export function fuzzOne(seed: number, input: number): Promise<void> | undefined {
  const random = randomOf(Math.imul(seed, 0x9e3779b1) ^ Math.imul(input, 0x85ebca6b));
  if (input % CHAIN_EVERY === 0) return chain(random);
  SYNC[input % SYNC.length]!(random);
  return undefined;
}

/** Runs inputs from `first` on until there are `count` of them or the time is over. Returns how many ran. */
export async function fuzz(
  seed: number,
  count: number,
  seconds: number,
  tell: (done: number) => void = () => undefined,
): Promise<number> {
  const untilMs = performance.now() + 1000 * seconds;
  const memory = process.memoryUsage().heapUsed;
  for (let input = 0; input < count; input++) {
    try {
      const later = fuzzOne(seed, input);
      if (later !== undefined) await later;
    } catch (error) {
      throw new FuzzFailure(`seed ${seed}, input ${input}: ${error instanceof Error ? error.stack : String(error)}`);
    }
    if (input % 4096 !== 0) continue;
    if (performance.now() > untilMs) return input;
    if (input % 262_144 === 0) {
      tell(input);
      const grown = process.memoryUsage().heapUsed - memory;
      hold(grown < 300e6, `the memory grew by ${Math.round(grown / 1e6)} MB in ${input} inputs`);
    }
  }
  return count;
}

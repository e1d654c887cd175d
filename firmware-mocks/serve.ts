/** Puts an emulated device on its lines and keeps its time: the loop of a mock's firmware. */
import { lstatSync, rmSync, symlinkSync } from 'node:fs';
import { rtuFrame, silenceMsOf } from '../bench/modbus/framing.js';
import type { Reply, Request } from '../bench/modbus/pdu.js';
import { respond } from '../bench/modbus/responder.js';
import { type Clock, systemClock } from '../bench/transport/clock.js';
import { openListener } from '../bench/transport/open.js';
import type { Transport } from '../bench/transport/transport.js';
import { badInput, WijkError } from '../errors.js';
import type { MockDevice, ModbusDevice, P1Device, TextDevice } from './device.js';
import { createFaultSwitch, type FaultSwitch, parseFault, SLOW_MS } from './faults.js';
import { createLine, type Disturbances, type Interceptor, type MockLine } from './line.js';
import { openPty, ptyMaker } from './pty.js';
import { absolve, commit, SIN_NAMES, sinsOf } from './sins.js';

export interface ServeOptions {
  /** `pty:PATH` (a link to the pty is made there), `listen:host:port`, or `serial:…`. */
  readonly address: string;
  readonly framing: 'rtu' | 'tcp';
  readonly unit: number;
  readonly baud: number;
  readonly disturbances: Disturbances;
  /** The device's own time (physics, timers) runs so much faster than the clock; its answers do not. Default 1. */
  readonly speed?: number;
  /** Default: this process's. */
  readonly clock?: Clock;
  /** UTC milliseconds, for what carries the time of day; default: this machine's. */
  readonly wallMs?: () => number;
  /** How clients come, where `address` says nothing about it: a test joins its own line here. */
  readonly accept?: (attach: (transport: Transport) => void) => void;
}

export interface MockServer {
  /** What a client opens. */
  readonly address: string;
  /** How the line was made, for people. */
  readonly line: string;
  readonly fault: FaultSwitch;
  /**
   * The cable is out for so long (s of the clock): a client's connection ends and no new one is taken; on a pty and on a
   * serial port nothing comes through.
   */
  unplug(forS: number): void;
  /** Settles with the reason if the line is gone for good (its pty's maker died, its adapter was pulled out). */
  readonly lost: Promise<string>;
  close(): Promise<void>;
}

/** One end of a line, whatever it is made of. */
interface End {
  write(bytes: Uint8Array): void;
  onData(listener: (bytes: Uint8Array) => void): () => void;
  onClose(listener: () => void): void;
  /** Ends the connection, where there is one to end. */
  cut?(): void;
}

/** Physics run at this step between requests. */
const STEP_MS = 50;
const BITS_PER_CHARACTER = 10;

export async function serveMock(device: MockDevice, options: ServeOptions): Promise<MockServer> {
  const clock = options.clock ?? systemClock;
  const speed = options.speed ?? 1;
  const startS = clock.nowMs() / 1000;
  const nowS = (): number => startS + (clock.nowMs() / 1000 - startS) * speed;
  const fault = createFaultSwitch(
    () => clock.nowMs() / 1000,
    () => device.powerUp(),
  );
  const ends = new Map<MockLine, () => void>();
  let unpluggedUntilMs = Number.NEGATIVE_INFINITY;
  const unplugged = (): boolean => clock.nowMs() < unpluggedUntilMs;

  const attach = (end: End): void => {
    if (unplugged() && end.cut !== undefined) {
      end.cut();
      return;
    }
    const line = createLine({
      write: (bytes) => {
        if (!unplugged()) end.write(bytes);
      },
      clock,
      baud: options.baud,
      bitsPerCharacter: BITS_PER_CHARACTER,
      interceptors: [faultInterceptor(fault), ...options.disturbances.interceptors],
    });
    ends.set(line, () => end.cut?.());
    const heard: End = { ...end, onData: (listener) => end.onData((bytes) => void (unplugged() || listener(bytes))) };
    if (options.disturbances.echo) heard.onData((bytes) => end.write(bytes));
    end.onClose(() => {
      line.close();
      ends.delete(line);
    });
    const place: Place = { end: heard, line, options, fault, nowS, clock };
    if (device.kind === 'modbus') answerModbus(device, place);
    if (device.kind === 'text') answerText(device, place);
  };

  const opened = options.accept === undefined ? await open(options, attach) : joined(options.accept, attach);
  const stopPhysics = keepTurning(clock, STEP_MS, () => device.advance(nowS()));
  const telegrams =
    device.kind === 'p1' ? sendTelegrams(device, ends, nowS, clock, options.wallMs ?? Date.now) : undefined;
  return {
    address: opened.address,
    line: opened.line,
    fault,
    lost: opened.lost,
    unplug: (forS) => {
      unpluggedUntilMs = clock.nowMs() + forS * 1000;
      for (const cut of [...ends.values()]) cut();
    },
    close: async () => {
      stopPhysics();
      telegrams?.();
      for (const line of ends.keys()) line.close();
      await opened.close();
    },
  };
}

/** Runs an action every so often; returns the function that ends it. */
function keepTurning(clock: Clock, stepMs: number, action: () => void): () => void {
  let cancel: () => void = () => undefined;
  const turn = (): void => {
    action();
    cancel = clock.schedule(stepMs, turn);
  };
  cancel = clock.schedule(stepMs, turn);
  return () => cancel();
}

/** One end of a line, what goes out on it, and the time there. */
interface Place {
  readonly end: End;
  readonly line: MockLine;
  readonly options: ServeOptions;
  readonly fault: FaultSwitch;
  readonly nowS: () => number;
  readonly clock: Clock;
}

async function open(
  options: ServeOptions,
  attach: (end: End) => void,
): Promise<{ address: string; line: string; lost: Promise<string>; close: () => Promise<void> }> {
  let lose: (reason: string) => void = () => undefined;
  const lost = new Promise<string>((resolve) => {
    lose = resolve;
  });
  if (!options.address.startsWith('pty:')) {
    const listener = await openListener(options.address, (transport) =>
      attach({
        // A client that hung up has told the line's close; its last bytes have nowhere to go.
        write: (bytes) => void transport.write(bytes).catch(() => undefined),
        onData: (on) => transport.onData(on),
        onClose: (on) =>
          void transport.onClose((reason) => {
            if (options.address.startsWith('serial:') && reason.kind !== 'local') lose(reason.message);
            on();
          }),
        ...(options.address.startsWith('listen:') ? { cut: () => void transport.close() } : {}),
      }),
    );
    const over = options.framing === 'tcp' ? 'Modbus TCP' : 'serial bytes over TCP';
    const line = listener.address.startsWith('tcp:') ? over : 'serial port';
    return { address: listener.address, line, lost, close: () => listener.close() };
  }
  const path = options.address.slice('pty:'.length);
  const maker = ptyMaker();
  if (maker === undefined) {
    throw new WijkError('COMPONENT_MISSING', 'a pty needs python3 or socat; use --address listen:127.0.0.1:0 instead');
  }
  if (path !== '' && isForeign(path)) {
    const rule = 'something else than a link stands there; a mock only replaces its own link';
    throw badInput([{ file: '<command line>', path: '--address', value: options.address, rule }]);
  }
  const pty = await openPty(maker);
  let closing = false;
  pty.onEnd(() => {
    if (!closing) lose(`${pty.path}: ${maker}, which made this pty, has ended`);
  });
  if (path !== '') {
    rmSync(path, { force: true });
    symlinkSync(pty.path, path);
  }
  attach({ write: (b) => pty.write(b), onData: (on) => pty.onData(on), onClose: (on) => pty.onEnd(on) });
  return {
    // A pty takes any baud rate; only the pacing makes it real.
    address: `serial:${path === '' ? pty.path : path}?baud=${options.baud || 9600}&format=8N1`,
    line: `pty by ${maker}`,
    lost,
    close: async () => {
      closing = true;
      pty.close();
      if (path !== '') rmSync(path, { force: true });
    },
  };
}

type Opened = Awaited<ReturnType<typeof open>>;

/** Lines that somebody else makes and ends. */
function joined(accept: NonNullable<ServeOptions['accept']>, attach: (end: End) => void): Opened {
  const transports = new Set<Transport>();
  accept((transport) => {
    transports.add(transport);
    attach({
      write: (bytes) => void transport.write(bytes).catch(() => undefined),
      onData: (on) => transport.onData(on),
      onClose: (on) => void transport.onClose(() => on()),
      cut: () => void transport.close(),
    });
  });
  const close = async (): Promise<void> => {
    for (const transport of transports) await transport.close();
  };
  return { address: '', line: 'joined', lost: new Promise(() => undefined), close };
}

/** Whether a path is taken by anything but a link, which an earlier mock may have left. */
function isForeign(path: string): boolean {
  const found = lstatSync(path, { throwIfNoEntry: false });
  return found !== undefined && !found.isSymbolicLink();
}

function faultInterceptor(fault: FaultSwitch): Interceptor {
  return (frame) => {
    switch (fault.current) {
      case 'silence':
      case 'reboot':
        return undefined;
      case 'bad-crc': {
        const broken = frame.slice();
        // In a telegram the last bytes are the line's end: break the CRC itself.
        const at = frame[0] === 0x2f ? frame.length - 3 : frame.length - 1;
        broken[at]! ^= 0x01;
        return { bytes: broken, delayMs: 0 };
      }
      case 'slow':
        return { bytes: frame, delayMs: SLOW_MS };
      default:
        return { bytes: frame, delayMs: 0 };
    }
  };
}

/** Nobody asked for so long: the next question is that of a client that came back. */
const ABSENT_S = 3;

function answerModbus(device: ModbusDevice, { end, line, options, fault, nowS, clock }: Place): void {
  const { quirks } = device;
  const functions = device.functions ?? [3, 6, 16];
  let heardMs = Number.NEGATIVE_INFINITY;
  let busyUntilMs = Number.NEGATIVE_INFINITY;
  const answer = (request: Request): Reply | undefined => {
    const { fc } = request;
    const nowMs = clock.nowMs();
    if (nowMs < line.busyUntilMs + device.gapS * 1000) return undefined;
    const current = fault.current;
    if (current === 'exception') return { fc, exception: 4 };
    if (current === 'reboot') return undefined;
    if (nowMs - heardMs > ABSENT_S * 1000) device.reconnected?.();
    heardMs = nowMs;
    if (nowMs < busyUntilMs) return { fc, exception: 6 };
    device.advance(nowS());
    if (!functions.includes(fc)) return { fc, exception: 1 };
    if (request.fc === 3 || request.fc === 4) {
      const values = device.read(request.address, request.count, request.fc);
      return values === undefined ? { fc, exception: 2 } : { fc: request.fc, values };
    }
    if (request.fc !== 6 && request.fc !== 16) return { fc, exception: 1 };
    const values = request.fc === 6 ? [request.value] : request.values;
    const refused = device.write(request.address, values, current === 'ignore' || quirks.ignoresWrites);
    if (refused !== undefined) return { fc, exception: refused };
    busyUntilMs = nowMs + quirks.busyAfterWriteS * 1000;
    return { fc: request.fc, address: request.address, value: request.fc === 6 ? request.value : values.length };
  };
  let replies = 0;
  let held: Uint8Array | undefined;
  const send = (frame: Uint8Array): void => {
    replies++;
    if (held !== undefined) {
      // Late by one question: a client that takes it for the answer has the wrong registers.
      line.send(held, device.replyDelayS * 1000);
      held = undefined;
    } else if (quirks.staleEvery > 0 && replies % quirks.staleEvery === 0) {
      held = frame;
      return;
    }
    const foreign = quirks.foreignUnitEvery > 0 && replies % quirks.foreignUnitEvery === 0;
    line.send(foreign ? fromUnit(frame, options) : frame, device.replyDelayS * 1000);
  };
  const silence = options.baud > 0 ? { silenceMs: silenceMsOf(options.baud, BITS_PER_CHARACTER) } : {};
  const heard = { framing: options.framing, clock, ...silence };
  respond(end, { ...heard, unit: options.unit, answer, send });
  const neighbour = options.unit < 247 ? options.unit + 1 : 1;
  respond(end, {
    ...heard,
    unit: neighbour,
    answer: (request) => (quirks.answersOthers ? answer(request) : undefined),
    send,
  });
}

/** The same reply with the address of the unit above, and a CRC that holds. */
function fromUnit(frame: Uint8Array, { framing, unit }: ServeOptions): Uint8Array {
  const foreign = unit < 247 ? unit + 1 : 1;
  if (framing === 'rtu') return rtuFrame(foreign, frame.subarray(1, frame.length - 2));
  const other = frame.slice();
  other[6] = foreign;
  return other;
}

/** No line of an instrument is longer; what is, is thrown away with an error in the instrument's queue. */
const TEXT_LINE_MAX = 1024;

function answerText(device: TextDevice, { end, line, fault, nowS }: Place): void {
  let pending = '';
  // A line of text is a connection of its own: who opens it is a client that comes back.
  device.reconnected?.();
  end.onData((bytes) => {
    pending += Buffer.from(bytes).toString('latin1');
    for (let at = pending.search(/[\r\n]/); at >= 0; at = pending.search(/[\r\n]/)) {
      const text = pending.slice(0, at).trim();
      pending = pending.slice(at + 1);
      if (text === '' || fault.current === 'silence' || fault.current === 'reboot') continue;
      device.advance(nowS());
      const reply = device.line(text);
      if (reply !== undefined) line.send(Buffer.from(`${reply}\n`, 'latin1'), device.replyDelayS * 1000);
    }
    if (pending.length > TEXT_LINE_MAX) pending = '';
  });
}

/** A telegram every second of the wall clock, as meters do; those that a client missed are gone. */
function sendTelegrams(
  device: P1Device,
  ends: ReadonlyMap<MockLine, unknown>,
  nowS: () => number,
  clock: Clock,
  wallMs: () => number,
): () => void {
  let cancel: () => void = () => undefined;
  const periodMs = device.periodS * 1000;
  const next = (): void => {
    cancel = clock.schedule(periodMs - (wallMs() % periodMs), () => {
      device.advance(nowS());
      const telegram = device.telegram(Math.round(wallMs() / periodMs) * periodMs * 1000);
      for (const line of ends.keys()) line.send(telegram, 0);
      next();
    });
  };
  next();
  return () => cancel();
}

/** Takes a line of text as a command; the answer for the person who typed it. */
export function command(text: string, device: MockDevice, server: MockServer): string {
  const [verb = '', argument = ''] = text.trim().split(/\s+(.*)/s);
  switch (verb) {
    case 'status':
      return JSON.stringify({ device: device.name, fault: server.fault.current, ...device.status() });
    case 'sin':
      return sinCommand(argument, device);
    case 'unplug': {
      const forS = /^(\d+(?:\.\d+)?)(ms|s|m)?$/.exec(argument);
      if (forS === null) return 'unplug wants a duration, such as unplug 5s';
      const seconds = Number(forS[1]) * (forS[2] === 'ms' ? 0.001 : forS[2] === 'm' ? 60 : 1);
      server.unplug(seconds);
      return `unplugged for ${seconds} s`;
    }
    default:
  }
  const asked = parseFault(text.replace(/^\s*fault\s+/, ''));
  if (asked === undefined) {
    return `unknown: ${text.trim()} (fault NAME[@AFTER] [DURATION], sin NAME, unplug DURATION, status, quit)`;
  }
  server.fault.set(asked);
  const after = asked.afterS > 0 ? ` in ${asked.afterS} s` : '';
  return `fault ${asked.fault}${after}${asked.forS > 0 ? ` for ${asked.forS} s` : ''}`;
}

function sinCommand(name: string, device: MockDevice): string {
  if (name === 'none') {
    absolve(device);
    return 'sin none';
  }
  const found = SIN_NAMES.find((known) => known === name);
  if (found === undefined || !sinsOf(device.traits).includes(found)) {
    return `unknown: sin ${name} (one of ${sinsOf(device.traits).join(', ')}, none)`;
  }
  commit(device, found);
  return `sin ${found}`;
}

/** Puts an emulated device on its lines and keeps its time: the loop of a mock's firmware. */
import { lstatSync, rmSync, symlinkSync } from 'node:fs';
import type { Reply, Request } from '../bench/modbus/pdu.js';
import { respond } from '../bench/modbus/responder.js';
import { systemClock } from '../bench/transport/clock.js';
import { openListener } from '../bench/transport/open.js';
import { badInput, WijkError } from '../errors.js';
import type { MockDevice, ModbusDevice, P1Device } from './device.js';
import { createFaultSwitch, type FaultSwitch, parseFault, SLOW_MS } from './faults.js';
import { createLine, type Disturbances, type Interceptor, type MockLine } from './line.js';
import { openPty, ptyMaker } from './pty.js';

export interface ServeOptions {
  /** `pty:PATH` (a link to the pty is made there), `listen:host:port`, or `serial:…`. */
  readonly address: string;
  readonly framing: 'rtu' | 'tcp';
  readonly unit: number;
  readonly baud: number;
  readonly disturbances: Disturbances;
}

export interface MockServer {
  /** What a client opens. */
  readonly address: string;
  /** How the line was made, for people. */
  readonly line: string;
  readonly fault: FaultSwitch;
  /** Settles with the reason if the line is gone for good (its pty's maker died, its adapter was pulled out). */
  readonly lost: Promise<string>;
  close(): Promise<void>;
}

/** One end of a line, whatever it is made of. */
interface End {
  write(bytes: Uint8Array): void;
  onData(listener: (bytes: Uint8Array) => void): () => void;
  onClose(listener: () => void): void;
}

/** Physics run at this step between requests. */
const STEP_MS = 50;
const BITS_PER_CHARACTER = 10;

export async function serveMock(device: MockDevice, options: ServeOptions): Promise<MockServer> {
  const nowS = (): number => systemClock.nowMs() / 1000;
  const fault = createFaultSwitch(nowS, () => device.powerUp());
  const ends = new Set<MockLine>();

  const attach = (end: End): void => {
    const line = createLine({
      write: (bytes) => end.write(bytes),
      clock: systemClock,
      baud: options.baud,
      bitsPerCharacter: BITS_PER_CHARACTER,
      interceptors: [faultInterceptor(fault), ...options.disturbances.interceptors],
    });
    ends.add(line);
    if (options.disturbances.echo) end.onData((bytes) => end.write(bytes));
    end.onClose(() => {
      line.close();
      ends.delete(line);
    });
    if (device.kind === 'modbus') answerModbus(device, end, line, options, fault, nowS);
  };

  const opened = await open(options, attach);
  const physics = setInterval(() => device.advance(nowS()), STEP_MS);
  const telegrams = device.kind === 'p1' ? sendTelegrams(device, ends, nowS) : undefined;
  return {
    address: opened.address,
    line: opened.line,
    fault,
    lost: opened.lost,
    close: async () => {
      clearInterval(physics);
      telegrams?.();
      for (const line of ends) line.close();
      await opened.close();
    },
  };
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

function answerModbus(
  device: ModbusDevice,
  end: End,
  line: MockLine,
  options: ServeOptions,
  fault: FaultSwitch,
  nowS: () => number,
): void {
  const answer = (request: Request): Reply | undefined => {
    const { fc } = request;
    if (nowS() * 1000 < line.busyUntilMs + device.gapS * 1000) return undefined;
    const current = fault.current;
    if (current === 'exception') return { fc, exception: 4 };
    if (current === 'reboot') return undefined;
    device.advance(nowS());
    if (request.fc === 3) {
      const values = device.read(request.address, request.count);
      return values === undefined ? { fc, exception: 2 } : { fc: 3, values };
    }
    if (request.fc !== 6 && request.fc !== 16) return { fc, exception: 1 };
    const values = request.fc === 6 ? [request.value] : request.values;
    const refused = device.write(request.address, values, current === 'ignore');
    if (refused !== undefined) return { fc, exception: refused };
    return { fc: request.fc, address: request.address, value: request.fc === 6 ? request.value : values.length };
  };
  respond(end, {
    framing: options.framing,
    unit: options.unit,
    answer,
    send: (frame) => line.send(frame, device.replyDelayS * 1000),
  });
}

/** A telegram every second of the wall clock, as meters do; those that a client missed are gone. */
function sendTelegrams(device: P1Device, ends: ReadonlySet<MockLine>, nowS: () => number): () => void {
  let cancel: () => void = () => undefined;
  const periodMs = device.periodS * 1000;
  const next = (): void => {
    const wallMs = Date.now();
    cancel = systemClock.schedule(periodMs - (wallMs % periodMs), () => {
      device.advance(nowS());
      const telegram = device.telegram(Math.round(Date.now() / periodMs) * periodMs * 1000);
      for (const line of ends) line.send(telegram, 0);
      next();
    });
  };
  next();
  return () => cancel();
}

/** Takes a line of text as a command; the answer for the person who typed it. */
export function command(text: string, device: MockDevice, server: MockServer): string {
  if (text.trim() === 'status') {
    return JSON.stringify({ device: device.name, fault: server.fault.current, ...device.status() });
  }
  const asked = parseFault(text.replace(/^\s*fault\s+/, ''));
  if (asked === undefined) return `unknown: ${text.trim()} (fault NAME[@AFTER] [DURATION], status, quit)`;
  server.fault.set(asked);
  const after = asked.afterS > 0 ? ` in ${asked.afterS} s` : '';
  return `fault ${asked.fault}${after}${asked.forS > 0 ? ` for ${asked.forS} s` : ''}`;
}

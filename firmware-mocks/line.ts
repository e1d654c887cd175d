/**
 * The wire of a mock: paces bytes to the baud rate, and disturbs them on purpose. A pty ignores baud rates, so without
 * pacing a bench would look faster than any real line.
 */
import type { Clock } from '../bench/transport/clock.js';

/** Takes a frame on its way out and gives what goes onto the wire, and when. */
export type Interceptor = (frame: Uint8Array) => { readonly bytes: Uint8Array; readonly delayMs: number } | undefined;

export interface LineOptions {
  readonly write: (bytes: Uint8Array) => void;
  readonly clock: Clock;
  /** 0 does not pace. */
  readonly baud: number;
  /** Start, data, parity and stop bits of a character. */
  readonly bitsPerCharacter: number;
  readonly interceptors: readonly Interceptor[];
}

export interface MockLine {
  /** Queues a frame; `delayMs` is the device's own time to answer. */
  send(frame: Uint8Array, delayMs: number): void;
  /** When the last byte of everything queued so far is on the wire, ms of the clock. */
  readonly busyUntilMs: number;
  close(): void;
}

/** A slice is what a UART's FIFO hands over at once; below 2 ms timers cannot follow. */
const SLICE_MS = 4;

export function createLine(options: LineOptions): MockLine {
  const { clock, baud } = options;
  const bytesPerMs = baud > 0 ? baud / options.bitsPerCharacter / 1000 : Number.POSITIVE_INFINITY;
  let busyUntilMs = Number.NEGATIVE_INFINITY;
  // One queue and one timer: two timers that are late together may fire in any order, and bytes may not.
  const queue: { readonly dueMs: number; readonly bytes: Uint8Array }[] = [];
  let cancelTimer: (() => void) | undefined;

  const arm = (): void => {
    const first = queue[0];
    if (first === undefined || cancelTimer !== undefined) return;
    cancelTimer = clock.schedule(Math.max(0, first.dueMs - clock.nowMs()), () => {
      cancelTimer = undefined;
      while (queue.length > 0 && queue[0]!.dueMs <= clock.nowMs()) options.write(queue.shift()!.bytes);
      arm();
    });
  };

  return {
    get busyUntilMs() {
      return busyUntilMs;
    },
    send(frame, delayMs) {
      let bytes = frame;
      let waitMs = delayMs;
      for (const intercept of options.interceptors) {
        const through = intercept(bytes);
        if (through === undefined) return;
        bytes = through.bytes;
        waitMs += through.delayMs;
      }
      const startMs = Math.max(clock.nowMs() + waitMs, busyUntilMs);
      const slice =
        bytesPerMs === Number.POSITIVE_INFINITY ? bytes.length : Math.max(1, Math.round(bytesPerMs * SLICE_MS));
      for (let from = 0; from < bytes.length; from += slice) {
        const part = bytes.slice(from, from + slice);
        // A byte is there when its last bit is.
        queue.push({ dueMs: startMs + (from + part.length) / bytesPerMs, bytes: part });
      }
      busyUntilMs = startMs + bytes.length / bytesPerMs;
      arm();
    },
    close: () => {
      cancelTimer?.();
      cancelTimer = undefined;
      queue.length = 0;
    },
  };
}

const LINE_FAULTS =
  'delay=MS, jitter=MS, drop=SHARE, corrupt=SHARE, truncate=SHARE, duplicate=SHARE, noise=SHARE, echo';

export interface Disturbances {
  readonly interceptors: readonly Interceptor[];
  /** What comes in goes out again, as on a two-wire line whose adapter hears itself. */
  readonly echo: boolean;
}

/** `delay=20,drop=0.01`: disturbances in the order given, or the rule that was broken. */
export function parseDisturbances(text: string, random: () => number): Disturbances | { readonly rule: string } {
  const interceptors: Interceptor[] = [];
  let echo = false;
  for (const part of text.split(',').filter((p) => p !== '')) {
    if (part.trim() === 'echo') {
      echo = true;
      continue;
    }
    const match = /^(delay|jitter|drop|corrupt|truncate|duplicate|noise)=(\d+(?:\.\d+)?)$/.exec(part.trim());
    const amount = Number(match?.[2]);
    if (match === null || (!['delay', 'jitter'].includes(match[1]!) && amount > 1))
      return { rule: `${part} is none of ${LINE_FAULTS}` };
    interceptors.push(interceptor(match[1]!, amount, random));
  }
  return { interceptors, echo };
}

function interceptor(kind: string, amount: number, random: () => number): Interceptor {
  const pass = (bytes: Uint8Array, delayMs = 0) => ({ bytes, delayMs });
  const hit = (): boolean => random() < amount;
  switch (kind) {
    case 'delay':
      return (frame) => pass(frame, amount);
    case 'jitter':
      return (frame) => pass(frame, amount * random());
    case 'duplicate':
      return (frame) => pass(hit() ? Uint8Array.from([...frame, ...frame]) : frame);
    case 'drop':
      return (frame) => (hit() ? undefined : pass(frame));
    case 'truncate':
      return (frame) => pass(hit() ? frame.slice(0, Math.floor(random() * frame.length)) : frame);
    case 'noise':
      return (frame) => {
        if (!hit()) return pass(frame);
        const before = Uint8Array.from({ length: 1 + Math.floor(random() * 4) }, () => Math.floor(random() * 256));
        return pass(Uint8Array.from([...before, ...frame]));
      };
    default:
      return (frame) => {
        if (!hit()) return pass(frame);
        const broken = frame.slice();
        broken[Math.floor(random() * broken.length)]! ^= 1 << Math.floor(random() * 8);
        return pass(broken);
      };
  }
}

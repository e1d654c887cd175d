/**
 * Serial ports and ptys.
 *
 * What the serialport package leaves to its user, and what is done about it here:
 * - its streams go through other threads, spin on empty reads when the other end of a pty hangs up just after opening, emit
 *   `error` without a listener, and notice no hang-up without a reader: the bytes are read and written in `serial-port.ts`;
 * - its lock is advisory `flock`; a held port answers "Cannot lock port": told as PORT_IN_USE;
 * - a pty has no modem lines (ENOTTY): asked-for levels are then skipped, since a pty has nobody to see them;
 * - bytes that came in while nobody had the port open stay with the operating system, and would be taken for the answer to
 *   the first question: what is there at the opening is thrown away;
 * - an adapter that was pulled out may say nothing for long: a watchdog looks whether the device file is still the one that was
 *   opened;
 * - `SerialPort.list()` kills the process where udev is missing: never called.
 */
import { realpathSync, statSync } from 'node:fs';
import { autoDetect } from '@serialport/bindings-cpp';
import { messageOf, WijkError } from '../../errors.js';
import type { SerialAddress } from './address.js';
import { LineEnd } from './line-end.js';
import { type FilePort, SerialBytes } from './serial-port.js';
import type { Transport } from './transport.js';

/** The watchdog's period: a hang-up without an event is noticed within this time. */
export const HANGUP_WATCH_MS = 500;

export async function openSerial(text: string, address: SerialAddress, signal?: AbortSignal): Promise<Transport> {
  const identity = identify(address.path);
  if (identity === undefined) {
    throw new WijkError(
      'NO_SUCH_PORT',
      `${text}: there is no such serial port; plug the adapter in, or look in /dev/serial/by-id for its name`,
    );
  }
  const port = await open(text, address);
  const end = new LineEnd();
  let fault: Error | undefined;
  const gone = (why: string): void => {
    clearInterval(watchdog);
    end.end({ kind: 'fault', message: `${text}: the port is gone${why}` });
    bytes.close().catch(() => undefined); // it is gone: nothing is left that could fail
  };
  const bytes = new SerialBytes(port, {
    data: (chunk) => end.receive(chunk),
    lost: (cause) => {
      fault = cause;
      gone(cause === undefined ? ' (its other end hung up)' : `: ${cause.message}`);
    },
  });
  const watchdog = setInterval(() => {
    if (identify(address.path) !== identity) gone(' (unplugged, or its other end hung up)');
  }, HANGUP_WATCH_MS);
  watchdog.unref();
  const close = async (): Promise<void> => {
    clearInterval(watchdog);
    await bytes.close();
    end.end({ kind: 'local', message: `${text}: closed` });
  };

  try {
    await setModemLines(port, address);
    signal?.throwIfAborted();
  } catch (error) {
    await close();
    throw error;
  }
  const refusal = (cause: unknown): WijkError =>
    new WijkError('NO_SUCH_PORT', `${text}: the port is closed; nothing was sent`, { cause });
  return {
    address: text,
    get closed() {
      return end.closed;
    },
    onData: (listener) => end.onData(listener),
    onClose: (listener) => end.onClose(listener),
    write: (frame) => {
      if (end.closed || bytes.ended) return Promise.reject(refusal(fault));
      return bytes.write(frame).catch((cause: unknown) => {
        throw refusal(cause);
      });
    },
    close,
  };
}

async function open(text: string, { path, baud, dataBits, parity, stopBits }: SerialAddress): Promise<FilePort> {
  const port = await autoDetect()
    .open({ path, baudRate: baud, dataBits, parity, stopBits })
    .catch((error: unknown) => {
      throw openError(text, path, error);
    });
  if (!('poller' in port)) {
    await port.close();
    throw new WijkError('NO_SUCH_PORT', `${text}: serial ports are served on Linux and macOS; use tcp: here`);
  }
  try {
    await port.flush();
    return port;
  } catch (error) {
    await port.close();
    throw new WijkError('NO_SUCH_PORT', `${text}: cannot be flushed: ${messageOf(error)}`, { cause: error });
  }
}

/** Which device file a path means now; a re-plugged adapter or a new pty under the same name is another one. */
function identify(path: string): string | undefined {
  try {
    const target = realpathSync(path);
    const { ino, rdev, dev } = statSync(target);
    return `${target} ${dev} ${ino} ${rdev}`;
  } catch {
    return undefined; // absent or unreadable: either way not the port that was opened
  }
}

async function setModemLines(port: FilePort, { path, rts, dtr }: SerialAddress): Promise<void> {
  if (rts === undefined && dtr === undefined) return;
  // A line that is not named would be switched off.
  const levels = { brk: false, cts: false, dtr: dtr ?? true, rts: rts ?? true };
  try {
    await port.set(levels);
  } catch (error) {
    if (/inappropriate ioctl/i.test(messageOf(error))) return;
    throw new WijkError('NO_SUCH_PORT', `${path}: cannot set modem lines: ${messageOf(error)}`, { cause: error });
  }
}

function openError(text: string, path: string, cause: unknown): WijkError {
  const message = messageOf(cause);
  if (/cannot lock port/i.test(message)) {
    return new WijkError('PORT_IN_USE', `${text}: another program holds this serial port; stop that program first`, {
      cause,
    });
  }
  const advice = /permission denied/i.test(message)
    ? `no permission; add yourself to the group that owns ${path} (often "dialout") and log in again`
    : /not a tty|inappropriate ioctl|invalid argument/i.test(message)
      ? 'this is not a serial port, or it cannot do that baud rate and format'
      : `cannot be opened: ${message}`;
  return new WijkError('NO_SUCH_PORT', `${text}: ${advice}`, { cause });
}

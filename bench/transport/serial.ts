/**
 * Serial ports and ptys.
 *
 * What the serialport package leaves to its user, and what is done about it here:
 * - it emits `error` without a listener (a close with a write pending does): a listener is always attached;
 * - its lock is advisory `flock`; a held port answers "Cannot lock port": told as PORT_IN_USE;
 * - a pty has no modem lines (ENOTTY): asked-for levels are then skipped, since a pty has nobody to see them;
 * - when the other end of a pty hangs up just after opening, its reader spins on empty reads and no event ever comes; and
 *   without a reader no event comes at all. A reader is attached at once, and a watchdog looks whether the device file
 *   is still the one that was opened;
 * - bytes that came in while nobody had the port open stay with the operating system, and would be taken for the answer to
 *   the first question: what is there at the opening is thrown away;
 * - `SerialPort.list()` kills the process where udev is missing: never called.
 */
import { realpathSync, statSync } from 'node:fs';
import { SerialPort } from 'serialport';
import { messageOf, WijkError } from '../../errors.js';
import type { SerialAddress } from './address.js';
import { LineEnd } from './line-end.js';
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
  const port = new SerialPort({
    path: address.path,
    baudRate: address.baud,
    dataBits: address.dataBits,
    parity: address.parity,
    stopBits: address.stopBits,
    autoOpen: false,
  });
  const end = new LineEnd();
  let fault: Error | undefined;
  port.on('error', (error) => {
    fault = error;
  });
  let ours = false;
  port.on('data', (bytes: Buffer) => {
    if (ours) end.receive(bytes);
  });
  await new Promise<void>((resolve, reject) => {
    port.open((error) => (error ? reject(openError(text, address.path, error)) : resolve()));
  });

  let closing = false;
  const watchdog = setInterval(() => {
    if (identify(address.path) === identity) return;
    end.end({ kind: 'fault', message: `${text}: the port is gone (unplugged, or its other end hung up)` });
    void close();
  }, HANGUP_WATCH_MS);
  watchdog.unref();
  port.on('close', (error: Error | null) => {
    clearInterval(watchdog);
    const cause = error ?? fault;
    if (closing) end.end({ kind: 'local', message: `${text}: closed` });
    else end.end({ kind: 'fault', message: `${text}: the port is gone${cause ? `: ${cause.message}` : ''}` });
  });
  const close = async (): Promise<void> => {
    closing = true;
    clearInterval(watchdog);
    if (port.isOpen) await new Promise<void>((resolve) => port.close(() => resolve()));
    end.end({ kind: 'local', message: `${text}: closed` });
  };

  try {
    await flush(port);
    ours = true;
    await setModemLines(port, address);
    signal?.throwIfAborted();
  } catch (error) {
    await close();
    throw error;
  }
  return {
    address: text,
    get closed() {
      return end.closed;
    },
    onData: (listener) => end.onData(listener),
    onClose: (listener) => end.onClose(listener),
    write: (bytes) =>
      new Promise((resolve, reject) => {
        const refuse = (cause: unknown) =>
          reject(new WijkError('NO_SUCH_PORT', `${text}: the port is closed; nothing was sent`, { cause }));
        if (end.closed || !port.isOpen) return refuse(fault);
        port.write(Buffer.from(bytes), (error) => (error ? refuse(error) : resolve()));
      }),
    close,
  };
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

function flush(port: SerialPort): Promise<void> {
  return new Promise((resolve, reject) => {
    port.flush((error) => {
      if (!error) resolve();
      else reject(new WijkError('NO_SUCH_PORT', `${port.path}: cannot be flushed: ${error.message}`, { cause: error }));
    });
  });
}

function setModemLines(port: SerialPort, { rts, dtr }: SerialAddress): Promise<void> {
  if (rts === undefined && dtr === undefined) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const levels = { ...(rts === undefined ? {} : { rts }), ...(dtr === undefined ? {} : { dtr }) };
    port.set(levels, (error) => {
      if (!error || /inappropriate ioctl/i.test(error.message)) resolve();
      else
        reject(
          new WijkError('NO_SUCH_PORT', `${port.path}: cannot set modem lines: ${error.message}`, { cause: error }),
        );
    });
  });
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

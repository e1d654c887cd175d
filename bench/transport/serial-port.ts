/**
 * The bytes of an open serial port. The package serialport opens the port and says when it can be read; reading and writing are
 * done here, at that moment and in place: through the package's streams every write and every read first goes to another
 * thread, which costs a transaction some 0.1 ms, and more when the machine is busy.
 *
 * The port is non-blocking: what it does not take at once waits, in order, until it does.
 */
import { readSync, writeSync } from 'node:fs';
import type { DarwinPortBinding, LinuxPortBinding } from '@serialport/bindings-cpp';

/** A port of a system where ports are files. */
export type FilePort = LinuxPortBinding | DarwinPortBinding;

export interface PortListener {
  data(bytes: Uint8Array): void;
  /** Once, when the port can be used no more; nothing is called after it. Without a cause: the other end hung up. */
  lost(cause: Error | undefined): void;
}

interface Waiting {
  readonly bytes: Uint8Array;
  from: number;
  readonly resolve: () => void;
  readonly reject: (cause: unknown) => void;
}

/** More than a line carries while the event loop is held up for a second at 460,800 baud. */
const CHUNK = 65_536;
const WRITTEN = Promise.resolve();
/** UV_READABLE of libuv. Asked for again after every time that it came. */
const READABLE = 1;

const isBusy = (error: unknown): boolean =>
  ['EAGAIN', 'EWOULDBLOCK', 'EINTR'].includes((error as NodeJS.ErrnoException).code ?? '');

export class SerialBytes {
  readonly #port: FilePort;
  readonly #listener: PortListener;
  readonly #chunk = new Uint8Array(CHUNK);
  readonly #waiting: Waiting[] = [];
  readonly #listenAgain = (): void => {
    if (this.#ended) return;
    try {
      this.#port.poller.poll(READABLE);
    } catch (error) {
      this.#lose(error as Error);
    }
  };
  #ended = false;

  constructor(port: FilePort, listener: PortListener) {
    this.#port = port;
    this.#listener = listener;
    port.poller.on('readable', (error: Error | null) => {
      if (this.#ended) return;
      if (error) this.#lose(error);
      else this.#read();
    });
    port.poller.poll(READABLE);
  }

  get ended(): boolean {
    return this.#ended;
  }

  /** Resolves when the system has taken all of it; rejects with the cause if the port is lost or closed before. */
  write(bytes: Uint8Array): Promise<void> {
    let from = 0;
    if (this.#waiting.length === 0) {
      try {
        from = this.#put(bytes, 0);
      } catch (cause) {
        this.#lose(cause as Error);
        return Promise.reject(cause);
      }
      if (from === bytes.length) return WRITTEN;
    }
    return new Promise((resolve, reject) => {
      // The caller may use its bytes again.
      this.#waiting.push({ bytes: bytes.slice(), from, resolve, reject });
      if (this.#waiting.length === 1) this.#awaitRoom();
    });
  }

  async close(): Promise<void> {
    this.#end(new Error('the port was closed'));
    if (this.#port.isOpen) await this.#port.close();
  }

  #read(): void {
    const { fd } = this.#port;
    for (let more = true; more && !this.#ended && fd !== null; ) {
      let count: number;
      try {
        count = readSync(fd, this.#chunk, 0, CHUNK, null);
      } catch (error) {
        if (isBusy(error)) break;
        this.#lose(error as Error);
        return;
      }
      if (count === 0) {
        this.#lose(undefined);
        return;
      }
      more = count === CHUNK;
      this.#listener.data(this.#chunk.slice(0, count));
    }
    // Whoever waits for these bytes goes first: to listen again can wait for the end of this turn.
    setImmediate(this.#listenAgain);
  }

  #put(bytes: Uint8Array, from: number): number {
    const { fd } = this.#port;
    if (this.#ended || fd === null) throw new Error('the port is closed');
    try {
      return from + writeSync(fd, bytes, from, bytes.length - from);
    } catch (error) {
      if (isBusy(error)) return from;
      throw error;
    }
  }

  #awaitRoom(): void {
    this.#port.poller.once('writable', (error) => {
      if (this.#ended) return;
      try {
        if (error) throw error;
        for (let first = this.#waiting[0]; first !== undefined; first = this.#waiting[0]) {
          first.from = this.#put(first.bytes, first.from);
          if (first.from < first.bytes.length) return this.#awaitRoom();
          this.#waiting.shift();
          first.resolve();
        }
      } catch (cause) {
        this.#lose(cause as Error);
      }
    });
  }

  #lose(cause: Error | undefined): void {
    if (this.#ended) return;
    this.#end(cause ?? new Error('the other end hung up'));
    this.#listener.lost(cause);
  }

  #end(cause: Error): void {
    this.#ended = true;
    for (const { reject } of this.#waiting.splice(0)) reject(cause);
  }
}

/**
 * A pty without extra packages: Python's standard library or socat makes it, and bridges it to this process's pipes.
 * Without either a mock serves RTU over TCP instead.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createInterface } from 'node:readline';
import { WijkError } from '../errors.js';

/** Raw pty, its name on stderr; bytes both ways. The slave stays open here, so that a client may come and go. What no client reads is dropped, not queued: a device's line has no memory. */
const PYTHON = `
import os, pty, select, sys, tty
m, s = pty.openpty()
tty.setraw(s)
os.set_blocking(m, False)
sys.stderr.write("PTY " + os.ttyname(s) + "\\n")
sys.stderr.flush()
while True:
    ready, _, _ = select.select([0, m], [], [])
    if 0 in ready:
        b = os.read(0, 4096)
        if not b:
            break
        try:
            os.write(m, b)
        except BlockingIOError:
            pass
    if m in ready:
        b = os.read(m, 4096)
        if b:
            os.write(1, b)
`;

export type PtyMaker = 'python3' | 'socat';

/** Which program can make a pty here; undefined if none. */
export function ptyMaker(): PtyMaker | undefined {
  if (process.platform === 'win32') return undefined;
  const works = (command: string, args: readonly string[]): boolean =>
    spawnSync(command, args, { stdio: 'ignore' }).status === 0;
  if (works('python3', ['-c', 'import pty, tty; pty.openpty()'])) return 'python3';
  if (works('socat', ['-V'])) return 'socat';
  return undefined;
}

export interface Pty {
  /** Path of the side that a client opens, such as /dev/pts/4. */
  readonly path: string;
  write(bytes: Uint8Array): void;
  onData(listener: (bytes: Uint8Array) => void): () => void;
  onEnd(listener: () => void): void;
  close(): void;
}

export async function openPty(maker: PtyMaker): Promise<Pty> {
  const child: ChildProcess =
    maker === 'python3'
      ? spawn('python3', ['-c', PYTHON], { stdio: ['pipe', 'pipe', 'pipe'] })
      : spawn('socat', ['-d', '-d', 'PTY,raw,echo=0', 'STDIO'], { stdio: ['pipe', 'pipe', 'pipe'] });
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  // The bridge may go first; what is written to it then has nowhere to go, as on a cut cable.
  child.stdin!.on('error', () => undefined);
  const path = await Promise.race([
    new Promise<string>((resolve) => {
      createInterface({ input: child.stderr! }).on('line', (line) => {
        const match = /PTY (?:is )?(\/dev\/\S+)/.exec(line);
        if (match !== null) resolve(match[1]!);
      });
    }),
    ended.then((): never => {
      throw new WijkError('NO_SUCH_PORT', `${maker} could not make a pty`);
    }),
  ]);
  return {
    path,
    write: (bytes) => void child.stdin!.write(bytes),
    onData: (listener) => {
      child.stdout!.on('data', listener);
      return () => void child.stdout!.off('data', listener);
    },
    onEnd: (listener) => void ended.then(listener),
    close: () => {
      child.stdin!.end();
      child.kill('SIGTERM');
    },
  };
}

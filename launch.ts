/**
 * One program of wijktwin as a child process. A child says on stdout, in one JSON line, that it is ready and where; it
 * stops cleanly when its stdin ends, so that no child outlives its parent, whatever kills the parent. Its code is no part of
 * whoever starts it: this is how the command line runs its servers, and the bench a mock or a twin.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { messageOf, WijkError } from './errors.js';
import { ENTRY } from './paths.js';

export interface Child {
  readonly name: string;
  readonly pid: number;
  /** What it said when it became ready: at least its address. */
  readonly ready: Readonly<Record<string, unknown>> & { readonly address: string };
  /** Settles when the process has ended, with its exit code (or 128 + signal as shells count). */
  readonly exited: Promise<number>;
  /** Writes a line to its stdin: some children take commands there. */
  send(line: string): void;
  /** Asks it to stop, waits, and kills it when the time is over. Returns its exit code. */
  stop(withinMs: number): Promise<number>;
}

export interface ChildOptions {
  /** File to which its stderr is added; its last lines are in the error in any case. */
  readonly logFile?: string;
  readonly readyWithinMs?: number;
  /** Ends the wait for its being ready, with the signal's reason. */
  readonly signal?: AbortSignal;
}

const TAIL_LINES = 12;
/** Whoever fails to become ready gets so long to end by itself. */
const ENDS_WITHIN_MS = 3000;

/**
 * Starts `wijktwin <args>` and waits until it is ready. Rejects with what it said (STATE, INTERNAL), or with the signal's
 * reason; nothing is left running then. `name`: as in "the mock".
 */
export async function startChild(name: string, args: readonly string[], options: ChildOptions = {}): Promise<Child> {
  const { logFile, readyWithinMs = 30_000, signal } = options;
  signal?.throwIfAborted();
  if (logFile !== undefined) mkdirSync(dirname(logFile), { recursive: true });
  const log = logFile === undefined ? undefined : createWriteStream(logFile, { flags: 'a' });
  // Its own process group: Ctrl-C reaches the parent alone, which then stops its children in the right order, and an
  // acceptance still has its device when it confirms the neutral state.
  const child = spawn(process.execPath, [ENTRY, ...args], { stdio: ['pipe', 'pipe', 'pipe'], detached: true });
  const tail: string[] = [];
  createInterface({ input: child.stderr }).on('line', (line) => {
    log?.write(`${line}\n`);
    tail.push(line);
    if (tail.length > TAIL_LINES) tail.shift();
  });
  // A child that dies takes its stdin with it; writing to it then is no error of ours.
  child.stdin.on('error', () => undefined);
  const exited = new Promise<number>((resolve) => {
    child.once('exit', (code, killedBy) => resolve(code ?? (killedBy === null ? 1 : 137)));
    child.once('error', (error) => {
      tail.push(error.message);
      resolve(127);
    });
  });
  void exited.then(() => log?.end());
  let stopping: Promise<number> | undefined;
  const stop = (withinMs: number): Promise<number> => {
    stopping ??= end(child, exited, withinMs);
    return stopping;
  };
  try {
    const ready = await firstLine(name, child, exited, tail, readyWithinMs, signal);
    return { name, pid: child.pid!, ready, exited, send: (line) => void child.stdin.write(`${line}\n`), stop };
  } catch (error) {
    await stop(ENDS_WITHIN_MS);
    throw error;
  }
}

async function firstLine(
  name: string,
  child: ChildProcess,
  exited: Promise<number>,
  tail: readonly string[],
  withinMs: number,
  signal: AbortSignal | undefined,
): Promise<Child['ready']> {
  let release: () => void = () => undefined;
  const late = new Promise<never>((_, reject) => {
    const timer = setTimeout(
      () => reject(new WijkError('INTERNAL', `${name} is not ready after ${withinMs / 1000} s`)),
      withinMs,
    );
    const abort = (): void => reject(signal!.reason);
    signal?.addEventListener('abort', abort, { once: true });
    release = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
    };
  });
  const heard = new Promise<void>(
    (resolve) => void child.once('close', () => resolve()).once('error', () => resolve()),
  );
  const died = exited.then(async (code): Promise<never> => {
    // Only now what it had to say has arrived.
    await heard;
    // The child has explained itself on stderr: pass its words on, they are the one clear line.
    const said = tail.join('\n');
    throw new WijkError(
      'STATE',
      `${name} stopped before it was ready (exit code ${code})${said === '' ? '' : `:\n${said}`}`,
      {
        context: { code },
      },
    );
  });
  const line = new Promise<Child['ready']>((resolve, reject) => {
    createInterface({ input: child.stdout! }).on('line', (text) => {
      try {
        const parsed = JSON.parse(text) as Child['ready'] & { ready?: boolean };
        if (parsed.ready === true) resolve(parsed);
      } catch (error) {
        reject(
          new WijkError('INTERNAL', `${name} said something else than that it is ready: ${text} (${messageOf(error)})`),
        );
      }
    });
  });
  try {
    return await Promise.race([line, died, late]);
  } finally {
    release();
    died.catch(() => undefined);
  }
}

async function end(child: ChildProcess, exited: Promise<number>, withinMs: number): Promise<number> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return exited;
  child.stdin?.end();
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), withinMs);
  try {
    return await exited;
  } finally {
    clearTimeout(timer);
  }
}

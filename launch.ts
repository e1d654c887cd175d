/**
 * One server of wijktwin as a child process. A child says on stdout, in one JSON line, that it is ready and where; it
 * stops cleanly when its stdin ends, so that no child outlives its parent, whatever kills the parent.
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
  /** Log file for its stderr. */
  readonly logFile: string;
  readonly readyWithinMs?: number;
}

const TAIL_LINES = 12;

/** Starts `wijktwin <args>` and waits until it is ready. */
export async function startChild(name: string, args: readonly string[], options: ChildOptions): Promise<Child> {
  mkdirSync(dirname(options.logFile), { recursive: true });
  const log = createWriteStream(options.logFile, { flags: 'a' });
  // Its own process group: Ctrl-C reaches the parent alone, which then stops its children in the right order.
  const child = spawn(process.execPath, [ENTRY, ...args], { stdio: ['pipe', 'pipe', 'pipe'], detached: true });
  const tail: string[] = [];
  createInterface({ input: child.stderr }).on('line', (line) => {
    log.write(`${line}\n`);
    tail.push(line);
    if (tail.length > TAIL_LINES) tail.shift();
  });
  // A child that dies takes its stdin with it; writing to it then is no error of ours.
  child.stdin.on('error', () => undefined);
  const exited = new Promise<number>((resolve) => {
    child.once('exit', (code, signal) => resolve(code ?? (signal === null ? 1 : 137)));
    child.once('error', () => resolve(127));
  });
  void exited.then(() => log.end());

  const ready = await firstLine(name, child, exited, tail, options.readyWithinMs ?? 30_000);
  let stopping: Promise<number> | undefined;
  return {
    name,
    pid: child.pid!,
    ready,
    exited,
    send: (line) => void child.stdin.write(`${line}\n`),
    stop: (withinMs) => {
      stopping ??= stop(child, exited, withinMs);
      return stopping;
    },
  };
}

async function firstLine(
  name: string,
  child: ChildProcess,
  exited: Promise<number>,
  tail: readonly string[],
  withinMs: number,
): Promise<Child['ready']> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new WijkError('INTERNAL', `${name} is not ready after ${withinMs / 1000} s`)),
      withinMs,
    );
  });
  const died = exited.then((code): never => {
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
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  } finally {
    clearTimeout(timer);
    died.catch(() => undefined);
  }
}

async function stop(child: ChildProcess, exited: Promise<number>, withinMs: number): Promise<number> {
  if (child.exitCode !== null || child.signalCode !== null) return exited;
  child.stdin?.end();
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), withinMs);
  try {
    return await exited;
  } finally {
    clearTimeout(timer);
  }
}

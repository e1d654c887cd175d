/**
 * A program of wijktwin as a process of its own: it says in one line of JSON that it is ready and where, takes commands on
 * its standard input, and ends when that does. Its code is no part of the bench.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { WijkError } from '../../errors.js';
import { ENTRY } from '../../paths.js';

export interface Program {
  readonly pid: number;
  /** What it said when it became ready; at least its address. */
  readonly ready: Readonly<Record<string, unknown>> & { readonly address: string };
  /** A line on its standard input. */
  say(command: string): void;
  close(): Promise<void>;
}

const STARTS_WITHIN_MS = 30_000;
const ENDS_WITHIN_MS = 3000;
const COMPLAINT_MAX = 2000;

/**
 * Starts `wijktwin <args>`; resolves when it is ready. Rejects with what it said if it does not come up, with the signal's
 * reason if that comes first; nothing is left running then. `name`: as in "the mock".
 */
export async function startProgram(name: string, args: readonly string[], signal: AbortSignal): Promise<Program> {
  signal.throwIfAborted();
  const child = spawn(process.execPath, [ENTRY, ...args, '--stop-with-parent'], {
    stdio: ['pipe', 'pipe', 'pipe'],
    // Ctrl-C goes to the whole group of the terminal: this program must outlive it, or there is no neutral state to confirm.
    detached: true,
  });
  let complaint = '';
  child.stderr!.on('data', (bytes: Buffer) => {
    complaint = `${complaint}${bytes.toString()}`.slice(-COMPLAINT_MAX);
  });
  // One that is gone is noticed by its silence, not by a write to its input.
  child.stdin!.on('error', () => undefined);
  try {
    const ready = await firstLine(name, child, () => complaint, signal);
    return {
      pid: child.pid ?? 0,
      ready,
      say: (command) => void child.stdin!.write(`${command}\n`),
      close: () => close(child),
    };
  } catch (error) {
    await close(child);
    throw error;
  }
}

function firstLine(
  name: string,
  child: ChildProcess,
  complaint: () => string,
  signal: AbortSignal,
): Promise<Program['ready']> {
  return new Promise((resolve, reject) => {
    const fail = (what: string): void => {
      done();
      const said = complaint().trim();
      reject(new WijkError('STATE', `${name} ${what}${said === '' ? '' : `: ${said}`}`));
    };
    const abort = (): void => {
      done();
      reject(signal.reason);
    };
    const timer = setTimeout(() => fail(`did not start within ${STARTS_WITHIN_MS / 1000} s`), STARTS_WITHIN_MS);
    const lines = createInterface({ input: child.stdout! });
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', abort);
    };
    signal.addEventListener('abort', abort, { once: true });
    child.once('error', (error) => fail(`cannot be started (${error.message})`));
    // `close` and not `exit`: by then what it had to say has arrived.
    child.once('close', (code) => fail(`ended with ${code} before it was ready`));
    lines.once('line', (line) => {
      try {
        const ready = JSON.parse(line) as Program['ready'];
        done();
        resolve(ready);
      } catch {
        fail(`said "${line.slice(0, 200)}"`);
      }
    });
  });
}

async function close(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.stdin!.end();
  const timer = setTimeout(() => child.kill('SIGKILL'), ENDS_WITHIN_MS);
  await gone;
  clearTimeout(timer);
}

/**
 * The mock that plays a shipped profile, as a process of its own. The bench knows mocks only by the names of
 * their commands, which the command line gives it: their code is no part of it.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { WijkError } from '../../errors.js';
import { ENTRY } from '../../paths.js';

export interface MockOf {
  /** Name of the command `wijktwin mock NAME`. */
  readonly mock: string;
  /** Its clock can be turned faster. */
  readonly speeds: boolean;
}

/** Which mock plays which profile; the command line fills it from the list of the mocks. */
export type MockTable = Readonly<Record<string, MockOf>>;

export interface RunningMock {
  readonly address: string;
  /** A line on its standard input, such as `fault silence`. */
  say(command: string): void;
  close(): Promise<void>;
}

const STARTS_WITHIN_MS = 20_000;

/** Starts a mock; resolves when it listens. Rejects with what it said if it does not come up. */
export async function startMock(mock: MockOf, more: readonly string[], signal: AbortSignal): Promise<RunningMock> {
  const args = ['mock', mock.mock, '--address', 'listen:127.0.0.1:0', ...more];
  const child = spawn(process.execPath, [ENTRY, ...args, '--stop-with-parent'], {
    stdio: ['pipe', 'pipe', 'pipe'],
    // Ctrl-C goes to the whole group of the terminal: the mock must outlive it, or there is no neutral state to confirm.
    detached: true,
  });
  let complaint = '';
  child.stderr!.on('data', (bytes: Buffer) => {
    complaint = `${complaint}${bytes.toString()}`.slice(-2000);
  });
  // A mock that is gone is noticed by its silence, not by a write to its input.
  child.stdin!.on('error', () => undefined);
  try {
    const address = await readyAddress(child, () => complaint, signal);
    return {
      address,
      say: (command) => void child.stdin!.write(`${command}\n`),
      close: () => close(child),
    };
  } catch (error) {
    await close(child);
    throw error;
  }
}

function readyAddress(child: ChildProcess, complaint: () => string, signal: AbortSignal): Promise<string> {
  return new Promise((resolve, reject) => {
    const fail = (what: string): void =>
      reject(
        new WijkError('COMPONENT_MISSING', `the mock ${what}${complaint() === '' ? '' : `: ${complaint().trim()}`}`),
      );
    const timer = setTimeout(() => fail(`did not start within ${STARTS_WITHIN_MS / 1000} s`), STARTS_WITHIN_MS);
    const done = (): void => clearTimeout(timer);
    const ended = (what: string): void => {
      done();
      fail(what);
    };
    const abort = (): void => {
      done();
      reject(signal.reason);
    };
    signal.addEventListener('abort', abort, { once: true });
    child.once('error', (error) => ended(`cannot be started (${error.message})`));
    child.once('exit', (code) => ended(`ended with ${code}`));
    createInterface({ input: child.stdout! }).once('line', (line) => {
      done();
      try {
        resolve(String((JSON.parse(line) as { address: string }).address));
      } catch {
        fail(`said "${line.slice(0, 200)}"`);
      }
    });
  });
}

async function close(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.stdin!.end();
  const timer = setTimeout(() => child.kill('SIGKILL'), 3000);
  await gone;
  clearTimeout(timer);
}
